"""Pictures: large enough for their place, no larger than a screen, upright, still, and told to those who cannot see."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from kiosk.author.format.models import AttractItem, Film, GalleryItem, Picture
from kiosk.author.lint.subject import Piece, Subject, written
from kiosk.author.media.media import Facts
from kiosk.ground.errors import Problem
from kiosk.ground.words import quote
from kiosk.yaml.base import Written
from kiosk.yaml.parse import Scalar
from kiosk.yaml.source import Source

LARGEST_SIDE: Final = 3840
_FILE_NAME: Final = re.compile(
    r"[\w .()-]+\.(?:jpe?g|png|webp|svg|webm|mp4|mov)|(?:img|dsc|dscn|pxl|image)[ _-]?\d+", re.I
)


@dataclass(frozen=True)
class Need:
    """What a place asks for: pixels of the longer and the shorter side, and the place in words."""

    longer: int
    shorter: int
    place: str


FULL: Final = Need(1600, 900, "a whole screen")
POSTER: Final = Need(1280, 700, "a film")
GALLERY: Final = Need(800, 450, "a gallery")
LOGO: Final = Need(240, 48, "a logo")
_SHOWN_IN: Final[dict[type[Written], tuple[str, Need]]] = {
    GalleryItem: ("image", GALLERY),
    Picture: ("image", FULL),
    Film: ("poster", POSTER),
    AttractItem: ("image", FULL),
}


def check_pictures(subject: Subject) -> list[Problem]:
    """Return what is not well with pictures and with what is told about them."""
    findings = subject.findings()
    too_small, looked_at = set[str](), set[str]()
    told: dict[str, tuple[str, int]] = {}
    for piece, field, need in _shown(subject):
        if any(subject.facts(path).seconds for path in piece.said(field, subject.source_code).values()):
            continue  # a film where a picture belongs, which has been told
        for path in piece.said(field, subject.source_code).values():
            facts, name = subject.facts(path), written(path)
            if name not in too_small and _is_too_small(name, facts, need):
                too_small.add(name)
                what = (
                    f"the picture has only {facts.width} x {facts.height} pixels, and is shown as large as {need.place}"
                )
                cure = f"Take one of {need.longer} pixels or more on its longer side, or an SVG."
                findings.warn(path, "K460", what, cure)
            if name not in looked_at:
                looked_at.add(name)
                _check_file(path, name, facts, findings)
        _check_alt(subject, piece, field, told, findings)
    return findings.problems


def _shown(subject: Subject) -> Iterator[tuple[Piece, str, Need]]:
    """Yield every picture: its piece, the field that holds its path, what its place needs."""
    for piece in subject.pieces:
        if piece.key.text == "logo":
            yield piece, "image", LOGO
        elif piece.model is AttractItem and "poster" in piece.values:
            yield piece, "poster", POSTER
        elif piece.model in _SHOWN_IN:
            yield piece, *_SHOWN_IN[piece.model]


def _is_too_small(name: str, facts: Facts, need: Need) -> bool:
    if not facts.width or not facts.height or name.lower().endswith(".svg"):
        return False
    return max(facts.width, facts.height) < need.longer or min(facts.width, facts.height) < need.shorter


def _check_file(path: Scalar, name: str, facts: Facts, findings: Source) -> None:
    if max(facts.width, facts.height) > LARGEST_SIDE and not name.lower().endswith(".svg"):
        what = f"the picture has {facts.width} x {facts.height} pixels, far more than any screen shows"
        cure = f"Scale it down to {LARGEST_SIDE} pixels on its longer side: it loads faster and takes less memory."
        findings.warn(path, "K461", what, cure)
    if facts.is_moving:
        what = "the picture is an animation, of which the booth shows only the first frame"
        findings.warn(path, "K462", what, "Save it as a film, or as a still picture.")
    if facts.is_turned:
        what = "the camera stored this picture turned or mirrored, and the booth shows it as it is stored"
        findings.warn(path, "K463", what, "Open it in a program for pictures and save it upright.")
    if facts.has_text:
        what = "letters in this drawing are set in whatever font the booth has, and in one language"
        findings.warn(path, "K466", what, "Save it with its texts as paths; words to be translated belong into a text.")


def _check_alt(subject: Subject, piece: Piece, field: str, told: dict[str, tuple[str, int]], findings: Source) -> None:
    paths = piece.said(field, subject.source_code)
    names = set[str]().union(*map(_file_names, paths.values()))
    for code, alt in piece.said("alt", subject.source_code).items():
        words = " ".join(alt.text.split()).casefold()
        if not any(c.isalnum() for c in words):
            findings.warn(alt, "K464", "this text tells nothing about the picture", _TELL)
        elif words in names or _FILE_NAME.fullmatch(words):
            findings.warn(alt, "K464", f"{quote(alt.text)} is the name of the file, not what it shows", _TELL)
        elif code == subject.source_code and paths:
            path = written(next(iter(paths.values())))
            _check_twin(alt, path, told.setdefault(words, (path, alt.line)), findings)


def _file_names(path: Scalar) -> tuple[str, str]:
    file = PurePosixPath(written(path).casefold())
    return file.name, file.stem


def _check_twin(alt: Scalar, path: str, first: tuple[str, int], findings: Source) -> None:
    other, line = first
    if other != path:
        what = f"another picture ({quote(other)}, line {line}) is told with the same words"
        findings.warn(alt, "K465", what, "Say what this one shows, so that the two can be told apart.")


_TELL: Final = "Say in a sentence what one sees, for those who cannot see it."
