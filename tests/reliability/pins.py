"""The staff PIN guessed by a patient robot, and killed at every system call: no try is cheaper than it should be."""

from __future__ import annotations

import itertools
import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

import msgspec
from argon2 import PasswordHasher

from kiosk.ground.boot import boot_name
from kiosk.ground.errors import KioskError
from kiosk.staff.pin import Outcome as Answer
from kiosk.staff.pin import PinGuard, Tries
from tests.reliability.kills import CALLS, Point, calls_on, spread, tracer
from tests.reliability.proof import ROOT, Outcome

DAY = 24 * 60 * 60.0
MOST_A_DAY = 35
GOOD, WRONG = "480261", "594073"
CHEAP = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(GOOD)
"""A hash of `GOOD` that costs no time: ten thousand tries would take a quarter of an hour."""


class Killed(BaseException):
    """The program is killed here."""


class Machine:
    """A machine whose time passes only when told so, and the tries that were really looked at on it."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.now = 0.0
        self.started = -100.0
        self.starts = 0
        self.damages = 0
        self.looked_at: list[float] = []

    def clock(self) -> float:
        return self.now - self.started

    def wait(self, seconds: float) -> None:
        self.now += seconds

    def start_again(self) -> None:
        """Start the machine again, which takes a moment."""
        self.starts += 1
        self.now += 0.5
        self.started = self.now

    def guard(self, hashed: str = CHEAP) -> PinGuard:
        """Return what the program makes when it starts."""
        return _Watched(self, hashed)

    def note_damage(self) -> None:
        self.damages += 1


class _Watched(PinGuard):
    def __init__(self, machine: Machine, hashed: str) -> None:
        boot = f"start {machine.starts}"
        super().__init__(hashed, machine.file, machine.clock, lambda: boot, machine.note_damage)
        self.machine = machine

    def _fits(self, pin: str) -> bool:
        self.machine.looked_at.append(self.machine.now)
        return super()._fits(pin)


def longest_day(times: list[float]) -> int:
    """Return how many of these times, which rise, lie within one day at most."""
    first, most = 0, 0
    for last, at in enumerate(times):
        while times[first] <= at - DAY:
            first += 1
        most = max(most, last - first + 1)
    return most


def guess(folder: Path, tries: int, seed: int) -> Outcome:
    """Guess until so many tries were looked at, between kills, restarts, full disks and clocks that are set."""
    chance = random.Random(seed)
    machine = Machine(folder / "kiosk" / "pin.json")
    guard = machine.guard()
    bad: list[str] = []
    wall = time.time()
    with mock.patch("time.time", side_effect=lambda: wall):
        while len(machine.looked_at) < tries:
            match chance.randrange(8):
                case 0:
                    guard = machine.guard()
                case 1:
                    machine.start_again()
                    guard = machine.guard()
                case 2:
                    wall = chance.choice([0.0, 2e9, 4e9])
                    if machine.file.exists():
                        os.utime(machine.file, (wall, wall))
                case 3:
                    machine.wait(chance.expovariate(1 / 600))
                case _:
                    machine.wait(guard.seconds_left())
            before, written = len(machine.looked_at), max(0, recorded(machine.file))
            answer = _try(guard, chance)
            if len(machine.looked_at) > before and recorded(machine.file) != written + 1:
                bad.append(f"try {before} is not on the disk")
            if answer is Answer.RIGHT:
                bad.append(f"try {before} fits")
            if answer is None:
                guard = machine.guard()
    most = longest_day(machine.looked_at)
    left = machine.guard().seconds_left()
    machine.wait(left)
    if machine.damages or machine.guard().check(GOOD) is not Answer.RIGHT:
        bad.append("staff do not come in any more")
    days = machine.now / DAY
    value = f"{most} a day at most, of {tries} in {days:.0f} days; then the right one after {left:.0f} s"
    passed = most <= MOST_A_DAY and not bad and left <= 3600
    goal = f"<= {MOST_A_DAY} a day, all on the disk first"
    return Outcome("PIN guessed", value + "".join(f"; {line}" for line in bad[:3]), goal, passed, seed)


def _try(guard: PinGuard, chance: random.Random) -> Answer | None:
    """Try a wrong PIN; None where the program is killed on the way, or the disk takes nothing more."""
    happens = chance.choice([_nothing, _nothing, _nothing, _killed, _full])
    try:
        with happens(chance.randrange(4)):
            return guard.check(WRONG)
    except (Killed, KioskError):
        return None


@contextmanager
def _nothing(_: int) -> Iterator[None]:
    yield


@contextmanager
def _killed(at: int) -> Iterator[None]:
    """Be killed at one of the steps of a write; what is left lying there stays."""
    with _stopped(at, Killed()), mock.patch("os.unlink"):
        yield


@contextmanager
def _full(at: int) -> Iterator[None]:
    with _stopped(at, OSError(28, "No space left on device")):
        yield


@contextmanager
def _stopped(at: int, by: BaseException) -> Iterator[None]:
    count = itertools.count()

    def stopping(act: Callable[..., object]) -> Callable[..., object]:
        def do(*given: object) -> object:
            if next(count) == at:
                raise by
            return act(*given)

        return do

    with mock.patch("os.fsync", stopping(os.fsync)), mock.patch("os.rename", stopping(os.rename)):
        yield


def recorded(file: Path) -> int:
    """Return how many wrong tries stand on the disk; -1 where that is torn."""
    try:
        return msgspec.json.decode(file.read_bytes(), type=Tries).wrong
    except (OSError, ValueError):
        return -1


TRY = """
import os, sys
from pathlib import Path
from kiosk.staff.pin import PinGuard

class Watched(PinGuard):
    def _fits(self, pin):
        os.write(1, b"looked at ")
        return super()._fits(pin)

os.write(1, Watched(sys.argv[1], Path(sys.argv[2])).check(sys.argv[3]).value.encode())
"""
BEFORE = 3


def kill_everywhere(folder: Path, most: int, seed: int) -> Outcome:
    """Kill tries at up to `most` of their system calls: the count is old or new, and new once it matters."""
    chance = random.Random(seed)
    bad: list[str] = []
    counts = {"old": 0, "new": 0, "alive": 0}
    every = [(typed, point) for typed in (WRONG, GOOD) for point in _points(folder, typed)]
    chosen = every if most >= len(every) else _some(every, most, chance)
    for typed, (call, number, _) in chosen:
        file = _fresh(folder)
        done = _run_try(file, typed, *tracer(call, f"signal=SIGKILL:when={number}", worker=False))
        after = recorded(file)
        counts["alive"] += done.returncode == 0
        counts["old" if after == BEFORE else "new"] += 1
        allowed = {BEFORE + 1} if b"looked at" in done.stdout else {BEFORE, BEFORE + 1}
        if typed == GOOD and b"looked at" in done.stdout:
            allowed.add(0)
        if after not in allowed:
            bad.append(f"{call} {number}: {BEFORE} tries became {after} ({done.stdout!r})")
    value = (
        f"{len(bad)} torn or free of {len(chosen)} kills, of {len(every)} calls on the counter "
        f"({counts['old']} old, {counts['new']} new, {counts['alive']} not met)"
    )
    passed = not bad and counts["alive"] * 4 < len(chosen)
    return Outcome("kill -9 of a PIN", value + "".join(f"; {line}" for line in bad[:3]), "0", passed, seed)


def _points(folder: Path, typed: str) -> list[Point]:
    file, log = _fresh(folder), folder / "trace"
    calls = ",".join(f"?{call}" for call in CALLS)
    _run_try(file, typed, "strace", "-f", "-qq", "-y", "-e", f"trace={calls}", "-o", str(log))
    return [point for point in calls_on(file.parent, log) if not point[2]]


def _some(every: list[tuple[str, Point]], most: int, chance: random.Random) -> list[tuple[str, Point]]:
    kinds = {typed: spread([point for of, point in every if of == typed], most // 2, chance) for typed in (WRONG, GOOD)}
    return [(typed, point) for typed, points in kinds.items() for point in points]


def _fresh(folder: Path) -> Path:
    file = folder / "state" / "kiosk" / "pin.json"
    shutil.rmtree(file.parent, ignore_errors=True)
    file.parent.mkdir(parents=True)
    file.write_bytes(msgspec.json.encode(Tries(BEFORE, 0.0, boot_name(), CHEAP.rpartition("$")[0])))
    return file


def _run_try(file: Path, typed: str, *before: str) -> subprocess.CompletedProcess[bytes]:
    words = [*before, sys.executable, "-c", TRY, CHEAP, str(file), typed]
    return subprocess.run(words, cwd=ROOT, capture_output=True, check=False)
