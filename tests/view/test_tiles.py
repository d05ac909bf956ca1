"""The lists that QML shows, and what their rows say in each language."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtGui import QColor
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy
from pytestqt.qtbot import QtBot

from kiosk.bundle.model import Bundle, Chart, ChartKind, Paragraph, Point, Series, Stat
from kiosk.language.locales import describe_language
from kiosk.view import tiles
from kiosk.view.app import AppView
from kiosk.view.attract import CallTile
from kiosk.view.blocks import GalleryView, LinkView, ParagraphView, ProseView, QuoteView, StatView
from kiosk.view.charts import ChartView
from kiosk.view.films import FilmTile
from kiosk.view.speaker import Speaker, find_language
from kiosk.view.tiles import KIND_ROLE, TILE_ROLE, Tile, TileList
from kiosk.visit.route import Open, Page, Place
from tests.screens.sample import CAPTIONS

LINES = [("Here", {"Spring": 2, "Autumn": 9}), ("There", {"Spring": 3, "Autumn": 4})]
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def lists(view: AppView) -> dict[str, TileList]:
    view.follow(Open(Place(Page.SECTOR, "cars")))
    return {
        "sectors": view.home.sectors,
        "blocks": view.sector.blocks,
        "numbers": view.statistics.blocks,
        "filters": view.statistics.sectors,
        "films": view.videos.films,
        "languages": view.languages,
        "items": view.loop.items,
        "calls": view.loop.calls,
    }


def rows(model: TileList) -> Iterator[Tile]:
    for row in range(model.rowCount()):
        yield model.data(model.index(row), TILE_ROLE)


def speak(view: AppView, bundle: Bundle, code: str) -> None:
    view.speak(find_language(bundle, code))


def said(tile: QObject) -> dict[str, str]:
    """Return every text that QML can read of a row."""
    meta = tile.metaObject()
    properties = [meta.property(at) for at in range(meta.propertyOffset(), meta.propertyCount())]
    return {one.name(): tile.property(one.name()) for one in properties if str(one.typeName()) == "QString"}


def test_models_are_in_order(view: AppView) -> None:
    """Qt's own tester finds nothing, at the start and when lists are filled anew."""
    testers = [QAbstractItemModelTester(model, FATAL) for model in lists(view).values()]
    view.statistics.show("hills")
    view.follow(Open(Place(Page.SECTOR, "hills")))
    view.statistics.show("")
    assert len(testers) == 8
    for name, model in lists(view).items():
        assert model.rowCount() == model.count > 0, name
        assert model.rowCount(model.index(0)) == 0
        assert model.data(model.index(model.count)) is None
        assert model.data(model.index(0), 0) is None
        assert all(isinstance(model.data(model.index(row), KIND_ROLE), str) for row in range(model.count))
        assert {bytes(role.data()) for role in model.roleNames().values()} == {b"tile", b"kind"}


@pytest.mark.parametrize("code", ["ar", "zh_Hans", "en_XA"])
def test_a_language_changes_rows_in_place(view: AppView, bundle: Bundle, code: str) -> None:
    """No list is reset or told that rows went; every row is the same object, tells that it changed, and has."""
    every = lists(view)
    before = {name: [(tile, said(tile)) for tile in rows(model)] for name, model in every.items()}
    resets = [QSignalSpy(signal) for model in every.values() for signal in (model.modelReset, model.rowsRemoved)]
    spies = [QSignalSpy(tile.said) for pairs in before.values() for tile, _ in pairs]
    speak(view, bundle, code)
    assert sum(spy.count() for spy in resets) == 0
    assert all(spy.count() == 1 for spy in spies)
    for name, model in every.items():
        assert [tile for tile, _ in before[name]] == list(rows(model)), name
    for name in ("sectors", "blocks", "numbers", "films", "items"):
        for tile, old in before[name]:
            if old.keys() - {"kind"} and not isinstance(tile, ProseView | GalleryView):
                assert said(tile) != old, (name, old)
    speak(view, bundle, "en")
    assert [old for _, old in before["numbers"]] == [said(tile) for tile in rows(every["numbers"])]


def of(view: AppView, kind: type[Tile], sector: str = "cars") -> Tile:
    view.follow(Open(Place(Page.SECTOR, sector)))
    return next(tile for tile in rows(view.sector.blocks) if isinstance(tile, kind))


@pytest.mark.parametrize(
    ("code", "number", "short", "qualifier", "change"),
    [
        ("en", "500,000", "500K+", "more than", "+30.3%"),
        ("zh_Hans", "500,000", "50万", "超过", "+30.3%"),
        ("ar", "500,000", "500", "أكثر من", "30.3"),
    ],
)
def test_a_number_in_each_language(
    view: AppView, bundle: Bundle, code: str, number: str, short: str, qualifier: str, change: str
) -> None:
    """Written out, short, with its qualifier, change and date, as the language has them."""
    speak(view, bundle, code)
    stat = of(view, StatView)
    assert isinstance(stat, StatView)
    assert plain(stat.number) == number
    assert (stat.qualifier, stat.rising, stat.counts) == (qualifier, True, True)
    assert change in plain(stat.change)
    assert "2023" in plain(stat.footnote)
    (card,) = [tile for tile in rows(view.home.sectors) if tile.property("sectorId") == "cars"]
    assert short in plain(str(card.property("number")))


def plain(text: str) -> str:
    """Return `text` with European digits and marks, and without the marks of direction."""
    table = str.maketrans("٠١٢٣٤٥٦٧٨٩٬٫٪", "0123456789,.%", "\u200e\u200f\u061c")
    return text.translate(table)


def test_a_number_counts_up(view: AppView) -> None:
    stat = of(view, StatView)
    assert isinstance(stat, StatView)
    assert [stat.numberAt(part) for part in (0.0, 0.5, 1.0)] == ["0", "250,000", "500,000"]


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("en", "Year 2021: 120,000, Year 2022: 384,000, and Year 2023: 500,000"),
        ("zh_Hans", "120,000"),
        ("ar", "120,000"),
    ],
)
def test_a_chart_says_the_same_in_words(view: AppView, bundle: Bundle, code: str, sentence: str) -> None:
    speak(view, bundle, code)
    chart = of(view, ChartView)
    assert isinstance(chart, ChartView)
    assert sentence in plain(chart.sentence)
    assert chart.values == [120_000, 384_000, 500_000]
    assert [plain(text) for text in chart.texts] == ["120,000", "384,000", "500,000"]
    assert chart.strong == [0, 0, 1]
    assert chart.total == sum(chart.values)
    assert all(label in chart.sentence for label in chart.labels)


@pytest.mark.parametrize(("code", "marks"), [("en", "“”"), ("zh_Hans", "“”"), ("ar", "”“")])
def test_a_quote_has_its_language_s_marks(view: AppView, bundle: Bundle, code: str, marks: str) -> None:
    """Except a paraphrase, which says that it is one."""
    speak(view, bundle, code)
    quote, paraphrase = of(view, QuoteView), None
    assert isinstance(quote, QuoteView)
    assert (quote.opening, quote.text[-1]) == tuple(marks)
    paraphrase = of(view, QuoteView, "hills")
    assert isinstance(paraphrase, QuoteView)
    assert (paraphrase.opening, paraphrase.text[-1] in marks) == ("", False)
    assert paraphrase.role


def test_french_sets_a_space_before_its_closing_mark(bundle: Bundle) -> None:
    """CLDR has the marks alone."""
    speaker = Speaker(bundle, Path(), describe_language("fr"))
    assert speaker.quotation_marks == ("«", "\N{NARROW NO-BREAK SPACE}»")


@pytest.mark.parametrize(
    ("code", "words", "text"),
    [
        ("en", "Good", "Good”"),
        ("en", "خلافات", "\N{LEFT-TO-RIGHT MARK}\N{FIRST STRONG ISOLATE}خلافات\N{POP DIRECTIONAL ISOLATE}”"),
        ("ar", "خلافات", "خلافات”"),
        ("ar", "Good", "\N{RIGHT-TO-LEFT MARK}\N{FIRST STRONG ISOLATE}Good\N{POP DIRECTIONAL ISOLATE}”"),
        ("ar", "1997", "1997”"),
    ],
)
def test_a_closing_mark_stays_at_the_end(bundle: Bundle, code: str, words: str, text: str) -> None:
    """Also of words that run the other way, because nobody has translated them yet."""
    assert Speaker(bundle, Path(), describe_language(code)).close(words, "”") == text


@pytest.mark.parametrize(
    ("code", "unit", "text"),
    [
        ("en", "", "95+"),
        ("en", "tonne", "95+_t"),
        ("he", "tonne", "\N{RIGHT-TO-LEFT MARK}95+_טון_מ׳"),
        ("ar", "", "\N{RIGHT-TO-LEFT MARK}٩٥+"),
    ],
)
def test_a_plus_stands_by_its_digits(bundle: Bundle, code: str, unit: str, text: str) -> None:
    speaker = Speaker(bundle, Path(), describe_language(code))
    assert speaker.amount(95, "number", unit, at_least=True).replace("\N{NO-BREAK SPACE}", "_") == text


@pytest.mark.parametrize(("shape", "strong"), [("share", [0, 1, 0, 0]), ("bar", [0, 1, 0, 1])])
def test_what_a_chart_is_about_where_nothing_is_marked(bundle: Bundle, shape: ChartKind, strong: list[int]) -> None:
    """The largest part of a whole, else the last point of each series."""
    series = tuple(
        Series(name={"": name}, points=tuple(Point(label={"": at}, value=value) for at, value in points.items()))
        for name, points in LINES
    )
    chart = Chart(id="", shape=shape, title={"": "Sales"}, series=series)
    view = ChartView(Speaker(bundle, Path(), bundle.languages[0]), chart, QColor("red"), str)
    assert view.strong == strong
    assert plain(view.sentence) == "Here – Spring: 2 and Autumn: 9\nThere – Spring: 3 and Autumn: 4"


@pytest.mark.parametrize("code", list(CAPTIONS))
def test_captions_in_each_language(view: AppView, bundle: Bundle, folder: Path, code: str) -> None:
    speak(view, bundle, code)
    film = of(view, FilmTile)
    assert isinstance(film, FilmTile)
    assert film.hasCaptions
    assert film.captionAt(1000) == CAPTIONS[code]
    assert film.captionAt(999_000) == ""
    assert Path(film.source.toLocalFile()) == folder / "assets" / "film.webm"
    assert plain(film.duration) == plain(film.timeAt(6000)) == "0:06"


@pytest.mark.parametrize(("code", "number"), [("en", "10."), ("zh_Hans", "10."), ("ar", "\N{RIGHT-TO-LEFT MARK}١٠.")])
def test_an_item_has_its_number_in_the_languages_digits(bundle: Bundle, code: str, number: str) -> None:
    speaker = Speaker(bundle, Path(), describe_language(code))
    assert ParagraphView(speaker, Paragraph(style="number", text={"": "Stay"}, number=10)).number == number
    assert ParagraphView(speaker, Paragraph(style="bullet", text={"": "Stay"})).number == ""


def test_a_link_is_a_code_to_take_along(view: AppView) -> None:
    link = of(view, LinkView)
    assert isinstance(link, LinkView)
    assert link.address == "example.org/cars"
    assert link.code.scheme() == "data"


def test_each_call_is_in_its_own_language(view: AppView, bundle: Bundle) -> None:
    """Whatever the visitor's language is."""
    for code in ("en", "ar"):
        speak(view, bundle, code)
        calls = [tile.text for tile in rows(view.loop.calls) if isinstance(tile, CallTile)]
        assert calls == ["Touch me", "المسني", "触摸我"]


def test_the_statistics_show_their_own_and_every_sector_s(view: AppView, bundle: Bundle) -> None:
    statistics = view.statistics
    numbers = [block for sector in bundle.sectors for block in sector.blocks if isinstance(block, Stat | Chart)]
    assert statistics.blocks.count == len(numbers) > 5
    statistics.show("hills")
    assert [tile.property("label") or tile.property("shape") for tile in rows(statistics.blocks)] == [
        "Area of the hills",
        "share",
        "pictogram",
    ]


def test_what_is_shown_no_more_goes_later(view: AppView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows that others took the place of, and lists that do; until then QML reads from them."""
    monkeypatch.setattr(tiles, "LINGER_MS", 50)
    view.follow(Open(Place(Page.SECTOR, "cars")))
    gone = [view.sector.blocks, view.sector.blocks.tile(0), view.statistics.blocks.tile(0)]
    view.statistics.show("hills")
    view.follow(Open(Place(Page.SECTOR, "hills")))
    shown = [view.statistics.blocks.tile(0), view.sector.blocks]
    assert all(map(shiboken6.isValid, gone))
    qtbot.waitUntil(lambda: not any(map(shiboken6.isValid, gone)))
    assert all(map(shiboken6.isValid, shown))


def test_rows_are_made_when_they_are_asked_for(qapp: QObject, view: AppView) -> None:
    """A list of ten thousand costs what is seen of it."""
    made: list[int] = []

    def make(value: int) -> Tile:
        made.append(value)
        return CallTile(view.speaker, view.speaker.language, view.theme.family("Latn"))

    model = TileList()
    model.fill(range(10_000), make, lambda value: "call")
    assert (model.count, made) == (10_000, [])
    first = model.tile(7)
    assert model.tile(7) is first
    assert made == [7]
