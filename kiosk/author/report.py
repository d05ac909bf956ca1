"""A verdict as text for people, as JSON for programs, and as notes for GitHub."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final, TypeAlias

from msgspec.structs import asdict

from kiosk.author.verdict import LanguageRow, Verdict
from kiosk.ground.errors import Problem

FORMATS: Final = ("text", "json", "github")

Span: TypeAlias = tuple[str, str]
"""A piece of text and how a terminal shows it, in the words of rich."""

_COLOURS: Final = {"error": "bold red", "warning": "bold yellow"}


def as_text(verdict: Verdict) -> str:
    """Return every problem with its line, a mark under the place and its cure; then one line that sums up."""
    return "".join(text for text, _ in spans(verdict)) + summary(verdict)


def spans(verdict: Verdict) -> Iterator[Span]:
    """Yield the problems as text with its colours, errors first, each kind under its heading."""
    for severity in ("error", "warning"):
        problems = [problem for problem in verdict.problems if problem.severity == severity]
        if problems:
            yield f"{severity.capitalize()}s ({len(problems)})\n\n", "bold"
        for problem in problems:
            yield from _one(problem)


def as_json(verdict: Verdict) -> str:
    """Return everything as one JSON object."""
    answer = {
        "bundle": str(verdict.folder),
        "errors": verdict.errors,
        "warnings": verdict.warnings,
        "problems": [as_object(problem) for problem in verdict.problems],
        "silenced": [
            {**as_object(problem), "reason": silence.reason, "silenced_on_line": silence.line}
            for problem, silence in verdict.silenced
        ],
        "languages": [_row_as_object(row) for row in verdict.languages],
        "memory_bytes": verdict.memory_bytes,
    }
    return json.dumps(answer, ensure_ascii=False, indent=2)


def as_github(verdict: Verdict) -> str:
    """Return a workflow command of GitHub Actions for each problem: a note beside its line."""
    return "\n".join(_command(problem) for problem in verdict.problems)


def summary(verdict: Verdict) -> str:
    """Return one line that sums up, and more for the memory that the booth needs and for what is silenced."""
    lines = [_outcome(verdict)]
    if verdict.memory_bytes and not verdict.errors:
        lines.append(f"It will need about {verdict.memory_bytes / 1e6:.0f} MB of memory.")
    if verdict.silenced:
        lines.append(f"{_count(len(verdict.silenced), 'warning')} silenced by `checks` in content.yaml.")
    return "\n".join(lines)


def _outcome(verdict: Verdict) -> str:
    counts = [_count(verdict.errors, "error"), _count(verdict.warnings, "warning")]
    found = " and ".join(filter(None, counts))
    if not found:
        return f"No problems in `{verdict.folder}`."
    can = "cannot show this bundle yet" if verdict.errors else "can show this bundle"
    return f"{found} in `{verdict.folder}`: the booth {can}."


def rows(languages: Sequence[LanguageRow]) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Return the heading and the rows of the table per language; what is not counted is a dash."""
    heading = ("language", "texts", "translated", "missing", "fuzzy", "no font", "too long", "captions")
    found = []
    for row in languages:
        told = row.coverage
        numbers = [told.texts, told.translated, told.missing, told.fuzzy, row.undrawn]
        fit = "-" if row.misfits is None else str(row.misfits)
        captions = f"{told.captions} of {told.films}" if told.films else "-"
        found.append((f"{told.code} {told.name}", *(str(number) for number in numbers), fit, captions))
    return heading, found


def _one(problem: Problem) -> Iterator[Span]:
    code = f"[{problem.code}]" if problem.code else ""
    yield f"{problem.position}: ", "bold"
    yield f"{problem.severity}{code}: ", _COLOURS.get(problem.severity, "")
    yield f"{_plain(problem.what)}\n", "bold"
    margin = "  "
    if problem.source_line.strip():
        number = str(problem.position.line)
        margin = " " * (len(number) + 2)
        shown = _plain(problem.source_line)
        before = " " * _width(shown[: problem.position.column - 1])
        yield f" {number} | ", "dim"
        yield f"{shown}\n", ""
        yield f"{margin}| ", "dim"
        yield f"{before}^\n", _COLOURS.get(problem.severity, "")
    yield f"{margin}= ", "dim"
    yield f"{_plain(problem.cure)}\n\n", "green"


def as_object(problem: Problem) -> dict[str, Any]:
    """Return a problem as an object of JSON."""
    return {
        "file": str(problem.position.file),
        "line": problem.position.line,
        "column": problem.position.column,
        "severity": problem.severity,
        "code": problem.code,
        "language": problem.language,
        "what": problem.what,
        "cure": problem.cure,
        "source_line": problem.source_line,
    }


def _row_as_object(row: LanguageRow) -> dict[str, Any]:
    counts = asdict(row.coverage)
    counts["uncertain"] = counts.pop("fuzzy")
    return {**counts, "no_font": row.undrawn, "does_not_fit": row.misfits}


def _command(problem: Problem) -> str:
    at = problem.position
    place = {"file": _from_here(at.file), "line": at.line or None, "col": at.column or None, "title": problem.code}
    properties = ",".join(f"{name}={_escaped(str(value), ':,')}" for name, value in place.items() if value)
    return f"::{problem.severity} {properties}::{_escaped(f'{problem.what}. {problem.cure}')}"


def _from_here(file: Path) -> str:
    """Return a path as GitHub wants it, from the folder that the check is run in."""
    resolved, here = file.resolve(), Path.cwd().resolve()
    return resolved.relative_to(here).as_posix() if resolved.is_relative_to(here) else file.as_posix()


def _escaped(text: str, more: str = "") -> str:
    """Escape what ends a workflow command, or one of its properties."""
    return "".join(f"%{ord(c):02X}" if c in f"%\r\n{more}" else c for c in text)


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}" if number else ""


def _plain(text: str) -> str:
    """Return `text` without what a terminal would act upon."""
    return "".join(c if c.isprintable() else " " for c in text)


def _width(text: str) -> int:
    """Return how many columns of a terminal `text` takes up."""
    wide = sum(unicodedata.east_asian_width(c) in "WF" for c in text)
    return len(text) + wide - sum(bool(unicodedata.combining(c)) for c in text)
