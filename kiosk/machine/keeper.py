"""A small supervisor for machines without one: starts the booth, and starts it again when it ends or hangs.

It speaks sd_notify(3), as systemd does, so that the booth need not know who looks after it.
"""

from __future__ import annotations

import contextlib
import os
import select
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from typing import Final

from kiosk.ground.exits import Exit
from kiosk.ground.processes import die_with_parent

WATCHDOG_SECONDS: Final = 10.0
START_SECONDS: Final = 60.0
ABORT_SECONDS: Final = 1.0
"""How long a booth that hangs has to write down where, before it is killed."""
STEADY_SECONDS: Final = 60.0
PAUSES: Final = (0.0, 0.5, 1.0, 2.0, 5.0)
FINAL: Final = (Exit.OK, Exit.USAGE, Exit.ALREADY_RUNNING)


def pause_seconds(failures: int) -> float:
    """Return how long to wait before the next start after so many failures in a row; never long enough to stay dark."""
    return PAUSES[min(max(failures - 1, 0), len(PAUSES) - 1)]


class Keeper:
    """Keeps `command` running until it ends as asked, or a signal comes."""

    def __init__(self, command: Sequence[str], watchdog_seconds: float = WATCHDOG_SECONDS) -> None:
        self._command = list(command)
        self._watchdog = watchdog_seconds
        self._stopping = False
        self._child: subprocess.Popen[bytes] | None = None

    def run(self) -> int:
        """Run until the booth ends well; return the exit code to end with."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._stop)
        failures = 0
        with tempfile.TemporaryDirectory(prefix="kiosk-keep-") as folder:
            address = os.path.join(folder, "notify")
            with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
                line.bind(address)
                while True:
                    began = time.monotonic()
                    code = self._live(line, address)
                    if self._stopping:
                        return Exit.OK
                    if code in FINAL:
                        return code
                    steady = time.monotonic() - began > STEADY_SECONDS or code == Exit.RESTART
                    failures = 0 if steady else failures + 1
                    pause = pause_seconds(failures)
                    self._say(f"the booth ended with {code}; it starts again in {pause:g} s")
                    if self._is_stopped_within(pause):
                        return Exit.OK

    def _is_stopped_within(self, seconds: float) -> bool:
        until = time.monotonic() + seconds
        while not self._stopping and time.monotonic() < until:
            time.sleep(0.05)
        return self._stopping

    def _live(self, line: socket.socket, address: str) -> int:
        environment = {**os.environ, "NOTIFY_SOCKET": address, "WATCHDOG_USEC": str(round(self._watchdog * 1e6))}
        environment.pop("WATCHDOG_PID", None)
        child = self._child = subprocess.Popen(self._command, env=environment, preexec_fn=_die_with_parent)
        deadline = time.monotonic() + START_SECONDS
        while child.poll() is None:
            if select.select([line], [], [], 0.1)[0]:
                said = line.recv(4096).decode("utf-8", "replace").split("\n")
                if "READY=1" in said or "WATCHDOG=1" in said:
                    deadline = time.monotonic() + self._watchdog
                if "STOPPING=1" in said:
                    deadline = time.monotonic() + START_SECONDS
            if time.monotonic() > deadline:
                self._say("the booth gives no sign of life: it is ended")
                self._end(child)
        return child.wait()

    def _end(self, child: subprocess.Popen[bytes]) -> None:
        """End a booth that hangs: SIGABRT lets it write down where, SIGKILL cannot be missed."""
        child.send_signal(signal.SIGABRT)
        with contextlib.suppress(subprocess.TimeoutExpired):
            child.wait(ABORT_SECONDS)
        child.kill()

    def _stop(self, number: int, frame: object) -> None:
        self._stopping = True
        if self._child is not None and self._child.poll() is None:
            self._child.terminate()

    def _say(self, text: str) -> None:
        with contextlib.suppress(OSError):
            print(f"kiosk keep: {text}", file=sys.stderr, flush=True)


def _die_with_parent() -> None:
    with contextlib.suppress(OSError, AttributeError):
        die_with_parent(signal.SIGTERM)
