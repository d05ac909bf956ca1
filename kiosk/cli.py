"""The `kiosk` command: arguments and exit codes, nothing else.

The booth should be on screen soon, so an ordinary `kiosk run` is understood here, in a few lines; everything else
(help, mistakes, the other commands) is left to Typer in `commands`, which takes longer to import than all of this.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import wraps
from pathlib import Path
from typing import Any, Final, TypeVar

from kiosk.ground.errors import KioskError, Problem
from kiosk.ground.options import PreviewOptions, RunOptions, ShotsOptions, read_size
from kiosk.store.store import current_folder

LOG_FORMATS: Final = ("text", "json")
T = TypeVar("T")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code: 0 well, 1 problems, 2 a command that makes no sense."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    options = quick_run(words)
    if options is not None:
        return run(options)
    from kiosk.commands import run_commands

    return run_commands(words)


def _or_complain(show: Callable[[T], int]) -> Callable[[T], int]:
    """Let a function that shows something end with an exit code also where it cannot."""

    def shown(options: T) -> int:
        try:
            if sys.version_info < (3, 12):
                from kiosk.ground.interpreter import refuse_bad_pair

                refuse_bad_pair()
            return show(options)
        except KioskError as error:
            return complain(error)

    return wraps(show)(shown)


@_or_complain
def run(options: RunOptions) -> int:
    """Show the booth until it is closed."""
    from kiosk.booth.app import run_booth

    return run_booth(options)


@_or_complain
def shots(options: ShotsOptions) -> int:
    """Take the pictures."""
    from kiosk.workshop.shots import take_shots

    return take_shots(options)


@_or_complain
def preview(options: PreviewOptions) -> int:
    """Show a bundle while it is being written, until the window is closed."""
    from kiosk.workshop.preview import run_preview

    return run_preview(options)


def measure_fit(folder: Path) -> list[Problem]:
    """Return every text of a bundle that does not fit its place; raise KioskError where that cannot be measured."""
    from kiosk.workshop.fit import measure_apart

    return measure_apart(folder)


def complain(error: KioskError) -> int:
    """Say on standard error what went wrong, and return the exit code for it."""
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


def find_bundle(written: str | Path | None, must_exist: bool = False) -> Path:
    """Return the folder of a bundle; `content.yaml` itself stands for its folder.

    None is the bundle that is installed, or the demo where none is.
    """
    if written is None:
        return current_folder() or _demo()
    path = Path(written)
    if path.is_file():
        if path.name != "content.yaml":
            raise ValueError(f"{path} is no bundle: write the folder that holds content.yaml")
        return path.parent
    if must_exist and not path.is_dir():
        raise ValueError(f"there is no folder {path}")
    return path


def _demo() -> Path:
    """Return the folder of the demo: beside the program where it is installed, else the repository's root."""
    package = Path(__file__).resolve().parent
    return package / "demo" if (package / "demo" / "content.yaml").is_file() else package.parent


def read_seconds(text: str) -> float:
    """Return a number of seconds above zero."""
    try:
        seconds = float(text)
    except ValueError:
        seconds = math.nan
    if not 0 < seconds < math.inf:
        raise ValueError(f"{text!r} is no number of seconds: write for example 60")
    return seconds


def read_display(text: str) -> int:
    """Return the number of a screen, from 0."""
    if not (text.isascii() and text.isdigit() and int(text) < 64):
        raise ValueError(f"{text!r} is no screen: the first one is 0")
    return int(text)


def read_log_format(text: str) -> str:
    """Return how logs are written."""
    if text not in LOG_FORMATS:
        raise ValueError(f"{text!r} is no format of logs: write text or json")
    return text


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
