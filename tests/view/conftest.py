"""View models over the sample bundle, without a window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from kiosk.bundle.model import Bundle
from kiosk.store.load import load_bundle
from kiosk.view.app import AppView
from kiosk.view.speaker import Speaker, find_language
from tests.screens.acting import Clock
from tests.screens.sample import make_sample

View = Callable[..., AppView]


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample bundle's folder."""
    return make_sample(tmp_path_factory.mktemp("sample") / "booth")


@pytest.fixture(scope="session")
def bundle(folder: Path) -> Bundle:
    """The sample bundle."""
    return load_bundle(folder)


@pytest.fixture
def clock() -> Clock:
    """The booth's clock."""
    return Clock()


@pytest.fixture
def view(qapp: QObject, bundle: Bundle, folder: Path, clock: Clock) -> AppView:
    """The root view model, in English."""
    root = QObject(qapp)
    speaker = Speaker(bundle, folder, bundle.languages[0], root)
    made = AppView(speaker, clock, parent=root)
    made.languageWanted.connect(lambda code: made.speak(find_language(bundle, code)))
    return made
