"""Films full screen: never black, obedient, and forgiving of a broken file."""

from __future__ import annotations

import logging

import msgspec
import pytest
from PySide6.QtGui import QImage

from kiosk.bundle.model import Bundle, Film
from tests.screens.acting import Visitor, brightness, share_unlike
from tests.screens.conftest import Open
from tests.screens.sample import CAPTIONS


def picture(visitor: Visitor) -> QImage:
    """Return the part of the screen that only the film covers."""
    return visitor.grab().copy(0, 0, visitor.window.width(), visitor.window.height() // 2)


def test_a_film_comes_from_its_poster(open_booth: Open) -> None:
    """The poster is there in the first frame, then the film moves; no frame between them is dark."""
    visitor = open_booth()
    visitor.view.openFilm("line")
    levels: list[float] = []

    def begun() -> bool:
        if visitor.all("FilmScreen"):
            levels.append(brightness(picture(visitor)))
        return visitor.film_started() and len(levels) > 15

    visitor.wait(begun)
    visitor.settle()
    assert min(levels) > 60
    assert CAPTIONS["en"] in visitor.texts()
    before = picture(visitor)
    visitor.wait(lambda: share_unlike(before, picture(visitor)) > 0.005)


def test_pause_and_play(open_booth: Open) -> None:
    """Pause holds the picture still, play goes on from there; a tap on the picture does the same."""
    visitor = open_booth()
    visitor.view.openFilm("line")
    visitor.wait(visitor.film_started)
    visitor.settle()
    film, controls = visitor.one("FilmScreen"), visitor.one("FilmControls")
    visitor.tap(visitor.control("Pause"))
    visitor.wait(lambda: not film.property("playing"))
    visitor.settle()
    at = controls.property("positionMs")
    before = picture(visitor)
    visitor.qtbot.wait(300)
    assert share_unlike(before, picture(visitor)) == 0
    assert controls.property("positionMs") == at
    visitor.tap(visitor.control("Play"))
    visitor.wait(lambda: controls.property("positionMs") > at)
    visitor.tap(visitor.point(film) / 2)
    visitor.wait(lambda: not film.property("playing"))
    visitor.tap(visitor.point(film) / 2)
    visitor.wait(lambda: film.property("playing"))


def test_next_sound_and_captions(open_booth: Open) -> None:
    """Next goes round all films and back leads out at once; the sound is off until asked for; captions come and go."""
    visitor = open_booth()
    visitor.view.openVideos()
    visitor.clock.now += 1
    visitor.view.openFilm("line")
    visitor.wait(visitor.film_started)
    visitor.settle()
    assert visitor.view.muted
    visitor.tap(visitor.control("Sound on"))
    assert not visitor.view.muted
    visitor.tap(visitor.control("Captions off"))
    visitor.settle()
    assert CAPTIONS["en"] not in visitor.texts()
    visitor.tap(visitor.control("Captions on"))
    visitor.wait(lambda: CAPTIONS["en"] in visitor.texts())
    ids = visitor.view.videos.ids
    seen = []
    for _ in ids:
        seen.append(visitor.view.route.place.id)
        visitor.tap(visitor.control("Next film"))
    assert sorted(seen) == sorted(ids)
    assert visitor.view.route.place.id == "line"
    visitor.wait(visitor.film_started)
    visitor.tap(visitor.button(1))
    assert visitor.view.page == "videos"


def test_what_was_watched_is_told_when_one_leaves(open_booth: Open) -> None:
    visitor = open_booth()
    told: list[tuple[str, float]] = []
    visitor.view.filmWatched.connect(lambda film, share: told.append((film, share)))
    visitor.view.openFilm("line")
    visitor.wait(lambda: visitor.film_started() and visitor.one("FilmControls").property("positionMs") > 300)
    visitor.clock.now += 1
    visitor.view.goBack()
    visitor.wait(lambda: told)
    ((film, share),) = told
    assert film == "line"
    assert 0 < share < 1


def test_a_film_ends_and_can_be_played_again(open_booth: Open) -> None:
    """At its end the last picture stays; then "Play again" begins anew."""
    visitor = open_booth()
    visitor.view.openFilm("line")
    visitor.wait(visitor.film_started)
    visitor.settle()
    controls = visitor.one("FilmControls")
    slider = next(item for item in visitor.see(controls) if item.inherits("QQuickSlider"))
    end = slider.mapToScene(slider.boundingRect().center()).toPoint()
    end.setX(int(slider.mapToScene(slider.boundingRect().topRight()).x()) - 8)
    visitor.tap(end)
    visitor.wait(lambda: controls.property("ended"))
    assert brightness(picture(visitor)) > 60
    visitor.tap(visitor.control("Play again"))
    visitor.wait(lambda: not controls.property("ended") and controls.property("playing"))
    assert controls.property("positionMs") < 4000


@pytest.fixture
def broken(bundle: Bundle) -> Bundle:
    """The sample, with a film and an item of the loop whose file is no film."""
    src = {"": "assets/broken.webm"}

    def spoil(block: object) -> object:
        return msgspec.structs.replace(block, src=src) if isinstance(block, Film) and block.id == "line" else block

    sectors = tuple(msgspec.structs.replace(s, blocks=tuple(spoil(b) for b in s.blocks)) for s in bundle.sectors)
    first, *rest = bundle.attract
    attract = (msgspec.structs.replace(first, film=src, seconds=60.0), *rest)
    return msgspec.structs.replace(bundle, sectors=sectors, attract=attract)


@pytest.mark.qt_log_ignore("Could not open media")
def test_a_broken_film_shows_its_poster(open_booth: Open, broken: Bundle, caplog: pytest.LogCaptureFixture) -> None:
    """The poster stays, the log knows, the visitor sees no error and can go on to the next film."""
    caplog.set_level(logging.INFO, logger="kiosk")
    visitor = open_booth(shown=broken)
    visitor.view.openFilm("line")
    visitor.wait(lambda: any(record.getMessage() == "media.failed" for record in caplog.records))
    (record,) = [record for record in caplog.records if record.getMessage() == "media.failed"]
    assert vars(record)["facts"]["film"] == "line"
    visitor.settle()
    assert brightness(picture(visitor)) > 60
    visitor.tap(visitor.control("Next film"))
    visitor.wait(visitor.film_started)


@pytest.mark.qt_log_ignore("Could not open media")
def test_a_broken_film_in_the_loop(open_booth: Open, broken: Bundle, caplog: pytest.LogCaptureFixture) -> None:
    """The loop shows the poster and goes on to the next item after five seconds, long before the film's time."""
    caplog.set_level(logging.INFO, logger="kiosk")
    visitor = open_booth(shown=broken, entered=False)
    visitor.view.firstPictureShown.emit()
    visitor.wait(lambda: any(record.getMessage() == "media.failed" for record in caplog.records))
    assert brightness(picture(visitor)) > 60
    assert visitor.view.loop.index == 0
    visitor.wait(lambda: visitor.view.loop.index == 1, 20)
    assert [record.getMessage() for record in caplog.records].count("media.failed") == 1
