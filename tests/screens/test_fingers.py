"""Hands, pens and everything else that a window can be told, on every page: nothing opens, nothing gets stuck."""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable, Iterable, Iterator
from typing import Final

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QObject, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QNativeGestureEvent,
    QPointingDevice,
    QTabletEvent,
    QTouchEvent,
    QWheelEvent,
)
from PySide6.QtTest import QTest

from kiosk.booth.inputs import Inputs, read_input
from kiosk.bundle.model import Bundle
from kiosk.ground.errors import KioskError
from kiosk.language.catalogs import Interface, interface_catalog
from kiosk.settings.settings import Languages, Settings, WayIn
from kiosk.staff.overlay import Mode
from kiosk.view import tiles
from kiosk.visit.route import Home, Page, Place
from kiosk.visit.route import Open as Go
from kiosk.visit.visit import KeyPressed, Leave
from tests.screens.acting import Visitor, on_window
from tests.screens.conftest import Open

TAPS: Final = Settings(way_in=WayIn(gesture="taps", corner="bottom-right"))
PRESS_AND_HOLD_MS: Final = 20
AT: Final = QPointF(900, 400)
NOTHING = Qt.KeyboardModifier.NoModifier

Path = list[QPoint]


def go(place: Place) -> Callable[[Visitor], None]:
    def open_page(visitor: Visitor) -> None:
        visitor.booth.visits.take(KeyPressed())
        visitor.clock.now += 1
        visitor.view.follow(Home() if place.page is Page.HOME else Go(place))

    return open_page


def leave(visitor: Visitor) -> None:
    visitor.booth.visits.take(Leave())


def pick(visitor: Visitor) -> None:
    go(Place(Page.HOME))(visitor)
    visitor.clock.now += 1
    visitor.view.openPicker()


def wait_long(visitor: Visitor) -> None:
    go(Place(Page.HOME))(visitor)
    visitor.wait(lambda: not visitor.booth.visits.visit.playing)  # a film that one of the attempts has opened
    visitor.pass_time(200)
    assert visitor.view.secondsLeft > 0


def call_staff(visitor: Visitor) -> None:
    corner = QPoint(visitor.window.width() - 20, visitor.window.height() - 20)
    for _ in range(TAPS.way_in.taps):
        visitor.tap(corner, 0.2)
    assert visitor.booth.desk.overlay.mode is Mode.PAD


PAGES: Final = {
    "attract": leave,
    "home": go(Place(Page.HOME)),
    "sector": go(Place(Page.SECTOR, "cars")),
    "statistics": go(Place(Page.STATISTICS)),
    "videos": go(Place(Page.VIDEOS)),
    "film": go(Place(Page.FILM, "line")),
    "picker": pick,
    "still there": wait_long,
    "PIN pad": call_staff,
}


def act(visitor: Visitor, what: str, paths: list[Path], step: int) -> None:
    """Let fingers `press`, `move` or `release`, each where its path is then."""
    hand = QTest.touchEvent(visitor.window, visitor.finger)
    for finger, path in enumerate(paths, 1):
        getattr(hand, what)(finger, path[step], visitor.window)
    hand.commit()


def draw(visitor: Visitor, paths: list[Path], lift: bool = True) -> None:
    """Put fingers down, draw them along their paths together, and lift them."""
    act(visitor, "press", paths, 0)
    for step in range(1, len(paths[0])):
        act(visitor, "move", paths, step)
    if lift:
        act(visitor, "release", paths, -1)


def line(start: tuple[float, float], end: tuple[float, float], steps: int = 3) -> Path:
    """Return places on a line; its ends are parts of a screen of 1920 x 1080."""
    (x, y), (to_x, to_y) = start, end
    return [
        QPoint(round((x + (to_x - x) * at / steps) * 1919), round((y + (to_y - y) * at / steps) * 1079))
        for at in range(steps + 1)
    ]


def swipe(count: int, start: tuple[float, float], end: tuple[float, float]) -> Callable[[Visitor], None]:
    """Swipe with so many fingers beside one another."""
    beside = 0.03 if start[0] == end[0] else 0.0
    below = 0.06 if start[1] == end[1] else 0.0

    def paths(visitor: Visitor) -> None:
        moved = [(finger * beside, finger * below) for finger in range(count)]
        draw(visitor, [line((start[0] + x, start[1] + y), (end[0] + x, end[1] + y)) for x, y in moved])

    return paths


def palm(visitor: Visitor) -> None:
    chance = random.Random(7)
    places = [(0.5 + chance.uniform(-0.05, 0.05), 0.5 + chance.uniform(-0.05, 0.05)) for _ in range(10)]
    draw(visitor, [line(place, (place[0] + 0.01, place[1] + 0.01)) for place in places])


def pinch(visitor: Visitor) -> None:
    draw(visitor, [line((0.3, 0.3), (0.48, 0.48)), line((0.7, 0.7), (0.52, 0.52))])
    draw(visitor, [line((0.48, 0.48), (0.1, 0.1)), line((0.52, 0.52), (0.9, 0.9))])


def turn(visitor: Visitor) -> None:
    draw(visitor, [line((0.4, 0.4), (0.6, 0.4)), line((0.6, 0.6), (0.4, 0.6))])


def lose_fingers(visitor: Visitor) -> None:
    """Fingers go down, and the screen says that there were none."""
    draw(visitor, [line((0.2 + n / 10, 0.5), (0.2 + n / 10, 0.6)) for n in range(5)], lift=False)
    tell(visitor, QTouchEvent(QEvent.Type.TouchCancel, visitor.finger))


def press_long(visitor: Visitor) -> None:
    for place in (QPoint(900, 400), QPoint(5, 5), visitor.window.contentItem().boundingRect().center().toPoint()):
        visitor.press(place)
        visitor.qtbot.wait(3 * PRESS_AND_HOLD_MS)
        visitor.release(place)


def storm(visitor: Visitor) -> None:
    """Ten fingers drum, all over the screen but for the corner that staff tap."""
    chance = random.Random(11)
    for _ in range(12):
        draw(
            visitor, [line(place, place, 1) for place in ((chance.uniform(0, 0.8), chance.random()) for _ in range(10))]
        )


def tell(visitor: Visitor, event: QEvent) -> None:
    QCoreApplication.sendEvent(visitor.window, event)


def drop(visitor: Visitor) -> None:
    files, at = QMimeData(), QPoint(900, 400)
    files.setUrls([QUrl("file:///etc/passwd"), QUrl("https://example.org")])
    files.setText("something")
    for kind in (QDragEnterEvent, QDragMoveEvent):
        event = kind(at, Qt.DropAction.CopyAction, files, Qt.MouseButton.LeftButton, NOTHING)
        tell(visitor, event)
        assert not event.isAccepted()
    tell(visitor, QDropEvent(QPointF(at), Qt.DropAction.CopyAction, files, Qt.MouseButton.LeftButton, NOTHING))


def ask_for_a_menu(visitor: Visitor) -> None:
    for reason in QContextMenuEvent.Reason:
        tell(visitor, QContextMenuEvent(reason, QPoint(900, 400), QPoint(900, 400)))


def write(visitor: Visitor) -> None:
    """What an input method or a keyboard on the screen would write."""
    event = QInputMethodEvent("abc", [])
    event.setCommitString("file:///")
    tell(visitor, event)
    for letter in "file:":
        QTest.keyClick(visitor.window, letter)


def zoom(visitor: Visitor) -> None:
    for kind in (Qt.NativeGestureType.ZoomNativeGesture, Qt.NativeGestureType.RotateNativeGesture):
        tell(visitor, QNativeGestureEvent(kind, visitor.finger, 2, AT, AT, AT, 0.5, QPointF(1, 1)))
    for held in (NOTHING, Qt.KeyboardModifier.ControlModifier):
        for by in (QPoint(0, 240), QPoint(0, -240), QPoint(240, 0)):
            tell(
                visitor, QWheelEvent(AT, AT, by, by, Qt.MouseButton.NoButton, held, Qt.ScrollPhase.NoScrollPhase, False)
            )


def close(visitor: Visitor) -> None:
    assert not visitor.window.close()


ATTEMPTS: Final[dict[str, Callable[[Visitor], None]]] = {
    **{f"{n} fingers tap": swipe(n, (0.3, 0.3), (0.3, 0.3)) for n in (3, 10)},
    **{f"{n} fingers from the left": swipe(n, (0.0, 0.2), (0.5, 0.2)) for n in (1, 4)},
    **{f"{n} fingers from the right": swipe(n, (1.0, 0.2), (0.5, 0.2)) for n in (1, 4)},
    **{f"{n} fingers from the top": swipe(n, (0.2, 0.0), (0.2, 0.6)) for n in (1, 3)},
    **{f"{n} fingers from the bottom": swipe(n, (0.2, 1.0), (0.2, 0.4)) for n in (1, 3)},
    "palm": palm,
    "pinch": pinch,
    "turn": turn,
    "fingers that were none": lose_fingers,
    "long press": press_long,
    "storm": storm,
    "drag and drop": drop,
    "menu": ask_for_a_menu,
    "writing": write,
    "zoom": zoom,
    "close": close,
}


@pytest.fixture
def visitor(open_booth: Open, qapp: QGuiApplication) -> Iterator[Visitor]:
    """Somebody before a booth that covers its whole screen, where a press soon counts as long."""
    hints = qapp.styleHints()
    usual = hints.mousePressAndHoldInterval()
    hints.setMousePressAndHoldInterval(PRESS_AND_HOLD_MS)
    yield open_booth(windowed=False, entered=False, settings=TAPS)
    hints.setMousePressAndHoldInterval(usual)


def place(visitor: Visitor) -> tuple[object, ...]:
    """Return what is open."""
    view = visitor.booth.view
    return view.attract, view.route, view.picker, view.secondsLeft > 0, visitor.booth.desk.overlay.mode


def try_all(visitor: Visitor, page: str, open_page: Callable[[Visitor], None], attempts: Iterable[str]) -> None:
    """Try one thing after the other on a page, and go there again where it has led away."""
    there: object = None
    for name in attempts:
        visitor.clock.now += 1
        if place(visitor) != there:
            visitor.clock.now += 9
            open_page(visitor)
            there = place(visitor)
        desk = visitor.booth.desk.overlay.mode
        ATTEMPTS[name](visitor)
        assert [window for window in QGuiApplication.topLevelWindows() if window.isVisible()] == [visitor.window], (
            page,
            name,
        )
        assert visitor.booth.desk.overlay.mode in (desk, Mode.CLOSED), (page, name)


def check_alive(visitor: Visitor) -> None:
    """Fail unless the next visitor finds what the first one did."""
    leave(visitor)
    visitor.clock.now += 9
    visitor.enter()
    visitor.tap(visitor.control("Hills"))
    assert visitor.view.page == "sector"


def test_nothing_opens(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tiles, "LINGER_MS", 60_000)  # a busy machine draws the next page later than rows wait for it
    for page, open_page in PAGES.items():
        try_all(visitor, page, open_page, ATTEMPTS)
        visitor.booth.desk_view.shutWanted.emit()
    check_alive(visitor)


def test_nothing_opens_while_the_language_changes(visitor: Visitor) -> None:
    languages = itertools.cycle(["ar", "zh_Hans", "en"])

    def switch(visitor: Visitor) -> None:
        go(Place(Page.SECTOR, "cars"))(visitor)
        visitor.booth.choose_language(next(languages))

    try_all(visitor, "switch", switch, ATTEMPTS)
    check_alive(visitor)


def test_nothing_opens_while_the_content_is_exchanged(visitor: Visitor, bundle: Bundle) -> None:
    def exchange(visitor: Visitor) -> None:
        go(Place(Page.HOME))(visitor)
        visitor.booth.show(bundle)
        visitor.view = visitor.booth.view

    try_all(
        visitor, "exchange", exchange, ["10 fingers tap", "palm", "storm", "drag and drop", "fingers that were none"]
    )
    check_alive(visitor)


@pytest.mark.parametrize("page", ["attract", "home", "sector", "film", "picker", "still there", "fault"])
def test_two_fingers_call_staff_and_leave_the_page_alone(open_booth: Open, page: str) -> None:
    """Held for three seconds they open the pad; when they are lifted, nothing of what lies under it is touched."""
    fault = {"fault": KioskError("nothing to show"), "shown": None} if page == "fault" else {}
    visitor = open_booth(entered=False, **fault)
    if not fault:
        PAGES[page](visitor)
        visitor.clock.now += 9
    before = place(visitor)
    two = [[QPoint(900, 400), QPoint(902, 400)], [QPoint(1400, 400), QPoint(1400, 401)]]
    draw(visitor, two, lift=False)
    visitor.clock.now += 2.9
    act(visitor, "move", two, 0)
    assert visitor.booth.desk.overlay.mode is Mode.CLOSED
    visitor.clock.now += 0.2
    act(visitor, "move", two, 1)
    visitor.wait(lambda: visitor.booth.desk.overlay.mode is Mode.PAD)
    act(visitor, "release", two, 1)
    visitor.booth.desk_view.shutWanted.emit()
    if page not in ("attract", "still there"):  # there fingers wake the booth, whatever else they do
        assert place(visitor) == before
    visitor.clock.now += 9
    if page == "home":
        visitor.tap(visitor.control("Hills"))
        assert visitor.view.page == "sector"


def test_the_pad_speaks_one_language(open_booth: Open) -> None:
    """The one on the screen, all of it: the panel's own comes with the panel."""
    visitor = open_booth(settings=Settings(languages=Languages(staff="de")))
    visitor.booth.choose_language("ar")
    visitor.clock.now += 9
    two = [[QPoint(900, 400)] * 2, [QPoint(1400, 400)] * 2]
    draw(visitor, two, lift=False)
    visitor.clock.now += 3.1
    act(visitor, "move", two, 1)
    words = Interface(interface_catalog("ar"))
    said = words.gettext("No PIN is set. Set one with `kiosk pin` in the machine’s shell.")
    visitor.wait(lambda: said in visitor.texts())
    assert words.gettext("Staff") in visitor.texts()
    act(visitor, "release", two, 1)
    visitor.booth.desk_view.shutWanted.emit()


@pytest.mark.parametrize(
    ("key", "modifier", "passes"),
    [
        (Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier, True),
        (Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier, True),
        (Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier, False),
        (Qt.Key.Key_F4, Qt.KeyboardModifier.NoModifier, False),
    ],
)
def test_staff_may_go_from_key_to_key_both_ways(
    open_booth: Open, key: Qt.Key, modifier: Qt.KeyboardModifier, passes: bool
) -> None:
    visitor = open_booth(settings=TAPS)
    call_staff(visitor)
    event = QKeyEvent(QEvent.Type.KeyPress, key, modifier)
    read = read_input(event)
    assert read is not None
    assert visitor.booth.desk.keeps(read) is not passes
    visitor.booth.desk_view.shutWanted.emit()


@pytest.mark.parametrize("kind", [QEvent.Type.TabletPress, QEvent.Type.TabletMove, QEvent.Type.TabletRelease])
def test_a_pen_is_a_mouse(open_booth: Open, kind: QEvent.Type) -> None:
    """Pages would follow a pen that the loop, the cleaning and the time-out know nothing of. Refused, it is a mouse."""
    visitor = open_booth(entered=False)
    heard: list[QEvent.Type] = []

    class Ear(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
            heard.append(event.type())
            return False

    ear = Ear()
    visitor.window.installEventFilter(ear)
    (inputs,) = visitor.booth.engine.findChildren(Inputs)
    visitor.window.removeEventFilter(inputs)
    visitor.window.installEventFilter(inputs)
    place, left = QPointF(visitor.window.width() / 2, visitor.window.height() / 2), Qt.MouseButton.LeftButton
    plain = Qt.KeyboardModifier.NoModifier
    pen = QTabletEvent(kind, QPointingDevice.primaryPointingDevice(), place, place, 1, 0, 0, 0, 0, 0, plain, left, left)
    QCoreApplication.sendEvent(visitor.window, pen)
    assert kind not in heard
    assert not pen.isAccepted()


@pytest.mark.parametrize("code", ["en", "ar", "zh_Hans"])
@pytest.mark.parametrize("size", [(1280, 720), (720, 1280)])
def test_the_whole_pad_is_on_a_small_screen(open_booth: Open, code: str, size: tuple[int, int]) -> None:
    """Arabic lines are high: what closes it, and when, lay below the edge."""
    visitor = open_booth(settings=TAPS, language=code, size=size)
    call_staff(visitor)
    visitor.settle()
    places = [on_window(item) for item in visitor.see(visitor.one("PinPad")) if item.property("text")]
    assert len(places) > 10
    assert min(place.top() for place in places) >= 0
    assert max(place.bottom() for place in places) <= visitor.window.height()
    visitor.booth.desk_view.shutWanted.emit()
