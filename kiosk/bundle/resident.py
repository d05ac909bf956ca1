"""Compiles one bundle again each time it is asked, in a process with limits that keeps what it knows of the media.

`python -m kiosk.bundle.resident FOLDER`: a line on standard input asks, the report comes back as JSON after its length.
"""

from __future__ import annotations

import os
import resource
import signal
import sys
from pathlib import Path
from typing import Final

import msgspec

from kiosk.bundle.apart import Report, found
from kiosk.bundle.compile import compile_folder
from kiosk.bundle.media.media import remembered
from kiosk.bundle.stamp import make_stamp
from kiosk.bundle.worker import MEMORY_BYTES

SECONDS_PER_FILE: Final = 15
LENGTH_BYTES: Final = 8


def main(folder: Path) -> None:
    """Answer until standard input ends."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the window: it closes our standard input
    remembered.keep = True
    for _ in sys.stdin.buffer:
        signal.alarm(SECONDS_PER_FILE)
        data = compile_once(folder)
        signal.alarm(0)
        sys.stdout.buffer.write(len(data).to_bytes(LENGTH_BYTES, "big") + data)
        sys.stdout.buffer.flush()


def compile_once(folder: Path) -> bytes:
    """Return the report about the bundle in `folder` as it is now, as JSON."""
    _note(b"")
    compiled = compile_folder(folder, _reads)
    stamp = make_stamp(folder, compiled.files) if compiled.bundle is not None else None
    return msgspec.json.encode(Report(tuple(found(problem) for problem in compiled.problems), stamp, compiled.bundle))


def _reads(file: str, line: int) -> None:
    """Note what is read next, and give it its time: the alarm's default action ends the process, even inside C code."""
    signal.alarm(SECONDS_PER_FILE)
    _note(f"reads {line} {file.encode('unicode_escape').decode()}\n".encode())


def _note(words: bytes) -> None:
    """Leave `words` for whoever finds this process dead: standard error is a file, and holds only the last ones."""
    os.ftruncate(2, 0)
    os.pwrite(2, words, 0)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
