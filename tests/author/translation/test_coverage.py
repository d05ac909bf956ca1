from __future__ import annotations

import json

import pytest

from kiosk.author.compile.wording import catalog_path
from kiosk.author.translation.catalogs import update_catalogs
from kiosk.author.translation.coverage import Captioned, Coverage, translation_status
from kiosk.cli import main


def test_texts_count_by_what_the_booth_would_show(booth):
    booth.spoil("title: Test booth", "title: {en: Test booth, de: Messestand}")
    update_catalogs(booth.folder)
    file = catalog_path(booth.folder, "de")
    text = file.read_text().replace('msgid "Cars"\nmsgstr ""', 'msgid "Cars"\nmsgstr "Autos"')
    file.write_text(text.replace('msgid "Numbers"\nmsgstr ""', '#, fuzzy\nmsgid "Numbers"\nmsgstr "Nummern"'))
    german, arabic = translation_status(booth.folder).languages
    assert german.texts == arabic.texts
    assert (german.translated, german.fuzzy) == (2, 1)
    assert german.missing == german.texts - 3
    assert (arabic.translated, arabic.fuzzy, arabic.missing) == (0, 0, arabic.texts)


def test_films_count_by_their_captions(booth):
    status = translation_status(booth.folder)
    assert status.films == (Captioned("line", 52, ("en",)),)
    assert [language.captions for language in status.languages] == [0, 0]


@pytest.mark.parametrize(
    ("texts", "translated", "percent"), [(0, 0, 100), (3, 0, 0), (3, 1, 33.3), (3000, 2999, 99.9), (3, 3, 100)]
)
def test_a_hundred_percent_means_all(texts, translated, percent):
    assert Coverage("de", "Deutsch", texts, translated, 0, 0).percent == percent


def test_the_command_for_people(booth, capsys):
    assert main(["translate", "status", str(booth.folder)]) == 0
    said = capsys.readouterr().out
    assert "de  Deutsch" in said
    assert "film without captions" in said


def test_the_command_for_programs(booth, capsys):
    assert main(["translate", "status", str(booth.folder), "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [language["code"] for language in found["languages"]] == ["de", "ar"]
    assert found["films"] == [{"id": "line", "line": 52, "captions": {"en": True, "de": False, "ar": False}}]


def test_too_little_ends_with_1(booth, capsys):
    assert main(["translate", "status", str(booth.folder), "--fail-under", "80"]) == 1
    assert "less than 80 % is translated into de (0 %), ar (0 %)" in capsys.readouterr().err
    booth.spoil("languages: [en, de, ar]", "languages: [en]")
    assert main(["translate", "status", str(booth.folder), "--fail-under", "100"]) == 0
    assert "nothing to translate" in capsys.readouterr().out


def test_a_bundle_that_is_none(booth, capsys):
    booth.write("- a")
    assert main(["translate", "status", str(booth.folder)]) == 1
    assert "must hold keys and values" in capsys.readouterr().err
