"""The opening check on the screen: it ends once everything is answered and the machine was looked at."""

from __future__ import annotations

import json
from pathlib import Path
from threading import Event

import pytest

from kiosk.booth.staff.opening import LAST, Opening
from kiosk.machine import examination
from kiosk.machine.doctor import Finding, Level
from tests.screens.acting import Visitor
from tests.screens.conftest import Open

ANSWERS = (1, 60, 1, 1, 1)
FOUND = (Finding("disk", "machine", Level.WARN, "The disk is as it is", "Mend it."),)


@pytest.mark.qt_log_ignore("No audio device detected")
@pytest.mark.parametrize("late", [True, False])
def test_it_ends_once_the_machine_was_looked_at(
    open_booth: Open, late: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Reading all of a large bundle takes longer than five taps."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    looked, told = Event(), []

    def examine(*given: object) -> tuple[Finding, ...]:
        looked.wait()
        told.append(given)
        return FOUND

    monkeypatch.setattr(examination, "examine_booth", examine)
    visitor = open_booth()
    opening, ended = Opening(visitor.booth), list[bool]()
    opening.ended.connect(lambda: ended.append(True))
    visitor.booth.desk_view.show("check")
    if not late:
        looked.set()
        visitor.wait(lambda: told)
    for value in ANSWERS:
        visitor.booth.desk_view.check.answered.emit(value)
    if late:
        visitor.wait(lambda: any("still being looked at" in text for text in texts(visitor)))
        assert "Ready, but have a look" not in texts(visitor)
        assert not ended
        looked.set()
    visitor.wait(lambda: "Ready, but have a look" in texts(visitor))
    assert {"The disk is as it is", "Mend it.", "60 pictures a second"} <= set(texts(visitor))
    assert ended == [True]
    assert json.loads((tmp_path / "kiosk" / LAST).read_bytes())["level"] == 1
    visitor.booth.desk_view.show("closed")


def texts(visitor: Visitor) -> list[str]:
    """Return the words of the result, once it is there."""
    return [text for result in visitor.all("CheckResult") for text in visitor.texts(result)]
