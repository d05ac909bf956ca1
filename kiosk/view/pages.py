"""The pages: each a view model with what its screen shows."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QColor

from kiosk.bundle.contents import all_films as all_films
from kiosk.bundle.contents import all_numbers, film_ids, kind_at, sector_row
from kiosk.bundle.model import Block, Page, Picture, Sector
from kiosk.ground.errors import BundleError, KioskError, Problem
from kiosk.view.bento import Bento
from kiosk.view.blocks import make_block, qr_code
from kiosk.view.films import FilmTile
from kiosk.view.qt import Property, QmlElement, Signal, Slot
from kiosk.view.speaker import Speaker
from kiosk.view.theme import ThemeView
from kiosk.view.tiles import SectorTile, Tile, TileList

QML_IMPORT_NAME = "Kiosk.View"
QML_IMPORT_MAJOR_VERSION = 1

FAULT_LINES = 6
MOSAIC_SECTORS: Final = 9
"""Beyond that, the home page is a grid that scrolls."""


class Maker:
    """Builds the rows of a page in its sector's hue."""

    def __init__(self, speaker: Speaker, theme: ThemeView) -> None:
        self.speaker = speaker
        self.theme = theme

    def hue(self, sector: Sector | None) -> QColor:
        """Return the sector's hue, or the accent."""
        return self.theme.hue(sector.colour) if sector else self.theme.accent

    def block(self, block: Block, sector: Sector | None) -> Tile:
        """Return the object that shows `block`."""
        title = (lambda: self.speaker.say(sector.title)) if sector else (lambda: "")
        return make_block(self.speaker, self.hue(sector), title, block)

    def sector(self, sector: Sector) -> SectorTile:
        """Return the object that shows `sector` as a tile."""
        return SectorTile(self.speaker, sector, self.theme.picture_hue(sector.colour))


@QmlElement
class HomeView(Tile):
    """The home page: the booth's title and a tile per sector."""

    said = Signal()

    def __init__(self, speaker: Speaker, maker: Maker, parent: QObject | None = None) -> None:
        super().__init__(speaker, parent)
        self._sectors = TileList(self)
        self._sectors.fill(speaker.bundle.sectors, maker.sector)

    @Property(str, notify=said)
    def title(self) -> str:
        """The booth's title."""
        return self.speaker.say(self.speaker.bundle.title)

    @Property(str, notify=said)
    def summary(self) -> str:
        """The booth in one sentence."""
        return self.speaker.say(self.speaker.bundle.summary)

    @Property(QUrl, constant=True)
    def logo(self) -> QUrl:
        """The logo's file, or an empty address."""
        return self._url(self.speaker.bundle.theme.logo)

    @Property(QUrl, constant=True)
    def picture(self) -> QUrl:
        """The picture behind the title, or an empty address."""
        return self._url(self.speaker.bundle.picture)

    def _url(self, picture: Picture | None) -> QUrl:
        return self.speaker.picture_url(picture.src) if picture else QUrl()

    @Property(TileList, constant=True)
    def sectors(self) -> TileList:
        """The sectors, in order."""
        return self._sectors

    @Property("QVariantList", constant=True)
    def weights(self) -> list[int]:
        """The share of the mosaic that every sector asks for; none where there are more than a mosaic has room for."""
        sectors = self.speaker.bundle.sectors
        return [sector.weight for sector in sectors] if len(sectors) <= MOSAIC_SECTORS else []


@QmlElement
class SectorView(QObject):
    """A sector's page. `shown` comes when another sector is shown."""

    shown = Signal()

    def __init__(self, speaker: Speaker, maker: Maker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._speaker = speaker
        self._maker = maker
        self._blocks = TileList(self)
        self._tiles = TileList(self)
        self._tiles.fill(speaker.bundle.sectors, maker.sector)
        self._row = 0

    def show(self, sector_id: str) -> None:
        """Show the sector `sector_id`; an unknown id shows the first."""
        self._row = sector_row(self._speaker.bundle, sector_id) or 0
        sector = self._speaker.bundle.sectors[self._row]
        blocks = sector.blocks
        shown = TileList(self)
        shown.fill(blocks, lambda block: self._maker.block(block, sector), lambda row: kind_at(blocks, row))
        self._show(shown)

    def forget(self) -> None:
        """Keep nothing of the sector shown last."""
        self._row = 0
        self._show(TileList(self))

    def _show(self, blocks: TileList) -> None:
        gone, self._blocks = self._blocks, blocks
        self.shown.emit()
        gone.linger()

    def _neighbour(self, step: int) -> SectorTile | None:
        tile = self._tiles.tile((self._row + step) % self._tiles.count) if self._tiles.count else None
        return tile if isinstance(tile, SectorTile) else None

    @Property(SectorTile, notify=shown)
    def sector(self) -> SectorTile | None:
        """The sector's title, summary and picture."""
        return self._neighbour(0)

    @Property(SectorTile, notify=shown)
    def previous(self) -> SectorTile | None:
        """The sector before this one, round the end."""
        return self._neighbour(-1)

    @Property(SectorTile, notify=shown)
    def next(self) -> SectorTile | None:
        """The sector after this one, round the end."""
        return self._neighbour(1)

    @Property(TileList, notify=shown)
    def blocks(self) -> TileList:
        """The sector's blocks, in order; every sector has a list of its own, as a view may still be making rows."""
        return self._blocks


@QmlElement
class StatisticsView(Tile):
    """Every number of the booth, or one sector's."""

    said = Signal()

    filterChanged = Signal()  # noqa: N815

    def __init__(self, speaker: Speaker, maker: Maker, parent: QObject | None = None) -> None:
        super().__init__(speaker, parent)
        self._maker = maker
        self._page: Page = speaker.bundle.statistics
        self._numbers = all_numbers(speaker.bundle)
        self._filter = ""
        self._blocks = TileList(self)
        self._cards = Bento(self._blocks, self)
        self._sectors = TileList(self)
        self._sectors.fill(self._numbers.sectors(), self._chip)
        self._fill()

    def _chip(self, row: int) -> SectorTile:
        sector = self.speaker.bundle.sectors[row]
        return SectorTile(self.speaker, sector, self._maker.hue(sector))

    def _fill(self) -> None:
        row = sector_row(self.speaker.bundle, self._filter) if self._filter else None
        rows = self._numbers if row is None else self._numbers.of_sector(row)
        self._blocks.fill(rows, lambda number: self._maker.block(*number), rows.kind)

    @Property(str, notify=said)
    def title(self) -> str:
        """The page's title."""
        return self.speaker.say(self._page.title) or self.speaker.words.gettext("Statistics")

    @Property(str, notify=said)
    def summary(self) -> str:
        """The page in one sentence."""
        return self.speaker.say(self._page.summary)

    @Property(bool, constant=True)
    def empty(self) -> bool:
        """Whether the booth has no number at all, and no such page."""
        return not self._numbers

    @Property(TileList, constant=True)
    def sectors(self) -> TileList:
        """The sectors that have numbers, to choose from."""
        return self._sectors

    @Property(TileList, constant=True)
    def blocks(self) -> TileList:
        """The numbers and charts."""
        return self._blocks

    @Property(Bento, constant=True)
    def cards(self) -> Bento:
        """Those of the numbers and charts that are on the screen or near it, and where they lie."""
        return self._cards

    @Property(str, notify=filterChanged)
    def filter(self) -> str:
        """The id of the sector shown alone, or "" for all."""
        return self._filter

    @Slot(str)
    def show(self, sector_id: str) -> None:
        """Show the numbers of `sector_id` alone, or all for ""."""
        if sector_id != self._filter:
            self._filter = sector_id
            self._fill()
            self.filterChanged.emit()


@QmlElement
class VideosView(Tile):
    """Every film of the booth, and the one shown full screen."""

    said = Signal()

    filmChanged = Signal()  # noqa: N815

    def __init__(self, speaker: Speaker, maker: Maker, parent: QObject | None = None) -> None:
        super().__init__(speaker, parent)
        self._films = TileList(self)
        rows = all_films(speaker.bundle)
        self.ids = film_ids(speaker.bundle)
        self._films.fill(rows, lambda film: maker.block(*film))
        self._row = 0

    def open(self, film_id: str) -> None:
        """Make `film_id` the film shown full screen."""
        row = self.ids.index(film_id) if film_id in self.ids else 0
        if row != self._row:
            self._row = row
            self.filmChanged.emit()

    @property
    def next_id(self) -> str:
        """The id of the film after the one shown, round the end."""
        return self.ids[(self._row + 1) % len(self.ids)]

    @Property(str, notify=said)
    def title(self) -> str:
        """The page's title."""
        return self.speaker.say(self.speaker.bundle.videos.title) or self.speaker.words.gettext("Films")

    @Property(str, notify=said)
    def summary(self) -> str:
        """The page in one sentence."""
        return self.speaker.say(self.speaker.bundle.videos.summary)

    @Property(bool, constant=True)
    def empty(self) -> bool:
        """Whether the booth has no film at all, and no such page."""
        return not self.ids

    @Property(TileList, constant=True)
    def films(self) -> TileList:
        """The films, in order."""
        return self._films

    @Property(FilmTile, notify=filmChanged)
    def film(self) -> FilmTile | None:
        """The film shown full screen."""
        tile = self._films.tile(self._row) if self.ids else None
        return tile if isinstance(tile, FilmTile) else None


@QmlElement
class FaultView(QObject):
    """What keeps the booth from showing its bundle."""

    def __init__(self, error: KioskError, parent: QObject | None = None) -> None:
        super().__init__(parent)
        problems = error.problems if isinstance(error, BundleError) else ()
        self._lines = [_fault_line(problem) for problem in problems[:FAULT_LINES]] or [str(error)]
        self._more = max(0, len(problems) - FAULT_LINES)

    @Property("QStringList", constant=True)
    def lines(self) -> list[str]:
        """The first problems: file, line, what is wrong, what to do."""
        return self._lines

    @Property(int, constant=True)
    def more(self) -> int:
        """How many problems there are beyond those."""
        return self._more

    @Property(QUrl, constant=True)
    def code(self) -> QUrl:
        """The same text as a QR code."""
        return qr_code("\n".join(self._lines)[:1200])


def _fault_line(problem: Problem) -> str:
    place = f"{problem.position.file.name}:{problem.position.line}" if problem.position.line else str(problem.position)
    return f"{place}  {problem.what}. {problem.cure}"
