"""Content that ends the program is taken back: at a start by the record of the last ones, else while it is on trial."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from kiosk.booth.logs import Faults, log
from kiosk.ground.errors import KioskError
from kiosk.ground.events import Event
from kiosk.ground.folders import state_folder
from kiosk.ground.options import RunOptions
from kiosk.machine.lives import TRIAL_SECONDS, Ledger, Verdict
from kiosk.store.store import is_installed, read_state, store_root

if TYPE_CHECKING:
    from kiosk.booth.upkeep.content import Content

LOOK_SECONDS: Final = 5.0
MOST_FAULTS: Final = 10
"""How many mistakes of the program while content is on trial are blamed on the content."""


def open_ledger() -> Ledger:
    """Return the record of this account's booth."""
    return Ledger(state_folder() / "lives.json")


def name_of(folder: Path) -> str:
    """Return the content's name in the record: its fingerprint, or its folder where it is not installed."""
    return folder.name if is_installed(folder) else str(folder.absolute())


def can_return(ledger: Ledger, options: RunOptions) -> bool:
    """Whether this start may show what was installed before."""
    return not options.chosen and is_installed(options.bundle) and has_sound(ledger)


def has_sound(ledger: Ledger) -> bool:
    """Whether there is installed content from before that has not been taken back itself."""
    try:
        previous = read_state(store_root()).previous
    except KioskError:
        return False
    return previous is not None and previous.fingerprint not in ledger.record.bad


def choose_content(ledger: Ledger, options: RunOptions) -> tuple[Path, KioskError | None]:
    """Return the folder that this start shows, and what to show instead where nothing can be."""
    content = name_of(options.bundle)
    match ledger.verdict(content, can_return(ledger, options)):
        case Verdict.RETURN:
            from kiosk.store.installed import roll_back

            ledger.condemn(content)
            log(Event.CONTENT_UNSOUND, content=content[:12])
            try:
                done = roll_back()
            except KioskError as error:
                return options.bundle, error
            why = "it ended the program three times"
            log(Event.CONTENT_RETURNED, taken=content[:12], fingerprint=done.short, why=why)
            return done.folder, None
        case Verdict.SAFE:
            log(Event.SAFE_SHOWN, content=content[:12])
            what = "the program ended three times within five minutes while it showed this content"
            return options.bundle, KioskError(what, "Load other content, or start again from the staff panel.")
    return options.bundle, None


class Trial(QObject):
    """Watches content prove itself: it has to paint and to live for a while without mistakes. Else it is taken back."""

    def __init__(self, ledger: Ledger, shown: Content, faults: Faults, parent: QObject) -> None:
        super().__init__(parent)
        self.ledger = ledger
        self._shown = shown
        self._content = ""
        self._faults = faults
        self._mistakes = 0
        self._lived = 0.0
        self._timer = QTimer(self, interval=round(LOOK_SECONDS * 1000))
        self._timer.timeout.connect(self._look)

    def begin(self, folder: Path) -> None:
        """Watch the content in `folder` from now on, if it is installed and has yet to prove itself."""
        self._timer.stop()
        content = name_of(folder)
        if is_installed(folder) and self.ledger.on_trial(content):
            self._content, self._mistakes, self._lived = content, self._faults.mistakes, 0.0
            log(Event.CONTENT_TRIAL, content=content[:12], seconds=TRIAL_SECONDS)
            self._timer.start()

    def _look(self) -> None:
        self._lived += LOOK_SECONDS
        if self._faults.mistakes - self._mistakes >= MOST_FAULTS:
            self._timer.stop()
            self.ledger.condemn(self._content)
            log(Event.CONTENT_UNSOUND, content=self._content[:12])
            if self._shown.can_go_back or has_sound(self.ledger):
                self._shown.go_back("it causes mistakes")
            else:  # two that both cause mistakes would take turns for ever
                log(Event.CONTENT_NOT_RETURNED, why="nothing sound was shown before")
        elif self._lived >= TRIAL_SECONDS:
            self._timer.stop()
            self.ledger.praise(self._content)
            log(Event.CONTENT_GOOD, content=self._content[:12])
