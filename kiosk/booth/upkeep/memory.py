"""Keeps what films, pictures and visits leave behind from staying with the process."""

from __future__ import annotations

import ctypes
import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QFontDatabase
from PySide6.QtQml import QQmlEngine
from PySide6.QtQuick import QQuickWindow

from kiosk.view.app import AppView

# glibc's numbers (malloc.h). A film's frames are large and come and go on many threads: beyond this size each block is
# given back to the system at once. Fixed thresholds, since glibc raises its own to the largest block it has seen, after
# which nothing is given back for weeks.
_M_TRIM_THRESHOLD = -1
_M_MMAP_THRESHOLD = -3
LARGE_BYTES = 128 * 1024

FRAMES_MS = 1000
"""How long the drawing takes to let go of what was released: a few frames, and a slow machine's patience."""


CLEAR_UP_MS = 2_000
"""How long after a visit what was kept for its pages is dropped: the loop has come up by then."""


class Leftovers(QObject):
    """What visits leave behind: part of it is dropped at their end, the rest once the loop plays.

    `view` returns what is shown.
    """

    def __init__(self, engine: QQmlEngine, window: QQuickWindow, view: Callable[[], AppView]) -> None:
        super().__init__(engine)
        self._engine = engine
        self._window = window
        self._timer = QTimer(self, singleShot=True, interval=CLEAR_UP_MS)
        self._timer.timeout.connect(self._clear_up)
        self._view = view

    def drop(self) -> None:
        """Drop what a visit leaves behind. Its pages themselves go when this turn of the loop ends."""
        view = self._view()
        QTimer.singleShot(0, view, lambda: self._drop(view))
        self._timer.start()

    def _drop(self, view: AppView) -> None:
        drop_visit(self._engine)
        view.clear()

    def _clear_up(self) -> None:
        if self._view().attract:
            clear_up(self._engine, self._window)


def give_back_memory() -> None:
    """Let the allocator return freed memory to the system, now and from now on; elsewhere than on glibc do nothing."""
    libc = _libc()
    if libc is not None:
        for option in (_M_MMAP_THRESHOLD, _M_TRIM_THRESHOLD):
            libc.mallopt(option, LARGE_BYTES)
        libc.malloc_trim(0)


def drop_visit(engine: QQmlEngine) -> None:
    """Free what is left of a visit whose pages are gone, with what Qt keeps for their types and fonts.

    QML's heap is returned in whole chunks of 64 KiB. A type's words and the wrappers that its bindings looked up would
    stay, a few bytes in each of many chunks: after five thousand acts of a visitor 1.2 MB in use held 4 to 5. They are
    garbage once nothing of their type is left, so what was made of it is collected first.

    Qt drops fonts that nobody sees any more when it is told of other fonts, and takes the same ones for others. Dropped
    after the next visit was made among them, they left holes of 3 MB: so freed blocks are joined (which `malloc_trim`
    does first) before anything new is made.
    """
    engine.collectGarbage()
    engine.trimComponentCache()
    collect(engine)
    QFontDatabase.setApplicationEmojiFontFamilies(QFontDatabase.applicationEmojiFontFamilies())
    _trim()


def clear_up(engine: QQmlEngine, window: QQuickWindow) -> None:
    """Drop what Qt Quick and Python no longer need, and return it: some milliseconds, for when nobody looks.

    Qt Quick keeps shaders, buffers and lists of what was uploaded for pages that may come again: they grew by half a
    megabyte for every thousand acts of a visitor, for hours. Without them the next touch is up to 30 ms slower.
    """
    window.releaseResources()
    collect(engine)
    QTimer.singleShot(FRAMES_MS, window, _trim)


def collect(engine: QQmlEngine) -> None:
    """Look for what nothing refers to any more, in QML and in Python, and free it: some milliseconds."""
    engine.collectGarbage()
    gc.collect()


def _trim() -> None:
    libc = _libc()
    if libc is not None:
        libc.malloc_trim(0)


def _libc() -> ctypes.CDLL | None:
    libc = ctypes.CDLL(None)
    return libc if hasattr(libc, "mallopt") and hasattr(libc, "malloc_trim") else None
