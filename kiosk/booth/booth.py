"""One booth: bundle, view models, window and visits, built by plain constructor calls."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine, QQmlComponent, QQmlError
from PySide6.QtQuick import QQuickWindow

from kiosk.booth.config import Config
from kiosk.booth.exhibit import empty_bundle, exhibit, still_spoken
from kiosk.booth.logs import Faults, hush_films, log
from kiosk.booth.looks import Looks
from kiosk.booth.translator import Translator
from kiosk.booth.window import Frame, fit_theme, pixels_per_mm, turned, wanted_screen, wanted_size
from kiosk.bundle.model import Bundle, Language
from kiosk.ground.errors import KioskError, ScreenError
from kiosk.ground.events import Event
from kiosk.ground.options import RunOptions
from kiosk.settings.hours import is_open_now
from kiosk.settings.settings import USUAL, Settings
from kiosk.view.app import AppView
from kiosk.view.speaker import Speaker, find_language
from kiosk.view.staff.desk import DeskView

if TYPE_CHECKING:
    from kiosk.booth.staff.desk import Desk
    from kiosk.booth.swap import Swap
    from kiosk.booth.visits import Visits
    from kiosk.language.catalogs import Interface
    from kiosk.visit.visit import Rules

LOOK_MS = 1_000
"""How often is looked whether a stick, the store, the settings or the hours have changed: one clock for all of them."""

QML_FOLDER = Path(__file__).resolve().parent.parent / "qml"


def loudness(settings: Settings) -> float:
    """Return how loud films begin, 0 to 1."""
    return min(settings.sound.volume, settings.sound.cap) / 100


class Booth(QObject):
    """The running booth. `bundle` is None where `fault` says why there is none to show.

    `frame.open` shows it, `listening.listen` makes `visits` and `desk`, which take touches and keys: after the first
    frame, which needs neither. `exchanged` tells the folder of other content that is shown now, `applied` that other
    settings hold, `replaced` that `view` is another one.
    """

    exchanged = Signal(object)
    replaced = Signal(AppView)
    applied = Signal()

    def __init__(
        self,
        app: QGuiApplication,
        options: RunOptions,
        bundle: Bundle | None,
        fault: KioskError | None = None,
        rules: Rules | None = None,
        clock: Callable[[], float] = time.monotonic,
        root: str = "Main",
        given: Mapping[str, QObject] | None = None,
        settings: Settings = USUAL,
        faults: Faults | None = None,
    ) -> None:
        """Build it; `root` is the window's QML type, `given` what it requires beside the app."""
        super().__init__()
        self.faults = faults or Faults()
        self.config = Config(settings, options.booth, options.log_file, self.faults)
        self.config.changed.connect(self._follow_settings)
        self.chosen = options.chosen
        self._options = options
        self.exhibit = exhibit(bundle or empty_bundle(), options.bundle, settings, options.language)
        self._shown = options.bundle
        self._swap: Swap | None = None
        self.engine = QQmlApplicationEngine(app)
        self.engine.addImportPath(str(QML_FOLDER))
        self.engine.warnings.connect(_log_warnings)
        self.translator = Translator(app)
        if self.exhibit.default.code != "en":
            self.translator.install(self.exhibit.default)
        self.clock = clock
        self.view = self._make_view(self.exhibit.default, {})
        self.view.set_volume(loudness(settings))
        self.view.rest(not is_open_now(settings))
        if fault is not None:
            self.view.fail(fault)
        self._rules = rules
        self.looks = QTimer(self.engine, interval=LOOK_MS)
        self._hear()
        screen = wanted_screen(app, options.display, settings.screen.display)
        self.desk_view = DeskView(self.engine)
        own: dict[str, object] = {"desk": self.desk_view} if root == "Main" else {}
        # Everything is laid out once, at the size that it will have.
        size = wanted_size(options, screen)
        fit_theme(self.view.theme, size, settings.screen, pixels_per_mm(screen, settings.screen.diagonal_inch))
        own |= {"width": size[0], "height": size[1]}
        self._looks = Looks(self.engine)
        self._looks.wear(self.view.theme)
        self.engine.setInitialProperties({"app": self.view, **own, **(given or {})})
        first = self._read_ahead(*turned(size, settings.screen.rotation))
        self.engine.loadFromModule("Kiosk.Shell", root)
        del first
        self.window = self._root()
        self.frame = Frame(self.window, self.view.theme, options, screen, settings.screen)

    desk: Desk
    visits: Visits

    def _read_ahead(self, width: int, height: int) -> QObject | None:
        """Begin to read the first picture of the loop while the interface is built; return what reads it."""
        tile = self.view.loop.tileAt(0)
        if tile is None:
            return None
        given = {"source": tile.picture.source, "width": width, "height": height, "kept": True}
        return QQmlComponent(self.engine, "Kiosk.Controls", "Photo").createWithInitialProperties(given)

    def _follow_settings(self) -> None:
        settings = self.config.settings
        self.view.set_volume(loudness(settings))
        self.frame.set_up(settings.screen)
        self.visits.follow(self.idle_rules())
        after = exhibit(self.exhibit.whole, self.exhibit.folder, settings, self._options.language)
        if after.bundle.languages != self.exhibit.bundle.languages:
            self.show(self.exhibit.whole)
        self.exhibit = after
        if self.view.attract and self.view.speaker.language != self.exhibit.default:
            self.choose_first_language()
        log(Event.SETTINGS_APPLIED)
        self.applied.emit()

    def idle_rules(self) -> Rules:
        """Return how patient the booth is now."""
        from kiosk.visit.visit import Rules

        idle = self.config.settings.idle
        seconds = self._options.idle_seconds or idle.seconds
        return self._rules or Rules(idle_seconds=seconds, warning_seconds=idle.warning_seconds)

    def rest(self, resting: bool) -> None:
        """Show nothing but a dark page while nobody is there, or the loop again."""
        if resting != self.view.resting:
            log(Event.BOOTH_RESTS if resting else Event.BOOTH_WAKES)
            self.view.rest(resting)

    @property
    def staff_code(self) -> str:
        """The code of the language that the panel speaks."""
        return self.config.settings.languages.staff or self.exhibit.default.code

    @property
    def staff_words(self) -> Interface:
        """The program's own words for staff."""
        from kiosk.language.catalogs import Interface, interface_catalog

        return Interface(interface_catalog(self.staff_code))

    def speak_staff(self) -> None:
        """Let the panel speak its own language; what lies under it follows where it can."""
        self.translator.speak(find_language(self.exhibit.whole, self.staff_code), self.view, self.engine)

    def choose_first_language(self) -> None:
        """Say everything in the language that the booth begins with."""
        self.translator.speak(self.exhibit.default, self.view, self.engine)

    def _root(self) -> QQuickWindow:
        roots = self.engine.rootObjects()
        if not roots or not isinstance(roots[0], QQuickWindow):
            raise ScreenError("The interface could not be built", "Install the program again; its files are damaged.")
        return roots[0]

    def show(self, bundle: Bundle, versions: Mapping[str, str] | None = None, folder: Path | None = None) -> Swap:
        """Show `bundle` instead of what is shown, in the same language, at the same place and as far down the page.

        The picture stays until the new one is ready; the exchange's `done` says when that is. `versions` names the
        files that have changed, by path; `folder` is where the bundle lies, if not where the one before it did.
        """
        from kiosk.booth.swap import exchange

        after = exhibit(bundle, folder or self.exhibit.folder, self.config.settings, self._options.language)
        language = still_spoken(self.view.speaker.language, self.exhibit, after)
        self.exhibit, before = after, self.view
        self.view = self._make_view(language, versions or {})
        self.view.resume(before)
        if language != before.speaker.language:
            self.translator.install(language)
            self.engine.retranslate()
        self._hear()
        self.frame.show(self.view.theme)
        self.replaced.emit(self.view)
        self._swap = exchange(self.engine, self.window, before, self.view, self._swap)
        self._looks.wear(self.view.theme)
        self._swap.done.connect(self._swapped)
        return self._swap

    def _make_view(self, language: Language, versions: Mapping[str, str]) -> AppView:
        speaker = Speaker(self.exhibit.bundle, self.exhibit.folder, language)
        speaker.versions = versions
        view = AppView(speaker, self.clock, parent=self.engine)
        speaker.setParent(view)
        return view

    def _swapped(self) -> None:
        self._swap = None
        if self._shown != self.exhibit.folder:
            self._shown = self.exhibit.folder
            self.exchanged.emit(self.exhibit.folder)

    def status(self) -> str:
        """Return what a supervisor may tell of the booth."""
        place = "attract" if self.view.attract else str(self.view.route.place)
        return f"{place}, {self.view.speaker.code}, {self.exhibit.folder.name[:12]}"

    def _hear(self) -> None:
        self.view.languageWanted.connect(self.choose_language)
        self.view.filmWatched.connect(lambda film, share: log(Event.FILM_WATCHED, film=film, share=round(share, 3)))
        self.view.playingChanged.connect(lambda playing: hush_films())
        self.view.filmBroken.connect(lambda film, why: log(Event.MEDIA_FAILED, film=film, why=why))

    def choose_language(self, code: str) -> None:
        """Say everything in the language `code`; the visitor's place stays."""
        language = find_language(self.exhibit.bundle, code)
        if language != self.view.speaker.language:
            self.translator.speak(language, self.view, self.engine)
            log(Event.LANGUAGE_CHANGED, language=language.code)

    def end_visit(self) -> None:
        """Forget the visitor, and speak the first language again."""
        self.view.forget()
        if self.exhibit.default != self.view.speaker.language:
            self.choose_first_language()

    def close(self) -> None:
        """Take the window down; nothing is left to run."""
        self.frame.closable = True
        self.window.close()
        self.translator.close()
        self.faults.close()
        shiboken6.delete(self.engine)  # now, not when the interpreter ends: by then Qt's event loop is gone


def _log_warnings(warnings: list[QQmlError]) -> None:
    for warning in warnings:
        log(Event.QML_WARNING, text=warning.toString())
