"""What `booth.yaml` says, with every mistake at its place; imported where the file has changed, not by each start."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import msgspec

from kiosk.ground.errors import Problem
from kiosk.ground.findings import in_order
from kiosk.ground.words import quote
from kiosk.settings.form import Booth
from kiosk.settings.settings import MAX_BYTES, Languages, Settings
from kiosk.yaml.parse import Mapping, Node, parse_yaml, read_source, source_of
from kiosk.yaml.source import Source
from kiosk.yaml.validate import validate

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
    settings = _converted(root, source) if root is not None else None
    problems = in_order(source.problems)
    if of_another_version := tuple(problem for problem in problems if problem.code == "K224"):
        return None, of_another_version
    has_errors = any(problem.severity == "error" for problem in problems)
    return (None if has_errors else settings), problems


def _converted(root: Node, source: Source) -> Settings | None:
    if not isinstance(root, Mapping):
        what = "the settings must be keys and values"
        source.report(root.line, root.column, what, "Begin the file with `booth: 1`.", code="K208")
        return None
    booth = validate(root, source, Booth)
    if booth is None:
        return None
    settings = msgspec.convert(booth, Settings, from_attributes=True)
    _check_languages(root, settings.languages, source)
    return settings


def _check_languages(root: Mapping, said: Languages, source: Source) -> None:
    if not said.default or not said.offered or said.default in said.offered:
        return
    node = root.entries["languages"]
    at: Node = node.entries["default"] if isinstance(node, Mapping) else node
    what = f"`default` is {quote(said.default)}, which is not among the languages offered"
    cure = f"Add it to `offered`, or begin in one of those, such as {quote(said.offered[0])}."
    source.report(at.line, at.column, what, cure, code="K905")
