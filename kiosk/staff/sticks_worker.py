"""Looks what bundles are on a stick, in a process with limits, and prints them.

`python -m kiosk.staff.sticks_worker STICK packed|any`. Only names, the list at the end of an archive and the beginning
of a `content.yaml` are read.
"""

from __future__ import annotations

import os
import re
import signal
import stat
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Final

import msgspec

from kiosk.ground.errors import BundleError
from kiosk.ground.processes import limit_memory
from kiosk.staff.sticks import MOST_OFFERS, Offer
from kiosk.store.archive import read_archive_manifest

MEMORY_BYTES: Final = 512 * 1024 * 1024
SECONDS: Final = 15
MOST_ENTRIES: Final = 2_000
HEAD_BYTES: Final = 64 * 1024
LONGEST_TITLE: Final = 80
_TITLE: Final = re.compile(r"^title:[ \t]*(.+?)[ \t]*$", re.MULTILINE)


def main(stick: Path, policy: str) -> None:
    """Print the offers as JSON."""
    limit_memory(MEMORY_BYTES)
    signal.alarm(SECONDS)
    found = filter(None, (offer_of(place, policy) for place in places(stick)))
    sys.stdout.buffer.write(msgspec.json.encode(list(islice(found, MOST_OFFERS))))


def offer_of(place: Path, policy: str) -> Offer | None:
    """Return what is offered at a place, if anything is that `policy` lets in."""
    if place.name.endswith(".kiosk") and not place.is_dir():
        return _archive(place)
    return _folder(place) if policy == "any" else None


def places(stick: Path) -> Iterator[Path]:
    """Yield what may be a bundle: the stick itself, what lies on it, and what lies in its folders."""
    seen = 0
    yield stick
    for folder in (stick, *_entries(stick, folders=True)):
        for entry in _entries(folder):
            seen += 1
            if seen > MOST_ENTRIES:
                return
            yield entry


def _entries(folder: Path, folders: bool = False) -> list[Path]:
    """Return what lies in a folder by name, without what is hidden, a link, a pipe or a device."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)[:MOST_ENTRIES]
    except OSError:
        return []
    plain = [entry for entry in entries if not entry.name.startswith(".")]
    return [
        Path(entry.path)
        for entry in plain
        if entry.is_dir(follow_symlinks=False) or (not folders and entry.is_file(follow_symlinks=False))
    ]


def _archive(file: Path) -> Offer | None:
    try:
        manifest = read_archive_manifest(file)
    except (BundleError, OSError):
        return Offer(str(file), f"{_line(file.name)} (?)")
    return Offer(str(file), _line(manifest.title), manifest.fingerprint, manifest.size, len(manifest.files))


def _folder(folder: Path) -> Offer | None:
    content = folder / "content.yaml"
    try:
        if not stat.S_ISREG(content.lstat().st_mode):
            return None
        with open(content, "rb") as stream:
            head = stream.read(HEAD_BYTES).decode("utf-8", "replace")
    except OSError:
        return None
    title = _TITLE.search(head)
    return Offer(str(folder), _line(title[1].strip("'\"")) if title else _line(folder.name))


def _line(text: str) -> str:
    """Return `text` on one line, without characters that have no shape."""
    plain = "".join(c if c.isprintable() else " " for c in text)
    return " ".join(plain.split())[:LONGEST_TITLE] or "?"


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
