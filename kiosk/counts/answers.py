"""What the counts say, in words and short tables: when it is busy, what they look at, in which language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final

from kiosk.counts.summary import LENGTHS, WAITS, Summary, every_day, language_name
from kiosk.counts.titles import Titles
from kiosk.language.formats import NO_BREAK
from kiosk.language.locales import apart
from kiosk.visit.tally import LONGER

MOST_NAMED: Final = 3
MOST_ROWS: Final = 8
DAYS_APART: Final = 21
"""More days than these are no longer told one by one, but as the days of a week."""
NOTHING: Final = "Nothing was counted in this time."
_WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November"),
    "December",
)


@dataclass(frozen=True)
class Grid:
    """Visits by day, or by day of the week on average (`averaged`), and hour of the day."""

    hours: range
    rows: tuple[tuple[str, tuple[float, ...]], ...]
    averaged: bool

    @property
    def most(self) -> float:
        """The number in the fullest field, or 1 where all are empty."""
        return max(value for _, values in self.rows for value in values) or 1.0

    def cell(self, value: float) -> str:
        """Return a number of visits as it is shown: none as nothing, an average below ten with a decimal."""
        if not value:
            return ""
        return f"{value:.1f}" if self.averaged and value < 9.95 else f"{value:.0f}"


def in_short(found: Summary) -> str:
    """Return how many came, and for how long."""
    if not found.visits:
        return NOTHING
    said = f"{many(found.visits, 'visit')} on {many(len(found.days), 'day')}." if found.days else ""
    if found.lengths:
        half = median(found.lengths, LENGTHS)
        most = f"longer than {span(LENGTHS[-2])}" if half == LONGER else f"at most {span(half)}"
        said += f" A visit took {duration(found.mean_seconds)} on average; half of them took {most}."
    if found.undated:
        said += f" {many(found.undated, 'visit')} came while the machine’s clock was wrong: they have no day."
    return said.strip()


def busy(found: Summary) -> str:
    """Return when it is busy."""
    if found.busiest is None:
        return ""
    day, hour = found.busiest
    said = f"Busiest: {_WEEKDAYS[day.weekday()]} {long_day(day)}, {hour} to {hour + 1} h, with "
    said += f"{many(found.hours[found.busiest], 'visit')}."
    if len(found.days) > 1:
        by_hour: Counter[int] = Counter()
        for (_, at), count in found.hours.items():
            by_hour[at] += count
        ((usual, _),) = by_hour.most_common(1)
        said += f" Over all days, most come from {usual} to {usual + 1} h{_best_weekday(found)}."
    return said


def _best_weekday(found: Summary) -> str:
    days = list(every_day(found))
    if len(days) <= len(_WEEKDAYS):
        return ""
    weeks = Counter(day.weekday() for day in days)
    sums: Counter[int] = Counter()
    for day, count in found.by_day.items():
        sums[day.weekday()] += count
    best = max(sums, key=lambda weekday: sums[weekday] / weeks[weekday])
    return f", and on a {_WEEKDAYS[best]} ({sums[best] / weeks[best]:.0f} a day)"


def looked_at(found: Summary, titles: Titles) -> str:
    """Return what they look at."""
    names = [f"{apart(titles.page(name))} ({count:,})" for name, count in _pages(found)[:MOST_NAMED]]
    return f"Most opened: {', '.join(names)}." if names else ""


def languages(found: Summary) -> str:
    """Return in which languages they read."""
    total = found.languages.total()
    most = found.languages.most_common(6)
    names = [f"{apart(language_name(code))} {percent(count / total)}" for code, count in most]
    return f"Languages: {', '.join(names)}." if names else ""


def films(found: Summary, titles: Titles) -> str:
    """Return which film is watched most, and how far."""
    if not found.films:
        return ""
    film, (count, share) = next(iter(found.films.items()))
    times = many(count, "time")
    return f"Most watched film: {apart(titles.film(film))}, {times}, {percent(share)} of it on average."


def brought_in(found: Summary, titles: Titles) -> str:
    """Return which part of the attract loop is touched most, and how soon."""
    if not found.attract:
        return ""
    ((name, count),) = found.attract.most_common(1)
    said = f"Touched most often in the attract loop: {apart(titles.opens(name))} ({count:,})."
    if found.waits:
        half = median(found.waits, WAITS)
        when = f"later than {span(WAITS[-2])}" if half == LONGER else f"within {span(half)}"
        said += f" Half of the visits began {when} after the loop’s start."
    return said


def asked(found: Summary) -> str:
    """Return how often "Still there?" was asked, and answered."""
    if not found.warned:
        return ""
    share = percent(min(1.0, found.extended / found.warned))
    return f"“Still there?” was asked {many(found.warned, 'time')}, and answered {found.extended:,} of them ({share})."


def as_text(found: Summary, titles: Titles) -> str:
    """Return the answers with short tables, for a terminal."""
    parts = [in_short(found)]
    if found.hours:
        parts.append("\n".join((busy(found), "", *_table(grid(found)))))
    parts.append(_list(looked_at(found, titles), [(titles.page(name), f"{count:,}") for name, count in _pages(found)]))
    total = max(1, found.languages.total())
    shares = [(language_name(code), percent(count / total)) for code, count in found.languages.most_common()]
    parts.append(_list(languages(found), shares))
    watched = [(titles.film(film), f"{count:,} x {percent(share)}") for film, (count, share) in found.films.items()]
    parts.append(_list(films(found, titles), watched))
    parts += [brought_in(found, titles), asked(found)]
    return "\n\n".join(part for part in parts if part) + "\n"


def grid(found: Summary) -> Grid:
    """Return the visits by day and hour."""
    hours = range(min(hour for _, hour in found.hours), max(hour for _, hour in found.hours) + 1)
    days = list(every_day(found))
    if len(days) > DAYS_APART:
        return _week(found, days, hours)
    rows = ((short_day(day), tuple(float(found.hours.get((day, hour), 0)) for hour in hours)) for day in days)
    return Grid(hours, tuple(rows), averaged=False)


def _week(found: Summary, days: Sequence[date], hours: range) -> Grid:
    """Return the visits of an average week."""
    weeks = Counter(day.weekday() for day in days)
    sums: Counter[tuple[int, int]] = Counter()
    for (day, hour), count in found.hours.items():
        sums[day.weekday(), hour] += count
    rows = ((_WEEKDAYS[at], tuple(sums[at, hour] / weeks[at] for hour in hours)) for at in sorted(weeks))
    return Grid(hours, tuple(rows), averaged=True)


def median(classes: Counter[str], order: Sequence[str]) -> str:
    """Return the class in which the middle one lies."""
    passed, half = 0, classes.total() / 2
    for name in order:
        passed += classes[name]
        if passed >= half:
            return name
    return order[-1]


def class_names(order: Sequence[str]) -> dict[str, str]:
    """Return what classes of seconds are called: up to 15 s, 15 s to 1 min, longer than 10 min."""
    names = {order[0]: f"up to {span(order[0])}"}
    for before, name in pairwise(order):
        names[name] = f"longer than {span(before)}" if name == LONGER else f"{span(before)} to {span(name)}"
    return names


def span(seconds: str) -> str:
    """Return the limit of a class as one says it."""
    whole = int(seconds)
    return _spaced(f"{whole} s" if whole < 60 else f"{whole // 60} min")


def duration(seconds: float) -> str:
    """Return seconds as one says them."""
    whole = round(seconds)
    return _spaced(f"{whole} s" if whole < 60 else f"{whole // 60} min {whole % 60} s")


def many(number: int, what: str) -> str:
    """Return a number with what it is of: 1 visit, 2 visits."""
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def percent(share: float) -> str:
    """Return a share in whole percent."""
    return _spaced(f"{100 * share:.0f} %" if not 0 < share < 0.005 else "under 1 %")


def short_day(day: date) -> str:
    """Return a day as short as one knows it: Sat 21 Nov."""
    return f"{_WEEKDAYS[day.weekday()][:3]} {day.day} {_MONTHS[day.month - 1][:3]}"


def long_day(day: date) -> str:
    """Return a day in words: 21 November 2026."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def period(first: date | None, last: date | None) -> str:
    """Return from when to when."""
    if first is None or last is None:
        return ""
    if first == last:
        return f"{_WEEKDAYS[first.weekday()]} {long_day(first)}"
    same = (first.year, first.month) == (last.year, last.month)
    return f"{first.day if same else long_day(first)} to {long_day(last)}"


def _spaced(text: str) -> str:
    """Return a number that stays beside its unit."""
    return text.replace(" ", NO_BREAK)


def _pages(found: Summary) -> list[tuple[str, int]]:
    """Return the pages that somebody chose, the most opened first: not the home page, where visits begin."""
    return [(name, count) for name, count in found.pages.most_common() if name != "home"]


def _table(found: Grid) -> Iterator[str]:
    wide = max(len(label) for label, _ in found.rows)
    yield f"  {'':{wide}} " + "".join(f"{hour:>5}" for hour in found.hours)
    for label, values in found.rows:
        yield f"  {label:{wide}} " + "".join(f"{found.cell(value) or '.':>5}" for value in values)


def _list(said: str, rows: Sequence[tuple[str, str]]) -> str:
    if len(rows) <= MOST_NAMED:
        return said
    wide = max(len(value) for _, value in rows[:MOST_ROWS])
    lines = [f"  {value:>{wide}}  {name}" for name, value in rows[:MOST_ROWS]]
    if len(rows) > MOST_ROWS:
        lines.append(f"  {'':{wide}}  and {len(rows) - MOST_ROWS} more")
    return "\n".join((said, "", *lines))
