"""The settings that hold now: read again, changed, and followed by who hears of it."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from kiosk.booth.logs import Faults, log, move_log_file
from kiosk.ground.errors import Problem
from kiosk.ground.events import Event
from kiosk.settings.file import Loaded, change_settings, find_settings, load_settings
from kiosk.settings.settings import Setting, Settings

_T = TypeVar("_T")


class Config(QObject):
    """What `settings` hold, from which `file`, and the `problems` that keep that from being read.

    `changed` comes when other settings hold. `log_file` is where the command line wants the log.
    """

    changed = Signal()

    def __init__(self, settings: Settings, file: Path | None, log_file: Path | None, faults: Faults) -> None:
        super().__init__()
        self.settings = settings
        self.file = file
        self.problems: tuple[Problem, ...] = ()
        self._log_file = log_file
        self._faults = faults

    def follow(self, settings: Settings) -> None:
        """Let other settings hold from now on."""
        before, self.settings = self.settings, settings
        if settings.log != before.log and self._log_file is None:
            move_log_file(Loaded(settings, find_settings(self.file)).log_file)
        self.changed.emit()

    def reload(self) -> None:
        """Follow what was written into the file since it was read; with mistakes, what held before holds on."""
        loaded = load_settings(self.file)
        self.note(loaded.problems)
        if not loaded.problems and loaded.settings != self.settings:
            self.follow(loaded.settings)

    def change(self, setting: Setting[_T], value: _T | None) -> None:
        """Write a setting into the file (None: as usual) and follow it; raise KioskError where it cannot be written."""
        self.follow(change_settings(self.file, {setting.name: value}))
        self.note(())

    def note(self, problems: tuple[Problem, ...]) -> None:
        """Take note of what keeps the settings from being read."""
        if problems != self.problems:
            self._faults.forget(Event.SETTINGS_PROBLEM)  # what was wrong before has been mended
            for problem in problems:
                log(Event.SETTINGS_PROBLEM, where=str(problem.position), what=problem.what, cure=problem.cure)
        self.problems = problems
