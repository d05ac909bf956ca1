"""The small supervisor: what it starts, and when it stops starting."""

from __future__ import annotations

import subprocess
import sys

import pytest

from kiosk.machine.keeper import PAUSES, pause_seconds

CRASHING = """import sys
from kiosk.machine import keeper
keeper.PAUSES = (60.0,)
sys.exit(keeper.Keeper([sys.executable, "-c", "raise SystemExit(1)"]).run())
"""


@pytest.mark.parametrize(("failures", "seconds"), [(0, 0.0), (1, 0.0), (2, 0.5), (5, 5.0), (1000, PAUSES[-1])])
def test_the_pause_grows_but_stays_short(failures, seconds):
    assert pause_seconds(failures) == seconds


def test_it_can_be_stopped_between_two_starts():
    """Which is when one wants to: the booth starts and ends, over and over."""
    with subprocess.Popen([sys.executable, "-c", CRASHING], stderr=subprocess.PIPE, text=True) as kept:
        assert kept.stderr is not None
        assert "it starts again in 60 s" in kept.stderr.readline()
        kept.terminate()
        assert kept.wait(20) == 0
