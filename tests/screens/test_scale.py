"""Many sectors and tiles: pages show what fits, and make no more than that."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from kiosk.bundle.index import stored
from kiosk.bundle.model import Bundle
from kiosk.visit.route import Open as Go
from kiosk.visit.route import Page, Place
from tests.screens.acting import Visitor, on_window
from tests.screens.conftest import LANDSCAPE, PORTRAIT, Open


@pytest.fixture(scope="module")
def large(bundle: Bundle) -> Bundle:
    """The sample's sectors a hundred times over, as an index holds them."""
    sectors = [
        replace(sector, id=f"{sector.id}-{number}", number="", blocks=tuple(sector.blocks))
        for number in range(100)
        for sector in bundle.sectors
    ]
    return stored(replace(bundle, sectors=tuple(sectors)))


def stops(visitor: Visitor, count: int) -> list[int]:
    """Scroll down `count` screens and return how many cards there were at each stop."""
    cards = []
    for _ in range(count):
        scrolled = visitor.list()
        scrolled.setProperty("contentY", scrolled.property("contentY") + scrolled.height() * 0.9)
        visitor.settle()
        cards.append(len(visitor.all("NumberCard")))
    return cards


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT], ids=["landscape", "portrait"])
def test_the_statistics_make_what_is_near(
    open_booth: Open, large: Bundle, size: tuple[int, int], language: str
) -> None:
    """A thousand cards: few are made, the screen is full of them, none lies over another, and a filter still works."""
    visitor = open_booth(shown=large, size=size, language=language, still=True)
    visitor.view.follow(Go(Place(Page.STATISTICS)))
    visitor.settle()
    assert visitor.view.statistics.blocks.count > 500
    assert all(3 < cards < 120 for cards in stops(visitor, 4))
    screen = on_window(visitor.list())
    places = [on_window(card) for card in visitor.all("NumberCard")]
    assert sum(place.intersected(screen).height() * place.width() for place in places) > 0.6 * (
        screen.height() * screen.width()
    )
    for number, place in enumerate(places):
        assert not any(place.adjusted(1, 1, -1, -1).intersects(other) for other in places[number + 1 :])
    visitor.view.statistics.show("spices-50")
    visitor.settle()
    assert len(visitor.all("NumberCard")) == visitor.view.statistics.blocks.count == 2


def test_the_way_back_up_looks_as_the_way_down(open_booth: Open, large: Bundle) -> None:
    """Every card lies where it lay."""
    visitor = open_booth(shown=large, still=True)
    visitor.view.follow(Go(Place(Page.STATISTICS)))
    visitor.settle()
    before = {card.property("row"): (card.x(), card.y()) for card in visitor.all("NumberCard")}
    stops(visitor, 5)
    visitor.list().setProperty("contentY", 0)
    visitor.settle()
    after = {card.property("row"): (card.x(), card.y()) for card in visitor.all("NumberCard")}
    assert {row: after[row] for row in list(before)[:12]} == {row: before[row] for row in list(before)[:12]}


def test_home_and_films_scroll(open_booth: Open, large: Bundle) -> None:
    """Hundreds of sectors and films: a screenful of tiles is made."""
    visitor = open_booth(shown=large, still=True)
    assert 0 < len(visitor.all("SectorCard")) < 60
    visitor.view.follow(Go(Place(Page.VIDEOS)))
    visitor.settle()
    assert visitor.view.videos.films.count > 250
    assert 0 < len(visitor.all("FilmBlock")) < 60
