"""The monkey for a few seconds; `python -m tests.reliability monkey` lets it play for half an hour."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.reliability import monkey

SEED = int(os.environ.get("KIOSK_SEED", "0")) or random.SystemRandom().randrange(1, 10**6)


def test_a_monkey_leaves_the_booth_as_it_was(tmp_path: Path) -> None:
    outcomes = monkey.let_loose(tmp_path, 200, SEED)
    print(*outcomes, sep="\n")
    assert [str(outcome) for outcome in outcomes if not outcome.passed] == []


@pytest.mark.parametrize(
    ("kb", "least", "most"),
    [
        (lambda row: 200_000, 0, 0),
        (lambda row: 200_000 + 250 * row, 500, 500),
        (lambda row: 200_000 + 250 * row + 4_000 * (row % 3 == 0), 300, 700),
        (lambda row: 200_000 + 4_000 * (row % 2), -200, 200),
        (lambda row: 200_000 - 100 * row, -200, -200),
    ],
    ids=["flat", "growing", "growing with peaks", "to and fro", "shrinking"],
)
def test_growth_is_told_from_noise(kb: Callable[[int], int], least: float, most: float) -> None:
    looks = [monkey.Look(events=500 * row, kb=kb(row), descriptors=1, threads=1) for row in range(20, 41)]
    low, middle, high = monkey.slope(looks)
    assert least <= middle <= most
    assert low <= middle <= high
