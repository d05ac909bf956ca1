"""What `booth.yaml` says, with every mistake at its place; imported where the file has changed, not by each start."""

from __future__ import annotations

from pathlib import Path

from kiosk.bundle.findings import in_order
from kiosk.bundle.parse import Mapping, Scalar, Sequence, parse_yaml, read_source
from kiosk.bundle.source import Source, quote
from kiosk.bundle.validate import validate
from kiosk.errors import Problem
from kiosk.staff import settings, written
from kiosk.staff.settings import Open, Settings
from kiosk.staff.settings_file import MAX_BYTES


def read_settings(file: Path) -> tuple[Settings | None, tuple[Problem, ...]]:
    """Return what the file says, or None where it has mistakes, and the problems by line."""
    return _check(read_source(file, MAX_BYTES))


def check_text(text: str, file: Path) -> tuple[Settings | None, tuple[Problem, ...]]:
    """Return the same of a text that is to become `file`."""
    return _check(Source(file, text.split("\n")))


def _check(source: Source) -> tuple[Settings | None, tuple[Problem, ...]]:
    root = None if source.problems else parse_yaml(source)
    booth = None
    if isinstance(root, Mapping):
        booth = validate(root, source, written.Booth)
        if booth is not None:
            _check_languages(root, booth, source)
    elif root is not None:
        source.report(
            root.line, root.column, "the settings must be keys and values", "Write `booth: 1` first.", code="K107"
        )
    problems = in_order(source.problems)
    errors = [problem for problem in problems if problem.severity == "error"]
    return (_made(booth) if booth is not None and not errors else None), problems


def _check_languages(root: Mapping, booth: written.Booth, source: Source) -> None:
    said = booth.languages
    if not said.default or not said.offered or said.default in said.offered:
        return
    node = root.entries["languages"]
    at = node.entries["default"] if isinstance(node, Mapping) else node
    what = f"`default` is {quote(said.default)}, which is not among the languages offered"
    source.report(at.line, at.column, what, f"Add it to `offered`, or choose {_one(node, 'offered')}.", code="K905")


def _one(node: Scalar | Sequence | Mapping, name: str) -> str:
    listed = node.entries.get(name) if isinstance(node, Mapping) else None
    first = listed.items[0] if isinstance(listed, Sequence) else None
    return quote(first.text) if isinstance(first, Scalar) else "another one"


def _made(booth: written.Booth) -> Settings:
    hours = {
        number: tuple(Open(begins=begins, ends=ends) for begins, ends in day)
        for number, name in enumerate(written.DAYS)
        if (day := getattr(booth.hours, name)) is not None
    }
    return Settings(
        name=booth.name,
        languages=settings.Languages(
            default=booth.languages.default, offered=tuple(booth.languages.offered), staff=booth.languages.staff
        ),
        idle=settings.Idle(seconds=booth.idle.seconds, warning_seconds=booth.idle.warning_seconds),
        screen=settings.Screen(
            display=booth.screen.display,
            diagonal_inch=booth.screen.diagonal_inch,
            viewing_mm=booth.screen.viewing_mm,
            rotation=booth.screen.rotation,  # type: ignore[arg-type]
        ),
        sound=settings.Sound(volume=booth.sound.volume, cap=booth.sound.cap),
        hours=hours,
        way_in=settings.WayIn(
            gesture=booth.way_in.gesture,  # type: ignore[arg-type]
            corner=booth.way_in.corner,  # type: ignore[arg-type]
            taps=booth.way_in.taps,
            seconds=booth.way_in.seconds,
        ),
        pin=settings.Pin(hash=booth.pin.hash, scrambled=booth.pin.scrambled),
        sticks=booth.sticks,  # type: ignore[arg-type]
        counts=settings.Counts(enabled=booth.counts.enabled, keep_days=booth.counts.keep_days),
        log=settings.Log(file=booth.log.file),
    )
