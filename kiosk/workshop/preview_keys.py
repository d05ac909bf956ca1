"""The preview's keys: language, format, access mode and page, by letters that no page uses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent

from kiosk.view.theme import Access


@dataclass(frozen=True)
class Format:
    """A screen to lay the content out for, in pixels."""

    name: str
    width: int
    height: int


FORMATS: Final = (
    Format("Landscape", 1920, 1080),
    Format("Portrait", 1080, 1920),
    Format("4K", 3840, 2160),
    Format("Ultra-wide", 2560, 1080),
)


ACCESS: Final = (
    ("As usual", Access()),
    ("Large text", Access(text_scale=1.6)),
    ("High contrast", Access(high_contrast=True)),
    ("Calm motion", Access(calm=True)),
    ("Large text, high contrast, calm motion", Access(text_scale=1.6, high_contrast=True, calm=True)),
)
"""The ways in which a visitor may set the booth up, with their names."""

HELP: Final = (
    ("L, Shift+L", "next language, previous language"),
    ("F, Shift+F", "format: landscape, portrait, 4K, ultra-wide"),
    ("A, Shift+A", "access: large text, high contrast, calm motion"),
    ("N, Page Down", "next page"),
    ("P, Page Up", "previous page"),
    ("1 to 9", "one of the first nine pages"),
    ("T", "attract loop, and back"),
    ("R", "read everything anew"),
    ("H, ?", "these keys"),
    ("Esc, Ctrl+Q", "close"),
)

_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
_ACTS: Final = {
    Qt.Key.Key_L: "language",
    Qt.Key.Key_F: "format",
    Qt.Key.Key_A: "access",
    Qt.Key.Key_N: "next",
    Qt.Key.Key_PageDown: "next",
    Qt.Key.Key_P: "previous",
    Qt.Key.Key_PageUp: "previous",
    Qt.Key.Key_T: "attract",
    Qt.Key.Key_R: "reload",
    Qt.Key.Key_H: "help",
    Qt.Key.Key_Question: "help",
    Qt.Key.Key_Escape: "close",
}
_TURNED: Final = frozenset({"language", "format", "access"})


def act_of(event: QKeyEvent) -> tuple[str, int] | None:
    """Return what a key asks for and by how many steps (with `page`, its number from 1); None where it asks nothing."""
    key, modifiers = Qt.Key(event.key()), event.modifiers()
    if QKeyCombination(modifiers, key) == QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Q):
        return "close", 1
    if modifiers & ~(_SHIFT | Qt.KeyboardModifier.KeypadModifier):
        return None
    if Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
        return "page", key - Qt.Key.Key_0
    act = _ACTS.get(key, "")
    backwards = act == "previous" or (act in _TURNED and modifiers & _SHIFT)
    return (act, -1 if backwards else 1) if act else None
