from __future__ import annotations

import pytest

from kiosk.author.compile.compile import compile_folder
from tests.author.lint.looking import catalog, entry, look, only, places
from tests.author.making import HERE

GERMAN = "translations/de/LC_MESSAGES/content.po"
TEXTS = ("Test booth", "A booth to test with", "Touch me")


def german(booth, *entries: str) -> None:
    booth.put(GERMAN, catalog(*entries))


def of_german(booth, *codes: str):
    return [problem for problem in only(booth, *codes) if "`ar`" not in problem.what]


def test_a_language_without_a_catalog_is_one_finding_where_it_is_named(booth):
    at = booth.spoil("languages: [en, de, ar]", f"languages: [en, {HERE}de, ar]")
    problems = only(booth, "K508")
    assert places(problems)[0] == ("content.yaml", *at)
    assert len(problems) == 2
    assert GERMAN in problems[0].cure


def test_what_no_catalog_has_is_told_where_it_is_written(booth):
    everything = [text for text in _missing(booth) if text != "Touch me"]
    german(booth, *(entry(text, f"{text} (de)") for text in everything))
    at = booth.spoil("call: Touch me", f"call: {HERE}Touch me")
    [problem] = of_german(booth, "K508")
    assert places([problem]) == [("content.yaml", *at)]
    booth.spoil("call: Touch me", "call: {en: Touch me, de: Berühren, ar: المس}")
    assert of_german(booth, "K508") == []


def test_running_text_is_told_by_its_paragraphs(booth):
    german(booth, *(entry(text, f"{text} (de)") for text in _missing(booth) if text != "A paragraph of words."))
    line, _ = booth.spoil("          A *paragraph*", f"          {HERE}A *paragraph*")
    assert places(of_german(booth, "K508")) == [("content.yaml", line, 1)]


def test_no_more_than_twenty_are_listed(booth):
    german(booth, entry("Test booth", "Teststand"))
    problems = of_german(booth, "K508")
    assert len(problems) == 21
    assert any("more text(s)" in problem.what for problem in problems)


@pytest.mark.parametrize(
    ("source", "before", "after", "found"),
    [
        ("Touch me", "", "", ["K508"]),
        ("Touch me", "#, fuzzy\n", "Berühren", ["K551"]),
        ("Touch me", "#. a note\n#, fuzzy, python-format\n#: content.yaml:3\n", "Berühren", ["K551"]),
        ("Touch me", "", "Berühren", []),
        ("Touch me", "", " Berühren", ["K554"]),
        ("Touch {name} %s", "", "Berühren %s", ["K552"]),
        ("Touch {name} %s", "", "%s berühren, {name}", []),
        ("Touch me %1", "", "Berühren", ["K552"]),
        ("Half, 50%", "", "Hälfte, %50", []),
        ("Of 2023", "", "Von 2024", ["K553"]),
        ("Of 500,000 in 2023", "", "2023: 500.000", []),
        ("32 million", "", "3200万", []),
        ("The 2 of 10", "", "Zwei von zehn", []),
        ("82,402 places", "", "82 402 Orte", []),
        ("500,000 cars", "", "٥٠٠٬٠٠٠", []),
        ("One two three four five", "", "One two three four five", ["K555"]),
        ("Mini Cooper", "", "Mini Cooper", []),
    ],
)
def test_a_translation_says_what_its_source_says(booth, source, before, after, found):
    booth.spoil("call: Touch me", f"call: {source!r}")
    rest = [entry(text, f"{text} (de)") for text in _missing(booth) if text != source]
    german(booth, entry(source, after, before), *rest)
    problems = of_german(booth, "K508", "K551", "K552", "K553", "K554", "K555")
    assert [(problem.code, problem.position.line) for problem in problems] == [
        (code, _line(booth, code)) for code in found
    ]
    assert {name for name, _, _ in places(problems)} <= {"content.po"}


def test_words_in_another_script_are_not_those_of_the_source(booth):
    booth.put("translations/ar/LC_MESSAGES/content.po", catalog(entry("A booth to test with", "A booth to test with")))
    assert [problem.code for problem in only(booth, "K555")] == ["K555"]


def test_a_translation_beside_its_source_is_looked_at_too(booth):
    at = booth.spoil("call: Touch me", f"call: {{en: Since 1997, de: {HERE}Seit 1979, ar: منذ ١٩٩٧}}")
    assert places(only(booth, "K553")) == [("content.yaml", *at)]


def test_coverage_counts_each_language(booth):
    german(
        booth,
        entry("Test booth", "Teststand"),
        entry("Touch me", "Berühren", "#, fuzzy\n"),
        entry("Cars", ""),
        entry("Long gone", "Längst weg"),
        '#~ msgid "Older"\n#~ msgstr "Älter"\n',
    )
    english, de, arabic = look(booth).coverage
    assert (english.code, english.translated, english.missing) == ("en", english.texts, 0)
    assert (de.name, de.translated, de.fuzzy, de.obsolete) == ("Deutsch", 1, 1, 2)
    assert de.texts == english.texts == de.translated + de.fuzzy + de.missing
    assert (arabic.translated, arabic.missing) == (0, arabic.texts)


def test_an_ordinary_start_does_not_pay_for_a_closer_look(booth):
    compiled = compile_folder(booth.folder)
    assert compiled.coverage == ()
    assert {problem.code for problem in compiled.problems} == {"K508"}


def _missing(booth) -> list[str]:
    """Return every text of the bundle as a catalog would have it."""
    from kiosk.author.translation.extract import extract_texts

    return [text.text for text in extract_texts(booth.folder, "de")]


def _line(booth, code: str) -> int:
    wanted = "#, fuzzy" if code == "K551" else "msgstr"
    lines = (booth.folder / GERMAN).read_text().splitlines()
    return next(number for number, line in enumerate(lines, 1) if line.startswith(wanted) and number > 2)


def test_a_source_that_nobody_has_written_yet_is_one_finding(booth):
    """A bundle begins in English words, whatever its first language is."""
    sentences = [text for text in _missing(booth) if " " in text]
    booth.put("translations/ar/LC_MESSAGES/content.po", catalog(*(entry(text, text) for text in sentences)))
    at = booth.spoil("languages: [en, de, ar]", f"languages: [{HERE}en, de, ar]")
    [problem] = only(booth, "K555")
    assert places([problem]) == [("content.yaml", *at)]
    assert "Write the texts in `en`" in problem.cure
