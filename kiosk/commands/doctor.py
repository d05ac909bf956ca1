"""`kiosk doctor`: whether this machine is fit to show the booth."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from kiosk import cli
from kiosk.commands import app
from kiosk.commands.arguments import BUNDLE, folder, read_by
from kiosk.ground.folders import state_folder


@app.command()
def doctor(
    bundle: Annotated[Path | None, typer.Argument(parser=read_by(folder), **BUNDLE)] = None,
    booth: Annotated[
        Path | None, typer.Option("--booth", metavar="FILE", help="The settings, where it is not the usual file.")
    ] = None,
    format: Annotated[
        str,
        typer.Option(
            "--format", parser=read_by(cli.read_log_format), metavar="text|json", help="For people, or for programs."
        ),
    ] = "text",
) -> None:
    """Say whether this machine is fit for the show.

    Clock, sound, fonts, disk, memory, content, and each guard of the operating system: on or off, and how to switch it
    on. Changes nothing. Ends with 1 where something is bad.
    """
    from kiosk.staff.doctor import Level, worst
    from kiosk.staff.examination import examine_booth

    found = examine_booth(bundle or cli.find_bundle(None), booth, state_folder(), inside=False)
    if format == "json":
        told = [{**asdict(finding), "level": finding.level.name.lower()} for finding in found]
        print(json.dumps({"level": worst(found).name.lower(), "findings": told}, ensure_ascii=False, indent=2))
    else:
        marks = {
            Level.GOOD: ("ok  ", "32"),
            Level.UNKNOWN: ("?   ", "2"),
            Level.WARN: ("warn", "33"),
            Level.BAD: ("bad ", "31"),
        }
        coloured = sys.stdout.isatty()
        group = ""
        for finding in found:
            if finding.group != group:
                group = finding.group
                print(f"\n{group.capitalize()}")
            mark, colour = marks[finding.level]
            shown = f"\033[{colour}m{mark}\033[0m" if coloured else mark
            print(f"  {shown}  {finding.what}")
            if finding.cure and finding.level is not Level.GOOD:
                print(f"        {finding.cure}")
        counts = ", ".join(f"{sum(f.level is level for f in found)} {level.name.lower()}" for level in reversed(Level))
        print(f"\n{counts}")
    raise typer.Exit(1 if worst(found) is Level.BAD else 0)
