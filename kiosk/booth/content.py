"""Follows the store: what is installed is shown as soon as nobody is there, whoever has installed it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.booth.fonts import add_fonts
from kiosk.booth.logs import log
from kiosk.bundle.load import load_bundle
from kiosk.bundle.store.store import current_folder, store_root
from kiosk.errors import KioskError

if TYPE_CHECKING:
    from kiosk.booth.booth import Booth

LOOK_MS: Final = 2000


class Content(QObject):
    """What is to be shown. A booth that was started with a bundle of its own follows only what its panel loads.

    `swapped` comes when other content is shown, `failed` where that could not be read.
    """

    swapped = Signal()
    failed = Signal(str)

    def __init__(self, booth: Booth) -> None:
        super().__init__(booth.engine)
        self._booth = booth
        self._stamp = self._mark()
        self._waiting: Path | None = None
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def take(self, now: bool) -> None:
        """Show what is installed: at once, or when nobody is there."""
        self._stamp = self._mark()
        folder = current_folder()
        if folder is None or folder == self._booth.folder:
            return
        self._waiting = folder
        log("content.waiting", content=folder.name[:12], now=now)
        if now:
            self._show()

    def _look(self) -> None:
        if not self._booth.chosen and self._mark() != self._stamp:
            self.take(now=False)
        if self._waiting is not None and self._booth.view.attract and not self._booth.desk.panel.covers:
            self._show()

    def _show(self) -> None:
        folder, self._waiting = self._waiting, None
        if folder is None:
            return
        try:
            bundle = load_bundle(folder)
        except KioskError as error:
            log("content.failed", content=folder.name[:12], why=error.what)
            self.failed.emit(str(error))
            return
        add_fonts(folder)
        swap = self._booth.show(bundle, folder=folder)
        swap.done.connect(self._tell)

    def _tell(self) -> None:
        log("content.swapped", content=self._booth.folder.name[:12])
        self.swapped.emit()

    @staticmethod
    def _mark() -> tuple[int, int]:
        try:
            stat = (store_root() / "state.json").stat()
        except OSError:
            return -1, -1
        return stat.st_mtime_ns, stat.st_ino
