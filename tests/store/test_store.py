"""The store: one step switches, two good bundles stay, nothing half done is ever seen."""

from __future__ import annotations

import fcntl
import json
import os
from pathlib import Path

import pytest

from kiosk import cli
from kiosk.bundle.model import Bundle
from kiosk.ground import files
from kiosk.ground.errors import BundleError, KioskError
from kiosk.store import store
from kiosk.store.find import find_bundle
from kiosk.store.installed import SUMS, installed, remove, roll_back, sum_up, verify
from kiosk.store.manifest import make_manifest, write_manifest
from kiosk.store.store import (
    OWN,
    State,
    adopt,
    bundle_folder,
    clean,
    current_folder,
    locked,
    new_folder,
    read_compiled,
    read_state,
    store_root,
    switch,
    with_current,
    write_compiled,
)
from tests.author.making import Booth
from tests.store.forging import listed


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KIOSK_STORE", str(tmp_path / "store"))
    return store_root()


def put(root: Path, title: str, bundle: Bundle | None = None) -> str:
    """Install a bundle that is only a title, the way `install` does it, and return its fingerprint."""
    with locked(root):
        state = read_state(root)
        clean(root, state)
        folder = new_folder(root)
        (folder / "content.yaml").write_text(title)
        manifest = make_manifest(title, ["en"], listed(folder))
        (folder / "manifest.json").write_bytes(write_manifest(manifest))
        (folder / OWN).mkdir()
        if bundle is not None:
            write_compiled(folder, bundle)
        (folder / OWN / SUMS).write_text(json.dumps([{**vars_of(one)} for one in sum_up(folder)]))
        files.seal(folder)
        if not bundle_folder(root, manifest.fingerprint).exists():
            adopt(root, folder, manifest.fingerprint)
        after = with_current(root, state, manifest.fingerprint)
        switch(root, after)
        clean(root, after)
    return manifest.fingerprint


def vars_of(one: object) -> dict[str, object]:
    return {name: getattr(one, name) for name in ("path", "size", "sha256")}


def test_the_store_lies_where_the_account_keeps_its_data(monkeypatch, tmp_path):
    monkeypatch.delenv("KIOSK_STORE", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert store_root() == tmp_path / "kiosk" / "store"
    monkeypatch.setenv("XDG_DATA_HOME", "not/absolute")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert store_root() == tmp_path / ".local" / "share" / "kiosk" / "store"
    monkeypatch.setenv("KIOSK_STORE", "here")
    assert store_root() == Path.cwd() / "here"


def test_without_a_store_there_is_the_demo(root):
    assert current_folder() is None
    assert installed() == []
    assert (find_bundle(None) / "content.yaml").is_file()
    assert not root.exists()


def test_what_is_installed_is_shown(root):
    one = put(root, "One")
    assert find_bundle(None) == current_folder() == root / "bundles" / one
    options = cli.quick_run(["run", "--windowed"])
    assert options is not None
    assert options.bundle == root / "bundles" / one


def test_the_last_two_stay(root):
    one, two, three = (put(root, title) for title in ("One", "Two", "Three"))
    assert [(found.fingerprint, found.role, found.title) for found in installed()] == [
        (three, "current", "Three"),
        (two, "previous", "Two"),
    ]
    assert not bundle_folder(root, one).exists()
    assert list((root / "incoming").iterdir()) == []


def test_installing_the_same_again_changes_nothing(root):
    one, two = put(root, "One"), put(root, "Two")
    before = read_state(root)
    assert put(root, "Two") == two
    assert read_state(root) == before
    assert put(root, "One") == one
    assert [found.fingerprint for found in installed()] == [one, two]


def test_going_back_and_forth(root):
    one, two = put(root, "One"), put(root, "Two")
    assert roll_back().fingerprint == one
    assert [found.role for found in installed()] == ["current", "previous"]
    assert current_folder() == bundle_folder(root, one)
    assert roll_back().fingerprint == two


def test_there_may_be_nothing_to_go_back_to(root):
    with pytest.raises(KioskError, match="nothing is installed"):
        roll_back()
    put(root, "One")
    with pytest.raises(KioskError, match="no bundle to go back to"):
        roll_back()


def test_nobody_goes_back_to_a_damaged_bundle(root):
    one, two = put(root, "One"), put(root, "Two")
    spoil(bundle_folder(root, one) / "content.yaml", b"0ne")
    with pytest.raises(BundleError):
        roll_back()
    assert current_folder() == bundle_folder(root, two)


def spoil(path: Path, data: bytes) -> None:
    os.chmod(path, 0o644)
    path.write_bytes(data)


@pytest.mark.parametrize("name", ["content.yaml", "manifest.json", ".kiosk/sums.json", "extra", ".kiosk/extra"])
@pytest.mark.parametrize("data", [b"", b"0ne", b"{}"])
def test_every_changed_file_is_found(root, name, data):
    folder = bundle_folder(root, put(root, "One"))
    verify(folder)
    for at in (folder, folder / OWN):
        os.chmod(at, 0o755)
    (folder / name).touch()
    spoil(folder / name, data)
    with pytest.raises(BundleError) as caught:
        verify(folder)
    assert caught.value.problems[0].code in ("K807", "K808")


def test_removing(root):
    one, two = put(root, "One"), put(root, "Two")
    with pytest.raises(KioskError, match="the booth shows"):
        remove(two[:8])
    for nobody in ("", "abc", "0" * 12, "../..", one[:3]):
        with pytest.raises(KioskError, match="fingerprint"):
            remove(nobody)
    assert remove(one[:12].upper()).title == "One"
    assert [found.fingerprint for found in installed()] == [two]
    remove(two, force=True)
    assert installed() == []
    assert current_folder() is None
    assert list((root / "incoming").iterdir()) == []


def test_after_removing_what_is_shown_one_can_go_back(root):
    one, two = put(root, "One"), put(root, "Two")
    remove(two, force=True)
    assert current_folder() is None
    assert roll_back().fingerprint == one


def test_a_bundle_that_is_gone_gives_way_to_the_one_before(root):
    one, two = put(root, "One"), put(root, "Two")
    bundle_folder(root, two).chmod(0o755)
    bundle_folder(root, two).rename(root / "elsewhere")
    assert current_folder() == bundle_folder(root, one)


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"current": {"fingerprint": "../../etc", "since": ""}}', "[" * 10_000]
)
def test_a_damaged_record_is_said_and_shows_the_demo(root, text):
    put(root, "One")
    (root / "state.json").write_text(text)
    assert current_folder() is None
    with pytest.raises(KioskError, match="is damaged") as caught:
        installed()
    assert caught.value.code == "K816"


def test_two_do_not_change_the_store_at_once(root):
    with locked(root), pytest.raises(KioskError, match="at work"), locked(root, seconds=0.1):
        pass
    with locked(root, seconds=0.0):
        pass


def test_what_is_installed_cannot_be_written(root):
    folder = bundle_folder(root, put(root, "One"))
    modes = {path.stat().st_mode & 0o777 for path in [folder, *folder.rglob("*")]}
    assert modes == {0o444, 0o555}


def test_what_was_never_finished_goes(root):
    one = put(root, "One")
    left = new_folder(root)
    (left / "deep").mkdir()
    (left / "deep" / "file").touch()
    os.chmod(left / "deep", 0o555)
    (root / "incoming" / "link").symlink_to(bundle_folder(root, one))
    (root / "bundles" / "stray").touch()
    with locked(root):
        clean(root, read_state(root))
    assert list((root / "incoming").iterdir()) == []
    assert [path.name for path in (root / "bundles").iterdir()] == [one]
    verify(bundle_folder(root, one))


def test_an_index_is_read_without_looking_at_a_file(root, booth: Booth, monkeypatch):
    bundle = booth.compile().bundle
    assert bundle is not None
    folder = bundle_folder(root, put(root, "One", bundle))
    (folder / "content.yaml").stat()

    def look(*_words: object, **_more: object) -> None:
        raise AssertionError("a file was looked at")

    monkeypatch.setattr(os, "stat", look)
    read = read_compiled(folder)
    monkeypatch.undo()
    assert read == bundle
    assert read_compiled(booth.folder) is None


@pytest.mark.parametrize("data", [b"", b"{}\n{}", b'{"version":"0.0.1","format":1}\n', b"[" * 100_000])
def test_an_index_of_another_program_is_not_used(root, booth: Booth, data):
    folder = bundle_folder(root, put(root, "One", booth.compile().bundle))
    spoil(folder / OWN / "index", data)
    assert read_compiled(folder) is None


def test_a_bundle_that_is_shown_stays_until_nobody_shows_it(root, booth: Booth):
    one = put(root, "One", booth.compile().bundle)
    held = hold(root, one)
    also_held = hold(root, put(root, "Two", booth.compile().bundle))
    put(root, "Three")
    assert [found.role for found in installed()] == ["current", "previous", ""]
    verify(bundle_folder(root, one))
    os.close(held)
    put(root, "Four")
    assert not bundle_folder(root, one).exists()
    os.close(also_held)


def hold(root: Path, fingerprint: str) -> int:
    """Show a bundle, as a booth does."""
    held = os.open(bundle_folder(root, fingerprint) / OWN / "index", os.O_RDONLY)
    fcntl.flock(held, fcntl.LOCK_SH)
    return held


@pytest.mark.parametrize(("shown", "before"), [(True, "One"), (False, "Two")])
def test_what_waited_and_was_never_shown_is_not_what_was_before(root, booth: Booth, shown, before):
    """Two sticks, the wrong one first: to go back means to what visitors saw. Without a booth nobody can know."""
    one = put(root, "One", booth.compile().bundle)
    held = hold(root, one) if shown else None
    put(root, "Two", booth.compile().bundle)
    three = put(root, "Three", booth.compile().bundle)
    assert [(found.role, found.title) for found in installed()] == [("current", "Three"), ("previous", before)]
    roll_back()
    assert [(found.role, found.title) for found in installed()] == [("current", before), ("previous", "Three")]
    assert put(root, "Three", booth.compile().bundle) == three
    assert [found.role for found in installed()] == ["current", "previous"]
    if held is not None:
        os.close(held)


def test_a_process_that_reads_an_index_holds_the_bundle(root, booth: Booth):
    one = put(root, "One", booth.compile().bundle)
    folder = bundle_folder(root, one)
    assert not store._in_use(folder)
    assert read_compiled(folder) == read_compiled(folder)
    assert store._in_use(folder)
    os.close(store._held.pop(str(folder)))
    assert not store._in_use(folder)


def test_the_switch_flushes_the_file_before_and_the_folder_after_the_rename(root, monkeypatch):
    """The test that fails when the discipline of `files` is lost."""
    put(root, "One")
    done: list[tuple[str, str]] = []
    fsync, rename = os.fsync, os.rename

    def note_fsync(fd: int) -> None:
        done.append(("fsync", os.readlink(f"/proc/self/fd/{fd}")))
        fsync(fd)

    def note_rename(old: Path, new: Path) -> None:
        done.append(("rename", str(new)))
        rename(old, new)

    monkeypatch.setattr(os, "fsync", note_fsync)
    monkeypatch.setattr(os, "rename", note_rename)
    two = put(root, "Two")
    monkeypatch.undo()
    state = done.index(("rename", str(root / "state.json")))
    folder = done.index(("rename", str(bundle_folder(root, two))))
    assert done[state - 1][0] == "fsync"
    assert done[state - 1][1].startswith(f"{root}/.state.json")
    assert done[state + 1] == ("fsync", str(root))
    flushed = {Path(path).name for what, path in done[:folder] if what == "fsync"}
    assert {"content.yaml", "manifest.json", SUMS, OWN} <= flushed
    assert done[folder + 1] == ("fsync", str(root / "bundles"))
    assert folder < state


def test_a_state_that_cannot_be_written_leaves_the_old(root, monkeypatch):
    one = put(root, "One")

    def fail(*_words: object) -> None:
        raise OSError(28, "No space left on device")

    for name in ("fsync", "rename"):
        with monkeypatch.context() as patch:
            patch.setattr(os, name, fail)
            with pytest.raises(OSError, match="No space"):
                switch(root, State())
        assert current_folder() == bundle_folder(root, one)
        assert sorted(path.name for path in root.iterdir()) == ["bundles", "incoming", "lock", "state.json"]
