"""Ways across: suspension bridges and their traffic, cable cars."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QLinearGradient, QPainter, QPainterPath, QPen

from studio.kit.colour import LAMP, VERMILION, WARM, Shade, blend, colour, mix, rng
from studio.kit.light import PLUS, glow, lamp


@dataclass(frozen=True)
class Bridge:
    """Where a suspension bridge stands: pylons at `left` and `right`, deck height in the frame at x."""

    left: float
    right: float
    deck: float
    sag: float
    pylon: float
    reach: float

    def deck_y(self, x: float) -> float:
        """The road's y, gently arched between the pylons."""
        middle = (self.left + self.right) / 2
        span = (self.right - self.left) / 2 + self.reach
        return self.deck + self.sag * 0.12 * ((x - middle) / span) ** 2

    def cable_y(self, x: float) -> float:
        """The main cable's y."""
        top = self.deck - self.pylon
        if self.left <= x <= self.right:
            middle, half = (self.left + self.right) / 2, (self.right - self.left) / 2
            return top + self.sag * (1 - ((x - middle) / half) ** 2)
        outer = (self.left - x if x < self.left else x - self.right) / self.reach
        return float(top + (self.deck - top) * min(1.0, outer) ** 1.12)


def suspension_bridge(
    painter: QPainter, shape: Bridge, steel: Shade, *, foot: float, lights: Shade | None = LAMP, thick: float = 26
) -> None:
    """Deck with truss, two pylons down to y `foot`, cables and hangers; `lights` studs the cable. Static."""
    painter.save()
    steel_pen = QPen(colour(steel), thick * 0.34)
    start, end = shape.left - shape.reach, shape.right + shape.reach
    hanger, x = thick * 1.7, start
    painter.setPen(QPen(colour(steel, 0.75), max(1.6, thick * 0.08)))
    while x <= end:
        painter.drawLine(QPointF(x, shape.cable_y(x)), QPointF(x, shape.deck_y(x)))
        x += hanger
    for side in (-1, 1):
        pylon, wide = shape.left if side < 0 else shape.right, thick * 1.5
        top = shape.deck - shape.pylon
        tint = QLinearGradient(pylon - wide, 0, pylon + wide, 0)
        blend(tint, [(0, mix(steel, WARM, 0.18)), (1, mix(steel, "#000000", 0.25))])
        for leg in (-1, 1):
            painter.fillPath(
                _taper(pylon + leg * wide * 0.55, top - thick, pylon + leg * wide * 0.9, foot, thick * 0.42),
                QBrush(tint),
            )
        for beam in (0.02, 0.34, 0.68):
            painter.fillRect(
                QRectF(pylon - wide * 0.7, top + beam * shape.pylon, wide * 1.4, thick * 0.42), QBrush(tint)
            )
    cable = QPainterPath(QPointF(start, shape.cable_y(start)))
    x = start
    while x <= end:
        cable.lineTo(x, shape.cable_y(x))
        x += 12
    painter.strokePath(cable, steel_pen)
    road, under = QPainterPath(QPointF(start, shape.deck_y(start))), QPainterPath()
    x = start
    while x <= end:
        road.lineTo(x, shape.deck_y(x))
        x += 24
    painter.strokePath(road, QPen(colour(steel), thick * 0.5))
    x, up = start, False
    under.moveTo(start, shape.deck_y(start) + thick)
    while x <= end:
        under.lineTo(x, shape.deck_y(x) + (0 if up else thick))
        x, up = x + thick, not up
    painter.strokePath(under, QPen(colour(steel), max(1.6, thick * 0.1)))
    painter.strokePath(road.translated(0, thick), QPen(colour(steel), thick * 0.22))
    if lights is not None:
        x = start
        while x <= end:
            lamp(painter, x, shape.cable_y(x), thick * 0.13, lights, 0.55)
            x += hanger * 2
    painter.restore()


def _taper(x0: float, y0: float, x1: float, y1: float, width: float) -> QPainterPath:
    leg = QPainterPath(QPointF(x0 - width * 0.4, y0))
    leg.lineTo(x0 + width * 0.4, y0)
    leg.lineTo(x1 + width * 0.7, y1)
    leg.lineTo(x1 - width * 0.7, y1)
    leg.closeSubpath()
    return leg


def traffic(
    painter: QPainter,
    road: Callable[[float], float],
    start: float,
    end: float,
    phase: float,
    *,
    cars: int = 18,
    size: float = 5,
    lift: float = 10,
    steps: int = 2,
) -> None:
    """Head and tail lights streaming along a road whose y is `road(x)`: white to the right, red to the left.

    Every car moves `steps` car distances over the loop, so the stream has no seam.
    """
    distance = (end - start) / cars
    for lane, (shade, way) in enumerate(((WARM, 1), (VERMILION, -1))):
        for car in range(cars):
            share = (car + lane * 0.4 + way * phase * steps) % cars
            x = start + share * distance + (rng(car, lane).uniform(-0.3, 0.3) if steps == cars else 0)
            y = road(x) - lift * (1 + 0.5 * lane)
            lamp(painter, x, y, size, shade, 0.7)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setCompositionMode(PLUS)
            painter.setBrush(colour(shade, 0.25))
            painter.drawRect(QRectF(x - (size * 7 if way > 0 else 0), y - size * 0.3, size * 7, size * 0.6))
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)


def cable_car(
    painter: QPainter, x: float, y: float, size: float, body: Shade, *, inside: Shade = LAMP, swing: float = 0.0
) -> None:
    """A cabin hanging from its cable at (x, y), `size` wide, lit inside, with passengers; `swing` in degrees."""
    painter.save()
    painter.translate(x, y)
    painter.rotate(swing)
    dark = mix(body, "#000000", 0.45)
    painter.setPen(QPen(dark, size * 0.045))
    painter.drawLine(QPointF(0, 0), QPointF(0, size * 0.4))
    painter.drawLine(QPointF(-size * 0.3, -size * 0.02), QPointF(size * 0.3, -size * 0.02))
    painter.drawLine(QPointF(0, size * 0.3), QPointF(-size * 0.3, size * 0.48))
    painter.drawLine(QPointF(0, size * 0.3), QPointF(size * 0.3, size * 0.48))
    painter.setPen(Qt.PenStyle.NoPen)
    for wheel in (-0.28, -0.1, 0.1, 0.28):
        painter.setBrush(dark)
        painter.drawEllipse(QPointF(wheel * size, -size * 0.02), size * 0.05, size * 0.05)
    cabin = QRectF(-size * 0.5, size * 0.46, size, size * 0.62)
    glow(painter, 0, size * 0.75, size * 1.5, inside, 0.4)
    shine = QLinearGradient(0, cabin.top(), 0, cabin.bottom())
    blend(shine, [(0, mix(body, WARM, 0.16)), (0.5, body), (1, dark)])
    painter.setBrush(QBrush(shine))
    painter.drawRoundedRect(cabin, size * 0.13, size * 0.13)
    panes = QLinearGradient(0, cabin.top(), 0, cabin.bottom())
    blend(panes, [(0, mix(inside, WARM, 0.5)), (1, inside)])
    for pane in range(4):
        box = QRectF(cabin.left() + size * (0.06 + 0.225 * pane), cabin.top() + size * 0.1, size * 0.2, size * 0.27)
        painter.setBrush(QBrush(panes))
        painter.drawRoundedRect(box, size * 0.03, size * 0.03)
        if pane != 2:
            painter.setBrush(colour("#2A1A12", 0.85))
            shoulder = box.bottom() - size * 0.1
            painter.drawEllipse(QPointF(box.center().x(), shoulder - size * 0.035), size * 0.034, size * 0.04)
            painter.drawRoundedRect(QRectF(box.center().x() - size * 0.055, shoulder, size * 0.11, size * 0.1), 4, 4)
    painter.setBrush(colour(WARM, 0.5))
    painter.drawRect(QRectF(cabin.left() + size * 0.08, cabin.top() + size * 0.47, size * 0.84, size * 0.025))
    painter.restore()
