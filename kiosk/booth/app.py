"""The composition root of `kiosk run`: first picture first, everything else after it."""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QLoggingCategory
from PySide6.QtGui import QGuiApplication

from kiosk.booth.booth import Booth
from kiosk.booth.fonts import add_fonts
from kiosk.booth.logs import log, open_log_file, start_logging
from kiosk.booth.screen import end_in_a_line, require_screen
from kiosk.booth.signals import Signals, interrupt_on_signals, signals_held
from kiosk.bundle.load import load_bundle
from kiosk.bundle.model import Bundle
from kiosk.errors import BundleError, KioskError
from kiosk.exits import Exit
from kiosk.options import RunOptions
from kiosk.staff.settings_file import Loaded, load_settings

if TYPE_CHECKING:
    import asyncio


def make_app(arguments: list[str]) -> QGuiApplication:
    """Return the Qt application, set up as a kiosk's: no session, no quitting by itself."""
    QGuiApplication.setApplicationName("kiosk")
    QGuiApplication.setQuitOnLastWindowClosed(False)
    # PipeWire is optional, and what FFmpeg found in a film is no news.
    QLoggingCategory.setFilterRules("qt.multimedia.symbolsresolver.warning=false\nqt.multimedia.*.info=false")
    with end_in_a_line():
        return QGuiApplication(arguments)


def read_bundle(options: RunOptions) -> tuple[Bundle | None, KioskError | None]:
    """Return the bundle, or what keeps it from being shown; both are for the booth to show."""
    try:
        return load_bundle(options.bundle), None
    except BundleError as error:
        for problem in error.problems:
            log("bundle.problem", where=str(problem.position), what=problem.what, cure=problem.cure)
        return None, error


def log_file_of(loaded: Loaded) -> Path | None:
    """Return where the settings put the log: a path without a folder lies beside them."""
    file = loaded.settings.log.file
    return loaded.file.parent / Path(file).expanduser() if file and loaded.file else None


def run_booth(options: RunOptions) -> int:
    """Show a bundle until SIGTERM or Ctrl+C (or the window's close button, with `windowed`); return the exit code."""
    require_screen()
    loaded = load_settings(options.booth)
    start_logging(options.log_format, options.log_file or log_file_of(loaded))
    sys.excepthook = _log_exception
    gc.disable()  # a start makes objects and drops none: looking for garbage would cost it 8 ms
    try:
        interrupt_on_signals()
        log("booth.started", bundle=str(options.bundle))
        for problem in loaded.problems:
            log("settings.problem", where=str(problem.position), what=problem.what, cure=problem.cure)
        bundle, fault = read_bundle(options)
        with signals_held():
            app = make_app(sys.argv[:1])
            add_fonts(options.bundle)
            booth = Booth(app, options, bundle, fault, settings=loaded.settings)
            stopped = Stop(booth)
            signals = Signals(lambda: stopped.ask())
    except KeyboardInterrupt:
        open_log_file()
        log("booth.stopped")
        return 0
    except BaseException:
        open_log_file()
        raise
    booth.frame.closed.connect(lambda: stopped.ask())
    booth.frame.open()
    stopped.wait_for_first_frame()
    gc.freeze()
    gc.enable()
    open_log_file()
    from kiosk.booth.panel import Panel

    booth.listen()
    Panel(booth, stopped.ask)
    if not stopped.asked:
        _run_loop(app, booth, stopped)
    booth.close()
    signals.close()
    log("booth.stopped", code=int(stopped.code))
    return int(stopped.code)


class Stop:
    """Whether somebody asked the booth to stop, and whom to wake then."""

    def __init__(self, booth: Booth) -> None:
        self.asked = False
        self.code = Exit.OK
        self._booth = booth
        self._first = QEventLoop()
        self._event: asyncio.Event | None = None

    def ask(self, code: Exit = Exit.OK) -> None:
        """Ask the booth to stop, and to end with `code`."""
        if not self.asked:
            self.code = code
        self.asked = True
        self._first.quit()
        if self._event is not None:
            self._event.set()

    def wait_for_first_frame(self) -> None:
        """Run Qt's own loop until the first frame is on the screen, before asyncio is even imported."""
        self._booth.window.frameSwapped.connect(self._first.quit)
        self._first.exec()
        self._booth.window.frameSwapped.disconnect(self._first.quit)
        if not self.asked:
            log("frame.first")
            log("attract.started" if self._booth.view.fault is None else "fault.shown")

    async def wait(self) -> None:
        """Wait until somebody asks."""
        import asyncio

        self._event = asyncio.Event()
        if self.asked:
            self._event.set()
        await self._event.wait()


def _run_loop(app: QGuiApplication, booth: Booth, stopped: Stop) -> None:
    import asyncio

    import qasync

    async def live() -> None:
        async with asyncio.TaskGroup() as tasks:
            warming = tasks.create_task(_warm_up(booth))
            await stopped.wait()
            warming.cancel()

    loop = qasync.QEventLoop(app)
    asyncio.set_event_loop(loop)
    with loop:
        loop.run_until_complete(live())


async def _warm_up(booth: Booth) -> None:
    """Make ready what the first frame did not need: the pages, the catalogs and the number formats."""
    import asyncio

    from kiosk.booth.memory import give_back_memory
    from kiosk.language import formats

    give_back_memory()
    booth.view.notePicture()
    for language in booth.bundle.languages:
        await asyncio.sleep(0.05)
        booth.translator.prepare(language.code)
        formats.warm([language.code])


def _log_exception(kind: type[BaseException], error: BaseException, traceback: object) -> None:
    import logging

    log("exception", level=logging.ERROR, kind=kind.__name__, what=str(error))
    sys.__excepthook__(kind, error, traceback)  # type: ignore[arg-type]
