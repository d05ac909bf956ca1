"""K1: reading files and YAML."""

from __future__ import annotations

from typing import Final

from kiosk.bundle.codes.code import Code, Family

_CODES: Final[tuple[Code, ...]] = ()

FAMILY: Final = Family(
    1,
    "Reading the files",
    "Before anything else, the text files of a bundle are read: letters, brackets, indentation.",
    _CODES,
)
