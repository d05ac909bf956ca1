"""Events of the log: what is logged is what they say of themselves, and what the documentation says."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from kiosk.ground.events import Event

ROOT = Path(__file__).resolve().parents[1]
CALLS = [
    (path, call)
    for path in sorted((ROOT / "kiosk").rglob("*.py"))
    for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "log" and call.args
]


def named(call: ast.Call) -> list[Event]:
    """Return the events that a call may log; none where a variable holds it."""
    return [
        Event[node.attr]
        for node in ast.walk(call.args[0])
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "Event"
    ]


@pytest.mark.parametrize(("path", "call"), CALLS, ids=lambda part: getattr(part, "stem", None))
def test_an_event_is_logged_with_its_facts(path: Path, call: ast.Call) -> None:
    """In their order: a line of the log reads as it always did."""
    given = [keyword.arg for keyword in call.keywords if keyword.arg != "exc_info"]
    for event in named(call):
        known = [fact.rstrip("?") for fact in event.facts]
        needed = {fact for fact in event.facts if not fact.endswith("?")}
        wanted = f"{path}:{call.lineno}: {event} has {' '.join(event.facts)}"
        assert [fact for fact in known if fact in given] == [fact for fact in given if fact is not None], wanted
        assert None in given or needed <= {*given}, wanted


def test_every_event_is_logged() -> None:
    assert {event for _, call in CALLS for event in named(call)} | {Event.COUNTS_LOST, Event.COUNTS_DAMAGED} == {*Event}


def as_written(fact: str) -> str:
    return f"`{fact.rstrip('?')}`{'?' if fact.endswith('?') else ''}"


def test_the_documentation_lists_every_event_with_its_facts() -> None:
    rows = [f"| `{event}` | {', '.join(map(as_written, event.facts))} |" for event in Event]
    listed = [line for line in (ROOT / "docs/events.md").read_text(encoding="utf-8").splitlines() if "| `" in line]
    assert listed == rows
