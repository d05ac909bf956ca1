"""The opening check: what it asks for, what its verdict is, and what it says."""

from __future__ import annotations

from functools import reduce

import pytest

from kiosk.language.catalogs import Interface, interface_catalog
from kiosk.machine.doctor import Finding, Level
from kiosk.machine.light import Light
from kiosk.staff.checklist import FEWEST_FRAMES, Checklist, Part, answer, findings

ENGLISH = Interface(interface_catalog("en"))
WELL = (1, 60, 1, 1, 1)


def checked(answers: tuple[int, ...] = WELL, *levels: Level) -> Checklist:
    """Return a check after these answers, on a machine that is like this."""
    machine = tuple(Finding(level.name, "machine", level, level.name, "Mend it.") for level in levels)
    return reduce(answer, answers, Checklist(machine=machine))


@pytest.mark.parametrize(
    ("answers", "level", "light"),
    [
        (WELL, Level.GOOD, Light.GREEN),
        (WELL, Level.UNKNOWN, Light.GREEN),
        (WELL, Level.WARN, Light.AMBER),
        (WELL, Level.BAD, Light.RED),
        ((1, FEWEST_FRAMES, 1, 1, 1), Level.GOOD, Light.GREEN),
        ((1, FEWEST_FRAMES - 1, 1, 1, 1), Level.GOOD, Light.AMBER),
        ((1, FEWEST_FRAMES - 1, 1, 1, 1), Level.BAD, Light.RED),
        ((0, 60, 1, 1, 1), Level.GOOD, Light.RED),
        ((1, 60, 0, 1, 1), Level.WARN, Light.RED),
        ((1, 60, 1, 0, 1), Level.GOOD, Light.RED),
        ((1, 60, 1, 1, 0), Level.UNKNOWN, Light.RED),
    ],
)
def test_the_verdict(answers, level, light):
    assert checked(answers, level).light is light


@pytest.mark.parametrize("count", range(len(WELL)))
def test_there_is_none_before_everything_is_answered_and_looked_at(count):
    assert checked(WELL[:count], Level.GOOD).light is None
    assert checked(WELL[:count], Level.GOOD).part == count
    assert checked(WELL).light is None


def test_nothing_is_asked_for_after_the_end():
    check = checked(WELL, Level.GOOD)
    assert check.part is Part.RESULT
    assert answer(check, 0) == check


def test_what_was_found_out_is_said_the_worst_of_the_machine_first():
    found = findings(checked((1, 20, 0, 1, 1), Level.GOOD, Level.BAD, Level.WARN), ENGLISH)
    assert [(finding.level, finding.what) for finding in found] == [
        (Level.GOOD, "The whole screen feels touch"),
        (Level.WARN, "20 pictures a second"),
        (Level.BAD, "Sound is missing on one side, or on both"),
        (Level.GOOD, "Words can be read"),
        (Level.BAD, "BAD"),
        (Level.WARN, "WARN"),
        (Level.GOOD, "GOOD"),
    ]
