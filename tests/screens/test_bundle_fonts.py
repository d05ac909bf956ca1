"""The booth draws with the fonts of an installed bundle, and with no other's."""

from __future__ import annotations

import shutil
import subprocess

import pytest
from PySide6.QtGui import QFontDatabase

from kiosk.booth.fonts import add_fonts


@pytest.fixture
def font() -> str:
    command = ["fc-match", "-f", "%{file}", "Noto Sans Arabic"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_only_what_was_verified_is_used(qapp, tmp_path, monkeypatch, font):
    monkeypatch.setenv("KIOSK_STORE", str(tmp_path / "store"))
    inside, outside = tmp_path / "store" / "bundles" / "one", tmp_path / "two"
    for folder in (inside, outside):
        (folder / "fonts").mkdir(parents=True)
        shutil.copy(font, folder / "fonts" / "a.ttf")
        (folder / "fonts" / "a.txt").write_text("licence")
    assert add_fonts(outside) == []
    assert add_fonts(inside) == ["Noto Sans Arabic"]
    assert add_fonts(tmp_path) == []
    QFontDatabase.removeAllApplicationFonts()
