"""Runs every `tst_*.qml` beside this file as Qt Quick Test does: `python -m tests.qml -o FILE,junitxml`."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QQmlEngine
from PySide6.QtQuickTest import QUICK_TEST_MAIN_WITH_SETUP

from kiosk.booth.booth import QML_FOLDER
from kiosk.booth.exhibit import ENGLISH
from kiosk.booth.looks import Looks
from kiosk.bundle.model import Theme
from kiosk.view.theme import ThemeView


class Setup(QObject):
    """Gives the engine of each file what the booth gives its own."""

    @Slot(QQmlEngine)
    def qmlEngineAvailable(self, engine: QQmlEngine) -> None:  # noqa: N802 - Qt Quick Test calls it
        engine.addImportPath(str(QML_FOLDER))
        Looks(engine).wear(ThemeView(Theme(), ENGLISH, engine))


if __name__ == "__main__":
    sys.exit(QUICK_TEST_MAIN_WITH_SETUP("controls", Setup, sys.argv, str(Path(__file__).parent)))
