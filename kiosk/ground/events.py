"""What the log tells: every event with its facts. Who counts or follows events knows them by these names."""

from __future__ import annotations

from enum import StrEnum


class Event(StrEnum):
    """An event of the log, by the name that stands there; `facts` are what is told with it (`?`: not always)."""

    facts: tuple[str, ...]

    def __new__(cls, name: str, facts: str = "") -> Event:
        """Make the member that is logged as `name`, with `facts` in the order in which they stand in a line."""
        event = str.__new__(cls, name)
        event._value_ = name
        event.facts = tuple(facts.split())
        return event

    BOOTH_STARTED = "booth.started", "bundle"
    BOOTH_STOPPED = "booth.stopped", "code?"
    BOOTH_RESTS = "booth.rests"
    BOOTH_WAKES = "booth.wakes"
    FRAME_FIRST = "frame.first", "language"
    FAULT_SHOWN = "fault.shown"
    SAFE_SHOWN = "safe.shown", "content"
    GRAPHICS_SOFTWARE = "graphics.software"
    SCREEN_MISSING = "screen.missing", "display screens"
    SCREEN_COVERED = "screen.covered", "width height"
    SCREEN_LOST = "screen.lost"
    LETTERS_DRAWN = "letters.drawn"

    ATTRACT_STARTED = "attract.started"
    ATTRACT_TAPPED = "attract.tapped", "opens"
    VISIT_STARTED = "visit.started"
    VISIT_WARNED = "visit.warned"
    VISIT_EXTENDED = "visit.extended"
    VISIT_ENDED = "visit.ended", "seconds"
    PAGE_OPENED = "page.opened", "page back?"
    LANGUAGE_CHANGED = "language.changed", "language"
    FILM_WATCHED = "film.watched", "film share"

    MEDIA_FAILED = "media.failed", "film why"
    QML_WARNING = "qml.warning", "text"
    EXCEPTION = "exception", "kind what"
    LOG_FILE_REFUSED = "log.file_refused", "file why"

    SETTINGS_APPLIED = "settings.applied"
    SETTINGS_PROBLEM = "settings.problem", "where what cure"
    BUNDLE_PROBLEM = "bundle.problem", "where what cure"
    CONTENT_WAITING = "content.waiting", "content now"
    CONTENT_SWAPPED = "content.swapped", "content"
    CONTENT_FAILED = "content.failed", "content why"
    CONTENT_TRIAL = "content.trial", "content seconds"
    CONTENT_GOOD = "content.good", "content"
    CONTENT_UNSOUND = "content.unsound", "content"
    CONTENT_RETURNED = "content.returned", "content? taken? fingerprint? why"
    CONTENT_NOT_RETURNED = "content.not_returned", "why"
    STICK_FOUND = "stick.found", "place offers"
    STICK_GONE = "stick.gone", "place"
    INSTALL_STARTED = "install.started", "source"
    INSTALL_REFUSED = "install.refused", "source why"
    INSTALL_ENDED = "install.ended", "title fingerprint"

    STAFF_PAD_OPENED = "staff.pad_opened"
    STAFF_PIN = "staff.pin", "outcome"
    STAFF_PIN_NOT_TRIED = "staff.pin_not_tried", "why"
    STAFF_PIN_FILE_DAMAGED = "staff.pin_file_damaged", "file"
    STAFF_PANEL_OPENED = "staff.panel_opened"
    STAFF_ACT = "staff.act", "act given"
    STAFF_ACT_FAILED = "staff.act_failed", "act why"
    STAFF_DEMO = "staff.demo", "minutes"
    STAFF_CLOSED = "staff.closed", "after"
    CHECK_ANSWERED = "check.answered", "part value"
    CHECK_ENDED = "check.ended", "result"
    COUNTS_LOST = "counts.lost", "why"
    COUNTS_DAMAGED = "counts.damaged", "why"

    PREVIEW_STARTED = "preview.started", "bundle"
    PREVIEW_STOPPED = "preview.stopped"
    PREVIEW_MISTAKE = "preview.mistake", "errors where what cure"
    PREVIEW_SAME = "preview.same"
    PREVIEW_SHOWN = "preview.shown", "ms compile_ms make_ms page warnings"
    PREVIEW_KEY = "preview.key", "act step"


WARNINGS = frozenset({Event.SCREEN_MISSING, Event.STAFF_PIN_FILE_DAMAGED, Event.LOG_FILE_REFUSED})
"""Logged as warnings."""
ERRORS = frozenset({Event.EXCEPTION, Event.SCREEN_LOST})
"""Logged as errors."""
FAULTS = (
    WARNINGS
    | ERRORS
    | {
        Event.MEDIA_FAILED,
        Event.QML_WARNING,
        Event.BUNDLE_PROBLEM,
        Event.SETTINGS_PROBLEM,
        Event.CONTENT_FAILED,
        Event.CONTENT_UNSOUND,
        Event.CONTENT_NOT_RETURNED,
        Event.COUNTS_LOST,
        Event.GRAPHICS_SOFTWARE,
    }
)
"""What staff are told of in the panel, though the booth has coped with it."""
