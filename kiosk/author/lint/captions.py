"""Captions: whether they end with their film, and whether one can read them in time."""

from __future__ import annotations

from kiosk.author.lint.films import films
from kiosk.author.lint.subject import MOST_LISTED, Subject, width, written
from kiosk.bundle.captions import Cue
from kiosk.ground.errors import Problem
from kiosk.yaml.source import Source

LONGEST = 84
"""Letters of a cue: two lines of 42; those of Chinese and its neighbours count twice."""

FASTEST = 25
"""Letters a second. Twenty read well."""

_LATE_SECONDS = 0.5


def check_captions(subject: Subject) -> list[Problem]:
    """Return what is not well in the captions of the films, by file and line."""
    problems: list[Problem] = []
    seen: set[str] = set()
    for film in films(subject):
        for code, path in film.piece.said("captions", subject.source_code).items():
            name = written(path)
            read = subject.checked.files.captions.get(name)
            if read is None or name in seen:
                continue
            seen.add(name)
            file = film.files.get(code) or film.files.get(subject.source_code)
            problems += _check_cues(Source(read[0].file, read[0].lines), read[1], subject.facts(file).seconds)
    return problems


def _check_cues(findings: Source, cues: tuple[Cue, ...], film_seconds: float) -> list[Problem]:
    before: Cue | None = None
    for cue in cues:
        if film_seconds and cue.end_seconds > film_seconds + _LATE_SECONDS:
            what = f"this cue ends at {cue.end_seconds:g} s, and its film at {film_seconds:.1f} s"
            _warn(findings, cue, "K470", what, "Correct its times, or take it out.")
        if before and cue.start_seconds < before.end_seconds - 0.001:
            what = f"this cue begins before the one of line {before.line} has ended"
            _warn(findings, cue, "K471", what, "Let one end before the next begins: only one is shown at a time.")
        _check_length(findings, cue)
        before = max(cue, before or cue, key=lambda cue: cue.end_seconds)
    return findings.problems[:MOST_LISTED]


def _check_length(findings: Source, cue: Cue) -> None:
    letters, seconds = width(cue.text.replace("\n", "")), cue.end_seconds - cue.start_seconds
    if letters > LONGEST:
        what = f"this cue has {letters} letters, more than two lines hold"
        _warn(findings, cue, "K472", what, f"Divide it: up to {LONGEST} letters can be read at a glance.")
    elif letters > FASTEST * max(seconds, 0.4):
        what = f"this cue has {letters} letters for {seconds:g} s, too many to read in time"
        _warn(findings, cue, "K473", what, f"Show it longer, or shorten it: {FASTEST} letters a second at most.")


def _warn(findings: Source, cue: Cue, code: str, what: str, cure: str) -> None:
    findings.report(cue.line, 1, what, cure, "warning", code)
