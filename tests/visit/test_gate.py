from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.visit.gate import SHUT_SECONDS, Gate, admit


@pytest.mark.parametrize(
    ("times", "passed"),
    [
        ([0.0], [True]),
        ([0.0, 0.0], [True, False]),
        ([0.0, 0.29], [True, False]),
        ([0.0, 0.3], [True, True]),
        ([0.0, 0.2, 0.4], [True, False, True]),  # one that was refused does not shut the gate again
        ([5.0, 1.0], [True, True]),  # a clock that runs backwards
    ],
)
def test_intents(times: list[float], passed: list[bool]) -> None:
    gate, found = Gate(), []
    for now in times:
        gate, may_pass = admit(gate, now)
        found.append(may_pass)
    assert found == passed


@given(st.lists(st.floats(0, 10)).map(sorted))
def test_two_that_pass_are_never_close(times: list[float]) -> None:
    gate, passed = Gate(), []
    for now in times:
        gate, may_pass = admit(gate, now)
        passed += [now] if may_pass else []
    assert all(later - earlier >= SHUT_SECONDS for earlier, later in itertools.pairwise(passed))
    assert bool(passed) == bool(times)
