"""What staff see, as a pure machine: the PIN pad, the panel, cleaning, the opening check; each closes by itself."""

from __future__ import annotations

import math
from enum import Enum
from typing import Final, TypeAlias, assert_never

import msgspec
from msgspec.structs import replace

PAD_SECONDS: Final = 15.0
PANEL_SECONDS: Final = 60.0
CHECK_SECONDS: Final = 180.0
CLEANING_SECONDS: Final = (30, 60, 120)
DEMO_MINUTES: Final = (5, 15, 60)


class Mode(Enum):
    """What lies over the content."""

    CLOSED = "closed"
    PAD = "pad"
    PANEL = "panel"
    CLEANING = "cleaning"
    CHECK = "check"


class Panel(msgspec.Struct, frozen=True):
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


def step(panel: Panel, event: Event, now: float) -> Panel:
    """Return what lies over the content after `event` at `now` (monotonic seconds); what does not fit is no event."""
    match event:
        case Called():
            return _open(panel, Mode.PAD, now) if panel.mode is Mode.CLOSED else panel
        case Touched():
            return _open(panel, panel.mode, now) if panel.mode is not Mode.CLEANING else panel
        case LetIn():
            return _open(panel, Mode.PANEL, now) if panel.mode is Mode.PAD else panel
        case Shut():
            if panel.mode is Mode.CHECK:
                return _open(panel, Mode.PANEL, now)
            return panel if panel.mode is Mode.CLEANING else _open(panel, Mode.CLOSED, now)
        case Clean(seconds):
            return replace(panel, mode=Mode.CLEANING, until=now + seconds) if panel.mode is Mode.PANEL else panel
        case Demo(minutes):
            if panel.mode is not Mode.PANEL:
                return panel
            until = now + minutes * 60 if minutes > 0 else -math.inf
            return replace(_open(panel, Mode.CLOSED if minutes else Mode.PANEL, now), demo_until=until)
        case Check():
            return _open(panel, Mode.CHECK, now) if panel.mode is Mode.PANEL else panel
        case Tick():
            panel = replace(panel, demo_until=-math.inf) if panel.demo_until <= now else panel
            return _open(panel, Mode.CLOSED, now) if now >= panel.until else panel
        case _:
            assert_never(event)


def seconds_left(panel: Panel, now: float) -> int:
    """Return the whole seconds until what is open closes by itself; 0 where nothing is open."""
    return max(0, math.ceil(round(panel.until - now, 3))) if panel.covers else 0


def demo_minutes_left(panel: Panel, now: float) -> int:
    """Return the whole minutes that visits do not end by themselves yet."""
    return max(0, math.ceil((panel.demo_until - now) / 60)) if panel.demo_until > now else 0


def due(panel: Panel, now: float) -> float | None:
    """Return when `Tick` is due next: something closes, the demo ends, or a countdown shows another number."""
    if panel.covers:
        left = seconds_left(panel, now)
        return panel.until - max(0, left - 1)
    return panel.demo_until if panel.demo_until > now else None


def _open(panel: Panel, mode: Mode, now: float) -> Panel:
    match mode:
        case Mode.CLOSED:
            return replace(panel, mode=mode, until=math.inf)
        case Mode.PAD:
            return replace(panel, mode=mode, until=now + PAD_SECONDS)
        case Mode.PANEL:
            return replace(panel, mode=mode, until=now + PANEL_SECONDS)
        case Mode.CHECK:
            return replace(panel, mode=mode, until=now + CHECK_SECONDS)
        case Mode.CLEANING:
            return panel
        case _:
            assert_never(mode)
