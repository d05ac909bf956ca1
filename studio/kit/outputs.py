"""What a scene hands to the renderer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QPainter

Paint = Callable[[QPainter, float], None]
Sound = Callable[[float], NDArray[np.float32]]
"""Seconds in, (samples, 2) at 48 kHz out, quiet (peaks near 0.2) and without a seam."""


@dataclass(frozen=True)
class Still:
    """A picture in assets/: 2880 x 1620 JPEG. `paint` None: the scene's own `paint`."""

    path: str
    phase: float = 0.0
    paint: Paint | None = None


@dataclass(frozen=True)
class Film:
    """A loop in assets/: 1080p VP9 WebM at 25 frames a second, with its poster beside it as .jpg."""

    path: str
    seconds: float = 8.0
    paint: Paint | None = None
    sound: Sound | None = None
    crf: int = 34
