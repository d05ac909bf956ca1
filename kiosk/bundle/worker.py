"""Compiles one bundle in a process with limits, and prints what came of it.

`python -m kiosk.bundle.worker FOLDER [--lint]`; with `--lint` it looks closer, as for `kiosk check`.
"""

from __future__ import annotations

import gc
import resource
import signal
import sys
from pathlib import Path
from typing import Final

import msgspec

from kiosk.bundle.apart import Report, found
from kiosk.bundle.compile import compile_folder
from kiosk.bundle.stamp import make_stamp

MEMORY_BYTES: Final = 3 * 1024 * 1024 * 1024
SECONDS_PER_FILE: Final = 60


def main(folder: Path, lint: bool = False) -> None:
    """Compile the bundle in `folder` and print the report as JSON."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.alarm(SECONDS_PER_FILE)
    gc.disable()  # the trees of a large bundle hold no cycles, and looking for some takes as long as all the rest
    compiled = compile_folder(folder, _reads, lint)
    problems = tuple(found(problem) for problem in compiled.problems)
    stamp = make_stamp(folder, compiled.files) if compiled.bundle is not None else None
    report = Report(problems, stamp, compiled.bundle, compiled.coverage, compiled.memory_bytes, compiled.silences)
    sys.stdout.buffer.write(msgspec.json.encode(report))


def _reads(file: str, line: int) -> None:
    """Say what is read next, and give it its time: the alarm's default action ends the process, even inside C code."""
    signal.alarm(SECONDS_PER_FILE)
    print(f"reads {line} {file.encode('unicode_escape').decode()}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), "--lint" in sys.argv[2:])
