"""One booth: bundle, view models, window and visits, built by plain constructor calls."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import shiboken6
from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine, QQmlComponent, QQmlError
from PySide6.QtQuick import QQuickWindow

from kiosk.booth.logs import Faults, hush_films, log, move_log_file
from kiosk.booth.looks import Looks
from kiosk.booth.translator import Translator
from kiosk.booth.window import Frame, fit_theme, pixels_per_mm, turned, wanted_screen, wanted_size
from kiosk.bundle.index import stored
from kiosk.bundle.model import AttractItem, Bundle, Language, Page, Theme
from kiosk.ground.errors import KioskError, Problem, ScreenError
from kiosk.ground.events import Event
from kiosk.ground.options import RunOptions
from kiosk.staff.hours import is_open_now
from kiosk.staff.offering import offered
from kiosk.staff.settings import USUAL, Setting, Settings
from kiosk.staff.settings_file import Loaded, change_settings, find_settings, load_settings
from kiosk.view.app import AppView
from kiosk.view.desk import DeskView
from kiosk.view.speaker import Speaker, find_language

if TYPE_CHECKING:
    from kiosk.booth.desk import Desk
    from kiosk.booth.swap import Swap
    from kiosk.booth.visits import Visits
    from kiosk.language.catalogs import Interface
    from kiosk.visit.visit import Rules

HELD_SECONDS = 1_000_000.0
"""As good as for ever, in milliseconds still a number that Qt's timers take."""
LOOK_MS = 1_000
"""How often is looked whether a stick, the store, the settings or the hours have changed: one clock for all of them."""
CLEAR_UP_MS = 2_000
"""How long after a visit what was kept for its pages is dropped: the loop has come up by then."""

QML_FOLDER = Path(__file__).resolve().parent.parent / "qml"

ENGLISH = Language(code="en", tag="en", name="English", direction="ltr", script="Latn")

_T = TypeVar("_T")


def loudness(settings: Settings) -> float:
    """Return how loud films begin, 0 to 1."""
    return min(settings.sound.volume, settings.sound.cap) / 100


def empty_bundle() -> Bundle:
    """Return a bundle with nothing in it: what the fault screen stands on."""
    nothing: tuple[AttractItem, ...] = ()
    page = Page(title={})
    return stored(
        Bundle(
            title={"": "Kiosk"},
            languages=(ENGLISH,),
            theme=Theme(),
            attract=nothing,
            sectors=(),
            statistics=page,
            videos=page,
        )
    )


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
        self.settings = settings
        self.settings_file = options.booth
        self.settings_problems: tuple[Problem, ...] = ()
        self.whole = bundle or empty_bundle()
        self.bundle = offered(self.whole, settings)
        self.folder = options.bundle
        self.chosen = options.chosen
        self._shown = self.folder
        self._language = options.language
        self._log_file = options.log_file
        self._held = False
        self._swap: Swap | None = None
        self.default = self._first_language(self.bundle)
        self.engine = QQmlApplicationEngine(app)
        self.engine.addImportPath(str(QML_FOLDER))
        self.engine.warnings.connect(_log_warnings)
        self.translator = Translator(app)
        if self.default.code != "en":
            self.translator.install(self.default)
        speaker = Speaker(self.bundle, options.bundle, self.default)
        self.view = AppView(speaker, clock, parent=self.engine)
        speaker.setParent(self.view)
        self.view.set_volume(loudness(settings))
        self.view.rest(not is_open_now(settings))
        if fault is not None:
            self.view.fail(fault)
        self._rules = rules
        self._idle_seconds = options.idle_seconds
        self._clock = clock
        self._clearing = QTimer(self.engine, singleShot=True, interval=CLEAR_UP_MS)
        self._clearing.timeout.connect(self._clear_up)
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

    def _idle_rules(self) -> Rules:
        from kiosk.visit.visit import Rules

        idle = self.settings.idle
        seconds = HELD_SECONDS if self._held else self._idle_seconds or idle.seconds
        rules = self._rules or Rules(idle_seconds=seconds, warning_seconds=idle.warning_seconds)
        return replace(rules, idle_seconds=HELD_SECONDS) if self._held else rules

    def _first_language(self, bundle: Bundle) -> Language:
        """The language to begin with, which the command line may choose among all that the content has."""
        if self._language is not None:
            return find_language(self.whole, self._language)
        wanted = self.settings.languages.default
        return find_language(bundle, wanted if wanted in {language.code for language in bundle.languages} else None)

    def apply(self, settings: Settings) -> None:
        """Follow other settings from now on; what the command line says still goes before them."""
        from kiosk.visit.visit import Ticked

        before, self.settings = self.settings, settings
        self.view.set_volume(loudness(settings))
        self.frame.set_up(settings.screen)
        self.visits.rules = self._idle_rules()
        self.visits.take(Ticked())
        if settings.log != before.log and self._log_file is None:
            move_log_file(Loaded(settings, find_settings(self.settings_file)).log_file)
        bundle = offered(self.whole, settings)
        self.default = self._first_language(bundle)
        if bundle.languages != self.bundle.languages:
            self.show(self.whole)
        if self.view.attract and self.view.speaker.language != self.default:
            self.choose_first_language()
        log(Event.SETTINGS_APPLIED)
        self.applied.emit()

    def rest(self, resting: bool) -> None:
        """Show nothing but a dark page while nobody is there, or the loop again."""
        if resting != self.view.resting:
            log(Event.BOOTH_RESTS if resting else Event.BOOTH_WAKES)
            self.view.rest(resting)

    def listen(self) -> None:
        """Take touches and keys from now on. The desk is asked before the visits: it works over all of the content."""
        from kiosk.booth.desk import Desk
        from kiosk.booth.inputs import Inputs
        from kiosk.booth.visits import Visits

        self.looks.start()
        self.frame.hide_pointer()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            self.frame.follow_screens(app)
        self.visits = Visits(self.view, self._idle_rules(), self._end_visit, self._clock, parent=self.engine)
        self.replaced.connect(self.visits.watch)
        self.desk = Desk(self, self.desk_view, self._clock)
        Inputs(self.window, (self.desk.keeps, self.visits.keeps), self.engine)

    def hold_visits(self, held: bool) -> None:
        """Let visits go on without an end, or end by themselves again."""
        from kiosk.visit.visit import Ticked

        self._held = held
        self.visits.rules = self._idle_rules()
        self.visits.take(Ticked())

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

    def reload_settings(self) -> None:
        """Follow what was written into the settings since they were read; with mistakes, what held before holds on."""
        loaded = load_settings(self.settings_file)
        self.note_problems(loaded.problems)
        if not loaded.problems and loaded.settings != self.settings:
            self.apply(loaded.settings)

    def note_problems(self, problems: tuple[Problem, ...]) -> None:
        """Take note of what keeps the settings from being read."""
        if problems != self.settings_problems:
            self.faults.forget(Event.SETTINGS_PROBLEM)  # what was wrong before has been mended
            for problem in problems:
                log(Event.SETTINGS_PROBLEM, where=str(problem.position), what=problem.what, cure=problem.cure)
        self.settings_problems = problems

    def change(self, setting: Setting[_T], value: _T | None) -> None:
        """Write a setting into the file (None: as usual) and follow it; raise KioskError where it cannot be written."""
        self.apply(change_settings(self.settings_file, {setting.name: value}))
        self.note_problems(())

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
        from kiosk.booth.scene import Scene
        from kiosk.booth.swap import Swap

        self.whole = bundle
        self.folder = folder or self.folder
        bundle = offered(bundle, self.settings)
        self.default = self._first_language(bundle)
        before, pending = self.view, self._swap
        language = self._still_spoken(bundle)
        speaker = Speaker(bundle, self.folder, language)
        speaker.versions = versions or {}
        self.view = AppView(speaker, self._clock, parent=self.engine)
        speaker.setParent(self.view)
        self.view.resume(before)
        if language != before.speaker.language:
            self.translator.install(language)
            self.engine.retranslate()
        self.bundle = bundle
        self._hear()
        self.frame.show(self.view.theme)
        self.replaced.emit(self.view)
        moved = str(before.route.place) != str(self.view.route.place)
        if pending is not None:
            scroll, still, gone = pending.scroll, pending.still, pending.drop()
        else:
            scroll, still = 0.0 if moved else Scene(self.engine, before.scene).offset(), before.theme.look.still
            gone = []
        self._looks.wear(self.view.theme)
        self._swap = swap = Swap(self.engine, self.window, before, self.view, scroll, still)
        swap.inherit(gone)
        swap.done.connect(self._swapped)
        return swap

    def _swapped(self) -> None:
        self._swap = None
        if self._shown != self.folder:
            self._shown = self.folder
            self.exchanged.emit(self.folder)

    def status(self) -> str:
        """Return what a supervisor may tell of the booth."""
        place = "attract" if self.view.attract else str(self.view.route.place)
        return f"{place}, {self.view.speaker.code}, {self.folder.name[:12]}"

    def _still_spoken(self, bundle: Bundle) -> Language:
        """The language now spoken as `bundle` has it; that to begin with where it is no longer among its languages."""
        now, known = self.view.speaker.language, {language.code for language in self.bundle.languages}
        still = {language.code for language in bundle.languages}
        if now.code in known and now.code not in still:
            return self.default if self.default.code in still else bundle.languages[0]
        return find_language(bundle, now.code)

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
        view = self.view
        view.forget()
        if self.default != view.speaker.language:
            self.translator.speak(self.default, view, self.engine)
        QTimer.singleShot(0, view, lambda: self._clear(view))  # the pages themselves go when this turn of the loop ends
        self._clearing.start()

    def _clear(self, view: AppView) -> None:
        from kiosk.booth.memory import drop_visit

        drop_visit(self.engine)
        view.clear()

    def _clear_up(self) -> None:
        from kiosk.booth.memory import clear_up

        if self.view.attract:
            clear_up(self.engine, self.window)

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
