"""The booth's own settings, apart from any bundle: complete, checked, immutable.

What is written in `booth.yaml` may leave everything out; this is what holds then. It is plain `msgspec` structs, so
that a start needs neither YAML nor Pydantic.
"""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

from msgspec import Struct

Gesture: TypeAlias = Literal["hold", "taps"]
Corner: TypeAlias = Literal["top-left", "top-right", "bottom-left", "bottom-right"]
Rotation: TypeAlias = Literal[0, 90, 180, 270]
SticksPolicy: TypeAlias = Literal["never", "packed", "any"]


class Value(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """The base of everything here."""


class Languages(Value, frozen=True, kw_only=True):
    """Which language the booth begins with ("" the bundle's first) and which it offers (none: all the bundle has).

    `staff` is that of the panel; "" follows the booth's.
    """

    default: str = ""
    offered: tuple[str, ...] = ()
    staff: str = ""


class Idle(Value, frozen=True, kw_only=True):
    """After how many seconds without a touch a visit is asked about, and how long the question stands."""

    seconds: float = 60.0
    warning_seconds: float = 20.0


class Screen(Value, frozen=True, kw_only=True):
    """Which screen, from 0 (None: the primary one), how large it is (None: as it says), from how far one reads."""

    display: int | None = None
    diagonal_inch: float | None = None
    viewing_mm: float = 600.0
    rotation: Rotation = 0


class Sound(Value, frozen=True, kw_only=True):
    """How loud films begin and how loud they may become, in percent."""

    volume: int = 70
    cap: int = 100


class Open(Value, frozen=True, kw_only=True):
    """From when to when the booth is open on a day, in minutes since midnight of the machine's own time zone."""

    begins: int
    ends: int


class WayIn(Value, frozen=True, kw_only=True):
    """The hidden gesture: two fingers held for `seconds`, or `taps` in a `corner`."""

    gesture: Gesture = "hold"
    corner: Corner = "top-left"
    taps: int = 5
    seconds: float = 3.0


class Pin(Value, frozen=True, kw_only=True):
    """The hash of the PIN ("" while none is set: the panel then opens from the machine's shell only)."""

    hash: str = ""
    scrambled: bool = False


class Counts(Value, frozen=True, kw_only=True):
    """Whether visits are counted, and for how many days the counts are kept."""

    enabled: bool = False
    keep_days: int = 400


class Log(Value, frozen=True, kw_only=True):
    """Where the log lies; "" where the account keeps its state."""

    file: str = ""


class Settings(Value, frozen=True, kw_only=True):
    """Everything that is set on this booth; `hours` holds the days it is open, Monday 0, and is empty for always."""

    name: str = ""
    languages: Languages = Languages()
    idle: Idle = Idle()
    screen: Screen = Screen()
    sound: Sound = Sound()
    hours: dict[int, tuple[Open, ...]] = {}
    way_in: WayIn = WayIn()
    pin: Pin = Pin()
    sticks: SticksPolicy = "packed"
    counts: Counts = Counts()
    log: Log = Log()


USUAL: Final = Settings()
