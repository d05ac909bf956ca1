"""The counts on this machine: one SQLite file, a number for each hour, kind and name. docs/counts.md has the schema."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from kiosk.errors import KioskError
from kiosk.visit.tally import Count

VERSION: Final = 1
_SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS counts (
    hour TEXT NOT NULL, what TEXT NOT NULL, name TEXT NOT NULL, amount REAL NOT NULL,
    PRIMARY KEY (hour, what, name)
) WITHOUT ROWID
"""
_ADD: Final = """
INSERT INTO counts VALUES (?, ?, ?, ?) ON CONFLICT (hour, what, name) DO UPDATE SET amount = amount + excluded.amount
"""
LONGEST_NAME: Final = 80
BUSY_SECONDS: Final = 5.0


@dataclass(frozen=True)
class Row:
    """How much of something was counted in an hour."""

    hour: str
    what: str
    name: str
    amount: float


def counts_file() -> Path:
    """Return where the counts lie: where the account keeps its data."""
    home = os.environ.get("XDG_DATA_HOME", "")
    base = Path(home) if os.path.isabs(home) else Path(os.path.expanduser("~/.local/share"))
    return base / "kiosk" / "counts.sqlite"


class Counts:
    """The counts in a file, which is made when something is first added. A damaged one is set aside."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def add(self, hour: str, counts: Iterable[Count]) -> None:
        """Add to an hour, all or nothing; raise KioskError where the file cannot be written."""
        rows = [(hour, count.what, count.name[:LONGEST_NAME], count.amount) for count in counts]
        if rows:
            with self._open(write=True) as base, base:
                base.executemany(_ADD, rows)

    def forget(self, today: date, keep_days: int) -> None:
        """Delete what is older than `keep_days`; hours of an unknown day go with the oldest."""
        oldest = (today - timedelta(days=keep_days)).isoformat()
        if self.file.exists():
            with self._open(write=True) as base, base:
                base.execute("DELETE FROM counts WHERE hour < ?", (oldest,))

    def rows(self, first: date | None = None, last: date | None = None) -> tuple[Row, ...]:
        """Return what was counted from the day `first` to the day `last`, by hour, kind and name."""
        if not self.file.exists():
            return ()
        begin = first.isoformat() if first else ""
        end = (last + timedelta(days=1)).isoformat() if last else "~"
        query = "SELECT hour, what, name, amount FROM counts WHERE hour >= ? AND hour < ? ORDER BY hour, what, name"
        with self._open() as base:
            return tuple(Row(*row) for row in base.execute(query, (begin, end)))

    @contextmanager
    def _open(self, write: bool = False) -> Iterator[sqlite3.Connection]:
        try:
            try:
                base = self._connect(write)
            except sqlite3.DatabaseError as error:
                if isinstance(error, sqlite3.OperationalError):
                    raise
                self._set_aside()
                base = self._connect(write)
            with closing(base):
                yield base
        except (sqlite3.Error, OSError) as error:
            what = f"the counts in {self.file} cannot be {'written' if write else 'read'}: {error}"
            raise KioskError(what, "Check the disk, and the permissions of that folder.") from error

    def _connect(self, write: bool) -> sqlite3.Connection:
        if write:
            self.file.parent.mkdir(parents=True, exist_ok=True)
        base = sqlite3.connect(self.file, timeout=BUSY_SECONDS)
        try:
            base.execute("PRAGMA journal_mode=WAL")
            base.execute("PRAGMA synchronous=NORMAL")
            base.execute(_SCHEMA)
            base.execute(f"PRAGMA user_version={VERSION}")
        except BaseException:
            base.close()
            raise
        return base

    def _set_aside(self) -> None:
        """Keep a file that is no database any more beside a new one."""
        number = 1
        while (aside := self.file.with_name(f"{self.file.name}.damaged-{number}")).exists():
            number += 1
        os.replace(self.file, aside)
        for rest in ("-wal", "-shm"):
            with contextlib.suppress(OSError):
                os.unlink(f"{self.file}{rest}")
