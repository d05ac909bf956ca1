"""The counts of some days, summed up: hours, pages, languages, films."""

from __future__ import annotations

import csv
import io
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Final

from kiosk.counts.counts import Row
from kiosk.ground.errors import LanguageError
from kiosk.language.locales import describe_language
from kiosk.visit.tally import LONGER, VISIT_SECONDS, WAIT_SECONDS

LENGTHS: Final = (*map(str, VISIT_SECONDS), LONGER)
WAITS: Final = (*map(str, WAIT_SECONDS), LONGER)


@dataclass
class Summary:
    """Sums over all rows.

    `hours` has the visits of each (day, hour); `films` how often each was watched, and how far on average; `undated`
    visits came while the machine's clock was wrong. Lengths and waits are by class.
    """

    visits: int = 0
    visit_seconds: float = 0.0
    warned: int = 0
    extended: int = 0
    undated: int = 0
    hours: dict[tuple[date, int], int] = field(default_factory=dict)
    pages: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    lengths: Counter[str] = field(default_factory=Counter)
    waits: Counter[str] = field(default_factory=Counter)
    attract: Counter[str] = field(default_factory=Counter)
    films: dict[str, tuple[int, float]] = field(default_factory=dict)

    @property
    def days(self) -> list[date]:
        """The days on which anybody came, in order."""
        return sorted({day for day, _ in self.hours})

    @property
    def mean_seconds(self) -> float:
        """How long a visit took on average."""
        ended = self.lengths.total()
        return self.visit_seconds / ended if ended else 0.0

    @property
    def busiest(self) -> tuple[date, int] | None:
        """The day and hour with the most visits."""
        return max(self.hours, key=lambda hour: self.hours[hour]) if self.hours else None

    @property
    def by_day(self) -> Counter[date]:
        """The visits of each day."""
        days: Counter[date] = Counter()
        for (day, _), count in self.hours.items():
            days[day] += count
        return days


def sum_up(rows: Iterable[Row], today: date = date.max) -> Summary:
    """Return the sums of `rows`; hours after `today` are those of a clock that was wrong."""
    sums: defaultdict[str, Counter[str]] = defaultdict(Counter)
    parts: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    hours: Counter[tuple[date, int]] = Counter()
    for row in rows:
        parts[row.what][row.name] += row.amount
        amount = max(0, round(row.amount))
        sums[row.what][row.name] += amount
        hour = _hour(row.hour)
        if row.what == "visits" and amount and hour is not None and hour[0] <= today:
            hours[hour] += amount
    watched, visits = parts["film watched"], sums["visits"].total()
    return Summary(
        visits=visits,
        visit_seconds=sum(parts["visit seconds"].values()),
        warned=sums["warned"].total(),
        extended=sums["extended"].total(),
        undated=visits - hours.total(),
        hours=dict(hours),
        pages=+sums["page"],
        languages=+sums["language"],
        lengths=+sums["length"],
        waits=+sums["wait"],
        attract=+sums["attract"],
        films={name: (count, watched[name] / count) for name, count in (+sums["film"]).most_common()},
    )


def _hour(name: str) -> tuple[date, int] | None:
    try:
        hour = datetime.strptime(name, "%Y-%m-%dT%H")
    except ValueError:
        return None
    return hour.date(), hour.hour


def every_day(found: Summary) -> Iterator[date]:
    """Yield the days from the first to the last on which anybody came, also those in between on which nobody did."""
    days = found.days
    for number in range((days[-1] - days[0]).days + 1 if days else 0):
        yield days[0] + timedelta(days=number)


def language_name(code: str) -> str:
    """Return the own name of a language, or its code where it is none that is known."""
    try:
        return describe_language(code).name
    except LanguageError:
        return code or "?"


def as_csv(rows: Iterable[Row]) -> str:
    """Return the rows as a table with a heading: hour, what, name, amount."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["hour", "what", "name", "amount"])
    writer.writerows([row.hour, row.what, _cell(row.name), f"{row.amount:.10g}"] for row in rows)
    return out.getvalue()


def _cell(name: str) -> str:
    """Return a name in one line that no spreadsheet takes for a formula."""
    line = "".join(c if c.isprintable() else " " for c in name)
    return f"'{line}" if line[:1] in ("=", "+", "-", "@") else line
