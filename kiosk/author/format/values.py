"""What one may write for values that only a bundle has: colours, ids, addresses, dates, units, texts by language."""

from __future__ import annotations

import math
import re
import unicodedata
from contextlib import suppress
from datetime import date
from typing import Final, NoReturn
from urllib.parse import SplitResult, urlsplit

from kiosk.author.codes import BY_CODE
from kiosk.ground.words import did_you_mean, quote
from kiosk.language.formats import known_units
from kiosk.yaml.base import Blank, wrong
from kiosk.yaml.quantities import date_cure, near_unit
from kiosk.yaml.readers import NUMBER, plain_text

ID: Final = re.compile(r"[a-z][a-z0-9-]*")
COLOUR: Final = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
AS_OF: Final = re.compile(r"(\d{4})(?:-Q([1-4])|-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_SHORT_YEAR: Final = re.compile(r"[1-9]\d\d", re.ASCII)  # 964; of two digits it would rather be 2024
_SCRIPT: Final = re.compile(r"[A-Z][a-z]{3}")
_HERE: Final = re.compile(r"localhost|127\.0\.0\.1|0\.0\.0\.0|::1|.*\.localhost")
_BARE_ADDRESS: Final = re.compile(r"[\w-]+(\.[\w-]+)+(/\S*)?")
_ADDRESS_INSIDE: Final = re.compile(r"https?://[^\s<>()\[\]\"']+")
_NOT_IN_ADDRESS: Final = re.compile(r"[\s\x00-\x20\x7f-\xa0<>\"\\^`{|}]")
_TELEPHONE: Final = re.compile(r"\+?[0-9(][-0-9()./ ]*[0-9]")
_EMAIL: Final = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+")
_MOST_DIGITS: Final = 15  # of ITU-T E.164
_LONGEST_EMAIL: Final = 254
_LONGEST_ID: Final = 64
_LONGEST_URL: Final = 1000


def per_language(value: object) -> object:
    """Read a text, or a map of languages to texts; a plain text stands under the empty language."""
    if value == {}:
        cure = "Write a text, or one per language: `{en: ..., de: ...}`."
        raise wrong("K204", "`{name}` is a map without a text", cure)
    if isinstance(value, list):
        what = "`{name}` must be a text, or a map of languages to texts, not a list"
        raise wrong("K209", what, "Write one text. A text with brackets needs quotes.")
    return value if isinstance(value, dict) else {"": value}


def read_weight(value: object) -> int:
    """Read a weight from 1 to 3."""
    text = plain_text(value, "a number", "`2`").strip()
    if NUMBER.fullmatch(text) and float(text) in (1, 2, 3):
        return int(float(text))
    what = f"`{{name}}` must be 1, 2 or 3, not {quote(text)}"
    raise wrong("K217", what, "1 is a small picture on the home page, 3 a large one.")


def read_version(value: object) -> int:
    """Read the version of the format, which is 1."""
    text = plain_text(value, "1", "`kiosk: 1`").strip()
    if text == "1":
        return 1
    if NUMBER.fullmatch(text) and 1 < float(text) < math.inf:
        what = f"this bundle is written in version {text} of the format, and this program knows version 1"
        raise wrong("K224", what, "Update the program, or write the bundle as version 1.")
    raise wrong("K224", f"`kiosk` names the version of the format, and {quote(text)} is none", "Write `kiosk: 1`.")


def read_colour(value: object) -> str:
    """Read `#rgb` or `#rrggbb`, and return it as `#rrggbb`."""
    if isinstance(value, Blank):
        cure = 'A colour needs quotes, because # begins a comment: `"#E5432D"`.'
        raise wrong("K204", "`{name}` has nothing after it", cure)
    text = plain_text(value, "a colour", '`"#E5432D"`').strip()
    if COLOUR.fullmatch(text):
        return six_digits(text)
    lacks_mark = COLOUR.fullmatch(f"#{text}")
    cure = f'Write `"#{text}"`.' if lacks_mark else 'Write it as `"#RRGGBB"`, for example `"#E5432D"`.'
    raise wrong("K219", f"`{{name}}` must be a colour, not {quote(text)}", cure)


def six_digits(colour: str) -> str:
    """Return `#rgb` or `#rrggbb` as `#rrggbb`."""
    digits = colour.removeprefix("#").lower()
    return "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))


def read_id(value: object) -> str:
    """Read an id: lower case letters, digits and dashes."""
    text = plain_text(value, "an id", "`new-energy`")
    if len(text) > _LONGEST_ID:
        raise wrong("K222", f"`{{name}}` is longer than {_LONGEST_ID} characters", "Choose a shorter one.")
    if ID.fullmatch(text):
        return text
    plain = _as_id(text)
    cure = f"Write `{plain}`." if ID.fullmatch(plain) else "Begin with a letter from a to z, for example `new-energy`."
    what = f"`{{name}}` may hold only a-z, 0-9 and `-`, and begins with a letter: not {quote(text)}"
    raise wrong("K222", what, cure)


def _as_id(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.lower())
    letters = "".join(c for c in letters if unicodedata.category(c) not in ("Mn", "Cf"))
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")


def read_reference(value: object) -> str:
    """Read the id that something refers to; whether it exists is for `check.py` to say."""
    return plain_text(value, "an id", "`automotive`").strip()


def read_url(value: object) -> str:
    """Read an address of the web."""
    text = plain_text(value, "an address", "`https://example.org/`").strip()
    parts = _split(text)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        _refuse(f"`{{name}}` must be a web address, not {quote(text)}", _address_cure(text))
    if parts.hostname in ("http", "https"):
        cure = f"Write {quote(re.sub(r'^(?:https?:/*)+', 'https://', text), 80)}."
        _refuse(f"`{{name}}` begins twice: {quote(text)}", cure)
    if _HERE.fullmatch(parts.hostname):
        what = f"`{{name}}` leads to the machine that opens it, which is the visitor's telephone: {quote(text)}"
        _refuse(what, "Write the address under which others reach the page.")
    if _NOT_IN_ADDRESS.search(text) or not text.isprintable():
        _refuse("`{name}` holds a character that no address may have", "Take spaces, quotes and braces out of it.")
    if len(text) > _LONGEST_URL:
        what = f"`{{name}}` is longer than {_LONGEST_URL} characters"
        _refuse(what, "A QR code holds no more: use a shorter address.")
    return text


def _split(text: str) -> SplitResult:
    """Return the parts of an address, none where its host or its port makes no sense."""
    with suppress(ValueError):
        parts = urlsplit(text)
        if parts.port != 0:
            return parts
    return urlsplit("")


def _address_cure(text: str) -> str:
    if _BARE_ADDRESS.fullmatch(text):
        return f"Write `https://{text}`."
    inside = _ADDRESS_INSIDE.search(text)
    return f"Write only the address: `{inside[0]}`." if inside else "It begins with `https://`."


def _refuse(what: str, cure: str) -> NoReturn:
    raise wrong("K223", what, cure)


def read_telephone(value: object) -> str:
    """Read a telephone number: digits, and what people write between them."""
    text = plain_text(value, "a telephone number", "`+44 20 7946 0100`").strip()
    digits = sum(character.isdigit() for character in text)
    if _TELEPHONE.fullmatch(text) and 3 <= digits <= _MOST_DIGITS and "(0)" not in text:
        return text
    cure = "Write digits, with `+` and the country first: `+44 20 7946 0100`."
    if "(0)" in text:
        cure = f"Leave out `(0)`: {quote(re.sub(r' *[(]0[)] *', ' ', text))}."
    raise wrong("K237", f"`{{name}}` must be a telephone number that can be dialled, not {quote(text)}", cure)


def read_email(value: object) -> str:
    """Read an e-mail address."""
    text = plain_text(value, "an e-mail address", "`office@example.com`").strip()
    if _EMAIL.fullmatch(text) and len(text) <= _LONGEST_EMAIL:
        return text
    inside = _EMAIL.search(text)
    cure = f"Write only the address: {quote(inside[0])}." if inside else "Write for example `office@example.com`."
    raise wrong("K238", f"`{{name}}` must be an e-mail address, not {quote(text)}", cure)


def read_as_of(value: object) -> str:
    """Read a year, a quarter, a month or a day."""
    text = plain_text(value, "a date", "`2024-04`").strip()
    text = f"0{text}" if _SHORT_YEAR.fullmatch(text) else text
    if found := AS_OF.fullmatch(text):
        with suppress(ValueError):
            date(int(found[1]), int(found[3] or 1), int(found[4] or 1))
            return text
    raise wrong("K220", f"`{{name}}` must be a date, not {quote(text)}", date_cure(text))


def read_unit(value: object) -> str:
    """Read the id of a unit of CLDR."""
    text = plain_text(value, "a unit", "`square-kilometer`").strip()
    if text in known_units():
        return text
    near = near_unit(text)
    cure = f"Did you mean `{near}`?" if near else "Use a unit of CLDR such as `square-kilometer` or `kilogram`."
    counted = "" if text == "%" else " What is counted, or paid in, belongs into `label`."
    raise wrong("K221", f"`{{name}}` must be a unit of CLDR, not {quote(text)}", cure + counted)


def read_fonts(value: object) -> object:
    """Read a map of scripts to fonts."""
    for script in value if isinstance(value, dict) else ():
        if not _SCRIPT.fullmatch(script):
            cure = "Use ISO 15924: `Latn`, `Arab`, `Hans`, `Cyrl`..."
            raise wrong("K225", f"{quote(script)} is no script code", cure)
    return value


def read_code(value: object) -> str:
    """Read the code of a language; whether it is one is for `check.py` to say."""
    return plain_text(value, "a language code", "`de`").strip()


def read_warning_code(value: object) -> str:
    """Read the code of a warning of `kiosk check`."""
    text = plain_text(value, "a code", "`K412`").strip()
    code = BY_CODE.get(text)
    if code is None:
        warnings = [known.code for known in BY_CODE.values() if known.severity == "warning"]
        meant = text.upper() if text.upper() in BY_CODE else text
        cure = did_you_mean(meant, warnings, "Copy it from the report of `kiosk check`.")
        raise wrong("K230", f"{quote(text)} is no code of a finding", cure)
    if code.severity != "warning":
        what = f"{text} ({code.title[:1].lower()}{code.title[1:]}) is an error, and only warnings can be silenced"
        raise wrong("K231", what, "Mend what it reports, and take this entry out.")
    return text
