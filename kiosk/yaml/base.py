"""What the models of any file are made of: their base, and what the readers of its values get and raise."""

from __future__ import annotations

from typing import ClassVar, TypeAlias

from pydantic import BaseModel, ConfigDict
from pydantic_core import PydanticCustomError

Synonyms: TypeAlias = dict[str, tuple[str, ...]]
"""For each word that people write, what they mean by it, the likeliest first."""


class Blank:
    """What stands where nothing was written after a key."""


class Broken:
    """What stands where the parser has already reported a mistake."""


class Written(BaseModel):
    """The base of everything that one writes: unknown keys are mistakes.

    `synonyms` of the model of a whole file are the words that people write for keys anywhere in it.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)
    synonyms: ClassVar[Synonyms] = {}


class OneKind(Written):
    """The base of what holds exactly one of its keys, which says what kind of thing it is."""

    model_config = ConfigDict(json_schema_extra={"minProperties": 1, "maxProperties": 1})


def synonyms(*rows: str) -> Synonyms:
    """Return what is meant by the words that stand before the colon of each row: `film movie: video src`."""
    pairs = (row.split(": ") for row in rows)
    return {word: tuple(meant.split()) for words, meant in pairs for word in words.split()}


def wrong(code: str, what: str, cure: str) -> PydanticCustomError:
    """Return the error that says `what` is wrong and what to do; `{name}` in `what` becomes the key's name."""
    return PydanticCustomError("kiosk", "{what}", {"what": what, "cure": cure, "code": code})
