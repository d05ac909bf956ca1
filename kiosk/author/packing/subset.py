"""Fonts that travel with a bundle: of the installed ones, the glyphs that its languages need, and their licence."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import msgspec
from babel import Locale
from fontTools import subset  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from kiosk.bundle.model import Bundle, Language
from kiosk.ground.errors import KioskError
from kiosk.ground.words import quote
from kiosk.language.catalogs import interface_catalog
from kiosk.language.fonts import families, package_for
from kiosk.store.names import FONT_SUFFIXES, FONTS

_ALWAYS: Final = (
    *range(0x20, 0x7F),
    *range(0xA0, 0x100),
    *range(0x2010, 0x2028),
    *range(0x202F, 0x203B),
    0x20AC,
    0x2212,
)
_WEIGHTS: Final = ("regular", "bold")
_LICENCE_IDS: Final = (13, 14, 0)


@dataclass(frozen=True)
class _Face:
    """A font as it is installed: its file, and which of the fonts in that file it is."""

    file: Path
    number: int


def subset_fonts(bundle: Bundle, folder: Path, into: Path) -> dict[str, Path]:
    """Put a subset of each font that the bundle at `folder` needs into `into`; return their paths in an archive.

    Raises KioskError where a font is not installed.
    """
    (into / FONTS).mkdir(parents=True, exist_ok=True)
    characters = _characters(bundle, folder)
    made: dict[str, Path] = {}
    for script in dict.fromkeys(["Latn", *(language.script for language in bundle.languages)]):
        family = families(script, bundle.theme.fonts)[0]
        for weight in _WEIGHTS:
            face = _find(family, weight, script)
            name = f"{FONTS}/{family.replace(' ', '')}-{weight.capitalize()}"
            if any(written.startswith(f"{name}.") for written in made):
                continue
            suffix = _subset(face, characters, into / name)
            made[f"{name}{suffix}"] = into
            (into / f"{name}.txt").write_text(_licence(face), encoding="utf-8")
            made[f"{name}.txt"] = into
    return made


def _characters(bundle: Bundle, folder: Path) -> set[int]:
    texts = list(_strings(msgspec.to_builtins(bundle, enc_hook=tuple)))
    captions = sorted({text for text in texts if text.endswith(".vtt")})
    texts += [(folder / path).read_text(encoding="utf-8", errors="replace") for path in captions]
    for language in bundle.languages:
        texts += _own_words(language)
    return {*_ALWAYS, *(ord(character) for character in "".join(texts) if character.isprintable())}


def _own_words(language: Language) -> Iterator[str]:
    """Yield what the program itself says in a language: its words, dates and digits."""
    for entry in interface_catalog(language.code).entries:
        yield from (entry.source, entry.plural, *entry.translations)
    locale = Locale.parse(language.code)
    yield from _strings([locale.months["format"], locale.months["stand-alone"], dict(locale.number_symbols)])
    yield from (locale.get_display_name() or "", *map(chr, _digits(language.script)))


def _digits(script: str) -> Iterable[int]:
    zeros = {"Arab": (0x660, 0x6F0), "Deva": (0x966,), "Beng": (0x9E6,), "Thai": (0xE50,), "Khmr": (0x17E0,)}
    return [zero + number for zero in zeros.get(script, ()) for number in range(10)]


def _strings(part: Any) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif hasattr(part, "items"):
        for inner in part.values():
            yield from _strings(inner)
    elif isinstance(part, list | tuple):
        for inner in part:
            yield from _strings(inner)


def _find(family: str, weight: str, script: str) -> _Face:
    command = ["fc-match", "-f", "%{file}\n%{index}\n%{family}", f"{family}:weight={weight}"]
    try:
        file, number, names = subprocess.run(
            command, capture_output=True, text=True, check=True, timeout=30
        ).stdout.split("\n", 2)
    except (OSError, subprocess.SubprocessError, ValueError) as error:
        raise KioskError(
            "fontconfig's `fc-match` is not there to find fonts", "Install the package fontconfig."
        ) from error
    if family.casefold() not in names.casefold().split(","):
        raise KioskError(
            f"the font {quote(family)} is not installed", f"Install the package {package_for(script)}.", "K651"
        )
    return _Face(Path(file), int(number) & 0xFFFF)  # above: which instance of a variable font


def _subset(face: _Face, characters: set[int], target: Path) -> str:
    """Write the subset and return its suffix."""
    options = subset.Options(font_number=face.number, layout_features=["*"], name_IDs=["*"], notdef_outline=True)
    font = subset.load_font(str(face.file), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    suffix = ".otf" if font.sfntVersion == "OTTO" else ".ttf"
    assert suffix in FONT_SUFFIXES
    subset.save_font(font, str(target) + suffix, options)
    font.close()
    return suffix


def _licence(face: _Face) -> str:
    """Return the licence of an installed font: as its package says it, else as the font itself does."""
    with_package = shutil.which("dpkg-query")
    if with_package:
        done = subprocess.run([with_package, "-S", str(face.file)], capture_output=True, text=True, check=False)
        package = done.stdout.partition(":")[0].strip()
        text = Path("/usr/share/doc", package, "copyright")
        if package and text.is_file():
            return text.read_text(encoding="utf-8", errors="replace")
    with TTFont(face.file, fontNumber=face.number, lazy=True) as font:
        said = [font["name"].getDebugName(number) for number in _LICENCE_IDS]
    return "\n".join(text for text in said if text) + "\n"
