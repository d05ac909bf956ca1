"""Fonts that came with an installed bundle."""

from __future__ import annotations

from pathlib import Path

from kiosk.bundle.store.names import FONT_SUFFIXES, FONTS
from kiosk.bundle.store.store import is_installed


def add_fonts(folder: Path) -> list[str]:
    """Let Qt draw with the fonts of the bundle at `folder`, and return their families.

    Only an installed bundle's fonts were read by the install worker first, so others are left alone.
    """
    fonts = folder / FONTS
    if not fonts.is_dir() or not is_installed(folder):
        return []
    from PySide6.QtGui import QFontDatabase

    found = [path for path in sorted(fonts.iterdir()) if path.suffix in FONT_SUFFIXES]
    numbers = [QFontDatabase.addApplicationFont(str(path)) for path in found]
    return sorted({family for number in numbers for family in QFontDatabase.applicationFontFamilies(number)})
