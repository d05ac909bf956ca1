"""The booth's one window: as large as it should be, and neither closed nor joined by another, whatever is pressed."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.booth.conftest import Start
from tests.booth.outside import SIZE, Program, Screen, run, unlike

SEED = 20
EVENTS = 300
CHORDS = ["Alt_L+F4", "Control_L+q", "Control_L+w", "F11", "F1", "Shift_L+F10", "Menu", "Super_L", "Alt_L+Tab", "Print"]
KEYS = [*CHORDS, "Tab", "Return", "space", "Escape", "Left", "Right", "Up", "Down", "a", "Control_L+c", "Shift_L+Tab"]
MIDDLE = (640, 300)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    """The screen of `visited`, which no other booth is shown on."""
    with closing(Screen(tmp_path_factory.mktemp("kept"))) as screen:
        yield screen


@pytest.fixture(scope="module")
def visited(sample: Path, kept: Screen) -> Iterator[Program]:
    """A booth with a visitor on its home page, for tests that leave it there."""
    with run(kept, sample) as program:
        program.wait_for("attract.started")
        loop = kept.look()
        program.follow("page.opened", kept.keys, "space")
        kept.wait(lambda picture: unlike(picture, loop) > 0.3)
        kept.settled()
        yield program
        program.stop()
        program.check_quiet()


def test_it_covers_the_screen(visited: Program, kept: Screen) -> None:
    assert kept.only_window() == (0, 0, *SIZE)


@pytest.mark.parametrize("chord", CHORDS)
def test_no_key_leads_out(visited: Program, kept: Screen, chord: str) -> None:
    """What is pressed leaves no trace: the same window, the same page, the same picture."""
    before, logged = kept.settled(0.2), len(visited.events)
    kept.keys(chord)
    kept.keys("Left")  # a key that it knows: when this one is through, so is what came before it
    assert unlike(kept.settled(0.2), before) < 0.02
    assert kept.only_window() == (0, 0, *SIZE)
    assert visited.names()[logged:] == []
    assert visited.process.poll() is None


@pytest.mark.parametrize("button", [2, 3, 8, 9])
def test_no_other_button_does_anything(visited: Program, kept: Screen, button: int) -> None:
    """Neither a menu nor a page comes from the right button, and none from those at the side."""
    before, logged = kept.settled(0.2), len(visited.events)
    kept.tap(MIDDLE, button)
    assert unlike(kept.settled(0.2), before) < 0.02
    assert kept.only_window() == (0, 0, *SIZE)
    assert visited.names()[logged:] == []


def test_it_refuses_to_be_closed(visited: Program, kept: Screen) -> None:
    """A window manager's request to close it is refused, and the booth goes on."""
    kept.ask_to_close()
    opened = visited.follow("page.opened", kept.tap, MIDDLE)
    assert opened["page"] == "sector/cars"
    kept.settled(0.2)
    assert kept.only_window() == (0, 0, *SIZE)
    assert visited.follow("page.opened", kept.keys, "Escape")["page"] == "home"


def test_a_plain_window_has_its_size_and_may_be_closed(start: Start, screen: Screen, sample: Path) -> None:
    program = start(sample, "--windowed", "--size", "800x600")
    assert screen.only_window()[2:] == (800, 600)
    screen.ask_to_close()
    assert program.ended() == 0
    program.check_quiet()


def test_a_monkey_breaks_nothing(start: Start, screen: Screen, sample: Path) -> None:
    """Taps, swipes and keys at random, the same ones each time, and no moment's rest: it lives, and says nothing."""
    program = start(sample)
    chance = random.Random(SEED)
    for _ in range(EVENTS):
        act(screen, chance)
        screen.drawn(0.02)
    through = 0
    for _ in range(3):  # so that it was not all in vain
        through = program.events.index(program.wait_for("page.opened", after=through)) + 1
    assert program.process.poll() is None
    assert screen.only_window() == (0, 0, *SIZE)
    program.stop()
    program.check_quiet()


def act(screen: Screen, chance: random.Random) -> None:
    """Do one thing that a bored visitor does."""
    place = (chance.randrange(SIZE[0]), chance.randrange(SIZE[1]))
    match chance.choices(["tap", "swipe", "key", "bar"], [4, 2, 2, 2])[0]:
        case "tap":
            screen.tap(place)
        case "bar":
            screen.tap((place[0], SIZE[1] - 36))
        case "key":
            screen.keys(chance.choice(KEYS))
        case "swipe":
            screen.press(place)
            for step in range(1, 6):
                screen.move((place[0], max(0, place[1] - step * 40)))
            screen.release()
