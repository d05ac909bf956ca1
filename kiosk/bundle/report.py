"""Problems as text for people and as JSON for programs."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path

from kiosk.errors import Problem


def as_text(folder: Path, problems: Sequence[Problem]) -> str:
    """Return every problem with its line, a mark under the place, and its cure; then one line that sums up."""
    return "\n".join([*(_one(problem) for problem in problems), _summary(folder, problems)])


def as_json(folder: Path, problems: Sequence[Problem]) -> str:
    """Return the same as one JSON object."""
    listed = [
        {
            "file": str(problem.position.file),
            "line": problem.position.line,
            "column": problem.position.column,
            "severity": problem.severity,
            "what": problem.what,
            "cure": problem.cure,
            "source_line": problem.source_line,
        }
        for problem in problems
    ]
    errors, warnings = _counts(problems)
    answer = {"bundle": str(folder), "errors": errors, "warnings": warnings, "problems": listed}
    return json.dumps(answer, ensure_ascii=False, indent=2)


def _one(problem: Problem) -> str:
    lines = [f"{problem.position}: {problem.severity}: {_plain(problem.what)}"]
    margin = "  "
    if problem.source_line.strip():
        number = str(problem.position.line)
        margin = " " * (len(number) + 2)
        shown = _plain(problem.source_line)
        before = " " * _width(shown[: problem.position.column - 1])
        lines += [f" {number} | {shown}", f"{margin}| {before}^"]
    lines.append(f"{margin}= {_plain(problem.cure)}")
    return "\n".join(lines) + "\n"


def _summary(folder: Path, problems: Sequence[Problem]) -> str:
    errors, warnings = _counts(problems)
    counts = [_count(errors, "error"), _count(warnings, "warning")]
    found = " and ".join(count for count in counts if count)
    if errors:
        return f"{found} in {folder}: the booth cannot show this bundle yet."
    return f"{found} in {folder}: the booth can show this bundle." if found else f"No problems in {folder}."


def _counts(problems: Iterable[Problem]) -> tuple[int, int]:
    severities = [problem.severity for problem in problems]
    return severities.count("error"), severities.count("warning")


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}" if number else ""


def _plain(text: str) -> str:
    """Return `text` without what a terminal would act upon."""
    return "".join(c if c.isprintable() else " " for c in text)


def _width(text: str) -> int:
    """Return how many columns of a terminal `text` takes up."""
    wide = sum(unicodedata.east_asian_width(c) in "WF" for c in text)
    return len(text) + wide - sum(bool(unicodedata.combining(c)) for c in text)
