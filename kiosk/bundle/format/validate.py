"""The tree of what was written against the models, every mistake with its place in the file."""

from __future__ import annotations

import re
from typing import Any, Final, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from kiosk.bundle.format.parse import Mapping, Node, Scalar, Sequence
from kiosk.bundle.format.readers import Blank, Broken
from kiosk.bundle.format.shape import model_at, shapes
from kiosk.bundle.format.source import Source
from kiosk.bundle.format.written import Block, Written
from kiosk.ground.words import listed, nearest, quote

_BLANK: Final = Blank()
_BROKEN: Final = Broken()
_OTHER_WORDS: Final = {
    **dict.fromkeys(("img", "picture", "photo", "file", "path", "src", "jpg"), ("image", "src", "cover", "gallery")),
    **dict.fromkeys(("film", "movie", "clip", "mp4", "webm"), ("video", "src")),
    **dict.fromkeys(("images", "pictures", "photos"), ("gallery",)),
    **dict.fromkeys(("video", "image"), ("src",)),
    **dict.fromkeys(("subtitles", "vtt"), ("captions",)),
    **dict.fromkeys(("address", "href", "website", "web"), ("url", "link")),
    **dict.fromkeys(("author", "by", "name", "person"), ("who", "title", "name")),
    **dict.fromkeys(("heading", "headline", "header"), ("title", "line")),
    **dict.fromkeys(("subtitle", "description", "intro", "lead", "about"), ("summary", "caption", "alt")),
    **dict.fromkeys(("paragraph", "body", "markdown", "content"), ("text",)),
    **dict.fromkeys(("date", "year", "when"), ("as_of",)),
    **dict.fromkeys(("duration", "time", "length"), ("seconds",)),
    **dict.fromkeys(("goto", "target", "leads"), ("opens",)),
    **dict.fromkeys(("graph", "diagram", "plot"), ("chart",)),
    **dict.fromkeys(("figure", "number", "fact"), ("stat",)),
    **dict.fromkeys(("data", "values", "items"), ("points", "blocks")),
    "type": ("kind", "style"),
    "language": ("languages",),
    "background": ("ground", "picture"),
    # In the booth's settings.
    **dict.fromkeys(("timeout", "time_out", "patience"), ("idle", "seconds")),
    **dict.fromkeys(("loudness", "audio", "level"), ("sound", "volume")),
    **dict.fromkeys(("max", "maximum", "limit", "most"), ("cap",)),
    **dict.fromkeys(("monitor", "screen_number"), ("screen", "display")),
    **dict.fromkeys(("inch", "inches", "size", "diagonal"), ("diagonal_inch",)),
    **dict.fromkeys(("distance", "viewing_distance"), ("viewing_mm",)),
    **dict.fromkeys(("orientation", "rotate", "turned"), ("rotation",)),
    **dict.fromkeys(("opening", "opening_hours", "open"), ("hours",)),
    **dict.fromkeys(("password", "passcode", "code"), ("pin", "hash")),
    **dict.fromkeys(("usb", "stick", "drives"), ("sticks",)),
    **dict.fromkeys(("statistics", "counting", "counter"), ("counts",)),
    **dict.fromkeys(("logs", "logging"), ("log",)),
    **dict.fromkeys(("monday", "mo", "montag"), ("mon",)),
    **dict.fromkeys(("tuesday", "tues", "di", "dienstag"), ("tue",)),
    **dict.fromkeys(("wednesday", "mi", "mittwoch"), ("wed",)),
    **dict.fromkeys(("thursday", "thur", "thurs", "do", "donnerstag"), ("thu",)),
    **dict.fromkeys(("friday", "fr", "freitag"), ("fri",)),
    **dict.fromkeys(("saturday", "sa", "samstag"), ("sat",)),
    **dict.fromkeys(("sunday", "so", "sonntag"), ("sun",)),
}
_COMMENT_FOR_VALUE: Final = re.compile(r":[ \t]+(#[^\s#].*?)\s*$")
_LONGEST_REPEATED: Final = 80
_MOST_IN_BRACES: Final = 100
"""In a longer mapping nobody looks for what a key was the rest of: that would take the square of its length."""
Loc = tuple[int | str, ...]
_Top = TypeVar("_Top", bound=Written)


def validate(root: Mapping, source: Source, top: type[_Top]) -> _Top | None:
    """Return what was written as a `top`, or None where it has mistakes, which are reported to `source`."""
    try:
        return top.model_validate(_data(root))
    except ValidationError as error:
        details = error.errors(include_url=False)
    misspelt = {
        (*detail["loc"][:-1], _meant(detail["loc"], top)) for detail in details if detail["type"] == "extra_forbidden"
    }
    beside = _beside(root, details, top)
    for detail in details:
        if isinstance(detail["input"], Broken) or (detail["type"] == "missing" and detail["loc"] in misspelt):
            continue
        if any(detail["loc"][: len(block)] == block for block in beside):
            continue
        _report(root, detail, source, top)
    for block, (kind, keys) in beside.items():
        _, _, node = _locate(root, block)
        first = node.keys[keys[0]] if isinstance(node, Mapping) else node
        what = f"{listed(keys, 'and')} stand{'s' if len(keys) == 1 else ''} beside `{kind}:`, not in it"
        source.report(
            first.line, first.column, what, f"What belongs to `{kind}:` is indented further than it.", code="K213"
        )
    return None


def _beside(root: Mapping, details: list[ErrorDetails], top: type[Written]) -> dict[Loc, tuple[str, list[str]]]:
    """Return the blocks whose kind is empty because its keys are not indented: one mistake, not one for each key."""
    found: dict[Loc, tuple[str, list[str]]] = {}
    for detail in details:
        block, kind = detail["loc"][:-1], str(detail["loc"][-1])
        if not isinstance(detail["input"], Blank) or model_at(top, block) is not Block or kind not in shapes(Block):
            continue
        _, _, node = _locate(root, block)
        model = shapes(Block)[kind].model
        keys = [name for name in node.keys if name != kind] if isinstance(node, Mapping) else []
        if model and keys and all(name in shapes(model) for name in keys):
            found[block] = kind, keys
    return found


def _data(node: Node) -> Any:
    if isinstance(node, Mapping):
        return {key: _data(value) for key, value in node.entries.items()}
    if isinstance(node, Sequence):
        return [_data(item) for item in node.items]
    if node.broken:
        return _BROKEN
    return _BLANK if node.is_blank else node.text


def _report(root: Mapping, detail: ErrorDetails, source: Source, top: type[Written]) -> None:
    loc = detail["loc"]
    owner, key, node = _locate(root, loc)
    name = str(loc[-1] if isinstance(loc[-1], str) else loc[-2])
    at: Node = key if key is not None and isinstance(detail["input"], Blank) else node
    match detail["type"]:
        case "missing":
            first = next(iter(node.keys.values()), node) if isinstance(node, Mapping) else node
            code, what, cure = "K201", f"`{name}` is missing here", _add(name, loc, top)
            at = first
        case "extra_forbidden":
            code, what, cure = _behind_comma(owner, key, source) or _unknown(loc, owner, top)
            at = key or node
        case "too_short":
            code, what, cure = "K205", f"`{name}` is an empty list", "Write at least one item, or take the key out."
        case "too_long":
            limit = detail.get("ctx", {}).get("max_length")
            code, what, cure = "K206", f"`{name}` has more than {limit} items", "Take some out."
        case "kiosk":
            context = detail.get("ctx", {})
            code, cure = str(context["code"]), str(context["cure"])
            what = str(context["what"]).replace("{name}", _say(loc, owner, top))
        case _ if isinstance(detail["input"], Blank):
            what = f"`{name}` has nothing after it" if isinstance(loc[-1], str) else f"an item of `{name}` is empty"
            code, cure = "K204", "Write what belongs there, or take it out."
        case "list_type":
            code, what, cure = "K207", f"`{name}` must be a list", _as_list(loc, name, node, top)
        case "dict_type":
            code, what, cure = "K208", f"`{name}` must be a map", "Write `key: value` on the lines under it."
        case _:
            code = "K208"
            what, cure = _not_a_mapping(loc, name, node, top)
    if code == "K204" and key is not None and (comment := _read_as_comment(key, source)):
        cure = f"Put quotes around what stands there, because # begins a comment: {comment}."
    source.report(at.line, at.column, what, cure, code=code)


def _read_as_comment(key: Scalar, source: Source) -> str:
    """Return what stands after the key as a comment but was meant as its value, between quotes."""
    line = source.lines[key.line - 1] if key.line <= len(source.lines) else ""
    found = _COMMENT_FOR_VALUE.match(line, key.column - 1 + len(key.text))
    return f'`"{found[1][:_LONGEST_REPEATED]}"`' if found and '"' not in found[1] else ""


def _as_list(loc: Loc, name: str, node: Node, top: type[Written]) -> str:
    model = model_at(top, loc)
    cure = "Begin each item on a line of its own, with `- `."
    if model is not None and isinstance(node, Mapping):
        needed = [field for field, info in model.model_fields.items() if info.is_required()]
        if needed and model is not Block:
            cure = f"Begin each item with `- `: `- {{{', '.join(f'{field}: ...' for field in needed)}}}`."
    elif model is None and isinstance(node, Scalar) and len(node.text) <= _LONGEST_REPEATED:
        cure = f"Write it in brackets: `{name}: [{node.text}]`."
    return cure


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


def _say(loc: Loc, owner: Node, top: type[Written]) -> str:
    """Return the name of the place: a text in one language is named by its key, as are the items of a list."""
    names = [step[:40] for step in loc if isinstance(step, str) and step]
    if len(names) > 1 and isinstance(owner, Mapping) and model_at(top, loc[:-1]) is None:
        return f"{names[-2]}: {names[-1]}"
    return names[-1] if names else "this"


def _meant(loc: Loc, top: type[Written]) -> str:
    model, name = model_at(top, loc[:-1]), str(loc[-1])
    if model is None:
        return ""
    other = next((key for key in _OTHER_WORDS.get(name.casefold(), ()) if key in shapes(model)), "")
    return other or nearest(name, shapes(model))


def _unknown(loc: Loc, owner: Node, top: type[Written]) -> tuple[str, str, str]:
    name, model = str(loc[-1]), model_at(top, loc[:-1]) or top
    holders = [kind for kind, shape in shapes(model).items() if shape.model and name in shapes(shape.model)]
    if model is Block and holders:
        return (
            "K213",
            f"`{name}` stands beside the kind of this block, not in it",
            f"It belongs into {listed(holders)}: indent it further than the name of its kind.",
        )
    near = _meant(loc, top)
    if not near and holders:
        above = list(owner.keys) if isinstance(owner, Mapping) else []
        before = [key for key in above[: above.index(name)] if key in holders] if name in above else []
        holder = (before or holders)[-1] if before or len(holders) == 1 else ""
        if holder:
            cure = f"If it belongs to `{holder}`, indent it further than `{holder}:`, and write it under that."
            return "K202", f"{quote(name)} is no key that is known here", cure
    kind = "kind of block" if model is Block else "key that is known here"
    cure = f"Did you mean `{near}`?" if near else f"Known here are {listed(shapes(model), 'and')}."
    return "K203" if model is Block else "K202", f"{quote(name)} is no {kind}", cure


def _behind_comma(owner: Node, key: Scalar | None, source: Source) -> tuple[str, str, str] | None:
    """Return what is to be said of a key that is the rest of a value with a comma in it, within braces."""
    if key is None or not key.plain or not isinstance(owner, Mapping) or len(owner.keys) > _MOST_IN_BRACES:
        return None
    rest = owner.entries[key.text]
    before = list(owner.keys)[: list(owner.keys).index(key.text)]
    value = owner.entries[before[-1]] if before else None
    line = source.lines[key.line - 1][: key.column - 1] if key.line <= len(source.lines) else ""
    if not isinstance(value, Scalar) or not isinstance(rest, Scalar) or not rest.is_blank or rest.text:
        return None
    if not value.plain or not line.rstrip().endswith(","):
        return None
    what = f"the comma before {quote(key.text)} ends {quote(f'{before[-1]}: {value.text}')}"
    if re.fullmatch(r"\d{3}", key.text) and re.fullmatch(r"[-+]?[1-9]\d{0,2}", value.text):
        return "K202", what, f"Write the number without separators: {value.text}{key.text}."
    if re.fullmatch(r"\d+", key.text) and re.fullmatch(r"[-+]?\d+", value.text):
        return "K202", what, f"Write the decimals after a point: {value.text}.{key.text}."
    return "K202", what, f'Put quotes around a text with a comma in it: `"{value.text}, {key.text}"`.'


def _add(name: str, loc: Loc, top: type[Written]) -> str:
    model = model_at(top, loc[:-1]) or top
    info = model.model_fields[name]
    example = f" For example `{name}: {info.examples[0]}`." if info.examples else ""
    about = info.description or ""
    if name in ("kiosk", "booth") and len(loc) == 1:
        return f"Begin the file with `{name}: 1`, the version of its format."
    return f"Add it: {about[:1].lower()}{about[1:]}{example}" if about else f"Add `{name}:`."


def _not_a_mapping(loc: Loc, name: str, node: Node, top: type[Written]) -> tuple[str, str]:
    model = model_at(top, loc) or Written
    required = [field for field, info in model.model_fields.items() if info.is_required()]
    wanted = required or list(model.model_fields)[:2]
    example = "stat: {...}" if model is Block else ", ".join(f"{field}: ..." for field in wanted)
    kind = "a list" if isinstance(node, Sequence) else "a text"
    subject = f"`{name}`" if isinstance(loc[-1], str) else f"an item of `{name}`"
    return f"{subject} must hold keys, not be {kind}", f"Write `{{{example}}}`, or one key on each line under it."
