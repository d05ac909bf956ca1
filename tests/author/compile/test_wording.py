from __future__ import annotations

import pytest

from kiosk.author.compile.wording import catalog_path, read_translations


def read(folder, text):
    file = catalog_path(folder, "de")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)
    found = read_translations(file)
    return found.wording, [problem.what for problem in found.source.problems]


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("", {}),
        ('msgid "a"\nmsgstr "b"\n', {"a": "b"}),
        ('msgid ""\n"a "\n"long one"\nmsgstr ""\n"b \\"c\\""\n', {"a long one": 'b "c"'}),
        ('#, fuzzy\nmsgid "a"\nmsgstr "b"\n', {}),
        ('#~ msgid "a"\n#~ msgstr "b"\n', {}),
        ('msgid "a"\nmsgstr "  "\n', {}),
        ('msgid "a"\nmsgid_plural "as"\nmsgstr[0] "b"\nmsgstr[1] "bs"\n', {"a": "b"}),
        ('msgctxt "x"\nmsgid "a"\nmsgstr "b"\n', {"a": "b"}),
        ('msgctxt "x"\nmsgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n', {"a": "c"}),
        ('msgid "a"\nmsgstr "c"\n\nmsgctxt "x"\nmsgid "a"\nmsgstr "b"\n', {"a": "c"}),
        ('msgid "a\\nb"\nmsgstr "c\\nd\\n"\n', {"a\nb": "c\nd"}),
    ],
)
def test_translations_are_read(tmp_path, text, wording):
    assert read(tmp_path, text) == (wording, [])


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ('msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=x; plural=(n;\\n"\n\nmsgid "a"\nmsgstr "b"\n', "broken"),
        ('msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=no-such\\n"\n\nmsgid "a"\nmsgstr "b"\n', ""),
        ('msgid ""\nmsgstr ""\n"POT-Creation-Date: yesterday\\n"\n\nmsgid "a"\nmsgstr "b"\n', ""),
        ('msgid "a"\nmsgstr "\u202eb"\n', "control"),
        ('msgstr[x] "b"\n', "does not belong"),
        ('"a"\n', ""),
        ('msgid "a"\nmsgstr[7] "b"\n', ""),
    ],
)
def test_whatever_a_catalog_holds_is_answered(tmp_path, text, word):
    wording, problems = read(tmp_path, text)
    assert (wording == {}) or not problems
    assert word in " ".join(problems)
