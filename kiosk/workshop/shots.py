"""`kiosk shots`: every page in every language and size as a picture, and one sheet to sign them off."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from itertools import product
from pathlib import Path
from typing import Final

from msgspec import structs
from PySide6.QtGui import QImage

from kiosk.author.translation.origin import Origins
from kiosk.booth.app import make_app
from kiosk.booth.booth import Booth
from kiosk.booth.listening import listen
from kiosk.booth.logs import open_log_file, start_logging
from kiosk.booth.screen import virtual_screen
from kiosk.bundle.model import Bundle
from kiosk.ground.errors import KioskError, Problem
from kiosk.ground.interpreter import refuse_bad_pair
from kiosk.ground.options import RunOptions, ShotsOptions
from kiosk.store.compilation import Report
from kiosk.store.load import check_closely, load_bundle
from kiosk.workshop.develop import Shot, Taken, develop, lost
from kiosk.workshop.fit import as_problems
from kiosk.workshop.measure import Misfit, misfits
from kiosk.workshop.sheet import Sheet, changes, write_sheet
from kiosk.workshop.walk import PATIENT, SIZES, Stop, Walker, choose_stops, run_loop

MOST_WAITING: Final = 8
"""Pictures that wait to be developed: each takes up some 8 MB."""


@dataclass
class _Roll:
    """The pictures of a walk: developed on other threads while the next ones are taken."""

    out: Path
    old: Path | None
    threads: ThreadPoolExecutor
    waiting: list[Future[Shot]] = field(default_factory=list)
    misfits: list[Misfit] = field(default_factory=list)

    def add(self, taken: Taken) -> None:
        """Have `taken` developed."""
        if len(self.waiting) >= MOST_WAITING:
            self.waiting[-MOST_WAITING].result()
        self.waiting.append(self.threads.submit(develop, taken, self.out, self.old))

    def shots(self) -> list[Shot]:
        """Return every picture, developed."""
        return [shot.result() for shot in self.waiting]


def take_shots(options: ShotsOptions) -> int:
    """Take the pictures that `options` ask for and return the exit code.

    Raises `BundleError` for a bundle that cannot be shown and `KioskError` for a page or folder that is not there.
    """
    refuse_bad_pair()
    bundle = load_bundle(options.bundle)
    languages = options.languages or tuple(language.code for language in bundle.languages)
    options = structs.replace(options, sizes=options.sizes or SIZES, languages=languages)
    stops = choose_stops(bundle, options.pages)
    _check_folders(options)
    start_logging("text", options.out / "kiosk.log", quiet=True)
    open_log_file()
    with ThreadPoolExecutor(max_workers=max(2, os.cpu_count() or 1)) as threads:
        checking = threads.submit(check_closely, options.bundle)
        roll = _Roll(options.out, options.compare, threads)
        _fill(roll, bundle, options, stops)
        shots = roll.shots()
        shots += _gone(options, shots, {stop.name for stop in stops})
        origins = Origins(options.bundle)
        sheet = Sheet(bundle, options.bundle, languages, tuple(shots), options.compare)
        problems = _judged(options.bundle, checking.result(), as_problems(roll.misfits, origins))
        path = write_sheet(replace(sheet, problems=problems), origins, options.out)
    print(f"{len(shots)} pictures in {options.out}; look at them all in {path}")
    if options.compare is not None:
        print(f"Compared with {options.compare}: {changes(shots)}")
    return 0


def _check_folders(options: ShotsOptions) -> None:
    old = options.compare
    if old is not None:
        if not any(old.glob("*x*/*/*.png")):
            cure = "Write the folder that an earlier `kiosk shots --out` made."
            raise KioskError(f"There are no pictures to compare with in {old}", cure)
        if old.resolve() == options.out.resolve():
            raise KioskError(f"The pictures in {old} would be written over", "Choose another folder for --out.")
    try:
        options.out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise KioskError(f"The folder {options.out} cannot be made: {error.strerror}", "Choose another one.") from error


def _fill(roll: _Roll, bundle: Bundle, options: ShotsOptions, stops: list[Stop]) -> None:
    with virtual_screen(max(w for w, _ in options.sizes), max(h for _, h in options.sizes)) as real:
        if not real:
            print("Xvfb is not installed: pictures are drawn off screen, and charts look plainer.", file=sys.stderr)
        app = make_app(sys.argv[:1])
        for size in options.sizes:
            booth = Booth(app, RunOptions(options.bundle, windowed=True, size=size), bundle, rules=PATIENT)
            try:
                _shoot(roll, booth, size, options.languages, stops)
            finally:
                booth.close()
                run_loop(1)


def _shoot(roll: _Roll, booth: Booth, size: tuple[int, int], languages: tuple[str, ...], stops: list[Stop]) -> None:
    walker = Walker(booth)
    booth.frame.open()
    listen(booth)
    for language, stop in product(languages, stops):
        walker.visit(stop, language)
        for part, _ in enumerate(walker.scroll(), start=1):
            roll.misfits += misfits(walker.scene, stop, language, size)
            roll.add(_take(booth, stop.name, part, language, size))


def _take(booth: Booth, stop: str, part: int, language: str, size: tuple[int, int]) -> Taken:
    file = Path(f"{size[0]}x{size[1]}") / language / f"{stop}{f'-part{part}' if part > 1 else ''}.png"
    image = booth.window.grabWindow().convertToFormat(QImage.Format.Format_RGB888)
    shown = (image.width(), image.height())
    return Taken(file, stop, part, language, shown, bytes(image.constBits()), image.bytesPerLine())


def _gone(options: ShotsOptions, shots: list[Shot], stops: set[str]) -> Iterator[Shot]:
    """Yield the pictures of the earlier run that this one has nothing for, among what was asked for."""
    if options.compare is None:
        return
    taken = {shot.file for shot in shots}
    for (width, height), language in product(options.sizes, options.languages):
        for path in sorted((options.compare / f"{width}x{height}" / language).glob("*.png")):
            shot = lost(path.relative_to(options.compare), options.compare)
            if shot and shot.file not in taken and (not options.pages or shot.stop in stops):
                yield shot


def _judged(folder: Path, report: Report, misfits: list[Problem]) -> tuple[Problem, ...]:
    from kiosk.author.verdict import judge

    return judge(folder, report, misfits).problems
