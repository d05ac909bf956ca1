"""Texts that do not fit their place, found by laying out the pages and looking at every text on them."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QUrl
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QTextLayout, QTextOption
from PySide6.QtQml import QJSValue

from kiosk.booth.booth import Booth
from kiosk.booth.walk import Stop, Walker, script
from kiosk.bundle.model import Said, say
from kiosk.ground.errors import KioskError

CUT: Final = "K760"
OUTSIDE: Final = "K761"
SMALL: Final = "K762"
BROKEN: Final = "K763"

SLACK: Final = 1.5
"""Pixels that rounding may cost."""

_UNBROKEN: Final = re.compile("[^\\s\u00ad\u200b/\u2010\u2013\u2014\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef-]{6,}")
_WRAPS_WORDS: Final = 4  # Text.Wrap: at words where they fit, else anywhere

# Every visible text below an item, with where it is painted and where it may be. Numbers are window pixels. A scope is
# a part of the page whose texts must not lie on one another: what a Loader made, or what scrolls, since it is clipped.
_LOOK: Final = """
(function (root) {
    const found = [], kept = [], scopes = [];
    const is = (item, name) => String(item).startsWith(name);
    const rect = (item, x, y, w, h) => {
        const r = item.mapToItem(null, x, y, w, h);
        return [r.x, r.y, r.x + r.width, r.y + r.height];
    };
    let floor = root.height;
    const seekBar = item => {
        if (!item.visible)
            return;
        if (is(item, "Bar_"))
            floor = rect(item, 0, 0, item.width, item.height)[1];
        else
            for (let at = 0; at < item.children.length; at++)
                seekBar(item.children[at]);
    };
    const room = text => {
        const most = [0, 0, root.width, root.height];
        let scope = root, bar = false, beside = [], over = false, aside = false, free = false;
        for (let item = text.parent; item && item !== root; item = item.parent) {
            bar = bar || is(item, "Bar_");
            free = free || is(item, "AttractScreen_") || is(item, "StillThereScreen_");
            if (beside.length === 0 && item.tile)
                for (const key in item.tile)
                    if (typeof item.tile[key] === "string" && item.tile[key] !== "")
                        beside.push(item.tile[key]);
            const flicks = item.contentItem !== undefined && item.contentY !== undefined;
            if (flicks || item.clip || item.background !== undefined) {
                const b = rect(item, 0, 0, item.width, item.height);
                aside = aside || flicks && item.contentWidth > item.width + 1;
                over = over || flicks;
                for (let side = 0; side < 4; side++)
                    if (!(side % 2 ? over : aside))
                        most[side] = side < 2 ? Math.max(most[side], b[side]) : Math.min(most[side], b[side]);
            }
            if (scope === root && (flicks || item.sourceComponent !== undefined))
                scope = item;
        }
        if (!bar && !free)
            most[3] = Math.min(most[3], floor);
        if (over)
            most[1] = -1e9, most[3] = 1e9;
        if (aside)
            most[0] = -1e9, most[2] = 1e9;
        if (!scopes.includes(scope))
            scopes.push(scope);
        return { room: most, scope: scopes.indexOf(scope), beside: beside };
    };
    const look = item => {
        if (!item.visible || item.opacity === 0)
            return;
        if (item.lineCount !== undefined && item.fontSizeMode !== undefined && item.text !== "") {
            const spare = item.width - item.contentWidth, high = item.height - item.contentHeight;
            const across = item.effectiveHorizontalAlignment, down = item.verticalAlignment;
            const x = across === 2 ? spare : across === 4 ? spare / 2 : 0;
            const y = down === 64 ? high : down === 128 ? high / 2 : item.topPadding;
            kept.push(item);
            found.push(Object.assign(room(item), {
                text: item.text,
                painted: rect(item, x, y, item.contentWidth, item.contentHeight),
                width: item.width,
                wanted: item.contentWidth,
                lines: item.lineCount,
                most: item.maximumLineCount,
                cut: item.truncated,
                shrunk: item.fontSizeMode !== 0 && item.fontInfo.pixelSize <= item.minimumPixelSize
                    && item.font.pixelSize > item.minimumPixelSize,
                wrap: item.wrapMode,
                size: item.fontInfo.pixelSize,
            }));
        }
        for (let at = 0; at < item.children.length; at++)
            look(item.children[at]);
    };
    seekBar(root);
    look(root);
    return [JSON.stringify(found), kept];
})
"""


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


class Measure:
    """Looks at the texts on the pages of a booth."""

    def __init__(self, booth: Booth) -> None:
        self._look = script(booth, _LOOK)
        self._root = booth.engine.newQObject(booth.window.contentItem())

    def misfits(self, stop: Stop, language: str, size: tuple[int, int]) -> Iterator[Misfit]:
        """Yield what does not fit on the page that is shown, which is `stop` in `language` on a screen of `size`."""
        answer = self._look.call([self._root])
        texts: list[dict[str, Any]] = json.loads(answer.property(0).toString())
        if not texts and not stop.name.startswith("attract"):
            raise KioskError(
                f"The page {stop.name} could not be built", "Install the program again; its files are damaged."
            )
        for at, text in enumerate(texts):
            for code, what, excess in _judge(text, texts, answer.property(1).property(at)):
                beside = tuple(text["beside"])
                yield Misfit(code, text["text"], what, excess, stop.name, stop.shows, language, size, beside)


def measure(
    walkers: Iterable[tuple[tuple[int, int], Walker]],
    stops: list[Stop],
    languages: tuple[str, ...],
) -> Iterator[Misfit]:
    """Walk through `stops` and yield what does not fit, in each of `languages`, which change in place."""
    for size, walker in walkers:
        look = Measure(walker.booth)
        for stop in stops:
            walker.visit(stop, languages[0])
            view = walker.scrolled()
            if view is not None and view.property("cacheBuffer") is not None:
                view.setProperty("cacheBuffer", 1_000_000)  # every block is made, whether one has scrolled there or not
            for language in languages:
                walker.booth.choose_language(language)
                walker.settle()
                yield from look.misfits(stop, language, size)
        walker.booth.close()


def show_no_media(booth: Booth, blank: Path) -> None:
    """Let every picture of the bundle be the tiny one at `blank`, and leave out its films: only words are measured."""
    speaker = booth.view.speaker
    image = QImage(1, 1, QImage.Format.Format_ARGB32)
    image.fill(0)
    image.save(str(blank), "PNG")  # type: ignore[call-overload]

    def url(said: Said) -> QUrl:
        path = say(said, speaker.code).lower()
        return QUrl.fromLocalFile(str(blank)) if path.endswith(_PICTURES) else QUrl()

    speaker.url = url  # type: ignore[method-assign]


_PICTURES: Final = (".jpg", ".jpeg", ".png", ".webp", ".svg")


def _judge(text: dict[str, Any], others: list[dict[str, Any]], item: QJSValue) -> Iterator[tuple[str, str, int]]:
    length = len(text["text"])
    if text["cut"]:
        full, fits = _lines(text, _font(item))
        yield CUT, f"needs {full} lines and has room for {text['most']}", max(1, length - fits)
        return
    over = _overflow(text)
    if text["shrunk"] and text["wanted"] <= text["width"] + SLACK:
        yield SMALL, "is shown as small as it can be", max(1, round(length * 0.15))
    elif text["wanted"] > text["width"] + SLACK:
        more = text["wanted"] - text["width"]
        yield OUTSIDE, f"is {more:.0f} pixels too wide", _share(length, more, text["wanted"])
    elif over is not None:
        yield OUTSIDE, *over
    else:
        other = next((other for other in others if _collide(text, other)), None)
        if other is not None:
            shared = min(text["painted"][3], other["painted"][3]) - max(text["painted"][1], other["painted"][1])
            high = text["painted"][3] - text["painted"][1]
            yield OUTSIDE, f"runs into “{_short(other['text'])}”", _share(length, shared, high)
    if text["wrap"] == _WRAPS_WORDS:
        yield from _broken(text, item)


def _overflow(text: dict[str, Any]) -> tuple[str, int] | None:
    left, top, right, bottom = text["painted"]
    room = text["room"]
    high, wide = max(room[1] - top, bottom - room[3]), max(room[0] - left, right - room[2])
    if high > SLACK + text["size"] * 0.2:  # the line's own leading may stick out, its letters may not
        return f"is {high:.0f} pixels too high for its place", _share(len(text["text"]), high, bottom - top)
    if wide > SLACK:
        return f"sticks out of its place by {wide:.0f} pixels", _share(len(text["text"]), wide, right - left)
    return None


def _collide(one: dict[str, Any], other: dict[str, Any]) -> bool:
    if one is other or one["scope"] != other["scope"] or one["text"] == other["text"]:
        return False
    a, b = one["painted"], other["painted"]
    slack = 0.35 * max(one["size"], other["size"])
    return bool(min(a[2], b[2]) - max(a[0], b[0]) > slack and min(a[3], b[3]) - max(a[1], b[1]) > slack)


def _broken(text: dict[str, Any], item: QJSValue) -> Iterator[tuple[str, str, int]]:
    words = [word for word in _UNBROKEN.findall(text["text"]) if len(word) * text["size"] > text["width"]]
    if not words:
        return
    metrics = QFontMetricsF(_font(item))
    for word in sorted(set(words), key=len, reverse=True)[:1]:
        wide = metrics.horizontalAdvance(word)
        if wide > text["width"] + SLACK:
            excess = _share(len(word), wide - text["width"], wide)
            yield BROKEN, f"has the word “{_short(word)}”, which is too long for its line and is broken", excess


def _lines(text: dict[str, Any], font: QFont) -> tuple[int, int]:
    """Return how many lines the whole text takes, and how many of its characters stand on those that are shown."""
    layout = QTextLayout(text["text"].replace("\n", "\u2028"), font)
    layout.setTextOption(QTextOption())
    option = layout.textOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    count = fits = 0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(text["width"])
        count += 1
        if count <= text["most"]:
            fits = line.textStart() + line.textLength()
    layout.endLayout()
    return count, fits


def _font(item: QJSValue) -> QFont:
    found = item.toQObject().property("font")
    assert isinstance(found, QFont)
    return found


def _share(length: int, more: float, whole: float) -> int:
    return max(1, math.ceil(length * more / whole)) if whole > 0 else 1


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"
