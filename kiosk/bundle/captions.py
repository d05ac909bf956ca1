"""WebVTT captions: cues with plain text. Only the standard library, because the running booth reads them too."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
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
    cues: list[Cue] = []
    number = 1 if lines[0].startswith("WEBVTT") else 0
    while number < len(lines):
        end = number
        while end < len(lines) and lines[end].strip():
            end += 1
        _read_block(lines, number, end, cues, mistakes)
        number = end + 1
    if not cues and not mistakes:
        cure = "Write at least one: a line of times, then its text."
        mistakes.append(Mistake(1, "the captions hold no cue", cure, "K422"))
    return tuple(sorted(cues, key=lambda cue: cue.start_seconds)), tuple(mistakes)


def _read_block(lines: list[str], start: int, end: int, cues: list[Cue], mistakes: list[Mistake]) -> None:
    if start == end or _NOT_A_CUE.fullmatch(lines[start]) or (start == 1 and "-->" not in "".join(lines[1:end])):
        return
    at = start if _LIKE_TIMES.search(lines[start]) or start + 1 >= end else start + 1
    found = _TIMING.fullmatch(lines[at])
    if not found:
        cure = "Write `00:00:01.000 --> 00:00:04.000`, with a point before the milliseconds."
        mistakes.append(Mistake(at + 1, "this is no line of times", cure, "K421"))
        return
    begin, until = _seconds(found.groups()[:4]), _seconds(found.groups()[4:])
    words = [_words(line) for line in lines[at + 1 : end]]
    if until <= begin:
        mistakes.append(Mistake(at + 1, "this cue ends before it begins", "Put the later time on the right.", "K421"))
    elif not any(words):
        mistakes.append(
            Mistake(at + 1, "this cue has no text", "Write its text on the next line, or take the cue out.", "K422")
        )
    else:
        for index in range(at + 1, end):
            if "-->" in lines[index]:
                cure = "Put an empty line before it."
                mistakes.append(Mistake(index + 1, "a cue begins inside another", cure, "K422"))
                return
        cues.append(Cue(begin, until, "\n".join(words), at + 1))


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, thousandths = (int(part or 0) for part in parts)
    return hours * 3600 + minutes * 60 + seconds + thousandths / 1000


def _words(line: str) -> str:
    text = html.unescape(_MARKUP.sub("", line))
    return "".join(c for c in text if c.isprintable() or c == "\u200e" or c == "\u200f").strip()
