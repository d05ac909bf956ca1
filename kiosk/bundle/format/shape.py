"""What stands where in a bundle as written: the models' fields, for walks over the tree of what was parsed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import NoneType
from typing import Any, NamedTuple, get_args, get_origin

from kiosk.bundle.format.fields import Mark
from kiosk.bundle.format.parse import Mapping, Node, Scalar, Sequence
from kiosk.bundle.format.written import Written


@dataclass(frozen=True)
class Shape:
    """One field: the model it holds, or a list of such (`many`), or the mark of the value that it is."""

    model: type[Written] | None = None
    many: bool = False
    mark: Mark | None = None

    @property
    def has_words(self) -> bool:
        """Whether it is a text, which visitors read and translators translate."""
        return self.mark in ("said", "markdown")


class Place(NamedTuple):
    """A value met on a walk: its key and the mapping it stands in; a mapping of a model has no mark."""

    node: Node
    key: Scalar
    owner: Mapping
    shape: Shape


@cache
def shapes(model: type[Written]) -> dict[str, Shape]:
    """Return the shape of each field of `model`."""
    found = {}
    for name, info in model.model_fields.items():
        marks = [mark for mark in info.metadata if isinstance(mark, str)]
        found[name] = _shape(info.annotation, marks)
    return found


def walk(model: type[Written], node: Node, key: Scalar | None = None, owner: Mapping | None = None) -> Iterator[Place]:
    """Yield every value under `node` that fits its model, from the top down; what does not fit is left out."""
    found: list[Place] = []
    if isinstance(node, Mapping):
        _gather(model, node, key or Scalar("", node.line, node.column), owner or node, found)
    return iter(found)


def _gather(model: type[Written], node: Mapping, key: Scalar, owner: Mapping, found: list[Place]) -> None:
    """Add the places under `node` to a list: nested generators would hand each of them through every level."""
    found.append(Place(node, key, owner, Shape(model)))
    known = shapes(model)
    for name, value in node.entries.items():
        shape = known.get(name)
        if shape is None:
            continue
        if shape.model is None:
            found.append(Place(value, node.keys[name], node, shape))
            continue
        for item in value.items if shape.many and isinstance(value, Sequence) else () if shape.many else (value,):
            if isinstance(item, Mapping):
                _gather(shape.model, item, node.keys[name], node, found)


def model_at(model: type[Written], loc: tuple[int | str, ...]) -> type[Written] | None:
    """Return the model at a place that pydantic names by keys and indexes, or None where there is no model."""
    at: type[Written] | None = model
    for step in loc:
        if isinstance(step, str):
            at = shapes(at)[step].model if at is not None and step in shapes(at) else None
    return at


def _shape(annotation: Any, marks: list[Any]) -> Shape:
    options = [option for option in get_args(annotation) if option is not NoneType]
    if get_origin(annotation) is list and isinstance(options[0], type) and issubclass(options[0], Written):
        return Shape(options[0], many=True)
    for option in (annotation, *options):
        if isinstance(option, type) and issubclass(option, Written):
            return Shape(option)
    return Shape(mark=marks[0] if marks else None)
