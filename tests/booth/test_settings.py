"""A booth that is set up by `booth.yaml`, from outside: what it says holds, and a mistake in it keeps nothing dark."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from tests.booth.conftest import Start
from tests.booth.outside import Pixels, Program, Screen, unlike

MIDDLE = (640, 300)
ENGLISH, ARABIC = (38, 130), (38, 660)
"""Where they stand in the bar of a screen on its side, each while the other one is spoken: Arabic is mirrored."""
TURNED = """\
booth: 1
languages: {default: ar, offered: [en, ar]}
screen: {rotation: 90}
"""


def open_page(program: Program, screen: Screen) -> Pixels:
    program.follow("page.opened", screen.tap, MIDDLE)
    return screen.settled()


def test_languages_and_rotation_hold_and_are_followed(
    start: Start, screen: Screen, sample: Path, tmp_path: Path
) -> None:
    """It begins in Arabic, offers two languages, stands on its side and is touched there; then all of it changes."""
    file = tmp_path / "booth.yaml"
    file.write_text(TURNED)
    program = start(sample, "--booth", file, "--idle-seconds", "3600")
    open_page(program, screen)
    assert program.follow("language.changed", screen.tap, ENGLISH)["language"] == "en"
    turned = screen.settled()
    bar = turned[:, 20]
    assert unlike(bar[1:], bar[:-1]) < unlike(turned[20, 1:], turned[20, :-1]), "the bar is at the left edge"
    assert program.follow("language.changed", screen.tap, ARABIC)["language"] == "ar"
    screen.settled()
    file.write_text("booth: 1\nlanguages: {offered: [zh_Hans, en]}\n")
    program.wait_for("settings.applied")
    upright = screen.settled()
    assert unlike(upright, turned) > 0.3
    assert unlike(upright[-20, 1:], upright[-20, :-1]) < 0.2, "the bar is at the lower edge"
    program.stop()
    program.check_quiet()


def test_a_mistake_keeps_nothing_dark(start: Start, screen: Screen, sample: Path, tmp_path: Path) -> None:
    file = tmp_path / "booth.yaml"
    file.write_text("booth: 1\nscreen: {rotation: 45, display: 7}\n")
    program = start(sample, "--booth", file)
    problem = program.wait_for("settings.problem")
    assert problem["where"] == f"{file}:2:20"
    assert "0, 90, 180 or 270" in problem["what"]
    open_page(program, screen)
    file.write_text("booth: 1\nscreen: {display: 7}\nhours: {mon: closed}\n")
    program.wait_for("screen.missing")
    program.wait_for("settings.applied")
    program.stop()
    assert program.noise == []


def test_outside_its_hours_it_rests_and_a_touch_wakes_it(
    start: Start, screen: Screen, sample: Path, tmp_path: Path
) -> None:
    days = ", ".join(f"{day}: closed" for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun"))
    file = tmp_path / "booth.yaml"
    file.write_text(f"booth: 1\nhours: {{{days}}}\n")
    program = start(sample, "--booth", file)
    dark = screen.wait(lambda picture: bool((picture == picture[0, 0]).mean() > 0.95))
    assert dark[0, 0] & 0xFF < 40
    assert len(np.unique(dark)) > 10, "the title is there"
    assert program.follow("page.opened", screen.tap, MIDDLE)["page"] == "home"
    program.stop()
    program.check_quiet()
