"""K7: how it looks on the screen."""

from __future__ import annotations

from typing import Final

from kiosk.author.codes.code import Code, Family

_CODES: Final[tuple[Code, ...]] = (
    Code(
        "K701",
        "Texts that could not be measured",
        "To see whether every text fits, the pages are laid out by a process of its own. It ended before it was done.",
        "Look at the pages with `kiosk shots`. `--no-fit` leaves this part of the check out.",
        severity="warning",
    ),
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
    Code(
        "K760",
        "A text that is cut off",
        "Its place has room for some lines and the text needs more: its end is not shown. Found by laying out every "
        "page in every language, wide (1920x1080) and tall (1080x1920).",
        "Shorten the text in the language that the report names; the report says by how much.",
        "title: The automotive supply industry and its many partners all along the upper river",
        severity="warning",
    ),
    Code(
        "K761",
        "A text that leaves its place",
        "The text is wider or higher than its place: it runs into its neighbour or off the screen.",
        "Shorten the text in the language that the report names.",
        severity="warning",
    ),
    Code(
        "K762",
        "A text as small as it can be",
        "Some texts, numbers above all, shrink to fit their place. This one has shrunk as far as it may, and is hard "
        "to read from a distance.",
        "Shorten the text, or let a smaller unit carry the number: `compact` writes 500K for 500,000.",
        severity="warning",
    ),
    Code(
        "K763",
        "A word that is broken",
        "The word is longer than its line, so it goes on in the next one in the middle of the word.",
        "Use a shorter word in the language that the report names, or divide it.",
        severity="warning",
    ),
)

FAMILY: Final = Family(
    7,
    "How it looks",
    "Whether everything fits its place and can be read.",
    _CODES,
)
