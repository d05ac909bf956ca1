"""What runs once the first frame is on the screen, and is imported then: touches, the panel, upkeep, asyncio's loop."""

from __future__ import annotations

import asyncio
import importlib
import sys
import threading
from typing import TYPE_CHECKING, Any, Final

import qasync
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

from kiosk.booth.booth import Booth
from kiosk.booth.listening import listen
from kiosk.booth.logs import write_crashes
from kiosk.booth.staff.panel import Panel
from kiosk.booth.upkeep.clock import Upkeep
from kiosk.booth.upkeep.counting import Counting
from kiosk.booth.upkeep.letters import Letters
from kiosk.booth.upkeep.memory import give_back_memory
from kiosk.booth.upkeep.recovery import Trial, name_of
from kiosk.booth.upkeep.watchdog import Watchdog
from kiosk.language import formats

if TYPE_CHECKING:
    from kiosk.booth.app import Stop
    from kiosk.machine.lives import Ledger

READ_AHEAD_MS: Final = 4000
LATE: Final = ("kiosk.bundle.captions", "segno", "argon2")
"""What the first captions, the first page with a code and the first PIN would wait for: up to 50 ms each."""


def look_after(booth: Booth, ledger: Ledger | None, stopped: Stop) -> None:
    """Begin what the first frame did not need: touches, panel, record of lives, signs of life to a supervisor."""
    listen(booth)
    write_crashes()
    counting = Counting(booth)
    stopped.last.callback(counting.stop)
    stopped.last.callback(booth.visits.stop)  # before the counting, which hears of it
    panel = Panel(booth, counting, stopped.ask)
    Upkeep(booth)
    Letters(booth)
    Watchdog(booth.window, booth.status)
    QTimer.singleShot(READ_AHEAD_MS, booth.window, lambda: threading.Thread(target=_read_ahead).start())
    if ledger is not None:
        ledger.painted()
        trial = Trial(ledger, panel.content, booth.faults, booth.engine)
        booth.exchanged.connect(lambda folder: trial.ledger.exchange(name_of(folder)))
        booth.exchanged.connect(trial.begin)
        if booth.view.fault is None:
            trial.begin(booth.exhibit.folder)


def _read_ahead() -> None:
    for name in LATE:
        importlib.import_module(name)


def run_loop(app: QGuiApplication, booth: Booth, stopped: Stop) -> None:
    """Run until somebody asks to stop, or Qt ends its loop because the screen is gone."""

    async def live() -> None:
        asked = asyncio.Event()
        stopped.wake = asked.set
        async with asyncio.TaskGroup() as tasks:
            warming = tasks.create_task(_warm_up(booth))
            if not stopped.asked:
                await asked.wait()
            warming.cancel()

    loop = qasync.QEventLoop(app)
    loop.set_exception_handler(_log_lost)
    asyncio.set_event_loop(loop)
    task = loop.create_task(live())
    with loop:
        try:
            loop.run_until_complete(task)
        except RuntimeError:
            if task.done():
                raise


def _log_lost(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    error = context.get("exception")
    if isinstance(error, Exception):
        sys.excepthook(type(error), error, error.__traceback__)


async def _warm_up(booth: Booth) -> None:
    """Make ready what the first frame did not need: the pages, the catalogs and the number formats."""
    give_back_memory()
    booth.view.firstPictureShown.emit()
    for language in booth.exhibit.bundle.languages:
        await asyncio.sleep(0.05)
        booth.translator.prepare(language.code)
        formats.warm([language.code])
