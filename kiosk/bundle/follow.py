"""Follows the files of a bundle: says when something has been saved, and when it has been quiet since."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator
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

    def saves(self) -> Iterator[float | None]:
        """Yield the time of each save (seconds since the epoch), and None each time nothing has been saved for a while.

        Folders that come or go are followed too. What happens between two watches is found by comparing.
        """
        from watchfiles import watch

        seen = self._marks()
        while not self.stop.is_set():
            places = self._places()
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
                    if changes:
                        now = self._marks()
                        if now != seen:
                            seen = now
                            yield _saved_at(path for _, path in changes)
                    else:
                        yield None
                    if (changes or time.monotonic() > due) and self._places() != places:
                        break
                    if time.monotonic() > due:
                        due = time.monotonic() + LOOK_ROUND_SECONDS
            except OSError:
                self.stop.wait(QUIET_MS / 1000)  # a folder that went while we were about to watch it
            now = self._marks()
            if now != seen:
                seen = now
                yield time.time()

    def _places(self) -> list[Path]:
        found = {self.folder}
        for tree in TREES:
            for at, names, _ in os.walk(self.folder / tree):
                names[:] = [name for name in names if not name.startswith(".")]
                found.add(Path(at))
                if len(found) >= MOST_PLACES:
                    return sorted(found)
        found.update(place for used in self.uses if (place := used.parent).is_dir())
        return sorted(place for place in found if place.is_dir())

    def _marks(self) -> frozenset[Mark]:
        marks: set[Mark] = set()
        for place in self._places():
            try:
                with os.scandir(place) as entries:
                    marks.update(mark for entry in entries if (mark := _mark(entry)))
            except OSError:
                continue
        return frozenset(marks)


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
