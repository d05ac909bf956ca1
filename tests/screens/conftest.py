"""Booths for tests: each with its own window, closed again at the end without a word of Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLoggingCategory
from PySide6.QtGui import QGuiApplication, QPointingDevice
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.booth.booth import Booth
from kiosk.booth.listening import listen
from kiosk.bundle.index import stored
from kiosk.bundle.model import Bundle
from kiosk.ground.errors import KioskError
from kiosk.ground.options import RunOptions
from kiosk.settings.settings import USUAL, Settings
from kiosk.store.load import load_bundle
from kiosk.visit.visit import Rules
from tests.screens.acting import Clock, Visitor
from tests.screens.sample import make_sample

Open = Callable[..., Visitor]
LANDSCAPE = (1920, 1080)
PORTRAIT = (1080, 1920)
SMALL = (960, 540)
"""Looks as LANDSCAPE does, and is drawn in a quarter of the time."""


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample bundle's folder."""
    return make_sample(tmp_path_factory.mktemp("sample") / "booth")


@pytest.fixture(scope="session")
def bundle(folder: Path) -> Bundle:
    """The sample bundle."""
    return load_bundle(folder)


@pytest.fixture(scope="session")
def touchscreen(qapp: QGuiApplication) -> QPointingDevice:
    """A touchscreen."""
    QGuiApplication.setQuitOnLastWindowClosed(False)
    QLoggingCategory.setFilterRules("qt.multimedia.symbolsresolver.warning=false")
    return QTest.createTouchDevice()


@pytest.fixture
def open_booth(
    qapp: QGuiApplication,
    qtbot: QtBot,
    qtlog: object,
    folder: Path,
    bundle: Bundle,
    touchscreen: QPointingDevice,
) -> Iterator[Open]:
    """A function that opens a booth, in its attract loop, and returns a visitor before it.

    `still` stops all motion at its end, as for pictures of the pages; `entered` leaves the loop for the home page,
    which its first item opens. `file` is where `settings` stand.
    """
    booths: list[Booth] = []

    def open_one(
        *,
        size: tuple[int, int] = SMALL,
        language: str | None = None,
        still: bool = False,
        entered: bool = True,
        rules: Rules | None = None,
        shown: Bundle | None = bundle,
        fault: KioskError | None = None,
        windowed: bool = True,
        where: Path = folder,
        settings: Settings = USUAL,
        file: Path | None = None,
    ) -> Visitor:
        clock = Clock()
        options = RunOptions(where, windowed=windowed, size=size, language=language, booth=file)
        booth = Booth(qapp, options, shown and stored(shown), fault, rules, clock, settings=settings)
        booths.append(booth)
        if still:
            booth.view.theme.freeze()
        booth.frame.open()
        listen(booth)
        qtbot.waitUntil(booth.window.isExposed)
        visitor = Visitor(booth, clock, qtbot, touchscreen)
        if entered and fault is None:
            visitor.enter()
        return visitor

    yield open_one
    said = len(qtlog.records)  # type: ignore[attr-defined]
    for booth in booths:
        booth.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qapp.processEvents()
    assert [record.message for record in qtlog.records[said:]] == []  # type: ignore[attr-defined]
