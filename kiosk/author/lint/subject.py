"""What is known about a bundle when it is looked at more closely, and the texts in it with their places."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Final

from kiosk.author.compile.check import Checked
from kiosk.author.compile.passages import Passage, passages_of
from kiosk.author.compile.wording import Message, Wording
from kiosk.author.format.fields import has_words
from kiosk.author.media.media import Facts
from kiosk.bundle import model
from kiosk.language.locales import canonical_code, is_pseudo
from kiosk.yaml.base import Written
from kiosk.yaml.parse import Mapping, Node, Scalar, Sequence, is_text
from kiosk.yaml.shape import Place
from kiosk.yaml.source import Source

MOST_LISTED: Final = 20
"""How many findings of one kind are listed one by one."""


@dataclass
class Piece:
    """One mapping of `content.yaml`: its model, the key it stands under, the values of its fields."""

    model: type[Written]
    key: Scalar
    node: Mapping
    values: dict[str, Place] = field(default_factory=dict)

    def said(self, name: str, source_code: str) -> dict[str, Scalar]:
        """Return what a field says by language; what is said once is said in the source language."""
        place = self.values.get(name)
        return said(place.node, source_code) if place else {}


@dataclass(frozen=True)
class Told:
    """A text in the source language that is to be translated: its first place, and the languages it has beside it.

    `others` are the translations that stand beside it in `content.yaml`, by language.
    """

    text: str
    at: Scalar
    others: dict[str, Scalar] = field(default_factory=dict)


@dataclass(frozen=True)
class Subject:
    """A bundle as far as it is known: what is written, what was read for it, and the bundle where it has no error."""

    folder: Path
    root: Mapping
    source: Source
    checked: Checked
    wordings: dict[str, Wording] = field(default_factory=dict)
    bundle: model.Bundle | None = None

    @property
    def source_code(self) -> str:
        """The language that the texts are written in, or "" where none is named."""
        return self.checked.languages[0].code if self.checked.languages else ""

    @cached_property
    def codes(self) -> list[str]:
        """The other languages, without the made-up ones."""
        return [language.code for language in self.checked.languages[1:] if not is_pseudo(language.code)]

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """Every mapping that has a model, from the top down, with the values in it."""
        found: dict[int, Piece] = {}
        for place in self.checked.places:
            if place.shape.model is None:
                found[id(place.owner)].values[place.key.text] = place
            elif isinstance(place.node, Mapping):
                found[id(place.node)] = Piece(place.shape.model, place.key, place.node)
        return tuple(found.values())

    @cached_property
    def words(self) -> list[tuple[str | None, dict[str, Scalar]]]:
        """Every place with words: its mark, and what stands there by language."""
        code = self.source_code
        return [
            (place.shape.mark, said(place.node, code))
            for piece in self.pieces
            for place in piece.values.values()
            if has_words(place.shape.mark)
        ]

    @cached_property
    def texts(self) -> dict[str, Told]:
        """What is said in the source language, each text once, in the order written; running text by paragraphs."""
        found: dict[str, Told] = {}
        for mark, texts in self.words:
            passages = {code: list(passages_of(mark, at, self.source.lines)) for code, at in texts.items()}
            for told in _told(passages.pop(self.source_code, []), passages):
                known = found.setdefault(told.text, told)
                if known is not told:
                    both = {other: at for other, at in known.others.items() if other in told.others}
                    found[told.text] = Told(known.text, known.at, both)
        return found

    def messages(self, code: str) -> dict[str, Message]:
        """Return the messages of a language's catalog by their text; none where there is no catalog to read."""
        catalog = self.checked.catalogs.get(code)
        return catalog.messages if catalog else {}

    def catalogs(self) -> Iterator[tuple[str, Source, dict[str, Message]]]:
        """Yield each other language with messages: its code, the text of its catalog, the messages by their text."""
        for code in self.codes:
            if messages := self.messages(code):
                yield code, self.findings_in(code), messages

    def facts(self, path: Scalar | None) -> Facts:
        """Return what is known about the file at `path`; nothing where it could not be read."""
        return self.checked.files.facts.get(written(path), Facts()) if path else Facts()

    def findings(self) -> Source:
        """Return the text of `content.yaml` with no problem in it so far."""
        return Source(self.source.file, self.source.lines)

    def findings_in(self, code: str) -> Source:
        """Return the text of a language's catalog with no problem in it so far."""
        catalog = self.checked.catalogs[code].source
        return Source(catalog.file, catalog.lines)

    def language_place(self, code: str) -> Scalar:
        """Return where a language is named in `languages`."""
        node = self.root.entries.get("languages")
        items = node.items if isinstance(node, Sequence) else []
        found = (item for item in items if isinstance(item, Scalar) and canonical_code(item.text) == code)
        return next(found, Scalar("", self.root.line, self.root.column))


def _told(source: list[Passage], others: dict[str, list[Passage]]) -> Iterator[Told]:
    for number, passage in enumerate(source):
        if passage.has_letters:
            beside = {code: theirs[number].scalar for code, theirs in others.items() if number < len(theirs)}
            yield Told(passage.text, passage.scalar, beside)


def said(node: Node, source_code: str) -> dict[str, Scalar]:
    """Return the texts or paths at a place by language; what is not written as it should be is left out."""
    if isinstance(node, Mapping):
        return {canonical_code(code): text for code, text in node.entries.items() if is_text(text)}
    return {source_code: node} if is_text(node) else {}


def written(path: Scalar) -> str:
    """Return a path as the checks keep it."""
    return path.text.strip("\n")


def width(text: str) -> int:
    """Return how wide `text` is, in ordinary letters: those of Chinese and its neighbours count twice."""
    return len(text) if text.isascii() else len(text) + sum(unicodedata.east_asian_width(c) in "WF" for c in text)
