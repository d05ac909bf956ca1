"""Ridges, karst peaks, trees and birds."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QLinearGradient, QPainter, QPainterPath, QPen, QPolygonF

from studio.kit.colour import HEIGHT, WIDTH, Floats, Shade, blend, colour, noise_field, noise_line, rng
from studio.kit.layers import tinted

STEP = 6
MARGIN = 240


@dataclass(frozen=True)
class Ridge:
    """A silhouette: its crest's y for every STEP pixels from -MARGIN to WIDTH + MARGIN."""

    crest: Floats

    def y(self, x: float) -> float:
        """The crest's height in the frame at `x`."""
        return float(np.interp(x, ridge_xs(), self.crest))

    def path(self, bottom: float = HEIGHT + 20) -> QPainterPath:
        """The closed silhouette down to `bottom`."""
        points = [QPointF(x, y) for x, y in zip(ridge_xs(), self.crest, strict=True)]
        path = QPainterPath()
        path.addPolygon(QPolygonF([*points, QPointF(WIDTH + MARGIN, bottom), QPointF(-MARGIN, bottom)]))
        path.closeSubpath()
        return path

    def line(self) -> QPainterPath:
        """The crest alone."""
        path = QPainterPath()
        path.addPolygon(QPolygonF([QPointF(x, y) for x, y in zip(ridge_xs(), self.crest, strict=True)]))
        return path


def ridge_xs() -> Floats:
    """The x of every sample of a ridge."""
    return np.arange(-MARGIN, WIDTH + MARGIN + 1, STEP, dtype=float)


def ridge(seed: int, profile: Sequence[tuple[float, float]], rough: float = 60, cell: float = 420) -> Ridge:
    """A mountain ridge through the points of `profile` (x rising), roughened by up to `rough` pixels.

    `cell` is the length in pixels of the largest bumps. This is the tool to compose with: place the points.
    """
    xs = ridge_xs()
    px, py = np.array([x for x, _ in profile], float), np.array([y for _, y in profile], float)
    place = np.clip(np.searchsorted(px, xs) - 1, 0, len(px) - 2)
    share = np.clip((xs - px[place]) / (px[place + 1] - px[place]), 0, 1)
    smooth = share * share * (3 - 2 * share)
    soft = 0.55 * smooth + 0.45 * share
    base = py[place] * (1 - soft) + py[place + 1] * soft
    jagged = noise_line(len(xs), cell / STEP, 6, seed, gain=0.52)
    return Ridge(base + rough * (jagged * 1.2 + 0.5 * (np.abs(jagged) - 0.3)))


def karst(seed: int, base: float, peaks: Sequence[tuple[float, float, float]], rough: float = 26) -> Ridge:
    """Karst towers (x, height, width): steep sides, round heads, standing on `base`."""
    xs = ridge_xs()
    crest = np.full(len(xs), base) + noise_line(len(xs), 60, 3, seed, 1) * rough
    for number, (x, height, width) in enumerate(peaks):
        dice = rng(seed, number)
        side = float(dice.choice([-1, 1]))
        parts = [
            (0.0, 1.0, 1.0),
            (side * 0.4, float(dice.uniform(0.45, 0.72)), 0.62),
            (-side * 0.5, float(dice.uniform(0.25, 0.5)), 0.6),
        ]
        for shift, tall, wide in parts:
            lean = dice.uniform(-0.2, 0.2)
            reach = (xs - x - shift * width) / (width * wide / 2)
            reach = reach * (1 + lean * np.sign(reach))
            dome = np.clip(1 - np.abs(reach) ** 2.5, 0, 1) ** 0.75
            crest = np.minimum(crest, base - height * tall * dome)
    return Ridge(crest + noise_line(len(xs), 34, 5, seed, 2) * rough * np.clip((base - crest) / 200, 0.15, 1))


def headland(shape: Ridge, start: float, end: float, shore: Sequence[tuple[float, float]]) -> QPainterPath:
    """The land under a ridge's crest from x `start` to `end`, closed by its shoreline's points, from `end` back."""
    xs = ridge_xs()
    points = [QPointF(x, y) for x, y in zip(xs, shape.crest, strict=True) if start <= x <= end]
    path = QPainterPath(points[0])
    for point in points[1:]:
        path.lineTo(point)
    corners = [points[-1], *(QPointF(x, y) for x, y in shore)]
    for before, corner in itertools.pairwise(corners):
        middle = (before + corner) / 2
        path.quadTo(before, middle)
    path.lineTo(corners[-1])
    path.closeSubpath()
    return path


def draw_ridge(
    painter: QPainter,
    shape: Ridge,
    crest: Shade,
    foot: Shade,
    *,
    fade: float = 700,
    rim: Shade | None = None,
    sun_x: float = WIDTH / 2,
    relief: float = 0.0,
    light: Shade = "#FFFFFF",
    dark: Shade = "#000000",
    seed: int = 1,
    grain: float = 150,
    path: QPainterPath | None = None,
) -> None:
    """Fill a ridge from `crest` colour at its top to `foot` colour `fade` pixels lower; static, keep it in a `layer`.

    `rim` draws a thin edge of light, strongest near `sun_x`. `relief` 0..1 models folds lit from `sun_x` with the
    colours `light` and `dark`; `grain` is the folds' width in pixels (smaller is farther away). `path` (a `headland`)
    is filled in place of the whole ridge.
    """
    path = path or shape.path()
    top = float(shape.crest.min())
    gradient = QLinearGradient(0, top, 0, top + fade)
    blend(gradient, [(0, crest), (1, foot)])
    painter.save()
    painter.fillPath(path, QBrush(gradient))
    if relief > 0:
        _relief(painter, path, shape, top, relief, light, dark, sun_x, seed, grain)
    if rim is not None:
        painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
        edge = QLinearGradient(sun_x - 1500, 0, sun_x + 1500, 0)
        blend(edge, [(0, colour(rim, 0)), (0.5, colour(rim, 0.9)), (1, colour(rim, 0))])
        for thick, share in ((14, 0.25), (5, 0.8)):
            painter.setOpacity(share)
            painter.setPen(QPen(QBrush(edge), thick))
            painter.drawPath(shape.line())
    painter.restore()


def _relief(
    painter: QPainter,
    path: QPainterPath,
    shape: Ridge,
    top: float,
    strength: float,
    light: Shade,
    dark: Shade,
    sun_x: float,
    seed: int,
    grain: float,
) -> None:
    across, span = 1280, HEIGHT - top
    scale = WIDTH / across
    down = max(8, int(span / scale))
    field = noise_field(across, down, grain / scale, grain * 2.2 / scale, 5, seed, 31)
    lean = noise_field(across, down, grain * 3 / scale, grain * 3 / scale, 2, seed, 37)
    xs = np.arange(across)
    moved = np.clip(xs[None, :] + lean * grain / scale, 0, across - 1.001)
    left, rows = moved.astype(int), np.arange(down)[:, None]
    part = moved - left
    field = 1 - np.abs(field[rows, left] * (1 - part) + field[rows, left + 1] * part)
    slope = np.gradient(field, axis=1) * 16 + np.gradient(field, axis=0) * -7
    side = np.sign(sun_x / scale - xs)[None, :] * np.clip(np.abs(sun_x / scale - xs) / 160, 0, 1)[None, :]
    lit = slope * side
    crest = np.interp(xs * scale, ridge_xs(), shape.crest)
    depth = np.arange(down)[:, None] * scale + top - crest[None, :]
    strong = np.clip(depth / 24, 0, 1) * np.exp(-np.clip(depth, 0, None) / 700) * strength
    painter.save()
    painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
    rect = QRectF(0, top, WIDTH, down * scale)
    painter.drawImage(rect, tinted(np.clip(lit, 0, 1) * strong, light))
    painter.drawImage(rect, tinted(np.clip(-lit, 0, 1) * strong, dark))
    painter.restore()


def tree(painter: QPainter, seed: int, x: float, y: float, height: float, shade: Shade, kind: str = "broad") -> None:
    """A tree standing on (x, y): `broad`, `pine` (wind-bent, in tiers) or `bamboo`."""
    dice = rng(seed, 41)
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(shade))
    if kind == "bamboo":
        for _ in range(5):
            lean, tall = dice.uniform(-0.35, 0.35) * height, height * dice.uniform(0.7, 1)
            stem = QPainterPath(QPointF(x + dice.uniform(-0.08, 0.08) * height, y))
            stem.quadTo(x + lean * 0.2, y - tall * 0.7, x + lean, y - tall)
            painter.strokePath(stem, QPen(colour(shade), height * 0.014))
            for _ in range(16):
                at = stem.pointAtPercent(dice.uniform(0.4, 1))
                leaf = QPainterPath(at)
                tip = QPointF(at.x() + dice.uniform(-0.16, 0.16) * height, at.y() + dice.uniform(0.02, 0.1) * height)
                leaf.quadTo((at.x() + tip.x()) / 2, at.y() - height * 0.03, tip.x(), tip.y())
                leaf.quadTo((at.x() + tip.x()) / 2, at.y() + height * 0.03, at.x(), at.y())
                painter.drawPath(leaf)
    elif kind == "pine":
        lean = dice.uniform(-0.18, 0.18) * height
        trunk = QPainterPath(QPointF(x, y))
        trunk.cubicTo(x - lean * 0.6, y - height * 0.4, x + lean, y - height * 0.6, x + lean, y - height * 0.95)
        painter.strokePath(trunk, QPen(colour(shade), height * 0.035))
        for tier in range(6):
            at = trunk.pointAtPercent(0.4 + 0.6 * tier / 5)
            reach = height * (0.36 - 0.045 * tier) * dice.uniform(0.75, 1.1)
            side = dice.uniform(-0.4, 0.4) * reach
            for lump in range(7):
                u = lump / 3 - 1
                size = reach * 0.24 * (1.2 - u * u * 0.7)
                painter.drawEllipse(
                    QPointF(at.x() + side + u * reach, at.y() + abs(u) * reach * 0.12), size, size * 0.42
                )
    else:
        painter.drawRect(QRectF(x - height * 0.02, y - height * 0.4, height * 0.04, height * 0.4))
        for _ in range(44):
            angle, reach = dice.uniform(0, 2 * math.pi), dice.uniform() ** 0.5
            size = height * dice.uniform(0.035, 0.13)
            centre = QPointF(
                x + math.cos(angle) * reach * height * 0.36, y - height * 0.6 + math.sin(angle) * reach * height * 0.32
            )
            painter.drawEllipse(centre, size, size * 0.85)
    painter.restore()


def trees(
    painter: QPainter,
    seed: int,
    shape: Ridge,
    start: float,
    end: float,
    count: int,
    height: tuple[float, float],
    shade: Shade,
    kind: str = "broad",
    sink: float = 12,
) -> None:
    """A row of trees along a ridge's crest from x `start` to `end`."""
    dice = rng(seed, 43)
    for number in range(count):
        x = float(dice.uniform(start, end))
        tree(painter, seed * 1000 + number, x, shape.y(x) + sink, float(dice.uniform(*height)), shade, kind)


def birds(
    painter: QPainter, seed: int, x: float, y: float, size: float, count: int, shade: Shade, phase: float
) -> None:
    """A small flock around (x, y), wings beating; move x with the phase yourself if it should travel."""
    dice = rng(seed, 47)
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for _ in range(count):
        at = QPointF(x + dice.normal() * size * 5, y + dice.normal() * size * 2)
        span = size * dice.uniform(0.6, 1)
        beat = math.sin(2 * math.pi * (phase * int(dice.integers(5, 9)) + dice.uniform()))
        wings = QPainterPath(QPointF(at.x() - span, at.y() - span * 0.35 * beat))
        wings.quadTo(at.x() - span * 0.4, at.y() - span * 0.35, at.x(), at.y())
        wings.quadTo(at.x() + span * 0.4, at.y() - span * 0.35, at.x() + span, at.y() - span * 0.35 * beat)
        painter.setPen(QPen(colour(shade), max(2.0, size * 0.12), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPath(wings)
    painter.restore()
