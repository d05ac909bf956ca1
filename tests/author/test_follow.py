from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest

from kiosk.author.follow import Follower

MOST_TURNS = 100  # of about 120 ms


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "assets" / "deep").mkdir(parents=True)
    (tmp_path / "content.yaml").write_text("kiosk: 1\n")
    (tmp_path / "assets" / "deep" / "a.jpg").write_bytes(b"a")
    return tmp_path


def begin(folder: Path) -> Iterator[float | None]:
    saves = Follower(folder, Event()).saves()
    assert next(saves) is None
    return saves


def until_saved(saves: Iterator[float | None]) -> float:
    for _ in range(MOST_TURNS):
        saved = next(saves)
        if saved is not None:
            return saved
    raise AssertionError("no save was seen")


def replace(folder: Path) -> None:
    (folder / ".content.yaml.new").write_text("kiosk: 1\ntitle: A\n")
    os.replace(folder / ".content.yaml.new", folder / "content.yaml")


def translate(folder: Path) -> None:
    (folder / "translations" / "de" / "LC_MESSAGES").mkdir(parents=True)
    (folder / "translations" / "de" / "LC_MESSAGES" / "content.po").write_text("")


@pytest.mark.parametrize(
    "save",
    [
        lambda folder: (folder / "content.yaml").write_text("kiosk: 1\ntitle: B\n"),
        replace,
        lambda folder: (folder / "assets" / "deep" / "a.jpg").write_bytes(b"other"),
        lambda folder: (folder / "assets" / "deep" / "a.jpg").unlink(),
        translate,
    ],
    ids=["written", "replaced", "picture", "gone", "new folders"],
)
def test_a_save_is_seen_with_its_time(folder: Path, save: Callable[[Path], object]) -> None:
    saves = begin(folder)
    before = time.time()
    save(folder)
    assert before - 0.1 <= until_saved(saves) <= time.time()


def test_what_is_saved_in_a_new_folder_is_seen(folder: Path) -> None:
    saves = begin(folder)
    translate(folder)
    until_saved(saves)
    for _ in range(20):
        next(saves)
    (folder / "translations" / "de" / "LC_MESSAGES" / "content.po").write_text('msgid ""\n')
    until_saved(saves)


def test_nothing_saved_is_nothing_seen(folder: Path) -> None:
    saves = begin(folder)
    (folder / "content.yaml").read_text()
    assert [next(saves) for _ in range(5)] == [None] * 5


def test_it_ends_when_told(folder: Path) -> None:
    stop = Event()
    saves = Follower(folder, stop).saves()
    next(saves)
    stop.set()
    assert list(saves) == []
