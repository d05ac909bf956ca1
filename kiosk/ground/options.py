"""What the command line asks of the booth, and how its words are read: a ValueError says what to write."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Final

import msgspec

LARGEST_SIDE: Final = 16_384
LOG_FORMATS: Final = ("text", "json")


class RunOptions(msgspec.Struct, frozen=True):
    """How `kiosk run` shows a bundle; `size` is width and height in pixels of the window, `booth` the settings' file.

    `chosen` says that the bundle was named, and not found as the one that is installed.
    """

    bundle: Path
    chosen: bool = True
    windowed: bool = False
    size: tuple[int, int] | None = None
    language: str | None = None
    display: int | None = None
    idle_seconds: float | None = None
    log_format: str = "text"
    log_file: Path | None = None
    booth: Path | None = None


class ShotsOptions(msgspec.Struct, frozen=True):
    """What `kiosk shots` takes pictures of; an empty tuple stands for "all", `compare` is an earlier run's folder."""

    bundle: Path
    out: Path
    languages: tuple[str, ...] = ()
    sizes: tuple[tuple[int, int], ...] = ()
    pages: tuple[str, ...] = ()
    compare: Path | None = None


class PreviewOptions(msgspec.Struct, frozen=True):
    """How `kiosk preview` shows a bundle while it is being written; `size` is that of the window in pixels."""

    bundle: Path
    size: tuple[int, int] | None = None
    language: str | None = None
    log_format: str = "text"
    log_file: Path | None = None


def read_size(text: str) -> tuple[int, int]:
    """Return `1080x1920` as two numbers."""
    width, _, height = text.lower().replace("×", "x").partition("x")
    if not all(side.isascii() and side.isdigit() and 1 <= int(side) <= LARGEST_SIDE for side in (width, height)):
        raise ValueError(f"{text!r} is no size: write width x height in pixels, such as 1080x1920")
    return int(width), int(height)


def read_seconds(text: str) -> float:
    """Return a number of seconds above zero."""
    try:
        seconds = float(text)
    except ValueError:
        seconds = math.nan
    if not 0 < seconds < math.inf:
        raise ValueError(f"{text!r} is no number of seconds: write for example 60")
    return seconds


def read_display(text: str) -> int:
    """Return the number of a screen, from 0."""
    if not (text.isascii() and text.isdigit() and int(text) < 64):
        raise ValueError(f"{text!r} is no screen: the first one is 0")
    return int(text)


def read_log_format(text: str) -> str:
    """Return how logs are written."""
    if text not in LOG_FORMATS:
        raise ValueError(f"{text!r} is no format of logs: write text or json")
    return text
