"""Towers with lit windows, stilt houses, lanterns."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QLinearGradient, QPainter, QPainterPath, QPen, QPolygonF

from studio.kit.colour import LAMP, VERMILION, WARM, Shade, blend, colour, mix, rng, wave
from studio.kit.light import glow, lamp

Spot = tuple[float, float, float]


def _facade(painter: QPainter, rect: QRectF, body: Shade, light: Shade, sun_side: float) -> None:
    lit, shaded = mix(body, light, 0.24), mix(body, "#000000", 0.22)
    gradient = QLinearGradient(rect.left(), 0, rect.right(), 0)
    blend(gradient, [(0, lit), (0.5, body), (1, shaded)] if sun_side < 0 else [(0, shaded), (0.5, body), (1, lit)])
    painter.fillRect(rect, QBrush(gradient))


def tower(
    painter: QPainter,
    seed: int,
    x: float,
    ground: float,
    width: float,
    height: float,
    body: Shade,
    *,
    light: Shade = WARM,
    sun_side: float = -1,
    lit: float = 0.35,
    lamp_shade: Shade = LAMP,
    floor: float = 22,
    crown: str | None = None,
    haze: Shade | None = None,
) -> list[Spot]:
    """A tower centred on `x`, standing on `ground`; gives dark windows back as (x, y, size) for `twinkle`.

    `light` tints the side towards the sun (`sun_side` -1 left, 1 right), `lit` is the share of lit windows, `floor` the
    storey height in pixels (the scale!), `crown` one of flat, steps, slant, spire, mast, dome (None: by the seed),
    `haze` the colour its foot dissolves into. Static: keep a whole city in one `layer`.
    """
    dice = rng(seed, 53)
    crown = crown or str(dice.choice(["flat", "flat", "steps", "slant", "spire", "mast", "dome"]))
    left, top = x - width / 2, ground - height
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    roof = mix(body, light, 0.12)
    painter.setBrush(roof)
    if crown == "steps":
        for step in range(3):
            inset, rise = width * (0.12 + 0.13 * step), width * 0.26 * (step + 1)
            _facade(painter, QRectF(left + inset, top - rise, width - 2 * inset, rise), body, light, sun_side)
    elif crown == "slant":
        painter.drawPolygon(
            QPolygonF([QPointF(left, top), QPointF(left + width, top), QPointF(left + width, top - width * 0.5)])
        )
    elif crown == "spire":
        painter.drawPolygon(QPolygonF([QPointF(left, top), QPointF(left + width, top), QPointF(x, top - width * 0.55)]))
        painter.drawRect(QRectF(x - width * 0.02, top - width * 1.3, width * 0.04, width * 0.8))
    elif crown == "dome":
        painter.drawChord(QRectF(left, top - width * 0.3, width, width * 0.6), 0, 180 * 16)
    else:
        painter.drawRect(QRectF(left + width * 0.2, top - width * 0.14, width * 0.34, width * 0.15))
    if crown == "mast":
        painter.drawRect(QRectF(x + width * 0.16, top - width * 0.85, max(2.0, width * 0.03), width * 0.86))
    _facade(painter, QRectF(left, top, width, height), body, light, sun_side)
    if crown in ("mast", "spire"):
        mast_x = x + (width * 0.17 if crown == "mast" else 0)
        lamp(painter, mast_x, top - width * (0.85 if crown == "mast" else 1.3), max(3.0, floor * 0.16), VERMILION, 0.8)
    painter.setBrush(colour("#000000", 0.16))
    bays = max(2, round(width / (floor * 1.9)))
    for bay in range(1, bays):
        painter.drawRect(QRectF(left + width * bay / bays - floor * 0.09, top, floor * 0.18, height))
    dark = _windows(
        painter, int(dice.integers(1 << 30)), QRectF(left, top, width, height), floor, bays, lit, lamp_shade
    )
    if haze is not None:
        veil = QLinearGradient(0, ground - height * 0.55, 0, ground)
        blend(veil, [(0, colour(haze, 0)), (1, colour(haze, 0.85))])
        painter.fillRect(QRectF(left - 1, ground - height * 0.55, width + 2, height * 0.55 + 1), QBrush(veil))
    painter.restore()
    return dark


def _windows(
    painter: QPainter, seed: int, rect: QRectF, floor: float, bays: int, lit: float, lamp_shade: Shade
) -> list[Spot]:
    dice, dark = rng(int(seed)), []
    cell = rect.width() / bays / 2
    wide, tall = (
        float(part) for part in dice.choice([(0.52, 0.5), (0.52, 0.5), (0.9, 0.42), (0.46, 0.74), (0.36, 0.4)])
    )
    wide, tall = wide * cell, tall * floor
    shades = [QBrush(colour(mix(lamp_shade, other, share))) for other, share in
              ((WARM, 0.0), (WARM, 0.35), (WARM, 0.8), ("#FF8A4A", 0.35), ("#A8CFFF", 0.75))]  # fmt: skip
    for storey in range(int((rect.height() - floor * 0.4) / floor)):
        y = rect.top() + floor * (storey + 0.45)
        busy = lit * dice.uniform(0.3, 1.7)
        for column in range(bays * 2):
            at = rect.left() + cell * (column + 0.5) - wide / 2
            if dice.uniform() < busy:
                painter.setOpacity(dice.uniform(0.45, 1))
                painter.setBrush(shades[int(dice.choice(5, p=[0.42, 0.24, 0.12, 0.14, 0.08]))])
                painter.drawRect(QRectF(at, y, wide, tall))
            else:
                painter.setOpacity(0.2)
                painter.setBrush(Qt.GlobalColor.black)
                painter.drawRect(QRectF(at, y, wide, tall))
                if dice.uniform() < 0.03:
                    dark.append((at + wide / 2, y + tall / 2, max(2.5, wide * 0.45)))
    painter.setOpacity(1)
    return dark


def city(
    painter: QPainter,
    seed: int,
    ground: Callable[[float], float],
    start: float,
    end: float,
    *,
    widths: tuple[float, float],
    heights: tuple[float, float],
    body: Shade,
    light: Shade = WARM,
    sun_x: float = 1920,
    lit: float = 0.35,
    floor: float = 22,
    gap: float = 0.1,
    haze: Shade | None = None,
    lamp_shade: Shade = LAMP,
) -> list[Spot]:
    """One row of towers from x `start` to `end` whose feet follow `ground` (a `Ridge.y`); dark windows come back.

    Call it far rows first, each with its own body colour by depth and a bigger `floor` as it comes nearer.
    """
    dice, x, dark, number = rng(seed, 59), start, [], 0
    while x < end:
        width = float(dice.uniform(*widths))
        height = float(heights[0] + (heights[1] - heights[0]) * dice.uniform() ** 1.7)
        middle = x + width / 2
        foot = max(ground(x), ground(x + width)) + 10
        tint = mix(body, light if dice.uniform() < 0.5 else "#000000", float(dice.uniform(0, 0.14)))
        dark += tower(painter, seed * 997 + number, middle, foot, width, height, tint, light=light,
                      sun_side=-1 if sun_x < middle else 1, lit=lit * float(dice.uniform(0.5, 1.3)), floor=floor,
                      haze=haze, lamp_shade=lamp_shade)  # fmt: skip
        x += width * (1 + float(dice.uniform(-gap, gap * 3)))
        number += 1
    return dark


def eaves(painter: QPainter, x: float, y: float, width: float, rise: float, shade: Shade, edge: Shade | None) -> None:
    """A curved roof with upturned corners, its eaves at height `y`; `edge` is a line of light under it."""
    half, tip = width / 2, rise * 0.42
    roof = QPainterPath(QPointF(x - half, y - tip))
    roof.quadTo(x - half * 0.82, y, x - half * 0.6, y)
    roof.lineTo(x + half * 0.6, y)
    roof.quadTo(x + half * 0.82, y, x + half, y - tip)
    roof.quadTo(x + half * 0.66, y - rise * 0.3, x + half * 0.4, y - rise)
    roof.lineTo(x - half * 0.4, y - rise)
    roof.quadTo(x - half * 0.66, y - rise * 0.3, x - half, y - tip)
    painter.fillPath(roof, colour(shade))
    if edge is not None:
        line = QPainterPath(QPointF(x - half, y - tip))
        line.quadTo(x - half * 0.82, y, x - half * 0.6, y)
        line.lineTo(x + half * 0.6, y)
        line.quadTo(x + half * 0.82, y, x + half, y - tip)
        painter.strokePath(line, QPen(colour(edge), max(2.0, rise * 0.09)))


def stilt_house(
    painter: QPainter,
    seed: int,
    x: float,
    ground: float,
    width: float,
    storeys: int,
    body: Shade,
    *,
    storey: float = 60,
    glow_shade: Shade = LAMP,
    stilts: float = 60,
) -> list[Spot]:
    """A stacked house on stilts with upturned eaves and glowing galleries, as on the river's cliffs. Static.

    Lanterns hang from the eaves; their places come back as (x, y, size) for `lanterns`.
    """
    dice, hung = rng(seed, 61), []
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    posts = max(3, round(width / (storey * 1.3)))
    for post in range(posts + 1):
        at = x - width * 0.46 + width * 0.92 * post / posts
        painter.fillRect(
            QRectF(at - storey * 0.04, ground - stilts, storey * 0.08, stilts), colour(mix(body, INKISH, 0.4))
        )
    bottom, wide = ground - stilts, width
    for _level in range(storeys):
        top = bottom - storey
        wall = QRectF(x - wide * 0.44, top, wide * 0.88, storey)
        shine = QLinearGradient(0, top, 0, bottom)
        blend(
            shine, [(0, mix(body, glow_shade, 0.62)), (0.6, mix(body, glow_shade, 0.32)), (1, mix(body, INKISH, 0.3))]
        )
        painter.fillRect(wall, QBrush(shine))
        bays = max(3, round(wide / (storey * 0.62)))
        for bay in range(bays):
            cell = wall.width() / bays
            pane = QRectF(wall.left() + cell * (bay + 0.2), top + storey * 0.3, cell * 0.6, storey * 0.5)
            if dice.uniform() < 0.72:
                painter.setOpacity(dice.uniform(0.6, 1))
                painter.fillRect(pane, colour(mix(glow_shade, WARM, float(dice.uniform(0, 0.6)))))
                painter.setOpacity(1)
            painter.fillRect(
                QRectF(pane.center().x() - 1, pane.top(), 2, pane.height()), colour(mix(body, INKISH, 0.5))
            )
            painter.fillRect(QRectF(wall.left() + cell * bay - 2, top, 4, storey), colour(mix(body, INKISH, 0.5)))
        painter.fillRect(QRectF(x - wide * 0.47, bottom - storey * 0.14, wide * 0.94, storey * 0.06), colour(body))
        eaves(
            painter,
            x,
            top + storey * 0.12,
            wide * 1.12,
            storey * 0.42,
            mix(body, INKISH, 0.45),
            mix(body, glow_shade, 0.8),
        )
        for side in (-1, 1):
            hung.append((x + side * wide * 0.46, top + storey * 0.34, storey * 0.12))
        bottom = top - storey * 0.1
        wide *= float(dice.uniform(0.8, 0.97))
    eaves(painter, x, bottom, wide * 0.9, storey * 0.75, mix(body, INKISH, 0.5), mix(body, glow_shade, 0.8))
    painter.restore()
    return hung


INKISH = "#070B12"


def lantern(painter: QPainter, x: float, y: float, size: float, shade: Shade = VERMILION, power: float = 1.0) -> None:
    """A round paper lantern whose middle is at (x, y), `size` its radius, glowing with `power` 0..1."""
    glow(painter, x, y, size * 5, mix(shade, LAMP, 0.4), 0.4 * power)
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    gradient = QLinearGradient(0, y - size, 0, y + size)
    hot = mix(shade, LAMP, 0.75 * power)
    blend(gradient, [(0, mix(shade, "#000000", 0.15)), (0.55, hot), (1, shade)])
    painter.setBrush(QBrush(gradient))
    painter.drawEllipse(QPointF(x, y), size, size * 0.86)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour("#7A1608", 0.35), max(1.0, size * 0.05)))
    for rib in (0.35, 0.7):
        painter.drawEllipse(QPointF(x, y), size * rib, size * 0.86)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("#3A1208"))
    for end in (-1, 1):
        painter.drawRoundedRect(
            QRectF(x - size * 0.3, y + end * size * 0.86 - size * 0.08, size * 0.6, size * 0.16), 2, 2
        )
    painter.setPen(QPen(colour(LAMP, 0.8), max(1.0, size * 0.06)))
    for thread in (-0.12, 0, 0.12):
        painter.drawLine(QPointF(x + thread * size, y + size * 0.95), QPointF(x + thread * size * 1.6, y + size * 1.7))
    painter.restore()


def lanterns(painter: QPainter, spots: list[Spot], phase: float, *, seed: int = 1, shade: Shade = VERMILION) -> None:
    """Lanterns at (x, y, size) that sway and breathe a little."""
    dice = rng(seed, 67)
    for x, y, size in spots:
        offset = dice.uniform()
        sway = (wave(phase, 1, offset) - 0.5) * size * 0.35
        lantern(painter, x + sway, y, size, shade, 0.75 + 0.25 * wave(phase, 2, offset))
