"""Whether the booth is open: the one thing here that the clock on the wall decides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import astuple

from kiosk.settings.settings import Hours, Settings

if TYPE_CHECKING:
    from datetime import datetime

ALWAYS: Final = Hours()


def is_open(settings: Settings, now: datetime) -> bool:
    """Whether the booth is open at `now`, in the machine's own time zone; always, where no hours are set."""
    minute = now.hour * 60 + now.minute
    today = astuple(settings.hours)[now.weekday()] or ()
    return settings.hours == ALWAYS or any(at.begins <= minute < at.ends for at in today)


def is_open_now(settings: Settings) -> bool:
    """Whether the booth is open by the machine's clock."""
    if settings.hours == ALWAYS:
        return True
    from datetime import datetime

    return is_open(settings, datetime.now())
