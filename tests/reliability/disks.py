"""A disk that is full, and a machine whose power is cut: both on file systems of our own, which only root can mount."""

from __future__ import annotations

import contextlib
import os
import random
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from tests.reliability.proof import (
    ROOT,
    Outcome,
    environment,
    fingerprint_of,
    is_one_line,
    make_bundles,
    make_three,
    run_install,
    shown,
)

IMAGE_MIB = 24
WORDS = [sys.executable, "-m", "tests.reliability.unguarded"]


@contextlib.contextmanager
def mounted(at: Path, *words: str) -> Iterator[Path]:
    """Mount a file system at the folder `at` while it is looked at; raise OSError where that is not allowed."""
    at.mkdir(exist_ok=True)
    done = subprocess.run(["mount", *words, str(at)], capture_output=True, text=True, check=False)
    if done.returncode:
        raise PermissionError(done.stderr.strip())
    try:
        yield at
    finally:
        subprocess.run(["umount", str(at)], check=True)


def may_mount(folder: Path) -> bool:
    try:
        with mounted(folder / "probe", "-t", "tmpfs", "-o", "size=1m", "tmpfs"):
            return True
    except OSError:
        return False


def fill_disks(folder: Path, sizes: int) -> Outcome:
    """Install onto disks with ever more space left: one line and the old bundle stays, or the new one is shown."""
    old, new = make_bundles(folder)
    run_install(old, folder / "before")
    want = shown(folder / "before")
    bad: list[str] = []
    refused = 0
    most = sum(path.stat().st_size for path in new.rglob("*") if path.is_file()) + 40 * 4096
    for step in range(sizes):
        left = most * step // (sizes - 1)
        with mounted(folder / "disk", "-t", "tmpfs", "-o", "size=4m", "tmpfs") as disk:
            store = disk / "store"
            shutil.copytree(folder / "before", store)
            status = os.statvfs(disk)
            (disk / "filler").write_bytes(b"x" * max(0, status.f_bavail * status.f_frsize - left))
            guarded = step % 4 == 0
            words = [*WORDS, str(new)] if not guarded else [sys.executable, "-m", "kiosk", "install", str(new)]
            done = subprocess.run(words, env=environment(store), capture_output=True, text=True, check=False, cwd=ROOT)
            state = shown(store)
            refused += done.returncode == 1
            if not (is_one_line(done) and state == want) and not (done.returncode == 0 and state != want):
                bad.append(f"{left} bytes left: {done.returncode} {state} {done.stderr.strip()[-300:]}")
    value = f"{len(bad)} bad of {sizes} sizes ({refused} refused in one line)"
    return Outcome("full disk", value + "".join(f"; {line}" for line in bad[:3]), "0 bad", not bad and refused > 0)


def cut_power(folder: Path, cuts: int, seed: int, *, flushing: bool = True) -> Outcome:
    """Copy the disk under running installs as a power cut would leave it, and see what the copies show.

    Without `flushing` the store is written without a single fsync, and the proof must find that out.
    """
    chance = random.Random(seed)
    bundles = make_three(folder)
    image, cycle = folder / "disk.img", [fingerprint_of(bundle, folder / "one") for bundle in bundles]
    torn: list[str] = []
    with image.open("wb") as stream:
        stream.truncate(IMAGE_MIB * 1024**2)
    subprocess.run(["mkfs.ext4", "-q", "-F", str(image)], check=True)
    with mounted(folder / "disk", "-o", "loop,commit=1,noauto_da_alloc", str(image)) as disk:
        store = disk / "store"
        run_install(bundles[-1], store)
        os.sync()
        said, seen = [cycle[-1]], 0
        while seen < cuts:
            words = [*WORDS, *([] if flushing else ["--no-fsync"]), *map(str, bundles * 10)]
            with subprocess.Popen(words, env=environment(store), stdout=subprocess.PIPE, cwd=ROOT) as running:
                assert running.stdout is not None
                said += _lines(running.stdout.fileno(), 10.0)
                while seen < cuts and running.poll() is None:
                    time.sleep(chance.uniform(0.0, 0.03 if flushing else 0.4))
                    os.kill(running.pid, signal.SIGSTOP)
                    said += _lines(running.stdout.fileno(), 0.0)
                    shutil.copyfile(image, folder / "cut.img")
                    os.kill(running.pid, signal.SIGCONT)
                    seen += 1
                    state = _after_cut(folder)
                    # What was said to be shown must be, unless the next switch was already made.
                    following = cycle[(cycle.index(said[-1]) + 1) % len(cycle)]
                    if state.startswith("torn") or (flushing and state not in (said[-1], following)):
                        torn.append(state)
                if seen >= cuts:
                    running.kill()
                said += _lines(running.stdout.fileno(), 10.0)
        os.sync()
    name = "power cut" if flushing else "power cut without fsync"
    goal = "0 torn" if flushing else "at least 1 torn"
    value = f"{len(torn)} torn of {cuts} cuts" + "".join(f"; {line}" for line in (torn[:2] if flushing else []))
    return Outcome(name, value, goal, bool(torn) != flushing, seed)


def _after_cut(folder: Path) -> str:
    try:
        with mounted(folder / "after", "-o", "loop", str(folder / "cut.img")) as disk:
            return shown(disk / "store")
    except PermissionError as error:
        return f"torn: {error}"


def _lines(fd: int, seconds: float) -> list[str]:
    """Return the lines that can be read now, waiting up to `seconds` for the first; each is written in one piece."""
    found = b""
    while select.select([fd], [], [], 0.0 if found else seconds)[0]:
        piece = os.read(fd, 65_536)
        if not piece:
            break
        found += piece
    return found.decode().split()
