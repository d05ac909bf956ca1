"""What a YAML parser complains about, in words that somebody who does not know YAML can act on."""

from __future__ import annotations

import re
from typing import Any, Final, Literal, NamedTuple

import yaml

from kiosk.yaml.slips import Slip, find_slip, indent, line_without_colon, words_above

_NO_COLON: Final = (
    "this line has no colon after its key",
    "Write a colon and a space after the key. A longer text begins with `|` after its key, and is indented.",
    "K108",
)
_WORDS: Final[tuple[tuple[str, Literal["problem", "context"], str, str, str], ...]] = (
    (
        r"mapping values are not allowed",
        "problem",
        "this colon was not expected",
        'A text with a colon and a space in it needs quotes: `"Derived: 5"`. Else check the indentation.',
        "K107",
    ),
    (r"could not find expected ':'", "context", *_NO_COLON),
    (
        r"quoted scalar .*(unexpected end of stream|document indicator)",
        "context",
        "the quote that opens here is never closed",
        'Close it. Inside double quotes, write a quote as \\".',
        "K109",
    ),
    (
        r"quoted scalar .*(escape|hexdecimal)",
        "problem",
        "this backslash begins no known escape",
        "Write the backslash twice, or use single quotes. In a path, write `/`.",
        "K110",
    ),
    (
        r"found a tab character",
        "problem",
        "a tab stands where spaces are expected",
        "YAML is indented with spaces: put two spaces in the tab's place.",
        "K111",
    ),
    (
        r"flow sequence|flow node",
        "context",
        "the list that opens with `[` here is not closed, or a comma is missing in it",
        "Close it with `]`, and put a comma between its items.",
        "K112",
    ),
    (
        r"flow mapping",
        "context",
        "the mapping that opens with `{` here is not closed, or a comma is missing in it",
        "Close it with `}`, and put a comma between its entries.",
        "K112",
    ),
    (
        r"cannot start any token",
        "problem",
        "a text cannot begin with this character",
        "Put quotes around the text.",
        "K113",
    ),
    (
        r"scanning an? (alias|anchor)",
        "problem",
        "a text cannot begin with `*` or `&`",
        "Put quotes around the text.",
        "K113",
    ),
    (
        r"block sequence entries are not allowed",
        "problem",
        "a list mark (`-`) was not expected here",
        "Put quotes around a text that begins with a dash. A list begins on the next line, its items indented alike.",
        "K114",
    ),
    (
        r"expected '-' indicator",
        "problem",
        "this line does not fit into the list above it",
        "An item of a list begins with `- `, in the same column as the others; other lines are indented further.",
        "K114",
    ),
    (
        r"mapping keys are not allowed",
        "problem",
        "a text cannot begin with a question mark and a space",
        "Put quotes around the text.",
        "K113",
    ),
    (
        r"expected key|block (mapping|sequence|collection)",
        "problem",
        "this line does not fit to the lines above it",
        "Indent it like the keys that it belongs to. A text with quotes or brackets in it needs quotes around it.",
        "K114",
    ),
    (
        r"block scalar",
        "problem",
        "a text of several lines begins with something unexpected",
        "Write `|` alone at the end of the line, and indent the text under it. A text that begins with `|` or `>` "
        "needs quotes.",
        "K115",
    ),
    (
        r"document start|directive|incompatible YAML|tag|%",
        "problem",
        "this was not expected here",
        "Look for a bracket that closes too early, or for a line that begins with `%` or `!`.",
        "K106",
    ),
)
_TOO_FAR: Final = (
    "this key is indented further than the line above it, and so read as a part of its text",
    "Indent it like the keys around it. If it is a part of the text above, that text needs quotes.",
    "K107",
)
_KEY: Final = re.compile(r"(\s*)([\w-]+):(?:\s|$)")
_SECOND_KEY: Final = re.compile(r"\s*(?:- +)*[\w-]+: +.* ([a-z_]+):$")
_KEY_WITH_TEXT: Final = re.compile(r"((?:\s*- +)*\s*)[\w-]+:\s+[^\s#|>\"'\[{]")
_BEYOND_DOUBLE: Final = re.compile(r'(\s*(?:- +)*[\w-]+:\s+"(?:[^"\\]|\\.)*)"\s*(,|[^\s#,].*)$')
_BEYOND_SINGLE: Final = re.compile(r"(\s*(?:- +)*[\w-]+:\s+'(?:[^']|'')*)'\s*(,|[^\s#,].*)$")
_INNER_DOUBLE: Final = 'Put quotes around all of the text, and write those inside as \\" or as typographic ones: “so”.'
_INNER_SINGLE: Final = "Put quotes around all of the text, and write an apostrophe in it twice ('') or like this: it’s."
_TAB_IN_INDENTATION: Final = re.compile(r" *\t")


class _Complaint(NamedTuple):
    """What the parser complains about: its words, the place, and where the thing that it complains about was opened."""

    words: str
    line: int
    column: int
    opened: tuple[int, int] | None
    lines: list[str]

    @property
    def at(self) -> tuple[int, int]:
        return self.line, self.column

    @property
    def text(self) -> str:
        return self.lines[self.line - 1]

    @property
    def is_about_colon(self) -> bool:
        return "mapping values are not allowed" in self.words


def explain(error: yaml.MarkedYAMLError, lines: list[str]) -> Slip:
    """Return the place of a mistake, what is wrong there, the cure, and the finding's code."""
    words = f"{error.context or ''} {error.problem or ''}"
    opened = _place(error.context_mark, lines) if error.context_mark else None
    complaint = _Complaint(words, *_place(error.problem_mark or error.context_mark, lines), opened, lines)
    what = f"this is not YAML: {error.problem or error.context}"
    unknown = Slip(*complaint.at, what, "Compare it with the lines above it.", "K106")
    return next(filter(None, (look(complaint) for look in _LOOKS)), unknown)


def _tab(complaint: _Complaint) -> Slip | None:
    for number in range(complaint.line, max(complaint.line - 2, 0), -1):
        if found := _TAB_IN_INDENTATION.match(complaint.lines[number - 1]):
            cure = "YAML is indented with spaces: put two spaces there."
            return Slip(number, found.end(), "a tab stands in the indentation", cure, "K111")
    return None


def _slip(complaint: _Complaint) -> Slip | None:
    slip = find_slip(complaint.lines, complaint.line)
    if slip or not complaint.opened or complaint.opened[0] >= complaint.line or "':'" not in complaint.words:
        return slip
    return find_slip(complaint.lines, complaint.opened[0])


def _surplus_bracket(complaint: _Complaint) -> Slip | None:
    before = complaint.text[complaint.column - 1 : complaint.column]
    if before not in ("]", "}") or "':'" in complaint.words or "flow" in complaint.words:
        return None
    return Slip(*complaint.at, "this bracket closes nothing", f"Take the surplus `{before}` out.", "K112")


def _no_colon(complaint: _Complaint) -> Slip | None:
    bare = line_without_colon(complaint.lines, complaint.line) if complaint.is_about_colon else 0
    return Slip(bare, indent(complaint.lines[bare - 1]) + 1, *_NO_COLON) if bare else None


def _too_far(complaint: _Complaint) -> Slip | None:
    """Look for a key that is indented further than the text above it, which takes it for its own end."""
    above = words_above(complaint.lines, complaint.line)
    if not complaint.is_about_colon or not above:
        return None
    key, text = _KEY.match(complaint.text), _KEY_WITH_TEXT.match(complaint.lines[above - 1])
    if not key or not text or not text.end(1) < key.end(1) < complaint.column <= key.end(2) + 1:
        return None
    return Slip(complaint.line, key.end(1) + 1, *_TOO_FAR)


def _second_key(complaint: _Complaint) -> Slip | None:
    word = _SECOND_KEY.match(complaint.text[: complaint.column]) if complaint.is_about_colon else None
    if not word:
        return None
    cure = f"A text with a colon and a space in it needs quotes. If `{word[1]}` is a key, it begins a line of its own."
    return Slip(*complaint.at, "this colon was not expected", cure, "K107")


def _beyond_quotes(complaint: _Complaint) -> Slip | None:
    """Look for a text between quotes that is followed by something else on its line."""
    found = _BEYOND_DOUBLE.match(complaint.text) or _BEYOND_SINGLE.match(complaint.text)
    if not found:
        return None
    column = found.end(1) + 1
    if found[2] == ",":
        cure = "Take the comma out: on a line of its own, a key needs none."
        return Slip(complaint.line, column, "a comma follows the text", cure, "K112")
    cure = _INNER_DOUBLE if complaint.text[column - 1] == '"' else _INNER_SINGLE
    return Slip(complaint.line, column, "this quote ends the text, and more follows", cure, "K109")


def _known_words(complaint: _Complaint) -> Slip | None:
    row = next((row for row in _WORDS if re.search(row[0], complaint.words)), None)
    if row is None:
        return None
    _, where, what, cure, code = row
    line, column = (complaint.opened if where == "context" else None) or complaint.at
    noticed = "" if line == complaint.line else f" (noticed on line {complaint.line})"
    return Slip(line, column, what + noticed, cure, code)


_LOOKS: Final = (
    _tab,
    _slip,
    _surplus_bracket,
    _no_colon,
    _too_far,
    _second_key,
    _beyond_quotes,
    _known_words,
)
"""What may be behind a complaint, the surest first."""


def _place(mark: Any, lines: list[str]) -> tuple[int, int]:
    """Return the mark as line and column; the end of the file is the end of its last line with words."""
    line, column = mark.line + 1, mark.column + 1
    while line > 1 and (line > len(lines) or not lines[line - 1].strip()):
        line -= 1
        column = len(lines[line - 1]) + 1
    return line, column
