"""The tree of what was written against the models, every mistake with its place in the file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile
from typing import Any, Final, TypeAlias, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from kiosk.ground.words import listed, nearest, quote
from kiosk.yaml.base import Blank, Broken, OneKind, Written
from kiosk.yaml.parse import Mapping, Node, Scalar, Sequence
from kiosk.yaml.shape import Shape, model_at, shapes
from kiosk.yaml.source import Source

_BLANK: Final = Blank()
_BROKEN: Final = Broken()
_COMMENT_FOR_VALUE: Final = re.compile(r":[ \t]+(#[^\s#].*?)\s*$")
_LONGEST_REPEATED: Final = 80
_MOST_IN_BRACES: Final = 100
"""In a longer mapping nobody looks for what a key was the rest of: that would take the square of its length."""

_Loc: TypeAlias = tuple[int | str, ...]
_Top = TypeVar("_Top", bound=Written)
_Saying: TypeAlias = tuple[str, str, str]
"""A finding's code, what is wrong, and the cure."""


def validate(root: Mapping, source: Source, top: type[_Top]) -> _Top | None:
    """Return what was written as a `top`, or None where it has mistakes, which are reported to `source`."""
    try:
        return top.model_validate(_data(root))
    except ValidationError as error:
        details = error.errors(include_url=False)
    _report([_Mistake(detail, top, source, *_locate(root, detail["loc"])) for detail in details])
    return None


def _report(mistakes: list[_Mistake]) -> None:
    """Report each mistake, but not what only follows from another one."""
    misspelt = {(*mistake.loc[:-1], mistake.meant) for mistake in mistakes if mistake.kind == "extra_forbidden"}
    unindented = {mistake.loc[:-1]: mistake for mistake in mistakes if mistake.keys_beside}
    for mistake in mistakes:
        if not (mistake.is_reported or mistake.is_misspelt(misspelt) or mistake.is_under(unindented)):
            mistake.report()
    for mistake in unindented.values():
        mistake.report_keys_beside()


def _data(node: Node) -> Any:
    if isinstance(node, Mapping):
        return {key: _data(value) for key, value in node.entries.items()}
    if isinstance(node, Sequence):
        return [_data(item) for item in node.items]
    if node.broken:
        return _BROKEN
    return _BLANK if node.is_blank else node.text


def _locate(root: Mapping, loc: _Loc) -> tuple[Node, Scalar | None, Node]:
    """Return the mapping or list that holds the place, its key where it has one, and the node there."""
    owner: Node = root
    node: Node = root
    key: Scalar | None = None
    for step in loc:
        if isinstance(node, Mapping) and step in node.entries:
            owner, key, node = node, node.keys[str(step)], node.entries[str(step)]
        elif isinstance(node, Sequence) and isinstance(step, int):
            owner, key, node = node, None, node.items[step]
        else:
            break
    return owner, key, node


@dataclass(frozen=True)
class _Mistake:
    """A mistake as Pydantic found it in a `top`, the mapping or list that holds it, its key, and the node there."""

    detail: ErrorDetails
    top: type[Written]
    source: Source
    owner: Node
    key: Scalar | None
    node: Node

    @property
    def kind(self) -> str:
        return self.detail["type"]

    @property
    def loc(self) -> _Loc:
        return self.detail["loc"]

    @property
    def last(self) -> str:
        return str(self.loc[-1])

    @property
    def is_item(self) -> bool:
        return isinstance(self.loc[-1], int)

    @property
    def name(self) -> str:
        """The key here, or that of the list whose item this is."""
        return str(self.loc[-2]) if self.is_item else self.last

    @property
    def model(self) -> type[Written] | None:
        """The model of what should stand here."""
        return model_at(self.top, self.loc)

    @cached_property
    def holder(self) -> type[Written] | None:
        """The model of the mapping that this is a key of."""
        return model_at(self.top, self.loc[:-1])

    @property
    def known(self) -> dict[str, Shape]:
        """The keys that may stand here."""
        return shapes(self.holder) if self.holder else {}

    @property
    def written(self) -> dict[str, Scalar]:
        """The keys that stand here, this one included."""
        return self.owner.keys if isinstance(self.owner, Mapping) else {}

    @property
    def is_blank(self) -> bool:
        return isinstance(self.detail["input"], Blank)

    @property
    def is_reported(self) -> bool:
        return isinstance(self.detail["input"], Broken)

    def is_misspelt(self, meant: set[_Loc]) -> bool:
        """Whether a key is missing only because it is written in another way."""
        return self.kind == "missing" and self.loc in meant

    def is_under(self, places: Iterable[_Loc]) -> bool:
        return any(self.loc[: len(place)] == place for place in places)

    def homes(self, name: str) -> list[str]:
        """Return the keys that may stand here and hold the key `name`."""
        return [key for key, shape in self.known.items() if shape.model and name in shapes(shape.model)]

    @cached_property
    def meant(self) -> str:
        """The key that was probably meant, or an empty text."""
        others = self.top.synonyms.get(self.last.casefold(), ())
        return next((key for key in others if key in self.known), "") or nearest(self.last, self.known)

    @cached_property
    def keys_beside(self) -> list[str]:
        """The keys beside an empty kind that belong into it, and only want indenting: one mistake, not one for each."""
        others = [name for name in self.written if name != self.last] if self.is_blank and _is_kind(self.holder) else []
        return others if all(self.last in self.homes(name) for name in others) else []

    def report_keys_beside(self) -> None:
        keys, kind = self.keys_beside, self.last
        what = f"{listed(keys, 'and')} stand{'s' if len(keys) == 1 else ''} beside `{kind}:`, not in it"
        cure = f"What belongs to `{kind}:` is indented further than it."
        self.source.error(self.written[keys[0]], "K213", what, cure)

    def report(self) -> None:
        is_empty = self.is_blank and self.kind not in ("kiosk", "extra_forbidden")
        code, what, cure = _is_empty(self) if is_empty else _SAYINGS.get(self.kind, _is_no_mapping)(self)
        if code == "K204" and (comment := self._comment()):
            cure = f"Put quotes around what stands there, because # begins a comment: {comment}."
        self.source.error(self._place(), code, what, cure)

    def _place(self) -> Node:
        if self.kind == "missing" and isinstance(self.node, Mapping):
            return next(iter(self.node.keys.values()), self.node)
        return self.key if self.key and (self.is_blank or self.kind == "extra_forbidden") else self.node

    def _comment(self) -> str:
        """Return what stands after the key as a comment but was meant as its value, between quotes."""
        if not self.key:
            return ""
        found = _COMMENT_FOR_VALUE.match(self.source.line(self.key.line), self.key.column - 1 + len(self.key.text))
        return f'`"{found[1][:_LONGEST_REPEATED]}"`' if found and '"' not in found[1] else ""


def _is_kind(holder: type[Written] | None) -> bool:
    return holder is not None and issubclass(holder, OneKind)


def _is_missing(at: _Mistake) -> _Saying:
    what = f"`{at.name}` is missing here"
    if at.loc == (next(iter(at.top.model_fields)),):
        return "K201", what, f"Begin the file with `{at.name}: 1`, the version of its format."
    info = (at.holder or at.top).model_fields[at.name]
    about = info.description or ""
    example = f" For example `{at.name}: {info.examples[0]}`." if info.examples else ""
    return "K201", what, f"Add it: {about[:1].lower()}{about[1:]}{example}" if about else f"Add `{at.name}:`."


def _is_unknown(at: _Mistake) -> _Saying:
    return _is_behind_comma(at) or _is_in_wrong_place(at) or _is_no_key(at)


def _is_behind_comma(at: _Mistake) -> _Saying | None:
    """Say of a key that it is the rest of a value with a comma in it, within braces."""
    before = _before_comma(at)
    if before is None:
        return None
    name, value = before
    what = f"the comma before {quote(at.last)} ends {quote(f'{name}: {value}')}"
    if re.fullmatch(r"[-+]?[1-9]\d{0,2},\d{3}", f"{value},{at.last}"):
        return "K202", what, f"Write the number without separators: {value}{at.last}."
    if re.fullmatch(r"[-+]?\d+,\d+", f"{value},{at.last}"):
        return "K202", what, f"Write the decimals after a point: {value}.{at.last}."
    return "K202", what, f'Put quotes around a text with a comma in it: `"{value}, {at.last}"`.'


def _before_comma(at: _Mistake) -> tuple[str, str] | None:
    """Return the key and the value that a comma parts from this key, which has no value of its own."""
    if not at.key or not at.key.plain or at.node != Scalar("", at.node.line, at.node.column):
        return None
    if not at.source.line(at.key.line)[: at.key.column - 1].rstrip().endswith(","):
        return None
    name = next(reversed(_above(at)), "") if len(at.written) <= _MOST_IN_BRACES else ""
    value = at.owner.entries.get(name) if isinstance(at.owner, Mapping) else None
    return (name, value.text) if isinstance(value, Scalar) and value.plain else None


def _above(at: _Mistake) -> list[str]:
    return list(takewhile(lambda name: name != at.last, at.written))


def _is_in_wrong_place(at: _Mistake) -> _Saying | None:
    """Say of a key that it belongs into one of those beside it."""
    homes = at.homes(at.last)
    if not homes:
        return None
    if at.holder and _is_kind(at.holder):
        what = f"`{at.last}` stands beside the kind of this {at.holder.__name__.lower()}, not in it"
        return "K213", what, f"It belongs into {listed(homes)}: indent it further than the name of its kind."
    above = [name for name in _above(at) if name in homes]
    home = above[-1] if above else homes[0] if len(homes) == 1 else ""
    if at.meant or not home:
        return None
    cure = f"If it belongs to `{home}`, indent it further than `{home}:`, and write it under that."
    return "K202", f"{quote(at.last)} is no key that is known here", cure


def _is_no_key(at: _Mistake) -> _Saying:
    model = at.holder or at.top
    cure = f"Did you mean `{at.meant}`?" if at.meant else f"Known here are {listed(shapes(model), 'and')}."
    if _is_kind(model):
        return "K203", f"{quote(at.last)} is no kind of {model.__name__.lower()}", cure
    return "K202", f"{quote(at.last)} is no key that is known here", cure


def _is_too_short(at: _Mistake) -> _Saying:
    return "K205", f"`{at.name}` is an empty list", "Write at least one item, or take the key out."


def _is_too_long(at: _Mistake) -> _Saying:
    return "K206", f"`{at.name}` has more than {at.detail['ctx']['max_length']} items", "Take some out."


def _is_refused(at: _Mistake) -> _Saying:
    """Say what the reader of the value said: a text in one language is named by its key, as are items of a list."""
    names = [step[:40] for step in at.loc if isinstance(step, str) and step]
    named = names[-1] if names else "this"
    if len(names) > 1 and at.written and at.holder is None:
        named = f"{names[-2]}: {named}"
    said = at.detail["ctx"]
    return said["code"], said["what"].replace("{name}", named), said["cure"]


def _is_empty(at: _Mistake) -> _Saying:
    what = f"an item of `{at.name}` is empty" if at.is_item else f"`{at.name}` has nothing after it"
    return "K204", what, "Write what belongs there, or take it out."


def _is_no_list(at: _Mistake) -> _Saying:
    cure = "Begin each item on a line of its own, with `- `."
    needed = _needed(at.model) if isinstance(at.node, Mapping) else []
    if needed:
        cure = f"Begin each item with `- `: `- {_example(needed)}`."
    elif not at.model and isinstance(at.node, Scalar) and len(at.node.text) <= _LONGEST_REPEATED:
        cure = f"Write it in brackets: `{at.name}: [{at.node.text}]`."
    return "K207", f"`{at.name}` must be a list", cure


def _is_no_map(at: _Mistake) -> _Saying:
    return "K208", f"`{at.name}` must be a map", "Write `key: value` on the lines under it."


def _is_no_mapping(at: _Mistake) -> _Saying:
    fields = [*(at.model or Written).model_fields]
    example = f"{{{fields[0]}: {{...}}}}" if _is_kind(at.model) else _example(_needed(at.model) or fields[:2])
    kind = "a list" if isinstance(at.node, Sequence) else "a text"
    subject = f"an item of `{at.name}`" if at.is_item else f"`{at.name}`"
    return "K208", f"{subject} must hold keys, not be {kind}", f"Write `{example}`, or one key on each line under it."


def _needed(model: type[Written] | None) -> list[str]:
    return [name for name, info in (model or Written).model_fields.items() if info.is_required()]


def _example(names: list[str]) -> str:
    return f"{{{', '.join(f'{name}: ...' for name in names)}}}"


_SAYINGS: Final[dict[str, Callable[[_Mistake], _Saying]]] = {
    "missing": _is_missing,
    "extra_forbidden": _is_unknown,
    "too_short": _is_too_short,
    "too_long": _is_too_long,
    "kiosk": _is_refused,
    "list_type": _is_no_list,
    "dict_type": _is_no_map,
}
"""What is said of each kind of error that Pydantic and our readers know."""
