"""Changes single values in the text of `booth.yaml`; all else stays as it was written, and no comment is lost."""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

import yaml

from kiosk.ground.errors import KioskError

_PLAIN: Final = re.compile(r"[A-Za-z][\w-]*|-?\d+(\.\d+)?", re.ASCII)
_WORDS: Final = {"true", "false", "null", "yes", "no", "on", "off", "y", "n"}
_COMMENT: Final = re.compile(r"#[^\r\n]*")
_BLOCK_TEXT: Final = re.compile(r"[|>][^\r\n#]*")
_BOM: Final = "\ufeff"
_MOST_DEEP: Final = 32


@dataclass(frozen=True)
class _Part:
    """A value in the text, as offsets; `entries` is what a mapping holds, and None for anything else."""

    begin: int
    end: int
    flow: bool = False
    entries: tuple[_Entry, ...] | None = None


@dataclass(frozen=True)
class _Entry:
    """A key and its value; `colon` is the end of the colon between them, `column` that of the key, from 0."""

    key: str
    begin: int
    colon: int
    column: int
    value: _Part


def edit(text: str, changes: Mapping[str, object]) -> str:
    """Return `text` with each value of `changes` at its place, named `key` or `section.key`; None takes a key out.

    Raises KioskError where the text cannot be read as keys and values.
    """
    start = _BOM if text.startswith(_BOM) else ""
    text = text.removeprefix(_BOM)
    for name, value in changes.items():
        sheet = _Sheet(text)
        if sheet.root.entries is None:
            sheet = _Sheet(f"{text}{_break_before(text, len(text), sheet.newline)}booth: 1{sheet.newline}")
        path = tuple(name.split("."))
        text = sheet.without(path) if value is None else sheet.put(path, written(value))
    return start + text


def written(value: object) -> str:
    """Return a value as one writes it."""
    match value:
        case bool():
            return "true" if value else "false"
        case float() if value.is_integer():
            return str(int(value))
        case int() | float():
            return str(value)
        case list() | tuple():
            return f"[{', '.join(written(item) for item in value)}]"
    text = str(value)
    if _PLAIN.fullmatch(text) and text.lower() not in _WORDS:
        return text
    return json.dumps(text, ensure_ascii=False)


class _Sheet:
    """A text with the places of its values and comments."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.newline = "\r\n" if "\r\n" in text else "\n"
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        try:
            self._tokens = [(_at(token.start_mark), _at(token.end_mark), token) for token in yaml.scan(text, loader)]
            self._colons = [end for _, end, token in self._tokens if isinstance(token, yaml.ValueToken)]
            self.root = self._read(yaml.parse(text, loader))
        except yaml.YAMLError as error:
            raise _unreadable() from error

    # Reading.

    def _read(self, events: Iterator[Any]) -> _Part:
        """Return the first document; `end_of_text` is where it ends."""
        root = _Part(0, 0)
        self.end_of_text = len(self.text)
        for event in events:
            if isinstance(event, yaml.NodeEvent):
                root = self._part(event, events, 0)
            elif isinstance(event, yaml.DocumentEndEvent) and event.explicit:
                self.end_of_text = _at(event.start_mark)
                break
        return root

    def _part(self, event: Any, events: Iterator[Any], depth: int) -> _Part:
        begin, end = _at(event.start_mark), _at(event.end_mark)
        if depth > _MOST_DEEP:
            raise _unreadable()
        if isinstance(event, yaml.ScalarEvent):
            return _Part(begin, begin + len(self.text[begin:end].rstrip()))
        if not isinstance(event, yaml.CollectionStartEvent):
            return _Part(begin, end)
        entries: list[_Entry] = []
        flow, is_map = bool(event.flow_style), isinstance(event, yaml.MappingStartEvent)
        last = end
        while not isinstance(event := next(events), yaml.CollectionEndEvent):
            part = self._part(event, events, depth + 1)
            if is_map:
                key, part = part, self._part(next(events), events, depth + 1)
                entries.append(self._entry(event, key, part))
            last = part.end
        return _Part(begin, _at(event.end_mark) if flow else last, flow, tuple(entries) if is_map else None)

    def _entry(self, event: Any, key: _Part, value: _Part) -> _Entry:
        number = bisect_left(self._colons, key.end)
        colon = self._colons[number] if number < len(self._colons) else len(self.text)
        if not isinstance(event, yaml.ScalarEvent) or colon > max(value.begin, value.end):
            raise _unreadable()
        mark: Any = event.start_mark
        return _Entry(event.value, key.begin, colon, mark.column, value)

    # Changing.

    def put(self, path: tuple[str, ...], value: str) -> str:
        """Return the text with `value` at `path`."""
        found = _find(self.root, path)
        if found is not None:
            return self._replaced(found, value)
        if len(path) == 1:
            return self._added(self.root, path[0], value, self.end_of_text)
        section = _find(self.root, path[:1])
        if section is None:
            inner = f"{{{path[1]}: {value}}}" if self.root.flow else f"{self.newline}{self._deeper()}{path[1]}: {value}"
            return self._added(self.root, path[0], inner, self.end_of_text)
        if section.value.entries is not None:
            return self._added(section.value, path[1], value, self._end_of_line(section.value.end))
        if self.text[section.value.begin : section.value.end] not in ("", "~", "null"):
            raise _unreadable()
        if section.value.begin < section.value.end or self.root.flow:
            return self._replaced(section, f"{{{path[1]}: {value}}}")
        at = self._end_of_line(section.colon)
        return f"{self.text[:at]}{self.newline}{self._deeper()}{path[1]}: {value}{self.text[at:]}"

    def without(self, path: tuple[str, ...]) -> str:
        """Return the text without the key at `path`, and without its section where nothing else is in that."""
        found = _find(self.root, path)
        if found is None:
            return self.text
        owner = _find(self.root, path[:-1]) if path[:-1] else None
        around = owner.value if owner is not None else self.root
        if owner is not None and len(around.entries or ()) == 1:
            return self.without(path[:-1])
        begin, end = found.begin, found.value.end
        if around.flow:
            begin, end = self._with_comma(begin, end)
        return self._cut(begin, end, found.column, "")

    def _replaced(self, entry: _Entry, value: str) -> str:
        return self._cut(entry.colon, entry.value.end, entry.column, f" {value}")

    def _cut(self, begin: int, end: int, column: int, instead: str) -> str:
        """Put `instead` in the place of a span; the comments in it come after that, each on its line."""
        comments = list(self._comments(begin, end))
        line_end = self._end_of_line(end)
        rest = self.text[end:line_end]
        if comments and rest.strip():
            comments.append(rest.strip())
            end = line_end
        before = self.text[:begin]
        first = not instead and not before.rpartition("\n")[2].strip()
        if first and not comments and (not rest.strip() or rest.lstrip().startswith("#")):
            if rest.strip():
                return before + rest.lstrip() + self.text[line_end:]
            return before.rstrip(" \t") + self.text[line_end:].removeprefix("\r").removeprefix("\n")
        gap = "" if first or not comments else " "
        return before + instead + gap + f"{self.newline}{' ' * column}".join(comments) + self.text[end:]

    def _added(self, around: _Part, key: str, value: str, end: int) -> str:
        """Put a key behind the others of a mapping, which ends at `end` where it is written without braces."""
        text, entries = self.text, around.entries or ()
        gap = "" if value.startswith(("\n", "\r")) else " "
        if not around.flow:
            column = entries[0].column if entries else 0
            after = text[end:] or self.newline
            line = f"{_break_before(text, end, self.newline)}{' ' * column}{key}:{gap}{value}"
            return text[:end] + line + (after if after.startswith(("\n", "\r")) else self.newline + after)
        if not entries:
            return f"{text[: around.begin + 1]}{key}: {value}{text[around.begin + 1 :]}"
        last = entries[-1].value
        blank = " " if last.begin == last.end else ""
        return f"{text[: last.end]}{blank}, {key}: {value}{text[last.end :]}"

    def _deeper(self) -> str:
        """Return the indentation of keys in a new section."""
        entries = self.root.entries or ()
        return " " * (2 + (entries[0].column if entries else 0))

    def _end_of_line(self, at: int) -> int:
        found = re.compile(r"\r|\n").search(self.text, at)
        return found.start() if found else len(self.text)

    def _comments(self, begin: int, end: int) -> Iterator[str]:
        """Yield the comments between two places: what begins with # between tokens, or behind the mark of a text."""
        at = begin
        for start, stop, token in self._tokens:
            if not begin <= start < min(stop, end):
                continue
            yield from _COMMENT.findall(self.text[at:start])
            if isinstance(token, yaml.ScalarToken) and token.style in ("|", ">"):
                mark = _BLOCK_TEXT.match(self.text, start)
                yield from _COMMENT.findall(self.text[mark.end() : self._end_of_line(start)] if mark else "")
            at = stop
        yield from _COMMENT.findall(self.text[at:end])

    def _with_comma(self, begin: int, end: int) -> tuple[int, int]:
        """Return a span of a mapping in braces together with one comma beside it."""
        marks = [
            (start, stop, isinstance(token, yaml.FlowEntryToken))
            for start, stop, token in self._tokens
            if isinstance(token, yaml.FlowEntryToken | yaml.FlowMappingEndToken)
        ]
        comma_end = next(stop if is_comma else 0 for start, stop, is_comma in marks if start >= end)
        commas = [start for start, stop, is_comma in marks if stop <= begin and is_comma]
        return (begin, comma_end) if comma_end else (max(commas, default=begin), end)


def _find(root: _Part, path: tuple[str, ...]) -> _Entry | None:
    found: _Entry | None = None
    for step in path:
        found = next((entry for entry in root.entries or () if entry.key == step), None)
        if found is None:
            return None
        root = found.value
    return found


def _at(mark: Any) -> int:
    return int(mark.index)


def _break_before(text: str, at: int, newline: str) -> str:
    return newline if at and text[at - 1] not in "\r\n" else ""


def _unreadable() -> KioskError:
    what = "the settings cannot be changed, because the file has mistakes or is written in an unusual way"
    return KioskError(what, "See `kiosk settings check`, or change it in an editor.", "K904")
