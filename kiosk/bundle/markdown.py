"""Running text from a small, safe subset of Markdown: headings, paragraphs and bullets, all of them plain words.

Marks of emphasis are dropped; links, pictures and raw HTML are reduced to their words. Nothing of it is ever live.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal, TypeAlias

Style: TypeAlias = Literal["heading", "body", "bullet"]

_HEADING: Final = re.compile(r" {0,3}#{1,6}(?:[ \t]+|$)")
_BULLET: Final = re.compile(r"[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+")
_RULE: Final = re.compile(r" {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$")
_UNDERLINE: Final = re.compile(r" {0,3}(?:=+|-+)[ \t]*$")
_FENCE: Final = re.compile(r" {0,3}(?:`{3,}|~{3,})")
_CITED: Final = re.compile(r"^ {0,3}>[ \t]?")
_INLINE: Final = (
    (re.compile(r"<!--[^<>]*-->"), ""),
    (re.compile(r"<(?:https?|mailto):([^<>\s]+)>"), r"\1"),
    (re.compile(r"</?[A-Za-z][^<>]*>"), ""),
    (re.compile(r"!?\[([^\[\]]*)\]\([^()\[\]]*\)"), r"\1"),
    (re.compile(r"!?\[([^\[\]]*)\]\[[^\[\]]*\]"), r"\1"),
    (re.compile(r"`+([^`]+)`+"), r"\1"),
    (re.compile(r"\*\*([^*\s](?:[^*]*[^*\s])?)\*\*"), r"\1"),
    (re.compile(r"(?<!\w)__([^_\s](?:[^_]*[^_\s])?)__(?!\w)"), r"\1"),
    (re.compile(r"\*([^*\s](?:[^*]*[^*\s])?)\*"), r"\1"),
    (re.compile(r"(?<!\w)_([^_\s](?:[^_]*[^_\s])?)_(?!\w)"), r"\1"),
    (re.compile(r"~~([^~]+)~~"), r"\1"),
)
_MARKS: Final = re.compile(r"[\\<!\[`*_~&\ue000-\ue0ff]")
_ESCAPED: Final = re.compile(r"\\([!-/:-@\[-`{-~])")
_PRIVATE: Final = 0xE000


@dataclass(frozen=True, slots=True)
class Piece:
    """One heading, paragraph or bullet; `line` counts from 0 in the text it came from."""

    style: Style
    text: str
    line: int = 0


@lru_cache(maxsize=8192)
def read_markdown(text: str) -> tuple[Piece, ...]:
    """Return the pieces of `text` in order; one without words is left out."""
    pieces: list[Piece] = []
    lines: list[str] = []
    style: Style = "body"
    start = 0

    def close() -> None:
        nonlocal style
        words = _plain(" ".join(lines))
        if words:
            pieces.append(Piece(style, words, start))
        lines.clear()
        style = "body"

    for number, raw in enumerate(text.splitlines()):
        line = _CITED.sub("", raw, count=1)
        if lines and style == "body" and _UNDERLINE.match(line):
            style = "heading"
            close()
        elif not line.strip() or _RULE.match(line) or _FENCE.match(line):
            close()
        elif _HEADING.match(line):
            close()
            style, start = "heading", number
            lines.append(_HEADING.sub("", line, count=1).rstrip().rstrip("#"))
            close()
        elif _BULLET.match(line):
            close()
            style, start = "bullet", number
            lines.append(_BULLET.sub("", line, count=1))
        else:
            start = start if lines else number
            lines.append(line.strip())
    close()
    return tuple(pieces)


def _plain(text: str) -> str:
    if not _MARKS.search(text):
        return " ".join(text.split())
    text = _ESCAPED.sub(lambda found: chr(_PRIVATE + ord(found[1])), text)
    for pattern, words in _INLINE:
        text = pattern.sub(words, text)
    text = html.unescape(text)
    text = re.sub("[\ue021-\ue07e]", lambda found: chr(ord(found[0]) - _PRIVATE), text)
    return " ".join(text.split())
