"""Lays out every page of a bundle, and prints as JSON which texts do not fit.

`python -m kiosk.workshop.fit_worker FOLDER`. Nothing is drawn and no picture or film is opened.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from kiosk.author.translation.origin import Origins
from kiosk.booth.app import make_app
from kiosk.booth.booth import Booth
from kiosk.booth.listening import listen
from kiosk.booth.logs import start_logging
from kiosk.ground.errors import KioskError, Problem
from kiosk.ground.messages import encode
from kiosk.ground.options import RunOptions, read_size
from kiosk.store.load import load_bundle
from kiosk.workshop.fit import as_problems
from kiosk.workshop.measure import measure, show_no_media
from kiosk.workshop.walk import PATIENT, SIZES, Walker, choose_stops

QUICK_TURN_MS: Final = 2


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m kiosk.workshop.fit_worker", description="Texts that do not fit, as JSON."
    )
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
                listen(booth)
                yield size, walker

        return as_problems(measure(walkers(), choose_stops(bundle, ()), codes), Origins(folder))


if __name__ == "__main__":
    sys.exit(main())
