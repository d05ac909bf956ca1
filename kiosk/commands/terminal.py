"""A console that knows a terminal from a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from rich.console import Console


def console(stream: TextIO, plain_width: int | None = None) -> Console:
    """Return a console on `stream` that is `plain_width` characters wide where that is no terminal.

    Left to itself, Rich takes a file for a terminal where FORCE_COLOR or TTY_COMPATIBLE say so, and writes its codes
    there: it is told what the stream is.
    """
    from rich.console import Console

    is_terminal = stream.isatty()
    return Console(file=stream, highlight=False, force_terminal=is_terminal, width=None if is_terminal else plain_width)
