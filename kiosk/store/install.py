"""A bundle onto this machine: made ready beside what is shown, then shown by one step that cannot be half done."""

from __future__ import annotations

import contextlib
import errno
import os
from pathlib import Path
from typing import Final

import msgspec

from kiosk.ground.errors import BundleError, KioskError, Problem
from kiosk.ground.messages import decode
from kiosk.ground.processes import Ended, run_and_listen, what_it_reads, worker_command
from kiosk.store.compilation import Tick
from kiosk.store.installed import Installed, installed, verify
from kiosk.store.names import refusal
from kiosk.store.store import (
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

WALL_SECONDS: Final = 3600.0


class Outcome(msgspec.Struct, frozen=True):
    """What the worker made of a bundle: its fingerprint, or the problems that kept it from being made."""

    fingerprint: str = ""
    problems: tuple[Problem, ...] = ()


def install(source: Path, tick: Tick = lambda _file: None) -> Installed:
    """Put the bundle at `source`, an archive or a folder, on the booth and return it.

    `tick` hears of each file before something is made of it. Raises BundleError where the bundle or the machine
    refuses; the booth then shows what it did before.
    """
    root = store_root()
    try:
        _refuse_no_source(source)
        with locked(root) as lock:
            state = _readable_state(root)
            clean(root, state)
            fingerprint = _add(root, source, lock, tick)
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


def _refuse_no_source(source: Path) -> None:
    cure = "Write an archive or a bundle's folder."
    if not os.path.lexists(source):
        raise refusal(source, "K801", "there is no such file or folder", cure)
    if not (source.is_file() or source.is_dir()):
        raise refusal(source, "K805", "it is neither a file nor a folder", cure)


def _add(root: Path, source: Path, lock: int, tick: Tick) -> str:
    """Put the bundle at `source` among the bundles, and return its fingerprint."""
    folder = new_folder(root)
    try:
        fingerprint = _prepare(source.absolute(), folder, lock, tick)
        _take_over(root, folder, fingerprint)
    finally:
        discard(folder)
    return fingerprint


def _take_over(root: Path, folder: Path, fingerprint: str) -> None:
    place = bundle_folder(root, fingerprint)
    if place.is_dir():
        with contextlib.suppress(BundleError):
            verify(place)
            return
    adopt(root, folder, fingerprint)


def _prepare(source: Path, folder: Path, lock: int, tick: Tick) -> str:
    def hear(line: str) -> None:
        if file := what_it_reads(line)[0]:
            tick(file)

    # The worker holds the lock, too: should this process be killed, nobody cleans up under its hands.
    command = worker_command("kiosk.author.packing.prepare", source, folder)
    ended = run_and_listen(command, WALL_SECONDS, hear, pass_fds=[lock])
    try:
        outcome = decode(ended.printed, Outcome)
    except ValueError as error:
        raise _died(source, ended) from error
    if outcome.problems or not outcome.fingerprint:
        raise BundleError(outcome.problems)
    return outcome.fingerprint


def _died(source: Path, ended: Ended) -> BundleError:
    what = f"making `{(ended.read_last[0] or source.name)[:80]}` ready {ended.how}"
    return refusal(source, "K815", what, "Save this file again, smaller and simpler.")
