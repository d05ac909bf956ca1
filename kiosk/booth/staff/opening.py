"""The opening check: what the machine says of itself, found out beside, and how the last check ended."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Final

import msgspec
from msgspec.structs import replace
from PySide6.QtCore import QObject, QUrl, Signal

from kiosk.booth.logs import log
from kiosk.bundle.stamp import index_path
from kiosk.ground.events import Event
from kiosk.ground.files import keep_file
from kiosk.ground.folders import state_folder
from kiosk.machine.light import LastCheck, Light
from kiosk.machine.tones import write_tone
from kiosk.staff.checklist import Checklist, answer, findings
from kiosk.view.films import FilmTile

if TYPE_CHECKING:
    from kiosk.booth.booth import Booth
    from kiosk.language.catalogs import Interface
    from kiosk.machine.doctor import Finding

LAST: Final = "opening.json"
MOST_FILMS: Final = 20
"""Among how many films one with captions is looked for."""


class Opening(QObject):
    """Leads through the opening check, and remembers how it ended: then `ended` comes."""

    ended = Signal()
    _found = Signal(object)

    def __init__(self, booth: Booth) -> None:
        super().__init__(booth.engine)
        self._booth = booth
        self._view = booth.desk_view.check
        self._check: Checklist | None = None
        booth.desk_view.modeChanged.connect(self._turn)
        booth.exchanged.connect(lambda: self._view.play(None))  # its film goes with the content
        self._view.answered.connect(self._answer)
        self._found.connect(self._note)

    def _turn(self) -> None:
        """Begin the check, or leave it."""
        begins = self._booth.desk_view.mode == "check"
        self._view.play(self._captioned() if begins else None)
        self._check = None
        if begins:
            names = " \N{MIDDLE DOT} ".join(language.name for language in self._booth.exhibit.whole.languages)
            self._view.prepare(self._tones(), names)
            self._take(Checklist())
            folder, settings, words = self._booth.exhibit.folder, self._booth.config.file, self._booth.staff_words
            Thread(target=lambda: self._examine(folder, settings, words), name="opening", daemon=True).start()

    def _tones(self) -> list[str]:
        cache = index_path(Path("tones")).parent
        loudness = self._booth.view.volume
        try:
            files = [write_tone(cache / f"{side}.wav", side, loudness) for side in ("left", "right")]
        except OSError:
            return []
        return [QUrl.fromLocalFile(str(file)).toString() for file in files]

    def _captioned(self) -> FilmTile | None:
        """Return the first film that has captions, among the first few."""
        films = self._booth.view.videos.films
        tiles = [films.tile(row) for row in range(min(films.count, MOST_FILMS))]
        return next((tile for tile in tiles if isinstance(tile, FilmTile) and tile.hasCaptions), None)

    def _examine(self, folder: Path, settings: Path | None, words: Interface) -> None:
        from kiosk.machine.examination import examine_booth

        self._found.emit(examine_booth(folder, settings, state_folder(), words))

    def _answer(self, value: int) -> None:
        if self._check is not None:
            log(Event.CHECK_ANSWERED, part=self._check.part.name.lower(), value=value)
            self._take(answer(self._check, value))

    def _note(self, found: tuple[Finding, ...]) -> None:
        if self._check is not None:
            self._take(replace(self._check, machine=found))

    def _take(self, check: Checklist) -> None:
        before, self._check = self._check, check
        self._view.show(check.part, findings(check, self._booth.staff_words), check.light)
        if check.light is not None and (before is None or before.light is None):
            self._remember(check, check.light)

    def _remember(self, check: Checklist, light: Light) -> None:
        """Log how a check ended, and keep it."""
        facts = {"touch": check.touch, "frames": check.frames, "heard": check.sound, "read": check.words}
        log(Event.CHECK_ENDED, result={"level": light, **facts})
        last = LastCheck(datetime.now().isoformat(" ", "minutes"), light)
        keep_file(state_folder() / LAST, msgspec.json.encode(last))
        self.ended.emit()


def last_check() -> LastCheck | None:
    """Return how the last check ended, or None where there was none."""
    try:
        return msgspec.json.decode((state_folder() / LAST).read_bytes(), type=LastCheck)
    except (OSError, ValueError):
        return None
