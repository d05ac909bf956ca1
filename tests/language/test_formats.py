from __future__ import annotations

import re

import pytest
from babel import Locale, localedata
from hypothesis import given
from hypothesis import strategies as st

from kiosk.ground.errors import LanguageError
from kiosk.language import formats

LANGUAGES = st.sampled_from(["en", "zh_Hans", "es", "de", "fr", "ar", "fa", "he", "hi", "ja", "sv", "en_XA", "ar_XB"])
ARABIC_INDIC = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")


@pytest.mark.parametrize(
    ("value", "language", "text"),
    [
        (500000, "en", "500,000"),
        (500000.0, "de", "500.000"),
        (500000, "fr", "500\u202f000"),
        (500000, "hi", "5,00,000"),
        (500000, "ar", "٥٠٠٬٠٠٠"),
        (500000, "ar_XB", "٥٠٠٬٠٠٠"),
        (500000, "ar_MA", "500.000"),
        (500000, "fa", "۵۰۰٬۰۰۰"),
        (500000, "en_XA", "500,000"),
        (0.1 + 0.2, "en", "0.3"),
        (-1.5, "de", "−1,5"),
        (-1.5, "ar", "\u061c−١٫٥"),
        (0, "en", "0"),
    ],
)
def test_numbers(value: float, language: str, text: str) -> None:
    assert formats.number(value, language) == text


@pytest.mark.parametrize(
    ("fraction", "language", "signed", "text"),
    [
        (0.303, "en", False, "30.3%"),
        (0.303, "en", True, "+30.3%"),
        (0.303, "de", True, "+30,3\xa0%"),
        (0.303, "fr", False, "30,3\xa0%"),
        (0.303, "ar", False, "٣٠٫٣٪\u061c"),
        (0.8, "zh_Hans", True, "+80%"),
        (-0.1, "en", True, "−10%"),
        (0.0, "en", True, "0%"),
        (1 / 3, "en", False, "33.3%"),
        (0.0005, "en", False, "0.1%"),
    ],
)
def test_per_cent(fraction: float, language: str, signed: bool, text: str) -> None:
    assert formats.percent(fraction, language, signed) == text


@pytest.mark.parametrize(
    ("value", "language", "text"),
    [
        (500000, "en", "500K"),
        (500000, "zh_Hans", "50万"),
        (500000, "es", "500\xa0mil"),
        (500000, "de", "500\xa0Tausend"),
        (500000, "ar", "٥٠٠\xa0ألف"),
        (32_000_000, "en", "32M"),
        (32_000_000, "zh_Hans", "3200万"),
        (32_000_000, "de", "32\xa0Millionen"),
        (1_000_000, "de", "1\xa0Million"),
        (32_000_000, "fr", "32\xa0M"),
        (32_000_000, "ar", "٣٢\xa0مليون"),
        (108_900, "zh_Hans", "10.9万"),
        (999_950, "en", "1M"),  # not 1000K
        (1_500, "zh_Hans", "1,500"),
        (12, "de", "12"),
        (-2_000_000, "en", "−2M"),
    ],
)
def test_compact_numbers(value: float, language: str, text: str) -> None:
    assert formats.compact(value, language) == text


@pytest.mark.parametrize(
    ("value", "language", "text"),
    [
        (1997, "en", "1997"),
        (1997, "zh_Hans", "1997年"),
        (1997.0, "ar", "١٩٩٧"),
        (12024, "en", "12024"),
        (-3, "en", "-3"),
    ],
)
def test_years_have_no_separators(value: float, language: str, text: str) -> None:
    assert formats.year(value, language) == text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "82,402\xa0km²"),
        ("zh_Hans", "82,402平方公里"),
        ("de", "82.402\xa0km²"),
        ("fr", "82\u202f402\u202fkm²"),
        ("ar", "٨٢٬٤٠٢\xa0كم²"),
    ],
)
def test_units(language: str, text: str) -> None:
    assert formats.unit(82402, "square-kilometer", language) == text


@pytest.mark.parametrize(
    ("unit_id", "cure"), [("square-kilometre", "Did you mean `square-kilometer`?"), ("???", "Use a CLDR unit")]
)
def test_unknown_units(unit_id: str, cure: str) -> None:
    assert unit_id not in formats.known_units()
    with pytest.raises(LanguageError, match=re.escape(cure)):
        formats.unit(1, unit_id, "en")


def test_every_known_unit_can_be_written() -> None:
    units = formats.known_units()
    assert {"square-kilometer", "kilometer", "kilowatt-hour"} <= units
    for unit_id in units:
        assert "3" in formats.unit(3, unit_id, "de")
    assert formats.unit(3, "gasoline-energy-density", "ar").startswith("٣")


@pytest.mark.parametrize(
    ("text", "grain", "first"),
    [
        ("2023", "year", "2023-01-01"),
        ("2024-Q1", "quarter", "2024-01-01"),
        ("2024-Q4", "quarter", "2024-10-01"),
        ("2024-04", "month", "2024-04-01"),
        ("2024-02-29", "day", "2024-02-29"),
    ],
)
def test_periods(text: str, grain: str, first: str) -> None:
    found = formats.parse_as_of(text)
    assert found is not None
    assert (found.grain, found.first.isoformat()) == (grain, first)


@pytest.mark.parametrize(
    "text", ["", "23", "2023 ", "2024-13", "2023-02-29", "2024-Q5", "2024-Q0", "2024-4", "0000", "٢٠٢٣", "2024-04-20T"]
)
def test_what_is_no_period(text: str) -> None:
    assert formats.parse_as_of(text) is None
    with pytest.raises(LanguageError, match="is no date"):
        formats.as_of(text, "en")


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("2023", "en", "2023"),
        ("2023", "zh_Hans", "2023年"),
        ("2024-Q1", "en", "1st quarter 2024"),
        ("2024-Q1", "de", "1. Quartal 2024"),
        ("2024-Q1", "ar", "الربع الأول ٢٠٢٤"),
        ("2024-04", "es", "abril de 2024"),
        ("2024-04", "zh_Hans", "2024年4月"),
        ("2024-04-20", "en", "April 20, 2024"),
        ("2024-04-20", "fr", "20 avril 2024"),
        ("2024-04-20", "ar", "٢٠ أبريل ٢٠٢٤"),
    ],
)
def test_dates(text: str, language: str, words: str) -> None:
    assert formats.as_of(text, language) == words


@pytest.mark.parametrize(
    ("items", "language", "text"),
    [
        ([], "en", ""),
        (["a"], "en", "a"),
        (["a", "b", "c"], "en", "a, b, and c"),
        (["a", "b", "c"], "de", "a, b und c"),
        (["a", "b", "c"], "zh_Hans", "a、b和c"),
        (["a", "b"], "ar_XB", "a وb"),
    ],
)
def test_lists(items: list[str], language: str, text: str) -> None:
    assert formats.listing(items, language) == text


@pytest.mark.parametrize(
    ("seconds", "language", "text"),
    [(0, "en", "0:00"), (-1, "en", "0:00"), (65.4, "de", "1:05"), (3725, "en", "1:02:05"), (90, "ar", "١:٣٠")],
)
def test_durations(seconds: float, language: str, text: str) -> None:
    assert formats.duration(seconds, language) == text


@pytest.mark.parametrize(
    ("value", "style", "unit_id", "language", "text"),
    [
        (82402, "number", "square-kilometer", "en", "82,402\xa0km²"),
        (6, "number", "", "ar", "٦"),
        (0.303, "percent", "", "de", "30,3\xa0%"),
        (1997, "year", "", "zh_Hans", "1997年"),
        (32_000_000, "compact", "", "de", "32\xa0Millionen"),
        (32_000_000, "compact", "kilometer", "en", "32M\xa0km"),
    ],
)
def test_statistics(value: float, style: formats.Style, unit_id: str, language: str, text: str) -> None:
    assert formats.stat_text(value, style, unit_id, language) == text


@given(st.integers(0, 10**15), LANGUAGES)
def test_no_number_can_break_over_two_lines(value: int, language: str) -> None:
    texts = [
        formats.number(value, language),
        formats.percent(value / 1000, language, signed=True),
        formats.compact(value, language),
        formats.unit(value, "square-kilometer", language),
    ]
    assert not any(" " in text for text in texts)


@given(st.integers(-(10**12), 10**12))
def test_arabic_keeps_every_digit(value: int) -> None:
    text = formats.number(value, "ar").translate(ARABIC_INDIC)
    assert re.sub(r"\D", "", text) == str(abs(value))
    assert not re.search("[0-9]", formats.number(value, "ar"))


@given(st.floats(1, 1e14))
def test_compact_numbers_keep_the_first_digits(value: float) -> None:
    text = formats.compact(value, "en")
    factor = {"K": 1e3, "M": 1e6, "B": 1e9, "T": 1e12}.get(text[-1], 1)
    said = float(text.rstrip("KMBT").replace(",", "")) * factor
    assert said == pytest.approx(value, rel=0.051)
    assert "1000" not in text


def test_every_language_has_its_digits() -> None:
    systems = {Locale.parse(code).default_numbering_system for code in localedata.locale_identifiers()}
    missing = {system for system in systems if system != "latn"} - formats.NATIVE_DIGITS.keys()
    assert not missing
    assert all(chr(zero).isdigit() and int(chr(zero)) == 0 for zero in formats.NATIVE_DIGITS.values())


def test_warming_up_takes_every_language() -> None:
    formats.warm(["en", "zh_Hans", "es", "de", "fr", "ar", "en_XA", "ar_XB"])
    with pytest.raises(LanguageError):
        formats.warm(["xx"])
