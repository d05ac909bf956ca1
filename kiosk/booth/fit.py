"""Whether every text fits its place: measured in a process of its own, by laying out every page without its media.

`python -m kiosk.booth.fit FOLDER` prints the findings as JSON. Nothing is drawn and no picture or film is opened.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kiosk.ground.errors import KioskError, Problem
from kiosk.ground.messages import decode, encode
from kiosk.ground.processes import run_and_listen, worker_command, worker_environment

if TYPE_CHECKING:
    from kiosk.booth.measure import Misfit
    from kiosk.bundle.origin import Origins

WALL_SECONDS: Final = 600.0
QUICK_TURN_MS: Final = 2


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
    ended = run_and_listen(worker_command("kiosk.booth.fit", folder, *words), WALL_SECONDS, environment=environment)
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
    if origin is None:
        if is_own_word(worst.text, worst.language):
            return
        origin = origins.whole()
    pages = list(dict.fromkeys(misfit.page for misfit in group))
    sizes = list(dict.fromkeys(f"{misfit.size[0]}x{misfit.size[1]}" for misfit in group))
    shown = worst.text if len(worst.text) <= 60 else f"{worst.text[:59]}…"
    key = f" `{origin.key}`" if origin.key else ""
    where = f"page {_listed(pages)}, {' and '.join(sizes)}"
    many = f"about {worst.excess} character{'' if worst.excess == 1 else 's'}"
    cure = f"Shorten it by {many} in `{worst.language}`."
    if worst.code == _WORD_CODE:
        cure = f"Write a word that is shorter by {many}, or two words, in `{worst.language}`."
    what = f"the text{key} “{' '.join(shown.split())}” {worst.what} (in {worst.language}, {where})"
    yield Problem(origin.position, what, cure, origin.source_line, "warning", worst.code, language=worst.language)


def is_own_word(text: str, language: str) -> bool:
    """Whether `text` is a word of the program's own, which no bundle can shorten."""
    from kiosk.language.catalogs import interface_catalog

    entries = interface_catalog(language).entries or interface_catalog("de").entries
    return any(text == entry.source or text in entry.translations for entry in entries)


def _listed(pages: list[str]) -> str:
    return ", ".join(pages[:3]) + (f" and {len(pages) - 3} more" if len(pages) > 3 else "")


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    from kiosk.cli import read_size

    parser = argparse.ArgumentParser(prog="python -m kiosk.booth.fit", description="Texts that do not fit, as JSON.")
    parser.add_argument("folder", type=Path, help="folder of the bundle")
    parser.add_argument("--language", action="append", default=[], help="only this language; may be repeated")
    parser.add_argument("--size", action="append", default=[], type=read_size, help="only this size, such as 1080x1920")
    asked = parser.parse_args(arguments)
    try:
        problems = _measure(asked.folder, tuple(asked.language), tuple(asked.size))
    except KioskError as error:
        print(f"{parser.prog}: {error}", file=sys.stderr)
        return 1
    sys.stdout.write("\n\n" + encode(problems).decode())
    return 0


def _measure(folder: Path, languages: tuple[str, ...], sizes: tuple[tuple[int, int], ...]) -> list[Problem]:
    from kiosk.booth.app import make_app
    from kiosk.booth.booth import Booth
    from kiosk.booth.logs import start_logging
    from kiosk.booth.measure import measure, show_no_media
    from kiosk.booth.walk import PATIENT, SIZES, Walker, choose_stops
    from kiosk.bundle.load import load_bundle
    from kiosk.bundle.origin import Origins
    from kiosk.ground.options import RunOptions

    # The null backend lays out and draws nothing; an update that waits for others would only cost time.
    os.environ.update(QT_QPA_PLATFORM="offscreen", QT_QUICK_BACKEND="rhi", QSG_RHI_BACKEND="null")
    os.environ["QT_QPA_UPDATE_IDLE_TIME"] = "0"
    bundle = load_bundle(folder)
    codes = languages or tuple(language.code for language in bundle.languages)
    with tempfile.TemporaryDirectory(prefix="kiosk-fit-") as place:
        start_logging("text", Path(place) / "kiosk.log", quiet=True)
        app = make_app(sys.argv[:1])

        def walkers() -> Iterator[tuple[tuple[int, int], Walker]]:
            for size in sizes or SIZES:
                booth = Booth(app, RunOptions(folder, windowed=True, size=size), bundle, rules=PATIENT)
                show_no_media(booth, Path(place) / "blank.png")
                walker = Walker(booth, QUICK_TURN_MS)
                booth.frame.open()
                booth.listen()
                yield size, walker

        return as_problems(measure(walkers(), choose_stops(bundle, ()), codes), Origins(folder))


_CURE: Final = "Try `kiosk shots` to see whether the pages can be drawn at all."
_WORD_CODE: Final = "K763"

if __name__ == "__main__":
    sys.exit(main())
