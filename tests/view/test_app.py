"""The intents of the root view model, and what they leave."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from kiosk.view.app import AppView
from kiosk.view.staff.desk import DIGITS, DeskView
from kiosk.view.theme import STYLES, Access
from kiosk.visit.route import Open, Page, Place
from tests.screens.acting import Clock

Intent = Callable[[AppView], None]

INTENTS: list[tuple[str, Intent, str]] = [
    ("sector", lambda view: view.openSector("hills"), "sector/hills"),
    ("statistics", lambda view: view.openStatistics(), "statistics"),
    ("videos", lambda view: view.openVideos(), "videos"),
    ("film", lambda view: view.openFilm("over"), "film/over"),
]


@pytest.mark.parametrize(("intent", "place"), [row[1:] for row in INTENTS], ids=[row[0] for row in INTENTS])
def test_intents_lead_somewhere_and_back(view: AppView, clock: Clock, qtbot: QtBot, intent: Intent, place: str) -> None:
    with qtbot.waitSignal(view.routeChanged):
        intent(view)
    assert str(view.route.place) == place
    assert view.canGoBack
    clock.now += 1
    with qtbot.waitSignal(view.routeChanged):
        view.goBack()
    assert (view.page, view.canGoBack) == ("home", False)


@pytest.mark.parametrize(("seconds", "passes"), [(0.0, False), (0.29, False), (0.31, True)])
@pytest.mark.parametrize("intent", [row[1] for row in INTENTS[1:]], ids=[row[0] for row in INTENTS[1:]])
def test_one_intent_at_a_time(view: AppView, clock: Clock, intent: Intent, seconds: float, passes: bool) -> None:
    """What follows within 0.3 seconds is dropped: another intent, the sound, the language."""
    view.openSector("cars")
    for follow in (intent, AppView.toggleSound, lambda v: v.chooseLanguage("ar"), AppView.openPicker):
        clock.now = 1000 + seconds
        if passes:
            break
        follow(view)
    assert (str(view.route.place), view.muted, view.languageCode, view.picker) == ("sector/cars", True, "en", False)
    intent(view)
    assert (view.page != "sector") == passes


def test_going_sideways(view: AppView, clock: Clock) -> None:
    """From sector to sector and from film to film the way back keeps its length."""
    for sector in ("cars", "hills", "spices"):
        clock.now += 1
        view.openSector(sector)
    assert view.route.depth == 1
    for _ in range(3):
        clock.now += 1
        view.openFilm("line")
        clock.now += 1
        view.openNextFilm()
    assert (view.route.depth, str(view.route.place)) == (2, "film/over")
    clock.now += 1
    view.goHome()
    assert view.route.depth == 0


def test_films_go_round(view: AppView, clock: Clock) -> None:
    ids = view.videos.ids
    view.openFilm(ids[-1])
    clock.now += 1
    view.openNextFilm()
    assert view.route.place == Place(Page.FILM, ids[0])
    assert view.videos.film is not None
    assert view.videos.film.filmId == ids[0]


def test_picker_and_sound(view: AppView, clock: Clock, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.pickerChanged):
        view.openPicker()
    with qtbot.waitSignal(view.pickerChanged):
        view.goBack()  # not gated: what was opened by mistake can be closed at once
    assert not view.picker
    clock.now += 1
    view.openPicker()
    clock.now += 1
    with qtbot.waitSignal(view.languageWanted):
        view.chooseLanguage("ar")
    assert (view.picker, view.languageCode, view.languageName) == (False, "ar", "العربية")
    assert view.theme.tokens()["mirrored"]
    clock.now += 1
    with qtbot.waitSignal(view.soundChanged):
        view.toggleSound()
    assert not view.muted


def test_forget(view: AppView, clock: Clock, qtbot: QtBot) -> None:
    """Sound, picker, filter, access modes, place and the gate are as at the start."""
    view.openStatistics()
    clock.now += 1
    view.toggleSound()
    clock.now += 1
    view.openPicker()
    view.statistics.show("hills")
    usual = view.theme.tokens()
    view.theme.adapt(Access(text_scale=9, high_contrast=True, calm=True))
    assert view.theme.font("body").pixelSize() == pytest.approx(2 * view.theme.look.unit * STYLES["body"].mm, abs=0.5)
    with qtbot.waitSignals([view.routeChanged, view.soundChanged, view.pickerChanged, view.forgotten]):
        view.forget()
    assert (view.page, view.muted, view.picker, view.statistics.filter) == ("home", True, False, "")
    assert view.theme.tokens() == usual
    view.openVideos()
    assert view.page == "videos"


def test_what_a_visitor_saw_goes_with_the_visit(view: AppView) -> None:
    """At once, not some seconds later among what is made for the next one; the loop, which comes now, stays."""
    view.follow(Open(Place(Page.SECTOR, "cars")))
    left = [view.sector.blocks, view.sector.blocks.tile(0), view.statistics.blocks.tile(0)]
    view.follow(Open(Place(Page.SECTOR, "hills")))
    view.statistics.show("hills")
    left += [view.sector.blocks, view.sector.blocks.tile(0), view.statistics.blocks.tile(0)]
    left += [view.home.sectors.tile(0), view.languages.tile(0), view.videos.films.tile(0)]
    kept = [view.loop.items.tile(0), view.loop.calls.tile(0)]
    view.forget()
    assert all(map(shiboken6.isValid, left))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not any(map(shiboken6.isValid, left))
    assert all(map(shiboken6.isValid, kept))
    assert view.sector.blocks.count == 0
    view.follow(Open(Place(Page.SECTOR, "cars")))
    assert view.sector.blocks.count > 0
    assert view.home.sectors.tile(0) is not left[6]


def test_high_contrast_is_higher(view: AppView) -> None:
    """Quiet text stands out more from its ground."""
    before = view.theme.tokens()
    view.theme.adapt(Access(high_contrast=True))
    after = view.theme.tokens()
    assert _lightness(after["quiet"], after["ground"]) > _lightness(before["quiet"], before["ground"])


def _lightness(colour: object, ground: object) -> float:
    """Return how much lighter `colour` is."""
    assert isinstance(colour, QColor)
    assert isinstance(ground, QColor)
    return colour.lightnessF() - ground.lightnessF()


def test_words_to_read(view: AppView) -> None:
    """The home page and films have none, pages of text have some."""
    assert view.words == 0
    for page, some in ((Place(Page.SECTOR, "cars"), True), (Place(Page.STATISTICS), True), (Place(Page.VIDEOS), False)):
        view.follow(Open(page))
        assert (view.words > 20) == some


@pytest.mark.parametrize(("row", "place"), [(0, "home"), (1, "statistics"), (2, "film/over")])
def test_enter_opens_what_the_loop_shows(view: AppView, row: int, place: str) -> None:
    view.loop.show(row)
    view.enter()
    assert str(view.route.place) == place


def test_the_pads_digits_are_mixed_where_that_is_wished() -> None:
    desk, orders = DeskView(), []
    for _ in range(20):
        desk.show("pad", scrambled=True)
        orders.append(list(desk.digits))
        desk.show("closed")
    assert all(sorted(order) == sorted(DIGITS) for order in orders)
    assert len({tuple(order) for order in orders}) > 10
    desk.show("pad")
    assert tuple(desk.digits) == DIGITS
