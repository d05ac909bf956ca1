"""Processes beside this one: how a worker is started and listened to, and how it limits itself.

A worker says on standard error what it reads next, so that a file that kills it can be named. Whatever it prints on
standard output is its answer.
"""

from __future__ import annotations

import os
import resource
import selectors
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar

from kiosk.ground.messages import decode

BEAT_SECONDS: Final = 0.1
_MOST_KEPT: Final = 1024 * 1024
_READS: Final = "reads "
_DIE_WITH_PARENT: Final = 1  # PR_SET_PDEATHSIG of prctl(2)
T = TypeVar("T")


# What starts a worker.


def worker_command(module: str, *words: str | Path) -> list[str]:
    """Return the command line that runs a module of this program in a process of its own."""
    # -P: the folder that the program was started from may be the bundle, and nothing in a bundle is ever run.
    return [sys.executable, "-P", "-m", module, *map(str, words)]


def worker_environment(**more: str) -> dict[str, str]:
    """Return the environment in which a worker finds this program; `more` goes on top."""
    package = str(Path(__file__).resolve().parents[2])
    paths = [package, *filter(None, os.environ.get("PYTHONPATH", "").split(os.pathsep))]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONIOENCODING": "utf-8", **more}


@dataclass(frozen=True)
class Ended:
    """What is left of a process: its exit code (None where it took too long and was killed) and what it printed.

    `said` is the end of its standard error.
    """

    code: int | None
    printed: bytes
    said: bytes

    @property
    def how(self) -> str:
        """Why there is no answer, as the end of a sentence."""
        return "took too long" if self.code in (None, -signal.SIGALRM) else "failed"

    @property
    def read_last(self) -> tuple[str, int]:
        """The file that it has said to read last, and the line that names it; nothing where it said none."""
        lines = self.said.decode("utf-8", "replace").splitlines()
        return what_it_reads(next((line for line in reversed(lines) if line.startswith(_READS)), ""))


def run_and_listen(
    command: list[str],
    seconds: float,
    hear: Callable[[str], None] = lambda _line: None,
    environment: Mapping[str, str] | None = None,
    pass_fds: Collection[int] = (),
) -> Ended:
    """Run a process for `seconds` at most; `hear` gets each line, and an empty one ten times a second.

    It inherits the descriptors `pass_fds`, and the environment of a worker unless another one is given.
    """
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=worker_environment() if environment is None else environment,
        pass_fds=pass_fds,
    ) as process:
        ears = _Ears(process, time.monotonic() + seconds, hear)
        try:
            return ears.listen()
        finally:
            process.kill()


class _Ears:
    """Hears both streams of a process until they end, or until a moment of the monotonic clock."""

    def __init__(self, process: subprocess.Popen[bytes], until: float, hear: Callable[[str], None]) -> None:
        self._process = process
        self._until = until
        self._hear = hear
        self._out, self._said, self._rest = bytearray(), bytearray(), b""

    def listen(self) -> Ended:
        """Return what is left of the process."""
        try:
            self._until_silent()
            code: int | None = self._process.wait(max(self._until - time.monotonic(), BEAT_SECONDS))
        except (TimeoutError, subprocess.TimeoutExpired):
            code = None
        return Ended(code, bytes(self._out), bytes(self._said))

    def _until_silent(self) -> None:
        with selectors.DefaultSelector() as streams:
            streams.register(self._process.stdout, selectors.EVENT_READ, self._print)  # type: ignore[arg-type]
            streams.register(self._process.stderr, selectors.EVENT_READ, self._say)  # type: ignore[arg-type]
            while streams.get_map():
                if time.monotonic() > self._until:
                    raise TimeoutError
                for key, _ in streams.select(BEAT_SECONDS):
                    data = os.read(key.fd, 65_536)
                    key.data(data)
                    if not data:
                        streams.unregister(key.fileobj)
                self._hear("")

    def _print(self, data: bytes) -> None:
        self._out += data

    def _say(self, data: bytes) -> None:
        self._said += data
        del self._said[:-_MOST_KEPT]
        *lines, self._rest = (self._rest + data).split(b"\n")
        for line in lines:
            self._hear(line.decode("utf-8", "replace"))


def ask_worker(answer: type[T], seconds: float, module: str, *words: str | Path) -> T | None:
    """Return what a worker prints as JSON, or None where that is no `answer`, or it takes longer than `seconds`."""
    try:
        return decode(run_and_listen(worker_command(module, *words), seconds).printed, answer)
    except (ValueError, OSError):
        return None


def what_it_reads(line: str) -> tuple[str, int]:
    """Return the file that a worker says it reads, and the line that names it; nothing where it says something else."""
    number, _, file = line.removeprefix(_READS).partition(" ")
    return (file, int(number)) if line.startswith(_READS) and number.isdecimal() else ("", 0)


# What a worker does first, and while it works.


def limit_memory(size: int) -> None:
    """Let this process have at most `size` bytes of memory, and leave no image of it should it crash."""
    resource.setrlimit(resource.RLIMIT_AS, (size, size))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def limit_files(size: int) -> None:
    """Let no file that this process writes become larger than `size` bytes: OSError comes of the try."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)


def die_with_parent(by: signal.Signals = signal.SIGKILL) -> None:
    """Let the system end this process as soon as the thread that has started it ends."""
    import ctypes

    ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, by)


def say_what_is_read(file: str, line: int, seconds: int) -> None:
    """Say which file is read next and which line names it, and give it `seconds`.

    The alarm's default action ends the process, even inside C code.
    """
    signal.alarm(seconds)
    print(reads_line(file, line), end="", file=sys.stderr, flush=True)


def reads_line(file: str, line: int) -> str:
    """Return the line in which a worker says what it reads."""
    return f"{_READS}{line} {file.encode('unicode_escape').decode()}\n"
