"""The commands as Typer shows and reads them: a module for each of their subjects, `line` to load them all."""

from __future__ import annotations

from typing import Annotated

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
