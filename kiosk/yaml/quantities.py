"""Numbers, units and dates the way people write them: what was meant, and how a bundle says it."""

from __future__ import annotations

import difflib
import re
import unicodedata
from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple

from kiosk.language.formats import known_units

_SHORT_UNITS: Final = {
    short: unit
    for unit, names in {
        "kilometer": "km",
        "square-kilometer": "km2 km²",
        "meter": "m",
        "square-meter": "m2 m² qm",
        "cubic-meter": "m3 m³",
        "centimeter": "cm",
        "millimeter": "mm",
        "hectare": "ha",
        "kilogram": "kg",
        "gram": "g",
        "tonne": "t tons",
        "liter": "l",
        "milliliter": "ml",
        "watt": "w",
        "kilowatt": "kw",
        "megawatt": "mw",
        "gigawatt": "gw",
        "kilowatt-hour": "kwh",
        "gigabyte": "gb",
        "terabyte": "tb",
        "percent": "%",
        "celsius": "°c",
        "degree": "°",
        "kilometer-per-hour": "km/h kmh kph",
        "mile-per-hour": "mph",
        "meter-per-second": "m/s",
        "hour": "h hours",
        "minute": "min",
        "second": "s",
        "year": "y years",
        "day": "days",
    }.items()
    for short in names.split()
}
_SCALES: Final = {
    **dict.fromkeys(("k", "thousand", "tsd"), 3),
    **dict.fromkeys(("m", "mn", "mio", "million", "millions"), 6),
    **dict.fromkeys(("b", "bn", "mrd", "billion", "billions"), 9),
}
_MORE: Final = frozenset((">", "≥", ">=", "over", "more than", "at least", "+"))
_QUANTITY: Final = re.compile(
    r"(?P<before>[^\d+-]*?)\s*(?P<number>[-+]?\d+(?:[ .,'_\u2019\u00a0\u202f]\d+)*)[.,]?\s*(?P<after>.*)", re.DOTALL
)
_GROUPS: Final = re.compile(
    r"([-+]?[1-9]\d{0,2})((?P<mark>[ .,'_\u2019\u00a0\u202f])\d{3}(?:(?P=mark)\d{3})*)([.,]\d+)?"
)
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_QUARTER: Final = re.compile(r"q([1-4])[\s/-]*(\d{4})|(\d{4})[\s/-]*q([1-4])")
_LAST_DAY: Final = 31
_DATES: Final = "Write 2024, 2024-Q1, 2024-04 or 2024-04-20."
_PLAIN: Final = re.compile(r"[-+]?\d+(\.\d+)?")
_LONGEST: Final = 60
_ALIKE: Final = 0.8
_ELSE: Final = "Write digits only, for example 500000 or 0.303; words and units have keys of their own."


class _Quantity(NamedTuple):
    """A number among other signs: `text` as written, `number` plainly, what stands before and after it."""

    text: str
    before: str
    number: str
    after: str

    @property
    def is_alone(self) -> bool:
        return not self.before and not self.after


def number_cure(text: str) -> str:
    """Return what to write in the place of `text`, which is no plain number."""
    text = "".join(map(_ascii_digit, text))
    return next(filter(None, (cure(text) for cure in _NUMBER_CURES)), _ELSE)


def _ascii_digit(character: str) -> str:
    return character if character.isascii() else str(unicodedata.digit(character, character))


def _of_plain(text: str) -> str:
    return f"Write it with the digits 0 to 9: {text}." if _PLAIN.fullmatch(text) else ""


def _of_fraction(text: str) -> str:
    parts = re.fullmatch(r"(\d{1,6})\s*/\s*([1-9]\d{0,5})", text)
    return f"A fraction is written as a decimal number: {int(parts[1]) / int(parts[2]):.4g}." if parts else ""


def _of_hexadecimal(text: str) -> str:
    is_one = re.fullmatch(r"0[xX][0-9a-fA-F]{1,12}", text)
    return f"Write it with the digits 0 to 9: {int(text, 16)}." if is_one else ""


def _of_clock(text: str) -> str:
    clock = re.fullmatch(r"(\d{1,2}):([0-5]\d)", text)
    return f"Write the seconds alone: {int(clock[1]) * 60 + int(clock[2])}." if clock else ""


def _of_quantity(text: str) -> str:
    found = _QUANTITY.fullmatch(text) if len(text) <= _LONGEST else None
    number = _plain(found["number"]) if found else ""
    if not found or not number:
        return ""
    quantity = _Quantity(text, found["before"].strip().casefold(), number, found["after"].strip())
    return next(filter(None, (cure(quantity) for cure in _QUANTITY_CURES)))


_NUMBER_CURES: Final = (_of_plain, _of_fraction, _of_hexadecimal, _of_clock, _of_quantity)


def _of_separators(quantity: _Quantity) -> str:
    if not quantity.is_alone:
        return ""
    if "." in quantity.number and "," in quantity.text and not _GROUPS.fullmatch(quantity.text):
        return f"Write the decimals after a point: {quantity.number}."
    return f"Write it without separators: {quantity.number}. The booth sets them as each language does."


def _of_percentage(quantity: _Quantity) -> str:
    if quantity.after not in ("%", "percent"):
        return ""
    fraction = f"{(Decimal(quantity.number) / 100).normalize():f}"
    return f"A percentage is a fraction: write {fraction}, for a `value` with `style: percent`."


def _of_scale(quantity: _Quantity) -> str:
    scale = _SCALES.get(quantity.after.casefold().rstrip("."))
    if not scale or quantity.before:
        return ""
    return f"Write it out: {(Decimal(quantity.number) * 10**scale).normalize():f}. `style: compact` shows it short."


def _of_more(quantity: _Quantity) -> str:
    is_more = quantity.before in _MORE or quantity.after in _MORE
    return f"Write {quantity.number} alone; `at_least: true` says that it is more." if is_more else ""


def _of_unit(quantity: _Quantity) -> str:
    unit = "" if quantity.before else near_unit(quantity.after)
    cure = f"Write {quantity.number} alone, and where it is a `value`, `unit: {unit}` on a line of its own."
    return cure if unit else ""


def _of_words(quantity: _Quantity) -> str:
    return f"Write {quantity.number} alone. Words and currencies belong into `label`, or into `note`."


_QUANTITY_CURES: Final = (_of_separators, _of_percentage, _of_scale, _of_more, _of_unit, _of_words)


def date_cure(text: str) -> str:
    """Return what to write in the place of `text`, which is no date as a bundle writes one."""
    folded = unicodedata.normalize("NFKC", text).strip().casefold()
    if quarter := _QUARTER.fullmatch(folded):
        return f"Write {quarter[2] or quarter[3]}-Q{quarter[1] or quarter[4]}."
    return _date(_date_parts(folded))


def _date_parts(folded: str) -> list[int]:
    """Return year, month and day as far as a text names them, or nothing where it may be read in several ways."""
    numbers = [int(part) for part in re.findall(r"\d+", folded)]
    words = re.findall(r"[^\W\d_]+", folded)
    if words:
        return _with_month(words, numbers)
    if not numbers or not re.fullmatch(r"[\d\s./-]+", folded):
        return []
    if numbers[0] > _LAST_DAY:
        return numbers
    return [] if len(numbers) == 3 and "/" in folded else numbers[::-1]  # 4/5/2024 is read in two ways


def _with_month(words: list[str], numbers: list[int]) -> list[int]:
    months = [number for number, name in enumerate(_MONTHS, 1) if words[0].startswith(name)]
    return [numbers[-1], *months, *numbers[:-1]] if len(words) == len(months) == 1 and numbers else []


def _date(parts: list[int]) -> str:
    """Return how to write a date of year, month and day, the last two of which may be left out."""
    if not 1 <= len(parts) <= 3 or parts[0] <= _LAST_DAY:
        return _DATES
    try:
        date(*[*parts, 1, 1][:3])
    except (ValueError, OverflowError):
        return f"There is no such day. {_DATES}" if len(parts) == 3 else _DATES
    return f"Write {parts[0]:04}{''.join(f'-{part:02}' for part in parts[1:])}."


def near_unit(text: str) -> str:
    """Return the unit of CLDR that `text` means, or an empty text."""
    folded = text.lower().replace("metre", "meter").replace("litre", "liter").replace(" ", "-").replace("_", "-")
    named = _SHORT_UNITS.get(folded, folded)
    if named in known_units():
        return named
    alike = difflib.get_close_matches(named[:_LONGEST], known_units(), n=1, cutoff=_ALIKE) if len(named) > 3 else ()
    return next(iter(alike), "")


def _plain(number: str) -> str:
    """Return a number without marks between thousands and with a point before decimals, or an empty text."""
    groups = _GROUPS.fullmatch(number)
    if groups and _are_thousands(groups):
        decimals = (groups[4] or "").replace(",", ".")
        return (groups[1] + groups[2].replace(groups["mark"], "") + decimals).lstrip("+")
    return number.replace(",", ".").lstrip("+") if re.fullmatch(r"[-+]?\d+([.,]\d+)?", number) else ""


def _are_thousands(groups: re.Match[str]) -> bool:
    """Whether marks part thousands: `1.234` may as well be a decimal number."""
    mark, decimals = groups["mark"], groups[4] or ""
    return bool(mark != "." or len(groups[2]) > 4 or decimals) and not decimals.startswith(mark)
