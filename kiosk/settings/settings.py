"""The booth's own settings, apart from any bundle: complete, checked, immutable.

What is written in `booth.yaml` may leave everything out; this is what holds then. It is plain `msgspec` structs, so
that a start needs neither YAML nor Pydantic.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, Generic, Literal, TypeAlias, TypeVar

from msgspec import Struct

Gesture: TypeAlias = Literal["hold", "taps"]
Corner: TypeAlias = Literal["top-left", "top-right", "bottom-left", "bottom-right"]
Rotation: TypeAlias = Literal[0, 90, 180, 270]
SticksPolicy: TypeAlias = Literal["never", "packed", "any"]

MAX_BYTES: Final = 256 * 1024
"""Of `booth.yaml`."""

_T = TypeVar("_T")


class Value(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """The base of everything here."""


class Languages(Value, frozen=True, kw_only=True):
    """What the booth speaks."""

    default: str = ""
    offered: tuple[str, ...] = ()
    staff: str = ""


class Idle(Value, frozen=True, kw_only=True):
    """How patient the booth is."""

    seconds: float = 60.0
    warning_seconds: float = 20.0


class Screen(Value, frozen=True, kw_only=True):
    """The screen, and how it stands."""

    display: int | None = None
    diagonal_inch: float | None = None
    viewing_mm: float = 600.0
    rotation: Rotation = 0


class Sound(Value, frozen=True, kw_only=True):
    """How loud films are, in percent."""

    volume: int = 70
    cap: int = 100


class Open(Value, frozen=True, kw_only=True):
    """From when to when the booth is open on a day, in minutes since midnight of the machine's own time zone."""

    begins: int
    ends: int


Day: TypeAlias = tuple[Open, ...] | None


class Hours(Value, frozen=True, kw_only=True):
    """When the booth is open. A day that is left out is closed; without any, it is always open."""

    mon: Day = None
    tue: Day = None
    wed: Day = None
    thu: Day = None
    fri: Day = None
    sat: Day = None
    sun: Day = None


DAYS: Final = Hours.__struct_fields__
"""The days of the week, Monday first."""
CLOSED: Final = "closed"
"""How one writes that the booth isn't open on a day."""


class WayIn(Value, frozen=True, kw_only=True):
    """The hidden gesture that opens the PIN pad."""

    gesture: Gesture = "hold"
    corner: Corner = "top-left"
    taps: int = 5
    seconds: float = 3.0


class Pin(Value, frozen=True, kw_only=True):
    """The PIN of the staff panel."""

    hash: str = ""
    scrambled: bool = False


class Counts(Value, frozen=True, kw_only=True):
    """Counting, without anything that tells of a person."""

    enabled: bool = False
    keep_days: int = 400


class Log(Value, frozen=True, kw_only=True):
    """The log."""

    file: str = ""


class Settings(Value, frozen=True, kw_only=True):
    """Everything that is set on this booth."""

    name: str = ""
    languages: Languages = Languages()
    idle: Idle = Idle()
    screen: Screen = Screen()
    sound: Sound = Sound()
    hours: Hours = Hours()
    way_in: WayIn = WayIn()
    pin: Pin = Pin()
    sticks: SticksPolicy = "packed"
    counts: Counts = Counts()
    log: Log = Log()


USUAL: Final = Settings()


class Setting(Generic[_T]):
    """One of the settings, for those who change it: `Setting(lambda s: s.sound.volume)` has the name `sound.volume`.

    A type check sees where the settings have no such field, and what its values are.
    """

    def __init__(self, read: Callable[[Settings], _T]) -> None:
        field: Any = read
        self.name: Final = ".".join(field(_Path()).steps)


class _Path:
    """Stands for the settings, and takes note of the fields that are asked for."""

    def __init__(self, *steps: str) -> None:
        self.steps = steps

    def __getattr__(self, step: str) -> _Path:
        return _Path(*self.steps, step)


FIRST_LANGUAGE: Final = Setting(lambda settings: settings.languages.default)
STAFF_LANGUAGE: Final = Setting(lambda settings: settings.languages.staff)
OFFERED_LANGUAGES: Final = Setting(lambda settings: settings.languages.offered)
VOLUME: Final = Setting(lambda settings: settings.sound.volume)
COUNTING: Final = Setting(lambda settings: settings.counts.enabled)
PIN_HASH: Final = Setting(lambda settings: settings.pin.hash)
