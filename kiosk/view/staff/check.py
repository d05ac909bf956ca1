"""What QML sees of the opening check: what is asked for now, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kiosk.view.films import FilmTile
from kiosk.view.qt import Property, QmlElement, Signal
from kiosk.view.staff.rows import FindingRow, RowList

if TYPE_CHECKING:
    from kiosk.machine.doctor import Finding
    from kiosk.machine.light import Light

QML_IMPORT_NAME = "Kiosk.View"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class CheckView(QObject):
    """The check. QML emits `answered`: 1 for yes and 0 for no, or the pictures a second."""

    told = Signal()
    filmChanged = Signal()  # noqa: N815
    answered = Signal(int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._part = 0
        self._light = -1
        self._tones: list[str] = []
        self._names = ""
        self._film: FilmTile | None = None
        self._findings = RowList(FindingRow, lambda finding: finding, self)

    def show(self, part: int, findings: Sequence[Finding], light: Light | None) -> None:
        """Show what is asked for and what was found out; without `light` there is more to find out."""
        self._findings.show(findings)
        self._part, self._light = part, -1 if light is None else light
        self.told.emit()

    def prepare(self, tones: Sequence[str], names: str) -> None:
        """Have the files of a tone on the left and one on the right, and names in many scripts."""
        self._tones, self._names = list(tones), names
        self.told.emit()

    def play(self, film: FilmTile | None) -> None:
        """Show a film with captions, or none."""
        self._film = film
        self.filmChanged.emit()

    @Property(int, notify=told)
    def part(self) -> int:
        """What is asked for: 0 touch, 1 the picture, 2 and 3 the tones left and right, 4 words; 5 is the result."""
        return self._part

    @Property(int, notify=told)
    def light(self) -> int:
        """How it ends: 0 green, 1 amber, 2 red; -1 while the machine is still being looked at."""
        return self._light

    @Property(RowList, constant=True)
    def findings(self) -> RowList:
        """What was found out."""
        return self._findings

    @Property(FilmTile, notify=filmChanged)
    def film(self) -> FilmTile | None:
        """A film with captions, if the content has one."""
        return self._film

    @Property(str, notify=told)
    def tone(self) -> str:
        """The file of the tone that is asked for, if any."""
        return self._tones[self._part - 2] if self._part in (2, 3) and self._tones else ""

    @Property(str, notify=told)
    def names(self) -> str:
        """The names of the content's languages."""
        return self._names
