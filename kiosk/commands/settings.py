"""How this booth is set up: `kiosk settings` and `kiosk pin`."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from kiosk import cli
from kiosk.commands import app
from kiosk.commands.arguments import read_by
from kiosk.commands.store import told
from kiosk.errors import KioskError

FILE = Annotated[
    Path | None, typer.Option("--booth", metavar="FILE", help="The settings, where it is not the usual file.")
]

settings = typer.Typer(
    name="settings",
    help="Show, check or change how this booth is set up; docs/booth.md tells what may be set.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
app.add_typer(settings)


@settings.command()
def show(
    booth: FILE = None,
    format: Annotated[
        str,
        typer.Option(
            "--format", parser=read_by(cli.read_log_format), metavar="text|json", help="For people or programs."
        ),
    ] = "text",
) -> None:
    """Show every setting, and the file it stands in."""
    from kiosk.staff.settings_file import load_settings
    from kiosk.staff.told import flat

    loaded = load_settings(booth)
    values = flat(loaded.settings)
    for problem in loaded.problems:
        print(problem, file=sys.stderr)
    if format == "json":
        print(json.dumps({"file": loaded.file and str(loaded.file), "settings": values}, ensure_ascii=False, indent=2))
    else:
        print(loaded.file or "There is no booth.yaml: these are the usual settings.")
        width = max(len(name) for name in values)
        for name, value in values.items():
            print(f"  {name:{width}}  {_plain(value)}")
    raise typer.Exit(1 if loaded.problems else 0)


@settings.command("set")
def set_values(
    words: Annotated[
        list[str],
        typer.Argument(metavar="KEY VALUE | KEY=VALUE...", help="Such as sound.volume 40, or hours.sun=closed."),
    ],
    booth: FILE = None,
) -> None:
    """Change settings in the file; its comments stay."""
    from kiosk.staff.settings_file import change_settings, own_file
    from kiosk.staff.told import read_change

    pairs = [word.partition("=") for word in words]
    if len(words) == 2 and "=" not in words[0]:
        pairs = [(words[0], "=", words[1])]
    try:
        changes = dict(read_change(name, value) for name, equals, value in pairs if equals)
        if len(changes) != len(pairs):
            raise ValueError("write KEY VALUE, or KEY=VALUE for several")
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error
    with told("nothing was changed"):
        change_settings(booth, changes)
    print(f"{booth or own_file()}: {', '.join(f'{name} is {_plain(value)}' for name, value in changes.items())}")


@settings.command()
def check(
    file: Annotated[Path | None, typer.Argument(metavar="FILE", help="The usual one, where none is given.")] = None,
    format: Annotated[
        str,
        typer.Option(
            "--format", parser=read_by(cli.read_log_format), metavar="text|json", help="For people or programs."
        ),
    ] = "text",
) -> None:
    """Say what is wrong with the settings, and the cure.

    Ends with 0 where nothing is, 1 where something is, 2 where the command makes no sense.
    """
    from kiosk.bundle.report import as_json
    from kiosk.bundle.verdict import Verdict
    from kiosk.staff.reading import read_settings
    from kiosk.staff.settings_file import find_settings

    at = find_settings(file)
    if at is None:
        print("There is no booth.yaml: the usual settings hold.")
        return
    _, problems = read_settings(at)
    if format == "json":
        print(as_json(Verdict(at, problems)))
    for problem in problems if format == "text" else ():
        print(f"{problem} [{problem.code}]")
        if problem.source_line:
            print(f"    {problem.source_line.strip()}")
    if format == "text" and not problems:
        print(f"{at}: nothing is wrong.")
    raise typer.Exit(1 if problems else 0)


@settings.command()
def schema() -> None:
    """Print the JSON Schema of booth.yaml, with which an editor completes and explains it."""
    from kiosk.bundle.schema import schema_of
    from kiosk.staff.written import Booth

    typer.echo(schema_of(Booth, "The settings of a kiosk booth"))


@app.command()
def pin(
    booth: FILE = None,
    stdin: Annotated[bool, typer.Option("--stdin", help="Read it from standard input instead of asking.")] = False,
    remove: Annotated[bool, typer.Option("--remove", help="Have none: the staff panel stays shut then.")] = False,
) -> None:
    """Set the PIN of the staff panel, also where the old one is lost.

    Only its hash is kept.
    """
    from getpass import getpass

    from kiosk.staff.pin import hash_pin, refuse_weak
    from kiosk.staff.settings_file import change_settings, own_file

    chosen = ""
    with told("the PIN is what it was"):
        if not remove:
            chosen = sys.stdin.readline().strip() if stdin else getpass("New PIN, 6 to 12 digits: ")
            refuse_weak(chosen)
            if not stdin and getpass("Once more: ") != chosen:
                raise KioskError("these are two different PINs", "Type it again.")
        change_settings(booth, {"pin.hash": hash_pin(chosen) if chosen else ""})
    print(f"{booth or own_file()}: the PIN is {'set' if chosen else 'removed'}. It holds when the booth starts next.")


def _plain(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
