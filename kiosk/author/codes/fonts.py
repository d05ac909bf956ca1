"""K6: fonts and characters."""

from __future__ import annotations

from typing import Final

from kiosk.author.codes.code import Code, Family

_CODES: Final[tuple[Code, ...]] = (
    Code(
        "K650",
        "A character that no font draws",
        "None of the fonts on this machine has the character, so that an empty box would be shown. Check on the "
        "booth's own machine.",
        "Install the package that the report names, or write it with other characters.",
        severity="warning",
    ),
    Code(
        "K651",
        "The font of a language is missing",
        "The font that the booth uses for the script of this language is not installed. Another one stands in, if "
        "any has its letters.",
        "Install the package that the report names.",
        severity="warning",
    ),
    Code(
        "K652",
        "A font of the theme is missing",
        "`theme.fonts` names a font that is not installed on this machine.",
        "Install the font on the booth, correct its name, or take it out.",
        "fonts: {Arab: Noto Sans Arabik}",
        severity="warning",
    ),
)

FAMILY: Final = Family(
    6,
    "Fonts and characters",
    "Whether the letters of every language can be drawn.",
    _CODES,
)
