"""The kinds of values a bundle is written with.

A `Mark` on a kind tells the checks over the whole bundle (`check.py`) what such a value means: words, a file, an id.
"""

from __future__ import annotations

from typing import Annotated, Final, Literal, TypeAlias, get_args

from pydantic import BeforeValidator, Field, WithJsonSchema

from kiosk.author.format import values
from kiosk.bundle import model
from kiosk.yaml.readers import LANGUAGE_KEY, LARGEST, between, one_of, read_flag, read_number, reader_of_words

Mark: TypeAlias = Literal[
    "said", "markdown", "image", "film", "captions", "sector", "block", "opens", "stat", "languages"
]


def has_words(mark: str | None) -> bool:
    """Whether a value is a text, which visitors read and translators translate."""
    return mark in ("said", "markdown")


_SAID_SCHEMA: Final = {
    "anyOf": [
        {"type": "string", "minLength": 1},
        {
            "type": "object",
            "minProperties": 1,
            "propertyNames": {"pattern": f"^{LANGUAGE_KEY.pattern}$"},
            "additionalProperties": {"type": "string", "minLength": 1},
        },
    ]
}


def _schema(**entries: object) -> WithJsonSchema:
    return WithJsonSchema(dict(entries))


def _from_to(least: float, most: float) -> BeforeValidator:
    return BeforeValidator(lambda value: between(least, most)(read_number(value)))


_SAID = (BeforeValidator(values.per_language), WithJsonSchema(_SAID_SCHEMA))
_Words = Annotated[str, BeforeValidator(reader_of_words(2_000))]
_Markdown = Annotated[str, BeforeValidator(reader_of_words(20_000))]

Text = Annotated[dict[str, _Words], *_SAID, "said"]
Markdown = Annotated[dict[str, _Markdown], *_SAID, "markdown"]
Label = Annotated[
    dict[str, _Words],
    BeforeValidator(values.per_language),
    _schema(anyOf=[*_SAID_SCHEMA["anyOf"], {"type": "number"}]),
    "said",
]
ImagePath = Annotated[dict[str, _Words], *_SAID, "image"]
FilmPath = Annotated[dict[str, _Words], *_SAID, "film"]
CaptionPaths = Annotated[dict[str, _Words], *_SAID, "captions"]
Number = Annotated[float, BeforeValidator(read_number), _schema(type="number")]
Seconds = Annotated[float, _from_to(1, 120), _schema(type="number", minimum=1, maximum=120)]
Millimetres = Annotated[float, _from_to(0, 50), _schema(type="number", minimum=0, maximum=50)]
Total = Annotated[float, _from_to(1e-9, LARGEST), _schema(type="number", exclusiveMinimum=0)]
_ID = (BeforeValidator(values.read_id), _schema(type="string", pattern=f"^{values.ID.pattern}$"))
Weight = Annotated[int, BeforeValidator(values.read_weight), _schema(type="integer", minimum=1, maximum=3)]
Version = Annotated[int, BeforeValidator(values.read_version), _schema(const=1)]
WarningCode = Annotated[
    str, BeforeValidator(values.read_warning_code), _schema(type="string", pattern="^K[1-8][0-9]{2}$")
]
Remark = Annotated[str, BeforeValidator(reader_of_words(1_000)), _schema(type="string", minLength=1)]
Flag = Annotated[bool, BeforeValidator(read_flag), _schema(type="boolean")]
Colour = Annotated[
    str, BeforeValidator(values.read_colour), _schema(type="string", pattern=f"^{values.COLOUR.pattern}$")
]
SectorId = Annotated[str, *_ID, "sector"]
BlockId = Annotated[str, *_ID, "block"]
Target = Annotated[str, BeforeValidator(values.read_reference), _schema(type="string"), "opens"]
StatReference = Annotated[str, BeforeValidator(values.read_reference), _schema(type="string"), "stat"]
Url = Annotated[str, BeforeValidator(values.read_url), _schema(type="string", format="uri", pattern="^https?://")]
Telephone = Annotated[str, BeforeValidator(values.read_telephone), _schema(type="string", format="phone")]
Email = Annotated[str, BeforeValidator(values.read_email), _schema(type="string", format="email")]
AsOf = Annotated[
    str,
    BeforeValidator(values.read_as_of),
    _schema(
        anyOf=[
            {"type": "string", "pattern": f"^{values.AS_OF.pattern}$"},
            {"type": "integer", "minimum": 100, "maximum": 9999},
        ]
    ),
]
Unit = Annotated[str, BeforeValidator(values.read_unit), _schema(type="string")]
Fonts = Annotated[
    dict[str, _Words],
    BeforeValidator(values.read_fonts),
    _schema(type="object", propertyNames={"pattern": "^[A-Z][a-z]{3}$"}, additionalProperties={"type": "string"}),
]
Codes = Annotated[
    list[Annotated[str, BeforeValidator(values.read_code)]],
    Field(min_length=1, max_length=60),
    _schema(
        type="array", minItems=1, uniqueItems=True, items={"type": "string", "pattern": f"^{LANGUAGE_KEY.pattern}$"}
    ),
    "languages",
]
StatStyle = Annotated[
    model.StatStyle,
    BeforeValidator(
        one_of(
            *get_args(model.StatStyle),
            words=("% percentage: percent", "short k m: compact", "plain full integer: number"),
        )
    ),
]
ChartKind = Annotated[
    model.ChartKind,
    BeforeValidator(
        one_of(
            *get_args(model.ChartKind),
            words=(
                "pie donut doughnut parts: share",
                "column columns bars histogram: bar",
                "icons symbols waffle: pictogram",
            ),
        )
    ),
]
Symbol = Annotated[Literal["person", "dot"], BeforeValidator(one_of("person", "dot"))]
Mode = Annotated[
    Literal["dark", "paper"],
    BeforeValidator(one_of("dark", "paper", words=("black night: dark", "light bright white day: paper"))),
]
