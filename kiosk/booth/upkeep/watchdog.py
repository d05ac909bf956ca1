"""Tells a supervisor (systemd, `kiosk keep`) that the booth is there and still draws: the protocol of sd_notify(3)."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtQuick import QQuickWindow


def notify(*states: str) -> None:
    """Tell the supervisor something (`READY=1`); without one, nothing happens."""
    address = os.environ.get("NOTIFY_SOCKET", "")
    if not address:
        return
    import socket

    with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as line:
        line.setblocking(False)
        line.sendto("\n".join(states).encode(), "\0" + address[1:] if address.startswith("@") else address)


def watchdog_seconds() -> float | None:
    """Return how often the supervisor wants a sign of life, or None where it wants none."""
    if os.environ.get("WATCHDOG_PID", str(os.getpid())) != str(os.getpid()):
        return None
    try:
        seconds = int(os.environ.get("WATCHDOG_USEC", "")) / 1_000_000
    except ValueError:
        return None
    return seconds if seconds > 0 else None


class Watchdog(QObject):
    """Gives signs of life, but only when a frame was drawn. A page that rests is asked for one from time to time."""

    def __init__(self, window: QQuickWindow, status: Callable[[], str]) -> None:
        super().__init__(window)
        self._window = window
        self._status = status
        self._said = ""
        self._fed = -1e9
        seconds = watchdog_seconds()
        self._every = (seconds or 30.0) / 3
        self._feeds = seconds is not None
        window.frameSwapped.connect(self._drawn)
        timer = QTimer(self)
        timer.timeout.connect(self._look)
        timer.start(round(self._every * 1000))
        notify("READY=1")
        self._look()

    def _look(self) -> None:
        status = self._status()
        if status != self._said:
            self._said = status
            notify(f"STATUS={status}")
        if not self._feeds:
            return
        if self._window.isExposed():
            self._window.update()
        else:  # a screen that is off or unplugged draws nothing, and no restart brings it back
            notify("WATCHDOG=1")

    def _drawn(self) -> None:
        now = time.monotonic()
        if self._feeds and now - self._fed >= self._every / 2:
            self._fed = now
            notify("WATCHDOG=1")
