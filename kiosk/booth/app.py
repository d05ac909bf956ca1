"""The composition root of `kiosk run`: first picture first, everything else after it."""

from __future__ import annotations

import gc
import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from types import TracebackType
from typing import TYPE_CHECKING, Final, NoReturn

from msgspec.structs import replace
from PySide6.QtCore import QEventLoop, QLoggingCategory, QTimer
from PySide6.QtGui import QGuiApplication

from kiosk.booth.alone import stand_alone
from kiosk.booth.booth import Booth
from kiosk.booth.fonts import add_fonts
from kiosk.booth.logs import Faults, log, open_log_file, start_logging
from kiosk.booth.screen import end_in_a_line, require_screen, watch_screen
from kiosk.booth.signals import Signals, interrupt_on_signals, signals_held
from kiosk.booth.upkeep.recovery import choose_content, name_of, open_ledger
from kiosk.booth.upkeep.watchdog import notify
from kiosk.bundle.model import Bundle
from kiosk.ground.errors import BundleError, KioskError, ScreenError
from kiosk.ground.events import Event
from kiosk.ground.exits import Exit
from kiosk.ground.interpreter import refuse_bad_pair
from kiosk.ground.options import RunOptions
from kiosk.settings.file import load_settings
from kiosk.store.load import load_bundle

if TYPE_CHECKING:
    from kiosk.machine.lives import Ledger


PICTURE_MS: Final = 2000

_ending = threading.Lock()


def make_app(arguments: list[str], before_end: Callable[[], None] = lambda: None) -> QGuiApplication:
    """Return the Qt application, set up as a kiosk's: no session, no quitting by itself.

    Where Qt finds no screen, `before_end` is done and the process ends.
    """
    QGuiApplication.setApplicationName("kiosk")
    QGuiApplication.setQuitOnLastWindowClosed(False)
    # PipeWire is optional, and what FFmpeg found in a film is no news.
    QLoggingCategory.setFilterRules("qt.multimedia.symbolsresolver.warning=false\nqt.multimedia.*.info=false")
    with end_in_a_line(before_end):
        return QGuiApplication(arguments)


def read_bundle(options: RunOptions) -> tuple[Bundle | None, KioskError | None]:
    """Return the bundle, or what keeps it from being shown; both are for the booth to show."""
    try:
        return load_bundle(options.bundle), None
    except BundleError as error:
        for problem in error.problems:
            log(Event.BUNDLE_PROBLEM, where=str(problem.position), what=problem.what, cure=problem.cure)
        return None, error


@contextmanager
def _failures_logged(excuse: Callable[[], None]) -> Iterator[None]:
    """Write the log of a start that fails or is interrupted; `excuse` the content where that is not to blame."""
    try:
        yield
    except KeyboardInterrupt:
        open_log_file()
        excuse()
        log(Event.BOOTH_STOPPED)
        # WORKAROUND(PySide6 6.11): it runs code of its own with PyRun_String. Python takes what interrupts that for
        # something that nobody caught, and in the end would kill itself with SIGINT.
        os._exit(0)
    except BaseException as error:
        open_log_file()
        if isinstance(error, ScreenError):
            excuse()
        raise


def run_booth(options: RunOptions) -> int:
    """Show a bundle until SIGTERM or Ctrl+C (or the window's close button, with `windowed`); return the exit code."""
    refuse_bad_pair()
    require_screen()
    held = None if options.windowed else stand_alone()
    loaded = load_settings(options.booth)
    start_logging(options.log_format, options.log_file or loaded.log_file)
    faults = Faults()
    catch_everything()
    ledger = None if options.windowed else open_ledger()
    excuse = ledger.ended if ledger is not None else lambda: None
    gc.disable()  # a start makes objects and drops none: looking for garbage would cost it 8 ms
    with _failures_logged(excuse):
        interrupt_on_signals()
        log(Event.BOOTH_STARTED, bundle=str(options.bundle))
        options, bundle, fault = _choose(ledger, options)
        with signals_held():
            app = make_app(sys.argv[:1], excuse)
            add_fonts(options.bundle)
            booth = Booth(app, options, bundle, fault, settings=loaded.settings, faults=faults)
            booth.config.note(loaded.problems)
            stopped = Stop(booth)
            signals = Signals(lambda: stopped.ask())
    booth.frame.closed.connect(lambda: stopped.ask())
    stopped.wait_for_first_frame()
    gc.freeze()
    gc.enable()
    open_log_file()
    from kiosk.booth.running import look_after, run_loop

    look_after(booth, ledger, stopped)
    watch_screen(lambda: _end_without_screen(stopped, ledger))
    if not stopped.asked:
        run_loop(app, booth, stopped)
    if not stopped.asked:
        _end_without_screen(stopped, ledger)
    excuse()  # first of all: a compositor that stops at the same time takes the program with it
    notify("STOPPING=1")
    stopped.last.close()
    booth.close()
    signals.close()
    if held is not None:
        os.close(held)
    log(Event.BOOTH_STOPPED, code=int(stopped.code))
    return int(stopped.code)


def _end_without_screen(stopped: Stop, ledger: Ledger | None) -> NoReturn:
    """End at once: nothing that draws can be taken down in order any more, and the content is not to blame.

    Two threads may notice: the first that does ends the process, while the other waits.
    """
    _ending.acquire()
    if not stopped.asked:
        stopped.code = Exit.SCREEN_LOST
        log(Event.SCREEN_LOST)
    if ledger is not None:
        ledger.ended()
    os._exit(stopped.code)


def _choose(ledger: Ledger | None, options: RunOptions) -> tuple[RunOptions, Bundle | None, KioskError | None]:
    """Return what is shown, after what happened to the last starts; nothing of it is looked at in a window."""
    if ledger is None:
        return options, *read_bundle(options)
    if ledger.software:
        log(Event.GRAPHICS_SOFTWARE)
        os.environ["QT_QUICK_BACKEND"] = "software"
    folder, fault = choose_content(ledger, options)
    options = replace(options, bundle=folder)
    ledger.begin(name_of(folder))
    return (options, None, fault) if fault is not None else (options, *read_bundle(options))


class Stop:
    """Whether somebody asked the booth to stop, whom to `wake` then, and what is done `last`, with the window there."""

    def __init__(self, booth: Booth) -> None:
        self.asked = False
        self.code = Exit.OK
        self._booth = booth
        self._first = QEventLoop()
        self.wake: Callable[[], None] = self._first.quit
        self.last = ExitStack()

    def ask(self, code: Exit = Exit.OK) -> None:
        """Ask the booth to stop, and to end with `code`."""
        if not self.asked:
            self.code = code
        self.asked = True
        self.wake()

    def wait_for_first_frame(self) -> None:
        """Run Qt's own loop until the first frame is on the screen, before asyncio is even imported.

        The window opens when the loop's first picture is there, so that no frame is without it.
        """
        self._wait_for_picture()
        if self.asked:
            return
        self._booth.frame.open()
        self._booth.window.frameSwapped.connect(self._first.quit)
        self._first.exec()
        self._booth.window.frameSwapped.disconnect(self._first.quit)
        if not self.asked:
            log(Event.FRAME_FIRST, language=self._booth.view.speaker.code)
            log(Event.ATTRACT_STARTED if self._booth.view.fault is None else Event.FAULT_SHOWN)

    def _wait_for_picture(self) -> None:
        """Wait until the loop's first picture is read, at most `PICTURE_MS`: a dead disk keeps no booth dark."""
        loop = self._booth.view.loop
        if not loop.loading:
            return
        patience = QTimer(singleShot=True, interval=PICTURE_MS)
        patience.timeout.connect(self._first.quit)
        patience.start()
        loop.loadingChanged.connect(self._first.quit)
        self._first.exec()
        loop.loadingChanged.disconnect(self._first.quit)
        patience.stop()


def catch_everything() -> None:
    """Log what nobody caught, wherever it happened, and go on."""
    sys.excepthook = _log_exception
    sys.unraisablehook = lambda lost: _log_exception(lost.exc_type, lost.exc_value, lost.exc_traceback)
    threading.excepthook = lambda lost: _log_exception(lost.exc_type, lost.exc_value, lost.exc_traceback)


def _log_exception(kind: type[BaseException], error: BaseException | None, traceback: TracebackType | None) -> None:
    log(Event.EXCEPTION, kind=kind.__name__, what=str(error))
    sys.__excepthook__(kind, error or kind(), traceback)
