"""A closer look at a bundle that can be read: what works, but not well, with its place and its cure."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from kiosk.author.lint.captions import check_captions
from kiosk.author.lint.characters import check_characters
from kiosk.author.lint.films import check_films
from kiosk.author.lint.looks import check_looks
from kiosk.author.lint.marks import check_marks
from kiosk.author.lint.memory import check_memory, memory_bytes
from kiosk.author.lint.pictures import check_pictures
from kiosk.author.lint.subject import Subject
from kiosk.author.lint.translations import check_translations, coverage
from kiosk.ground.errors import Problem
from kiosk.store.compilation import Coverage

__all__ = ["Subject", "look_closer"]

_CHECKS: Final[tuple[Callable[[Subject], list[Problem]], ...]] = (
    check_films,
    check_pictures,
    check_captions,
    check_translations,
    check_characters,
    check_marks,
    check_looks,
    check_memory,
)


def look_closer(subject: Subject) -> tuple[list[Problem], tuple[Coverage, ...], int]:
    """Return what works, but not well, how much is said in each language, and the bytes of memory the booth needs."""
    problems = [problem for check in _CHECKS for problem in check(subject)]
    return problems, coverage(subject), memory_bytes(subject)
