"""Letters are drawn before anybody reads them: while nobody is there, and so that nobody sees it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kiosk.booth.logs import Listener
from kiosk.booth.upkeep import letters as letters_room
from kiosk.booth.upkeep.letters import Letters
from kiosk.visit.visit import Leave
from tests.screens.acting import Visitor, share_unlike
from tests.screens.conftest import Open


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The events that are logged while letters come soon and quickly."""
    monkeypatch.setattr(letters_room, "START_MS", 0)
    monkeypatch.setattr(letters_room, "PORTION_MS", 20)
    events: list[str] = []
    listener = Listener(lambda event, facts: events.append(event))
    yield events
    listener.close()


def is_over(told: list[str]) -> bool:
    return "letters.drawn" in told


def shown(visitor: Visitor) -> list[str]:
    return [str(item.property("text")) for item in visitor.all("Letters")]


def test_nobody_sees_them(open_booth: Open, told: list[str]) -> None:
    visitor = open_booth(entered=False)
    visitor.view.theme.freeze()
    visitor.settle()
    before = visitor.grab()
    letters = Letters(visitor.booth)
    seen: set[str] = set()

    def go_on() -> bool:
        seen.update(shown(visitor))
        assert share_unlike(visitor.grab(), before) == 0
        return is_over(told)

    visitor.wait(go_on, 60)
    assert len(seen) > 5
    everything = [text for _, text in letters._all()]
    assert any("S" in text and "简" in text for text in everything), "languages are named in one another's fonts"
    visitor.wait(lambda: not shown(visitor))
    assert letters.parent() is visitor.booth.engine


def test_they_rest_while_somebody_is_there(open_booth: Open, told: list[str]) -> None:
    visitor = open_booth(entered=False)
    assert Letters(visitor.booth)
    visitor.wait(lambda: shown(visitor))
    visitor.enter()
    before = shown(visitor)
    visitor.settle()
    assert shown(visitor) == before
    assert not is_over(told)
    visitor.booth.visits.take(Leave())
    visitor.wait(lambda: is_over(told), 60)
