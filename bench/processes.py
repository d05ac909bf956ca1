"""What a process and all its children cost, read from /proc."""

from __future__ import annotations

import os
import platform
import signal
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")


def tree(pid: int) -> list[int]:
    """Return `pid` and everything that descends from it."""
    children: dict[int, list[int]] = {}
    for entry in os.listdir("/proc"):
        if entry.isdigit() and (fields := _stat(int(entry))):
            children.setdefault(int(fields[1]), []).append(int(entry))
    found = [pid]
    for parent in found:
        found += children.get(parent, [])
    return found


def cpu_seconds(pids: list[int]) -> float:
    """Return the processor time that the processes have used, waited-for children included."""
    return sum(sum(map(int, fields[11:15])) for pid in pids if (fields := _stat(pid))) / TICKS


def pss_mb(pids: list[int]) -> float:
    """Return the proportional memory of the processes, in MiB."""
    total = 0
    for pid in pids:
        try:
            lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
        except OSError:
            continue
        total += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return total / 1024


def busy_seconds() -> float:
    """Return the time that all processors together have been busy since the machine started."""
    fields = [int(field) for field in Path("/proc/stat").read_text().split("\n", 1)[0].split()[1:9]]
    return (sum(fields) - fields[3] - fields[4]) / TICKS


@dataclass(frozen=True)
class Machine:
    """The machine of a run."""

    processor: str
    cores: int
    memory_gib: int
    system: str
    python: str


def machine() -> Machine:
    """Return what this machine is."""
    lines = Path("/proc/cpuinfo").read_text().splitlines()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    total = next(line for line in Path("/proc/meminfo").read_text().splitlines() if line.startswith("MemTotal"))
    system = platform.freedesktop_os_release().get("PRETTY_NAME", platform.system())
    return Machine(
        processor=names[0] if names else platform.machine(),
        cores=len(os.sched_getaffinity(0)),
        memory_gib=round(int(total.split()[1]) / 2**20),
        system=f"{system}, Linux {platform.release()}",
        python=platform.python_version(),
    )


def end(process: subprocess.Popen[bytes]) -> None:
    """End a program that was started in a session of its own, with all its children."""
    for number in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, number)
        except ProcessLookupError:
            break
        until = time.monotonic() + 5
        while time.monotonic() < until and (process.poll() is None or _group_lives(process.pid)):
            time.sleep(0.02)
    process.wait()


def _group_lives(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def _stat(pid: int) -> list[str] | None:
    """Fields of /proc/PID/stat from the state on: 1 is the parent, 11 to 14 are processor times."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None
