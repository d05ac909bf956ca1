"""What the counts of some days say: the busiest hours, the pages, the languages, the films."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from kiosk.errors import LanguageError
from kiosk.language.locales import describe_language
from kiosk.staff.counts import Row
from kiosk.visit.tally import UNKNOWN_HOUR, VISIT_SECONDS

LENGTHS: Final = {
    "15": "up to 15 s",
    "60": "15 s to 1 min",
    "180": "1 to 3 min",
    "600": "3 to 10 min",
    "longer": "longer than 10 min",
}
assert list(LENGTHS) == [*map(str, VISIT_SECONDS), "longer"]


@dataclass
class Summary:
    """Sums over all rows; `hours` has the visits of each (day, hour), `films` how often and how far each was seen."""

    visits: int = 0
    visit_seconds: float = 0.0
    waits: int = 0
    wait_seconds: float = 0.0
    warned: int = 0
    extended: int = 0
    undated: int = 0
    hours: dict[tuple[date, int], int] = field(default_factory=dict)
    pages: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    lengths: Counter[str] = field(default_factory=Counter)
    attract: Counter[str] = field(default_factory=Counter)
    films: dict[str, tuple[int, float]] = field(default_factory=dict)

    @property
    def days(self) -> list[date]:
        """The days on which anything was counted, in order."""
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


def sum_up(rows: Iterable[Row]) -> Summary:
    """Return the sums of `rows`."""
    found = Summary()
    seen: Counter[str] = Counter()
    shares: Counter[str] = Counter()
    for row in rows:
        amount = round(row.amount)
        match row.what:
            case "visits":
                found.visits += amount
                if row.hour == UNKNOWN_HOUR:
                    found.undated += amount
                else:
                    hour = date.fromisoformat(row.hour[:10]), int(row.hour[11:13])
                    found.hours[hour] = found.hours.get(hour, 0) + amount
            case "visit seconds":
                found.visit_seconds += row.amount
            case "attract":
                found.attract[row.name] += amount
                found.waits += amount
            case "attract seconds":
                found.wait_seconds += row.amount
            case "page":
                found.pages[row.name] += amount
            case "language":
                found.languages[language_name(row.name)] += amount
            case "length":
                found.lengths[row.name] += amount
            case "warned":
                found.warned += amount
            case "extended":
                found.extended += amount
            case "film":
                seen[row.name] += amount
            case "film watched":
                shares[row.name] += row.amount  # type: ignore[assignment]
    found.films = {name: (count, shares[name] / count) for name, count in seen.most_common() if count}
    return found


def answers(found: Summary) -> list[str]:
    """Return what one wants to know first, as sentences."""
    if not found.visits:
        return ["Nothing was counted in this time."]
    said = [
        f"{found.visits} visits on {len(found.days)} day{'s' if len(found.days) != 1 else ''}, "
        f"{duration(found.mean_seconds)} long on average."
    ]
    if found.busiest:
        day, hour = found.busiest
        most = found.hours[found.busiest]
        said.append(f"Busiest: {day:%A} {day.isoformat()}, {hour}:00 to {hour + 1}:00, with {most} visits.")
    pages = [(name, count) for name, count in found.pages.most_common() if name != "home"]
    if pages:
        said.append("Most opened: " + ", ".join(f"{name} ({count})" for name, count in pages[:3]) + ".")
    total = found.languages.total()
    if total:
        shares = [f"{name} {100 * count / total:.0f} %" for name, count in found.languages.most_common(6)]
        said.append("Languages: " + ", ".join(shares) + ".")
    if found.films:
        film, (count, share) = next(iter(found.films.items()))
        said.append(f"Most watched film: {film}, {count} times, {100 * share:.0f} % of it on average.")
    if found.warned:
        said.append(f"“Still there?” was asked {found.warned} times and answered {found.extended} times.")
    if found.undated:
        said.append(f"{found.undated} visits came while the machine’s clock was wrong; they have no day.")
    return said


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
    writer.writerows([row.hour, row.what, _cell(row.name), f"{row.amount:g}"] for row in rows)
    return out.getvalue()


def duration(seconds: float) -> str:
    """Return seconds as one says them."""
    whole = round(seconds)
    return f"{whole} s" if whole < 60 else f"{whole // 60} min {whole % 60} s"


def _cell(name: str) -> str:
    """Return a name that no spreadsheet takes for a formula."""
    return f"'{name}" if name[:1] in ("=", "+", "-", "@") else name
