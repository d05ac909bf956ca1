"""One start of one program: what a visitor would see, in the order in which it is measured."""

from __future__ import annotations

import os
import random
import subprocess
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from bench.bar import find_groups
from bench.processes import busy_seconds, cpu_seconds, end, pss_mb, tree
from bench.programs import BAR, Program
from bench.screen import Box, Pixels, Screen, Server, changed, is_blank

START_LIMIT: Final = 60.0
ANSWER_LIMIT: Final = 3.0
HOLD_SECONDS: Final = 0.06
REST_SECONDS: Final = 0.5
WARM_SECONDS: Final = 4.0
"""What a program gets to finish starting before anything else is measured of it."""

CALM_SECONDS: Final = 1.0
CALM_SHARE: Final = 0.05
CALM_LIMIT: Final = 30.0
"""A start begins when less than this share of one core was used for so long, at the latest after the limit."""

SAME: Final = 0.005
"""Two pictures of one page may differ in this part of their pixels."""


class MeasureError(Exception):
    """The program did not behave as the bench expects; the message says how."""


@dataclass(frozen=True)
class Plan:
    """How much is measured in one start."""

    taps: int
    switches: int
    idle_seconds: float


@dataclass
class Sample:
    """What one start showed. Times in milliseconds; processor time in seconds per second; memory in MiB.

    `elsewhere_cpu` is what programs that have no part in this used meanwhile.
    """

    program: str
    first_pixel_ms: float = 0.0
    content_ms: float = 0.0
    taps_ms: list[float] = field(default_factory=list)
    taps_unanswered: int = 0
    home_taps_ms: list[float] = field(default_factory=list)
    switch_words_ms: list[float] = field(default_factory=list)
    switch_settled_ms: list[float] = field(default_factory=list)
    attract_cpu: float | None = None
    still_cpu: float = 0.0
    start_pss_mb: float = 0.0
    pss_mb: float = 0.0
    processes: int = 0
    elsewhere_cpu: float = 0.0


def measure(program: Program, server: Server, home: Path, plan: Plan, shots: Path | None = None) -> Sample:
    """Start `program` and measure it; `home` holds its caches, `shots` takes pictures of what was seen.

    Raises `MeasureError` where it shows nothing or does not answer.
    """
    environment = {**os.environ, "DISPLAY": server.display, "QT_QPA_PLATFORM": "xcb"}
    environment |= {f"XDG_{kind}_HOME": str(home / kind.lower()) for kind in ("CACHE", "STATE", "CONFIG")}
    for name in ("WAYLAND_DISPLAY", "PYTHONDONTWRITEBYTECODE"):  # the start that does not count compiles for the others
        environment.pop(name, None)
    with tempfile.TemporaryDirectory(prefix="bench-profile-") as profile, Screen(server) as screen:
        command = [*program.command, *([f"--user-data-dir={profile}"] if program.new_profile else [])]
        empty = screen.look()
        if not is_blank(empty):
            raise MeasureError("the virtual screen is not empty")
        sample = Sample(program.name)
        _wait_for_rest()
        began = time.perf_counter()
        process = subprocess.Popen(
            command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
        try:
            _watch_start(screen, process, empty, began, sample)
            _Visit(program, screen, (process.pid, server.pid), sample, shots).pay(plan)
        finally:
            end(process)
            screen.rest(0.3, 5.0)
    return sample


def _wait_for_rest() -> None:
    """Wait until the machine is idle: what ran before, a browser above all, is not over when its window is gone."""
    until = time.monotonic() + CALM_LIMIT
    while time.monotonic() < until:
        before, began = busy_seconds(), time.monotonic()
        time.sleep(CALM_SECONDS)
        if busy_seconds() - before < CALM_SHARE * (time.monotonic() - began):
            return


def _watch_start(screen: Screen, process: subprocess.Popen[bytes], empty: Pixels, began: float, sample: Sample) -> None:
    while time.perf_counter() < began + START_LIMIT:
        if not screen.drawn(0.25):
            if process.poll() is not None:
                raise MeasureError(f"{sample.program} ended by itself, with exit code {process.returncode}")
            continue
        picture = screen.look()
        now = 1000 * (time.perf_counter() - began)
        if not sample.first_pixel_ms and changed(empty, picture):
            sample.first_pixel_ms = now
        if not is_blank(picture[::3, ::3]):
            sample.content_ms = now
            return
    raise MeasureError(f"{sample.program} showed nothing within {START_LIMIT:.0f} s")


class _Visit:
    """A visitor with a stop watch: waits, taps tiles, changes the language, waits again."""

    def __init__(
        self, program: Program, screen: Screen, pids: tuple[int, int], sample: Sample, shots: Path | None
    ) -> None:
        self._program = program
        self._screen = screen
        self._pid, self._server = pids
        self._sample = sample
        self._shots = shots
        whole = screen.whole
        self._page = Box(0, 0, whole.width, whole.height - BAR)
        self._bar = Box(0, whole.height - BAR, whole.width, BAR)

    def pay(self, plan: Plan) -> None:
        """Measure everything that comes after the start."""
        sample, screen = self._sample, self._screen
        time.sleep(WARM_SECONDS)
        sample.start_pss_mb = pss_mb(tree(self._pid))
        if self._program.attracts:
            sample.attract_cpu = self._idle(plan.idle_seconds)
            self._shoot("attract")
            self._tap(*self._page.centre)
            time.sleep(WARM_SECONDS)
            self._go_home()
        screen.park()
        screen.rest(REST_SECONDS, START_LIMIT)
        self._shoot("home")
        for _ in range(plan.taps):
            self._tap_tile()
        self._switch_languages(plan.switches)
        sample.still_cpu = self._idle(plan.idle_seconds)
        pids = tree(self._pid)
        sample.pss_mb, sample.processes = pss_mb(pids), len(pids)

    def _tap_tile(self) -> None:
        """Tap one of the six tiles, and go home again where that has led to a page."""
        screen, sample = self._screen, self._sample
        row, column = random.randrange(2), random.randrange(3)
        x, y = round(screen.whole.width * (0.42 + 0.24 * column)), round(self._page.height * (0.2 + 0.5 * row))
        screen.park()
        before, _ = screen.rest(REST_SECONDS, START_LIMIT)
        answered = self._tap(x, y)
        if answered is None:
            sample.taps_unanswered += 1
        else:
            sample.taps_ms.append(answered)
        if self._program.attracts:
            screen.rest(REST_SECONDS, START_LIMIT)
            self._go_home()
        screen.park()
        after, _ = screen.rest(REST_SECONDS, START_LIMIT)
        if changed(before, after) > SAME:
            self._shoot("differs")
            raise MeasureError(f"{sample.program} does not look as before after a tap at {x}, {y}")

    def _go_home(self) -> None:
        """Tap the bar's first button."""
        ways = self._bar_groups()[0]
        answered = self._tap(*ways[0].centre)
        if answered is not None:
            self._sample.home_taps_ms.append(answered)

    def _tap(self, x: int, y: int) -> float | None:
        """Tap at a place; return after how many ms a pixel near it changed, or None."""
        screen = self._screen
        near = Box(max(0, x - 200), max(0, y - 120), 400, 240)
        screen.move(x, y)
        screen.rest(0.1 + random.random() / 10, 1.0)
        before = screen.look(near)
        pressed = screen.press()
        seen = screen.first_change(before, HOLD_SECONDS, near)
        time.sleep(max(0.0, HOLD_SECONDS - (time.perf_counter() - pressed)))
        screen.release()
        if seen is None:
            seen = screen.first_change(before, ANSWER_LIMIT, near)
        return None if seen is None else 1000 * (seen - pressed)

    def _switch_languages(self, count: int) -> None:
        """Tap a language, see the words change, and go back to the first one, which must look as before."""
        screen = self._screen
        screen.park()
        home, _ = screen.rest(REST_SECONDS, START_LIMIT)
        for turn in range(1, count + 1):
            names = self._languages()
            self._switch(names[1 + (turn - 1) % (len(names) - 1)])
            self._shoot(f"language-{turn}")
            self._switch(self._languages()[0])
            screen.park()
            after, _ = screen.rest(REST_SECONDS, START_LIMIT)
            if changed(home, after) > SAME:
                self._shoot("differs")
                raise MeasureError(f"{self._sample.program} looks different after a language and back")

    def _switch(self, name: Box) -> None:
        """Tap a language and see the page's words change; the clock starts when the finger is lifted."""
        screen, sample = self._screen, self._sample
        screen.move(*name.centre)
        screen.rest(REST_SECONDS, START_LIMIT)
        page = screen.look(self._page)
        screen.press()
        time.sleep(HOLD_SECONDS)
        released = screen.release()
        said = screen.first_change(page, ANSWER_LIMIT, self._page)
        if said is None:
            self._shoot("differs")
            raise MeasureError(f"{sample.program} does not change its language at {name.centre}")
        _, settled = screen.rest(REST_SECONDS, START_LIMIT)
        sample.switch_words_ms.append(1000 * (said - released))
        sample.switch_settled_ms.append(1000 * (settled - released))

    def _languages(self) -> list[Box]:
        """Return where the names of the languages are, the first language first."""
        groups = self._bar_groups()
        group = max(groups, key=len)
        if len(group) < 2:
            raise MeasureError(f"{self._sample.program} shows no languages in its bar")
        return group[::-1] if group is not groups[-1] else group  # an Arabic page has them on its left, in reverse

    def _bar_groups(self) -> list[list[Box]]:
        return find_groups(self._screen.look(self._bar), self._bar)

    def _idle(self, seconds: float) -> float:
        """Return the processor time per second while nobody touches anything."""
        self._screen.park()
        pids = tree(self._pid)
        ours, others, began = cpu_seconds(pids), self._busy_elsewhere(pids), time.perf_counter()
        time.sleep(seconds)
        passed = time.perf_counter() - began
        self._sample.elsewhere_cpu = (self._busy_elsewhere(pids) - others) / passed
        return (cpu_seconds(pids) - ours) / passed

    def _busy_elsewhere(self, pids: list[int]) -> float:
        return busy_seconds() - cpu_seconds([*pids, self._server, os.getpid()])

    def _shoot(self, name: str) -> None:
        if self._shots is not None:
            self._screen.save(self._shots / f"{self._sample.program}-{name}.png")
