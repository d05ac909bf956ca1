"""The settings as one says them on a command line: `section.key` and a value."""

from __future__ import annotations

from typing import Final

from kiosk.ground.words import did_you_mean, listed
from kiosk.staff.settings import Settings

DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
CLOSED: Final = "closed"
_LISTS: Final = ("languages.offered", *(f"hours.{day}" for day in DAYS))


def flat(settings: Settings) -> dict[str, object]:
    """Return every setting by its name; of the PIN only whether there is one."""
    values: dict[str, object] = {}
    for name in settings.__struct_fields__:
        value = getattr(settings, name)
        if name == "hours":
            values |= {f"hours.{day}": _hours(settings, number) for number, day in enumerate(DAYS)}
        elif hasattr(value, "__struct_fields__"):
            for key in value.__struct_fields__:
                inner = getattr(value, key)
                values[f"{name}.{key}"] = list(inner) if isinstance(inner, tuple) else inner
        else:
            values[name] = value
    values["pin.hash"] = "set" if settings.pin.hash else "none"
    return values


def in_words(name: str, value: object) -> str:
    """Return a value of `flat` as one says it; what is left open is said in words."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "all that the bundle has"
    if isinstance(value, float):
        return f"{value:g}"
    open_words = {
        "languages.default": "the bundle's first",
        "languages.staff": "the booth's",
        "screen.display": "the primary one",
        "screen.diagonal_inch": "as the screen says",
        "log.file": "where the account keeps its state",
    }
    return str(value) if value not in ("", None) else open_words.get(name, "-")


def read_change(name: str, text: str) -> tuple[str, object]:
    """Return a setting and its value as they were typed; no value (None) where what is usual is to hold again.

    Raises ValueError for a name that there is not.
    """
    known = flat(Settings())
    section = [key for key in known if key.startswith(f"{name}.")]
    if name == "pin" or name == "pin.hash":
        raise ValueError("the PIN is set with `kiosk pin`")
    if section and text:
        raise ValueError(f"{name!r} is a group of settings: name one of them, {listed(section)}")
    if name not in known and not section:
        raise ValueError(f"{name!r} is no setting. {did_you_mean(name, known, '`kiosk settings show` lists them.')}")
    if not text:
        return name, None
    if name in _LISTS and text != CLOSED:
        return name, [part.strip() for part in text.split(",") if part.strip()]
    if isinstance(known[name], bool) and text in ("true", "false"):
        return name, text == "true"
    return name, text


def _hours(settings: Settings, number: int) -> str:
    if not settings.hours:
        return "always open"
    ranges = settings.hours.get(number, ())
    return ", ".join(f"{_clock(at.begins)}-{_clock(at.ends)}" for at in ranges) or CLOSED


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
