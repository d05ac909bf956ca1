"""A visitor who does not wait until everything is ready."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from tests.screens.conftest import Open


@pytest.mark.parametrize("turns", range(6))
def test_a_touch_right_after_the_first_picture(open_booth: Open, qapp: QGuiApplication, qtlog: Any, turns: int) -> None:
    """The pages are being made ahead just then."""
    visitor = open_booth(entered=False)
    visitor.view.notePicture()
    for _ in range(turns):
        qapp.processEvents()
    visitor.key(Qt.Key.Key_Space)
    visitor.wait(lambda: not visitor.view.attract)
    visitor.settle()
    assert visitor.all("HomeScreen")
    assert [record.message for record in qtlog.records if ".qml" in record.message] == []
