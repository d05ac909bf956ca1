"""The screen changes under the booth: it covers it again."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

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


def size_of(screen: Screen) -> tuple[int, int]:
    """Return the size of the one window."""
    (window,) = screen.windows()
    found = window.get_geometry()
    return found.width, found.height
