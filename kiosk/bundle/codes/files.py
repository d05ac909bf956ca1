"""K4: files and media."""

from __future__ import annotations

from typing import Final

from kiosk.bundle.codes.code import Code, Family

_CODES: Final[tuple[Code, ...]] = ()

FAMILY: Final = Family(
    4,
    "Files and media",
    "Pictures, films and captions: whether they are there, and whether the booth can show them.",
    _CODES,
)
