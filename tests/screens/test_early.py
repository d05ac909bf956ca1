"""A visitor who does not wait until everything is ready."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication

from kiosk.booth import app
from tests.screens.conftest import Open


@pytest.mark.parametrize("turns", range(6))
def test_a_touch_right_after_the_first_picture(open_booth: Open, qapp: QGuiApplication, qtlog: Any, turns: int) -> None:
    """The pages are being made ahead just then."""
    visitor = open_booth(entered=False)
    visitor.view.firstPictureShown.emit()
    for _ in range(turns):
        qapp.processEvents()
    visitor.key(Qt.Key.Key_Space)
    visitor.wait(lambda: not visitor.view.attract)
    visitor.settle()
    assert visitor.all("HomeScreen")
    assert [record.message for record in qtlog.records if ".qml" in record.message] == []


def test_a_picture_that_hangs_does_not_keep_the_window_shut(open_booth: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is read from a disk that does not answer: the window opens without it."""
    visitor = open_booth(entered=False)
    monkeypatch.setattr(app, "PICTURE_MS", 50)
    visitor.view.loop.noteLoading(True)
    frames = QTimer(interval=20)
    frames.timeout.connect(visitor.window.update)
    frames.start()
    stop = app.Stop(visitor.booth)
    stop.wait_for_first_frame()
    frames.stop()
    assert visitor.view.loop.loading
    assert not stop.asked
    assert visitor.window.isExposed()
