"""What is told about a kind of finding."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Code:
    """A kind of finding: its stable code, its title, what causes it and why that matters, and how it is mended.

    `example` is a line or two of a bundle that cause it. Only a "warning" may be silenced.
    """

    code: str
    title: str
    cause: str
    cure: str
    example: str = ""
    severity: Literal["error", "warning"] = "error"


@dataclass(frozen=True)
class Family:
    """Codes that begin with the same digit, under one heading."""

    digit: int
    title: str
    about: str
    codes: tuple[Code, ...]
