"""What a YAML parser complains about, in words that somebody who does not know YAML can act on."""

from __future__ import annotations

import re
from typing import Any, Final, Literal

import yaml

from kiosk.bundle.format.slips import find_slip, line_without_colon

_AT_PROBLEM: Final = "problem"
_AT_CONTEXT: Final = "context"

_WORDS: Final[tuple[tuple[str, Literal["problem", "context"], str, str, str], ...]] = (
    (
        r"mapping values are not allowed",
        "problem",
        "this colon was not expected",
        'A text with a colon and a space in it needs quotes: `"Derived: 5"`. Else check the indentation.',
        "K107",
    ),
    (
        r"could not find expected ':'",
        "context",
        "this line has no colon after its key",
        "Write a colon and a space after the key. A longer text begins with `|` after its key, and is indented.",
        "K108",
    ),
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


def explain(error: yaml.MarkedYAMLError, lines: list[str]) -> tuple[tuple[int, int], str, str, str]:
    """Return the place (line and column, from 1), what is wrong there, the cure, and the finding's code."""
    complaint = f"{error.context or ''} {error.problem or ''}"
    at = _place(error.problem_mark or error.context_mark, lines)
    for line in range(at[0], max(at[0] - 2, 0), -1):
        if _TAB_IN_INDENTATION.match(lines[line - 1]):
            what, cure = "a tab stands in the indentation", "YAML is indented with spaces: put two spaces there."
            return (line, lines[line - 1].index("\t") + 1), what, cure, "K111"
    slip = find_slip(lines, at[0])
    if slip is None and error.context_mark is not None and error.context_mark.line + 1 < at[0]:
        slip = find_slip(lines, _place(error.context_mark, lines)[0]) if "':'" in complaint else None
    if slip is not None:
        return slip.place, slip.what, slip.cure, slip.code
    before = _at(lines, at)
    if "':'" not in complaint and "flow" not in complaint and before in ("]", "}"):
        return at, "this bracket closes nothing", f"Take the surplus `{before}` out.", "K112"
    if "mapping values are not allowed" in complaint and (bare := line_without_colon(lines, at[0])):
        at, complaint = (bare, len(lines[bare - 1]) - len(lines[bare - 1].lstrip()) + 1), "could not find expected ':'"
        return at, *_words(complaint)
    if "mapping values are not allowed" in complaint and (shifted := _too_far(lines, at)):
        return shifted, *_TOO_FAR
    if "mapping values are not allowed" in complaint and (word := _SECOND_KEY.match(lines[at[0] - 1][: at[1]])):
        cure = (
            f"A text with a colon and a space in it needs quotes. If `{word[1]}` is a key, it begins a line of its own."
        )
        return at, "this colon was not expected", cure, "K107"
    if beyond := _beyond_quotes(lines, at[0]):
        return beyond
    for pattern, where, what, cure, code in _WORDS:
        if re.search(pattern, complaint):
            opened = _place(error.context_mark, lines) if where == _AT_CONTEXT and error.context_mark else at
            return opened, what if opened[0] == at[0] else f"{what} (noticed on line {at[0]})", cure, code
    return at, f"this is not YAML: {error.problem or error.context}", "Compare it with the lines above it.", "K106"


def _too_far(lines: list[str], at: tuple[int, int]) -> tuple[int, int] | None:
    """Return the place of a key that is indented further than the text above it, which takes it for its own end."""
    above = next((lines[number - 1] for number in range(at[0] - 1, 0, -1) if lines[number - 1].strip()), "")
    line = lines[at[0] - 1]
    key, text = _KEY.match(line), _KEY_WITH_TEXT.match(above)
    first = key is not None and key.end(1) < at[1] <= key.end(2) + 1
    return (at[0], key.end(1) + 1) if key and text and first and key.end(1) > text.end(1) else None


def _beyond_quotes(lines: list[str], line: int) -> tuple[tuple[int, int], str, str, str] | None:
    """Return what is to be said of a text between quotes that is followed by something else on its line."""
    found = _BEYOND_DOUBLE.match(lines[line - 1]) or _BEYOND_SINGLE.match(lines[line - 1])
    if not found:
        return None
    at = (line, found.end(1) + 1)
    if found[2] == ",":
        return at, "a comma follows the text", "Take the comma out: on a line of its own, a key needs none.", "K112"
    cure = _INNER_DOUBLE if lines[line - 1][found.end(1)] == '"' else _INNER_SINGLE
    return at, "this quote ends the text, and more follows", cure, "K109"


def _words(complaint: str) -> tuple[str, str, str]:
    return next((what, cure, code) for pattern, _, what, cure, code in _WORDS if re.search(pattern, complaint))


def _at(lines: list[str], place: tuple[int, int]) -> str:
    return lines[place[0] - 1][place[1] - 1 : place[1]]


def _place(mark: Any, lines: list[str]) -> tuple[int, int]:
    """Return the mark as line and column; the end of the file is the end of its last line with words."""
    line, column = mark.line + 1, mark.column + 1
    while line > 1 and (line > len(lines) or not lines[line - 1].strip()):
        line -= 1
        column = len(lines[line - 1]) + 1
    return line, column
