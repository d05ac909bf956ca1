"""What can go wrong, said so that the reader can mend it."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

import msgspec


class Position(msgspec.Struct, frozen=True, order=True):
    """A place in a text file; `line` and `column` count from 1, 0 means "the file as a whole"."""

    file: Path
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else str(self.file)


class Problem(msgspec.Struct, frozen=True):
    """One mistake in a file: where it is, what is wrong and what to do about it.

    `code` (`K203`) is stable: `kiosk.author.codes` and `docs/checks.md` explain it, and a bundle may silence it.
    `language` is the code of the language that it is about, where it is about one.
    """

    position: Position
    what: str
    cure: str
    source_line: str = ""
    severity: str = "error"
    code: str = ""
    language: str = ""

    def __str__(self) -> str:
        return f"{self.position}: {self.severity}: {self.what}. {self.cure}"


class KioskError(Exception):
    """The base of every error that this program raises on purpose.

    `what` says what is wrong, `cure` what to do; both are plain sentences for the person at the machine. `code` is that
    of the Problem that becomes of it, where one does.
    """

    exit: ClassVar[int] = 1
    """What the program ends with for it."""

    def __init__(self, what: str, cure: str = "", code: str = "") -> None:
        super().__init__(f"{what}. {cure}" if cure else what)
        self.what = what
        self.cure = cure
        self.code = code


class BundleError(KioskError):
    """A content bundle cannot be shown; carries every problem found, sorted by file and line."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        first = problems[0]
        super().__init__(first.what, first.cure)
        self.problems = problems


class LanguageError(KioskError):
    """A language code or a catalog cannot be used."""


class ScreenError(KioskError):
    """There is no screen, or not the one that was asked for."""
