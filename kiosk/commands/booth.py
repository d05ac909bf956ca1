"""`kiosk run`: the booth itself."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kiosk.commands import app
from kiosk.commands.arguments import BUNDLE, LANGUAGE, LOG_FORMAT, SIZE, read_by
from kiosk.ground.options import RunOptions, read_display, read_seconds
from kiosk.store.find import find_bundle


@app.command()
def run(
    bundle: Annotated[Path | None, typer.Argument(parser=read_by(find_bundle), **BUNDLE)] = None,
    windowed: Annotated[bool, typer.Option("--windowed", help="Show a window instead of the full screen.")] = False,
    size: SIZE = None,
    language: LANGUAGE = None,
    display: Annotated[
        int | None, typer.Option(parser=read_by(read_display), metavar="N", help="Screen to use; the first is 0.")
    ] = None,
    idle_seconds: Annotated[
        float | None,
        typer.Option(parser=read_by(read_seconds), metavar="S", help="Time without a touch until a visit ends."),
    ] = None,
    log_format: LOG_FORMAT = "text",
    log_file: Annotated[
        Path | None, typer.Option(metavar="PATH", help="Write logs there instead of where the account keeps them.")
    ] = None,
    booth: Annotated[
        Path | None,
        typer.Option("--booth", metavar="FILE", help="Settings of the booth, instead of the usual booth.yaml."),
    ] = None,
) -> None:
    """Show the booth, full screen."""
    from kiosk.booth.app import run_booth

    options = RunOptions(
        bundle=bundle or find_bundle(None),
        chosen=bundle is not None,
        windowed=windowed,
        size=size,
        language=language,
        display=display,
        idle_seconds=idle_seconds,
        log_format=log_format,
        log_file=log_file,
        booth=booth,
    )
    raise typer.Exit(run_booth(options))
