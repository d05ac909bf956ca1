"""What QML sees of the staff's desk: the PIN pad, the panel, cleaning. Everything it shows is told by the booth."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from kiosk.staff.overlay import CLEANING_SECONDS, DEMO_MINUTES
from kiosk.view.qt import Property, QmlElement, Signal, Slot
from kiosk.view.staff.check import CheckView
from kiosk.view.staff.rows import LanguageRow, OfferRow, RowList

if TYPE_CHECKING:
    from kiosk.machine.light import Reason
    from kiosk.settings.offering import Choice

QML_IMPORT_NAME = "Kiosk.View"
QML_IMPORT_MAJOR_VERSION = 1

DIGITS: Final = ("1", "2", "3", "4", "5", "6", "7", "8", "9", "0")
MOST_DIGITS: Final = 12


@QmlElement
class DeskView(QObject):
    """The desk. QML emits what staff ask for (`...Wanted`); the booth does it, and tells what came of it.

    `touched` says that somebody is there. Cleaning is wanted for seconds, a demo for minutes (0 ends it), sound and
    light by percents up or down, a language by its code, content on a stick by the number of its offer, now or later.
    """

    modeChanged = Signal()  # noqa: N815
    padChanged = Signal()  # noqa: N815
    told = Signal()
    secondsChanged = Signal()  # noqa: N815
    touched = Signal()
    pinWanted = Signal(str)  # noqa: N815
    shutWanted = Signal()  # noqa: N815
    cleaningWanted = Signal(int)  # noqa: N815
    demoWanted = Signal(int)  # noqa: N815
    checkWanted = Signal()  # noqa: N815
    firstLanguageWanted = Signal(str)  # noqa: N815
    languageWanted = Signal(str, bool)  # noqa: N815
    volumeWanted = Signal(int)  # noqa: N815
    brightnessWanted = Signal(int)  # noqa: N815
    loadWanted = Signal(int, bool)  # noqa: N815
    countingWanted = Signal(bool)  # noqa: N815
    returnWanted = Signal()  # noqa: N815
    restartWanted = Signal()  # noqa: N815
    leaveWanted = Signal()  # noqa: N815

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._mode = "closed"
        self._seconds = 0
        self._demo = 0
        self._digits: list[str] = list(DIGITS)
        self._typed = ""
        self._wait = 0
        self._note = ""
        self._busy = False
        self._news = ""
        self._languages = RowList(LanguageRow, lambda choice: choice.code, self)
        self._volume = 0
        self._brightness = -1
        self._light = 0
        self._reasons: list[str] = []
        self._title = ""
        self._facts: list[str] = []
        self._can_return = False
        self._offers = RowList(OfferRow, lambda offer: offer, self)
        self._progress = -1
        self._counting = False
        self._today: list[str] = []
        self._check = CheckView(self)
        self._check.answered.connect(lambda: self.touched.emit())

    # What the booth tells.

    def show(self, mode: str, scrambled: bool = False) -> None:
        """Show `mode`; a pad that opens forgets what was typed, and mixes its digits where that is wished."""
        if mode == self._mode:
            return
        self._mode = mode
        self._typed = ""
        self._note = ""
        self._busy = False
        self._digits = random.SystemRandom().sample(DIGITS, len(DIGITS)) if scrambled else list(DIGITS)
        self.modeChanged.emit()
        self.padChanged.emit()

    def count(self, seconds: int, demo_minutes: int) -> None:
        """Show how long it is until this closes by itself, and until the demo ends."""
        if (seconds, demo_minutes) != (self._seconds, self._demo):
            self._seconds, self._demo = seconds, demo_minutes
            self.secondsChanged.emit()

    def answer(self, note: str) -> None:
        """Say what came of a PIN; what was typed is forgotten."""
        self._typed, self._busy, self._note = "", False, note
        self.padChanged.emit()

    def wait(self, seconds: int) -> None:
        """Say how long no PIN is tried yet."""
        if seconds != self._wait:
            self._wait = seconds
            self.padChanged.emit()

    def say(self, news: str) -> None:
        """Say what came of something."""
        self._news = news
        self.told.emit()

    def show_languages(self, choices: Sequence[Choice]) -> None:
        """Show the languages that the content has."""
        self._languages.show(choices)

    def show_dials(self, volume: int, brightness: int | None) -> None:
        """Show how loud films begin and how bright the screen is, in percent; None where the system does not say."""
        self._volume, self._brightness = volume, -1 if brightness is None else brightness
        self.told.emit()

    def show_light(self, light: int, reasons: Iterable[Reason]) -> None:
        """Show the traffic light (0 green, 1 amber, 2 red), and why."""
        self._light, self._reasons = light, [reason.what for reason in reasons]
        self.told.emit()

    def show_content(self, title: str, facts: Sequence[str], can_return: bool) -> None:
        """Show what is shown, and whether there is content from before to go back to."""
        self._title, self._facts, self._can_return = title, list(facts), can_return
        self.told.emit()

    def show_offers(self, offers: Sequence[tuple[int, str]]) -> None:
        """Show what the sticks hold, in words, each under its number."""
        self._offers.show(offers)

    def show_progress(self, percent: int = -1) -> None:
        """Show how much of a stick's content is taken over; -1 while nothing is."""
        self._progress = percent
        self.told.emit()

    def show_today(self, counting: bool, lines: Sequence[str]) -> None:
        """Show whether visits are counted, and the day's numbers in words."""
        self._counting, self._today = counting, list(lines)
        self.told.emit()

    # What QML shows.

    @Property(str, notify=modeChanged)
    def mode(self) -> str:
        """`closed`, `pad`, `panel`, `cleaning` or `check`."""
        return self._mode

    @Property(int, notify=secondsChanged)
    def secondsLeft(self) -> int:  # noqa: N802
        """Seconds until what is open closes by itself."""
        return self._seconds

    @Property(int, notify=secondsChanged)
    def demoMinutes(self) -> int:  # noqa: N802
        """Minutes until visits end by themselves again."""
        return self._demo

    @Property("QStringList", notify=padChanged)
    def digits(self) -> list[str]:
        """The ten digits in the order of their keys."""
        return self._digits

    @Property(int, notify=padChanged)
    def typed(self) -> int:
        """How many digits have been typed."""
        return len(self._typed)

    @Property(int, notify=padChanged)
    def waitSeconds(self) -> int:  # noqa: N802
        """How long no PIN is tried yet."""
        return self._wait

    @Property(str, notify=padChanged)
    def note(self) -> str:
        """What came of the last PIN."""
        return self._note

    @Property(bool, notify=padChanged)
    def busy(self) -> bool:
        """Whether a PIN is being looked at."""
        return self._busy

    @Property(CheckView, constant=True)
    def check(self) -> CheckView:
        """The opening check."""
        return self._check

    @Property(RowList, constant=True)
    def languages(self) -> RowList:
        """The languages that the content has."""
        return self._languages

    @Property(RowList, constant=True)
    def offers(self) -> RowList:
        """What the sticks hold."""
        return self._offers

    @Property(str, notify=told)
    def news(self) -> str:
        """What came of what was done last."""
        return self._news

    @Property(int, notify=told)
    def volume(self) -> int:
        """How loud films begin, in percent."""
        return self._volume

    @Property(int, notify=told)
    def brightness(self) -> int:
        """How bright the screen is, in percent; -1 where the system does not say."""
        return self._brightness

    @Property(int, notify=told)
    def light(self) -> int:
        """The traffic light: 0 green, 1 amber, 2 red."""
        return self._light

    @Property("QStringList", notify=told)
    def reasons(self) -> list[str]:
        """Why it is not green."""
        return self._reasons

    @Property(str, notify=told)
    def contentTitle(self) -> str:  # noqa: N802
        """The title of what is shown."""
        return self._title

    @Property("QStringList", notify=told)
    def contentFacts(self) -> list[str]:  # noqa: N802
        """What else is to be known of it."""
        return self._facts

    @Property(bool, notify=told)
    def canReturn(self) -> bool:  # noqa: N802
        """Whether there is content from before to go back to."""
        return self._can_return

    @Property(int, notify=told)
    def progress(self) -> int:
        """How much of a stick's content is taken over, in percent; -1 while nothing is."""
        return self._progress

    @Property(bool, notify=told)
    def counting(self) -> bool:
        """Whether visits are counted."""
        return self._counting

    @Property("QStringList", notify=told)
    def today(self) -> list[str]:
        """The day's numbers in words."""
        return self._today

    @Property("QList<int>", constant=True)
    def cleaningSeconds(self) -> list[int]:  # noqa: N802
        """For how long touch may be off."""
        return list(CLEANING_SECONDS)

    @Property("QList<int>", constant=True)
    def demoChoices(self) -> list[int]:  # noqa: N802
        """For how many minutes visits may go on."""
        return list(DEMO_MINUTES)

    # What QML asks for.

    @Slot(str)
    def type(self, digit: str) -> None:
        """Type a digit of the PIN."""
        self.touched.emit()
        if not self._busy and not self._wait and len(self._typed) < MOST_DIGITS and digit in DIGITS:
            self._typed += digit
            self._note = ""
            self.padChanged.emit()

    @Slot()
    def erase(self) -> None:
        """Take the last digit back."""
        self.touched.emit()
        if not self._busy and self._typed:
            self._typed = self._typed[:-1]
            self.padChanged.emit()

    @Slot()
    def enter(self) -> None:
        """Try what was typed."""
        self.touched.emit()
        if self._typed and not self._busy and not self._wait:
            self._busy = True
            self.padChanged.emit()
            self.pinWanted.emit(self._typed)
