"""The settings as one says them on a command line: `section.key` and a value."""

from __future__ import annotations

from typing import Final

from kiosk.bundle.source import did_you_mean
from kiosk.staff.settings import Settings

DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
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
    values["pin.hash"] = "(set)" if settings.pin.hash else "(none)"
    return values


def read_change(name: str, text: str) -> tuple[str, object]:
    """Return a setting and its value as they were typed; raise ValueError for a name that there is not."""
    known = flat(Settings())
    if name not in known or name == "pin.hash":
        otherwise = "`kiosk pin` sets the PIN." if name.startswith("pin") else "`kiosk settings show` lists them."
        raise ValueError(f"{name!r} is no setting. {did_you_mean(name, known, otherwise)}")
    if name in _LISTS and text != "closed":
        return name, [part.strip() for part in text.split(",") if part.strip()]
    return name, text


def _hours(settings: Settings, number: int) -> str:
    if not settings.hours:
        return "always open"
    ranges = settings.hours.get(number, ())
    return ", ".join(f"{_clock(at.begins)}-{_clock(at.ends)}" for at in ranges) or "closed"


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
