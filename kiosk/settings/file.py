"""`booth.yaml`: which one holds, what it says, and how it is changed in place.

A start reads what was made of the file last time (`cache`), so that it needs neither YAML nor Pydantic. A file with
mistakes never keeps the booth from starting: the settings that held last hold on.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

import msgspec
from msgspec.structs import replace

from kiosk import __version__
from kiosk.ground.errors import BundleError, KioskError, Position, Problem
from kiosk.ground.files import held, keep_file, make_folder, replace_file
from kiosk.ground.folders import cache_folder, config_folder
from kiosk.ground.program import program_mark
from kiosk.settings.settings import MAX_BYTES, Settings

NAME: Final = "booth.yaml"
NEW_FILE: Final = "# How this booth is set up: docs/booth.md says what may stand here.\nbooth: 1\n"
OWN_MODE: Final = 0o600
SHARED_MODE: Final = 0o644


class Loaded(msgspec.Struct, frozen=True):
    """The settings that hold, the file that they stand in (None: there is none), and what keeps it from being read.

    With `problems`, what holds is what held before them.
    """

    settings: Settings = Settings()
    file: Path | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def log_file(self) -> Path | None:
        """Where the settings put the log: a path without a folder lies beside them."""
        file = self.settings.log.file
        return self.file.parent / Path(file).expanduser() if file and self.file else None


class _Kept(msgspec.Struct, frozen=True):
    """What was made of a file with these bytes, by this program."""

    version: str
    program: int
    sha256: str
    settings: Settings


def own_file() -> Path:
    """Return the file of the account: the one that is written to unless another one is given."""
    return config_folder() / NAME


def places() -> tuple[Path, ...]:
    """Return where `booth.yaml` is looked for; the first one that is there holds."""
    shared = os.environ.get("XDG_CONFIG_DIRS") or "/etc/xdg"
    folders = [Path(folder) / "kiosk" for folder in shared.split(os.pathsep) if os.path.isabs(folder)]
    return own_file(), *(folder / NAME for folder in folders), Path("/etc/kiosk") / NAME


def find_settings(given: Path | None = None) -> Path | None:
    """Return the file that holds, or None where there is none."""
    if given is not None:
        return given
    return next((place for place in places() if _is_there(place)), None)


def load_settings(given: Path | None = None) -> Loaded:
    """Return the settings that hold; mistakes are in `problems`, and what held before them holds."""
    file = find_settings(given)
    if file is None:
        return Loaded()
    kept = _read_kept(file)
    before = kept.settings if kept else Settings()
    try:
        with open(file, "rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        what = f"it cannot be read: {error.strerror}"
        return Loaded(before, file, (Problem(Position(file), what, "Check its path and permissions.", code="K904"),))
    sha256 = _hash(data)
    if kept is not None and (kept.version, kept.program, kept.sha256) == (__version__, program_mark(), sha256):
        return Loaded(kept.settings, file)
    from kiosk.settings.reading import check_bytes

    settings, problems = check_bytes(data, file)
    if settings is None:
        return Loaded(before, file, tuple(problem for problem in problems if problem.severity == "error"))
    _keep(file, _Kept(__version__, program_mark(), sha256, settings))
    return Loaded(settings, file)


def file_to_change(given: Path | None = None) -> Path:
    """Return the file that changes are written to: the one that is given, else that of the account."""
    return Path(os.path.realpath(given or own_file()))


def get_ready_to_change() -> None:
    """Import what a change needs (YAML, Pydantic): it takes 150 ms, which a picture that moves would show."""
    import kiosk.settings.editing
    import kiosk.settings.reading  # noqa: F401


def change_settings(given: Path | None, changes: Mapping[str, object]) -> Settings:
    """Write `changes` (`{"languages.default": "ar"}`) into the file that holds, and return the settings then.

    None takes a setting out, so that the usual value holds. Comments and order stay. A file of the whole machine is
    copied into the account's first. Raises BundleError where the changed file would have mistakes and KioskError where
    it cannot be written; the old file stays then.
    """
    from kiosk.settings.editing import edit

    file = file_to_change(given)
    try:
        make_folder(file.parent)
        with held(file.parent):
            _sweep(file)
            before = _text_of(file, given)
            data = _encoded(edit(before, changes))
            settings = _checked(data, before, file)
            replace_file(file, data, SHARED_MODE if given else OWN_MODE)
    except OSError as error:
        what = f"{file} cannot be written: {error.strerror}"
        raise KioskError(what, "Check the disk, and the permissions of its folder.", "K904") from error
    _keep(file, _Kept(__version__, program_mark(), _hash(data), settings))
    return settings


def _encoded(text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        raise KioskError("what is to be set is not UTF-8", "Type it anew.", "K103") from error


def _checked(data: bytes, before: str, file: Path) -> Settings:
    """Return what a changed file says; mistakes are the change's own where there were none before."""
    from kiosk.settings.reading import check_bytes

    settings, problems = check_bytes(data, file)
    if settings is None:
        errors = tuple(problem for problem in problems if problem.severity == "error")
        if check_bytes(before.encode(), file)[0] is not None:
            errors = tuple(replace(error, position=Position(file), source_line="") for error in errors)
        raise BundleError(errors)
    return settings


def _text_of(file: Path, given: Path | None) -> str:
    """Return what the file says now, or what it begins with."""
    start = file if given or _is_there(file) else find_settings()
    if start is None or not _is_there(start):
        return NEW_FILE
    try:
        return start.read_bytes().decode()
    except UnicodeDecodeError as error:
        raise KioskError(f"{start} is not UTF-8", "Save it as UTF-8 in the editor.", "K103") from error


def _is_there(file: Path) -> bool:
    """Whether there is a file, also where it may not be looked at: that is said when it is read."""
    try:
        return stat.S_ISREG(os.stat(file).st_mode)
    except PermissionError:
        return True
    except OSError:
        return False


def _sweep(file: Path) -> None:
    """Take away what a change has left that was broken off by a power cut."""
    import glob

    for left in file.parent.glob(f".{glob.escape(file.name)}.*"):
        if left.suffix[1:].isdigit():
            with suppress(OSError):
                left.unlink()


def _hash(data: bytes) -> str:
    from hashlib import sha256

    return sha256(data).hexdigest()


def _cache(file: Path) -> Path:
    import zlib

    name = f"booth-{zlib.crc32(os.fsencode(os.path.realpath(file))):08x}.settings"
    return cache_folder() / name


def _read_kept(file: Path) -> _Kept | None:
    try:
        return msgspec.json.decode(_cache(file).read_bytes(), type=_Kept)
    except (OSError, ValueError, RecursionError):
        return None


def _keep(file: Path, kept: _Kept) -> None:
    keep_file(_cache(file), msgspec.json.encode(kept))
