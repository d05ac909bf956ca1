"""The text of one file and the places in it: what every report of a mistake is made from."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from kiosk.ground.errors import Position, Problem

_LONGEST_SHOWN: Final = 240


@dataclass
class Source:
    """A text file, line by line, and the problems found in it so far."""

    file: Path
    lines: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def report(self, line: int, column: int, what: str, cure: str, severity: str = "error", code: str = "") -> None:
        """Note a problem at `line` and `column`, both from 1; 0 means the file as a whole."""
        shown = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        if len(shown) > _LONGEST_SHOWN:
            shown = shown[:_LONGEST_SHOWN] + "…"
        self.problems.append(Problem(Position(self.file, line, column), what, cure, shown, severity, code))
