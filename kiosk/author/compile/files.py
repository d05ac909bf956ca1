"""The files that a bundle names: each is read once for each use, and told wherever it is named."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, TypeAlias

from kiosk.author.compile.paths import resolve
from kiosk.author.media.media import LONG_FILM_SECONDS, Facts, read_film, read_picture
from kiosk.bundle.captions import MAX_BYTES as MAX_CAPTIONS_BYTES
from kiosk.bundle.captions import Cue, parse_captions
from kiosk.ground.errors import KioskError, Problem
from kiosk.ground.words import quote
from kiosk.yaml.parse import Scalar, read_source
from kiosk.yaml.slips import CONFLICT
from kiosk.yaml.source import Source

Tick: TypeAlias = Callable[[str, int], None]
"""Called with a file, as written, and the line that names it (0 where none does), before the file is opened.

With an empty name nothing more is opened."""

_Finding: TypeAlias = tuple[str, str, str, str]
"""What is wrong with a file, the cure, severity and code."""

_NO_CAPTIONS: Final = frozenset([".jpg", ".jpeg", ".png", ".webp", ".svg", ".webm", ".mp4", ".mov", ".mkv", ".m4v"])


@dataclass
class Files:
    """What was found out about the files of the bundle in `folder`.

    `facts` and `captions` are by what is written, `paths` all that were found, `problems` those inside of files.
    """

    folder: Path
    tick: Tick
    facts: dict[str, Facts] = field(default_factory=dict)
    paths: set[Path] = field(default_factory=set)
    captions: dict[str, tuple[Source, tuple[Cue, ...]]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    _findings: dict[tuple[str, str], _Finding | None] = field(default_factory=dict)

    def check(self, at: Scalar, use: str, source: Source) -> None:
        """Report what is wrong with the file that `at` names, for its use: as `image`, `film` or `captions`."""
        written = at.text.strip("\n")
        if (written, use) not in self._findings:
            self.tick(written, at.line)
            self._findings[written, use] = self._look(written, use)
        if finding := self._findings[written, use]:
            source.report(at.line, at.column, *finding)

    def _look(self, written: str, use: str) -> _Finding | None:
        try:
            path = resolve(self.folder, written)
            self.paths.add(path)
            return _READERS[use](self, path, written)
        except KioskError as error:
            what = error.what if "`" in error.what else f"{quote(written, 80)}: {error.what}"
            return what, error.cure, "error", error.code
        except OSError as error:
            return f"{quote(written, 80)} cannot be read: {error.strerror}", "Check its permissions.", "error", "K407"

    def read_image(self, path: Path, written: str) -> None:
        """Note the facts of a picture."""
        self.facts[written] = read_picture(path)

    def read_film(self, path: Path, written: str) -> _Finding | None:
        """Note the facts of a film; return a warning where it is long."""
        self.facts[written] = facts = read_film(path)
        if facts.seconds <= LONG_FILM_SECONDS:
            return None
        what = f"the film is {facts.seconds:.0f} seconds long, and few visitors watch more than two minutes"
        return what, "Consider a shorter one.", "warning", "K412"

    def read_captions(self, path: Path, written: str) -> _Finding | None:
        """Note the cues of captions and what is wrong in them; return an error where the file is none."""
        if path.suffix.lower() in _NO_CAPTIONS:
            what = f"{quote(written, 80)} is used as captions, and is none"
            return what, "Captions are WebVTT files, whose names end in `.vtt`.", "error", "K420"
        source = read_source(path, MAX_CAPTIONS_BYTES)
        if not source.problems:
            self.captions[written] = source, _read_cues(source)
        self.problems.extend(source.problems)
        return None


_READERS: Final[dict[str, Callable[[Files, Path, str], _Finding | None]]] = {
    "image": Files.read_image,
    "film": Files.read_film,
    "captions": Files.read_captions,
}
USES: Final = tuple(_READERS)
"""The marks of values that name a file."""


def _read_cues(source: Source) -> tuple[Cue, ...]:
    conflicts = (number for number, line in enumerate(source.lines, 1) if re.match(CONFLICT[0], line))
    if number := next(conflicts, 0):
        source.report(number, 1, *CONFLICT[1:], code="K420")
    cues, mistakes = parse_captions("\n".join(source.lines))
    for mistake in mistakes:
        source.report(mistake.line, 1, mistake.what, mistake.cure, code=mistake.code)
    return cues
