from __future__ import annotations

import pytest

from kiosk.bundle.compile import compile_bundle, compile_folder
from kiosk.bundle.extract import extract_texts, main, template_text, update_catalogs
from kiosk.bundle.wording import catalog_path
from kiosk.errors import BundleError


def test_texts_are_found_with_line_and_kind(booth):
    texts = {text.text: (text.line, text.comment) for text in extract_texts(booth.folder)}
    assert texts["Test booth"] == (2, "title")
    assert texts["A paragraph of words."][1] == "text: body"
    assert texts["a bullet"][1] == "text: bullet"
    assert texts["Well said"][1] == "text"
    assert "2022" not in texts
    assert "assets/home.jpg" not in texts


def test_what_a_map_says_need_not_be_translated(booth):
    booth.spoil("title: Test booth", "title: {en: Test booth, de: A, ar: B}")
    assert "Test booth" not in [text.text for text in extract_texts(booth.folder)]
    booth.spoil("title: Test booth", "title: {en: Test booth, de: A}")
    assert "Test booth" in [text.text for text in extract_texts(booth.folder)]
    update_catalogs(booth.folder)
    assert "Test booth" not in catalog_path(booth.folder, "de").read_text()
    assert "Test booth" in catalog_path(booth.folder, "ar").read_text()


def test_a_bundle_whose_catalogs_are_filled_has_no_warnings(booth):
    assert {path.parts[-3] for path in update_catalogs(booth.folder)} == {"de", "ar"}
    assert update_catalogs(booth.folder) == []
    for code in ("de", "ar"):
        file = catalog_path(booth.folder, code)
        head, _, body = file.read_text().partition("\n\n")
        filled = [
            line.replace('msgid "', 'msgstr "x ') if line.startswith("msgid") else line for line in body.split("\n")
        ]
        pairs = [
            f"{msgid}\n{msgstr}\n"
            for msgid, msgstr in zip(body.split("\n"), filled, strict=True)
            if msgid.startswith("msgid")
        ]
        file.write_text(f"{head}\n\n" + "\n".join(pairs))
    assert compile_folder(booth.folder).problems == ()
    assert compile_bundle(booth.folder).title["de"] == "x Test booth"


def test_a_warning_is_no_obstacle(booth):
    booth.spoil("title: Test booth", "title: Hall #3")
    assert extract_texts(booth.folder)[0].text == "Hall"


def test_an_update_keeps_translations(booth):
    update_catalogs(booth.folder)
    file = catalog_path(booth.folder, "de")
    file.write_text(file.read_text().replace('msgid "Cars"\nmsgstr ""', 'msgid "Cars"\nmsgstr "Autos"'))
    booth.spoil("title: Test booth", "title: Another booth")
    assert file in update_catalogs(booth.folder)
    assert compile_bundle(booth.folder).sectors[0].title == {"": "Cars", "de": "Autos"}


@pytest.mark.parametrize("text", ["a: [", "- a\n", "# nothing"])
def test_what_is_no_bundle_has_no_texts(booth, text, capsys):
    booth.write(text)
    with pytest.raises(BundleError):
        extract_texts(booth.folder)
    assert main([str(booth.folder)]) == 1
    assert "extract: " in capsys.readouterr().err


def test_the_command(booth, capsys, tmp_path):
    assert main([str(booth.folder)]) == 0
    assert 'msgid "Test booth"' in capsys.readouterr().out
    assert main([str(booth.folder), "-o", str(tmp_path / "content.pot"), "--update"]) == 0
    assert "updated" in capsys.readouterr().out
    assert (tmp_path / "content.pot").read_text().count("msgid") == template_text(booth.folder).decode().count("msgid")
    assert main([str(booth.folder), "--update"]) == 0
    assert capsys.readouterr().out == ""


def test_a_template_says_what_it_is_and_names_nobody(booth):
    head = template_text(booth.folder).decode().partition('msgid "')[0]
    assert head == "# The words of a content bundle: each msgid is a text of its content.yaml.\n"
