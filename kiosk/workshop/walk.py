"""A walk through every page of a booth: the stops, how to get there, and when a page stands still."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QEventLoop, QTimer

from kiosk.booth.booth import Booth
from kiosk.booth.scene import Scene
from kiosk.bundle.contents import all_films, all_numbers
from kiosk.bundle.model import Bundle
from kiosk.ground.errors import KioskError
from kiosk.visit.route import Home, Open, Page, Place
from kiosk.visit.visit import KeyPressed, Leave, Rules

SIZES = ((1920, 1080), (1080, 1920))
PATIENT = Rules(idle_seconds=1e6, longest_idle_seconds=1e6)
SETTLE_SECONDS = 20.0
QUIET_TURNS = 2
TURN_MS = 12
INCUBATE_MS = 100
MOST_MAKING = 20
LONGEST_SCROLL = 12


@dataclass(frozen=True)
class Stop:
    """A page to stop at: its name for the file, how to get there, and the id of the sector or film that it shows."""

    name: str
    go: Callable[[Booth], None]
    shows: str = ""

    @property
    def kind(self) -> str:
        """The kind of the page."""
        return self.name.partition("-")[0]


def choose_stops(bundle: Bundle, pages: tuple[str, ...]) -> list[Stop]:
    """Return the stops of a walk through every page, or through those that `pages` name.

    A page is named by its kind (`sector`), its stop (`sector-automotive`) or as the log has it (`sector/automotive`).
    Raises `KioskError` for an unknown one.
    """
    stops = list(_all_stops(bundle))
    kinds, names = {stop.kind for stop in stops}, {stop.name for stop in stops}
    wanted = [page.replace("/", "-") for page in pages] or [*kinds]
    if unknown := [page for page in wanted if page not in kinds | names]:
        one = f", and one sector alone, such as sector-{bundle.sectors[0].id}" if bundle.sectors else ""
        raise KioskError(f"There is no page {unknown[0]}", f"There are: {', '.join(sorted(kinds))}{one}.")
    return [stop for stop in stops if not {stop.name, stop.kind}.isdisjoint(wanted)]


def _all_stops(bundle: Bundle) -> Iterator[Stop]:
    for row in range(len(bundle.attract)):
        yield Stop(f"attract-{row + 1}", lambda booth, row=row: _attract(booth, row))  # type: ignore[misc]
    yield Stop("home", lambda booth: booth.view.follow(Home()))
    for sector in bundle.sectors:
        yield Stop(f"sector-{sector.id}", _opening(Place(Page.SECTOR, sector.id)), sector.id)
    if all_numbers(bundle):
        yield Stop("statistics", _opening(Place(Page.STATISTICS)))
    films = all_films(bundle)
    if films:
        yield Stop("videos", _opening(Place(Page.VIDEOS)))
        yield Stop("film", _opening(Place(Page.FILM, films[0][0].id)), films[0][0].id)
    yield Stop("languages", lambda booth: booth.view.openPicker())
    yield Stop("still", lambda booth: booth.view.set_visit(False, 20))


def _opening(place: Place) -> Callable[[Booth], None]:
    return lambda booth: booth.view.follow(Open(place))


def _attract(booth: Booth, row: int) -> None:
    booth.visits.take(Leave())
    booth.view.loop.show(row)


class Walker:
    """Leads `booth` from stop to stop, as a visitor who never waits; `turn_ms` is how long nothing must have moved."""

    def __init__(self, booth: Booth, turn_ms: int = TURN_MS) -> None:
        self.booth = booth
        self._turn_ms = turn_ms
        booth.view.theme.freeze()
        self.scene = Scene(booth.engine, booth.window.contentItem())
        self._frames = 0
        booth.window.afterAnimating.connect(self._count)

    def _count(self) -> None:
        self._frames += 1

    def visit(self, stop: Stop, language: str) -> None:
        """Begin a new visit in `language`, go to `stop`, and wait until it stands still."""
        booth = self.booth
        booth.visits.take(Leave())
        booth.choose_language(language)
        if not stop.name.startswith("attract"):
            booth.visits.take(KeyPressed())
            for _ in range(MOST_MAKING):  # Qt warns of a page that is taken down half made
                if not make_now(booth):
                    break
        stop.go(booth)
        self.settle()

    def scroll(self) -> Iterator[None]:
        """Yield once for every screenful of the page."""
        yield
        for _ in range(LONGEST_SCROLL):
            if not self._has_page or not self.scene.scroll_on():
                return
            self.settle()
            self.scene.rest()
            self.settle()
            yield

    def unroll(self) -> None:
        """Make every part of the page, whether one has scrolled there or not."""
        if self._has_page:
            self.scene.make_all()

    @property
    def _has_page(self) -> bool:
        """Whether a page is on top, which may scroll."""
        view = self.booth.view
        return not (view.picker or view.attract or view.secondsLeft)

    def settle(self) -> None:
        """Wait until nothing is being loaded any more and no frame has been drawn for a while."""
        until = time.monotonic() + SETTLE_SECONDS
        quiet = 0
        while quiet < QUIET_TURNS and time.monotonic() < until:
            before = self._frames
            making = make_now(self.booth)
            run_loop(self._turn_ms)
            quiet = 0 if making or self._frames != before or self.scene.busy() else quiet + 1


def make_now(booth: Booth) -> bool:
    """Let everything that is being made a little at a time be made now; whether there was something."""
    controller = booth.engine.incubationController()
    if controller.incubatingObjectCount() == 0:
        return False
    controller.incubateFor(INCUBATE_MS)
    return True


def run_loop(milliseconds: int) -> None:
    """Let Qt's own loop run: without it, what is deleted later would stay."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
