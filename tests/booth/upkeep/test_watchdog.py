"""What a supervisor hears, on a socket of its own."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from kiosk.booth.upkeep.watchdog import Watchdog, watchdog_seconds

EVERY_SECONDS = 0.3


class Window(QObject):
    """A window that draws when it is told to."""

    frameSwapped = Signal()  # noqa: N815

    def __init__(self) -> None:
        super().__init__()
        self.exposed = True
        self.asked = 0

    def isExposed(self) -> bool:  # noqa: N802
        return self.exposed

    def update(self) -> None:
        self.asked += 1


@pytest.fixture
def line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[socket.socket]:
    """The supervisor's end."""
    monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "notify"))
    monkeypatch.setenv("WATCHDOG_USEC", str(round(EVERY_SECONDS * 1e6)))
    monkeypatch.delenv("WATCHDOG_PID", raising=False)
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as end:
        end.bind(str(tmp_path / "notify"))
        end.setblocking(False)
        yield end


def heard(line: socket.socket) -> list[str]:
    told = []
    with suppress(BlockingIOError):
        while True:
            told.append(line.recv(4096).decode())
    return told


def test_signs_of_life_come_from_frames(qapp: QGuiApplication, qtbot: QtBot, line: socket.socket) -> None:
    """A program whose timers run and which draws nothing is to be ended."""
    window, place = Window(), ["home, en"]
    watchdog = Watchdog(window, lambda: place[0])
    assert heard(line) == ["READY=1", "STATUS=home, en"]
    qtbot.wait(round(EVERY_SECONDS * 2000))
    assert heard(line) == []
    assert window.asked >= 3, "a page that rests is asked for a frame"
    place[0] = "sector/cars, ar"
    window.frameSwapped.emit()
    window.frameSwapped.emit()
    qtbot.wait(round(EVERY_SECONDS * 500))
    assert heard(line) == ["WATCHDOG=1", "STATUS=sector/cars, ar"]
    window.exposed = False
    qtbot.wait(round(EVERY_SECONDS * 1000))
    assert set(heard(line)) == {"WATCHDOG=1"}, "no restart brings a screen back that is off"
    del watchdog


@pytest.mark.parametrize(
    ("variables", "seconds"),
    [
        ({}, None),
        ({"WATCHDOG_USEC": "10000000"}, 10.0),
        ({"WATCHDOG_USEC": "10000000", "WATCHDOG_PID": str(os.getpid())}, 10.0),
        ({"WATCHDOG_USEC": "10000000", "WATCHDOG_PID": "1"}, None),
        ({"WATCHDOG_USEC": "soon"}, None),
        ({"WATCHDOG_USEC": "0"}, None),
    ],
)
def test_how_often_a_sign_is_wanted(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], seconds: float | None
) -> None:
    for name in ("WATCHDOG_USEC", "WATCHDOG_PID"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert watchdog_seconds() == seconds
