"""Follows the store: what is installed is shown as soon as nobody is there, whoever has installed it."""

from __future__ import annotations

from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kiosk.booth.fonts import add_fonts
from kiosk.booth.logs import log
from kiosk.ground.errors import KioskError
from kiosk.ground.events import Event
from kiosk.store.installed import Installed, roll_back
from kiosk.store.load import load_bundle
from kiosk.store.store import current_folder, store_root

if TYPE_CHECKING:
    from kiosk.booth.booth import Booth


class Content(QObject):
    """What is to be shown. A booth that was started with a bundle of its own follows only what its panel loads.

    `swapped` comes when other content is shown, `failed` where that could not be read, `returned` with the title of
    what is shown again after `go_back`.
    """

    swapped = Signal()
    failed = Signal(str)
    returned = Signal(str)
    _gone_back = Signal(object, str)

    def __init__(self, booth: Booth) -> None:
        super().__init__(booth.engine)
        self._booth = booth
        self._first = booth.exhibit.folder
        self._stamp = self._mark()
        self._waiting = False
        self._going_back = False
        self._gone_back.connect(self._note_return)
        booth.looks.timeout.connect(self._look)

    def take(self, now: bool) -> None:
        """Show what is installed: at once, or when nobody is there."""
        self._stamp = self._mark()
        folder = self._wanted()
        self._waiting = folder is not None
        if folder is None:
            return
        log(Event.CONTENT_WAITING, content=folder.name[:12], now=now)
        if now:
            self._show(folder)

    @property
    def can_go_back(self) -> bool:
        """Whether a booth with a bundle of its own shows something else by now, which is no matter of the store."""
        return self._booth.chosen and self._booth.exhibit.folder != self._first

    def go_back(self, why: str) -> None:
        """Show what was shown before.

        Of what is installed all is read first, and another install may be at work: that takes time.
        """
        if self.can_go_back:
            if self._show(self._first):
                log(Event.CONTENT_RETURNED, content=str(self._first), why=why)
                self.returned.emit(self._booth.exhibit.whole.title.get("", ""))
        elif not self._going_back:
            self._going_back = True
            Thread(target=self._roll_back, args=(why,), name="return", daemon=True).start()

    def _roll_back(self, why: str) -> None:
        try:
            self._gone_back.emit(roll_back(), why)
        except (KioskError, OSError) as error:
            self._gone_back.emit(error, why)

    def _note_return(self, done: Installed | Exception, why: str) -> None:
        self._going_back = False
        if isinstance(done, Exception):
            log(Event.CONTENT_NOT_RETURNED, why=str(done))
            self.failed.emit(str(done))
            return
        log(Event.CONTENT_RETURNED, fingerprint=done.short, why=why)
        self.take(now=True)
        self.returned.emit(done.title)

    def _wanted(self) -> Path | None:
        """Return what is installed, or None where that is shown already."""
        folder = current_folder()
        return None if folder == self._booth.exhibit.folder and self._booth.view.fault is None else folder

    def _look(self) -> None:
        if not self._booth.chosen and self._mark() != self._stamp:
            self.take(now=False)
        if self._waiting and self._booth.view.attract and not self._booth.desk.overlay.covers:
            self._waiting = False
            if (folder := self._wanted()) is not None:
                self._show(folder)

    def _show(self, folder: Path) -> bool:
        """Show the content in `folder`; return whether it can be."""
        self._waiting = False
        try:
            bundle = load_bundle(folder)
        except KioskError as error:
            log(Event.CONTENT_FAILED, content=folder.name[:12], why=error.what)
            self.failed.emit(str(error))
            return False
        add_fonts(folder)
        swap = self._booth.show(bundle, folder=folder)
        swap.done.connect(self._tell)
        return True

    def _tell(self) -> None:
        self._booth.faults.forget(Event.BUNDLE_PROBLEM, Event.CONTENT_FAILED)  # of content that is no longer shown
        log(Event.CONTENT_SWAPPED, content=self._booth.exhibit.folder.name[:12])
        self.swapped.emit()

    @staticmethod
    def _mark() -> tuple[int, int]:
        try:
            stat = (store_root() / "state.json").stat()
        except OSError:
            return -1, -1
        return stat.st_mtime_ns, stat.st_ino
