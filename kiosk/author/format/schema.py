"""The JSON Schema of `content.yaml`, made from the models: an editor completes and explains with it."""

from __future__ import annotations

import json
from typing import Any, Final

from kiosk.author.format.models import Content
from kiosk.yaml.base import Written

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_NULL: Final = {"type": "null"}
_NOTHING: Final = (None, "", 0.0)


def bundle_schema() -> dict[str, Any]:
    """Return the schema (JSON Schema draft 2020-12) of a bundle's `content.yaml`."""
    schema = {"$schema": DIALECT, **_tidy(Content.model_json_schema())}
    schema["title"] = "Kiosk bundle, version 1"
    definitions = schema["$defs"]
    definitions["AttractItem"]["oneOf"] = [{"required": ["video", "poster"]}, {"required": ["image"]}]
    definitions["Contact"]["anyOf"] = [{"required": [way]} for way in ("telephone", "email", "address", "web")]
    definitions["Chart"]["oneOf"] = [{"required": ["points"]}, {"required": ["series"]}]
    return schema


def schema_text() -> str:
    """Return the schema as indented JSON."""
    return json.dumps(bundle_schema(), ensure_ascii=False, indent=2)


def schema_of(model: type[Written], title: str) -> str:
    """Return the schema of another file that is written by hand, as indented JSON."""
    return json.dumps(
        {"$schema": DIALECT, **_tidy(model.model_json_schema()), "title": title}, ensure_ascii=False, indent=2
    )


def _tidy(part: Any) -> Any:
    """Drop defaults that mean "left out" and the null that stands for it, and give flags and choices their examples."""
    match part:
        case list():
            return [_tidy(item) for item in part]
        case dict():
            inner = {key: _tidy(held) for key, held in part.items() if key != "properties"}
            return _tidy_object(part | inner)
    return part


def _tidy_object(part: dict[str, Any]) -> dict[str, Any]:
    for name, field in part.get("properties", {}).items():
        part["properties"][name] = _tidy(field)
    _without_null(part)
    if _means_left_out(part.get("default")):
        part.pop("default", None)
    examples = [True] if part.get("type") == "boolean" else part.get("enum")
    if examples:
        part.setdefault("examples", examples)
    return part


def _means_left_out(default: Any) -> bool:
    return default is not False and (default in _NOTHING or isinstance(default, dict | list))


def _without_null(part: dict[str, Any]) -> None:
    """Let `part` say of what may also be null only what else it may be."""
    options = part.get("anyOf")
    if isinstance(options, list) and _NULL in options:
        left = [option for option in options if option != _NULL]
        del part["anyOf"]
        part |= left[0] if len(left) == 1 else {"anyOf": left}
