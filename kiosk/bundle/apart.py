"""Compiling a bundle in a process of its own: how that is started, and what comes back.

The worker is limited in memory and time; a file that kills it becomes a problem with a line like any other.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeAlias

import msgspec

from kiosk.bundle.model import Bundle
from kiosk.bundle.silence import Silence
from kiosk.bundle.stamp import Stamp
from kiosk.ground.errors import Position, Problem

Tick: TypeAlias = Callable[[str], None]
"""Called with the name of a file before it is read, and with an empty one ten times a second."""

WALL_SECONDS: Final = 900.0
"""The whole of one compilation; the worker itself stops after 60 s over any one file."""


class Found(msgspec.Struct, frozen=True):
    """A problem on its way between the processes."""

    file: str
    line: int
    column: int
    what: str
    cure: str
    source_line: str
    severity: str
    code: str = ""
    language: str = ""


def found(problem: Problem) -> Found:
    """Return `problem` as it travels; a file's name may hold bytes that are no letters."""
    at = problem.position
    return Found(
        file=str(at.file).encode("utf-8", "backslashreplace").decode(),
        line=at.line,
        column=at.column,
        what=problem.what,
        cure=problem.cure,
        source_line=problem.source_line,
        severity=problem.severity,
        code=problem.code,
        language=problem.language,
    )


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
    """What the worker found out: the problems, and the bundle with its stamp where there is one.

    `coverage` has each language, the source first, and `memory_bytes` is what the booth will need; both are found out
    only where somebody asks for a check.
    """

    problems: tuple[Found, ...]
    stamp: Stamp | None = None
    bundle: Bundle | None = None
    coverage: tuple[Coverage, ...] = ()
    memory_bytes: int = 0
    silences: tuple[Silence, ...] = ()


def problems_of(report: Report) -> tuple[Problem, ...]:
    """Return the problems of a report, by file and line."""
    return tuple(problem_of(told) for told in report.problems)


def problem_of(told: Found) -> Problem:
    """Return a problem that has travelled."""
    at = Position(Path(told.file), told.line, told.column)
    return Problem(at, told.what, told.cure, told.source_line, told.severity, told.code, language=told.language)


def compile_apart(folder: Path, *options: str, tick: Tick = lambda _file: None) -> Report:
    """Return what the worker finds out about the bundle in `folder`, whatever becomes of it; `options` are its own."""
    import signal

    from kiosk.bundle.listen import run_and_listen

    def hear(line: str) -> None:
        tick(line.removeprefix("reads ").partition(" ")[2] if line.startswith("reads ") else "")

    command, environment = worker_command("kiosk.bundle.worker", folder, *options)
    ended = run_and_listen(command, environment, WALL_SECONDS, hear)
    try:
        return msgspec.json.decode(ended.printed, type=Report)
    except ValueError:
        return died(folder, ended.said, "took too long" if ended.code in (None, -signal.SIGALRM) else "failed")


def worker_command(module: str, folder: Path, *options: str) -> tuple[list[str], dict[str, str]]:
    """Return the command line and the environment that run `module` over `folder` in a process."""
    package = str(Path(__file__).resolve().parents[2])
    paths = [package, *filter(None, os.environ.get("PYTHONPATH", "").split(os.pathsep))]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONIOENCODING": "utf-8"}
    # -P: the folder that the program was started from may be the bundle, and nothing in a bundle is ever run.
    return [
        sys.executable,
        "-P",
        "-m",
        module,
        str(folder),
        *options,
    ], environment


def died(folder: Path, said: bytes, reason: str) -> Report:
    """Return the report of a worker that died; `said` is its standard error, which names the file that it read."""
    last = [line for line in said.decode("utf-8", "replace").splitlines() if line.startswith("reads ")]
    line, _, name = last[-1].removeprefix("reads ").partition(" ") if last else ("0", "", "")
    what = f"reading `{name}` {reason}" if name else f"reading the bundle {reason}"
    cure = (
        "Save this file again, smaller, in another format."
        if name
        else "Make the bundle smaller, and look for files that do not belong in it."
    )
    return Report(
        (Found(str(folder / "content.yaml"), int(line), 1 if int(line) else 0, what, cure, "", "error", "K122"),)
    )
