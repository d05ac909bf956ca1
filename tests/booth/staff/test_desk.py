"""Staff at the booth, from outside: the gesture, the PIN, and what the panel changes."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kiosk.settings.file import change_settings, load_settings
from kiosk.staff.pin import hash_pin
from tests.booth.conftest import Twin, make_bundle, place
from tests.booth.outside import PATIENCE, ROOT, Program, Screen, run, unlike
from tests.screens.sample import make_sample

PIN = "294817"
SIZE = (1280, 720)
CORNER = (12, 12)
Find = Callable[..., tuple[int, int]]
TAPS = {"way_in.gesture": "taps", "way_in.seconds": 8}
OUTSIDE = (slice(0, 120), slice(None))
"""Above the countdown of cleaning."""

SEEN = (("visits", ""), ("page", "home"), ("page", "sector/cars"), ("language", "en"))


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
def find(twin: Twin, folder: Path, booth: Path) -> Callable[..., tuple[int, int]]:
    """A function that says where a button of the desk is, by its name."""
    visitor = twin(folder, booth, SIZE)

    def where(name: str, mode: str = "panel", part: int = 0) -> tuple[int, int]:
        visitor.booth.desk_view.show(mode)
        check = visitor.booth.desk_view.check
        while check.part < part:
            check.answered.emit(1)
        return place(visitor, name)

    return where


@pytest.fixture
def start(screen: Screen, folder: Path, booth: Path, tmp_path: Path) -> Iterator[Callable[..., Program]]:
    """A function that starts the booth."""
    running: list[Any] = []

    def begin(*options: str, content: Path | None = None, **variables: str) -> Program:
        home = {name: str(tmp_path / name.lower()) for name in ("XDG_STATE_HOME", "XDG_RUNTIME_DIR")}
        manager = run(screen, content or folder, "--booth", booth, *options, **home, **variables)
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


def press(screen: Screen, program: Program, place: tuple[int, int], event: str = "staff.act") -> dict[str, Any]:
    """Touch a button until something follows, and return that: what has just opened may not listen yet."""
    before = len(program.events)
    until = time.monotonic() + PATIENCE
    while not (told := program.comes(event, after=before, seconds=1.0)):
        screen.tap(place)
        assert time.monotonic() < until, program.names()[before:]
    return told


def act(screen: Screen, program: Program, place: tuple[int, int]) -> tuple[str, list[object]]:
    """Touch a button of the panel, and return what staff have asked for with it."""
    told = press(screen, program, place)
    return told["act"], told["given"]


def test_touches_are_taken_by_python_without_asserts_too(start, screen, tmp_path):
    """And the desk is asked first: its gesture works over what swallows everything."""
    program = start(PYTHONOPTIMIZE="1")
    while not opened(screen, program):
        assert screen.drawn(PATIENCE)
    program.stop()
    broken = make_bundle(tmp_path / "broken", lambda said: said.update(sectors=7))
    program = start(content=broken, PYTHONOPTIMIZE="1")
    call(screen, program)
    assert "staff.pad_opened" in program.names()
    program.stop()


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


def test_a_language_to_begin_with_stays_after_a_restart_and_after_a_visit(
    screen: Screen, start: Callable[..., Program], find: Find, folder: Path, booth: Path, twin: Twin
) -> None:
    program = start()
    let_in(screen, program)
    assert act(screen, program, find("العربية")) == ("first", ["ar"])
    screen.wait(lambda _picture: load_settings(booth).settings.languages.default == "ar")
    program.follow("staff.closed", screen.keys, "Escape")
    program.stop()
    program.check_quiet()
    again = start("--idle-seconds", "8")
    assert again.wait_for("frame.first")["language"] == "ar"
    again.follow("page.opened", screen.keys, "space")
    in_arabic = screen.settled()
    visitor = twin(folder, booth, SIZE)
    visitor.enter()
    changed = again.follow("language.changed", screen.tap, place(visitor, "简体中文"))
    assert changed["language"] == "zh_Hans"
    again.wait_for("visit.ended")
    again.follow("page.opened", screen.keys, "space")
    screen.wait(lambda picture: unlike(picture, in_arabic) < 0.001)
    again.stop()
    again.check_quiet()


def test_nothing_is_felt_while_the_screen_is_wiped(screen: Screen, start: Callable[..., Program], find: Find) -> None:
    """Touch and keys are off, the way in too; only the countdown moves, and then the panel is there again."""
    program = start()
    let_in(screen, program)
    panel = screen.look().copy()
    assert act(screen, program, find("30 s")) == ("clean", [30])
    screen.wait(lambda picture: unlike(picture, panel) > 0.05)
    logged = len(program.events)
    before = screen.settled(0.3, OUTSIDE).copy()
    for y in range(10, SIZE[1], 90):
        screen.drag((10, y), (SIZE[0] - 10, y))
    for _ in range(6):
        screen.tap(CORNER)
    for key in ("Escape", "Return", "Tab", "space", "Left", "5"):
        screen.keys(key)
    time.sleep(0.5)
    assert program.names()[logged:] == []
    assert unlike(screen.look()[OUTSIDE], before[OUTSIDE]) == 0
    program.wait_for("staff.closed", after=logged)
    assert program.events[-1]["monotonic"] - program.events[logged - 1]["monotonic"] >= 29
    call(screen, program)
    program.stop()
    program.check_quiet()


def test_a_demo_goes_on_by_itself_and_by_keys(screen: Screen, start: Callable[..., Program], find: Find) -> None:
    """No visit ends, and a presenter's remote (page and arrow keys) goes through the pages and back."""
    program = start("--idle-seconds", "1")
    let_in(screen, program)
    before = len(program.events)
    assert act(screen, program, find("5 min")) == ("demo", [5])
    assert program.wait_for("staff.demo", after=before)["minutes"] == 5
    pages = [program.follow("page.opened", screen.keys, key)["page"] for key in ("Right", "Next", "Right", "Left")]
    assert pages == ["home", "sector/cars", "sector/hills", "sector/cars"]
    assert program.comes("visit.warned", "visit.ended", after=len(program.events), seconds=3) is None
    program.stop()
    program.check_quiet()


def test_it_opens_over_a_film(screen: Screen, start: Callable[..., Program], folder: Path, tmp_path: Path) -> None:
    """A film that plays goes on under the pad; the panel ends it, and closing the panel leads to the loop."""
    filmed = shutil.copytree(folder, tmp_path / "filmed")
    content = json.loads((filmed / "content.yaml").read_text("utf-8"))
    content["attract"][0]["opens"] = "line"
    (filmed / "content.yaml").write_text(json.dumps(content), "utf-8")
    program = start(content=filmed)
    assert program.follow("page.opened", screen.keys, "space")["page"] == "film/line"
    let_in(screen, program)
    program.follow("staff.closed", screen.keys, "Escape")
    assert "media.failed" not in program.names()
    program.stop()
    program.check_quiet()


def test_what_is_counted_is_reported(
    screen: Screen, start: Callable[..., Program], find: Find, folder: Path, booth: Path, twin: Twin, tmp_path: Path
) -> None:
    program = start()
    let_in(screen, program)
    assert act(screen, program, find("Count visits")) == ("count", [True])
    program.follow("staff.closed", screen.keys, "Escape")
    program.follow("page.opened", screen.keys, "space")
    screen.settled()
    visitor = twin(folder, booth, SIZE)
    visitor.enter()
    program.follow("page.opened", screen.tap, place(visitor, "Cars"))
    let_in(screen, program)  # which ends the visit
    program.stop()
    program.check_quiet()
    done = subprocess.run(
        [sys.executable, "-m", "kiosk", "report", "--csv"],
        cwd=ROOT,
        env={**os.environ, "XDG_STATE_HOME": str(tmp_path / "xdg_state_home")},
        capture_output=True,
        text=True,
        check=True,
    )
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    counted = {(row["what"], row["name"]): float(row["amount"]) for row in rows}
    assert {key: counted.get(key) for key in SEEN} == dict.fromkeys(SEEN, 1)


def test_the_opening_check_asks_five_things_and_is_remembered(
    screen: Screen, start: Callable[..., Program], find: Find, tmp_path: Path
) -> None:
    """The whole screen is wiped, the picture looked at, both tones and the captions answered with yes."""
    program = start()
    let_in(screen, program)
    before = screen.look().copy()
    assert act(screen, program, find("Opening check")) == ("check", [])
    screen.wait(lambda picture: unlike(picture, before) > 0.05)
    for y in range(8, SIZE[1], 40):
        screen.drag((4, y), (SIZE[0] - 4, y))
    program.wait_for("check.answered")
    for part, name in enumerate(("Go on", "Yes", "Yes", "Yes"), 1):
        press(screen, program, find(name, "check", part), "check.answered")
    result = program.wait_for("check.ended")["result"]
    assert {key: result[key] for key in ("touch", "heard", "read")} == {"touch": True, "heard": True, "read": True}
    assert result["frames"] > 0
    kept = tmp_path / "xdg_state_home" / "kiosk" / "opening.json"
    screen.wait(lambda _picture: kept.exists())
    assert json.loads(kept.read_text("utf-8"))["level"] == result["level"]
    program.follow("staff.act", screen.keys, "Escape")  # back to the panel
    program.follow("staff.closed", screen.keys, "Escape")
    program.stop()
    program.check_quiet()
