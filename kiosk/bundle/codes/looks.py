"""K7: how it looks on the screen."""

from __future__ import annotations

from typing import Final

from kiosk.bundle.codes.code import Code, Family

_CODES: Final[tuple[Code, ...]] = ()

FAMILY: Final = Family(
    7,
    "How it looks",
    "Whether everything fits its place and can be read.",
    _CODES,
)
