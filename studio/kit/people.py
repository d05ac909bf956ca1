"""Small people: silhouettes with a gait, a bag, an umbrella."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from studio.kit.colour import Shade, colour, mix


def person(
    painter: QPainter,
    x: float,
    y: float,
    height: float,
    shade: Shade,
    *,
    step: float = 0.0,
    facing: int = 1,
    coat: Shade | None = None,
    carries: str | None = None,
) -> None:
    """Somebody standing or walking with feet at (x, y).

    `step` is the place in the gait, 0..1 (0 stands; give `phase * n % 1` to walk), `facing` 1 right or -1 left,
    `coat` the colour of the upper body, `carries` one of bag, umbrella, parasol, case or None.
    """
    painter.save()
    painter.translate(x, y)
    painter.scale(facing * height, height)
    ink, cloth = colour(shade), colour(coat if coat is not None else shade)
    swing = math.sin(2 * math.pi * step)
    round_pen = (Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for leg in (-1, 1):
        reach = leg * swing * 0.13
        painter.setPen(QPen(mix(ink, "#000000", 0.2 if leg < 0 else 0), 0.075, *round_pen))
        limb = QPainterPath(QPointF(leg * 0.02, -0.47))
        limb.lineTo(reach * 0.6 + 0.02, -0.24)
        limb.lineTo(reach + (0.0 if swing else leg * 0.045), -0.03)
        painter.drawPath(limb)
    painter.setPen(QPen(mix(cloth, "#000000", 0.25), 0.06, *round_pen))
    hand = QPointF(0.04 - swing * 0.14, -0.47)
    if carries in ("umbrella", "parasol"):
        hand = QPointF(0.14, -0.66)
    painter.drawLine(QPointF(0, -0.77), hand)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(cloth)
    torso = QPainterPath(QPointF(-0.09, -0.8))
    torso.quadTo(0, -0.86, 0.09, -0.8)
    torso.lineTo(0.085, -0.42)
    torso.quadTo(0, -0.38, -0.1, -0.42)
    torso.closeSubpath()
    painter.drawPath(torso)
    painter.setBrush(ink)
    painter.drawEllipse(QPointF(0.015, -0.92), 0.062, 0.075)
    match carries:
        case "bag":
            painter.setBrush(mix(cloth, "#000000", 0.45))
            painter.drawRoundedRect(QRectF(-0.2, -0.79, 0.14, 0.3), 0.05, 0.05)
        case "case":
            painter.setBrush(mix(ink, "#000000", 0.2))
            painter.drawRoundedRect(QRectF(hand.x() - 0.12, -0.46, 0.24, 0.16), 0.02, 0.02)
        case "umbrella" | "parasol":
            painter.setPen(QPen(ink, 0.018))
            painter.drawLine(hand, QPointF(0.12, -1.2))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(cloth)
            roof = QPainterPath(QPointF(-0.25, -1.02))
            roof.cubicTo(-0.16, -1.3, 0.4, -1.3, 0.49, -1.02)
            for rib in range(3):
                right = 0.49 - rib * 0.2467
                roof.quadTo(right - 0.123, -1.07, right - 0.2467, -1.02)
            painter.drawPath(roof)
    painter.restore()
