"""The report as one HTML file: answers in words first, then plots. It needs no network and no script."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from html import escape
from pathlib import Path
from typing import Final

from kiosk import __version__
from kiosk.staff import answers
from kiosk.staff.answers import class_names, duration, grid, percent, period, short_day
from kiosk.staff.report_plots import Bar, bars, columns, heat
from kiosk.staff.summary import LENGTHS, WAITS, Summary, every_day, language_name
from kiosk.staff.titles import Titles

DAYS_APART: Final = 62
"""More days than these are shown by the week."""
_NOT_COUNTED: Final = (
    "What is not counted: who came. There is no picture, no sound, no device and no address in these numbers, and "
    "nothing tells which pages one visitor opened, in which order or at what minute. One person who comes twice is two "
    "visits, a family that comes together is one. The people at the stand are counted too when they use the booth.",
    "Hours are those of the machine’s own clock. How long a visit took is from its first touch to its last, or to the "
    "end of the film after it. Pages are counted when somebody opens them, not when somebody goes back to them. A "
    "film’s share is the part of it that was seen. Counting and its file are described in docs/counts.md.",
)


def report_page(found: Summary, titles: Titles, booth: str, first: date | None, last: date | None) -> str:
    """Return the page about `found`; `booth` is what the booth is called, `first` and `last` what was asked for."""
    name = escape(booth) if booth else "Our booth"
    days = found.days
    when = period(first or (days[0] if days else None), last or (days[-1] if days else None))
    style = (Path(__file__).parent / "report_page.css").read_text(encoding="utf-8")
    notes = "".join(f"<p>{escape(note)}</p>" for note in _NOT_COUNTED)
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{name}: visits, {escape(when)}</title>\n<style>{style}</style>\n</head>\n<body>\n<main>\n"
        f'<h1><bdi>{name}</bdi></h1>\n<p class="when">{escape(when) or "No visits yet"}</p>\n'
        f'<div class="cards">\n{"".join(_cards(found, titles))}</div>\n'
        f"<footer>{notes}<p>kiosk {__version__}</p></footer>\n</main>\n</body>\n</html>\n"
    )


def _cards(found: Summary, titles: Titles) -> Sequence[str]:
    if not found.visits:
        return [_card("In short", answers.NOTHING, "", wide=True)]
    cards = [_card("In short", answers.in_short(found), _numbers(found), wide=True)]
    if found.hours:
        hours = grid(found)
        note = '<p class="quiet">Visits an hour, on average.</p>' if hours.averaged else ""
        cards.append(_card("When is it busy?", answers.busy(found), heat(hours) + note, wide=True))
    others = Counter({name: count for name, count in found.pages.items() if name != "home"})
    cards += [
        _card("What do they look at?", answers.looked_at(found, titles), _named(others, titles.page)),
        _card("In which language?", answers.languages(found), _named(found.languages, language_name, share=True)),
    ]
    if found.films:
        cards.append(_card("How much of the films do they watch?", answers.films(found, titles), _films(found, titles)))
    if found.attract:
        touched = _named(found.attract, titles.opens, share=True)
        cards.append(_card("What brings them in?", answers.brought_in(found, titles), touched))
    if found.hours:
        title, values = _over_time(found)
        day, most = max(found.by_day.items(), key=lambda item: item[1])
        best = f"Best day: {short_day(day)}, {answers.many(most, 'visit')}." if len(values) > 1 else ""
        cards.append(_card(title, best, columns(values, title)))
    cards.append(_card("How long do they stay?", "", _classes(found.lengths, LENGTHS)))
    if found.waits:
        cards.append(_card("How soon is the loop touched?", "", _classes(found.waits, WAITS)))
    if found.warned:
        share = min(1.0, found.extended / found.warned)
        rows = [Bar("answered in time", share, percent(share)), Bar("nobody there", 1 - share, percent(1 - share))]
        cards.append(_card("“Still there?”", answers.asked(found), bars(rows, track=True)))
    return cards


def _card(title: str, said: str, body: str, wide: bool = False) -> str:
    words = f'<p class="said">{escape(said)}</p>\n' if said else ""
    return f"<section{' class=wide' if wide else ''}>\n<h2>{escape(title)}</h2>\n{words}{body}\n</section>\n"


def _numbers(found: Summary) -> str:
    numbers = [(f"{found.visits:,}", "visit" if found.visits == 1 else "visits")]
    if found.days:
        numbers.append((f"{(found.visits - found.undated) / len(found.days):.0f}", "a day"))
    numbers.append((duration(found.mean_seconds), "a visit, on average"))
    numbers.append((f"{found.pages.total() / found.visits:.1f}", "pages a visit"))
    cells = "".join(f"<div><b>{escape(number)}</b><span>{escape(name)}</span></div>" for number, name in numbers)
    return f'<div class="numbers">{cells}</div>'


def _named(counts: Counter[str], name: Callable[[str], str], share: bool = False) -> str:
    """Return a bar for each name, the largest first; `share` tells the part of the whole too."""
    total, most = max(1, counts.total()), max(counts.values(), default=0) or 1
    rows = []
    for key, count in counts.most_common():
        text = f"{percent(count / total)} · {count:,}" if share else f"{count:,}"
        rows.append(Bar(name(key), count / most, text))
    return bars(rows)


def _films(found: Summary, titles: Titles) -> str:
    rows = [
        Bar(titles.film(film), share, f"{percent(share)} · {answers.many(count, 'time')}")
        for film, (count, share) in found.films.items()
    ]
    return bars(rows, track=True)


def _classes(counts: Mapping[str, int], order: Sequence[str]) -> str:
    total, most = max(1, sum(counts.values())), max(counts.values(), default=0) or 1
    names = class_names(order)
    return bars([Bar(names[key], counts[key] / most, percent(counts[key] / total)) for key in order])


def _over_time(found: Summary) -> tuple[str, list[tuple[str, int]]]:
    """Return the visits of each day, or of each week where there are many days."""
    days, by_day = list(every_day(found)), found.by_day
    if len(days) <= DAYS_APART:
        return "Day by day", [(short_day(day), by_day[day]) for day in days]
    weeks: dict[date, int] = {}
    for day in days:
        monday = day - timedelta(days=day.weekday())
        weeks[monday] = weeks.get(monday, 0) + by_day[day]
    return "Week by week", [(short_day(monday), count) for monday, count in weeks.items()]
