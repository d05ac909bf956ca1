"""The monkey for a few seconds; `python -m tests.reliability monkey` lets it play for half an hour."""

from __future__ import annotations

import os
import random
from pathlib import Path

from tests.reliability import monkey

SEED = int(os.environ.get("KIOSK_SEED", "0")) or random.SystemRandom().randrange(1, 10**6)


def test_a_monkey_leaves_the_booth_as_it_was(tmp_path: Path) -> None:
    outcomes = monkey.let_loose(tmp_path, 600, SEED)
    print(*outcomes, sep="\n")
    assert [str(outcome) for outcome in outcomes if not outcome.passed] == []
