"""Warnings that the bundle's authors have looked at and want to hear no more about: `checks` in `content.yaml`.

Nothing here is heavy to import, because the process that shows the bundle silences what other processes found.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

from kiosk.ground.errors import Position, Problem

if TYPE_CHECKING:
    from kiosk.bundle.format.parse import Mapping, Node
    from kiosk.bundle.format.source import Source


_CODE: Final = re.compile(r"`([a-z]{2,3}(?:_[A-Za-z0-9]+)*)`")
"""How findings name languages; one that names several is silenced for none of them alone."""


class Silence(msgspec.Struct, frozen=True):
    """One entry: the code, the reason, and where (an empty `at` is everywhere).

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


class Sorted(msgspec.Struct, frozen=True):
    """What is left of the problems, and what is silenced, each with the entry that does it."""

    left: tuple[Problem, ...]
    silenced: tuple[tuple[Problem, Silence], ...]


def sort_out(
    folder: Path, problems: Iterable[Problem], silences: Sequence[Silence], unsought: Container[str] = ()
) -> Sorted:
    """Take the silenced warnings out, and put in a warning for each entry that silences nothing.

    `unsought` are the codes that nothing has looked for this time.
    """
    left: list[Problem] = []
    silenced: list[tuple[Problem, Silence]] = []
    for problem in problems:
        by = next((entry for entry in silences if _covers(entry, problem, folder)), None)
        if by is None:
            left.append(problem)
        else:
            silenced.append((problem, by))
    if not any(problem.severity == "error" for problem in left):  # else nothing was looked at closely
        used = {id(entry) for _, entry in silenced}
        left += [_idle(entry) for entry in silences if id(entry) not in used and entry.code not in unsought]
    return Sorted(tuple(left), tuple(silenced))


def read_silences(root: Mapping, source: Source) -> tuple[Silence, ...]:
    """Return the entries that are written as they should be; the others are reported elsewhere."""
    from kiosk.bundle.codes import BY_CODE
    from kiosk.bundle.format.parse import Mapping, Scalar, Sequence

    checks = root.entries.get("checks")
    found = []
    for item in checks.items if isinstance(checks, Sequence) else ():
        if not isinstance(item, Mapping):
            continue
        code, reason, at = (_text(item, name) for name in ("silence", "reason", "at"))
        known = BY_CODE.get(code)
        if known is None or known.severity != "warning" or not reason:
            continue
        place = item.entries["silence"]
        assert isinstance(place, Scalar)
        first, end = _stretch(root, at, (len(source.lines) + 1, 0)) if at else ((0, 0), (0, 0))
        shown = source.lines[place.line - 1]
        found.append(Silence(code, reason, at, str(source.file), place.line, place.column, shown, first, end))
    return tuple(found)


def _covers(entry: Silence, problem: Problem, folder: Path) -> bool:
    if problem.code != entry.code or problem.severity != "warning":
        return False
    at, position = entry.at, problem.position
    if not at:
        return True
    if str(position.file) == entry.file and entry.first <= (position.line, position.column) < entry.end:
        return True
    named = folder / at
    if position.file == named or named in position.file.parents:
        return True
    written = problem.source_line[max(position.column - 1, 0) :].lstrip("'\" ")
    if re.match(re.escape(at) + r"(?![\w./-])", written):
        return True
    if "/" in at and f"`{at}`" in problem.what:
        return True
    if at == problem.language or position.file.is_relative_to(folder / "translations" / at):
        return True
    return set(_CODE.findall(problem.what)) == {at}


def _idle(entry: Silence) -> Problem:
    where = f" at `{entry.at}`" if entry.at else ""
    position = Position(Path(entry.file), entry.line, entry.column)
    what = f"there is no {entry.code}{where} that this could silence"
    cure = "Take the entry out, or correct its `at`." if entry.at else "Take the entry out."
    return Problem(position, what, cure, entry.source_line, "warning", "K232")


def _text(item: Mapping, name: str) -> str:
    from kiosk.bundle.format.parse import Scalar

    value = item.entries.get(name)
    return value.text.strip() if isinstance(value, Scalar) and not value.broken and not value.is_blank else ""


def _stretch(node: Node, id: str, end: tuple[int, int]) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return from where to where the part of this id reaches; `end` is where what follows `node` begins."""
    from kiosk.bundle.format.parse import Mapping, Scalar

    if isinstance(node, Scalar):
        return (0, 0), (0, 0)
    if isinstance(node, Mapping):
        if _text(node, "id") == id:
            return (node.line, node.column), end
        inner = [((key.line, key.column), node.entries[name]) for name, key in node.keys.items()]
    else:
        inner = [((item.line, item.column), item) for item in node.items]
    ends = [*(start for start, _ in inner[1:]), end]
    for (_, part), until in zip(inner, ends, strict=True):
        found = _stretch(part, id, until)
        if found[1] != (0, 0):
            return found
    return (0, 0), (0, 0)
