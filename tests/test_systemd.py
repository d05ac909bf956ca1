"""The service for systemd is fenced in."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SERVICE = Path(__file__).resolve().parents[1] / "packaging" / "systemd" / "kiosk.service"
MOST_EXPOSED = 1.5


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not installed")
def test_the_service_is_little_exposed():
    done = subprocess.run(
        ["systemd-analyze", "security", "--offline=true", "--no-pager", str(SERVICE)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    level = re.search(r"exposure level for \S+: ([\d.]+)", done.stdout)
    assert level, done.stderr
    assert float(level[1]) <= MOST_EXPOSED


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not installed")
def test_systemd_understands_all_of_the_service():
    """But for the compositor, which is not on this machine."""
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", str(SERVICE)], capture_output=True, text=True, timeout=60, check=False
    )
    assert [line for line in done.stderr.splitlines() if "is not executable" not in line] == []


COMPOSITOR = "trap 'exit 9' TERM; (trap 'echo asked; exit 0' TERM; echo up; while :; do sleep 0.05; done) & wait $!"
"""Ends with the program that it shows, or with 9 where it is asked first."""


def setting(name: str) -> str:
    """Return what the service says under a name."""
    (value,) = [line.partition("=")[2] for line in SERVICE.read_text().splitlines() if line.startswith(f"{name}=")]
    return value


def stop_command() -> list[str]:
    """Return what systemd runs for `systemctl stop`, as it hands it over."""
    return [word.replace("$$", "$") for word in shlex.split(setting("ExecStop"))]


@pytest.mark.skipif(not shutil.which("pkill"), reason="procps is not installed")
def test_the_booth_is_asked_to_stop_before_the_compositor():
    with subprocess.Popen(["/bin/sh", "-c", COMPOSITOR], stdout=subprocess.PIPE, text=True) as compositor:
        assert compositor.stdout is not None
        assert compositor.stdout.readline() == "up\n"
        known = {**os.environ, "MAINPID": str(compositor.pid)}
        with subprocess.Popen(stop_command(), env=known) as stopping:
            assert compositor.wait(20) == 0
            assert compositor.stdout.read() == "asked\n"
            assert stopping.wait(20) == 0


def test_a_compositor_that_is_gone_need_not_be_stopped():
    known = {name: value for name, value in os.environ.items() if name != "MAINPID"}
    assert subprocess.run(stop_command(), env=known, timeout=20, check=False).returncode == 0


def test_the_booth_gives_the_signs_of_life_that_are_asked_of_the_compositor():
    """systemd names the process that it started, which is the compositor's."""
    start = shlex.split(setting("ExecStart"))
    booth = [word for word in start[start.index("--") + 1 :] if word != "run"]
    asked = "from kiosk.booth.upkeep.watchdog import watchdog_seconds; print(watchdog_seconds())"
    booth[booth.index("/opt/kiosk/bin/kiosk") :] = [sys.executable, "-c", asked]
    usec = str(int(setting("WatchdogSec")) * 1_000_000)
    known = {**os.environ, "WATCHDOG_PID": str(os.getpid()), "WATCHDOG_USEC": usec}
    done = subprocess.run(booth, env=known, capture_output=True, text=True, check=True, timeout=60)
    assert float(done.stdout) == int(setting("WatchdogSec"))


def test_the_administrators_command_is_about_the_booths_own_files():
    """Where the two differed, `kiosk pin` would set a PIN that nothing asks for."""
    script = SERVICE.with_name("kiosk-as-booth").read_text()
    lines = re.findall(r"^Environment=(XDG_\w+_HOME=\S+)$", SERVICE.read_text(), re.MULTILINE)
    assert len(lines) == 4
    assert set(lines) == set(re.findall(r"XDG_\w+_HOME=\S+", script))
    assert setting("User") in re.findall(r"runuser -u (\w+)", script)
    assert subprocess.run(["/bin/sh", "-n"], input=script, text=True, check=False).returncode == 0
