"""What `booth.yaml` says, with every mistake at its place; imported where the file has changed, not by each start."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import msgspec

from kiosk.bundle.findings import in_order
from kiosk.bundle.format.parse import Mapping, Node, parse_yaml, read_source, source_of
from kiosk.bundle.format.source import Source
from kiosk.bundle.format.validate import validate
from kiosk.ground.errors import Problem
from kiosk.ground.words import quote
from kiosk.staff import written
from kiosk.staff.settings import Open, Settings
from kiosk.staff.settings_file import MAX_BYTES

_IF_EMPTY: Final = "Begin it with `booth: 1`; docs/booth.md says what may stand there."


def read_settings(file: Path) -> tuple[Settings | None, tuple[Problem, ...]]:
    """Return what the file says, or None where it has mistakes, and the problems by line."""
    return _check(read_source(file, MAX_BYTES))


def check_bytes(data: bytes, file: Path) -> tuple[Settings | None, tuple[Problem, ...]]:
    """Return the same of bytes that are to become `file`."""
    return _check(source_of(data, file, MAX_BYTES))


def lines_of(file: Path) -> dict[str, int]:
    """Return on which line each setting stands that the file names: `sound.volume` on 12."""
    root = parse_yaml(read_source(file, MAX_BYTES), _IF_EMPTY)
    found: dict[str, int] = {}
    if not isinstance(root, Mapping):
        return found
    for name, node in root.entries.items():
        found[name] = root.keys[name].line
        if isinstance(node, Mapping):
            found |= {f"{name}.{key}": at.line for key, at in node.keys.items()}
    return found


def _check(source: Source) -> tuple[Settings | None, tuple[Problem, ...]]:
    root = None if source.problems else parse_yaml(source, _IF_EMPTY)
    booth = None
    if isinstance(root, Mapping):
        booth = validate(root, source, written.Booth)
        if booth is not None:
            _check_languages(root, booth, source)
    elif root is not None:
        what = "the settings must be keys and values"
        source.report(root.line, root.column, what, "Begin the file with `booth: 1`.", code="K208")
    problems = in_order(source.problems)
    another_version = tuple(problem for problem in problems if problem.code == "K224")
    if another_version:
        return None, another_version
    has_errors = any(problem.severity == "error" for problem in problems)
    return (_made(booth) if booth is not None and not has_errors else None), problems


def _check_languages(root: Mapping, booth: written.Booth, source: Source) -> None:
    said = booth.languages
    if not said.default or not said.offered or said.default in said.offered:
        return
    node = root.entries["languages"]
    at: Node = node.entries["default"] if isinstance(node, Mapping) else node
    what = f"`default` is {quote(said.default)}, which is not among the languages offered"
    cure = f"Add it to `offered`, or begin in one of those, such as {quote(said.offered[0])}."
    source.report(at.line, at.column, what, cure, code="K905")


def _made(booth: written.Booth) -> Settings:
    days = {number: getattr(booth.hours, name) for number, name in enumerate(written.DAYS)}
    hours = {
        number: tuple(Open(begins=begins, ends=ends) for begins, ends in day)
        for number, day in days.items()
        if day is not None
    }
    settings = msgspec.convert(booth.model_dump(exclude={"booth", "hours"}), Settings)
    return msgspec.structs.replace(settings, hours=hours)
