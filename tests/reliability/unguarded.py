"""`python -m tests.reliability.unguarded [--no-fsync] BUNDLE...`: installs one after the other, in this process alone.

No space is looked at first, so that a full disk is met where it hurts; each fingerprint is printed once it is shown.
With `--no-fsync` nothing is flushed: what the proof of a power cut must find out.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from kiosk.author.packing import prepare as install_worker
from kiosk.ground.errors import BundleError
from kiosk.store import install as installing


def main(words: list[str]) -> int:
    if "--no-fsync" in words:
        os.fsync = lambda _fd: None
        words = [word for word in words if word != "--no-fsync"]
    install_worker._check_space = lambda _folder, _needed: None
    install_worker._tick = lambda _file: None

    def make(source: Path, folder: Path, _lock: int, _tick: object) -> str:
        return install_worker.prepare(source, folder).fingerprint

    installing._prepare = make
    try:
        for word in words:
            print(installing.install(Path(word), ["false"]).fingerprint, flush=True)
    except BundleError as error:
        print(f"{error.problems[0]}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
