"""Every test runs on a virtual screen of its own session, with empty homes, and fails on any warning of Qt or QML.

`KIOSK_TEST_DISPLAY=:0 pytest ...` shows the windows on a real screen instead.
"""

from __future__ import annotations

import gc
import locale
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from hypothesis import settings

SCREEN = "1920x1920x24"  # holds a landscape and a portrait booth

LIMITS: Final = (resource.RLIMIT_AS, resource.RLIMIT_CPU, resource.RLIMIT_FSIZE, resource.RLIMIT_NOFILE)


def start_screen() -> tuple[subprocess.Popen[bytes], str]:
    """Start a virtual screen on a free number; return it and its name."""
    read_end, write_end = os.pipe()
    command = ["Xvfb", "-displayfd", str(write_end), "-screen", "0", SCREEN, "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(command, pass_fds=[write_end], stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
    os.close(write_end)
    with os.fdopen(read_end) as answer:
        number = answer.readline().strip()
    if not number:
        pytest.exit("Xvfb did not start, and tests open windows", returncode=3)
    return server, f":{number}"


def isolate(home: Path) -> None:
    """Turn the process's environment into that of a fresh account, in English and without a desktop."""
    for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"):
        place = home / name.lower()
        place.mkdir(mode=0o700)
        os.environ[name] = str(place)
    for name in [name for name in os.environ if name.startswith(("KIOSK_", "QT_", "QML", "QSG_", "LC_"))]:
        del os.environ[name]
    seen = ("FORCE_COLOR", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "TTY_COMPATIBLE", "COLUMNS", "LINES", "TERM")
    for name in ("WAYLAND_DISPLAY", "XAUTHORITY", "LANGUAGE", "DBUS_SESSION_BUS_ADDRESS", *seen):
        os.environ.pop(name, None)
    os.environ.update(LANG="C.UTF-8", QT_QPA_PLATFORM="xcb")
    os.environ["QT_LOGGING_RULES"] = "qt.multimedia.symbolsresolver.warning=false"  # a machine may lack PipeWire


def pytest_configure(config: pytest.Config) -> None:
    """Prepare the environment before anything imports Qt."""
    settings.register_profile("kiosk", deadline=None, derandomize=bool(os.environ.get("CI")))
    settings.load_profile("kiosk")
    wanted = os.environ.get("KIOSK_TEST_DISPLAY", "")
    home = Path(tempfile.mkdtemp(prefix="kiosk-tests-"))
    config.add_cleanup(lambda: shutil.rmtree(home, ignore_errors=True))
    if not wanted and not shutil.which("Xvfb"):
        pytest.exit("Xvfb is not installed: packaging/bootstrap.sh dev installs it", returncode=3)
    xauthority = os.environ.get("XAUTHORITY", "")
    isolate(home)
    if wanted:
        os.environ.update(DISPLAY=wanted, XAUTHORITY=xauthority)
        return
    server, os.environ["DISPLAY"] = start_screen()
    config.add_cleanup(server.wait)
    config.add_cleanup(server.terminate)


@pytest.fixture(autouse=True)
def nothing_stays() -> Iterator[None]:
    """Fail a test that leaves this process changed: it could break another one, or not, depending on their order."""
    before = of_the_process()
    yield
    after = of_the_process()
    signal.setitimer(signal.ITIMER_REAL, 0)
    left = {name: (value, after[name]) for name, value in before.items() if after[name] != value}
    assert left == {}, "before and after the test: monkeypatch can undo it"


def of_the_process() -> dict[str, object]:
    """Return what all tests share in this process."""
    umask = os.umask(0o022)
    os.umask(umask)
    return {
        "alarm": signal.getitimer(signal.ITIMER_REAL)[0] > 0,
        "environment": {name: value for name, value in os.environ.items() if name != "PYTEST_CURRENT_TEST"},
        "folder": os.getcwd(),
        "garbage collection": (gc.isenabled(), gc.get_threshold(), gc.get_freeze_count()),
        "limits": [resource.getrlimit(limit) for limit in LIMITS],
        "locale": locale.setlocale(locale.LC_ALL),
        "path": list(sys.path),
        "signals": {name: signal.getsignal(name) for name in signal.valid_signals()},
        "threads": sorted(one.name for one in threading.enumerate() if not one.daemon),
        "time zone": time.tzname,
        "umask": umask,
    }
