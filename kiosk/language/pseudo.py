"""Pseudo-languages: text that looks foreign but can be read, to find what is cut off, not translated or mirrored."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from kiosk.ground.errors import LanguageError
from kiosk.language.locales import canonical_code, is_pseudo

__all__ = ["is_pseudo", "pseudo_text"]

_KEPT: Final = re.compile(
    r"%L?(?:[0-9]{1,2}|n)|%(?:\([a-z_]+\))?[sd]|\{[A-Za-z0-9_]*\}|</?[A-Za-z][^<>]*>|&[a-z]+;|https?://\S+|\n"
)
_ACCENTED: Final = str.maketrans(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
    "ÀƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞQŔŠŢÛṼŴẊÝŽàƀçðéƒĝĥîĵķļɱñöþɋŕšţûṽŵẋýž",
)
_ARABIC: Final = str.maketrans(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz,;?",
    "ابتدهفجحيجكلمنوبقرستوثوخيزابتدهفجحيجكلمنوبقرستوثوخيز،؛؟",
)
_PADDING: Final = "one two three four five six seven eight nine ten "


def pseudo_text(text: str, code: str) -> str:
    """Return `text` in the pseudo-language `code`, its placeholders, markup, addresses and line breaks kept.

    `en_XA` is accented, about 35 % longer and in brackets, so that a missing bracket shows what is cut off; `ar_XB`
    is in Arabic letters.
    """
    match canonical_code(code):
        case _ if not text.strip():
            return text
        case "en_XA":
            longer = max(1, round(len(_KEPT.sub("", text)) * 0.35) - 3)
            padding = (_PADDING * (longer // len(_PADDING) + 1))[:longer].strip()
            return f"[{_translated(text, _ACCENTED)} {padding.translate(_ACCENTED)}]"
        case "ar_XB":
            return _translated(text, _ARABIC)
        case _:
            raise LanguageError(f"`{code}` is no pseudo-language", "Use `en_XA` or `ar_XB`.")


def _translated(text: str, table: Mapping[int, int]) -> str:
    parts = re.split(f"({_KEPT.pattern})", text)
    return "".join(part if index % 2 else part.translate(table) for index, part in enumerate(parts))
