"""What exhibitors do with a bundle: check it, look at it, learn how it is written."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from kiosk.commands import app
from kiosk.commands.arguments import BUNDLE, REPORT_FORMAT, folder, read_by, words
from kiosk.ground.errors import KioskError, Position, Problem
from kiosk.ground.options import ShotsOptions, read_size
from kiosk.store.find import find_bundle


@app.command()
def check(
    bundle: Annotated[Path | None, typer.Argument(parser=read_by(folder), **BUNDLE)] = None,
    format: REPORT_FORMAT = "text",
    fit: Annotated[
        bool,
        typer.Option("--fit/--no-fit", help="Lay out every page to see whether its texts fit, which takes longest."),
    ] = True,
    strict: Annotated[bool, typer.Option("--strict", help="Let warnings count as errors.")] = False,
) -> None:
    """Say what is wrong with a bundle, and the cure.

    Every finding comes with its file, line, column and code; docs/checks.md explains the codes, and how to silence a
    warning.

    Ends with 0 where the bundle can be shown, 1 where it has errors, 2 where the command makes no sense.
    """
    from kiosk.author.verdict import judge
    from kiosk.commands.progress import Progress, count_files
    from kiosk.commands.terminal import console
    from kiosk.commands.verdict import show
    from kiosk.store.load import check_closely
    from kiosk.workshop.fit import measure_apart

    at = bundle or find_bundle(None)
    misfits, trouble = None, []
    with Progress(console(sys.stderr), count_files(at)) as progress:
        report = check_closely(at, progress.tick)
        if fit and report.index is not None:
            progress.begin("Laying out every page")
            try:
                misfits = measure_apart(at)
            except KioskError as error:
                where = Position(at / "content.yaml")
                trouble = [Problem(where, error.what, error.cure, severity="warning", code="K701")]
    verdict = judge(at, report, misfits, trouble)
    show(verdict, format)
    raise typer.Exit(1 if verdict.errors or (strict and verdict.warnings) else 0)


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
    compare: Annotated[
        Path | None, typer.Option("--compare", metavar="OLD", help="Mark what changed since this earlier --out folder.")
    ] = None,
) -> None:
    """Take a picture of every page in every language.

    Works without a screen; the folder gets the pictures and an index.html, one file with all of them and with what
    `check` finds beside each page: to look through, to sign off, to send on.
    """
    from kiosk.workshop.shots import take_shots

    options = ShotsOptions(
        bundle=bundle or find_bundle(None),
        out=out,
        languages=tuple(words(languages)),
        sizes=tuple(read_by(read_size)(size) for size in words(sizes)),
        pages=tuple(words(pages)),
        compare=compare,
    )
    raise typer.Exit(take_shots(options))


@app.command()
def schema() -> None:
    """Print the JSON Schema of content.yaml.

    With it an editor completes and explains what one writes.
    """
    from kiosk.author.format.schema import schema_text

    typer.echo(schema_text())
