"""K6: fonts and characters."""

from __future__ import annotations

from typing import Final

from kiosk.bundle.codes.code import Code, Family

_CODES: Final[tuple[Code, ...]] = ()

FAMILY: Final = Family(
    6,
    "Fonts and characters",
    "Whether the letters of every language can be drawn.",
    _CODES,
)
