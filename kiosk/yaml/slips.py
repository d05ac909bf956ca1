"""What people slip on in a line of YAML, known by its look: the parser only knows that something near it is wrong."""

from __future__ import annotations

import re
from itertools import chain
from typing import Final, NamedTuple


class Slip(NamedTuple):
    """A place (line and column, from 1), what is wrong there, the cure, and the finding's code."""

    line: int
    column: int
    what: str
    cure: str
    code: str


_LINES_ABOVE: Final = 1
_SPACES: Final = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_KEY: Final = re.compile(r"\s*(?:- +)*[\w-]+:(?:\s|$)")

CONFLICT: Final = (
    r"<<<<<<<|=======$|>>>>>>>",
    "two versions of the file were put together here, and it was left open which one counts (a merge conflict)",
    "Keep the right lines, and delete the other ones with the lines `<<<<<<<`, `=======` and `>>>>>>>`.",
)
"""What such a line looks like, what is wrong with it, and the cure: for every kind of text file."""

_ANYWHERE: Final = (
    (*CONFLICT, "K106"),
    (r"```", "this line belongs to a text about YAML, not to YAML", "Take the line with the ``` out.", "K106"),
)
_NEAR: Final = (
    (r"(\s*)(?://|<!--|/\*)", "a note is not written like this", "Begin each line of a note with `# `.", "K106"),
    (
        rf"([ \t]*)[{_SPACES}]",
        "this line is indented with a character that only looks like a space",
        "Delete what stands before its first letter, and type ordinary spaces.",
        "K105",
    ),
    (
        rf"(\s*(?:- +)*[\w-]+:|\s*-)[{_SPACES}]",
        "what stands here only looks like a space",
        "Delete it, and type an ordinary space.",
        "K105",
    ),
    (
        r"(\s*(?:- +)*[\w-]+) ?[：﹕]",
        "this is another colon than that of YAML",
        "Write an ordinary colon and a space: `key: value`.",
        "K108",
    ),
    (
        r"(\s*(?:- +)*[a-z_]+):(?=[^\s:/])[^:]*(?::[^\s].*)?$",
        "a space is missing after this colon",
        "Write a space after the colon: `key: value`.",
        "K108",
    ),
    (
        r"(\s*(?:- +)*[a-z_]+) *=",
        "this line has no colon after its key",
        "Write a colon and a space, not `=`: `key: value`.",
        "K108",
    ),
    (
        r"(\s*-)(?:[\w-]+:(?:\s|$)|\{[\w-]+:|\[)",
        "a space is missing after this list mark",
        "Write a space after the dash: `- key: value`.",
        "K114",
    ),
    (
        r"(\s*)[–—−•·*+] *[\w-]+:(?:\s|$)",
        "this is no list mark",
        "An item of a list begins with a plain dash and a space: `- key: value`.",
        "K114",
    ),
)


def find_slip(lines: list[str], line: int) -> Slip | None:
    """Return what somebody slipped on at or shortly before `line` (from 1), or None where nothing looks like that."""
    anywhere = (
        Slip(number, 1, what, cure, code)
        for number, text in enumerate(lines, 1)
        for pattern, what, cure, code in _ANYWHERE
        if re.match(pattern, text)
    )
    near = (
        Slip(number, found.end(1) + 1, what, cure, code)
        for number in range(line, max(line - 1 - _LINES_ABOVE, 0), -1)
        for pattern, what, cure, code in _NEAR
        if (found := re.match(pattern, lines[number - 1]))
    )
    return next(chain(anywhere, near), None)


def words_above(lines: list[str], line: int) -> int:
    """Return the last line above `line` that is not empty, or 0."""
    return next((number for number in range(line - 1, 0, -1) if lines[number - 1].strip()), 0)


def line_without_colon(lines: list[str], line: int) -> int:
    """Return the line above `line` that has no key although `line` has one in the same column, or 0."""
    above = words_above(lines, line)
    if not above or not _KEY.match(lines[line - 1]) or indent(lines[above - 1]) != indent(lines[line - 1]):
        return 0
    return 0 if _KEY.match(lines[above - 1]) or lines[above - 1].lstrip().startswith(("#", "-")) else above


def swallows_lines(lines: list[str], first: int, last: int) -> bool:
    """Whether a text between quotes on the lines `first` to `last` (from 1) holds lines that are keys of their own."""
    return any(_KEY.match(text) for text in lines[first:last])


def indent(text: str) -> int:
    """Return how many spaces a line begins with."""
    return len(text) - len(text.lstrip())
