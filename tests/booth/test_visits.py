"""A visitor before the running booth: what taps do, what they do not do, and what is left when the visitor has gone."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from tests.booth.conftest import Start
from tests.booth.outside import PATIENCE, SIZE, Pixels, Program, Screen, run, seen_unlike, unlike

CARS = (580, 250)  # a sector's picture on the home page
LAST_LANGUAGE = (SIZE[0] - 35, SIZE[1] - 36)  # at the end of the bar, which is on the left in Arabic
PICTURES = (slice(0, 380), slice(400, None))  # the sectors' pictures above their words
BAR = (slice(650, None), slice(None))
IDLE, WARNING = 4.0, 20.0  # the second one no option changes


@dataclass
class Left:
    """A booth that a visitor has left, what it showed in the loop and on the home page, and how much it had logged."""

    program: Program
    screen: Screen
    loop: Pixels
    home: Pixels
    logged: int
    touched_at: float


@contextmanager
def leave(screen: Screen, sample: Path) -> Iterator[Left]:
    """Visit a booth that waits for nobody, change its language, and go."""
    with run(screen, sample, "--idle-seconds", str(IDLE)) as program:
        program.wait_for("attract.started")
        loop = screen.look()
        program.follow("page.opened", screen.tap, CARS)
        home = arrived(screen, loop)
        while True:  # on a slow machine the booth may ask before it is tapped, and a tap answers that first
            logged, touched_at = len(program.events), time.monotonic()
            screen.tap(LAST_LANGUAGE)
            if program.wait_for("language.changed", "visit.extended", after=logged)["event"] == "language.changed":
                break
        yield Left(program, screen, loop, home, logged, touched_at)


def arrived(screen: Screen, before: Pixels, at_least: float = 0.3) -> Pixels:
    """Wait until the picture differs in so large a part from the one `before`, and has come to rest; return it."""
    screen.wait(lambda picture: unlike(picture, before) > at_least)
    return screen.settled()


@pytest.fixture(scope="module")
def left(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Left]:
    """A booth that a visitor leaves when the first test of this module begins; the last one sees what became of it."""
    with closing(Screen(tmp_path_factory.mktemp("left"))) as screen, leave(screen, sample) as found:
        yield found


def test_nobody_is_asked_too_early(left: Left) -> None:
    """The question comes when the visitor has not moved for the time-out."""
    warned = left.program.wait_for("visit.warned", after=left.logged)
    assert warned["monotonic"] - left.touched_at >= IDLE
    assert "visit.ended" not in left.program.names()


def test_a_tap_on_the_loop_opens_what_is_shown_and_nothing_else(start: Start, screen: Screen, sample: Path) -> None:
    """Press and release do not reach the page that they open, nor what comes within 0.3 s; then a tap does."""
    program = start(sample)
    screen.press(CARS)
    released = time.monotonic()
    screen.release()
    while program.names().count("page.opened") < 2:
        screen.tap(CARS)
        screen.drawn(0.02)
        assert time.monotonic() < released + PATIENCE
    opened = [event for event in program.events if event["event"] == "page.opened"]
    assert [event["page"] for event in opened[:2]] == ["home", "sector/cars"]
    assert opened[1]["monotonic"] >= released + 0.3
    assert program.wait_for("attract.tapped")["opens"] == "home"
    assert program.names()[3:6] == ["visit.started", "attract.tapped", "page.opened"]
    program.stop()
    program.check_quiet()


def test_a_press_that_is_not_lifted_yet_leaves_the_loop_alone(start: Start, screen: Screen, sample: Path) -> None:
    """A key leaves the loop when it goes down, a finger when it is lifted: leaning on it opens nothing."""
    program = start(sample)
    screen.press(CARS)
    started = time.monotonic()
    assert program.follow("page.opened", screen.keys, "space")["monotonic"] >= started
    screen.release()
    assert program.names().count("visit.started") == 1
    program.stop()


def test_a_visit_that_a_stop_cuts_off_is_told(start: Start, screen: Screen, sample: Path) -> None:
    """The log and the counts know how long it was."""
    program = start(sample)
    program.follow("page.opened", screen.tap, CARS)
    program.stop()
    program.check_quiet()
    assert program.names()[-2:] == ["visit.ended", "booth.stopped"]


def test_a_language_is_a_tap_away_and_the_page_stays(start: Start, screen: Screen, sample: Path) -> None:
    """The words change, the pictures do not move, and no page is opened for it."""
    program = start(sample)
    loop = screen.look()
    program.follow("page.opened", screen.keys, "space")
    before = arrived(screen, loop)
    changed = program.follow("language.changed", screen.tap, LAST_LANGUAGE)
    assert changed["language"] == "zh_Hans"
    after = arrived(screen, before, 0.001)
    assert unlike(after[PICTURES], before[PICTURES]) < 0.001
    assert unlike(after[BAR], before[BAR]) > 0.001
    assert program.names()[-2:] == ["page.opened", "language.changed"]
    program.stop()
    program.check_quiet()


def test_a_language_to_begin_with_is_mirrored_where_it_runs_so(start: Start, screen: Screen, sample: Path) -> None:
    """In Arabic the bar begins on the right: the last language lies on the left, the way home where it would lie."""
    program = start(sample, "--language", "ar")
    loop = screen.look()
    program.follow("page.opened", screen.keys, "space")
    mirrored = arrived(screen, loop)
    last = (SIZE[0] - LAST_LANGUAGE[0], LAST_LANGUAGE[1])
    program.follow("page.opened", screen.tap, (SIZE[0] - CARS[0], CARS[1]))
    screen.settled()
    assert program.follow("page.opened", screen.tap, LAST_LANGUAGE)["page"] == "home"
    screen.settled()
    assert program.follow("language.changed", screen.tap, last)["language"] == "zh_Hans"
    plain = arrived(screen, mirrored, 0.1)
    assert unlike(plain[PICTURES], np.fliplr(mirrored)[PICTURES]) < unlike(plain[PICTURES], mirrored[PICTURES]) / 2
    program.stop()
    program.check_quiet()


def test_nothing_is_left_of_a_visit(left: Left) -> None:
    """The question stands for its time, then the loop comes back, and the next visitor finds what the first one did."""
    program, screen = left.program, left.screen
    warned = program.wait_for("visit.warned", after=left.logged)
    ended = program.wait_for("visit.ended")
    assert WARNING - 0.1 <= ended["monotonic"] - warned["monotonic"] < WARNING + 10
    program.wait_for("attract.started", after=left.logged)
    screen.wait(lambda picture: unlike(picture, left.loop) < unlike(left.home, left.loop) / 2)
    names = program.names()[left.logged :]
    assert names == ["language.changed", "visit.warned", "visit.ended", "attract.started"]
    program.follow("page.opened", screen.tap, CARS)
    screen.wait(lambda picture: seen_unlike(picture, left.home) == 0)
    program.stop()
    program.check_quiet()
