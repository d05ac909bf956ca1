"""`python -m tests.reliability [SEED]`: every proof at full length, a line each. Takes about three quarters of an hour.

`python -m tests.reliability monkey [--events N] [--seed N] [--bundle FOLDER]`: the monkey alone.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.reliability import disks, kills, monkey, pins
from tests.reliability.proof import Outcome

MONKEY_EVENTS = 20_000


def main(seed: int) -> int:
    proofs: list[Callable[[Path], Outcome | list[Outcome]]] = [
        lambda folder: kills.kill_everywhere(folder, 10_000, seed),
        lambda folder: kills.fail_everywhere(folder, 50, seed),
        lambda folder: pins.guess(folder, 10_000, seed),
        lambda folder: pins.kill_everywhere(folder, 1_000, seed),
        lambda folder: monkey.let_loose(folder, MONKEY_EVENTS, seed),
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
    return show(proofs)


def show(proofs: list[Callable[[Path], Outcome | list[Outcome]]]) -> int:
    """Print what each proof comes to; return the exit code."""
    passed = True
    for proof in proofs:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            found = proof(Path(folder))
            for outcome in found if isinstance(found, list) else [found]:
                print(outcome, flush=True)
                passed = passed and outcome.passed
    return 0 if passed else 1


def monkey_alone(words: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.reliability monkey")
    parser.add_argument("--events", type=int, default=MONKEY_EVENTS)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1, 10**6))
    parser.add_argument("--bundle", type=Path)
    asked = parser.parse_args(words)
    return show([lambda folder: monkey.let_loose(folder, asked.events, asked.seed, asked.bundle)])


if __name__ == "__main__":
    given = sys.argv[1:]
    sys.exit(monkey_alone(given[1:]) if given[:1] == ["monkey"] else main(int(given[0]) if given else 1))
