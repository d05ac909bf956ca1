"""What one may write for each kind of value, and what is said to somebody who wrote something else.

Every reader takes what was parsed (a text, a list, a mapping, `Blank`, `Broken`) and returns the value, or raises the
error that `wrong` makes.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable
from datetime import date
from typing import Final
from urllib.parse import urlsplit

from pydantic_core import PydanticCustomError

from kiosk.bundle.format.quantities import date_cure, near_unit, number_cure
from kiosk.ground.words import did_you_mean, listed, quote
from kiosk.language.formats import known_units


class Blank:
    """What stands where nothing was written after a key."""


class Broken:
    """What stands where the parser has already reported a mistake."""


LANGUAGE_KEY: Final = re.compile(r"[A-Za-z]{2,3}([_-][A-Za-z0-9]{2,8})*")
ID: Final = re.compile(r"[a-z][a-z0-9-]*")
_NUMBER: Final = re.compile(r"[-+]?(\d{1,400}(\.\d*)?|\.\d+)([eE][-+]?\d{1,4})?", re.ASCII)
COLOUR: Final = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
AS_OF: Final = re.compile(r"(\d{4})(?:-Q([1-4])|-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_SHORT_YEAR: Final = re.compile(r"[1-9]\d\d", re.ASCII)  # 964; of two digits it would rather be 2024
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202d\u202e]")
_OTHER_WORDS: Final = {
    **dict.fromkeys(("light", "bright", "white", "day"), ("paper",)),
    **dict.fromkeys(("black", "night"), ("dark",)),
    **dict.fromkeys(("pie", "donut", "doughnut", "parts"), ("share",)),
    **dict.fromkeys(("column", "columns", "bars", "histogram"), ("bar",)),
    **dict.fromkeys(("icons", "symbols", "waffle"), ("pictogram",)),
    **dict.fromkeys(("%", "percentage"), ("percent",)),
    **dict.fromkeys(("short", "k", "m"), ("compact",)),
    **dict.fromkeys(("plain", "full", "integer"), ("number",)),
    **dict.fromkeys(("no", "none", "nothing", "off", "false"), ("never",)),
    **dict.fromkeys(("yes", "all", "everything", "folders", "true"), ("any",)),
    **dict.fromkeys(("tap", "corner", "touch"), ("taps",)),
    **dict.fromkeys(("fingers", "long", "press"), ("hold",)),
}
_HERE: Final = ("localhost", "127.0.0.1", "0.0.0.0", "::1")
LARGEST: Final = 1e15
_LONGEST_ID: Final = 64
_LONGEST_URL: Final = 1000


def wrong(code: str, what: str, cure: str) -> PydanticCustomError:
    """Return the error that says `what` is wrong and what to do; `{name}` in `what` becomes the key's name."""
    return PydanticCustomError("kiosk", "{what}", {"what": what, "cure": cure, "code": code})


def plain_text(value: object, wanted: str, example: str) -> str:
    """Return what was written as a text; `wanted` and `example` are for somebody who wrote something else."""
    if isinstance(value, str):
        return value
    if isinstance(value, Blank):
        raise wrong(
            "K204", "`{name}` has nothing after it", f"Write {wanted}, for example {example}, or take the key out."
        )
    if isinstance(value, list):
        raise wrong(
            "K209",
            f"`{{name}}` must be {wanted}, not a list",
            f"Take the brackets out, as in {example}. A text that holds brackets needs quotes.",
        )
    raise wrong(
        "K209",
        f"`{{name}}` must be {wanted}, not a mapping",
        f"For example {example}. A text with braces needs quotes.",
    )


def reader_of_words(longest: int) -> Callable[[object], str]:
    """Return a reader of a text of at most `longest` characters."""

    def read(value: object) -> str:
        text = plain_text(value, "a text", "`Some words`")
        if not text.strip():
            raise wrong("K204", "`{name}` has no text", "Write the text, or take the key out.")
        if len(text) > longest:
            raise wrong("K210", f"`{{name}}` is longer than {longest} characters", "Shorten it.")
        found = _CONTROL.search(text)
        if found:
            raise wrong(
                "K211", f"`{{name}}` holds the control character U+{ord(found[0]):04X}", "Take it out of the text."
            )
        return text.strip("\n")

    return read


def per_language(value: object) -> object:
    """Read a text, or a map of languages to texts; a plain text stands under the empty language."""
    if isinstance(value, dict):
        if not value:
            raise wrong(
                "K204", "`{name}` is a map without a text", "Write a text, or one per language: `{en: ..., de: ...}`."
            )
        return value
    if isinstance(value, list):
        raise wrong(
            "K209",
            "`{name}` must be a text, or a map of languages to texts, not a list",
            "Write one text. A text with brackets needs quotes.",
        )
    return {"": value}


def read_number(value: object) -> float:
    """Read a finite number."""
    text = plain_text(value, "a number", "`500000`").strip()
    if not _NUMBER.fullmatch(text):
        raise wrong("K216", f"`{{name}}` must be a number, not {quote(text)}", number_cure(text))
    number = float(text)
    if not math.isfinite(number) or abs(number) > LARGEST:
        raise wrong("K217", f"`{{name}}` is larger than the booth can show: {quote(text)}", "Keep it under 1e15.")
    return number


def between(least: float, most: float) -> Callable[[float], float]:
    """Return a check that a number lies between two bounds."""

    def check(number: float) -> float:
        if not least <= number <= most:
            raise wrong(
                "K217",
                f"`{{name}}` must lie between {least:g} and {most:g}, not at {number:g}",
                "Choose a value in between.",
            )
        return number

    return check


def read_weight(value: object) -> int:
    """Read a weight from 1 to 3."""
    text = plain_text(value, "a number", "`2`").strip()
    if _NUMBER.fullmatch(text) and float(text) in (1, 2, 3):
        return int(float(text))
    what = f"`{{name}}` must be 1, 2 or 3, not {quote(text)}"
    raise wrong("K217", what, "1 is a small picture on the home page, 3 a large one.")


def read_version(value: object) -> int:
    """Read the version of the format, which is 1."""
    text = plain_text(value, "1", "`kiosk: 1`").strip()
    if text == "1":
        return 1
    if _NUMBER.fullmatch(text) and 1 < float(text) < math.inf:
        raise wrong(
            "K224",
            f"this bundle is written in version {text} of the format, and this program knows version 1",
            "Update the program, or write the bundle as version 1.",
        )
    raise wrong("K224", f"`kiosk` names the version of the format, and {quote(text)} is none", "Write `kiosk: 1`.")


def read_flag(value: object) -> bool:
    """Read `true` or `false`; YAML's `yes` and `on` are asked back about."""
    text = plain_text(value, "true or false", "`true`").strip()
    if text in ("true", "false"):
        return text == "true"
    meant = {"yes": "true", "on": "true", "1": "true", "no": "false", "off": "false", "0": "false"}.get(text.lower())
    raise wrong(
        "K218",
        f"`{{name}}` must be `true` or `false`, not {quote(text)}",
        did_you_mean(meant or text, ("true", "false"), "Write `true` or `false`."),
    )


def read_colour(value: object) -> str:
    """Read `#rgb` or `#rrggbb`, and return it as `#rrggbb`."""
    if isinstance(value, Blank):
        raise wrong(
            "K204", "`{name}` has nothing after it", 'A colour needs quotes, because # begins a comment: `"#E5432D"`.'
        )
    text = plain_text(value, "a colour", '`"#E5432D"`').strip()
    if not COLOUR.fullmatch(text):
        cure = (
            f'Write `"#{text}"`.'
            if COLOUR.fullmatch(f"#{text}")
            else 'Write it as `"#RRGGBB"`, for example `"#E5432D"`.'
        )
        raise wrong("K219", f"`{{name}}` must be a colour, not {quote(text)}", cure)
    digits = text[1:].lower()
    return "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))


def read_id(value: object) -> str:
    """Read an id: lower case letters, digits and dashes."""
    text = plain_text(value, "an id", "`new-energy`")
    if len(text) > _LONGEST_ID:
        raise wrong("K222", f"`{{name}}` is longer than {_LONGEST_ID} characters", "Choose a shorter one.")
    if not ID.fullmatch(text):
        letters = unicodedata.normalize("NFKD", text.lower())
        letters = "".join(c for c in letters if unicodedata.category(c) not in ("Mn", "Cf"))
        plain = re.sub(r"[^a-z0-9]+", "-", letters).strip("-")
        cure = (
            f"Write `{plain}`." if ID.fullmatch(plain) else "Begin with a letter from a to z, for example `new-energy`."
        )
        raise wrong(
            "K222", f"`{{name}}` may hold only a-z, 0-9 and `-`, and begins with a letter: not {quote(text)}", cure
        )
    return text


def read_reference(value: object) -> str:
    """Read the id that something refers to; whether it exists is for `check.py` to say."""
    return plain_text(value, "an id", "`automotive`").strip()


def read_url(value: object) -> str:
    """Read an address of the web."""
    text = plain_text(value, "an address", "`https://example.org/`").strip()
    try:
        parts = urlsplit(text)
        host = parts.hostname if parts.port is None or parts.port else None
    except ValueError:
        parts, host = urlsplit(""), None
    if parts.scheme not in ("http", "https") or not host:
        inside = re.search(r"https?://[^\s<>()\[\]\"']+", text)
        cure = (
            f"Write `https://{text}`."
            if re.fullmatch(r"[\w-]+(\.[\w-]+)+(/\S*)?", text)
            else f"Write only the address: `{inside[0]}`."
            if inside
            else "It begins with `https://`."
        )
        raise wrong("K223", f"`{{name}}` must be a web address, not {quote(text)}", cure)
    if host in ("http", "https"):
        cure = f"Write {quote(re.sub(r'^(?:https?:/*)+', 'https://', text), 80)}."
        raise wrong("K223", f"`{{name}}` begins twice: {quote(text)}", cure)
    if host in _HERE or host.endswith(".localhost"):
        what = f"`{{name}}` leads to the machine that opens it, which is the visitor's telephone: {quote(text)}"
        raise wrong("K223", what, "Write the address under which others reach the page.")
    if re.search(r"[\s\x00-\x20\x7f-\xa0<>\"\\^`{|}]", text) or any(not c.isprintable() for c in text):
        raise wrong(
            "K223", "`{name}` holds a character that no address may have", "Take spaces, quotes and braces out of it."
        )
    if len(text) > _LONGEST_URL:
        raise wrong(
            "K223",
            f"`{{name}}` is longer than {_LONGEST_URL} characters",
            "A QR code holds no more: use a shorter address.",
        )
    return text


def read_as_of(value: object) -> str:
    """Read a year, a quarter, a month or a day."""
    text = plain_text(value, "a date", "`2024-04`").strip()
    text = f"0{text}" if _SHORT_YEAR.fullmatch(text) else text
    found = AS_OF.fullmatch(text)
    try:
        if found and int(found[1]):
            date(int(found[1]), int(found[3] or 1), int(found[4] or 1))
            return text
    except ValueError:
        pass
    raise wrong("K220", f"`{{name}}` must be a date, not {quote(text)}", date_cure(text))


def read_unit(value: object) -> str:
    """Read the id of a unit of CLDR."""
    text = plain_text(value, "a unit", "`square-kilometer`").strip()
    if text not in known_units():
        near = near_unit(text)
        cure = f"Did you mean `{near}`?" if near else "Use a unit of CLDR such as `square-kilometer` or `kilogram`."
        if text != "%":
            cure += " What is counted, or paid in, belongs into `label`."
        raise wrong("K221", f"`{{name}}` must be a unit of CLDR, not {quote(text)}", cure)
    return text


def read_fonts(value: object) -> object:
    """Read a map of scripts to fonts."""
    for script in value if isinstance(value, dict) else ():
        if not re.fullmatch(r"[A-Z][a-z]{3}", script):
            raise wrong(
                "K225", f"{quote(script)} is no script code", "Use ISO 15924: `Latn`, `Arab`, `Hans`, `Cyrl`..."
            )
    return value


def read_code(value: object) -> str:
    """Read the code of a language; whether it is one is for `check.py` to say."""
    return plain_text(value, "a language code", "`de`").strip()


def read_warning_code(value: object) -> str:
    """Read the code of a warning of `kiosk check`."""
    from kiosk.bundle.codes import BY_CODE

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


def one_of(*choices: str) -> Callable[[object], str]:
    """Return a reader of one of `choices`."""

    def read(value: object) -> str:
        text = plain_text(value, listed(choices), f"`{choices[0]}`").strip()
        if text not in choices:
            what = f"`{{name}}` must be {listed(choices)}, not {quote(text)}"
            meant = next((word for word in _OTHER_WORDS.get(text.casefold(), ()) if word in choices), text)
            raise wrong("K218", what, did_you_mean(meant, choices, f"Choose one of them, for example `{choices[0]}`."))
        return text

    return read
