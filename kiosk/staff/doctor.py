"""Whether a machine is fit to show a booth: each finding says how it is and, where it is not well, what to do.

Nothing is changed and no rights are needed. `root` is where the system's files lie, so that tests can bring their own.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from pathlib import Path
from typing import Final

from kiosk.staff.settings import Settings

SPARE_BYTES: Final = 1024**3
SPARE_MEMORY: Final = 512 * 1024**2


class Level(IntEnum):
    """How it is."""

    GOOD = 0
    UNKNOWN = 1
    WARN = 2
    BAD = 3


@dataclass(frozen=True)
class Finding:
    """Something about the machine: a stable id, its group, how it is, in words, and what to do."""

    id: str
    group: str
    level: Level
    what: str
    cure: str = ""


@dataclass(frozen=True)
class Subject:
    """What is examined: the machine's files, the booth's settings, and what its content needs."""

    settings: Settings
    root: Path = Path("/")
    store: Path = Path("/")
    state: Path = Path("/")
    memory_bytes: int = 0

    def read(self, path: str) -> str:
        """Return what a file of the system says, or nothing where it cannot be read."""
        try:
            return (self.root / path).read_text("utf-8", "replace").strip()
        except OSError:
            return ""

    def exists(self, path: str) -> bool:
        """Whether there is such a file."""
        return (self.root / path).exists()


Check = Callable[[Subject], Iterable[Finding]]


def check_clock(subject: Subject, now: datetime | None = None) -> Iterable[Finding]:
    """Look at the clock, whether something sets it, and the time zone."""
    year = (now or datetime.now()).year
    if year not in range(2024, 2101):
        yield Finding(
            "clock",
            "time",
            Level.BAD,
            f"The clock says it is the year {year}",
            "Set the clock: `timedatectl set-time`.",
        )
    else:
        yield Finding("clock", "time", Level.GOOD, f"The clock says {(now or datetime.now()):%Y-%m-%d %H:%M}")
    synchronised = subject.exists("run/systemd/timesync/synchronized")
    cure = "" if synchronised else "Where there is a network: `timedatectl set-ntp true`. Without one, set it by hand."
    yield Finding(
        "clock-sync", "time", Level.GOOD if synchronised else Level.UNKNOWN,
        "The clock is set over the network" if synchronised else "Whether anything sets the clock cannot be seen", cure,
    )  # fmt: skip
    zone = subject.read("etc/timezone") or _zone(subject)
    yield Finding(
        "time-zone", "time", Level.GOOD if zone else Level.WARN,
        f"The time zone is {zone}" if zone else "No time zone is set: times are UTC",
        "" if zone else "Set it: `timedatectl set-timezone Europe/Berlin`.",
    )  # fmt: skip


def check_disk(subject: Subject) -> Iterable[Finding]:
    """Look whether the store and the log have room, and can be written."""
    for id, name, folder in (("disk", "content", subject.store), ("disk-state", "the log", subject.state)):
        place = _nearest(folder)
        free = shutil.disk_usage(place).free
        level = Level.GOOD if free > SPARE_BYTES else Level.WARN if free > SPARE_BYTES // 8 else Level.BAD
        cure = (
            "" if level is Level.GOOD else "Free some space, or remove old content: `kiosk installed`, `kiosk remove`."
        )
        yield Finding(id, "machine", level, f"{free / 1e9:.1f} GB are free for {name}", cure)
        if not os.access(place, os.W_OK):
            what = f"The folder for {name} cannot be written: {place}"
            yield Finding(f"{id}-write", "machine", Level.BAD, what, "Give this account the right to write there.")


def check_memory(subject: Subject) -> Iterable[Finding]:
    """Look whether the memory is enough."""
    sizes = {}
    for line in subject.read("proc/meminfo").splitlines():
        name, _, rest = line.partition(":")
        if rest.strip().split(" ")[0].isdigit():
            sizes[name] = int(rest.split()[0]) * 1024
    free = sizes.get("MemAvailable", 0)
    if not free:
        yield Finding("memory", "machine", Level.UNKNOWN, "How much memory is free cannot be seen")
        return
    enough = free > subject.memory_bytes + SPARE_MEMORY
    cure = (
        "" if enough else "End other programs, or give the content smaller pictures: `kiosk check` tells what it needs."
    )
    yield Finding(
        "memory", "machine", Level.GOOD if enough else Level.WARN, f"{free / 1e9:.1f} GB of memory are free", cure
    )


def check_sound(subject: Subject) -> Iterable[Finding]:
    """Look whether there is something to make sound with."""
    cards = [line for line in subject.read("proc/asound/cards").splitlines() if "[" in line]
    runtime = Path(os.environ.get("XDG_RUNTIME_DIR", ""))
    server = any((runtime / name).exists() for name in ("pipewire-0", "pulse/native")) and bool(str(runtime))
    if not cards:
        cure = (
            "Plug in a screen with loudspeakers, or a sound card; without one, films are silent and captions are shown."
        )
        yield Finding("sound", "sound", Level.WARN, "There is no sound card", cure)
    elif not server:
        cure = "Start PipeWire for this account: `systemctl --user enable --now pipewire`."
        yield Finding("sound", "sound", Level.WARN, "There is a sound card, but no sound server for this account", cure)
    else:
        yield Finding(
            "sound", "sound", Level.GOOD, f"There is sound: {cards[0].partition(']:')[2].strip() or 'a card'}"
        )


def check_video(subject: Subject) -> Iterable[Finding]:
    """Look whether films can be decoded by the graphics card."""
    card = any(subject.exists(f"dev/dri/renderD{number}") for number in range(128, 132)) or subject.exists(
        "dev/video10"
    )
    cure = (
        ""
        if card
        else "Films are decoded by the processor: 1080p at most, and watch the frame rate in the opening check."
    )
    what = "There is a graphics card that may decode films" if card else "Films are decoded in software"
    yield Finding("video", "picture", Level.GOOD if card else Level.WARN, what, cure)


def check_settings(subject: Subject) -> Iterable[Finding]:
    """Look at what of the settings a show needs."""
    pin = subject.settings.pin.hash != ""
    yield Finding(
        "pin", "booth", Level.GOOD if pin else Level.WARN,
        "The staff panel has a PIN" if pin else "No PIN is set, so the staff panel cannot be opened",
        "" if pin else "Set one: `kiosk pin`.",
    )  # fmt: skip


CHECKS: Final[tuple[Check, ...]] = (check_clock, check_disk, check_memory, check_sound, check_video, check_settings)


def examine(subject: Subject, checks: Iterable[Check] = CHECKS) -> tuple[Finding, ...]:
    """Return what is found out about the machine, by group; a check that the system refuses is a finding, too."""
    found: list[Finding] = []
    for check in checks:
        try:
            found += check(subject)
        except OSError as error:
            name = check.__name__.removeprefix("check_")
            found.append(Finding(name, "machine", Level.UNKNOWN, f"{name} cannot be looked at: {error.strerror}"))
    return tuple(found)


def worst(findings: Iterable[Finding]) -> Level:
    """Return the worst level that counts; what is unknown does not."""
    return max((finding.level for finding in findings if finding.level is not Level.UNKNOWN), default=Level.GOOD)


def _zone(subject: Subject) -> str:
    try:
        target = os.readlink(subject.root / "etc/localtime")
    except OSError:
        return ""
    return target.partition("zoneinfo/")[2]


def _nearest(folder: Path) -> Path:
    """Return the folder, or the first one above it that is there."""
    return next(place for place in (folder, *folder.parents) if place.exists())
