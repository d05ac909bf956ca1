"""Problems as a list: in which order, and how many of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from kiosk.ground.errors import Position, Problem

_MORE: Final = {"error": "K123", "warning": "K124"}


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return each of `problems` once, by file, line and column; those that are only counted come last."""
    return tuple(sorted(dict.fromkeys(problems), key=_place))


def most(problems: Sequence[Problem], severity: str, limit: int) -> list[Problem]:
    """Return those of `problems` that are of one severity, the ones above `limit` only counted."""
    found = [problem for problem in problems if problem.severity == severity]
    if len(found) <= limit:
        return found
    what = f"there are {len(found) - limit} more {severity}s"
    last = Position(found[limit - 1].position.file)
    return [*found[:limit], Problem(last, what, "Mend the ones above first.", severity=severity, code=_MORE[severity])]


def _place(problem: Problem) -> tuple[bool, Position, str, str]:
    return problem.code in _MORE.values(), problem.position, problem.code, problem.what
