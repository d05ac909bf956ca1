"""`python -m tests.reliability [SEED]`: every proof at full length, a line each. Takes about half an hour."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.reliability import disks, kills, pins, settings
from tests.reliability.proof import Outcome


def main(seed: int) -> int:
    proofs: list[Callable[[Path], Outcome]] = [
        lambda folder: kills.kill_everywhere(folder, 10_000, seed),
        lambda folder: kills.fail_everywhere(folder, 50, seed),
        lambda folder: pins.guess(folder, 10_000, seed),
        lambda folder: pins.kill_everywhere(folder, 1_000, seed),
        lambda folder: settings.kill_everywhere(folder, 1_000, 1_000, seed),
    ]
    with tempfile.TemporaryDirectory() as probe:
        if disks.may_mount(Path(probe)):
            proofs += [
                lambda folder: disks.fill_disks(folder, 75),
                lambda folder: disks.cut_power(folder, 300, seed),
                lambda folder: disks.cut_power(folder, 40, seed, flushing=False),
            ]
        else:
            print("full disk, power cut: left out, only root can mount the disks that they need")
    passed = True
    for proof in proofs:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            outcome = proof(Path(folder))
            print(outcome, flush=True)
            passed = passed and outcome.passed
    return 0 if passed else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1))
