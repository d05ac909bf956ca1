"""Whether the booth is open: the one thing here that the clock on the wall decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.staff.settings import Settings

if TYPE_CHECKING:
    from datetime import datetime


def is_open(settings: Settings, now: datetime) -> bool:
    """Whether the booth is open at `now`, in the machine's own time zone; always, where no hours are set."""
    minute = now.hour * 60 + now.minute
    today = settings.hours.get(now.weekday(), ())
    return not settings.hours or any(at.begins <= minute < at.ends for at in today)


def is_open_now(settings: Settings) -> bool:
    """Whether the booth is open by the machine's clock."""
    if not settings.hours:
        return True
    from datetime import datetime

    return is_open(settings, datetime.now())
