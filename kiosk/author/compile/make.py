"""What was written, made complete: defaults filled in, texts in every language that has them, facts of the files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from itertools import chain, groupby
from pathlib import Path
from typing import Any, Final, assert_never

from kiosk.author.compile.check import Checked
from kiosk.author.compile.markdown import Piece, read_markdown
from kiosk.author.compile.wording import Wording, catalog_path
from kiosk.author.format import models as written
from kiosk.author.format.fields import has_words
from kiosk.author.media.media import Facts
from kiosk.bundle import model
from kiosk.ground.errors import Position, Problem
from kiosk.ground.words import quote
from kiosk.language.locales import canonical_code
from kiosk.yaml.base import Written
from kiosk.yaml.shape import shapes

_AS_WRITTEN: Final[dict[type[object], type[model.Block]]] = {
    written.Stat: model.Stat,
    written.Quote: model.Quote,
    written.Link: model.Link,
    written.Contact: model.Contact,
}


class Maker:
    """Fills in what was left out. `missing` counts the texts that a language has no translation for."""

    def __init__(self, checked: Checked, wordings: dict[str, Wording]) -> None:
        self.facts = checked.files.facts
        self.languages = checked.languages
        self.source_code = checked.languages[0].code
        self.wordings = wordings
        self.missing: dict[str, list[str]] = {code: [] for code in wordings}
        self.taken: set[str] = set()

    def untranslated(self, folder: Path) -> Iterator[Problem]:
        """Yield a warning for each language that texts have no translation into."""
        for code, texts in self.missing.items():
            if texts:
                what = f"{len(set(texts))} text(s) are not translated into `{code}`, the first is {quote(texts[0], 60)}"
                cure = "They are shown in the source language until they are."
                yield Problem(Position(catalog_path(folder, code)), what, cure, severity="warning", code="K508")

    def bundle(self, content: written.Content) -> model.Bundle:
        """Return the whole."""
        self.taken = _written_ids(content)
        return model.Bundle(
            title=self.said(content.title),
            summary=self.said(content.summary),
            call=self.said(content.call),
            languages=tuple(model.Language(**asdict(at)) for at in self.languages),
            theme=self._theme(content.theme),
            picture=self._optional(content.picture),
            attract=tuple(self._attract(item) for item in content.attract),
            sectors=tuple(self._sector(sector) for sector in content.sectors),
            statistics=self._page(content.statistics, "statistics"),
            videos=self._page(content.videos, "videos"),
        )

    def said(self, texts: dict[str, str]) -> model.Said:
        """Return a text in every language that has one: from its map, else from the catalogs."""
        source, said = self._per_language(texts)
        if not source:
            return said
        said |= {code: self._translated(source, code) for code in self.wordings if code not in said}
        return {code: text for code, text in said.items() if not code or text not in ("", source)}

    def _translated(self, source: str, code: str) -> str:
        """Return what a catalog has for a text, "" for nothing, and note what is missing."""
        translated = self.wordings[code].get(source)
        if translated is None and any(c.isalpha() for c in source):
            self.missing[code].append(source)
        return translated or ""

    def _per_language(self, texts: dict[str, str]) -> tuple[str, model.Said]:
        named = {canonical_code(code) if code else self.source_code: text for code, text in texts.items()}
        source = named.pop(self.source_code, "")
        return source, {"": source, **named} if source else named

    def _files(self, paths: dict[str, str]) -> model.Said:
        return self._per_language(paths)[1]

    def _theme(self, theme: written.Theme) -> model.Theme:
        return model.Theme(**self._same(theme, logo=self._optional(theme.logo)))

    def _picture(self, image: dict[str, str], alt: dict[str, str]) -> model.Picture:
        src = self._files(image)
        facts = self._facts(src)
        return model.Picture(src=src, alt=self.said(alt), width=facts.width, height=facts.height)

    def _optional(self, picture: written.Picture | None) -> model.Picture | None:
        return self._picture(picture.image, picture.alt) if picture else None

    def _facts(self, src: model.Said) -> Facts:
        return self.facts.get(src.get("", ""), Facts())

    def _attract(self, item: written.AttractItem) -> model.AttractItem:
        return model.AttractItem(
            picture=self._picture(item.poster if item.video else item.image, item.alt),
            film=self._files(item.video),
            seconds=item.seconds,
            line=self.said(item.line),
            opens=item.opens,
        )

    def _sector(self, sector: written.Sector) -> model.Sector:
        cover, blocks = self._optional(sector.cover), self._blocks(sector.blocks, sector.id)
        return model.Sector(**self._same(sector, cover=cover, blocks=blocks))

    def _page(self, page: written.Page | None, name: str) -> model.Page:
        if page is None:
            return model.Page(title={})
        picture, blocks = self._optional(page.picture), self._blocks(page.blocks, name)
        return model.Page(**self._same(page, picture=picture, blocks=blocks))

    def _blocks(self, blocks: list[written.Block], owner: str) -> tuple[model.Block, ...]:
        return tuple(self._block(block, f"{owner}-{number}") for number, block in enumerate(blocks, 1))

    def _block(self, block: written.Block, automatic: str) -> model.Block:
        kind = block.kind
        id = _written_id(kind) or self._free(automatic)
        match kind:
            case written.Stat() | written.Quote() | written.Link() | written.Contact():
                return _AS_WRITTEN[type(kind)](**self._same(kind, id=id))
            case written.Chart():
                return self._chart(kind, id)
            case written.Film():
                return self._film(kind, id)
            case dict():
                return self._prose(kind, id)
            case list():
                return model.Gallery(id=id, items=tuple(self._gallery_item(item) for item in kind))
            case _:
                assert_never(kind)

    def _same(self, part: Written, **others: Any) -> dict[str, Any]:
        """Return the fields of `part`: words in every language, all else as written; `others` stand in for theirs."""
        found = {}
        for name, shape in shapes(type(part)).items():
            if name not in others:
                value = getattr(part, name)
                found[name] = self.said(value) if has_words(shape.mark) else value
        return found | others

    def _free(self, id: str) -> str:
        while id in self.taken:
            id += "-b"
        self.taken.add(id)
        return id

    def _chart(self, chart: written.Chart, id: str) -> model.Chart:
        written_series = [(self.said(one.name), one.points) for one in chart.series] or [({}, chart.points)]
        series = tuple(model.Series(name=name, points=self._points(points)) for name, points in written_series)
        fields = self._same(chart, id=id, series=series)
        del fields["points"]
        return model.Chart(shape=fields.pop("kind"), **fields)

    def _points(self, points: list[written.Point]) -> tuple[model.Point, ...]:
        return tuple(model.Point(**self._same(point)) for point in points)

    def _gallery_item(self, item: written.GalleryItem) -> model.GalleryItem:
        return model.GalleryItem(picture=self._picture(item.image, item.alt), caption=self.said(item.caption))

    def _film(self, film: written.Film, id: str) -> model.Film:
        src = self._files(film.src)
        facts = self._facts(src)
        fields = self._same(film, id=id, src=src, captions=self._files(film.captions))
        fields |= {"poster": self._picture(film.poster, film.alt), "seconds": facts.seconds}
        del fields["alt"]
        return model.Film(**fields, width=facts.width, height=facts.height, has_sound=facts.has_sound)

    def _prose(self, texts: dict[str, str], id: str) -> model.Prose:
        source, said = self._per_language(texts)
        others = {code: read_markdown(text) for code, text in said.items() if code}
        pieces = []
        for number, piece in enumerate(read_markdown(source)):
            in_each = {code: theirs[number].text for code, theirs in others.items()}
            pieces.append((piece, self.said({self.source_code: piece.text, **in_each})))
        tables = groupby(pieces, key=lambda pair: pair[0].table)
        return model.Prose(
            id=id, paragraphs=tuple(at for table, inner in tables for at in _paragraphs(table, [*inner]))
        )


def _paragraphs(table: int, pieces: list[tuple[Piece, model.Said]]) -> Iterator[model.Paragraph]:
    """Yield the pieces between two tables, or the one table that they are the cells of."""
    if table:
        cells = tuple(text for _, text in pieces)
        yield model.Paragraph(style="table", cells=cells, columns=pieces[-1][0].column + 1)
        return
    for piece, text in pieces:
        if piece.style != "cell":
            yield model.Paragraph(style=piece.style, text=text, strong=piece.strong, number=piece.number)


def _written_ids(content: written.Content) -> set[str]:
    pages = filter(None, (content.statistics, content.videos))
    blocks = chain(*(at.blocks for at in content.sectors), *(at.blocks for at in pages))
    return {at.id for at in content.sectors} | {_written_id(block.kind) for block in blocks}


def _written_id(kind: written.Kind) -> str:
    return kind.id if isinstance(kind, written.Named) else ""
