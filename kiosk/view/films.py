"""Films: as tiles, and full screen with their captions."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QColor

from kiosk.bundle.model import Film, say
from kiosk.language import formats
from kiosk.view.qt import Property, QmlElement, Signal, Slot
from kiosk.view.speaker import Speaker
from kiosk.view.tiles import HuedTile, PictureView
from kiosk.visit.watching import Watching, moved

if TYPE_CHECKING:
    from kiosk.bundle.captions import Cue

QML_IMPORT_NAME = "Kiosk.View"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class FilmTile(HuedTile):
    """A film: its poster, its words, its file and what its captions say when."""

    said = Signal()

    def __init__(self, speaker: Speaker, film: Film, colour: QColor, sector_title: Callable[[], str]) -> None:
        super().__init__(speaker, colour)
        self.film = film
        self._sector_title = sector_title
        self._poster = PictureView(speaker, film.poster, self)
        self._cues: dict[str, tuple[Cue, ...]] = {}

    @Property(str, constant=True)
    def filmId(self) -> str:  # noqa: N802
        """The film's id."""
        return self.film.id

    @Property(str, notify=said)
    def title(self) -> str:
        """The film's title."""
        return self.speaker.say(self.film.title)

    @Property(str, notify=said)
    def summary(self) -> str:
        """The film in one sentence."""
        return self.speaker.say(self.film.summary)

    @Property(str, notify=said)
    def sectorTitle(self) -> str:  # noqa: N802
        """The name of the sector that the film belongs to."""
        return self._sector_title()

    @Property(PictureView, constant=True)
    def poster(self) -> PictureView:
        """The picture that stands for the film."""
        return self._poster

    @Property(QUrl, notify=said)
    def source(self) -> QUrl:
        """The film's file."""
        return self.speaker.url(self.film.src)

    @Property(str, notify=said)
    def duration(self) -> str:
        """The film's length as minutes and seconds."""
        return formats.duration(self.film.seconds, self.speaker.code)

    @Property(bool, constant=True)
    def hasSound(self) -> bool:  # noqa: N802
        """Whether the film has sound."""
        return self.film.has_sound

    @Property(bool, constant=True)
    def loops(self) -> bool:
        """Whether the film starts again at its end."""
        return self.film.loop

    @Property(bool, notify=said)
    def hasCaptions(self) -> bool:  # noqa: N802
        """Whether there are captions in the current language."""
        return bool(say(self.film.captions, self.speaker.code))

    @Slot(int, result=str)
    def captionAt(self, position_ms: int) -> str:  # noqa: N802
        """Return the caption at `position_ms` milliseconds, in the current language; empty between captions."""
        seconds = position_ms / 1000
        for cue in self._captions():
            if cue.start_seconds <= seconds < cue.end_seconds:
                return self.speaker.say({"": cue.text})
        return ""

    @Slot(int, result=str)
    def timeAt(self, position_ms: int) -> str:  # noqa: N802
        """Return `position_ms` milliseconds as minutes and seconds."""
        return formats.duration(position_ms / 1000, self.speaker.code)

    def _captions(self) -> tuple[Cue, ...]:
        path = say(self.film.captions, self.speaker.code)
        if path and path not in self._cues:
            from kiosk.bundle.captions import read_captions

            self._cues[path] = read_captions(self.speaker.folder / path)
        return self._cues.get(path, ())


@QmlElement
class FilmWatch(QObject):
    """Adds up how much of the film that plays is watched."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._watching = Watching()

    @Slot(int, int)
    def moveTo(self, at_ms: int, length_ms: int) -> None:  # noqa: N802
        """Note where a film of that length stands."""
        self._watching = moved(self._watching, at_ms, length_ms)

    @Slot(result=float)
    def finish(self) -> float:
        """Return the share that was watched, 0 to 1, and begin anew."""
        before, self._watching = self._watching, Watching()
        return before.share
