"""A simulated week of visits: `python -m bench.week FILE [SEED]` drives the pure machines and writes their counts."""

from __future__ import annotations

import random
import sys
from datetime import datetime, timedelta
from pathlib import Path

from kiosk.staff.counts import Counts
from kiosk.visit.tally import Count, Tally, hour_name, tally

FIRST = datetime(2026, 11, 16)
OPEN, CLOSE = 9, 18
BUSY = {9: 2, 10: 5, 11: 8, 12: 5, 13: 6, 14: 10, 15: 9, 16: 6, 17: 3}
DAYS = (0.8, 0.9, 1.0, 1.1, 1.0, 1.8, 1.5)
LANGUAGES = {"en": 40, "zh_Hans": 30, "de": 10, "fr": 8, "es": 7, "ar": 5}
SECTORS = {"automotive": 9, "landscapes": 7, "food": 8, "logistics": 4, "education": 3, "electronics": 5}
FILMS = {"gorge": 6, "assembly": 5, "hotpot": 7}


def pick(chances: dict[str, int], dice: random.Random) -> str:
    return dice.choices(list(chances), list(chances.values()))[0]


def visit(dice: random.Random) -> list[tuple[float, str, dict[str, object]]]:
    """Return what happens in one visit: seconds since what came before, event, facts."""
    happened: list[tuple[float, str, dict[str, object]]] = [
        (dice.expovariate(1 / 40), "attract.tapped", {"opens": pick(SECTORS, dice)}),
        (0.1, "visit.started", {}),
        (0.1, "page.opened", {"page": "home"}),
    ]
    language = pick(LANGUAGES, dice)
    if language != "en":
        happened.append((4, "language.changed", {"language": language}))
    for _ in range(dice.randint(0, 6)):
        happened.append((dice.expovariate(1 / 18), "page.opened", {"page": f"sector/{pick(SECTORS, dice)}"}))
        if dice.random() < 0.3:
            film = pick(FILMS, dice)
            happened.append((5, "page.opened", {"page": f"film/{film}"}))
            happened.append((20, "film.watched", {"film": film, "share": min(1.0, dice.random() * 1.3)}))
    if dice.random() < 0.6:
        happened.append((60, "visit.warned", {}))
        if dice.random() < 0.25:
            happened.append((5, "visit.extended", {}))
    happened.append((20, "visit.ended", {}))
    return [*happened, (0.1, "attract.started", {})]


def write_week(file: Path, seed: int = 1) -> int:
    """Write a week's counts into `file`; return how many visits there were."""
    dice = random.Random(seed)
    base, state, now, visits = Counts(file), Tally(), 0.0, 0
    for day, factor in enumerate(DAYS):
        for hour in range(OPEN, CLOSE):
            found: dict[tuple[str, str], float] = {}
            for _ in range(max(0, round(dice.gauss(BUSY[hour] * factor, 1.5)))):
                visits += 1
                for seconds, event, facts in visit(dice):
                    now += seconds
                    state, counts = tally(state, event, facts, now, "en")
                    for count in counts:
                        found[count.what, count.name] = found.get((count.what, count.name), 0.0) + count.amount
            name = hour_name(FIRST + timedelta(days=day, hours=hour))
            base.add(name, [Count(what, which, amount) for (what, which), amount in found.items()])
    return visits


if __name__ == "__main__":
    print(write_week(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1), "visits")
