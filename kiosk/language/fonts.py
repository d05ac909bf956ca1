"""Which font draws which script, how far apart its lines are, and which Debian package brings it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import msgspec


class _Face(msgspec.Struct, frozen=True):
    family: str
    package: str = "fonts-noto-core"
    line_height: float = 1.45


_LATIN: Final = _Face("Noto Sans")


def _cjk(region: str) -> _Face:
    return _Face(f"Noto Sans CJK {region}", "fonts-noto-cjk", 1.6)


_FACES: Final[Mapping[str, _Face]] = {
    "Latn": _LATIN, "Cyrl": _LATIN, "Grek": _LATIN,
    "Hans": _cjk("SC"), "Hant": _cjk("TC"), "Jpan": _cjk("JP"), "Kore": _cjk("KR"),
    "Arab": _Face("Noto Sans Arabic", line_height=1.7),
    "Aran": _Face("Noto Nastaliq Urdu", line_height=2.2),
    "Thai": _Face("Noto Sans Thai", line_height=1.6),
    "Laoo": _Face("Noto Sans Lao", line_height=1.6),
    "Khmr": _Face("Noto Sans Khmer", line_height=1.7),
    "Mymr": _Face("Noto Sans Myanmar", line_height=1.7),
    "Deva": _Face("Noto Sans Devanagari", line_height=1.6),
    "Tibt": _Face("Noto Serif Tibetan", line_height=1.7),
    **{
        script: _Face(f"Noto Sans {name}", line_height=1.55)
        for script, name in {
            "Beng": "Bengali", "Gujr": "Gujarati", "Guru": "Gurmukhi", "Knda": "Kannada", "Mlym": "Malayalam",
            "Orya": "Oriya", "Sinh": "Sinhala", "Taml": "Tamil", "Telu": "Telugu",
        }.items()
    },
    **{
        script: _Face(f"Noto Sans {name}")
        for script, name in {
            "Armn": "Armenian", "Ethi": "Ethiopic", "Geor": "Georgian", "Hebr": "Hebrew", "Thaa": "Thaana",
            "Syrc": "Syriac", "Nkoo": "NKo", "Adlm": "Adlam", "Rohg": "Hanifi Rohingya", "Tfng": "Tifinagh",
            "Cher": "Cherokee", "Cans": "Canadian Aboriginal", "Mong": "Mongolian", "Olck": "Ol Chiki",
        }.items()
    },
}  # fmt: skip


def families(script: str, overrides: Mapping[str, str]) -> tuple[str, ...]:
    """Return the font families for an ISO 15924 script, its own first, since Qt keeps the glyph forms it meets first.

    `overrides` are a theme's own families by script; ours stay behind them for the characters that those lack.
    """
    wanted = (overrides.get(script, ""), _face(script).family, overrides.get("Latn", ""), _LATIN.family)
    return tuple(dict.fromkeys(family for family in wanted if family))


def line_height(script: str) -> float:
    """Return the line height of running text, as a multiple of the font's size."""
    return _face(script).line_height


def package_for(script: str) -> str:
    """Return the Debian package that brings the font for a script."""
    return _face(script).package


def _face(script: str) -> _Face:
    return _FACES.get(script, _LATIN)
