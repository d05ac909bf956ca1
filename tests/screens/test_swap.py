from __future__ import annotations

import gc
from collections.abc import Callable

import msgspec
import pytest
import shiboken6
from PySide6.QtCore import QObject

from kiosk.booth.scene import Scene
from kiosk.booth.swap import Swap
from kiosk.bundle.index import stored
from kiosk.bundle.model import Bundle, Prose
from kiosk.view.app import AppView
from kiosk.view.theme import Access
from kiosk.visit.route import Home, Open, Page, Place
from tests.screens.acting import Visitor, as_item, share_unlike
from tests.screens.conftest import LANDSCAPE, PORTRAIT
from tests.screens.conftest import Open as OpenBooth

CARS = Place(Page.SECTOR, "cars")
HILLS = Place(Page.SECTOR, "hills")
FILM = Place(Page.FILM, "over")


def retitled(bundle: Bundle, title: str) -> Bundle:
    return msgspec.structs.replace(bundle, title={"": title})


def without(bundle: Bundle, sector: str) -> Bundle:
    return msgspec.structs.replace(bundle, sectors=tuple(s for s in bundle.sectors if s.id != sector))


def renamed(bundle: Bundle, old: str, new: str) -> Bundle:
    sectors = tuple(msgspec.structs.replace(s, id=new if s.id == old else s.id) for s in bundle.sectors)
    return msgspec.structs.replace(bundle, sectors=sectors)


def down_the_page(visitor: Visitor) -> float:
    return Scene(visitor.booth.engine, visitor.booth.view.scene).offset()


def show(visitor: Visitor, bundle: Bundle) -> AppView:
    """Exchange the content, wait until it is on the screen, and return the view that went."""
    old = visitor.booth.view
    swap = visitor.booth.show(stored(bundle))
    with visitor.qtbot.waitSignal(swap.done, timeout=10_000):
        pass
    visitor.view = visitor.booth.view
    return old


def test_the_new_words_are_there_and_the_old_ones_stay_until_then(open_booth: OpenBooth, bundle: Bundle) -> None:
    visitor = open_booth()
    before = visitor.view
    swap = visitor.booth.show(retitled(bundle, "Another booth"))
    said = [visitor.texts(as_item(before.scene))]
    swap.done.connect(lambda: said.append(visitor.texts(as_item(visitor.booth.view.scene))))
    visitor.wait(lambda: len(said) == 2)
    assert "Sample booth" in said[0]
    assert "Another booth" in said[1]
    assert len(visitor.all("Scene")) == 1
    assert not visitor.booth.view.theme.look.still


@pytest.mark.parametrize(
    ("place", "change", "after"),
    [
        (CARS, lambda bundle: retitled(bundle, "B"), "sector/cars"),
        (CARS, lambda bundle: without(bundle, "cars"), "home"),
        (HILLS, lambda bundle: renamed(bundle, "hills", "mountains"), "sector/mountains"),
        (FILM, lambda bundle: retitled(bundle, "B"), "film/over"),
        (FILM, lambda bundle: without(bundle, "hills"), "home"),
        (Place(Page.STATISTICS), lambda bundle: without(bundle, "cars"), "statistics"),
    ],
    ids=["same", "sector gone", "new id", "film", "film gone", "statistics"],
)
def test_the_page_stays_or_the_nearest_one_comes(
    open_booth: OpenBooth, bundle: Bundle, place: Place, change: Callable[[Bundle], Bundle], after: str
) -> None:
    visitor = open_booth()
    visitor.view.follow(Open(place))
    visitor.settle()
    show(visitor, change(bundle))
    assert str(visitor.booth.view.route.place) == after
    visitor.settle()
    assert len(visitor.all("Bar")) == 1


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT], ids=["landscape", "portrait"])
@pytest.mark.parametrize("place", [CARS, Place(Page.STATISTICS), Place(Page.VIDEOS)], ids=str)
def test_the_place_on_the_page_the_language_and_the_looks_stay(
    open_booth: OpenBooth, bundle: Bundle, place: Place, size: tuple[int, int]
) -> None:
    visitor = open_booth(size=size, still=True)
    visitor.view.follow(Open(place))
    visitor.booth.choose_language("ar")
    visitor.view.theme.adapt(Access(text_scale=1.6))
    visitor.settle()
    page = visitor.list()
    page.setProperty("contentY", float(page.property("originY")) + 400)
    visitor.settle()
    before, down = visitor.grab(), down_the_page(visitor)
    show(visitor, retitled(bundle, "B"))
    assert visitor.booth.view.languageCode == "ar"
    assert visitor.booth.view.theme.look.access == Access(text_scale=1.6)
    assert down_the_page(visitor) == pytest.approx(down, abs=1)
    visitor.settle()
    assert share_unlike(before, visitor.grab()) < 0.01
    assert visitor.booth.view.theme.look.still


def test_a_page_that_has_become_shorter_is_shown_to_its_end(open_booth: OpenBooth, bundle: Bundle) -> None:
    visitor = open_booth()
    visitor.view.follow(Open(CARS))
    visitor.settle()
    page = visitor.list()
    page.setProperty("contentY", float(page.property("originY")) + 900)
    visitor.settle()
    few = tuple(
        msgspec.structs.replace(s, blocks=[b for b in s.blocks if isinstance(b, Prose)]) for s in bundle.sectors
    )
    show(visitor, msgspec.structs.replace(bundle, sectors=few))
    visitor.settle()
    assert visitor.list().property("atYEnd")


def test_the_attract_loop_goes_on_where_it_is(open_booth: OpenBooth, bundle: Bundle) -> None:
    visitor = open_booth(entered=False)
    visitor.view.loop.show(1)
    show(visitor, retitled(bundle, "B"))
    assert visitor.booth.view.attract
    assert visitor.booth.view.loop.index == 1
    assert "Look at the numbers" in visitor.texts()
    visitor.enter()
    assert visitor.booth.view.page == "statistics"


def test_of_several_in_a_row_the_last_one_is_shown(open_booth: OpenBooth, bundle: Bundle) -> None:
    visitor = open_booth()
    visitor.view.follow(Open(HILLS))
    visitor.settle()
    shown: list[Swap] = []
    for number in range(4):
        swap = visitor.booth.show(retitled(bundle, f"Booth {number}"))
        swap.done.connect(lambda swap=swap: shown.append(swap))
    visitor.wait(lambda: shown)
    visitor.view = visitor.booth.view
    assert str(visitor.view.route.place) == "sector/hills"
    visitor.view.follow(Home())
    visitor.settle()
    assert "Booth 3" in visitor.texts()
    assert len(shown) == 1


def test_a_language_that_is_no_longer_there_gives_way_to_the_first(open_booth: OpenBooth, bundle: Bundle) -> None:
    visitor = open_booth(language="ar")
    show(visitor, msgspec.structs.replace(bundle, languages=bundle.languages[:1]))
    assert visitor.booth.view.languageCode == "en"
    visitor.settle()


def test_nothing_of_what_went_is_kept(open_booth: OpenBooth, bundle: Bundle) -> None:
    visitor = open_booth()

    def swaps(number: int) -> int:
        gone = [show(visitor, retitled(bundle, f"B {turn}")) for turn in range(number)]
        visitor.wait(lambda: not any(shiboken6.isValid(view) for view in gone))
        gc.collect()
        return len(visitor.booth.engine.findChildren(QObject))

    assert swaps(1) == swaps(8)
