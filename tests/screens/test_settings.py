"""What is set on a booth holds: at once, on whatever page the visitor is, and however the screen stands."""

from __future__ import annotations

import logging
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPointF, QRectF
from PySide6.QtGui import QGuiApplication

from kiosk.booth.booth import loudness
from kiosk.booth.logs import move_log_file, open_log_file, start_logging
from kiosk.booth.upkeep.clock import Upkeep
from kiosk.booth.window import choose_screen, pixels_per_mm, wanted_screen
from kiosk.ground.errors import ScreenError
from kiosk.settings import file as settings_file
from kiosk.settings.file import load_settings
from kiosk.settings.settings import USUAL, Hours, Idle, Languages, Log, Open, Rotation, Screen, Setting, Settings, Sound
from kiosk.view.theme import LARGEST_VIEWING, Access
from kiosk.visit.visit import Rules
from tests.screens.acting import Visitor, on_window
from tests.screens.conftest import LANDSCAPE
from tests.screens.conftest import Open as OpenBooth

MONDAY_NOON = datetime(2026, 11, 23, 12)
CLOSED = Settings(hours=Hours(tue=(Open(begins=540, ends=1080),)))
"""Open on Tuesdays only."""


def codes(visitor: Visitor) -> list[str]:
    """The languages that can be chosen."""
    return [str(tile.property("code")) for tile in _tiles(visitor)]


def _tiles(visitor: Visitor) -> list[QObject]:
    languages = visitor.booth.view.languages
    return [languages.tile(row) for row in range(languages.count)]


# Rotation.


@pytest.mark.parametrize(("rotation", "touch"), [(90, Visitor.tap), (180, Visitor.tap), (270, Visitor.click)])
def test_a_turned_picture_is_touched_where_it_is_seen(open_booth: OpenBooth, rotation: Rotation, touch: object) -> None:
    """The content stands upright for somebody whose head is turned with the screen, and fills it."""
    visitor = open_booth(size=LANDSCAPE, settings=Settings(screen=Screen(rotation=rotation)))
    theme, screen = visitor.view.theme, QRectF(0, 0, *LANDSCAPE)
    assert theme.look.portrait == (rotation != 180)
    home, bar = visitor.one("HomeScreen"), visitor.one("Bar")
    assert on_window(home) == screen
    place = on_window(bar)
    edges = {90: place.left() == 0, 180: place.top() == 0, 270: place.right() == screen.right()}
    assert edges[rotation]
    hills = visitor.control("Hills")
    assert hills.mapToScene(QPointF(1, 0)) - hills.mapToScene(QPointF()) == {
        90: QPointF(0, 1),
        180: QPointF(-1, 0),
        270: QPointF(0, -1),
    }.get(rotation)
    touch(visitor, hills)  # type: ignore[operator]
    visitor.settle()
    assert "Hills" in visitor.texts(visitor.page())


def test_the_picture_turns_at_once_and_the_page_stays(open_booth: OpenBooth) -> None:
    visitor = open_booth(size=LANDSCAPE)
    visitor.tap(visitor.control("Hills"))
    visitor.settle()
    visitor.booth.config.follow(Settings(screen=Screen(rotation=90)))
    visitor.settle()
    assert visitor.view.theme.look.portrait
    assert "Hills" in visitor.texts(visitor.page())
    assert on_window(visitor.page()) == QRectF(0, 0, *LANDSCAPE)
    visitor.booth.config.follow(USUAL)
    assert not visitor.view.theme.look.portrait


# Type and size.


def test_type_grows_with_the_distance(open_booth: OpenBooth) -> None:
    visitor = open_booth(entered=False)
    theme = visitor.view.theme
    before = theme.font("body").pixelSize(), theme.font("headline").pixelSize(), theme.look.unit
    for viewing_mm, body, headline in ((300, 1, 1), (600, 1, 1), (780, 1.3, 1.15), (3000, LARGEST_VIEWING, 1.3)):
        visitor.booth.config.follow(Settings(screen=Screen(viewing_mm=viewing_mm)))
        assert theme.font("body").pixelSize() == pytest.approx(before[0] * body, abs=1)
        assert theme.font("headline").pixelSize() == pytest.approx(before[1] * headline, abs=1)
        assert theme.look.unit == before[2]
    theme.adapt(Access(text_scale=2))
    assert theme.font("body").pixelSize() <= 2 * before[0] + 1


def test_no_word_of_a_title_is_broken(open_booth: OpenBooth) -> None:
    """Not even where the type is large."""
    visitor = open_booth(settings=Settings(screen=Screen(viewing_mm=3000)))
    for title in visitor.all("WholeWords"):
        (words,) = [item for item in title.childItems() if item.property("text")]
        assert words.property("contentWidth") <= title.width()
        assert words.property("lineCount") <= len(str(words.property("text")).split())


def test_the_diagonal_that_somebody_measured_goes_before_what_the_screen_says(
    open_booth: OpenBooth, qapp: QGuiApplication
) -> None:
    visitor = open_booth(entered=False)
    screen = qapp.primaryScreen()
    visitor.booth.config.follow(Settings(screen=Screen(diagonal_inch=10)))
    width, height = screen.size().width(), screen.size().height()
    assert pixels_per_mm(screen, 10) == pytest.approx((width**2 + height**2) ** 0.5 / 254)
    assert visitor.view.theme.look.touch_unit == pytest.approx(pixels_per_mm(screen, 10))


# Which screen.


def test_a_screen_that_is_not_there_keeps_nothing_dark(qapp: QGuiApplication, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, logger="kiosk"):
        assert wanted_screen(qapp, None, 7) == qapp.primaryScreen()
    assert [record.getMessage() for record in caplog.records] == ["screen.missing"]
    assert wanted_screen(qapp, 0, 7) == wanted_screen(qapp, None, 0) == qapp.primaryScreen()
    with pytest.raises(ScreenError):
        wanted_screen(qapp, 7, 0)
    with pytest.raises(ScreenError):
        choose_screen(qapp, 7)


@pytest.mark.parametrize("windowed", [True, False])
def test_another_screen_is_gone_to_at_once(open_booth: OpenBooth, windowed: bool) -> None:
    visitor = open_booth(entered=False, windowed=windowed)
    before = visitor.window.geometry()
    visitor.booth.config.follow(Settings(screen=Screen(display=0)))
    assert visitor.window.geometry() == before
    assert visitor.window.isVisible()


# Languages.


def test_only_what_is_offered_can_be_chosen(open_booth: OpenBooth) -> None:
    visitor = open_booth(settings=Settings(languages=Languages(default="ar", offered=("ar", "en"))))
    assert codes(visitor) == ["ar", "en"]
    assert visitor.view.languageCode == "ar"
    visitor.view.chooseLanguage("zh_Hans")
    assert visitor.view.languageCode == "ar"
    visitor.tap(visitor.language("en"))
    assert visitor.view.languageCode == "en"
    visitor.pass_time(1000)
    visitor.pass_time(1000)
    assert visitor.view.attract
    assert visitor.view.languageCode == "ar"


def test_the_command_line_chooses_before_the_settings(open_booth: OpenBooth) -> None:
    """Also among what visitors cannot choose."""
    visitor = open_booth(language="zh_Hans", settings=Settings(languages=Languages(default="ar", offered=("ar", "en"))))
    assert visitor.view.languageCode == "zh_Hans"
    visitor.booth.config.follow(Settings(languages=Languages(default="en")))
    assert visitor.booth.exhibit.default.code == "zh_Hans"


def test_a_language_that_the_content_lacks_is_left_out(open_booth: OpenBooth) -> None:
    visitor = open_booth(entered=False, settings=Settings(languages=Languages(default="fr", offered=("fr", "de"))))
    assert codes(visitor) == ["en", "ar", "zh_Hans"]
    assert visitor.view.languageCode == "en"


def test_other_languages_come_at_once_and_the_page_stays(open_booth: OpenBooth) -> None:
    visitor = open_booth()
    visitor.tap(visitor.control("Hills"))
    visitor.settle()
    visitor.booth.config.follow(Settings(languages=Languages(default="ar", offered=("ar", "zh_Hans"))))
    assert visitor.booth.view.page == "sector"
    assert visitor.booth.view.languageCode == "ar", "English is no longer offered: what the booth begins with"
    assert codes(visitor) == ["ar", "zh_Hans"]
    visitor.wait(lambda: visitor.booth._swap is None)


def test_in_the_loop_another_first_language_is_spoken_at_once(open_booth: OpenBooth) -> None:
    visitor = open_booth(entered=False)
    visitor.booth.config.follow(Settings(languages=Languages(default="ar")))
    assert visitor.view.languageCode == "ar"
    visitor.booth.config.follow(Settings(languages=Languages(default="ar", offered=("ar",))))
    assert visitor.booth.view.languageCode == "ar"
    visitor.wait(lambda: visitor.booth._swap is None)


# Patience and sound.


def test_patience_follows_at_once(open_booth: OpenBooth) -> None:
    visitor = open_booth()
    visitor.booth.config.follow(Settings(idle=Idle(seconds=500, warning_seconds=40)))
    visitor.pass_time(490)
    assert visitor.view.secondsLeft == 0
    visitor.pass_time(15)
    assert visitor.view.secondsLeft > 20
    visitor.tap(visitor.point(visitor.one("HomeScreen")))
    visitor.pass_time(30)
    visitor.booth.config.follow(Settings(idle=Idle(seconds=10, warning_seconds=20)))
    assert visitor.view.secondsLeft > 0, "it is asked at once, and does not end at once"


def test_no_film_is_louder_than_the_cap(open_booth: OpenBooth) -> None:
    given = Rules(idle_seconds=77)
    visitor = open_booth(rules=given, settings=Settings(sound=Sound(volume=70, cap=40), idle=Idle(seconds=500)))
    assert visitor.booth.visits.rules == given
    visitor.view.openFilm("over")
    visitor.settle()
    film = visitor.one("FilmScreen")
    assert film.property("volume") == pytest.approx(0.4)
    visitor.booth.config.follow(Settings(sound=Sound(volume=0)))
    assert film.property("volume") == 0
    visitor.booth.config.follow(USUAL)
    assert film.property("volume") == pytest.approx(loudness(USUAL)) == pytest.approx(0.7)


# Opening hours.


def test_outside_the_hours_the_loop_rests_and_a_touch_wakes_it(open_booth: OpenBooth) -> None:
    visitor = open_booth(entered=False)
    booth = visitor.booth
    booth.view.firstPictureShown.emit()
    booth.view.loop.show(2)  # a film
    visitor.wait(lambda: visitor.all("AttractFilm"))
    upkeep = Upkeep(booth, lambda: MONDAY_NOON)
    assert not visitor.view.resting
    booth.config.follow(CLOSED)
    assert visitor.view.resting
    visitor.wait(lambda: visitor.all("RestScreen") and not visitor.all("AttractScreen"))
    assert visitor.texts() == [visitor.view.home.title]
    assert visitor.grab().pixelColor(5, 5).lightness() < 20
    visitor.tap(visitor.point(visitor.one("RestScreen")))
    visitor.wait(lambda: not visitor.view.attract)
    assert visitor.view.page == "home"
    visitor.pass_time(1000)
    visitor.pass_time(1000)
    assert visitor.view.attract
    visitor.wait(lambda: visitor.all("RestScreen"))
    booth.config.follow(USUAL)
    visitor.wait(lambda: visitor.all("AttractScreen") and not visitor.all("RestScreen"))
    upkeep.look()


def test_the_title_of_a_resting_booth_comes_everywhere(open_booth: OpenBooth) -> None:
    visitor = open_booth(size=LANDSCAPE, entered=False, settings=Settings(hours=Hours(mon=())))
    screen = visitor.one("RestScreen")
    (title,) = [item for item in screen.childItems() if item.property("text")]
    seen, last = set(), None
    for step in range(0, 3121 * 4, 7):
        screen.setProperty("steps", step)
        at = title.x(), title.y()
        assert title.x() >= 0
        assert title.y() >= 0
        assert title.x() + title.width() <= screen.width()
        assert title.y() + title.height() <= screen.height()
        assert last is None or max(abs(at[0] - last[0]), abs(at[1] - last[1])) < 20, "it does not jump"
        seen.add((round(at[0] / 200), round(at[1] / 200)))
        last = at
    assert len(seen) >= 30


# Following the file.


@pytest.mark.parametrize("cached", [True, False])
def test_the_booth_follows_its_file(
    open_booth: OpenBooth,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
    cached: bool,
) -> None:
    """A cache that was cleared, or cannot be written, makes no difference to a booth that runs."""
    if not cached:
        monkeypatch.setattr(settings_file, "_read_kept", lambda _file: None)
    file = tmp_path / "booth.yaml"
    visitor = open_booth(entered=False, file=file)
    booth = visitor.booth
    upkeep = Upkeep(booth, lambda: MONDAY_NOON)
    caplog.set_level(logging.INFO, logger="kiosk")

    def said() -> list[str]:
        before = len(caplog.records)
        upkeep.look()
        assert len(caplog.records) == before, "it may be being written just now"
        upkeep.look()
        names = [record.getMessage() for record in caplog.records]
        caplog.clear()
        return names

    assert said() == []
    file.write_text("booth: 1\nsound: {volume: 20}\n")
    assert said() == ["settings.applied"]
    assert booth.view.volume == 0.2
    file.write_text("booth: 1\nsound: {volume: loud}\n")
    assert said() == ["settings.problem"]
    assert (booth.view.volume, len(booth.config.problems)) == (0.2, 1)
    assert said() == []
    booth.config.reload()
    assert said() == []
    file.write_text("booth: 1\nsound: {volume: 20}\nhours: {mon: closed}\n")
    assert said() == ["settings.applied", "booth.rests"]
    assert booth.config.problems == ()
    booth.config.change(Setting(lambda s: s.hours), None)
    booth.config.change(Setting(lambda s: s.sound.cap), 10)
    assert said() == ["settings.applied", "booth.wakes", "settings.applied"]
    assert booth.view.volume == 0.1
    assert load_settings(file).settings.sound == Sound(volume=20, cap=10)
    file.unlink()
    assert said() == ["settings.problem"]
    assert booth.view.volume == 0.1, "what held holds on"


def test_the_log_goes_where_it_is_put(open_booth: OpenBooth, tmp_path: Path) -> None:
    logger = logging.getLogger("kiosk")
    handlers, propagate = logger.handlers, logger.propagate
    try:
        start_logging("text", tmp_path / "first.log", quiet=True)
        open_log_file()
        visitor = open_booth(entered=False, file=tmp_path / "booth.yaml")
        visitor.booth.config.follow(Settings(log=Log(file="second.log")))
        assert "settings.applied" in (tmp_path / "second.log").read_text()
        assert "settings.applied" not in (tmp_path / "first.log").read_text()
        move_log_file(tmp_path / "third.log")
        visitor.booth.config.follow(Settings(log=Log(file="second.log"), sound=Sound(volume=1)))
        assert "settings.applied" in (tmp_path / "third.log").read_text()
    finally:
        for handler in [*logger.handlers]:  # one that listens takes itself away
            handler.close()
        logger.handlers, logger.propagate = handlers, propagate
