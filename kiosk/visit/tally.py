"""What is counted of visits: how often things happen in an hour, and nothing that tells one visitor from another.

One pure function: what happened and when (monotonic seconds) goes in, what is to be added to the hour comes out. What
it remembers is of the visit that is going on, and goes with it.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import datetime
from typing import Final

import msgspec
from msgspec.structs import replace

from kiosk.ground.events import Event

VISIT_SECONDS: Final = (15, 30, 60, 120, 180, 300, 600)
"""Visits are counted by length, first touch to last: up to 15 s, 30 s, 1, 2, 3, 5, 10 minutes, and longer."""
WAIT_SECONDS: Final = (10, 30, 60, 300)
"""So is how long the attract loop ran until somebody touched it: up to 10 s, 30 s, 1, 5 minutes, and longer."""
LONGER: Final = "longer"
PLAUSIBLE_YEARS: Final = range(2026, 2101)
"""Nothing was counted before this program was there."""
UNKNOWN_HOUR: Final = "unknown"


class Count(msgspec.Struct, frozen=True):
    """Something to add to an hour: `what` was counted, of which `name`, how much."""

    what: str
    name: str = ""
    amount: float = 1.0


class Tally(msgspec.Struct, frozen=True):
    """What has to be remembered until a visit ends: in which language, and since when nobody has come before it."""

    waiting_since: float | None = None
    visiting: bool = False
    language: str = ""


def tally(
    state: Tally, event: Event, facts: Mapping[str, object], now: float, default: str
) -> tuple[Tally, list[Count]]:
    """Return what is remembered after `event`, and what is counted.

    `default` is the language that the booth begins with.
    """
    return _remembered(state, event, facts, now, default), _counted(state, event, facts, now)


def _remembered(state: Tally, event: Event, facts: Mapping[str, object], now: float, default: str) -> Tally:
    match event:
        case Event.ATTRACT_STARTED:
            return Tally(waiting_since=now)
        case Event.VISIT_STARTED:
            return replace(state, visiting=True, language=default)
        case Event.ATTRACT_TAPPED:
            return replace(state, waiting_since=None)
        case Event.LANGUAGE_CHANGED:
            return replace(state, language=str(facts.get("language", "")))
        case Event.VISIT_ENDED:
            return Tally()
    return state


def _counted(state: Tally, event: Event, facts: Mapping[str, object], now: float) -> list[Count]:
    match event:
        case Event.VISIT_STARTED:
            return [Count("visits")]
        case Event.ATTRACT_TAPPED:
            return [Count("attract", str(facts.get("opens", ""))), *_waited(state, now)]
        case Event.PAGE_OPENED:
            return [] if facts.get("back") else [Count("page", str(facts.get("page", "")))]
        case Event.VISIT_WARNED:
            return [Count("warned")]
        case Event.VISIT_EXTENDED:
            return [Count("extended")]
        case Event.FILM_WATCHED:
            film = str(facts.get("film", ""))
            return [Count("film", film), Count("film watched", film, min(1.0, _number(facts, "share")))]
        case Event.VISIT_ENDED:
            return _ended(state, _number(facts, "seconds"))
    return []


def _waited(state: Tally, now: float) -> list[Count]:
    since = state.waiting_since
    return [] if since is None else [Count("wait", class_of(now - since, WAIT_SECONDS))]


def _ended(state: Tally, seconds: float) -> list[Count]:
    if not state.visiting:
        return []
    counts = [Count("length", class_of(seconds, VISIT_SECONDS)), Count("visit seconds", "", seconds)]
    return [Count("language", state.language), *counts]


def _number(facts: Mapping[str, object], name: str) -> float:
    """Return a fact that is a number, 0 where it is none that can be added up."""
    value = facts.get(name)
    return max(0.0, float(value)) if isinstance(value, int | float) and math.isfinite(value) else 0.0


def class_of(seconds: float, limits: tuple[int, ...]) -> str:
    """Return the class that `seconds` fall into: the most seconds in it, or `longer`."""
    return next((f"{most}" for most in limits if seconds <= most), LONGER)


def hour_name(now: datetime) -> str:
    """Return the name of an hour (`2026-11-25T08`), or `unknown` where the clock cannot be right."""
    return now.strftime("%Y-%m-%dT%H") if now.year in PLAUSIBLE_YEARS else UNKNOWN_HOUR
