"""The staff's desk: joins the hidden gesture, the PIN pad and the panel to the window and the booth.

It is asked about touches and keys before the visits are, so it works on every page, over the attract loop and on the
fault screen.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Qt, QTimer, Signal

from kiosk.booth.inputs import BACKWARD_KEYS, FORWARD_KEYS, PAD_KEYS, Input, Key, Mouse, Point, Stage, Touch
from kiosk.booth.logs import log
from kiosk.booth.window import turned
from kiosk.ground.errors import KioskError
from kiosk.ground.events import Event
from kiosk.ground.folders import state_folder
from kiosk.settings.file import get_ready_to_change
from kiosk.staff import overlay, way_in
from kiosk.staff.overlay import Mode, Overlay
from kiosk.staff.pin import Outcome, PinGuard
from kiosk.view.places import places_of
from kiosk.view.staff.desk import DeskView
from kiosk.visit.route import Home, Open
from kiosk.visit.visit import KeyPressed, Leave

if TYPE_CHECKING:
    from kiosk.booth.booth import Booth


def pin_file() -> Path:
    """Return where wrong tries are remembered."""
    return state_folder() / "pin.json"


class Desk(QObject):
    """What staff do at the booth. `opened` and `closed` are for those who have something to tell in the panel."""

    opened = Signal()
    closed = Signal()
    _checked = Signal(object)

    def __init__(self, booth: Booth, view: DeskView, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(booth.engine)
        self.overlay = Overlay()
        self._booth = booth
        self._view = view
        self._clock = clock
        self._seen = way_in.Watch()
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._recount = QTimer(self, singleShot=True)
        self._recount.timeout.connect(self._count_wait)
        view.pinWanted.connect(self._try)
        view.shutWanted.connect(lambda: self._act(overlay.Shut()))
        view.cleaningWanted.connect(lambda seconds: self._act(overlay.Clean(seconds)))
        view.demoWanted.connect(lambda minutes: self._act(overlay.Demo(minutes)))
        view.checkWanted.connect(lambda: self._act(overlay.Check()))
        view.touched.connect(lambda: self._take(overlay.Touched()))
        self._checked.connect(self._answer)

    # What comes in.

    def keeps(self, read: Input) -> bool:
        """Watch for the gesture; while the desk is open, keep from it what it has no use for."""
        match read:
            case Touch():
                return self._touch(read)
            case Mouse():
                return self._mouse(read)
            case Key():
                return self._key(read)

    def _touch(self, touch: Touch) -> bool:
        for point in touch.points:
            self._finger(point)
        if touch.cancelled:
            self._seen = way_in.Watch()
        return self.overlay.mode is Mode.CLEANING

    def _mouse(self, mouse: Mouse) -> bool:
        if mouse.point.stage is Stage.MOVE:
            return False
        if mouse.left:
            self._finger(mouse.point)
        return self.overlay.mode is Mode.CLEANING or (self.overlay.covers and not mouse.left)

    def _finger(self, point: Point) -> None:
        place = self._place(point.x, point.y)
        match point.stage:
            case Stage.DOWN:
                self._watch(way_in.Down(point.finger, *place))
            case Stage.MOVE:
                self._watch(way_in.Move(point.finger, *place))
            case Stage.UP:
                self._watch(way_in.Up(point.finger))

    def _key(self, key: Key) -> bool:
        if self.overlay.mode is Mode.CLEANING:
            return True
        if self.overlay.covers:
            return self._key_of_the_desk(key)
        turns = self.overlay.demo_until > self._clock() and key.key in FORWARD_KEYS | BACKWARD_KEYS
        if turns and key.pressed and not key.repeated:
            self._turn_page(1 if key.key in FORWARD_KEYS else -1)
        return turns

    def _key_of_the_desk(self, key: Key) -> bool:
        known = key.key in PAD_KEYS
        if known and key.pressed:
            self._take(overlay.Touched())
        return not (known and (key.plain or key.key == Qt.Key.Key_Backtab))

    def _place(self, x: float, y: float) -> tuple[float, float]:
        """Return a place in parts of the short side of the picture, however it is turned."""
        width, height = self._booth.window.width(), self._booth.window.height()
        across, down = {
            90: (y, width - x),
            180: (width - x, height - y),
            270: (height - y, x),
        }.get(self._booth.config.settings.screen.rotation, (x, y))
        short = max(1, min(width, height))
        return across / short, down / short

    def _size(self) -> tuple[float, float]:
        size = (self._booth.window.width(), self._booth.window.height())
        width, height = turned(size, self._booth.config.settings.screen.rotation)
        short = max(1, min(width, height))
        return width / short, height / short

    def _watch(self, touch: way_in.Touch) -> None:
        if self.overlay.covers:
            return
        self._seen, opened = way_in.watch(
            self._seen, touch, self._clock(), self._booth.config.settings.way_in, self._size()
        )
        if opened:
            self._call()
        self._wait()

    def _call(self) -> None:
        self._seen = way_in.Watch()
        self._booth.config.reload()
        Thread(target=get_ready_to_change, name="settings", daemon=True).start()
        log(Event.STAFF_PAD_OPENED)
        self._take(overlay.Called())
        if not self._booth.config.settings.pin.hash:
            self._view.answer(self.gettext("No PIN is set. Set one with `kiosk pin` in the machine’s shell."))
        else:
            self._count_wait()

    def _tick(self) -> None:
        self._watch(way_in.Tick())
        self._take(overlay.Tick())

    def _wait(self) -> None:
        """Wake up when something is due."""
        now = self._clock()
        dues = [overlay.due(self.overlay, now)]
        if not self.overlay.covers:
            dues.append(way_in.due(self._seen, self._booth.config.settings.way_in))
        known = [due for due in dues if due is not None]
        if known:
            self._timer.start(max(1, round((min(known) - now) * 1000) + 1))
        else:
            self._timer.stop()

    # The state.

    def _take(self, event: overlay.Event) -> None:
        before = self.overlay
        now = self._clock()
        self.overlay = overlay.step(before, event, now)
        if (self.overlay.demo_until > now) != (before.demo_until > now):
            self._booth.visits.hold(self.overlay.demo_until > now)
            log(Event.STAFF_DEMO, minutes=overlay.demo_minutes_left(self.overlay, now))
        if before.mode is not self.overlay.mode:
            self._change(before.mode)
        self._view.count(overlay.seconds_left(self.overlay, now), overlay.demo_minutes_left(self.overlay, now))
        self._wait()

    def _change(self, before: Mode) -> None:
        mode = self.overlay.mode
        self._booth.visits.suspend(self.overlay.covers)
        if mode is Mode.PANEL and before is Mode.PAD:
            log(Event.STAFF_PANEL_OPENED)
            self._booth.visits.take(Leave())
            self._booth.speak_staff()
            self.opened.emit()
        if mode is Mode.CLOSED:
            log(Event.STAFF_CLOSED, after=before.value)
            if before is not Mode.PAD:
                self._booth.choose_first_language()
            self.closed.emit()
        self._view.show(mode.value, self._booth.config.settings.pin.scrambled)

    # The PIN.

    def _guard(self) -> PinGuard:
        def note() -> None:
            log(Event.STAFF_PIN_FILE_DAMAGED, file=pin_file())

        return PinGuard(self._booth.config.settings.pin.hash, pin_file(), damaged=note)

    def _try(self, pin: str) -> None:
        guard = self._guard()

        def check() -> None:
            try:
                self._checked.emit(guard.check(pin))
            except KioskError as error:
                self._checked.emit(error)

        Thread(target=check, name="pin", daemon=True).start()

    def _answer(self, outcome: Outcome | KioskError) -> None:
        if isinstance(outcome, KioskError):
            log(Event.STAFF_PIN_NOT_TRIED, why=outcome.what)
            self._view.answer(str(outcome))
            return
        log(Event.STAFF_PIN, outcome=outcome.value)
        match outcome:
            case Outcome.RIGHT:
                self._take(overlay.LetIn())
            case Outcome.UNSET:
                self._view.answer(self.gettext("No PIN is set. Set one with `kiosk pin` in the machine’s shell."))
            case Outcome.WRONG | Outcome.WAIT:
                self._take(overlay.Touched())
                self._view.answer(self.gettext("This is not the PIN."))
                self._count_wait()

    def _count_wait(self) -> None:
        """Show how long nothing is tried yet, every second anew."""
        if self.overlay.mode is not Mode.PAD:
            return
        seconds = self._guard().seconds_left()
        self._view.wait(round(seconds + 0.499) if seconds > 1 else 0)
        if seconds > 0:
            self._recount.start(min(1000, round(seconds * 1000) + 20))

    # What staff ask for.

    def _act(self, event: overlay.Event) -> None:
        log(Event.STAFF_ACT, act=type(event).__name__.lower(), given=msgspec.structs.astuple(event))
        self._take(event)

    def _turn_page(self, by: int) -> None:
        view = self._booth.view
        places = places_of(self._booth.exhibit.bundle)
        if view.attract:
            self._booth.visits.take(KeyPressed())
            view.follow(Home())
            return
        row = places.index(view.route.place) + by if view.route.place in places else 0
        place = places[row % len(places)]
        view.follow(Home() if place == places[0] else Open(place))

    def gettext(self, text: str) -> str:
        """Return `text` in the language on the screen: before the PIN, nobody knows who is there."""
        return self._booth.view.speaker.words.gettext(text)
