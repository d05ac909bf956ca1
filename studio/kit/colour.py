"""The palette, mixing colours as the eye does, and seeded randomness."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QGradient

Floats = NDArray[np.float64]
Shade = QColor | str
"""A colour as one writes it: `"#RRGGBB"` or a QColor."""

WIDTH, HEIGHT = 3840, 2160
INK, WARM, VERMILION = "#0E1420", "#F4F1EA", "#E5432D"
AZURE, GOLD, VIOLET = "#4DA3FF", "#E3B04B", "#A78BFA"
TEAL, CHILLI, JADE = "#37C2B2", "#FF6B4A", "#5CC08A"
LAMP = "#FFC46B"
"""The colour of a lit window or a lantern's heart."""


def colour(shade: Shade, alpha: float = 1.0) -> QColor:
    """The shade as a fresh QColor, its own alpha multiplied by `alpha` (0 to 1)."""
    made = QColor(shade)
    made.setAlphaF(max(0.0, min(1.0, made.alphaF() * alpha)))
    return made


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _gamma(part: float) -> float:
    part = max(0.0, min(1.0, part))
    return part * 12.92 if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055


def _to_oklab(shade: QColor) -> tuple[float, float, float]:
    r, g, b = (_linear(part) for part in (shade.redF(), shade.greenF(), shade.blueF()))
    lms = (
        0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b,
        0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b,
        0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b,
    )
    l_, m_, s_ = (math.copysign(abs(part) ** (1 / 3), part) for part in lms)
    return (
        0.2104542553 * l_ + 0.7936177850 * m_ - 0.0040720468 * s_,
        1.9779984951 * l_ - 2.4285922050 * m_ + 0.4505937099 * s_,
        0.0259040371 * l_ + 0.7827717662 * m_ - 0.8086757660 * s_,
    )


def mix(first: Shade, second: Shade, share: float) -> QColor:
    """`share` 0 is the first colour, 1 the second; mixed in OKLab, so that nothing turns muddy."""
    one, two = QColor(first), QColor(second)
    share = max(0.0, min(1.0, share))
    lightness, a, b = (x + (y - x) * share for x, y in zip(_to_oklab(one), _to_oklab(two), strict=True))
    l_ = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    m_ = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    s_ = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return QColor.fromRgbF(
        _gamma(4.0767416621 * l_ - 3.3077115913 * m_ + 0.2309699292 * s_),
        _gamma(-1.2684380046 * l_ + 2.6097574011 * m_ - 0.3413193965 * s_),
        _gamma(-0.0041960863 * l_ - 0.7034186147 * m_ + 1.7076147010 * s_),
        one.alphaF() + (two.alphaF() - one.alphaF()) * share,
    )


def blend(gradient: QGradient, stops: Sequence[tuple[float, Shade]], steps: int = 6) -> None:
    """Set the gradient's stops, with `steps` OKLab colours between each two."""
    for (start, first), (end, second) in itertools.pairwise(stops):
        for step in range(steps + 1):
            share = step / steps
            gradient.setColorAt(min(1.0, start + (end - start) * share), mix(first, second, share))


@dataclass(frozen=True)
class Air:
    """Atmospheric depth: things far away take on the colour of the air."""

    near: Shade
    far: Shade

    def at(self, depth: float, own: Shade | None = None) -> QColor:
        """The colour of a thing at `depth` (0 near, 1 far); `own` is its colour seen from nearby."""
        return mix(own if own is not None else self.near, self.far, depth)


def rng(*seed: int) -> np.random.Generator:
    """A random generator that gives the same numbers for the same seed, always."""
    return np.random.default_rng([part & 0xFFFFFFFF for part in seed])


def wave(phase: float, times: int = 1, offset: float = 0.0) -> float:
    """A sine from 0 to 1 that repeats `times` times over the loop: the one way to stay seamless."""
    return 0.5 + 0.5 * math.sin(2 * math.pi * (phase * times + offset))


def ease(share: float) -> float:
    """Smoothstep of 0 to 1."""
    share = max(0.0, min(1.0, share))
    return share * share * (3 - 2 * share)


def noise_line(count: int, cell: float, octaves: int, *seed: int, gain: float = 0.5) -> Floats:
    """`count` samples of smooth noise in -1..1, the largest waves `cell` samples long."""
    out, amplitude, total = np.zeros(count), 1.0, 0.0
    for octave in range(octaves):
        size = max(2.0, cell / 2**octave)
        lattice = rng(*seed, octave).uniform(-1, 1, int(count / size) + 3)
        place = np.arange(count) / size
        low = place.astype(int)
        share = place - low
        share = share * share * (3 - 2 * share)
        out += amplitude * (lattice[low] * (1 - share) + lattice[low + 1] * share)
        total += amplitude
        amplitude *= gain
    return out / total


def noise_field(width: int, height: int, cell_x: float, cell_y: float, octaves: int, *seed: int) -> Floats:
    """A (height, width) array of smooth noise in -1..1."""
    out, amplitude, total = np.zeros((height, width)), 1.0, 0.0
    for octave in range(octaves):
        size_x, size_y = max(2.0, cell_x / 2**octave), max(2.0, cell_y / 2**octave)
        lattice = rng(*seed, octave).uniform(-1, 1, (int(height / size_y) + 3, int(width / size_x) + 3))
        x, y = np.arange(width) / size_x, np.arange(height) / size_y
        left, top = x.astype(int), y.astype(int)
        u, v = x - left, (y - top)[:, None]
        u, v = (u * u * (3 - 2 * u))[None, :], v * v * (3 - 2 * v)
        upper = lattice[top][:, left] * (1 - u) + lattice[top][:, left + 1] * u
        lower = lattice[top + 1][:, left] * (1 - u) + lattice[top + 1][:, left + 1] * u
        out += amplitude * (upper * (1 - v) + lower * v)
        total += amplitude
        amplitude *= 0.5
    return out / total
