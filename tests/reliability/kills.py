"""`kiosk install` killed, or given errors, at its system calls: then the store shows the old bundle or the new."""

from __future__ import annotations

import random
import re
import shutil
from collections import defaultdict
from pathlib import Path

from tests.reliability.proof import Outcome, is_one_line, make_bundles, run_install, shown

CALLS = (
    *("openat", "write", "rename", "fsync", "mkdir", "unlink", "unlinkat", "rmdir", "linkat", "copy_file_range"),
    *("chmod", "fchmodat", "flock", "close", "renameat", "renameat2", "mkdirat"),
)
ERRORS = ("ENOSPC", "EIO", "EROFS", "EACCES")
FAILING = ("write", "rename", "fsync", "mkdir", "openat", "chmod")
_CALL = re.compile(r"^(\d+) +(\w+)\((.*)")

Point = tuple[str, int, bool]
"""A system call, the how manieth of a process, and whether of the worker, or of `kiosk install` itself."""


def tracer(call: str, what: str, worker: bool) -> list[str]:
    # Not with --seccomp-bpf: signals are not injected at its stops.
    follow = ["-f"] if worker else []
    return ["strace", *follow, "-qq", "-e", f"trace={call}", "-e", f"inject={call}:{what}", "-o", "/dev/null"]


def points(source: Path, store: Path, log: Path) -> list[Point]:
    """Return every system call of an install that has to do with the store, from one run of it."""
    calls = ",".join(f"?{call}" for call in CALLS)
    run_install(source, store, "strace", "-f", "-qq", "-y", "-e", f"trace={calls}", "-o", str(log))
    return calls_on(store, log)


def calls_on(folder: Path, log: Path) -> list[Point]:
    """Return the system calls in what a tracer wrote that have to do with `folder`."""
    first = ""
    counts: dict[tuple[str, str], int] = defaultdict(int)
    found: set[Point] = set()
    for line in log.read_text(errors="replace").splitlines():
        match = _CALL.match(line)
        if match is None:
            continue
        process, call, rest = match.groups()
        first = first or process
        counts[process, call] += 1
        if str(folder) in rest:
            found.add((call, counts[process, call], process != first))
    return sorted(found)


def kill_everywhere(folder: Path, most: int, seed: int) -> Outcome:
    """Kill an install at up to `most` of its system calls, spread over their kinds; none may leave a torn store."""
    chance = random.Random(seed)
    new, before, ends = _prepare(folder)
    every = points(new, _fresh(before, folder), folder / "trace")
    chosen = spread(every, most, chance)
    torn: list[str] = []
    counts = {"old": 0, "new": 0, "alive": 0}
    for count, (call, number, worker) in enumerate(chosen):
        store = _fresh(before, folder)
        done = run_install(new, store, *tracer(call, f"signal=SIGKILL:when={number}", worker))
        state = shown(store)
        counts["alive"] += done.returncode == 0
        if state not in ends:
            torn.append(f"{call} {number}: {state}")
        else:
            counts[ends[state]] += 1
        if count % 5 == 0:  # what was left lying there is in nobody's way
            again = run_install(new, store)
            if again.returncode or ends.get(shown(store)) != "new":
                torn.append(f"{call} {number}: not to be installed again: {again.stderr.strip()}")
    value = (
        f"{len(torn)} torn of {len(chosen)} kills, of {len(every)} calls on the store "
        f"({counts['old']} old, {counts['new']} new, {counts['alive']} not met)"
    )
    passed = not torn and counts["alive"] * 4 < len(chosen)
    return Outcome("kill -9 of install", value + "".join(f"; {line}" for line in torn[:3]), "0 torn", passed, seed)


def fail_everywhere(folder: Path, most: int, seed: int) -> Outcome:
    """Let system calls of an install fail: it says so in one line, and the old bundle stays, or it succeeds."""
    chance = random.Random(seed)
    new, before, ends = _prepare(folder)
    every = [point for point in points(new, _fresh(before, folder), folder / "trace") if point[0] in FAILING]
    chosen = spread(every, most, chance)
    bad: list[str] = []
    refused = 0
    for call, number, worker in chosen:
        store, error = _fresh(before, folder), chance.choice(ERRORS)
        done = run_install(new, store, *tracer(call, f"error={error}:when={number}", worker))
        state = ends.get(shown(store), shown(store))
        refused += done.returncode == 1
        is_mute = call == "write" and done.returncode and not done.stderr  # it was the line itself that failed
        said = is_mute or is_one_line(done)
        if not (said and state in ("old", "new")) and not (done.returncode == 0 and state == "new"):
            bad.append(f"{call} {number} {error}: {done.returncode} {state} {done.stderr.strip()[-300:]}")
    value = f"{len(bad)} bad of {len(chosen)} injected errors ({refused} refused in one line)"
    return Outcome("errors of the disk", value + "".join(f"; {line}" for line in bad[:3]), "0 bad", not bad, seed)


def _prepare(folder: Path) -> tuple[Path, Path, dict[str, str]]:
    """Return the new bundle, a store that shows the old one, and which fingerprint is which."""
    old, new = make_bundles(folder)
    before, after = folder / "before", folder / "after"
    run_install(old, before)
    run_install(new, after)
    ends = {shown(before): "old", shown(after): "new"}
    if set(ends.values()) != {"old", "new"} or any(state.startswith("torn") for state in ends):
        raise RuntimeError(f"the bundles cannot be installed to begin with: {ends}")
    return new, before, ends


def _fresh(before: Path, folder: Path) -> Path:
    store = folder / "store"
    if store.exists():
        for path in store.rglob("*"):
            if path.is_dir():
                path.chmod(0o755)
        shutil.rmtree(store)
    shutil.copytree(before, store)
    return store


def spread(every: list[Point], most: int, chance: random.Random) -> list[Point]:
    """Return `most` points, the rare calls first: each kind gets its share."""
    kinds: dict[tuple[str, bool], list[Point]] = defaultdict(list)
    for point in every:
        kinds[point[0], point[2]].append(point)
    for kind in kinds.values():
        chance.shuffle(kind)
    chosen: list[Point] = []
    while len(chosen) < min(most, len(every)):
        for kind in kinds.values():
            if kind and len(chosen) < most:
                chosen.append(kind.pop())
    return chosen
