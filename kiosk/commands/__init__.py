"""The commands as Typer shows and reads them: a module for each of their subjects."""

from __future__ import annotations

import io
import sys
from importlib import import_module
from typing import Annotated, Final

import typer

from kiosk import __version__

app = typer.Typer(
    name="kiosk",
    help="A touch kiosk for exhibition booths, shown from a content bundle.",
    epilog="A bundle is a folder with content.yaml, assets/ and translations/; without one, the installed or the demo.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)

SUBJECTS: Final = (
    *("booth", "keep", "new", "preview", "content", "explain", "translate", "store"),
    *("settings", "pin", "doctor", "report"),
)
"""The modules of the commands, in the order in which `kiosk --help` lists them: as one comes to need them."""


def run_commands(words: list[str]) -> int:
    """Run a command line and return its exit code."""
    for subject in SUBJECTS:
        import_module(f"kiosk.commands.{subject}")

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        app(words, prog_name="kiosk")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0 if end.code is None else 1
    return 0


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"kiosk {__version__}")
        raise typer.Exit


@app.callback()
def _kiosk(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    pass
