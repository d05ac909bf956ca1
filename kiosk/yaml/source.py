"""The text of one file and the places in it: what every report of a mistake is made from."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Protocol

from kiosk.ground.errors import Position, Problem

_LONGEST_SHOWN: Final = 240


class At(Protocol):
    """Anything that has a place in a file."""

    @property
    def line(self) -> int:
        """The line, from 1; 0 for the file as a whole."""

    @property
    def column(self) -> int:
        """The column, from 1; 0 for the file as a whole."""


@dataclass
class Source:
    """A text file, line by line, and the problems found in it so far."""

    file: Path
    lines: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def report(self, line: int, column: int, what: str, cure: str, severity: str = "error", code: str = "") -> None:
        """Note a problem at `line` and `column`, both from 1; 0 means the file as a whole."""
        shown = self.line(line)
        if len(shown) > _LONGEST_SHOWN:
            shown = shown[:_LONGEST_SHOWN] + "…"
        self.problems.append(Problem(Position(self.file, line, column), what, cure, shown, severity, code))

    def error(self, at: At, code: str, what: str, cure: str) -> None:
        """Note a mistake at a place."""
        self.report(at.line, at.column, what, cure, "error", code)

    def warn(self, at: At, code: str, what: str, cure: str) -> None:
        """Note at a place what works, but not well."""
        self.report(at.line, at.column, what, cure, "warning", code)

    def line(self, number: int) -> str:
        """Return the line of this number, from 1, and an empty text where there is none."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""
