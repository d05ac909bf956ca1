"""Values as they travel between processes: JSON, and paths in it as texts."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")


def encode(value: object) -> bytes:
    """Return `value` as JSON."""
    return msgspec.json.encode(value, enc_hook=_text_of)


def decode(data: bytes, kind: type[T]) -> T:
    """Return the value that `data` holds; raise ValueError where it is none of that `kind`."""
    return msgspec.json.decode(data, type=kind, dec_hook=_value_of)


def _text_of(value: object) -> str:
    """Return a path as text; a file's name may hold bytes that are no letters."""
    if not isinstance(value, Path):
        raise NotImplementedError(f"{type(value).__name__} does not travel")
    return str(value).encode("utf-8", "backslashreplace").decode()


def _value_of(kind: type[Any], value: object) -> Any:
    return kind(value)
