"""Follows the files of a bundle: says when something has been saved, and when it has been quiet since."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from threading import Event
from typing import Final

TREES: Final = ("assets", "translations")
STEP_MS: Final = 20
"""How long nothing more must be written until a save counts as one: an editor may empty a file and fill it again."""
LONGEST_MS: Final = 200
QUIET_MS: Final = 120
LOOK_ROUND_SECONDS: Final = 2.0
MOST_PLACES: Final = 5_000
OLDEST_SECONDS: Final = 5.0

Mark = tuple[str, int, int]


class Follower:
    """Watches a bundle's folder, its trees, and the places of what else the bundle `uses`, until `stop` is set."""

    def __init__(self, folder: Path, stop: Event) -> None:
        self.folder = folder
        self.stop = stop
        self.uses: frozenset[Path] = frozenset()
        self._seen: frozenset[Mark] = frozenset()

    def saves(self) -> Iterator[float | None]:
        """Yield the time of each save (seconds since the epoch), and None each time nothing has been saved for a while.

        Folders that come or go are followed too. What happens between two watches is found by comparing.
        """

        self._seen = self._marks()
        while not self.stop.is_set():
            for saved_at in self._watch(self._places()):
                if saved_at is None or self._has_changed():
                    yield saved_at
            if self._has_changed():
                yield time.time()

    def _has_changed(self) -> bool:
        """Whether the files are others than at the last look."""
        before, self._seen = self._seen, self._marks()
        return self._seen != before

    def _watch(self, places: list[Path]) -> Iterator[float | None]:
        """Do what `saves` says, also for what changes nothing, until there are other places to watch."""
        from watchfiles import watch

        due = time.monotonic() + LOOK_ROUND_SECONDS
        try:
            for changes in watch(
                *places,
                recursive=False,
                step=STEP_MS,
                debounce=LONGEST_MS,
                rust_timeout=QUIET_MS,
                yield_on_timeout=True,
                stop_event=self.stop,
                raise_interrupt=False,
                ignore_permission_denied=True,
            ):
                yield _saved_at(path for _, path in changes) if changes else None
                if changes or time.monotonic() > due:
                    due = time.monotonic() + LOOK_ROUND_SECONDS
                    if self._places() != places:
                        return
        except OSError:
            self.stop.wait(QUIET_MS / 1000)  # a folder that went while we were about to watch it

    def _places(self) -> list[Path]:
        uses = {used.parent for used in self.uses}
        places = islice(chain([self.folder], *map(_folders, (self.folder / tree for tree in TREES))), MOST_PLACES)
        return sorted(place for place in {*places, *uses} if place.is_dir())

    def _marks(self) -> frozenset[Mark]:
        marks: set[Mark] = set()
        for place in self._places():
            try:
                with os.scandir(place) as entries:
                    marks.update(mark for entry in entries if (mark := _mark(entry)))
            except OSError:
                continue
        return frozenset(marks)


def _folders(tree: Path) -> Iterator[Path]:
    for at, names, _ in os.walk(tree):
        names[:] = [name for name in names if not name.startswith(".")]
        yield Path(at)


def _mark(entry: os.DirEntry[str]) -> Mark | None:
    try:
        if entry.is_dir():
            return None
        stat = entry.stat()
    except OSError:
        return None
    return entry.path, stat.st_size, stat.st_mtime_ns


def _saved_at(paths: Iterable[str]) -> float:
    """Return when the newest of `paths` was written; now, where a file keeps an old time or has gone."""
    now = time.time()
    times = [at for path in paths if (at := _written_at(path)) is not None and now - OLDEST_SECONDS < at <= now]
    return max(times, default=now)


def _written_at(path: str) -> float | None:
    try:
        return os.stat(path).st_mtime
    except OSError:
        return None
