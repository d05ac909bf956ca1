"""Lets a booth take touches and keys: after the first frame, which needs nothing of it."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from kiosk.booth.booth import Booth
from kiosk.booth.inputs import Inputs
from kiosk.booth.staff.desk import Desk
from kiosk.booth.upkeep.memory import Leftovers
from kiosk.booth.visits import Visits


def listen(booth: Booth) -> None:
    """Take touches and keys from now on. The desk is asked before the visits: it works over all of the content."""
    booth.looks.start()
    booth.frame.hide_pointer()
    app = QGuiApplication.instance()
    if isinstance(app, QGuiApplication):
        booth.frame.follow_screens(app)
    leftovers = Leftovers(booth.engine, booth.window, lambda: booth.view)
    booth.visits = Visits(booth.view, booth.idle_rules(), booth.clock, parent=booth.engine)
    booth.visits.ended.connect(booth.end_visit)
    booth.visits.ended.connect(leftovers.drop)
    booth.replaced.connect(booth.visits.watch)
    booth.desk = Desk(booth, booth.desk_view, booth.clock)
    Inputs(booth.window, (booth.desk.keeps, booth.visits.keeps), booth.engine)
