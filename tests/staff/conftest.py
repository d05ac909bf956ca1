"""A small bundle for those who need one."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.author.new import new_bundle


@pytest.fixture(scope="session")
def show(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a small bundle in three languages."""
    folder = tmp_path_factory.mktemp("bundle") / "show"
    new_bundle(folder, "Show", ["en", "de", "fr"])
    return folder
