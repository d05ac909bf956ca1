"""K7: how it looks on the screen."""

from __future__ import annotations

from typing import Final

from kiosk.bundle.codes.code import Code, Family

_CODES: Final[tuple[Code, ...]] = (
    Code(
        "K750",
        "A colour of the theme that cannot be read",
        "The colours are too similar: text needs a contrast of 4.5 : 1 to what lies under it, and marks need 3 : 1"
        " (WCAG 2.2). The booth makes the colour lighter or darker until it can be read.",
        "Write the colour that the report names, or choose another.",
        "theme: {ground: '#808080', text: '#909090'}",
        severity="warning",
    ),
    Code(
        "K751",
        "A colour of a sector that hardly shows",
        "The colour is so close to the ground that lines and numbers in it cannot be made out. The booth makes it "
        "lighter or darker.",
        "Write the colour that the report names, or choose another.",
        "colour: '#101520'",
        severity="warning",
    ),
    Code(
        "K752",
        "A text that is far too long",
        "Titles read best under 40 letters, summaries under 140, lines of the attract loop under 50. This one is "
        "half as long again.",
        "Shorten it: visitors read it in passing.",
        severity="warning",
    ),
)

FAMILY: Final = Family(
    7,
    "How it looks",
    "Whether everything fits its place and can be read.",
    _CODES,
)
