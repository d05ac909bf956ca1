"""What the commands have in common: how their arguments are read and shown."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, Final, TypeVar

import typer

from kiosk.ground.options import read_log_format, read_size
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


def read_format(text: str) -> str:
    """Return the format of a report."""
    from kiosk.author.report import FORMATS
    from kiosk.ground.words import did_you_mean

    if text not in FORMATS:
        raise ValueError(f"{text!r} is no format. {did_you_mean(text, FORMATS, 'Write text, json or github.')}")
    return text


FORMAT = Annotated[
    str, typer.Option(parser=read_by(read_log_format), metavar="text|json", help="For people, or for programs.")
]
REPORT_FORMAT = Annotated[
    str,
    typer.Option(
        parser=read_by(read_format), metavar="text|json|github", help="For people, for programs, or as notes on GitHub."
    ),
]
LOG_FORMAT = Annotated[
    str, typer.Option(parser=read_by(read_log_format), metavar="text|json", help="How logs are written.")
]
LANGUAGE = Annotated[
    str | None, typer.Option(metavar="CODE", help="Language to begin with: de, ar..., or en_XA, ar_XB to test with.")
]
SIZE = Annotated[
    Any,
    typer.Option(parser=read_by(read_size), metavar="WxH", help="Size of the window in pixels, such as 1080x1920."),
]
