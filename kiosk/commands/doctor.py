"""`kiosk doctor`: whether this machine is fit to show the booth."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from kiosk.commands import app
from kiosk.commands.arguments import BUNDLE, FORMAT, folder, read_by
from kiosk.ground.folders import state_folder
from kiosk.store.find import find_bundle

if TYPE_CHECKING:
    from kiosk.machine.doctor import Finding, Level

MARKS: Final = {"bad": ("bad ", "31"), "warn": ("warn", "33"), "unknown": ("?   ", "2"), "good": ("ok  ", "32")}
"""How bad, what is written for it, and in which colour."""


@app.command()
def doctor(
    bundle: Annotated[Path | None, typer.Argument(parser=read_by(folder), **BUNDLE)] = None,
    booth: Annotated[
        Path | None, typer.Option("--booth", metavar="FILE", help="The settings, where it is not the usual file.")
    ] = None,
    format: FORMAT = "text",
) -> None:
    """Say whether this machine is fit for the show.

    Clock, sound, fonts, disk, memory, content, and each guard of the operating system: on or off, and how to switch it
    on. Changes nothing. Ends with 1 where something is bad.
    """
    from kiosk.machine.doctor import worst
    from kiosk.machine.examination import examine_booth

    found = examine_booth(bundle or find_bundle(None), booth, state_folder(), inside=False)
    level = _name(worst(found))
    print(_json(found, level) if format == "json" else _text(found, coloured=sys.stdout.isatty()))
    raise typer.Exit(1 if level == "bad" else 0)


def _name(level: Level) -> str:
    return level.name.lower()


def _json(found: Sequence[Finding], level: str) -> str:
    findings = [{**asdict(finding), "level": _name(finding.level)} for finding in found]
    return json.dumps({"level": level, "findings": findings}, ensure_ascii=False, indent=2)


def _text(found: Sequence[Finding], coloured: bool) -> str:
    lines: list[str] = []
    for group, findings in groupby(found, lambda finding: finding.group):
        lines += ["", group.capitalize(), *(line for finding in findings for line in _lines(finding, coloured))]
    counts = Counter(_name(finding.level) for finding in found)
    return "\n".join([*lines, "", ", ".join(f"{counts[name]} {name}" for name in MARKS)])


def _lines(finding: Finding, coloured: bool) -> Iterator[str]:
    mark, colour = MARKS[_name(finding.level)]
    shown = f"\033[{colour}m{mark}\033[0m" if coloured else mark
    yield f"  {shown}  {finding.what}"
    if finding.cure and _name(finding.level) != "good":
        yield f"        {finding.cure}"
