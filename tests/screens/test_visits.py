"""A visit from the attract loop to the attract loop."""

from __future__ import annotations

import logging
import time
import weakref
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage

from kiosk.booth.upkeep import memory
from kiosk.bundle.model import Bundle
from kiosk.view.theme import Access
from kiosk.visit.route import Home, Page, Place
from kiosk.visit.route import Open as Go
from kiosk.visit.visit import Leave, Pressed, Released, Rules
from tests.screens.acting import Visitor, brightness, kind, share_unlike
from tests.screens.conftest import LANDSCAPE, PORTRAIT, Open


class Circle:
    """Something that only Python's collector can find."""

    def __init__(self) -> None:
        self.itself = self


RULES = Rules(reading_seconds_per_word=0)


def events(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in caplog.records if record.name == "kiosk"]


def remembered(visitor: Visitor) -> dict[str, Any]:
    """Return everything that a visitor can leave behind."""
    view, theme = visitor.view, visitor.view.theme
    return {
        "language": view.languageCode,
        "route": view.route,
        "attract": view.attract,
        "countdown": view.secondsLeft,
        "muted": view.muted,
        "picker": view.picker,
        "filter": view.statistics.filter,
        "access": theme.look.access,
        "tokens": theme.tokens(),
        "item": view.loop.index,
    }


@pytest.mark.parametrize(("row", "page"), [(0, "home"), (1, "statistics"), (2, "film/over")])
def test_the_first_tap_opens_what_is_shown(
    open_booth: Open, caplog: pytest.LogCaptureFixture, row: int, page: str
) -> None:
    """Press, release and 0.3 seconds are swallowed, wherever they are; then a tap counts again."""
    caplog.set_level(logging.INFO, logger="kiosk")
    visitor = open_booth(entered=False)
    visitor.view.loop.show(row)
    bottom = QPoint(visitor.window.width() // 2 + 200, visitor.window.height() - 30)
    over = QPoint(visitor.window.width() * 2 // 3, visitor.window.height() // 3)  # a sector's picture on the home page
    visitor.press(over)
    assert visitor.view.attract
    visitor.release(over)
    assert (visitor.view.attract, str(visitor.view.route.place)) == (False, page)
    visitor.settle()
    for place in (over, bottom, visitor.point(visitor.button(3)), visitor.point(visitor.language("ar"))):
        visitor.tap(place, 0.05)
    assert str(visitor.view.route.place) == page
    assert visitor.view.languageCode == "en"
    visitor.tap(visitor.button(3), 0.31)
    assert visitor.view.page == "videos"
    assert events(caplog).count("attract.tapped") == 1


def test_a_visit_ends_as_it_began(open_booth: Open, caplog: pytest.LogCaptureFixture) -> None:
    """Time-out, countdown, end: nothing of the visitor is left, neither in the state nor on the pages."""
    caplog.set_level(logging.INFO, logger="kiosk")
    fresh = open_booth(entered=False, rules=RULES)
    clean = remembered(fresh)
    fresh.enter()
    first = {name: fresh.texts() for name in ("home",)}
    visitor = open_booth(rules=RULES)
    visitor.tap(visitor.language("ar"))
    visitor.settle()
    visitor.tap(visitor.button(2))
    visitor.settle()
    visitor.list().setProperty("contentY", 400)
    visitor.view.statistics.show("cars")
    visitor.clock.now += 1
    visitor.view.toggleSound()
    visitor.view.theme.adapt(Access(text_scale=1.5, high_contrast=True, calm=True))
    visitor.clock.now += 1
    visitor.view.openPicker()
    assert sum(remembered(visitor)[name] != value for name, value in clean.items()) >= 7
    visitor.pass_time(60)
    assert visitor.view.secondsLeft == 20
    visitor.wait(lambda: visitor.all("StillThereScreen"))
    assert any("20" in text or "٢٠" in text for text in visitor.texts(visitor.one("StillThereScreen")))
    visitor.pass_time(11)
    assert visitor.view.secondsLeft == 9
    visitor.pass_time(9.01)
    assert visitor.view.attract
    assert remembered(visitor) == clean
    assert events(caplog)[-2:] == ["visit.ended", "attract.started"]
    visitor.enter()
    assert visitor.texts() == first["home"]
    visitor.tap(visitor.button(2))
    visitor.settle()
    assert visitor.list().property("contentY") == 0


@pytest.mark.parametrize("by", ["touch", "mouse", "key", "button"])
def test_a_touch_during_the_countdown_extends_the_visit(open_booth: Open, by: str) -> None:
    """Any touch or key will do, as often as one likes; it presses nothing on the page below."""
    visitor = open_booth(rules=RULES)
    place = visitor.point(visitor.control("Hills"))
    for _ in range(3):
        visitor.pass_time(60)
        assert visitor.view.secondsLeft > 0
        visitor.wait(lambda: visitor.all("StillThereScreen"))
        visitor.pass_time(18)
        match by:
            case "touch":
                visitor.tap(place)
            case "mouse":
                visitor.click(place)
            case "key":
                visitor.key(Qt.Key.Key_Space)
            case "button":
                visitor.tap(visitor.point(visitor.control("I am still here")))
        assert (visitor.view.secondsLeft, visitor.view.attract, visitor.view.page) == (0, False, "home")
    visitor.tap(place, 0.31)
    assert visitor.view.page == "sector"


def test_reading_takes_time(open_booth: Open) -> None:
    """A page with words to read is left alone for longer than one without."""
    visitor = open_booth(rules=Rules(reading_seconds_per_word=1))
    visitor.tap(visitor.control("Cars"))
    visitor.pass_time(65)
    assert visitor.view.secondsLeft == 0
    visitor.pass_time(200)
    assert visitor.view.secondsLeft > 0


def test_a_film_holds_the_time_out_back(open_booth: Open) -> None:
    """While it plays nobody is asked; once it is paused the time runs."""
    visitor = open_booth(rules=RULES)
    visitor.view.openFilm("line")
    visitor.wait(visitor.film_started)
    visitor.pass_time(300)
    assert visitor.view.secondsLeft == 0
    visitor.tap(visitor.control("Pause"))
    visitor.pass_time(59)
    assert visitor.view.secondsLeft == 0
    visitor.pass_time(2)
    assert visitor.view.secondsLeft > 0


def test_the_booth_asks_by_itself(open_booth: Open) -> None:
    """Without a tick from a test the booth's own timer asks, counts down and ends the visit."""
    visitor = open_booth(rules=Rules(idle_seconds=0.2, warning_seconds=0.5, longest_idle_seconds=0.2))
    visitor.clock.run()
    visitor.tap(QPoint(5, 5))
    started = visitor.clock()
    visitor.wait(lambda: visitor.view.secondsLeft > 0)
    visitor.wait(lambda: visitor.view.attract)
    assert 0.7 <= visitor.clock() - started < 2


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT], ids=["landscape", "portrait"])
def test_the_loop_is_never_black(open_booth: Open, bundle: Bundle, size: tuple[int, int]) -> None:
    """Over every change of items, pictures and films, each frame is about as bright as the items are."""
    items = tuple(msgspec.structs.replace(item, seconds=1.3) for item in bundle.attract)
    visitor = open_booth(shown=msgspec.structs.replace(bundle, attract=items), entered=False, size=size)
    loop = visitor.view.loop
    visitor.view.firstPictureShown.emit()  # the loop begins to move once the first picture is on the screen
    frames: list[QImage] = []
    changes: list[int] = []
    loop.indexChanged.connect(lambda: changes.append(loop.index))

    def look() -> bool:
        frames.append(visitor.grab().scaled(96, 96))
        return len(changes) >= 4

    visitor.wait(look, 30)
    assert changes == [1, 2, 0, 1]
    levels = sorted(brightness(frame) for frame in frames)
    assert len(frames) > 20
    assert levels[0] > 0.6 * levels[len(levels) // 2]
    assert any(share_unlike(frames[0], frame) > 0.3 for frame in frames)


@pytest.mark.parametrize("items", [1, 2])
def test_the_loop_reads_ahead_what_comes_next(open_booth: Open, bundle: Bundle, items: int) -> None:
    """Where nothing else comes, one picture is read, not the same one twice."""
    visitor = open_booth(shown=msgspec.structs.replace(bundle, attract=bundle.attract[:items]), entered=False)
    visitor.view.firstPictureShown.emit()
    loop = visitor.one("AttractScreen")

    def pictures() -> int:
        photos = [item for item in below(loop) if kind(item) == "Photo"]
        return sum(bool(photo.property("source").toString()) for photo in photos)

    visitor.wait(lambda: pictures() == items)
    visitor.settle()
    assert pictures() == items


def test_pages_are_made_ahead(open_booth: Open) -> None:
    """Once the loop runs the pages are made behind it, and none of that is seen."""
    visitor = open_booth(entered=False)
    visitor.view.firstPictureShown.emit()
    shell = visitor.window.contentItem()
    visitor.wait(lambda: any(kind(item) == "StatisticsScreen" for item in below(shell)))
    assert visitor.view.attract
    assert not visitor.all("StatisticsScreen")


@pytest.mark.parametrize("turns", [0, 1, 3])
def test_a_visitor_may_come_while_the_pages_are_being_read(open_booth: Open, qapp: QGuiApplication, turns: int) -> None:
    """Qt forgets what a file is given when it is wanted at once while it is being read: then nothing was shown."""
    visitor = open_booth(entered=False)
    visitor.view.firstPictureShown.emit()
    for _ in range(turns):
        qapp.processEvents()
    visitor.enter()
    assert visitor.one("HomeScreen")


def below(item: Any) -> list[Any]:
    """Return everything below `item`, seen or not."""
    return [found for child in item.childItems() for found in (child, *below(child))]


def test_a_page_shown_when_a_visit_ends_is_gone(open_booth: Open) -> None:
    """A film that runs when the visit ends is neither seen nor heard behind the loop."""
    visitor = open_booth(rules=RULES)
    visitor.view.follow(Go(Place(Page.FILM, "line")))
    visitor.wait(visitor.film_started)
    visitor.pass_time(900)
    visitor.pass_time(20)
    assert visitor.view.attract
    shell = visitor.window.contentItem()
    visitor.wait(lambda: not any(kind(item) == "FilmScreen" for item in below(shell)))


@pytest.mark.parametrize(
    ("way", "turns"), [*(("home", turns) for turns in (2, 4, 5)), ("visit ends", 2), ("content goes", 2)]
)
def test_a_page_may_go_while_its_charts_are_being_made(
    open_booth: Open, qapp: QGuiApplication, qtlog: Any, bundle: Bundle, way: str, turns: int
) -> None:
    """Qt would say that something was destroyed during incubation: to it that is no warning, but to us."""
    visitor = open_booth()
    visitor.view.follow(Go(Place(Page.STATISTICS)))
    for _ in range(turns):
        qapp.processEvents()
    match way:
        case "home":
            visitor.view.follow(Home())
            for _ in range(5):  # a machine so busy that the page goes first
                time.sleep(0.2)
                QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
                qapp.processEvents()
        case "visit ends":
            visitor.booth.visits.take(Leave())
        case "content goes":
            visitor.booth.show(bundle)
    visitor.settle()
    assert [record.message for record in qtlog.records if "incubation" in record.message] == []


@pytest.mark.parametrize("returns", [False, True])
def test_what_a_visit_leaves_behind_is_cleared_away(
    open_booth: Open, monkeypatch: pytest.MonkeyPatch, returns: bool
) -> None:
    """Before the loop and the next visit are made; what Qt keeps for pages, once the loop plays and nobody came."""
    cleared: list[object] = []
    beside: list[set[str]] = []

    def drop_visit(engine: object) -> None:
        beside.append({"VisitShell", "AttractScreen"} & kinds(visitor))

    monkeypatch.setattr(memory, "drop_visit", drop_visit)
    monkeypatch.setattr(memory, "clear_up", lambda *given: cleared.extend(given))
    monkeypatch.setattr(memory, "CLEAR_UP_MS", 100)
    visitor = open_booth()
    visitor.view.firstPictureShown.emit()
    began = time.monotonic()
    visitor.booth.visits.take(Leave())
    if returns:
        visitor.booth.visits.take(Pressed(0))
        visitor.booth.visits.take(Released(0))
    visitor.wait(lambda: cleared or (returns and time.monotonic() - began > 0.5))
    assert cleared == ([] if returns else [visitor.booth.engine, visitor.booth.window])
    assert beside == [{"VisitShell"} if returns else set()]
    visitor.wait(lambda: "VisitShell" in kinds(visitor))
    assert visitor.view.attract is not returns


def kinds(visitor: Visitor) -> set[str]:
    """Return the QML types of everything in the window, seen or not."""
    return {kind(item) for item in below(visitor.window.contentItem())}


def test_the_loop_comes_over_nothing(open_booth: Open) -> None:
    """Neither the last visitor's page nor the next one's is seen while it fades in."""
    visitor = open_booth()
    visitor.view.follow(Go(Place(Page.STATISTICS)))
    visitor.settle()
    visitor.view.firstPictureShown.emit()
    visitor.booth.visits.take(Leave())
    levels: list[list[float]] = []

    def fading() -> bool:
        assert not visitor.all("PageLoader")
        visitor.grab()
        levels.append([item.parentItem().parentItem().opacity() for item in visitor.all("AttractScreen")])
        return levels[-1] == [1]

    visitor.wait(fading)
    assert any(0 < level < 1 for seen in levels for level in seen), levels


def test_clearing_up_drops_what_only_holds_itself(open_booth: Open) -> None:
    visitor = open_booth()
    visitor.enter()
    visitor.settle()
    seen = visitor.grab()
    circle = Circle()
    gone = weakref.ref(circle)
    del circle
    memory.drop_visit(visitor.booth.engine)
    assert gone() is None
    memory.clear_up(visitor.booth.engine, visitor.booth.window)
    visitor.settle()
    assert share_unlike(visitor.grab(), seen) == 0, "and nothing of what is shown"
