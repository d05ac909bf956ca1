from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.ground.errors import LanguageError
from kiosk.language.pseudo import pseudo_text

KEPT = st.sampled_from(["%1", "%n", "%L2", "{name}", "%(count)d", "%s", "<b>", "</b>", "&amp;", "https://a.b/c", "\n"])
WORDS = st.text("abcxyz ABC,.é漢", min_size=1)


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        ("Home", "en_XA", "[Ĥöɱé ö]"),
        ("Touch to explore", "en_XA", "[Ţöûçĥ ţö éẋþļöŕé öñé]"),
        ("Hello <b>%1</b>, {name}", "en-XA", "[Ĥéļļö <b>%1</b>, {name} ö]"),
        ("Hello %1, you?", "ar_XB", "حهللو %1، يوو؟"),
        ("Home", "ar_XB", "حومه"),
        ("", "en_XA", ""),
        (" \n", "ar_XB", " \n"),
    ],
)
def test_texts(text: str, code: str, expected: str) -> None:
    assert pseudo_text(text, code) == expected


@given(st.lists(KEPT | WORDS, min_size=1), st.sampled_from(["en_XA", "ar_XB"]))
def test_placeholders_and_markup_are_kept(parts: list[str], code: str) -> None:
    text = " ".join(parts)
    pattern = r"%L?[0-9n]|%\(count\)d|%s|\{name\}|</?b>|&amp;|https://\S+|\n"
    assert re.findall(pattern, pseudo_text(text, code)) == re.findall(pattern, text)


@given(st.text("abcdefgh ", min_size=20, max_size=900).filter(lambda text: text.strip()))
def test_the_accented_language_is_about_a_third_longer(text: str) -> None:
    assert 1.2 * len(text) <= len(pseudo_text(text, "en_XA")) <= 1.45 * len(text) + 1


def test_no_latin_letter_is_left_in_the_right_to_left_language() -> None:
    assert not re.search("[A-Za-z]", pseudo_text("The Quick Brown Fox jumps over the lazy dog", "ar_XB"))


def test_other_languages_are_not_made_up() -> None:
    with pytest.raises(LanguageError, match="no pseudo-language"):
        pseudo_text("Home", "de")
