"""Rules between the keys of one mapping: which go together, which exclude each other, which values fit."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from typing import Final

from kiosk.author.format.models import AttractItem, Block, Chart, Contact, Stat
from kiosk.author.format.values import AS_OF
from kiosk.ground.words import listed, quote
from kiosk.yaml.base import Written
from kiosk.yaml.parse import Mapping, Node, Scalar, Sequence
from kiosk.yaml.shape import Place, shapes
from kiosk.yaml.source import Source

_MOST_TIMES: Final = 10
_WHOLES: Final = ("share", "pictogram")
_SAME_POINTS: Final = "Give every series the same points, in the same order."
_THOUSAND: Final = re.compile(r"[-+]?[1-9]\d{0,2}\.000")


def check_rules(place: Place, source: Source) -> None:
    """Report what does not go together in the mapping at `place`."""
    rule = _RULES.get(place.shape.model)
    if rule is not None and isinstance(place.node, Mapping):
        rule(place.node, source)


def _stat(node: Mapping, source: Source) -> None:
    _style(node, "value", source)
    _probably(node, "value", _text(node, "style"), source)
    _probably(node, "change", "percent", source)
    _ahead(node, source)


def _probably(node: Mapping, name: str, style: str, source: Source) -> None:
    """Warn of a number that can be read, but probably means another."""
    at, number = node.entries.get(name), _number(node.entries.get(name))
    if number is None or not isinstance(at, Scalar):
        return
    if style == "percent" and abs(number) >= _MOST_TIMES:
        what = f"`{name}: {at.text.strip()}` is shown as {number * 100:,.0f}%, because percentages are fractions"
        cure = f"Write {number / 100:g} for {number:g}%. If it is right, silence this."
        source.warn(at, "K233", what, cure)
    elif _THOUSAND.fullmatch(at.text.strip()):
        what = f"`{name}: {at.text.strip()}` is shown as {number:g}, because the point begins the decimals"
        cure = f"Write {number * 1000:g} for thousands, or {number:g} without decimals."
        source.warn(at, "K233", what, cure)


def _ahead(node: Mapping, source: Source) -> None:
    text = _text(node, "as_of")
    year = AS_OF.fullmatch(text)
    if year and int(year[1]) > date.today().year:
        what = f"`as_of` says from when a number is, and {quote(text)} has not come yet"
        source.warn(node.entries["as_of"], "K236", what, "Correct it; a forecast belongs into `label`.")


def _attract(node: Mapping, source: Source) -> None:
    _one_of(node, ("video", "image"), source)
    written = node.keys.keys() & {"video", "image", "poster"}
    if written == {"video"}:
        cure = "Add `poster:`, best the film's first frame."
        source.error(node.keys["video"], "K215", "this film has no `poster`", cure)
    if written == {"image", "poster"}:
        source.error(node.keys["poster"], "K214", "a still picture has no `poster`", "Take it out.")


def _block(node: Mapping, source: Source) -> None:
    kinds = shapes(Block)
    written = [key for name, key in node.keys.items() if name in kinds]
    if not node.keys:
        cure = f"Write one of {listed(kinds)} into it."
        source.error(node, "K212", "this block is empty", cure)
    if written and _is_not_indented(node, written[0].text):
        return  # which validate.py tells once
    for key in written[1:]:
        what = f"a block holds one thing, and this one has `{written[0].text}` and `{key.text}`"
        source.error(key, "K212", what, f"Begin a block of its own: `- {key.text}:`.")


def _is_not_indented(node: Mapping, kind: str) -> bool:
    """Whether the keys of a kind stand under the kind instead of in it."""
    inner, value = shapes(Block)[kind].model, node.entries[kind]
    if inner is None or not isinstance(value, Scalar) or not value.is_blank:
        return False
    return all(name in shapes(inner) for name in [*node.keys][1:])


def _chart(node: Mapping, source: Source) -> None:
    _one_of(node, ("points", "series"), source)
    _style(node, "", source)
    _ahead(node, source)
    kind, lists = _text(node, "kind"), _lists_of_points(node)
    for points in lists:
        _points(kind, points, source)
        for point in points.items:
            if isinstance(point, Mapping):
                _probably(point, "value", _text(node, "style"), source)
    for points in lists[1:]:
        _like_the_first(points, lists[0], source)
    if kind in _WHOLES and lists:
        _whole(kind, node, lists, source)


def _whole(kind: str, node: Mapping, lists: list[Sequence], source: Source) -> None:
    """The parts of a whole are one list, and not more than the whole."""
    if len(lists) > 1:
        key = node.keys["series"]
        what = f"a `{kind}` chart has no series"
        source.error(key, "K214", what, "Write `points`, or choose `bar`.")
    total, found = _number(node.entries.get("total")), _sum(lists[0])
    if total is not None and found > total * (1 + 1e-9):
        at = node.entries["total"]
        what = f"the points add up to {found:g}, which is more than the total of {total:g}"
        source.error(at, "K227", what, "Correct the points, or the total.")


def _reach(node: Mapping, source: Source) -> None:
    """Report a contact that nobody can reach."""
    key = node.keys.get("name")
    if key is not None and not node.entries.keys() & {"telephone", "email", "address", "web"}:
        what = "this contact tells no way to reach it"
        source.error(key, "K215", what, "Add `telephone`, `email`, `address` or `web`.")


def _like_the_first(points: Sequence, first: Sequence, source: Source) -> None:
    """Every series has the points of the first one, in its order: there is one axis, and it is lettered once."""
    if len(points.items) != len(first.items):
        what = f"this series has {len(points.items)} points, the first one has {len(first.items)}"
        source.error(points, "K226", what, _SAME_POINTS)
        return
    for label, other in zip(map(_label, points.items), map(_label, first.items), strict=True):
        if label and other and label.text.strip() != other.text.strip():
            what = f"this point is {quote(label.text)}, and in the first series {quote(other.text)} stands in its place"
            source.error(label, "K226", what, _SAME_POINTS)
            return


def _points(kind: str, points: Sequence, source: Source) -> None:
    if kind in ("line", "comparison") and len(points.items) == 1:
        what = f"a `{kind}` chart needs two points or more"
        source.error(points, "K226", what, "Add points, or use a stat.")
    first: dict[str, Scalar] = {}
    for label in filter(None, map(_label, points.items)):
        if (other := first.setdefault(label.text.strip(), label)) is not label:
            what = f"{quote(label.text)} names two points of this chart: the other is on line {other.line}"
            source.warn(label, "K234", what, "Name each point differently.")
    if kind in _WHOLES:
        _parts(kind, points, source)


def _parts(kind: str, points: Sequence, source: Source) -> None:
    """The parts of a whole are not under zero, and not all of them are zero."""
    for value in map(_value, points.items):
        if value is not None and (_number(value) or 0) < 0:
            what = f"a `{kind}` chart has no room for a value under zero"
            source.error(value, "K227", what, "Use a `bar` chart.")
    if _sum(points) == 0:
        what = f"the points of this `{kind}` chart add up to nothing"
        source.error(points, "K227", what, "Give at least one of them a value.")


def _style(node: Mapping, value: str, source: Source) -> None:
    style, unit = _text(node, "style"), node.keys.get("unit")
    if unit is not None and style in ("percent", "year"):
        source.error(unit, "K214", f"`style: {style}` has no unit", "Take one of the two out.")
    number = _number(node.entries.get(value))
    if style == "year" and number is not None and number not in range(1, 10_000):
        source.error(node.entries[value], "K228", "a year is a whole number from 1 to 9999", "Write for example 1997.")


def _one_of(node: Mapping, names: tuple[str, str], source: Source) -> None:
    written = [node.keys[name] for name in names if name in node.keys]
    if len(written) == 2:
        later = max(written, key=lambda key: (key.line, key.column))
        source.error(later, "K214", f"`{names[0]}` and `{names[1]}` exclude each other", "Take one of the two out.")
    elif not written:
        place = next(iter(node.keys.values()), node)
        source.error(place, "K215", f"`{names[0]}` or `{names[1]}` is missing here", "Add one of the two.")


def _lists_of_points(node: Mapping) -> list[Sequence]:
    series = node.entries.get("series")
    holders = [node, *series.items] if isinstance(series, Sequence) else [node]
    lists = [holder.entries.get("points") for holder in holders if isinstance(holder, Mapping)]
    return [points for points in lists if isinstance(points, Sequence) and points.items]


def _label(point: Node) -> Scalar | None:
    label = point.entries.get("label") if isinstance(point, Mapping) else None
    return label if isinstance(label, Scalar) and not label.is_blank else None


def _value(point: Node) -> Node | None:
    return point.entries.get("value") if isinstance(point, Mapping) else None


def _sum(points: Sequence) -> float:
    return sum(_number(value) or 0.0 for value in map(_value, points.items))


def _text(node: Mapping, name: str) -> str:
    value = node.entries.get(name)
    return value.text.strip() if isinstance(value, Scalar) else ""


def _number(node: Node | None) -> float | None:
    if not isinstance(node, Scalar) or node.broken:
        return None
    with suppress(ValueError):
        number = float(node.text)
        return number if abs(number) < 1e300 else None
    return None


_RULES: Final[dict[type[Written] | None, Callable[[Mapping, Source], None]]] = {
    AttractItem: _attract,
    Block: _block,
    Chart: _chart,
    Contact: _reach,
    Stat: _stat,
}
