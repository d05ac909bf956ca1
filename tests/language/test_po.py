from __future__ import annotations

from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

from kiosk.language.po import Entry, format_po, header, parse_po

FILE = Path("x.po")
TEXTS = st.text(st.characters(codec="utf-8") | st.sampled_from('\n\t\r"\\'), min_size=1)
REMARKS = st.text("abc :,.é漢", min_size=1).map(str.strip).filter(bool)
ENTRIES = st.builds(
    lambda plural, translations, **rest: Entry(
        plural=plural, translations=translations if plural else translations[:1], **rest
    ),
    source=TEXTS,
    plural=st.just("") | TEXTS,
    translations=st.tuples(st.just("") | TEXTS, TEXTS),
    context=st.just("") | TEXTS,
    places=st.lists(st.from_regex(r"[a-z/]+\.qml", fullmatch=True), max_size=2).map(tuple),
    notes=st.lists(REMARKS, max_size=2).map(tuple),
    comments=st.lists(REMARKS, max_size=2).map(tuple),
    flags=st.frozensets(st.sampled_from(["fuzzy", "python-format"])),
)
CATALOGS = st.lists(ENTRIES, unique_by=lambda entry: entry.key)

EXAMPLE = """\
\ufeffmsgid ""
msgstr ""
"Language: de\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

# by hand
#. on the bar
#: a.qml b.qml
#: c.qml
#, fuzzy, python-format
#| msgid "Old"
msgctxt "bar"
msgid "Ho"
"me"
msgstr "\\tSt\\"art\\"\\\\\\n"
#: d.qml
msgid "one page"
msgid_plural "{n} pages"
msgstr[0] "eine Seite"
msgstr[1] "{n} Seiten"
#~ msgid "Gone"
#~ msgstr "Fort"
"""


def test_a_file_is_read() -> None:
    entries, problems = parse_po(EXAMPLE, FILE)
    assert problems == ()
    assert header(entries)["language"] == "de"
    assert entries[1:] == (
        Entry(
            "Home",
            ('\tSt"art"\\\n',),
            context="bar",
            places=("a.qml", "b.qml", "c.qml"),
            notes=("on the bar",),
            comments=("by hand",),
            flags=frozenset({"fuzzy", "python-format"}),
            line=12,
            previous="Old",
        ),
        Entry("one page", ("eine Seite", "{n} Seiten"), "{n} pages", places=("d.qml",), line=17),
        Entry("Gone", ("Fort",), obsolete=True, line=21),
    )
    assert [entry.complete for entry in entries[1:]] == [False, True, False]


@given(CATALOGS)
def test_what_is_written_is_read_again(entries: list[Entry]) -> None:
    found, problems = parse_po(format_po(entries), FILE)
    assert problems == ()
    assert [_without_line(entry) for entry in found] == [_without_line(entry) for entry in entries]


@given(CATALOGS)
def test_babel_reads_the_same(entries: list[Entry]) -> None:
    catalog = read_po(_lines(format_po(entries)))
    read = {
        (message.context or "", message.id if isinstance(message.id, str) else message.id[0]): message.string
        for message in catalog
        if message.id
    }
    assert read == {entry.key: entry.translations if entry.plural else entry.translations[0] for entry in entries}


def _lines(text: str) -> list[str]:
    return [line + "\n" for line in text.split("\n")]


def _without_line(entry: Entry) -> tuple[object, ...]:
    return (*entry.key, entry.plural, entry.translations, entry.places, entry.notes, entry.comments, entry.flags)


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ('msgid "a"\nmsgstr "b', 2, "this is not the .po format"),
        ("hello", 1, "this is not the .po format"),
        ('msgid "a"\nmsgstr "1"\n\nmsgid "a"\nmsgstr "2"\n', 4, "this message is here twice"),
        ('msgctxt "a"\n\nmsgid "b"\nmsgstr "c"\n', 1, "a message without `msgid`"),
        ('"a"\n', 1, "a text that belongs to no message"),
        ('msgid "a"\nmsgstr "b"\nmsgstr "c"\n', 3, "a text that belongs to no message"),
    ],
)
def test_mistakes_have_a_line(text: str, line: int, what: str) -> None:
    _, problems = parse_po(text, FILE)
    assert [(problem.position.line, problem.what) for problem in problems] == [(line, what)]
    assert problems[0].source_line == text.splitlines()[line - 1]
    assert problems[0].cure


def test_a_file_of_mistakes_is_read_no_further() -> None:
    entries, problems = parse_po('nonsense "\n' * 100_000 + 'msgid "a"\nmsgstr "b"\n', FILE)
    assert (entries, len(problems)) == ((), 300)


@given(st.text())
def test_no_text_breaks_the_reader(text: str) -> None:
    parse_po(text, FILE)
    parse_po(EXAMPLE + text, FILE)
