"""Joins the visit's state machine to the window: touches and keys go in, what they mean comes out."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import assert_never

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QEventPoint, QKeyEvent, QMouseEvent, QTouchEvent

from kiosk.booth.logs import log
from kiosk.view.app import AppView
from kiosk.visit.route import is_back
from kiosk.visit.visit import (
    Effect,
    KeyPressed,
    PageChanged,
    Phase,
    PlayingChanged,
    Pressed,
    Released,
    Rules,
    Stay,
    Ticked,
    Visit,
    VisitInput,
    next_deadline,
    seconds_left,
    step,
)

MOUSE_FINGER = -1

KEYS = frozenset(
    {
        Qt.Key.Key_Tab,
        Qt.Key.Key_Backtab,
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
        Qt.Key.Key_Space,
        Qt.Key.Key_Escape,
        Qt.Key.Key_Back,
    }
)

CHORDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier

_PRESSES = {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick}
_MOUSE = _PRESSES | {QEvent.Type.MouseButtonRelease, QEvent.Type.MouseMove}
_TOUCH = {QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TouchEnd, QEvent.Type.TouchCancel}
_KEY = {QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride}


class Visits(QObject):
    """Feeds the state machine, keeps its timer, and tells the view what follows.

    Installed as the window's event filter: what the machine swallows never reaches a page.
    """

    def __init__(
        self,
        view: AppView,
        rules: Rules,
        end_visit: Callable[[], None],
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.visit = Visit()
        self.rules = rules
        self.suspended = False
        self._began = 0.0
        self._end_visit = end_visit
        self._clock = clock
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(lambda: self.take(Ticked()))
        self.watch(view)

    def watch(self, view: AppView) -> None:
        """Hear `view` and tell it what follows, from now on: at the start, and when the content is exchanged."""
        self._view = view
        self._route = view.route
        view.stayWanted.connect(lambda: self._hear(view, Stay()))
        view.playingChanged.connect(lambda playing: self._hear(view, PlayingChanged(playing)))
        view.routeChanged.connect(lambda: self._note_page(view))

    def _hear(self, view: AppView, said: VisitInput) -> None:
        if view is self._view:  # what content that goes still says is nobody's
            self.take(said)

    def take(self, happened: VisitInput) -> bool:
        """Let `happened` happen now; return whether the event must be kept from the page."""
        now = self._clock()
        before = self.visit
        outcome = step(before, happened, now, self.rules)
        self.visit = outcome.visit
        for effect in outcome.effects:
            self._follow(effect, before)
        self._view.set_visit(self.visit.phase is Phase.ATTRACT, seconds_left(self.visit, now, self.rules))
        due = next_deadline(self.visit, now, self.rules)
        if due is None:
            self._timer.stop()
        else:
            self._timer.start(max(1, round((due - now) * 1000) + 1))
        return outcome.swallow

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Keep from the pages what the machine swallows, and what visitors have no business with."""
        kind = event.type()
        if self.suspended or kind is QEvent.Type.ContextMenu:
            return kind is QEvent.Type.ContextMenu
        if self._view.fault is not None and kind in _MOUSE | _TOUCH | _KEY:  # nobody visits what is broken
            event.accept()
            return True
        if kind in _MOUSE:
            return self._mouse(event)
        if kind in _TOUCH:
            return self._touch(event)
        return kind in _KEY and self._key(event)

    def suspend(self, suspended: bool) -> None:
        """Look away while staff are at the desk: what they touch is no visit. Fingers that are down are let go."""
        if suspended and not self.suspended:
            for finger in self.visit.fingers:
                self.take(Released(finger.id))
        self.suspended = suspended

    def stop(self) -> None:
        """Note that a visit ends with the program."""
        if self.visit.phase is not Phase.ATTRACT:
            self._note_end(self.visit)

    def _note_end(self, visit: Visit) -> None:
        log("visit.ended", seconds=round(visit.idle_from - self._began, 1))

    def _mouse(self, event: QEvent) -> bool:
        assert isinstance(event, QMouseEvent)
        if event.type() is QEvent.Type.MouseMove:
            return self.visit.phase is not Phase.ACTIVE
        if event.button() is not Qt.MouseButton.LeftButton:
            return True
        pressed = event.type() in _PRESSES
        return self.take(Pressed(MOUSE_FINGER) if pressed else Released(MOUSE_FINGER))

    def _touch(self, event: QEvent) -> bool:
        assert isinstance(event, QTouchEvent)
        if event.type() is QEvent.Type.TouchCancel:
            swallowed = [self.take(Released(finger.id)) for finger in self.visit.fingers]
            return any(swallowed)
        swallow = self.visit.phase is not Phase.ACTIVE
        for point in event.points():
            if point.state() is QEventPoint.State.Pressed:
                swallow |= self.take(Pressed(point.id()))
            elif point.state() is QEventPoint.State.Released:
                swallow |= self.take(Released(point.id()))
            else:
                swallow |= any(finger.id == point.id() for finger in self.visit.fingers)
        if swallow:
            event.accept()
        return swallow

    def _key(self, event: QEvent) -> bool:
        assert isinstance(event, QKeyEvent)
        if event.key() not in KEYS or event.modifiers() & CHORDS:
            return True
        if event.type() is not QEvent.Type.KeyPress:
            return self.visit.phase is not Phase.ACTIVE
        return self.take(KeyPressed(event.isAutoRepeat()))

    def _note_page(self, view: AppView) -> None:
        if view is not self._view:
            return
        before, self._route = self._route, view.route
        if self.visit.phase is not Phase.ATTRACT:
            back = {"back": True} if is_back(before, view.route) else {}
            log("page.opened", page=str(view.route.place), **back)
        self.take(PageChanged(self._view.words))

    def _follow(self, effect: Effect, before: Visit) -> None:
        match effect:
            case Effect.VISIT_STARTED:
                self._began = self.visit.touched_at
                log("visit.started")
            case Effect.ATTRACT_TAPPED:
                log("attract.tapped", opens=self._view.loop.opens)
                route = self._view.route
                self._view.enter()
                if self._view.route == route:
                    log("page.opened", page=str(route.place))
            case Effect.WARNING_STARTED:
                log("visit.warned")
            case Effect.WARNING_ENDED:
                if self.visit.phase is Phase.ACTIVE:
                    log("visit.extended")
            case Effect.VISIT_ENDED:
                self._note_end(before)
                self._end_visit()
                log("attract.started")
            case _:
                assert_never(effect)
