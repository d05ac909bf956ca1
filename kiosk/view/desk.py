"""What QML sees of the staff's desk: the PIN pad, the panel, cleaning. Everything it shows is told by the booth."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject

from kiosk.staff.panel import CLEANING_SECONDS, DEMO_MINUTES
from kiosk.view.films import FilmTile
from kiosk.view.qt import Property, QmlElement, Signal, Slot

QML_IMPORT_NAME = "Kiosk.View"
QML_IMPORT_MAJOR_VERSION = 1

DIGITS: Final = ("1", "2", "3", "4", "5", "6", "7", "8", "9", "0")
MOST_DIGITS: Final = 12


@QmlElement
class DeskView(QObject):
    """The desk. Signals with `Wanted` are what staff ask for; the booth does it and tells what came of it."""

    modeChanged = Signal()  # noqa: N815
    padChanged = Signal()  # noqa: N815
    told = Signal()
    secondsChanged = Signal()  # noqa: N815
    pinWanted = Signal(str)  # noqa: N815
    wanted = Signal(str, str)
    touched = Signal()

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
        self._facts: dict[str, list[str]] = {}
        self._numbers: dict[str, int] = {}
        self._ask = ""
        self._film: FilmTile | None = None

    # What the booth tells.

    def show(self, mode: str, scrambled: bool = False) -> None:
        """Show `mode`; a pad that opens forgets what was typed, and mixes its digits where that is wished."""
        if mode == self._mode:
            return
        self._mode = mode
        self._ask = ""
        self._typed = ""
        self._note = ""
        self._busy = False
        self._digits = random.SystemRandom().sample(DIGITS, len(DIGITS)) if scrambled else list(DIGITS)
        self.modeChanged.emit()
        self.padChanged.emit()
        self.told.emit()

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

    def tell(self, **facts: Sequence[str]) -> None:
        """Show lists of words under their names."""
        self._facts |= {name: list(words) for name, words in facts.items()}
        self.told.emit()

    def play(self, film: FilmTile | None) -> None:
        """Show a film with captions in the opening check, or none."""
        self._film = film
        self.told.emit()

    def measure(self, **numbers: int) -> None:
        """Show numbers under their names."""
        self._numbers |= numbers
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

    @Property(str, notify=told)
    def ask(self) -> str:
        """What is asked again before it is done: `restart`, `leave`, `return`, or nothing."""
        return self._ask

    @Property("QStringList", notify=told)
    def languageCodes(self) -> list[str]:  # noqa: N802
        """The languages that the content has."""
        return self._facts.get("codes", [])

    @Property("QStringList", notify=told)
    def languageNames(self) -> list[str]:  # noqa: N802
        """Their own names."""
        return self._facts.get("names", [])

    @Property("QStringList", notify=told)
    def offered(self) -> list[str]:
        """The codes of those that visitors may choose."""
        return self._facts.get("offered", [])

    @Property(str, notify=told)
    def first(self) -> str:
        """The code of the language that the booth begins with."""
        return next(iter(self._facts.get("first", [])), "")

    @Property(int, notify=told)
    def volume(self) -> int:
        """How loud films begin, in percent."""
        return self._numbers.get("volume", 0)

    @Property(int, notify=told)
    def brightness(self) -> int:
        """How bright the screen is, in percent; -1 where the system does not say."""
        return self._numbers.get("brightness", -1)

    @Property(int, notify=told)
    def level(self) -> int:
        """The traffic light: 0 green, 1 amber, 2 red."""
        return self._numbers.get("level", 0)

    @Property("QStringList", notify=told)
    def reasons(self) -> list[str]:
        """Why it is not green."""
        return self._facts.get("reasons", [])

    @Property("QStringList", notify=told)
    def content(self) -> list[str]:
        """What is shown: title first, then facts."""
        return self._facts.get("content", [])

    @Property(bool, notify=told)
    def canReturn(self) -> bool:  # noqa: N802
        """Whether there is content from before to go back to."""
        return bool(self._numbers.get("can_return", 0))

    @Property("QStringList", notify=told)
    def offers(self) -> list[str]:
        """What the sticks hold, in words."""
        return self._facts.get("offers", [])

    @Property(int, notify=told)
    def progress(self) -> int:
        """How much of a stick's content is taken over, in percent; -1 while nothing is."""
        return self._numbers.get("progress", -1)

    @Property(str, notify=told)
    def news(self) -> str:
        """What came of what was done last."""
        return next(iter(self._facts.get("news", [])), "")

    @Property("QStringList", notify=told)
    def today(self) -> list[str]:
        """The day's numbers in words."""
        return self._facts.get("today", [])

    @Property(bool, notify=told)
    def counting(self) -> bool:
        """Whether visits are counted."""
        return bool(self._numbers.get("counting", 0))

    @Property("QStringList", notify=told)
    def findings(self) -> list[str]:
        """What the opening check found out about the machine: level, what, cure, each after a bar."""
        return self._facts.get("findings", [])

    @Property(FilmTile, notify=told)
    def film(self) -> FilmTile | None:
        """A film with captions, if the content has one, while the opening check is on."""
        return self._film

    @Property("QStringList", notify=told)
    def tones(self) -> list[str]:
        """The files of a tone on the left and one on the right."""
        return self._facts.get("tones", [])

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

    @Slot(str, str)
    def want(self, act: str, value: str) -> None:
        """Ask for something to be done now."""
        self.touched.emit()
        self.wanted.emit(act, value)

    @Slot(str)
    def askFor(self, act: str) -> None:  # noqa: N802
        """Ask whether something is really meant; nothing puts the question away."""
        self.touched.emit()
        self._ask = act
        self.told.emit()

    @Slot()
    def confirm(self) -> None:
        """Do what was asked about."""
        act, self._ask = self._ask, ""
        self.told.emit()
        if act:
            self.want(act, "")
