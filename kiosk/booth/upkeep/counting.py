"""Counts what the log tells, where that is switched on: a thread writes, so that a slow disk never stops a picture."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from datetime import datetime
from queue import SimpleQueue
from threading import Thread, get_ident
from typing import TYPE_CHECKING, Final, TypeAlias

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from kiosk.booth.logs import Listener, log
from kiosk.counts.counts import Counts, counts_file, read_rows
from kiosk.counts.summary import sum_up
from kiosk.ground.errors import KioskError
from kiosk.ground.events import Event
from kiosk.visit.tally import Tally, hour_name, tally

if TYPE_CHECKING:
    from kiosk.booth.booth import Booth

WRITE_MS: Final = 5000
"""What a kill may lose."""
LAST_SECONDS: Final = 3.0

Job: TypeAlias = Callable[[Counts], None]
Counted: TypeAlias = dict[str, dict[tuple[str, str], float]]


class Counting(QObject):
    """Hears every event of the log, and writes at the end of a visit, at the latest after `WRITE_MS`.

    `told` comes after `ask`, with the day's counts (`kiosk.counts.summary.Summary`). `now` is the clock on the wall: it
    only names the hour.
    """

    told = Signal(object)
    _trouble = Signal(object, str)

    def __init__(
        self,
        booth: Booth,
        clock: Callable[[], float] = time.monotonic,
        now: Callable[[], datetime] = datetime.now,
    ) -> None:
        super().__init__(booth.engine)
        self._booth = booth
        self._clock = clock
        self._now = now
        self._thread = get_ident()
        self._tally = Tally(waiting_since=clock() if booth.view.attract else None)
        self._counted: Counted = {}
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        self._writer: Thread | None = None
        self._said: set[Event] = set()
        self._left: Counted = {}
        self._forgot_at = ""
        self._timer = QTimer(self, singleShot=True, interval=WRITE_MS)
        self._timer.timeout.connect(self.write)
        self._trouble.connect(self._say, Qt.ConnectionType.QueuedConnection)
        self._listener = Listener(self._hear)

    def stop(self) -> None:
        """Write the rest, and hear no more."""
        self._listener.close()
        self.write()
        if self._writer is not None:
            self._jobs.put(None)
            self._writer.join(LAST_SECONDS)

    def write(self) -> None:
        """Let the thread write what was counted since the last time, and forget what is too old."""
        self._timer.stop()
        counted, self._counted = self._counted, {}
        if counted:
            now, kept = self._now(), self._booth.config.settings.counts.keep_days
            self._do(lambda counts: self._write(counts, counted, now, kept))

    def ask(self) -> None:
        """Let `told` say what was counted today."""
        self.write()
        today = self._now().date()

        def tell(counts: Counts) -> None:
            self.told.emit(sum_up(read_rows(counts.file, today, today)))

        self._do(tell)

    def _hear(self, event: Event, facts: Mapping[str, object]) -> None:
        if get_ident() != self._thread:  # other threads tell of no visit
            return
        if not self._booth.config.settings.counts.enabled:
            self._tally = Tally()
            return
        self._tally, counts = tally(self._tally, event, facts, self._clock(), self._booth.exhibit.default.code)
        if counts:
            found = {(count.what, count.name): count.amount for count in counts}
            _add_up(self._counted, {hour_name(self._now()): found})
            if event is Event.VISIT_ENDED:
                self.write()
            elif not self._timer.isActive():
                self._timer.start()

    def _do(self, job: Job) -> None:
        if self._writer is None:
            self._writer = Thread(target=self._work, name="counts", daemon=True)
            self._writer.start()
        self._jobs.put(job)

    # In the thread.

    def _work(self) -> None:
        counts = Counts(counts_file())
        while (job := self._jobs.get()) is not None:
            try:
                job(counts)
            except KioskError as error:
                self._trouble.emit(Event.COUNTS_LOST, error.what)
            if counts.aside is not None:
                self._trouble.emit(Event.COUNTS_DAMAGED, str(counts.aside))
                counts.aside = None

    def _write(self, counts: Counts, counted: Counted, now: datetime, kept: int) -> None:
        _add_up(self._left, counted)  # with what a full disk did not take the last time
        counts.add(self._left)
        self._left.clear()
        if hour_name(now)[:10] != self._forgot_at:
            self._forgot_at = hour_name(now)[:10]
            counts.forget(now.date(), kept)

    def _say(self, event: Event, why: str) -> None:
        if event not in self._said:
            self._said.add(event)
            log(event, why=why)


def _add_up(sums: Counted, more: Counted) -> None:
    for hour, counted in more.items():
        at = sums.setdefault(hour, {})
        for key, amount in counted.items():
            at[key] = at.get(key, 0.0) + amount
