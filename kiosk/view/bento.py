"""Cards in columns, of which only those near the screen are there: each lies under what was the shortest column.

The view tells how high each card turned out to be; the others are taken to be as high as those of their
kind on average.
A card never begins above the one before it, so what is near the screen is one run of rows.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QObject, QTimer

from kiosk.view.qt import Property, QmlElement, Signal, Slot
from kiosk.view.tiles import KIND_ROLE, TILE_ROLE, Index, TileList

QML_IMPORT_NAME = "Kiosk.View"
QML_IMPORT_MAJOR_VERSION = 1

ROW_ROLE: Final = KIND_ROLE + 1
COLUMN_ROLE: Final = KIND_ROLE + 2
ABOVE_ROLE: Final = KIND_ROLE + 3
TALL_ROLE: Final = KIND_ROLE + 4
FIRST_GUESS: Final = 0.7
"""A card's height over its width, before any of its kind is known."""


class Columns:
    """Where cards lie, as far down as has been asked for: `tops` and `columns` per card."""

    def __init__(self, count: int = 1, gap: float = 0.0) -> None:
        self.tops: list[float] = []
        self.columns: list[int] = []
        self._gap = gap
        self._ends = [(0.0,) * count]

    def lift(self, row: int) -> None:
        """Take the cards from `row` on up again."""
        del self.tops[row:], self.columns[row:], self._ends[row + 1 :]

    def lay(self, heights: Sequence[float], until: float) -> None:
        """Lay the cards that come next, until none would begin above `until`."""
        ends = self._ends[-1]
        for row in range(len(self.tops), len(heights)):
            top = min(ends)
            if top >= until:
                break
            column = ends.index(top)
            ends = (*ends[:column], top + heights[row] + self._gap, *ends[column + 1 :])
            self.tops.append(top)
            self.columns.append(column)
            self._ends.append(ends)

    def bottom(self, heights: Sequence[float]) -> float:
        """Return how far down all cards reach, about so where not all of them lie."""
        ends, rest = self._ends[-1], heights[len(self.tops) :]
        return max(*ends, (sum(ends) + sum(rest) + self._gap * len(rest)) / len(ends) if rest else 0.0)

    def between(self, top: float, bottom: float, tallest: float) -> range:
        """Return the cards that may be seen between `top` and `bottom`; none is higher than `tallest`."""
        first = bisect_right(self.tops, top - tallest)
        return range(first, max(first, bisect_left(self.tops, bottom)))


@QmlElement
class Bento(QAbstractListModel):
    """The cards of a list that are near the screen.

    The view says how many columns there are (`fit`), what it shows (`look`) and how high a card is (`measure`).
    """

    bottomChanged = Signal()  # noqa: N815

    def __init__(self, tiles: TileList, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tiles = tiles
        self._count, self._width, self._gap = 1, 0.0, 0.0
        self._look = (0.0, 0.0)
        self._columns = Columns()
        self._heights: list[float] = []
        self._known: dict[str, dict[int, float]] = {}
        self._rows = range(0)
        self._moved = -1
        self._bottom = 0.0
        self._timer = QTimer(self, interval=0, singleShot=True)
        self._timer.timeout.connect(self.settle)
        tiles.modelAboutToBeReset.connect(self.beginResetModel)
        tiles.modelReset.connect(self._begin)

    def _begin(self) -> None:
        """Begin with other cards; nothing is laid before a view has said how wide it is."""
        self._known = {}
        self._moved = -1
        self._rows = range(0)
        self.endResetModel()
        if self._width:
            self.settle()

    def forget(self) -> None:
        """Begin as if nobody had looked yet; no page may be there that shows the cards."""
        self._timer.stop()
        self.beginResetModel()
        self._known, self._heights, self._columns = {}, [], Columns()
        self._width, self._look, self._bottom = 0.0, (0.0, 0.0), 0.0
        self._rows, self._moved = range(0), -1
        self.endResetModel()

    @Slot(int, float, float)
    def fit(self, columns: int, width: float, gap: float) -> None:
        """Lay the cards into so many columns of this width, with this gap between cards."""
        if min(width, columns) <= 0 or (columns, width, gap) == (self._count, self._width, self._gap):
            return
        if width != self._width:
            self._forget_far()
        self._count, self._width, self._gap = columns, width, gap
        self._moved = -1
        self._timer.start()

    def _forget_far(self) -> None:
        """Know only the heights of the cards near the screen: they are measured anew."""
        for known in self._known.values():
            for row in known.keys() - set(self._rows):
                del known[row]

    @Slot(float, float)
    def look(self, top: float, bottom: float) -> None:
        """Have the cards between `top` and `bottom` at hand."""
        self._look = (top, bottom)
        self._timer.start()

    @Slot(int, float)
    def measure(self, row: int, height: float) -> None:
        """Note how high the card `row` is. Many are measured at once, so it is laid anew a little later."""
        if not 0 <= row < self._tiles.count:
            return
        known = self._known.setdefault(self._tiles.kind(row), {})
        if known.get(row) == height:
            return
        guess_anew = row not in known and (len(known) + 1).bit_count() == 1  # 1, 2, 4, 8... of its kind are known
        known[row] = height
        self._moved = -1 if guess_anew else min(row, self._moved)
        self._timer.start()

    @Slot()
    def settle(self) -> None:
        """Put the cards in their places now."""
        self._timer.stop()
        if not self._width:
            return
        self._take_in()
        self._columns.lay(self._heights, self._look[1])
        bottom = self._columns.bottom(self._heights)
        self._show(self._columns.between(*self._look, max(self._heights, default=0.0)))
        if bottom != self._bottom:
            self._bottom = bottom
            self.bottomChanged.emit()

    def _take_in(self) -> None:
        """Take up the cards from the first one on that has moved; -1 stands for other columns or other guesses."""
        moved, self._moved = self._moved, self._tiles.count
        if moved < 0:
            self._heights = self._guess()
            self._columns = Columns(self._count, self._gap)
        elif moved < self._tiles.count:
            self._put_known(self._heights)
            self._columns.lift(moved)

    def _guess(self) -> list[float]:
        usual = {kind: sum(known.values()) / len(known) for kind, known in self._known.items() if known}
        other = self._width * FIRST_GUESS
        heights = [usual.get(self._tiles.kind(row), other) for row in range(self._tiles.count)]
        self._put_known(heights)
        return heights

    def _put_known(self, heights: list[float]) -> None:
        for known in self._known.values():
            for row, height in known.items():
                heights[row] = height

    def _show(self, wanted: range) -> None:
        """Add and take away rows at both ends, so that the cards between them stay."""
        if not wanted or wanted.start >= self._rows.stop or wanted.stop <= self._rows.start:
            self._take(self._rows)
            self._rows = wanted[:0]
        self._take(range(self._rows.start, wanted.start))
        self._take(range(wanted.stop, self._rows.stop))
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1), [COLUMN_ROLE, ABOVE_ROLE, TALL_ROLE])
        self._add(range(wanted.start, self._rows.start))
        self._add(range(self._rows.stop, wanted.stop))

    def _take(self, rows: range) -> None:
        """Take away `rows` from the beginning or from the end."""
        if rows:
            first = rows.start - self._rows.start
            self.beginRemoveRows(QModelIndex(), first, first + len(rows) - 1)
            self._rows = range(rows.stop, self._rows.stop) if not first else range(self._rows.start, rows.start)
            self.endRemoveRows()

    def _add(self, rows: range) -> None:
        """Add `rows` before the first or after the last."""
        if rows:
            first = 0 if rows.start < self._rows.start else len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self._rows = range(min(rows.start, self._rows.start), max(rows.stop, self._rows.stop))
            self.endInsertRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Return how many cards are near the screen."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = TILE_ROLE) -> Any:
        """Return a card's object, kind, row among all, column, place and height."""
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role in (TILE_ROLE, KIND_ROLE):
            return self._tiles.tile(row) if role == TILE_ROLE else self._tiles.kind(row)
        known = {ROW_ROLE: row, COLUMN_ROLE: self._columns.columns[row], ABOVE_ROLE: self._columns.tops[row]}
        return known.get(role, self._heights[row] if role == TALL_ROLE else None)

    def roleNames(self) -> dict[int, QByteArray]:  # noqa: N802
        """Return the roles as QML names them."""
        names = {TILE_ROLE: b"tile", KIND_ROLE: b"kind", ROW_ROLE: b"row"}
        names |= {COLUMN_ROLE: b"column", ABOVE_ROLE: b"above", TALL_ROLE: b"tall"}
        return {role: QByteArray(name) for role, name in names.items()}

    @Property(float, notify=bottomChanged)
    def bottom(self) -> float:
        """How far down the cards reach, all of them."""
        return self._bottom
