"""K5: languages and translations."""

from __future__ import annotations

from typing import Final

from kiosk.bundle.codes.code import Code, Family

_CODES: Final[tuple[Code, ...]] = ()

FAMILY: Final = Family(
    5,
    "Languages and translations",
    "What the booth says in each of its languages.",
    _CODES,
)
