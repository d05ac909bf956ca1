from __future__ import annotations

import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.language import glyphs
from kiosk.language.glyphs import Coverage, installed, is_installed, is_invisible, package_of, read_font, undrawable

LATIN = Coverage("20-7e a0-17f 2018")
ARABIC = Coverage("600-6ff")


@pytest.fixture
def fonts(monkeypatch):
    known = {"noto sans": (LATIN,), "noto sans arabic": (ARABIC,)}
    monkeypatch.setattr(glyphs, "installed", lambda: known)


@pytest.fixture
def font(tmp_path):
    """Return a font file with the letters a and b, and an emoji."""
    from fontTools.fontBuilder import FontBuilder  # type: ignore[import-untyped]
    from fontTools.ttLib.tables._g_l_y_f import Glyph  # type: ignore[import-untyped]

    builder = FontBuilder(1000, isTTF=True)
    names = [".notdef", "a", "b", "face"]
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({0x61: "a", 0x62: "b", 0x1F600: "face"})
    builder.setupGlyf({name: Glyph() for name in names})
    builder.setupHorizontalMetrics({name: (500, 0) for name in names})
    builder.setupHorizontalHeader()
    builder.setupNameTable({"familyName": "Small Font", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    path = tmp_path / "fonts" / "small.ttf"
    path.parent.mkdir()
    builder.save(path)
    return path


@given(st.sets(st.integers(0, 0x300), max_size=60))
def test_ranges_hold_what_is_in_them(numbers):
    firsts = [number for number in sorted(numbers) if number - 1 not in numbers]
    lasts = [number for number in sorted(numbers) if number + 1 not in numbers]
    pairs = zip(firsts, lasts, strict=True)
    coverage = Coverage(" ".join(f"{first:x}-{last:x}" if first < last else f"{first:x}" for first, last in pairs))
    assert {number for number in range(0x302) if chr(number) in coverage} == numbers


@pytest.mark.parametrize(
    ("text", "script", "lacking"),
    [
        ("Hello", "Latn", ""),
        ("ابجد", "Arab", ""),
        ("ابجد", "Latn", ""),
        ("重庆", "Latn", "重庆"),
        ("a\u200db\ufe0f\u00ad c\n", "Latn", ""),
        ("x\u0301", "Latn", "\u0301"),
        ("\ue000", "Latn", "\ue000"),
    ],
)
def test_what_no_font_has_cannot_be_drawn(fonts, text, script, lacking):
    assert undrawable(text, script) == frozenset(lacking)


def test_the_fonts_of_a_theme_count(fonts, monkeypatch):
    monkeypatch.setattr(glyphs, "installed", lambda: {"house font": (Coverage("4e00-9fff"),)})
    assert undrawable("重", "Hans", {"Hans": "House Font"}) == frozenset()


@given(st.characters(categories=("Cc", "Cf", "Zs")))
def test_nothing_is_drawn_for_spaces_and_controls(character):
    assert is_invisible(character)


@pytest.mark.parametrize(
    ("character", "package"),
    [
        ("重", "fonts-noto-cjk"),
        ("한", "fonts-noto-cjk"),
        ("か", "fonts-noto-cjk"),
        ("\U00020000", "fonts-hanazono"),
        ("😀", "fonts-noto-color-emoji"),
        ("✅", "fonts-noto-color-emoji"),
        ("ا", "fonts-noto-core"),
        ("𓀀", "fonts-noto-core"),
        ("∮", "fonts-noto-core"),
        ("\ue000", ""),
    ],
)
def test_a_package_brings_each_character(character, package):
    assert package_of(character) == package


def test_a_font_file_tells_its_family_and_its_characters(font):
    [(family, written)] = read_font(font)
    assert family == "Small Font"
    assert [c in Coverage(written) for c in "ab😀c"] == [True, True, True, False]


def test_what_is_no_font_is_passed_over(tmp_path):
    for name in ("a.ttf", "b.ttc"):
        (tmp_path / name).write_bytes(b"no font")
        assert list(read_font(tmp_path / name)) == []
    assert list(read_font(tmp_path / "absent.ttf")) == []


def test_without_fontconfig_the_files_themselves_are_read(font, monkeypatch):
    def refuse(*_args, **_more):
        raise FileNotFoundError("fc-list")

    monkeypatch.setattr(subprocess, "run", refuse)
    monkeypatch.setenv("XDG_DATA_HOME", str(font.parent.parent))
    monkeypatch.setenv("XDG_DATA_DIRS", str(font.parent / "none"))
    monkeypatch.setenv("HOME", str(font.parent / "none"))
    installed.cache_clear()
    try:
        assert list(installed()) == ["small font"]
        assert is_installed("SMALL font")
        assert undrawable("abc") == {"c"}
    finally:
        installed.cache_clear()


def test_fontconfig_tells_the_same_as_the_font_file(monkeypatch, font):
    said = "Small Font,Small Font Light\t61-62 1f600\nOther\\-One\t20\n"
    monkeypatch.setattr(subprocess, "run", lambda *_a, **_m: subprocess.CompletedProcess([], 0, said))
    installed.cache_clear()
    try:
        assert set(installed()) == {"small font", "small font light", "other-one"}
        assert undrawable("ab😀c ") == {"c"}
    finally:
        installed.cache_clear()
