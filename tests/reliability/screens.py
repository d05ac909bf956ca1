"""The screen is divided, turned, unplugged and plugged in, again and again: the booth covers it within a second."""

from __future__ import annotations

import random
import time
from contextlib import closing
from pathlib import Path
from typing import Final

from tests.booth.conftest import make_bundle
from tests.booth.outside import Place, Screen, covered, run
from tests.reliability.proof import Outcome

SIZE: Final = (1280, 1280)
WHOLE: Final = (0, 0, *SIZE)
LEFT, RIGHT = (0, 0, 720, 1280), (720, 0, 560, 1280)
ARRANGEMENTS: Final[tuple[tuple[Place, ...], ...]] = (
    (),
    ((0, 0, 1280, 720),),
    ((0, 0, 800, 600),),
    (LEFT,),
    (RIGHT,),
    (LEFT, RIGHT),
    ((0, 0, 1280, 640), (0, 640, 1280, 640)),
)
"""The monitors that there are; the first one is the primary one, and a screen without any is one itself."""
MOST_SECONDS: Final = 1.0


def change(folder: Path, changes: int, seed: int) -> list[Outcome]:
    """Change the monitors so many times, a tap between any two; return what is to be said of it."""
    chance = random.Random(seed)
    bundle, now, slowest = make_bundle(folder / "bundle", lambda said: None), (), 0.0
    (folder / "screen").mkdir()
    with closing(Screen(folder / "screen", SIZE)) as screen, run(screen, bundle) as program:
        program.wait_for("attract.started")
        screen.wait(lambda picture: covered(picture, WHOLE))
        for _ in range(changes):
            now = chance.choice([other for other in ARRANGEMENTS if other != now])
            place = now[0] if now else WHOLE
            begun = time.monotonic()
            screen.set_monitors(*now)
            screen.wait(lambda picture, at=place: screen.only_window() == at and covered(picture, at))
            slowest = max(slowest, time.monotonic() - begun)
            x, y, width, height = place
            screen.tap((x + chance.randrange(width), y + chance.randrange(height)))
        program.stop()
        told = program.noise + [str(event) for event in program.events if event["level"] != "info"]
    value = " | ".join([f"{changes} changes, {len(told)} warnings", *told[:3]])
    return [
        Outcome("screens", value, "0 warnings", not told, seed),
        Outcome("screen covered again", f"{slowest:.2f} s at most", "<= 1 s", slowest <= MOST_SECONDS, seed),
    ]
