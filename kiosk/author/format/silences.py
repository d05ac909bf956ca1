"""The entries of `checks` in `content.yaml`, and which part of the file each is about."""

from __future__ import annotations

from typing import Final, TypeAlias

from kiosk.author.codes import BY_CODE
from kiosk.store.compilation import Silence
from kiosk.yaml.parse import Mapping, Node, Scalar, Sequence
from kiosk.yaml.source import Source

Place: TypeAlias = tuple[int, int]
"""A line and a column."""

_NOWHERE: Final = ((0, 0), (0, 0))


def read_silences(root: Mapping, source: Source) -> tuple[Silence, ...]:
    """Return the entries that are written as they should be; the others are reported elsewhere."""
    checks = root.entries.get("checks")
    items = checks.items if isinstance(checks, Sequence) else ()
    return tuple(_silence(item, root, source) for item in items if isinstance(item, Mapping) and _is_sound(item))


def _is_sound(item: Mapping) -> bool:
    known = BY_CODE.get(_text(item, "silence"))
    return known is not None and known.severity == "warning" and bool(_text(item, "reason"))


def _silence(item: Mapping, root: Mapping, source: Source) -> Silence:
    code, reason, at = (_text(item, name) for name in ("silence", "reason", "at"))
    place = item.entries["silence"]
    first, end = _stretch(root, at, (len(source.lines) + 1, 0)) if at else _NOWHERE
    shown = source.lines[place.line - 1]
    return Silence(code, reason, at, str(source.file), place.line, place.column, shown, first, end)


def _text(item: Mapping, name: str) -> str:
    value = item.entries.get(name)
    return value.text.strip() if isinstance(value, Scalar) and not value.broken and not value.is_blank else ""


def _stretch(node: Node, id: str, end: Place) -> tuple[Place, Place]:
    """Return from where to where the part of this id reaches; `end` is where what follows `node` begins."""
    if isinstance(node, Mapping) and _text(node, "id") == id:
        return (node.line, node.column), end
    inner = _parts(node)
    ends = [*(start for start, _ in inner[1:]), end]
    found = (_stretch(part, id, until) for (_, part), until in zip(inner, ends, strict=False))
    return next((stretch for stretch in found if stretch != _NOWHERE), _NOWHERE)


def _parts(node: Node) -> list[tuple[Place, Node]]:
    """Return where each part of `node` begins, and the part."""
    match node:
        case Mapping():
            return [((key.line, key.column), node.entries[name]) for name, key in node.keys.items()]
        case Sequence():
            return [((item.line, item.column), item) for item in node.items]
    return []
