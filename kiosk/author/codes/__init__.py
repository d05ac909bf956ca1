"""Every finding of `kiosk check` by its stable code: what it means, why it matters and how it is mended.

`docs/checks.md` is written from here (`make docs`). A code never changes its meaning and is never used again for
something else. A module holds one family; within it, 01 to 49 is found while a bundle is read, 50 to 99 by looking
closer at one that could be shown (`kiosk.author.lint`, `kiosk.workshop.fit`).
"""

from __future__ import annotations

from typing import Final

from kiosk.author.codes import files, fonts, languages, links, looks, reading, settings, store, structure
from kiosk.author.codes.code import Code, Family

__all__ = ["BY_CODE", "CODES", "FAMILIES", "Code", "Family"]

FAMILIES: Final[tuple[Family, ...]] = (
    reading.FAMILY,
    structure.FAMILY,
    links.FAMILY,
    files.FAMILY,
    languages.FAMILY,
    fonts.FAMILY,
    looks.FAMILY,
    store.FAMILY,
    settings.FAMILY,
)
CODES: Final[tuple[Code, ...]] = tuple(code for family in FAMILIES for code in family.codes)
BY_CODE: Final = {code.code: code for code in CODES}
