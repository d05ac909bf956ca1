"""What is done in the staff's panel: in the settings, in the content, in the light, and how the program ends."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.booth.logs import log
from kiosk.booth.staff import panel as panel_room
from kiosk.booth.staff.opening import LAST
from kiosk.booth.staff.panel import Panel
from kiosk.booth.upkeep import recovery
from kiosk.booth.upkeep.counting import Counting
from kiosk.ground.events import Event
from kiosk.ground.exits import Exit
from kiosk.ground.files import keep_file
from kiosk.ground.folders import state_folder
from kiosk.machine import brightness
from kiosk.settings.file import load_settings
from kiosk.settings.settings import Setting
from kiosk.store.install import install
from kiosk.store.load import load_bundle
from kiosk.view.staff.rows import LanguageRow
from tests.screens.acting import Visitor
from tests.screens.conftest import Open
from tests.screens.sample import make_sample

Act = Callable[..., Visitor]


@pytest.fixture
def ended() -> list[Exit]:
    """With which codes the program was asked to end."""
    return []


@pytest.fixture
def opened(open_booth: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ended: list[Exit]) -> Act:
    """A function that opens a booth with a panel."""
    monkeypatch.setenv("KIOSK_STORE", str(tmp_path / "store"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))

    def begin(**given: object) -> Visitor:
        visitor = open_booth(file=tmp_path / "booth.yaml", **given)
        Panel(visitor.booth, Counting(visitor.booth), ended.append)
        return visitor

    return begin


def test_sound_is_set_and_never_louder_than_the_cap(opened: Act, tmp_path: Path) -> None:
    visitor = opened()
    view = visitor.booth.desk_view
    view.show_dials(30, None)
    view.volumeWanted.emit(10)
    assert (view.volume, visitor.view.volume) == (40, 0.4)
    visitor.booth.config.change(Setting(lambda s: s.sound.cap), 30)
    view.volumeWanted.emit(10)
    assert (view.volume, visitor.view.volume) == (30, 0.3)
    assert load_settings(tmp_path / "booth.yaml").settings.sound.volume == 50
    view.volumeWanted.emit(-40)
    assert view.volume == 0


def test_light_is_set_where_the_system_lets_one(opened: Act, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lamp = tmp_path / "backlight" / "lamp"
    lamp.mkdir(parents=True)
    (lamp / "max_brightness").write_text("200")
    (lamp / "brightness").write_text("200")
    for name in ("read_brightness", "set_brightness"):
        real = getattr(brightness, name)
        monkeypatch.setattr(panel_room, name, lambda *given, real=real: real(*given, folder=lamp.parent))
    visitor = opened()
    visitor.booth.desk.opened.emit()
    assert visitor.booth.desk_view.brightness == 100
    visitor.booth.desk_view.brightnessWanted.emit(-60)
    assert ((lamp / "brightness").read_text(), visitor.booth.desk_view.brightness) == ("80", 40)
    visitor.booth.desk_view.brightnessWanted.emit(-40)
    assert int((lamp / "brightness").read_text()) > 0, "a dark screen cannot be made bright again"


def languages(visitor: Visitor) -> dict[str, LanguageRow]:
    """Return the languages that the panel shows."""
    rows = visitor.booth.desk_view.languages
    found = [rows.tile(row) for row in range(rows.count)]
    return {row.code: row for row in found if isinstance(row, LanguageRow)}


def test_languages_come_and_go_but_for_the_first(opened: Act) -> None:
    visitor = opened()
    view = visitor.booth.desk_view
    for offered in (False, False, True):
        view.languageWanted.emit("ar", offered)
        assert languages(visitor)["ar"].offered is offered
    view.languageWanted.emit("en", False)
    visitor.booth.desk.opened.emit()
    assert languages(visitor)["en"].offered
    view.languageWanted.emit("en", False)
    assert "begins with this language" in view.news
    assert any("opening check" in reason for reason in view.reasons)
    view.firstLanguageWanted.emit("ar")
    assert languages(visitor)["ar"].first
    assert visitor.booth.exhibit.default.code == "ar"
    assert all("\u0600" <= reason[0] <= "\u06ff" for reason in view.reasons)  # the whole panel speaks it


@pytest.mark.parametrize(("act", "code"), [("restart", Exit.RESTART), ("leave", Exit.OK)])
def test_the_program_ends_as_asked(opened: Act, ended: list[Exit], act: str, code: Exit) -> None:
    visitor = opened()
    getattr(visitor.booth.desk_view, f"{act}Wanted").emit()
    assert ended == [code]


def test_to_go_back_where_there_is_nothing_says_so(opened: Act) -> None:
    visitor = opened()
    view = visitor.booth.desk_view
    view.returnWanted.emit()
    assert view.progress == 0
    visitor.wait(lambda: view.news)
    assert "nothing is installed" in view.news
    assert view.progress == -1


def test_what_was_shown_before_comes_back(opened: Act, tmp_path: Path) -> None:
    folders = []
    for name in ("first", "second"):
        make_sample(tmp_path / name)
        content = tmp_path / name / "content.yaml"
        content.write_text(content.read_text("utf-8").replace("Sample booth", f"The {name}"), "utf-8")
        folders.append(install(tmp_path / name).folder)
    visitor = opened(where=folders[1], shown=load_bundle(folders[1]))
    visitor.booth.chosen = False
    visitor.booth.desk.opened.emit()
    view = visitor.booth.desk_view
    assert view.canReturn
    view.returnWanted.emit()
    visitor.wait(lambda: visitor.booth.exhibit.folder == folders[0], 30)
    visitor.wait(lambda: view.contentTitle == "The first", 30)
    assert "The first" in view.news


def test_the_light_says_why(opened: Act, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NOTIFY_SOCKET", "/nowhere")
    visitor = opened()
    view = visitor.booth.desk_view
    keep_file(state_folder() / LAST, b'{"time": "today", "level": 0}')
    visitor.booth.desk.opened.emit()
    assert (view.light, len(view.reasons)) == (0, 1)
    log(Event.CONTENT_UNSOUND, content="abc")
    for _ in range(3):
        recovery.open_ledger().begin("abc")
    visitor.booth.desk.opened.emit()
    assert view.light == 1
    assert any("taken back: 1" in reason for reason in view.reasons)
    assert any("since the machine was started: 2" in reason for reason in view.reasons)
    monkeypatch.delenv("NOTIFY_SOCKET")
    visitor.booth.desk.opened.emit()
    assert len(view.reasons) == 4
