"""Counts what the log tells, where that is switched on: a thread writes, so that a slow disk never stops a picture."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime
from queue import Queue
from threading import Thread
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QTimer

from kiosk.booth.logs import listeners, log
from kiosk.errors import KioskError
from kiosk.visit.tally import Count, Tally, hour_name, tally

if TYPE_CHECKING:
    from kiosk.booth.booth import Booth

WRITE_MS: Final = 5000


class Counting(QObject):
    """Hears every event of the log; `stop` writes what has not been written yet."""

    def __init__(self, booth: Booth, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(booth.engine)
        self._booth = booth
        self._clock = clock
        self._tally = Tally()
        self._counted: dict[str, dict[tuple[str, str], float]] = {}
        self._queue: Queue[dict[str, dict[tuple[str, str], float]] | None] = Queue()
        self._writer: Thread | None = None
        self._told = False
        self._timer = QTimer(self, interval=WRITE_MS)
        self._timer.timeout.connect(self.write)
        self._timer.start()
        listeners.append(self._hear)

    def stop(self) -> None:
        """Write the rest, and hear no more."""
        listeners.remove(self._hear)
        self.write()
        if self._writer is not None:
            self._queue.put(None)
            self._writer.join(WRITE_MS / 1000)

    def write(self) -> None:
        """Let the thread write what was counted since the last time."""
        counted, self._counted = self._counted, {}
        if counted:
            if self._writer is None:
                self._writer = Thread(target=self._work, name="counts", daemon=True)
                self._writer.start()
            self._queue.put(counted)

    def _hear(self, event: str, facts: dict[str, Any]) -> None:
        self._tally, counts = tally(self._tally, event, facts, self._clock(), self._booth.default.code)
        if counts and self._booth.settings.counts.enabled:
            hour = self._counted.setdefault(hour_name(datetime.now()), {})
            for count in counts:
                key = count.what, count.name
                hour[key] = hour.get(key, 0.0) + count.amount

    def _work(self) -> None:
        from kiosk.staff.counts import Counts, counts_file

        counts = Counts(counts_file())
        kept = self._booth.settings.counts.keep_days
        self._try(lambda: counts.forget(datetime.now().date(), kept))
        while (counted := self._queue.get()) is not None:
            for hour, amounts in counted.items():
                found = [Count(what, name, amount) for (what, name), amount in amounts.items()]
                self._try(lambda hour=hour, found=found: counts.add(hour, found))  # type: ignore[misc]

    def _try(self, work: Callable[[], None]) -> None:
        try:
            work()
        except KioskError as error:
            if not self._told:
                self._told = True
                log("counts.lost", why=error.what)
