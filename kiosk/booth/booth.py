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

    `frame.open` shows it, `listen` makes `visits` and `desk`, which take touches and keys: after the first frame, which
    needs neither. `exchanged` tells the folder of other content that is shown now, `applied` that other settings hold,
    `replaced` that `view` is another one.
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
        self._exhibit = exhibit(bundle or empty_bundle(), options.bundle, settings, options.language)
        self._shown = options.bundle
        self._swap: Swap | None = None
        self.engine = QQmlApplicationEngine(app)
        self.engine.addImportPath(str(QML_FOLDER))
        self.engine.warnings.connect(_log_warnings)
        self.translator = Translator(app)
        if self.default.code != "en":
            self.translator.install(self.default)
        self._clock = clock
        self.view = self._make_view(self.default, {})
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

    @property
    def settings(self) -> Settings:
        """The settings that hold now."""
        return self.config.settings

    @property
    def whole(self) -> Bundle:
        """The content, with all of its languages."""
        return self._exhibit.whole

    @property
    def bundle(self) -> Bundle:
        """The content, with the languages that are offered."""
        return self._exhibit.bundle

    @property
    def folder(self) -> Path:
        """Where the content lies."""
        return self._exhibit.folder

    @property
    def default(self) -> Language:
        """The language that the booth begins with."""
        return self._exhibit.default

    def _read_ahead(self, width: int, height: int) -> QObject | None:
        """Begin to read the first picture of the loop while the interface is built; return what reads it."""
        tile = self.view.loop.tileAt(0)
        if tile is None:
            return None
        given = {"source": tile.picture.source, "width": width, "height": height, "kept": True}
        return QQmlComponent(self.engine, "Kiosk.Controls", "Photo").createWithInitialProperties(given)

    def apply(self, settings: Settings) -> None:
        """Follow other settings from now on; what the command line says still goes before them."""
        self.config.follow(settings)

    def _follow_settings(self) -> None:
        settings = self.settings
        self.view.set_volume(loudness(settings))
        self.frame.set_up(settings.screen)
        self.visits.follow(self._idle_rules())
        after = exhibit(self.whole, self.folder, settings, self._options.language)
        if after.bundle.languages != self.bundle.languages:
            self.show(self.whole)
        self._exhibit = after
        if self.view.attract and self.view.speaker.language != self.default:
            self.choose_first_language()
        log(Event.SETTINGS_APPLIED)
        self.applied.emit()

    def _idle_rules(self) -> Rules:
        from kiosk.visit.visit import Rules

        idle = self.settings.idle
        seconds = self._options.idle_seconds or idle.seconds
        return self._rules or Rules(idle_seconds=seconds, warning_seconds=idle.warning_seconds)

    def rest(self, resting: bool) -> None:
        """Show nothing but a dark page while nobody is there, or the loop again."""
        if resting != self.view.resting:
            log(Event.BOOTH_RESTS if resting else Event.BOOTH_WAKES)
            self.view.rest(resting)

    def listen(self) -> None:
        """Take touches and keys from now on. The desk is asked before the visits: it works over all of the content."""
        from kiosk.booth.inputs import Inputs
        from kiosk.booth.staff.desk import Desk
        from kiosk.booth.upkeep.memory import Leftovers
        from kiosk.booth.visits import Visits

        self.looks.start()
        self.frame.hide_pointer()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            self.frame.follow_screens(app)
        leftovers = Leftovers(self.engine, self.window, lambda: self.view)
        self.visits = Visits(self.view, self._idle_rules(), self._clock, parent=self.engine)
        self.visits.ended.connect(self._end_visit)
        self.visits.ended.connect(leftovers.drop)
        self.replaced.connect(self.visits.watch)
        self.desk = Desk(self, self.desk_view, self._clock)
        Inputs(self.window, (self.desk.keeps, self.visits.keeps), self.engine)

    @property
    def staff_code(self) -> str:
        """The code of the language that the panel speaks."""
        return self.settings.languages.staff or self.default.code

    @property
    def staff_words(self) -> Interface:
        """The program's own words for staff."""
        return self.words(self.staff_code)

    def words(self, code: str) -> Interface:
        """Return the program's own words in a language."""
        from kiosk.language.catalogs import Interface, interface_catalog

        return Interface(interface_catalog(code))

    def speak_staff(self) -> None:
        """Let the panel speak its own language; what lies under it follows where it can."""
        self.translator.speak(find_language(self.whole, self.staff_code), self.view, self.engine)

    def choose_first_language(self) -> None:
        """Say everything in the language that the booth begins with."""
        self.translator.speak(self.default, self.view, self.engine)

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

        after = exhibit(bundle, folder or self.folder, self.settings, self._options.language)
        language = still_spoken(self.view.speaker.language, self._exhibit, after)
        self._exhibit, before = after, self.view
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
        speaker = Speaker(self.bundle, self.folder, language)
        speaker.versions = versions
        view = AppView(speaker, self._clock, parent=self.engine)
        speaker.setParent(view)
        return view

    def _swapped(self) -> None:
        self._swap = None
        if self._shown != self.folder:
            self._shown = self.folder
            self.exchanged.emit(self.folder)

    def status(self) -> str:
        """Return what a supervisor may tell of the booth."""
        place = "attract" if self.view.attract else str(self.view.route.place)
        return f"{place}, {self.view.speaker.code}, {self.folder.name[:12]}"

    def _hear(self) -> None:
        self.view.languageWanted.connect(self.choose_language)
        self.view.filmWatched.connect(lambda film, share: log(Event.FILM_WATCHED, film=film, share=round(share, 3)))
        self.view.playingChanged.connect(lambda playing: hush_films())
        self.view.filmBroken.connect(lambda film, why: log(Event.MEDIA_FAILED, film=film, why=why))

    def choose_language(self, code: str) -> None:
        """Say everything in the language `code`; the visitor's place stays."""
        language = find_language(self.bundle, code)
        if language != self.view.speaker.language:
            self.translator.speak(language, self.view, self.engine)
            log(Event.LANGUAGE_CHANGED, language=language.code)

    def _end_visit(self) -> None:
        self.view.forget()
        if self.default != self.view.speaker.language:
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
