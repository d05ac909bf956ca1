"""Sticks: which file systems are some, and what is offered on them. Nothing on a stick is run, or shown from there.

What is on a stick is looked at by a process of its own (`sticks_worker`), since a file may be hostile and a stick dead.
"""

from __future__ import annotations

import contextlib
import os
import re
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import msgspec

from kiosk.ground.processes import ask_worker

MOST_OFFERS: Final = 20
LOOK_SECONDS: Final = 20.0
_FILE_SYSTEMS: Final = frozenset(
    {"vfat", "exfat", "ntfs", "ntfs3", "fuseblk", "iso9660", "udf", "ext2", "ext3", "ext4", "btrfs", "hfsplus"}
)
_PLACES: Final = ("/media/", "/run/media/", "/mnt/")
_ESCAPE: Final = re.compile(r"\\([0-7]{3})")


class Mount(msgspec.Struct, frozen=True):
    """A mounted file system: its device's number and name, where it is, of which kind."""

    device: str
    source: str
    place: str
    kind: str


class Offer(msgspec.Struct, frozen=True):
    """A bundle on a stick: its file or folder, what it says it is, and how many files it has."""

    path: str
    title: str
    fingerprint: str = ""
    size: int = 0
    files: int = 1


def read_mounts(text: str) -> tuple[Mount, ...]:
    """Return what `/proc/self/mountinfo` lists; lines that are none are left out."""
    found = []
    for line in text.splitlines():
        left, separator, right = line.partition(" - ")
        fields, more = left.split(" "), right.split(" ")
        if separator and len(fields) >= 5 and len(more) >= 2:
            found.append(Mount(fields[2], _plain(more[1]), _plain(fields[4]), more[0]))
    return tuple(found)


def sticks(mounts: Iterable[Mount], extra: str = "") -> tuple[Path, ...]:
    """Return where sticks are mounted; each folder in the folder `extra` counts as one, too."""
    found = [
        Path(mount.place) for mount in mounts if mount.kind in _FILE_SYSTEMS and f"{mount.place}/".startswith(_PLACES)
    ]
    if extra:
        with contextlib.suppress(OSError):
            found += sorted(Path(entry.path) for entry in os.scandir(extra) if entry.is_dir(follow_symlinks=False))
    return tuple(dict.fromkeys(found))


def unmounted(mounts: Iterable[Mount], block: Path = Path("/sys/block")) -> tuple[str, ...]:
    """Return the removable devices (`/dev/sdb1`) on which nothing is mounted, so that udisks2 can be asked for it."""
    known = {mount.source for mount in mounts}
    try:
        disks = sorted(block.iterdir())
    except OSError:
        return ()
    devices = [f"/dev/{name}" for disk in disks for name in _removable(disk)]
    return tuple(device for device in devices if device not in known)


def _removable(disk: Path) -> list[str]:
    """Return the partitions of a disk that can be pulled and is not empty, or the disk where it has none."""
    try:
        if (disk / "removable").read_text("ascii").strip() != "1" or int((disk / "size").read_text("ascii")) == 0:
            return []
        return sorted(part.name for part in disk.iterdir() if (part / "partition").exists()) or [disk.name]
    except (OSError, ValueError):
        return []


def look(stick: Path, policy: str) -> tuple[Offer, ...]:
    """Return the bundles on a stick that `policy` (`packed`, `any`) lets in; none where it does not answer in time."""
    return ask_worker(tuple[Offer, ...], LOOK_SECONDS, "kiosk.staff.sticks_worker", stick, policy) or ()


def mount_by_udisks(device: str) -> bool:
    """Ask udisks2 to mount a device so that nothing on it can be run or changed; return whether it did."""
    options = "ro,noexec,nosuid,nodev"
    command = ["udisksctl", "mount", "--block-device", device, "--options", options, "--no-user-interaction"]
    try:
        done = subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL, timeout=LOOK_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _plain(text: str) -> str:
    """Return a field without the escapes that the kernel writes for spaces and line breaks."""
    return _ESCAPE.sub(lambda match: chr(int(match[1], 8)), text)
