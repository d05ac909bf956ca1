"""WebVTT captions: cues with plain text. Only the standard library, because the running booth reads them too."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Final

from kiosk.ground.errors import KioskError

MAX_BYTES: Final = 1024 * 1024

_TIME: Final = r"(?:(\d{1,4}):)?([0-5]\d):([0-5]\d)\.(\d{3})"
_TIMING: Final = re.compile(rf"[ \t]*{_TIME}[ \t]+-->[ \t]+{_TIME}(?:[ \t].*)?", re.ASCII)
_LIKE_TIMES: Final = re.compile(r"-->|\d:\d\d", re.ASCII)
_MARKUP: Final = re.compile(r"</?[A-Za-z0-9:.][^<>]*>|</>")
_NOT_A_CUE: Final = re.compile(r"(NOTE|STYLE|REGION)([ \t].*)?")


@dataclass(frozen=True, slots=True)
class Cue:
    """One caption, from `start_seconds` until `end_seconds`; `text` is plain and may have several lines.

    `line` is where its times stand in the file, from 1.
    """

    start_seconds: float
    end_seconds: float
    text: str
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong on a line (from 1) of a captions file."""

    line: int
    what: str
    cure: str
    code: str


def read_captions(path: Path) -> tuple[Cue, ...]:
    """Return the cues of a WebVTT file by start; cues with mistakes are left out. Raise KioskError if unreadable."""
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES)
    except OSError as error:
        raise KioskError(f"the captions {path} cannot be read: {error.strerror}") from error
    cues, _ = parse_captions(data.decode("utf-8-sig", "replace"))
    return cues


def parse_captions(text: str) -> tuple[tuple[Cue, ...], tuple[Mistake, ...]]:
    """Return the cues of WebVTT text, by start, and everything that is wrong in it."""
    lines = re.split(r"\r\n|\r|\n", text)
    mistakes: list[Mistake] = []
    if not re.fullmatch(r"WEBVTT([ \t].*)?", lines[0]):
        cure = "Write `WEBVTT` on the first line, then an empty line."
        mistakes.append(Mistake(1, "the captions do not begin with `WEBVTT`", cure, "K420"))
    read = [_read_block(block) for block in _blocks(lines)]
    cues = [cue for cue in read if isinstance(cue, Cue)]
    mistakes += [mistake for mistake in read if isinstance(mistake, Mistake)]
    if not cues and not mistakes:
        cure = "Write at least one: a line of times, then its text."
        mistakes.append(Mistake(1, "the captions hold no cue", cure, "K422"))
    return tuple(sorted(cues, key=lambda cue: cue.start_seconds)), tuple(mistakes)


def _blocks(lines: list[str]) -> Iterator[list[tuple[int, str]]]:
    """Yield the lines between empty ones, each with its number; a first line `WEBVTT` is in none."""
    numbered = list(enumerate(lines, 1))[1 if lines[0].startswith("WEBVTT") else 0 :]
    for has_words, block in groupby(numbered, key=lambda line: bool(line[1].strip())):
        if has_words:
            yield list(block)


def _read_block(block: list[tuple[int, str]]) -> Cue | Mistake | None:
    """Return the cue on some lines, each with its number; None where they are a note, a style or the file's head."""
    first, line = block[0]
    if _NOT_A_CUE.fullmatch(line) or (first == 2 and not any("-->" in line for _, line in block)):
        return None
    if len(block) > 1 and not _LIKE_TIMES.search(line):
        block = block[1:]  # after the name of the cue
    number, times = block[0]
    if found := _TIMING.fullmatch(times):
        return _read_cue(number, _seconds(found.groups()[:4]), _seconds(found.groups()[4:]), block[1:])
    cure = "Write `00:00:01.000 --> 00:00:04.000`, with a point before the milliseconds."
    return Mistake(number, "this is no line of times", cure, "K421")


def _read_cue(number: int, begin: float, until: float, block: list[tuple[int, str]]) -> Cue | Mistake:
    words = [_words(line) for _, line in block]
    if until <= begin:
        return Mistake(number, "this cue ends before it begins", "Put the later time on the right.", "K421")
    if not any(words):
        cure = "Write its text on the next line, or take the cue out."
        return Mistake(number, "this cue has no text", cure, "K422")
    if inside := next((at for at, line in block if "-->" in line), 0):
        return Mistake(inside, "a cue begins inside another", "Put an empty line before it.", "K422")
    return Cue(begin, until, "\n".join(words), number)


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, thousandths = (int(part or 0) for part in parts)
    return hours * 3600 + minutes * 60 + seconds + thousandths / 1000


def _words(line: str) -> str:
    text = html.unescape(_MARKUP.sub("", line))
    return "".join(c for c in text if c.isprintable() or c == "\u200e" or c == "\u200f").strip()
