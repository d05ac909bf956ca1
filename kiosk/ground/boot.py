"""Which start of the machine this is, and for how long it has been running."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Final

_BOOT: Final = Path("/proc/sys/kernel/random/boot_id")


def boot_name() -> str:
    """Return the name of this start of the machine, or nothing where the system gives none."""
    try:
        return _BOOT.read_text("ascii").strip()
    except (OSError, UnicodeDecodeError):
        return ""


def boot_clock() -> float:
    """Return the seconds since the machine was started; sleep counts, and nobody can set it."""
    return time.clock_gettime(time.CLOCK_BOOTTIME)
