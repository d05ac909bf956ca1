"""The screen changes under the booth: it covers it again; or goes: it ends with it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.ground.exits import Exit
from tests.booth.outside import Place, Screen, covered, run

WHOLE = (0, 0, 1024, 768)
LEFT, RIGHT = (0, 0, 480, 768), (480, 0, 544, 768)
CHANGES: dict[str, tuple[list[Place], Place]] = {
    "another resolution": ([(0, 0, 800, 600)], (0, 0, 800, 600)),
    "turned": ([LEFT], LEFT),
    "a second one beside it": ([LEFT, RIGHT], LEFT),
    "its own unplugged": ([RIGHT], RIGHT),
    "its own plugged in": ([LEFT, RIGHT], LEFT),
    "as it was": ([], WHOLE),
}
"""What happens to the monitors, one after the other, and where the booth is then."""


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    """A screen whose resolution can be changed."""
    with closing(Screen(tmp_path, (1024, 768))) as screen:
        yield screen


def test_the_screen_is_covered_again_whatever_happens_to_it(screen: Screen, sample: Path) -> None:
    """There is a picture on all of the monitor; `tests/reliability/screens.py` measures how soon."""
    with run(screen, sample) as program:
        program.wait_for("attract.started")
        screen.wait(lambda _picture: screen.only_window() == WHOLE)
        for change, (monitors, place) in CHANGES.items():
            screen.set_monitors(*monitors)
            screen.wait(lambda picture, at=place: screen.only_window() == at and covered(picture, at))
            assert program.process.poll() is None, change
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
