"""Compiling a bundle in a process of its own: how that is started, and what comes back.

The worker is limited in memory and time; a file that kills it becomes a problem with a line like any other.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

import msgspec

from kiosk.bundle.stamp import Index
from kiosk.ground.errors import Position, Problem
from kiosk.ground.messages import decode

if TYPE_CHECKING:
    from kiosk.ground.processes import Ended

Tick: TypeAlias = Callable[[str], None]
"""Called with the name of a file before it is read, and with an empty one ten times a second."""

WALL_SECONDS: Final = 900.0
"""The whole of one compilation; the worker itself stops after 60 s over any one file."""


class Silence(msgspec.Struct, frozen=True):
    """One entry of `checks` in `content.yaml`: the code of warnings to be silent about, the
    reason, and where (an empty `at` is everywhere).

    `file` and `line` are where the entry stands; from `first` up to `end` (line and column in the same file) stretches
    the part of the bundle whose id `at` is.
    """

    code: str
    reason: str
    at: str
    file: str
    line: int
    column: int
    source_line: str = ""
    first: tuple[int, int] = (0, 0)
    end: tuple[int, int] = (0, 0)


class Coverage(msgspec.Struct, frozen=True):
    """How much of a bundle is said in a language: counts of texts, and of films with captions in it.

    `texts` are those that can be translated; `films` those that need captions, having sound or captions in some
    language; `obsolete` counts what the catalog still holds and the bundle no longer says.
    """

    code: str
    name: str
    texts: int
    translated: int
    missing: int = 0
    fuzzy: int = 0
    obsolete: int = 0
    films: int = 0
    captions: int = 0


class Report(msgspec.Struct, frozen=True):
    """What the worker found out: the problems, and the bundle's index where it can be shown.

    `coverage` has each language, the source first, and `memory_bytes` is what the booth will need; both are found out
    only where somebody asks for a check.
    """

    problems: tuple[Problem, ...]
    index: Index | None = None
    coverage: tuple[Coverage, ...] = ()
    memory_bytes: int = 0
    silences: tuple[Silence, ...] = ()


def compile_apart(folder: Path, *options: str, tick: Tick = lambda _file: None) -> Report:
    """Return what the worker finds out about the bundle in `folder`, whatever becomes of it; `options` are its own."""
    from kiosk.ground.processes import run_and_listen, what_it_reads, worker_command

    command = worker_command("kiosk.author.compile.worker", folder, *options)
    ended = run_and_listen(command, WALL_SECONDS, lambda line: tick(what_it_reads(line)[0]))
    try:
        return decode(ended.printed, Report)
    except ValueError:
        return died(folder, ended)


def died(folder: Path, ended: Ended) -> Report:
    """Return the report of a worker that died; it has said on its standard error which file it read."""
    name, line = ended.read_last
    what, cure = "the bundle", "Make the bundle smaller, and look for files that do not belong in it."
    if name:
        what, cure = f"`{name}`", "Save this file again, smaller, in another format."
    place = Position(folder / "content.yaml", line, min(line, 1))
    return Report((Problem(place, f"reading {what} {ended.how}", cure, code="K122"),))
