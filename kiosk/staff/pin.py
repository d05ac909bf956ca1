"""The staff PIN: its hash, and the wait after wrong tries, which is on the disk before a try is even looked at.

The wait is kept as a moment of the clock that runs since the machine was started (`CLOCK_BOOTTIME`), with the name of
that start. After another start it counts from that start, in full: neither a restart nor a clock that is set
shortens it. A PIN that is set anew begins without wrong tries: that is the way back for those who have lost theirs.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from enum import Enum
from itertools import groupby, pairwise
from pathlib import Path
from typing import Annotated, Final

import msgspec

from kiosk.ground.boot import boot_clock, boot_name
from kiosk.ground.errors import KioskError
from kiosk.ground.files import hold, make_folder, replace_file

LEAST_DIGITS: Final = 6
MOST_DIGITS: Final = 12
FREE_TRIES: Final = 4
"""From this wrong try in a row on the wait is more than a moment."""
WAITS: Final = (2.0, 5.0, 15.0, 60.0, 300.0, 900.0, 1800.0, 3600.0)
"""Seconds to wait after the 4th, 5th... wrong try; the last one stays. No more than 35 tries fit into a day."""
MOMENT: Final = 0.5
MOST_TRIES: Final = FREE_TRIES + len(WAITS) - 1
"""So many wrong tries have the longest wait."""
_KEYPAD: Final = {"147258", "258369", "147369", "789456", "456123", "159753", "753159", "142536", "741852", "963852"}


class Outcome(Enum):
    """What became of a try."""

    RIGHT = "right"
    WRONG = "wrong"
    WAIT = "wait"
    UNSET = "unset"


class Tries(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Wrong tries in a row, and until when nothing is tried: a moment of the clock of the start `boot`.

    `about` tells which hash they were tried at.
    """

    wrong: Annotated[int, msgspec.Meta(ge=0)]
    until: float
    boot: str
    about: str


def refuse_weak(pin: str) -> None:
    """Raise KioskError where `pin` is none, or one that everybody tries first."""
    if not (pin.isascii() and pin.isdigit() and LEAST_DIGITS <= len(pin) <= MOST_DIGITS):
        raise KioskError(f"a PIN has {LEAST_DIGITS} to {MOST_DIGITS} digits", "Choose other digits.")
    half = len(pin) // 2
    doubled = pin[:half] in (pin[half:], pin[: -half - 1 : -1])
    if doubled or _is_row(pin) or len(set(pin)) < 3 or pin[:6] in _KEYPAD:
        raise KioskError("this PIN is among those that everybody tries first", "Choose digits without a pattern.")


def _is_row(pin: str) -> bool:
    """Whether the digits go on in equal steps (`123456`, `975310`), each once or several times (`112233`)."""
    each = [int(digit) for digit, _ in groupby(pin)]
    return len({(after - before) % 10 for before, after in pairwise(each)}) < 2


def hash_pin(pin: str) -> str:
    """Return the argon2id hash of `pin`."""
    from argon2 import PasswordHasher

    return PasswordHasher().hash(pin)


def wait_seconds(wrong: int) -> float:
    """Return how long nothing is tried after so many wrong tries in a row."""
    if wrong < FREE_TRIES:
        return MOMENT if wrong else 0.0
    return WAITS[min(wrong - FREE_TRIES, len(WAITS) - 1)]


class PinGuard:
    """Checks PINs against a hash; `file` remembers the wrong tries.

    `damaged` is called when `file` cannot be read: the longest wait begins then.
    """

    def __init__(
        self,
        hashed: str,
        file: Path,
        clock: Callable[[], float] = boot_clock,
        boot: Callable[[], str] = boot_name,
        damaged: Callable[[], None] = lambda: None,
    ) -> None:
        self._hashed = hashed
        self._file = file
        self._clock = clock
        self._boot = boot()
        self._damaged = damaged

    def seconds_left(self) -> float:
        """Return how long nothing is tried yet."""
        try:
            return self._left(self._read())
        except KioskError:  # `check` says it
            return 0.0

    def check(self, pin: str) -> Outcome:
        """Say what becomes of trying `pin`. Takes a tenth of a second or so.

        Raises KioskError where the try cannot be written down, since it may not be made then.
        """
        if not self._hashed:
            return Outcome.UNSET
        with self._alone():
            before = self._read()
            if self._left(before) > 0:
                return Outcome.WAIT
            self._write(before.wrong + 1)
        if not self._fits(pin):
            return Outcome.WRONG
        with suppress(KioskError):  # who knows the PIN comes in, whatever the disk says by now
            self._write(0)
        return Outcome.RIGHT

    def _fits(self, pin: str) -> bool:
        from argon2 import PasswordHasher
        from argon2.exceptions import InvalidHashError, VerificationError, VerifyMismatchError

        try:
            return PasswordHasher().verify(self._hashed, pin)
        except VerifyMismatchError:
            return False
        except (VerificationError, InvalidHashError):
            raise KioskError("no PIN fits the hash in the settings", "Set it again with `kiosk pin`.") from None

    def _left(self, tries: Tries) -> float:
        now, wait = self._clock(), wait_seconds(tries.wrong)
        is_now = tries.boot == self._boot and tries.until <= now + wait
        return max(0.0, (tries.until if is_now else wait) - now)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Let nobody else read and write the tries, in this process or another one."""
        with self._said():
            make_folder(self._file.parent)
            fd = hold(self._file.parent, seconds=None)
        try:
            yield
        finally:
            os.close(fd)

    def _read(self) -> Tries:
        """Return the tries so far, none where they were at another hash."""
        try:
            tries = msgspec.json.decode(self._file.read_bytes(), type=Tries)
        except FileNotFoundError:
            return self._tries(0)
        except (OSError, ValueError, RecursionError):
            self._damaged()
            return self._write(MOST_TRIES)
        return tries if tries.about == self._about() else self._tries(0)

    def _write(self, wrong: int) -> Tries:
        tries = self._tries(wrong)
        with self._said():
            make_folder(self._file.parent)
            replace_file(self._file, msgspec.json.encode(tries))
        return tries

    def _tries(self, wrong: int) -> Tries:
        return Tries(wrong, self._clock() + wait_seconds(wrong), self._boot, self._about())

    def _about(self) -> str:
        """Return what names the hash, and nobody can try PINs at: its salt."""
        return self._hashed.rpartition("$")[0]

    @contextmanager
    def _said(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            what = f"the try cannot be written down, so none is made: {self._file}: {error.strerror}"
            raise KioskError(what, "Free some space on the disk, and check the permissions of that folder.") from error
