"""The traffic light: how well a check went, and how the booth is doing, with the reasons in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import IntEnum
from typing import Final

import msgspec

from kiosk.ground.events import Event
from kiosk.language.catalogs import Interface
from kiosk.language.locales import apart

PAGE: Final = "docs/\N{WORD JOINER}operation.md"
"""Where it is told how a booth is kept running; a line would break after the slash."""


class Light(IntEnum):
    """How something is."""

    GREEN = 0
    AMBER = 1
    RED = 2


class LastCheck(msgspec.Struct, frozen=True):
    """When the last opening check was, on the machine's clock, and how it ended."""

    time: str
    level: Light


class Health(msgspec.Struct, frozen=True):
    """How the booth is doing: mistakes since the start by their event, bad ends since the machine was started,
    whether something starts the program again, and the last opening check.
    """

    faults: Mapping[Event, int]
    crashes: int
    supervised: bool
    check: LastCheck | None


class Reason(msgspec.Struct, frozen=True):
    """Why the light is not green, or what else is to be known."""

    light: Light
    what: str


def reasons(health: Health, words: Interface) -> Iterator[Reason]:
    """Yield how the booth is doing, in the language of `words`."""
    gettext = words.gettext
    for event, count in sorted(health.faults.items()):
        light = Light.RED if event is Event.EXCEPTION else Light.AMBER
        yield Reason(light, _fault(event, gettext).format(count=count))
    if health.crashes:
        what = gettext("Crashes of the program since the machine was started: {count}. The log tells more.")
        yield Reason(Light.AMBER, what.format(count=health.crashes))
    if not health.supervised:
        what = gettext("Nothing starts this program again if it should end: see {page}.")
        yield Reason(Light.AMBER, what.format(page=apart(PAGE)))
    yield _checked(health.check, gettext)


def _fault(event: Event, gettext: Callable[[str], str]) -> str:
    known = {
        Event.EXCEPTION: gettext("Mistakes of the program since the start: {count}. The log tells more."),
        Event.MEDIA_FAILED: gettext("Films that could not be played: {count}."),
        Event.SETTINGS_PROBLEM: gettext("Mistakes in the settings: {count}. See `kiosk settings check`."),
        Event.BUNDLE_PROBLEM: gettext("Mistakes in the content: {count}. See `kiosk check`."),
        Event.CONTENT_UNSOUND: gettext("Content that caused mistakes and was taken back: {count}."),
        Event.GRAPHICS_SOFTWARE: gettext(
            "The graphics card is left alone, since nothing was drawn with it: films may be slow."
        ),
    }
    return known.get(event) or gettext("Warnings since the start: {count}. The log tells more.")


def _checked(check: LastCheck | None, gettext: Callable[[str], str]) -> Reason:
    if check is None:
        return Reason(Light.AMBER, gettext("There has been no opening check yet."))
    results = {
        Light.GREEN: gettext("all was well"),
        Light.AMBER: gettext("something to look at"),
        Light.RED: gettext("something was wrong"),
    }
    what = gettext("Opening check {time}: {result}.")
    return Reason(check.level, what.format(time=check.time, result=results[check.level]))
