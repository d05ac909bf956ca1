"""Every page, in every language, upright and lying: no warning, no word cut off or over another, mirrored in Arabic."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Literal

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QMetaObject, QRectF
from PySide6.QtQml import QQmlExpression, qmlContext
from PySide6.QtQuick import QQuickItem

from kiosk.bundle.contents import kind_at
from kiosk.bundle.index import read_bundle, write_bundle
from kiosk.bundle.model import Block, Bundle
from kiosk.view.places import places_of
from kiosk.visit.route import Open as Go
from kiosk.visit.route import Page, Place
from kiosk.workshop.walk import choose_stops
from tests.screens.acting import Visitor, kind, on_window
from tests.screens.conftest import LANDSCAPE, PORTRAIT, Open
from tests.screens.sample import LANGUAGES

PLACES = [
    Place(Page.HOME),
    *(Place(Page.SECTOR, name) for name in ("cars", "hills", "spices")),
    Place(Page.STATISTICS),
    Place(Page.VIDEOS),
    Place(Page.FILM, "line"),
]


def layers(visitor: Visitor) -> Iterator[tuple[str, QQuickItem]]:
    """Open every page, scroll it from end to end, and yield what lies on top at each stop, with its name."""
    view = visitor.view
    for row in range(view.loop.items.count):
        view.loop.show(row)
        visitor.settle()
        yield f"attract {row}", visitor.one("AttractScreen")
    visitor.enter()
    for place in PLACES:
        view.follow(Go(place))
        visitor.settle()
        yield str(place), visitor.page()
        for stop in scroll(visitor):
            yield f"{place} at {stop}", visitor.page()
    yield "bar", visitor.one("Bar")
    visitor.clock.now += 1
    view.openPicker()
    visitor.settle()
    yield "languages", visitor.one("LanguageScreen")
    view.set_visit(False, 20)
    visitor.settle()
    yield "still there", visitor.one("StillThereScreen")


def scroll(visitor: Visitor) -> Iterator[int]:
    """Scroll the page screenful by screenful."""
    if visitor.view.page in ("home", "film"):
        return
    scrolled = visitor.list()
    while not scrolled.property("atYEnd"):
        scrolled.setProperty("contentY", scrolled.property("contentY") + scrolled.height() * 0.8)
        QMetaObject.invokeMethod(scrolled, "returnToBounds")
        visitor.settle()
        yield round(scrolled.property("contentY"))


def words(layer: QQuickItem, visitor: Visitor) -> Iterator[QQuickItem]:
    """Yield the texts of `layer` that can be seen."""
    for item in visitor.see(layer):
        if item.inherits("QQuickText") and item.property("text") and item.property("color").alpha():
            yield item


def glyphs(item: QQuickItem) -> QRectF:
    """Return the place in the window that the item's letters take, without the leading of their lines."""
    # PySide cannot convert the alignment itself.
    result = QQmlExpression(qmlContext(item), item, "effectiveHorizontalAlignment | 0").evaluate()
    align = int(result[0] if isinstance(result, tuple) else result)
    width, content = item.width(), float(item.property("contentWidth"))
    left = width - content if align == 2 else (width - content) / 2 if align == 4 else 0
    height, lines = float(item.property("contentHeight")), max(1, int(item.property("lineCount")))
    leading = max(0.0, height / lines - item.property("font").pixelSize() * 1.15) / 2
    top = float(item.property("topPadding")) + leading
    return item.mapRectToScene(QRectF(left, top, content, height - 2 * leading))


def seen(item: QQuickItem, place: QRectF) -> QRectF:
    """Return the part of `place` that what scrolls leaves of it."""
    up = item.parentItem()
    while up is not None:
        if up.clip():
            place = place.intersected(on_window(up))
        up = up.parentItem()
    return place


def around(item: QQuickItem, names: tuple[str, ...]) -> QQuickItem | None:
    """Return the nearest item around `item` of one of the QML types `names`."""
    up = item.parentItem()
    while up is not None and kind(up) not in names:
        up = up.parentItem()
    return up


def faults(name: str, layer: QQuickItem, visitor: Visitor) -> Iterator[str]:
    """Yield what is wrong with the words of `layer`."""
    whole = QRectF(0, 0, visitor.window.width(), visitor.window.height())
    places: list[tuple[str, QRectF]] = []
    for item in words(layer, visitor):
        text, place = str(item.property("text")), glyphs(item)
        if item.property("truncated"):
            yield f"{name}: {text!r} is cut off"
        if item.property("contentWidth") > item.width() * 1.01 + 1:
            yield f"{name}: {text!r} is {item.property('contentWidth')} wide in {item.width()}"
        card = around(item, ("SectorCard", "TextButton", "BarButton", "LanguageButton", "FilmBlock", "RoundButton"))
        if card is not None and not on_window(card).adjusted(-2, -2, 2, 2).contains(place):
            yield f"{name}: {text!r} at {place} leaves its {kind(card)} at {on_window(card)}"
        in_gallery = around(item, ("GalleryBlock",)) is not None  # pushed past the edge on purpose
        if not in_gallery and not (whole.left() <= place.left() + 1 and place.right() <= whole.right() + 1):
            yield f"{name}: {text!r} at {place} leaves the window"
        place = seen(item, place)
        if not in_gallery and place.isValid() and not whole.adjusted(0, -1, 0, 1).contains(place):
            yield f"{name}: {text!r} at {place} leaves the window"
        places.append((text, place))
    for (one, first), (other, second) in combinations(places, 2):
        shared = first.intersected(second)
        if min(shared.width(), shared.height()) > 2:
            yield f"{name}: {one!r} and {other!r} overlap by {shared}"


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT], ids=["landscape", "portrait"])
@pytest.mark.parametrize("language", [*LANGUAGES, "en_XA", "ar_XB"])
def test_every_word_has_its_place(open_booth: Open, language: str, size: tuple[int, int]) -> None:
    """On every page, at every stop of scrolling: whole, inside the window, inside its control, over no other word."""
    visitor = open_booth(size=size, language=language, still=True, entered=False)
    found = [fault for name, layer in layers(visitor) for fault in faults(name, layer, visitor)]
    assert found == []


# Names of languages, addresses and the loop's call stand in their own language; CLDR joins lists with its own word.
OWN_WORDS = re.compile(r"English|(?:market@)?example\.(?:org|com)(?:/\w+)?|Touch me|km²|\band\b")


def test_every_word_can_be_translated(open_booth: Open) -> None:
    """In the pseudo-language no plain word is left: each comes from a catalog or from the bundle."""
    visitor = open_booth(language="en_XA", still=True, entered=False)
    plain = {
        (name, text)
        for name, layer in layers(visitor)
        for text in (str(item.property("text")) for item in words(layer, visitor))
        if re.search(r"[A-Za-z]{2}", OWN_WORDS.sub("", text))
    }
    assert plain == set()


def test_arabic_runs_from_right_to_left(open_booth: Open) -> None:
    """The title and the way home lie on the right, a page's picture too; the charts keep their direction."""
    places: dict[str, dict[str, float]] = {}
    for language in ("en", "ar"):
        visitor = open_booth(language=language, still=True)
        half = visitor.window.width() / 2
        title = visitor.view.home.title
        (home,) = [item for item in words(visitor.page(), visitor) if item.property("text") == title]
        sides = {"title": glyphs(home).center().x() - half, "home": visitor.point(visitor.button(0)).x() - half}
        visitor.view.follow(Go(Place(Page.SECTOR, "spices")))
        visitor.settle()
        picture = next(item for item in visitor.see(visitor.page()) if kind(item) == "Photo")
        sides["picture"] = on_window(picture).center().x() - half
        first, second, *_ = [item for item in visitor.see(visitor.one("ChartBars")) if item.property("text")]
        sides["chart"] = (
            first.mapToScene(first.boundingRect().center()).x() - second.mapToScene(second.boundingRect().center()).x()
        )
        places[language] = sides
    for name in ("title", "home", "picture"):
        assert places["en"][name] < 0 < places["ar"][name], name
    assert places["ar"]["chart"] * places["en"]["chart"] > 0 or places["ar"]["chart"] == places["en"]["chart"]


def test_sizes_follow_the_window(open_booth: Open) -> None:
    """The booth fits itself to a window that is resized while a page is shown, without a word lost."""
    visitor = open_booth(still=True)
    visitor.view.follow(Go(Place(Page.STATISTICS)))
    visitor.settle()
    for size in ((1080, 1920), (1920, 640), (1280, 1024)):
        visitor.window.resize(*size)
        visitor.wait(lambda size=size: visitor.one("StatisticsScreen").width() == size[0])
        visitor.settle()
        assert visitor.view.theme.look.portrait == (size[1] > size[0])
        assert list(faults("statistics", visitor.page(), visitor)) == []


@pytest.mark.parametrize(
    ("kinds", "buttons", "pages"),
    [
        (("stat", "chart", "video", "text"), ["Home", "Back", "Numbers", "Films"], {"statistics", "videos"}),
        (("stat", "text"), ["Home", "Back", "Numbers"], {"statistics"}),
        (("video", "text"), ["Home", "Back", "Films"], {"videos"}),
        (("text",), ["Home", "Back"], set()),
    ],
    ids=["all", "no films", "no numbers", "neither"],
)
def test_there_is_no_page_without_anything_on_it(
    open_booth: Open, bundle: Bundle, kinds: tuple[str, ...], buttons: list[str], pages: set[str]
) -> None:
    """The bar leads to numbers and films where there are any; nothing else leads there either."""
    kept = without_blocks(bundle, kinds)
    visitor = open_booth(shown=kept, still=True)
    bar = visitor.one("Bar")
    shown = [item.property("label") for item in visitor.see(bar) if kind(item) == "BarButton"]
    assert shown == buttons
    assert {place.page.value for place in places_of(kept)} & {"statistics", "videos"} == pages
    assert {stop.name for stop in choose_stops(kept, ())} & {"statistics", "videos"} == pages


def without_blocks(bundle: Bundle, kinds: tuple[str, ...]) -> Bundle:
    """Return `bundle` with blocks of `kinds` alone."""

    def kept(blocks: Sequence[Block]) -> tuple[Block, ...]:
        return tuple(block for row, block in enumerate(blocks) if kind_at(blocks, row) in kinds)

    sectors = tuple(replace(sector, blocks=kept(sector.blocks), number="") for sector in bundle.sectors)
    statistics, videos = (replace(page, blocks=kept(page.blocks)) for page in (bundle.statistics, bundle.videos))
    return read_bundle(write_bundle(replace(bundle, sectors=sectors, statistics=statistics, videos=videos)))


@pytest.mark.parametrize(
    ("mode", "pictured", "plate"), [("dark", False, False), ("paper", False, True), ("paper", True, False)]
)
def test_a_light_logo_can_be_seen_on_paper(
    open_booth: Open, bundle: Bundle, mode: Literal["dark", "paper"], pictured: bool, plate: bool
) -> None:
    """Where the home page has no picture, it stands on a dark plate of its own."""
    theme = replace(bundle.theme, mode=mode, logo=bundle.sectors[0].cover)
    picture = bundle.sectors[1].cover if pictured else None
    visitor = open_booth(still=True, shown=replace(bundle, theme=theme, picture=picture))
    holders = [item for item in visitor.see(visitor.one("HomeScreen")) if item.property("onPaper") is not None]
    assert [holder.property("onPaper") for holder in holders] == [plate]
