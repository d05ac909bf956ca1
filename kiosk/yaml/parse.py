"""YAML text into a tree of our own, every node with its place in the file.

Only the events of the parser are used: no object is built from a tag, no alias is expanded, no scalar is guessed to be
a date or a truth value. Scalars stay text and the schema gives them a type. Depth, size, node count and the length of
a scalar are bounded, and the parser is left as soon as a bound is passed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, NoReturn, TypeAlias, TypeGuard

import yaml
from msgspec import Struct

from kiosk.ground.words import quote
from kiosk.yaml.slips import swallows_lines, words_above
from kiosk.yaml.source import Source
from kiosk.yaml.yaml_words import explain

MAX_BYTES: Final = 16 * 1024 * 1024
MAX_DEPTH: Final = 32
MAX_NODES: Final = 500_000
MAX_SCALAR: Final = 20_000
_MOST_CHARACTERS_REPORTED: Final = 20
_MOST_PROBLEMS: Final = 1_000

_LINE_BREAK: Final = re.compile(r"\r\n|\r|\n")
_NOT_YAML: Final = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_HEADING: Final = re.compile(r"(\s+)##+ \S")
_TIGHT: Final = re.compile(r"([A-Za-z_]{2,}):([^/\s].*)", re.DOTALL)
_LOST: Final = re.compile(r" #[^\s#]")
_QUOTE_IT: Final = "If it belongs to the text, put quotes around the text; else write the value out."
_LOOKED_AT: Final = 2_000
_NOT_TEXT: Final = {
    b"pk\x03\x04": "a ZIP archive, or a document of an office program",
    b"\xd0\xcf\x11\xe0": "a document of an office program",
    b"{\\rtf": "a document of a word processor",
    b"%pdf-": "a PDF",
    b"<!doctype": "a web page",
    b"<html": "a web page",
}
_BYTE_ORDER_MARKS: Final = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")


class Scalar(Struct, frozen=True):
    """A text. `plain` says that it stands without quotes; `broken` that its mistake is already reported."""

    text: str
    line: int
    column: int
    plain: bool = True
    broken: bool = False

    @property
    def is_blank(self) -> bool:
        """Whether nothing was written here."""
        return self.plain and self.text in ("", "~", "null", "Null", "NULL")


class Sequence(Struct, frozen=True):
    """A list."""

    items: list[Node]
    line: int
    column: int


class Mapping(Struct, frozen=True):
    """Keys and what they hold, in the order written; `keys` has the place of each key."""

    entries: dict[str, Node]
    keys: dict[str, Scalar]
    line: int
    column: int

    def scalar(self, name: str) -> Scalar | None:
        """Return the text under a key, or None where there is none."""
        value = self.entries.get(name)
        return value if isinstance(value, Scalar) else None


Node: TypeAlias = Scalar | Sequence | Mapping


def is_text(node: Node | None) -> TypeGuard[Scalar]:
    """Whether a text that can be used was written here."""
    return isinstance(node, Scalar) and not node.broken and not node.is_blank and bool(node.text)


def texts_at(node: Node | None) -> list[Scalar]:
    """Return the texts at a place: all of a map, or the one that stands there."""
    return list(filter(is_text, node.entries.values() if isinstance(node, Mapping) else (node,)))


class _TooMuchError(Exception):
    """A bound was passed; the problem is already reported."""


def read_source(file: Path, max_bytes: int = MAX_BYTES) -> Source:
    """Read a text file that must be UTF-8; what is wrong with its bytes and characters is among its problems."""
    source = Source(file)
    try:
        if file.is_file():
            with file.open("rb") as stream:
                _take(stream.read(max_bytes + 1), source, max_bytes)
        else:
            source.report(0, 0, f"`{file.name}` is not a file", "Put an ordinary text file there.", code="K101")
    except OSError as error:
        source.report(0, 0, f"the file cannot be read: {error.strerror}", "Check its permissions.", code="K101")
    return source


def source_of(data: bytes, file: Path, max_bytes: int = MAX_BYTES) -> Source:
    """Return the same of bytes that are, or are to become, the text of `file`."""
    source = Source(file)
    _take(data, source, max_bytes)
    return source


def parse_yaml(source: Source, if_empty: str) -> Node | None:
    """Return the tree that `source` holds, or None where there is none; mistakes are reported to the source.

    `if_empty` is what somebody should do whose file has nothing in it.
    """
    text = "\n".join(source.lines)
    if not text.strip():
        source.report(0, 0, "the file is empty", if_empty, code="K104")
        return None
    try:
        return _Builder(source).build(yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))
    except yaml.MarkedYAMLError as error:
        slip = explain(error, source.lines)
        source.error(slip, slip.code, slip.what, slip.cure)
    except yaml.YAMLError:
        source.report(0, 0, "the file is not YAML", "Compare it with the example in the README.", code="K106")
    except _TooMuchError:
        pass
    return None


@dataclass
class _Open:
    """What is not closed yet, with the key that waits for its value; `begun_again`: its first key came once more."""

    node: Sequence | Mapping
    key: Scalar | None = None
    begun_again: bool = False


class _Builder:
    """Puts events together to a tree."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.open: list[_Open] = []
        self.root: Node | None = None
        self.nodes = 0
        self.documents = 0
        self.headings = any(_HEADING.match(line) for line in source.lines)
        self.hashes = {number for number, line in enumerate(source.lines, 1) if _LOST.search(line)}

    def build(self, events: Iterator[yaml.Event]) -> Node | None:
        for event in events:
            if isinstance(event, yaml.NodeEvent):
                self._add(self._node(event, _place(event.start_mark)))
            elif isinstance(event, yaml.CollectionEndEvent):
                self.open.pop()
            elif isinstance(event, yaml.DocumentStartEvent):
                self._begin_document(_place(event.start_mark))
        return self.root

    def _begin_document(self, at: Scalar) -> None:
        self.documents += 1
        if self.documents > 1:
            self._give_up(at, "K106", "a second document begins here", "Take the line `---` out.")

    def _give_up(self, at: Scalar, code: str, what: str, cure: str) -> NoReturn:
        self.source.error(at, code, what, cure)
        raise _TooMuchError

    def _node(self, event: yaml.NodeEvent, at: Scalar) -> Node:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            self._give_up(at, "K117", f"there are more than {MAX_NODES} values in this file", "Split the booth.")
        if len(self.open) >= MAX_DEPTH:
            cure = "Take the surplus brackets or list marks away."
            self._give_up(at, "K117", f"this is nested more than {MAX_DEPTH} levels deep", cure)
        spoiled = self._report_spoiled(event, at)
        if isinstance(event, yaml.AliasEvent):
            return Scalar("", at.line, at.column, broken=True)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, at, spoiled)
        if isinstance(event, yaml.MappingStartEvent):
            return Mapping({}, {}, at.line, at.column)
        return Sequence([], at.line, at.column)

    def _report_spoiled(self, event: yaml.NodeEvent, at: Scalar) -> bool:
        """Report what YAML can do and we do not; return whether there is such a thing."""
        tag: str | None = getattr(event, "tag", None)  # an alias and the two beginnings of the C parser may have none
        if event.anchor is None and tag is None:
            return False
        self._stop_at_many()
        if event.anchor is not None:
            sign, kind = ("*", "alias") if isinstance(event, yaml.AliasEvent) else ("&", "anchor")
            self.source.error(at, "K116", f"`{sign}{event.anchor}` is an {kind}, which is not used here", _QUOTE_IT)
        if tag is not None:
            cure = "Take it out, or put quotes around the text."
            self.source.error(at, "K116", f"{quote(tag)} is a tag, which is not used here", cure)
        return True

    def _stop_at_many(self) -> None:
        if len(self.source.problems) > _MOST_PROBLEMS:
            raise _TooMuchError

    def _scalar(self, event: yaml.ScalarEvent, at: Scalar, spoiled: bool) -> Scalar:
        if len(event.value) > MAX_SCALAR:
            self._stop_at_many()
            self.source.error(at, "K210", f"this text is longer than {MAX_SCALAR} characters", "Shorten it.")
            return Scalar("", at.line, at.column, broken=True)
        end, plain = _place(event.end_mark), event.style in (None, "")
        if plain and event.value:
            self._look_above(at)
            self._look_behind(end)
        elif event.style in ("'", '"') and swallows_lines(self.source.lines, at.line, end.line):
            what = f"the quote that opens here is closed only on line {end.line}, and all between is part of the text"
            self._give_up(at, "K109", what, f"Close it on this line: put {event.style} where the text ends.")
        return Scalar(event.value, at.line, at.column, plain, spoiled)

    def _look_above(self, at: Scalar) -> None:
        """Warn of a heading of Markdown right above a text in the same column, which is a comment."""
        above = words_above(self.source.lines, at.line) if self.headings else 0
        heading = _HEADING.match(self.source.line(above))
        if heading and heading.end(1) == at.column - 1:
            what = f"{quote(self.source.line(above).strip())} is read as a comment, not as a heading"
            cure = "Write `|` after the key of this text: `text: |`."
            self.source.report(above, at.column, what, cure, "warning", "K120")

    def _look_behind(self, end: Scalar) -> None:
        """Warn of a `#` that was probably meant as part of the text: `title: Hall #3` is only `Hall`."""
        line = self.source.line(end.line) if end.line in self.hashes else ""
        if _LOST.match(line, end.column - 1):
            what = f"{quote(line[end.column - 1 :].strip())} is read as a comment, not as a part of the text"
            cure = "Put quotes around the text, or a space after the #."
            self.source.report(end.line, end.column + 1, what, cure, "warning", "K120")

    def _add(self, node: Node) -> None:
        if not self.open:
            self.root = node
        else:
            self._add_to(self.open[-1], node)
        if not isinstance(node, Scalar):
            self.open.append(_Open(node))

    def _add_to(self, parent: _Open, node: Node) -> None:
        if isinstance(parent.node, Sequence):
            parent.node.items.append(node)
        elif parent.key is None:
            parent.key = self._key(node)
        else:
            self._put(parent, parent.node, parent.key, node)
            parent.key = None

    def _key(self, node: Node) -> Scalar:
        if isinstance(node, Scalar):
            return node
        what = "a list or a mapping stands where a key is expected"
        self.source.error(node, "K118", what, "Write `key: value`, with a word as the key.")
        return Scalar("", node.line, node.column, broken=True)

    def _put(self, parent: _Open, mapping: Mapping, key: Scalar, node: Node) -> None:
        key, node = self._parted(mapping, key, node)
        if key.broken:
            return
        if key.text == "<<" and key.plain:
            self.source.error(key, "K116", "`<<` (a merge) is not used here", "Write the keys out.")
        elif key.text in mapping.keys:
            self._report_twice(parent, mapping, key)
        else:
            mapping.keys[key.text] = key
            mapping.entries[key.text] = node

    def _parted(self, mapping: Mapping, key: Scalar, node: Node) -> tuple[Scalar, Node]:
        """Return a key and its value; of a key that holds its value, as a space is missing, its two parts."""
        is_alone = key.plain and isinstance(node, Scalar) and node.is_blank
        tight = _TIGHT.fullmatch(key.text) if is_alone else None
        if not tight or tight[1] in mapping.keys:
            return key, node
        value = Scalar(tight[2], key.line, key.column + len(tight[1]) + 1, broken=True)
        cure = f"Write {quote(f'{tight[1]}: {tight[2]}')}, with a space after the colon."
        self.source.error(value, "K108", "a space is missing after this colon", cure)
        return Scalar(tight[1], key.line, key.column), value

    def _report_twice(self, parent: _Open, mapping: Mapping, key: Scalar) -> None:
        """Report a key that stands twice; where an item of a list begins again, that is one mistake, not one a key."""
        first, cure = mapping.keys[key.text], "Keep one of the two."
        if len(self.open) > 1 and isinstance(self.open[-2].node, Sequence):
            if parent.begun_again:
                return
            if first is next(iter(mapping.keys.values())):
                parent.begun_again = True
                cure = "If another item of the list begins here, write `- ` before it; else keep one of the two."
        what = f"{quote(key.text)} is written twice: first on line {first.line}, and here again"
        self.source.error(key, "K119", what, cure)


def _place(mark: Any) -> Scalar:
    """Return where a mark of the parser is, which counts from 0."""
    return Scalar("", mark.line + 1, mark.column + 1)


def _take(data: bytes, source: Source, max_bytes: int) -> None:
    """Fill `source` with the lines of `data`, and report what is wrong with its bytes and characters."""
    if len(data) > max_bytes:
        size = f"{max_bytes // 1024 // 1024} MiB" if max_bytes >= 1024 * 1024 else f"{max_bytes // 1024} KiB"
        source.report(0, 0, f"the file is larger than {size}", "Make it smaller.", code="K102")
        return
    text = _decode(data, source)
    if text is not None:
        source.lines.extend(_LINE_BREAK.split(text))
        _report_characters(source)


def _decode(data: bytes, source: Source) -> str | None:
    start = data[:_LOOKED_AT].lstrip().lower()
    kind = next((kind for magic, kind in _NOT_TEXT.items() if start.startswith(magic)), "")
    if kind:
        what, cure = f"the file is {kind}, not plain text", "Save it as plain text (UTF-8), from a text editor."
        source.report(1, 1, what, cure, code="K103")
        return None
    if data.startswith(_BYTE_ORDER_MARKS) or data.count(b"\0", 0, _LOOKED_AT) * 3 > min(len(data), _LOOKED_AT):
        source.report(1, 1, "the file is saved as UTF-16 or UTF-32", "Save it as UTF-8.", code="K103")
        return None
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        lines = _LINE_BREAK.split(data[: error.start].decode("utf-8"))
        source.lines[:] = _LINE_BREAK.split(data.decode("utf-8", "replace"))
        what = f"the byte 0x{data[error.start]:02X} is not UTF-8"
        source.report(len(lines), len(lines[-1]) + 1, what, "Save the file as UTF-8 in your editor.", code="K103")
        source.lines.clear()
        return None


def _report_characters(source: Source) -> None:
    """Report the characters that no YAML file may hold, and put spaces in their place so that the rest can be read."""
    matches = ((number, _NOT_YAML.search(line)) for number, line in enumerate(source.lines, 1))
    found = [(number, match) for number, match in matches if match]
    for number, match in found[:_MOST_CHARACTERS_REPORTED]:
        what = f"the character U+{ord(match[0]):04X} is invisible and may not stand here"
        source.report(number, match.start() + 1, what, "Delete it.", code="K105")
    for number, match in found:
        source.lines[number - 1] = _NOT_YAML.sub(" ", match.string)
