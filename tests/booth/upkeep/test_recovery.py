"""A booth that crashes or hangs is back soon, shows what was good before, and is alone on its screen."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, Final

import pytest

from kiosk.ground.exits import Exit
from tests.booth.outside import PATIENCE, ROOT, Screen, is_blank
from tests.screens.sample import make_sample

WATCHDOG: Final = 4.0
CRASH_SECONDS: Final = 15.0
"""The goal is 5 on a machine that does nothing else; test machines do."""
HANG_SECONDS: Final = 30.0
"""The goal is 15."""


@pytest.fixture(scope="module")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    """A screen for the booths of this module."""
    with closing(Screen(tmp_path_factory.mktemp("screen"), (640, 360))) as screen:
        yield screen


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample bundle's folder."""
    return make_sample(tmp_path_factory.mktemp("sample") / "booth")


class Kept:
    """A booth under `kiosk keep`."""

    def __init__(self, screen: Screen, home: Path, *arguments: str | Path, **variables: str) -> None:
        self.log = home / "said"
        places = {f"XDG_{name}": str(home / name.lower()) for name in ("STATE_HOME", "RUNTIME_DIR", "DATA_HOME")}
        for place in places.values():
            Path(place).mkdir(mode=0o700, exist_ok=True)
        self.environment = {**os.environ, **places, **variables, "DISPLAY": screen.name}
        command = [sys.executable, "-m", "kiosk", "keep", "--watchdog", str(WATCHDOG), *map(str, arguments)]
        with self.log.open("wb") as said:
            self.process = subprocess.Popen(
                [*command, "--log-format", "json"], stderr=said, cwd=ROOT, env=self.environment
            )

    def events(self, name: str) -> list[dict[str, Any]]:
        """Return what was logged under a name, of all starts."""
        lines = self.log.read_text("utf-8", "replace").splitlines()
        told = [json.loads(line) for line in lines if line.startswith("{")]
        return [event for event in told if event["event"] == name]

    def wait(self, name: str, count: int) -> dict[str, Any]:
        """Wait until something was logged so often, and return the last."""
        until = time.monotonic() + PATIENCE
        while len(found := self.events(name)) < count:
            assert self.process.poll() is None, self.log.read_text("utf-8", "replace")[-2000:]
            assert time.monotonic() < until, f"{name}: {self.log.read_text('utf-8', 'replace')[-2000:]}"
            time.sleep(0.05)
        return found[count - 1]

    def is_ready(self) -> bool:
        """Say whether the booth has noted that it painted, which it does once it gives signs of life."""
        file = Path(self.environment["XDG_STATE_HOME"], "kiosk", "lives.json")
        return file.exists() and '"painted":true' in file.read_text("utf-8")

    def child(self) -> int:
        """Return the booth's process."""
        text = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text("ascii")
        return int(re.findall(r"\d+", text)[0])

    def stop(self) -> int:
        """End it as staff do."""
        self.process.terminate()
        return self.process.wait(PATIENCE)


@pytest.fixture
def keep(screen: Screen, tmp_path: Path) -> Iterator[Callable[..., Kept]]:
    """A function that starts a booth under `kiosk keep`."""
    running: list[Kept] = []

    def begin(*arguments: str | Path, **variables: str) -> Kept:
        kept = Kept(screen, tmp_path, *arguments, **variables)
        running.append(kept)
        return kept

    yield begin
    for kept in running:
        if kept.process.poll() is None:
            kept.process.kill()
            kept.process.wait(PATIENCE)


@pytest.mark.parametrize(
    ("number", "seconds"),
    [(signal.SIGKILL, CRASH_SECONDS), (signal.SIGSEGV, CRASH_SECONDS), (signal.SIGSTOP, HANG_SECONDS)],
)
def test_the_picture_is_back(
    screen: Screen, keep: Callable[..., Kept], folder: Path, number: signal.Signals, seconds: float
) -> None:
    kept = keep(folder)
    kept.wait("frame.first", 1)
    screen.wait(lambda picture: not is_blank(picture) and kept.is_ready())
    os.kill(kept.child(), number)
    began = time.monotonic()
    kept.wait("frame.first", 2)
    screen.wait(lambda picture: not is_blank(picture))
    assert time.monotonic() - began < seconds
    assert kept.stop() == Exit.OK


LOOPS: Final = {
    "Python": "while True: pass",
    "QML": "from PySide6.QtQml import QJSEngine; QJSEngine().evaluate('while (true) {}')",
}


@pytest.mark.parametrize("language", LOOPS)
def test_it_is_back_after_an_endless_loop(
    screen: Screen, keep: Callable[..., Kept], folder: Path, tmp_path: Path, language: str
) -> None:
    """The loop is brought in from outside, into the thread that draws, and into the first start only."""
    (tmp_path / "sitecustomize.py").write_text(
        "import os, sys, threading, time\n"
        "def hang():\n"
        f"    {LOOPS[language]}\n"
        "def bring():\n"
        "    lives = os.path.join(os.environ['XDG_STATE_HOME'], 'kiosk', 'lives.json')\n"
        "    while not (os.path.exists(lives) and '\"painted\":true' in open(lives).read()):\n"
        "        time.sleep(0.05)\n"
        "    from PySide6.QtCore import QCoreApplication, QTimer\n"
        "    QTimer.singleShot(0, QCoreApplication.instance(), hang)\n"
        f"mark = {str(tmp_path / 'once')!r}\n"
        "if 'run' in sys.argv[:3] and not os.path.exists(mark):\n"
        "    open(mark, 'w').close()\n"
        "    threading.Thread(target=bring, daemon=True).start()\n"
    )
    kept = keep(folder, PYTHONPATH=str(tmp_path))
    kept.wait("frame.first", 1)
    screen.wait(lambda _picture: kept.is_ready())
    began = time.monotonic()
    kept.wait("frame.first", 2)
    screen.wait(lambda picture: not is_blank(picture))
    assert time.monotonic() - began < HANG_SECONDS
    assert kept.stop() == Exit.OK


def test_a_second_booth_is_refused(screen: Screen, keep: Callable[..., Kept], folder: Path) -> None:
    kept = keep(folder)
    kept.wait("frame.first", 1)
    command = [sys.executable, "-m", "kiosk", "run", str(folder)]
    second = subprocess.run(
        command, env=kept.environment, cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE, check=False
    )
    assert second.returncode == Exit.ALREADY_RUNNING
    assert second.stderr.startswith("kiosk: a booth runs on this screen already.")
    assert second.stderr.count("\n") == 1
    assert kept.stop() == Exit.OK


def test_content_that_crashes_gives_way_to_what_was_good_then_to_the_safe_page(
    screen: Screen, keep: Callable[..., Kept], folder: Path, tmp_path: Path
) -> None:
    """The crash is brought in from outside: a module that kills the process soon after its first frame."""
    (tmp_path / "sitecustomize.py").write_text(
        "import os, signal, sys, threading\n"
        "if 'run' in sys.argv[:3]:\n"
        "    threading.Timer(1.0, lambda: os.kill(os.getpid(), signal.SIGKILL)).start()\n"
    )
    store = {"KIOSK_STORE": str(tmp_path / "store")}
    for name in ("old", "new"):
        bundle = make_sample(tmp_path / name)
        content = (bundle / "content.yaml").read_text("utf-8")
        (bundle / "content.yaml").write_text(content.replace("Sample booth", f"The {name} booth"), "utf-8")
        command = [sys.executable, "-m", "kiosk", "install", str(bundle)]
        subprocess.run(command, cwd=ROOT, env={**os.environ, **store}, check=True, capture_output=True)
    kept = keep(PYTHONPATH=str(tmp_path), **store)
    kept.wait("content.returned", 1)
    assert len(kept.events("booth.started")) == 4
    kept.wait("safe.shown", 1)
    kept.wait("fault.shown", 1)
    screen.wait(lambda picture: len(set(picture[::9, ::9].flatten().tolist())) > 2)
