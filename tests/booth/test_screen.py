"""Where there is no screen, the booth says so in a line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.machine.lives import CRASHES
from tests.booth.outside import PATIENCE, ROOT, Screen

CURE = "Start it on a machine with a screen, or use `kiosk shots`, which needs none."


@pytest.fixture
def gone(tmp_path: Path) -> str:
    """The name of a screen that was there a moment ago."""
    screen = Screen(tmp_path)
    screen.close()
    return screen.name


def said_by(
    sample: Path, *arguments: str, display: str | None, platform: str | None = "xcb", state: Path | None = None
) -> list[str]:
    """Return the lines that a run which cannot start says, without the log's."""
    environment = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "QT_QPA_PLATFORM")}
    given = {"DISPLAY": display, "QT_QPA_PLATFORM": platform, "XDG_STATE_HOME": state}
    environment |= {name: str(value) for name, value in given.items() if value is not None}
    done = subprocess.run(
        [sys.executable, "-m", "kiosk", "run", str(sample), "--log-format", "json", *arguments],
        capture_output=True,
        check=False,
        cwd=ROOT,
        env=environment,
        text=True,
        timeout=PATIENCE,
    )
    assert (done.returncode, done.stdout) == (1, "")
    return [line for line in done.stderr.splitlines() if not line.startswith("{")]


@pytest.mark.parametrize("platform", ["xcb", None])
@pytest.mark.parametrize("display", [None, ""])
def test_no_screen(sample: Path, display: str | None, platform: str | None) -> None:
    assert said_by(sample, display=display, platform=platform) == [
        f"kiosk: There is no screen to show the booth on. {CURE}"
    ]


@pytest.mark.parametrize("display", ["nowhere.invalid:0", "127.0.0.1:4711", "nonsense"])
def test_a_screen_that_is_nowhere(sample: Path, display: str) -> None:
    """Of these only Qt finds out, and it would abort the process with eight lines."""
    assert said_by(sample, display=display) == [f"kiosk: The screen DISPLAY={display} does not answer. {CURE}"]


def test_a_screen_that_is_gone(sample: Path, gone: str) -> None:
    assert said_by(sample, display=gone) == [f"kiosk: The screen DISPLAY={gone} does not answer. {CURE}"]


def test_a_platform_that_qt_does_not_have(sample: Path, screen: Screen) -> None:
    (line,) = said_by(sample, display=screen.name, platform="nonsense")
    assert line.startswith("kiosk: Qt cannot open a window here: ")
    assert "nonsense" in line


def test_a_display_that_the_screen_does_not_have(sample: Path, screen: Screen) -> None:
    assert said_by(sample, "--display", "9", display=screen.name) == [
        "kiosk: There is no display 9. This machine has 1; they are counted from 0."
    ]


@pytest.mark.parametrize("display", ["9", None])
def test_content_is_not_blamed_for_a_screen_that_is_not_there(
    sample: Path, screen: Screen, tmp_path: Path, display: str | None
) -> None:
    """Three such starts take seconds where something starts the booth again."""
    for _ in range(CRASHES):
        if display is None:
            said_by(sample, display="nonsense", state=tmp_path)
        else:
            said_by(sample, "--display", display, display=screen.name, state=tmp_path)
    lives = json.loads((tmp_path / "kiosk" / "lives.json").read_bytes())["lives"]
    assert [life["ended"] for life in lives] == [True] * CRASHES
