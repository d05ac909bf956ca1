"""A seeded monkey before the running booth: it taps, swipes and types for hours, and is then as if it never was there.

It sits outside: what it does goes through the X server, and what it looks at are pixels, the log and /proc. More than
one finger cannot come through that server: `tests/screens/test_fingers.py` has those.

Mesa's driver for machines without a graphics card has threads that draw, and each frame that it once held back for
them keeps its pictures until a later one takes its place: up to 8 MB more or less at each look. Told to have no such
threads, it has one frame. LP_NUM_THREADS in the environment says otherwise.
"""

from __future__ import annotations

import math
import os
import random
import statistics
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any, Final

from kiosk.booth.upkeep.memory import CLEAR_UP_MS, FRAMES_MS
from kiosk.staff.pin import hash_pin
from kiosk.visit.gate import SHUT_SECONDS
from tests.booth.attempts import CHORDS, KEYPAD
from tests.booth.conftest import make_bundle
from tests.booth.outside import SIZE, Pixels, Program, Screen, run, seen_unlike, unlike
from tests.reliability.proof import Outcome

PIN: Final = "480261"
MOST_KB: Final = 20.0
"""How much the memory may grow in 1,000 events, in the second half."""
EVENTS_TO_JUDGE: Final = 5_000
"""With fewer, what is seen of the memory is how it fills."""
BAD: Final = {"qml.warning", "exception", "media.failed"}
LOOKS: Final = 40
HOME, NUMBERS, CORNER, MIDDLE = (70, 680), (229, 680), (12, 12), (640, 300)
LANGUAGES: Final = ((1063, 680), (1130, 680), (1206, 680))
IDLE_SECONDS: Final = 4
MIRRORED: Final = {"ar"}


@dataclass
class Look:
    """What the program takes of the machine after so many events."""

    events: int
    kb: int
    descriptors: int
    threads: int


@dataclass
class Monkey:
    """Somebody who does everything that one can do with a mouse and a keyboard; `patience` is how often they wait."""

    screen: Screen
    program: Program
    chance: random.Random
    patience: float = 0.04
    looks: list[Look] = field(default_factory=list)
    windows: int = 1
    resets: int = 0

    def act(self) -> None:
        """Do something."""
        act: Callable[[], object] = self.chance.choices(list(ACTS), list(ACTS.values()))[0].__get__(self)
        act()
        slow = self.chance.random() < self.patience
        self.wait(1.2 * SHUT_SECONDS if slow else self.chance.uniform(0, 0.01))

    def place(self) -> tuple[int, int]:
        """Return a place: anywhere, or in the bar."""
        bar = self.chance.random() < 0.15
        return self.chance.randrange(SIZE[0]), self.chance.randrange(650 if bar else 0, SIZE[1])

    def tap(self) -> None:
        self.screen.tap(self.place())

    def tap_twice(self) -> None:
        place = self.place()
        self.screen.tap(place)
        self.screen.tap(place)

    def press_long(self) -> None:
        self.screen.press(self.place())
        self.wait(0.6)
        self.screen.release()

    def swipe(self) -> None:
        self.screen.drag(*(self.place() for _ in range(self.chance.choice([2, 2, 2, 3, 4]))))

    def turn_wheel(self) -> None:
        place, button = self.place(), self.chance.choice([4, 5, 5, 6, 7])
        for _ in range(self.chance.randrange(1, 9)):
            self.screen.tap(place, button)

    def press_button(self) -> None:
        self.screen.tap(self.place(), self.chance.choice([2, 3, 8, 9]))

    def press_key(self) -> None:
        self.screen.keys(self.chance.choice(KEYPAD))

    def press_chord(self) -> None:
        self.screen.keys(self.chance.choice(CHORDS))

    def choose_language(self) -> None:
        if self.chance.random() < 8 * self.patience:
            self.wait(1.2 * SHUT_SECONDS)
        x, y = self.chance.choice(LANGUAGES)
        self.screen.tap((x if self.chance.random() < 0.7 else SIZE[0] - x, y))

    def guess_pin(self) -> None:
        for _ in range(5):
            self.screen.tap(CORNER)
        for _ in range(6):
            self.screen.keys(str(self.chance.randrange(10)))
        self.screen.keys("Return")

    def ask_to_close(self) -> None:
        self.screen.ask_to_close()

    # What the booth is asked in between.

    def come_home(self) -> None:
        """Go to the home page; everything that was done before has then been done."""
        for _ in range(60):
            self.screen.keys("Escape")
            self.wait(1.2 * SHUT_SECONDS)
            if self._open(NUMBERS, "statistics") and self._open(HOME, "home"):
                return
        raise AssertionError(f"no way home after {self.program.names()[-9:]}")

    def _open(self, way: tuple[int, int], page: str) -> bool:
        before = len(self.program.events)
        self.screen.tap((SIZE[0] - way[0], way[1]) if self._language() in MIRRORED else way)
        opened = self.program.comes("page.opened", after=before, seconds=1.0)
        self.wait(1.2 * SHUT_SECONDS)
        return page == "statistics" or (opened is not None and opened["page"] == page)

    def wait(self, seconds: float) -> None:
        """Let time pass; what is drawn meanwhile is of no interest."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            self.screen.drawn(left)

    def _language(self) -> str:
        for event in reversed(self.program.events):
            if event["event"] in ("visit.ended", "booth.started"):
                return "en"
            if event["event"] == "language.changed":
                return str(event["language"])
        return "en"

    def look(self, events: int) -> None:
        """Note what the program takes, where nothing of what was done before is left."""
        self.wait(1.2 * (CLEAR_UP_MS + FRAMES_MS) / 1000)
        looks = []
        for _ in range(10):  # a film that was left may be a moment in going
            looks.append(self._look(events))
            self.wait(0.1)
        self.looks.append(min(looks, key=lambda look: (look.threads, look.descriptors, look.kb)))
        self.windows = max(self.windows, len(self.screen.windows()))

    def _look(self, events: int) -> Look:
        folder = Path("/proc", str(self.program.process.pid))
        fields = dict(line.split(":", 1) for line in (folder / "status").read_text().splitlines())
        own = int(fields["RssAnon"].split()[0])
        return Look(events, own, len(os.listdir(folder / "fd")), int(fields["Threads"]))

    def rest(self, long: bool) -> None:
        """Come home, where nobody reads for minutes; with `long`, go away from there."""
        self.come_home()
        if long:
            self.leave()

    def leave(self) -> None:
        """Wait until nobody is there any more."""
        before = len(self.program.events)
        self.resets += 1
        self.program.wait_for("visit.ended", after=before)

    def reset(self) -> None:
        """Let staff come, which ends the visit, and go again: that takes less time than waiting."""
        self.come_home()
        before = len(self.program.events)
        self.resets += 1
        while not self.program.comes("staff.panel_opened", after=before, seconds=2.0):
            self.screen.keys("Escape")
            self.wait(1.2 * SHUT_SECONDS)
            for _ in range(5):
                self.screen.tap(CORNER)
            self.wait(1.2 * SHUT_SECONDS)
            for digit in PIN:
                self.screen.keys(digit)
            self.screen.keys("Return")
        self.program.follow("staff.closed", self.screen.keys, "Escape")


ACTS: Final[dict[Callable[[Monkey], None], int]] = {
    Monkey.tap: 400,
    Monkey.tap_twice: 60,
    Monkey.press_long: 4,
    Monkey.swipe: 150,
    Monkey.turn_wheel: 80,
    Monkey.press_button: 50,
    Monkey.press_key: 120,
    Monkey.press_chord: 80,
    Monkey.choose_language: 50,
    Monkey.guess_pin: 1,
    Monkey.ask_to_close: 5,
}


def let_loose(folder: Path, events: int, seed: int, bundle: Path | None = None) -> list[Outcome]:
    """Let the monkey do so many things; return what is to be said of it."""
    settings = folder / "booth.yaml"
    settings.write_text(f'booth: 1\nway_in: {{gesture: taps}}\npin: {{hash: "{hash_pin(PIN)}"}}\n')
    home = {name: str(folder / name.lower()) for name in ("XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR")}
    for place in home.values():
        Path(place).mkdir(mode=0o700)
    threads = {"LP_NUM_THREADS": os.environ.get("LP_NUM_THREADS", "0")}
    long = events >= EVENTS_TO_JUDGE
    patience = ("--idle-seconds", str(IDLE_SECONDS if long else 60))
    shown = bundle or make_bundle(folder / "bundle", _one_item)
    (folder / "screen").mkdir()
    with (
        closing(Screen(folder / "screen")) as screen,
        run(screen, shown, "--booth", settings, *patience, **home, **threads) as program,
    ):
        program.wait_for("attract.started")
        monkey = Monkey(screen, program, random.Random(seed), 0.04 if long else 0.015)
        fresh = _first_page(monkey)
        for done in range(events):
            monkey.act()
            if done % (events // (LOOKS if long else 2)) == 0:
                monkey.rest(long)
                monkey.look(done)
        monkey.rest(long)
        monkey.look(events)
        if not long:
            monkey.reset()
        unequal = seen_unlike(_first_page(monkey), fresh)
        program.stop()
        return list(_outcomes(monkey, events, seed, unequal))


def _one_item(said: dict[str, Any]) -> None:
    del said["attract"][1:]


def _first_page(monkey: Monkey) -> Pixels:
    """Tap the loop, and return the page that it leads to."""
    screen, program = monkey.screen, monkey.program
    loop = screen.look()
    program.follow("page.opened", screen.tap, MIDDLE)
    screen.wait(lambda picture: unlike(picture, loop) > 0.3)
    screen.move((SIZE[0] - 1, SIZE[1] - 1))
    return screen.settled()


def slope(looks: list[Look]) -> tuple[float, float, float]:
    """Return by how many kB the memory grows in 1,000 events, and the bounds within which that is known (95 %).

    It is the median of the slopes between any two looks (Theil and Sen): what one look finds differs by megabytes from
    the next, by a picture or by what the graphics driver holds just then, and a line through all would follow single
    ones. Only what is more than these differences can be called growth.
    """
    slopes = sorted(1000 * (b.kb - a.kb) / (b.events - a.events) for a, b in combinations(looks, 2))
    count = len(looks)
    reach = 1.96 * math.sqrt(count * (count - 1) * (2 * count + 5) / 18)
    below = max(0, math.floor((len(slopes) - reach) / 2))
    return slopes[below], statistics.median(slopes), slopes[-1 - below]


def _outcomes(monkey: Monkey, events: int, seed: int, unequal: int) -> list[Outcome]:
    program, half = monkey.program, monkey.looks[len(monkey.looks) // 2 :]
    least, kb, most = slope(half)
    told = program.noise + [str(event) for event in program.events if event["event"] in BAD or event["level"] != "info"]
    kinds = {name: program.names().count(name) for name in ("page.opened", "language.changed", "staff.pad_opened")}
    did = ", ".join(f"{count} {name}" for name, count in kinds.items())
    judged = events >= EVENTS_TO_JUDGE
    spread = {
        name: max(getattr(look, name) for look in half) - min(getattr(look, name) for look in half)
        for name in ("descriptors", "threads")
    }
    return [
        Outcome("monkey", f"{events} events ({did}, {monkey.resets} resets)", "no crash", True, seed),
        Outcome("warnings and exceptions", " | ".join([str(len(told)), *told[:5]]), "0", not told, seed),
        Outcome("windows", str(monkey.windows), "1", monkey.windows == 1, seed),
        Outcome(
            "memory",
            f"{kb:.0f} kB per 1,000 events, between {least:.0f} and {most:.0f} ({half[0].kb} to {half[-1].kb} kB)",
            f"<= {MOST_KB:.0f} kB" if judged else "none",
            least <= MOST_KB or not judged,
            seed,
        ),
        *(
            Outcome(name, f"{count} more at most", "<= 2", count <= 2 or not judged, seed)
            for name, count in spread.items()
        ),
        Outcome("after the reset", f"{unequal} pixels differ from a fresh start", "0", unequal == 0, seed),
    ]
