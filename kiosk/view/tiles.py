"""Lists for QML: one model class, whose rows are objects that say themselves anew when the language changes.

Rows are made when QML first asks for them, and let go when many others were asked for since, so a list of ten thousand
costs what is seen of it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final, TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QTimerEvent,
    QUrl,
)
from PySide6.QtGui import QColor

from kiosk.bundle.contents import kind_at
from kiosk.bundle.model import Language, Picture, Sector, Stat
from kiosk.view.qt import Property, QmlElement, Signal
from kiosk.view.speaker import Speaker

QML_IMPORT_NAME = "Kiosk.View"
QML_IMPORT_MAJOR_VERSION = 1

TILE_ROLE = 0x0100 + 1  # Qt.UserRole + 1; the namespace Qt takes PySide6 20 ms to make, and starts wait for it
KIND_ROLE = TILE_ROLE + 1

# Views let go of their delegates some frames after a reset; until then the delegates read from the old rows.
LINGER_MS = 2000

KEPT_ROWS: Final = 300
"""How many rows of a list are kept, those last asked for: far more than views show at once."""

Value = TypeVar("Value")
Index = QModelIndex | QPersistentModelIndex


@QmlElement
class Tile(QObject):
    """The base of a row: `said` follows the speaker, so that every text of the row is read again.

    WORKAROUND(PySide6 6.11): a property's notify signal is looked for in its own class only, and a signal that a
    base class declares too is not added to the class. So every kind of row declares `said`, and this class does not.
    """

    if TYPE_CHECKING:
        said = Signal()

    def __init__(self, speaker: Speaker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.speaker = speaker
        speaker.changed.connect(self.said)


@QmlElement
class HuedTile(Tile):
    """The base of a row with a hue, made readable on what lies under its words."""

    def __init__(self, speaker: Speaker, colour: QColor) -> None:
        super().__init__(speaker)
        self._colour = colour

    @Property(QColor, constant=True)
    def colour(self) -> QColor:
        """The hue of what the row is about."""
        return self._colour


@QmlElement
class TileList(QAbstractListModel):
    """A list model with the roles `tile` (the row's object) and `kind` (its kind)."""

    countChanged = Signal()  # noqa: N815

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._values: Sequence[Any] = ()
        self._make: Callable[[Any], QObject] = QObject
        self._kind: Callable[[int], str] = str
        self._tiles: dict[int, QObject] = {}
        self._lingering: dict[int, list[QObject]] = {}

    def fill(self, values: Sequence[Value], make: Callable[[Value], QObject], kind: Callable[[int], str] = str) -> None:
        """Show `values` instead of what is shown now.

        `make` builds a value's object when it is first seen, `kind` says of what kind a row is, where that matters.
        """
        self.beginResetModel()
        old = self._tiles
        self._tiles = {}
        self._values, self._make, self._kind = values, make, kind
        self.endResetModel()
        self.countChanged.emit()
        self._let_linger(*old.values())

    def linger(self) -> None:
        """Go, once nothing on the screen shows this list any more."""
        self._let_linger(self)

    def let_go(self) -> None:
        """Let every row go now: nothing on the screen shows one any more. What is asked for again is made again."""
        for timer in list(self._lingering):
            self._drop(timer)
        for gone in self._tiles.values():
            gone.deleteLater()
        self._tiles = {}

    def timerEvent(self, event: QTimerEvent) -> None:  # noqa: N802
        """Let go of what has lingered for long enough."""
        self._drop(event.timerId())

    def _let_linger(self, *gone: QObject) -> None:
        # The timer dies with its list. Python keeps a single shot's slot where what it deletes is gone before the shot.
        if gone:
            self._lingering[self.startTimer(LINGER_MS)] = list(gone)

    def _drop(self, timer: int) -> None:
        self.killTimer(timer)
        for gone in self._lingering.pop(timer):
            gone.deleteLater()

    def tile(self, row: int) -> QObject:
        """Return the object of `row`, made now if need be."""
        tile = self._tiles.pop(row, None)
        if tile is None:
            tile = self._make(self._values[row])
            tile.setParent(self)
        self._tiles[row] = tile  # at the end: the first ones are those not asked for the longest
        if len(self._tiles) > KEPT_ROWS:
            gone = self._tiles.pop(next(iter(self._tiles)))
            self._let_linger(gone)
        return tile

    def kind(self, row: int) -> str:
        """Return the kind of `row`, for which its object need not be made."""
        return self._kind(row)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._values)

    def data(self, index: Index, role: int = TILE_ROLE) -> Any:
        """Return the row's object or kind."""
        if not index.isValid() or not 0 <= index.row() < len(self._values):
            return None
        if role == TILE_ROLE:
            return self.tile(index.row())
        return self._kind(index.row()) if role == KIND_ROLE else None

    def roleNames(self) -> dict[int, QByteArray]:  # noqa: N802
        """Return the roles as QML names them."""
        return {TILE_ROLE: QByteArray(b"tile"), KIND_ROLE: QByteArray(b"kind")}

    @Property(int, notify=countChanged)
    def count(self) -> int:
        """How many rows there are."""
        return len(self._values)


@QmlElement
class PictureView(Tile):
    """A still picture and what it shows."""

    said = Signal()

    def __init__(self, speaker: Speaker, picture: Picture, parent: QObject | None = None) -> None:
        super().__init__(speaker, parent)
        self.picture = picture

    @Property(QUrl, notify=said)
    def source(self) -> QUrl:
        """The picture's file."""
        return self.speaker.picture_url(self.picture.src)

    @Property(str, notify=said)
    def alt(self) -> str:
        """What the picture shows, in words."""
        return self.speaker.say(self.picture.alt)


@QmlElement
class LanguageTile(Tile):
    """A language one can choose, by its own name."""

    said = Signal()

    def __init__(self, speaker: Speaker, language: Language, font: Callable[[str], Any]) -> None:
        super().__init__(speaker)
        self.language = language
        self._font = font

    @Property(str, constant=True)
    def code(self) -> str:
        """The language's code."""
        return self.language.code

    @Property(str, constant=True)
    def name(self) -> str:
        """The language's name in itself."""
        return self.language.name

    @Property(str, constant=True)
    def family(self) -> str:
        """The font family of the language's script."""
        return str(self._font(self.language.script))

    @Property(bool, notify=said)
    def current(self) -> bool:
        """Whether this is the language spoken now."""
        return self.speaker.code == self.language.code


@QmlElement
class SectorTile(HuedTile):
    """A sector as its tile on the home page and its name at a neighbour's end show it."""

    said = Signal()

    def __init__(self, speaker: Speaker, sector: Sector, colour: QColor) -> None:
        super().__init__(speaker, colour)
        self.sector = sector
        self._cover = PictureView(speaker, sector.cover, self)
        self._stat = _number(sector)

    @Property(str, constant=True)
    def sectorId(self) -> str:  # noqa: N802
        """The sector's id."""
        return self.sector.id

    @Property(str, notify=said)
    def title(self) -> str:
        """The sector's name."""
        return self.speaker.say(self.sector.title)

    @Property(str, notify=said)
    def summary(self) -> str:
        """The sector in one sentence."""
        return self.speaker.say(self.sector.summary)

    @Property(PictureView, constant=True)
    def cover(self) -> PictureView:
        """The sector's picture."""
        return self._cover

    @Property(int, constant=True)
    def weight(self) -> int:
        """The share of the home page, 1 to 3."""
        return self.sector.weight

    @Property(str, notify=said)
    def number(self) -> str:
        """The sector's one number, as short as the language has it; empty where there is none."""
        return self.speaker.short_number(self._stat) if self._stat else ""

    @Property(str, notify=said)
    def numberLabel(self) -> str:  # noqa: N802
        """What the number counts."""
        return self.speaker.say(self._stat.label) if self._stat else ""


def _number(sector: Sector) -> Stat | None:
    """Return the stat that stands for the sector, reading no other block than its stats."""
    rows = range(len(sector.blocks)) if sector.number else ()
    stats = (sector.blocks[row] for row in rows if kind_at(sector.blocks, row) == "stat")
    return next((stat for stat in stats if isinstance(stat, Stat) and stat.id == sector.number), None)
