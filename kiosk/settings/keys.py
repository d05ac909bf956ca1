"""The settings by their keys, `section.key`, as one types and reads them on a command line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from msgspec.structs import asdict

from kiosk.ground.words import did_you_mean, listed
from kiosk.settings.hours import ALWAYS
from kiosk.settings.settings import (
    CLOSED,
    DAYS,
    FIRST_LANGUAGE,
    OFFERED_LANGUAGES,
    PIN_HASH,
    STAFF_LANGUAGE,
    USUAL,
    Day,
    Hours,
    Setting,
    Settings,
    Value,
)

_LISTS: Final = (OFFERED_LANGUAGES.name, *(f"hours.{day}" for day in DAYS))
_LEFT_OPEN: Final = {
    FIRST_LANGUAGE.name: "the bundle's first",
    STAFF_LANGUAGE.name: "the booth's",
    Setting(lambda s: s.screen.display).name: "the primary one",
    Setting(lambda s: s.screen.diagonal_inch).name: "as the screen says",
    Setting(lambda s: s.log.file).name: "where the account keeps its state",
}


def flat(settings: Settings) -> dict[str, object]:
    """Return every setting by its key; of the PIN only whether there is one."""
    values = {
        f"{section}.{key}" if key else section: list(value) if isinstance(value, tuple) else value
        for section, held in asdict(settings).items()
        for key, value in _fields(held)
    }
    values[PIN_HASH.name] = "set" if settings.pin.hash else "none"
    return values


def in_words(key: str, value: object) -> str:
    """Return a value of `flat` as one says it; what is left open is said in words."""
    match value:
        case bool():
            return "true" if value else "false"
        case list():
            return ", ".join(map(str, value)) or "all that the bundle has"
        case float():
            return f"{value:g}"
        case "" | None:
            return _LEFT_OPEN.get(key, "-")
    return str(value)


def read_change(key: str, text: str) -> tuple[str, object]:
    """Return a setting's key and its value as they were typed; None for a value where the usual one is to hold again.

    Raises ValueError for a key that there is not.
    """
    known = flat(USUAL)
    _refuse(key, text, known)
    if not text:
        return key, None
    if key in _LISTS and text != CLOSED:
        return key, [part.strip() for part in text.split(",") if part.strip()]
    if isinstance(known.get(key), bool) and text in ("true", "false"):
        return key, text == "true"
    return key, text


def _refuse(key: str, text: str, known: dict[str, object]) -> None:
    """Raise ValueError where `key` is none that may be typed, or is that of a section and shall have a value."""
    section = [name for name in known if name.startswith(f"{key}.")]
    if key in ("pin", PIN_HASH.name):
        raise ValueError("the PIN is set with `kiosk pin`")
    if section and text:
        raise ValueError(f"{key!r} is a group of settings: name one of them, {listed(section)}")
    if key not in known and not section:
        raise ValueError(f"{key!r} is no setting. {did_you_mean(key, known, '`kiosk settings show` lists them.')}")


def _fields(held: object) -> Iterator[tuple[str, object]]:
    """Yield the fields of a section, or a setting that stands in none, with an empty key."""
    if isinstance(held, Hours):
        yield from ((day, _ranges(held, ranges)) for day, ranges in asdict(held).items())
    elif isinstance(held, Value):
        yield from asdict(held).items()
    else:
        yield "", held


def _ranges(hours: Hours, day: Day) -> str:
    if hours == ALWAYS:
        return "always open"
    return ", ".join(f"{_clock(at.begins)}-{_clock(at.ends)}" for at in day or ()) or CLOSED


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
