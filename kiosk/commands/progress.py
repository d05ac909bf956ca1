"""How far a check is, on standard error: only in a terminal, and only where it takes longer than a second."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final, Self

if TYPE_CHECKING:
    from rich.console import Console

PATIENCE_SECONDS: Final = 1.0


class Progress:
    """A bar that appears when patience ends, and goes away without a trace; `files` are to be read in all."""

    def __init__(self, console: Console, files: int, clock: Callable[[], float] = time.monotonic) -> None:
        from rich.progress import BarColumn, TextColumn
        from rich.progress import Progress as Bar

        columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[about]}", markup=False))
        self.bar = Bar(*columns, console=console, transient=True, disable=not console.is_terminal)
        self.task = self.bar.add_task("Reading", total=files or None, about="")
        self.seen: set[str] = set()
        self.clock = clock
        self.began = clock()
        self.is_shown = False

    def __enter__(self) -> Self:
        """Begin to wait."""
        return self

    def __exit__(self, *_error: type[BaseException] | BaseException | TracebackType | None) -> None:
        """Take the bar away."""
        if self.is_shown:
            self.bar.stop()

    def tick(self, file: str) -> None:
        """Show that `file` is read now; an empty text only lets time pass."""
        if file:
            self.seen.add(file)
            self.bar.update(self.task, completed=len(self.seen), about=file)
        if self.clock() - self.began > PATIENCE_SECONDS:
            self._show()

    def begin(self, what: str) -> None:
        """Show that something else begins, of which nobody knows how long it takes."""
        self.bar.update(self.task, description=what, total=None, about="")
        self._show()

    def _show(self) -> None:
        if not self.is_shown:
            self.is_shown = True
            self.bar.start()


def count_files(folder: Path) -> int:
    """Return how many files lie in the bundle's assets."""
    return sum(path.is_file() for path in (folder / "assets").rglob("*"))
