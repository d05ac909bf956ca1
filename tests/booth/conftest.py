"""Screens and bundles for booths that run as programs of their own."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication, QPointingDevice
from pytestqt.qtbot import QtBot

from kiosk.booth.booth import Booth
from kiosk.booth.listening import listen
from kiosk.booth.staff.panel import Panel
from kiosk.booth.upkeep.counting import Counting
from kiosk.ground.options import RunOptions
from kiosk.settings.file import load_settings
from kiosk.store.load import load_bundle
from tests.booth.outside import Program, Screen, run
from tests.screens.acting import Clock, Visitor
from tests.screens.sample import content, make_sample

Start = Callable[..., Program]
Twin = Callable[..., Visitor]


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bundle whose loop is one picture, so that what a tap opens does not depend on the time."""

    def one_item(said: dict[str, Any]) -> None:
        del said["attract"][1:]

    return make_bundle(tmp_path_factory.mktemp("sample") / "booth", one_item)


def make_bundle(folder: Path, change: Callable[[dict[str, Any]], None]) -> Path:
    """Write the sample bundle with a change in what `content.yaml` says, and return its folder."""
    make_sample(folder)
    said = content()
    change(said)
    (folder / "content.yaml").write_text(json.dumps(said, ensure_ascii=False, indent=1), "utf-8")
    return folder


@pytest.fixture(scope="module")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    """A virtual screen for the booths of a module, one after the other."""
    with closing(Screen(tmp_path_factory.mktemp("screen"))) as screen:
        yield screen


@pytest.fixture
def start(screen: Screen) -> Iterator[Start]:
    """A function that starts a booth on the screen, and returns it once it shows something."""
    with ExitStack() as running:

        def start_one(*arguments: str | Path, shown: str = "attract.started", **variables: str) -> Program:
            program = running.enter_context(run(screen, *arguments, **variables))
            if shown:
                program.wait_for(shown)
            return program

        yield start_one


@pytest.fixture
def twin(qapp: QGuiApplication, qtbot: QtBot) -> Iterator[Twin]:
    """A function that opens the same booth in this process: there, what lies where on the screen has a name."""
    QGuiApplication.setQuitOnLastWindowClosed(False)
    ends: list[Callable[[], None]] = []

    def open_one(folder: Path, file: Path, size: tuple[int, int], *, mode: str = "closed") -> Visitor:
        clock, options = Clock(), RunOptions(folder, windowed=True, size=size, booth=file)
        booth = Booth(qapp, options, load_bundle(folder), clock=clock, settings=load_settings(file).settings)
        booth.frame.open()
        listen(booth)
        counting = Counting(booth)
        ends.extend([counting.stop, booth.close])
        Panel(booth, counting, lambda code: None)
        qtbot.waitUntil(booth.window.isExposed)
        booth.desk.opened.emit()
        booth.desk_view.show(mode)
        return Visitor(booth, clock, qtbot, QPointingDevice.primaryPointingDevice())

    yield open_one
    for end in ends:
        end()


def place(visitor: Visitor, name: str, which: int = 0) -> tuple[int, int]:
    """Return where the button is that a screen reader calls `name`, once it is there; the first one, or another."""
    visitor.wait(lambda: len(visitor.named(name)) > which)
    visitor.grab()  # everything has its place by now
    point = visitor.point(visitor.named(name)[which])
    return point.x(), point.y()
