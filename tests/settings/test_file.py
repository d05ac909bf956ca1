"""`booth.yaml`: which one holds, what a start makes of it, and that a change is whole or not at all."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from kiosk.ground.errors import BundleError, KioskError
from kiosk.settings import file as settings_file
from kiosk.settings.file import Loaded, change_settings, file_to_change, find_settings, load_settings, places
from kiosk.settings.settings import USUAL, Settings
from tests.reliability import settings as kills

GOOD = "# mine\nbooth: 1\nsound: {volume: 40}  # quiet\n"
BAD = "booth: 1\nsound: {volume: loud}\n"


@pytest.fixture(autouse=True)
def homes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Homes of their own; `/etc/xdg` is a folder there as well."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "own"))
    monkeypatch.setenv("XDG_CONFIG_DIRS", f"{tmp_path / 'shared'}{os.pathsep}not/absolute")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path


def write(file: Path, text: str = GOOD) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)
    return file


def volume(loaded: Loaded) -> int:
    return loaded.settings.sound.volume


# Which one holds.


def test_the_first_that_is_there_holds(homes: Path) -> None:
    own, shared, etc = homes / "own" / "kiosk" / "booth.yaml", homes / "shared" / "kiosk" / "booth.yaml", places()[-1]
    assert places() == (own, shared, Path("/etc/kiosk/booth.yaml"))
    assert find_settings() in (None, etc)
    write(shared)
    assert find_settings() == shared
    own.mkdir(parents=True)  # a folder is no file
    assert find_settings() == shared
    own.rmdir()
    write(own)
    assert find_settings() == own
    assert find_settings(homes / "given.yaml") == homes / "given.yaml"


def test_without_variables_the_usual_places_hold(monkeypatch: pytest.MonkeyPatch, homes: Path) -> None:
    monkeypatch.setenv("HOME", str(homes))
    monkeypatch.setenv("XDG_CONFIG_HOME", "not/absolute")
    monkeypatch.delenv("XDG_CONFIG_DIRS")
    assert places()[:2] == (homes / ".config" / "kiosk" / "booth.yaml", Path("/etc/xdg/kiosk/booth.yaml"))


def test_what_may_not_be_looked_at_is_there(monkeypatch: pytest.MonkeyPatch, homes: Path) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "stat", refuse)
    assert find_settings() == homes / "own" / "kiosk" / "booth.yaml"


# What a start makes of it.


def test_none_is_what_is_usual() -> None:
    assert load_settings() == Loaded(USUAL, None, ())


def test_a_file_that_cannot_be_read_is_told(homes: Path) -> None:
    loaded = load_settings(homes)
    assert loaded.settings == USUAL
    (problem,) = loaded.problems
    assert (problem.code, problem.position.file) == ("K904", homes)
    assert "directory" in problem.what


def test_a_mistake_leaves_what_held_before(homes: Path) -> None:
    file = write(homes / "booth.yaml")
    assert volume(load_settings(file)) == 40
    write(file, BAD)
    for _ in range(2):
        loaded = load_settings(file)
        assert volume(loaded) == 40
        assert [problem.position.line for problem in loaded.problems] == [2]
    file.unlink()
    assert volume(load_settings(file)) == 40
    write(file, GOOD.replace("40", "50"))
    assert (volume(load_settings(file)), load_settings(file).problems) == (50, ())


def test_a_mistake_from_the_beginning_leaves_what_is_usual(homes: Path) -> None:
    loaded = load_settings(write(homes / "booth.yaml", BAD))
    assert loaded.settings == USUAL
    assert loaded.problems


def test_a_warning_is_no_problem(homes: Path) -> None:
    loaded = load_settings(write(homes / "booth.yaml", "booth: 1\nname: Hall #3\n"))
    assert (loaded.settings.name, loaded.problems) == ("Hall", ())


@pytest.mark.parametrize("kept", [b"", b"{", b'{"version": "0", "sha256": "", "settings": {"sound": 1}}'])
def test_what_was_kept_may_be_damaged(homes: Path, kept: bytes) -> None:
    file = write(homes / "booth.yaml")
    load_settings(file)
    (cache,) = (homes / "cache" / "kiosk").iterdir()
    cache.write_bytes(kept)
    assert volume(load_settings(file)) == 40


def test_another_version_of_the_program_reads_anew(homes: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = write(homes / "booth.yaml")
    load_settings(file)
    monkeypatch.setattr("kiosk.settings.reading.check_bytes", lambda *_: (Settings(name="anew"), ()))
    assert load_settings(file).settings.name == ""
    monkeypatch.setattr(settings_file, "__version__", "another")
    assert load_settings(file).settings.name == "anew"


def test_a_start_needs_neither_yaml_nor_pydantic(homes: Path) -> None:
    file = write(homes / "booth.yaml", GOOD + 'hours: {mon: "09:00-18:00"}\n')
    load_settings(file)
    code = f"""
import sys
from pathlib import Path
from kiosk.settings.hours import is_open_now
from kiosk.settings.offering import offered
from kiosk.settings.file import load_settings
loaded = load_settings(Path({str(file)!r}))
assert loaded.settings.sound.volume == 40
is_open_now(loaded.settings)
print(*({{"yaml", "pydantic", "babel", "argon2", "sqlite3"}} & {{*sys.modules}}))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


@pytest.mark.parametrize(
    ("written", "where"),
    [("", None), ("kiosk.log", "here/kiosk.log"), ("/var/log/x.log", "/var/log/x.log"), ("~/x.log", "home/x.log")],
)
def test_where_the_log_lies(homes: Path, monkeypatch: pytest.MonkeyPatch, written: str, where: str | None) -> None:
    monkeypatch.setenv("HOME", str(homes / "home"))
    file = write(homes / "here" / "booth.yaml", f"booth: 1\nlog: {{file: {written or 'x'}}}\n")
    loaded = load_settings(file) if written else Loaded(USUAL, file)
    assert loaded.log_file == (homes / where if where else None)


# Changes.


def test_a_change_is_in_the_file_and_holds(homes: Path) -> None:
    file = write(homes / "booth.yaml")
    assert change_settings(file, {"sound.volume": 55, "languages.default": "ar"}).languages.default == "ar"
    assert file.read_text() == GOOD.replace("40", "55") + "languages:\n  default: ar\n"
    assert volume(load_settings(file)) == 55
    assert change_settings(file, {"languages.default": None}).languages.default == ""
    assert file.read_text() == GOOD.replace("40", "55")


def test_the_first_change_makes_the_file_of_the_account(homes: Path) -> None:
    own = homes / "own" / "kiosk" / "booth.yaml"
    change_settings(None, {"sticks": "any"})
    assert own.read_text().endswith("booth: 1\nsticks: any\n")
    assert own.stat().st_mode & 0o777 == 0o600
    assert load_settings().settings.sticks == "any"


def test_a_file_of_the_whole_machine_is_copied_first(homes: Path) -> None:
    shared = write(homes / "shared" / "kiosk" / "booth.yaml")
    change_settings(None, {"sticks": "any"})
    assert shared.read_text() == GOOD
    assert (homes / "own" / "kiosk" / "booth.yaml").read_text() == GOOD + "sticks: any\n"


def test_a_given_file_need_not_be_there(homes: Path) -> None:
    write(homes / "shared" / "kiosk" / "booth.yaml")
    file = homes / "new" / "booth.yaml"
    change_settings(file, {"sticks": "any"})
    assert volume(load_settings(file)) == 70
    assert file.stat().st_mode & 0o777 == 0o644


def test_permissions_and_links_stay(homes: Path) -> None:
    file = write(homes / "data" / "booth.yaml")
    file.chmod(0o640)
    link = homes / "booth.yaml"
    link.symlink_to(file)
    change_settings(link, {"sound.volume": 55})
    assert link.is_symlink()
    assert file_to_change(link) == file
    assert file.read_text() == GOOD.replace("40", "55")
    assert file.stat().st_mode & 0o777 == 0o640
    assert (volume(load_settings(link)), volume(load_settings(file))) == (55, 55)


def test_a_change_that_is_a_mistake_is_told_and_not_made(homes: Path) -> None:
    file = write(homes / "booth.yaml")
    with pytest.raises(BundleError) as told:
        change_settings(file, {"sound.volume": 140, "languages.default": "German"})
    assert [problem.code for problem in told.value.problems] == ["K217", "K901"]
    assert all(not problem.position.line for problem in told.value.problems), "the line is not in the file"
    assert file.read_text() == GOOD


def test_a_file_with_mistakes_is_not_changed_but_by_what_mends_it(homes: Path) -> None:
    file = write(homes / "booth.yaml", BAD)
    with pytest.raises(BundleError) as told:
        change_settings(file, {"sticks": "any"})
    assert told.value.problems[0].position.line == 2
    assert file.read_text() == BAD
    assert change_settings(file, {"sound.volume": 55}).sound.volume == 55


@pytest.mark.parametrize(
    ("data", "name", "code"), [(b"\xff\n", "x", "K103"), (b"booth: 1\n", "\udcff", "K103"), (b"booth: [", "x", "K904")]
)
def test_what_cannot_be_read_or_written_is_told(homes: Path, data: bytes, name: str, code: str) -> None:
    file = homes / "booth.yaml"
    file.write_bytes(data)
    with pytest.raises(KioskError) as told:
        change_settings(file, {"name": name})
    assert told.value.code == code
    assert file.read_bytes() == data


def test_a_place_that_takes_no_file_is_told(homes: Path) -> None:
    blocked = write(homes / "file") / "booth.yaml"
    with pytest.raises(KioskError, match="cannot be written") as told:
        change_settings(blocked, {"sticks": "any"})
    assert told.value.code == "K904"


@pytest.mark.parametrize("step", ["fsync", "rename"])
def test_a_full_disk_leaves_the_old_file(homes: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    file = write(homes / "config" / "booth.yaml")
    monkeypatch.setattr(os, step, full)
    with pytest.raises(KioskError, match="No space left"):
        change_settings(file, {"sticks": "any"})
    assert file.read_text() == GOOD
    assert os.listdir(file.parent) == ["booth.yaml"]


def test_what_a_power_cut_left_is_swept_up_and_nothing_else(homes: Path) -> None:
    file = write(homes / "config" / "booth.yaml")
    for name in (".booth.yaml.4711", ".booth.yaml.swp", "booth.yaml~", ".other.yaml.4711"):
        write(file.with_name(name))
    change_settings(file, {"sticks": "any"})
    assert {*os.listdir(file.parent)} == {"booth.yaml", ".booth.yaml.swp", "booth.yaml~", ".other.yaml.4711"}


def test_changes_at_the_same_time_are_all_made(homes: Path) -> None:
    file = write(homes / "booth.yaml")
    names = ["sticks", "name", "sound.cap", "idle.seconds", "counts.keep_days", "screen.viewing_mm"]
    values = ["any", "Hall", 80, 30, 30, 700]
    with ThreadPoolExecutor() as threads:
        done = [threads.submit(change_settings, file, {n: v}) for n, v in zip(names, values, strict=True)]
        for change in done:
            change.result()
    loaded = load_settings(file)
    assert not loaded.problems
    assert (loaded.settings.sticks, loaded.settings.sound.cap, loaded.settings.idle.seconds) == ("any", 80, 30)
    assert (loaded.settings.name, loaded.settings.counts.keep_days) == ("Hall", 30)


@pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed")
def test_killed_anywhere_it_is_the_old_file_or_the_new(homes: Path) -> None:
    outcome = kills.kill_everywhere(homes, 5, 1, int(os.environ.get("KIOSK_SEED", "0")) or random.randrange(10**6))
    assert outcome.passed, str(outcome)
