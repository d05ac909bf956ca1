"""What one may write for each kind of value, and what is said to somebody who wrote something else.

Every reader takes what was parsed (a text, a list, a mapping, `Blank`, `Broken`) and returns the value, or raises the
error that `wrong` makes.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from typing import Final

from kiosk.ground.words import did_you_mean, listed, quote
from kiosk.yaml.base import Blank, synonyms, wrong
from kiosk.yaml.quantities import number_cure

LANGUAGE_KEY: Final = re.compile(r"[A-Za-z]{2,3}([_-][A-Za-z0-9]{2,8})*")
NUMBER: Final = re.compile(r"[-+]?(\d{1,400}(\.\d*)?|\.\d+)([eE][-+]?\d{1,4})?", re.ASCII)
LARGEST: Final = 1e15
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202d\u202e]")
_FLAGS: Final = synonyms("yes on 1: true", "no off 0: false")


def plain_text(value: object, wanted: str, example: str) -> str:
    """Return what was written as a text; `wanted` and `example` are for somebody who wrote something else."""
    if isinstance(value, str):
        return value
    if isinstance(value, Blank):
        cure = f"Write {wanted}, for example {example}, or take the key out."
        raise wrong("K204", "`{name}` has nothing after it", cure)
    if isinstance(value, list):
        cure = f"Take the brackets out, as in {example}. A text that holds brackets needs quotes."
        raise wrong("K209", f"`{{name}}` must be {wanted}, not a list", cure)
    cure = f"For example {example}. A text with braces needs quotes."
    raise wrong("K209", f"`{{name}}` must be {wanted}, not a mapping", cure)


def reader_of_words(longest: int) -> Callable[[object], str]:
    """Return a reader of a text of at most `longest` characters."""

    def read(value: object) -> str:
        text = plain_text(value, "a text", "`Some words`")
        if not text.strip():
            raise wrong("K204", "`{name}` has no text", "Write the text, or take the key out.")
        if len(text) > longest:
            raise wrong("K210", f"`{{name}}` is longer than {longest} characters", "Shorten it.")
        if found := _CONTROL.search(text):
            what = f"`{{name}}` holds the control character U+{ord(found[0]):04X}"
            raise wrong("K211", what, "Take it out of the text.")
        return text.strip("\n")

    return read


def read_number(value: object) -> float:
    """Read a finite number."""
    text = plain_text(value, "a number", "`500000`").strip()
    if not NUMBER.fullmatch(text):
        raise wrong("K216", f"`{{name}}` must be a number, not {quote(text)}", number_cure(text))
    number = float(text)
    if not math.isfinite(number) or abs(number) > LARGEST:
        raise wrong("K217", f"`{{name}}` is larger than the booth can show: {quote(text)}", "Keep it under 1e15.")
    return number


def between(least: float, most: float) -> Callable[[float], float]:
    """Return a check that a number lies between two bounds."""

    def check(number: float) -> float:
        if not least <= number <= most:
            what = f"`{{name}}` must lie between {least:g} and {most:g}, not at {number:g}"
            raise wrong("K217", what, "Choose a value in between.")
        return number

    return check


def read_flag(value: object) -> bool:
    """Read `true` or `false`; YAML's `yes` and `on` are asked back about."""
    text = plain_text(value, "true or false", "`true`").strip()
    if text in ("true", "false"):
        return text == "true"
    (meant,) = _FLAGS.get(text.lower(), (text,))
    cure = did_you_mean(meant, ("true", "false"), "Write `true` or `false`.")
    raise wrong("K218", f"`{{name}}` must be `true` or `false`, not {quote(text)}", cure)


def one_of(*choices: str, words: tuple[str, ...] = ()) -> Callable[[object], str]:
    """Return a reader of one of `choices`; `words` are rows of what people write instead (see `synonyms`)."""
    others = synonyms(*words)

    def read(value: object) -> str:
        text = plain_text(value, listed(choices), f"`{choices[0]}`").strip()
        if text not in choices:
            (meant,) = others.get(text.casefold(), (text,))
            cure = did_you_mean(meant, choices, f"Choose one of them, for example `{choices[0]}`.")
            raise wrong("K218", f"`{{name}}` must be {listed(choices)}, not {quote(text)}", cure)
        return text

    return read
