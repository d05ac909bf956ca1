"""Content from a stick, from outside: a real file system that is mounted, pulled or broken, and the booth beside it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest

from kiosk.settings.file import change_settings
from kiosk.staff.pin import hash_pin
from kiosk.store.store import current_folder
from tests.booth.conftest import Twin, place
from tests.booth.outside import ROOT, Program, Screen, run, unlike
from tests.booth.staff.test_desk import PIN, SIZE, TAPS, Find, let_in, press
from tests.screens.sample import make_sample

MEBIBYTE = 1 << 20


class Stick:
    """A file system in a file, which is mounted where sticks are."""

    def __init__(self, folder: Path, files: Path) -> None:
        self.image = folder / "stick.img"
        self.image.touch()
        os.truncate(self.image, 32 * MEBIBYTE)
        subprocess.run(["mkfs.ext4", "-q", "-d", files, self.image], check=True)
        self.place = Path(tempfile.mkdtemp(prefix="kiosk-test-", dir="/media"))

    def plug_in(self) -> None:
        """Mount it."""
        subprocess.run(["mount", "-o", "loop,ro", self.image, self.place], check=True)

    def pull(self) -> None:
        """Take it away, whoever reads from it."""
        subprocess.run(["umount", "-l", self.place], check=False, stderr=subprocess.DEVNULL)

    def close(self) -> None:
        """Leave nothing behind."""
        self.pull()
        self.place.rmdir()


def can_mount() -> bool:
    """Return whether this account may mount a file, which only the machine's administrator may."""
    if os.geteuid() != 0 or not shutil.which("mkfs.ext4"):
        return False
    with tempfile.TemporaryDirectory() as name, suppress(OSError, subprocess.CalledProcessError):
        (Path(name) / "files").mkdir()
        Path("/media").mkdir(exist_ok=True)
        with closing(Stick(Path(name), Path(name) / "files")) as stick:
            stick.plug_in()
            return True
    return False


pytestmark = pytest.mark.skipif(not can_mount(), reason="this account may not mount a file system")


@pytest.fixture(scope="module")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    """A screen for the booths of this module."""
    with closing(Screen(tmp_path_factory.mktemp("screen"), SIZE)) as screen:
        yield screen


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store in which some content is installed."""
    store = tmp_path_factory.mktemp("store")
    make(store / "old")
    subprocess.run(
        [sys.executable, "-m", "kiosk", "install", store / "old"],
        cwd=ROOT,
        env={**os.environ, "KIOSK_STORE": str(store / "store")},
        check=True,
        capture_output=True,
    )
    return store / "store"


def make(folder: Path) -> Path:
    """Write the sample bundle, with its folder's name for a title."""
    make_sample(folder)
    content = (folder / "content.yaml").read_text("utf-8")
    (folder / "content.yaml").write_text(content.replace("Sample booth", f"The {folder.name} booth"), "utf-8")
    return folder


@contextmanager
def booth(screen: Screen, old: Path, folder: Path) -> Iterator[Program]:
    """Run a booth with the installed content, and the staff's panel open to whoever knows the PIN."""
    store = shutil.copytree(old, folder / "store", symlinks=True)
    settings = folder / "booth.yaml"
    change_settings(settings, {**TAPS, "pin.hash": hash_pin(PIN), "sticks": "any"})
    home = {name: str(folder / name.lower()) for name in ("XDG_STATE_HOME", "XDG_RUNTIME_DIR")}
    with run(screen, "--booth", settings, KIOSK_STORE=str(store), **home) as program:
        program.wait_for("attract.started")
        yield program
        program.stop()


@contextmanager
def stick_with(folder: Path, files: Path) -> Iterator[Stick]:
    """Make a stick that holds the folder `files`."""
    with closing(Stick(folder, files)) as stick:
        yield stick


@pytest.fixture
def find(twin: Twin, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], tuple[int, int]]:
    """A function that says where a button beside what a stick offers is, by its name."""

    def where(name: str) -> tuple[int, int]:
        monkeypatch.setenv("KIOSK_STORE", str(tmp_path / "store"))
        folder = current_folder()
        assert folder is not None
        visitor = twin(folder, tmp_path / "booth.yaml", SIZE, mode="panel")
        visitor.booth.desk_view.show_offers([(1, "The new booth  (new)")])
        return place(visitor, name)

    return where


def test_it_is_offered_taken_over_and_shown_when_nobody_is_there(
    screen: Screen, old: Path, find: Find, tmp_path: Path
) -> None:
    make(tmp_path / "files" / "new")
    with booth(screen, old, tmp_path) as program, stick_with(tmp_path, tmp_path / "files") as stick:
        before = screen.look().copy()
        stick.plug_in()
        assert program.wait_for("stick.found")["offers"] == 1
        let_in(screen, program)
        told = press(screen, program, find("Load when nobody is there"))
        assert (told["act"], told["given"]) == ("load", [1, False])
        done = program.wait_for("install.ended")
        assert done["title"] == "The new booth"
        stick.pull()
        program.wait_for("stick.gone")
        program.wait_for("content.waiting")
        assert "content.swapped" not in program.names()  # staff are there
        program.follow("content.swapped", screen.keys, "Escape")
        program.wait_for("content.trial")
        screen.wait(lambda picture: unlike(picture, before) < 0.5)
        program.follow("page.opened", screen.keys, "space")
        screen.settled()
    program.check_quiet()


def test_half_a_file_and_a_dead_stick_harm_nothing(screen: Screen, old: Path, find: Find, tmp_path: Path) -> None:
    """One stick holds an archive that was not copied to its end; another one dies between the look and the copy."""
    files = tmp_path / "files"
    files.mkdir()
    make(tmp_path / "new")
    archive = tmp_path / "show.kiosk"
    subprocess.run([sys.executable, "-m", "kiosk", "pack", tmp_path / "new", "-o", archive], cwd=ROOT, check=True)
    (files / "show.kiosk").write_bytes(archive.read_bytes()[: archive.stat().st_size * 2 // 3])
    with booth(screen, old, tmp_path) as program:
        with stick_with(tmp_path, files) as stick:
            stick.plug_in()
            found = program.wait_for("stick.found")
            let_in(screen, program)
            if found["offers"]:
                press(screen, program, find("Load now"))
                program.wait_for("install.refused")
            program.follow("staff.closed", screen.keys, "Escape")
        program.wait_for("stick.gone")
        logged = len(program.events)
        shutil.copytree(tmp_path / "new", tmp_path / "more" / "new")
        with stick_with(tmp_path, tmp_path / "more") as stick:
            stick.plug_in()
            assert program.wait_for("stick.found", after=logged)["offers"] == 1
            os.truncate(stick.image, 256 * 1024)
            let_in(screen, program)
            press(screen, program, find("Load now"))
            program.wait_for("install.refused", after=logged)
            program.follow("staff.closed", screen.keys, "Escape")
        assert not {"content.swapped", "content.returned", "exception"} & set(program.names())
        program.follow("page.opened", screen.keys, "space")
        screen.settled()
