"""Compiles one bundle in a process with limits, and prints what came of it.

`python -m kiosk.author.compile.worker FOLDER [--lint]`; with `--lint` it looks closer, as for `kiosk check`.
"""

from __future__ import annotations

import gc
import signal
import sys
from pathlib import Path
from typing import Final

from kiosk.author.compile.compile import compile_folder
from kiosk.author.compile.files import Tick
from kiosk.bundle.index import write_bundle
from kiosk.bundle.stamp import Index, make_stamp
from kiosk.ground.messages import encode
from kiosk.ground.processes import limit_memory, say_what_is_read
from kiosk.store.compilation import Report

MEMORY_BYTES: Final = 3 * 1024 * 1024 * 1024
SECONDS_PER_FILE: Final = 60


def main(folder: Path, lint: bool = False) -> None:
    """Compile the bundle in `folder` and print the report as JSON."""
    limit_memory(MEMORY_BYTES)
    signal.alarm(SECONDS_PER_FILE)
    gc.disable()  # the trees of a large bundle hold no cycles, and looking for some takes as long as all the rest
    report = report_on(folder, lambda file, line: say_what_is_read(file, line, SECONDS_PER_FILE), lint)
    sys.stdout.buffer.write(encode(report))


def report_on(folder: Path, tick: Tick, lint: bool = False) -> Report:
    """Return what compiling the bundle in `folder` finds out; `tick` and `lint` are those of `compile_folder`."""
    compiled = compile_folder(folder, tick, lint)
    index = None
    if compiled.bundle is not None:
        index = Index(make_stamp(folder, compiled.files), write_bundle(compiled.bundle))
    return Report(compiled.problems, index, compiled.coverage, compiled.memory_bytes, compiled.silences)


if __name__ == "__main__":
    main(Path(sys.argv[1]), "--lint" in sys.argv[2:])
