"""What the commands have in common: how their arguments are read and shown."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, TypeVar

import typer

from kiosk.store.find import find_bundle

_T = TypeVar("_T")

BUNDLE: Final[dict[str, Any]] = {
    "metavar": "BUNDLE",
    "show_default": "the installed one, else the demo",
    "help": "Folder of the bundle.",
}


def read_by(read: Callable[[Any], _T]) -> Callable[[Any], _T]:
    """Return a reader whose ValueError becomes a usage error in its own words."""

    def parse(text: Any) -> _T:
        try:
            return read(text)
        except ValueError as error:
            raise typer.BadParameter(str(error)) from error

    return parse


def folder(written: str) -> Path:
    """Return the folder of a bundle that must be there."""
    return find_bundle(written, must_exist=True)


def words(text: str) -> list[str]:
    """Return the words of a list with commas."""
    return [word for word in (part.strip() for part in text.split(",")) if word]
