"""What exhibitors do with a bundle: check it, look at it, learn how it is written."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kiosk import cli
from kiosk.commands import app
from kiosk.commands.arguments import BUNDLE, folder, read_by, words
from kiosk.options import ShotsOptions


@app.command()
def check(
    bundle: Annotated[Path | None, typer.Argument(parser=read_by(folder), **BUNDLE)] = None,
    format: Annotated[
        str,
        typer.Option(
            "--format", parser=read_by(cli.read_log_format), metavar="text|json", help="For people, or for programs."
        ),
    ] = "text",
) -> None:
    """Say what is wrong with a bundle, and the cure.

    Every mistake comes with its file, line and column.

    Ends with 0 where it can be shown, 1 where it has problems, 2 where the command makes no sense.
    """
    from kiosk.bundle.load import check_bundle
    from kiosk.bundle.report import as_json, as_text

    at = bundle or cli.find_bundle(None)
    problems = check_bundle(at)
    typer.echo(as_json(at, problems) if format == "json" else as_text(at, problems))
    raise typer.Exit(1 if any(problem.severity == "error" for problem in problems) else 0)


@app.command()
def shots(
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Folder for the pictures and their index.html.")],
    bundle: Annotated[Path | None, typer.Argument(parser=read_by(folder), **BUNDLE)] = None,
    languages: Annotated[
        str, typer.Option(metavar="CODES", help="Only these, such as en,ar.", show_default="all")
    ] = "",
    sizes: Annotated[
        str,
        typer.Option(metavar="SIZES", help="Only these, such as 1920x1080,1080x1920.", show_default="both of these"),
    ] = "",
    pages: Annotated[
        str, typer.Option(metavar="PAGES", help="Only these, such as home,sector.", show_default="all")
    ] = "",
) -> None:
    """Take a picture of every page in every language.

    Works without a screen; the folder gets an index.html with all pictures.
    """
    options = ShotsOptions(
        bundle=bundle or cli.find_bundle(None),
        out=out,
        languages=tuple(words(languages)),
        sizes=tuple(read_by(cli.read_size)(size) for size in words(sizes)),
        pages=tuple(words(pages)),
    )
    raise typer.Exit(cli.shots(options))


@app.command()
def schema() -> None:
    """Print the JSON Schema of content.yaml.

    With it an editor completes and explains what one writes.
    """
    from kiosk.bundle.schema import schema_text

    typer.echo(schema_text())
