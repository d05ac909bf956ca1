"""The report as one HTML file: answers in words first, then plots. It needs no network and no script."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final, Literal

from kiosk import __version__
from kiosk.counts import answers
from kiosk.counts.answers import class_names, duration, grid, many, percent, period, short_day
from kiosk.counts.summary import LENGTHS, WAITS, Summary, every_day, language_name
from kiosk.counts.titles import Titles
from kiosk.ground.markup import template

DAYS_APART: Final = 62
"""More days than these are shown by the week."""
_MOST_BARS: Final = 8


@dataclass(frozen=True)
class Bar:
    """A row with a name, how long its bar is (0 to 1), and what is written at its end."""

    name: str
    part: float
    text: str

    @property
    def width(self) -> str:
        """How wide the bar is drawn: what is there at all can be seen."""
        return f"{max(0.004, min(1.0, self.part)) if self.part else 0.0:.1%}"


@dataclass(frozen=True)
class Card:
    """A part of the page: its heading, the answer in words, and what the template's macro `plot` shows."""

    title: str
    said: str
    plot: Literal["", "numbers", "bars", "tracks", "heat", "columns"] = ""
    rows: Any = ()
    wide: bool = False


def report_page(found: Summary, titles: Titles, booth: str, first: date | None, last: date | None) -> str:
    """Return the page about `found`; `booth` is what the booth is called, `first` and `last` what was asked for."""
    days = found.days
    return template(Path(__file__).with_suffix(".html")).render(
        name=booth or "Our booth",
        when=period(first or (days[0] if days else None), last or (days[-1] if days else None)),
        cards=list(_cards(found, titles)),
        most_bars=_MOST_BARS,
        version=__version__,
    )


def _cards(found: Summary, titles: Titles) -> Iterator[Card]:
    if not found.visits:
        yield Card("In short", answers.NOTHING, wide=True)
        return
    yield Card("In short", answers.in_short(found), "numbers", _numbers(found), wide=True)
    if found.hours:
        yield Card("When is it busy?", answers.busy(found), "heat", grid(found), wide=True)
    yield from _content(found, titles)
    if found.hours:
        yield _over_time(found)
    yield Card("How long do they stay?", "", "bars", _classes(found.lengths, LENGTHS))
    if found.waits:
        yield Card("How soon is the loop touched?", "", "bars", _classes(found.waits, WAITS))
    if found.warned:
        share = min(1.0, found.extended / found.warned)
        rows = [Bar("answered in time", share, percent(share)), Bar("nobody there", 1 - share, percent(1 - share))]
        yield Card("“Still there?”", answers.asked(found), "tracks", rows)


def _content(found: Summary, titles: Titles) -> Iterator[Card]:
    """Yield what is told of the content: pages, languages, films and the attract loop."""
    others = Counter({name: count for name, count in found.pages.items() if name != "home"})
    yield Card("What do they look at?", answers.looked_at(found, titles), "bars", _named(others, titles.page))
    languages = _named(found.languages, language_name, share=True)
    yield Card("In which language?", answers.languages(found), "bars", languages)
    if found.films:
        rows = [
            Bar(titles.film(film), share, f"{percent(share)} · {many(count, 'time')}")
            for film, (count, share) in found.films.items()
        ]
        yield Card("How much of the films do they watch?", answers.films(found, titles), "tracks", rows)
    if found.attract:
        touched = _named(found.attract, titles.opens, share=True)
        yield Card("What brings them in?", answers.brought_in(found, titles), "bars", touched)


def _numbers(found: Summary) -> list[tuple[str, str]]:
    numbers = [(f"{found.visits:,}", "visit" if found.visits == 1 else "visits")]
    if found.days:
        numbers.append((f"{(found.visits - found.undated) / len(found.days):.0f}", "a day"))
    numbers.append((duration(found.mean_seconds), "a visit, on average"))
    numbers.append((f"{found.pages.total() / found.visits:.1f}", "pages a visit"))
    return numbers


def _named(counts: Counter[str], name: Callable[[str], str], share: bool = False) -> list[Bar]:
    """Return a bar for each name, the largest first; `share` tells the part of the whole too."""
    total, most = max(1, counts.total()), max(counts.values(), default=0) or 1
    return [
        Bar(name(key), count / most, f"{percent(count / total)} · {count:,}" if share else f"{count:,}")
        for key, count in counts.most_common()
    ]


def _classes(counts: Mapping[str, int], order: Sequence[str]) -> list[Bar]:
    total, most = max(1, sum(counts.values())), max(counts.values(), default=0) or 1
    names = class_names(order)
    return [Bar(names[key], counts[key] / most, percent(counts[key] / total)) for key in order]


def _over_time(found: Summary) -> Card:
    """Return the visits of each day, or of each week where there are many days."""
    days, by_day = list(every_day(found)), found.by_day
    title, columns = "Day by day", {day: by_day[day] for day in days}
    if len(days) > DAYS_APART:
        title, weeks = "Week by week", Counter[date]()
        for day in days:
            weeks[day - timedelta(days=day.weekday())] += by_day[day]
        columns = dict(weeks)
    day, most = max(by_day.items(), key=lambda item: item[1])
    best = f"Best day: {short_day(day)}, {many(most, 'visit')}." if len(columns) > 1 else ""
    return Card(title, best, "columns", [(short_day(first), count) for first, count in columns.items()])
