"""Asks the resident worker for a bundle again and again, and starts another worker where one was lost."""

from __future__ import annotations

import contextlib
import os
import selectors
import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import IO, Final

from kiosk.ground.messages import decode
from kiosk.ground.processes import Ended, worker_command, worker_environment
from kiosk.store.compilation import Report, died

LENGTH_BYTES: Final = 8
WALL_SECONDS: Final = 300.0
"""The whole of one compilation; the worker itself stops earlier over any one file."""
LARGEST_BYTES: Final = 512 * 1024 * 1024
_PART_BYTES: Final = 1024 * 1024


class Recompiler:
    """Compiles the bundle in `folder` whenever it is asked: at first in a second or two, then in a fraction of that."""

    def __init__(self, folder: Path, wall_seconds: float = WALL_SECONDS) -> None:
        self.folder = folder
        self.wall_seconds = wall_seconds
        self._worker: subprocess.Popen[bytes] | None = None
        self._said: IO[bytes] | None = None

    def __enter__(self) -> Recompiler:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: object, traceback: TracebackType | None) -> None:
        self.close()

    @property
    def pid(self) -> int | None:
        """The worker's process, where there is one."""
        return self._worker.pid if self._worker else None

    def compile(self) -> Report:
        """Return the report about the bundle as it is now; a worker that dies over it becomes a problem in there."""
        worker = self._running()
        try:
            assert worker.stdin is not None
            worker.stdin.write(b"\n")
            worker.stdin.flush()
            return decode(self._answer(worker), Report)
        except TimeoutError:
            return self._lost(None)
        except (OSError, EOFError, ValueError):
            with contextlib.suppress(subprocess.TimeoutExpired):
                worker.wait(1)
            return self._lost(worker.returncode or 0)

    def close(self) -> None:
        """End the worker."""
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.kill()
            worker.wait()
            for pipe in (worker.stdin, worker.stdout):
                with contextlib.suppress(OSError):
                    if pipe is not None:
                        pipe.close()
        if self._said is not None:
            self._said.close()
            self._said = None

    def _running(self) -> subprocess.Popen[bytes]:
        if self._worker is None or self._worker.poll() is not None:
            self.close()
            self._said = tempfile.TemporaryFile()  # noqa: SIM115 (it lives as long as the worker)
            self._worker = subprocess.Popen(
                worker_command("kiosk.author.compile.resident", self.folder),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._said,
                env=worker_environment(),
            )
        return self._worker

    def _answer(self, worker: subprocess.Popen[bytes]) -> bytes:
        until = time.monotonic() + self.wall_seconds
        length = int.from_bytes(_read(worker, LENGTH_BYTES, until), "big")
        if length > LARGEST_BYTES:
            raise ValueError
        return _read(worker, length, until)

    def _lost(self, code: int | None) -> Report:
        said = b""
        if self._said is not None:
            self._said.seek(0)
            said = self._said.read(_PART_BYTES)
        self.close()
        return died(self.folder, Ended(code, b"", said))


def _read(worker: subprocess.Popen[bytes], wanted: int, until: float) -> bytes:
    assert worker.stdout is not None
    parts = bytearray()
    with selectors.DefaultSelector() as selector:
        selector.register(worker.stdout, selectors.EVENT_READ)
        while len(parts) < wanted:
            if not selector.select(max(0.0, until - time.monotonic())):
                raise TimeoutError
            part = os.read(worker.stdout.fileno(), min(_PART_BYTES, wanted - len(parts)))
            if not part:
                raise EOFError
            parts += part
    return bytes(parts)
