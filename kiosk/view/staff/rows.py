"""What the desk lists: languages, what sticks offer, findings. A row shows one value, and never another one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from kiosk.view.qt import Property, QmlElement
from kiosk.view.tiles import TileList

if TYPE_CHECKING:
    from kiosk.machine.doctor import Finding
    from kiosk.settings.offering import Choice

QML_IMPORT_NAME = "Kiosk.View"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class RowList(TileList):
    """A list whose rows change where they are while it has the same things, so that keys and fingers stay on them."""

    def __init__(self, make: Callable[[Any], QObject], same: Callable[[Any], object], parent: QObject) -> None:
        """Make the rows of values with `make`; `same` tells which thing a value is about."""
        super().__init__(parent)
        self._row = make
        self._same = same

    def show(self, values: Sequence[Any]) -> None:
        """Show `values`."""
        if [self._same(value) for value in values] != [self._same(value) for value in self._values]:
            self.fill(values, self._row)
        elif values != self._values:
            gone, self._tiles, self._values = self._tiles, {}, values
            self.dataChanged.emit(self.index(0), self.index(len(values) - 1))
            self._let_linger(*gone.values())


@QmlElement
class LanguageRow(QObject):
    """A language of the content."""

    def __init__(self, choice: Choice) -> None:
        super().__init__()
        self._choice = choice

    @Property(str, constant=True)
    def code(self) -> str:
        """The language's code."""
        return self._choice.code

    @Property(str, constant=True)
    def name(self) -> str:
        """The language's name in itself."""
        return self._choice.name

    @Property(bool, constant=True)
    def first(self) -> bool:
        """Whether the booth begins with it."""
        return self._choice.first

    @Property(bool, constant=True)
    def offered(self) -> bool:
        """Whether visitors may choose it."""
        return self._choice.offered


@QmlElement
class OfferRow(QObject):
    """Content on a stick."""

    def __init__(self, offer: tuple[int, str]) -> None:
        """Show an offer under its number, with `text`."""
        super().__init__()
        self._number, self._text = offer

    @Property(int, constant=True)
    def number(self) -> int:
        """The offer's number, which no other offer has or had."""
        return self._number

    @Property(str, constant=True)
    def text(self) -> str:
        """The content's title, its file and its size."""
        return self._text


@QmlElement
class FindingRow(QObject):
    """Something that the opening check found out."""

    def __init__(self, finding: Finding) -> None:
        super().__init__()
        self._finding = finding

    @Property(int, constant=True)
    def light(self) -> int:
        """How it is: 0 green, 1 amber, 2 red; -1 where that is unknown."""
        light = self._finding.level.light
        return -1 if light is None else light

    @Property(str, constant=True)
    def what(self) -> str:
        """How it is, in words."""
        return self._finding.what

    @Property(str, constant=True)
    def cure(self) -> str:
        """What to do; nothing where it is well."""
        return self._finding.cure if self.light else ""
