from __future__ import annotations

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from kiosk.author.lint.likeness import differences
from kiosk.language.locales import describe_language

ENGLISH = describe_language("en")
LANGUAGES = ("de", "fr", "es", "ar", "zh_Hans", "hi", "fa", "de_CH", "pt_BR")


def codes(text: str, translation: str, language: str = "de") -> list[str]:
    return [code for code, _, _ in differences(text, translation, ENGLISH, describe_language(language))]


@given(st.integers(1, 10**10), st.sampled_from(LANGUAGES))
def test_a_number_may_be_written_as_each_language_does(number, language):
    written = format_decimal(number, locale=language, numbering_system="default")
    assert codes(f"More than {number:,} of them", f"‘{written}’", language) == []


@given(st.integers(10, 10**10), st.integers(10, 10**10))
def test_another_number_is_found(number, other):
    is_same = str(number).strip("0") == str(other).strip("0")
    assert codes(f"More than {number:,} of them", f"Über {other} davon") == ([] if is_same else ["K553"])


@pytest.mark.parametrize(
    ("text", "translation", "found"),
    [
        ("On 5/6/2024", "Am 6.5.2024", []),
        ("1.5 million", "150万", []),
        ("Since 1997", "Seit 1979", ["K553"]),
        ("3 pm", "15 Uhr", []),
        ("The 20th century", "Das zwanzigste Jahrhundert", []),
        ("{count} films", "{Anzahl} Filme", ["K552"]),
        ("%(n)s of %(m)s", "%(m)s, davon %(n)s", []),
        ("100% of {all}", "%100 von {all}", []),
        (" spaced", "ohne", ["K554"]),
        ("", "", []),
    ],
)
def test_a_translation_says_what_its_source_says(text, translation, found):
    assert codes(text, translation) == found


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("On the way to the river", "de", ["K555"]),
        ("On the way", "de", []),
        ("On the way", "ar", ["K555"]),
        ("China Daily", "zh_Hans", ["K555"]),
        ("CITIC", "zh_Hans", []),
        ("On the way to the river", "en_GB", []),
    ],
)
def test_the_same_words_are_no_translation(text, language, found):
    assert codes(text, text, language) == found
