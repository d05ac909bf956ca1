"""How much of a film was watched, by where it stood."""

from __future__ import annotations

from functools import reduce
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.visit.watching import LONGEST_STEP_MS, Watching, moved

LENGTH = 10_000


def watched(places: list[int], length: int = LENGTH) -> float:
    return reduce(lambda watching, at: moved(watching, at, length), places, Watching()).share


@pytest.mark.parametrize(
    ("places", "share"),
    [
        ([], 0),
        ([0], 0),
        ([1000, 2000, 3000], 0.3),
        ([1000, 9000, 9500], 0.15),  # a leap
        ([1000, 2000, 0, 1000, 2000], 0.4),  # some of it twice
        ([LONGEST_STEP_MS], 0.15),
        ([LONGEST_STEP_MS + 1], 0),
        ([1000, 1000, 500], 0.1),
        ([*range(0, LENGTH + 1, 1000)] * 3, 1),  # a loop, again and again
    ],
)
def test_what_was_watched(places, share):
    assert watched(places) == pytest.approx(share)


def test_nothing_is_watched_while_the_length_is_unknown():
    assert watched([500, 1000], 0) == 0


@given(st.lists(st.integers(0, LENGTH), max_size=30))
def test_no_more_is_watched_than_went_by(places):
    steps = [max(0, after - before) for before, after in pairwise([0, *places])]
    assert 0 <= watched(places) <= min(1.0, sum(steps) / LENGTH + 1e-9)
