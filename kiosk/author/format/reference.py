"""`docs/format.md`, the reference of `content.yaml`, from the models: `python -m kiosk.author.format.reference`.

With `--check` the page is only compared. Examples are cut out of the template of `kiosk new`, so that they are right.
"""

from __future__ import annotations

import inspect
import re
import sys
import textwrap
from pathlib import Path
from typing import Any, Final

from kiosk.author.docs_page import keep_page
from kiosk.author.format.models import Block, Content
from kiosk.author.format.schema import bundle_schema
from kiosk.ground.markup import template
from kiosk.yaml.base import Written
from kiosk.yaml.shape import Shape, shapes

PAGE: Final = Path(__file__).resolve().parents[3] / "docs" / "format.md"
_TEMPLATE: Final = Path(__file__).resolve().parents[2] / "template" / "content.yaml"
_WIDTH: Final = 120

_MARKS: Final = {
    "said": "[words](#words)",
    "markdown": "[words](#words)",
    "image": "[a picture file](#files)",
    "film": "[a film file](#files)",
    "captions": "[caption files](#files), one per language",
    "sector": "[an id](#ids)",
    "block": "[an id](#ids)",
    "opens": "[an id](#ids), or a page",
    "stat": "[the id](#ids) of a stat",
    "languages": "[codes of languages](#languages)",
}
_FORMATS: Final = {
    "uri": "an address that begins with `https://` or `http://`",
    "phone": "a telephone number",
    "email": "an e-mail address",
}
_PATTERNS: Final = {"^#": "[a colour](#colours)", "^K": "a code of [checks.md](checks.md)"}
_TYPES: Final = {
    "boolean": "`true` or `false`",
    "integer": "[a number](#numbers-and-dates)",
    "number": "[a number](#numbers-and-dates)",
    "object": "a map of scripts to fonts",
    "string": "[a unit](#numbers-and-dates)",
}


def page_text() -> str:
    """Return the page as Markdown."""
    schema = bundle_schema()
    definitions = {"Content": schema, **schema["$defs"]}
    keys: dict[type[Written], list[str]] = {Content: []}
    _gather(Content, keys)
    titles = {model: _title(model, keys[model]) for model in keys}
    sections = [_section(model, definitions[model.__name__], titles, keys[model]) for model in keys]
    return template(Path(__file__).with_suffix(".jinja")).render(sections=sections, link=_link, example=_cut)


def main(arguments: list[str] | None = None) -> int:
    """Write the page, or say whether it is up to date; return the exit code."""
    return keep_page("kiosk.author.format.reference", PAGE, page_text, arguments)


def _gather(model: type[Written], keys: dict[type[Written], list[str]]) -> None:
    """Add the models inside of `model`, each with the keys that hold it."""
    for key, shape in shapes(model).items():
        if shape.model is not None:
            is_new = shape.model not in keys
            known = keys.setdefault(shape.model, [])
            known += [] if key in known else [key]
            if is_new:
                _gather(shape.model, keys)


def _title(model: type[Written], keys: list[str]) -> str:
    """Return a heading: the keys of `model` and how its docstring begins."""
    about = re.split(r"[.:]", inspect.getdoc(model) or "")[0]
    return f"{', '.join(f'`{key}`' for key in keys)}: {about[:1].lower()}{about[1:]}" if keys else about


def _section(
    model: type[Written], schema: dict[str, Any], titles: dict[type[Written], str], keys: list[str]
) -> dict[str, object]:
    return {
        "model": model.__name__,
        "level": "##" if model in (Content, Block) else "###",
        "title": titles[model],
        "about": textwrap.fill(inspect.getdoc(model) or "", _WIDTH),
        "rows": [_row(model, name, schema, titles) for name in shapes(model)],
        "key": "text" if model is Block else next(iter(keys), ""),
    }


def _row(model: type[Written], name: str, schema: dict[str, Any], titles: dict[type[Written], str]) -> list[str]:
    field = schema["properties"][name]
    needed = "**required**" if name in schema.get("required", ()) else _left_out(field, model is Block)
    value = "; ".join(filter(None, (_kind(shapes(model)[name], field, titles), needed)))
    return [f"`{name}`", field.get("description", ""), value, _example(field)]


def _kind(shape: Shape, field: dict[str, Any], titles: dict[type[Written], str]) -> str:
    """Return in words what kind of value a field holds, and between which bounds."""
    if shape.model is not None:
        link = _link(titles[shape.model])
        return f"a list{_count(field)}: {link}" if shape.many else link
    if shape.mark is not None:
        return _MARKS[shape.mark]
    if "enum" in field:
        return "one of " + ", ".join(f"`{choice}`" for choice in field["enum"])
    if "const" in field:
        return f"`{field['const']}`"
    named = (_FORMATS.get(field.get("format", "")), _PATTERNS.get(str(field.get("pattern", ""))[:2]))
    return next(filter(None, named), "") or _plain_kind(field)


def _plain_kind(field: dict[str, Any]) -> str:
    if "anyOf" in field:
        return "[a date](#numbers-and-dates)"
    if field.get("minLength"):
        return "plain words"
    return _TYPES[field["type"]] + _bounds(field)


def _bounds(field: dict[str, Any]) -> str:
    if "minimum" in field and "maximum" in field:
        return f" from {field['minimum']} to {field['maximum']}"
    return " above 0" if field.get("exclusiveMinimum") == 0 else ""


def _count(field: dict[str, Any]) -> str:
    least, most = field.get("minItems"), field.get("maxItems")
    return f" of {least} to {most:,}" if least and most else ""


def _left_out(field: dict[str, Any], one_of_many: bool) -> str:
    if "default" in field:
        default = field["default"]
        written = f"{default:g}" if isinstance(default, float) else str(default)
        return f"left out: `{written.lower() if isinstance(default, bool) else written}`"
    return "" if one_of_many else "optional"


def _example(field: dict[str, Any]) -> str:
    examples = [] if "enum" in field or field.get("type") == "boolean" else field.get("examples", [])
    return ", ".join(f"`{_yaml(example)}`" for example in examples[:4])


def _yaml(value: Any) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_yaml, value))}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_yaml(inner)}" for key, inner in value.items()) + "}"
    text = str(value).split("\n")[0]
    return f'"{text}"' if text.startswith("#") and not text.startswith("##") else text


def _cut(key: str) -> str:
    """Return the lines of the template from the first `key` to the end of what belongs to it."""
    lines = _TEMPLATE.read_text("utf-8").splitlines()
    start = next((number for number, line in enumerate(lines) if re.match(rf"({key}|      - {key}):", line)), None)
    if start is None:
        raise LookupError(f"{_TEMPLATE} has no example of `{key}`: write one, or a remark on it above")
    depth = _depth(lines[start])
    rest = lines[start + 1 :]
    end = next((number for number, line in enumerate(rest) if line.strip() and _depth(line) <= depth), len(rest))
    return textwrap.dedent("\n".join(lines[start : start + 1 + end])).rstrip()


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())


def _link(title: str) -> str:
    """Return a link to a heading, by the anchor that GitHub gives it."""
    anchor = re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")
    return f"[{title.replace('`', '')}](#{anchor})"


if __name__ == "__main__":
    sys.exit(main())
