"""`kiosk report`: what the counts of some days say."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.commands import app
from kiosk.commands.arguments import BUNDLE, folder, read_by
from kiosk.commands.complaints import complaints
from kiosk.commands.settings import FILE
from kiosk.ground.errors import BundleError
from kiosk.store.find import find_bundle

if TYPE_CHECKING:
    from kiosk.bundle.model import Bundle
    from kiosk.counts.titles import Titles
    from kiosk.settings.settings import Settings

_OFF = "Counting is off: `kiosk settings set counts.enabled true` switches it on.\n"


def read_day(text: str) -> date:
    """Return a day written as 2026-11-25."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ValueError(f"{text!r} is no day: write for example 2026-11-25") from error


@app.command()
def report(
    first: Annotated[
        date | None,
        typer.Option("--from", parser=read_by(read_day), metavar="DAY", help="The first day, such as 2026-11-25."),
    ] = None,
    last: Annotated[
        date | None, typer.Option("--to", parser=read_by(read_day), metavar="DAY", help="The last day.")
    ] = None,
    csv: Annotated[bool, typer.Option("--csv", help="As a table for a spreadsheet.")] = False,
    html: Annotated[bool, typer.Option("--html", help="As a page with plots, in one file.")] = False,
    out: Annotated[Path | None, typer.Option("-o", "--out", metavar="FILE", help="Write it there.")] = None,
    language: Annotated[
        str,
        typer.Option(metavar="CODE", help="Language of the titles of pages and films.", show_default="the booth's"),
    ] = "",
    bundle: Annotated[
        Path | None, typer.Option("--bundle", parser=read_by(folder), **{**BUNDLE, "help": "The bundle they are from."})
    ] = None,
    file: Annotated[
        Path | None,
        typer.Option("--counts", metavar="FILE", help="The counts.", show_default="those of this account"),
    ] = None,
    booth: FILE = None,
) -> None:
    """Say when the booth was busy, and with what.

    Also what visitors looked at, and in which language. Counting is off until somebody switches it on: with `kiosk
    settings set counts.enabled true`, or in the staff panel. docs/counts.md tells what is counted, and what is not.
    """
    from kiosk.counts.answers import as_text, many
    from kiosk.counts.counts import counts_file, read_rows
    from kiosk.counts.report_page import report_page
    from kiosk.counts.summary import as_csv, sum_up
    from kiosk.settings.file import load_settings

    _refuse(csv and html, first, last, file)
    with complaints():
        rows = read_rows(file or counts_file(), first, last)
    settings = load_settings(booth).settings
    found = sum_up(rows, date.today())
    shown = _read(bundle or find_bundle(None)) if rows and not csv else None
    titles, name = _names(shown, language, settings)
    if csv:
        text = as_csv(rows)
    elif html:
        text = report_page(found, titles, name, first, last)
    else:
        text = printable(as_text(found, titles)) + ("" if rows or settings.counts.enabled else _OFF)
    _write(out, text, many(found.visits, "visit"))


def _refuse(both: bool, first: date | None, last: date | None, file: Path | None) -> None:
    if both:
        raise typer.BadParameter("choose --csv or --html", param_hint="--csv")
    if first and last and last < first:
        raise typer.BadParameter(f"{last} comes before {first}", param_hint="--to")
    if file is not None and not file.is_file():
        raise typer.BadParameter(f"there is no file {file}", param_hint="--counts")


def _read(at: Path) -> Bundle | None:
    """Return the bundle whose titles are wanted; where it cannot be read, its pages are called by their ids."""
    from kiosk.store.load import load_bundle

    try:
        return load_bundle(at)
    except BundleError as error:
        print(f"kiosk: {at} cannot be read, so pages are called by their ids: {error.what}", file=sys.stderr)
        return None


def _names(bundle: Bundle | None, language: str, settings: Settings) -> tuple[Titles, str]:
    """Return what pages are called, and the booth."""
    from kiosk.bundle.model import say
    from kiosk.counts.titles import Titles, titles_of

    if bundle is None:
        return Titles(), settings.name
    code = (language or settings.languages.default).replace("-", "_")
    return titles_of(bundle, code), settings.name or say(bundle.title, code)


def _write(out: Path | None, text: str, count: str) -> None:
    from kiosk.author.translation.catalogs import write_whole

    if out is None:
        sys.stdout.write(text)
        return
    with complaints():
        write_whole(out, text)
    print(f"{out}: {count}")


def printable(text: str) -> str:
    """Return `text` without what a terminal would act upon."""
    from kiosk.language.locales import APART

    return "".join("" if c in APART else c if c == "\n" or c.isprintable() else " " for c in text)
