"""Exchanges the content in the window: the new one is made under the old one, and shown when all of it is there."""

from __future__ import annotations

import time
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtQml import QQmlEngine
from PySide6.QtQuick import QQuickWindow

from kiosk.booth.scene import Scene
from kiosk.view.app import AppView
from kiosk.view.tiles import LINGER_MS
from kiosk.visit.route import Page

TURN_MS: Final = 8
QUIET_TURNS: Final = 2
PATIENT_TURNS: Final = 12
"""As long as a page has not come as far down as it should: its cards may still be finding their places."""
LONGEST_SECONDS: Final = 3.0
"""A film without a first frame, or a picture that cannot be read, must not hold back what can."""


class Swap(QObject):
    """One exchange of content. `done` comes when `new` is on the screen; the views of `gone` go by themselves then."""

    done = Signal()

    def __init__(
        self,
        engine: QQmlEngine,
        window: QQuickWindow,
        gone: list[AppView],
        new: AppView,
        scroll: float,
        still: bool,
    ) -> None:
        """Make `new` under the last one of `gone`, which is shown.

        `scroll` is how far down its page stands, in its pixels; `still` whether nothing moves afterwards either.
        """
        super().__init__(window)
        self.new = new
        self.scroll = scroll
        self.still = still
        self._gone = gone
        self._quiet = 0
        self._wanted = QUIET_TURNS
        self._extent = (0.0, 0.0)
        self._until = time.monotonic() + LONGEST_SECONDS
        if new.attract or new.route.place.page is not Page.FILM:
            new.theme.freeze()  # nothing rises or counts up again; a film that begins frozen would not play
        window.setProperty("app", new)
        self._scene = Scene(engine, new.scene)
        new.loop.show(gone[-1].loop.index % max(1, new.loop.items.count))
        self._timer = QTimer(self, interval=TURN_MS)
        self._timer.timeout.connect(self._turn)
        self._timer.start()

    def drop(self) -> list[AppView]:
        """Give up: still newer content comes instead. Returns the views that must go with this exchange."""
        self._timer.stop()
        self.deleteLater()
        return [*self._gone, self.new]

    def _turn(self) -> None:
        self._quiet = 0 if self._moves() else self._quiet + 1
        if self._quiet >= self._wanted or time.monotonic() > self._until:
            self._end()

    def _moves(self) -> bool:
        """Whether something is being loaded or still finds its place; the page is put as far down as it should be."""
        busy = self._scene.busy()
        if not self.scroll or self.new.attract:
            return busy
        self._scene.scroll_to(self.scroll)
        before, self._extent = self._extent, (self._scene.height(), self._scene.offset())
        self._wanted = PATIENT_TURNS if abs(self._scene.offset() - self.scroll) > 1 else QUIET_TURNS
        return busy or self._extent != before

    def _end(self) -> None:
        self._timer.stop()
        self.new.arrived.emit()
        self.new.theme.freeze(self.still)
        for view in self._gone:
            QTimer.singleShot(LINGER_MS, view.deleteLater)
        self.done.emit()
        self.deleteLater()


def exchange(engine: QQmlEngine, window: QQuickWindow, old: AppView, new: AppView, pending: Swap | None) -> Swap:
    """Begin to show `new` instead of `old`, as far down the same page, and instead of what was coming (`pending`)."""
    if pending is not None:
        return Swap(engine, window, pending.drop(), new, pending.scroll, pending.still)
    stays = str(old.route.place) == str(new.route.place)
    scroll = Scene(engine, old.scene).offset() if stays else 0.0
    return Swap(engine, window, [old], new, scroll, old.theme.look.still)
