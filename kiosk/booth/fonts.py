"""Fonts that came with an installed bundle."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFontDatabase

from kiosk.store.names import FONT_SUFFIXES, FONTS
from kiosk.store.store import is_installed


def add_fonts(folder: Path) -> list[str]:
    """Let Qt draw with the fonts of the bundle at `folder`, and return their families.

    Only an installed bundle's fonts were read by the install worker first, so others are left alone.
    """
    files = sorted((folder / FONTS).glob("*")) if is_installed(folder) else []
    numbers = [QFontDatabase.addApplicationFont(str(file)) for file in files if file.suffix in FONT_SUFFIXES]
    return sorted({family for number in numbers for family in QFontDatabase.applicationFontFamilies(number)})
