"""Whether the booth is open: the one thing here that the clock on the wall decides."""

from __future__ import annotations

from datetime import datetime

from kiosk.staff.settings import Settings


def is_open(settings: Settings, now: datetime) -> bool:
    """Whether the booth is open at `now`, in the machine's own time zone; always, where no hours are set."""
    minute = now.hour * 60 + now.minute
    today = settings.hours.get(now.weekday(), ())
    return not settings.hours or any(at.begins <= minute < at.ends for at in today)
