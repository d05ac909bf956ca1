"""The letters of the content, in portions that are small enough to be drawn between two pictures of the loop."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Any, Final

import msgspec

from kiosk.bundle.model import Bundle, say

MOST_NEW: Final = 12
"""How many letters a portion has that were not drawn before, about."""
MOST_TEXTS: Final = 200
"""How many texts are read for a portion: where most letters are known, there is little to draw and much to read."""
ALONE: Final = frozenset(
    {"Latn", "Cyrl", "Grek", "Armn", "Geor", "Hebr", "Thai", "Laoo", "Hans", "Hant", "Jpan", "Kore"}
)
"""Scripts whose letters look the same whatever stands beside them."""


def texts(bundle: Bundle, code: str) -> Iterator[str]:
    """Yield everything that the content says in a language."""
    yield from _said(bundle, code)


def _said(part: Any, code: str) -> Iterator[str]:
    if isinstance(part, msgspec.Struct):
        for name in part.__struct_fields__:
            yield from _said(getattr(part, name), code)
    elif isinstance(part, dict):
        yield say(part, code)
    elif isinstance(part, Sequence) and not isinstance(part, str):
        for item in part:
            yield from _said(item, code)


def portions(texts: Iterable[str], script: str, most: int = MOST_NEW) -> Iterator[str]:
    """Yield texts in which each letter of `texts` stands once, in every shape that it has there; some are empty.

    Where letters join, a word is said whole: the shape of a letter follows from those beside it.
    """
    known = set[Hashable]()
    left = iter(texts)
    for text in left:
        portion, new = list[str](), 0
        for word, shapes in _new_words(chain([text], islice(left, MOST_TEXTS - 1)), script, known):
            portion.append(word)
            new += shapes
            if new >= most:
                yield " ".join(portion)
                portion, new = [], 0
        yield " ".join(portion)


def _new_words(texts: Iterable[str], script: str, known: set[Hashable]) -> Iterator[tuple[str, int]]:
    """Yield each word with shapes that are not yet `known`, and how many; they are known then."""
    for word in chain.from_iterable(text if script in ALONE else text.split() for text in texts):
        shapes = _shapes(word) - known
        if shapes and word.isprintable():
            known |= shapes
            yield word, len(shapes)


def _shapes(word: str) -> set[Hashable]:
    if len(word) == 1:
        return {word} if word.strip() else set()
    around = f" {word} "
    return {around[at : at + 3] for at in range(len(word))}
