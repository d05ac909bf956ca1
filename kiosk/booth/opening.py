"""The opening check: what the machine says of itself, found out beside, and when the last check was."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Final

import msgspec
from PySide6.QtCore import QObject, QUrl, Signal

from kiosk.booth.logs import log
from kiosk.bundle.stamp import index_path
from kiosk.ground.files import keep_file
from kiosk.ground.folders import state_folder
from kiosk.view.films import FilmTile

if TYPE_CHECKING:
    from kiosk.booth.booth import Booth
    from kiosk.language.catalogs import Interface
    from kiosk.staff.doctor import Finding

LAST: Final = "opening.json"
MOST_FILMS: Final = 20
"""Among how many films one with captions is looked for."""


class Last(msgspec.Struct, frozen=True):
    """When the last check was, on the machine's clock, and how it ended: 0 green, 1 amber, 2 red."""

    time: str
    level: int


class Opening(QObject):
    """Tells the view what the opening check shows, and remembers how it ended."""

    _found = Signal(object)

    def __init__(self, booth: Booth) -> None:
        super().__init__(booth.engine)
        self._booth = booth
        self._view = booth.desk_view
        self._view.modeChanged.connect(self._begin)
        booth.exchanged.connect(lambda: self._view.play(None))  # its film goes with the content
        self._found.connect(self._tell)

    def _begin(self) -> None:
        self._view.play(self._captioned() if self._view.mode == "check" else None)
        if self._view.mode != "check":
            return
        from kiosk.staff.tones import write_tone

        cache = index_path(Path("tones")).parent
        loudness = self._booth.view.volume
        try:
            files = [write_tone(cache / f"{side}.wav", side, loudness) for side in ("left", "right")]
        except OSError:
            files = []
        self._view.tell(tones=[QUrl.fromLocalFile(str(file)).toString() for file in files], findings=[])
        folder, settings, words = self._booth.folder, self._booth.settings_file, self._booth.staff_words
        Thread(target=lambda: self._examine(folder, settings, words), name="opening", daemon=True).start()

    def _captioned(self) -> FilmTile | None:
        """Return the first film that has captions, among the first few."""
        films = self._booth.view.videos.films
        tiles = [films.tile(row) for row in range(min(films.count, MOST_FILMS))]
        return next((tile for tile in tiles if isinstance(tile, FilmTile) and tile.hasCaptions), None)

    def _examine(self, folder: Path, settings: Path | None, words: Interface) -> None:
        from kiosk.staff.examination import examine_booth

        self._found.emit(examine_booth(folder, settings, state_folder(), words))

    def _tell(self, found: tuple[Finding, ...]) -> None:
        ordered = sorted(found, key=lambda finding: -finding.level)
        self._view.tell(findings=[f"{f.level.name.lower()}\t{f.what}\t{f.cure}" for f in ordered])

    def remember(self, result: str) -> None:
        """Log how a check ended, and keep it."""
        facts = msgspec.json.decode(result, type=dict[str, int | bool])
        log("check.ended", result=facts)
        last = Last(datetime.now().isoformat(" ", "minutes"), int(facts.get("level", 2)))
        keep_file(state_folder() / LAST, msgspec.json.encode(last))


def last_check() -> Last | None:
    """Return how the last check ended, or None where there was none."""
    try:
        return msgspec.json.decode((state_folder() / LAST).read_bytes(), type=Last)
    except (OSError, ValueError):
        return None
