"""Staff at the booth, from outside: the gesture, the PIN, and what the panel changes."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kiosk.staff.pin import hash_pin
from kiosk.staff.settings_file import change_settings, load_settings
from tests.booth.outside import Program, Screen, run, unlike
from tests.screens.sample import make_sample

PIN = "294817"
SIZE = (1280, 720)
CORNER = (12, 12)
TAPS = {"way_in.gesture": "taps", "way_in.seconds": 8}


@pytest.fixture(scope="module")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    """A screen for the desk."""
    screen = Screen(tmp_path_factory.mktemp("screen"), SIZE)
    yield screen
    screen.close()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample bundle's folder."""
    return make_sample(tmp_path_factory.mktemp("sample") / "booth")


@pytest.fixture
def booth(tmp_path: Path) -> Path:
    """Settings with a PIN, whose gesture a mouse can make."""
    file = tmp_path / "booth.yaml"
    change_settings(file, {**TAPS, "pin.hash": hash_pin(PIN)})
    return file


@pytest.fixture
def start(screen: Screen, folder: Path, booth: Path, tmp_path: Path) -> Iterator[Callable[..., Program]]:
    """A function that starts the booth."""
    running: list[Any] = []

    def begin(*options: str, content: Path | None = None) -> Program:
        home = {name: str(tmp_path / name.lower()) for name in ("XDG_STATE_HOME", "XDG_RUNTIME_DIR")}
        manager = run(screen, content or folder, "--booth", booth, *options, **home)
        running.append(manager)
        program = manager.__enter__()
        program.wait_for("attract.started", "fault.shown")
        return program

    yield begin
    for manager in reversed(running):
        manager.__exit__(None, None, None)


def call(screen: Screen, program: Program) -> None:
    """Make the gesture until the pad opens: the first taps may have met a booth that did not listen yet."""
    before = len(program.events)
    old = screen.look().copy()
    for _ in range(20):
        for _ in range(5):
            screen.tap(CORNER)
        until = time.monotonic() + 1.5
        while "staff.pad_opened" not in program.names()[before:] and time.monotonic() < until:
            time.sleep(0.02)
        if "staff.pad_opened" in program.names()[before:]:
            break
    screen.wait(lambda picture: unlike(picture, old) > 0.01)


def opened(screen: Screen, program: Program) -> bool:
    """Tap, and say whether that has opened a page: the booth may not listen yet."""
    screen.tap((640, 300))
    return "page.opened" in program.names()


def type_pin(screen: Screen, program: Program, pin: str = PIN) -> dict[str, Any]:
    """Type a PIN and return what came of it, once it could be tried at all."""
    while True:
        before = len(program.events)
        for digit in pin:
            screen.keys(digit)
        screen.keys("Return")
        outcome = program.wait_for("staff.pin", after=before)
        if outcome["outcome"] != "wait":
            return outcome


def let_in(screen: Screen, program: Program) -> None:
    """Open the panel."""
    call(screen, program)
    before = len(program.events)
    assert type_pin(screen, program)["outcome"] == "right"
    program.wait_for("staff.panel_opened", after=before)


@pytest.mark.parametrize("where", ["attract", "page"])
def test_the_way_in_and_out(screen: Screen, start: Callable[..., Program], where: str) -> None:
    program = start()
    if where == "page":
        screen.wait(lambda _picture: opened(screen, program))
    call(screen, program)
    assert type_pin(screen, program, "111111")["outcome"] == "wrong"
    assert type_pin(screen, program)["outcome"] == "right"
    program.wait_for("staff.panel_opened")
    program.follow("staff.closed", screen.keys, "Escape")
    assert program.events[-1]["event"] in ("staff.closed", "attract.started")
    text = " ".join(str(event) for event in program.events)
    assert PIN not in text
    assert "111111" not in text
    program.stop()
    program.check_quiet()


def test_it_works_on_the_fault_screen(screen: Screen, start: Callable[..., Program], tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "content.yaml").write_text("kiosk: 1\ntitel: x\n", "utf-8")
    program = start(content=broken)
    let_in(screen, program)
    program.stop()


def test_without_a_pin_nobody_gets_in(screen: Screen, start: Callable[..., Program], booth: Path) -> None:
    change_settings(booth, {"pin.hash": ""})
    program = start()
    call(screen, program)
    assert type_pin(screen, program)["outcome"] == "unset"
    assert "staff.panel_opened" not in program.names()
    program.stop()


def test_a_language_to_begin_with_stays_after_a_restart(
    screen: Screen, start: Callable[..., Program], booth: Path
) -> None:
    program = start()
    let_in(screen, program)
    before = len(program.events)
    while "staff.act" not in program.names()[before:]:  # the first button that changes something is the second language
        screen.keys("Tab")
        screen.keys("Tab")
        screen.keys("Tab")
        screen.keys("Return")
        program.wait_for("staff.act", after=before)
    told = program.wait_for("staff.act", after=before)
    assert (told["act"], told["value"]) == ("first", "ar")
    screen.wait(lambda _picture: load_settings(booth).settings.languages.default == "ar")
    program.follow("staff.closed", screen.keys, "Escape")
    program.stop()
    program.check_quiet()
    again = start()
    assert again.wait_for("frame.first")["language"] == "ar"
    again.stop()
