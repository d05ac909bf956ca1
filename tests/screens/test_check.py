"""The opening check: what it says of the machine, and when."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QMetaObject, QSizeF
from PySide6.QtQml import QQmlComponent
from PySide6.QtQuick import QQuickItem

from tests.screens.acting import Visitor
from tests.screens.conftest import Open

PARTS = 5


@pytest.mark.parametrize(("finding", "level"), [("good", 0), ("warn", 1), ("bad", 2)])
@pytest.mark.parametrize("late", [True, False])
def test_it_ends_once_the_machine_was_looked_at(open_booth: Open, late: bool, finding: str, level: int) -> None:
    """Reading all of a large bundle takes longer than five taps."""
    visitor = open_booth()
    view = visitor.booth.desk_view
    ended: list[dict[str, object]] = []
    view.wanted.connect(lambda act, value: ended.append(json.loads(value)) if act == "checked" else None)
    view.tell(findings=[], tones=[], names=[])
    check = opened(visitor)
    if not late:
        view.tell(findings=[f"{finding}\tThe disk is as it is\tMend it."])
    for _ in range(PARTS):
        QMetaObject.invokeMethod(check, "next")
    if late:
        assert "Ready for the show" not in visitor.texts(check)
        assert any("still being looked at" in text for text in visitor.texts(check))
        assert ended == []
        view.tell(findings=[f"{finding}\tThe disk is as it is\tMend it."])
    visitor.wait(lambda: ended)
    assert [end["level"] for end in ended] == [level]
    assert "The disk is as it is" in visitor.texts(check)
    check.deleteLater()


def opened(visitor: Visitor) -> QQuickItem:
    """Open the check in the booth's window, after a touch and a picture that were as they should be."""
    component = QQmlComponent(visitor.booth.engine, "Kiosk.Staff", "OpeningCheck", visitor.window)
    facts = {"view": visitor.booth.desk_view, "touchWhole": True, "frames": 60}
    check = component.createWithInitialProperties(facts)
    assert isinstance(check, QQuickItem), component.errorString()
    check.setParent(visitor.window)
    check.setParentItem(visitor.window.contentItem())
    check.setSize(QSizeF(visitor.window.size()))
    return check
