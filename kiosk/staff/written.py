"""What one writes into `booth.yaml`: the models that check it.

Descriptions and examples are for those who set up a booth.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Annotated, ClassVar, Final

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema

from kiosk.bundle.format.base import Blank, Synonyms, Written, synonyms, wrong
from kiosk.bundle.format.readers import LANGUAGE_KEY, between, one_of, plain_text, read_flag, reader_of_words
from kiosk.ground.errors import LanguageError
from kiosk.ground.words import quote
from kiosk.language.locales import describe_language

DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
CLOSED: Final = "closed"
_RANGE: Final = re.compile(r"(\d{1,2})[:.](\d{2})\s*[-–]\s*(\d{1,2})[:.](\d{2})", re.ASCII)
_NUMBER: Final = re.compile(r"-?\d{1,9}(\.\d{1,9})?", re.ASCII)
_MEASURE: Final = re.compile(r"(\d{1,9}(?:\.\d{1,9})?)\s*(\D{1,10})", re.ASCII)
_UNITS: Final[dict[str, dict[str, float]]] = {
    "seconds": {"s": 1, "sec": 1, "second": 1, "seconds": 1, "min": 60, "minute": 60, "minutes": 60, "h": 3600},
    "mm": {"mm": 1, "cm": 10, "m": 1000},
    "inch": {'"': 1, "″": 1, "in": 1, "inch": 1, "inches": 1, "cm": 1 / 2.54, "mm": 1 / 25.4},
    "percent": {"%": 1, "percent": 1},
    "degrees": {"°": 1, "deg": 1, "degrees": 1},
    "days": {"d": 1, "day": 1, "days": 1, "weeks": 7, "months": 30, "year": 365, "years": 365},
}
_DAY_MINUTES: Final = 24 * 60
_HASH: Final = re.compile(r"\$argon2id\$v=\d+\$[\w=,]+\$[\w+/]+\$[\w+/]+", re.ASCII)


def _version(value: object) -> int:
    text = plain_text(value, "1", "`booth: 1`").strip()
    if text != "1":
        what = f"`booth` names the version of the format, and this program knows version 1, not {quote(text)}"
        raise wrong("K224", what, "Write `booth: 1`, or update the program.")
    return 1


def _language(value: object) -> str:
    text = plain_text(value, "the code of a language", "`de`").strip()
    if not text:
        return ""
    what = f"`{{name}}` must be the code of a language, not {quote(text)}"
    if "," in text or " " in text:
        raise wrong("K901", what, "Write one code alone, for example `de`.")
    try:
        return describe_language(text).code
    except LanguageError as error:
        raise wrong("K901", what, error.cure) from error


def _languages(value: object) -> object:
    return [] if isinstance(value, Blank) else value


def _number(value: object, unit: str) -> float:
    """Return a number; with a unit behind it, what to write instead is said in the key's own."""
    text = plain_text(value, "a number", "`60`").strip()
    if _NUMBER.fullmatch(text):
        return float(text)
    found = _MEASURE.fullmatch(text)
    factor = _UNITS.get(unit, {}).get(found[2].lower()) if found else None
    cure = f"Write {float(found[1]) * factor:g}." if found and factor else "Write digits alone, for example `60`."
    raise wrong("K216", f"`{{name}}` must be a number, not {quote(text)}", cure)


def _whole(least: int, most: int, unit: str = "") -> object:
    check = between(least, most)

    def read(value: object) -> int:
        number = check(_number(value, unit))
        if number != int(number):
            raise wrong("K216", f"`{{name}}` must be a whole number, not {number:g}", f"Write {round(number)}.")
        return int(number)

    return BeforeValidator(read)


def _between(least: float, most: float, unit: str) -> object:
    check = between(least, most)
    return BeforeValidator(lambda value: check(_number(value, unit)))


def _rotation(value: object) -> int:
    number = _number(value, "degrees")
    if number not in (0, 90, 180, 270):
        raise wrong("K217", f"`{{name}}` must be 0, 90, 180 or 270 degrees, not {number:g}", "Choose one of them.")
    return int(number)


def _hash(value: object) -> str:
    text = plain_text(value, "what `kiosk pin` wrote", "`kiosk pin`").strip() if not isinstance(value, Blank) else ""
    if text and not _HASH.fullmatch(text):
        raise wrong("K902", "`{name}` is no hash of a PIN", "Do not write a PIN here: set it with `kiosk pin`.")
    return text


def _day(value: object) -> object:
    """Return what stands at a day as a list of ranges: none for `closed`."""
    if isinstance(value, str) and value.strip() == CLOSED:
        return []
    return value if isinstance(value, list) else [value]


def _range(value: object) -> tuple[int, int]:
    """Return `09:00-18:00` as minutes since midnight."""
    text = plain_text(value, "opening hours", '`"09:00-18:00"`').strip()
    found = _RANGE.fullmatch(text)
    begins, ends = (_minutes(found[1], found[2]), _minutes(found[3], found[4])) if found else (-1, -1)
    if begins < 0 or ends < 0:
        cure = 'Write for example `"09:00-18:00"`, or `closed`.'
        raise wrong("K903", f"`{{name}}` must be opening hours, not {quote(text)}", cure)
    if begins >= ends:
        cure = 'Hours that go on after midnight stand on both days: `"20:00-24:00"`, then `"00:00-02:00"`.'
        raise wrong("K903", f"`{{name}}` ends before it begins: {quote(text)}", cure)
    return begins, ends


def _minutes(hours: str, minutes: str) -> int:
    """Return a time of the day in minutes, or -1 where there is no such time."""
    found = int(hours) * 60 + int(minutes)
    return found if int(minutes) < 60 and found <= _DAY_MINUTES else -1


def _in_order(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    if any(after[0] < before[1] for before, after in pairwise(ranges)):
        what = "the hours at `{name}` overlap, or are not in order"
        raise wrong("K903", what, "Write the earlier ones first, and each time of the day once.")
    return ranges


def _schema(**entries: object) -> WithJsonSchema:
    return WithJsonSchema(dict(entries))


_CODE_SCHEMA = _schema(type="string", pattern=f"^({LANGUAGE_KEY.pattern})?$")
_GESTURES = BeforeValidator(one_of("hold", "taps", words=("fingers long press: hold", "tap corner touch: taps")))
_STICKS = BeforeValidator(
    one_of(
        "never",
        "packed",
        "any",
        words=("no none nothing off false: never", "yes all everything folders true: any"),
    )
)
Flag = Annotated[bool, BeforeValidator(read_flag), _schema(type="boolean")]
Code = Annotated[str, BeforeValidator(_language), _CODE_SCHEMA]
Codes = Annotated[list[Code], BeforeValidator(_languages), _schema(type="array", items={"type": "string"})]
Name = Annotated[str, BeforeValidator(reader_of_words(80)), _schema(type="string")]
Path = Annotated[str, BeforeValidator(reader_of_words(1_000)), _schema(type="string")]
Day = Annotated[
    list[Annotated[tuple[int, int], BeforeValidator(_range)]] | None,
    BeforeValidator(_day),
    AfterValidator(_in_order),
    _schema(anyOf=[{"type": "string"}, {"type": "array", "items": {"type": "string"}}]),
]


class Languages(Written):
    """What the booth speaks."""

    default: Code = Field("", description="The language to begin with. Left out: the bundle's first.", examples=["de"])
    offered: Codes = Field(
        [], description="What visitors may choose. Left out: all that the bundle has.", examples=[["de", "en", "fr"]]
    )
    staff: Code = Field("", description="The language of the staff panel. Left out: the booth's.", examples=["de"])


class Idle(Written):
    """How patient the booth is."""

    seconds: Annotated[float, _between(5, 3600, "seconds"), _schema(type="number", minimum=5, maximum=3600)] = Field(
        60.0, description="Seconds without a touch until it asks whether somebody is still there.", examples=[60]
    )
    warning_seconds: Annotated[float, _between(20, 600, "seconds"), _schema(type="number", minimum=20, maximum=600)] = (
        Field(20.0, description="How long it waits for an answer; 20 seconds at least.", examples=[20])
    )


class Screen(Written):
    """The screen, and how it stands."""

    display: Annotated[int | None, _whole(0, 63), _schema(type="integer", minimum=0)] = Field(
        None, description="Which screen, counted from 0. Left out: the primary one.", examples=[0]
    )
    diagonal_inch: Annotated[float | None, _between(5, 300, "inch"), _schema(type="number")] = Field(
        None, description="Its diagonal, where the screen does not say the truth about its size.", examples=[55]
    )
    viewing_mm: Annotated[float, _between(300, 5000, "mm"), _schema(type="number")] = Field(
        600.0, description="From how far away one reads, in millimetres. Type grows with it.", examples=[600]
    )
    rotation: Annotated[int, BeforeValidator(_rotation), _schema(enum=[0, 90, 180, 270])] = Field(
        0, description="How far the picture is turned clockwise, in degrees.", examples=[90]
    )


class Sound(Written):
    """How loud films are, in percent."""

    volume: Annotated[int, _whole(0, 100, "percent"), _schema(type="integer", minimum=0, maximum=100)] = Field(
        70, description="How loud films begin once a visitor switches the sound on.", examples=[70]
    )
    cap: Annotated[int, _whole(0, 100, "percent"), _schema(type="integer", minimum=0, maximum=100)] = Field(
        100, description="How loud they may become at most.", examples=[80]
    )


class Hours(Written):
    """When the booth is open. A day that is left out is closed; without any, it is always open."""

    mon: Day = Field(None, description="Monday.", examples=["09:00-18:00"])
    tue: Day = Field(None, description="Tuesday.", examples=[["09:00-12:30", "13:30-18:00"]])
    wed: Day = Field(None, description="Wednesday.", examples=["09:00-18:00"])
    thu: Day = Field(None, description="Thursday.", examples=["09:00-18:00"])
    fri: Day = Field(None, description="Friday.", examples=["09:00-18:00"])
    sat: Day = Field(None, description="Saturday.", examples=["10:00-16:00"])
    sun: Day = Field(None, description="Sunday.", examples=["closed"])


class WayIn(Written):
    """The hidden gesture that opens the PIN pad."""

    gesture: Annotated[str, _GESTURES, _schema(enum=["hold", "taps"])] = Field(
        "hold", description="`hold`: two fingers held still. `taps`: taps in a corner.", examples=["taps"]
    )
    corner: Annotated[
        str,
        BeforeValidator(one_of("top-left", "top-right", "bottom-left", "bottom-right")),
        _schema(enum=["top-left", "top-right", "bottom-left", "bottom-right"]),
    ] = Field("top-left", description="The corner of the taps.", examples=["top-right"])
    taps: Annotated[int, _whole(3, 12), _schema(type="integer", minimum=3, maximum=12)] = Field(
        5, description="How many taps.", examples=[5]
    )
    seconds: Annotated[float, _between(1, 15, "seconds"), _schema(type="number", minimum=1, maximum=15)] = Field(
        3.0, description="How long two fingers are held, or how quickly the taps follow.", examples=[3]
    )


class Pin(Written):
    """The PIN of the staff panel."""

    hash: Annotated[str, BeforeValidator(_hash), _schema(type="string")] = Field(
        "", description="What `kiosk pin` wrote: never the PIN itself.", examples=[""]
    )
    scrambled: Flag = Field(
        False, description="Digits in another place each time, so that nobody learns the movement.", examples=[True]
    )


class Counts(Written):
    """Counting, without anything that tells of a person."""

    enabled: Flag = Field(False, description="Whether visits are counted.", examples=[True])
    keep_days: Annotated[int, _whole(1, 4000, "days"), _schema(type="integer", minimum=1)] = Field(
        400, description="For how many days the counts are kept.", examples=[400]
    )


class Log(Written):
    """The log."""

    file: Path = Field(
        "", description="Where it lies. Left out: where the account keeps its state.", examples=["kiosk.log"]
    )


class Booth(Written):
    """The whole file."""

    synonyms: ClassVar[Synonyms] = synonyms(
        "author by person: name",
        "language: languages",
        "timeout time_out patience: idle seconds",
        "duration time length: seconds",
        "loudness audio level: sound volume",
        "max maximum limit most: cap",
        "monitor screen_number: screen display",
        "inch inches size diagonal: diagonal_inch",
        "distance viewing_distance: viewing_mm",
        "orientation rotate turned: rotation",
        "opening opening_hours open: hours",
        "password passcode code: pin hash",
        "usb stick drives: sticks",
        "statistics counting counter: counts",
        "logs logging: log",
        "monday mo montag: mon",
        "tuesday tues di dienstag: tue",
        "wednesday mi mittwoch: wed",
        "thursday thur thurs do donnerstag: thu",
        "friday fr freitag: fri",
        "saturday sa samstag: sat",
        "sunday so sonntag: sun",
    )

    booth: Annotated[int, BeforeValidator(_version), _schema(const=1)] = Field(
        description="The version of this format.", examples=[1]
    )
    name: Name = Field(
        "", description="What this booth is called, in the panel and in reports.", examples=["Hall 3, left"]
    )
    languages: Languages = Field(Languages(), description="What the booth speaks.")
    idle: Idle = Field(Idle(), description="How patient the booth is.")
    screen: Screen = Field(Screen(), description="The screen, and how it stands.")
    sound: Sound = Field(Sound(), description="How loud films are, in percent.")
    hours: Hours = Field(Hours(), description="When the booth is open.")
    way_in: WayIn = Field(WayIn(), description="The hidden gesture that opens the PIN pad.")
    pin: Pin = Field(Pin(), description="The PIN of the staff panel.")
    sticks: Annotated[str, _STICKS, _schema(enum=["never", "packed", "any"])] = Field(
        "packed", description="What is taken from a stick: nothing, packed bundles, folders too.", examples=["packed"]
    )
    counts: Counts = Field(Counts(), description="Counting, without anything that tells of a person.")
    log: Log = Field(Log(), description="The log.")
