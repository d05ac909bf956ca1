"""What is counted of visits: how often things happen in an hour, and nothing that tells one visitor from another.

One pure function: what happened and when (monotonic seconds) goes in, what is to be added to the hour comes out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

VISIT_SECONDS: Final = (15, 60, 180, 600)
"""Visits are counted by length: up to 15 s, 1 min, 3 min, 10 min, and longer."""
PLAUSIBLE_YEARS: Final = range(2024, 2101)
UNKNOWN_HOUR: Final = "unknown"


@dataclass(frozen=True, slots=True)
class Count:
    """Something to add to an hour: `what` was counted, of which `name`, how much."""

    what: str
    name: str = ""
    amount: float = 1.0


@dataclass(frozen=True, slots=True)
class Tally:
    """What has to be remembered within a visit; it goes with the visit."""

    began: float | None = None
    waiting_since: float | None = None
    language: str = ""


def tally(state: Tally, event: str, facts: Mapping[str, object], now: float, default: str) -> tuple[Tally, list[Count]]:
    """Return what is remembered after `event`, an event of the log, and what is counted.

    `default` is the language that the booth begins with.
    """
    match event:
        case "attract.started":
            return Tally(waiting_since=now), []
        case "attract.tapped":
            counts = [Count("attract", str(facts.get("opens", "")))]
            if state.waiting_since is not None:
                counts.append(Count("attract seconds", "", now - state.waiting_since))
            return state, counts
        case "visit.started":
            return Tally(began=now, waiting_since=state.waiting_since, language=default), [Count("visits")]
        case "page.opened":
            return state, [Count("page", str(facts.get("page", "")))]
        case "language.changed":
            return replace(state, language=str(facts.get("language", ""))), []
        case "visit.warned":
            return state, [Count("warned")]
        case "visit.extended":
            return state, [Count("extended")]
        case "film.watched":
            share = facts.get("share")
            amount = min(1.0, max(0.0, share)) if isinstance(share, int | float) else 0.0
            film = str(facts.get("film", ""))
            return state, [Count("film", film), Count("film watched", film, amount)]
        case "visit.ended":
            return Tally(), _ended(state, now)
        case _:
            return state, []


def _ended(state: Tally, now: float) -> list[Count]:
    if state.began is None:
        return []
    seconds = max(0.0, now - state.began)
    return [
        Count("language", state.language),
        Count("length", length_name(seconds)),
        Count("visit seconds", "", seconds),
    ]


def length_name(seconds: float) -> str:
    """Return the class of a visit's length: the most seconds in it, or `longer`."""
    return next((f"{most}" for most in VISIT_SECONDS if seconds <= most), "longer")


def hour_name(now: datetime) -> str:
    """Return the name of an hour (`2026-11-25T08`), or `unknown` where the clock cannot be right."""
    return now.strftime("%Y-%m-%dT%H") if now.year in PLAUSIBLE_YEARS else UNKNOWN_HOUR
