"""K8: archives and the store."""

from __future__ import annotations

from typing import Final

from kiosk.bundle.codes.code import Code, Family

_CODES: Final[tuple[Code, ...]] = ()

FAMILY: Final = Family(
    8,
    "Packing and installing",
    "Bundles packed into one file, and put on a booth.",
    _CODES,
)
