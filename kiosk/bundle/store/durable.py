"""Writing so that a power cut leaves the old or the new, never a part: flush the file, rename it, flush the folder."""

from __future__ import annotations

import contextlib
import os
import stat
from pathlib import Path
from typing import Final

MODE_FILE: Final = 0o444
MODE_FOLDER: Final = 0o555


def replace_file(path: Path, data: bytes, mode: int | None = None) -> None:
    """Put `data` in the place of `path` in one step that lasts; raise OSError and leave the old where it cannot be.

    With `mode`, a new file gets those permissions, and one that is there keeps its own, and its owner where possible.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with open(beside, "wb") as stream:
            if mode is not None:
                _permit(stream.fileno(), path, mode)
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        rename(beside, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(beside)
        raise


def _permit(fd: int, like: Path, mode: int) -> None:
    try:
        before = os.stat(like)
    except FileNotFoundError:
        os.fchmod(fd, mode)
        return
    with contextlib.suppress(OSError):
        os.fchown(fd, before.st_uid, before.st_gid)
    os.fchmod(fd, stat.S_IMODE(before.st_mode))


def rename(old: Path, new: Path) -> None:
    """Give a flushed file or folder its last name, and flush the folder that holds the name."""
    os.rename(old, new)
    flush(new.parent)


def make_folder(path: Path) -> None:
    """Make a folder and those above it that are missing, to stay."""
    if path.is_dir():
        return
    make_folder(path.parent)
    path.mkdir(exist_ok=True)
    flush(path.parent)


def flush(path: Path) -> None:
    """Wait until a file's bytes, or a folder's names, are on the disk."""
    fd = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)


def seal(folder: Path) -> None:
    """Make everything in `folder` read-only, and wait until it is on the disk."""
    for at, _, names in os.walk(folder, topdown=False):
        for name in names:
            path = Path(at, name)
            os.chmod(path, MODE_FILE)
            flush(path)
        if Path(at) != folder:
            os.chmod(at, MODE_FOLDER)
        flush(Path(at))
