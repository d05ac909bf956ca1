"""The index of a compiled bundle: how it is kept, and how to tell that it still fits its folder.

One line of JSON says what the bundle was made from, the bundle itself (`index.py`) comes after it. Only
msgspec is needed to read it.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import Final, TypeAlias

import msgspec

from kiosk import __version__
from kiosk.bundle.index import read_bundle
from kiosk.bundle.model import Bundle
from kiosk.ground.folders import cache_folder
from kiosk.ground.program import program_mark

FORMAT: Final = 3

Mark: TypeAlias = tuple[str, int, int]
"""A file's path (from the bundle's folder where it lies inside), size and mtime in ns; -1 where it is missing."""


class Stamp(msgspec.Struct, frozen=True):
    """What an index was made from: program (its version, and the mark of its modules), format, folder, files."""

    version: str
    format: int
    program: int
    folder: str
    files: tuple[Mark, ...]


class Index(msgspec.Struct, frozen=True):
    """An index in its two parts: the stamp, and the bundle as `write_bundle` makes it."""

    stamp: Stamp
    content: bytes


def make_stamp(folder: Path, files: Iterable[Path]) -> Stamp:
    """Return the stamp of the bundle at `folder` as its `files` are now."""
    names = [str(file.relative_to(folder)) if file.is_relative_to(folder) else str(file) for file in files]
    marks = tuple(_mark(str(folder), name) for name in names)
    return Stamp(__version__, FORMAT, program_mark(), str(folder.resolve()), marks)


def is_fresh(stamp: Stamp, folder: Path) -> bool:
    """Whether nothing that the index was made from has changed."""
    if (stamp.version, stamp.format, stamp.folder) != (__version__, FORMAT, str(folder.resolve())):
        return False
    root = str(folder)
    return stamp.program == program_mark() and all(_mark(root, mark[0]) == mark for mark in stamp.files)


def pack(index: Index) -> bytes:
    """Return an index as bytes."""
    return msgspec.json.encode(index.stamp) + b"\n" + index.content


def read_index(file: Path, folder: Path) -> Bundle | None:
    """Return the bundle that an index holds, or None where the index is missing, damaged or no longer fits."""
    try:
        data = file.read_bytes()
        end = data.index(b"\n")
        if not is_fresh(msgspec.json.decode(data[:end], type=Stamp), folder):
            return None
        return read_bundle(memoryview(data)[end + 1 :])
    except (OSError, ValueError, RecursionError):
        return None


def index_path(folder: Path) -> Path:
    """Return where the index of the bundle at `folder` is kept."""
    resolved = str(folder.resolve())
    name = "".join(c if c.isascii() and c.isalnum() else "-" for c in Path(resolved).name[:40])
    return cache_folder() / f"{name}-{zlib.crc32(os.fsencode(resolved)):08x}.index"


def _mark(root: str, name: str) -> Mark:
    try:
        stat = os.stat(os.path.join(root, name))
    except OSError:
        return name, -1, -1
    return name, stat.st_size, stat.st_mtime_ns
