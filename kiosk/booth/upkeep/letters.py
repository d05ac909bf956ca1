"""Draws each letter of the content once, unseen, before anybody reads it.

Qt paints a letter when it is first shown, and keeps it with its font's file: memory would grow for as long as visitors
find pages and languages that nobody had opened, and the first of them would wait a frame longer. It is done beside the
loop, a few letters at a time, under everything that is shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QFont
from PySide6.QtQml import QQmlComponent
from PySide6.QtQuick import QQuickItem, QSGRendererInterface

from kiosk.booth.logs import log
from kiosk.ground.errors import ScreenError
from kiosk.ground.events import Event
from kiosk.view.letters import portions, texts

if TYPE_CHECKING:
    from kiosk.booth.booth import Booth

START_MS: Final = 6_000
PORTION_MS: Final = 60
STYLES: Final = ("body", "headline")
"""One style of each weight: Qt keeps letters by font and weight, and scales them to every size."""


class Letters(QObject):
    """Begins some seconds after the start and whenever the content changes; rests while somebody is there."""

    def __init__(self, booth: Booth) -> None:
        super().__init__(booth.engine)
        self._booth = booth
        self._left: Iterator[tuple[QFont, str]] = iter(())
        self._item: QQuickItem | None = None
        self._timer = QTimer(self, interval=PORTION_MS)
        self._timer.timeout.connect(self._draw)
        if booth.window.rendererInterface().graphicsApi() is not QSGRendererInterface.GraphicsApi.Software:
            booth.exchanged.connect(self._begin)
            QTimer.singleShot(START_MS, self, self._begin)

    def _begin(self) -> None:
        self._left = self._all()
        self._timer.start()

    def _all(self) -> Iterator[tuple[QFont, str]]:
        bundle, theme = self._booth.exhibit.bundle, self._booth.view.theme
        names = [language.name for language in bundle.languages]  # all of them are said in each language
        for language in bundle.languages:
            fonts = [theme.font(style, language.script) for style in STYLES]
            for portion in portions(chain(names, texts(bundle, language.code)), language.script):
                yield from ((font, portion) for font in fonts)

    def _draw(self) -> None:
        if not self._booth.view.attract or self._booth.desk.overlay.covers:
            return
        font, text = next(self._left, (None, ""))
        if font is None:
            self._end()
            return
        if self._item is None:
            self._item = self._make()
        self._item.setProperty("font", font)
        self._item.setProperty("text", text)

    def _make(self) -> QQuickItem:
        component = QQmlComponent(self._booth.engine, "Kiosk.Shell", "Letters", self)
        item = component.create()
        if not isinstance(item, QQuickItem):
            raise ScreenError(component.errorString(), "Install the program again; its files are damaged.")
        item.setParent(self)
        item.setParentItem(self._booth.window.contentItem())
        return item

    def _end(self) -> None:
        self._timer.stop()
        if self._item is not None:
            self._item.deleteLater()
            self._item = None
        log(Event.LETTERS_DRAWN)
