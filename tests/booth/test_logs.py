"""The log: one line an event, in a file that is capped and never in the booth's way."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.booth import logs
from kiosk.ground.events import Event
from tests.booth.conftest import Start
from tests.booth.outside import Program, Screen

MIDDLE = (640, 300)


Said = Callable[[], str]


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Iterator[Said]:
    """What is logged to standard error; afterwards the log is as it was."""
    logger = logging.getLogger("kiosk")
    before = (logger.handlers, logger.level, logger.propagate, logging.raiseExceptions)
    yield lambda: capsys.readouterr().err
    for handler in [*logger.handlers]:  # one that listens takes itself away
        handler.close()
    logger.handlers, logger.level, logger.propagate, logging.raiseExceptions = before


def read(file: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()]


def test_what_is_logged_before_the_file_opens_is_in_it(said: Said, tmp_path: Path) -> None:
    """The file is made when it is opened, folders and all, and begins with what came before, in order."""
    file = tmp_path / "state" / "kiosk" / "kiosk.log"
    logs.start_logging("json", file)
    logs.log(Event.BOOTH_STARTED, bundle=Path("somewhere"))
    assert not file.exists()
    logs.open_log_file()
    logs.log(Event.LANGUAGE_CHANGED, language="中文")
    assert [line["event"] for line in read(file)] == ["booth.started", "language.changed"]
    assert read(file)[0]["bundle"] == "somewhere"
    text = said()
    assert text == file.read_text("utf-8")
    assert "中文" in text


def test_the_files_are_capped_and_rotated(said: Said, tmp_path: Path) -> None:
    """Whatever happens, five files of five megabytes are all there is; the newest line is in the first."""
    file = tmp_path / "kiosk.log"
    logs.start_logging("json", file, quiet=True)
    logs.open_log_file()
    for number in range(400):
        logs.log(Event.QML_WARNING, number=number, text="x" * 100_000)
    sizes = {path.name: path.stat().st_size for path in tmp_path.iterdir()}
    assert sorted(sizes) == ["kiosk.log", *(f"kiosk.log.{number}" for number in range(1, 5))]
    assert max(sizes.values()) <= logs.LOG_BYTES
    assert sum(sizes.values()) > 4 * 0.9 * logs.LOG_BYTES
    assert read(file)[-1]["number"] == 399
    assert said() == ""


@pytest.mark.parametrize("log_format", ["text", "json"])
def test_an_exception_is_told_with_its_place(said: Said, tmp_path: Path, log_format: str) -> None:
    logs.start_logging(log_format, tmp_path / "kiosk.log")
    logs.open_log_file()
    try:
        raise ValueError("a word\nand another")
    except ValueError:
        logs.log(Event.EXCEPTION, exc_info=True)
    text = said()
    assert "test_logs.py" in text
    assert text == (tmp_path / "kiosk.log").read_text("utf-8")


def test_a_text_line_names_time_level_event_and_facts(said: Said, tmp_path: Path) -> None:
    logs.start_logging("text", tmp_path / "kiosk.log")
    logs.log(Event.PAGE_OPENED, page="sector/cars")
    time, level, event, fact = said().split()
    assert float(time) > 0
    assert (level, event, fact) == ("info", "page.opened", "page=sector/cars")


def test_the_file_lies_where_a_desktop_keeps_state(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    assert logs.default_log_file() == tmp_path / "kiosk" / "kiosk.log"
    monkeypatch.delenv("XDG_STATE_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert logs.default_log_file() == tmp_path / ".local" / "state" / "kiosk" / "kiosk.log"


def test_a_booth_writes_the_file_it_is_given(start: Start, screen: Screen, sample: Path, tmp_path: Path) -> None:
    """Every line of a visit is in it, from the first to the last."""
    file = tmp_path / "logs" / "booth.log"
    program = start(sample, "--log-file", file)
    program.follow("page.opened", screen.tap, MIDDLE)
    program.stop()
    assert read(file) == program.events
    names = [line["event"] for line in read(file)]
    assert (names[0], names[-2:]) == ("booth.started", ["visit.ended", "booth.stopped"])


def still_works(program: Program, screen: Screen) -> None:
    """Fail unless the booth takes a touch and ends well."""
    program.follow("page.opened", screen.tap, MIDDLE)
    program.stop()
    assert program.noise == []
    assert "exception" not in program.names()


def test_a_file_that_cannot_be_made_is_said_and_done_without(start: Start, screen: Screen, sample: Path) -> None:
    program = start(sample, "--log-file", "/dev/null/kiosk.log")
    refused = program.wait_for("log.file_refused")
    assert (refused["level"], refused["file"]) == ("warning", "/dev/null/kiosk.log")
    assert refused["why"]
    still_works(program, screen)


def test_a_full_disk_does_not_stop_the_booth(start: Start, screen: Screen, sample: Path) -> None:
    still_works(start(sample, "--log-file", "/dev/full"), screen)
