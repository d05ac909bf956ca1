from __future__ import annotations

import os
import stat

import pytest

from kiosk.ground.files import held, hold, keep_file, replace_file, replacing


def test_a_file_is_written_whole_or_not_at_all(tmp_path, monkeypatch):
    def fail(*_paths):
        raise OSError

    monkeypatch.setattr(os, "rename", fail)
    assert not keep_file(tmp_path / "index.json", b"x")
    assert list(tmp_path.iterdir()) == []


def test_what_is_written_half_leaves_the_old(tmp_path):
    file = tmp_path / "show.kiosk"
    file.write_bytes(b"old")
    with pytest.raises(TypeError), replacing(file) as stream:
        stream.writelines([b"new", "no bytes"])  # type: ignore[list-item]
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"old"]


@pytest.mark.parametrize(("lasting", "flushed"), [(True, 2), (False, 0)])
def test_only_what_lasts_is_waited_for(tmp_path, monkeypatch, lasting, flushed):
    done: list[int] = []
    monkeypatch.setattr(os, "fsync", done.append)
    replace_file(tmp_path / "state.json", b"new", lasting=lasting)
    assert len(done) == flushed
    assert (tmp_path / "state.json").read_bytes() == b"new"


def test_a_new_file_gets_its_mode_and_an_old_one_keeps_its_own(tmp_path):
    file = tmp_path / "booth.yaml"
    for mode, seen in ((0o640, 0o640), (0o600, 0o640)):
        replace_file(file, b"x", mode)
        assert stat.S_IMODE(file.stat().st_mode) == seen


@pytest.mark.parametrize("shared", [False, True])
def test_what_is_held_alone_is_held_by_nobody_else(tmp_path, shared):
    with held(tmp_path), pytest.raises(BlockingIOError):
        hold(tmp_path, shared=shared)
    os.close(hold(tmp_path, shared=shared))


def test_what_is_held_with_others_is_not_held_alone(tmp_path):
    fds = [hold(tmp_path, shared=True) for _ in range(2)]
    with pytest.raises(BlockingIOError):
        hold(tmp_path, seconds=0.1)
    for fd in fds:
        os.close(fd)
    os.close(hold(tmp_path, seconds=None))


def test_a_missing_file_is_made_to_be_held_where_that_is_wanted(tmp_path):
    with pytest.raises(FileNotFoundError):
        hold(tmp_path / "lock")
    with held(tmp_path / "lock", mode=0o600):
        assert stat.S_IMODE((tmp_path / "lock").stat().st_mode) == 0o600
