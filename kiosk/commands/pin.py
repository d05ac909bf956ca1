"""The PIN of the staff panel: `kiosk pin`."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from kiosk.commands import app
from kiosk.commands.complaints import complaints
from kiosk.commands.settings import FILE
from kiosk.ground.errors import KioskError
from kiosk.settings.settings import PIN_HASH


@app.command()
def pin(
    booth: FILE = None,
    stdin: Annotated[bool, typer.Option("--stdin", help="Read it from standard input instead of asking.")] = False,
    remove: Annotated[bool, typer.Option("--remove", help="Have none: the staff panel stays shut then.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Remove it without asking.")] = False,
) -> None:
    """Set the PIN of the staff panel, also where the old one is lost.

    Only its hash is kept. A booth that runs asks for the new one at once.
    """
    from kiosk.settings.file import change_settings, file_to_change

    file = file_to_change(booth)
    with complaints("the PIN is what it was"):
        if remove:
            _ask_to_remove(yes)
            change_settings(booth, {PIN_HASH.name: None})
            print(f"{file}: there is no PIN, and the staff panel stays shut.")
            return
        from kiosk.staff.pin import hash_pin, refuse_weak

        chosen = sys.stdin.readline().strip() if stdin else _ask("New PIN, 6 to 12 digits: ")
        refuse_weak(chosen)
        if not stdin and _ask("Once more: ") != chosen:
            raise KioskError("these are two different PINs", "Type it again.")
        change_settings(booth, {PIN_HASH.name: hash_pin(chosen)})
    print(f"{file}: the PIN is set.")


def _ask(question: str) -> str:
    """Return what is typed, unseen."""
    from getpass import getpass

    _need_terminal()
    try:
        return getpass(question).strip()
    except EOFError as error:
        raise KioskError("nothing was typed", "Type the PIN, or give it with --stdin.") from error


def _ask_to_remove(yes: bool) -> None:
    if yes:
        return
    _need_terminal("--yes")
    if not typer.confirm("Nobody can open the staff panel without a PIN. Remove it?"):
        raise typer.Exit(1)


def _need_terminal(otherwise: str = "--stdin") -> None:
    if not sys.stdin.isatty():
        raise KioskError("there is no terminal to ask at", f"Use {otherwise} in scripts.")
