"""`kiosk preview`: a window that follows every save."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kiosk.commands import app
from kiosk.commands.arguments import BUNDLE, LANGUAGE, LOG_FORMAT, SIZE, folder, read_by
from kiosk.ground.options import PreviewOptions
from kiosk.store.find import find_bundle


@app.command()
def preview(
    bundle: Annotated[Path | None, typer.Argument(parser=read_by(folder), **BUNDLE)] = None,
    size: SIZE = None,
    language: LANGUAGE = None,
    log_format: LOG_FORMAT = "text",
    log_file: Annotated[
        Path | None, typer.Option(metavar="PATH", help="Write logs there instead of to standard error.")
    ] = None,
) -> None:
    """Show a bundle in a window that follows every save.

    Mistakes appear over the last good content. Press H in the window for its keys: language, format, page and more.
    """
    from kiosk.workshop.preview import run_preview

    options = PreviewOptions(
        bundle=bundle or find_bundle(None),
        size=size,
        language=language,
        log_format=log_format,
        log_file=log_file,
    )
    raise typer.Exit(run_preview(options))
