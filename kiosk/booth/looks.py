"""Carries the looks of the content that is shown into QML's `Theme`."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtQml import QQmlEngine

from kiosk.view.theme import ThemeView


class Looks(QObject):
    """Everything is drawn as the theme that it `wear`s says, and follows it.

    It assigns the tokens: bindings in QML would keep a wrapper of each colour and font, and with it the part of QML's
    heap where a visit made it.
    """

    def __init__(self, engine: QQmlEngine) -> None:
        super().__init__(engine)
        tokens = engine.singletonInstance("Kiosk.Theme", "Theme")
        self._tokens = tokens if isinstance(tokens, QObject) else QObject(self)  # who loads the window tells of damage
        self._theme: ThemeView | None = None

    def wear(self, theme: ThemeView) -> None:
        """Draw everything as `theme` says from now on."""
        if self._theme is not None:
            self._theme.changed.disconnect(self._carry)
        self._theme = theme
        theme.changed.connect(self._carry)
        self._carry()

    def _carry(self) -> None:
        for name, value in self._theme.tokens().items() if self._theme is not None else ():
            self._tokens.setProperty(name, value)
