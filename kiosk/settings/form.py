"""What one writes into `booth.yaml`: how each setting is read, and the model made of that which checks the file."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from typing import Annotated, Any, ClassVar, Final, TypeAlias, get_args

from msgspec.structs import asdict
from pydantic import AfterValidator, BeforeValidator, Field, GetCoreSchemaHandler, InstanceOf, create_model
from pydantic_core import CoreSchema, core_schema

from kiosk.ground.errors import LanguageError
from kiosk.ground.words import quote
from kiosk.language.locales import describe_language
from kiosk.settings.settings import CLOSED, USUAL, Corner, Gesture, Open, Rotation, SticksPolicy, Value
from kiosk.yaml.base import Blank, Synonyms, Written, synonyms, wrong
from kiosk.yaml.readers import LANGUAGE_KEY, between, one_of, plain_text, read_flag, reader_of_words

_TURNS: Final = get_args(Rotation)
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


class _Kind:
    """A kind of value: how what was written is read, and what the JSON Schema says of it."""

    def __init__(self, read: Callable[[object], object], **schema: object) -> None:
        self._read = read
        self._schema = schema

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self._read, handler(source))

    def __get_pydantic_json_schema__(self, _schema: Any, _handler: Any) -> dict[str, Any]:
        return dict(self._schema)


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


def _number_between(least: float, most: float, unit: str) -> Any:
    check = between(least, most)
    return Annotated[
        float, _Kind(lambda value: check(_number(value, unit)), type="number", minimum=least, maximum=most)
    ]


def _whole_between(least: int, most: int, unit: str = "") -> Any:
    check = between(least, most)

    def read(value: object) -> int:
        number = check(_number(value, unit))
        if number != int(number):
            raise wrong("K216", f"`{{name}}` must be a whole number, not {number:g}", f"Write {round(number)}.")
        return int(number)

    return Annotated[int, _Kind(read, type="integer", minimum=least, maximum=most)]


def _choice(type: Any, words: tuple[str, ...] = ()) -> Any:
    return Annotated[str, _Kind(one_of(*get_args(type), words=words), enum=list(get_args(type)))]


def _words(longest: int) -> Any:
    return Annotated[str, _Kind(reader_of_words(longest), type="string")]


def _rotation(value: object) -> int:
    number = _number(value, "degrees")
    if number not in _TURNS:
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


def _range(value: object) -> Open:
    """Return what `09:00-18:00` says."""
    text = plain_text(value, "opening hours", '`"09:00-18:00"`').strip()
    found = _RANGE.fullmatch(text)
    begins, ends = (_minutes(found[1], found[2]), _minutes(found[3], found[4])) if found else (-1, -1)
    if begins < 0 or ends < 0:
        cure = 'Write for example `"09:00-18:00"`, or `closed`.'
        raise wrong("K903", f"`{{name}}` must be opening hours, not {quote(text)}", cure)
    if begins >= ends:
        cure = 'Hours that go on after midnight stand on both days: `"20:00-24:00"`, then `"00:00-02:00"`.'
        raise wrong("K903", f"`{{name}}` ends before it begins: {quote(text)}", cure)
    return Open(begins=begins, ends=ends)


def _minutes(hours: str, minutes: str) -> int:
    """Return a time of the day in minutes, or -1 where there is no such time."""
    found = int(hours) * 60 + int(minutes)
    return found if int(minutes) < 60 and found <= _DAY_MINUTES else -1


def _in_order(ranges: list[Open]) -> list[Open]:
    if any(after.begins < before.ends for before, after in pairwise(ranges)):
        what = "the hours at `{name}` overlap, or are not in order"
        raise wrong("K903", what, "Write the earlier ones first, and each time of the day once.")
    return ranges


_Language: TypeAlias = Annotated[str, _Kind(_language, type="string", pattern=f"^({LANGUAGE_KEY.pattern})?$")]
_LANGUAGES: Final = Annotated[list[_Language], _Kind(_languages, type="array", items={"type": "string"})]
_ROTATION: Final = Annotated[int, _Kind(_rotation, enum=list(_TURNS))]
_HASH_OF_PIN: Final = Annotated[str, _Kind(_hash, type="string")]
_RANGES: Final = Annotated[
    list[Annotated[InstanceOf[Open], BeforeValidator(_range)]],
    AfterValidator(_in_order),
    _Kind(_day, anyOf=[{"type": "string"}, {"type": "array", "items": {"type": "string"}}]),
]
_FLAG: Final = Annotated[bool, _Kind(read_flag, type="boolean")]
_GESTURE: Final = _choice(Gesture, ("fingers long press: hold", "tap corner touch: taps"))
_STICKS: Final = _choice(SticksPolicy, ("no none nothing off false: never", "yes all everything folders true: any"))
_SETTINGS: Final[dict[str, tuple[Any, str, object]]] = {
    "name": (_words(80), "What this booth is called, in the panel and in reports.", "Hall 3, left"),
    "languages.default": (_Language, "The language to begin with. Left out: the bundle's first.", "de"),
    "languages.offered": (
        _LANGUAGES,
        "What visitors may choose. Left out: all that the bundle has.",
        ["de", "en", "fr"],
    ),
    "languages.staff": (_Language, "The language of the staff panel. Left out: the booth's.", "de"),
    "idle.seconds": (
        _number_between(5, 3600, "seconds"),
        "Seconds without a touch until it asks whether somebody is still there.",
        60,
    ),
    "idle.warning_seconds": (
        _number_between(20, 600, "seconds"),
        "How long it waits for an answer; 20 seconds at least.",
        20,
    ),
    "screen.display": (_whole_between(0, 63), "Which screen, counted from 0. Left out: the primary one.", 0),
    "screen.diagonal_inch": (
        _number_between(5, 300, "inch"),
        "Its diagonal, where the screen does not say the truth about its size.",
        55,
    ),
    "screen.viewing_mm": (
        _number_between(300, 5000, "mm"),
        "From how far away one reads, in millimetres. Type grows with it.",
        600,
    ),
    "screen.rotation": (_ROTATION, "How far the picture is turned clockwise, in degrees.", 90),
    "sound.volume": (
        _whole_between(0, 100, "percent"),
        "How loud films begin once a visitor switches the sound on.",
        70,
    ),
    "sound.cap": (_whole_between(0, 100, "percent"), "How loud they may become at most.", 80),
    "hours.mon": (_RANGES, "Monday.", "09:00-18:00"),
    "hours.tue": (_RANGES, "Tuesday.", ["09:00-12:30", "13:30-18:00"]),
    "hours.wed": (_RANGES, "Wednesday.", "09:00-18:00"),
    "hours.thu": (_RANGES, "Thursday.", "09:00-18:00"),
    "hours.fri": (_RANGES, "Friday.", "09:00-18:00"),
    "hours.sat": (_RANGES, "Saturday.", "10:00-16:00"),
    "hours.sun": (_RANGES, "Sunday.", CLOSED),
    "way_in.gesture": (_GESTURE, "`hold`: two fingers held still. `taps`: taps in a corner.", "taps"),
    "way_in.corner": (_choice(Corner), "The corner of the taps.", "top-right"),
    "way_in.taps": (_whole_between(3, 12), "How many taps.", 5),
    "way_in.seconds": (
        _number_between(1, 15, "seconds"),
        "How long two fingers are held, or how quickly the taps follow.",
        3,
    ),
    "pin.hash": (_HASH_OF_PIN, "What `kiosk pin` wrote: never the PIN itself.", ""),
    "pin.scrambled": (_FLAG, "Digits in another place each time, so that nobody learns the movement.", True),
    "sticks": (_STICKS, "What is taken from a stick: nothing, packed bundles, folders too.", "packed"),
    "counts.enabled": (_FLAG, "Whether visits are counted.", True),
    "counts.keep_days": (_whole_between(1, 4000, "days"), "For how many days the counts are kept.", 400),
    "log.file": (_words(1_000), "Where it lies. Left out: where the account keeps its state.", "kiosk.log"),
}
"""How each setting is read, and what it is and an example of it for those who set up a booth."""


def _fields(usual: Value, section: str = "") -> dict[str, Any]:
    """Return what Pydantic is to know of each field of some settings; a section has a model of its own."""
    fields: dict[str, Any] = {}
    for name, value in asdict(usual).items():
        if isinstance(value, Value):
            about, inner = type(value).__doc__, _fields(value, f"{name}.")
            model = create_model(type(value).__name__, __base__=Written, __doc__=about, **inner)
            fields[name] = (model, Field(model(), description=about))
        else:
            kind, about, example = _SETTINGS[f"{section}{name}"]
            default = list(value) if isinstance(value, tuple) else value
            fields[name] = (kind, Field(default, description=about, examples=[example]))
    return fields


class _File(Written):
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

    booth: Annotated[int, _Kind(_version, const=1)] = Field(description="The version of this format.", examples=[1])


Booth: Final = create_model("Booth", __base__=_File, __doc__=_File.__doc__, **_fields(USUAL))
