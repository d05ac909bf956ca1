"""Numbers, units and dates the way people write them: what was meant, and how a bundle says it."""

from __future__ import annotations

import difflib
import re
import unicodedata
from datetime import date
from decimal import Decimal
from typing import Final

from kiosk.language.formats import known_units

_SHORT_UNITS: Final = {
    "km": "kilometer",
    "km2": "square-kilometer",
    "km²": "square-kilometer",
    "m": "meter",
    "m2": "square-meter",
    "m²": "square-meter",
    "qm": "square-meter",
    "m3": "cubic-meter",
    "m³": "cubic-meter",
    "cm": "centimeter",
    "mm": "millimeter",
    "ha": "hectare",
    "kg": "kilogram",
    "g": "gram",
    "t": "tonne",
    "tons": "tonne",
    "l": "liter",
    "ml": "milliliter",
    "w": "watt",
    "kw": "kilowatt",
    "mw": "megawatt",
    "gw": "gigawatt",
    "kwh": "kilowatt-hour",
    "gb": "gigabyte",
    "tb": "terabyte",
    "%": "percent",
    "°c": "celsius",
    "°": "degree",
    "km/h": "kilometer-per-hour",
    "kmh": "kilometer-per-hour",
    "kph": "kilometer-per-hour",
    "mph": "mile-per-hour",
    "m/s": "meter-per-second",
    "h": "hour",
    "hours": "hour",
    "min": "minute",
    "s": "second",
    "y": "year",
    "years": "year",
    "days": "day",
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
_MONTHS: Final = dict(
    zip(("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), range(1, 13), strict=True)
)
_LAST_DAY: Final = 31
_DATES: Final = "Write 2024, 2024-Q1, 2024-04 or 2024-04-20."
_PLAIN: Final = re.compile(r"[-+]?\d+(\.\d+)?")
_LONGEST: Final = 60
_ALIKE: Final = 0.8
_ELSE: Final = "Write digits only, for example 500000 or 0.303; words and units have keys of their own."


def number_cure(text: str) -> str:
    """Return what to write in the place of `text`, which is no plain number."""
    text = "".join(c if c.isascii() or unicodedata.digit(c, None) is None else str(unicodedata.digit(c)) for c in text)
    if _PLAIN.fullmatch(text):
        return f"Write it with the digits 0 to 9: {text}."
    parts = re.fullmatch(r"(\d{1,6})\s*/\s*([1-9]\d{0,5})", text)
    if parts:
        return f"A fraction is written as a decimal number: {int(parts[1]) / int(parts[2]):.4g}."
    if re.fullmatch(r"0[xX][0-9a-fA-F]{1,12}", text):
        return f"Write it with the digits 0 to 9: {int(text, 16)}."
    clock = re.fullmatch(r"(\d{1,2}):([0-5]\d)", text)
    if clock:
        return f"Write the seconds alone: {int(clock[1]) * 60 + int(clock[2])}."
    found = _QUANTITY.fullmatch(text) if len(text) <= _LONGEST else None
    number = _plain(found["number"]) if found else ""
    if not found or not number:
        return _ELSE
    before, after = found["before"].strip().casefold(), found["after"].strip()
    if not before and not after:
        return _separated(text, number)
    if after in ("%", "percent"):
        fraction = f"{(Decimal(number) / 100).normalize():f}"
        return f"A percentage is a fraction: write {fraction}, for a `value` with `style: percent`."
    scale = _SCALES.get(after.casefold().rstrip("."))
    if scale and not before:
        return f"Write it out: {(Decimal(number) * 10**scale).normalize():f}. `style: compact` shows it short."
    if before in _MORE or after in _MORE:
        return f"Write {number} alone; `at_least: true` says that it is more."
    unit = "" if before else near_unit(after)
    if unit:
        return f"Write {number} alone, and where it is a `value`, `unit: {unit}` on a line of its own."
    return f"Write {number} alone. Words and currencies belong into `label`, or into `note`."


def date_cure(text: str) -> str:
    """Return what to write in the place of `text`, which is no date as a bundle writes one."""
    folded = unicodedata.normalize("NFKC", text).strip().casefold()
    quarter = re.fullmatch(r"(?:q([1-4])[\s/-]*(\d{4})|(\d{4})[\s/-]*q([1-4]))", folded)
    if quarter:
        return f"Write {quarter[2] or quarter[3]}-Q{quarter[1] or quarter[4]}."
    numbers = [int(part) for part in re.findall(r"\d+", folded)]
    months = [number for name, number in _MONTHS.items() if re.search(rf"\b{name}[a-z]*\b", folded)]
    words = re.findall(r"[^\W\d_]+", folded)
    if len(words) == len(months) == 1 and 1 <= len(numbers) <= 2 and numbers[-1] > _LAST_DAY:
        return _date(numbers[-1], months[0], numbers[0] if len(numbers) == 2 else 0)
    if words or not re.fullmatch(r"[\d\s./-]+", folded):
        return _DATES
    match numbers:
        case [year] if _LAST_DAY < year <= date.max.year:
            return f"Write {year:04}."
        case [year, month] if year > _LAST_DAY:
            return _date(year, month)
        case [month, year] if year > _LAST_DAY:
            return _date(year, month)
        case [year, month, day] if year > _LAST_DAY:
            return _date(year, month, day)
        case [day, month, year] if year > _LAST_DAY and "/" not in folded:  # 4/5/2024 is read in two ways
            return _date(year, month, day)
    return _DATES


def _date(year: int, month: int, day: int = 0) -> str:
    try:
        date(year, month, day or 1)
    except ValueError:
        return f"There is no such day. {_DATES}" if day else _DATES
    return f"Write {year:04}-{month:02}" + (f"-{day:02}." if day else ".")


def near_unit(text: str) -> str:
    """Return the unit of CLDR that `text` means, or an empty text."""
    folded = text.lower().replace("metre", "meter").replace("litre", "liter").replace(" ", "-").replace("_", "-")
    named = _SHORT_UNITS.get(folded, folded)
    if named in known_units():
        return named
    near = (
        difflib.get_close_matches(named[:_LONGEST], list(known_units()), n=1, cutoff=_ALIKE) if len(named) > 3 else []
    )
    return near[0] if near else ""


def _plain(number: str) -> str:
    """Return a number without marks between thousands and with a point before decimals, or an empty text."""
    groups = _GROUPS.fullmatch(number)
    many = groups is not None and (len(groups[2]) > 4 or groups["mark"] not in ".")
    if groups and (many or groups[4]) and (groups[4] or "")[:1] != groups["mark"]:
        return (groups[1] + groups[2].replace(groups["mark"], "") + (groups[4] or "").replace(",", ".")).lstrip("+")
    if re.fullmatch(r"[-+]?\d+([.,]\d+)?", number):
        return number.replace(",", ".").lstrip("+")
    return ""


def _separated(text: str, number: str) -> str:
    if "." in number and "," in text and not _GROUPS.fullmatch(text):
        return f"Write the decimals after a point: {number}."
    return f"Write it without separators: {number}. The booth sets them as each language does."
