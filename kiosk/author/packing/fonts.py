"""Fonts that a bundle brings: read whole before the booth loads them."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import Final

from fontTools.ttLib import TTFont, TTLibError  # type: ignore[import-untyped]

from kiosk.ground.words import quote
from kiosk.store.names import FONTS, refusal

MAX_FONT_BYTES: Final = 32 * 1024**2
_BEGINNINGS: Final = (b"\0\1\0\0", b"OTTO", b"true")
_DAMAGED: Final = (
    *(TTLibError, OSError, ValueError, KeyError, TypeError, AttributeError, AssertionError, LookupError),
    *(struct.error, RecursionError, MemoryError, NotImplementedError),
)
"""What fontTools raises over a font that is none, or is damaged."""


def check_fonts(folder: Path) -> None:
    """Raise BundleError where a font of the bundle at `folder` is none, or is damaged; meant for the install worker."""
    for path in sorted((folder / FONTS).glob("*")):
        try:
            if path.suffix != ".txt":
                _read_whole(path)
        except _DAMAGED as error:
            what = f"the font {quote(path.name, 80)} is damaged, or none"
            raise refusal(path, "K815", what, "Save it again, or leave it out.") from error


def _read_whole(path: Path) -> None:
    with path.open("rb") as stream:
        if path.stat().st_size > MAX_FONT_BYTES or stream.read(4) not in _BEGINNINGS:
            raise ValueError
        stream.seek(0)
        TTFont(stream, lazy=False, checkChecksums=2).ensureDecompiled()
