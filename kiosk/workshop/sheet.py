"""The sheet that one signs off: one HTML file with every picture in it, and with what a check found beside its page."""

from __future__ import annotations

import base64
import datetime
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias

from kiosk import __version__
from kiosk.author.translation.origin import Origins
from kiosk.bundle.model import Bundle, say
from kiosk.ground.errors import Problem
from kiosk.ground.markup import template
from kiosk.workshop.develop import Shot

WHOLE: Final = "bundle"
"""The name under which stands what is about no page."""

_NAMES: Final = {
    "attract": "Attract loop",
    "home": "Home",
    "sector": "Sector",
    "statistics": "Numbers",
    "videos": "Films",
    "film": "A film",
    "languages": "Languages",
    "still": "Still there?",
    WHOLE: "The whole bundle",
}
_MOVED: Final = ("changed", "new", "gone")

_Cells: TypeAlias = dict[tuple[str, int, str], Shot]


@dataclass(frozen=True)
class Sheet:
    """What is on a sheet: the bundle in `folder`, the languages of its columns, pictures, findings, an earlier run."""

    bundle: Bundle
    folder: Path
    languages: tuple[str, ...]
    shots: tuple[Shot, ...]
    compared: Path | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def title(self) -> str:
        """The bundle's title in its first language."""
        return say(self.bundle.title, self.bundle.languages[0].code)


@dataclass(frozen=True)
class _Page:
    """A page of the booth on the sheet: `cells` holds its pictures by size, part and language."""

    stop: str
    name: str
    problems: list[Problem]
    cells: _Cells

    @property
    def kind(self) -> str:
        return _kind(self.stop)

    @property
    def changed(self) -> int:
        """How many of the pictures are not what they were."""
        return sum(shot.change in _MOVED for shot in self.cells.values())

    @property
    def rows(self) -> list[tuple[str, int]]:
        """The sizes and parts of the pictures, the widest first."""
        return sorted({(size, part) for size, part, _ in self.cells}, key=_wide_first)


def write_sheet(sheet: Sheet, origins: Origins, folder: Path) -> Path:
    """Write `index.html` into `folder` and return its path; it needs no other file."""
    path, mark = folder / "index.html", fingerprint(sheet)
    kinds = {_kind(shot.stop): _NAMES.get(_kind(shot.stop), shot.stop) for shot in sheet.shots}
    template(Path(__file__).with_name("sheet.html")).stream(
        sheet=sheet,
        mark=mark,
        facts=_facts(sheet, mark),
        pages=_pages(sheet, origins),
        names=kinds | {shot.stop: _name(sheet, shot.stop) for shot in sheet.shots},
        languages={code: _own_name(sheet, code) for code in sheet.languages},
        sizes={_size(shot): _size(shot) for shot in sheet.shots},
        numbers={shot.file: number for number, shot in enumerate(sheet.shots)},
        where=_where,
        badge=_badge,
        base64=_base64,
    ).dump(str(path), encoding="utf-8")
    return path


def fingerprint(sheet: Sheet) -> str:
    """Return the hash of everything in the bundle: the one that `kiosk pack` would give it."""
    from kiosk.author.packing.gather import used_files
    from kiosk.store.manifest import Listed, hash_file, make_manifest

    paths = [(name, sheet.folder / name) for name in used_files(sheet.folder)]
    files = [Listed(name, path.stat().st_size, hash_file(path)) for name, path in paths]
    return make_manifest(sheet.title, (language.code for language in sheet.bundle.languages), files).fingerprint


def changes(shots: Iterable[Shot]) -> str:
    """Return how many of the pictures changed since an earlier run, in words."""
    counts = Counter(shot.change for shot in shots)
    return ", ".join(f"{counts[kind]} {kind}" for kind in (*_MOVED, "same"))


def _facts(sheet: Sheet, mark: str) -> list[str]:
    now = datetime.datetime.now().astimezone().strftime("%Y-%m-%d %H:%M %Z")
    errors = sum(problem.severity == "error" for problem in sheet.problems)
    facts = [f"version {mark[:12]}", now, f"kiosk {__version__}"]
    facts.append(f"{errors} errors and {len(sheet.problems) - errors} warnings")
    if sheet.compared is not None:
        facts.append(f"against {sheet.compared.name}: {changes(sheet.shots)}")
    return facts


def _pages(sheet: Sheet, origins: Origins) -> list[_Page]:
    """Return the pages in the order of their pictures; what is about none of them comes first."""
    cells: dict[str, _Cells] = {}
    for shot in sheet.shots:
        cells.setdefault(shot.stop, {})[_size(shot), shot.part, shot.language] = shot
    found = _by_page(sheet, list(cells), origins)
    stops = [WHOLE, *cells] if WHOLE in found else list(cells)
    return [_Page(stop, _name(sheet, stop), found.get(stop, []), cells.get(stop, {})) for stop in stops]


def _by_page(sheet: Sheet, stops: list[str], origins: Origins) -> dict[str, list[Problem]]:
    """Return the findings by the stop that they are shown beside."""
    found: dict[str, list[Problem]] = {}
    for problem in sheet.problems:
        page = origins.page_at(problem.position)
        stop = next((stop for stop in stops if page in (stop, _kind(stop))), WHOLE) if page else WHOLE
        found.setdefault(stop, []).append(problem)
    return found


def _badge(shot: Shot) -> str:
    """Return what is said of a picture that is not what it was."""
    if shot.change == "changed":
        return f"changed, {max(shot.share * 100, 0.1):.1f} %"
    return shot.change if shot.change in _MOVED else ""


def _where(problem: Problem) -> str:
    at = problem.position
    where = f"{at.file.name}:{at.line}" if at.line else at.file.name
    return f"{problem.language or at.file.parent.parent.name} {where}" if at.file.suffix == ".po" else where


def _name(sheet: Sheet, stop: str) -> str:
    kind, _, rest = stop.partition("-")
    if kind == "sector":
        title = next((sector.title for sector in sheet.bundle.sectors if sector.id == rest), None)
        return say(title, sheet.bundle.languages[0].code) if title else rest
    return f"{_NAMES.get(kind, stop)} {rest}".strip()


def _own_name(sheet: Sheet, code: str) -> str:
    return next((language.name for language in sheet.bundle.languages if language.code == code), code)


def _kind(stop: str) -> str:
    return stop.partition("-")[0]


def _size(shot: Shot) -> str:
    return f"{shot.size[0]}x{shot.size[1]}"


def _wide_first(row: tuple[str, int]) -> tuple[float, str, int]:
    wide, high = (int(side) for side in row[0].split("x"))
    return -wide / high, row[0], row[1]


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")
