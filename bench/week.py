"""A simulated week of visits: `python -m bench.week FILE [SEED]` drives the pure machines and writes their counts.

The visitors are made up; what they do goes through `visit.step` and `next_route` as a touch does, and is counted by
`tally`. They come before the demo bundle.
"""

from __future__ import annotations

import random
import sys
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from kiosk.counts.counts import Counts
from kiosk.ground.events import Event
from kiosk.visit.route import Home, Open, Page, Place, Reset, Route, RouteEvent, is_back, next_route, place_named
from kiosk.visit.tally import Tally, hour_name, tally
from kiosk.visit.visit import (
    Effect,
    PageChanged,
    Phase,
    PlayingChanged,
    Pressed,
    Released,
    Rules,
    Ticked,
    Visit,
    VisitInput,
    next_deadline,
    step,
)

FIRST: Final = datetime(2026, 11, 16)
BUSY: Final = {9: 2, 10: 5, 11: 8, 12: 5, 13: 6, 14: 10, 15: 9, 16: 6, 17: 3}
DAYS: Final = (0.8, 0.9, 1.0, 1.1, 1.0, 1.8, 1.5)
LANGUAGES: Final = {"en": 40, "zh_Hans": 30, "de": 10, "fr": 8, "es": 7, "ar": 5}
LOOP: Final = {"automotive": 9, "specialties": 8, "landscapes": 7, "home": 6, "communication": 4, "investment": 4}
SECTORS: Final = {
    "automotive": 9, "specialties": 8, "landscapes": 7, "study": 5, "communication": 4, "investment": 3,
}  # fmt: skip
FILMS: Final = {"hotpot": 8.0, "bridge": 8.0, "cablecar": 9.0, "river": 8.0, "stairs": 8.0}
DEFAULT: Final = "en"
RULES: Final = Rules()


def pick(chances: dict[str, int], dice: random.Random) -> str:
    return dice.choices(list(chances), list(chances.values()))[0]


class Week:
    """A booth without a window: its clock, its visit, its route, and what has been counted."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)
        self.now = 0.0
        self.visits = 0
        self.counted: dict[str, dict[tuple[str, str], float]] = {}
        self._visit = Visit()
        self._route = Route()
        self._tally = Tally(waiting_since=0.0)
        self._began = 0.0
        self._opens = "home"

    def run(self) -> None:
        """Let the week pass."""
        for day, factor in enumerate(DAYS):
            for hour, busy in BUSY.items():
                opened = (day * 24 + hour) * 3600.0
                guests = max(0, round(self.dice.gauss(busy * factor, 1.5)))
                for at in sorted(opened + self.dice.uniform(0, 3500) for _ in range(guests)):
                    self.now = max(self.now + self.dice.uniform(2, 20), at)
                    self._come()

    def _come(self) -> None:
        self._opens = pick(LOOP, self.dice)
        self._touch()
        language = pick(LANGUAGES, self.dice)
        if language != DEFAULT:
            self._touch(3)
            self._log(Event.LANGUAGE_CHANGED, language=language)
        for _ in range(self.dice.choices(range(8), (2, 4, 6, 5, 4, 2, 1, 1))[0]):
            self._touch(self.dice.expovariate(1 / 14))
            self._look()
        while self._visit.phase is not Phase.ATTRACT:
            self._wait()
            if self._visit.phase is Phase.WARNING and self.dice.random() < 0.015:  # asked anew for every second
                self._touch(1)

    def _look(self) -> None:
        match self.dice.choices(("sector", "film", "statistics", "home"), (60, 15, 12, 13))[0]:
            case "sector":
                self._follow(Open(Place(Page.SECTOR, pick(SECTORS, self.dice))))
            case "statistics":
                self._follow(Open(Place(Page.STATISTICS)))
            case "home":
                self._follow(Home())
            case _:
                self._watch(self.dice.choices(list(FILMS), (7, 4, 3, 3, 1))[0])

    def _watch(self, film: str) -> None:
        self._follow(Open(Place(Page.FILM, film)))
        share = min(1.0, self.dice.betavariate(1.2, 0.8) * 1.2)
        self._take(PlayingChanged(True))
        self.now += FILMS[film] * share
        self._take(PlayingChanged(False))
        self._log(Event.FILM_WATCHED, film=film, share=share)

    def _touch(self, after: float = 0.0) -> None:
        self.now += after
        self._take(Pressed())
        self.now += 0.1
        self._take(Released())

    def _wait(self) -> None:
        due = next_deadline(self._visit, self.now, RULES)
        self.now = max(self.now, due if due is not None else self.now + 1) + 0.001
        self._take(Ticked())

    def _take(self, happened: VisitInput) -> None:
        """Do as `kiosk.booth.visits` does."""
        before = self._visit
        outcome = step(before, happened, self.now, RULES)
        self._visit = outcome.visit
        for effect in outcome.effects:
            match effect:
                case Effect.VISIT_STARTED:
                    self._began = self.now
                    self.visits += 1
                    self._log(Event.VISIT_STARTED)
                case Effect.ATTRACT_TAPPED:
                    self._log(Event.ATTRACT_TAPPED, opens=self._opens)
                    if not self._follow(Open(place_named(self._opens, FILMS))):
                        self._log(Event.PAGE_OPENED, page=str(self._route.place))
                case Effect.WARNING_STARTED:
                    self._log(Event.VISIT_WARNED)
                case Effect.WARNING_ENDED if outcome.visit.phase is Phase.ACTIVE:
                    self._log(Event.VISIT_EXTENDED)
                case Effect.VISIT_ENDED:
                    self._log(Event.VISIT_ENDED, seconds=before.idle_from - self._began)
                    self._route = next_route(self._route, Reset())
                    self._log(Event.ATTRACT_STARTED)

    def _follow(self, event: RouteEvent) -> bool:
        before, self._route = self._route, next_route(self._route, event)
        if self._route == before:
            return False
        self._log(Event.PAGE_OPENED, page=str(self._route.place), back=is_back(before, self._route))
        self._take(PageChanged(120))
        return True

    def _log(self, event: Event, **facts: object) -> None:
        self._tally, counts = tally(self._tally, event, facts, self.now, DEFAULT)
        hour = self.counted.setdefault(hour_name(FIRST + timedelta(seconds=self.now)), {})
        for count in counts:
            key = count.what, count.name
            hour[key] = hour.get(key, 0.0) + count.amount


def write_week(file: Path, seed: int = 1) -> int:
    """Write a week's counts into `file`; return how many visits there were."""
    week = Week(seed)
    week.run()
    Counts(file).add(week.counted)
    return week.visits


if __name__ == "__main__":
    print(write_week(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1), "visits")
