"""The report as one HTML file: answers in words first, then plots as SVG. It needs no network and no script."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from html import escape
from typing import Final

from kiosk.staff.summary import LENGTHS, Summary, answers, duration

MOST_BARS: Final = 12
_CELL: Final = 26
_ROW: Final = 30
_LABEL: Final = 190
_WIDTH: Final = 620
_STYLE: Final = """
:root { color-scheme: light dark; --ground: #f6f2ea; --card: #fff; --text: #1b2230; --quiet: #5b6472; }
:root { --accent: #d23c26; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #0e1420; --card: #182234; --text: #f4f1ea; --quiet: #a9b4c6; --accent: #ff6a50; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text); font: 17px/1.5 "Noto Sans", system-ui, sans-serif; }
main { max-width: 1180px; margin: 0 auto; padding: 40px 24px 80px; }
h1 { font-size: 34px; line-height: 1.2; margin: 0; }
h2 { font-size: 20px; margin: 0 0 14px; }
.when { color: var(--quiet); margin: 6px 0 28px; }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(520px, 100%), 1fr)); gap: 18px; }
section { background: var(--card); border-radius: 10px; padding: 22px 24px; break-inside: avoid; }
section.wide { grid-column: 1 / -1; overflow-x: auto; }
.numbers { display: flex; flex-wrap: wrap; gap: 14px 44px; margin: 0 0 18px; }
.numbers b { display: block; font-size: 40px; line-height: 1.1; color: var(--accent); }
.numbers span { color: var(--quiet); }
ul { margin: 0; padding-left: 1.1em; } li { margin: 3px 0; }
svg { display: block; max-width: 100%; height: auto; } svg text { fill: var(--text); font-size: 14px; }
svg .quiet { fill: var(--quiet); } svg rect.bar { fill: var(--accent); }
svg rect.none { fill: var(--quiet); opacity: .14; }
footer { color: var(--quiet); font-size: 14px; margin-top: 28px; max-width: 75ch; }
@media print { body { background: #fff; } section { border: 1px solid #ccc; } }
"""


def report_page(found: Summary, booth: str, first: date | None, last: date | None) -> str:
    """Return the page about `found`; `booth` is what the booth is called."""
    title = escape(booth) if booth else "Booth"
    days = found.days
    begin, end = first or (days[0] if days else None), last or (days[-1] if days else None)
    when = f"{begin} to {end}" if begin and end else "nothing counted"
    wait = duration(found.wait_seconds / found.waits) if found.waits else "–"
    numbers = [
        (f"{found.visits:,}", "visits"),
        (duration(found.mean_seconds), "a visit, on average"),
        (wait, "from loop to touch, on average"),
        (f"{found.pages.total():,}", "pages opened"),
    ]
    cards = [
        _card("In short", _numbers(numbers) + _list(answers(found)), wide=True),
        _card("When is it busy?", _heat(found), wide=True),
        _card("Visits a day", _bars({f"{day:%a} {day.isoformat()}": _of_day(found, day) for day in days}, False)),
        _card("In which language?", _bars(found.languages, share=True)),
        _card("What do they look at?", _bars(found.pages)),
        _card("Films, and how much of them was watched", _films(found)),
        _card("What brought them in", _bars(found.attract)),
        _card("How long they stayed", _bars({LENGTHS[name]: found.lengths[name] for name in LENGTHS}, False)),
    ]
    note = (
        "Counted are things that happened, by the hour. There is no visitor in these numbers: no picture, no sound, no "
        "device, no order in which one person did things. docs/counts.md describes them."
    )
    return (
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{title}: visits</title>\n'
        f"<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n"
        f'<p class="when">{escape(when)}</p>\n<div class="cards">\n{"".join(cards)}</div>\n'
        f"<footer>{note}</footer>\n</main>\n</body>\n</html>\n"
    )


def _card(title: str, body: str, wide: bool = False) -> str:
    return f"<section{' class=wide' if wide else ''}>\n<h2>{escape(title)}</h2>\n{body}\n</section>\n"


def _numbers(numbers: Sequence[tuple[str, str]]) -> str:
    cells = "".join(f"<div><b>{escape(number)}</b><span>{escape(name)}</span></div>" for number, name in numbers)
    return f'<div class="numbers">{cells}</div>'


def _list(sentences: Sequence[str]) -> str:
    return "<ul>" + "".join(f"<li>{escape(sentence)}</li>" for sentence in sentences) + "</ul>"


def _of_day(found: Summary, day: date) -> int:
    return sum(count for (other, _), count in found.hours.items() if other == day)


def _heat(found: Summary) -> str:
    """Return a square for each hour of each day, the stronger the more visits."""
    if not found.hours:
        return _nothing()
    hours = range(min(hour for _, hour in found.hours), max(hour for _, hour in found.hours) + 1)
    most = max(found.hours.values())
    parts = []
    for column, hour in enumerate(hours):
        middle = _LABEL + column * (_CELL + 14) + _CELL / 2 + 5
        parts.append(f'<text class="quiet" x="{middle}" y="14" text-anchor="middle">{hour}</text>')
    for row, day in enumerate(found.days):
        y = 24 + row * (_CELL + 6)
        parts.append(f'<text x="0" y="{y + 18}">{day:%A} {day.isoformat()}</text>')
        for column, hour in enumerate(hours):
            count = found.hours.get((day, hour), 0)
            x = _LABEL + column * (_CELL + 14)
            kind = f'class="bar" style="opacity:{0.18 + 0.82 * count / most:.2f}"' if count else 'class="none"'
            label = f"<title>{day.isoformat()}, {hour}:00: {count} visits</title>"
            parts.append(f'<rect {kind} x="{x}" y="{y}" width="{_CELL + 10}" height="{_CELL}" rx="4">{label}</rect>')
            if count:
                parts.append(f'<text x="{x + _CELL / 2 + 5}" y="{y + 18}" text-anchor="middle">{count}</text>')
    width, height = _LABEL + len(hours) * (_CELL + 14), 24 + len(found.days) * (_CELL + 6)
    return _svg(width, height, parts, "Visits by day and hour")


def _bars(values: Mapping[str, int], ordered: bool = True, share: bool = False) -> str:
    """Return a lying bar for each value, the largest first where `ordered`; `share` adds the part of the whole."""
    items = sorted(values.items(), key=lambda item: -item[1])[:MOST_BARS] if ordered else list(values.items())
    total = sum(values.values())
    texts = [f"{count:,}" + (f"  ({100 * count / total:.0f} %)" if share and total else "") for _, count in items]
    return _rows([(name, count, text) for (name, count), text in zip(items, texts, strict=True)])


def _films(found: Summary) -> str:
    items = list(found.films.items())[:MOST_BARS]
    return _rows([(name, count, f"{count}×, {100 * share:.0f} % watched") for name, (count, share) in items])


def _rows(rows: Sequence[tuple[str, int, str]]) -> str:
    most = max((count for _, count, _ in rows), default=0)
    if not most:
        return _nothing()
    room = _WIDTH - _LABEL - 150
    parts = []
    for row, (name, count, text) in enumerate(rows):
        y, length = row * _ROW, max(2.0, room * count / most)
        shown = name if len(name) <= 24 else name[:23] + "…"
        parts.append(f'<text x="0" y="{y + 19}">{escape(shown or "–")}</text>')
        parts.append(f'<rect class="bar" x="{_LABEL}" y="{y + 4}" width="{length:.1f}" height="{_ROW - 10}" rx="3"/>')
        parts.append(f'<text class="quiet" x="{_LABEL + length + 8:.1f}" y="{y + 19}">{escape(text)}</text>')
    return _svg(_WIDTH, len(rows) * _ROW, parts, "")


def _svg(width: float, height: float, parts: Sequence[str], label: str) -> str:
    name = f' aria-label="{escape(label)}"' if label else ""
    return f'<svg viewBox="0 0 {width:g} {height:g}" width="{width:g}" role="img"{name}>{"".join(parts)}</svg>'


def _nothing() -> str:
    return '<p class="when">Nothing was counted.</p>'
