"""What the counts say: a simulated week is answered in words, tables and a page; odd counts break nothing."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from datetime import date, timedelta
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.week import write_week
from kiosk.bundle.index import stored
from kiosk.bundle.model import Bundle, Film, Language, Page, Picture, Sector, Theme
from kiosk.counts import answers
from kiosk.counts.answers import NOTHING, as_text, class_names, grid, median, period
from kiosk.counts.counts import Row, read_rows
from kiosk.counts.report_page import report_page
from kiosk.counts.summary import LENGTHS, WAITS, Summary, as_csv, every_day, language_name, sum_up
from kiosk.counts.titles import Titles, titles_of
from kiosk.language.locales import APART

NAMES = Titles({"sector/automotive": "Cars & <b>trains</b>", "film/hotpot": "حساء"}, frozenset({"hotpot"}))
WEEK = (date(2026, 11, 16), date(2026, 11, 22))


@pytest.fixture(scope="module")
def week(tmp_path_factory):
    """A simulated week's rows, and how many visits there were."""
    file = tmp_path_factory.mktemp("week") / "counts.sqlite"
    visits = write_week(file)
    return read_rows(file), visits


def plain(text: str) -> str:
    return "".join(c for c in text if c not in APART).replace("\N{NO-BREAK SPACE}", " ")


def test_a_week_is_answered(week):
    rows, visits = week
    found = sum_up(rows)
    said = plain(as_text(found, NAMES))
    assert found.visits == visits == sum(found.hours.values()) == sum(found.by_day.values())
    assert f"{visits} visits on 7 days." in said
    assert "Busiest: Saturday 21 November 2026, 15 to 16 h, with 18 visits." in said
    assert "Over all days, most come from 15 to 16 h." in said
    assert re.search(r"Most opened: Cars & <b>trains</b> \(\d+\), specialties \(\d+\), landscapes \(\d+\)\.", said)
    assert re.search(r"Languages: English \d+ %, 简体中文 \d+ %, Deutsch", said)
    assert re.search(r"Most watched film: حساء, \d+ times, \d+ % of it on average\.", said)
    assert "Touched most often in the attract loop: Cars" in said
    assert re.search(r"“Still there\?” was asked \d+ times, and answered \d+ of them", said)
    assert re.search(r"^  Sat 21 Nov +2 +5 +16", said, re.MULTILINE)
    assert "and 4 more" in said


def test_the_page_answers_first_and_stands_alone(week):
    page = report_page(sum_up(week[0]), NAMES, 'Hall <3> & "left"', None, None)
    assert "Hall &lt;3&gt; &amp; &#34;left&#34;" in page
    assert "Cars &amp; &lt;b&gt;trains&lt;/b&gt;" in page
    assert "<b>trains" not in page
    assert "16 to 22 November 2026" in page
    assert page.index("When is it busy?") < page.index("What do they look at?") < page.index("In which language?")
    assert "What is not counted" in page
    assert not re.search(r"https?:|<script|<link|<img|url\(|@import|\bsrc=|\bhref=", page)
    assert "default-src &#x27;none&#x27;" in page or "default-src 'none'" in page
    drawn = re.findall(r"<svg.*?</svg>", page, re.DOTALL)
    assert len(drawn) > 40
    for svg in drawn:
        ElementTree.fromstring(svg)
    assert nested(page) == []


def nested(page: str) -> list[str]:
    """Return what is opened and not closed in its place."""
    open_, wrong = [], []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: object) -> None:
            if tag != "meta":
                open_.append(tag)

        def handle_startendtag(self, tag: str, attrs: object) -> None:
            assert tag == "rect"

        def handle_endtag(self, tag: str) -> None:
            if not open_ or open_.pop() != tag:
                wrong.append(tag)

    Reader().feed(page)
    return wrong + open_


@pytest.mark.parametrize(("first", "last", "said"), [(None, None, "No visits yet"), (*WEEK, "16 to 22 November 2026")])
def test_nothing_counted_is_said(first, last, said):
    assert as_text(Summary(), Titles()) == f"{NOTHING}\n"
    page = report_page(Summary(), Titles(), "", first, last)
    assert NOTHING in page
    assert said in page
    assert nested(page) == []


def test_one_visit_is_told_in_the_singular():
    rows = [
        Row("2026-11-25T08", "visits", "", 1),
        Row("2026-11-25T08", "film", "a", 1),
        Row("2026-11-25T08", "film watched", "a", 0.5),
        Row("2026-11-25T08", "length", "longer", 1),
        Row("2026-11-25T08", "attract", "home", 1),
        Row("2026-11-25T08", "wait", "longer", 1),
        Row("2026-11-25T08", "warned", "", 1),
    ]
    said = plain(as_text(sum_up(rows), Titles()))
    assert "1 visit on 1 day." in said
    assert "half of them took longer than 10 min." in said
    assert "Most watched film: a, 1 time, 50 %" in said
    assert "began later than 5 min after" in said
    assert "was asked 1 time, and answered 0 of them (0 %)" in said
    assert "Over all days" not in said
    page = report_page(sum_up(rows), Titles(), "", None, None)
    assert "Wednesday 25 November 2026" in page
    assert "Best day" not in page


@pytest.mark.parametrize("hour", ["unknown", "2026-13-01T09", "2099-01-01T09", "", "soon"])
def test_visits_without_a_day_are_told_apart(hour):
    rows = [Row(hour, "visits", "", 3), Row(hour, "page", "home", 3), Row(hour, "other", "", 1)]
    found = sum_up(rows, today=date(2026, 11, 25))
    assert (found.visits, found.undated, found.days) == (3, 3, [])
    assert "3 visits came while the machine’s clock was wrong" in as_text(found, Titles())
    assert "3 visits came while" in report_page(found, Titles(), "", None, None)


def season(days: int) -> Summary:
    """Return the counts of many days, from nine to five; nobody comes on Wednesdays."""
    first = date(2026, 3, 2)
    found = Summary(visits=1)
    for number in range(days):
        day = first + timedelta(days=number)
        if day.weekday() != 2:
            found.hours |= {(day, hour): 1 + (hour == 14) * day.weekday() for hour in range(9, 17)}
    return found


@pytest.mark.parametrize(
    ("days", "averaged", "columns"), [(21, False, 21), (22, True, 22), (62, True, 62), (63, True, 9)]
)
def test_many_days_are_told_as_those_of_a_week(days, averaged, columns):
    found = season(days)
    hours = grid(found)
    assert hours.averaged is averaged
    assert len(hours.rows) == (7 if averaged else 21)
    page = report_page(found, Titles(), "", None, None)
    assert ("Visits an hour, on average." in page) is averaged
    assert ("Week by week" if columns == 9 else "Day by day") in page
    assert page.count(' rx="2">') == columns
    assert "and on a Sunday" in plain(answers.busy(found))
    if averaged:
        assert dict(hours.rows)["Wednesday"] == (0,) * 8
        assert dict(hours.rows)["Sunday"][5] == 7


def test_days_between_are_there_too():
    found = Summary(hours={(date(2026, 11, 20), 9): 1, (date(2026, 11, 23), 9): 1})
    assert [day.day for day in every_day(found)] == [20, 21, 22, 23]
    assert list(every_day(Summary())) == []


names = st.text(max_size=12)
rows = st.builds(
    Row,
    st.sampled_from(["2026-11-25T08", "2026-11-24T23", "2026-01-01T00", "unknown", "x"]),
    st.sampled_from(
        ["visits", "visit seconds", "length", "wait", "attract", "page", "film", "film watched", "language", "warned"]
    )
    | names,
    st.sampled_from(["15", "longer", "home", "film/a", "de"]) | names,
    st.floats(0, 1e9),
)


@given(st.lists(rows, max_size=12))
@settings(max_examples=60)
def test_whatever_was_counted_makes_a_report(counted):
    found = sum_up(counted)
    assert as_text(found, Titles()).endswith("\n")
    assert nested(report_page(found, Titles(), "", None, None)) == []


@given(names)
@settings(max_examples=60)
def test_a_table_holds_any_name_and_no_formula(name):
    (heading, row) = csv.reader(io.StringIO(as_csv([Row("2026-11-25T08", "page", name, 1234567.0)])))
    assert heading == ["hour", "what", "name", "amount"]
    assert row[3] == "1234567"
    assert row[2][:1] not in ("=", "+", "-", "@")
    assert row[2].removeprefix("'") == "".join(c if c.isprintable() else " " for c in name).removeprefix("'")


@pytest.mark.parametrize(
    ("classes", "name"),
    [({"15": 1}, "15"), ({"15": 1, "60": 1}, "15"), ({"15": 1, "60": 2}, "60"), ({"longer": 1}, "longer"), ({}, "15")],
)
def test_median(classes, name):
    assert median(Counter(classes), LENGTHS) == name


def test_what_is_no_class_is_beyond_them():
    assert median(Counter({"soon": 3}), LENGTHS) == "longer"


def test_class_names():
    assert [plain(name) for name in class_names(WAITS).values()] == [
        "up to 10 s", "10 s to 30 s", "30 s to 1 min", "1 min to 5 min", "longer than 5 min",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (None, date(2026, 11, 3), ""),
        (date(2026, 11, 3), date(2026, 11, 3), "Tuesday 3 November 2026"),
        (date(2026, 11, 3), date(2026, 11, 5), "3 to 5 November 2026"),
        (date(2026, 11, 3), date(2027, 11, 5), "3 November 2026 to 5 November 2027"),
    ],
)
def test_period(first, last, said):
    assert period(first, last) == said


@pytest.mark.parametrize(
    ("share", "said"), [(0, "0 %"), (0.004, "under 1 %"), (0.005, "0 %"), (0.746, "75 %"), (1, "100 %")]
)
def test_percent(share, said):
    assert plain(answers.percent(share)) == said


@pytest.mark.parametrize(("seconds", "said"), [(0, "0 s"), (59.4, "59 s"), (61, "1 min 1 s")])
def test_duration(seconds, said):
    assert plain(answers.duration(seconds)) == said


@pytest.mark.parametrize(("code", "name"), [("de", "Deutsch"), ("", "?"), ("!", "!")])
def test_language_name(code, name):
    assert language_name(code) == name


def test_titles():
    picture = Picture(src={}, alt={}, width=1, height=1)
    film = Film(
        id="line",
        src={},
        poster=picture,
        title={"": "The line", "de": "Die Bahn"},
        seconds=8,
        width=1,
        height=1,
        has_sound=False,
    )
    sector = Sector(
        id="cars", title={"": "Cars", "de": "Autos"}, summary={}, cover=picture, colour="#ffffff", blocks=(film,)
    )
    bundle = Bundle(
        title={"": "Booth"},
        languages=(Language(code="en", tag="en", name="English", direction="ltr", script="Latn"),),
        theme=Theme(),
        attract=(),
        sectors=(sector,),
        statistics=Page(title={"": "Facts"}),
        videos=Page(title={}),
    )
    titles = titles_of(stored(bundle), "de")
    called = [titles.page(page) for page in ("home", "sector/cars", "statistics", "videos", "film/line", "sector/gone")]
    assert called == ["Home", "Autos", "Facts", "Films", "Die Bahn", "gone"]
    assert [titles.opens(name) for name in ("home", "cars", "line", "gone")] == ["Home", "Autos", "Die Bahn", "gone"]
    assert titles.film("line") == "Die Bahn"
    assert titles_of(stored(bundle), "").film("line") == "The line"
