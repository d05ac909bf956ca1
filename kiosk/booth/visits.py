"""Joins the visit's state machine to the window: touches and keys go in, what they mean comes out."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final, assert_never

from msgspec.structs import replace
from PySide6.QtCore import QObject, Qt, QTimer, Signal

from kiosk.booth.inputs import VISITOR_KEYS, Input, Key, Mouse, Point, Stage, Touch
from kiosk.booth.logs import log
from kiosk.ground.events import Event
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

HELD_SECONDS: Final = 1_000_000.0
"""As good as for ever, in milliseconds still a number that Qt's timers take."""


class Visits(QObject):
    """Feeds the state machine, keeps its timer, and tells the view what follows.

    `ended` comes when a visit has. Asked about all that comes in (`keeps`): what the machine swallows reaches no page.
    """

    ended = Signal()

    def __init__(
        self,
        view: AppView,
        rules: Rules,
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.visit = Visit()
        self.rules = rules
        self.suspended = False
        self._held = False
        self._began = 0.0
        self._clock = clock
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
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

    def follow(self, rules: Rules) -> None:
        """Follow other rules, also for the time that has passed already."""
        self.rules = rules
        self.take(Ticked())

    def hold(self, held: bool) -> None:
        """Let visits go on without an end, or end by themselves again."""
        self._held = held
        self.take(Ticked())

    def take(self, happened: VisitInput) -> bool:
        """Let `happened` happen now; return whether the event must be kept from the page."""
        now = self._clock()
        before, rules = self.visit, replace(self.rules, idle_seconds=HELD_SECONDS) if self._held else self.rules
        outcome = step(before, happened, now, rules)
        self.visit = outcome.visit
        for effect in outcome.effects:
            self._follow(effect, before)
        self._view.set_visit(self.visit.phase is Phase.ATTRACT, seconds_left(self.visit, now, rules))
        due = next_deadline(self.visit, now, rules)
        if due is None:
            self._timer.stop()
        else:
            self._timer.start(max(1, round((due - now) * 1000) + 1))
        return outcome.swallow

    def keeps(self, read: Input) -> bool:
        """Whether the pages must not have this: what the machine swallows, and what visitors have no business with."""
        if self.suspended:
            return False
        if self._view.fault is not None:  # nobody visits what is broken
            return True
        match read:
            case Mouse():
                return self._mouse(read)
            case Touch():
                return self._touch(read)
            case Key():
                return self._key(read)

    def suspend(self, suspended: bool) -> None:
        """Look away while staff are at the desk: what they touch is no visit. Fingers that are down are let go."""
        if suspended and not self.suspended:
            self._let_go()
        self.suspended = suspended

    def stop(self) -> None:
        """Note that a visit ends with the program."""
        if self.visit.phase is not Phase.ATTRACT:
            self._note_end(self.visit)

    def _note_end(self, visit: Visit) -> None:
        log(Event.VISIT_ENDED, seconds=round(visit.idle_from - self._began, 1))

    def _mouse(self, mouse: Mouse) -> bool:
        if mouse.point.stage is Stage.MOVE:
            return self.visit.phase is not Phase.ACTIVE
        return self._finger(mouse.point) if mouse.left else True

    def _touch(self, touch: Touch) -> bool:
        if touch.cancelled:
            return self._let_go()
        waking = self.visit.phase is not Phase.ACTIVE
        return any([waking, *map(self._finger, touch.points)])  # each finger counts, also after one that is swallowed

    def _let_go(self) -> bool:
        return any([self.take(Released(finger.id)) for finger in self.visit.fingers])

    def _finger(self, point: Point) -> bool:
        match point.stage:
            case Stage.DOWN:
                return self.take(Pressed(point.finger))
            case Stage.UP:
                return self.take(Released(point.finger))
            case _:
                return any(finger.id == point.finger for finger in self.visit.fingers)

    def _key(self, key: Key) -> bool:
        if key.key not in VISITOR_KEYS or key.chord:
            return True
        return self.take(KeyPressed(key.repeated)) if key.pressed else self.visit.phase is not Phase.ACTIVE

    def _note_page(self, view: AppView) -> None:
        if view is not self._view:
            return
        before, self._route = self._route, view.route
        if self.visit.phase is not Phase.ATTRACT:
            back = {"back": True} if is_back(before, view.route) else {}
            log(Event.PAGE_OPENED, page=str(view.route.place), **back)
        self.take(PageChanged(self._view.words))

    def _follow(self, effect: Effect, before: Visit) -> None:
        match effect:
            case Effect.VISIT_STARTED:
                self._began = self.visit.touched_at
                log(Event.VISIT_STARTED)
            case Effect.ATTRACT_TAPPED:
                log(Event.ATTRACT_TAPPED, opens=self._view.loop.opens)
                route = self._view.route
                self._view.enter()
                if self._view.route == route:
                    log(Event.PAGE_OPENED, page=str(route.place))
            case Effect.WARNING_STARTED:
                log(Event.VISIT_WARNED)
            case Effect.WARNING_ENDED:
                if self.visit.phase is Phase.ACTIVE:
                    log(Event.VISIT_EXTENDED)
            case Effect.VISIT_ENDED:
                self._note_end(before)
                self.ended.emit()
                log(Event.ATTRACT_STARTED)
            case _:
                assert_never(effect)
