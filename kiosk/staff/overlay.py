"""What lies over the content while staff are there, as a pure machine: the PIN pad, the panel, cleaning, the opening
check. Each closes by itself.
"""

from __future__ import annotations

import math
from enum import Enum
from typing import Final, TypeAlias

import msgspec
from msgspec.structs import replace

CLEANING_SECONDS: Final = (30, 60, 120)
DEMO_MINUTES: Final = (5, 15, 60)


class Mode(Enum):
    """What lies over the content."""

    CLOSED = "closed"
    PAD = "pad"
    PANEL = "panel"
    CLEANING = "cleaning"
    CHECK = "check"


SECONDS: Final = {Mode.CLOSED: math.inf, Mode.PAD: 15.0, Mode.PANEL: 60.0, Mode.CHECK: 180.0}
"""How long it stays open while nobody touches it; cleaning is as long as staff say."""


class Overlay(msgspec.Struct, frozen=True):
    """What lies over the content and until when; `demo_until` is when visits end by themselves again."""

    mode: Mode = Mode.CLOSED
    until: float = math.inf
    demo_until: float = -math.inf

    @property
    def covers(self) -> bool:
        """Whether touches and keys are kept from the content."""
        return self.mode is not Mode.CLOSED


class Called(msgspec.Struct, frozen=True):
    """The hidden gesture was made."""


class Touched(msgspec.Struct, frozen=True):
    """Somebody touches the pad or the panel."""


class LetIn(msgspec.Struct, frozen=True):
    """The PIN was right."""


class Shut(msgspec.Struct, frozen=True):
    """Staff close what is open; the check leads back to the panel."""


class Clean(msgspec.Struct, frozen=True):
    """Touch is off for `seconds`."""

    seconds: float


class Demo(msgspec.Struct, frozen=True):
    """Visits do not end by themselves for `minutes`; 0 ends that. The panel closes."""

    minutes: float


class Check(msgspec.Struct, frozen=True):
    """The opening check begins."""


class Tick(msgspec.Struct, frozen=True):
    """Time has passed."""


Event: TypeAlias = Called | Touched | LetIn | Shut | Clean | Demo | Check | Tick


def step(overlay: Overlay, event: Event, now: float) -> Overlay:
    """Return what lies over the content after `event` at `now` (monotonic seconds); what does not fit is no event."""
    match overlay.mode, event:
        case Mode.CLOSED, Called():
            return _open(overlay, Mode.PAD, now)
        case ((Mode.PAD | Mode.PANEL | Mode.CHECK), Touched()):
            return _open(overlay, overlay.mode, now)
        case Mode.PAD, LetIn():
            return _open(overlay, Mode.PANEL, now)
        case Mode.PANEL, Clean(seconds):
            return replace(overlay, mode=Mode.CLEANING, until=now + seconds)
        case Mode.PANEL, Demo(0):
            return replace(_open(overlay, Mode.PANEL, now), demo_until=-math.inf)
        case Mode.PANEL, Demo(minutes):
            return replace(_open(overlay, Mode.CLOSED, now), demo_until=now + minutes * 60)
        case Mode.PANEL, Check():
            return _open(overlay, Mode.CHECK, now)
        case Mode.CHECK, Shut():
            return _open(overlay, Mode.PANEL, now)
        case ((Mode.PAD | Mode.PANEL), Shut()):
            return _open(overlay, Mode.CLOSED, now)
        case _, Tick():
            overlay = replace(overlay, demo_until=-math.inf) if overlay.demo_until <= now else overlay
            return _open(overlay, Mode.CLOSED, now) if now >= overlay.until else overlay
    return overlay


def seconds_left(overlay: Overlay, now: float) -> int:
    """Return the whole seconds until what is open closes by itself; 0 where nothing is open."""
    return max(0, math.ceil(round(overlay.until - now, 3))) if overlay.covers else 0


def demo_minutes_left(overlay: Overlay, now: float) -> int:
    """Return the whole minutes that visits do not end by themselves yet."""
    return max(0, math.ceil((overlay.demo_until - now) / 60)) if overlay.demo_until > now else 0


def due(overlay: Overlay, now: float) -> float | None:
    """Return when `Tick` is due next: something closes, the demo ends, or a countdown shows another number."""
    if overlay.covers:
        left = seconds_left(overlay, now)
        return overlay.until - max(0, left - 1)
    return overlay.demo_until if overlay.demo_until > now else None


def _open(overlay: Overlay, mode: Mode, now: float) -> Overlay:
    return replace(overlay, mode=mode, until=now + SECONDS[mode])
