"""YAML text into a tree of our own, every node with its place in the file.

Only the events of the parser are used: no object is built from a tag, no alias is expanded, no scalar is guessed to be
a date or a truth value. Scalars stay text and the schema gives them a type. Depth, size, node count and the length of
a scalar are bounded, and the parser is left as soon as a bound is passed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, NoReturn, TypeAlias

import yaml
from msgspec import Struct

from kiosk.bundle.format.slips import swallows_lines
from kiosk.bundle.format.source import Source
from kiosk.bundle.format.yaml_words import explain
from kiosk.ground.words import quote

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


Node: TypeAlias = Scalar | Sequence | Mapping


class _TooMuchError(Exception):
    """A bound was passed; the problem is already reported."""


def read_source(file: Path, max_bytes: int = MAX_BYTES) -> Source:
    """Read a text file that must be UTF-8; what is wrong with its bytes and characters is among its problems."""
    source = Source(file)
    try:
        if not file.is_file():
            source.report(0, 0, f"`{file.name}` is not a file", "Put an ordinary text file there.", code="K101")
            return source
        with file.open("rb") as stream:
            data = stream.read(max_bytes + 1)
    except OSError as error:
        source.report(0, 0, f"the file cannot be read: {error.strerror}", "Check its permissions.", code="K101")
        return source
    _take(data, source, max_bytes)
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
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return _Builder(source).build(yaml.parse(text, Loader=loader))
    except yaml.MarkedYAMLError as error:
        place, what, cure, code = explain(error, source.lines)
        source.report(place[0], place[1], what, cure, code=code)
    except yaml.YAMLError:
        source.report(0, 0, "the file is not YAML", "Compare it with the example in the README.", code="K106")
    except _TooMuchError:
        pass
    return None


class _Builder:
    """Puts events together to a tree. `open` holds what is not closed yet, with the key that waits for its value."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.open: list[tuple[Sequence | Mapping, list[Scalar]]] = []
        self.root: Node | None = None
        self.nodes = 0
        self.begun_again: set[int] = set()
        self.headings = any(_HEADING.match(line) for line in source.lines)
        self.hashes = {number for number, line in enumerate(source.lines) if _LOST.search(line)}

    def build(self, events: Iterator[yaml.Event]) -> Node | None:
        documents = 0
        for event in events:
            mark: Any = event.start_mark
            if isinstance(event, yaml.NodeEvent):
                self._add(self._node(event, mark.line + 1, mark.column + 1))
            elif isinstance(event, yaml.CollectionEndEvent):
                self.open.pop()
            elif isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    what, cure = "a second document begins here", "Take the line `---` out."
                    self.source.report(mark.line + 1, mark.column + 1, what, cure, code="K106")
                    raise _TooMuchError
        return self.root

    def _node(self, event: yaml.NodeEvent, line: int, column: int) -> Node:
        self.nodes += 1
        if self.nodes > MAX_NODES or len(self.open) >= MAX_DEPTH:
            self._report_too_much(line, column)
        # The attributes of the C parser's events: an alias and the two beginnings have no value.
        spoiled = event.anchor is not None or getattr(event, "tag", None) is not None
        if spoiled and self._report_spoiled(event, line, column):
            return Scalar("", line, column, broken=True)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, line, column, spoiled)
        return (
            Mapping({}, {}, line, column) if isinstance(event, yaml.MappingStartEvent) else Sequence([], line, column)
        )

    def _report_too_much(self, line: int, column: int) -> NoReturn:
        if self.nodes > MAX_NODES:
            what, cure = f"there are more than {MAX_NODES} values in this file", "Split the booth."
        else:
            what = f"this is nested more than {MAX_DEPTH} levels deep"
            cure = "Take the surplus brackets or list marks away."
        self.source.report(line, column, what, cure, code="K117")
        raise _TooMuchError

    def _report_spoiled(self, event: yaml.NodeEvent, line: int, column: int) -> bool:
        """Report what YAML can do and a bundle may not; return whether nothing is left of the value."""
        report = self.source.report
        if len(self.source.problems) > _MOST_PROBLEMS:
            raise _TooMuchError
        if isinstance(event, yaml.AliasEvent):
            report(line, column, f"`*{event.anchor}` is an alias, which is not used here", _QUOTE_IT, code="K116")
            return True
        if event.anchor is not None:
            report(line, column, f"`&{event.anchor}` is an anchor, which is not used here", _QUOTE_IT, code="K116")
        tag: str | None = getattr(event, "tag", None)
        if tag is not None:
            what, cure = f"{quote(tag)} is a tag, which is not used here", "Take it out, or put quotes around the text."
            report(line, column, what, cure, code="K116")
        return False

    def _scalar(self, event: yaml.ScalarEvent, line: int, column: int, spoiled: bool) -> Scalar:
        report = self.source.report
        if len(event.value) > MAX_SCALAR:
            if len(self.source.problems) > _MOST_PROBLEMS:
                raise _TooMuchError
            report(line, column, f"this text is longer than {MAX_SCALAR} characters", "Shorten it.", code="K210")
            return Scalar("", line, column, broken=True)
        last: Any = event.end_mark
        if event.style in ("'", '"') and swallows_lines(self.source.lines, line, last.line + 1):
            what = (
                f"the quote that opens here is closed only on line {last.line + 1}, and all between is part of the text"
            )
            report(line, column, what, f"Close it on this line: put {event.style} where the text ends.", code="K109")
            raise _TooMuchError
        plain = event.style in (None, "")
        if plain and event.value and (self.headings or last.line in self.hashes):
            self._look_behind(event)
        return Scalar(event.value, line, column, plain, spoiled)

    def _look_behind(self, event: yaml.ScalarEvent) -> None:
        """Warn of a `#` that was probably meant as part of the text: `title: Hall #3` is only `Hall`."""
        start: Any = event.start_mark
        above = self._heading_above(start.line, start.column) if self.headings else 0
        if above:
            what = f"{quote(self.source.lines[above - 1].strip())} is read as a comment, not as a heading"
            cure = "Write `|` after the key of this text: `text: |`."
            self.source.report(above, start.column + 1, what, cure, "warning", "K120")
        mark: Any = event.end_mark
        line = self.source.lines[mark.line] if mark.line < len(self.source.lines) else ""
        if mark.column < len(line) and _LOST.match(line, mark.column):
            what = f"{quote(line[mark.column :].strip())} is read as a comment, not as a part of the text"
            cure = "Put quotes around the text, or a space after the #."
            self.source.report(mark.line + 1, mark.column + 2, what, cure, "warning", "K120")

    def _heading_above(self, line: int, column: int) -> int:
        """Return the line (from 1) of a heading of Markdown right above a plain text in the same column, or 0."""
        lines = self.source.lines
        while line > 0 and not lines[line - 1].strip():
            line -= 1
        heading = line > 0 and _HEADING.match(lines[line - 1])
        return line if heading and heading.end(1) == column else 0

    def _add(self, node: Node) -> None:
        if not self.open:
            self.root = node
        else:
            parent, waiting = self.open[-1]
            if isinstance(parent, Sequence):
                parent.items.append(node)
            elif not waiting:
                waiting.append(self._key(node))
            else:
                self._put(parent, waiting.pop(), node)
        if not isinstance(node, Scalar):
            self.open.append((node, []))

    def _key(self, node: Node) -> Scalar:
        if isinstance(node, Scalar):
            return node
        what = "a list or a mapping stands where a key is expected"
        self.source.report(node.line, node.column, what, "Write `key: value`, with a word as the key.", code="K118")
        return Scalar("", node.line, node.column, broken=True)

    def _put(self, parent: Mapping, key: Scalar, node: Node) -> None:
        if key.broken:
            return
        tight = _TIGHT.fullmatch(key.text) if isinstance(node, Scalar) and node.is_blank and key.plain else None
        if tight and tight[1] not in parent.keys:
            place = key.line, key.column + len(tight[1]) + 1
            cure = f"Write {quote(f'{tight[1]}: {tight[2]}')}, with a space after the colon."
            self.source.report(*place, "a space is missing after this colon", cure, code="K108")
            key, node = Scalar(tight[1], key.line, key.column), Scalar(tight[2], *place, broken=True)
        first = parent.keys.get(key.text)
        if key.text == "<<" and key.plain:
            what = "`<<` (a merge) is not used here"
            self.source.report(key.line, key.column, what, "Write the keys out.", code="K116")
        elif first is not None:
            self._twice(parent, key, first)
        else:
            parent.keys[key.text] = key
            parent.entries[key.text] = node

    def _twice(self, parent: Mapping, key: Scalar, first: Scalar) -> None:
        """Report a key that stands twice; where an item of a list begins again, that is one mistake, not one a key."""
        cure = "Keep one of the two."
        if len(self.open) > 1 and isinstance(self.open[-2][0], Sequence):
            if id(parent) in self.begun_again:
                return
            if first is next(iter(parent.keys.values())):
                self.begun_again.add(id(parent))
                cure = "If another item of the list begins here, write `- ` before it; else keep one of the two."
        what = f"{quote(key.text)} is written twice: first on line {first.line}, and here again"
        self.source.report(key.line, key.column, what, cure, code="K119")


_QUOTE_IT: Final = "If it belongs to the text, put quotes around the text; else write the value out."


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
    for start, kind in _NOT_TEXT.items():
        if data[:_LOOKED_AT].lstrip().lower().startswith(start):
            what = f"the file is {kind}, not plain text"
            source.report(1, 1, what, "Save it as plain text (UTF-8), from a text editor.", code="K103")
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
    reported = 0
    for number, line in enumerate(source.lines, 1):
        found = _NOT_YAML.search(line)
        if found is None:
            continue
        reported += 1
        if reported <= _MOST_CHARACTERS_REPORTED:
            what = f"the character U+{ord(found[0]):04X} is invisible and may not stand here"
            source.report(number, found.start() + 1, what, "Delete it.", code="K105")
        source.lines[number - 1] = _NOT_YAML.sub(" ", line)
