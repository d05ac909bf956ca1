"""What is counted: each event by the table, a whole week by its sums, and never more than what happened."""

from __future__ import annotations

import math
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.week import Week
from kiosk.ground.events import Event
from kiosk.visit.tally import LONGER, VISIT_SECONDS, WAIT_SECONDS, Count, Tally, class_of, hour_name, tally

GUEST = Tally(visiting=True, language="ar")
EVENTS = (
    Event.ATTRACT_STARTED, Event.VISIT_STARTED, Event.ATTRACT_TAPPED, Event.PAGE_OPENED, Event.LANGUAGE_CHANGED,
    Event.VISIT_WARNED, Event.VISIT_EXTENDED, Event.FILM_WATCHED, Event.VISIT_ENDED, Event.MEDIA_FAILED,
)  # fmt: skip
NUMBERS = st.one_of(st.floats(), st.integers(), st.none(), st.text(max_size=3))


@pytest.mark.parametrize(
    ("state", "event", "facts", "counted"),
    [
        (
            Tally(waiting_since=93.0),
            Event.ATTRACT_TAPPED,
            {"opens": "cars"},
            [("attract", "cars", 1), ("wait", "10", 1)],
        ),
        (
            Tally(waiting_since=0.0),
            Event.ATTRACT_TAPPED,
            {"opens": "cars"},
            [("attract", "cars", 1), ("wait", "300", 1)],
        ),
        (Tally(), Event.ATTRACT_TAPPED, {}, [("attract", "", 1)]),
        (Tally(), Event.VISIT_STARTED, {}, [("visits", "", 1)]),
        (GUEST, Event.PAGE_OPENED, {"page": "sector/cars"}, [("page", "sector/cars", 1)]),
        (GUEST, Event.PAGE_OPENED, {"page": "home", "back": True}, []),
        (GUEST, Event.LANGUAGE_CHANGED, {"language": "ar"}, []),
        (GUEST, Event.VISIT_WARNED, {}, [("warned", "", 1)]),
        (GUEST, Event.VISIT_EXTENDED, {}, [("extended", "", 1)]),
        (GUEST, Event.FILM_WATCHED, {"film": "a", "share": 0.5}, [("film", "a", 1), ("film watched", "a", 0.5)]),
        (GUEST, Event.FILM_WATCHED, {"film": "a", "share": 7}, [("film", "a", 1), ("film watched", "a", 1)]),
        (GUEST, Event.FILM_WATCHED, {"film": "a"}, [("film", "a", 1), ("film watched", "a", 0)]),
        (GUEST, Event.FILM_WATCHED, {"film": "a", "share": math.nan}, [("film", "a", 1), ("film watched", "a", 0)]),
        (
            GUEST,
            Event.VISIT_ENDED,
            {"seconds": 45},
            [("language", "ar", 1), ("length", "60", 1), ("visit seconds", "", 45)],
        ),
        (Tally(), Event.VISIT_ENDED, {"seconds": 45}, []),
        (GUEST, Event.FRAME_FIRST, {}, []),
    ],
    ids=str,
)
def test_what_an_event_counts(state, event, facts, counted):
    _, found = tally(state, event, facts, 100.0, "en")
    assert [(count.what, count.name, count.amount) for count in found] == counted


def test_a_visit_is_counted_in_its_last_language_and_leaves_nothing():
    state = Tally(waiting_since=90.0)
    for event, facts in [
        (Event.VISIT_STARTED, {}),
        (Event.ATTRACT_TAPPED, {"opens": "home"}),
        (Event.LANGUAGE_CHANGED, {"language": "de"}),
        (Event.LANGUAGE_CHANGED, {"language": "ar"}),
    ]:
        state, _ = tally(state, event, facts, 100.0, "en")
    state, found = tally(state, Event.VISIT_ENDED, {"seconds": 30.0}, 145.0, "en")
    assert Count("language", "ar") in found
    assert state == Tally()
    assert tally(state, Event.ATTRACT_STARTED, {}, 150.0, "en")[0] == Tally(waiting_since=150.0)


def test_who_changes_nothing_reads_in_the_first_language():
    state, _ = tally(Tally(), Event.VISIT_STARTED, {}, 0.0, "zh_Hans")
    assert Count("language", "zh_Hans") in tally(state, Event.VISIT_ENDED, {}, 1.0, "en")[1]


@given(st.lists(st.tuples(st.sampled_from(EVENTS), st.floats(allow_nan=False), NUMBERS, st.booleans()), max_size=30))
@settings(max_examples=60)
def test_whatever_happens_adds_up(events):
    """Amounts are numbers from zero on, and no more visits end than began, whatever the clock and the facts say."""
    state = Tally()
    sums: dict[tuple[str, str], float] = {}
    for event, now, number, back in events:
        facts = {"share": number, "seconds": number, "back": back, "film": number, "page": number}
        state, counts = tally(state, event, facts, now, "en")
        for count in counts:
            assert math.isfinite(count.amount)
            assert count.amount >= 0
            sums[count.what] = sums.get(count.what, 0.0) + count.amount
    assert sums.get("length", 0) <= sums.get("visits", 0)
    assert sums.get("language", 0) == sums.get("length", 0)
    assert sums.get("film watched", 0) <= sums.get("film", 0)
    assert sums.get("wait", 0) <= sums.get("attract", 0)


@pytest.fixture(scope="module")
def week():
    """A simulated week of visits."""
    week = Week(seed=3)
    week.run()
    return week


def test_a_week_is_counted_whole(week):
    sums: dict[str, float] = {}
    for counted in week.counted.values():
        for (what, _), amount in counted.items():
            sums[what] = sums.get(what, 0.0) + amount
    assert week.visits > 300
    for what in ("visits", "language", "length", "attract", "wait"):
        assert sums[what] == week.visits, what
    assert sums["extended"] < sums["warned"]
    assert 0 < sums["film watched"] < sums["film"]
    assert len(week.counted) == 7 * 9


def test_nothing_that_is_counted_is_finer_than_an_hour_or_tells_of_one_visit(week):
    """Names are places, languages and classes; no name is a moment, and amounts are whole but for sums of parts."""
    for hour, counted in week.counted.items():
        assert datetime.strptime(hour, "%Y-%m-%dT%H")
        for (what, name), amount in counted.items():
            assert not any(c.isdigit() for c in name) or what in ("length", "wait")
            assert amount == int(amount) or what in ("visit seconds", "film watched")


@pytest.mark.parametrize(
    ("seconds", "limits", "name"),
    [
        (0, VISIT_SECONDS, "15"),
        (15, VISIT_SECONDS, "15"),
        (15.1, VISIT_SECONDS, "30"),
        (600, VISIT_SECONDS, "600"),
        (601, VISIT_SECONDS, LONGER),
        (-5, WAIT_SECONDS, "10"),
        (1e9, WAIT_SECONDS, LONGER),
    ],
)
def test_class(seconds, limits, name):
    assert class_of(seconds, limits) == name


@pytest.mark.parametrize(
    ("now", "name"),
    [
        (datetime(2026, 11, 25, 8, 59), "2026-11-25T08"),
        (datetime(1970, 1, 1), "unknown"),
        (datetime(2025, 12, 31, 23), "unknown"),
        (datetime(2136, 1, 1), "unknown"),
    ],
)
def test_an_hour_has_a_name_only_where_the_clock_can_be_right(now, name):
    assert hour_name(now) == name
