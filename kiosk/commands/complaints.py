"""What a command says on standard error, on one line each, where something went wrong."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Final

import typer

from kiosk.ground.errors import BundleError, KioskError

MOST_SHOWN: Final = 20


@contextmanager
def complaints(outcome: str = "") -> Iterator[None]:
    """Say on standard error what went wrong, a line for each problem, and end with 1."""
    try:
        yield
        return
    except BundleError as error:
        _say_problems(error, outcome)
    except KioskError as error:
        _say(f"kiosk: {error}", error.code)
    except OSError as error:
        _say(f"kiosk: {error.filename or 'the store'}: {error.strerror}. Check the disk and its permissions.")
    raise typer.Exit(1)


def on_one_line(text: str) -> str:
    """Return `text` on one line, without what a terminal would act upon."""
    return "".join(c if c.isprintable() else " " for c in text)


def _say_problems(error: BundleError, outcome: str) -> None:
    for problem in error.problems[:MOST_SHOWN]:
        _say(str(problem), problem.code)
    more = len(error.problems) - MOST_SHOWN
    if len(error.problems) > 1 and outcome:
        _say(f"kiosk: {f'{more} more problems; ' if more > 0 else ''}{outcome}")


def _say(text: str, code: str = "") -> None:
    with suppress(OSError):  # standard error may lie on the full disk, too
        print(on_one_line(text) + (f" [{code}]" if code else ""), file=sys.stderr, flush=True)
