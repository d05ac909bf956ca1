"""A verdict on standard output: in colours where that is a terminal, with a table of the languages."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import typer

from kiosk.author.report import as_github, as_json, rows, spans, summary
from kiosk.commands.terminal import console

if TYPE_CHECKING:
    from rich.console import Console

    from kiosk.author.verdict import Verdict

_PLAIN_WIDTH = 160


def show(verdict: Verdict, format: str, outcome: str = "") -> None:
    """Print a verdict in one of the formats of `report`; `outcome` sums up where it is not about a bundle."""
    outcome = outcome or summary(verdict)
    if format == "json":
        typer.echo(as_json(verdict))
    elif format == "github":
        notes = as_github(verdict)
        typer.echo(f"{notes}\n{outcome}" if notes else outcome)
    else:
        _show_text(verdict, outcome)


def _show_text(verdict: Verdict, outcome: str) -> None:
    from rich.text import Text

    out = console(sys.stdout, _PLAIN_WIDTH)
    if out.is_terminal:
        out.print(Text.assemble(*spans(verdict)), soft_wrap=True, end="")
    else:
        typer.echo("".join(text for text, _ in spans(verdict)), nl=False)
    if verdict.languages:
        _show_table(verdict, out)
    typer.echo(outcome)
    if verdict.problems:
        typer.echo(f"`kiosk explain {verdict.problems[0].code}` tells more; docs/checks.md explains all codes.")


def _show_table(verdict: Verdict, out: Console) -> None:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    heading, found = rows(verdict.languages)
    table = Table(box=box.SIMPLE_HEAD if out.is_terminal else box.MARKDOWN, padding=(0, 1, 0, 0), pad_edge=False)
    for number, name in enumerate(heading):
        table.add_column(name, justify="right" if number else "left", no_wrap=not number, overflow="fold")
    for row in found:
        table.add_row(*(Text(cell) for cell in row))
    out.print(table)
