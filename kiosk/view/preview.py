"""What the preview's window shows round the content: mistakes, a word on what a key did, the list of keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from kiosk.ground.errors import Problem
from kiosk.view.qt import Property, QmlElement, Signal

QML_IMPORT_NAME = "Kiosk.View"
QML_IMPORT_MAJOR_VERSION = 1

SHOWN_PROBLEMS = 3
LONGEST_SOURCE = 100


@QmlElement
class PreviewView(QObject):
    """The preview as QML sees it. All of it is in English: it is for those who write a bundle."""

    problemsChanged = Signal()  # noqa: N815
    formatChanged = Signal()  # noqa: N815
    contentChanged = Signal()  # noqa: N815
    noteChanged = Signal()  # noqa: N815
    helpChanged = Signal()  # noqa: N815

    def __init__(self, keys: Sequence[tuple[str, str]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keys = [key for key, _ in keys]
        self._acts = [act for _, act in keys]
        self._errors: tuple[Problem, ...] = ()
        self._warnings = 0
        self._width, self._height = 1920, 1080
        self._blank = True
        self._note = ""
        self._help = False

    # What the preview tells.

    def report(self, problems: Sequence[Problem]) -> None:
        """Show what is wrong now; nothing where nothing is."""
        self._errors = tuple(problem for problem in problems if problem.severity == "error")
        self._warnings = len(problems) - len(self._errors)
        self.problemsChanged.emit()

    def choose_format(self, width: int, height: int) -> None:
        """Show the content as on a screen of `width` x `height` pixels."""
        self._width, self._height = width, height
        self.formatChanged.emit()

    def fill(self) -> None:
        """Say that there is content to show from now on."""
        self._blank = False
        self.contentChanged.emit()

    def say(self, note: str) -> None:
        """Say in a few words what a key has done; "" says nothing any more."""
        self._note = note
        self.noteChanged.emit()

    def show_help(self, wanted: bool) -> None:
        """Show the list of keys, or put it away."""
        self._help = wanted
        self.helpChanged.emit()

    @property
    def first_errors(self) -> tuple[Problem, ...]:
        """The mistakes that are shown."""
        return self._errors[:SHOWN_PROBLEMS]

    # What QML shows.

    @Property(int, notify=problemsChanged)
    def errors(self) -> int:
        """How many mistakes there are."""
        return len(self._errors)

    @Property(int, notify=problemsChanged)
    def warnings(self) -> int:
        """How many things there are that work, but not well."""
        return self._warnings

    @Property(str, notify=problemsChanged)
    def count(self) -> str:
        """How many mistakes there are, in words."""
        last = " The last content without mistakes is behind this." if not self._blank else ""
        return f"{_counted(len(self._errors), 'mistake')}.{last}"

    @Property(str, notify=problemsChanged)
    def warned(self) -> str:
        """How many warnings there are, in words."""
        return f"{_counted(self._warnings, 'warning')}: see kiosk check"

    @Property("QStringList", notify=problemsChanged)
    def places(self) -> list[str]:
        """File and line of the first mistakes."""
        return [_place(problem) for problem in self.first_errors]

    @Property("QStringList", notify=problemsChanged)
    def whats(self) -> list[str]:
        """What is wrong there."""
        return [f"{problem.what}." for problem in self.first_errors]

    @Property("QStringList", notify=problemsChanged)
    def sources(self) -> list[str]:
        """The line itself, without what stands before it."""
        return [_shortened(problem.source_line.strip()) for problem in self.first_errors]

    @Property("QStringList", notify=problemsChanged)
    def cures(self) -> list[str]:
        """What to do."""
        return [problem.cure for problem in self.first_errors]

    @Property(int, notify=formatChanged)
    def formatWidth(self) -> int:  # noqa: N802
        """The width of the screen that is shown, in its pixels."""
        return self._width

    @Property(int, notify=formatChanged)
    def formatHeight(self) -> int:  # noqa: N802
        """The height of the screen that is shown, in its pixels."""
        return self._height

    @Property(bool, notify=contentChanged)
    def blank(self) -> bool:
        """Whether there has been nothing to show yet."""
        return self._blank

    @Property(str, notify=noteChanged)
    def note(self) -> str:
        """What a key has done, for a moment."""
        return self._note

    @Property(bool, notify=helpChanged)
    def help(self) -> bool:
        """Whether the list of keys is shown."""
        return self._help

    @Property("QStringList", constant=True)
    def keys(self) -> list[str]:
        """The keys."""
        return self._keys

    @Property("QStringList", constant=True)
    def acts(self) -> list[str]:
        """What each key does."""
        return self._acts


def _counted(number: int, what: str) -> str:
    return f"1 {what}" if number == 1 else f"{number} {what}s"


def _shortened(line: str) -> str:
    return f"{line[:LONGEST_SOURCE]}…" if len(line) > LONGEST_SOURCE else line


def _place(problem: Problem) -> str:
    at = problem.position
    return f"{at.file.name}:{at.line}" if at.line else at.file.name
