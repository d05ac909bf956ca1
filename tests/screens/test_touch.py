"""Fingers and mouse on a booth: what they do, and what they do not do twice."""

from __future__ import annotations

import logging

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QMetaObject, QPoint

from kiosk.bundle.model import Bundle
from tests.screens.acting import Visitor, share_unlike
from tests.screens.conftest import LANDSCAPE, PORTRAIT, Open


def opened(caplog: pytest.LogCaptureFixture) -> list[str]:
    """Return the pages that were opened, as the log has them."""
    return [vars(record)["facts"]["page"] for record in caplog.records if record.getMessage() == "page.opened"]


@pytest.fixture
def visitor(open_booth: Open, caplog: pytest.LogCaptureFixture) -> Visitor:
    caplog.set_level(logging.INFO, logger="kiosk")
    visitor = open_booth()
    caplog.clear()
    return visitor


@pytest.mark.parametrize("touch", [Visitor.tap, Visitor.click])
def test_a_tap_opens_a_sector(visitor: Visitor, caplog: pytest.LogCaptureFixture, touch: object) -> None:
    """A finger or the mouse on a picture opens its page, on the release."""
    touch(visitor, visitor.control("Hills"))  # type: ignore[operator]
    assert opened(caplog) == ["sector/hills"]
    visitor.settle()
    assert "Hills" in visitor.texts(visitor.page())


def test_the_release_decides(visitor: Visitor) -> None:
    """Nothing happens while the finger is down; sliding off and lifting it there cancels."""
    hills, cars = visitor.point(visitor.control("Hills")), visitor.point(visitor.control("Cars"))
    visitor.press(hills)
    assert visitor.view.page == "home"
    visitor.move((hills + cars) / 2)
    visitor.move(cars)
    visitor.release(cars)
    assert visitor.view.page == "home"
    visitor.tap(hills)
    assert visitor.view.page == "sector"


def test_a_double_tap_is_one_tap(visitor: Visitor, caplog: pytest.LogCaptureFixture) -> None:
    """The second tap, a tenth of a second later, does nothing on the page that the first has opened."""
    place = visitor.point(visitor.control("Hills"))
    visitor.tap(place)
    visitor.settle()
    for target in (place, visitor.point(visitor.button(2)), visitor.point(visitor.language("ar"))):
        visitor.tap(target, 0.05)
    assert opened(caplog) == ["sector/hills"]
    assert visitor.view.languageCode == "en"
    visitor.tap(visitor.button(2), 0.3)
    assert visitor.view.page == "statistics"


@pytest.mark.parametrize("names", [("Hills", "Hills"), ("Hills", "Cars"), ("Cars", "Spices")])
def test_two_fingers_open_one_page(visitor: Visitor, caplog: pytest.LogCaptureFixture, names: tuple[str, str]) -> None:
    """Two fingers lifted together open one page once."""
    first, second = (visitor.point(visitor.control(name)) for name in names)
    second += QPoint(20, 20)
    visitor.press(first, 1)
    visitor.press(second, 2)
    visitor.release(first, 1)
    visitor.release(second, 2)
    assert len(opened(caplog)) == 1


def test_a_press_is_seen_at_once(visitor: Visitor) -> None:
    """The very next frame after a press looks different, on a picture and on a button of the bar."""
    visitor.grab()
    for item in (visitor.control("Hills"), visitor.button(2)):
        corner, size = item.mapToScene(QPoint(0, 0)).toPoint(), item.size().toSize()
        place = (corner.x(), corner.y(), size.width(), size.height())
        before = visitor.grab().copy(*place)
        assert share_unlike(before, visitor.grab().copy(*place), 0) == 0
        visitor.press(item)
        pressed = visitor.grab().copy(*place)
        visitor.move(QPoint(5, 5))
        visitor.release(QPoint(5, 5))
        assert share_unlike(before, pressed, 3) > 0.5


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT])
def test_the_way_out_is_always_in_the_same_place(open_booth: Open, size: tuple[int, int]) -> None:
    """Home and back lie where they lay on every page, can be touched there, and lead out."""
    visitor = open_booth(size=size, still=True)
    home, back = visitor.point(visitor.button(0)), visitor.point(visitor.button(1))
    view = visitor.view
    for go in (
        lambda: view.openSector("cars"),
        view.openStatistics,
        view.openVideos,
        lambda: view.openFilm("line"),
    ):
        for out, page in ((back, None), (home, "home")):
            before = view.route
            visitor.clock.now += 1
            go()
            visitor.settle()
            assert (visitor.point(visitor.button(0)), visitor.point(visitor.button(1))) == (home, back)
            visitor.tap(out)
            assert view.route == before if page is None else view.page == page
            visitor.settle()


def test_back_closes_the_picker_first(open_booth: Open) -> None:
    """The language picker is put away by a tap beside it, and by back, without leaving the page."""
    visitor = open_booth(still=True)
    visitor.tap(visitor.control("Hills"))
    for close in (lambda: visitor.tap(QPoint(900, 200)), lambda: visitor.tap(visitor.button(1))):
        visitor.clock.now += 1
        visitor.view.openPicker()
        visitor.settle()
        assert visitor.all("LanguageScreen")
        close()
        visitor.settle()
        assert (visitor.view.picker, visitor.view.page) == (False, "sector")
        assert not visitor.all("LanguageScreen")


def test_a_page_scrolls_under_a_finger(visitor: Visitor) -> None:
    """Pushing scrolls the page and opens nothing on the way."""
    visitor.tap(visitor.control("Cars"))
    visitor.settle()
    scrolled = visitor.list()
    start = visitor.point(scrolled)
    before = visitor.view.route
    visitor.press(start)
    for step in range(1, 11):
        visitor.move(start - QPoint(0, 40 * step))
    visitor.release(start - QPoint(0, 400))
    visitor.wait(lambda: not scrolled.property("moving"))
    assert scrolled.property("contentY") > 200
    assert visitor.view.route == before


def test_the_ground_never_shows_between_pages(visitor: Visitor) -> None:
    """While a page comes the one before it stays whole below, there and back again."""
    for _ in range(2):
        for target, page in ((2, "statistics"), (0, "home"), (3, "videos"), (2, "statistics"), (0, "home")):
            visitor.tap(visitor.button(target))
            assert visitor.view.page == page
            levels: list[list[float]] = []

            def arrived(levels: list[list[float]] = levels) -> bool:
                levels.append([loader.opacity() for loader in visitor.all("PageLoader")])
                return levels[-1] == [1]

            visitor.wait(arrived)
            assert all(max(seen) == 1 for seen in levels), levels


def test_neighbours_lead_on(visitor: Visitor, caplog: pytest.LogCaptureFixture) -> None:
    """At a page's end the sectors before and after it wait; their page begins at its top, and back still goes home."""
    visitor.tap(visitor.control("Cars"))
    visitor.settle()
    scrolled = visitor.list()
    QMetaObject.invokeMethod(scrolled, "positionViewAtEnd")
    visitor.settle()
    visitor.tap(visitor.control("Hills"))
    visitor.settle()
    assert opened(caplog) == ["sector/cars", "sector/hills"]
    assert visitor.list().property("atYBeginning")
    visitor.tap(visitor.button(1))
    assert visitor.view.page == "home"


@pytest.mark.parametrize(("count", "leads_to"), [(1, []), (2, ["Hills"]), (3, ["Hills", "Spices"])])
def test_a_page_s_end_leads_to_each_neighbour_once(
    open_booth: Open, bundle: Bundle, count: int, leads_to: list[str]
) -> None:
    visitor = open_booth(still=True, shown=replace(bundle, sectors=bundle.sectors[:count]))
    visitor.tap(visitor.control("Cars"))
    visitor.settle()
    QMetaObject.invokeMethod(visitor.list(), "positionViewAtEnd")
    visitor.settle()
    assert sorted(card.property("label") for card in visitor.all("SectorCard")) == leads_to


def test_the_statistics_show_one_sector_alone(open_booth: Open) -> None:
    """A sector's name above the numbers leaves its numbers; "All" brings the others back."""
    visitor = open_booth(still=True)
    visitor.tap(visitor.button(2))
    visitor.settle()
    stat = {"Area of the hills", "Part of the peppers"}
    assert stat <= set(visitor.texts())
    visitor.tap(visitor.control("Spices"))
    visitor.settle()
    assert stat & set(visitor.texts()) == {"Part of the peppers"}
    visitor.tap(visitor.control("All"))
    visitor.settle()
    assert stat <= set(visitor.texts())
