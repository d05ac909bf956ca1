"""Tones on one side, to hear whether the loudspeakers are there."""

from __future__ import annotations

import math
import struct
import wave
from pathlib import Path
from typing import Final, Literal

RATE: Final = 22_050
SECONDS: Final = 1.2
HERTZ: Final = 520.0
LOUDNESS: Final = 0.35
FADE_SECONDS: Final = 0.05


def write_tone(file: Path, side: Literal["left", "right"], volume: float = 1.0) -> Path:
    """Write a tone on `side`, as loud as `volume` (0 to 1) lets it, into a WAV file and return the file."""
    count = round(RATE * SECONDS)
    frames = bytearray()
    for at in range(count):
        fade = min(1.0, at / (RATE * FADE_SECONDS), (count - at) / (RATE * FADE_SECONDS))
        level = round(32767 * LOUDNESS * volume * fade * math.sin(2 * math.pi * HERTZ * at / RATE))
        frames += struct.pack("<hh", *((level, 0) if side == "left" else (0, level)))
    file.parent.mkdir(parents=True, exist_ok=True)
    with wave.open(str(file), "wb") as stream:
        stream.setnchannels(2)
        stream.setsampwidth(2)
        stream.setframerate(RATE)
        stream.writeframes(bytes(frames))
    return file
