"""Whether a translation can say the same as its source: its placeholders, its numbers, the spaces around it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from kiosk.ground.words import listed
from kiosk.language.locales import Language

_PLACEHOLDER: Final = re.compile(r"%\([A-Za-z_]\w*\)[sd]|%(?:\d\$)?[sd](?![\w])|\{[A-Za-z_]\w*\}|\{\d*\}|%L?n(?!\w)")
_NUMBERED: Final = re.compile(r"(?<![\d.,])%L?[1-9](?![\d%])")
_NUMBER: Final = re.compile(r"\d+(?:[.,'’٫٬\u00a0\u2009\u202f]\d+|\x20\d{3}(?!\d))*")
_NO_DIGIT: Final = re.compile(r"\D")
_ANY_DIGITS: Final = re.compile(r"\d+")
_PERHAPS: Final = re.compile(r"[%{]")
_NONE: Final[set[str]] = set()
_SHORTEST_NUMBER: Final = 2
_FEWEST_WORDS: Final = 5
_FEWEST_WORDS_ELSEWHERE: Final = 2
_WORD: Final = re.compile(r"[^\W\d_]{2,}")


def differences(text: str, translation: str, source: Language, language: Language) -> Iterator[tuple[str, str, str]]:
    """Yield code, what is wrong and the cure, for whatever shows that `translation` does not say what `text` says."""
    wanted, found = _placeholders(text, translation) if _PERHAPS.search(text + translation) else (_NONE, _NONE)
    if wanted != found:
        names = listed(sorted(wanted), "and")
        cure = f"Use exactly {names}, untranslated." if names else "Take them out: the source has none."
        yield "K552", "has other placeholders than its source", cure
    elif numbers := _other_numbers(text, translation):
        lost, new = numbers
        yield "K553", f"says {new} where its source says {lost}", "Correct the number, or the source."
    if _edges(text) != _edges(translation.strip("\n")):
        yield "K554", "begins or ends with other spaces than its source", "Write the same spaces, best none."
    if translation == text and _is_untranslated(text, source, language):
        yield "K555", "has the same words", "Translate it, or silence this where the words are a name."


def _placeholders(text: str, translation: str) -> tuple[set[str], set[str]]:
    wanted, found = set(_PLACEHOLDER.findall(text)), set(_PLACEHOLDER.findall(translation))
    numbered = set(_NUMBERED.findall(text))  # "%5" is a percentage in Turkish: only what the source has must be kept
    return wanted | numbered, found | (numbered & set(_NUMBERED.findall(translation)))


def _other_numbers(text: str, translation: str) -> tuple[str, str] | None:
    """Return a number that is lost and the one that stands there instead, both as written.

    Only the significant digits count, so that 500,000 may be 500.000, 50万 or ٥٠٠٬٠٠٠, and words may replace a number.
    """
    if _ANY_DIGITS.findall(text) == _ANY_DIGITS.findall(translation):
        return None
    wanted, found = _numbers(text), _numbers(translation)
    if _are_same(list(wanted.values()), list(found.values())):
        return None
    lost = [number for number in _only_in(wanted, found) if len(_NO_DIGIT.sub("", number)) >= _SHORTEST_NUMBER]
    new = _only_in(found, wanted)
    return (lost[0], new[0]) if lost and new else None


def _are_same(wanted: list[str], found: list[str]) -> bool:
    """Whether the digits are the same, or those of a date: 5/6/2024 is 6.5.2024."""
    if sorted(wanted) == sorted(found):
        return True
    return len(wanted) != len(found) and sorted("".join(wanted)) == sorted("".join(found))


def _only_in(these: dict[str, str], others: dict[str, str]) -> list[str]:
    return [number for number, digits in these.items() if digits not in others.values()]


def _numbers(text: str) -> dict[str, str]:
    """Return the numbers in `text` as written, with their significant digits."""
    return {number: _digits(number) for number in _NUMBER.findall(text)}


def _digits(number: str) -> str:
    digits = (str(unicodedata.digit(c)) for c in number if unicodedata.digit(c, None) is not None)
    return "".join(digits).strip("0")


def _edges(text: str) -> tuple[bool, bool]:
    return text[:1].isspace(), text[-1:].isspace()


def _is_untranslated(text: str, source: Language, language: Language) -> bool:
    if source.code.partition("_")[0] == language.code.partition("_")[0]:
        return False
    words = len(_WORD.findall(text))
    return words >= (_FEWEST_WORDS if source.script == language.script else _FEWEST_WORDS_ELSEWHERE)
