"""What was written, made complete: defaults filled in, texts in every language that has them, facts of the files."""

from __future__ import annotations

from pathlib import Path

from kiosk.bundle import model
from kiosk.bundle.check import Checked
from kiosk.bundle.format import written
from kiosk.bundle.format.source import Source
from kiosk.bundle.markdown import read_markdown
from kiosk.bundle.media.media import Facts
from kiosk.bundle.wording import Wording, catalog_path
from kiosk.ground.errors import Problem
from kiosk.ground.words import quote
from kiosk.language.locales import canonical_code


class Maker:
    """Fills in what was left out. `missing` counts the texts that a language has no translation for."""

    def __init__(self, checked: Checked, wordings: dict[str, Wording]) -> None:
        self.facts = checked.facts
        self.languages = checked.languages
        self.source_code = checked.languages[0].code
        self.wordings = wordings
        self.missing: dict[str, list[str]] = {code: [] for code in wordings}
        self.taken: set[str] = set()

    def untranslated(self, folder: Path, code: str) -> list[Problem]:
        """Return a warning where texts have no translation into `code`."""
        texts = list(dict.fromkeys(self.missing[code]))
        if not texts:
            return []
        catalog = Source(catalog_path(folder, code))
        what = f"{len(texts)} text(s) are not translated into `{code}`, the first is {quote(texts[0], 60)}"
        catalog.report(0, 0, what, "They are shown in the source language until they are.", "warning", "K508")
        return catalog.problems

    def bundle(self, content: written.Content) -> model.Bundle:
        """Return the whole."""
        owners: list[written.Sector | written.Page] = list(content.sectors)
        owners += [page for page in (content.statistics, content.videos) if page]
        self.taken = {sector.id for sector in content.sectors}
        self.taken |= {id for owner in owners for block in owner.blocks if (id := _written_id(block))}
        return model.Bundle(
            title=self.said(content.title),
            summary=self.said(content.summary),
            call=self.said(content.call),
            languages=tuple(
                model.Language(code=at.code, tag=at.tag, name=at.name, direction=at.direction, script=at.script)
                for at in self.languages
            ),
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
        for code, wording in self.wordings.items():
            if code in said:
                continue
            translated = wording.get(source)
            if translated is None and any(c.isalpha() for c in source):
                self.missing[code].append(source)
            elif translated and translated != source:
                said[code] = translated
        return {code: text for code, text in said.items() if not code or text != source}

    def _per_language(self, texts: dict[str, str]) -> tuple[str, model.Said]:
        named = {canonical_code(code) if code else self.source_code: text for code, text in texts.items()}
        source = named.pop(self.source_code, "")
        return source, {"": source, **named} if source else named

    def _files(self, paths: dict[str, str]) -> model.Said:
        return self._per_language(paths)[1]

    def _theme(self, theme: written.Theme) -> model.Theme:
        return model.Theme(
            mode=theme.mode,
            accent=theme.accent,
            ground=theme.ground,
            surface=theme.surface,
            text=theme.text,
            quiet=theme.quiet,
            radius_mm=theme.radius_mm,
            fonts=theme.fonts,
            logo=self._optional(theme.logo),
        )

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
        return model.Sector(
            id=sector.id,
            title=self.said(sector.title),
            summary=self.said(sector.summary),
            cover=self._picture(sector.cover.image, sector.cover.alt),
            colour=sector.colour,
            weight=sector.weight,
            number=sector.number,
            blocks=self._blocks(sector.blocks, sector.id),
        )

    def _page(self, page: written.Page | None, name: str) -> model.Page:
        if page is None:
            return model.Page(title={})
        return model.Page(
            title=self.said(page.title),
            summary=self.said(page.summary),
            picture=self._optional(page.picture),
            blocks=self._blocks(page.blocks, name),
        )

    def _blocks(self, blocks: list[written.Block], owner: str) -> tuple[model.Block, ...]:
        return tuple(self._block(block, f"{owner}-{number}") for number, block in enumerate(blocks, 1))

    def _block(self, block: written.Block, automatic: str) -> model.Block:
        id = _written_id(block) or self._free(automatic)
        if block.stat:
            return self._stat(block.stat, id)
        if block.chart:
            return self._chart(block.chart, id)
        if block.video:
            return self._film(block.video, id)
        if block.quote:
            said = block.quote
            return model.Quote(
                id=id,
                text=self.said(said.text),
                who=self.said(said.who),
                role=self.said(said.role),
                paraphrase=said.paraphrase,
            )
        if block.gallery:
            items = tuple(
                model.GalleryItem(picture=self._picture(item.image, item.alt), caption=self.said(item.caption))
                for item in block.gallery
            )
            return model.Gallery(id=id, items=items)
        if block.link:
            return model.Link(id=id, url=block.link.url, label=self.said(block.link.label))
        return self._prose(block.text, id)

    def _free(self, id: str) -> str:
        while id in self.taken:
            id += "-b"
        self.taken.add(id)
        return id

    def _stat(self, stat: written.Stat, id: str) -> model.Stat:
        return model.Stat(
            id=id,
            value=stat.value,
            style=stat.style,
            at_least=stat.at_least,
            unit=stat.unit,
            label=self.said(stat.label),
            as_of=stat.as_of,
            change=stat.change,
            derived=stat.derived,
            source=self.said(stat.source),
            note=self.said(stat.note),
        )

    def _chart(self, chart: written.Chart, id: str) -> model.Chart:
        if chart.series:
            series = tuple(model.Series(name=self.said(s.name), points=self._points(s.points)) for s in chart.series)
        else:
            series = (model.Series(name={}, points=self._points(chart.points)),)
        return model.Chart(
            id=id,
            shape=chart.kind,
            title=self.said(chart.title),
            style=chart.style,
            unit=chart.unit,
            series=series,
            total=chart.total,
            symbol=chart.symbol,
            as_of=chart.as_of,
            source=self.said(chart.source),
            sentence=self.said(chart.sentence),
            note=self.said(chart.note),
        )

    def _points(self, points: list[written.Point]) -> tuple[model.Point, ...]:
        return tuple(
            model.Point(
                label=self.said(point.label),
                value=point.value,
                at_least=point.at_least,
                derived=point.derived,
                highlight=point.highlight,
            )
            for point in points
        )

    def _film(self, film: written.Film, id: str) -> model.Film:
        src = self._files(film.src)
        facts = self._facts(src)
        return model.Film(
            id=id,
            src=src,
            poster=self._picture(film.poster, film.alt),
            title=self.said(film.title),
            summary=self.said(film.summary),
            captions=self._files(film.captions),
            seconds=facts.seconds,
            width=facts.width,
            height=facts.height,
            has_sound=facts.has_sound,
            loop=film.loop,
        )

    def _prose(self, texts: dict[str, str], id: str) -> model.Prose:
        source, said = self._per_language(texts)
        others = {code: read_markdown(text) for code, text in said.items() if code}
        paragraphs = []
        for number, piece in enumerate(read_markdown(source)):
            in_each = {code: pieces[number].text for code, pieces in others.items()}
            text = self.said({self.source_code: piece.text, **in_each})
            paragraphs.append(model.Paragraph(style=piece.style, text=text))
        return model.Prose(id=id, paragraphs=tuple(paragraphs))


def _written_id(block: written.Block) -> str:
    for part in (block.stat, block.chart, block.video, block.quote, block.link):
        if part is not None:
            return part.id
    return ""
