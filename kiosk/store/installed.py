"""What is in the store: listed, verified, rolled back, removed."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final, Literal

import msgspec

from kiosk.ground.errors import KioskError
from kiosk.ground.words import quote
from kiosk.store.manifest import Listed, Manifest, hash_file, read_manifest
from kiosk.store.names import MANIFEST, refusal
from kiosk.store.store import (
    OWN,
    Slot,
    State,
    bundle_folder,
    clean,
    locked,
    read_state,
    store_root,
    switch,
    with_current,
)

SUMS: Final = "sums.json"
SHORT: Final = 12
LEAST_WRITTEN: Final = 4
Role = Literal["current", "previous", ""]
_AGAIN: Final = "Install the bundle again."


@dataclass(frozen=True)
class Installed:
    """A bundle in the store; `role` says whether the booth shows it or did before, `since` since when (UTC)."""

    fingerprint: str
    title: str
    languages: tuple[str, ...]
    needs: str
    since: str
    size: int
    role: Role
    folder: Path

    @property
    def short(self) -> str:
        """As much of the fingerprint as one has to type."""
        return self.fingerprint[:SHORT]

    @property
    def local_since(self) -> str:
        """Since when, by the machine's clock and time zone, to the minute; as it is where that is no time."""
        try:
            return f"{datetime.fromisoformat(self.since).astimezone():%Y-%m-%d %H:%M}"
        except (ValueError, OverflowError):
            return self.since


def installed() -> list[Installed]:
    """Return the bundles in the store, the one that is shown first."""
    root = store_root()
    state = read_state(root)
    try:
        names = sorted(entry.name for entry in os.scandir(root / "bundles") if entry.is_dir(follow_symlinks=False))
    except FileNotFoundError:
        names = []
    order = ("current", "previous", "")
    return sorted((_describe(root, state, name) for name in names), key=lambda found: order.index(found.role))


def roll_back() -> Installed:
    """Show the bundle again that was shown before, and return it; raise KioskError where there is no whole one."""
    root = store_root()
    if not root.is_dir():
        raise KioskError("nothing is installed", "Install a bundle with `kiosk install`.", "K813")
    with locked(root):
        state = read_state(root)
        if state.previous is None:
            raise KioskError("there is no bundle to go back to", "Look with `kiosk installed`.", "K813")
        fingerprint = state.previous.fingerprint
        verify(bundle_folder(root, fingerprint))
        state = with_current(root, state, fingerprint)
        switch(root, state)
    return _describe(root, state, fingerprint)


def remove(written: str, force: bool = False) -> Installed:
    """Take the bundle whose fingerprint begins with `written` out of the store, and return what it was."""
    root = store_root()
    fingerprint = _fingerprint(written)
    with locked(root):
        state = read_state(root)
        gone = _describe(root, state, fingerprint)
        if gone.role == "current" and not force:
            what = f"{gone.short} is the bundle that the booth shows"
            raise KioskError(what, "Install another one first, or add `--force` to show the demo.", "K814")
        kept = State(current=_without(state.current, gone), previous=_without(state.previous, gone))
        if kept != state:
            switch(root, kept)
        clean(root, kept)
    return gone


def _fingerprint(written: str) -> str:
    """Return the fingerprint of an installed bundle that begins with `written`, or raise KioskError."""
    found = [one.fingerprint for one in installed() if one.fingerprint.startswith(written.lower())]
    if len(written) < LEAST_WRITTEN or len(found) != 1:
        what = f"{quote(written)} is {'not enough of a' if found else 'no'} fingerprint of an installed bundle"
        raise KioskError(what, "Look with `kiosk installed`.", "K813")
    return found[0]


def verify(folder: Path) -> Manifest:
    """Return the manifest of an installed bundle after reading all its files; raise BundleError for a damaged one."""
    try:
        manifest = read_manifest((folder / MANIFEST).read_bytes(), folder)
        if manifest.fingerprint != folder.name:
            raise refusal(folder, "K808", "it is not the bundle that its folder is named after", _AGAIN)
        sums = msgspec.json.decode((folder / OWN / SUMS).read_bytes(), type=tuple[Listed, ...])
        _verify_files(folder, (*manifest.files, *sums))
    except (OSError, ValueError) as error:
        raise refusal(folder, "K808", "the installed bundle is damaged", _AGAIN) from error
    return manifest


def _verify_files(folder: Path, files: Sequence[Listed]) -> None:
    for listed in files:
        if not _is_whole(folder / listed.path, listed):
            raise refusal(folder / listed.path, "K808", "the installed file is damaged", _AGAIN)
    known = {folder / MANIFEST, folder / OWN / SUMS, *(folder / listed.path for listed in files)}
    extra = {path for path in folder.rglob("*") if path.is_symlink() or not path.is_dir()} - known
    if extra:
        raise refusal(min(extra), "K808", "this file was never installed", _AGAIN)


def _is_whole(path: Path, listed: Listed) -> bool:
    return not path.is_symlink() and path.stat().st_size == listed.size and hash_file(path) == listed.sha256


def sum_up(folder: Path) -> tuple[Listed, ...]:
    """Return size and hash of every file that the store added to a bundle."""
    paths = sorted(path for path in (folder / OWN).rglob("*") if path.is_file())
    return tuple(Listed(path.relative_to(folder).as_posix(), path.stat().st_size, hash_file(path)) for path in paths)


def _describe(root: Path, state: State, fingerprint: str) -> Installed:
    folder = bundle_folder(root, fingerprint)
    role, since = _role(state, fingerprint)
    try:
        manifest = msgspec.json.decode((folder / MANIFEST).read_bytes(), type=Manifest)
        title, languages, needs, size = manifest.title, manifest.languages, manifest.needs, _size(folder)
    except (OSError, ValueError):
        title, languages, needs, size = "(damaged)", (), "", 0
    return Installed(fingerprint, title, languages, needs, since, size, role, folder)


def _role(state: State, fingerprint: str) -> tuple[Role, str]:
    """Return what a bundle is to the booth, and since when."""
    slots: dict[Role, Slot | None] = {"current": state.current, "previous": state.previous}
    roles = ((role, slot.since) for role, slot in slots.items() if slot and slot.fingerprint == fingerprint)
    return next(roles, ("", ""))


def _size(folder: Path) -> int:
    return sum(os.stat(Path(at, name)).st_size for at, _, names in os.walk(folder) for name in names)


def _without(slot: Slot | None, gone: Installed) -> Slot | None:
    return None if slot is not None and slot.fingerprint == gone.fingerprint else slot
