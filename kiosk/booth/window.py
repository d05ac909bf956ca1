"""The booth's one window: full screen on the right screen, or a plain window to try things in."""

from __future__ import annotations

import math

import shiboken6
from PySide6.QtCore import QEvent, QObject, QRect, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtQuick import QQuickWindow

from kiosk.booth.logs import log
from kiosk.ground.errors import ScreenError
from kiosk.ground.events import Event
from kiosk.ground.options import RunOptions
from kiosk.settings import settings
from kiosk.view.theme import ThemeView

# What a screen may honestly say of itself; some report no size, or that of a postage stamp.
PIXELS_PER_MM = (1.2, 16.0)
USUAL_PIXELS_PER_MM = 96 / 25.4

USUAL_SIZE = (1280, 720)
"""Of a plain window, in pixels."""

COVER_MS = 200
"""How long a change of the screens is given to end: several things are told of one."""


def pixels_per_mm(screen: QScreen, diagonal_inch: float | None = None) -> float:
    """Return how many pixels a millimetre of `screen` has; the usual value where the screen cannot be believed.

    `diagonal_inch` is its diagonal, where somebody has measured it.
    """
    if diagonal_inch:
        return math.hypot(screen.size().width(), screen.size().height()) / (diagonal_inch * 25.4)
    said = screen.physicalDotsPerInch() / 25.4
    return said if PIXELS_PER_MM[0] <= said <= PIXELS_PER_MM[1] else USUAL_PIXELS_PER_MM


def choose_screen(app: QGuiApplication, display: int | None) -> QScreen:
    """Return screen number `display`, counted from 0, or the primary one.

    Raises `ScreenError` if there is no such screen.
    """
    screens = app.screens()
    if not screens:
        raise ScreenError("No screen was found", "Connect a screen, or use `kiosk shots`, which needs none.")
    if display is None:
        return app.primaryScreen()
    if not 0 <= display < len(screens):
        raise ScreenError(
            f"There is no display {display}", f"This machine has {len(screens)}; they are counted from 0."
        )
    return screens[display]


def wanted_screen(app: QGuiApplication, asked: int | None, set_up: int | None) -> QScreen:
    """Return the screen that the command line asks for, or else that of the settings.

    A screen that the settings name and that is not there must not keep the booth dark: the primary one serves.
    """
    if asked is None and set_up is not None and set_up >= len(app.screens()):
        log(Event.SCREEN_MISSING, display=set_up, screens=len(app.screens()))
        set_up = None
    return choose_screen(app, set_up if asked is None else asked)


def wanted_size(options: RunOptions, screen: QScreen) -> tuple[int, int]:
    """Return how large the window will be, in pixels."""
    if options.windowed:
        return options.size or USUAL_SIZE
    return screen.geometry().width(), screen.geometry().height()


def turned(size: tuple[int, int], rotation: int) -> tuple[int, int]:
    """Return the size of what stands upright on a screen of `size` that is turned by `rotation` degrees."""
    return size[::-1] if rotation in (90, 270) else size


def fit_theme(theme: ThemeView, size: tuple[int, int], set_up: settings.Screen, per_mm: float) -> None:
    """Tell `theme` the sizes of a window of `size` pixels, as somebody sees it who stands before it."""
    theme.turn(set_up.rotation, set_up.viewing_mm)
    theme.resize(*turned(size, set_up.rotation), per_mm)


class Frame(QObject):
    """Keeps the window where it belongs and tells the theme its size. `open` shows it.

    `closed` comes when somebody closes a window that may be closed.
    """

    closed = Signal()

    def __init__(
        self,
        window: QQuickWindow,
        theme: ThemeView,
        options: RunOptions,
        screen: QScreen,
        set_up: settings.Screen,
    ) -> None:
        super().__init__(window)
        self._set_up = set_up
        self._window = window
        self._theme = theme
        self._options = options
        self.closable = options.windowed
        self._format: tuple[int, int] | None = None
        # WORKAROUND(PySide6 6.11): what `window.screen()` returns dies with the window, for every later booth too.
        self._screen = screen
        self._pixels_per_mm = pixels_per_mm(screen, set_up.diagonal_inch)
        window.setScreen(screen)
        window.screenChanged.connect(self._move)
        if options.windowed:
            from PySide6.QtCore import Qt

            window.setFlags(Qt.WindowType.Window)
            window.resize(*wanted_size(options, screen))
        else:
            window.setGeometry(QRect(screen.geometry().topLeft(), screen.geometry().size()))
        window.installEventFilter(self)
        self.fit()

    def open(self) -> None:
        """Show the window."""
        if self._options.windowed:
            self._window.show()
        else:
            self._window.showFullScreen()
        self._window.requestActivate()

    def hide_pointer(self) -> None:
        """Show no pointer on a full screen."""
        from PySide6.QtCore import Qt  # PySide6 takes 20 ms to make this namespace: it waits for the first frame

        if not self._options.windowed:
            self._window.setCursor(Qt.CursorShape.BlankCursor)

    def fit(self) -> None:
        """Fit the sizes to the window and its screen, or to the screen that it stands for."""
        if self._format is not None:
            self._theme.resize(*self._format, USUAL_PIXELS_PER_MM)
        else:
            size = (self._window.width(), self._window.height())
            fit_theme(self._theme, size, self._set_up, self._pixels_per_mm)

    def stand_for(self, width: int, height: int) -> None:
        """Lay the content out as for a screen of `width` x `height` pixels, whatever size the window has."""
        self._format = (width, height)
        self.fit()

    def show(self, theme: ThemeView) -> None:
        """Tell `theme` the sizes from now on: the content has been exchanged."""
        self._theme = theme
        self.fit()

    def _move(self, screen: QScreen | None) -> None:
        if screen is not None and shiboken6.isValid(screen):
            self._screen = screen
            self._pixels_per_mm = pixels_per_mm(screen, self._set_up.diagonal_inch)
            self.fit()

    def set_up(self, screen: settings.Screen) -> None:
        """Follow other settings of the screen."""
        before, self._set_up = self._set_up, screen
        app = QGuiApplication.instance()
        if screen.display != before.display and self._options.display is None and isinstance(app, QGuiApplication):
            self.move_to(wanted_screen(app, None, screen.display))
        self._move(self._screen)

    def move_to(self, screen: QScreen) -> None:
        """Show the window on another screen, as large as that is."""
        self._screen = screen
        self._window.setScreen(screen)
        if not self._options.windowed:
            self._window.setGeometry(QRect(screen.geometry().topLeft(), screen.geometry().size()))
            self._window.showFullScreen()

    def follow_screens(self, app: QGuiApplication) -> None:
        """Cover the screen again whenever one comes or goes, is turned, or changes its resolution."""
        if self._options.windowed:
            return
        self._later = QTimer(self, singleShot=True, interval=COVER_MS)
        self._later.timeout.connect(lambda: self._cover(app))
        app.screenRemoved.connect(self._later.start)
        app.primaryScreenChanged.connect(self._later.start)
        app.screenAdded.connect(self._watch)
        for screen in app.screens():
            screen.geometryChanged.connect(self._later.start)

    def _watch(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._later.start)
        self._later.start()

    def _cover(self, app: QGuiApplication) -> None:
        """Cover the screen that is wanted, or the one there is; what changes at once is answered once."""
        if not app.screens():
            return  # none is left: the next one that comes is covered
        try:
            screen = wanted_screen(app, self._options.display, self._set_up.display)
        except ScreenError:
            screen = app.primaryScreen()
        log(Event.SCREEN_COVERED, width=screen.geometry().width(), height=screen.geometry().height())
        self.move_to(screen)
        self._move(screen)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Follow the window's size; refuse to close a kiosk's window."""
        if event.type() is QEvent.Type.Resize:
            self.fit()
        elif event.type() is QEvent.Type.Close:
            if not self.closable:
                event.ignore()
                return True
            self.closed.emit()
        return False
