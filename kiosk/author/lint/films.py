"""Films: captions for those who hear nothing, and whether a booth can play them without a stutter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kiosk.author.format.models import AttractItem, Film
from kiosk.author.lint.subject import Piece, Subject, written
from kiosk.author.media.media import Encoding, Facts
from kiosk.ground.errors import Problem
from kiosk.ground.words import listed
from kiosk.yaml.parse import Scalar
from kiosk.yaml.source import Source

MOST_BYTES: Final = 200 * 1024 * 1024
MOST_BITS_A_SECOND: Final = 20_000_000
MOST_PIXELS_A_SECOND: Final = 1920 * 1080 * 62
SHORTEST_SECONDS: Final = 2
POSTER_DIFFERENCE: Final = 0.05

_PLAYED_BY_HARDWARE: Final = {"av1": "AV1", "vvc": "H.266", "evc": "EVC"}
"""Codecs for which Qt's player has no decoder of its own: it needs a graphics card that knows them."""

_USUAL: Final = frozenset(("vp8", "vp9", "h264", "hevc", "mpeg4", "theora"))
_MADE_FOR_EDITING: Final = frozenset(
    ("prores", "dnxhd", "ffv1", "mjpeg", "rawvideo", "huffyuv", "cfhd", "qtrle", "png")
)
_SAVE: Final = "Save it as MP4 (H.264) or WebM (VP9), with 8 bits a colour (yuv420p)."


@dataclass(frozen=True)
class Shown:
    """A film where it is written: its piece, its files and its posters by language, whether it is heard."""

    piece: Piece
    files: dict[str, Scalar]
    posters: dict[str, Scalar]
    is_heard: bool


def films(subject: Subject) -> Iterator[Shown]:
    """Yield every film of the bundle, in order; the attract loop is silent."""
    code = subject.source_code
    for piece in subject.pieces:
        if piece.model is Film:
            yield Shown(piece, piece.said("src", code), piece.said("poster", code), True)
        elif piece.model is AttractItem and "video" in piece.values:
            yield Shown(piece, piece.said("video", code), piece.said("poster", code), False)


def check_films(subject: Subject) -> list[Problem]:
    """Return what is not well with films."""
    findings, seen = subject.findings(), set[str]()
    for film in films(subject):
        if film.is_heard:
            _check_captions(subject, film, findings)
        for code, file in film.files.items():
            facts = subject.facts(file)
            poster = film.posters.get(code) or film.posters.get(subject.source_code)
            _check_poster(facts, poster, subject.facts(poster), findings)
            if facts.encoding and written(file) not in seen:
                seen.add(written(file))
                _check_size(file, facts, facts.encoding, findings)
                _check_encoding(file, facts.encoding, findings)
    return findings.problems


def needs_captions(subject: Subject, film: Shown) -> bool:
    """Whether visitors miss something without captions: the film has sound, or has captions in some language."""
    has_sound = any(subject.facts(file).has_sound for file in film.files.values())
    return film.is_heard and (has_sound or bool(film.piece.said("captions", subject.source_code)))


def _check_captions(subject: Subject, film: Shown, findings: Source) -> None:
    if not needs_captions(subject, film) or not film.files:
        return
    captions = film.piece.said("captions", subject.source_code)
    if not captions:
        at = next(iter(film.files.values()))
        example = f"`captions: {{{subject.source_code}: {written(at).rpartition('.')[0]}.{subject.source_code}.vtt}}`"
        cure = f"Add WebVTT files under `captions`, for example {example}."
        findings.warn(at, "K450", "this film has sound but no captions", cure)
        return
    lacking = [code for code in (subject.source_code, *subject.codes) if code not in captions]
    strange = set(captions) - {subject.source_code, *subject.codes}  # one of them is meant, and has been told
    if lacking and not strange:
        what = f"this film has no captions in {listed(lacking, 'and')}"
        findings.warn(film.piece.values["captions"].key, "K451", what, "Add a WebVTT file for each of the languages.")


def _check_poster(film: Facts, poster: Scalar | None, facts: Facts, findings: Source) -> None:
    if poster is None or not (film.width and film.height and facts.width and facts.height):
        return
    ratio = (facts.width / facts.height) / (film.width / film.height)
    if abs(ratio - 1) > POSTER_DIFFERENCE:
        what = (
            f"the poster ({facts.width} x {facts.height}) has another shape than its film"
            f" ({film.width} x {film.height}): the picture jumps when the film begins"
        )
        findings.warn(poster, "K457", what, "Save one frame of the film as its poster.")


def _check_size(file: Scalar, facts: Facts, encoding: Encoding, findings: Source) -> None:
    bits = encoding.size_bytes * 8 / facts.seconds if facts.seconds >= SHORTEST_SECONDS else 0
    if bits > MOST_BITS_A_SECOND or encoding.size_bytes > MOST_BYTES:
        what = f"the film has {encoding.size_bytes / 1e6:.0f} MB for {facts.seconds:.0f} seconds"
        what += f", which is {bits / 1e6:.0f} Mbit/s" if bits else ""
        cure = f"Save it with {MOST_BITS_A_SECOND // 1_000_000} Mbit/s or less; 8 Mbit/s are good for 1920 x 1080."
        findings.warn(file, "K452", what, cure)
    if facts.width * facts.height * encoding.frames_per_second > MOST_PIXELS_A_SECOND:
        what = (
            f"{facts.width} x {facts.height} pixels at {encoding.frames_per_second:.0f} pictures a second"
            " are more than most booths play without a stutter"
        )
        cure = "Save it with 1920 x 1080 pixels and 60 pictures a second at most, or try it on the booth's machine."
        findings.warn(file, "K453", what, cure)


def _check_encoding(file: Scalar, encoding: Encoding, findings: Source) -> None:
    if encoding.codec in _PLAYED_BY_HARDWARE:
        what = f"the film is coded as {_PLAYED_BY_HARDWARE[encoding.codec]}, which only some graphics cards can play"
        findings.warn(file, "K454", what, _SAVE)
    elif encoding.codec not in _USUAL:
        about = "which is made for editing" if encoding.codec in _MADE_FOR_EDITING else "which is rare"
        what = f"the film is coded as {encoding.codec}, {about}: it may not play smoothly on the booth"
        findings.warn(file, "K454", what, _SAVE)
    if encoding.bits > 8 or encoding.pixel_format not in ("yuv420p", "yuvj420p", "nv12", "yuva420p", "yuv420p10le"):
        depth = f"{encoding.bits} bits a colour" if encoding.bits > 8 else "an unusual format of pixels"
        what = f"the film has {depth} ({encoding.pixel_format}), which many graphics cards cannot decode"
        findings.warn(file, "K455", what, _SAVE)
    if encoding.is_interlaced:
        what = "the film is interlaced: moving edges look like combs"
        findings.warn(file, "K456", what, "Deinterlace it, and save it with whole pictures (progressive).")
