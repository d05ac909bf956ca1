"""A visitor for tests: finds what is on the screen, touches it as a finger or a mouse does, and waits."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import shiboken6
from PySide6.QtCore import QObject, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPointingDevice
from PySide6.QtQml import QQmlProperty, qmlContext
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.booth.booth import Booth
from kiosk.visit.visit import Ticked


class Clock:
    """Monotonic seconds that pass only when a test says so."""

    def __init__(self) -> None:
        self.now = 1000.0
        self._behind: float | None = None

    def __call__(self) -> float:
        return self.now if self._behind is None else time.monotonic() - self._behind

    def run(self) -> None:
        """Let time pass by itself from now on."""
        self._behind = time.monotonic() - self.now


def walk(item: QQuickItem) -> Iterator[QQuickItem]:
    """Yield `item` and everything in it that can be seen."""
    if item.isVisible() and item.opacity() > 0:
        yield item
        for child in item.childItems():
            yield from walk(as_item(child))


def as_item(found: object) -> QQuickItem:
    """Return `found` as the item that it is.

    WORKAROUND(PySide6 6.11): where an item lies in memory that a type's description has left, Python is given that.
    """
    if isinstance(found, QQuickItem):
        return found
    item = shiboken6.wrapInstance(shiboken6.getCppPointer(found)[0], QQuickItem)
    assert isinstance(item, QQuickItem)
    return item


def kind(item: QObject) -> str:
    """Return the name of the item's QML type."""
    description = item.metaObject()
    name = description.className().partition("_QML")[0].removeprefix("QQuick")
    shiboken6.invalidate(description)  # types come and go: see as_item
    return name


def on_window(item: QQuickItem) -> QRectF:
    """Return where the item is drawn, in the window's coordinates."""
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


class Visitor:
    """Somebody before `booth`, whose clock is `clock`."""

    def __init__(self, booth: Booth, clock: Clock, qtbot: QtBot, finger: QPointingDevice) -> None:
        self.booth = booth
        self.view = booth.view
        self.window = booth.window
        self.clock = clock
        self.qtbot = qtbot
        self.finger = finger

    # Looking.

    def see(self, root: QQuickItem | None = None) -> Iterator[QQuickItem]:
        """Yield everything that can be seen, what lies below first."""
        return walk(root or self.window.contentItem())

    def all(self, name: str) -> list[QQuickItem]:
        """Return what can be seen of the QML type `name`."""
        return [item for item in self.see() if kind(item) == name]

    def one(self, name: str) -> QQuickItem:
        """Return the one item of the QML type `name`."""
        (found,) = self.all(name)
        return found

    def texts(self, root: QQuickItem | None = None) -> list[str]:
        """Return the words that can be seen."""
        return [str(item.property("text")) for item in self.see(root) if kind(item) == "PlainText"]

    def control(self, name: str) -> QQuickItem:
        """Return the control that is called `name`; of several the one on top."""
        found = [item for item in self.see() if item.property("label") == name and item.isEnabled()]
        assert found, f"no control {name!r} among {[item.property('label') for item in self.see()]}"
        return found[-1]

    def named(self, name: str) -> list[QQuickItem]:
        """Return the buttons that a screen reader calls `name`, in the order of the page."""
        buttons = (item for item in self.see() if item.inherits("QQuickAbstractButton"))
        return [item for item in buttons if accessible_name(item) == name]

    def button(self, number: int) -> QQuickItem:
        """Return a button of the bar: 0 home, 1 back, 2 numbers, 3 films."""
        return [item for item in self.see(self.one("Bar")) if kind(item) == "BarButton"][number]

    def language(self, code: str) -> QQuickItem:
        """Return the bar's button of a language."""
        name = next(language.name for language in self.booth.exhibit.bundle.languages if language.code == code)
        return next(item for item in self.all("LanguageButton") if item.property("label") == name)

    def page(self) -> QQuickItem:
        """Return the current page's screen."""
        (loader,) = [item for item in self.all("PageLoader") if item.property("current")]
        return loader.childItems()[0]

    def list(self) -> QQuickItem:
        """Return what scrolls on the current page."""
        return next(
            item
            for item in self.see(self.page())
            if item.inherits("QQuickFlickable") and item.width() > self.window.width() / 3 and item.height() > 200
        )

    def film_started(self) -> bool:
        """Say whether the film's first frame is there."""
        return any(screen.property("started") for screen in self.all("FilmScreen"))

    def grab(self) -> QImage:
        """Return the picture on the screen."""
        return self.window.grabWindow()

    # Touching.

    def point(self, item: QQuickItem) -> QPoint:
        """Return the middle of the item's part that can be seen."""
        place = on_window(item)
        up = item.parentItem()
        while up is not None:
            if up.clip():
                place = place.intersected(on_window(up))
            up = up.parentItem()
        assert place.isValid(), f"{kind(item)} lies out of sight"
        return place.center().toPoint()

    def tap(self, where: QQuickItem | QPoint, seconds: float = 1.0) -> None:
        """Tap with a finger, `seconds` after what went before."""
        self.clock.now += seconds
        self.press(where)
        self.release(where)

    def press(self, where: QQuickItem | QPoint, finger: int = 1) -> None:
        """Put a finger down."""
        QTest.touchEvent(self.window, self.finger).press(finger, self._at(where), self.window).commit()

    def move(self, where: QQuickItem | QPoint, finger: int = 1) -> None:
        """Move a finger that is down, for a frame: Qt takes moves within one frame together."""
        QTest.touchEvent(self.window, self.finger).move(finger, self._at(where), self.window).commit()
        self.grab()

    def release(self, where: QQuickItem | QPoint, finger: int = 1) -> None:
        """Lift a finger."""
        QTest.touchEvent(self.window, self.finger).release(finger, self._at(where), self.window).commit()

    def click(self, where: QQuickItem | QPoint) -> None:
        """Click with the mouse."""
        self.clock.now += 1
        QTest.mouseClick(self.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, self._at(where))

    def key(self, key: Qt.Key) -> None:
        """Press a key and let it go."""
        self.clock.now += 1
        QTest.keyClick(self.window, key)

    def _at(self, where: QQuickItem | QPoint) -> QPoint:
        return where if isinstance(where, QPoint) else self.point(where)

    # Waiting.

    def wait(self, what: Callable[[], object], seconds: float = 10) -> None:
        """Wait until `what` holds."""
        self.qtbot.waitUntil(lambda: bool(what()), timeout=round(seconds * 1000))

    def pass_time(self, seconds: float) -> None:
        """Let the booth's clock run on."""
        self.clock.now += seconds
        self.booth.visits.take(Ticked())

    def enter(self) -> None:
        """Leave the attract loop as a key does, and wait for the page it leads to."""
        self.key(Qt.Key.Key_Space)
        self.clock.now += 1
        self.wait(lambda: not self.view.attract)
        self.settle()

    def settle(self) -> None:
        """Wait until everything is loaded and the pages have stopped moving."""
        before: list[QPointF] = []
        rested = 0

        def calm() -> bool:
            nonlocal before, rested
            places = [item.mapToScene(QPointF()) for item in self.all("PlainText")]
            rested = rested + 1 if places == before and not self._busy() else 0
            before = places
            return rested == 3

        self.wait(calm, 30)

    def _busy(self) -> bool:
        loaders = self.all("PageLoader")
        if self.view.fault is None and not self.view.attract:
            (arrived,) = loaders if len(loaders) == 1 else (None,)
            if arrived is None or not arrived.property("current") or arrived.opacity() < 1 or self.all("AttractScreen"):
                return True
        return any(loading(item) or crowded(item) for item in self.see())


def accessible_name(item: QQuickItem) -> str:
    """Return what a screen reader calls an item."""
    return str(QQmlProperty(item, "Accessible.name", qmlContext(item)).read())


def loading(item: QQuickItem) -> bool:
    """Say whether a picture or a part of the page is still being made."""
    if item.inherits("QQuickImageBase"):
        return not item.property("source").isEmpty() and item.property("progress") < 1
    if item.inherits("QQuickLoader"):
        return item.property("sourceComponent") is not None and item.property("progress") < 1
    return False


def crowded(item: QQuickItem) -> bool:
    """Say whether rows have yet to be put in their places: new ones are made where the first one is."""
    mark = "kind"  # the cards of the statistics
    if item.inherits("QQuickListView"):
        item, mark = item.property("contentItem"), "index"
    rows = [row for row in item.childItems() if row.property(mark) is not None]
    return len({(row.x(), row.y()) for row in rows}) < len(rows)


def brightness(image: QImage) -> float:
    """Return the mean brightness of a picture, 0 to 255."""
    small = image.scaled(32, 18)
    return sum(small.pixelColor(x, y).value() for x in range(32) for y in range(18)) / (32 * 18)


def share_unlike(one: QImage, other: QImage, tolerance: int = 12) -> float:
    """Return the part of the pixels in which two pictures of the same size differ, on a grid of 64 x 64 of them."""
    points = [(x * one.width() // 64, y * one.height() // 64) for x in range(64) for y in range(64)]
    unlike = 0
    for x, y in points:
        a, b = one.pixelColor(x, y), other.pixelColor(x, y)
        unlike += max(abs(a.red() - b.red()), abs(a.green() - b.green()), abs(a.blue() - b.blue())) > tolerance
    return unlike / len(points)


def middle(place: QRectF | QPointF) -> QPoint:
    """Return the middle of a place as whole pixels."""
    return (place.center() if isinstance(place, QRectF) else place).toPoint()
