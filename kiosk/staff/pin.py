"""The staff PIN: its hash, and the wait after wrong tries, which is on the disk before a try is even looked at.

The wait is kept as a moment of the clock that runs since the machine was started (`CLOCK_BOOTTIME`), with the name of
that start. After another start it begins anew in full: neither a restart nor a clock that is set shortens it.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from enum import Enum
from itertools import pairwise
from pathlib import Path
from typing import Final

import msgspec

from kiosk.bundle.durable import make_folder, replace_file
from kiosk.errors import KioskError

LEAST_DIGITS: Final = 6
MOST_DIGITS: Final = 12
FREE_TRIES: Final = 4
"""Wrong tries in a row before the wait is more than a moment."""
WAITS: Final = (2.0, 5.0, 15.0, 60.0, 300.0, 900.0, 1800.0, 3600.0)
"""Seconds to wait after the 4th, 5th... wrong try; the last one stays. No more than 35 tries fit into a day."""
MOMENT: Final = 0.5
_BOOT: Final = Path("/proc/sys/kernel/random/boot_id")


class Outcome(Enum):
    """What became of a try."""

    RIGHT = "right"
    WRONG = "wrong"
    WAIT = "wait"
    UNSET = "unset"


class Tries(msgspec.Struct, frozen=True):
    """Wrong tries in a row, and until when nothing is tried: a moment of the clock of the start `boot`."""

    wrong: int = 0
    until: float = 0.0
    boot: str = ""


def refuse_weak(pin: str) -> None:
    """Raise KioskError where `pin` is none, or one that everybody tries first."""
    if not (pin.isascii() and pin.isdigit() and LEAST_DIGITS <= len(pin) <= MOST_DIGITS):
        raise KioskError(f"a PIN has {LEAST_DIGITS} to {MOST_DIGITS} digits", "Choose other digits.")
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(pin)}
    half = len(pin) // 2
    if len(steps) == 1 or len(set(pin)) < 3 or pin[:half] * 2 == pin:
        raise KioskError("this PIN is among those that everybody tries first", "Choose digits without a pattern.")


def hash_pin(pin: str) -> str:
    """Return the argon2id hash of `pin`."""
    from argon2 import PasswordHasher

    return PasswordHasher().hash(pin)


def wait_seconds(wrong: int) -> float:
    """Return how long nothing is tried after so many wrong tries in a row."""
    if wrong < FREE_TRIES:
        return MOMENT if wrong else 0.0
    return WAITS[min(wrong - FREE_TRIES, len(WAITS) - 1)]


def boot_name() -> str:
    """Return the name of this start of the machine, or nothing where the system gives none."""
    try:
        return _BOOT.read_text("ascii").strip()
    except (OSError, UnicodeDecodeError):
        return ""


def boot_clock() -> float:
    """Return the seconds since the machine was started; sleep counts, and nobody can set it."""
    return time.clock_gettime(time.CLOCK_BOOTTIME)


class PinGuard:
    """Checks PINs against a hash; `file` remembers the wrong tries."""

    def __init__(
        self, hashed: str, file: Path, clock: Callable[[], float] = boot_clock, boot: Callable[[], str] = boot_name
    ) -> None:
        self.hashed = hashed
        self._file = file
        self._clock = clock
        self._boot = boot()

    def seconds_left(self) -> float:
        """Return how long nothing is tried yet."""
        return max(0.0, self._read().until - self._clock())

    def check(self, pin: str) -> Outcome:
        """Say what becomes of trying `pin`. Takes a tenth of a second or so.

        Raises KioskError where the try cannot be written down, since it may not be made then.
        """
        if not self.hashed:
            return Outcome.UNSET
        before = self._read()
        if before.until > self._clock():
            return Outcome.WAIT
        self._write(self._after(before.wrong + 1))
        if not self._fits(pin):
            return Outcome.WRONG
        self._write(Tries(0, 0.0, self._boot))
        return Outcome.RIGHT

    def _fits(self, pin: str) -> bool:
        from argon2 import PasswordHasher
        from argon2.exceptions import InvalidHashError, VerificationError

        try:
            return PasswordHasher().verify(self.hashed, pin)
        except (VerificationError, InvalidHashError):
            return False

    def _after(self, wrong: int) -> Tries:
        return Tries(wrong, self._clock() + wait_seconds(wrong), self._boot)

    def _read(self) -> Tries:
        """Return the tries so far; after another start of the machine the wait begins anew."""
        try:
            tries = msgspec.json.decode(self._file.read_bytes(), type=Tries)
        except FileNotFoundError:
            return Tries(0, 0.0, self._boot)
        except (OSError, ValueError, RecursionError):
            tries = Tries(FREE_TRIES + len(WAITS))  # damaged: as if many had been wrong, and no more than that
        longest = self._clock() + wait_seconds(tries.wrong)
        if tries.boot == self._boot and tries.until <= longest:
            return tries
        renewed = self._after(tries.wrong)
        self._write(renewed)
        return renewed

    def _write(self, tries: Tries) -> None:
        try:
            make_folder(self._file.parent)
            replace_file(self._file, msgspec.json.encode(tries))
        except OSError as error:
            what = f"the try cannot be written down, so none is made: {self._file}: {error.strerror}"
            raise KioskError(what, "Free some space on the disk, and check the permissions of that folder.") from error
