"""The plots of the report: SVG that is as wide as its place, so that its words stay legible on a phone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from kiosk.staff.answers import Grid, cell

MOST_BARS: Final = 8
_CELL_HEIGHT: Final = 34
_COLUMNS_HEIGHT: Final = 150
_ROOM_ABOVE: Final = 20
_ROOM_BELOW: Final = 42
_MOST_VALUES: Final = 16
_MOST_LABELS: Final = 7
_STRONG: Final = 0.75


@dataclass(frozen=True)
class Bar:
    """A row with a name, how long its bar is (0 to 1), and what is written at its end."""

    name: str
    part: float
    text: str


def bars(rows: Sequence[Bar], track: bool = False) -> str:
    """Return lying bars, each under its name; `track` shows what 1 would be."""
    items = "".join(_bar(row, track) for row in rows[:MOST_BARS])
    more = f'<p class="quiet">and {len(rows) - MOST_BARS} more</p>' if len(rows) > MOST_BARS else ""
    return f'<ul class="bars">{items}</ul>{more}'


def _bar(row: Bar, track: bool) -> str:
    behind = '<rect class="none" width="100%" height="100%" rx="3"/>' if track else ""
    part = max(0.004, min(1.0, row.part)) if row.part else 0.0
    return (
        f'<li><bdi class="name">{escape(row.name)}</bdi><span class="value">{escape(row.text)}</span>'
        f'<svg aria-hidden="true" height="10">{behind}<rect class="bar" width="{part:.1%}" height="100%" rx="3"/></svg>'
        "</li>"
    )


def heat(found: Grid) -> str:
    """Return a field for each day and hour, the stronger the more visits."""
    most = max(value for _, values in found.rows for value in values) or 1.0
    count = len(found.hours)
    head = "".join(f'<text x="{_middle(at, count)}" y="14">{hour}</text>' for at, hour in enumerate(found.hours))
    rows = "".join(_heat_row(found, label, values, most) for label, values in found.rows)
    dense = " dense" if count > 12 else ""
    return (
        f'<table class="heat{dense}"><thead><tr><td></td><td><svg class="quiet" height="20">{head}</svg></td></tr>'
        f"</thead><tbody>{rows}</tbody></table>"
    )


def _heat_row(found: Grid, label: str, values: Sequence[float], most: float) -> str:
    wide, parts = 100 / len(values), []
    for column, (hour, value) in enumerate(zip(found.hours, values, strict=True)):
        told = f"<title>{escape(label)}, {hour} to {hour + 1} h: {cell(value, found.averaged) or '0'}</title>"
        place = f'x="{column * wide:.3f}%" width="{wide:.3f}%" height="{_CELL_HEIGHT}"'
        if not value:
            parts.append(f'<rect class="none" {place}>{told}</rect>')
            continue
        part = value / most
        parts.append(f'<rect class="bar" style="fill-opacity:{0.14 + 0.86 * part:.2f}" {place}>{told}</rect>')
        strong = ' class="strong"' if part > _STRONG else ""
        parts.append(f'<text{strong} x="{_middle(column, len(values))}" y="22">{cell(value, found.averaged)}</text>')
    day, _, month = label.rpartition(" ")
    head = f'{escape(day)}<span class="month"> {escape(month)}</span>' if " " in day else escape(label)
    return f'<tr><th scope="row">{head}</th><td><svg height="{_CELL_HEIGHT}">{"".join(parts)}</svg></td></tr>'


def columns(values: Sequence[tuple[str, int]], label: str) -> str:
    """Return standing bars, one after the other in time."""
    most = max((value for _, value in values), default=0) or 1
    wide = 100 / max(1, len(values))
    every = -(-len(values) // _MOST_LABELS)
    parts = []
    for column, (name, value) in enumerate(values):
        height = round(_COLUMNS_HEIGHT * value / most)
        top, middle = _ROOM_ABOVE + _COLUMNS_HEIGHT - height, _middle(column, len(values))
        parts.append(
            f'<rect class="bar" x="{(column + 0.1) * wide:.3f}%" y="{top}" width="{0.8 * wide:.3f}%" '
            f'height="{height}" rx="2"><title>{escape(name)}: {value:,}</title></rect>'
        )
        if len(values) <= _MOST_VALUES:
            parts.append(f'<text x="{middle}" y="{top - 6}">{value:,}</text>')
        if column % every == 0:
            weekday, _, day = name.partition(" ")
            below = _ROOM_ABOVE + _COLUMNS_HEIGHT
            parts.append(f'<text class="quiet" x="{middle}" y="{below + 18}">{escape(weekday)}</text>')
            parts.append(f'<text class="quiet" x="{middle}" y="{below + 36}">{escape(day)}</text>')
    base = f'<rect class="base" y="{_ROOM_ABOVE + _COLUMNS_HEIGHT}" width="100%" height="1"/>'
    height = _ROOM_ABOVE + _COLUMNS_HEIGHT + _ROOM_BELOW
    return (
        f'<svg class="columns" role="img" aria-label="{escape(label)}" height="{height}">{"".join(parts)}{base}</svg>'
    )


def _middle(column: int, count: int) -> str:
    return f"{(column + 0.5) * 100 / count:.3f}%"
