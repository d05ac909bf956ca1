"""Fonts that travel with a bundle: what it needs of them, their licence, and damaged ones refused."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from kiosk.author.packing.fonts import check_fonts
from kiosk.author.packing.pack import pack
from kiosk.author.packing.subset import subset_fonts
from kiosk.ground.errors import BundleError, KioskError
from tests.author.making import Booth


@pytest.fixture
def made(booth: Booth, tmp_path: Path) -> Path:
    bundle = booth.compile().bundle
    assert bundle is not None
    into = tmp_path / "made"
    written = subset_fonts(bundle, booth.folder, into)
    assert {name: into for name in written} == written
    assert sorted(written) == sorted(f"fonts/{path.name}" for path in (into / "fonts").iterdir())
    return into


def test_every_script_gets_its_fonts_and_licences(made):
    names = sorted(path.name for path in (made / "fonts").iterdir())
    families = ("NotoSans-Bold", "NotoSans-Regular", "NotoSansArabic-Bold", "NotoSansArabic-Regular")
    assert names == [f"{family}.{suffix}" for family in families for suffix in ("ttf", "txt")]
    for path in (made / "fonts").glob("*.txt"):
        assert "Open Font License" in path.read_text() or "SIL" in path.read_text()
    check_fonts(made)


def test_the_glyphs_of_all_texts_are_in_them_and_few_more(made):
    with TTFont(made / "fonts" / "NotoSans-Regular.ttf") as latin:
        assert set(map(ord, "Touch me 0123456789 äöüß „“ – %")) <= latin.getBestCmap().keys()
        assert ord("Ж") not in latin.getBestCmap()
        assert latin["name"].getDebugName(1) == "Noto Sans"
    with TTFont(made / "fonts" / "NotoSansArabic-Regular.ttf") as arabic:
        assert set(map(ord, "يناير ٠١٢٣٤٥٦٧٨٩")) <= arabic.getBestCmap().keys()
        assert {record.FeatureTag for record in arabic["GSUB"].table.FeatureList.FeatureRecord} >= {
            "init",
            "medi",
            "fina",
        }


def test_the_same_archive_twice(booth, tmp_path):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        manifest = pack(booth.folder, tmp_path / f"{name}.kiosk", fonts=tmp_path / name)
        assert "fonts/NotoSans-Regular.ttf" in [file.path for file in manifest.files]
    assert (tmp_path / "one.kiosk").read_bytes() == (tmp_path / "two.kiosk").read_bytes()


def test_a_font_that_is_not_installed_is_named(booth, tmp_path):
    booth.write(booth.text.replace("Noto Sans Arabic", "Nobody Has This"))
    bundle = booth.compile().bundle
    with pytest.raises(KioskError, match="Nobody Has This"):
        subset_fonts(bundle, booth.folder, tmp_path / "made")


@pytest.mark.parametrize(
    "data",
    [b"", b"wOFF", b"\0\1\0\0", b"OTTO" + b"\xff" * 200, b"\0\1\0\0\xff\xff" + b"\0" * 100, b"<html>", os.urandom(500)],
)
def test_what_is_no_font_is_refused(tmp_path, data):
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / "a.ttf").write_bytes(data)
    with pytest.raises(BundleError) as caught:
        check_fonts(tmp_path)
    assert caught.value.problems[0].code == "K815"


def test_a_damaged_font_is_refused(made):
    file = made / "fonts" / "NotoSans-Regular.ttf"
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 0xFF
    file.write_bytes(data)
    with pytest.raises(BundleError):
        check_fonts(made)
