"""How much there is to read on a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final, assert_never

from kiosk.bundle.model import Block, Chart, Contact, Film, Gallery, Link, Prose, Quote, Said, Stat

# Scripts without spaces between words: about two characters make a word.
_DENSE_FROM = "\u2e80"

ENOUGH_WORDS: Final = 2000
"""No time-out waits for as many: counting ends here, so that a page of ten thousand blocks is not read for it."""


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
                yield from (text for paragraph in block.paragraphs for text in (paragraph.text, *paragraph.cells))
            case Quote():
                yield from (block.text, block.who, block.role)
            case Gallery():
                yield from (item.caption for item in block.items)
            case Link():
                yield block.label
            case Contact():
                yield from (block.name, block.role, block.organisation, block.address)
            case _:
                assert_never(block)


def count_words(text: str) -> int:
    """Return about how many words `text` has, in any script."""
    dense = sum(character >= _DENSE_FROM for character in text)
    return len(text.split()) + dense // 2


def words_to_read(blocks: Iterable[Block], say: Callable[[Said], str]) -> int:
    """Return about how many words `blocks` have in the language of `say`, counted no further than `ENOUGH_WORDS`."""
    words = 0
    for text in texts(blocks):
        words += count_words(say(text))
        if words >= ENOUGH_WORDS:
            break
    return words
