"""The preview's second thread: follows the files, lets the worker compile them, tells the window what came of it."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

from PySide6.QtCore import QObject, Signal

from kiosk.author.compile.recompile import Recompiler
from kiosk.author.follow import Follower
from kiosk.bundle.index import read_bundle
from kiosk.bundle.model import Bundle
from kiosk.bundle.stamp import Mark, index_path, pack
from kiosk.ground.errors import Problem
from kiosk.ground.files import keep_file
from kiosk.store.compilation import Report

TEXTS = (".yaml", ".po")
"""Files that are in the content as far as they matter."""


@dataclass(frozen=True)
class News:
    """What came of a save: the bundle, or None with an error among `problems`.

    `content` is the bundle as bytes, `media` tells its files' versions apart; `saved_at` is seconds since the epoch.
    """

    bundle: Bundle | None
    problems: tuple[Problem, ...]
    content: bytes
    media: tuple[Mark, ...]
    saved_at: float
    compile_ms: float


class PreviewFollower(QObject):
    """Emits `found` with a `News` at the start, after each save, and when `again` was asked for."""

    found = Signal(object)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._stop = Event()
        self._again = Event()
        self._thread = Thread(target=self._run, name="preview", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def again(self) -> None:
        """Read everything anew at the next turn."""
        self._again.set()

    def close(self) -> None:
        """End the thread and the worker."""
        self._stop.set()
        self._thread.join(5)

    def _run(self) -> None:
        follower = Follower(self._folder, self._stop)
        with Recompiler(self._folder) as recompiler:
            held = self._compile(recompiler, follower, time.time())
            for saved_at in follower.saves():
                if saved_at is not None or self._again.is_set():
                    self._again.clear()
                    held = self._compile(recompiler, follower, saved_at or time.time())
                elif held is not None:  # nothing was saved since: the mistakes are meant to be there
                    self.found.emit(held)
                    held = None

    def _compile(self, recompiler: Recompiler, follower: Follower, saved_at: float) -> News | None:
        """Tell at once what can be shown; return what cannot, since an editor may be in the middle of its save."""
        began = time.monotonic()
        report = recompiler.compile()
        news = _news(report, saved_at, (time.monotonic() - began) * 1000)
        if report.index is None:
            return news
        follower.uses = frozenset(self._folder / mark[0] for mark in report.index.stamp.files)
        self.found.emit(news)
        keep_file(index_path(self._folder), pack(report.index))
        return None


def _news(report: Report, saved_at: float, compile_ms: float) -> News:
    if report.index is None:
        return News(None, report.problems, b"", (), saved_at, compile_ms)
    content = report.index.content
    media = tuple(mark for mark in report.index.stamp.files if not mark[0].endswith(TEXTS))
    return News(read_bundle(content), report.problems, content, media, saved_at, compile_ms)
