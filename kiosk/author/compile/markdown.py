"""Running text from Markdown: headings, paragraphs, bullets, numbered items and tables, all of them plain words.

A paragraph or an item that is emphasised as a whole is strong; marks of emphasis inside it are dropped. Links, pictures
and raw HTML are reduced to their words. Nothing of it is ever live.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal, TypeAlias

from markdown_it import MarkdownIt
from markdown_it.token import Token

Style: TypeAlias = Literal["heading", "body", "bullet", "number", "cell"]

NAMES: Final[dict[Style, str]] = {
    "heading": "heading",
    "body": "paragraph",
    "bullet": "bullet",
    "number": "numbered item",
    "cell": "cell",
}
"""What people call the pieces."""

_PARSER: Final = MarkdownIt("commonmark", {"maxNesting": 40}).enable(["table", "strikethrough"]).disable("code")
_OPENING: Final[dict[str, Style]] = {"heading_open": "heading", "th_open": "cell", "td_open": "cell"}
_ITEMS: Final[dict[str, Style]] = {"bullet_list_open": "bullet", "ordered_list_open": "number"}
_WORDS: Final = ("text", "text_special", "code_inline")
_LARGEST_NUMBER: Final = 999  # of an item; "2024. It was" is a sentence
_TAG: Final = re.compile(r"<!--.*?-->|</?[A-Za-z][^<>]*>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Piece:
    """A heading, a paragraph, an item or a cell; `line` counts from 0 in the text it came from.

    `number` is an item's own, `table` a cell's: they count from 1 in a text. `column` counts a cell in its row from 0.
    Only a cell may be without words.
    """

    style: Style
    text: str
    line: int = 0
    strong: bool = False
    number: int = 0
    table: int = 0
    column: int = 0


@lru_cache(maxsize=8192)
def read_markdown(text: str) -> tuple[Piece, ...]:
    """Return the pieces of `text` in order; one without words is left out."""
    return tuple(piece for piece in _Reader().pieces(_PARSER.parse(text)) if piece.text or piece.style == "cell")


class _Reader:
    """Follows the tokens of a text: in which lists it is, and what kind of piece the next words are."""

    def __init__(self) -> None:
        self._lists: list[Style] = []
        self._style: Style = "body"
        self._label = ""
        self._table = 0
        self._column = -1

    def pieces(self, tokens: Sequence[Token]) -> Iterator[Piece]:
        """Yield the pieces, those without words too."""
        for token in tokens:
            if token.type == "inline":
                yield self._piece(token)
            elif token.type in ("fence", "html_block"):
                yield from _literal(token)
            else:
                self._follow(token)

    def _follow(self, token: Token) -> None:
        self._style = _OPENING.get(token.type, self._style)
        if token.type in _ITEMS:
            self._lists.append(_ITEMS[token.type])
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            self._lists.pop()
        elif token.type == "list_item_open":
            self._style, self._label = self._lists[-1], token.info + token.markup
        elif token.type == "table_open":
            self._table += 1
        elif token.type == "tr_open":
            self._column = -1
        elif token.type in ("th_open", "td_open"):
            self._column += 1

    def _piece(self, token: Token) -> Piece:
        style, self._style = self._style, "body"
        children = token.children or []
        words = "".join(_words(children))
        number = int(self._label[:-1]) if style == "number" else 0
        if number > _LARGEST_NUMBER:
            style, words, number = "body", f"{self._label} {words}", 0
        table, column = (self._table, self._column) if style == "cell" else (0, 0)
        return Piece(style, _plain(words), _line(token), _is_strong(children), number, table, column)


def _literal(token: Token) -> Iterator[Piece]:
    """Yield the paragraphs of what Markdown leaves as it stands: code, and HTML without its tags."""
    words = token.content if token.type == "fence" else html.unescape(_TAG.sub("", token.content))
    for paragraph in re.split(r"\n\s*\n", words):
        yield Piece("body", _plain(paragraph), _line(token))


def _words(children: Sequence[Token]) -> Iterator[str]:
    for child in children:
        if child.type in _WORDS:
            yield child.content
        elif child.type == "image":
            yield from _words(child.children or [])
        elif child.type in ("softbreak", "hardbreak"):
            yield " "


def _is_strong(children: Sequence[Token]) -> bool:
    """Whether one pair of marks stands around all of it."""
    inner = [child for child in children if child.content or child.nesting]
    marks = [child.type for child in inner if child.level == 0]
    return len(inner) > 2 and marks in (["strong_open", "strong_close"], ["em_open", "em_close"])


def _line(token: Token) -> int:
    return token.map[0] if token.map else 0


def _plain(text: str) -> str:
    return " ".join(text.split())
