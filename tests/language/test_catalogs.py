from __future__ import annotations

import re
import subprocess
import sys
import sysconfig
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QTranslator

from kiosk.ground.errors import LanguageError
from kiosk.language.catalogs import (
    Catalog,
    Interface,
    interface_catalog,
    lint_catalog,
    pseudo_catalog,
    qm_bytes,
    read_catalog,
    translations_folder,
)
from kiosk.language.po import Entry

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
GERMAN = HEADER + '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
ARABIC = "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);"
TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1)


def write(folder: Path, text: str, name: str = "kiosk.po") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


@pytest.mark.parametrize(
    ("body", "source", "context", "translation"),
    [
        ('msgid "Home"\nmsgstr "Start"\n', "Home", "", "Start"),
        ('msgctxt "bar"\nmsgid "Home"\nmsgstr "Start"\n', "Home", "bar", "Start"),
        ('msgctxt "bar"\nmsgid "Home"\nmsgstr "Start"\n', "Home", "", ""),
        ('msgid "Home"\nmsgstr ""\n', "Home", "", ""),
        ('#, fuzzy\nmsgid "Home"\nmsgstr "Start"\n', "Home", "", ""),
        ('#~ msgid "Home"\n#~ msgstr "Start"\n', "Home", "", ""),
        ('msgid "%1 of %2"\nmsgstr "%2: %1"\n', "%1 of %2", "", "%2: %1"),
        ('msgid "%1 of %2"\nmsgstr "%1 von 2"\n', "%1 of %2", "", ""),
        ('msgid "{name}"\nmsgstr "{nom}"\n', "{name}", "", ""),
        ('msgid "Home"\nmsgstr "Start %n"\n', "Home", "", ""),
        ('msgid "100 %"\nmsgstr "hundert %"\n', "100 %", "", "hundert %"),
    ],
)
def test_what_is_said(tmp_path: Path, body: str, source: str, context: str, translation: str) -> None:
    assert read_catalog(write(tmp_path, GERMAN + body), "de").get(source, context) == translation


@pytest.mark.parametrize(
    ("forms", "usable"),
    [
        (("eine Seite", "{n} Seiten"), True),
        (("{n} Seite", "{n} Seiten"), True),
        (("eine Seite", "Seiten"), False),
        (("{m} Seite", "{n} Seiten"), False),
        (("{n} Seite", ""), False),
    ],
)
def test_counted_things_say_the_number(forms: tuple[str, ...], usable: bool) -> None:
    catalog = Catalog("de", (Entry("one page", forms, "{n} pages"),))
    assert (("", "one page") in catalog.usable) is usable


@pytest.mark.parametrize(
    ("code", "plural_forms", "forms", "said"),
    [
        ("de", "nplurals=2; plural=(n != 1);", "ab", {0: "b", 1: "a", 2: "b"}),
        ("fr", "nplurals=2; plural=(n > 1);", "ab", {0: "a", 1: "a", 2: "b"}),
        ("zh_Hans", "nplurals=1; plural=0;", "a", {0: "a", 1: "a", 9: "a"}),
        ("ar", ARABIC, "abcdef", {0: "a", 1: "b", 2: "c", 3: "d", 11: "e", 100: "f", 103: "d"}),
        ("de", "nplurals=2; plural=__import__('os');", "ab", {0: "b", 1: "a"}),  # not a formula: as in English
        ("de", "nonsense", "ab", {0: "b", 1: "a"}),
        ("ar", ARABIC, "ab", {0: "a", 1: "b", 2: "many"}),  # a form is missing
    ],
)
def test_counting(code: str, plural_forms: str, forms: str, said: dict[int, str]) -> None:
    interface = Interface(Catalog(code, (Entry("one", tuple(forms), "many"),), plural_forms))
    assert {n: interface.ngettext("one", "many", n) for n in said} == said


def test_what_is_not_translated_is_said_as_it_is_written() -> None:
    entries = (Entry("Home", ("Start",)), Entry("Home", ("Heim",), context="house"))
    interface = Interface(Catalog("de", entries))
    assert interface.gettext("Home") == "Start"
    assert interface.gettext("Back") == "Back"
    assert interface.pgettext("house", "Home") == "Heim"
    assert interface.pgettext("bar", "Back") == "Back"
    assert [interface.ngettext("one page", "{n} pages", n) for n in (0, 1, 2)] == ["{n} pages", "one page", "{n} pages"]


def test_the_programs_words_come_from_the_nearest_language(tmp_path: Path) -> None:
    write(tmp_path, GERMAN + 'msgid "Home"\nmsgstr "首页"\n', "zh_Hans/LC_MESSAGES/kiosk.po")
    write(tmp_path, GERMAN + 'msgid "Home"\nmsgstr ""\n\nmsgid "one"\nmsgid_plural "{n}"\n', "kiosk.pot")
    assert interface_catalog("zh_CN", tmp_path).get("Home") == "首页"
    assert interface_catalog("zh_CN", tmp_path).code == "zh_CN"
    assert interface_catalog("ja", tmp_path) == Catalog("ja")
    assert interface_catalog("en_XA", tmp_path).get("Home") == "[Ĥöɱé ö]"
    assert Interface(interface_catalog("en_XA", tmp_path)).ngettext("one", "{n}", 2).startswith("[{n} ")
    assert interface_catalog("ar_XB", tmp_path).get("Home") == "حومه"
    (tmp_path / "kiosk.pot").unlink()  # an installed program may have only the translations
    assert interface_catalog("en_XA", tmp_path).get("Home") == "[Ĥöɱé ö]"
    assert interface_catalog("ar_XB", tmp_path / "nowhere") == Catalog("ar_XB")


def test_the_catalogs_are_found_in_a_checkout() -> None:
    assert translations_folder() == Path(__file__).parents[2] / "translations"
    assert interface_catalog("en") == Catalog("en")


@pytest.mark.parametrize("code", ["en", "de"])
def test_a_language_is_there_without_babel(tmp_path: Path, code: str) -> None:
    write(tmp_path, GERMAN + 'msgid "Home"\nmsgstr "Start"\n', "de/LC_MESSAGES/kiosk.po")
    program = (
        "import pathlib, sys; from kiosk.language import catalogs, fonts, formats, locales, po, pseudo;"
        f"catalog = catalogs.interface_catalog({code!r}, pathlib.Path(sys.argv[1]));"
        "catalogs.qm_bytes(catalog); print('babel' in sys.modules)"
    )
    command, checkout = [sys.executable, "-c", program, str(tmp_path)], Path(__file__).parents[2]
    found = subprocess.run(command, capture_output=True, check=True, cwd=checkout, timeout=60)
    assert found.stdout.strip() == b"False"


def test_pseudo_languages_leave_out_the_header_and_what_is_gone() -> None:
    template = Catalog("en_XA", (Entry(""), Entry("Home"), Entry("Gone", obsolete=True)))
    assert list(pseudo_catalog(template).usable) == [("", "Home")]


@pytest.mark.parametrize(("content", "what"), [(None, "cannot be read"), (b"\xff\xfe\x00", "not written in UTF-8")])
def test_files_that_are_no_catalog(tmp_path: Path, content: bytes | None, what: str) -> None:
    path = tmp_path / "kiosk.po"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(LanguageError, match=what):
        read_catalog(path, "de")
    [problem] = lint_catalog(path)
    assert what in problem.what


@pytest.mark.parametrize(
    ("body", "problems"),
    [
        ('msgid "Home"\nmsgstr "Start"\n', []),
        ('#~ msgid "Home"\n#~ msgstr ""\n', []),
        ('msgid "Home"\nmsgstr ""\n', [(6, "'Home' is not translated")]),
        ('#, fuzzy\nmsgid "Home"\nmsgstr "Start"\n', [(7, "the translation of 'Home' is marked as uncertain")]),
        ('msgid "%1!"\nmsgstr "!"\n', [(6, "the translation of '%1!' has other placeholders than its source")]),
        ('msgid "!"\nmsgstr "%1!"\n', [(6, "the translation of '!' has other placeholders than its source")]),
        (
            'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\n',
            [(6, "'a' has 1 plural forms where the language has 2")],
        ),
        ('oops\nmsgid "Home"\nmsgstr ""\n', [(6, "this is not the .po format"), (7, "'Home' is not translated")]),
    ],
)
def test_lint(tmp_path: Path, body: str, problems: list[tuple[int, str]]) -> None:
    found = lint_catalog(write(tmp_path, GERMAN + body))
    assert [(problem.position.line, problem.what) for problem in found] == problems
    assert all(problem.cure and problem.source_line for problem in found)


@pytest.mark.parametrize("name", ["kiosk.po", "content.po"])
def test_no_mark_of_french_stands_alone_on_a_line(name: str) -> None:
    """French puts a space before some marks, at which no line may break."""
    catalog = read_catalog(translations_folder() / "fr" / "LC_MESSAGES" / name, "fr")
    texts = [text for entry in catalog.usable.values() for text in entry.translations]
    assert texts
    assert [text for text in texts if re.search(r" [?!:;»]|« ", text)] == []


@given(st.dictionaries(st.tuples(st.just("") | TEXTS, TEXTS), TEXTS, max_size=20))
@settings(deadline=None)
def test_qt_finds_every_message(messages: dict[tuple[str, str], str]) -> None:
    entries = tuple(Entry(source, (text,), context=note) for (note, source), text in messages.items())
    catalog = Catalog("de", entries)
    translator, content = QTranslator(), qm_bytes(catalog)  # Qt reads from the bytes: they stay alive
    assert translator.load(content)
    for (note, source), entry in catalog.usable.items():
        assert translator.translate("Main", source, note) == entry.translations[0]


def test_qt_finds_nothing_else() -> None:
    entries = (
        Entry("Home", ("Start",)),
        Entry("Page", ("Seite",), context="paper"),
        Entry("Open", ("",)),
        Entry("Shut", ("Zu",), flags=frozenset({"fuzzy"})),
        Entry("one", ("eins", "{n}"), "{n}"),
    )
    translator, content = QTranslator(), qm_bytes(Catalog("de", entries))
    assert translator.load(content)
    for source, note in (("Page", ""), ("Page", "squire"), ("Open", ""), ("Shut", ""), ("one", ""), ("home", "")):
        assert not translator.translate("Main", source, note)
    assert translator.translate("Main", "Home", "any note") == "Start"  # Qt falls back to the message without a note
    assert translator.language() == "de"


def test_an_empty_catalog_can_be_loaded() -> None:
    translator, content = QTranslator(), qm_bytes(Catalog("ja"))
    assert translator.load(content)
    assert not translator.translate("Main", "Home")


def test_qts_own_writer_says_the_same(tmp_path: Path) -> None:
    messages = {
        ("", "Home"): "الرئيسية",
        ("bar", "Home"): "首页",
        ("", "Still there?"): "Noch da? 😀",
        ("", "é<&>"): "x",
    }
    body = "".join(
        f"<message><source>{escape(source)}</source>{f'<comment>{note}</comment>' if note else ''}"
        f"<translation>{escape(text)}</translation></message>"
        for (note, source), text in messages.items()
    )
    source = tmp_path / "de.ts"
    source.write_text(
        f'<!DOCTYPE TS><TS version="2.1" language="de"><context><name></name>{body}</context></TS>', "utf-8"
    )
    lrelease = Path(sysconfig.get_path("scripts")) / "pyside6-lrelease"
    subprocess.run([lrelease, "-silent", source, "-qm", tmp_path / "de.qm"], check=True, timeout=60)
    theirs, ours = QTranslator(), QTranslator()
    assert theirs.load(str(tmp_path / "de.qm"))
    entries = tuple(Entry(source, (text,), context=note) for (note, source), text in messages.items())
    content = qm_bytes(Catalog("de", entries))
    assert ours.load(content)
    for note, text in (*messages, ("bar", "Still there?"), ("", "Away")):
        assert ours.translate("Main", text, note) == theirs.translate("", text, note)
    offsets = [_block(path, 0x42) for path in ((tmp_path / "de.qm").read_bytes(), content)]
    assert [pair[:4] for pair in offsets[0]] == [pair[:4] for pair in offsets[1]]  # the same hashes in the same order


def _block(content: bytes, wanted: int) -> list[bytes]:
    at = 16
    while at < len(content):
        tag, length = content[at], int.from_bytes(content[at + 1 : at + 5], "big")
        block = content[at + 5 : at + 5 + length]
        if tag == wanted:
            return [block[start : start + 8] for start in range(0, length, 8)]
        at += 5 + length
    raise AssertionError(f"no block {wanted:#x}")
