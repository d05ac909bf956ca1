from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po, write_po
from hypothesis import given
from hypothesis import strategies as st

from kiosk.author.compile.compile import compile_bundle
from kiosk.author.compile.wording import catalog_path, read_translations
from kiosk.author.translation.catalogs import (
    pseudo_text_of,
    read_catalog,
    template_text,
    update_catalogs,
    updated,
    updated_catalogs,
)
from kiosk.cli import main
from kiosk.ground.errors import BundleError, KioskError
from kiosk.language.po import Entry, parse_po

ROOT = Path(__file__).resolve().parents[3]


def translate(file: Path, pairs: dict[str, str]) -> None:
    text = file.read_text()
    for source, translation in pairs.items():
        assert f'msgid "{source}"\nmsgstr ""' in text
        text = text.replace(f'msgid "{source}"\nmsgstr ""', f'msgid "{source}"\nmsgstr "{translation}"')
    file.write_text(text)


def entry(file: Path, source: str) -> Entry:
    return next(entry for entry in parse_po(file.read_text(), file)[0] if entry.source == source)


def fill(file: Path) -> None:
    head, rest = file.read_text().split("\n\n", 1)
    file.write_text(head + "\n\n" + re.sub(r'msgid "(.*)"\nmsgstr ""', r'msgid "\1"\nmsgstr "x \1"', rest))


def saved_by_another_program(file: Path) -> None:
    """Write a catalog as Babel does: wrapped, and with headers of its own."""
    catalog = read_po(io.BytesIO(file.read_bytes()))
    stream = io.BytesIO()
    write_po(stream, catalog, width=76, include_previous=True)
    file.write_bytes(stream.getvalue().replace(b"\n", b"\r\n"))


@pytest.fixture
def german(booth) -> Path:
    """The German catalog of the test bundle, not translated yet."""
    assert {path.parts[-3] for path in update_catalogs(booth.folder)} == {"de", "ar"}
    return catalog_path(booth.folder, "de")


def test_a_second_update_changes_nothing(booth, german):
    assert update_catalogs(booth.folder) == []
    fill(german)
    assert update_catalogs(booth.folder) == []


def test_a_filled_catalog_is_a_translation(booth, german):
    for code in ("de", "ar"):
        fill(catalog_path(booth.folder, code))
    compiled = booth.compile()
    assert [problem for problem in compiled.problems if "translated" in problem.what] == []
    assert compiled.bundle.title["de"] == "x Test booth"


def test_an_update_keeps_translations_comments_and_headers(booth, german):
    translate(german, {"Cars": "Autos"})
    text = german.read_text().replace(
        "#. sector cars, title\n", "# Plural, please.\n#no space\n#. sector cars, title\n"
    )
    german.write_text(text.replace('"Language: de\\n"', '"Language: de\\n"\n"X-Generator: Poedit 3.4\\n"'))
    booth.spoil("title: Test booth", "title: Another booth")
    assert german in update_catalogs(booth.folder)
    assert entry(german, "Cars").comments == ("Plural, please.", "no space")
    assert '"X-Generator: Poedit 3.4\\n"' in german.read_text()
    assert compile_bundle(booth.folder).sectors[0].title == {"": "Cars", "de": "Autos"}


def test_a_changed_text_keeps_its_old_translation_as_fuzzy(booth, german):
    translate(german, {"All about cars": "Alles über Autos", "Touch me": "Berühren"})
    booth.spoil("All about cars", "All about fast cars")
    update_catalogs(booth.folder)
    found = entry(german, "All about fast cars")
    assert found.flags == {"fuzzy"}
    assert found.translations == ("Alles über Autos",)
    assert found.previous == "All about cars"
    assert '#| msgid "All about cars"\n' in german.read_text()
    assert "All about fast cars" not in read_translations(german).wording
    assert update_catalogs(booth.folder) == []
    booth.write(booth.text)
    update_catalogs(booth.folder)
    assert entry(german, "All about cars").complete


def test_what_is_gone_is_kept_and_comes_back(booth, german):
    translate(german, {"Numbers": "Zahlen"})
    before = german.read_text()
    booth.spoil("title: Numbers", "title: Etwas ganz anderes")
    update_catalogs(booth.folder)
    assert '#~ msgid "Numbers"\n#~ msgstr "Zahlen"' in german.read_text()
    booth.write(booth.text)
    update_catalogs(booth.folder)
    assert german.read_text() == before


def test_another_program_loses_nothing_and_the_bytes_come_back(booth, german):
    translate(german, {"All about cars": "Alles über Autos, und zwar so ausführlich, dass es umbrochen wird: " * 3})
    booth.spoil("All about cars", "All about fast cars")
    update_catalogs(booth.folder)
    text = german.read_text().replace("#. booth, title\n", "# A remark\n#. booth, title\n")
    german.write_text(text)
    saved_by_another_program(german)
    headers = german.read_text().split("\n\n")[0]
    update_catalogs(booth.folder)
    assert german.read_text().split("\n\n")[1:] == text.split("\n\n")[1:]
    assert set(re.findall(r'^"(.*)\\n"', headers, re.MULTILINE)) == set(
        re.findall(r'^"(.*)\\n"', german.read_text().split("\n\n")[0], re.MULTILINE)
    )
    again = german.read_bytes()
    assert update_catalogs(booth.folder) == []
    saved_by_another_program(german)
    update_catalogs(booth.folder)
    assert german.read_bytes() == again


def test_a_context_of_another_program_loses_no_translation(booth, german):
    translate(german, {"Cars": "Autos"})
    german.write_text(german.read_text().replace('msgid "Cars"\n', 'msgctxt "title"\nmsgid "Cars"\n'))
    update_catalogs(booth.folder)
    assert entry(german, "Cars").translations == ("Autos",)
    assert entry(german, "Cars").context == ""


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda data: data.replace(b'msgid "Cars"', b'msgid "Cars'), "this is not the .po format"),
        (lambda data: data + b'\n<<<<<<< HEAD\nmsgid "a"\n', "this is not the .po format"),
        (lambda data: data + b'\nmsgid "Cars"\nmsgstr "Autos"\n', "this message is here twice"),
        (lambda data: data + b"\xff", "is not UTF-8"),
    ],
)
def test_a_broken_catalog_is_reported_and_left_alone(booth, german, spoil, said, capsys):
    german.write_bytes(spoil(german.read_bytes()))
    before = {path: path.read_bytes() for path in booth.folder.rglob("*.po")}
    booth.spoil("title: Test booth", "title: Another booth")
    with pytest.raises(BundleError, match=said):
        update_catalogs(booth.folder)
    assert {path: path.read_bytes() for path in booth.folder.rglob("*.po")} == before
    assert main(["translate", "update", str(booth.folder)]) == 1
    assert f"{german}:" in capsys.readouterr().err


def test_nothing_is_written_outside_the_bundle(booth, german, tmp_path):
    outside = tmp_path / "outside.po"
    german.rename(outside)
    german.symlink_to(outside)
    before = outside.read_bytes()
    booth.spoil("title: Test booth", "title: Another booth")
    with pytest.raises(KioskError, match="leaves the bundle"):
        update_catalogs(booth.folder)
    assert outside.read_bytes() == before


TEXTS = st.lists(
    st.text(st.characters(codec="utf-8", categories=["L", "P", "Zs"]), min_size=1), max_size=6, unique=True
)


@given(TEXTS, TEXTS, st.sampled_from(["de", "ar", "zh_Hans"]))
def test_an_update_is_stable_and_loses_no_translation(before, after, code):
    old = [Entry(text, (f"{text} in {code}",), comments=("a remark",)) for text in before]
    once = updated([Entry(text) for text in after], old, code)
    entries, problems = parse_po(once, Path("content.po"))
    assert problems == ()
    assert updated([Entry(text) for text in after], entries, code) == once
    assert {entry.source: entry.translations for entry in old}.items() <= {
        entry.source: entry.translations for entry in entries
    }.items()


@pytest.mark.parametrize("code", ["en_XA", "ar_XB"])
def test_a_pseudo_catalog_says_everything(booth, code, capsys, tmp_path):
    entries, problems = parse_po(pseudo_text_of(booth.folder, code), Path("content.po"))
    assert problems == ()
    assert all(entry.complete and entry.translations != (entry.source,) for entry in entries if entry.source)
    out = tmp_path / "pseudo.po"
    assert main(["translate", "pseudo", str(booth.folder), "--language", code, "-o", str(out)]) == 0
    assert f"kiosk run {booth.folder} --windowed --language {code}" in capsys.readouterr().err
    assert out.read_text() == pseudo_text_of(booth.folder, code)


def test_the_commands(booth, capsys, tmp_path):
    folder, out = str(booth.folder), tmp_path / "content.pot"
    assert main(["translate", "extract", folder]) == 0
    assert capsys.readouterr().out == template_text(booth.folder)
    assert main(["translate", "extract", folder, "-o", str(out)]) == 0
    assert out.read_text() == template_text(booth.folder)
    assert main(["translate", "update", folder, "--check"]) == 1
    assert not (booth.folder / "translations").exists()
    capsys.readouterr()
    assert main(["translate", "update", folder]) == 0
    assert capsys.readouterr().out.count("updated") == 2
    assert main(["translate", "update", folder, "--check"]) == 0
    assert main(["translate", "update", folder]) == 0
    assert capsys.readouterr().out == ""
    assert main(["translate", "pseudo", folder, "--language", "de"]) == 2


def test_a_template_says_what_it_is_and_names_nobody(booth):
    head = template_text(booth.folder).partition('msgid "')[0]
    assert head == "# The words of a content bundle: each msgid is a text of its content.yaml.\n"
    assert template_text(booth.folder) == template_text(booth.folder)


def test_a_missing_catalog_has_no_entries(booth):
    assert read_catalog(booth.folder, "de") == ()


def test_the_demo_is_up_to_date():
    for path, text in updated_catalogs(ROOT).items():
        assert path.read_text() == text, "make catalogs"
