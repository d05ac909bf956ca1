"""Every proof at full length, a line each; takes about an hour. `monkey` is the monkey alone."""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.reliability import disks, kills, monkey, pins, screens
from tests.reliability.proof import Outcome

MONKEY_EVENTS = 20_000


def main(seed: int) -> int:
    proofs: list[Callable[[Path], Outcome | list[Outcome]]] = [
        lambda folder: kills.kill_everywhere(folder, 10_000, seed),
        lambda folder: kills.fail_everywhere(folder, 50, seed),
        lambda folder: pins.guess(folder, 10_000, seed),
        lambda folder: pins.kill_everywhere(folder, 1_000, seed),
        lambda folder: screens.change(folder, 200, seed),
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


def parse(words: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.reliability", description=__doc__)
    parser.add_argument("--seed", type=int, help="1, and for the monkey alone a new one each time")
    alone = parser.add_subparsers(dest="alone").add_parser("monkey", help="the monkey alone")
    alone.add_argument("--events", type=int, default=MONKEY_EVENTS)
    alone.add_argument("--seed", type=int, default=argparse.SUPPRESS)  # said before `monkey`, it holds too
    alone.add_argument("--bundle", type=Path)
    asked = parser.parse_args(words)
    if asked.seed is None:
        asked.seed = random.SystemRandom().randrange(1, 10**6) if asked.alone else 1
    return asked


if __name__ == "__main__":
    asked = parse(sys.argv[1:])
    if asked.alone:
        sys.exit(show([lambda folder: monkey.let_loose(folder, asked.events, asked.seed, asked.bundle)]))
    sys.exit(main(asked.seed))
