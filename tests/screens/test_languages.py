"""Switching the language changes the words and keeps the visitor's place."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kiosk.view.theme import Access
from kiosk.visit.route import Open as Go
from kiosk.visit.route import Page, Place
from tests.screens.acting import Visitor
from tests.screens.conftest import LANDSCAPE, PORTRAIT, Open
from tests.screens.sample import CAPTIONS, LANGUAGES

PLACES = [Place(Page.HOME), Place(Page.SECTOR, "cars"), Place(Page.STATISTICS), Place(Page.VIDEOS)]
HOME = {"en": "Home", "ar": "الرئيسية", "zh_Hans": "首页"}


def switch(visitor: Visitor, code: str) -> None:
    """Choose a language as a visitor does: in the bar, or in the picker where the bar has no room for the names."""
    if visitor.all("LanguageButton"):
        visitor.tap(visitor.language(code))
        return
    visitor.tap([item for item in visitor.all("BarButton")][-1])
    visitor.settle()
    name = next(language.name for language in visitor.booth.exhibit.bundle.languages if language.code == code)
    visitor.tap(visitor.control(name))


def languages(visitor: Visitor) -> Iterator[str]:
    """Switch through the languages, ending with the first, and yield each."""
    for code in (*LANGUAGES[1:], LANGUAGES[0]):
        switch(visitor, code)
        assert visitor.view.languageCode == code
        yield code


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT], ids=["landscape", "portrait"])
@pytest.mark.parametrize("place", PLACES, ids=str)
def test_a_switch_keeps_the_place(open_booth: Open, place: Place, size: tuple[int, int]) -> None:
    """In each language: the same page at the same scroll position, in other words; nothing is made anew."""
    visitor = open_booth(size=size, still=True)
    visitor.view.follow(Go(place))
    visitor.settle()
    page, route = visitor.page(), visitor.view.route
    scrolled = visitor.list() if place.page is not Page.HOME else None
    if scrolled is not None:
        scrolled.setProperty("contentY", (scrolled.property("contentHeight") - scrolled.height()) * 0.5)
        visitor.settle()
    at = scrolled.property("contentY") if scrolled is not None else 0
    assert scrolled is None or at > 0
    said = {"en": visitor.texts(page)}
    for code in languages(visitor):
        visitor.settle()
        assert visitor.view.route == route
        assert visitor.page() == page
        assert scrolled is None or scrolled.property("contentY") == pytest.approx(at, abs=2)
        assert HOME[code] in visitor.texts(visitor.one("Bar"))
        said[code] = visitor.texts(page) if code != "en" else said["en"]
    assert visitor.texts(page) == said["en"]
    alike = {text for text in set(said["en"]) & set(said["zh_Hans"]) if any(letter.isalpha() for letter in text)}
    assert alike <= {"example.org/cars"}


def test_a_switch_keeps_the_film(open_booth: Open) -> None:
    """The film plays on from where it was, with its captions in the new language; a paused one stays paused."""
    visitor = open_booth()
    visitor.view.openFilm("line")
    visitor.wait(visitor.film_started)
    film = visitor.one("FilmScreen")
    controls = visitor.one("FilmControls")
    for code in languages(visitor):
        before = controls.property("positionMs")
        assert film.property("playing")
        visitor.wait(lambda code=code: CAPTIONS[code] in visitor.texts())
        visitor.wait(lambda before=before: controls.property("positionMs") > before)
        assert visitor.one("FilmScreen") == film
    visitor.tap(visitor.control("Pause"))
    paused = controls.property("positionMs")
    for _ in languages(visitor):
        visitor.grab()
        assert not film.property("playing")
        assert controls.property("positionMs") == paused > 0


def test_the_statistics_keep_their_filter(open_booth: Open) -> None:
    """One sector's numbers stay alone."""
    visitor = open_booth(still=True)
    visitor.tap(visitor.button(2))
    visitor.settle()
    visitor.tap(visitor.control("Spices"))
    for code in languages(visitor):
        assert visitor.view.statistics.filter == "spices", code
        assert visitor.view.statistics.blocks.count == 2


def test_every_token_follows(open_booth: Open) -> None:
    """What everything is drawn with is what the view says, in another language, contrast, size and screen as well."""
    visitor = open_booth()
    theme, tokens = visitor.view.theme, visitor.booth.engine.singletonInstance("Kiosk.Theme", "Theme")
    described = [tokens.metaObject().property(at) for at in range(tokens.metaObject().propertyCount())]
    declared = {token.name() for token in described if token.isWritable()}
    assert declared - {"objectName", "keepsPictures"} == set(theme.tokens())

    def drawn() -> dict[str, object]:
        return {name: tokens.property(name) for name in theme.tokens()}

    before = drawn()
    assert before == theme.tokens()
    visitor.booth.choose_language("ar")
    assert tokens.property("mirrored")
    theme.adapt(Access(text_scale=1.5, high_contrast=True, calm=True))
    theme.resize(1080, 1920, 7)
    theme.turn(90, 600)
    theme.freeze()
    visitor.settle()
    assert drawn() == theme.tokens()
    same = {name for name, value in drawn().items() if value == before[name]}
    assert same == {"dark", "radiusMm", "shade"}
