"""Sky, sun, glow, mist, steam, signals: all that is made of light and air."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QLinearGradient, QPainter, QPainterPath, QPen, QRadialGradient

from studio.kit.colour import HEIGHT, WARM, WIDTH, Floats, Shade, blend, colour, ease, noise_field, rng, wave
from studio.kit.layers import kept_image, tinted

PLUS = QPainter.CompositionMode.CompositionMode_Plus
SCREEN = QPainter.CompositionMode.CompositionMode_Screen


def sky(painter: QPainter, stops: Sequence[tuple[float, Shade]], bottom: float = HEIGHT) -> None:
    """Fill the frame from the top down to `bottom` with colours at 0..1; static, so keep it in a `layer`."""
    gradient = QLinearGradient(0, 0, 0, bottom)
    blend(gradient, stops)
    painter.fillRect(QRectF(0, 0, WIDTH, HEIGHT), QBrush(gradient))


def glow(
    painter: QPainter,
    x: float,
    y: float,
    radius: float,
    shade: Shade,
    strength: float = 1.0,
    *,
    squash: float = 1.0,
    mode: QPainter.CompositionMode = SCREEN,
) -> None:
    """Soft radial light; `squash` below 1 flattens it. `SCREEN` for air and sun, `PLUS` for lamps."""
    gradient = QRadialGradient(0, 0, radius)
    for step in range(11):
        share = step / 10
        gradient.setColorAt(share, colour(shade, strength * (1 - share) ** 2 * (1 - share * 0.35)))
    painter.save()
    painter.setCompositionMode(mode)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.translate(x, y)
    painter.scale(1, squash)
    painter.setBrush(QBrush(gradient))
    painter.drawEllipse(QPointF(0, 0), radius, radius)
    painter.restore()


def sun(painter: QPainter, x: float, y: float, radius: float, core: Shade, halo: Shade, strength: float = 1.0) -> None:
    """A low sun: a soft disc, a near glow and a wide halo. Paint ridges after it so that they cut into it."""
    glow(painter, x, y, radius * 14, halo, 0.42 * strength, squash=0.75)
    glow(painter, x, y, radius * 5, halo, 0.6 * strength)
    gradient = QRadialGradient(x, y, radius * 1.08)
    gradient.setColorAt(0, colour(core, strength))
    gradient.setColorAt(0.9, colour(core, 0.95 * strength))
    gradient.setColorAt(1, colour(core, 0))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(gradient))
    painter.drawEllipse(QPointF(x, y), radius * 1.08, radius * 1.08)


def clouds(painter: QPainter, seed: int, rect: QRectF, shade: Shade, cover: float = 0.5, stretch: float = 5.0) -> None:
    """Streaks of high cloud in `rect` (static); `cover` 0..1 is how much of the sky they take."""
    field = noise_field(960, 300, 40 * stretch, 60, 5, seed)
    rows = np.linspace(0, 1, 300)[:, None]
    body = np.clip((field + cover * 1.2 - 0.6) * 1.6, 0, 1)
    painter.drawImage(rect, tinted(body**1.5 * np.sin(math.pi * rows) ** 1.2, shade))


def mist(
    painter: QPainter,
    seed: int,
    rect: QRectF,
    shade: Shade,
    strength: float,
    phase: float,
    *,
    drift: float = 160,
    ragged: float = 0.6,
) -> None:
    """A bank of mist filling `rect` softly, drifting `drift` pixels to the right over the loop without a seam.

    `ragged` 0 is an even veil, 1 is torn clouds. Two copies cross-fade, each unseen when it jumps back.
    """
    across, down = 720, max(60, round(720 * rect.height() / rect.width()))

    def bank(half: int) -> Floats:
        field = noise_field(across, down, 170, max(24.0, down * 0.4), 5, seed, half)
        rows, columns = np.linspace(0, 1, down)[:, None], np.linspace(0, 1, across)[None, :]
        body = np.clip(1 - ragged + ragged * (field * 1.9 + 0.55), 0, 1)
        edge = np.sin(math.pi * rows) ** 1.4 * np.clip(np.minimum(columns, 1 - columns) * 9, 0, 1) ** 1.2
        return np.asarray(body**1.3 * edge)

    painter.save()
    for half in range(2):
        step = (phase + half / 2) % 1.0
        name = f"mist-{seed}-{half}-{rect.width():.0f}x{rect.height():.0f}-{colour(shade).name()}"
        image = kept_image(name, lambda half=half: tinted(bank(half), shade))  # type: ignore[misc]
        weight = math.sin(math.pi * step) ** 2
        painter.setOpacity(max(0.0, min(1.0, strength * weight)))
        painter.drawImage(rect.translated((step - 0.5) * drift, 0), image)
    painter.restore()


def steam(
    painter: QPainter,
    seed: int,
    x: float,
    y: float,
    width: float,
    height: float,
    phase: float,
    *,
    shade: Shade = WARM,
    strength: float = 0.16,
    puffs: int = 26,
) -> None:
    """Steam rising from (x, y) to `height` above it, curling; seamless."""
    dice = rng(seed, 7)
    for _ in range(puffs):
        start, side, size, sway = dice.uniform(), dice.uniform(-0.5, 0.5), dice.uniform(0.5, 1), dice.uniform()
        life = (phase + start) % 1.0
        place = x + side * width * (0.6 + life) + math.sin(2 * math.pi * (life * 1.2 + sway)) * width * 0.22 * life
        fade = math.sin(math.pi * life) ** 1.3
        glow(painter, place, y - life * height, width * (0.22 + 0.5 * life) * size, shade, strength * fade, squash=1.35)


def rays(
    painter: QPainter, x: float, y: float, length: float, shade: Shade, phase: float, *, seed: int = 1, count: int = 9
) -> None:
    """Faint shafts of light from (x, y) that breathe over the loop."""
    dice = rng(seed, 11)
    painter.save()
    painter.setCompositionMode(SCREEN)
    painter.setPen(Qt.PenStyle.NoPen)
    for ray in range(count):
        angle = 2 * math.pi * (ray + dice.uniform(-0.3, 0.3)) / count
        spread, offset = dice.uniform(0.03, 0.09), dice.uniform()
        gradient = QRadialGradient(x, y, length)
        power = 0.018 + 0.02 * wave(phase, 1, offset)
        gradient.setColorAt(0, colour(shade, power))
        gradient.setColorAt(1, colour(shade, 0))
        for part in (1.0, 0.72, 0.46, 0.22):
            half = spread * part * 1.5
            shaft = QPainterPath(QPointF(x, y))
            shaft.lineTo(x + math.cos(angle - half) * length, y + math.sin(angle - half) * length)
            shaft.lineTo(x + math.cos(angle + half) * length, y + math.sin(angle + half) * length)
            painter.fillPath(shaft, QBrush(gradient))
    painter.restore()


def rings(
    painter: QPainter,
    x: float,
    y: float,
    radius: float,
    shade: Shade,
    phase: float,
    *,
    count: int = 4,
    strength: float = 0.5,
    squash: float = 1.0,
    width: float = 6,
) -> None:
    """Rings of light spreading from (x, y) and fading: a signal."""
    painter.save()
    painter.setCompositionMode(SCREEN)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.translate(x, y)
    painter.scale(1, squash)
    for ring in range(count):
        life = (phase + ring / count) % 1.0
        fade = strength * (1 - life) ** 1.6 * ease(life * 8)
        for thick, share in ((width * 5, 0.12), (width * 2.2, 0.25), (width, 1.0)):
            painter.setPen(QPen(colour(shade, fade * share), thick * (0.6 + life)))
            painter.drawEllipse(QPointF(0, 0), radius * life, radius * life)
    painter.restore()


def lamp(painter: QPainter, x: float, y: float, size: float, shade: Shade, strength: float = 1.0) -> None:
    """A point of light with its halo; `size` is the radius of the bright dot."""
    glow(painter, x, y, size * 7, shade, 0.35 * strength, mode=PLUS)
    glow(painter, x, y, size * 2.2, shade, 0.9 * strength, mode=PLUS)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(WARM, min(1.0, strength)))
    painter.drawEllipse(QPointF(x, y), size * 0.55, size * 0.55)


def twinkle(
    painter: QPainter, points: Sequence[tuple[float, float, float]], shade: Shade, phase: float, *, seed: int = 1
) -> None:
    """Lights at (x, y, size) that each go on and off once or twice over the loop, slowly."""
    dice = rng(seed, 13)
    for x, y, size in points:
        times, offset = int(dice.integers(1, 3)), dice.uniform()
        strength = ease((wave(phase, times, offset) - 0.35) * 2.2)
        if strength > 0.02:
            lamp(painter, x, y, size, shade, strength)


def stars(painter: QPainter, seed: int, bottom: float, count: int, phase: float, shade: Shade = WARM) -> None:
    """A few faint stars above `bottom`, breathing."""
    dice = rng(seed, 17)
    painter.setPen(Qt.PenStyle.NoPen)
    for _ in range(count):
        x, y, size, offset = (
            dice.uniform(0, WIDTH),
            bottom * dice.uniform() ** 1.6,
            dice.uniform(1.5, 4),
            dice.uniform(),
        )
        painter.setBrush(colour(shade, (0.25 + 0.45 * wave(phase, 1, offset)) * (1 - y / bottom)))
        painter.drawEllipse(QPointF(x, y), size, size)
