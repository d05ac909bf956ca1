"""Which characters the installed fonts can draw, and which package brings a font for those that none can.

Fontconfig keeps the characters of every font in its cache and tells them in milliseconds; where its command is
missing, the font files themselves are read.
"""

from __future__ import annotations

import os
import struct
import subprocess
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain
from pathlib import Path
from typing import Final

from kiosk.language.fonts import families, package_for

_FORMAT: Final = "%{family}\t%{charset}\n"
_WAIT_SECONDS: Final = 30
_SUFFIXES: Final = frozenset((".ttf", ".otf", ".ttc", ".otc"))
_MOST_FILES: Final = 5_000
_INVISIBLE: Final = frozenset(("Cc", "Cf", "Zs", "Zl", "Zp"))
_SELECTORS: Final = ((0xFE00, 0xFE0F), (0x180B, 0x180F), (0xE0100, 0xE01EF))


@dataclass(frozen=True)
class Coverage:
    """The characters of a font, as fontconfig writes them: ranges of hexadecimal numbers."""

    written: str

    @cached_property
    def _bounds(self) -> tuple[list[int], list[int]]:
        pairs = (part.partition("-")[::2] for part in self.written.split())
        ranges = sorted((int(first, 16), int(last or first, 16)) for first, last in pairs)
        return [first for first, _ in ranges], [last for _, last in ranges]

    def __contains__(self, character: str) -> bool:
        firsts, lasts = self._bounds
        at = bisect_right(firsts, ord(character)) - 1
        return at >= 0 and ord(character) <= lasts[at]


@cache
def installed() -> Mapping[str, tuple[Coverage, ...]]:
    """Return the characters of each installed font by its family, in lower case; asked once per process."""
    try:
        done = subprocess.run(
            ["fc-list", "--format", _FORMAT], capture_output=True, timeout=_WAIT_SECONDS, check=True, encoding="utf-8"
        )
        return _by_family(line.partition("\t")[::2] for line in done.stdout.splitlines())
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
        return _by_family(chain.from_iterable(read_font(file) for file in _font_files()))


def is_installed(family: str) -> bool:
    """Whether a font family is installed, whatever capital letters its name is written with."""
    return family.casefold() in installed()


def undrawable(text: Iterable[str], script: str = "Latn", overrides: Mapping[str, str] | None = None) -> frozenset[str]:
    """Return the characters of `text` that no installed font can draw.

    The families of `script` (with a theme's `overrides`) are asked first, then every other one, as Qt does.
    """
    fonts = installed()
    own = chain.from_iterable(fonts.get(family.casefold(), ()) for family in families(script, overrides or {}))
    lacking = _lacking((c for c in text if not is_invisible(c)), own)
    return frozenset(_lacking(lacking, chain.from_iterable(fonts.values())) if lacking else ())


def _lacking(characters: Iterable[str], fonts: Iterable[Coverage]) -> set[str]:
    lacking = set(characters)
    for font in fonts:
        lacking = {c for c in lacking if c not in font}
    return lacking


def is_invisible(character: str) -> bool:
    """Whether nothing is drawn for a character: spaces, controls, joiners, variation selectors."""
    return unicodedata.category(character) in _INVISIBLE or _within(ord(character), _SELECTORS)


def package_of(character: str) -> str:
    """Return the Debian or Ubuntu package of a font that draws `character`, or "" where none is known."""
    number = ord(character)
    for first, last, package in _PACKAGES:
        if first <= number <= last:
            return package
    return package_for("Latn") if unicodedata.category(character) not in ("Co", "Cn") else ""


def read_font(file: Path) -> Iterator[tuple[str, str]]:
    """Yield family and characters of each font in a file, as fontconfig tells them; nothing where it is none."""
    from fontTools.ttLib import TTCollection, TTFont, TTLibError  # type: ignore[import-untyped]

    try:
        with file.open("rb") as stream:
            is_collection = file.suffix.lower() in (".ttc", ".otc")
            fonts = TTCollection(stream, lazy=True).fonts if is_collection else [TTFont(stream, lazy=True)]
            for font in fonts:
                names = {font["name"].getDebugName(16), font["name"].getDebugName(1)} - {None}
                numbers = " ".join(f"{number:x}" for number in font.getBestCmap() or ())
                yield ",".join(sorted(str(name) for name in names)), numbers
    except (TTLibError, OSError, KeyError, ValueError, TypeError, AttributeError, AssertionError, struct.error):
        return


def _by_family(fonts: Iterable[tuple[str, str]]) -> Mapping[str, tuple[Coverage, ...]]:
    found: dict[str, list[Coverage]] = {}
    for names, written in fonts:
        coverage = Coverage(written)
        for name in dict.fromkeys(names.replace("\\", "").casefold().split(",")):
            found.setdefault(name.strip(), []).append(coverage)
    return {family: tuple(coverages) for family, coverages in found.items()}


def _font_files() -> list[Path]:
    shared = os.environ.get("XDG_DATA_DIRS", "") or "/usr/local/share:/usr/share"
    mine = os.environ.get("XDG_DATA_HOME", "") or os.path.expanduser("~/.local/share")
    folders = [Path(base, "fonts") for base in (mine, *shared.split(":")) if os.path.isabs(base)]
    files = chain.from_iterable(folder.rglob("*") for folder in (*folders, Path(os.path.expanduser("~/.fonts"))))
    return [file for file in sorted(files) if file.suffix.lower() in _SUFFIXES][:_MOST_FILES]


def _within(number: int, ranges: Iterable[tuple[int, int]]) -> bool:
    return any(first <= number <= last for first, last in ranges)


_CJK: Final = "fonts-noto-cjk"
_RARE: Final = "fonts-hanazono"
_EMOJI: Final = "fonts-noto-color-emoji"
_PACKAGES: Final = (
    (0x1100, 0x11FF, _CJK),
    (0x2E80, 0x2FDF, _CJK),
    (0x2FF0, 0x303F, _CJK),
    (0x3040, 0x30FF, _CJK),
    (0x3100, 0x4DBF, _CJK),
    (0x4E00, 0x9FFF, _CJK),
    (0xA960, 0xA97F, _CJK),
    (0xAC00, 0xD7FF, _CJK),
    (0xF900, 0xFAFF, _CJK),
    (0xFE30, 0xFE4F, _CJK),
    (0xFF00, 0xFFEF, _CJK),
    (0x20000, 0x3FFFF, _RARE),
    (0x231A, 0x231B, _EMOJI),
    (0x23E9, 0x23F3, _EMOJI),
    (0x2614, 0x2615, _EMOJI),
    (0x2705, 0x2728, _EMOJI),
    (0x1F000, 0x1F0FF, "fonts-noto-core"),
    (0x1F1E6, 0x1F1FF, _EMOJI),
    (0x1F300, 0x1F6FF, _EMOJI),
    (0x1F900, 0x1F9FF, _EMOJI),
    (0x1FA70, 0x1FAFF, _EMOJI),
)
