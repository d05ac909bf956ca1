"""The hidden gesture, as a pure machine: fingers go down, move and are lifted; at some point the pad opens."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from kiosk.staff.settings import WayIn

STILL: Final = 0.03
"""How far a held finger may wander, as a part of the screen's short side."""
CORNER: Final = 0.12
"""How large a corner is, as a part of the screen's short side."""


@dataclass(frozen=True, slots=True)
class Down:
    """A finger goes down at `x`, `y`: parts of the screen's short side, from the top left."""

    finger: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Move:
    """A finger that is down moves."""

    finger: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Up:
    """A finger is lifted, or its gesture is cancelled."""

    finger: int


@dataclass(frozen=True, slots=True)
class Tick:
    """Time has passed; due at `due`."""


Touch: TypeAlias = Down | Move | Up | Tick


@dataclass(frozen=True, slots=True)
class Watch:
    """What has been seen: where each finger went down, since when two are held, when taps in the corner came."""

    fingers: tuple[Down, ...] = ()
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


def _held(seen: Watch, touch: Touch, now: float, way: WayIn) -> tuple[Watch, bool]:
    match touch:
        case Down(finger):
            fingers = (*(kept for kept in seen.fingers if kept.finger != finger), touch)
            return Watch(fingers, now if len(fingers) == 2 else math.inf), False
        case Move(finger, x, y):
            began = next((kept for kept in seen.fingers if kept.finger == finger), None)
            if began is not None and math.hypot(x - began.x, y - began.y) > STILL:
                return replace(seen, held_since=math.inf), False
            return seen, False
        case Up(finger):
            return Watch(tuple(kept for kept in seen.fingers if kept.finger != finger)), False
        case Tick():
            opened = now >= seen.held_since + way.seconds
            return (Watch(seen.fingers) if opened else seen), opened


def _tapped(seen: Watch, touch: Touch, now: float, way: WayIn, size: tuple[float, float]) -> tuple[Watch, bool]:
    if not isinstance(touch, Down):
        return seen, False
    if not in_corner(touch.x, touch.y, way, size):
        return Watch(), False
    taps = (*(tap for tap in seen.taps if now - tap < way.seconds), now)
    return (Watch(), True) if len(taps) >= way.taps else (Watch(taps=taps), False)


def in_corner(x: float, y: float, way: WayIn, size: tuple[float, float]) -> bool:
    """Whether a place lies in the corner of the taps."""
    upper, left = way.corner.split("-")
    across = x if left == "left" else size[0] - x
    down = y if upper == "top" else size[1] - y
    return across < CORNER and down < CORNER
