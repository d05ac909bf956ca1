"""Texts that do not fit their place, found by laying out the pages and looking at every text on them."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Final

from PySide6.QtCore import QUrl
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QTextLayout, QTextOption

from kiosk.booth.booth import Booth
from kiosk.booth.scene import Scene, Text
from kiosk.ground.errors import KioskError
from kiosk.workshop.walk import Stop, Walker

CUT: Final = "K760"
OUTSIDE: Final = "K761"
SMALL: Final = "K762"
BROKEN: Final = "K763"

SLACK: Final = 1.5
"""Pixels that rounding may cost."""

_UNBROKEN: Final = re.compile("[^\\s\u00ad\u200b/\u2010\u2013\u2014\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef-]{6,}")
_WRAPS_WORDS: Final = 4  # Text.Wrap: at words where they fit, else anywhere


@dataclass(frozen=True)
class Misfit:
    """A text that does not fit: its code, what is wrong, about how many of its characters are too many, and where."""

    code: str
    text: str
    what: str
    excess: int
    page: str
    sector: str
    language: str
    size: tuple[int, int]
    beside: tuple[str, ...] = ()


def misfits(scene: Scene, stop: Stop, language: str, size: tuple[int, int]) -> Iterator[Misfit]:
    """Yield what does not fit on the page that is shown, which is `stop` in `language` on a screen of `size`.

    Raises `KioskError` for a page without words.
    """
    found = scene.texts()
    if not found and not stop.name.startswith("attract"):
        raise KioskError(
            f"The page {stop.name} could not be built", "Install the program again; its files are damaged."
        )
    texts = [text for text, _ in found]
    for text, font in found:
        for code, what, excess in chain(_judge(text, texts, font), _broken(text, font)):
            yield Misfit(code, text.text, what, excess, stop.name, stop.shows, language, size, text.beside)


def measure(
    walkers: Iterable[tuple[tuple[int, int], Walker]],
    stops: list[Stop],
    languages: tuple[str, ...],
) -> Iterator[Misfit]:
    """Walk through `stops` and yield what does not fit, in each of `languages`, which change in place."""
    for size, walker in walkers:
        for stop in stops:
            walker.visit(stop, languages[0])
            walker.unroll()
            for language in languages:
                walker.booth.choose_language(language)
                walker.settle()
                yield from misfits(walker.scene, stop, language, size)
        walker.booth.close()


def show_no_media(booth: Booth, blank: Path) -> None:
    """Let every picture of the bundle be the tiny one at `blank`, and leave out its films: only words are measured."""
    image = QImage(1, 1, QImage.Format.Format_ARGB32)
    image.fill(0)
    image.save(str(blank), "PNG")  # type: ignore[call-overload]

    def address(path: str) -> QUrl:
        return QUrl.fromLocalFile(str(blank)) if path.lower().endswith(_PICTURES) else QUrl()

    booth.view.speaker.address = address


_PICTURES: Final = (".jpg", ".jpeg", ".png", ".webp", ".svg")


def _judge(text: Text, others: list[Text], font: QFont) -> Iterator[tuple[str, str, int]]:
    """Yield what is wrong with where a text is painted: its code, in words, and how many characters are too many."""
    if text.cut:
        full, fits = _lines(text, font)
        yield CUT, f"needs {full} lines and has room for {text.most}", max(1, len(text.text) - fits)
    elif text.wanted > text.width + SLACK:
        more = text.wanted - text.width
        yield OUTSIDE, f"is {more:.0f} pixels too wide", _share(text, more, text.wanted)
    elif text.shrunk:
        yield SMALL, "is shown as small as it can be", max(1, round(len(text.text) * 0.15))
    elif outside := _overflow(text) or _collision(text, others):
        yield OUTSIDE, *outside


def _overflow(text: Text) -> tuple[str, int] | None:
    left, top, right, bottom = text.painted
    least_x, least_y, most_x, most_y = text.room
    high, wide = max(least_y - top, bottom - most_y), max(least_x - left, right - most_x)
    if high > SLACK + text.size * 0.2:  # the line's own leading may stick out, its letters may not
        return f"is {high:.0f} pixels too high for its place", _share(text, high, bottom - top)
    if wide > SLACK:
        return f"sticks out of its place by {wide:.0f} pixels", _share(text, wide, right - left)
    return None


def _collision(text: Text, others: list[Text]) -> tuple[str, int] | None:
    other = next((other for other in others if _collide(text, other)), None)
    if other is None:
        return None
    _, _, _, bottom = text.painted
    return f"runs into “{_short(other.text)}”", _share(text, _shared(text, other, 1), bottom - text.painted[1])


def _collide(one: Text, other: Text) -> bool:
    slack = 0.35 * max(one.size, other.size)
    return (
        one.scope == other.scope
        and one.text != other.text
        and _shared(one, other, 0) > slack
        and _shared(one, other, 1) > slack
    )


def _shared(one: Text, other: Text, axis: int) -> float:
    """Return how many pixels two texts share across (axis 0) or down (1)."""
    a, b = one.painted, other.painted
    return min(a[axis + 2], b[axis + 2]) - max(a[axis], b[axis])


def _broken(text: Text, font: QFont) -> Iterator[tuple[str, str, int]]:
    """Yield the longest word that is broken since no line is long enough for it."""
    if text.cut or text.wrap != _WRAPS_WORDS:
        return
    words = [word for word in _UNBROKEN.findall(text.text) if len(word) * text.size > text.width]
    for word in sorted(set(words), key=len, reverse=True)[:1]:
        wide = QFontMetricsF(font).horizontalAdvance(word)
        if wide > text.width + SLACK:
            excess = max(1, math.ceil(len(word) * (wide - text.width) / wide))
            yield BROKEN, f"has the word “{_short(word)}”, which is too long for its line and is broken", excess


def _lines(text: Text, font: QFont) -> tuple[int, int]:
    """Return how many lines the whole text takes, and how many of its characters stand on those that are shown."""
    layout = QTextLayout(text.text.replace("\n", "\u2028"), font)
    layout.setTextOption(QTextOption())
    option = layout.textOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    count = fits = 0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(text.width)
        count += 1
        if count <= text.most:
            fits = line.textStart() + line.textLength()
    layout.endLayout()
    return count, fits


def _share(text: Text, more: float, whole: float) -> int:
    """Return how many characters of a text are about `more` of the `whole` pixels that it takes up."""
    return max(1, math.ceil(len(text.text) * more / whole)) if whole > 0 else 1


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"
