"""Opening a file that somebody else's folder may hold: only an ordinary one, only inside that folder, never waiting."""

from __future__ import annotations

import errno
import os
import stat
from io import BufferedReader
from pathlib import Path
from typing import Final

from kiosk.ground.words import quote
from kiosk.store.manifest import MAX_FILE_BYTES, MAX_TOTAL_BYTES
from kiosk.store.names import refusal

LARGE_BYTES: Final = 10 * 1024**2
MOST_FOLDED: Final = 100
"""A large file may be at most this many times longer than what it takes up on its disk."""

_CURE: Final = "Copy the file itself into the bundle."
_FOLDER: Final = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
_FILE: Final = os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC


def open_plain(folder: Path, name: str, about: Path, *, links: bool = False) -> BufferedReader:
    """Open the file `name` in `folder`; raise BundleError, about `about`, where it is no ordinary file inside it.

    A link is followed where it stays in the folder, or with `links` wherever it leads. Raises OSError where there is
    nothing to open.
    """
    try:
        fd = os.open(folder / name, _FILE) if links else _open_inside(folder, name, about)
    except OSError as error:
        if error.errno in (errno.ENXIO, errno.ENODEV, errno.ELOOP, errno.ENOTDIR):
            raise refusal(about, "K805", f"{quote(name, 80)} is no ordinary file", _CURE) from error
        raise
    try:
        found = os.fstat(fd)
        if not stat.S_ISREG(found.st_mode):
            raise refusal(about, "K805", f"{quote(name, 80)} is no ordinary file", _CURE)
        limit = MAX_TOTAL_BYTES + LARGE_BYTES if links else MAX_FILE_BYTES
        if found.st_size > limit:
            raise refusal(about, "K806", f"{quote(name, 80)} is too large", "Save it smaller.")
        if _is_mostly_holes(fd, found):
            raise refusal(about, "K805", f"{quote(name, 80)} is nearly empty: it was not copied whole", _CURE)
        os.set_blocking(fd, True)
        return os.fdopen(fd, "rb")
    except BaseException:
        os.close(fd)
        raise


def _open_inside(folder: Path, name: str, about: Path) -> int:
    root = folder.resolve(strict=True)
    real = (root / name).resolve(strict=True)
    if not real.is_relative_to(root):
        raise refusal(about, "K805", f"{quote(name, 80)} is a link that leaves the bundle", _CURE)
    return _open_below(root, real.relative_to(root).parts)


def _open_below(root: Path, parts: tuple[str, ...]) -> int:
    """Open step by step, so that no folder can be turned into a link between the look at it and its use."""
    at = os.open(root, _FOLDER)
    try:
        for part in parts[:-1]:
            at, above = os.open(part, _FOLDER, dir_fd=at), at
            os.close(above)
        return os.open(parts[-1], _FILE | os.O_NOFOLLOW, dir_fd=at)
    finally:
        os.close(at)


def _is_mostly_holes(fd: int, found: os.stat_result) -> bool:
    if found.st_size <= LARGE_BYTES or found.st_blocks * 512 * MOST_FOLDED >= found.st_size:
        return False
    try:
        return os.lseek(fd, 0, os.SEEK_HOLE) < found.st_size
    except OSError:
        return False
    finally:
        os.lseek(fd, 0, os.SEEK_SET)
