"""The bundles that are installed on this machine, and which of them the booth shows.

    store/
      state.json              which bundle is shown and which was before it: replaced in one step
      bundles/<fingerprint>/  the bundle's files as packed, manifest.json, and .kiosk/ with what was made of them
      incoming/               what is not finished; emptied by the next install
      lock                    held while anything is changed

Only msgspec is needed to find out what to show.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import msgspec

from kiosk import __version__
from kiosk.bundle.index import read_bundle, write_bundle
from kiosk.bundle.model import Bundle
from kiosk.ground.errors import KioskError
from kiosk.ground.files import MODE_FOLDER, flush, hold, make_folder, rename, replace_file
from kiosk.ground.folders import data_folder

FORMAT: Final = 1
OWN: Final = ".kiosk"
INDEX: Final = "index"
LOCK_SECONDS: Final = 10.0


class Slot(msgspec.Struct, frozen=True):
    """An installed bundle: its fingerprint, and since when it is where it is (UTC)."""

    fingerprint: str
    since: str


class State(msgspec.Struct, frozen=True, kw_only=True):
    """What the booth shows, and what it showed before."""

    format: int = FORMAT
    current: Slot | None = None
    previous: Slot | None = None

    @property
    def kept(self) -> set[str]:
        """The fingerprints of the bundles that stay."""
        return {slot.fingerprint for slot in (self.current, self.previous) if slot is not None}


class _Head(msgspec.Struct, frozen=True):
    version: str
    format: int


_held: dict[str, int] = {}


def store_root() -> Path:
    """Return the folder of the store: `$KIOSK_STORE`, else `kiosk/store` where the account keeps its data."""
    wanted = os.environ.get("KIOSK_STORE", "")
    if wanted:
        return Path(os.path.abspath(wanted))
    return data_folder() / "store"


def bundle_folder(root: Path, fingerprint: str) -> Path:
    """Return where a bundle lies in the store."""
    return root / "bundles" / fingerprint


def read_state(root: Path) -> State:
    """Return what is installed; raise KioskError where the record is damaged."""
    try:
        state = msgspec.json.decode((root / "state.json").read_bytes(), type=State)
    except FileNotFoundError:
        return State()
    except OSError as error:
        raise KioskError(f"{root} cannot be read: {error.strerror}", "Check its permissions.", "K816") from error
    except (ValueError, RecursionError) as error:
        raise KioskError(f"{root / 'state.json'} is damaged", "Install the bundle again.", "K816") from error
    for fingerprint in state.kept:
        if len(fingerprint) != 64 or not set(fingerprint) <= set("0123456789abcdef"):
            raise KioskError(f"{root / 'state.json'} is damaged", "Install the bundle again.", "K816")
    return state


def current_folder() -> Path | None:
    """Return the folder of the bundle that the booth shows, or None where none is installed, or none is left."""
    root = store_root()
    try:
        state = read_state(root)
    except KioskError:
        return None
    for slot in (state.current, state.previous) if state.current else ():
        if slot and (folder := bundle_folder(root, slot.fingerprint)).is_dir():
            return folder
    return None


def switch(root: Path, state: State) -> None:
    """Let the booth show what `state` says from now on: the one step that changes anything."""
    replace_file(root / "state.json", msgspec.json.encode(state) + b"\n")


def with_current(root: Path, state: State, fingerprint: str) -> State:
    """Return the state after a bundle was put on the booth; what was shown is kept as the one before.

    What still waits to be shown, while the booth shows what was before it, has proved nothing and is not kept.
    """
    if state.current and state.current.fingerprint == fingerprint:
        return state
    before = list(filter(None, (state.current, state.previous)))
    if [_in_use(bundle_folder(root, slot.fingerprint)) for slot in before] == [False, True]:
        before.reverse()
    kept = next((slot for slot in before if slot.fingerprint != fingerprint), None)
    return State(current=Slot(fingerprint, _now()), previous=kept)


@contextlib.contextmanager
def locked(root: Path, seconds: float = LOCK_SECONDS) -> Iterator[int]:
    """Hold the store alone and yield the lock's descriptor; raise KioskError where somebody else does not let go."""
    for folder in (root / "bundles", root / "incoming"):
        make_folder(folder)
    try:
        fd = hold(root / "lock", seconds, mode=0o644)
    except BlockingIOError as error:
        what = "another install, rollback or removal is at work"
        raise KioskError(what, "Wait until it has ended, and try again.", "K812") from error
    try:
        yield fd
    finally:
        os.close(fd)


def new_folder(root: Path) -> Path:
    """Return a fresh folder for what is being installed."""
    return Path(tempfile.mkdtemp(prefix="new-", dir=root / "incoming"))


def adopt(root: Path, made: Path, fingerprint: str) -> Path:
    """Put a finished, flushed folder among the bundles and return its place; nothing is shown by that yet."""
    place = bundle_folder(root, fingerprint)
    if place.exists():
        _set_aside(root, place)
    rename(made, place)
    os.chmod(place, MODE_FOLDER)
    flush(place)
    return place


def clean(root: Path, state: State) -> None:
    """Throw away what was never finished, and every bundle that is neither shown, nor the one before, nor in use."""
    for place in sorted((root / "bundles").iterdir()):
        if place.name not in state.kept and not _in_use(place):
            _set_aside(root, place)
    for left in (root / "incoming").iterdir():
        discard(left)


def discard(path: Path) -> None:
    """Delete what is not, or no longer, among the bundles."""
    if path.is_symlink() or not path.is_dir():
        path.unlink(missing_ok=True)
        return
    for at, _, _ in os.walk(path):
        os.chmod(at, 0o755)
    shutil.rmtree(path)


def is_installed(folder: Path) -> bool:
    """Whether a bundle's folder lies in the store, so that everything in it was verified."""
    return os.path.realpath(folder.parent) == os.path.realpath(store_root() / "bundles")


def write_compiled(folder: Path, bundle: Bundle) -> None:
    """Write the index of a bundle that is being installed."""
    head = msgspec.json.encode(_Head(__version__, FORMAT))
    (folder / OWN / INDEX).write_bytes(head + b"\n" + write_bundle(bundle))


def read_compiled(folder: Path) -> Bundle | None:
    """Return the bundle at `folder` from its index where it is an installed one, else None.

    What is installed never changes, so not one of its files is looked at. The bundle stays in the store for as long as
    this process lives.
    """
    if not is_installed(folder):
        return None
    try:
        fd = hold(folder / OWN / INDEX, shared=True)
    except OSError:
        return None
    try:
        with open(fd, "rb", closefd=False) as stream:
            head, _, body = stream.read().partition(b"\n")
        if msgspec.json.decode(head, type=_Head) != _Head(__version__, FORMAT):
            raise ValueError
        bundle = read_bundle(body)
    except (OSError, ValueError, RecursionError):
        os.close(fd)
        return None
    if (before := _held.get(str(folder))) is not None:
        os.close(before)
    _held[str(folder)] = fd
    return bundle


def _in_use(place: Path) -> bool:
    try:
        os.close(hold(place / OWN / INDEX))
    except BlockingIOError:
        return True
    except OSError:
        return False
    return False


def _set_aside(root: Path, place: Path) -> None:
    """Take a folder from among the bundles in one step, so that none is ever seen half deleted."""
    if place.is_dir() and not place.is_symlink():
        os.chmod(place, 0o755)
    os.rename(place, Path(tempfile.mkdtemp(prefix="old-", dir=root / "incoming")) / "bundle")
    flush(root / "bundles")


def _now() -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
