"""Where a text on the screen was written: its line in `content.yaml`, or in the catalog that translates it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kiosk.author.compile.compile import CONTENT
from kiosk.author.compile.passages import passages_of
from kiosk.author.compile.wording import catalog_path
from kiosk.author.format.fields import has_words
from kiosk.author.format.models import IF_EMPTY, Content, Sector
from kiosk.author.translation.extract import id_of, written_codes
from kiosk.ground.errors import Position
from kiosk.language.locales import canonical_code, is_pseudo
from kiosk.language.po import parse_po
from kiosk.language.pseudo import pseudo_text
from kiosk.yaml.parse import Mapping, Node, Scalar, parse_yaml, read_source
from kiosk.yaml.shape import walk

SHORTEST_PART: Final = 4
"""Shorter texts are not looked for inside of others: "2024" stands in too many."""

_PAGES: Final = {
    "title": "home",
    "summary": "home",
    "picture": "home",
    "call": "attract",
    "attract": "attract",
    "statistics": "statistics",
    "videos": "videos",
}
"""Where the keys of a bundle's first level are seen."""


@dataclass(frozen=True)
class Origin:
    """Where a text was written, the line itself, its key (`title`), and the sector it belongs to, or an empty text."""

    position: Position
    source_line: str
    key: str
    sector: str


class Origins:
    """Finds the origins of the texts of the bundle in `folder`, each file of which is read once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._source = read_source(folder / CONTENT)
        root = parse_yaml(self._source, IF_EMPTY) if self._source.lines else None
        self._root = root if isinstance(root, Mapping) else Mapping({}, {}, 1, 1)
        self._codes = written_codes(self._root)
        self._sectors = tuple(_sectors(self._root, len(self._source.lines)))
        self._said: dict[str, dict[str, list[Origin]]] = {}

    def sector_at(self, line: int) -> str:
        """Return the id of the sector that `line` of `content.yaml` belongs to, or an empty text."""
        return next((sector for sector, lines in self._sectors if line in lines), "")

    def page_at(self, position: Position) -> str:
        """Return the page that a line is about: `sector-cars`, `attract`, `home`...; an empty text for the whole."""
        line = position.line
        if position.file.suffix == ".po":
            line = self._source_line(position)
        elif position.file.name != CONTENT:
            return ""
        sector = self.sector_at(line)
        if sector:
            return f"sector-{sector}"
        keys = [(key.line, name) for name, key in self._root.keys.items() if key.line <= line]
        return _PAGES.get(max(keys, default=(0, ""))[1], "")

    def _source_line(self, position: Position) -> int:
        """Return the line of `content.yaml` that the entry of a catalog at `position` translates, 0 where none is."""
        entries, _ = parse_po("\n".join(read_source(position.file).lines), position.file)
        before = [entry for entry in entries if 0 < entry.line <= position.line]
        found = self.find(before[-1].source, self._first) if before and before[-1].source else None
        return found.position.line if found else 0

    def whole(self) -> Origin:
        """Return the place for what was written nowhere in particular."""
        return Origin(Position(self._folder / CONTENT), "", "", "")

    def find(self, text: str, code: str, sector: str = "", beside: tuple[str, ...] = ()) -> Origin | None:
        """Return where `text`, shown in the language `code`, was written; in `sector` where it is there.

        For a text that was put together (a number with its unit, a quotation in its marks) that is the longest text
        inside it, or the first of those shown `beside` it.
        """
        said = self._spoken(code)
        for wanted in (text, *_parts(text, said), *beside):
            found = said.get(_folded(wanted))
            if found:
                return next((origin for origin in found if origin.sector == sector), found[0])
        return None

    def _spoken(self, code: str) -> dict[str, list[Origin]]:
        if code not in self._said:
            self._said[code] = {}
            for text, origin in self._texts(code):
                self._said[code].setdefault(_folded(text), []).append(origin)
        return self._said[code]

    def _texts(self, code: str) -> Iterator[tuple[str, Origin]]:
        catalog = self._catalog(code)
        for place in walk(Content, self._root):
            scalar, source = self._version(place.node, code) if has_words(place.shape.mark) else (None, False)
            if scalar is None:
                continue
            key, sector = place.key.text, self.sector_at(scalar.line)
            for passage in passages_of(place.shape.mark, scalar, self._source.lines):
                translation = catalog.get(passage.text) if source else None
                if translation is not None:
                    yield translation[0], Origin(translation[1], translation[2], key, sector)
                else:
                    position = Position(self._source.file, passage.line, passage.column)
                    shown = pseudo_text(passage.text, code) if is_pseudo(code) else passage.text
                    yield shown, Origin(position, self._source.line(passage.line), key, sector)

    def _version(self, node: Node, code: str) -> tuple[Scalar | None, bool]:
        """Return what is written in `code`, else in the first language, and whether it is for catalogs to translate."""
        if not isinstance(node, Mapping):
            return (node, code != self._first) if isinstance(node, Scalar) else (None, False)
        versions = {canonical_code(name): text for name, text in node.entries.items()}
        own = versions.get(code)
        found = own or versions.get(self._first)
        return (found, own is None) if isinstance(found, Scalar) else (None, False)

    @property
    def _first(self) -> str:
        return self._codes[0] if self._codes else ""

    def _catalog(self, code: str) -> dict[str, tuple[str, Position, str]]:
        file = catalog_path(self._folder, code)
        if not file.is_file() or is_pseudo(code):
            return {}
        source = read_source(file)
        entries, _ = parse_po("\n".join(source.lines), file)
        starts = [row for row, line in enumerate(source.lines, 1) if line.startswith("msgstr")] + [len(source.lines)]
        found: dict[str, tuple[str, Position, str]] = {}
        for entry in filter(lambda entry: entry.source and entry.complete, entries):
            line = starts[bisect_left(starts, entry.line)]
            translation = entry.translations[0].strip("\n")
            found.setdefault(entry.source, (translation, Position(file, line, 1), source.line(line)))
        return found


def _parts(text: str, said: dict[str, list[Origin]]) -> list[str]:
    """Return the longest text in `said` that stands inside of `text`."""
    whole = _folded(text)
    if whole in said:
        return []
    inside = [part for part in said if len(part) >= SHORTEST_PART and part in whole]
    return [max(inside, key=len)] if inside else []


def _sectors(root: Mapping, end: int) -> Iterator[tuple[str, range]]:
    """Yield the id of each sector, and its lines up to the next sector, the next key, or the `end` of the file."""
    sectors = [place.node for place in walk(Content, root) if place.shape.model is Sector]
    after = [key.line for key in root.keys.values() if sectors and key.line > root.keys["sectors"].line]
    ends = [*(node.line for node in sectors[1:]), min(after, default=end + 1)]
    return ((id_of(node), range(node.line, stop)) for node, stop in zip(sectors, ends, strict=False))


def _folded(text: str) -> str:
    return " ".join(text.split())
