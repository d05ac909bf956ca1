"""K2: structure and values."""

from __future__ import annotations

from typing import Final

from kiosk.bundle.codes.code import Code, Family

_CODES: Final[tuple[Code, ...]] = ()

FAMILY: Final = Family(
    2,
    "Keys and values",
    "What may stand under which key, and what a value may be.",
    _CODES,
)
