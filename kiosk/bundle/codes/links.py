"""K3: ids and links between parts."""

from __future__ import annotations

from typing import Final

from kiosk.bundle.codes.code import Code, Family

_CODES: Final[tuple[Code, ...]] = ()

FAMILY: Final = Family(
    3,
    "Ids and where they lead",
    "Parts of a bundle have names (ids), and other parts refer to them.",
    _CODES,
)
