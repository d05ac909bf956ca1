"""`kiosk keep`: the booth, started again whenever it ends or hangs."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from kiosk.commands import app
from kiosk.commands.arguments import read_by
from kiosk.ground.options import read_seconds


@app.command(context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False})
def keep(
    arguments: Annotated[
        list[str] | None, typer.Argument(metavar="[BUNDLE] [OPTIONS OF run]", help="What `kiosk run` is given.")
    ] = None,
    watchdog: Annotated[
        float,
        typer.Option(
            "--watchdog",
            parser=read_by(read_seconds),
            metavar="S",
            help="Seconds without a picture until it restarts.",
        ),
    ] = 10.0,
) -> None:
    """Show the booth, and start it again whenever it ends or hangs.

    For machines on which systemd does not do that; docs/operation.md has both ways.
    """
    from kiosk.machine.keeper import Keeper

    raise typer.Exit(Keeper([sys.executable, "-m", "kiosk", "run", *(arguments or ())], watchdog).run())
