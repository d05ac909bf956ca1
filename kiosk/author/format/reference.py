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
_REMARKS: Final = {
    "Chart": """\
| `kind` | good for |
| --- | --- |
| `bar` | amounts beside one another: years, places |
| `line` | how something went over time; with `series`, several of them |
| `share` | parts of a whole, as a ring |
| `comparison` | two or more values, one under the other |
| `pictogram` | few that one can count: nine people; with `symbol: dot`, five floors or 12 robots |""",
    "Point": """\
```yaml
points:
  - {label: 2022, value: 384000, derived: true}
  - {label: 2023, value: 500000, at_least: true, highlight: true}
```""",
    "Series": """\
```yaml
series:
  - name: At home
    points: [{label: 2023, value: 40}, {label: 2024, value: 44}]
  - name: Abroad
    points: [{label: 2023, value: 12}, {label: 2024, value: 31}]
```""",
    "Sector": """\
```yaml
sectors:
  - id: harbour
    title: The harbour
    summary: Where the town earns its living.
    colour: "#37C2B2"
    weight: 2
    cover: {image: assets/crane.jpg, alt: A crane over a full barge}
    blocks:
      - stat: {value: 12000, label: barges a year}
      - link: {url: https://example.org/harbour, label: Read on}
```""",
    "Check": """\
```yaml
checks:
  - silence: K412
    reason: The film is the main attraction.
    at: waves
```""",
    "Block": """\
A page may hold any number of them, in any order. Of Markdown a `text` keeps headings, paragraphs, bullets,
numbered items and tables. A paragraph or an item that stands in marks of emphasis as a whole (`**like this**`) is bold;
marks inside of one, links, pictures and HTML are reduced to their words.""",
}


def page_text() -> str:
    """Return the page as Markdown."""
    schema = bundle_schema()
    definitions = {"Content": schema, **schema["$defs"]}
    keys: dict[type[Written], list[str]] = {Content: []}
    _gather(Content, keys)
    titles = {model: _title(model, keys[model]) for model in keys}
    contents = [f"- [{title.replace('`', '')}](#{_anchor(title)})" for title in titles.values()]
    parts = [_ABOUT, "## Every key\n\n" + "\n".join(contents)]
    parts += [_section(model, definitions[model.__name__], titles, keys[model]) for model in keys]
    return "\n\n".join(parts) + "\n"


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


def _section(model: type[Written], schema: dict[str, Any], titles: dict[type[Written], str], keys: list[str]) -> str:
    rows = ["| key | what it is | what to write | example |", "| --- | --- | --- | --- |"]
    for name, shape in shapes(model).items():
        field = schema["properties"][name]
        needed = "**required**" if name in schema.get("required", ()) else _left_out(field, model is Block)
        value = "; ".join(filter(None, (_kind(shape, field, titles), needed)))
        rows.append(_row(f"`{name}`", field.get("description", ""), value, _example(field)))
    level = "###" if model not in (Content, Block) else "##"
    about = textwrap.fill(inspect.getdoc(model) or "", _WIDTH)
    remark = _REMARKS.get(model.__name__, "")
    parts = [f"{level} {titles[model]}", about, "\n".join(rows), *filter(None, [remark])]
    if keys and "```" not in remark:
        parts.append(f"```yaml\n{_cut('text' if model is Block else keys[0])}\n```")
    return "\n\n".join(parts)


def _row(*cells: str) -> str:
    return f"| {' | '.join(cell.replace('|', '&#124;') for cell in cells)} |"


def _kind(shape: Shape, field: dict[str, Any], titles: dict[type[Written], str]) -> str:
    """Return in words what kind of value a field holds, and between which bounds."""
    if shape.model is not None:
        title = titles[shape.model]
        link = f"[{title.replace('`', '')}](#{_anchor(title)})"
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


def _anchor(title: str) -> str:
    """Return the anchor that GitHub gives a heading."""
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")


_ABOUT: Final = """\
<!-- Written by `make docs` from kiosk/author/format/models.py. Change it there. -->
# The format of a booth

Everything that one booth shows is a folder, a **bundle**:

| | |
| --- | --- |
| `content.yaml` | the words, the numbers and the order of things: this page explains every key of it |
| `assets/` | pictures, films and captions |
| `translations/` | the words in other languages: see [translation.md](translation.md) |

`kiosk new my-booth` makes one that is complete and has every kind of block once; [tutorial.md](tutorial.md) goes on
from there. `kiosk check my-booth` says what is wrong, with its line and the cure: see [checks.md](checks.md).
Editors complete and explain the keys with the file `content.schema.json`, which `kiosk new` puts into the folder
and `kiosk schema` prints.

## How one writes

The notation is YAML, or as much of it as is needed:

```yaml
title: The harbour            # a key, a colon, a space, and what it holds; from # on it is a note
cover:                        # what belongs to a key begins two spaces further in
  image: assets/crane.jpg
  alt: A crane over a full barge
blocks:                       # a list: a dash and a space before each item
  - stat: {value: 12000, label: barges a year}     # the same on one line
  - text: |                   # a bar: the lines below are one text
      ## A heading

      A paragraph.
```

- Spaces, never tabs. Keys are written exactly as they stand here, in small letters.
- Words that hold a colon with a space behind it, or a space with a `#` behind it, or that begin with one of
  `" ' # & * ! | > % @ { } [ ] -` go between quotes: `"Our motto: slow and steady"`.
- The file is saved as UTF-8. Anchors, aliases, merges and tags of YAML are not used.

### Words

A plain text is written in the first of the bundle's `languages` and translated in `translations/`. Where that is
less work, one writes all languages in place: `title: {en: River, de: Fluss}`. A language that is left out of such a
map is looked up in `translations/`. A text may have 2,000 characters, a `text` block 20,000; a title under 40 and a
summary under 140 read best. Nothing in a text is ever executed or fetched.

### Files

A path from the bundle's folder, such as `assets/home.jpg`. Files may be written per language as well:
`image: {en: assets/map.en.png, de: assets/map.de.png}`. No file may lie outside the folder.

- **Pictures**: PNG, JPEG, WebP or SVG, of at most 40 million pixels and 64 MiB. 1920 x 1080 is right for most places.
- **Films**: WebM (VP9) or MP4 (H.264), of at most 4096 x 2304 pixels. Few visitors watch more than two minutes.
- **Captions**: WebVTT, one file per language; a film with sound needs them.

### Ids

A name that other lines refer to: small letters, digits and dashes, with a letter first, never twice in a bundle.

### Numbers and dates

Numbers are written plain, with a point before decimals: `500000`, `0.303`. Every language sets its own separators.
A percentage is a fraction: `0.303` with `style: percent` is shown as 30.3 %. Units are those of CLDR: `kilogram`,
`kilometer`, `square-kilometer`, `celsius`, `hour`, `liter`, `megawatt`... Dates are `2024`, `2024-Q1`, `2024-04` or
`2024-04-20`.

### Colours

`"#RRGGBB"`, or `"#RGB"` for short, between quotes because `#` begins a note.

### Languages

Codes of CLDR: `en`, `de`, `pt_BR`, `zh_Hans` (simplified Chinese), `ar`... The direction of the page, digits,
numbers, dates and fonts follow from the code."""


if __name__ == "__main__":
    sys.exit(main())
