"""The screen changes under the booth: it covers it again; or goes: it ends with it."""

from __future__ import annotations

import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.exits import Exit
from tests.booth.outside import Screen, run

HALF = ["--setmonitor", "left", "512/130x768/200+0+0", "screen"]
WHOLE = ["--delmonitor", "left"]


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    """A screen whose resolution can be changed."""
    with closing(Screen(tmp_path, (1024, 768))) as screen:
        yield screen


@pytest.mark.skipif(not shutil.which("xrandr"), reason="xrandr is not installed")
def test_a_screen_of_another_size_is_covered(screen: Screen, sample: Path) -> None:
    with run(screen, sample) as program:
        program.wait_for("attract.started")
        screen.wait(lambda _picture: size_of(screen) == (1024, 768))
        for change, size in ((HALF, (512, 768)), (WHOLE, (1024, 768))):
            command = ["xrandr", "--display", screen.name, *change]
            done = subprocess.run(command, capture_output=True, text=True, timeout=20, check=False)
            if done.returncode:
                pytest.skip(f"this server has no monitors that can be changed: {done.stderr}")
            screen.wait(lambda _picture, size=size: size_of(screen) == size)
        program.stop()
        program.check_quiet()


@pytest.mark.parametrize("tapped", [False, True], ids=["in the loop", "on a page"])
def test_it_ends_with_its_screen(screen: Screen, sample: Path, tmp_path: Path, tapped: bool) -> None:
    """Nothing hangs, and the content is not taken for what crashed."""
    with run(screen, sample, XDG_STATE_HOME=str(tmp_path)) as program:
        program.wait_for("attract.started")
        if tapped:
            program.follow("page.opened", screen.tap, (512, 384))
        while '"painted":true' not in (record := tmp_path / "kiosk" / "lives.json").read_text("utf-8"):
            time.sleep(0.05)
        screen.crash()
        assert program.ended() == Exit.SCREEN_LOST
    assert program.names().count("screen.lost") == 1
    assert "exception" not in program.names()
    assert not [line for line in program.noise if "X11" not in line]
    assert '"ended":true' in record.read_text("utf-8")


def size_of(screen: Screen) -> tuple[int, int]:
    """Return the size of the one window."""
    (window,) = screen.windows()
    found = window.get_geometry()
    return found.width, found.height
