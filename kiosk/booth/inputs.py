"""What comes in through the window, as plain values: touches, the mouse and keys, and who is asked whether they pass.

Loaded after the first frame: PySide6 takes 20 ms to make the namespace `Qt`.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import Final, TypeAlias

import msgspec
from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QEventPoint, QKeyEvent, QMouseEvent, QTabletEvent, QTouchEvent
from PySide6.QtQuick import QQuickWindow

from kiosk.staff.way_in import MOUSE

VISITOR_KEYS: Final = frozenset(
    {
        Qt.Key.Key_Tab,
        Qt.Key.Key_Backtab,
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
        Qt.Key.Key_Space,
        Qt.Key.Key_Escape,
        Qt.Key.Key_Back,
    }
)
PAD_KEYS: Final = VISITOR_KEYS | {
    Qt.Key.Key_Backspace,
    *(Qt.Key(Qt.Key.Key_0.value + digit) for digit in range(10)),
}
FORWARD_KEYS: Final = frozenset({Qt.Key.Key_Right, Qt.Key.Key_PageDown})
BACKWARD_KEYS: Final = frozenset({Qt.Key.Key_Left, Qt.Key.Key_PageUp})

_CHORDS: Final = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
_PLAIN: Final = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class Stage(Enum):
    """What a finger does."""

    DOWN = "down"
    MOVE = "move"
    UP = "up"
    REST = "rest"


class Point(msgspec.Struct, frozen=True):
    """A finger, or the mouse, and where it is in the window's pixels."""

    finger: int
    stage: Stage
    x: float
    y: float


class Touch(msgspec.Struct, frozen=True):
    """Fingers on the screen; `cancelled` where the system takes all of them for something else."""

    points: tuple[Point, ...]
    cancelled: bool = False


class Mouse(msgspec.Struct, frozen=True):
    """The mouse; `left` where its left button goes down or up."""

    point: Point
    left: bool


class Key(msgspec.Struct, frozen=True):
    """A key: `pressed` when it goes down, `chord` with Ctrl, Alt or Meta, `plain` without Shift either."""

    key: int
    pressed: bool
    repeated: bool
    chord: bool
    plain: bool


Input: TypeAlias = Touch | Mouse | Key

_STAGES: Final = {
    QEventPoint.State.Pressed: Stage.DOWN,
    QEventPoint.State.Updated: Stage.MOVE,
    QEventPoint.State.Released: Stage.UP,
    QEvent.Type.MouseButtonPress: Stage.DOWN,
    QEvent.Type.MouseButtonDblClick: Stage.DOWN,
    QEvent.Type.MouseMove: Stage.MOVE,
    QEvent.Type.MouseButtonRelease: Stage.UP,
}


class Inputs(QObject):
    """Asks `watchers`, in this order, whether a touch or a key is kept from the pages, until one says so.

    No page has use for a context menu. A pen is refused, so that Qt makes a mouse of it, which everything here knows.
    """

    def __init__(self, window: QQuickWindow, watchers: tuple[Callable[[Input], bool], ...], parent: QObject) -> None:
        super().__init__(parent)
        self._watchers = watchers
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Keep from the pages what one of the watchers keeps."""
        if isinstance(event, QTabletEvent):
            event.ignore()
            return True
        read = read_input(event)
        kept = read is not None and any(keeps(read) for keeps in self._watchers)
        if kept:
            event.accept()
        return kept or isinstance(event, QContextMenuEvent)


def read_input(event: QEvent) -> Input | None:
    """Return what `event` says, or None where it is neither of a touch, nor of the mouse or a key."""
    match event:
        case QTouchEvent():
            points = tuple(_point(one.id(), one.state(), one.position()) for one in event.points())
            return Touch(points, event.type() is QEvent.Type.TouchCancel)
        case QMouseEvent():
            left = event.button() is Qt.MouseButton.LeftButton
            return Mouse(_point(MOUSE, event.type(), event.position()), left)
        case QKeyEvent():
            return _key(event)
    return None


def _point(finger: int, state: QEventPoint.State | QEvent.Type, at: QPointF) -> Point:
    return Point(finger, _STAGES.get(state, Stage.REST), at.x(), at.y())


def _key(event: QKeyEvent) -> Key:
    pressed, modifiers = event.type() is QEvent.Type.KeyPress, event.modifiers()
    return Key(event.key(), pressed, event.isAutoRepeat(), bool(modifiers & _CHORDS), modifiers in _PLAIN)
