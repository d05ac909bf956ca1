"""What is looked at all the time: whether the settings were changed, and whether the booth is open."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kiosk.settings.file import find_settings
from kiosk.settings.hours import is_open

if TYPE_CHECKING:
    from kiosk.booth.booth import Booth


class Upkeep(QObject):
    """Follows `booth.yaml` and the opening hours. `now` is the clock on the wall, in the machine's own time zone.

    The file is looked at, not watched: it may come and go, in folders that are not there yet.
    """

    def __init__(self, booth: Booth, now: Callable[[], datetime] = datetime.now) -> None:
        super().__init__(booth.engine)
        self._booth = booth
        self._now = now
        self._followed = self._seen = self._look_at_file()
        booth.applied.connect(self.look_at_clock)
        booth.looks.timeout.connect(self.look)
        self.look_at_clock()

    def look(self) -> None:
        """Follow what has changed, once it stays as it is: an editor may be writing it just now."""
        before, self._seen = self._seen, self._look_at_file()
        if self._seen == before != self._followed:
            self._followed = before
            self._booth.config.reload()
        self.look_at_clock()

    def look_at_clock(self) -> None:
        """Rest while the booth is closed."""
        self._booth.rest(not is_open(self._booth.config.settings, self._now()))

    def _look_at_file(self) -> tuple[object, ...]:
        file = find_settings(self._booth.config.file)
        try:
            stat = os.stat(file) if file is not None else None
        except OSError:
            stat = None
        return (file, stat and (stat.st_ino, stat.st_mtime_ns, stat.st_size))
