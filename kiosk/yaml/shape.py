"""What stands where in a file as written: the models' fields, for walks over the tree of what was parsed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple, TypeGuard, get_args, get_origin

from pydantic.fields import FieldInfo

from kiosk.yaml.base import Written
from kiosk.yaml.parse import Mapping, Node, Scalar, Sequence


@dataclass(frozen=True)
class Shape:
    """One field: the model it holds, or a list of such (`many`), or the mark of the value that it is."""

    model: type[Written] | None = None
    many: bool = False
    mark: str | None = None

    def items(self, value: Node) -> Iterable[Node]:
        """Return what stands in `value` for the model: the items of a list, or `value` alone."""
        if not self.many:
            return (value,)
        return value.items if isinstance(value, Sequence) else ()


class Place(NamedTuple):
    """A value met on a walk: its key and the mapping it stands in; a mapping of a model has no mark."""

    node: Node
    key: Scalar
    owner: Mapping
    shape: Shape


@cache
def shapes(model: type[Written]) -> dict[str, Shape]:
    """Return the shape of each field of `model`."""
    return {name: _shape(info) for name, info in model.model_fields.items()}


def walk(model: type[Written], node: Node) -> Iterator[Place]:
    """Yield every value under `node` that fits its model, from the top down; what does not fit is left out."""
    found: list[Place] = []
    if isinstance(node, Mapping):
        _gather(model, node, Scalar("", node.line, node.column), node, found)
    return iter(found)


def _gather(model: type[Written], node: Mapping, key: Scalar, owner: Mapping, found: list[Place]) -> None:
    """Add the places under `node` to a list: nested generators would hand each of them through every level."""
    found.append(Place(node, key, owner, Shape(model)))
    known = shapes(model)
    for name in filter(known.__contains__, node.entries):
        shape, value, inner_key = known[name], node.entries[name], node.keys[name]
        if shape.model is None:
            found.append(Place(value, inner_key, node, shape))
            continue
        for item in filter(_is_mapping, shape.items(value)):
            _gather(shape.model, item, inner_key, node, found)


def model_at(model: type[Written], loc: tuple[int | str, ...]) -> type[Written] | None:
    """Return the model at a place that pydantic names by keys and indexes, or None where there is no model."""
    at: type[Written] | None = model
    for step in loc:
        if isinstance(step, str):
            at = shapes(at).get(step, Shape()).model if at is not None else None
    return at


def _shape(field: FieldInfo) -> Shape:
    options = (field.annotation, *get_args(field.annotation))
    model = next((option for option in options if isinstance(option, type) and issubclass(option, Written)), None)
    mark = next((mark for mark in field.metadata if isinstance(mark, str)), None)
    return Shape(model, many=get_origin(field.annotation) is list) if model else Shape(mark=mark)


def _is_mapping(node: Node) -> TypeGuard[Mapping]:
    return isinstance(node, Mapping)
