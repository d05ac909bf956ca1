"""Rules between the keys of one mapping: which go together, which exclude each other, which values fit."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from kiosk.author.format.models import AttractItem, Block, Chart, Contact, Stat
from kiosk.author.format.values import AS_OF
from kiosk.ground.words import listed, quote
from kiosk.yaml.parse import Mapping, Node, Scalar, Sequence
from kiosk.yaml.shape import Place, shapes
from kiosk.yaml.source import Source

_MOST_TIMES: Final = 10
_WHOLES: Final = ("share", "pictogram")
_SAME_POINTS: Final = "Give every series the same points, in the same order."
_THOUSAND: Final = re.compile(r"[-+]?[1-9]\d{0,2}\.000")


def check_rules(place: Place, source: Source) -> None:
    """Report what does not go together in the mapping at `place`."""
    node, model = place.node, place.shape.model
    if not isinstance(node, Mapping):
        return
    if model is AttractItem:
        _attract(node, source)
    elif model is Block:
        _block(node, source)
    elif model is Chart:
        _chart(node, source)
    elif model is Contact:
        _reach(node, source)
    elif model is Stat:
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
        source.report(at.line, at.column, what, cure, "warning", "K233")
    elif _THOUSAND.fullmatch(at.text.strip()):
        what = f"`{name}: {at.text.strip()}` is shown as {number:g}, because the point begins the decimals"
        cure = f"Write {number * 1000:g} for thousands, or {number:g} without decimals."
        source.report(at.line, at.column, what, cure, "warning", "K233")


def _ahead(node: Mapping, source: Source) -> None:
    at = node.entries.get("as_of")
    year = AS_OF.fullmatch(at.text.strip()) if isinstance(at, Scalar) else None
    if at is not None and year and int(year[1]) > date.today().year:
        what = f"`as_of` says from when a number is, and {quote(_text(node, 'as_of'))} has not come yet"
        source.report(at.line, at.column, what, "Correct it; a forecast belongs into `label`.", "warning", "K236")


def _attract(node: Mapping, source: Source) -> None:
    _one_of(node, ("video", "image"), source)
    if "video" in node.entries and "image" not in node.entries and "poster" not in node.entries:
        key = node.keys["video"]
        source.report(
            key.line,
            key.column,
            "this film has no `poster`",
            "Add `poster:`, best the film's first frame.",
            code="K215",
        )
    if "image" in node.entries and "poster" in node.entries and "video" not in node.entries:
        key = node.keys["poster"]
        source.report(key.line, key.column, "a still picture has no `poster`", "Take it out.", code="K214")


def _block(node: Mapping, source: Source) -> None:
    kinds = shapes(Block)
    written = [key for name, key in node.keys.items() if name in kinds]
    if not node.keys:
        cure = f"Write one of {listed(kinds)} into it."
        source.report(node.line, node.column, "this block is empty", cure, code="K212")
    if written and _is_not_indented(node, written[0].text):
        return  # which validate.py tells once
    for key in written[1:]:
        what = f"a block holds one thing, and this one has `{written[0].text}` and `{key.text}`"
        source.report(key.line, key.column, what, f"Begin a block of its own: `- {key.text}:`.", code="K212")


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
        source.report(key.line, key.column, what, "Write `points`, or choose `bar`.", code="K214")
    total, found = _number(node.entries.get("total")), _sum(lists[0])
    if total is not None and found > total * (1 + 1e-9):
        at = node.entries["total"]
        what = f"the points add up to {found:g}, which is more than the total of {total:g}"
        source.report(at.line, at.column, what, "Correct the points, or the total.", code="K227")


def _reach(node: Mapping, source: Source) -> None:
    """Report a contact that nobody can reach."""
    key = node.keys.get("name")
    if key is not None and not node.entries.keys() & {"telephone", "email", "address", "web"}:
        what = "this contact tells no way to reach it"
        source.report(key.line, key.column, what, "Add `telephone`, `email`, `address` or `web`.", code="K215")


def _like_the_first(points: Sequence, first: Sequence, source: Source) -> None:
    """Every series has the points of the first one, in its order: there is one axis, and it is lettered once."""
    if len(points.items) != len(first.items):
        what = f"this series has {len(points.items)} points, the first one has {len(first.items)}"
        source.report(points.line, points.column, what, _SAME_POINTS, code="K226")
        return
    for point, wanted in zip(points.items, first.items, strict=True):
        label, other = _label(point), _label(wanted)
        if label is not None and other is not None and label.text.strip() != other.text.strip():
            what = f"this point is {quote(label.text)}, and in the first series {quote(other.text)} stands in its place"
            source.report(label.line, label.column, what, _SAME_POINTS, code="K226")
            return


def _points(kind: str, points: Sequence, source: Source) -> None:
    if kind in ("line", "comparison") and len(points.items) == 1:
        what = f"a `{kind}` chart needs two points or more"
        source.report(points.line, points.column, what, "Add points, or use a stat.", code="K226")
    first: dict[str, Scalar] = {}
    for label in filter(None, map(_label, points.items)):
        if (other := first.setdefault(label.text.strip(), label)) is not label:
            what = f"{quote(label.text)} names two points of this chart: the other is on line {other.line}"
            source.report(label.line, label.column, what, "Name each point differently.", "warning", "K234")
    if kind in _WHOLES:
        _parts(kind, points, source)


def _parts(kind: str, points: Sequence, source: Source) -> None:
    """The parts of a whole are not under zero, and not all of them are zero."""
    for value in map(_value, points.items):
        if value is not None and (_number(value) or 0) < 0:
            what = f"a `{kind}` chart has no room for a value under zero"
            source.report(value.line, value.column, what, "Use a `bar` chart.", code="K227")
    if _sum(points) == 0:
        what = f"the points of this `{kind}` chart add up to nothing"
        source.report(points.line, points.column, what, "Give at least one of them a value.", code="K227")


def _style(node: Mapping, value: str, source: Source) -> None:
    style, unit = _text(node, "style"), node.keys.get("unit")
    if unit is not None and style in ("percent", "year"):
        what = f"`style: {style}` has no unit"
        source.report(unit.line, unit.column, what, "Take one of the two out.", code="K214")
    at = node.entries.get(value)
    number = _number(at)
    if style == "year" and at is not None and number is not None and not (number.is_integer() and 1 <= number <= 9999):
        what = "a year is a whole number from 1 to 9999"
        source.report(at.line, at.column, what, "Write for example 1997.", code="K228")


def _one_of(node: Mapping, names: tuple[str, str], source: Source) -> None:
    written = [node.keys[name] for name in names if name in node.keys]
    if len(written) == 2:
        key = max(written, key=lambda key: (key.line, key.column))
        what = f"`{names[0]}` and `{names[1]}` exclude each other"
        source.report(key.line, key.column, what, "Take one of the two out.", code="K214")
    elif not written:
        first = next(iter(node.keys.values()), None)
        line, column = (first.line, first.column) if first else (node.line, node.column)
        what = f"`{names[0]}` or `{names[1]}` is missing here"
        source.report(line, column, what, "Add one of the two.", code="K215")


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
    try:
        number = float(node.text)
    except ValueError:
        return None
    return number if abs(number) < 1e300 else None
