"""`kiosk preview`: a bundle in a plain window that follows every save and stays on the page it shows."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent

from kiosk.booth.app import make_app
from kiosk.booth.booth import Booth
from kiosk.booth.listening import listen
from kiosk.booth.logs import log, open_log_file, start_logging
from kiosk.booth.screen import require_screen
from kiosk.booth.signals import Signals
from kiosk.bundle.index import write_bundle
from kiosk.bundle.stamp import Mark, index_path, read_index
from kiosk.ground.events import Event
from kiosk.ground.interpreter import refuse_bad_pair
from kiosk.ground.options import PreviewOptions, RunOptions
from kiosk.view.places import places_of
from kiosk.view.preview import PreviewView
from kiosk.visit.route import Home, Open, Place
from kiosk.visit.visit import KeyPressed, Leave
from kiosk.workshop.preview_follower import News, PreviewFollower
from kiosk.workshop.preview_keys import ACCESS, FORMATS, HELP, act_of
from kiosk.workshop.walk import PATIENT

NOTE_MS: Final = 2500
WINDOW: Final = (1280, 720)


def run_preview(options: PreviewOptions) -> int:
    """Show a bundle and follow its files until the window is closed; return the exit code."""
    refuse_bad_pair()
    require_screen()
    start_logging(options.log_format, options.log_file)
    open_log_file()
    app = make_app(sys.argv[:1])
    preview = Preview(app, options)
    signals = Signals(app.quit)
    preview.open()
    app.exec()
    preview.close()
    signals.close()
    return 0


class Preview(QObject):
    """The window with its keys, and what it shows: `take` shows what came of a save."""

    def __init__(self, app: QGuiApplication, options: PreviewOptions) -> None:
        super().__init__()
        self._app = app
        known = read_index(index_path(options.bundle), options.bundle)
        self.panel = PreviewView(HELP)
        run = RunOptions(options.bundle, windowed=True, size=options.size or WINDOW, language=options.language)
        self.booth = Booth(app, run, known, rules=PATIENT, root="Preview", given={"preview": self.panel})
        self.panel.setParent(self.booth.engine)
        self.follower = PreviewFollower(options.bundle)
        self.follower.found.connect(self.take, Qt.ConnectionType.QueuedConnection)
        self._format = self._access = 0
        self._acts: dict[str, Callable[[int], None]] = {
            "language": self._turn_language,
            "format": self._turn_format,
            "access": self._turn_access,
            "next": self._turn_page,
            "previous": self._turn_page,
            "page": self._open_page,
            "attract": self._toggle_attract,
            "reload": self._reload,
            "help": self._toggle_help,
            "close": self._put_away,
        }
        self._known = write_bundle(known) if known is not None else b""
        self._media: tuple[Mark, ...] | None = None
        self._first: dict[str, tuple[int, int]] = {}
        self._waiting: News | None = None
        self._swap_began = 0.0
        self._quiet = QTimer(self, singleShot=True, interval=NOTE_MS)
        self._quiet.timeout.connect(lambda: self.panel.say(""))
        self.booth.frame.closed.connect(app.quit)
        self.booth.window.frameSwapped.connect(self._painted)
        self._choose_format()
        if known is not None:
            self.panel.fill()

    def open(self) -> None:
        """Show the window and begin to follow."""
        log(Event.PREVIEW_STARTED, bundle=str(self.booth.view.speaker.folder))
        self.booth.frame.open()
        listen(self.booth)
        self.booth.window.installEventFilter(self)  # after the visits' own, so that it is asked first
        self.booth.view.firstPictureShown.emit()
        self._leave_attract()
        self.follower.start()

    def close(self) -> None:
        """Take everything down."""
        self.follower.close()
        self.booth.window.frameSwapped.disconnect(self._painted)
        self.booth.window.removeEventFilter(self)
        self.booth.close()
        log(Event.PREVIEW_STOPPED)

    def take(self, news: News) -> None:
        """Show what came of a save: the content, or the mistakes over what is there."""
        self.panel.report(news.problems)
        if news.bundle is None:
            first = self.panel.first_errors[0]
            where, what, cure = str(first.position), first.what, first.cure
            log(Event.PREVIEW_MISTAKE, errors=self.panel.errors, where=where, what=what, cure=cure)
            return
        same = news.content == self._known and self._media in (None, news.media)
        self._known, self._media = news.content, news.media
        if same:
            self._versions(news.media)
            log(Event.PREVIEW_SAME)
            return
        self._swap_began = time.monotonic()
        swap = self.booth.show(news.bundle, self._versions(news.media))
        swap.done.connect(lambda: self._note_shown(news))

    def _versions(self, media: tuple[Mark, ...]) -> dict[str, str]:
        """Tell which files are no longer what they were when they were first shown."""
        return {
            name: f"{size}-{time_ns}"
            for name, size, time_ns in media
            if self._first.setdefault(name, (size, time_ns)) != (size, time_ns)
        }

    def _note_shown(self, news: News) -> None:
        if self.panel.blank:
            self.panel.fill()
        self._waiting = news
        self.booth.window.update()

    def _painted(self) -> None:
        news, self._waiting = self._waiting, None
        if news is not None:
            ms, make_ms = (time.time() - news.saved_at) * 1000, (time.monotonic() - self._swap_began) * 1000
            spent: dict[str, Any] = {"ms": round(ms), "compile_ms": round(news.compile_ms), "make_ms": round(make_ms)}
            page = "attract" if self.booth.view.attract else str(self.booth.view.route.place)
            log(Event.PREVIEW_SHOWN, **spent, page=page, warnings=self.panel.warnings)

    # Keys.

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Take the preview's own keys; the others are for the page."""
        wanted = act_of(event) if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress else None
        if wanted is not None:
            self.act(*wanted)
        return wanted is not None

    def act(self, act: str, step: int) -> None:
        """Do what a key asks for."""
        self._acts[act](step)
        log(Event.PREVIEW_KEY, act=act, step=step)

    def _turn_format(self, step: int) -> None:
        self._format = (self._format + step) % len(FORMATS)
        self._choose_format()

    def _turn_access(self, step: int) -> None:
        self._access = (self._access + step) % len(ACCESS)
        self._say(self._adapt())

    def _open_page(self, number: int) -> None:
        places = places_of(self.booth.exhibit.bundle)
        self._go(places[min(number, len(places)) - 1])

    def _reload(self, _step: int) -> None:
        self._known = b""
        self.follower.again()
        self._say("Reading everything anew")

    def _toggle_help(self, _step: int) -> None:
        self.panel.show_help(not self.panel.help)

    def _put_away(self, _step: int) -> None:
        """Put the list of keys away, or else the window."""
        if self.panel.help:
            self.panel.show_help(False)
        else:
            self.booth.window.close()

    def _turn_language(self, step: int) -> None:
        languages = self.booth.exhibit.bundle.languages
        codes = [language.code for language in languages]
        now = self.booth.view.speaker.code
        row = codes.index(now) + step if now in codes else 0
        language = languages[row % len(languages)]
        self.booth.choose_language(language.code)
        self._say(f"{language.name} ({language.code})")

    def _choose_format(self) -> None:
        at = FORMATS[self._format]
        self.booth.frame.stand_for(at.width, at.height)
        self.panel.choose_format(at.width, at.height)
        self._say(f"{at.name}, {at.width} × {at.height}")

    def _adapt(self) -> str:
        name, access = ACCESS[self._access]
        self.booth.view.theme.adapt(access)
        return name

    def _turn_page(self, step: int) -> None:
        view = self.booth.view
        if view.attract:
            view.loop.show((view.loop.index + step) % max(1, view.loop.items.count))
            self._say(f"Attract loop, {view.loop.index + 1} of {view.loop.items.count}")
            return
        places = places_of(self.booth.exhibit.bundle)
        row = places.index(view.route.place) + step if view.route.place in places else 0
        self._go(places[row % len(places)])

    def _go(self, place: Place) -> None:
        self._leave_attract()
        view = self.booth.view
        view.closePicker()
        places = places_of(self.booth.exhibit.bundle)
        view.follow(Home() if place == places[0] else Open(place))
        self._say(f"{place}, {places.index(place) + 1} of {len(places)}")

    def _leave_attract(self) -> None:
        if self.booth.view.attract:
            self.booth.visits.take(KeyPressed())
            self.booth.view.follow(Home())

    def _toggle_attract(self, _step: int) -> None:
        if self.booth.view.attract:
            self._leave_attract()
        else:
            language = self.booth.view.speaker.code
            self.booth.visits.take(Leave())
            self.booth.choose_language(language)  # the visit took its language and its access mode along
            self._adapt()
        self._say("Attract loop" if self.booth.view.attract else "Home")

    def _say(self, words: str) -> None:
        self.panel.say(words)
        self._quiet.start()
