"""The tree of what was written against the models, every mistake with its place in the file."""

from __future__ import annotations

from typing import Any, Final

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from kiosk.bundle.parse import Mapping, Node, Scalar, Sequence
from kiosk.bundle.readers import Blank, Broken
from kiosk.bundle.shape import model_at, shapes
from kiosk.bundle.source import Source, listed, nearest, quote
from kiosk.bundle.written import Block, Content, Written

_BLANK: Final = Blank()
_BROKEN: Final = Broken()
Loc = tuple[int | str, ...]


def validate(root: Mapping, source: Source) -> Content | None:
    """Return what was written, or None where it has mistakes, which are reported to `source`."""
    try:
        return Content.model_validate(_data(root))
    except ValidationError as error:
        details = error.errors(include_url=False)
    misspelt = {
        (*detail["loc"][:-1], _meant(detail["loc"])) for detail in details if detail["type"] == "extra_forbidden"
    }
    for detail in details:
        if isinstance(detail["input"], Broken) or (detail["type"] == "missing" and detail["loc"] in misspelt):
            continue
        _report(root, detail, source)
    return None


def _data(node: Node) -> Any:
    if isinstance(node, Mapping):
        return {key: _data(value) for key, value in node.entries.items()}
    if isinstance(node, Sequence):
        return [_data(item) for item in node.items]
    if node.broken:
        return _BROKEN
    return _BLANK if node.is_blank else node.text


def _report(root: Mapping, detail: ErrorDetails, source: Source) -> None:
    loc = detail["loc"]
    owner, key, node = _locate(root, loc)
    name = str(loc[-1] if isinstance(loc[-1], str) else loc[-2])
    at: Node = key if key is not None and isinstance(detail["input"], Blank) else node
    match detail["type"]:
        case "missing":
            first = next(iter(node.keys.values()), node) if isinstance(node, Mapping) else node
            code, what, cure = "K201", f"`{name}` is missing here", _add(name, loc)
            at = first
        case "extra_forbidden":
            code, what, cure = _unknown(loc)
            at = key or node
        case "too_short":
            code, what, cure = "K205", f"`{name}` is an empty list", "Write at least one item, or take the key out."
        case "too_long":
            limit = detail.get("ctx", {}).get("max_length")
            code, what, cure = "K206", f"`{name}` has more than {limit} items", "Take some out."
        case "kiosk":
            context = detail.get("ctx", {})
            code, cure = str(context["code"]), str(context["cure"])
            what = str(context["what"]).replace("{name}", _say(loc, owner))
        case _ if isinstance(detail["input"], Blank):
            what = f"`{name}` has nothing after it" if isinstance(loc[-1], str) else f"an item of `{name}` is empty"
            code, cure = "K204", "Write what belongs there, or take it out."
        case "list_type":
            code, what, cure = "K207", f"`{name}` must be a list", "Begin each item on a line of its own, with `- `."
        case "dict_type":
            code, what, cure = "K208", f"`{name}` must be a map", "Write `key: value` on the lines under it."
        case _:
            code = "K208"
            what, cure = _not_a_mapping(loc, name, node)
    source.report(at.line, at.column, what, cure, code=code)


def _locate(root: Mapping, loc: Loc) -> tuple[Node, Scalar | None, Node]:
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


def _say(loc: Loc, owner: Node) -> str:
    """Return the name of the place: a text in one language is named by its key, as are the items of a list."""
    names = [step[:40] for step in loc if isinstance(step, str) and step]
    if len(names) > 1 and isinstance(owner, Mapping) and model_at(Content, loc[:-1]) is None:
        return f"{names[-2]}: {names[-1]}"
    return names[-1] if names else "this"


def _meant(loc: Loc) -> str:
    model = model_at(Content, loc[:-1])
    return nearest(str(loc[-1]), shapes(model)) if model else ""


def _unknown(loc: Loc) -> tuple[str, str, str]:
    name, model = str(loc[-1]), model_at(Content, loc[:-1]) or Content
    if model is Block and any(kind.model and name in shapes(kind.model) for kind in shapes(Block).values()):
        return (
            "K213",
            f"`{name}` stands beside the kind of this block, not in it",
            "Indent it further than `stat:`, `chart:`...",
        )
    near = _meant(loc)
    kind = "kind of block" if model is Block else "key that is known here"
    cure = f"Did you mean `{near}`?" if near else f"Known here are {listed(shapes(model), 'and')}."
    return "K203" if model is Block else "K202", f"{quote(name)} is no {kind}", cure


def _add(name: str, loc: Loc) -> str:
    model = model_at(Content, loc[:-1]) or Content
    info = model.model_fields[name]
    example = f" For example `{name}: {info.examples[0]}`." if info.examples else ""
    about = info.description or ""
    if name == "kiosk":
        return "Begin the file with `kiosk: 1`, the version of its format."
    return f"Add it: {about[:1].lower()}{about[1:]}{example}" if about else f"Add `{name}:`."


def _not_a_mapping(loc: Loc, name: str, node: Node) -> tuple[str, str]:
    model = model_at(Content, loc) or Written
    required = [field for field, info in model.model_fields.items() if info.is_required()]
    wanted = required or list(model.model_fields)[:2]
    example = "stat: {...}" if model is Block else ", ".join(f"{field}: ..." for field in wanted)
    kind = "a list" if isinstance(node, Sequence) else "a text"
    subject = f"`{name}`" if isinstance(loc[-1], str) else f"an item of `{name}`"
    return f"{subject} must hold keys, not be {kind}", f"Write `{{{example}}}`, or one key on each line under it."
