"""The proofs about the store in short; `python -m tests.reliability` runs them at full length."""

from __future__ import annotations

import os
import random
import shutil
from pathlib import Path

import pytest

from kiosk.ground import files
from tests.reliability import disks, kills
from tests.reliability.proof import Outcome

SEED = int(os.environ.get("KIOSK_SEED", "0")) or random.SystemRandom().randrange(1, 10**6)
needs_strace = pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed")


@pytest.fixture
def needs_mounts(tmp_path: Path) -> None:
    if not disks.may_mount(tmp_path):
        pytest.skip("only root can mount the disks that this needs")


def passed(outcome: Outcome) -> None:
    print(outcome)
    assert outcome.passed, str(outcome)


@needs_strace
def test_killed_anywhere_it_is_the_old_or_the_new(tmp_path):
    passed(kills.kill_everywhere(tmp_path, 5, SEED))


@needs_strace
def test_an_error_of_the_disk_is_one_line(tmp_path):
    passed(kills.fail_everywhere(tmp_path, 3, SEED))


@pytest.mark.usefixtures("needs_mounts")
def test_a_full_disk_leaves_what_is_shown(tmp_path):
    passed(disks.fill_disks(tmp_path, 5))


@pytest.mark.usefixtures("needs_mounts")
def test_a_power_cut_leaves_the_old_or_the_new(tmp_path):
    passed(disks.cut_power(tmp_path, 10, SEED))


@pytest.mark.usefixtures("needs_mounts")
def test_without_fsync_a_power_cut_is_found_to_tear(tmp_path):
    """The proof above has teeth."""
    passed(disks.cut_power(tmp_path, 6, SEED, flushing=False))


def test_a_file_written_in_place_is_found_to_tear(tmp_path, monkeypatch):
    """What `replace_file` is for: a write that stops half way leaves the old file."""
    file = tmp_path / "state.json"
    file.write_bytes(b"old")

    def stop(_fd: int) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "fsync", stop)
    with pytest.raises(OSError, match="Input"):
        files.replace_file(file, b"new")
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]
