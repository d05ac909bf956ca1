"""How much there is to read on a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from kiosk.bundle.model import Block, Chart, Film, Gallery, Link, Prose, Quote, Said, Stat

# Scripts without spaces between words: about two characters make a word.
_DENSE_FROM = "\u2e80"


def texts(blocks: Iterable[Block]) -> Iterator[Said]:
    """Yield every text of `blocks` that a visitor would read."""
    for block in blocks:
        match block:
            case Stat():
                yield from (block.label, block.source, block.note)
            case Chart():
                yield from (block.title, block.sentence, block.source, block.note)
            case Film():
                yield from (block.title, block.summary)
            case Prose():
                yield from (paragraph.text for paragraph in block.paragraphs)
            case Quote():
                yield from (block.text, block.who, block.role)
            case Gallery():
                yield from (item.caption for item in block.items)
            case Link():
                yield block.label
            case _:
                assert_never(block)


def count_words(text: str) -> int:
    """Return about how many words `text` has, in any script."""
    dense = sum(character >= _DENSE_FROM for character in text)
    return len(text.split()) + dense // 2
