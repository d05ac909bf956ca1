"""The brightness of the screen's lamp, where the system lets this account set it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

FOLDER: Final = Path("/sys/class/backlight")


def read_brightness(folder: Path = FOLDER) -> int | None:
    """Return how bright the screen is, in percent; None where that cannot be set here."""
    lamp = _lamp(folder)
    if lamp is None:
        return None
    try:
        most = int((lamp / "max_brightness").read_text("ascii"))
        return round(100 * int((lamp / "brightness").read_text("ascii")) / most) if most > 0 else None
    except (OSError, ValueError):
        return None


def set_brightness(percent: int, folder: Path = FOLDER) -> bool:
    """Make the screen as bright as `percent`, never dark; return whether that could be done."""
    lamp = _lamp(folder)
    if lamp is None:
        return False
    try:
        most = int((lamp / "max_brightness").read_text("ascii"))
        (lamp / "brightness").write_text(str(max(1, round(most * max(5, min(100, percent)) / 100))), "ascii")
    except (OSError, ValueError):
        return False
    return True


def _lamp(folder: Path) -> Path | None:
    try:
        lamps = sorted(folder.iterdir())
    except OSError:
        return None
    return next((lamp for lamp in lamps if os.access(lamp / "brightness", os.W_OK)), None)
