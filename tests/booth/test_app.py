"""A booth starts, shows something at once, and ends when it is told to."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import numpy as np
import pytest

from tests.booth.conftest import Start, make_bundle
from tests.booth.outside import PATIENCE, Program, Screen, is_blank, run

MIDDLE = (640, 300)
SIGNALS = [signal.SIGTERM, signal.SIGINT]
SOON = 10  # seconds, on a machine busy with other tests; it is 0.3 at rest, and systemd would wait for 90


def test_a_start_is_told_and_never_blank(screen: Screen, sample: Path) -> None:
    """The events come in order, in rising time, and the first thing that is seen of the booth is the loop's picture."""
    empty = screen.look()
    with run(screen, sample) as program:
        seen = screen.wait(lambda picture: not np.array_equal(picture, empty))
        program.wait_for("attract.started")
        assert program.names()[:3] == ["booth.started", "frame.first", "attract.started"]
        times = [event["monotonic"] for event in program.events]
        assert times == sorted(set(times))
        assert all(event["time"].endswith("Z") for event in program.events)
        assert not is_blank(screen.wait(lambda picture: not np.array_equal(picture, empty)))
        assert not is_blank(seen)
        program.stop()
        assert program.names()[-1] == "booth.stopped"
        program.check_quiet()


@pytest.mark.parametrize("language", ["he", "ja", "de", "en_XA"])
def test_it_starts_in_any_language(start: Start, tmp_path: Path, language: str) -> None:
    """Also in one that the program has no words in, and while Qt has nothing yet of what it keeps between starts."""
    folder = make_bundle(tmp_path / "bundle", lambda said: said["languages"].append(language))
    program = start(folder, "--language", language, shown="frame.first", XDG_CACHE_HOME=str(tmp_path / "cache"))
    assert program.wait_for("frame.first")["language"] == language
    program.stop()
    program.check_quiet()


@pytest.mark.parametrize("by", SIGNALS, ids=lambda by: by.name)
@pytest.mark.parametrize("moment", ["booth.started", "frame.first", "page.opened"])
def test_a_signal_ends_it_well(start: Start, screen: Screen, sample: Path, by: signal.Signals, moment: str) -> None:
    """Before the first frame, while the pages are being made, and during a visit: exit code 0, and soon."""
    program = start(sample, shown="booth.started")
    if moment == "page.opened":
        program.wait_for("attract.started")
        screen.tap(MIDDLE)
    program.wait_for(moment)
    assert program.stop(by) < SOON
    assert program.names()[-1] == "booth.stopped"
    program.check_quiet()


@pytest.mark.parametrize("by", SIGNALS, ids=lambda by: by.name)
def test_a_signal_ends_the_reading_of_a_bundle(start: Start, sample: Path, tmp_path: Path, by: signal.Signals) -> None:
    """A bundle that is compiled first can take minutes: they are not waited for."""
    program = start(sample, shown="booth.started", XDG_CACHE_HOME=str(tmp_path))
    assert program.stop(by) < SOON
    assert program.names() == ["booth.started", "booth.stopped"]
    program.check_quiet()


def test_a_broken_bundle_is_shown_as_what_it_is(start: Start, screen: Screen, tmp_path: Path) -> None:
    """A fault is a screen, not an end: it stays until the booth is told to stop, and the log names the line."""
    empty = screen.look()
    folder = make_bundle(tmp_path / "booth", lambda said: said.update(sectors=7))
    program = start(folder, shown="fault.shown")
    assert "attract.started" not in program.names()
    problem = program.wait_for("bundle.problem")
    assert "content.yaml:" in problem["where"]
    shown = screen.wait(lambda picture: not np.array_equal(picture, empty))
    assert len(np.unique(shown)) > 50  # words, with smooth edges
    screen.tap(MIDDLE)
    screen.settled()
    assert program.stop() < SOON
    assert program.noise == []


def test_a_folder_without_a_bundle_is_a_fault_too(start: Start, tmp_path: Path) -> None:
    """Nothing at all to show is shown as well."""
    assert start(tmp_path, shown="fault.shown").stop() < SOON


def test_a_broken_film_stops_nothing(start: Start, screen: Screen, tmp_path: Path) -> None:
    """A film that cannot be played is told and done without."""

    def film_first(said: dict[str, list[dict[str, object]]]) -> None:
        del said["attract"][:2]

    folder = make_bundle(tmp_path / "booth", film_first)
    program = start(folder)
    assert program.stop() < SOON
    film = folder / "assets" / "film.webm"
    spoil(film)
    program = start(folder)
    told = program.wait_for("media.failed")
    assert told["film"].endswith("film.webm")
    assert told["why"]
    assert not is_blank(screen.settled(part=(slice(0, 300), slice(None))))
    assert program.follow("page.opened", screen.tap, MIDDLE)["page"] == "film/over"
    assert program.stop() < SOON
    assert [line for line in program.noise if "ffmpeg" not in line.lower() and not line.startswith("[")] == []


def spoil(film: Path) -> None:
    """Turn a film into what only its first bytes say that it is, with the same size and time."""
    status = film.stat()
    film.write_bytes(film.read_bytes()[:200] + bytes(status.st_size - 200))
    os.utime(film, ns=(status.st_atime_ns, status.st_mtime_ns))


def test_what_a_visitor_would_wait_for_is_read_ahead(start: Start, sample: Path) -> None:
    """What hashes a PIN is there soon, although nobody has asked for the staff's panel; the first frame did without."""
    program = start(sample)
    assert "argon2" not in mapped(program)
    until = time.monotonic() + PATIENCE
    while "argon2" not in mapped(program):
        assert time.monotonic() < until
        time.sleep(0.1)
    program.stop()
    program.check_quiet()


def mapped(program: Program) -> str:
    """Return what the program has mapped into its memory, libraries among it."""
    return Path("/proc", str(program.process.pid), "maps").read_text()
