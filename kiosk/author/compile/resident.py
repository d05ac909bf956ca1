"""Compiles one bundle again each time it is asked, in a process with limits that keeps what it knows of the media.

`python -m kiosk.author.compile.resident FOLDER`: a line on standard input asks, the report comes back as JSON after its
length.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import Final

from kiosk.author.compile.recompile import LENGTH_BYTES
from kiosk.author.compile.worker import MEMORY_BYTES, report_on
from kiosk.ground.messages import encode
from kiosk.ground.processes import limit_memory, reads_line

SECONDS_PER_FILE: Final = 15


def main(folder: Path) -> None:
    """Answer until standard input ends."""
    limit_memory(MEMORY_BYTES)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the window: it closes our standard input
    for _ in sys.stdin.buffer:
        signal.alarm(SECONDS_PER_FILE)
        data = compile_once(folder)
        signal.alarm(0)
        sys.stdout.buffer.write(len(data).to_bytes(LENGTH_BYTES, "big") + data)
        sys.stdout.buffer.flush()


def compile_once(folder: Path) -> bytes:
    """Return the report about the bundle in `folder` as it is now, as JSON."""
    _note("")
    return encode(report_on(folder, _reads))


def _reads(file: str, line: int) -> None:
    """Note what is read next, and give it its time: the alarm's default action ends the process, even inside C code."""
    signal.alarm(SECONDS_PER_FILE)
    _note(reads_line(file, line))


def _note(words: str) -> None:
    """Leave `words` for whoever finds this process dead: standard error is a file, and holds only the last ones."""
    os.ftruncate(2, 0)
    os.pwrite(2, words.encode(), 0)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
