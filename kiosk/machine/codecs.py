"""What plays films here: the codings that Qt's FFmpeg decodes, and whether a graphics card helps it."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Final

import msgspec

from kiosk.ground.processes import ask_worker

LOOK_SECONDS: Final = 15


class Codecs(msgspec.Struct, frozen=True):
    """The names of codings that can be decoded, of those that cannot, and of what decodes on the graphics card."""

    decoded: tuple[str, ...]
    missing: tuple[str, ...]
    hardware: tuple[str, ...]


def ffmpeg_folder() -> Path | None:
    """Return where PySide6 keeps the FFmpeg that plays films, without importing it."""
    spec = find_spec("PySide6")
    return Path(spec.origin).parent / "Qt" / "lib" if spec is not None and spec.origin is not None else None


def look_at_codecs() -> Codecs | None:
    """Return what plays films, or None where that cannot be found out.

    It is found out in a process of its own: a graphics card's driver may crash, and once loaded it stays.
    """
    folder = ffmpeg_folder()
    if folder is None:
        return None
    return ask_worker(Codecs, LOOK_SECONDS, "kiosk.machine.codecs_worker", folder)
