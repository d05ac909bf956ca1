"""The opening check, as a pure machine: five parts one after the other, and what comes of them."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from typing import Final

import msgspec
from msgspec.structs import replace

from kiosk.language.catalogs import Interface
from kiosk.machine.doctor import Finding, Level, worst
from kiosk.machine.light import Light

FEWEST_FRAMES: Final = 25
"""So many pictures a second are enough."""


class Part(IntEnum):
    """What is asked for."""

    TOUCH = 0
    PICTURE = 1
    LEFT = 2
    RIGHT = 3
    WORDS = 4
    RESULT = 5


class Checklist(msgspec.Struct, frozen=True):
    """What is asked for now, what was answered, and what was found out about the machine: nothing is not yet.

    `touch` tells whether the whole screen feels touch, `frames` how many pictures a second it shows, `sound` whether
    both tones were heard, `words` whether they can be read.
    """

    part: Part = Part.TOUCH
    touch: bool = False
    frames: int = 0
    sound: bool = True
    words: bool = True
    machine: tuple[Finding, ...] = ()

    @property
    def light(self) -> Light | None:
        """How it ends; None until everything is answered and found out."""
        if self.part is not Part.RESULT or not self.machine:
            return None
        return worst((*_own(self), *self.machine)).light


def answer(check: Checklist, value: int) -> Checklist:
    """Return the check after the answer to what was asked for: pictures a second, or 1 for yes and 0 for no."""
    match check.part:
        case Part.TOUCH:
            return replace(check, part=Part.PICTURE, touch=bool(value))
        case Part.PICTURE:
            return replace(check, part=Part.LEFT, frames=value)
        case Part.LEFT | Part.RIGHT:
            return replace(check, part=Part(check.part + 1), sound=check.sound and bool(value))
        case Part.WORDS:
            return replace(check, part=Part.RESULT, words=bool(value))
        case Part.RESULT:
            return check


def findings(check: Checklist, words: Interface) -> tuple[Finding, ...]:
    """Return what staff found out, in the language of `words`, and what was found out beside, the worst first."""
    return (*_own(check, words.gettext), *sorted(check.machine, key=lambda finding: -finding.level))


def _own(check: Checklist, gettext: Callable[[str], str] = str) -> tuple[Finding, ...]:
    frames = gettext("%1 pictures a second").replace("%1", str(check.frames))
    return (
        _finding(
            check.touch, gettext("The whole screen feels touch"), gettext("Parts of the screen feel nothing"), Level.BAD
        ),
        _finding(check.frames >= FEWEST_FRAMES, frames, frames, Level.WARN),
        _finding(
            check.sound, gettext("Sound left and right"), gettext("Sound is missing on one side, or on both"), Level.BAD
        ),
        _finding(check.words, gettext("Words can be read"), gettext("Words cannot be read"), Level.BAD),
    )


def _finding(well: bool, good: str, bad: str, level: Level) -> Finding:
    return Finding("staff", "check", Level.GOOD if well else level, good if well else bad)
