"""Files that are written whole, and held alone.

A power cut leaves the old or the new, never a part: flush the file, rename it, flush the folder.
"""

from __future__ import annotations

import fcntl
import os
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Final

MODE_FILE: Final = 0o444
MODE_FOLDER: Final = 0o555
_LOOK_SECONDS: Final = 0.05


def replace_file(path: Path, data: bytes, mode: int | None = None, lasting: bool = True) -> None:
    """Put `data` in the place of `path` in one step; raise OSError and leave the old where it cannot be.

    `mode` and `lasting` are those of `replacing`.
    """
    with replacing(path, mode, lasting) as stream:
        stream.write(data)


@contextmanager
def replacing(path: Path, mode: int | None = None, lasting: bool = True) -> Iterator[BinaryIO]:
    """Yield a stream to a file beside `path`, which takes its place in one step when the block ends without an error.

    With `mode`, a new file gets those permissions, and one that is there keeps its own, and its owner where possible.
    What is not `lasting` is not waited for: a power cut may take it.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with open(beside, "wb") as stream:
            if mode is not None:
                _permit(stream.fileno(), path, mode)
            yield stream
            stream.flush()
            if lasting:
                os.fsync(stream.fileno())
        os.rename(beside, path)
        if lasting:
            flush(path.parent)
    except BaseException:
        with suppress(OSError):
            os.unlink(beside)
        raise


def keep_file(path: Path, data: bytes) -> bool:
    """Write what can be made again, or missed, in one step and without waiting; return False where it cannot be."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        replace_file(path, data, lasting=False)
    except OSError:
        return False
    return True


def _permit(fd: int, like: Path, mode: int) -> None:
    try:
        before = os.stat(like)
    except FileNotFoundError:
        os.fchmod(fd, mode)
        return
    with suppress(OSError):
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


def hold(path: Path, seconds: float | None = 0.0, mode: int | None = None, shared: bool = False) -> int:
    """Return a descriptor that holds the file or folder `path` until it is closed: alone, or `shared` with its like.

    It waits `seconds` for others to let go (None: as long as they take), then raises BlockingIOError. With `mode` a
    file that is missing is made. Raises another OSError where `path` cannot be opened or held.
    """
    how = os.O_RDONLY if mode is None else os.O_RDWR | os.O_CREAT
    fd = os.open(path, how | os.O_CLOEXEC, mode or 0)
    try:
        _lock(fd, fcntl.LOCK_SH if shared else fcntl.LOCK_EX, seconds)
    except BaseException:
        os.close(fd)
        raise
    return fd


def _lock(fd: int, kind: int, seconds: float | None) -> None:
    if seconds is None:
        return fcntl.flock(fd, kind)
    until = time.monotonic() + seconds
    while True:
        try:
            return fcntl.flock(fd, kind | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= until:
                raise
        time.sleep(_LOOK_SECONDS)


@contextmanager
def held(path: Path, seconds: float | None = None, mode: int | None = None) -> Iterator[int]:
    """Hold `path` alone while the block runs, and yield what holds it; the rest is as with `hold`."""
    fd = hold(path, seconds, mode)
    try:
        yield fd
    finally:
        os.close(fd)
