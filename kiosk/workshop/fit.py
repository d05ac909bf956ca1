"""Whether every text fits its place: asked of a process of its own (`fit_worker`), and told with the line to change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kiosk.ground.errors import KioskError, Problem
from kiosk.ground.messages import decode
from kiosk.ground.processes import run_and_listen, worker_command, worker_environment
from kiosk.language.catalogs import interface_catalog

if TYPE_CHECKING:
    from kiosk.author.translation.origin import Origins
    from kiosk.workshop.measure import Misfit

WALL_SECONDS: Final = 600.0
_CURE: Final = "Try `kiosk shots` to see whether the pages can be drawn at all."
_WORD_CODE: Final = "K763"


def measure_apart(
    folder: Path, languages: tuple[str, ...] = (), sizes: tuple[tuple[int, int], ...] = ()
) -> list[Problem]:
    """Return every text of the bundle in `folder` that does not fit, in all of its languages unless some are named.

    `sizes` are the screens, in pixels: a wide and a tall one unless some are named. Raises `KioskError` where that
    cannot be measured.
    """
    words = [*(f"--language={code}" for code in languages), *(f"--size={w}x{h}" for w, h in sizes)]
    environment = worker_environment(QT_QPA_PLATFORM="offscreen")
    environment.pop("WAYLAND_DISPLAY", None)
    command = worker_command("kiosk.workshop.fit_worker", folder, *words)
    ended = run_and_listen(command, WALL_SECONDS, environment=environment)
    if ended.code is None:
        raise KioskError("Measuring the texts took too long", _CURE)
    try:
        return decode(ended.printed.rpartition(b"\n\n")[2], list[Problem])
    except ValueError as error:
        last = ended.said.decode("utf-8", "replace").strip().rpartition("\n")[2]
        raise KioskError(f"The texts could not be measured: {last or ended.code}", _CURE) from error


def as_problems(misfits: Iterable[Misfit], origins: Origins) -> list[Problem]:
    """Return one problem per text and language, at the line where it is written, its screens and pages joined."""
    groups: dict[tuple[str, str, str], list[Misfit]] = {}
    for misfit in misfits:
        groups.setdefault((misfit.code, misfit.language, misfit.text), []).append(misfit)
    problems = dict.fromkeys(problem for group in groups.values() for problem in _problem(group, origins))
    return sorted(problems, key=lambda problem: (problem.position, problem.code))


def _problem(group: list[Misfit], origins: Origins) -> Iterator[Problem]:
    worst = max(group, key=lambda misfit: misfit.excess)
    origin = origins.find(worst.text, worst.language, worst.sector, worst.beside)
    if origin is None and is_own_word(worst.text, worst.language):
        return
    origin = origin or origins.whole()
    pages = list(dict.fromkeys(misfit.page for misfit in group))
    sizes = list(dict.fromkeys(f"{misfit.size[0]}x{misfit.size[1]}" for misfit in group))
    key = f" `{origin.key}`" if origin.key else ""
    where = f"page {_listed(pages)}, {' and '.join(sizes)}"
    what = f"the text{key} “{_short(worst.text)}” {worst.what} (in {worst.language}, {where})"
    yield Problem(origin.position, what, _cure(worst), origin.source_line, "warning", worst.code, worst.language)


def _cure(worst: Misfit) -> str:
    many = f"about {worst.excess} character{'' if worst.excess == 1 else 's'}"
    if worst.code == _WORD_CODE:
        return f"Write a word that is shorter by {many}, or two words, in `{worst.language}`."
    return f"Shorten it by {many} in `{worst.language}`."


def _short(text: str) -> str:
    return " ".join((text if len(text) <= 60 else f"{text[:59]}…").split())


def is_own_word(text: str, language: str) -> bool:
    """Whether `text` is a word of the program's own, which no bundle can shorten."""
    entries = interface_catalog(language).entries or interface_catalog("de").entries
    return any(text == entry.source or text in entry.translations for entry in entries)


def _listed(pages: list[str]) -> str:
    return ", ".join(pages[:3]) + (f" and {len(pages) - 3} more" if len(pages) > 3 else "")
