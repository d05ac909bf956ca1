"""The log: one line an event, as text or JSON, with monotonic time; capped and rotated."""

from __future__ import annotations

import faulthandler
import logging
import os
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import PySide6

from kiosk.ground.events import ERRORS, FAULTS, WARNINGS, Event
from kiosk.ground.folders import state_folder

LOG_BYTES = 5_000_000
LOG_FILES = 5
CRASH_BYTES = 500_000
_AV_LOG_QUIET = -8

_logger = logging.getLogger("kiosk")

_logger.setLevel(logging.INFO)


class Listener(logging.Handler):
    """Tells `hear` of every event with its facts, in the order in which they happen, until it is closed."""

    def __init__(self, hear: Callable[[Event, Mapping[str, object]], None]) -> None:
        super().__init__()
        self._hear = hear
        _logger.addHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        """Tell of an event."""
        self._hear(Event(record.msg), _facts(record))

    def close(self) -> None:
        """Hear no more."""
        _logger.removeHandler(self)
        super().close()


class Faults:
    """How often each event that is no good news was logged since this was made."""

    def __init__(self) -> None:
        self.counts: Counter[Event] = Counter()
        self._listener = Listener(self._count)

    def _count(self, event: Event, facts: Mapping[str, object]) -> None:
        if event in FAULTS:
            self.counts[event] += 1

    @property
    def mistakes(self) -> int:
        """How many mistakes of the program there were."""
        return self.counts[Event.EXCEPTION] + self.counts[Event.QML_WARNING]

    def forget(self, *events: Event) -> None:
        """Take back what has been mended."""
        for event in events:
            self.counts.pop(event, None)

    def close(self) -> None:
        """Count no more."""
        self._listener.close()


class _TextFormatter(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        facts = " ".join(f"{key}={value}" for key, value in _facts(record).items())
        text = f"{_monotonic(record):10.3f} {record.levelname.lower():7} {record.getMessage()} {facts}".rstrip()
        return f"{text}\n{self.formatException(record.exc_info)}" if record.exc_info else text


class _JsonFormatter(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        line = {
            "event": record.getMessage(),
            "level": record.levelname.lower(),
            "monotonic": round(_monotonic(record), 6),
            "time": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(record.created)),
            **_facts(record),
        }
        if record.exc_info:
            line["traceback"] = self.formatException(record.exc_info)
        import json

        return json.dumps(line, ensure_ascii=False, default=str)


def _monotonic(record: logging.LogRecord) -> float:
    return float(getattr(record, "monotonic", 0.0))


def _facts(record: logging.LogRecord) -> dict[str, Any]:
    return getattr(record, "facts", {})


def log(event: Event, *, exc_info: bool = False, **facts: object) -> None:
    """Log `event` with its facts."""
    level = logging.ERROR if event in ERRORS else logging.WARNING if event in WARNINGS else logging.INFO
    _logger.log(level, event, extra={"facts": facts, "monotonic": time.monotonic()}, exc_info=exc_info)


def default_log_file() -> Path:
    """Return where the log lies unless told otherwise."""
    return state_folder() / "kiosk.log"


def write_crashes() -> None:
    """Let what ends the program from inside (a fault in C code, SIGABRT) be written beside the log."""
    file = state_folder() / "crash.log"
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        if file.exists() and file.stat().st_size > CRASH_BYTES:
            os.replace(file, file.with_name("crash.log.1"))
        faulthandler.enable(file.open("a"), all_threads=True)
    except OSError as error:
        log(Event.LOG_FILE_REFUSED, file=file, why=error.strerror)


@cache
def hush_films() -> None:
    """Keep FFmpeg from writing to standard error on its own: a player says what is wrong with its film.

    Of every film that a visitor leaves in the middle it says that it could not be read. Comes once a film plays: to
    load the library for this alone would be a waste.
    """
    import ctypes

    for library in (Path(PySide6.__file__).parent / "Qt" / "lib").glob("libavutil.so.[0-9][0-9]"):
        with suppress(OSError, AttributeError):
            ctypes.CDLL(str(library), mode=os.RTLD_LAZY | os.RTLD_NOLOAD).av_log_set_level(_AV_LOG_QUIET)


class _Early(logging.Handler):
    """Keeps what is logged until the file is there to take it."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.file = file
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


def start_logging(log_format: str, log_file: Path | None, *, quiet: bool = False) -> None:
    """Log to standard error, and from `open_log_file` on to `log_file` too.

    `log_format` is `text` or `json`; `quiet` leaves standard error alone.
    """
    formatter = _JsonFormatter() if log_format == "json" else _TextFormatter()
    handlers: list[logging.Handler] = [] if quiet else [logging.StreamHandler(sys.stderr)]
    handlers.append(_Early(log_file or default_log_file()))
    for handler in handlers:
        handler.setFormatter(formatter)
    logging.raiseExceptions = False  # a full disk must not stop the booth
    _logger.handlers = [handler for handler in _logger.handlers if isinstance(handler, Listener)] + handlers
    _logger.propagate = False


def move_log_file(file: Path | None) -> None:
    """Write to another log file from now on: the usual one for None."""
    for handler in [handler for handler in _logger.handlers if isinstance(handler, logging.FileHandler)]:
        early = _Early(file or default_log_file())
        early.setFormatter(handler.formatter)
        _logger.removeHandler(handler)
        handler.close()
        _logger.addHandler(early)
    open_log_file()


def open_log_file() -> None:
    """Write to the log file from now on, and what has been logged so far: five files of 5 MB at most.

    A file that cannot be written is said, and done without. Comes after the start: the rotating handler is slow to
    import.
    """
    from logging.handlers import RotatingFileHandler

    for early in [handler for handler in _logger.handlers if isinstance(handler, _Early)]:
        _logger.removeHandler(early)
        try:
            early.file.parent.mkdir(parents=True, exist_ok=True)
            file = RotatingFileHandler(early.file, maxBytes=LOG_BYTES, backupCount=LOG_FILES - 1, encoding="utf-8")
        except OSError as error:
            log(Event.LOG_FILE_REFUSED, file=early.file, why=error.strerror)
            continue
        file.setFormatter(early.formatter)
        for record in early.records:
            file.handle(record)
        _logger.addHandler(file)
