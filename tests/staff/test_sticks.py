"""Sticks: which mounts are some, what is offered on them, and that nothing hostile on one does harm."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.author.packing.pack import pack
from kiosk.staff import sticks as on_sticks
from kiosk.staff import sticks_worker
from kiosk.staff.sticks import MOST_OFFERS, Mount, Offer, look, mount_by_udisks, read_mounts, sticks, unmounted

LINE = "36 25 8:17 / /media/kiosk/MY\\040STICK rw,nosuid shared:1 - vfat /dev/sdb1 rw"
STICK = Mount("8:17", "/dev/sdb1", "/media/kiosk/MY STICK", "vfat")


@pytest.mark.parametrize(
    ("text", "mounts"),
    [
        ("", ()),
        (LINE, (STICK,)),
        ("nonsense\n" + LINE + "\n1 2 - x", (STICK,)),
        (LINE.replace("shared:1 ", ""), (STICK,)),
    ],
)
def test_mounts_are_read(text, mounts):
    assert read_mounts(text) == mounts


@given(st.text(max_size=300))
def test_any_table_of_mounts_can_be_read(text):
    assert isinstance(read_mounts(text), tuple)


@pytest.mark.parametrize(
    ("place", "kind", "is_stick"),
    [
        ("/media/kiosk/STICK", "vfat", True),
        ("/run/media/kiosk/STICK", "exfat", True),
        ("/mnt/stick", "ext4", True),
        ("/media/kiosk/STICK", "nfs", False),
        ("/media/kiosk/STICK", "tmpfs", False),
        ("/", "ext4", False),
        ("/srv/media/x", "vfat", False),
        ("/mediocre", "vfat", False),
    ],
)
def test_which_mounts_are_sticks(place, kind, is_stick):
    assert sticks([Mount("8:1", "/dev/sdb1", place, kind)]) == ((Path(place),) if is_stick else ())


def test_folders_of_another_place_count_as_sticks(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / "a").mkdir()
    (tmp_path / "file").write_text("")
    (tmp_path / "link").symlink_to(tmp_path / "a")
    assert sticks([], str(tmp_path)) == (tmp_path / "a", tmp_path / "b")
    assert sticks([], str(tmp_path / "none")) == ()


def test_removable_devices_without_a_mount(tmp_path):
    for name, removable, size, parts in (("sda", 0, 9, 1), ("sdb", 1, 9, 2), ("sdc", 1, 9, 0), ("sr0", 1, 0, 0)):
        disk = tmp_path / name
        disk.mkdir()
        (disk / "removable").write_text(str(removable))
        (disk / "size").write_text(str(size))
        for part in range(1, parts + 1):
            (disk / f"{name}{part}").mkdir()
            (disk / f"{name}{part}" / "partition").write_text(str(part))
    (tmp_path / "odd").mkdir()
    assert unmounted([STICK], tmp_path) == ("/dev/sdb2", "/dev/sdc")
    assert unmounted([], tmp_path / "none") == ()


def test_udisks_is_asked_so_that_nothing_can_be_run_or_changed(monkeypatch):
    asked = []

    def run(command, **_options):
        asked.append(command)
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(subprocess, "run", run)
    assert mount_by_udisks("/dev/sdb1")
    assert "ro,noexec,nosuid,nodev" in asked[0]

    def fail(command, **_options):
        raise FileNotFoundError(2, "No such file", command[0])

    monkeypatch.setattr(subprocess, "run", fail)
    assert not mount_by_udisks("/dev/sdb1")


@pytest.fixture
def stick(tmp_path, show) -> Path:
    """A stick with an archive, a bundle's folder, and what else people have on sticks."""
    place = tmp_path / "STICK"
    place.mkdir()
    pack(show, place / "show.kiosk")
    (place / "shows").mkdir()
    (place / "shows" / "mine").mkdir()
    (place / "shows" / "mine" / "content.yaml").write_text('title: "My show"\n', "utf-8")
    (place / "photos").mkdir()
    (place / "photos" / "one.jpg").write_bytes(b"x")
    (place / ".hidden.kiosk").write_bytes(b"x")
    os.mkfifo(place / "pipe.kiosk")
    (place / "link.kiosk").symlink_to("/etc/passwd")
    (place / "half.kiosk").write_bytes((place / "show.kiosk").read_bytes()[:4000])
    return place


def offers(stick: Path, policy: str) -> list[Offer]:
    return [offer for place in sticks_worker.places(stick) if (offer := sticks_worker.offer_of(place, policy))]


def test_what_is_on_a_stick(stick):
    packed = offers(stick, "packed")
    assert [Path(offer.path).name for offer in packed] == ["half.kiosk", "show.kiosk"]
    half, whole = packed
    assert half.title == "half.kiosk (?)"
    assert (len(whole.fingerprint), whole.size > 0, whole.files > 1) == (64, True, True)
    every = offers(stick, "any")
    assert [offer.title for offer in every if offer.path.endswith("mine")] == ["My show"]


def test_a_stick_is_looked_at_by_a_process_of_its_own(stick):
    assert [Path(offer.path).name for offer in look(stick, "packed")] == ["half.kiosk", "show.kiosk"]
    assert look(stick / "gone", "any") == ()


def test_a_stick_that_does_not_answer_offers_nothing(stick, monkeypatch):
    monkeypatch.setattr(on_sticks, "LOOK_SECONDS", 0.0)
    assert look(stick, "packed") == ()


@pytest.mark.parametrize(
    ("content", "title"),
    [
        (b"title: Plain\n", "Plain"),
        (b"kiosk: 1\ntitle: '<b>Bold</b>'\n", "<b>Bold</b>"),
        ("title: a\u202eb\x07c\n".encode(), "a b c"),
        (b"kiosk: 1\n", "show"),
        (b"\xff\xfe\x00", "show"),
        (b"title: " + b"x" * 500, "x" * 80),
    ],
    ids=str,
)
def test_a_title_is_one_short_plain_line(tmp_path, content, title):
    folder = tmp_path / "show"
    folder.mkdir()
    (folder / "content.yaml").write_bytes(content)
    assert sticks_worker.offer_of(folder, "any").title == title


def test_a_content_file_that_is_none_is_no_bundle(tmp_path):
    os.mkfifo(tmp_path / "content.yaml")
    assert sticks_worker.offer_of(tmp_path, "any") is None
    assert sticks_worker.offer_of(tmp_path / "none", "any") is None


def test_a_stick_full_of_files_is_left_after_some(tmp_path, monkeypatch, capfdbinary):
    for number in range(60):
        folder = tmp_path / f"show{number:02}"
        folder.mkdir()
        (folder / "content.yaml").write_text(f"title: Show {number}\n")
    monkeypatch.setattr(resource, "setrlimit", lambda *_given: None)
    monkeypatch.setattr(signal, "alarm", lambda _seconds: None)
    sticks_worker.main(tmp_path, "any")
    sys.stdout.flush()
    assert len(msgspec.json.decode(capfdbinary.readouterr().out, type=list[Offer])) == MOST_OFFERS
    monkeypatch.setattr(sticks_worker, "MOST_ENTRIES", 10)
    assert len(list(sticks_worker.places(tmp_path))) == 11
