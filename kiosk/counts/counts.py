"""The counts on this machine: one SQLite file, a number for each hour, kind and name. docs/counts.md has the schema."""

from __future__ import annotations

import contextlib
import math
import os
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Final, TypeAlias

from kiosk.ground.errors import KioskError
from kiosk.ground.folders import data_folder
from kiosk.visit.tally import UNKNOWN_HOUR

VERSION: Final = 1
SCHEMA: Final = """\
CREATE TABLE counts (
    hour TEXT NOT NULL, what TEXT NOT NULL, name TEXT NOT NULL, amount REAL NOT NULL,
    PRIMARY KEY (hour, what, name)
) WITHOUT ROWID
"""
_ADD: Final = """
INSERT INTO counts VALUES (?, ?, ?, ?) ON CONFLICT (hour, what, name) DO UPDATE SET amount = amount + excluded.amount
"""
_DAYS_OF_USE: Final = 3
_LATEST_DAYS: Final = f"""
SELECT DISTINCT substr(hour, 1, 10) AS day FROM counts WHERE hour <> '{UNKNOWN_HOUR}' ORDER BY day DESC
LIMIT {_DAYS_OF_USE}
"""
LONGEST_NAME: Final = 80
BUSY_SECONDS: Final = 5.0
MOST_ASIDE: Final = 9

Amounts: TypeAlias = Mapping[str, Mapping[tuple[str, str], float]]
"""What is to be added: of each hour, by kind and name."""


@dataclass(frozen=True)
class Row:
    """How much of something was counted in an hour."""

    hour: str
    what: str
    name: str
    amount: float


def counts_file() -> Path:
    """Return where the counts lie: where the account keeps its data."""
    return data_folder() / "counts.sqlite"


def read_rows(file: Path, first: date | None = None, last: date | None = None) -> tuple[Row, ...]:
    """Return what `file` holds from the day `first` to the day `last`, by hour, kind and name; nothing is changed.

    Raises KioskError where it cannot be read.
    """
    if not file.exists():
        return ()
    begin, end = first.isoformat() if first else "", (last + timedelta(days=1)).isoformat() if last else "~"
    query = "SELECT hour, what, name, amount FROM counts WHERE hour >= ? AND hour < ? ORDER BY hour, what, name"
    with _reported(f"the counts in {file} cannot be read"):
        try:
            return _read(file, "mode=ro", query, (begin, end))
        except sqlite3.OperationalError:  # where nothing can be written beside it, and nobody writes to it
            return _read(file, "mode=ro&immutable=1", query, (begin, end))


def _read(file: Path, how: str, query: str, given: tuple[str, str]) -> tuple[Row, ...]:
    with closing(sqlite3.connect(f"{file.absolute().as_uri()}?{how}", timeout=BUSY_SECONDS, uri=True)) as base:
        found = base.execute(query, given)
        return tuple(Row(str(hour), str(what), str(name), _amount(amount)) for hour, what, name, amount in found)


def _amount(value: object) -> float:
    return max(0.0, float(value)) if isinstance(value, int | float) and math.isfinite(value) else 0.0


class Counts:
    """The counts as the booth writes them. The file is made when something is first added.

    One that is damaged, or of another version, is set aside: `aside` is where it lies then.
    """

    def __init__(self, file: Path) -> None:
        self.file = file
        self.aside: Path | None = None

    def add(self, amounts: Amounts) -> None:
        """Add to some hours, all or nothing; raise KioskError where the file cannot be written."""
        rows = [
            (hour, what, name[:LONGEST_NAME], amount)
            for hour, counted in amounts.items()
            for (what, name), amount in counted.items()
        ]
        if rows:
            self._change(lambda base: base.executemany(_ADD, rows))

    def forget(self, today: date, keep_days: int) -> None:
        """Delete what is older than `keep_days`, and with it what has no day.

        They are counted from the third latest day that there are counts of, where that is before `today`: one day on
        which the machine's clock is wrong must not delete everything.
        """
        if self.file.exists():
            self._change(lambda base: _forget(base, today, keep_days))

    def _change(self, work: Callable[[sqlite3.Connection], object]) -> None:
        with _reported(f"the counts in {self.file} cannot be written"):
            self.file.parent.mkdir(parents=True, exist_ok=True)
            try:
                self._do(work)
            except sqlite3.DatabaseError as error:
                if not _is_spoilt(error):
                    raise
                self._set_aside()
                self._do(work)

    def _do(self, work: Callable[[sqlite3.Connection], object]) -> None:
        with closing(sqlite3.connect(self.file, timeout=BUSY_SECONDS)) as base:
            is_new = _look_at(base)
            base.execute("PRAGMA journal_mode=WAL")
            base.execute("PRAGMA synchronous=NORMAL")
            with base:
                base.execute("BEGIN IMMEDIATE")
                if is_new:
                    base.execute(SCHEMA)
                    base.execute(f"PRAGMA user_version={VERSION}")
                work(base)

    def _set_aside(self) -> None:
        names = [self.file.with_name(f"{self.file.name}.damaged-{number}") for number in range(1, MOST_ASIDE + 1)]
        self.aside = next((name for name in names if not name.exists()), names[-1])
        os.replace(self.file, self.aside)
        for rest in ("-wal", "-shm"):
            with contextlib.suppress(FileNotFoundError):
                os.unlink(f"{self.file}{rest}")


def _look_at(base: sqlite3.Connection) -> bool:
    """Return whether the file is new; raise `_SpoiltError` where it holds something else."""
    (version,) = base.execute("PRAGMA user_version").fetchone()
    if version == 0 and not base.execute("SELECT 1 FROM sqlite_schema").fetchone():
        return True
    if version != VERSION:
        raise _SpoiltError(f"it is of version {version}")
    return False


def _forget(base: sqlite3.Connection, today: date, keep_days: int) -> None:
    (found,) = base.execute("PRAGMA quick_check(1)").fetchone()
    if found != "ok":
        raise _SpoiltError(str(found))
    days = [str(day) for (day,) in base.execute(_LATEST_DAYS)]
    if len(days) == _DAYS_OF_USE:
        try:
            latest = date.fromisoformat(days[-1])
        except ValueError as error:
            raise _SpoiltError(str(error)) from error
        oldest = min(latest, today) - timedelta(days=keep_days)
        gone = base.execute("DELETE FROM counts WHERE hour < ?", (oldest.isoformat(),)).rowcount
        if gone:
            base.execute("DELETE FROM counts WHERE hour = ?", (UNKNOWN_HOUR,))


class _SpoiltError(sqlite3.DatabaseError):
    """The file is a database, but not one of ours."""


def _is_spoilt(error: sqlite3.DatabaseError) -> bool:
    """Whether the file is to blame, not the disk, nor somebody else who writes to it."""
    broken = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR}
    return isinstance(error, _SpoiltError) or getattr(error, "sqlite_errorcode", 0) & 0xFF in broken


@contextmanager
def _reported(what: str) -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise KioskError(f"{what}: {error}", "Check the disk, and the permissions of that folder.") from error
