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

from kiosk.language.catalogs import SOURCE, Interface
from kiosk.language.formats import number
from kiosk.language.locales import apart
from kiosk.machine.codecs import Codecs
from kiosk.machine.light import Light
from kiosk.settings.settings import Settings

SPARE_BYTES: Final = 1024**3
SPARE_MEMORY: Final = 512 * 1024**2


class Level(IntEnum):
    """How it is."""

    GOOD = 0
    UNKNOWN = 1
    WARN = 2
    BAD = 3

    @property
    def light(self) -> Light | None:
        """What it lights; None where it is unknown."""
        return {Level.GOOD: Light.GREEN, Level.WARN: Light.AMBER, Level.BAD: Light.RED}.get(self)


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
    """What is examined: the machine's files, the booth's settings, and what its content needs.

    `memory_bytes` is what the booth will take, 0 where it has it already; `codecs` what plays films, None where that is
    not known.
    The findings are told in the language of `words`, as a screen shows them; without, in English, for a terminal.
    Whether this process is the booth (`inside`) decides what can be seen of what it runs under.
    """

    settings: Settings
    root: Path = Path("/")
    store: Path = Path("/")
    state: Path = Path("/")
    memory_bytes: int = 0
    codecs: Codecs | None = None
    words: Interface | None = None
    inside: bool = True

    def read(self, path: str) -> str:
        """Return what a file of the system says, or nothing where it cannot be read."""
        try:
            return (self.root / path).read_text("utf-8", "replace").strip()
        except OSError:
            return ""

    def exists(self, path: str) -> bool:
        """Whether there is such a file."""
        return (self.root / path).exists()

    def gettext(self, text: str, **values: str) -> str:
        """Return a text in the language of the findings, with its values in their places."""
        if self.words is None:
            return text.format(**values)
        return self.words.gettext(text).format(**{name: apart(value) for name, value in values.items()})

    def gigabytes(self, size: float) -> str:
        """Return bytes as a number of gigabytes, as the language writes it."""
        return number(round(size / 1e9, 1), self.words.catalog.code if self.words else SOURCE)


Check = Callable[[Subject], Iterable[Finding]]


def check_clock(subject: Subject, now: datetime | None = None) -> Iterable[Finding]:
    """Look at the clock, whether something sets it, and the time zone."""
    gettext, now = subject.gettext, now or datetime.now()
    if now.year in range(2024, 2101):
        what = gettext("The clock says {time}", time=f"{now:%Y-%m-%d %H:%M}")
        yield Finding("clock", "time", Level.GOOD, what)
    else:
        what = gettext("The clock says it is the year {year}", year=f"{now.year}")
        cure = gettext("Set the clock: {command}.", command="`timedatectl set-time`")
        yield Finding("clock", "time", Level.BAD, what, cure)
    if subject.exists("run/systemd/timesync/synchronized"):
        yield Finding("clock-sync", "time", Level.GOOD, gettext("The clock is set over the network"))
    else:
        what = gettext("Whether anything sets the clock cannot be seen")
        cure = gettext(
            "Where there is a network: {command}. Without one, set it by hand.", command="`timedatectl set-ntp true`"
        )
        yield Finding("clock-sync", "time", Level.UNKNOWN, what, cure)
    zone = subject.read("etc/timezone") or _zone(subject)
    if zone:
        yield Finding("time-zone", "time", Level.GOOD, gettext("The time zone is {zone}", zone=zone))
    else:
        cure = gettext("Set it: {command}.", command="`timedatectl set-timezone Europe/Berlin`")
        yield Finding("time-zone", "time", Level.WARN, gettext("No time zone is set: times are UTC"), cure)


def check_disk(subject: Subject) -> Iterable[Finding]:
    """Look whether the store and the log have room, and can be written."""
    gettext = subject.gettext
    for id, folder in (("disk", subject.store), ("disk-state", subject.state)):
        place = _nearest(folder)
        free = shutil.disk_usage(place).free
        level = Level.GOOD if free > SPARE_BYTES else Level.WARN if free > SPARE_BYTES // 8 else Level.BAD
        cure = gettext(
            "Free some space, or remove old content: {commands}.", commands="`kiosk installed`, `kiosk remove`"
        )
        size = subject.gigabytes(free)
        what = (
            gettext("{size} GB are free for content", size=size)
            if id == "disk"
            else gettext("{size} GB are free for the log", size=size)
        )
        yield Finding(id, "machine", level, what, cure)
        if not os.access(place, os.W_OK):
            what = gettext("{folder} cannot be written", folder=str(place))
            cure = gettext("Give this account the right to write there.")
            yield Finding(f"{id}-write", "machine", Level.BAD, what, cure)


def check_memory(subject: Subject) -> Iterable[Finding]:
    """Look whether the memory is enough."""
    gettext, sizes = subject.gettext, dict[str, int]()
    for line in subject.read("proc/meminfo").splitlines():
        name, _, rest = line.partition(":")
        if rest.strip().split(" ")[0].isdigit():
            sizes[name] = int(rest.split()[0]) * 1024
    free = sizes.get("MemAvailable", 0)
    if not free:
        what = gettext("How much memory is free cannot be seen")
        yield Finding("memory", "machine", Level.UNKNOWN, what)
        return
    enough = free > subject.memory_bytes + SPARE_MEMORY
    what = gettext("{size} GB of memory are free", size=subject.gigabytes(free))
    cure = gettext(
        "End other programs, or give the content smaller pictures: {command} tells what it needs.",
        command="`kiosk check`",
    )
    yield Finding("memory", "machine", Level.GOOD if enough else Level.WARN, what, cure)


def check_sound(subject: Subject) -> Iterable[Finding]:
    """Look whether there is something to make sound with."""
    gettext = subject.gettext
    cards = [line for line in subject.read("proc/asound/cards").splitlines() if "[" in line]
    runtime = Path(os.environ.get("XDG_RUNTIME_DIR", ""))
    server = any((runtime / name).exists() for name in ("pipewire-0", "pulse/native")) and bool(str(runtime))
    if not cards:
        what = gettext("There is no sound card")
        cure = gettext(
            "Plug in a screen with loudspeakers, or a sound card; without one, films are silent and captions are shown."
        )
        yield Finding("sound", "sound", Level.WARN, what, cure)
    elif not server:
        what = gettext("There is a sound card, but no sound server for this account")
        command = "`systemctl --user enable --now pipewire`"
        cure = gettext("Start PipeWire for this account: {command}.", command=command)
        yield Finding("sound", "sound", Level.WARN, what, cure)
    else:
        card = cards[0].partition("]:")[2].strip() or "?"
        yield Finding("sound", "sound", Level.GOOD, gettext("There is sound: {card}", card=card))


def check_video(subject: Subject) -> Iterable[Finding]:
    """Look whether films can be decoded, and by what."""
    gettext, codecs = subject.gettext, subject.codecs
    if codecs is None:
        what = gettext("What plays films here cannot be seen")
        yield Finding("codecs", "picture", Level.UNKNOWN, what)
        return
    if codecs.missing:
        what = gettext("Films of these kinds cannot be played: {kinds}", kinds=", ".join(codecs.missing))
        cure = gettext("Install PySide6 again: a part of it is missing.")
        yield Finding("codecs", "picture", Level.BAD, what, cure)
    else:
        what = gettext("Films of these kinds can be played: {kinds}", kinds=", ".join(codecs.decoded))
        yield Finding("codecs", "picture", Level.GOOD, what)
    if codecs.hardware:
        what = gettext("The graphics card decodes films ({driver})", driver=", ".join(codecs.hardware))
        yield Finding("video", "picture", Level.GOOD, what)
        return
    cure = gettext("Films are decoded by the processor: 1080p at most, and watch the frame rate in the opening check.")
    if any(subject.exists(f"dev/dri/renderD{number}") for number in range(128, 132)):
        cure = gettext("The graphics card has no driver for films: {command}.", command="`apt install va-driver-all`")
    yield Finding("video", "picture", Level.WARN, gettext("Films are decoded in software"), cure)


def check_settings(subject: Subject) -> Iterable[Finding]:
    """Look at what of the settings a show needs."""
    gettext = subject.gettext
    if subject.settings.pin.hash:
        yield Finding("pin", "booth", Level.GOOD, gettext("The staff panel has a PIN"))
    else:
        what = gettext("No PIN is set, so the staff panel cannot be opened")
        yield Finding("pin", "booth", Level.WARN, what, gettext("Set one: {command}.", command="`kiosk pin`"))


CHECKS: Final[tuple[Check, ...]] = (check_clock, check_disk, check_memory, check_sound, check_video, check_settings)


def examine(subject: Subject, checks: Iterable[Check] = CHECKS) -> tuple[Finding, ...]:
    """Return what is found out about the machine, by group; a check that the system refuses is a finding, too."""
    found: list[Finding] = []
    for check in checks:
        try:
            found += check(subject)
        except OSError as error:
            name = check.__name__.removeprefix("check_")
            what = subject.gettext("{name} cannot be looked at: {why}", name=name, why=error.strerror or "?")
            found.append(Finding(name, "machine", Level.UNKNOWN, what))
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
