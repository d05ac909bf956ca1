"""Warnings that the bundle's authors have looked at and want to hear no more about: `checks` in `content.yaml`."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from pathlib import Path
from typing import Final

from kiosk.ground.errors import Position, Problem
from kiosk.store.compilation import Silence

_CODE: Final = re.compile(r"`([a-z]{2,3}(?:_[A-Za-z0-9]+)*)`")
"""How findings name languages; one that names several is silenced for none of them alone."""


def sort_out(
    folder: Path, problems: Iterable[Problem], silences: Sequence[Silence], unsought: Container[str] = ()
) -> tuple[list[Problem], list[tuple[Problem, Silence]]]:
    """Return what is left of the problems, and what is silenced, each with the entry that does it.

    What is left has a warning more for each entry that silences nothing.

    `unsought` are the codes that nothing has looked for this time.
    """
    left: list[Problem] = []
    silenced: list[tuple[Problem, Silence]] = []
    for problem in problems:
        if by := next((entry for entry in silences if _covers(entry, problem, folder)), None):
            silenced.append((problem, by))
        else:
            left.append(problem)
    if not any(problem.severity == "error" for problem in left):  # else nothing was looked at closely
        left += _idle_ones(silences, [entry for _, entry in silenced], unsought)
    return left, silenced


def _idle_ones(silences: Sequence[Silence], used: Sequence[Silence], unsought: Container[str]) -> list[Problem]:
    known = set(map(id, used))
    return [_idle(entry) for entry in silences if id(entry) not in known and entry.code not in unsought]


def _covers(entry: Silence, problem: Problem, folder: Path) -> bool:
    if problem.code != entry.code or problem.severity != "warning":
        return False
    return not entry.at or any(is_meant(entry, problem, folder) for is_meant in _MEANT)


def _is_inside(entry: Silence, problem: Problem, _folder: Path) -> bool:
    at = problem.position
    return str(at.file) == entry.file and entry.first <= (at.line, at.column) < entry.end


def _is_in_file(entry: Silence, problem: Problem, folder: Path) -> bool:
    return problem.position.file.is_relative_to(folder / entry.at)


def _is_written(entry: Silence, problem: Problem, _folder: Path) -> bool:
    written = problem.source_line[max(problem.position.column - 1, 0) :].lstrip("'\" ")
    return re.match(re.escape(entry.at) + r"(?![\w./-])", written) is not None


def _is_told(entry: Silence, problem: Problem, _folder: Path) -> bool:
    return "/" in entry.at and f"`{entry.at}`" in problem.what


def _is_of_language(entry: Silence, problem: Problem, folder: Path) -> bool:
    catalogs = folder / "translations" / entry.at
    if entry.at == problem.language or problem.position.file.is_relative_to(catalogs):
        return True
    return set(_CODE.findall(problem.what)) == {entry.at}


_MEANT: Final = (_is_inside, _is_in_file, _is_written, _is_told, _is_of_language)
"""The ways in which `at` means a problem: the part, file or text where it is, the file that it tells, its language."""


def _idle(entry: Silence) -> Problem:
    where = f" at `{entry.at}`" if entry.at else ""
    position = Position(Path(entry.file), entry.line, entry.column)
    what = f"there is no {entry.code}{where} that this could silence"
    cure = "Take the entry out, or correct its `at`." if entry.at else "Take the entry out."
    return Problem(position, what, cure, entry.source_line, "warning", "K232")
