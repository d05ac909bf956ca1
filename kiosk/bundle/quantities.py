"""Numbers and units the way people write them: what was meant, and how a bundle says it."""

from __future__ import annotations

import difflib
import re
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
_LONGEST: Final = 60
_ALIKE: Final = 0.8
_ELSE: Final = "Write digits only, for example 500000 or 0.303; words and units have keys of their own."


def number_cure(text: str) -> str:
    """Return what to write in the place of `text`, which is no plain number."""
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
