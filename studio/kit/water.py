"""Water with glitter and reflections, boats and their wakes."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QLinearGradient, QPainter, QPainterPath, QPen

from studio.kit.colour import LAMP, WIDTH, Shade, blend, colour, mix, rng, wave
from studio.kit.light import PLUS, SCREEN, glow


def water(painter: QPainter, path: QPainterPath, stops: Sequence[tuple[float, Shade]], seed: int = 1) -> None:
    """Fill a water surface from its far edge (0) to its near edge (1), with faint still ripples. Static."""
    box = path.boundingRect()
    gradient = QLinearGradient(0, box.top(), 0, box.bottom())
    blend(gradient, stops)
    painter.save()
    painter.fillPath(path, QBrush(gradient))
    painter.setClipPath(path)
    dice = rng(seed, 71)
    first, last = stops[0][1], stops[-1][1]
    for _ in range(420):
        deep = dice.uniform() ** 1.5
        y, long = box.top() + deep * box.height(), 30 + 320 * deep * dice.uniform(0.3, 1)
        x = dice.uniform(box.left() - long, box.right())
        painter.setPen(QPen(colour(first if dice.uniform() < 0.6 else last, 0.10), 1.5 + 5 * deep))
        painter.drawLine(QPointF(x, y), QPointF(x + long, y))
    painter.restore()


def glitter(
    painter: QPainter,
    seed: int,
    x: float,
    top: float,
    bottom: float,
    spread: tuple[float, float],
    shade: Shade,
    phase: float,
    *,
    count: int = 260,
    strength: float = 0.8,
    size: float = 1.0,
) -> None:
    """The sun's (or a lamp's) path on water below x: dashes that flash, `spread` wide at top and bottom; seamless."""
    dice = rng(seed, 73)
    painter.save()
    painter.setCompositionMode(SCREEN)
    for _ in range(count):
        deep, side, offset = dice.uniform() ** 1.25, dice.normal() * 0.42, dice.uniform()
        times, long = int(dice.integers(1, 4)), dice.uniform(0.4, 1)
        flash = max(0.0, math.sin(2 * math.pi * (phase * times + offset))) ** 2
        bright = strength * (0.18 + 0.82 * flash) * math.exp(-(side**2) * 2.2)
        y = top + (bottom - top) * deep
        reach = spread[0] + (spread[1] - spread[0]) * deep
        half = (10 + 60 * deep) * long * size
        middle = x + side * reach + math.sin(2 * math.pi * (phase + offset)) * 6 * deep
        painter.setPen(
            QPen(colour(shade, bright), (2 + 7 * deep) * size, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        )
        painter.drawLine(QPointF(middle - half, y), QPointF(middle + half, y))
    painter.restore()


def ripples(
    painter: QPainter,
    seed: int,
    top: float,
    bottom: float,
    shade: Shade,
    phase: float,
    *,
    count: int = 160,
    strength: float = 0.25,
    start: float = 0,
    end: float = WIDTH,
) -> None:
    """Slow lines of light all over the water between y `top` and `bottom`, breathing."""
    dice = rng(seed, 79)
    painter.save()
    for _ in range(count):
        deep, x, offset = dice.uniform() ** 1.4, dice.uniform(start, end), dice.uniform()
        long, y = (30 + 260 * deep) * dice.uniform(0.4, 1), top + (bottom - top) * deep
        power = strength * wave(phase, 1, offset) ** 2
        painter.setPen(QPen(colour(shade, power), 1.6 + 4 * deep, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        shift = math.sin(2 * math.pi * (phase + offset)) * 10 * (0.3 + deep)
        painter.drawLine(QPointF(x + shift, y), QPointF(x + shift + long, y))
    painter.restore()


def streak(
    painter: QPainter, x: float, y: float, length: float, width: float, shade: Shade, phase: float, *, seed: int = 1
) -> None:
    """The trembling reflection of one lamp, from (x, y) downwards."""
    dice, bars = rng(seed, 83), 22
    painter.save()
    painter.setCompositionMode(PLUS)
    for bar in range(bars):
        share = bar / bars
        offset, long = dice.uniform(), dice.uniform(0.5, 1)
        power = 0.34 * (1 - share) ** 1.5 * (0.5 + 0.5 * wave(phase, int(dice.integers(1, 4)), offset))
        shift = math.sin(2 * math.pi * (phase + offset)) * width * 0.3
        half = width * (0.4 + 0.8 * share) * long / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(shade, power))
        painter.drawEllipse(QPointF(x + shift, y + length * share), half, length / bars * 0.34)
    painter.restore()


def mirrored(painter: QPainter, y: float, draw: Callable[[QPainter], None], strength: float = 0.35) -> None:
    """Draw something again upside down below the waterline `y` (clip it to the water yourself)."""
    painter.save()
    painter.setOpacity(painter.opacity() * strength)
    painter.translate(0, 2 * y)
    painter.scale(1, -1)
    draw(painter)
    painter.restore()


def sampan(
    painter: QPainter, x: float, y: float, size: float, shade: Shade, *, phase: float, light: Shade = LAMP
) -> None:
    """A small covered boat with a standing oarsman, `size` long, its waterline at (x, y), rocking; faces right."""
    painter.save()
    painter.translate(x, y + math.sin(2 * math.pi * phase) * size * 0.008)
    painter.rotate(math.sin(2 * math.pi * (phase + 0.2)) * 1.1)
    painter.setPen(Qt.PenStyle.NoPen)
    hull = QPainterPath(QPointF(-size * 0.52, -size * 0.1))
    hull.quadTo(-size * 0.3, size * 0.02, 0, size * 0.02)
    hull.quadTo(size * 0.34, size * 0.02, size * 0.54, -size * 0.12)
    hull.quadTo(size * 0.3, -size * 0.035, 0, -size * 0.04)
    hull.quadTo(-size * 0.3, -size * 0.035, -size * 0.52, -size * 0.1)
    painter.fillPath(hull, colour(shade))
    cover = QPainterPath(QPointF(-size * 0.17, -size * 0.035))
    cover.cubicTo(-size * 0.17, -size * 0.22, size * 0.19, -size * 0.22, size * 0.19, -size * 0.035)
    painter.fillPath(cover, mix(shade, "#8A6A48", 0.3))
    glow(painter, size * 0.2, -size * 0.08, size * 0.24, light, 0.7)
    painter.setBrush(colour(light))
    painter.drawEllipse(QPointF(size * 0.215, -size * 0.1), size * 0.014, size * 0.018)
    lean = math.sin(2 * math.pi * phase * 3) * 0.034 * size
    body = colour(shade)
    painter.setPen(QPen(body, size * 0.035, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    hip, chest = QPointF(-size * 0.33, -size * 0.15), QPointF(-size * 0.325 + lean, -size * 0.25)
    painter.drawLine(QPointF(-size * 0.345, -size * 0.06), hip)
    painter.drawLine(hip, chest)
    painter.setPen(QPen(body, size * 0.016, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    grip = QPointF(-size * 0.4 + lean * 2, -size * 0.19)
    painter.drawLine(chest, grip)
    painter.drawLine(grip + QPointF(size * 0.1, -size * 0.08), QPointF(-size * 0.62 - lean, size * 0.03))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(body)
    painter.drawEllipse(QPointF(-size * 0.322 + lean, -size * 0.295), size * 0.022, size * 0.026)
    hat = QPainterPath(QPointF(-size * 0.385 + lean, -size * 0.298))
    hat.lineTo(-size * 0.32 + lean, -size * 0.345)
    hat.lineTo(-size * 0.255 + lean, -size * 0.298)
    painter.fillPath(hat, mix(shade, "#B08A55", 0.35))
    painter.restore()


def wake(
    painter: QPainter,
    x: float,
    y: float,
    length: float,
    width: float,
    shade: Shade,
    phase: float,
    *,
    strength: float = 0.5,
) -> None:
    """A boat's wake trailing to the left of (x, y): two spreading lines with crests that run along them."""
    painter.save()
    for side in (-1, 1):
        for line in range(3):
            path = QPainterPath(QPointF(x, y))
            for step in range(1, 49):
                share = step / 48
                ripple = math.sin(2 * math.pi * (share * 9 - phase * 3 + line * 0.3)) * width * 0.03 * share
                path.lineTo(x - length * share, y + side * width * (0.12 + 0.3 * line) * share**0.8 + ripple)
            fade = QLinearGradient(x, 0, x - length, 0)
            blend(fade, [(0, colour(shade, strength * (1 - line * 0.25))), (1, colour(shade, 0))])
            painter.strokePath(path, QPen(QBrush(fade), 5 - line))
    painter.restore()


def bank_rect(top: float, bottom: float) -> QPainterPath:
    """A plain full-width stretch of water between two heights."""
    path = QPainterPath()
    path.addRect(QRectF(-20, top, WIDTH + 40, bottom - top))
    return path
