"""`kiosk report`: what the counts of some days say."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from kiosk.commands import app
from kiosk.commands.arguments import read_by
from kiosk.commands.store import told


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
    file: Annotated[
        Path | None, typer.Option("--counts", metavar="FILE", help="The counts, where they are not the usual file.")
    ] = None,
) -> None:
    """Say when the booth was busy, and with what.

    Also what visitors looked at, and in which language.

    Counting is off until somebody switches it on (`kiosk settings set counts.enabled true`); docs/counts.md tells what
    is counted, and what is not.
    """
    from kiosk.staff.counts import Counts, counts_file
    from kiosk.staff.report_page import report_page
    from kiosk.staff.settings_file import load_settings
    from kiosk.staff.summary import answers, as_csv, sum_up

    if csv and html:
        raise typer.BadParameter("choose --csv or --html", param_hint="--csv")
    with told():
        rows = Counts(file or counts_file()).rows(first, last)
    settings = load_settings().settings
    if csv:
        text = as_csv(rows)
    elif html:
        text = report_page(sum_up(rows), settings.name, first, last)
    else:
        text = "\n".join(answers(sum_up(rows))) + "\n"
        if not rows and not settings.counts.enabled:
            text += "Counting is off: `kiosk settings set counts.enabled true` switches it on.\n"
    if out is None:
        sys.stdout.write(text)
        return
    with told():
        out.write_text(text, "utf-8")
    print(f"{out}: {len(rows)} counts")
