"""The commands as Typer shows and reads them."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer

from kiosk import __version__, cli
from kiosk.options import RunOptions, ShotsOptions

_T = TypeVar("_T")

app = typer.Typer(
    name="kiosk",
    help="A touch kiosk for exhibition booths, shown from a content bundle.",
    epilog="A bundle is a folder with content.yaml, assets/ and translations/. Without one, the demo booth is used.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def run_commands(words: list[str]) -> int:
    """Run a command line and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        app(words, prog_name="kiosk")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0 if end.code is None else 1
    return 0


def _read_by(read: Callable[[str], _T]) -> Callable[[Any], _T]:
    """Return a reader whose ValueError becomes a usage error in its own words."""

    def parse(text: Any) -> _T:
        try:
            return read(text)
        except ValueError as error:
            raise typer.BadParameter(str(error)) from error

    return parse


def _folder(written: str) -> Path:
    return cli.find_bundle(written, must_exist=True)


def _list(text: str) -> list[str]:
    return [word for word in (part.strip() for part in text.split(",")) if word]


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"kiosk {__version__}")
        raise typer.Exit


_BUNDLE = {"metavar": "BUNDLE", "show_default": "the demo booth", "help": "Folder of the bundle."}


@app.callback()
def _kiosk(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    pass


@app.command()
def run(
    bundle: Annotated[Path | None, typer.Argument(parser=_read_by(cli.find_bundle), **_BUNDLE)] = None,
    windowed: Annotated[bool, typer.Option("--windowed", help="Show a window instead of the full screen.")] = False,
    size: Annotated[
        str | None, typer.Option(metavar="WxH", help="Size of the window in pixels, such as 1080x1920.")
    ] = None,
    language: Annotated[
        str | None,
        typer.Option(metavar="CODE", help="Language to begin with: de, ar..., or en_XA, ar_XB to test with."),
    ] = None,
    display: Annotated[
        int | None, typer.Option(parser=_read_by(cli.read_display), metavar="N", help="Screen to use; the first is 0.")
    ] = None,
    idle_seconds: Annotated[
        float | None,
        typer.Option(parser=_read_by(cli.read_seconds), metavar="S", help="Time without a touch until a visit ends."),
    ] = None,
    log_format: Annotated[
        str, typer.Option(parser=_read_by(cli.read_log_format), metavar="text|json", help="How logs are written.")
    ] = "text",
    log_file: Annotated[
        Path | None, typer.Option(metavar="PATH", help="Write logs there instead of to standard error.")
    ] = None,
) -> None:
    """Show the booth, full screen."""
    options = RunOptions(
        bundle=bundle or cli.find_bundle(None),
        windowed=windowed,
        size=_read_by(cli.read_size)(size) if size is not None else None,
        language=language,
        display=display,
        idle_seconds=idle_seconds,
        log_format=log_format,
        log_file=log_file,
    )
    raise typer.Exit(cli.run(options))


@app.command()
def check(
    bundle: Annotated[Path | None, typer.Argument(parser=_read_by(_folder), **_BUNDLE)] = None,
    format: Annotated[
        str,
        typer.Option(
            "--format", parser=_read_by(cli.read_log_format), metavar="text|json", help="For people, or for programs."
        ),
    ] = "text",
) -> None:
    """Say what is wrong with a bundle, and the cure.

    Every mistake comes with its file, line and column.

    Ends with 0 where it can be shown, 1 where it has problems, 2 where the command makes no sense.
    """
    from kiosk.bundle.load import check_bundle
    from kiosk.bundle.report import as_json, as_text

    folder = bundle or cli.find_bundle(None)
    problems = check_bundle(folder)
    typer.echo(as_json(folder, problems) if format == "json" else as_text(folder, problems))
    raise typer.Exit(1 if any(problem.severity == "error" for problem in problems) else 0)


@app.command()
def shots(
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Folder for the pictures and their index.html.")],
    bundle: Annotated[Path | None, typer.Argument(parser=_read_by(_folder), **_BUNDLE)] = None,
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
        languages=tuple(_list(languages)),
        sizes=tuple(_read_by(cli.read_size)(size) for size in _list(sizes)),
        pages=tuple(_list(pages)),
    )
    raise typer.Exit(cli.shots(options))


@app.command()
def schema() -> None:
    """Print the JSON Schema of content.yaml.

    With it an editor completes and explains what one writes.
    """
    from kiosk.bundle.schema import schema_text

    typer.echo(schema_text())
