"""Marks of HTML, Markdown and word processors that a visitor would read as they stand."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from kiosk.author.compile.markdown import read_markdown
from kiosk.author.lint.subject import MOST_LISTED, Subject
from kiosk.ground.errors import Problem
from kiosk.ground.words import quote
from kiosk.yaml.parse import Scalar
from kiosk.yaml.source import Source

_PERHAPS: Final = re.compile(r"[<&*_`\[]")
_TAG: Final = re.compile(r"</?(?:b|i|u|em|strong|br|p|span|div|font|sup|sub|a|small|h[1-6])(?:\s[^<>]*)?/?>", re.I)
_ENTITY: Final = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{2,6}|#x[0-9A-Fa-f]{2,5});")
_MARKDOWN: Final = re.compile(r"\*\*[^*\s][^*]*\*\*|(?<!\w)__[^_\s][^_]*__(?!\w)|`[^`]+`|!?\[[^\[\]]+\]\([^()\s]+\)")
_LINES: Final = (
    (re.compile(r"#{1,6}[^\s#]"), "a heading needs a space after its #", "Write `## ` and then the words."),
    (re.compile(r"[•·▪◦‣●]\s*\S"), "this mark makes no bullet", "Begin each bullet with a dash and a space: `- `."),
)
_ROW: Final = re.compile(r"\|.*\|")
_LEFT: Final = ("**", "](")  # emphasis beside Chinese marks, a link with a space in its address


def check_marks(subject: Subject) -> list[Problem]:
    """Return the marks that would be shown, at most 20 in a file."""
    content = subject.findings()
    for mark, texts in subject.words:
        for at in texts.values():
            if mark != "markdown":
                _check_words(at, content)
            elif _is_literal(at, content):
                _check_prose(at, content)
    problems = content.problems[:MOST_LISTED]
    for _, catalog, messages in subject.catalogs():
        for message in messages.values():
            if message.text in subject.texts and not any(_found(message.text)):
                _check_words(Scalar(message.translation, message.line, 1), catalog)
        problems += catalog.problems[:MOST_LISTED]
    return problems


def _check_words(at: Scalar, findings: Source) -> None:
    for mark, cure in islice(_found(at.text), 1):
        what = f"visitors would read {quote(mark)}, because words are shown as they are written"
        findings.warn(at, "K235", what, cure)


def _found(text: str) -> Iterator[tuple[str, str]]:
    """Yield each mark in plain words, and its cure."""
    if not _PERHAPS.search(text):
        return
    yield from ((tag[0], f"Take {quote(tag[0])} out.") for tag in _TAG.finditer(text))
    for entity in _ENTITY.finditer(text):
        character = html.unescape(entity[0])
        if character != entity[0]:
            yield entity[0], f"Write {quote(character) if character.isprintable() else 'a space'} in its place."
    yield from (
        (mark[0], "Take the marks out: this text has no bold words and no links.") for mark in _MARKDOWN.finditer(text)
    )


def _is_literal(at: Scalar, findings: Source) -> bool:
    """Whether a running text stands under a `|`, so that its lines are those of the file."""
    return findings.line(at.line)[at.column - 1 : at.column] == "|"


def _check_prose(at: Scalar, findings: Source) -> None:
    lines = list(enumerate((line.strip() for line in at.text.split("\n")), at.line + 1))
    for pattern, what, cure in _LINES:
        for number, line in islice(((number, line) for number, line in lines if pattern.match(line)), 1):
            column = len(findings.line(number)) - len(findings.line(number).lstrip()) + 1
            findings.warn(Scalar("", number, column), "K235", f"{what}: {quote(line)}", cure)
    for piece in read_markdown(at.text):
        _check_piece(Scalar(piece.text, at.line + 1 + piece.line, 1), findings)


def _check_piece(at: Scalar, findings: Source) -> None:
    if _ROW.match(at.text):
        cure = "Write `| --- | --- |` under its first line, with as many columns."
        findings.warn(at, "K235", f"this is shown as it stands, and not as a table: {quote(at.text)}", cure)
    elif any(mark in at.text for mark in _LEFT):
        _check_words(at, findings)
