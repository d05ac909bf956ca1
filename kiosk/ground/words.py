"""Words of others in our own sentences: quoted, listed, and the known word that was probably meant."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable
from typing import Final

_LONGEST_COMPARED: Final = 60
MOST_COMPARED: Final = 200_000
"""How many words are compared for one bundle: thousands of mistakes among thousands of names must not take hours."""

_compared = 0


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the one of `known` that `word` was probably meant to be, or an empty text."""
    global _compared
    folded = {_fold(choice): choice for choice in known}
    _compared += len(folded)
    if not word or len(word) > _LONGEST_COMPARED or _compared > MOST_COMPARED:
        return ""
    found = difflib.get_close_matches(_fold(word), list(folded), n=1, cutoff=0.6)
    return folded[found[0]] if found else ""


def begin_comparing() -> None:
    """Begin to count anew how many words were compared, before another bundle is read."""
    global _compared
    _compared = 0


def did_you_mean(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """Return the question after the nearest of `known`, or `otherwise` where nothing is near."""
    near = nearest(word, (name for name in known if name.isprintable()))
    return f"Did you mean `{near}`?" if near else otherwise


def listed(words: Iterable[str], last: str = "or") -> str:
    """Return `words` as one would say them: `a`, `b` or `c`."""
    quoted = [quote(word, 80) for word in words]
    return f" {last} ".join([", ".join(quoted[:-1]), quoted[-1]]) if len(quoted) > 1 else "".join(quoted)


def quote(text: str, length: int = 40) -> str:
    """Return `text` between backticks on one line, shortened to `length` characters."""
    plain = " ".join("".join(c if c.isprintable() else _shown(c) for c in text[: length * 2]).split())
    return f"`{plain[:length]}…`" if len(plain) > length or len(text) > length * 2 else f"`{plain}`"


def _shown(character: str) -> str:
    """Return a mark without a shape as its number, because it may be the very mistake; other such are spaces."""
    return f"<U+{ord(character):04X}>" if unicodedata.category(character) == "Cf" else " "


def _fold(word: str) -> str:
    return word.casefold().replace("_", "-").replace(" ", "-")
