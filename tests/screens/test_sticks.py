"""Content from a stick, with real files and processes: offered, taken over, shown when nobody is there or at once."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import pytest

from kiosk.booth.staff import sticks as booth_sticks
from kiosk.booth.staff.sticks import Sticks
from kiosk.booth.upkeep import recovery
from kiosk.booth.upkeep.content import Content
from kiosk.ground.errors import KioskError
from kiosk.ground.events import Event
from kiosk.machine.lives import Ledger
from kiosk.settings.settings import Settings
from kiosk.staff import sticks as on_sticks
from kiosk.store import installed as installed_room
from kiosk.store import store as store_room
from kiosk.store.install import install
from kiosk.store.installed import installed
from kiosk.store.load import load_bundle
from kiosk.visit.visit import Leave
from tests.screens.acting import Visitor
from tests.screens.conftest import Open
from tests.screens.sample import make_sample

SECONDS = 30


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty store of its own."""
    monkeypatch.setenv("KIOSK_STORE", str(tmp_path / "store"))
    return tmp_path / "store"


@pytest.fixture
def slot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where sticks appear and vanish."""
    place = tmp_path / "slot"
    place.mkdir()
    monkeypatch.setenv("KIOSK_STICKS", str(place))
    return place


def made(folder: Path, title: str) -> Path:
    """Make a bundle with a title of its own."""
    make_sample(folder)
    content = folder / "content.yaml"
    content.write_text(content.read_text("utf-8").replace("Sample booth", title), "utf-8")
    return folder


def plug(slot: Path, bundle: Path, name: str = "STICK") -> None:
    """Let a stick appear, whole, with a bundle on it."""
    shutil.copytree(bundle, slot.parent / "stick" / "show")
    (slot.parent / "stick").rename(slot / name)


def booth_that_shows(open_booth: Open, tmp_path: Path) -> Visitor:
    folder = install(made(tmp_path / "first", "The first")).folder
    visitor = open_booth(where=folder, shown=load_bundle(folder), entered=False)
    visitor.booth.chosen = False
    visitor.booth.config.settings = Settings(sticks="any")
    return visitor


def title(visitor: Visitor) -> str:
    return visitor.booth.exhibit.whole.title[""]


@pytest.mark.usefixtures("store")
def test_it_is_offered_taken_over_and_shown_when_nobody_is_there(open_booth: Open, tmp_path: Path, slot: Path) -> None:
    visitor = booth_that_shows(open_booth, tmp_path)
    booth = visitor.booth
    content, sticks = Content(booth), Sticks(booth)
    sticks.loaded.connect(content.take)
    plug(slot, made(tmp_path / "second", "The second"))
    visitor.wait(lambda: sticks.offers, SECONDS)
    visitor.enter()
    steps: list[float] = []
    sticks.progressed.connect(steps.append)
    sticks.load(next(iter(sticks.offers)), now=False)
    visitor.wait(lambda: len(installed()) == 2 and not sticks.busy, SECONDS)
    assert steps == sorted(steps)
    assert len(steps) > 5
    shutil.rmtree(slot / "STICK")
    visitor.wait(lambda: not sticks.offers, SECONDS)
    assert title(visitor) == "The first"
    booth.visits.take(Leave())
    visitor.wait(lambda: title(visitor) == "The second", SECONDS)
    assert booth.exhibit.folder == installed()[0].folder


@pytest.mark.usefixtures("store")
def test_now_is_now_and_what_is_broken_is_refused(open_booth: Open, tmp_path: Path, slot: Path) -> None:
    visitor = booth_that_shows(open_booth, tmp_path)
    content, sticks = Content(visitor.booth), Sticks(visitor.booth)
    sticks.loaded.connect(content.take)
    broken = made(tmp_path / "broken", "The broken")
    (broken / "assets" / "noon.jpg").write_bytes(b"half")
    plug(slot, broken)
    visitor.wait(lambda: sticks.offers, SECONDS)
    refused: list[str] = []
    sticks.refused.connect(refused.append)
    sticks.load(next(iter(sticks.offers)), now=True)
    visitor.wait(lambda: refused, SECONDS)
    assert "noon.jpg" in refused[0]
    assert title(visitor) == "The first"
    shutil.rmtree(slot / "STICK")
    visitor.wait(lambda: not sticks.offers, SECONDS)
    plug(slot, made(tmp_path / "second", "The second"))
    visitor.wait(lambda: sticks.offers, SECONDS)
    visitor.enter()
    sticks.load(next(iter(sticks.offers)), now=True)
    visitor.wait(lambda: title(visitor) == "The second", SECONDS)
    visitor.settle()


@pytest.mark.usefixtures("store")
def test_what_was_seen_is_loaded_or_nothing(open_booth: Open, tmp_path: Path, slot: Path) -> None:
    """A stick is pulled, and another one plugged in, between the picture and the tap."""
    visitor = booth_that_shows(open_booth, tmp_path)
    sticks = Sticks(visitor.booth)
    for name in ("one", "two"):
        plug(slot, made(tmp_path / name, f"The {name}"), name)
    visitor.wait(lambda: len(sticks.offers) == 2, SECONDS)
    one, two = sticks.offers
    assert [Path(offer.path).parent.name for offer in sticks.offers.values()] == ["one", "two"]
    shutil.rmtree(slot / "one")
    visitor.wait(lambda: len(sticks.offers) == 1, SECONDS)
    plug(slot, made(tmp_path / "three", "The three"), "one")
    visitor.wait(lambda: len(sticks.offers) == 2, SECONDS)
    assert not sticks.load(one, now=True)
    loaded: list[bool] = []
    sticks.loaded.connect(loaded.append)
    assert sticks.load(two, now=True)
    visitor.wait(lambda: loaded, SECONDS)
    assert {one.title for one in installed()} == {"The first", "The two"}


def pause(visitor: Visitor, seconds: float) -> None:
    """Let the booth go on for a while."""
    until = time.monotonic() + seconds
    visitor.wait(lambda: time.monotonic() > until)


STICK = "/dev/sdz1"


class Udisks:
    """A machine on which nothing mounts a stick by itself; udisks2 hears of one a moment late."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.asked = 0
        self.plugged = False
        self._place = folder / "STICK"
        self._mounts = folder / "mountinfo"
        self._mounts.write_text("", "utf-8")
        monkeypatch.setattr(booth_sticks, "MOUNTS", self._mounts)
        monkeypatch.setattr(on_sticks, "_PLACES", (f"{folder}/",))
        monkeypatch.setattr(on_sticks, "mount_by_udisks", self.mount)
        monkeypatch.setattr(on_sticks, "unmounted", lambda mounts: (STICK,) if self.plugged and not mounts else ())

    def mount(self, device: str) -> bool:
        self.asked += 1
        if self.asked == 1:
            return False
        self._mounts.write_text(f"36 25 8:17 / {self._place} ro - vfat {device} ro\n", "utf-8")
        return True

    def unmount(self) -> None:
        self._mounts.write_text("", "utf-8")


def test_a_stick_that_nobody_mounts_is_mounted_once(
    open_booth: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once each time that it is plugged in: who lets go of it in a desktop does not get it back at once."""
    visitor = open_booth()
    visitor.booth.config.settings = Settings(sticks="any")
    made(tmp_path / "STICK" / "show", "On a stick")
    visitor.booth.looks.setInterval(20)
    udisks = Udisks(tmp_path, monkeypatch)
    sticks = Sticks(visitor.booth)
    pause(visitor, 0.1)
    for asked in (2, 3):
        udisks.plugged = True
        visitor.wait(lambda: sticks.offers, SECONDS)
        assert udisks.asked == asked
        udisks.unmount()
        visitor.wait(lambda: not sticks.offers, SECONDS)
        pause(visitor, 0.2)
        assert udisks.asked == asked
        udisks.plugged = False
        pause(visitor, 0.1)


@pytest.mark.usefixtures("store")
def test_what_sticks_may_bring_is_followed_while_one_is_in(open_booth: Open, tmp_path: Path, slot: Path) -> None:
    visitor = booth_that_shows(open_booth, tmp_path)
    visitor.booth.config.settings = Settings(sticks="packed")
    sticks = Sticks(visitor.booth)
    plug(slot, made(tmp_path / "second", "The second"))
    (slot / "STICK" / "show.kiosk").mkdir()
    pause(visitor, 2.5)
    assert not sticks.offers
    visitor.booth.config.settings = Settings(sticks="any")
    visitor.wait(lambda: sticks.offers, SECONDS)
    (number,) = sticks.offers
    visitor.booth.config.settings = Settings(sticks="never")
    assert not sticks.load(number, now=True)
    visitor.wait(lambda: not sticks.offers, SECONDS)


@pytest.mark.usefixtures("store")
def test_what_a_shell_installs_is_followed(open_booth: Open, tmp_path: Path) -> None:
    visitor = booth_that_shows(open_booth, tmp_path)
    assert Content(visitor.booth)
    install(made(tmp_path / "second", "The second"))
    visitor.wait(lambda: title(visitor) == "The second", SECONDS)


@pytest.mark.usefixtures("store")
def test_a_load_that_is_taken_back_before_it_was_shown_stays_away(open_booth: Open, tmp_path: Path) -> None:
    visitor = booth_that_shows(open_booth, tmp_path)
    content = Content(visitor.booth)
    visitor.enter()
    install(made(tmp_path / "second", "The second"))
    content.take(now=False)
    returned: list[str] = []
    content.returned.connect(returned.append)
    content.go_back("staff asked for it")
    visitor.wait(lambda: returned, SECONDS)
    assert returned == ["The first"]
    visitor.booth.visits.take(Leave())
    pause(visitor, 2.5)
    assert title(visitor) == "The first"
    assert visitor.booth.exhibit.folder == installed()[0].folder


@pytest.mark.usefixtures("store")
def test_the_picture_goes_on_while_the_way_back_is_barred(
    open_booth: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another install may hold the store for long; what comes of it in the end is told."""
    monkeypatch.setattr(installed_room, "locked", lambda root: store_room.locked(root, 0.5))
    visitor = booth_that_shows(open_booth, tmp_path)
    content = Content(visitor.booth)
    failed: list[str] = []
    content.failed.connect(failed.append)
    with store_room.locked(store_room.store_root()):
        began = time.monotonic()
        content.go_back("staff asked for it")
        assert time.monotonic() - began < 1
        content.go_back("staff asked for it")
        visitor.wait(lambda: failed, SECONDS)
    assert len(failed) == 1
    assert "at work" in failed[0]


@pytest.mark.usefixtures("store")
def test_content_that_is_loaded_again_mends_the_fault_screen(open_booth: Open, tmp_path: Path) -> None:
    visitor = booth_that_shows(open_booth, tmp_path)
    content = Content(visitor.booth)
    content.take(now=True)
    visitor.view.fail(KioskError("a file is damaged", "Load it again."))
    assert install(tmp_path / "first").folder == visitor.booth.exhibit.folder
    content.take(now=True)
    visitor.wait(lambda: visitor.booth.view.fault is None, SECONDS)
    visitor.settle()
    assert title(visitor) == "The first"


@pytest.mark.usefixtures("store")
def test_a_booth_goes_back_to_the_bundle_that_it_was_started_with(
    open_booth: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the store had before is no matter of a booth that was started with a bundle of its own."""
    monkeypatch.setattr(recovery, "LOOK_SECONDS", 0.02)
    install(made(tmp_path / "first", "The first"))
    own = made(tmp_path / "own", "Its own")
    visitor = open_booth(where=own, shown=load_bundle(own), entered=False)
    visitor.booth.chosen = True
    content = Content(visitor.booth)
    assert not content.can_go_back
    install(made(tmp_path / "second", "The second"))
    ledger = Ledger(tmp_path / "lives.json")
    trial = recovery.Trial(ledger, content, visitor.booth.faults, visitor.booth.engine)
    visitor.booth.exchanged.connect(trial.begin)
    content.take(now=True)
    visitor.wait(lambda: title(visitor) == "The second", SECONDS)
    assert content.can_go_back
    pause(visitor, 0.2)
    visitor.booth.faults.counts[Event.EXCEPTION] += recovery.MOST_FAULTS
    visitor.wait(lambda: title(visitor) == "Its own", SECONDS)
    assert visitor.booth.exhibit.folder == own
    assert not content.can_go_back
    assert len(ledger.record.bad) == 1


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize(("sound", "mistakes"), [(True, 0), (True, 10), (False, 10)])
def test_content_on_trial_is_taken_back_or_proves_good(
    open_booth: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sound: bool, mistakes: int
) -> None:
    """Where what was before has been taken back itself, the two would take turns for ever."""
    monkeypatch.setattr(recovery, "LOOK_SECONDS", 0.02)
    monkeypatch.setattr(recovery, "TRIAL_SECONDS", 0.2)
    visitor = booth_that_shows(open_booth, tmp_path)
    before, folder = visitor.booth.exhibit.folder, install(made(tmp_path / "second", "The second")).folder
    ledger = Ledger(tmp_path / "lives.json")
    ledger.begin(recovery.name_of(folder))
    if not sound:
        ledger.condemn(recovery.name_of(before))
    content, taken_back = Content(visitor.booth), list[str]()
    monkeypatch.setattr(content, "go_back", taken_back.append)
    trial = recovery.Trial(ledger, content, visitor.booth.faults, visitor.booth.engine)
    trial.begin(folder)
    visitor.booth.faults.counts[Event.EXCEPTION] += mistakes
    pause(visitor, 1)
    assert taken_back == (["it causes mistakes"] if sound and mistakes else [])
    assert (folder.name in ledger.record.good, folder.name in ledger.record.bad) == (not mistakes, bool(mistakes))
