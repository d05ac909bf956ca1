"""The traffic light: what lights it, and what is said of it."""

from __future__ import annotations

import pytest

from kiosk.ground.events import Event
from kiosk.language.catalogs import Interface, interface_catalog
from kiosk.machine.light import Health, LastCheck, Light, reasons

ENGLISH = Interface(interface_catalog("en"))
WELL = LastCheck("2026-03-01 08:30", Light.GREEN)


@pytest.mark.parametrize(
    ("health", "lights", "words"),
    [
        (Health({}, 0, True, WELL), [Light.GREEN], "Opening check 2026-03-01 08:30: all was well."),
        (Health({}, 0, True, None), [Light.AMBER], "There has been no opening check yet."),
        (Health({}, 0, True, LastCheck("", Light.AMBER)), [Light.AMBER], "something to look at"),
        (Health({}, 0, True, LastCheck("", Light.RED)), [Light.RED], "something was wrong"),
        (Health({}, 0, False, WELL), [Light.AMBER, Light.GREEN], "see docs/\N{WORD JOINER}operation.md"),
        (Health({}, 2, True, WELL), [Light.AMBER, Light.GREEN], "since the machine was started: 2."),
        (
            Health({Event.EXCEPTION: 3}, 0, True, WELL),
            [Light.RED, Light.GREEN],
            "Mistakes of the program",
        ),
        (Health({Event.MEDIA_FAILED: 1}, 0, True, WELL), [Light.AMBER, Light.GREEN], "could not be played: 1"),
        (
            Health({Event.GRAPHICS_SOFTWARE: 1}, 0, True, WELL),
            [Light.AMBER, Light.GREEN],
            "The graphics card",
        ),
        (Health({Event.SCREEN_MISSING: 7}, 0, True, WELL), [Light.AMBER, Light.GREEN], "Warnings since the start: 7."),
    ],
    ids=str,
)
def test_reasons(health, lights, words):
    found = list(reasons(health, ENGLISH))
    assert [reason.light for reason in found] == lights
    assert words in found[0].what.replace("\N{FIRST STRONG ISOLATE}", "").replace("\N{POP DIRECTIONAL ISOLATE}", "")


def test_everything_is_said():
    health = Health({Event.MEDIA_FAILED: 1, Event.EXCEPTION: 1}, 1, False, None)
    found = list(reasons(health, Interface(interface_catalog("ar"))))
    assert [reason.light for reason in found] == [Light.RED, *[Light.AMBER] * 4]
    assert all("\u0600" <= reason.what[0] <= "\u06ff" for reason in found)
