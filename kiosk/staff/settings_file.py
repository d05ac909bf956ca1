"""`booth.yaml`: which one holds, what it says, and how it is changed in place.

A start reads what was made of the file last time (`cache`), so that it needs neither YAML nor Pydantic. A file with
mistakes never keeps the booth from starting: the settings that held last hold on.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import msgspec

from kiosk import __version__
from kiosk.bundle.durable import make_folder, replace_file
from kiosk.errors import BundleError, KioskError, Position, Problem
from kiosk.staff.settings import Settings

NAME: Final = "booth.yaml"
MAX_BYTES: Final = 256 * 1024
NEW_FILE: Final = "# How this booth is set up: docs/booth.md says what may stand here.\nbooth: 1\n"


class Loaded(msgspec.Struct, frozen=True):
    """The settings that hold, the file that they stand in (None: there is none), and what is wrong with it."""

    settings: Settings = Settings()
    file: Path | None = None
    problems: tuple[Problem, ...] = ()


class _Kept(msgspec.Struct, frozen=True):
    version: str
    sha256: str
    settings: Settings


def own_file() -> Path:
    """Return the file of the account: the one that is written to unless another one is given."""
    home = os.environ.get("XDG_CONFIG_HOME", "")
    base = Path(home) if os.path.isabs(home) else Path(os.path.expanduser("~/.config"))
    return base / "kiosk" / NAME


def places() -> tuple[Path, ...]:
    """Return where `booth.yaml` is looked for, the first one that is there holds."""
    shared = os.environ.get("XDG_CONFIG_DIRS") or "/etc/xdg"
    folders = [Path(folder) / "kiosk" for folder in shared.split(os.pathsep) if os.path.isabs(folder)]
    return own_file(), *(folder / NAME for folder in folders), Path("/etc/kiosk") / NAME


def find_settings(given: Path | None = None) -> Path | None:
    """Return the file that holds, or None where there is none."""
    if given is not None:
        return given
    return next((place for place in places() if place.is_file()), None)


def load_settings(given: Path | None = None) -> Loaded:
    """Return the settings that hold; mistakes are in `problems`, and what held before them holds."""
    file = find_settings(given)
    if file is None:
        return Loaded()
    kept = _read_kept(file)
    try:
        with open(file, "rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        problem = Problem(
            Position(file), f"it cannot be read: {error.strerror}", "Check its path and permissions.", code="K904"
        )
        return Loaded(kept.settings if kept else Settings(), file, (problem,))
    sha256 = hashlib.sha256(data).hexdigest()
    if kept is not None and (kept.version, kept.sha256) == (__version__, sha256):
        return Loaded(kept.settings, file)
    from kiosk.staff.reading import read_settings

    settings, problems = read_settings(file)
    if settings is None:
        return Loaded(kept.settings if kept else Settings(), file, problems)
    _keep(file, _Kept(__version__, sha256, settings))
    return Loaded(settings, file, problems)


def change_settings(given: Path | None, changes: Mapping[str, object]) -> Settings:
    """Write `changes` (`{"languages.default": "ar"}`) into the file that holds, and return the settings then.

    Comments and order stay. A file of the whole machine is copied into the account's first. Raises BundleError where
    the changed file would have mistakes and KioskError where it cannot be written; the old file stays then.
    """
    from kiosk.staff.editing import edit
    from kiosk.staff.reading import check_text

    file = given or own_file()
    try:
        make_folder(file.parent)
        with _locked(file):
            text = _text_of(file, given)
            after = edit(text, changes)
            settings, problems = check_text(after, file)
            if settings is None:
                raise BundleError(problems)
            replace_file(file, after.encode())
    except OSError as error:
        what = f"{file} cannot be written: {error.strerror}"
        raise KioskError(what, "Check the disk, and the permissions of its folder.", "K904") from error
    _keep(file, _Kept(__version__, hashlib.sha256(after.encode()).hexdigest(), settings))
    return settings


def _text_of(file: Path, given: Path | None) -> str:
    """Return what the file says now, or what it begins with."""
    if file.is_file():
        return _decoded(file)
    shared = find_settings() if given is None else None
    return _decoded(shared) if shared is not None else NEW_FILE


def _decoded(file: Path) -> str:
    try:
        return file.read_bytes().decode()
    except UnicodeDecodeError as error:
        raise KioskError(f"{file} is not UTF-8", "Save it as UTF-8 in the editor.", "K103") from error


@contextmanager
def _locked(file: Path) -> Iterator[None]:
    fd = os.open(file.with_name(f".{file.name}.lock"), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        fcntl.flock(fd, fcntl.LOCK_EX)
        yield
    finally:
        os.close(fd)


def _cache(file: Path) -> Path:
    home = os.environ.get("XDG_CACHE_HOME", "")
    base = Path(home) if os.path.isabs(home) else Path(os.path.expanduser("~/.cache"))
    return base / "kiosk" / f"booth-{zlib.crc32(os.fsencode(file.absolute())):08x}.settings"


def _read_kept(file: Path) -> _Kept | None:
    try:
        return msgspec.json.decode(_cache(file).read_bytes(), type=_Kept)
    except (OSError, ValueError, RecursionError):
        return None


def _keep(file: Path, kept: _Kept) -> None:
    from kiosk.bundle.stamp import write_index

    write_index(_cache(file), msgspec.json.encode(kept))
