"""Keys, the accessibility tree, the window, and the fault screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QGuiApplication
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.ground.errors import BundleError, Position, Problem
from kiosk.visit.route import Open as Go
from kiosk.visit.route import Page, Place
from tests.screens.acting import Visitor, brightness, kind
from tests.screens.conftest import LANDSCAPE, PORTRAIT, Open
from tests.screens.sample import LANGUAGES

PLACES = [
    Place(Page.HOME),
    Place(Page.SECTOR, "cars"),
    Place(Page.STATISTICS),
    Place(Page.VIDEOS),
    Place(Page.FILM, "line"),
]


class Spy(QObject):
    """Hears which keys reach the page."""

    def __init__(self) -> None:
        super().__init__()
        self.keys: list[int] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.KeyPress:
            self.keys.append(event.key())  # type: ignore[attr-defined]
        return False


@pytest.mark.parametrize(
    ("key", "reaches"),
    [
        (Qt.Key.Key_Right, True),
        (Qt.Key.Key_Down, True),
        (Qt.Key.Key_F4, False),
        (Qt.Key.Key_F11, False),
        (Qt.Key.Key_Q, False),
        (Qt.Key.Key_PageDown, False),
        (Qt.Key.Key_Menu, False),
        (Qt.Key.Key_Print, False),
    ],
)
def test_only_a_keypad_s_keys_reach_the_page(open_booth: Open, key: Qt.Key, reaches: bool) -> None:
    """And with Ctrl, Alt or Meta none of them."""
    visitor = open_booth(still=True)
    QTest.keyClick(visitor.window, Qt.Key.Key_Tab)
    spy = Spy()
    visitor.window.activeFocusItem().installEventFilter(spy)
    held = Qt.KeyboardModifier
    for chord in (held.ControlModifier, held.AltModifier, held.MetaModifier):
        QTest.keyClick(visitor.window, key, chord | held.ShiftModifier)
    assert spy.keys == []
    QTest.keyClick(visitor.window, key)
    assert spy.keys == ([key.value] if reaches else [])


def focused(visitor: Visitor) -> QQuickItem:
    item = visitor.window.activeFocusItem()
    assert item is not None
    return item


def controls(visitor: Visitor, root: QQuickItem) -> set[str]:
    """Return the names of the controls that can be seen and used."""
    found = set()
    for item in visitor.see(root):
        if item.inherits("QQuickAbstractButton") and item.isEnabled() and item.property("label"):
            found.add(str(item.property("label")))
    return found


@pytest.mark.parametrize("place", PLACES, ids=str)
def test_tab_and_enter_reach_every_control(open_booth: Open, place: Place) -> None:
    """Tab goes round every control of a page and the bar, showing where it is; Enter presses what it is on."""
    visitor = open_booth(still=True)
    visitor.view.follow(Go(place))
    visitor.settle()
    wanted = controls(visitor, visitor.page()) | controls(visitor, visitor.one("Bar"))
    names: list[str] = []
    for _ in range(60):
        visitor.key(Qt.Key.Key_Tab)
        item = focused(visitor)
        names.append(str(item.property("label")))
        rings = [ring for ring in visitor.see() if kind(ring) == "FocusRing"]
        assert rings or item.inherits("QQuickSlider"), f"no ring round {names[-1]}"
        if names.count(names[0]) > 1 and names.count(names[-1]) > 1 and wanted <= set(names):
            break
    assert wanted <= set(names)
    while str(focused(visitor).property("label")) != "Films":
        visitor.key(Qt.Key.Key_Tab)
    visitor.key(Qt.Key.Key_Return)
    assert visitor.view.page == "videos"


def test_escape_goes_back(open_booth: Open) -> None:
    visitor = open_booth(still=True)
    visitor.tap(visitor.control("Hills"))
    visitor.settle()
    visitor.clock.now += 1
    visitor.view.openPicker()
    visitor.key(Qt.Key.Key_Escape)
    assert (visitor.view.picker, visitor.view.page) == (False, "sector")
    visitor.key(Qt.Key.Key_Escape)
    assert visitor.view.page == "home"


# The accessibility tree.


def tree(node: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Yield everything below `node` that is not hidden."""
    for at in range(node.childCount()):
        child = node.child(at)
        if child is not None and child.isValid() and not child.state().invisible:
            yield child
            yield from tree(child)


PRESSED = {QAccessible.Role.Button, QAccessible.Role.Slider, QAccessible.Role.Link, QAccessible.Role.CheckBox}


@pytest.mark.parametrize("language", [*LANGUAGES, "en_XA"])
def test_every_control_has_a_name(open_booth: Open, language: str) -> None:
    """In the tree that screen readers see, each control of each page is named, in the current language."""
    QAccessible.setActive(True)
    visitor = open_booth(size=LANDSCAPE, language=language, still=True)
    for place in PLACES:
        visitor.view.follow(Go(place))
        visitor.settle()
        root = QAccessible.queryAccessibleInterface(visitor.window)
        named = [node.text(QAccessible.Text.Name) for node in tree(root) if node.role() in PRESSED]
        assert named
        assert all(name.strip() for name in named), place
        assert controls(visitor, visitor.page()) | controls(visitor, visitor.one("Bar")) <= set(named), place


# The window and the fault screen.


def test_the_window_cannot_be_closed(open_booth: Open) -> None:
    """Full screen: a close event is refused. In a window, for trying things out, it is heard."""
    visitor = open_booth(size=LANDSCAPE, windowed=False)
    assert visitor.window.geometry() == QGuiApplication.primaryScreen().geometry()
    visitor.window.close()
    assert visitor.window.isVisible()
    windowed = open_booth(size=LANDSCAPE)
    with windowed.qtbot.waitSignal(windowed.booth.frame.closed):
        windowed.window.close()


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT], ids=["landscape", "portrait"])
@pytest.mark.parametrize("number", [1, 3, 40])
def test_a_fault_is_shown_with_its_place_and_its_cure(open_booth: Open, number: int, size: tuple[int, int]) -> None:
    """The first problems with file, line and cure, how many more there are, and the same as a QR code."""
    problems = tuple(
        Problem(Position(Path("/booth/content.yaml"), line, 5), f"`summry` is no key, {line}", "Write `summary`", "")
        for line in range(1, number + 1)
    )
    visitor = open_booth(shown=None, fault=BundleError(problems), still=True, size=size)
    visitor.settle()
    screen = visitor.one("FaultScreen")
    said = "\n".join(visitor.texts(screen))
    for line in range(1, min(number, 6) + 1):
        assert f"content.yaml:{line}  `summry` is no key, {line}. Write `summary`" in said
    assert ("34 more" in said) == (number == 40)
    for item in visitor.see(screen):
        if item.inherits("QQuickText"):
            assert item.property("contentWidth") <= item.width() + 1
            assert visitor.window.contentItem().boundingRect().contains(item.mapRectToScene(item.boundingRect()))
    code = next(item for item in visitor.see(screen) if kind(item) == "Image")
    corner, area = code.mapToScene(code.boundingRect().topLeft()).toPoint(), code.size().toSize()
    picture = visitor.grab().copy(corner.x(), corner.y(), area.width(), area.height())
    assert 60 < brightness(picture) < 220  # dark on white
    visitor.tap(visitor.point(screen))
    visitor.key(Qt.Key.Key_Return)
    visitor.pass_time(500)
    assert visitor.all("FaultScreen")
