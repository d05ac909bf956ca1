"""The attract loop: its items, and the call to action in every language in turn."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QUrl

from kiosk.bundle.model import AttractItem, Language, say
from kiosk.view.qt import Property, QmlElement, Signal, Slot
from kiosk.view.speaker import Speaker
from kiosk.view.tiles import PictureView, Tile, TileList

QML_IMPORT_NAME = "Kiosk.View"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class AttractTile(Tile):
    """One picture or film of the loop."""

    said = Signal()

    def __init__(self, speaker: Speaker, item: AttractItem) -> None:
        super().__init__(speaker)
        self.item = item
        self._picture = PictureView(speaker, item.picture, self)

    @Property(PictureView, constant=True)
    def picture(self) -> PictureView:
        """The picture, or the film's poster."""
        return self._picture

    @Property(QUrl, notify=said)
    def film(self) -> QUrl:
        """The film's file; empty for a picture."""
        return self.speaker.url(self.item.film)

    @Property(str, notify=said)
    def line(self) -> str:
        """What the item says."""
        return self.speaker.say(self.item.line)

    @Property(int, constant=True)
    def durationMs(self) -> int:  # noqa: N802
        """How long the item stays, in milliseconds."""
        return round(self.item.seconds * 1000)


@QmlElement
class CallTile(Tile):
    """The call to action in one language."""

    said = Signal()

    def __init__(self, speaker: Speaker, language: Language, family: str) -> None:
        super().__init__(speaker)
        self._language = language
        self._family = family

    @Property(str, constant=True)
    def text(self) -> str:
        """The words, in the tile's own language."""
        return say(self.speaker.bundle.call, self._language.code)

    @Property(str, constant=True)
    def family(self) -> str:
        """The font family of the language's script."""
        return self._family


@QmlElement
class AttractView(QObject):
    """The loop as a whole; `index` is the item that is shown, `loading` says whether its picture is still to come.

    `family` names the font family of a script.
    """

    indexChanged = Signal()  # noqa: N815
    loadingChanged = Signal()  # noqa: N815
    said = Signal()

    def __init__(self, speaker: Speaker, family: Callable[[str], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._speaker = speaker
        speaker.changed.connect(self.said)
        self._items = TileList(self)
        self._items.fill(speaker.bundle.attract, lambda item: AttractTile(speaker, item))
        self._calls = TileList(self)
        if speaker.bundle.call:
            languages = speaker.bundle.languages
            self._calls.fill(languages, lambda language: CallTile(speaker, language, family(language.script)))
        self._index = 0
        self.loading = False

    @property
    def opens(self) -> str:
        """Where a tap on the item that is shown leads."""
        items = self._speaker.bundle.attract
        return items[self._index].opens if items else "home"

    @Property(TileList, constant=True)
    def items(self) -> TileList:
        """The items, in order."""
        return self._items

    @Property(TileList, constant=True)
    def calls(self) -> TileList:
        """The call to action, once per language."""
        return self._calls

    @Property(int, notify=said)
    def firstCall(self) -> int:  # noqa: N802
        """Which of the calls comes first: the one in the current language, where the bundle has it."""
        codes = [language.code for language in self._speaker.bundle.languages]
        return codes.index(self._speaker.code) if self._speaker.code in codes else 0

    @Property(int, notify=indexChanged)
    def index(self) -> int:
        """Which item is shown."""
        return self._index

    @Slot(int, result=AttractTile)
    def tileAt(self, row: int) -> AttractTile | None:  # noqa: N802
        """Return the item of `row`, counted round the end; nothing where the loop is empty."""
        tile = self._items.tile(row % self._items.count) if self._items.count else None
        return tile if isinstance(tile, AttractTile) else None

    @Slot(bool)
    def noteLoading(self, loading: bool) -> None:  # noqa: N802
        """Note whether the picture that is shown is still being loaded."""
        self.loading = loading
        self.loadingChanged.emit()

    @Slot(int)
    def show(self, index: int) -> None:
        """Note that item `index` is shown now."""
        if index != self._index:
            self._index = index
            self.indexChanged.emit()
