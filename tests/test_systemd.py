"""The service for systemd is fenced in."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
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


COMPOSITOR = "trap 'exit 9' TERM; (trap 'echo asked; exit 0' TERM; echo up; while :; do sleep 0.05; done) & wait $!"
"""Ends with the program that it shows, or with 9 where it is asked first."""


def stop_command() -> list[str]:
    """Return what systemd runs for `systemctl stop`, as it hands it over."""
    line = next(line for line in SERVICE.read_text().splitlines() if line.startswith("ExecStop="))
    return [word.replace("$$", "$") for word in shlex.split(line.partition("=")[2])]


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
