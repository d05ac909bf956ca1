"""The hidden gesture, as a pure machine: fingers go down, move and are lifted; at some point the pad opens.

`hold`: two fingers go down together and stay where they are. A third one ends that; the mouse, which has one pointer,
cannot do it. `taps`: one finger or the mouse taps a corner again and again, and nothing else meanwhile.
"""

from __future__ import annotations

import math
from typing import Final, TypeAlias

import msgspec
from msgspec.structs import replace

from kiosk.settings.settings import WayIn

STILL: Final = 0.03
"""How far a held finger may wander, as a part of the screen's short side."""
CORNER: Final = 0.12
"""How large a corner is, as a part of the screen's short side."""
TOGETHER_SECONDS: Final = 1.0
"""How long after the first of two fingers the second one may come."""
TAP_SECONDS: Final = 0.8
"""How long a tap takes at most."""
LYING_SECONDS: Final = 10.0
"""What has been down longer when another finger comes is none: it leans on the screen, or its release was lost."""
MOUSE: Final = -1


class Down(msgspec.Struct, frozen=True):
    """A finger goes down at `x`, `y`: parts of the screen's short side, from the top left."""

    finger: int
    x: float
    y: float


class Move(msgspec.Struct, frozen=True):
    """A finger that is down moves."""

    finger: int
    x: float
    y: float


class Up(msgspec.Struct, frozen=True):
    """A finger is lifted, or its gesture is cancelled."""

    finger: int


class Tick(msgspec.Struct, frozen=True):
    """Time has passed; due at `due`."""


Touch: TypeAlias = Down | Move | Up | Tick


class Finger(msgspec.Struct, frozen=True):
    """A finger that is down: where and since when, and whether it has done what no part of a gesture does."""

    id: int
    x: float
    y: float
    since: float
    spoilt: bool = False


class Watch(msgspec.Struct, frozen=True):
    """What has been seen: the fingers that are down, since when two are held, when the corner was tapped."""

    fingers: tuple[Finger, ...] = ()
    held_since: float = math.inf
    taps: tuple[float, ...] = ()


def watch(seen: Watch, touch: Touch, now: float, way: WayIn, size: tuple[float, float]) -> tuple[Watch, bool]:
    """Return what has been seen after `touch` at `now` (monotonic seconds), and whether the pad opens.

    `size` is the screen's, in parts of its short side.
    """
    if way.gesture == "taps":
        return _tapped(seen, touch, now, way, size)
    return _held(seen, touch, now, way)


def due(seen: Watch, way: WayIn) -> float | None:
    """Return when `Tick` is due, if ever."""
    held = way.gesture == "hold" and seen.held_since < math.inf
    return seen.held_since + way.seconds if held else None


def in_corner(x: float, y: float, way: WayIn, size: tuple[float, float]) -> bool:
    """Whether a place lies in the corner of the taps."""
    upper, left = way.corner.split("-")
    across = x if left == "left" else size[0] - x
    down = y if upper == "top" else size[1] - y
    return across < CORNER and down < CORNER


def _held(seen: Watch, touch: Touch, now: float, way: WayIn) -> tuple[Watch, bool]:
    match touch:
        case Down(finger):
            return (seen if finger == MOUSE else _hold(seen, touch, now)), False
        case Move():
            fingers = _moved(seen, touch)
            return Watch(fingers, math.inf if any(one.spoilt for one in fingers) else seen.held_since), False
        case Up(finger):
            fingers = _without(seen, finger)
            return (Watch(fingers) if fingers != seen.fingers else seen), False
        case Tick():
            return (Watch(), True) if now >= seen.held_since + way.seconds else (seen, False)


def _hold(seen: Watch, touch: Down, now: float) -> Watch:
    """Return what has been seen with a finger that goes down; two together begin to be held."""
    fingers = (*_others(seen, touch.finger, now), Finger(touch.finger, touch.x, touch.y, now))
    first = fingers[0]
    begins = len(fingers) == 2 and not first.spoilt and now - first.since <= TOGETHER_SECONDS
    return Watch(fingers, now if begins else math.inf)


def _tapped(seen: Watch, touch: Touch, now: float, way: WayIn, size: tuple[float, float]) -> tuple[Watch, bool]:
    match touch:
        case Down():
            return _press(seen, touch, now, in_corner(touch.x, touch.y, way, size)), False
        case Move():
            return replace(seen, fingers=_moved(seen, touch)), False
        case Up(finger):
            lifted = [one for one in seen.fingers if one.id == finger]
            return _tap(seen, lifted[0], now, way) if lifted else (seen, False)
        case Tick():
            return seen, False


def _press(seen: Watch, touch: Down, now: float, in_corner: bool) -> Watch:
    """Return what has been seen with a finger that goes down; beside others it is no tap, and neither are they."""
    others = _others(seen, touch.finger, now)
    alone = in_corner and not others
    spoilt = tuple(replace(one, spoilt=True) for one in others)
    pressed = Finger(touch.finger, touch.x, touch.y, now, spoilt=not alone)
    return Watch((*spoilt, pressed), taps=seen.taps if alone else ())


def _tap(seen: Watch, lifted: Finger, now: float, way: WayIn) -> tuple[Watch, bool]:
    """Return what has been seen without a finger that is lifted, and whether that was the last tap."""
    fingers = _without(seen, lifted.id)
    if lifted.spoilt or now - lifted.since > TAP_SECONDS:
        return Watch(fingers), False
    taps = (*(tap for tap in seen.taps if now - tap < way.seconds), now)
    return (Watch(), True) if len(taps) >= way.taps else (Watch(fingers, taps=taps), False)


def _without(seen: Watch, finger: int) -> tuple[Finger, ...]:
    """Return the fingers that are down without `finger`."""
    return tuple(one for one in seen.fingers if one.id != finger)


def _others(seen: Watch, finger: int, now: float) -> tuple[Finger, ...]:
    """Return the fingers that are down beside `finger`."""
    return tuple(one for one in _without(seen, finger) if now - one.since < LYING_SECONDS)


def _moved(seen: Watch, move: Move) -> tuple[Finger, ...]:
    """Return the fingers after one has moved: how far from where it went down decides, so jitter does no harm."""

    def look(one: Finger) -> Finger:
        away = one.id == move.finger and math.hypot(move.x - one.x, move.y - one.y) > STILL
        return replace(one, spoilt=True) if away else one

    return tuple(map(look, seen.fingers))
