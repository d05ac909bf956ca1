"""Slopes that carry something: woods, and a city on terraces above the water."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QBrush, QLinearGradient, QPainter, QPainterPath

from studio.kit.city import Spot, city
from studio.kit.colour import LAMP, WARM, Shade, blend, colour, mix, rng
from studio.kit.land import tree
from studio.kit.light import lamp

Line = Callable[[float], float]


def forest(
    painter: QPainter,
    seed: int,
    crest: Line,
    start: float,
    end: float,
    *,
    rows: int = 6,
    drop: float = 70,
    height: tuple[float, float] = (50, 110),
    spacing: float = 60,
    top: Shade,
    bottom: Shade,
    kinds: tuple[str, ...] = ("broad",),
) -> None:
    """Rows of trees down a slope from its crest, `drop` pixels apart, from colour `top` to `bottom`. Static."""
    dice = rng(seed, 89)
    for row in range(rows):
        share = row / max(1, rows - 1)
        for number in range(int((end - start) / spacing)):
            x = start + (number + float(dice.uniform(0, 1))) * spacing
            y = crest(x) + row * drop + float(dice.uniform(-0.2, 0.5)) * drop + 12
            shade = mix(mix(top, bottom, share), WARM, float(dice.uniform(0, 0.03)))
            tall = float(dice.uniform(*height)) * (0.8 + 0.4 * share)
            tree(painter, seed * 100 + number % 23 + row * 23, x, y, tall, shade, str(dice.choice(kinds)))


def terraced_city(
    painter: QPainter,
    seed: int,
    top: Line,
    shore: Line,
    start: float,
    end: float,
    *,
    near: Shade,
    far: Shade,
    light: Shade,
    sun_x: float,
    near_end: str = "left",
    rows: int = 6,
    tall: float = 340,
    floor: float = 13,
    lit: float = 0.32,
    green: Shade = "#141A32",
    lamp_shade: Shade = LAMP,
) -> list[Spot]:
    """Towers in `rows` stepping down from the line `top` to the line `shore`, with trees and an embankment. Static.

    `near_end` (left or right) is bigger and takes the colour `near`; the other end fades to `far`. Dark windows come
    back for `twinkle`.
    """
    dark: list[Spot] = []
    left = near_end == "left"
    for row in range(rows):
        share = row / (rows - 1)

        def ground(x: float, share: float = share) -> float:
            return top(x) * (1 - share) + shore(x) * share - 40 * share + 4

        for part in range(3):
            a, b = start + (end - start) * part / 3, start + (end - start) * (part + 1) / 3
            close = (2 - part if left else part) / 2
            depth, scale = 0.8 - 0.3 * share - 0.4 * close, 0.62 + 0.75 * close
            dark += city(painter, seed + row * 7 + part, ground, a, b, widths=(42 * scale, 84 * scale),
                         heights=(60 * scale, tall * (1 - 0.55 * share) * scale), body=mix(near, far, depth),
                         light=light, sun_x=sun_x, lit=lit, floor=floor * scale, gap=0.16,
                         lamp_shade=lamp_shade)  # fmt: skip
        _shelf(painter, seed + row, ground, shore, start, end, left, mix(green, far, 0.2 * (1 - share)), far)
    wall = QPainterPath()
    for number, x in enumerate(range(int(start), int(end) + 1, 8)):
        close = 1 - (x - start) / (end - start) if left else (x - start) / (end - start)
        spot = (x, shore(x) - 4 - 15 * close)
        wall.lineTo(*spot) if number else wall.moveTo(*spot)
    for x in range(int(end), int(start) - 1, -8):
        wall.lineTo(x, shore(x) + 4)
    painter.fillPath(wall, mix(green, far, 0.3))
    for x in range(int(start), int(end), 62):
        close = 1 - (x - start) / (end - start) if left else (x - start) / (end - start)
        lamp(painter, x, shore(x) - 6, 2.5 + 3 * close, lamp_shade, 0.8)
    return dark


def _shelf(
    painter: QPainter,
    seed: int,
    ground: Line,
    shore: Line,
    start: float,
    end: float,
    left: bool,
    green: Shade,
    far: Shade,
) -> None:
    strip = QPainterPath()
    for number, x in enumerate(range(int(start), int(end) + 1, 20)):
        strip.lineTo(x, ground(x) - 2) if number else strip.moveTo(x, ground(x) - 2)
    for x in range(int(end), int(start) - 1, -20):
        close = 1 - (x - start) / (end - start) if left else (x - start) / (end - start)
        strip.lineTo(x, min(shore(x), ground(x) + 60 + 90 * close))
    pale = mix(green, far, 0.75)
    tint = QLinearGradient(start, 0, end, 0)
    blend(tint, [(0, green), (1, pale)] if left else [(0, pale), (1, green)])
    painter.fillPath(strip, QBrush(tint))
    dice = rng(seed, 97)
    for _ in range(60):
        at = float(dice.uniform(start, end))
        close = 1 - (at - start) / (end - start) if left else (at - start) / (end - start)
        size = (22 + 40 * close) * float(dice.uniform(0.6, 1))
        tree(painter, int(dice.integers(9999)), at, ground(at) + 8, size, mix(pale, green, close * 0.9 + 0.2))


def bank_reflection(
    painter: QPainter,
    shore: Line,
    start: float,
    end: float,
    shade: Shade,
    *,
    seed: int = 1,
    long: tuple[float, float] = (80, 330),
) -> None:
    """What the towers above a shoreline throw on calm water: soft hanging columns. Static."""
    dice, length = rng(seed, 101), 0.0
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for x in range(int(start) // 8 * 8, int(end), 8):
        if x % 32 < 8:
            length = float(dice.uniform(*long))
        y = shore(x)
        fade = QLinearGradient(0, y, 0, y + length)
        blend(fade, [(0, colour(shade, 0.42)), (1, colour(shade, 0))])
        painter.fillRect(x, int(y), 8, int(length), QBrush(fade))
    painter.restore()
