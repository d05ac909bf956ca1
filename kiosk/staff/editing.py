"""Changes single values in the text of `booth.yaml`; everything else in it stays as it was written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import yaml

from kiosk.errors import KioskError

_PLAIN: Final = re.compile(r"[A-Za-z][\w-]*|-?\d+(\.\d+)?", re.ASCII)
_WORDS: Final = {"true", "false", "null", "yes", "no", "on", "off", "y", "n"}


@dataclass(frozen=True)
class Span:
    """Where a value stands, as offsets; `column` is that of a mapping's keys, `last` where its last value ends."""

    begin: int
    end: int
    flow: bool = False
    column: int = 0
    empty: bool = False


@dataclass
class _Level:
    """A mapping or list that is not closed yet, with the key that waits for its value."""

    path: tuple[str, ...]
    begin: int
    is_map: bool
    flow: bool
    key: str | None = None
    column: int = 0
    empty: bool = True


def edit(text: str, changes: Mapping[str, object]) -> str:
    """Return `text` with each value of `changes` at its place, named `key` or `section.key`.

    Raises KioskError where the text cannot be read as mappings of keys.
    """
    for name, value in changes.items():
        text = _put(text, tuple(name.split(".")), _written(value))
    return text


def _put(text: str, path: tuple[str, ...], value: str) -> str:
    spans = _spans(text)
    if path in spans:
        at = spans[path]
        gap = "" if at.begin == 0 or text[at.begin - 1] in " \n[{" else " "
        return text[: at.begin] + gap + value + text[at.end :]
    section = spans.get(path[:1]) if len(path) > 1 else None
    if section is not None and (section.flow or section.empty or section.column):
        return _add(text, section, path[-1], value)
    if section is not None:  # a section with nothing in it
        return text[: section.begin] + f"\n  {path[-1]}: {value}" + text[section.end :]
    end = "" if not text or text.endswith("\n") else "\n"
    return f"{text}{end}{path[0]}: {value}\n" if len(path) == 1 else f"{text}{end}{path[0]}:\n  {path[1]}: {value}\n"


def _add(text: str, section: Span, key: str, value: str) -> str:
    if section.flow:
        inside = text[: section.end - 1].rstrip().rstrip(",")
        comma = "" if section.empty else ", "
        return f"{inside}{comma}{key}: {value}{text[section.end - 1 :]}"
    end = text.find("\n", section.end)
    end = len(text) if end < 0 else end
    return f"{text[:end]}\n{' ' * section.column}{key}: {value}{text[end:]}"


def _written(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case int() | float():
            return f"{value:g}"
        case list() | tuple():
            return f"[{', '.join(_written(item) for item in value)}]"
    text = str(value)
    if _PLAIN.fullmatch(text) and text.lower() not in _WORDS:
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'


def _spans(text: str) -> dict[tuple[str, ...], Span]:
    """Return where each value stands, by its path of keys, two deep; mappings end where their last value does."""
    try:
        events = list(yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))
    except yaml.YAMLError as error:
        raise KioskError(
            "the settings cannot be changed, because the file has mistakes", "See `kiosk settings check`."
        ) from error
    found: dict[tuple[str, ...], Span] = {}
    stack: list[_Level] = []
    last = 0
    for event in events:
        begin: Any = event.start_mark
        end: Any = event.end_mark
        match event:
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                is_map = isinstance(event, yaml.MappingStartEvent)
                stack.append(_Level(_path(stack), begin.index, is_map, bool(event.flow_style)))
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                done = stack.pop()
                last = end.index if done.flow else last
                if done.path:
                    found[done.path] = Span(done.begin, last, done.flow, done.column, done.empty)
                _close(stack)
            case yaml.ScalarEvent():
                if stack and stack[-1].is_map and stack[-1].key is None:
                    stack[-1].key, stack[-1].column, stack[-1].empty = event.value, begin.column, False
                else:
                    if path := _path(stack):
                        found[path] = Span(begin.index, end.index)
                    _close(stack)
                last = end.index
    return found


def _path(stack: list[_Level]) -> tuple[str, ...]:
    keys = [level.key for level in stack if level.is_map and level.key is not None]
    return tuple(keys) if len(keys) == len(stack) else ()


def _close(stack: list[_Level]) -> None:
    """Note that the value of the key that waits has ended."""
    if stack:
        stack[-1].key = None
