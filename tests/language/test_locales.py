from __future__ import annotations

import pytest

from kiosk.ground.errors import LanguageError
from kiosk.language.locales import (
    Direction,
    describe_language,
    fallback_codes,
    formatting_code,
    is_pseudo,
    runs_apart,
)


@pytest.mark.parametrize(
    ("code", "tag", "name", "direction", "script"),
    [
        ("en", "en", "English", "ltr", "Latn"),
        ("zh_Hans", "zh-Hans", "简体中文", "ltr", "Hans"),
        ("zh_Hant", "zh-Hant", "繁體中文", "ltr", "Hant"),
        ("es", "es", "Español", "ltr", "Latn"),
        ("de", "de", "Deutsch", "ltr", "Latn"),
        ("fr", "fr", "Français", "ltr", "Latn"),
        ("ar", "ar", "العربية", "rtl", "Arab"),
        ("pt_BR", "pt-BR", "Português (Brasil)", "ltr", "Latn"),
        ("sr", "sr", "Српски", "ltr", "Cyrl"),
        ("el", "el", "Ελληνικά", "ltr", "Grek"),
        ("ka", "ka", "ქართული", "ltr", "Geor"),  # Georgian has capitals, but not for this
        ("ja", "ja", "日本語", "ltr", "Jpan"),
        ("ko", "ko", "한국어", "ltr", "Kore"),
        ("zh_TW", "zh-TW", "中文 (繁體, 台灣)", "ltr", "Hant"),
        ("he", "he", "עברית", "rtl", "Hebr"),
        ("en_XA", "en-XA", "[Ļöñĝ Éñĝļîšĥ]", "ltr", "Latn"),
        ("ar_XB", "ar-XB", "[رايت تو لفت]", "rtl", "Arab"),
    ],
)
def test_languages(code: str, tag: str, name: str, direction: str, script: str) -> None:
    found = describe_language(code)
    assert (found.code, found.tag, found.name, found.direction, found.script) == (code, tag, name, direction, script)


RIGHT_TO_LEFT = [
    "ar", "fa", "he", "ur", "ps", "sd", "ug", "yi", "dv", "ckb",
    "ku_Arab", "ks", "pa_Arab", "az_Arab", "uz_Arab", "syr", "nqo", "ff_Adlm", "rhg", "mzn",
    "lrc",
]  # fmt: skip


@pytest.mark.parametrize("code", RIGHT_TO_LEFT)
def test_right_to_left(code: str) -> None:
    assert describe_language(code).direction == "rtl"


LEFT_TO_RIGHT = [
    "en", "zh_Hans", "ja", "hi", "th", "ru", "ka", "am", "ku", "az",
    "uz", "pa", "ff", "ms", "ha", "tr", "id", "en_XA",
]  # fmt: skip


@pytest.mark.parametrize("code", LEFT_TO_RIGHT)
def test_left_to_right(code: str) -> None:
    assert describe_language(code).direction == "ltr"


@pytest.mark.parametrize(
    ("written", "code"),
    [("zh-Hans", "zh_Hans"), ("ZH_hans", "zh_Hans"), (" pt-br ", "pt_BR"), ("ar-xb", "ar_XB"), ("EN", "en")],
)
def test_codes_may_be_written_in_other_ways(written: str, code: str) -> None:
    assert describe_language(written).code == code


@pytest.mark.parametrize(
    ("code", "cure"),
    [
        ("cn", "Did you mean `zh_Hans`?"),
        ("jp", "Did you mean `ja`?"),
        ("german", "Did you mean `de`?"),
        ("Simplified Chinese", "Did you mean `zh_Hans`?"),
        ("zh_Hanz", "Did you mean `zh_Hant`?"),
        ("frr_", "Did you mean `frr`?"),
        ("", "Use a code of CLDR"),
        ("xx_YY", "Use a code of CLDR"),
        ("../../etc", "Use a code of CLDR"),
        ("en_US_POSIX_X_Y", ""),
    ],
)
def test_what_is_no_language(code: str, cure: str) -> None:
    with pytest.raises(LanguageError) as caught:
        describe_language(code)
    assert cure in caught.value.cure


@pytest.mark.parametrize(
    ("text", "direction", "apart"),
    [("a", "ltr", False), ("1 א", "ltr", True), ("(خ", "rtl", False), ("1. a", "rtl", True), ("1997", "rtl", False)],
)
def test_words_run_apart_from_their_surroundings(text: str, direction: Direction, apart: bool) -> None:
    assert runs_apart(text, direction) is apart


@pytest.mark.parametrize(
    ("code", "codes"),
    [
        ("de", ("de", "de_Latn")),
        ("pt_BR", ("pt_BR", "pt_Latn", "pt")),
        ("zh_CN", ("zh_CN", "zh_Hans", "zh")),
        ("zh_Hans", ("zh_Hans", "zh")),
        ("ar_XB", ("ar_XB",)),
    ],
)
def test_translations_may_come_from_a_broader_language(code: str, codes: tuple[str, ...]) -> None:
    assert fallback_codes(code) == codes


@pytest.mark.parametrize(
    ("code", "pseudo", "borrowed"), [("en_XA", True, "en"), ("ar-XB", True, "ar"), ("pt-BR", False, "pt_BR")]
)
def test_pseudo_languages_borrow_their_numbers(code: str, pseudo: bool, borrowed: str) -> None:
    assert is_pseudo(code) is pseudo
    assert formatting_code(code) == borrowed
