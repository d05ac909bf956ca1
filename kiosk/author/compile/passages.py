"""The passages of a text that stand alone, for readers and for translators: all of it, of Markdown each paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.author.compile.markdown import Style, read_markdown
from kiosk.yaml.parse import Scalar


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of a text with its line and column, both from 1; `style` is what it is in Markdown, else None."""

    text: str
    line: int
    column: int
    style: Style | None = None

    @property
    def has_letters(self) -> bool:
        """Whether there is anything in it to translate."""
        return any(character.isalpha() for character in self.text)

    @property
    def scalar(self) -> Scalar:
        """The passage as if it was written alone."""
        return Scalar(self.text, self.line, self.column)


def passages_of(mark: str | None, scalar: Scalar, lines: list[str]) -> Iterator[Passage]:
    """Yield the passages of what is written at a place with `mark`, in the file that has `lines`."""
    sign = lines[scalar.line - 1][scalar.column - 1 : scalar.column] if scalar.line <= len(lines) else ""
    first = scalar.line + (sign in ("|", ">"))
    if mark != "markdown":
        yield Passage(scalar.text.strip("\n"), first, scalar.column if first == scalar.line else 1)
        return
    for piece in read_markdown(scalar.text):
        line = first + piece.line if sign == "|" else first
        yield Passage(piece.text, line, scalar.column if line == scalar.line else 1, piece.style)
