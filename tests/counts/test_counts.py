"""The file of counts: what is added comes out again, by day; a damaged file is set aside; what is old goes."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.counts.counts import LONGEST_NAME, MOST_ASIDE, SCHEMA, VERSION, Counts, Row, counts_file, read_rows
from kiosk.ground.errors import KioskError
from tests.reliability.disks import may_mount, mounted

HOUR = "2026-11-25T08"
TODAY = date(2026, 11, 25)
VISIT = {HOUR: {("visits", ""): 1.0}}
NAMES = st.text(max_size=LONGEST_NAME)
AMOUNTS = st.dictionaries(
    st.sampled_from([HOUR, "2026-11-24T23", "unknown"]),
    st.dictionaries(st.tuples(NAMES, NAMES), st.integers(0, 1000).map(float), max_size=4),
    max_size=3,
)


@pytest.fixture
def counts(tmp_path):
    """Counts whose file is not there yet."""
    return Counts(tmp_path / "data" / "counts.sqlite")


def visits_of(*hours):
    return {hour: {("visits", ""): 1.0} for hour in hours}


def test_nothing_is_made_for_nothing(counts):
    assert read_rows(counts.file) == ()
    counts.forget(TODAY, 10)
    counts.add({})
    counts.add({HOUR: {}})
    assert not counts.file.parent.exists()


def test_counts_add_up(counts):
    counts.add({HOUR: {("visits", ""): 1.0, ("page", "home"): 2.0}})
    counts.add({HOUR: {("page", "home"): 1.0, ("page", "x" * 200): 1.0}})
    assert read_rows(counts.file) == (
        Row(HOUR, "page", "home", 3),
        Row(HOUR, "page", "x" * LONGEST_NAME, 1),
        Row(HOUR, "visits", "", 1),
    )
    with closing(sqlite3.connect(counts.file)) as base:
        assert base.execute("PRAGMA user_version").fetchone() == (VERSION,)
        assert base.execute("PRAGMA journal_mode").fetchone() == ("wal",)


@given(st.lists(AMOUNTS, max_size=5))
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_added_comes_out(tmp_path, batches):
    counts = Counts(tmp_path / f"{time.monotonic_ns()}.sqlite")
    sums: dict[tuple[str, str, str], float] = {}
    for batch in batches:
        counts.add(batch)
        for hour, counted in batch.items():
            for (what, name), amount in counted.items():
                sums[hour, what, name] = sums.get((hour, what, name), 0.0) + amount
    assert {(row.hour, row.what, row.name): row.amount for row in read_rows(counts.file)} == sums
    assert counts.aside is None


@pytest.mark.parametrize(
    ("first", "last", "hours"),
    [
        (None, None, ["2026-11-23T23", "2026-11-24T00", HOUR, "unknown"]),
        (date(2026, 11, 24), None, ["2026-11-24T00", HOUR, "unknown"]),
        (date(2026, 11, 24), date(2026, 11, 24), ["2026-11-24T00"]),
        (None, date(2026, 11, 23), ["2026-11-23T23"]),
        (date(2026, 12, 1), date(2026, 12, 2), []),
    ],
)
def test_days(counts, first, last, hours):
    counts.add(visits_of("2026-11-23T23", "2026-11-24T00", HOUR, "unknown"))
    assert [row.hour for row in read_rows(counts.file, first, last)] == hours


# What is old.


def kept(counts, today, keep_days=10):
    counts.forget(today, keep_days)
    return [row.hour for row in read_rows(counts.file)]


def test_what_is_old_goes_with_what_has_no_day(counts):
    latest = ["2026-11-23T09", "2026-11-24T09", HOUR]
    counts.add(visits_of("2026-11-01T09", "2026-11-15T09", *latest, "unknown"))
    assert kept(counts, TODAY) == ["2026-11-15T09", *latest]
    counts.add(visits_of("unknown"))
    assert kept(counts, TODAY) == ["2026-11-15T09", *latest, "unknown"]


@pytest.mark.parametrize("wrong", [date(2036, 1, 1), date(2099, 12, 31), date(1970, 1, 1)])
def test_a_clock_that_is_wrong_for_a_day_deletes_nothing(counts, wrong):
    days = [f"{TODAY - timedelta(days=number)}T09" for number in range(30, -1, -1)]
    counts.add(visits_of(*days))
    counts.add(visits_of(f"{wrong}T09" if wrong.year > 2000 else "unknown"))
    assert len(kept(counts, wrong, 40)) == len(days) + 1
    assert len(kept(counts, TODAY, 40)) == len(days) + 1


def test_few_days_are_all_kept(counts):
    counts.add(visits_of("2026-01-01T09", HOUR))
    assert len(kept(counts, TODAY, 1)) == 2


# What is damaged.


def spoil_all(file):
    file.write_bytes(b"no database at all, but long enough to look at" * 40)


def spoil_pages(file):
    with open(file, "r+b") as stream:
        stream.seek(1024)
        stream.write(b"\xff" * (file.stat().st_size - 1024))


def cut(file):
    os.truncate(file, file.stat().st_size // 2)


def drop_table(file):
    with closing(sqlite3.connect(file)) as base:
        base.execute("DROP TABLE counts")


def other_table(file):
    with closing(sqlite3.connect(file)) as base, base:
        base.execute("DROP TABLE counts")
        base.execute("CREATE TABLE counts (a, b)")


def newer(file):
    with closing(sqlite3.connect(file)) as base:
        base.execute(f"PRAGMA user_version={VERSION + 1}")


def not_ours(file):
    file.unlink()
    with closing(sqlite3.connect(file)) as base, base:
        base.execute("CREATE TABLE accounts (name)")


def no_day(file):
    with closing(sqlite3.connect(file)) as base, base:
        base.executemany("INSERT INTO counts VALUES (?, 'visits', '', 1)", [("soon",), ("sooner",), ("soonest",)])


@pytest.mark.parametrize("spoil", [spoil_all, spoil_pages, cut, drop_table, other_table, newer, not_ours, no_day])
def test_a_damaged_file_is_set_aside(counts, spoil):
    for number in (1, 2):
        counts.add({HOUR: {("page", f"{page}"): 1.0 for page in range(200)}})
        spoil(counts.file)
        before = counts.file.read_bytes()
        counts.aside = None
        counts.forget(TODAY, 10)
        counts.add(VISIT)
        assert read_rows(counts.file) == (Row(HOUR, "visits", "", 1),)
        assert counts.aside is not None
        assert counts.aside.name == f"counts.sqlite.damaged-{number}"
        assert counts.aside.read_bytes() == before
        counts.file.unlink()


def test_no_more_than_a_few_are_kept(counts):
    for _ in range(MOST_ASIDE + 2):
        counts.file.parent.mkdir(exist_ok=True)
        spoil_all(counts.file)
        counts.add(VISIT)
    assert len(list(counts.file.parent.glob("*.damaged-*"))) == MOST_ASIDE


@pytest.mark.parametrize("spoil", [spoil_all, drop_table, other_table])
def test_reading_changes_nothing(counts, spoil):
    """A report may be asked of any file: what is no database is said, and stays where it is."""
    counts.add(VISIT)
    spoil(counts.file)
    before = counts.file.read_bytes()
    with pytest.raises(KioskError, match="cannot be read"):
        read_rows(counts.file)
    assert counts.file.read_bytes() == before
    assert not list(counts.file.parent.glob("*.damaged-*"))


def test_a_file_that_cannot_be_written_is_one_line(tmp_path):
    (tmp_path / "in-the-way").write_text("")
    with pytest.raises(KioskError, match="cannot be written"):
        Counts(tmp_path / "in-the-way" / "counts.sqlite").add(VISIT)
    (tmp_path / "counts.sqlite").mkdir()
    with pytest.raises(KioskError, match="cannot be written"):
        Counts(tmp_path / "counts.sqlite").add(VISIT)


def test_a_full_disk_takes_nothing_of_what_was_counted(tmp_path):
    """Nor is it taken for damage; once there is room, it goes on."""
    if not may_mount(tmp_path):
        pytest.skip("only root can mount a small disk")
    with mounted(tmp_path / "disk", "-t", "tmpfs", "-o", "size=256k", "tmpfs") as disk:
        counts = Counts(disk / "counts.sqlite")
        counts.add(VISIT)
        full = {HOUR: {("page", f"{number} {'x' * 60}"): 1.0 for number in range(400)}}
        filler, room = disk / "filler", os.statvfs(disk)
        filler.write_bytes(bytes(room.f_bavail * room.f_frsize))
        with pytest.raises(KioskError, match="cannot be written"):
            counts.add(full)
        assert read_rows(counts.file) == (Row(HOUR, "visits", "", 1),)
        filler.unlink()
        counts.add(full)
        assert len(read_rows(counts.file)) == 401
        assert counts.aside is None


def test_somebody_else_who_writes_is_no_damage(counts, monkeypatch):
    monkeypatch.setattr("kiosk.counts.counts.BUSY_SECONDS", 0.05)
    counts.add(VISIT)
    with closing(sqlite3.connect(counts.file)) as base:
        base.execute("BEGIN IMMEDIATE")
        with pytest.raises(KioskError, match="locked"):
            counts.add(VISIT)
        assert read_rows(counts.file) == (Row(HOUR, "visits", "", 1),)
    assert counts.aside is None
    counts.add(VISIT)
    assert read_rows(counts.file) == (Row(HOUR, "visits", "", 2),)


def test_counts_are_read_where_nothing_can_be_written(counts, monkeypatch):
    """On a read-only disk SQLite can make no index beside the file; the file alone is read then."""
    counts.add(VISIT)
    connect, asked = sqlite3.connect, []

    def refuse(name, **options):
        asked.append(name)
        if "immutable" not in name:
            raise sqlite3.OperationalError("unable to open database file")
        return connect(name, **options)

    monkeypatch.setattr("kiosk.counts.counts.sqlite3.connect", refuse)
    assert read_rows(counts.file) == (Row(HOUR, "visits", "", 1),)
    assert len(asked) == 2


@pytest.mark.parametrize("amount", ["many", float("inf"), -3.0])
def test_amounts_that_are_none(counts, amount):
    counts.add(VISIT)
    with closing(sqlite3.connect(counts.file)) as base, base:
        base.execute("INSERT INTO counts VALUES (?, 'page', 'home', ?)", (HOUR, amount))
    assert Row(HOUR, "page", "home", 0.0) in read_rows(counts.file)


def test_where_they_lie(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert counts_file() == tmp_path / "kiosk" / "counts.sqlite"
    monkeypatch.setenv("XDG_DATA_HOME", "relative")
    assert counts_file().name == "counts.sqlite"


def test_the_documented_schema_is_the_real_one():
    text = os.path.dirname(__file__) + "/../../docs/counts.md"
    with open(text, encoding="utf-8") as page:
        assert " ".join(SCHEMA.split()) in " ".join(page.read().split())


WRITER = """
import sys
from pathlib import Path
from kiosk.counts.counts import Counts
counts = Counts(Path(sys.argv[1]))
for number in range(1_000_000):
    counts.add({"2026-11-25T08": {("visits", ""): 1.0, ("page", "home"): 1.0}})
    print(number + 1, flush=True)
"""


def test_a_kill_loses_no_more_than_what_was_being_written(counts):
    """After each kill the file is whole, both kinds are there as often, and nothing is gone that was written."""
    written = 0
    for turn in range(6):
        command = [sys.executable, "-c", WRITER, str(counts.file)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
            said = 0
            for line in writer.stdout:
                said = int(line)
                if said > 3 + turn:
                    break
            os.kill(writer.pid, signal.SIGKILL)
            said = max([said, *(int(line) for line in writer.stdout if line.endswith("\n"))])
        rows = {row.what: row.amount for row in read_rows(counts.file)}
        assert rows["visits"] == rows["page"] >= written + said
        assert rows["visits"] <= written + said + 1
        written = int(rows["visits"])
    counts.forget(TODAY, 10)
    assert counts.aside is None
