"""`kiosk shots`: every page in every language and size as a picture, and one page to look at them all."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEventLoop, QMetaObject, QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlExpression
from PySide6.QtQuick import QQuickItem

from kiosk.booth.app import make_app
from kiosk.booth.booth import Booth
from kiosk.booth.contact import Shot, write_contact_sheet
from kiosk.booth.logs import open_log_file, start_logging
from kiosk.booth.screen import virtual_screen
from kiosk.bundle.load import load_bundle
from kiosk.bundle.model import Bundle
from kiosk.errors import KioskError
from kiosk.options import RunOptions, ShotsOptions
from kiosk.view.pages import all_films
from kiosk.visit.route import Home, Open, Page, Place
from kiosk.visit.visit import KeyPressed, Leave, Rules

SIZES = ((1920, 1080), (1080, 1920))
SETTLE_SECONDS = 20.0
QUIET_TURNS = 3
TURN_MS = 25
LOADING = 2  # QQuickImageBase.Loading and QQuickLoader.Loading
LONGEST_SCROLL = 12
PNG_QUALITY = 80  # quick to write; PNG loses nothing at any quality


@dataclass(frozen=True)
class Stop:
    """A page to stop at: its name for the file and how to get there."""

    name: str
    go: Callable[[Booth], None]


def take_shots(options: ShotsOptions) -> int:
    """Take the pictures that `options` ask for and return the exit code.

    Raises `BundleError` for a bundle that cannot be shown and `KioskError` for a page or folder that is not there.
    """
    bundle = load_bundle(options.bundle)
    sizes = options.sizes or SIZES
    languages = options.languages or tuple(language.code for language in bundle.languages)
    stops = choose_stops(bundle, options.pages)
    try:
        options.out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise KioskError(f"The folder {options.out} cannot be made: {error.strerror}", "Choose another one.") from error
    start_logging("text", options.out / "kiosk.log", quiet=True)
    open_log_file()
    with virtual_screen(max(w for w, _ in sizes), max(h for _, h in sizes)) as real:
        if not real:
            print("Xvfb is not installed: pictures are drawn off screen, and charts look plainer.", file=sys.stderr)
        app = make_app(sys.argv[:1])
        shots = [shot for size in sizes for shot in _shoot(app, bundle, options, size, languages, stops)]
    sheet = write_contact_sheet(bundle, shots, options.out)
    print(f"{len(shots)} pictures in {options.out}; look at them all in {sheet}")
    return 0


def choose_stops(bundle: Bundle, pages: tuple[str, ...]) -> list[Stop]:
    """Return the stops of a walk through every page, or through those that `pages` name.

    A page is named by its kind (`sector`) or its stop (`sector-automotive`). Raises `KioskError` for an unknown one.
    """
    stops = list(_all_stops(bundle))
    if not pages:
        return stops
    kinds = {stop.name.partition("-")[0] for stop in stops}
    for page in pages:
        if page not in kinds and page not in {stop.name for stop in stops}:
            raise KioskError(f"There is no page {page}", f"There are: {', '.join(sorted(kinds))}.")
    return [stop for stop in stops if stop.name in pages or stop.name.partition("-")[0] in pages]


def _all_stops(bundle: Bundle) -> Iterator[Stop]:
    for row in range(len(bundle.attract)):
        yield Stop(f"attract-{row + 1}", lambda booth, row=row: _attract(booth, row))  # type: ignore[misc]
    yield Stop("home", lambda booth: booth.view.follow(Home()))
    for sector in bundle.sectors:
        place = Place(Page.SECTOR, sector.id)
        yield Stop(f"sector-{sector.id}", lambda booth, place=place: booth.view.follow(Open(place)))  # type: ignore[misc]
    yield Stop("statistics", lambda booth: booth.view.follow(Open(Place(Page.STATISTICS))))
    yield Stop("videos", lambda booth: booth.view.follow(Open(Place(Page.VIDEOS))))
    films = all_films(bundle)
    if films:
        film = Place(Page.FILM, films[0][0].id)
        yield Stop("film", lambda booth: booth.view.follow(Open(film)))
    yield Stop("languages", lambda booth: booth.view.openPicker())
    yield Stop("still", lambda booth: booth.view.set_visit(False, 20))


def _attract(booth: Booth, row: int) -> None:
    booth.visits.take(Leave())
    booth.view.loop.show(row)


def _shoot(
    app: QGuiApplication,
    bundle: Bundle,
    options: ShotsOptions,
    size: tuple[int, int],
    languages: tuple[str, ...],
    stops: list[Stop],
) -> Iterator[Shot]:
    patient = Rules(idle_seconds=1e6, longest_idle_seconds=1e6)
    booth = Booth(app, RunOptions(options.bundle, windowed=True, size=size), bundle, rules=patient)
    booth.view.theme.freeze()
    booth.frame.open()
    for language in languages:
        for stop in stops:
            booth.visits.take(Leave())
            booth.choose_language(language)
            if not stop.name.startswith("attract"):
                booth.visits.take(KeyPressed())
            stop.go(booth)
            _settle(booth)
            for part, _ in enumerate(_scroll(booth), start=1):
                name = f"{stop.name}{f'-part{part}' if part > 1 else ''}"
                file = Path(f"{size[0]}x{size[1]}") / language / f"{name}.png"
                (options.out / file).parent.mkdir(parents=True, exist_ok=True)
                booth.window.grabWindow().save(str(options.out / file), "PNG", PNG_QUALITY)  # type: ignore[call-overload]
                yield Shot(file, name, language, size)
    booth.close()
    _run(TURN_MS)


def _scroll(booth: Booth) -> Iterator[None]:
    """Yield once for every screenful of the page."""
    yield
    if booth.view.picker or booth.view.attract or booth.view.secondsLeft:
        return
    for view in _items(booth.window.contentItem()):
        if not view.inherits("QQuickFlickable") or not view.isVisible() or not view.isEnabled():
            continue
        if view.width() < booth.window.width() / 3 or float(view.property("contentHeight")) <= view.height() + 1:
            continue
        for _ in range(LONGEST_SCROLL):
            if view.property("atYEnd"):
                return
            view.setProperty("contentY", float(view.property("contentY")) + view.height() * 0.9)
            _settle(booth)
            QMetaObject.invokeMethod(view, "returnToBounds")
            _settle(booth)
            yield
        return


def _settle(booth: Booth) -> None:
    """Wait until nothing is being loaded any more and the picture has stopped changing."""
    until = time.monotonic() + SETTLE_SECONDS
    quiet = 0
    while quiet < QUIET_TURNS and time.monotonic() < until:
        _run(TURN_MS)
        quiet = 0 if any(_loading(booth, item) for item in _items(booth.window.contentItem())) else quiet + 1


def _run(milliseconds: int) -> None:
    """Let Qt's own loop run: without it, what is deleted later would stay."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _loading(booth: Booth, item: QObject) -> bool:
    if not (item.inherits("QQuickImageBase") or item.inherits("QQuickLoader")):
        return False
    # PySide cannot convert these enumerations; QML can.
    return bool(QQmlExpression(booth.engine.rootContext(), item, f"status === {LOADING}").evaluate()[0])


def _items(item: QQuickItem) -> Iterator[QQuickItem]:
    for child in item.childItems():
        if child.isVisible():
            yield child
            yield from _items(child)
