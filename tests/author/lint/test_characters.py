from __future__ import annotations

import pytest

from kiosk.language import glyphs
from kiosk.language.glyphs import Coverage
from tests.author.lint.looking import catalog, entry, only, places
from tests.author.making import HERE


@pytest.fixture(autouse=True)
def fonts(monkeypatch):
    known = {"noto sans": (Coverage("20-7e a0-17f 2026"),), "noto sans arabic": (Coverage("20 600-6ff"),)}
    monkeypatch.setattr(glyphs, "installed", lambda: known)
    return known


def test_a_bundle_that_can_be_drawn_has_no_findings(booth):
    assert only(booth, "K650", "K651", "K652") == []


@pytest.mark.parametrize(
    ("text", "named", "package"),
    [
        ("Touch §😀 me", "U+1F600", "fonts-noto-color-emoji"),
        ("Touch §重庆", "U+5E86, U+91CD", "fonts-noto-cjk"),
        ("Touch §\ue123", "U+E123", "Install a font that has it"),
    ],
)
def test_what_no_font_draws_is_told_where_it_stands(booth, text, named, package):
    at = booth.spoil("call: Touch me", f"call: {text}")
    [problem] = only(booth, "K650")
    assert places([problem]) == [("content.yaml", *at)]
    assert named in problem.what
    assert package in problem.cure


def test_running_text_is_told_on_its_own_line(booth):
    at = booth.spoil("          - a bullet", f"          - a {HERE}☃ bullet")
    assert places(only(booth, "K650")) == [("content.yaml", *at)]


def test_translations_and_captions_are_looked_at(booth):
    booth.put("translations/de/LC_MESSAGES/content.po", catalog(entry("Touch me", "Berühr mich ☃")))
    booth.put("assets/film.en.vtt", "WEBVTT\n\n00:00.000 --> 00:00.500\n☂\n")
    assert places(only(booth, "K650")) == [("film.en.vtt", 4, 1), ("content.po", 5, 21)]


def test_a_character_that_is_everywhere_is_listed_twenty_times(booth):
    booth.spoil("- a bullet\n", "- a bullet\n" + "".join(f"          - bullet {n} ☃\n" for n in range(9)))
    assert 1 <= len(only(booth, "K650")) <= 20


def test_a_font_of_the_theme_must_be_installed(booth):
    at = booth.spoil("fonts: {Arab: Noto Sans Arabic}", f"fonts: {{Arab: {HERE}Noto Sans Arabik}}")
    [problem] = only(booth, "K651", "K652")
    assert (problem.code, places([problem])) == ("K652", [("content.yaml", *at)])
    assert "`Noto Sans Arabic`" in problem.cure


def test_a_language_without_its_font_is_told(booth, fonts):
    del fonts["noto sans arabic"]
    booth.text = booth.text.replace("  fonts: {Arab: Noto Sans Arabic}\n", "")
    at = booth.spoil("languages: [en, de, ar]", f"languages: [en, de, {HERE}ar]")
    [problem] = only(booth, "K651")
    assert places([problem]) == [("content.yaml", *at)]
    assert "`fonts-noto-core`" in problem.cure
