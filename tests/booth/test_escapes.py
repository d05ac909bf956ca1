"""From no page is there a way out: no second window, no process, no connection, no page that nobody chose."""

from __future__ import annotations

import time
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import numpy as np
import pytest

from kiosk.visit.gate import SHUT_SECONDS
from tests.booth.attempts import HEARD, MIDDLE, NUMBERS, UNHEARD, Act, tap, times
from tests.booth.conftest import Start, make_bundle
from tests.booth.outside import SIZE, Pixels, Program, Screen, unlike
from tests.reliability.pins import CHEAP

FILMS, LANGUAGES = (312, 680), (1206, 680)
PAGES: Final = [
    ("home", MIDDLE),
    ("sector/cars", (580, 250)),
    ("statistics", NUMBERS),
    ("videos", FILMS),
    ("film/more-1", (300, 300)),
]
UNNOTICED: Final = {"bundle.problem", "content.trial", "content.good", "film.watched", "letters.drawn"}


class Prison:
    """A booth that somebody wants out of."""

    def __init__(self, program: Program, screen: Screen) -> None:
        self.program = program
        self.screen = screen
        self._opened_at = 0.0

    def go(self, way: tuple[int, int], page: str) -> None:
        """Open a page, once the last one has been open for so long that a tap is no double tap."""
        while time.monotonic() < self._opened_at + 2 * SHUT_SECONDS:
            self.screen.drawn(0.05)
        before = self.screen.look()
        opened = self.program.follow("page.opened", self.screen.tap, way)
        assert opened["page"] == page
        self._opened_at = opened["monotonic"]
        self.screen.wait(lambda picture: unlike(picture, before) > 0.1)

    def try_all(self, page: str, attempts: Mapping[str, Act]) -> None:
        """Try them one after the other; each leaves one window, over the whole screen."""
        for name, attempt in attempts.items():
            attempt(self.screen)
            (window,) = self.screen.windows()
            place = window.get_geometry()
            assert (place.x, place.y, place.width, place.height) == (0, 0, *SIZE), f"{page}: {name}"
            assert self.program.process.poll() is None, f"{page}: {name}"

    def try_unseen(self, page: str) -> None:
        """Try what must not change a pixel of a page that stands still."""
        before = self.look()
        self.try_all(page, UNHEARD)
        assert unlike(self.look(), before) < 0.001, page

    def look(self) -> Pixels:
        """Return the picture, with the pointer out of the way."""
        self.screen.move((SIZE[0] - 1, SIZE[1] - 1))
        return self.screen.settled(0.2)

    def close(self, *happened: str) -> None:
        """End it: well, with nothing beside it, and nothing has happened but this."""
        assert self.program.at_work() == set()
        assert self.program.connections() == []
        self.program.stop()
        names = [name for name in self.program.names() if name not in UNNOTICED]
        assert names == ["booth.started", "frame.first", *happened, "booth.stopped"]
        assert self.program.noise == []


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bundle whose languages are chosen on a page of their own."""

    def change(said: dict[str, Any]) -> None:
        del said["attract"][1:]
        said["languages"] += ["de", "fr", "es", "it", "pt", "nl", "pl", "cs", "da", "sv", "fi", "hu", "ro", "el", "tr"]

    return make_bundle(tmp_path_factory.mktemp("many") / "booth", change)


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Settings with a PIN that five taps ask for."""
    file = tmp_path_factory.mktemp("settings") / "booth.yaml"
    file.write_text(f'booth: 1\nway_in: {{gesture: taps}}\npin: {{hash: "{CHEAP}"}}\n')
    return file


def test_there_are_attempts_enough() -> None:
    assert len(UNHEARD | HEARD) >= 60


def test_nothing_gets_out_of_a_page(start: Start, screen: Screen, bundle: Path, settings: Path) -> None:
    prison = Prison(start(bundle, "--booth", settings), screen)
    prison.try_all("attract", UNHEARD)
    for page, way in PAGES:
        prison.go(way, page)
        if page == "film/more-1":
            prison.try_all(page, UNHEARD)
        else:
            prison.try_unseen(page)
        if page != "videos":  # scrolled, it would not lead to that film
            prison.try_all(page, HEARD)
    prison.go(FILMS, "videos")
    prison.try_all("videos", HEARD)
    before = screen.look()
    screen.tap(LANGUAGES)
    screen.wait(lambda picture: unlike(picture, before) > 0.3)
    prison.try_unseen("picker")
    prison.try_all("picker", HEARD)
    prison.close("attract.started", "visit.started", "attract.tapped", *["page.opened"] * 6, "visit.ended")


def test_nothing_gets_out_of_still_there(start: Start, screen: Screen, sample: Path) -> None:
    prison = Prison(start(sample, "--idle-seconds", "0.5"), screen)
    prison.program.follow("visit.warned", screen.tap, MIDDLE)
    prison.try_all("still there", UNHEARD)
    prison.close("attract.started", "visit.started", "attract.tapped", "page.opened", "visit.warned", "visit.ended")


def test_nothing_gets_out_of_a_booth_that_rests(start: Start, screen: Screen, sample: Path, tmp_path: Path) -> None:
    """Out of hours a touch wakes it for a visit; whatever else is done leaves it dark."""
    closed = tmp_path / "booth.yaml"
    day = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")[(datetime.now().weekday() + 3) % 7]
    closed.write_text(f"booth: 1\nhours: {{{day}: 10:00-11:00}}\n")
    prison = Prison(start(sample, "--booth", closed), screen)
    before = screen.look()
    prison.try_all("resting", UNHEARD)
    assert unlike(screen.look(), before) < 0.02  # its title wanders
    assert np.median(before & 0xFF) < 40
    prison.close("attract.started")


def test_nothing_gets_out_of_a_fault_or_the_pin_pad(
    start: Start, screen: Screen, tmp_path: Path, settings: Path
) -> None:
    """What the keys and taps type into the pad is no PIN."""
    prison = Prison(start(tmp_path, "--booth", settings, shown="fault.shown"), screen)
    prison.try_unseen("fault")
    prison.try_all("fault", HEARD)
    shown = prison.look()
    prison.program.follow("staff.pad_opened", times(5, tap((20, 20))), screen)
    screen.wait(lambda picture: unlike(picture, shown) > 0.02)
    prison.try_all("PIN pad", UNHEARD | HEARD)
    prison.close("fault.shown", "staff.pad_opened")
