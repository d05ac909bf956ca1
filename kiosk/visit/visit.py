"""When a visit begins, when the visitor seems to have gone, when it ends, and which touches reach the page.

One pure state machine: `step` takes what happened and when (monotonic seconds) and returns the next state, whether
the event must be kept from the page, and what the booth has to do about it.

The caller cancels running gestures at `VISIT_ENDED`: a finger still down then gets no release any more.
"""

from __future__ import annotations

import math
from enum import Enum
from typing import TypeAlias, assert_never

import msgspec
from msgspec.structs import replace

_MOST_FINGERS = 16


class Phase(Enum):
    """What the booth is doing."""

    ATTRACT = "attract"
    ACTIVE = "active"
    WARNING = "warning"


class Effect(Enum):
    """What the booth has to do after a step, in the order given."""

    VISIT_STARTED = "visit started"
    ATTRACT_TAPPED = "attract tapped"  # leave the loop for the item it shows
    WARNING_STARTED = "warning started"
    WARNING_ENDED = "warning ended"
    VISIT_ENDED = "visit ended"  # forget everything of this visitor, start the loop


class Rules(msgspec.Struct, frozen=True):
    """How patient the booth is.

    `reading_seconds_per_word` lengthens the time-out of a page with much to read, up to `longest_idle_seconds`. A
    playing film holds the time-out back, but no longer than `longest_unattended_seconds` after the last touch: a
    film that loops for ever must not keep a visit alive. A finger that is not lifted within `lost_release_seconds`
    no longer holds other fingers back, since its release may have been lost.
    """

    idle_seconds: float = 60.0
    warning_seconds: float = 20.0
    swallow_seconds: float = 0.3
    reading_seconds_per_word: float = 0.25
    longest_idle_seconds: float = 180.0
    longest_unattended_seconds: float = 900.0
    lost_release_seconds: float = 2.0


class Finger(msgspec.Struct, frozen=True):
    """A finger whose press was swallowed; a `guard` woke the booth and keeps others out until it is lifted."""

    id: int
    pressed_at: float
    guard: bool


class Visit(msgspec.Struct, frozen=True):
    """The state: made by `Visit()`, in the attract loop, and changed only by `step`. Times are monotonic seconds."""

    phase: Phase = Phase.ATTRACT
    clock: float = -math.inf  # the latest time seen: time never runs backwards in here
    touched_at: float = -math.inf
    idle_from: float = -math.inf
    warned_at: float = -math.inf
    swallow_until: float = -math.inf
    fingers: tuple[Finger, ...] = ()
    key_swallowed: bool = False
    playing: bool = False
    words: int = 0


class Pressed(msgspec.Struct, frozen=True):
    """A finger (or the mouse) goes down."""

    finger: int = 0


class Released(msgspec.Struct, frozen=True):
    """A finger (or the mouse) is lifted, or its gesture was cancelled."""

    finger: int = 0


class KeyPressed(msgspec.Struct, frozen=True):
    """A key goes down; `repeated` while it is held."""

    repeated: bool = False


class Ticked(msgspec.Struct, frozen=True):
    """Time has passed; due at `next_deadline`."""


class PlayingChanged(msgspec.Struct, frozen=True):
    """A film that the visitor chose plays, or no longer does."""

    playing: bool


class PageChanged(msgspec.Struct, frozen=True):
    """Another page is shown, with this many words to read."""

    words: int = 0


class Stay(msgspec.Struct, frozen=True):
    """The visitor asks for more time."""


class Leave(msgspec.Struct, frozen=True):
    """The visitor, or staff, ends the visit now."""


VisitInput: TypeAlias = Pressed | Released | KeyPressed | Ticked | PlayingChanged | PageChanged | Stay | Leave


class Step(msgspec.Struct, frozen=True):
    """What follows from an input: the next state, whether to keep the event from the page, and what to do."""

    visit: Visit
    swallow: bool = False
    effects: tuple[Effect, ...] = ()


def step(visit: Visit, happened: VisitInput, now: float, rules: Rules) -> Step:
    """Return what follows when `happened` happens at `now`."""
    visit = replace(visit, clock=max(visit.clock, now))
    match happened:
        case Pressed(finger):
            return _pressed(visit, finger, rules)
        case Released(finger):
            return _released(visit, finger, rules)
        case KeyPressed(repeated):
            return _key_pressed(visit, repeated, rules)
        case Ticked():
            return _ticked(visit, rules)
        case PlayingChanged(playing):
            return _playing_changed(visit, playing)
        case PageChanged(words):
            return Step(visit if visit.phase is Phase.ATTRACT else replace(visit, words=max(0, words)))
        case Stay():
            return Step(visit) if visit.phase is Phase.ATTRACT else _stayed(visit)
        case Leave():
            return Step(visit) if visit.phase is Phase.ATTRACT else _ended(visit)
        case _:
            assert_never(happened)


def idle_limit_seconds(words: int, rules: Rules) -> float:
    """Return how long a page with `words` to read may lie untouched before the booth asks."""
    longest = max(rules.idle_seconds, rules.longest_idle_seconds)
    return min(longest, rules.idle_seconds + words * rules.reading_seconds_per_word)


def seconds_left(visit: Visit, now: float, rules: Rules) -> int:
    """Return the whole seconds of the countdown that are left, 0 when no warning is shown."""
    if visit.phase is not Phase.WARNING:
        return 0
    return max(0, math.ceil(round(visit.warned_at + rules.warning_seconds - max(now, visit.clock), 3)))


def next_deadline(visit: Visit, now: float, rules: Rules) -> float | None:
    """Return when `Ticked` is due next: a change of phase or of the countdown; None while only an input can matter."""
    match visit.phase:
        case Phase.ATTRACT:
            guards = [finger.pressed_at for finger in visit.fingers if finger.guard]
            return min(guards) + rules.lost_release_seconds if guards else None
        case Phase.ACTIVE:
            return _idle_at(visit, rules)
        case Phase.WARNING:
            end = visit.warned_at + rules.warning_seconds
            return end - max(0, seconds_left(visit, now, rules) - 1)
        case _:
            assert_never(visit.phase)


def _pressed(visit: Visit, finger: int, rules: Rules) -> Step:
    fingers = tuple(kept for kept in visit.fingers if kept.id != finger)
    waking = visit.phase is not Phase.ACTIVE
    if not waking and not _swallowing(replace(visit, fingers=fingers), rules):
        return Step(_touched(replace(visit, fingers=fingers)))
    fingers = (*fingers, Finger(finger, visit.clock, waking))[-_MOST_FINGERS:]
    visit = replace(visit, fingers=fingers)
    if visit.phase is Phase.ATTRACT:  # the loop is left on the release
        return Step(visit, swallow=True)
    return replace(_stayed(visit), swallow=True)


def _released(visit: Visit, finger: int, rules: Rules) -> Step:
    found = next((kept for kept in visit.fingers if kept.id == finger), None)
    if found is None:
        in_attract = visit.phase is Phase.ATTRACT
        return Step(visit if in_attract else _touched(visit), swallow=in_attract)
    visit = replace(visit, fingers=tuple(kept for kept in visit.fingers if kept != found))
    if found.guard:
        visit = replace(visit, swallow_until=visit.clock + rules.swallow_seconds)
    if visit.phase is Phase.ATTRACT:
        return _started(visit, rules) if found.guard else Step(visit, swallow=True)
    return Step(_touched(visit), swallow=True)


def _key_pressed(visit: Visit, repeated: bool, rules: Rules) -> Step:
    if repeated:
        swallow = visit.key_swallowed or visit.phase is not Phase.ACTIVE
        return Step(visit if swallow else _touched(visit), swallow=swallow)
    swallow = visit.phase is not Phase.ACTIVE or _swallowing(visit, rules)
    visit = replace(visit, key_swallowed=swallow)
    if visit.phase is Phase.ATTRACT:
        return _started(visit, rules)
    return replace(_stayed(visit), swallow=swallow)


def _ticked(visit: Visit, rules: Rules) -> Step:
    match visit.phase:
        case Phase.ATTRACT:
            held = any(finger.guard and _lost(finger, visit, rules) for finger in visit.fingers)
            return replace(_started(visit, rules), swallow=False) if held else Step(visit)
        case Phase.ACTIVE:
            if visit.clock < _idle_at(visit, rules):
                return Step(visit)
            warned = replace(visit, phase=Phase.WARNING, warned_at=visit.clock)
            return Step(warned, effects=(Effect.WARNING_STARTED,))
        case Phase.WARNING:
            return _ended(visit) if visit.clock >= visit.warned_at + rules.warning_seconds else Step(visit)
        case _:
            assert_never(visit.phase)


def _playing_changed(visit: Visit, playing: bool) -> Step:
    if visit.phase is Phase.ATTRACT or playing == visit.playing:  # the loop's own films are nobody's choice
        return Step(visit)
    visit = replace(visit, playing=playing, idle_from=visit.clock)
    return Step(visit)


def _swallowing(visit: Visit, rules: Rules) -> bool:
    guarded = any(finger.guard and not _lost(finger, visit, rules) for finger in visit.fingers)
    return guarded or visit.clock < visit.swallow_until


def _lost(finger: Finger, visit: Visit, rules: Rules) -> bool:
    return visit.clock >= finger.pressed_at + rules.lost_release_seconds


def _idle_at(visit: Visit, rules: Rules) -> float:
    limit = idle_limit_seconds(visit.words, rules)
    latest = visit.touched_at + max(rules.longest_unattended_seconds, limit)
    return latest if visit.playing else min(visit.idle_from + limit, latest)


def _touched(visit: Visit) -> Visit:
    return replace(visit, touched_at=visit.clock, idle_from=visit.clock)


def _started(visit: Visit, rules: Rules) -> Step:
    visit = _touched(replace(visit, phase=Phase.ACTIVE, playing=False, words=0))
    visit = replace(visit, swallow_until=visit.clock + rules.swallow_seconds)
    return Step(visit, swallow=True, effects=(Effect.VISIT_STARTED, Effect.ATTRACT_TAPPED))


def _stayed(visit: Visit) -> Step:
    effects = (Effect.WARNING_ENDED,) if visit.phase is Phase.WARNING else ()
    return Step(_touched(replace(visit, phase=Phase.ACTIVE)), effects=effects)


def _ended(visit: Visit) -> Step:
    warned = (Effect.WARNING_ENDED,) if visit.phase is Phase.WARNING else ()
    fingers = tuple(replace(finger, guard=False) for finger in visit.fingers)
    ended = Visit(clock=visit.clock, fingers=fingers, key_swallowed=visit.key_swallowed)
    return Step(ended, effects=(*warned, Effect.VISIT_ENDED))
