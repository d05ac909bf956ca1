"""The proofs about the PIN in short; `python -m tests.reliability` runs them at full length."""

from __future__ import annotations

import os
import random
import shutil
from pathlib import Path

import pytest

from tests.reliability import pins
from tests.reliability.proof import Outcome

SEED = int(os.environ.get("KIOSK_SEED", "0")) or random.SystemRandom().randrange(1, 10**6)


def passed(outcome: Outcome) -> None:
    print(outcome)
    assert outcome.passed, str(outcome)


def test_a_thousand_wrong_tries_between_kills_and_restarts(tmp_path: Path) -> None:
    passed(pins.guess(tmp_path, 1_000, SEED))


@pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed")
def test_killed_anywhere_a_try_is_counted_or_not_made(tmp_path: Path) -> None:
    passed(pins.kill_everywhere(tmp_path, 10, SEED))
