"""Changes of `booth.yaml` killed at their system calls, and at any moment: the old file or the new, never a part."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

from kiosk.settings.file import load_settings
from tests.reliability.kills import CALLS, Point, calls_on, spread, tracer
from tests.reliability.proof import ROOT, Outcome

OLD = "# A word that stays.\nbooth: 1\nsound: {volume: 40} # quiet\n"
NEW = OLD.replace("40", "55")
CHANGE = """
import sys
from pathlib import Path
from kiosk.settings.file import change_settings
change_settings(Path(sys.argv[1]), {"sound.volume": 55})
"""


def kill_everywhere(folder: Path, most: int, moments: int, seed: int) -> Outcome:
    """Kill a change at up to `most` of its system calls, and at `moments` drawn by chance."""
    chance = random.Random(seed)
    every = _points(folder)
    chosen = spread(every, most, chance) if most < len(every) else every
    begun = time.monotonic()
    _change(_fresh(folder))
    whole = time.monotonic() - begun
    counts = {OLD: 0, NEW: 0}
    alive = 0
    torn: list[str] = []
    for point in [*chosen, *([None] * moments)]:
        file = _fresh(folder)
        if point is None:
            _change(file, patience=chance.uniform(0.3, 1.1) * whole)
        else:
            alive += _change(file, *tracer(point[0], f"signal=SIGKILL:when={point[1]}", worker=False))
        text = file.read_text()
        if text in counts:
            counts[text] += 1
        else:
            torn.append(f"{point}: {text!r}")
        if (
            load_settings(file).problems
            or not _change(file)
            or file.read_text() != NEW
            or len(os.listdir(file.parent)) > 1
        ):
            torn.append(f"{point}: not to be changed again, or something is left lying there")
    value = (
        f"{len(torn)} torn of {len(chosen)} kills at the {len(every)} calls on the file and {moments} at any moment "
        f"({counts[OLD]} old, {counts[NEW]} new, {alive} not met)"
    )
    passed = not torn and alive * 4 < len(chosen)
    return Outcome("kill -9 of settings", value + "".join(f"; {line}" for line in torn[:3]), "0 torn", passed, seed)


def _points(folder: Path) -> list[Point]:
    file, log = _fresh(folder), folder / "trace"
    calls = ",".join(f"?{call}" for call in CALLS)
    _change(file, "strace", "-f", "-qq", "-y", "-e", f"trace={calls}", "-o", str(log))
    return [point for point in calls_on(file.parent, log) if not point[2]]


def _fresh(folder: Path) -> Path:
    file = folder / "config" / "booth.yaml"
    shutil.rmtree(file.parent, ignore_errors=True)
    file.parent.mkdir(parents=True)
    file.write_text(OLD)
    return file


def _change(file: Path, *before: str, patience: float | None = None) -> bool:
    """Change the file, after `patience` seconds no longer; return whether that ended well."""
    home = file.parent.parent / "cache"
    words = [*before, sys.executable, "-c", CHANGE, str(file)]
    with subprocess.Popen(
        words, cwd=ROOT, env={**os.environ, "XDG_CACHE_HOME": str(home)}, stderr=subprocess.DEVNULL
    ) as done:
        try:
            return done.wait(patience) == 0
        except subprocess.TimeoutExpired:
            done.kill()
            return False
