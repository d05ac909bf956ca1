"""Numbers, dates and lists as a language writes them (CLDR, through Babel), in that language's own digits."""

from __future__ import annotations

import datetime
import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal, TypeAlias, assert_never

from kiosk.ground.errors import LanguageError
from kiosk.language.locales import babel_locale

if TYPE_CHECKING:
    from babel import Locale

Style: TypeAlias = Literal["number", "compact", "percent", "year"]

NO_BREAK: Final = "\N{NO-BREAK SPACE}"
_COMPACT_DIGITS: Final = Context(prec=4, rounding=ROUND_HALF_UP)
NATIVE_DIGITS: Final = {
    "adlm": 0x1E950, "arab": 0x0660, "arabext": 0x06F0, "beng": 0x09E6, "cakm": 0x11136, "deva": 0x0966,
    "gujr": 0x0AE6, "guru": 0x0A66, "java": 0xA9D0, "khmr": 0x17E0, "knda": 0x0CE6, "laoo": 0x0ED0, "mlym": 0x0D66,
    "mtei": 0xABF0, "mymr": 0x1040, "nkoo": 0x07C0, "olck": 0x1C50, "orya": 0x0B66, "hmnp": 0x1E140,
    "rohg": 0x10D30, "tamldec": 0x0BE6, "telu": 0x0C66, "thai": 0x0E50, "tibt": 0x0F20,
}  # fmt: skip
"""Where the digits of a numbering system begin in Unicode: Babel knows the systems but writes 0 to 9."""

_AS_OF: Final = re.compile(r"(?P<year>[0-9]{4})(-Q(?P<quarter>[1-4])|-(?P<month>[0-9]{2})(-(?P<day>[0-9]{2}))?)?")


_Grain: TypeAlias = Literal["year", "quarter", "month", "day"]
_FINER: Final[tuple[_Grain, ...]] = ("quarter", "day", "month")


@dataclass(frozen=True, slots=True)
class AsOf:
    """The year, quarter, month or day that a fact holds for; `first` is its first day."""

    grain: _Grain
    first: datetime.date


def number(value: float, language: str) -> str:
    """Return `value` with the language's digits and separators, to at most three decimals."""
    from babel.numbers import format_decimal

    locale, system = _numbering(language)
    exact = _decimal(value)
    text = format_decimal(abs(exact), locale=locale, numbering_system=system)
    return _with_sign(_native(text, system), exact, False, locale, system)


def percent(fraction: float, language: str, signed: bool = False) -> str:
    """Return `fraction` as per cent with at most one decimal: 0.303 is 30.3 %; `signed` puts a plus before a rise."""
    from babel.numbers import format_percent

    locale, system = _numbering(language)
    exact = _decimal(fraction).quantize(Decimal("0.001"), ROUND_HALF_UP)
    text = format_percent(abs(exact), locale=locale, decimal_quantization=False, numbering_system=system)
    text = text.replace("%", locale.number_symbols[system].get("percentSign", "%"))
    return _with_sign(_native(text, system), exact, signed, locale, system)


def compact(value: float, language: str) -> str:
    """Return `value` in short words: 500,000 is 500K, 50万, 500 Tausend; about four digits are kept."""
    from babel.numbers import format_compact_decimal

    locale, system = _numbering(language)
    exact = _COMPACT_DIGITS.create_decimal(_decimal(value))
    text = format_compact_decimal(
        abs(exact), format_type=_compact_type(locale), locale=locale, fraction_digits=1, numbering_system=system
    )
    if not any(letter.isalpha() for letter in text):  # too small for a word
        return number(value, language)
    return _with_sign(_native(text, system), exact, False, locale, system)


def year(value: float, language: str) -> str:
    """Return a year: never with separators, in Chinese with 年."""
    if not datetime.MINYEAR <= value <= datetime.MAXYEAR:
        return _native(str(int(value)), _numbering(language)[1])
    return _date(datetime.date(int(value), 1, 1), "y", language)


def unit(value: float, unit_id: str, language: str) -> str:
    """Return `value` with the CLDR unit `unit_id` (`square-kilometer`), abbreviated where the language does."""
    from babel.units import UnknownUnitError, format_unit

    locale, system = _numbering(language)
    try:
        text = format_unit(_decimal(value), unit_id, "short", locale=locale, numbering_system=system)
    except UnknownUnitError:
        if unit_id not in known_units():
            raise LanguageError(f"`{unit_id}` is no unit that is known here", _unit_advice(unit_id)) from None
        english = unit(value, unit_id, "en")  # CLDR has a few that not every language has a word for
        return english.replace(number(value, "en"), number(value, language))
    return _native(text, system)


@lru_cache(maxsize=1)
def known_units() -> frozenset[str]:
    """Return the ids of all units, without their kind: `kilometer`, `square-kilometer`, `kilowatt-hour`."""
    from babel.units import UnknownUnitError, format_unit

    def known(unit_id: str) -> bool:
        with suppress(UnknownUnitError):
            return bool(unit_id and format_unit(1, unit_id, "short", locale=english))
        return False

    english = babel_locale("en")
    patterns: Iterable[str] = english.unit_display_names
    return frozenset(filter(known, (pattern.partition("-")[2] for pattern in patterns)))


def parse_as_of(text: str) -> AsOf | None:
    """Return what `2023`, `2024-Q1`, `2024-04` or `2024-04-20` says, or None for anything else."""
    found = _AS_OF.fullmatch(text)
    if not found:
        return None
    quarter = found["quarter"]
    first_month = int(quarter) * 3 - 2 if quarter else int(found["month"] or 1)
    grain: _Grain = next((grain for grain in _FINER if found[grain]), "year")
    with suppress(ValueError):
        return AsOf(grain, datetime.date(int(found["year"]), first_month, int(found["day"] or 1)))
    return None


def as_of(text: str, language: str) -> str:
    """Return the period that `text` names (see `parse_as_of`) in words; raise LanguageError where it names none."""
    from babel.dates import format_date

    when = parse_as_of(text)
    if when is None:
        raise LanguageError(f"`{text}` is no date", "Write `2023`, `2024-Q1`, `2024-04` or `2024-04-20`.")
    if when.grain == "day":
        locale, system = _numbering(language)
        return _native(format_date(when.first, "long", locale=locale), system, keep_spaces=True)
    return _date(when.first, {"year": "y", "quarter": "yQQQQ", "month": "yMMMM"}[when.grain], language)


def listing(items: Sequence[str], language: str) -> str:
    """Return `items` as the language lists things: a, b and c."""
    from babel.lists import format_list

    return format_list(list(items), locale=babel_locale(language))


def duration(seconds: float, language: str) -> str:
    """Return a length of time as 1:05, or 1:02:05 from an hour on, in the language's digits."""
    _, system = _numbering(language)
    minutes, rest = divmod(max(0, round(seconds)), 60)
    hours, minutes = divmod(minutes, 60)
    return _native(f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}", system)


def stat_text(value: float, style: Style, unit_id: str, language: str) -> str:
    """Return a statistic's value in its style, with its unit where it has one; a year and per cent have none."""
    match style:
        case "percent":
            return percent(value, language)
        case "year":
            return year(value, language)
        case "compact" if unit_id:
            return unit(value, unit_id, language).replace(number(value, language), compact(value, language))
        case "compact":
            return compact(value, language)
        case "number":
            return unit(value, unit_id, language) if unit_id else number(value, language)
        case _:
            assert_never(style)


def warm(languages: Iterable[str]) -> None:
    """Load what formatting needs for these languages, so that the first switch to one does not wait for it."""
    for language in languages:
        number(1, language)
        percent(0.1, language)
        compact(1e6, language)
        unit(1, "square-kilometer", language)
        as_of("2024-04-20", language)


def _date(first: datetime.date, skeleton: str, language: str) -> str:
    from babel.dates import format_skeleton

    locale, system = _numbering(language)
    return _native(format_skeleton(skeleton, first, locale=locale), system, keep_spaces=True)


def _decimal(value: float) -> Decimal:
    exact = Decimal(str(value))
    return exact.to_integral_value() if exact == exact.to_integral_value() else exact


@lru_cache(maxsize=64)
def _numbering(language: str) -> tuple[Locale, str]:
    """Return the locale and the digits of its likeliest region: Babel's `ar` says latn, its `ar_EG` arab."""
    from babel import Locale
    from babel.core import get_global

    locale = babel_locale(language)
    likely = None if locale.territory else get_global("likely_subtags").get(str(locale))
    system = (Locale.parse(likely) if likely else locale).default_numbering_system
    return locale, system if system in NATIVE_DIGITS and system in locale.number_symbols else "latn"


def _compact_type(locale: Locale) -> Literal["short", "long"]:
    """Return the form that has words for hundreds of thousands: German and Italian have none for the short one."""
    forms = locale.compact_decimal_formats
    wordless = forms["short"]["other"]["100000"].pattern == "0"
    return "long" if wordless and "long" in forms else "short"


def _native(text: str, system: str, *, keep_spaces: bool = False) -> str:
    if system != "latn":
        text = text.translate({ord("0") + digit: NATIVE_DIGITS[system] + digit for digit in range(10)})
    return text if keep_spaces else text.replace(" ", NO_BREAK)


def _with_sign(text: str, value: Decimal, signed: bool, locale: Locale, system: str) -> str:
    """Put the language's own sign before `text`: Babel writes a bare hyphen, which wanders in right-to-left text."""
    symbols: Mapping[str, str] = locale.number_symbols[system]
    if value < 0:
        return symbols.get("minusSign", "-").replace("-", "\N{MINUS SIGN}") + text
    return symbols.get("plusSign", "+") + text if signed and value > 0 else text


def _unit_advice(unit_id: str) -> str:
    near = difflib.get_close_matches(unit_id, known_units(), n=1)
    return f"Did you mean `{near[0]}`?" if near else "Use a CLDR unit such as `square-kilometer`."
