"""Counts: what is added comes out again, by day; a damaged file is set aside; what is old goes."""

from __future__ import annotations

import csv
import io
import sqlite3
from contextlib import closing
from datetime import date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bench.week import write_week
from kiosk.errors import KioskError
from kiosk.staff.counts import LONGEST_NAME, Counts, Row, counts_file
from kiosk.staff.report_page import report_page
from kiosk.staff.summary import Summary, answers, as_csv, duration, language_name, sum_up
from kiosk.visit.tally import Count, Tally, hour_name, length_name, tally

HOUR = "2026-11-25T08"


def test_counts_add_up(tmp_path):
    counts = Counts(tmp_path / "data" / "counts.sqlite")
    assert counts.rows() == ()
    counts.forget(date(2026, 11, 25), 10)
    counts.add(HOUR, [])
    assert not counts.file.exists()
    counts.add(HOUR, [Count("visits"), Count("page", "home", 2)])
    counts.add(HOUR, [Count("page", "home"), Count("page", "x" * 200)])
    assert counts.rows() == (
        Row(HOUR, "page", "home", 3),
        Row(HOUR, "page", "x" * LONGEST_NAME, 1),
        Row(HOUR, "visits", "", 1),
    )


@pytest.mark.parametrize(
    ("first", "last", "hours"),
    [
        (None, None, ["2026-11-23T23", "2026-11-24T00", "2026-11-25T08", "unknown"]),
        (date(2026, 11, 24), None, ["2026-11-24T00", "2026-11-25T08", "unknown"]),
        (date(2026, 11, 24), date(2026, 11, 24), ["2026-11-24T00"]),
        (None, date(2026, 11, 23), ["2026-11-23T23"]),
        (date(2026, 12, 1), date(2026, 12, 2), []),
    ],
)
def test_days(tmp_path, first, last, hours):
    counts = Counts(tmp_path / "counts.sqlite")
    for hour in ("2026-11-23T23", "2026-11-24T00", HOUR, "unknown"):
        counts.add(hour, [Count("visits")])
    assert [row.hour for row in counts.rows(first, last)] == hours


def test_what_is_old_goes(tmp_path):
    counts = Counts(tmp_path / "counts.sqlite")
    for hour in ("2026-11-01T09", "2026-11-15T09", HOUR):
        counts.add(hour, [Count("visits")])
    counts.forget(date(2026, 11, 25), 10)
    assert [row.hour for row in counts.rows()] == ["2026-11-15T09", HOUR]


def test_a_damaged_file_is_set_aside(tmp_path):
    file = tmp_path / "counts.sqlite"
    for number in (1, 2):
        file.write_bytes(b"no database at all, but long enough to look at" * 40)
        counts = Counts(file)
        counts.add(HOUR, [Count("visits")])
        assert counts.rows() == (Row(HOUR, "visits", "", 1),)
        assert (tmp_path / f"counts.sqlite.damaged-{number}").exists()


def test_a_file_that_cannot_be_written_is_one_line(tmp_path):
    (tmp_path / "in-the-way").write_text("")
    with pytest.raises(KioskError, match="cannot be written"):
        Counts(tmp_path / "in-the-way" / "counts.sqlite").add(HOUR, [Count("visits")])
    counts = Counts(tmp_path / "counts.sqlite")
    counts.add(HOUR, [Count("visits")])
    with closing(sqlite3.connect(counts.file)) as base:
        base.execute("DROP TABLE counts")
        base.execute("CREATE VIEW counts AS SELECT 1")
    with pytest.raises(KioskError, match="cannot be read"):
        counts.rows()


def test_where_they_lie(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert counts_file() == tmp_path / "kiosk" / "counts.sqlite"
    monkeypatch.setenv("XDG_DATA_HOME", "relative")
    assert counts_file().name == "counts.sqlite"


@pytest.mark.parametrize(
    ("event", "facts", "counted"),
    [
        ("attract.tapped", {"opens": "cars"}, [("attract", "cars", 1), ("attract seconds", "", 7)]),
        ("visit.started", {}, [("visits", "", 1)]),
        ("page.opened", {"page": "sector/cars"}, [("page", "sector/cars", 1)]),
        ("language.changed", {"language": "ar"}, []),
        ("visit.warned", {}, [("warned", "", 1)]),
        ("visit.extended", {}, [("extended", "", 1)]),
        ("film.watched", {"film": "a", "share": 0.5}, [("film", "a", 1), ("film watched", "a", 0.5)]),
        ("film.watched", {"film": "a", "share": 7}, [("film", "a", 1), ("film watched", "a", 1.0)]),
        ("film.watched", {"film": "a"}, [("film", "a", 1), ("film watched", "a", 0.0)]),
        ("visit.ended", {}, []),
        ("frame.first", {}, []),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_an_event_counts(event, facts, counted):
    _, found = tally(Tally(waiting_since=93.0), event, facts, 100.0, "en")
    assert [(count.what, count.name, count.amount) for count in found] == counted


def test_a_tap_without_a_loop_before_it_has_no_wait():
    assert tally(Tally(), "attract.tapped", {}, 1.0, "en")[1] == [Count("attract")]


def test_a_visit_counts_its_last_language_and_its_length_and_leaves_nothing():
    state, _ = tally(Tally(), "visit.started", {}, 100.0, "en")
    state, _ = tally(state, "language.changed", {"language": "ar"}, 110.0, "en")
    state, found = tally(state, "visit.ended", {}, 145.0, "en")
    assert found == [Count("language", "ar"), Count("length", "60"), Count("visit seconds", "", 45.0)]
    assert state == Tally()
    assert tally(state, "attract.started", {}, 150.0, "en")[0] == Tally(waiting_since=150.0)


@pytest.mark.parametrize(("seconds", "name"), [(0, "15"), (15, "15"), (16, "60"), (600, "600"), (601, "longer")])
def test_length(seconds, name):
    assert length_name(seconds) == name


@pytest.mark.parametrize(
    ("now", "name"),
    [
        (datetime(2026, 11, 25, 8, 59), HOUR),
        (datetime(1970, 1, 1), "unknown"),
        (datetime(2136, 1, 1), "unknown"),
    ],
)
def test_an_hour_has_a_name_only_where_the_clock_can_be_right(now, name):
    assert hour_name(now) == name


@pytest.fixture(scope="module")
def week(tmp_path_factory):
    """A simulated week's counts, and how many visits there were."""
    file = tmp_path_factory.mktemp("week") / "counts.sqlite"
    visits = write_week(file)
    return Counts(file).rows(), visits


def test_the_week_is_answered(week):
    rows, visits = week
    found = sum_up(rows)
    said = " ".join(answers(found))
    assert found.visits == visits == sum(found.hours.values())
    assert len(found.days) == 7
    assert f"{visits} visits on 7 days" in said
    assert "Busiest: Saturday 2026-11-21" in said
    assert "Most opened: sector/automotive" in said
    assert "Languages: English" in said
    assert "Most watched film: hotpot" in said


def test_the_page_stands_alone_and_says_what_was_counted(week):
    page = report_page(sum_up(week[0]), 'Hall <3> & "left"', None, None)
    assert "Hall &lt;3&gt; &amp; &quot;left&quot;" in page
    assert page.count("<svg") == 7
    assert "http" not in page
    assert "<script" not in page
    assert "2026-11-16 to 2026-11-22" in page


def test_nothing_counted_is_said():
    assert answers(Summary()) == ["Nothing was counted in this time."]
    page = report_page(Summary(), "", date(2026, 11, 1), date(2026, 11, 2))
    assert "Nothing was counted" in page
    assert "2026-11-01 to 2026-11-02" in page
    assert "nothing counted" in report_page(Summary(), "", None, None)


def test_visits_without_a_day_are_told_apart():
    found = sum_up([Row("unknown", "visits", "", 3), Row(HOUR, "other", "", 1)])
    assert (found.visits, found.undated, found.days) == (3, 3, [])
    assert "3 visits came while" in answers(found)[-1]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.text(max_size=20))
def test_a_table_holds_any_name_and_no_formula(name):
    (heading, row) = csv.reader(io.StringIO(as_csv([Row(HOUR, "page", name, 2.5)])))
    assert heading == ["hour", "what", "name", "amount"]
    assert row[3] == "2.5"
    assert row[2][:1] not in ("=", "+", "-", "@")
    assert (
        row[2].removeprefix("'").replace("\r", "").replace("\n", "")
        == name.removeprefix("'").replace("\r", "").replace("\n", "")
        or "'" in name
    )


@pytest.mark.parametrize(("seconds", "said"), [(0, "0 s"), (59.4, "59 s"), (61, "1 min 1 s")])
def test_duration(seconds, said):
    assert duration(seconds) == said


@pytest.mark.parametrize(("code", "name"), [("de", "Deutsch"), ("", "?"), ("!", "!")])
def test_language_name(code, name):
    assert language_name(code) == name
