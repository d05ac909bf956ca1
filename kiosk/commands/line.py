"""A command line that Typer reads: all commands are loaded, as its help lists them."""

from __future__ import annotations

import io
import sys
from importlib import import_module
from typing import Final

from kiosk.commands import app

SUBJECTS: Final = (
    *("booth", "keep", "new", "preview", "content", "explain", "translate", "store"),
    *("settings", "pin", "doctor", "report"),
)
"""The modules of the commands, in the order in which `kiosk --help` lists them: as one comes to need them."""


def run_commands(words: list[str]) -> int:
    """Run a command line and return its exit code."""
    for subject in SUBJECTS:
        import_module(f"kiosk.commands.{subject}")

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        app(words, prog_name="kiosk")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0 if end.code is None else 1
    return 0
