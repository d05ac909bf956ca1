"""The sheet that one signs off: one HTML file with every picture in it, and with what a check found beside its page."""

from __future__ import annotations

import base64
import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Final

from kiosk import __version__
from kiosk.booth.develop import Shot
from kiosk.bundle.model import Bundle, say
from kiosk.bundle.origin import Origins
from kiosk.ground.errors import Problem

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


def write_sheet(sheet: Sheet, origins: Origins, folder: Path) -> Path:
    """Write `index.html` into `folder` and return its path; it needs no other file."""
    path = folder / "index.html"
    with path.open("w", encoding="utf-8") as file:
        file.writelines(_html(sheet, origins, fingerprint(sheet)))
    return path


def fingerprint(sheet: Sheet) -> str:
    """Return the hash of everything in the bundle: the one that `kiosk pack` would give it."""
    from kiosk.bundle.store.gather import used_files
    from kiosk.bundle.store.manifest import Listed, hash_file, make_manifest

    paths = [(name, sheet.folder / name) for name in used_files(sheet.folder)]
    files = [Listed(name, path.stat().st_size, hash_file(path)) for name, path in paths]
    return make_manifest(sheet.title, (language.code for language in sheet.bundle.languages), files).fingerprint


def _html(sheet: Sheet, origins: Origins, mark: str) -> Iterator[str]:
    here = Path(__file__).parent
    style = (here / "sheet.css").read_text(encoding="utf-8")
    script = (here / "sheet.js").read_text(encoding="utf-8")
    title = escape(sheet.title)
    yield (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{title}: sign-off</title>\n'
        '<meta name="viewport" content="width=device-width"><meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'\">\n"
        f'<style>{style}</style></head>\n<body data-sheet="{mark[:16]}">\n'
    )
    numbers = {id(shot): number for number, shot in enumerate(sheet.shots)}
    yield from _head(sheet, mark)
    found = _by_page(sheet, origins)
    yield "<main>\n"
    if WHOLE in found:
        yield from _page(sheet, WHOLE, [], found[WHOLE], numbers)
    for stop in dict.fromkeys(shot.stop for shot in sheet.shots):
        yield from _page(sheet, stop, [s for s in sheet.shots if s.stop == stop], found.get(stop, []), numbers)
    yield "</main>\n"
    yield _VIEW
    for shot in sheet.shots:
        number = numbers[id(shot)]
        if shot.large:
            yield f'<script type="text/plain" id="large-{number}">{_base64(shot.large)}</script>\n'
        if shot.before:
            yield f'<script type="text/plain" id="before-{number}">{_base64(shot.before)}</script>\n'
    yield f"<script>{script}</script></body></html>\n"


def _head(sheet: Sheet, mark: str) -> Iterator[str]:
    now = datetime.datetime.now().astimezone().strftime("%Y-%m-%d %H:%M %Z")
    errors = sum(problem.severity == "error" for problem in sheet.problems)
    facts = [f"version {mark[:12]}", now, f"kiosk {__version__}"]
    facts.append(f"{errors} errors and {len(sheet.problems) - errors} warnings")
    if sheet.compared is not None:
        kinds = [shot.change for shot in sheet.shots]
        counts = ", ".join(f"{kinds.count(kind)} {kind}" for kind in ("changed", "new", "gone", "same"))
        facts.append(f"against {sheet.compared.name}: {counts}")
    sizes = dict.fromkeys(_size(shot) for shot in sheet.shots)
    stops = dict.fromkeys(shot.stop for shot in sheet.shots)
    names = {stop: _name(sheet, stop) for stop in stops}
    yield f'<header class="top"><h1>{escape(sheet.title)}</h1><p>{escape(" · ".join(facts))}</p>\n<div class="filters">'
    yield _choice("page", "Every page", {_kind(stop): _NAMES.get(_kind(stop), stop) for stop in stops} | names)
    yield _choice("language", "Every language", {code: _own_name(sheet, code) for code in sheet.languages})
    yield _choice("size", "Every format", {size: size for size in sizes})
    yield '<label><input type="checkbox" id="found"> Only with findings</label>'
    if sheet.compared is not None:
        yield '<label><input type="checkbox" id="changed"> Only changed</label>'
    yield '<span class="quiet" id="shown" role="status"></span></div>\n'
    yield '<span class="quiet" id="signed" role="status"></span></header>\n'


def _page(
    sheet: Sheet, stop: str, shots: list[Shot], problems: list[Problem], numbers: dict[int, int]
) -> Iterator[str]:
    name, many = escape(_name(sheet, stop)), len(problems)
    yield f'<section class="page" data-page="{escape(stop)}" data-kind="{_kind(stop)}" data-findings="{many}">\n'
    yield f'<header><h2>{name}</h2><span class="quiet">{escape(stop)}</span>'
    moved = sum(shot.change in ("changed", "new", "gone") for shot in shots)
    if moved:
        yield f'<span class="tally">{moved} changed</span>'
    if shots:
        yield (
            f'<label class="sign"><input type="checkbox" data-page="{escape(stop)}"> Signed off'
            '<span class="when signed"></span></label>'
        )
    yield "</header>\n"
    if problems:
        told = f"{many} finding{'' if many == 1 else 's'}"
        yield f"<details open><summary>{told}</summary><ul>{''.join(map(_finding, problems))}</ul></details>\n"
    if shots:
        yield from _grid(sheet, shots, numbers)
    yield "</section>\n"


def _grid(sheet: Sheet, shots: list[Shot], numbers: dict[int, int]) -> Iterator[str]:
    heads = "".join(
        f'<th scope="col" data-language="{escape(code)}" lang="{_tag(code)}">{escape(_own_name(sheet, code))}</th>'
        for code in sheet.languages
    )
    yield f'<table><colgroup><col class="name"></colgroup><thead><tr><td></td>{heads}</tr></thead><tbody>\n'
    cells = {(_size(shot), shot.part, shot.language): shot for shot in shots}
    for size, part in sorted({(_size(shot), shot.part) for shot in shots}, key=_wide_first):
        label = size if part == 1 else f"{size}, part {part}"
        yield f'<tr data-size="{size}"><th scope="row">{label}</th>'
        for code in sheet.languages:
            shot = cells.get((size, part, code))
            if shot is None:
                yield f'<td data-language="{escape(code)}"></td>'
            else:
                yield f'<td data-language="{escape(code)}" class="{shot.change}">{_button(sheet, shot, numbers)}</td>'
        yield "</tr>\n"
    yield "</tbody></table>\n"


def _button(sheet: Sheet, shot: Shot, numbers: dict[int, int]) -> str:
    what = f"{_name(sheet, shot.stop)}{f', part {shot.part}' if shot.part > 1 else ''}"
    what = escape(f"{what} · {_own_name(sheet, shot.language)} · {_size(shot)}")
    box = " ".join(f"{side:.4f}" for side in shot.box) if shot.change == "changed" else ""
    told = {"changed": f"changed, {max(shot.share * 100, 0.1):.1f} %", "new": "new", "gone": "gone"}.get(
        shot.change, ""
    )
    badge = f'<span class="badge">{told}</span>' if told else ""
    area = ""
    if box:
        left, top, right, bottom = (side * 100 for side in shot.box)
        place = f"left:{left:.2f}%;top:{top:.2f}%;width:{right - left:.2f}%;height:{bottom - top:.2f}%"
        area = f'<span class="box" style="{place}"></span>'
    return (
        f'<button class="shot" data-id="{numbers[id(shot)]}" data-what="{what}" data-change="{told}" data-box="{box}">'
        f'<img loading="lazy" decoding="async" width="{shot.size[0]}" height="{shot.size[1]}" alt="{what}" '
        f'src="data:image/webp;base64,{_base64(shot.small)}">{area}{badge}</button>'
    )


def _finding(problem: Problem) -> str:
    at = problem.position
    where = f"{at.file.name}:{at.line}" if at.line else at.file.name
    if at.file.suffix == ".po":
        where = f"{problem.language or at.file.parent.parent.name} {where}"
    return (
        f'<li class="{escape(problem.severity)}"><code>{escape(problem.code)} {escape(where)}</code> '
        f'{escape(problem.what)}. <span class="cure">{escape(problem.cure)}</span></li>'
    )


def _by_page(sheet: Sheet, origins: Origins) -> dict[str, list[Problem]]:
    """Return the findings by the stop that they are shown beside."""
    stops = list(dict.fromkeys(shot.stop for shot in sheet.shots))
    found: dict[str, list[Problem]] = {}
    for problem in sheet.problems:
        page = origins.page_at(problem.position)
        stop = next((stop for stop in stops if page in (stop, _kind(stop))), WHOLE) if page else WHOLE
        found.setdefault(stop, []).append(problem)
    return found


def _choice(name: str, every: str, options: dict[str, str]) -> str:
    listed = "".join(f'<option value="{escape(value)}">{escape(text)}</option>' for value, text in options.items())
    return f'<select id="{name}" aria-label="{every}"><option value="">{every}</option>{listed}</select>'


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


def _tag(code: str) -> str:
    return escape(code.replace("_", "-"))


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _buttons(*buttons: tuple[str, str, str]) -> Iterable[str]:
    return (f'<button data-move="{move}" aria-label="{label}">{sign}</button>' for move, label, sign in buttons)


_MOVES: Final = "".join(
    _buttons(
        ("ArrowLeft", "Picture before", "←"),
        ("ArrowRight", "Next picture", "→"),
        ("ArrowUp", "Same language, row above", "↑"),
        ("ArrowDown", "Same language, row below", "↓"),
    )
)
_VIEW: Final = (
    '<dialog id="view" aria-label="Picture"><div class="bar"><span class="what" id="what" role="status"></span>'
    f'<button id="flip" aria-pressed="false" title="B">Show before</button>{_MOVES}'
    '<button id="close" title="Esc">Close</button></div>'
    '<div class="stage"><div class="frame"><img id="picture" alt=""><span class="box" id="area"></span></div></div>'
    "</dialog>\n"
)
