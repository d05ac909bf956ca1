"""Letters are drawn before anybody reads them: while nobody is there, and so that nobody sees it."""

from __future__ import annotations

import logging

import pytest

from kiosk.booth import letters as letters_room
from kiosk.booth.letters import Letters
from kiosk.visit.visit import Leave
from tests.screens.acting import Visitor, share_unlike
from tests.screens.conftest import Open


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    """What is logged while letters come soon and quickly."""
    monkeypatch.setattr(letters_room, "START_MS", 0)
    monkeypatch.setattr(letters_room, "PORTION_MS", 20)
    caplog.set_level(logging.INFO, logger="kiosk")
    return caplog


def is_over(drawn: pytest.LogCaptureFixture) -> bool:
    return "letters.drawn" in [record.message for record in drawn.records]


def shown(visitor: Visitor) -> list[str]:
    return [str(item.property("text")) for item in visitor.all("Letters")]


def test_nobody_sees_them(open_booth: Open, drawn: pytest.LogCaptureFixture) -> None:
    visitor = open_booth(entered=False)
    visitor.view.theme.freeze()
    visitor.settle()
    before = visitor.grab()
    letters = Letters(visitor.booth)
    seen: set[str] = set()

    def go_on() -> bool:
        seen.update(shown(visitor))
        assert share_unlike(visitor.grab(), before) == 0
        return is_over(drawn)

    visitor.wait(go_on, 60)
    assert len(seen) > 5
    visitor.wait(lambda: not shown(visitor))
    assert letters.parent() is visitor.booth.engine


def test_they_rest_while_somebody_is_there(open_booth: Open, drawn: pytest.LogCaptureFixture) -> None:
    visitor = open_booth(entered=False)
    assert Letters(visitor.booth)
    visitor.wait(lambda: shown(visitor))
    visitor.enter()
    before = shown(visitor)
    visitor.settle()
    assert shown(visitor) == before
    assert not is_over(drawn)
    visitor.booth.visits.take(Leave())
    visitor.wait(lambda: is_over(drawn), 60)
