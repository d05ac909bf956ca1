"""The root of what QML sees: the pages, where the visitor is, and the intents that QML may have."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject

from kiosk.bundle.contents import all_numbers, blocks_of, sector_row
from kiosk.bundle.model import Block, Language
from kiosk.ground.errors import KioskError
from kiosk.view.attract import AttractView
from kiosk.view.pages import FaultView, HomeView, Maker, SectorView, StatisticsView, VideosView
from kiosk.view.places import places_of
from kiosk.view.qt import Property, QmlElement, Signal, Slot
from kiosk.view.reading import words_to_read
from kiosk.view.speaker import Speaker
from kiosk.view.theme import Access, ThemeView
from kiosk.view.tiles import LanguageTile, TileList
from kiosk.visit.gate import Gate, admit
from kiosk.visit.route import (
    Back,
    Home,
    Open,
    Page,
    Place,
    Replace,
    Reset,
    Route,
    RouteEvent,
    next_route,
    place_named,
    surviving_route,
)

QML_IMPORT_NAME = "Kiosk.View"
QML_IMPORT_MAJOR_VERSION = 1

START_VOLUME = 0.7


@QmlElement
class AppView(QObject):
    """The booth as QML sees it. Slots are intents; each is let through once, however many fingers ask for it.

    For the booth to hear are `languageWanted`, and what QML emits: `stayWanted`, `playingChanged` (whether a film that
    the visitor chose plays), `filmBroken` (which, and why) and `filmWatched` (which, and how much of it, 0 to 1).
    `firstPictureShown` comes after the first frame, `arrived` when this content's first page has been loaded.
    """

    routeChanged = Signal()  # noqa: N815
    languageChanged = Signal()  # noqa: N815
    visitChanged = Signal()  # noqa: N815
    soundChanged = Signal()  # noqa: N815
    faultChanged = Signal()  # noqa: N815
    pickerChanged = Signal()  # noqa: N815
    clearedChanged = Signal()  # noqa: N815
    forgotten = Signal()
    languageWanted = Signal(str)  # noqa: N815
    stayWanted = Signal()  # noqa: N815
    playingChanged = Signal(bool)  # noqa: N815
    filmBroken = Signal(str, str)  # noqa: N815
    filmWatched = Signal(str, float)  # noqa: N815
    firstPictureShown = Signal()  # noqa: N815
    arrived = Signal()

    def __init__(
        self, speaker: Speaker, clock: Callable[[], float] = time.monotonic, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.speaker = speaker
        self.route = Route()
        self.scene: QObject
        self._clock = clock
        self._gate = Gate()
        self._attract = True
        self._seconds_left = 0
        self._muted = True
        self._volume = START_VOLUME
        self._resting = False
        self._cleared = True
        self._picker = False
        self._fault: FaultView | None = None
        self.theme = ThemeView(speaker.bundle.theme, speaker.language, self)
        maker = Maker(speaker, self.theme)
        self._loop = AttractView(speaker, self.theme.family, self)
        self._home = HomeView(speaker, maker, self)
        self._sector = SectorView(speaker, maker, self)
        self._statistics = StatisticsView(speaker, maker, self)
        self._videos = VideosView(speaker, maker, self)
        self._languages = TileList(self)
        languages = speaker.bundle.languages
        self._languages.fill(languages, lambda language: LanguageTile(speaker, language, self.theme.family))

    # What the booth tells.

    def fail(self, error: KioskError) -> None:
        """Show the fault screen instead of the bundle."""
        self._fault = FaultView(error, self)
        self.faultChanged.emit()

    def speak(self, language: Language) -> None:
        """Say everything in `language`: fonts and direction first, then the texts."""
        self.theme.speak(language)
        self.speaker.choose(language)
        self.languageChanged.emit()

    def set_visit(self, attract: bool, seconds_left: int) -> None:
        """Show the attract loop, or the countdown of `seconds_left`, or the page for 0."""
        if (attract, seconds_left) != (self._attract, self._seconds_left):
            self._attract, self._seconds_left = attract, seconds_left
            self.visitChanged.emit()

    def set_volume(self, volume: float) -> None:
        """Play films as loud as `volume`, 0 to 1."""
        if volume != self._volume:
            self._volume = volume
            self.soundChanged.emit()

    def rest(self, resting: bool) -> None:
        """Rest outside the opening hours: the loop stands still, and dark."""
        if resting != self._resting:
            self._resting = resting
            self.visitChanged.emit()

    def enter(self) -> None:
        """Leave the attract loop for the item that it shows."""
        self.follow(Open(place_named("home" if self._resting else self._loop.opens, self._videos.ids)))

    def resume(self, before: AppView) -> None:
        """Stand where `before` does, whose content goes: on the same page, or the nearest that there still is."""
        bundle = self.speaker.bundle
        self._attract, self._seconds_left = before._attract, before._seconds_left
        self._muted, self._picker = before._muted, before._picker
        self._volume, self._resting = before._volume, before._resting
        self.theme.resume(before.theme)
        if sector_row(bundle, before._statistics.filter) is not None:
            self._statistics.show(before._statistics.filter)
        if before.route.can_go_back:
            trail = surviving_route(before.route, places_of(before.speaker.bundle), places_of(bundle))
            for place in trail.stack[1:]:
                self.follow(Open(place))

    def forget(self) -> None:
        """Forget everything of the last visitor; whoever asks for it says `clear` once the leftovers are gone."""
        self._muted, self._picker, self._gate = True, False, Gate()
        self.theme.adapt(Access())
        self._statistics.show("")
        self.follow(Reset())
        self.soundChanged.emit()
        self.pickerChanged.emit()
        self.forgotten.emit()
        self._sector.forget()
        for tiles in set(self.findChildren(TileList)) - set(self._loop.findChildren(TileList)):  # the loop comes now
            tiles.let_go()
        self.clear(False)

    def clear(self, cleared: bool = True) -> None:
        """Note that what the last visit left behind is gone: the next one may be made."""
        if cleared != self._cleared:
            self._cleared = cleared
            if cleared and self.attract:  # else the next visitor's pages are there already
                self._statistics.cards.forget()
            self.clearedChanged.emit()

    @property
    def words(self) -> int:
        """About how many words the current page has to read, up to more than a time-out waits for."""
        place, bundle = self.route.place, self.speaker.bundle
        blocks: Iterable[Block] = ()
        if place.page is Page.SECTOR and (row := sector_row(bundle, place.id)) is not None:
            blocks = blocks_of(bundle, row)
        elif place.page is Page.STATISTICS:
            blocks = (block for block, _ in all_numbers(bundle))
        return words_to_read(blocks, self.speaker.say)

    def follow(self, event: RouteEvent) -> None:
        """Go where `event` leads."""
        route = next_route(self.route, event)
        if route == self.route:
            return
        place = route.place
        if place.page is Page.SECTOR and place != self.route.place:
            self._sector.show(place.id)
        if place.page is Page.FILM:
            self._videos.open(place.id)
        self.route = route
        self.routeChanged.emit()

    def _admit(self) -> bool:
        self._gate, admitted = admit(self._gate, self._clock())
        return admitted

    def _ask(self, event: RouteEvent) -> None:
        if self._admit():
            self.follow(event)

    # What QML shows.

    @Property(AttractView, constant=True)
    def loop(self) -> AttractView:
        """The attract loop."""
        return self._loop

    @Property(HomeView, constant=True)
    def home(self) -> HomeView:
        """The home page."""
        return self._home

    @Property(SectorView, constant=True)
    def sector(self) -> SectorView:
        """The sector's page."""
        return self._sector

    @Property(StatisticsView, constant=True)
    def statistics(self) -> StatisticsView:
        """The statistics page."""
        return self._statistics

    @Property(VideosView, constant=True)
    def videos(self) -> VideosView:
        """The videos page."""
        return self._videos

    @Property(TileList, constant=True)
    def languages(self) -> TileList:
        """The languages one can choose."""
        return self._languages

    @Property(FaultView, notify=faultChanged)
    def fault(self) -> FaultView | None:
        """What keeps the bundle from being shown, if anything does."""
        return self._fault

    @Property(str, notify=routeChanged)
    def page(self) -> str:
        """The page where the visitor is."""
        return self.route.place.page.value

    @Property(bool, notify=routeChanged)
    def canGoBack(self) -> bool:  # noqa: N802
        """Whether there is a page to go back to."""
        return self.route.can_go_back

    @Property(bool, notify=visitChanged)
    def attract(self) -> bool:
        """Whether the attract loop runs."""
        return self._attract

    @Property(bool, notify=clearedChanged)
    def cleared(self) -> bool:
        """Whether what the last visit left behind is gone."""
        return self._cleared

    @Property(int, notify=visitChanged)
    def secondsLeft(self) -> int:  # noqa: N802
        """The countdown of "Still there?"; 0 while it is not shown."""
        return self._seconds_left

    @Property(str, notify=visitChanged)
    def secondsText(self) -> str:  # noqa: N802
        """The countdown in the language's digits."""
        return self.speaker.stat(float(self._seconds_left), "number", "")

    @Property(str, notify=languageChanged)
    def languageCode(self) -> str:  # noqa: N802
        """The current language's code."""
        return self.speaker.code

    @Property(str, notify=languageChanged)
    def languageName(self) -> str:  # noqa: N802
        """The current language's own name."""
        return self.speaker.language.name

    @Property(bool, notify=soundChanged)
    def muted(self) -> bool:
        """Whether films are silent."""
        return self._muted

    @Property(float, notify=soundChanged)
    def volume(self) -> float:
        """How loud films are, 0 to 1."""
        return self._volume

    @Property(bool, notify=visitChanged)
    def resting(self) -> bool:
        """Whether the booth is closed, and rests."""
        return self._resting

    @Property(bool, notify=pickerChanged)
    def picker(self) -> bool:
        """Whether the language picker is open."""
        return self._picker

    # What QML asks for.

    @Slot()
    def goHome(self) -> None:  # noqa: N802
        """Go home."""
        self._ask(Home())

    @Slot()
    def goBack(self) -> None:  # noqa: N802
        """Close the language picker, or go back one page."""
        if self._picker:
            self.closePicker()
        else:
            self._ask(Back())

    @Slot(str)
    def openSector(self, sector_id: str) -> None:  # noqa: N802
        """Open a sector's page, or go sideways to it from another."""
        self._ask(Replace(Place(Page.SECTOR, sector_id)))

    @Slot()
    def openStatistics(self) -> None:  # noqa: N802
        """Open the statistics."""
        self._ask(Open(Place(Page.STATISTICS)))

    @Slot()
    def openVideos(self) -> None:  # noqa: N802
        """Open the videos."""
        self._ask(Open(Place(Page.VIDEOS)))

    @Slot(str)
    def openFilm(self, film_id: str) -> None:  # noqa: N802
        """Show a film full screen."""
        self._ask(Open(Place(Page.FILM, film_id)))

    @Slot()
    def openNextFilm(self) -> None:  # noqa: N802
        """Show the next film instead of this one."""
        self._ask(Replace(Place(Page.FILM, self._videos.next_id)))

    @Slot(str)
    def chooseLanguage(self, code: str) -> None:  # noqa: N802
        """Say everything in another language."""
        if code in {language.code for language in self.speaker.bundle.languages} and self._admit():
            self.closePicker()
            self.languageWanted.emit(code)

    @Slot()
    def openPicker(self) -> None:  # noqa: N802
        """Show the languages."""
        if self._admit() and not self._picker:
            self._picker = True
            self.pickerChanged.emit()

    @Slot()
    def closePicker(self) -> None:  # noqa: N802
        """Put the languages away."""
        if self._picker:
            self._picker = False
            self.pickerChanged.emit()

    @Slot()
    def toggleSound(self) -> None:  # noqa: N802
        """Switch the sound of films on or off."""
        if self._admit():
            self._muted = not self._muted
            self.soundChanged.emit()

    @Slot(QObject)
    def noteScene(self, scene: QObject) -> None:  # noqa: N802
        """Say which item shows this content."""
        self.scene = scene
