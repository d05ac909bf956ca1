"""A scene as the booth sees it: what is being loaded in it, how far down its page stands, and its texts."""

from __future__ import annotations

from pathlib import Path
from typing import Final, TypeAlias

import msgspec
from PySide6.QtCore import QObject
from PySide6.QtGui import QFont
from PySide6.QtQml import QJSEngine, QJSValue

_MODULE: Final = Path(__file__).resolve().parent.parent / "qml" / "Kiosk" / "Shell" / "scene.mjs"

Box: TypeAlias = tuple[float, float, float, float]
"""Left, top, right and bottom, in the window's pixels."""


class Text(msgspec.Struct, frozen=True):
    """A text that can be seen: where it is `painted` and where it may be (`room`), in the window's pixels.

    `wanted` is how wide its longest line is where `width` is what it has, `most` how many lines there may be; `size` is
    the letters' height in pixels. `beside` are the other words of the row that it belongs to.
    """

    text: str
    painted: Box
    room: Box
    scope: int
    beside: tuple[str, ...]
    width: float
    wanted: float
    most: int
    cut: bool
    shrunk: bool
    wrap: int
    size: float


class Scene:
    """An item of `engine` with all that can be seen in it. What is asked is answered by `scene.mjs`."""

    def __init__(self, engine: QJSEngine, item: QObject) -> None:
        self._answers = engine.importModule(str(_MODULE))
        self._item = engine.newQObject(item)

    def busy(self) -> bool:
        """Whether a picture or a part of the page is being loaded."""
        return self._ask("busy").toBool()

    def offset(self) -> float:
        """Return how far down the page stands, in its pixels."""
        return self._ask("offset").toNumber()

    def height(self) -> float:
        """Return how high the page is, in its pixels."""
        return self._ask("height").toNumber()

    def scroll_to(self, distance: float) -> None:
        """Put the page as far down as `distance`, or to its end where it has become shorter."""
        self._ask("scrollTo", distance)

    def scroll_on(self) -> bool:
        """Go down a screenful, perhaps beyond the end (`rest` comes back); whether there was more to see."""
        return self._ask("scrollOn").toBool()

    def rest(self) -> None:
        """Come back from beyond the end of the page."""
        self._ask("rest")

    def make_all(self) -> None:
        """Make every part of the page, whether one has scrolled there or not."""
        self._ask("makeAll")

    def texts(self) -> list[tuple[Text, QFont]]:
        """Return every text that can be seen, with its font."""
        answer = self._ask("texts")
        texts = msgspec.json.decode(answer.property(0).toString(), type=list[Text])
        fonts = answer.property(1)
        return [(text, QFont(fonts.property(at).toVariant())) for at, text in enumerate(texts)]

    def _ask(self, what: str, *given: float) -> QJSValue:
        answer = self._answers.property(what).call([self._item, *map(QJSValue, given)])
        if answer.isError():
            raise RuntimeError(answer.toString())
        return answer
