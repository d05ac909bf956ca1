"""`kiosk translate`: the bundle's texts on their way to translators and back."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.commands import app
from kiosk.commands.arguments import FORMAT, folder, read_by
from kiosk.commands.complaints import complaints
from kiosk.commands.terminal import console

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

    from kiosk.author.translation.coverage import Coverage, Status

translate = typer.Typer(
    help="Take the texts of a bundle to translators and back.",
    epilog="Catalogs are gettext files: Poedit, Weblate and every other translation program opens them.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
app.add_typer(translate, name="translate")

# Catalogs belong to the folder that one works in, never to the installed bundle: that one is not changed.
Bundle = Annotated[
    Path,
    typer.Argument(parser=read_by(folder), metavar="BUNDLE", help="Folder of the bundle.", show_default="this one"),
]
Out = Annotated[
    Path | None,
    typer.Option("--out", "-o", metavar="FILE", help="Write it there.", show_default="standard output"),
]


@translate.command()
def extract(bundle: Bundle = Path("."), out: Out = None) -> None:
    """Write the template: every text that is to be translated.

    Each comes with notes on where it stands and how long it may be.
    """
    from kiosk.author.translation.catalogs import template_text

    with complaints():
        _write(out, template_text(bundle))


@translate.command()
def update(
    bundle: Bundle = Path("."),
    check: Annotated[bool, typer.Option("--check", help="Write nothing; end with 1 where something is to do.")] = False,
) -> None:
    """Bring the catalogs up to date with content.yaml.

    Translations and the remarks of translators stay. What is new and like a text that was there before is marked as
    fuzzy, what is gone is kept at the end of the file.
    """
    from kiosk.author.translation.catalogs import update_catalogs, updated_catalogs

    with complaints():
        if check:
            stale = [path for path, text in updated_catalogs(bundle).items() if _read(path) != text]
            for path in stale:
                typer.echo(f"not up to date: {path}", err=True)
            raise typer.Exit(1 if stale else 0)
        for path in update_catalogs(bundle):
            typer.echo(f"updated {path}")


@translate.command()
def status(
    bundle: Bundle = Path("."),
    format: FORMAT = "text",
    fail_under: Annotated[
        float,
        typer.Option(
            metavar="PERCENT", min=0, max=100, help="End with 1 where a language has less.", show_default=False
        ),
    ] = 0,
) -> None:
    """Show how far the translation into each language is."""
    from kiosk.author.translation.coverage import translation_status

    with complaints():
        found = translation_status(bundle)
    if format == "json":
        typer.echo(json.dumps(found.as_json(), ensure_ascii=False, indent=2))
    else:
        _show(found)
    below = found.below(fail_under)
    if below:
        names = ", ".join(f"{language.code} ({language.percent:g} %)" for language in below)
        typer.echo(f"kiosk: less than {fail_under:g} % is translated into {names}", err=True)
    raise typer.Exit(1 if below else 0)


@translate.command()
def pseudo(
    bundle: Bundle = Path("."),
    language: Annotated[
        str, typer.Option(metavar="CODE", help="en_XA: accented and a third longer. ar_XB: right to left.")
    ] = "en_XA",
    out: Out = None,
) -> None:
    """Translate into a language made up by the computer.

    With it one sees before the translation what will be cut off, is not translated or does not turn round. The booth
    speaks it without a catalog; the file is for translation programs.
    """
    from kiosk.author.translation.catalogs import pseudo_text_of
    from kiosk.language.locales import is_pseudo

    if not is_pseudo(language):
        raise typer.BadParameter("write en_XA or ar_XB", param_hint="--language")
    with complaints():
        _write(out, pseudo_text_of(bundle, language))
    typer.echo(f"On the booth:  kiosk run {bundle} --windowed --language {language}", err=True)
    typer.echo(f"In pictures:   kiosk shots {bundle} --languages {language} --out pictures", err=True)


def _show(found: Status) -> None:
    out = console(sys.stdout)
    if found.languages:
        heading = ("language", "texts", "translated", "fuzzy", "missing", "percent", "captions")
        out.print(_table(heading, (_row(at, len(found.films)) for at in found.languages), left=("language",)))
    else:
        out.print(f"The bundle speaks one language, {found.source}: there is nothing to translate.")
    if silent := found.without_captions():
        rows = ((film.name, str(film.line), ", ".join(codes)) for film, codes in silent)
        films = _table(
            ("film without captions", "line", "languages"), rows, left=("film without captions", "languages")
        )
        out.print()
        out.print(films)


def _row(at: Coverage, films: int) -> tuple[str | Text, ...]:
    from rich.text import Text

    colour = "green" if at.percent == 100 else "yellow" if at.percent >= 50 else "red"
    counts = (str(number) for number in (at.texts, at.translated, at.fuzzy, at.missing))
    return f"{at.code}  {at.name}", *counts, Text(f"{at.percent:g} %", colour), f"{at.captions} of {films}"


def _table(heading: Sequence[str], rows: Iterable[Sequence[str | Text]], left: Sequence[str]) -> Table:
    """Return a table without lines; the columns of `left` begin at their left edge, the others are of numbers."""
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in heading:
        table.add_column(name, justify="left" if name in left else "right")
    for row in rows:
        table.add_row(*(Text(cell) if isinstance(cell, str) else cell for cell in row))
    return table


def _read(path: Path) -> str:
    return path.read_bytes().decode("utf-8", "replace") if path.is_file() else ""


def _write(out: Path | None, text: str) -> None:
    from kiosk.author.translation.catalogs import write_whole

    if out is None:
        sys.stdout.write(text)
        sys.stdout.flush()
    else:
        write_whole(out, text)
