"""Exchanges the content in the window: the new one is made under the old one, and shown when all of it is there."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QMetaObject, QObject, QTimer, Signal
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.view.app import AppView
from kiosk.view.tiles import LINGER_MS
from kiosk.visit.route import Page

TURN_MS: Final = 8
QUIET_TURNS: Final = 2
PATIENT_TURNS: Final = 12
"""As long as a page has not come as far down as it should: its cards may still be finding their places."""
LONGEST_SECONDS: Final = 3.0
"""A film without a first frame, or a picture that cannot be read, must not hold back what can."""
PASS_PART: Final = 0.9


class Swap(QObject):
    """One exchange of content. `done` comes when `new` is on the screen; `old` goes by itself then."""

    done = Signal()

    def __init__(
        self, window: QQuickWindow, old: AppView, new: AppView, scroll: float | None, still: bool = False
    ) -> None:
        """Make `new` under `old`.

        `scroll` is how far down its page stands, or None for what has no place to keep; `still` whether nothing moves
        afterwards either.
        """
        super().__init__(window)
        self.new = new
        self.scroll = scroll
        self.still = still
        self._window = window
        self._gone = [old]
        self._quiet = 0
        self._extent = (0.0, 0.0)
        self._until = time.monotonic() + LONGEST_SECONDS
        if new.attract or new.route.place.page is not Page.FILM:
            new.theme.freeze()  # nothing rises or counts up again; a film that begins frozen would not play
        window.setProperty("app", new)
        new.loop.show(old.loop.index % max(1, new.loop.items.count))
        self._timer = QTimer(self)
        self._timer.setInterval(TURN_MS)
        self._timer.timeout.connect(self._turn)
        self._timer.start()

    def drop(self) -> list[AppView]:
        """Give up: still newer content comes instead. Returns the views that must go with this exchange."""
        self._timer.stop()
        self.deleteLater()
        return [*self._gone, self.new]

    def inherit(self, views: list[AppView]) -> None:
        """Let `views`, which an exchange that was given up has left, go with this one."""
        self._gone = list(dict.fromkeys([*views, *self._gone]))

    def _turn(self) -> None:
        scene = coming_scene(self._window)
        busy, wanted = scene is None or any(_loading(item) for item in walk(scene)), QUIET_TURNS
        if scene is not None and self.scroll and not self.new.attract:
            scroll_to(scene, self.scroll)
            extent = extent_of(scene)
            busy, self._extent = busy or extent != self._extent, extent
            if abs(extent[1] - self.scroll) > 1:
                wanted = PATIENT_TURNS
        self._quiet = 0 if busy else self._quiet + 1
        if self._quiet >= wanted or time.monotonic() > self._until:
            self._timer.stop()
            self.new.arrived.emit()
            self.new.theme.freeze(self.still)
            for view in self._gone:
                QTimer.singleShot(LINGER_MS, view.deleteLater)
            self.done.emit()
            self.deleteLater()


def shown_scene(window: QQuickWindow) -> QQuickItem | None:
    """Return what is on the screen."""
    return _scene(window, "shown")


def coming_scene(window: QQuickWindow) -> QQuickItem | None:
    """Return what is being made under it."""
    return _scene(window, "coming")


def scrolled(scene: QQuickItem) -> float:
    """Return how far down the page in `scene` stands, in its pixels."""
    page = _scrolling(scene)
    return float(page.property("contentY")) - float(page.property("originY")) if page is not None else 0.0


def extent_of(scene: QQuickItem) -> tuple[float, float]:
    """Return how high the page in `scene` is and how far down it stands, in its pixels."""
    page = _scrolling(scene)
    return (float(page.property("contentHeight")), scrolled(scene)) if page is not None else (0.0, 0.0)


def scroll_to(scene: QQuickItem, distance: float) -> None:
    """Put the page in `scene` as far down as `distance`, or to its end where it has become shorter.

    A list only knows the height of the rows that it has made: it goes down a screenful at a time.
    """
    page = _scrolling(scene)
    if page is None:
        return
    while (now := scrolled(scene)) != distance:
        step = page.height() * PASS_PART
        top = float(page.property("originY"))
        end = top + max(
            0.0, float(page.property("contentHeight")) + float(page.property("bottomMargin")) - page.height()
        )
        wanted = min(end, top + min(distance, now + step))
        if abs(wanted - float(page.property("contentY"))) < 1:
            return
        page.setProperty("contentY", wanted)
        if page.inherits("QQuickItemView"):
            QMetaObject.invokeMethod(page, "forceLayout")


def walk(item: QQuickItem) -> Iterator[QQuickItem]:
    """Yield everything in `item` that can be seen."""
    for child in item.childItems():
        if child.isVisible():
            yield child
            yield from walk(child)


def _scene(window: QQuickWindow, name: str) -> QQuickItem | None:
    for item in walk(window.contentItem()):
        if item.property("farsighted") is not None:
            found = item.property(name)
            return found if isinstance(found, QQuickItem) else None
    return None


def _scrolling(scene: QQuickItem) -> QQuickItem | None:
    for item in walk(scene):
        if item.inherits("QQuickFlickable") and item.isEnabled() and item.width() > scene.width() / 3:
            return item
    return None


def _loading(item: QQuickItem) -> bool:
    if item.inherits("QQuickImageBase"):
        return not item.property("source").isEmpty() and float(item.property("progress")) < 1
    if item.inherits("QQuickLoader"):
        return bool(item.property("active")) and float(item.property("progress")) < 1 and _has_source(item)
    return False


def _has_source(loader: QQuickItem) -> bool:
    return loader.property("sourceComponent") is not None or not loader.property("source").isEmpty()
