"""Which starts of the program ended badly, and what follows from it: the content from before, then the safe page.

Times are of the clock that runs since the machine was started; after another start of the machine nothing of before
counts. A record that is damaged or lost stands for a first start.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import Final

import msgspec

from kiosk.ground.boot import boot_clock, boot_name
from kiosk.ground.files import keep_file

WITHIN_SECONDS: Final = 300.0
CRASHES: Final = 3
UNPAINTED: Final = 2
TRIAL_SECONDS: Final = 60.0
KEPT: Final = 12


class Verdict(Enum):
    """What a start shows."""

    SHOW = "show"
    RETURN = "return"
    SAFE = "safe"


class Life(msgspec.Struct, frozen=True):
    """One run of the program: when it started, with which content, whether it painted, whether it ended as asked."""

    started: float
    content: str = ""
    painted: bool = False
    ended: bool = False


class Record(msgspec.Struct, frozen=True):
    """The last runs since the machine started, the oldest first; the content that has proved good, and bad."""

    boot: str = ""
    lives: tuple[Life, ...] = ()
    good: tuple[str, ...] = ()
    bad: tuple[str, ...] = ()


def crashes(record: Record, content: str, now: float) -> int:
    """Return how often the program ended badly of late while it showed `content`.

    A life that ended as somebody asked begins the count anew: who starts the booth again wants it to try. When a life
    ended badly nobody could note: it is taken to be when the next one began.
    """
    count, ended = 0, now
    for life in reversed(record.lives):
        if life.ended or life.content != content or not 0 <= now - ended <= WITHIN_SECONDS or life.started > ended:
            break
        count, ended = count + 1, life.started
    return count


def decide(record: Record, content: str, can_return: bool, now: float) -> Verdict:
    """Return what a start shows that is asked for `content`."""
    if crashes(record, content, now) < CRASHES:
        return Verdict.SHOW
    return Verdict.RETURN if can_return else Verdict.SAFE


def wants_software(record: Record, now: float) -> bool:
    """Whether the last starts never painted, so that the graphics card had better be left alone."""
    last = record.lives[-UNPAINTED:]
    recent = [life for life in last if 0 <= now - life.started <= WITHIN_SECONDS]
    return len(recent) == UNPAINTED and not any(life.painted or life.ended for life in recent)


def ended_badly(record: Record) -> int:
    """Return how many of the lives before this one ended without being asked."""
    return sum(not life.ended for life in record.lives[:-1])


class Ledger:
    """The record on the disk, and this run in it."""

    def __init__(
        self, file: Path, clock: Callable[[], float] = boot_clock, boot: Callable[[], str] = boot_name
    ) -> None:
        self._file = file
        self._clock = clock
        record = self._read()
        name = boot()
        self.record = record if record.boot == name else Record(name, (), record.good, record.bad)

    def verdict(self, content: str, can_return: bool) -> Verdict:
        """Return what this start shows."""
        return decide(self.record, content, can_return, self._clock())

    @property
    def software(self) -> bool:
        """Whether to draw without the graphics card."""
        return wants_software(self.record, self._clock())

    def begin(self, content: str) -> None:
        """Note that this run begins with `content`, or has exchanged it."""
        before = self.record
        lives = (*before.lives, Life(self._clock(), content))[-KEPT:]
        self._write(msgspec.structs.replace(before, lives=lives))

    def exchange(self, content: str) -> None:
        """Note that this run shows other content from now on, which is on trial unless it is known to be good."""
        self._change(started=self._clock(), content=content)

    def painted(self) -> None:
        """Note that a picture is on the screen."""
        self._change(painted=True)

    def ended(self) -> None:
        """Note that this run ends because somebody asked for it."""
        self._change(ended=True)

    def on_trial(self, content: str) -> bool:
        """Whether `content` has yet to prove itself."""
        return bool(content) and content not in self.record.good

    def praise(self, content: str) -> None:
        """Note that `content` has lived long enough."""
        good = tuple(dict.fromkeys([*self.record.good, content]))[-KEPT:]
        bad = tuple(other for other in self.record.bad if other != content)
        self._write(msgspec.structs.replace(self.record, good=good, bad=bad))

    def condemn(self, content: str) -> None:
        """Note that `content` was taken back."""
        bad = tuple(dict.fromkeys([*self.record.bad, content]))[-KEPT:]
        good = tuple(other for other in self.record.good if other != content)
        self._write(msgspec.structs.replace(self.record, good=good, bad=bad))

    def _change(self, **facts: object) -> None:
        if self.record.lives:
            last = msgspec.structs.replace(self.record.lives[-1], **facts)
            self._write(msgspec.structs.replace(self.record, lives=(*self.record.lives[:-1], last)))

    def _read(self) -> Record:
        try:
            return msgspec.json.decode(self._file.read_bytes(), type=Record)
        except (OSError, ValueError, RecursionError):
            return Record()

    def _write(self, record: Record) -> None:
        """Write in one step, without waiting for the disk: a record that a power cut takes is not missed."""
        self.record = record
        keep_file(self._file, msgspec.json.encode(record))
