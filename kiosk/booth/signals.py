"""SIGTERM and Ctrl+C reach the program although Qt's loop runs in C++."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier

STOPPING = (signal.SIGTERM, signal.SIGINT)


def interrupt_on_signals() -> None:
    """Let SIGTERM end what Python waits for as Ctrl+C does, with KeyboardInterrupt."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    signal.signal(signal.SIGINT, signal.default_int_handler)


@contextmanager
def signals_held() -> Iterator[None]:
    """Keep signals back for the moment that Qt takes to build the booth, where no exception can be let through."""
    signal.pthread_sigmask(signal.SIG_BLOCK, STOPPING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, STOPPING)


class Signals(QObject):
    """Calls `stop` on SIGTERM and SIGINT. Python's handlers run when a byte in a pipe wakes Qt's loop."""

    def __init__(self, stop: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop = stop
        self._reader, self._writer = os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC)
        signal.set_wakeup_fd(self._writer, warn_on_full_buffer=False)
        for number in STOPPING:
            signal.signal(number, self._handle)
        self._notifier = QSocketNotifier(self._reader, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._drain)

    def _handle(self, number: int, frame: FrameType | None) -> None:
        self._stop()

    def _drain(self) -> None:
        try:
            os.read(self._reader, 64)
        except BlockingIOError:
            return

    def close(self) -> None:
        """Give the signals back."""
        signal.set_wakeup_fd(-1)
        for number in STOPPING:
            signal.signal(number, signal.SIG_DFL)
        self._notifier.setEnabled(False)
        os.close(self._reader)
        os.close(self._writer)
