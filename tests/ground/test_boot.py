"""The clock that nobody can set, and the name of a start."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.ground import boot
from kiosk.ground.boot import boot_clock, boot_name


def test_the_machine_s_own_clock_and_name() -> None:
    before = boot_clock()
    assert 0 < before <= boot_clock()
    assert len(boot_name()) == 36


def test_a_machine_without_a_name_has_an_empty_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(boot, "_BOOT", tmp_path / "none")
    assert boot_name() == ""
