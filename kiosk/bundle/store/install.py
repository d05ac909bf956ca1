"""A bundle onto this machine: made ready beside what is shown, then shown by one step that cannot be half done."""

from __future__ import annotations

import contextlib
import errno
import os
import signal
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import msgspec

from kiosk.bundle.apart import Found, Tick, worker_command
from kiosk.bundle.listen import run_and_listen
from kiosk.bundle.store.installed import Installed, installed, verify
from kiosk.bundle.store.names import refusal
from kiosk.bundle.store.store import (
    State,
    adopt,
    bundle_folder,
    clean,
    discard,
    locked,
    new_folder,
    read_state,
    store_root,
    switch,
    with_current,
)
from kiosk.ground.errors import BundleError, KioskError, Position, Problem

WALL_SECONDS: Final = 3600.0


class Made(msgspec.Struct, frozen=True):
    """What the worker made of a bundle: its fingerprint, or the problems that kept it from being made."""

    fingerprint: str = ""
    problems: tuple[Found, ...] = ()


def install(source: Path, draw: Sequence[str], tick: Tick = lambda _file: None) -> Installed:
    """Put the bundle at `source`, an archive or a folder, on the booth and return it.

    `draw` is the command that draws vector pictures; `tick` hears of each file before something is made of it. Raises
    BundleError where the bundle or the machine refuses; the booth then shows what it did before.
    """
    root = store_root()
    try:
        if not os.path.lexists(source):
            raise refusal(source, "K801", "there is no such file or folder", "Write an archive or a bundle's folder.")
        if not (source.is_file() or source.is_dir()):
            raise refusal(source, "K805", "it is neither a file nor a folder", "Write an archive or a bundle's folder.")
        with locked(root) as lock:
            state = _readable_state(root)
            clean(root, state)
            folder = new_folder(root)
            try:
                fingerprint = _make_apart(source.absolute(), folder, draw, lock, tick)
                _take_over(root, folder, fingerprint)
            finally:
                discard(folder)
            after = with_current(root, state, fingerprint)
            if after != state:
                switch(root, after)
            with contextlib.suppress(OSError):  # what is left over goes with the next install
                clean(root, after)
        return next(one for one in installed() if one.fingerprint == fingerprint)
    except OSError as error:
        raise refuse_system_error(error, source, root) from error


def refuse_system_error(error: OSError, source: Path, store: Path) -> BundleError:
    """Return what to tell about an error of the operating system."""
    about = Path(os.fsdecode(error.filename)) if error.filename else store
    reason = error.strerror or "the operating system refuses"
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return refusal(store, "K811", f"nothing can be written: {reason}", "Free some space on the disk of the store.")
    if about == source or about.is_relative_to(source):
        return refusal(about, "K810", f"it cannot be read: {reason}", "Check the stick or folder, and try again.")
    return refusal(about, "K811", f"it cannot be written or read: {reason}", "Check the disk and its permissions.")


def _readable_state(root: Path) -> State:
    try:
        return read_state(root)
    except KioskError:
        return State()  # damaged: what is installed now mends it


def _take_over(root: Path, folder: Path, fingerprint: str) -> None:
    place = bundle_folder(root, fingerprint)
    if place.is_dir():
        with contextlib.suppress(BundleError):
            verify(place)
            return
    adopt(root, folder, fingerprint)


def _make_apart(source: Path, folder: Path, draw: Sequence[str], lock: int, tick: Tick) -> str:
    def hear(line: str) -> None:
        if line.startswith("reads "):
            tick(line.removeprefix("reads "))

    command, environment = worker_command("kiosk.bundle.store.worker", source, str(folder), *draw)
    # The worker holds the lock, too: should this process be killed, nobody cleans up under its hands.
    ended = run_and_listen(command, environment, WALL_SECONDS, hear, pass_fds=[lock])
    try:
        made = msgspec.json.decode(ended.printed, type=Made)
    except ValueError as error:
        how = "took too long" if ended.code in (None, -signal.SIGALRM) else "failed"
        raise _died(source, ended.said, how) from error
    if made.problems or not made.fingerprint:
        raise BundleError(tuple(_problem(problem) for problem in made.problems))
    return made.fingerprint


def _problem(told: Found) -> Problem:
    place = Position(Path(told.file), told.line, told.column)
    return Problem(place, told.what, told.cure, told.source_line, told.severity, told.code)


def _died(source: Path, said: bytes, how: str) -> BundleError:
    """The worker says on its standard error what it reads."""
    read = [line for line in said.decode("utf-8", "replace").splitlines() if line.startswith("reads ")]
    name = read[-1].removeprefix("reads ") if read else source.name
    return refusal(source, "K815", f"making `{name[:80]}` ready {how}", "Save this file again, smaller and simpler.")
