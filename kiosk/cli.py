"""The `kiosk` command: arguments and exit codes, nothing else.

The booth should be on screen soon, so an ordinary `kiosk run` is understood here, in a few lines; everything else
(help, mistakes, the other commands) is left to Typer in `commands`, which takes longer to import than all of this.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from kiosk.ground.errors import KioskError
from kiosk.ground.options import RunOptions, read_display, read_log_format, read_seconds, read_size
from kiosk.store.find import find_bundle


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code: 0 well, 1 problems, 2 a command that makes no sense."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    options = quick_run(words)
    try:
        if options is None:
            from kiosk.commands.line import run_commands

            return run_commands(words)
        from kiosk.booth.app import run_booth

        return run_booth(options)
    except KioskError as error:
        print(f"kiosk: {error}", file=sys.stderr)
        return error.exit


def quick_run(words: Sequence[str]) -> RunOptions | None:
    """Return what a plain `run ...` asks for, or None where Typer had better look at it."""
    if not words or words[0] != "run":
        return None
    try:
        given = _read_words(iter(words[1:]))
        return RunOptions(**{**given, "bundle": find_bundle(given.get("bundle")), "chosen": "bundle" in given})
    except (ValueError, StopIteration):
        return None


def _read_words(words: Iterator[str]) -> dict[str, Any]:
    """Return the options by their names; raise ValueError or StopIteration over what is not understood here."""
    given: dict[str, Any] = {}
    for word in words:
        name, has_value, value = word.partition("=")
        if word == "--windowed":
            given["windowed"] = True
        elif name in _READERS:
            given[name[2:].replace("-", "_")] = _READERS[name](value if has_value else next(words))
        elif word.startswith("-") or "bundle" in given:
            raise ValueError(word)
        else:
            given["bundle"] = word
    return given


def _word(text: str) -> str:
    if not text or text.startswith("-"):
        raise ValueError("a value is missing")
    return text


_READERS: Final[dict[str, Callable[[str], object]]] = {
    "--size": read_size,
    "--language": _word,
    "--display": read_display,
    "--idle-seconds": read_seconds,
    "--log-format": read_log_format,
    "--log-file": lambda text: Path(_word(text)),
    "--booth": lambda text: Path(_word(text)),
}
