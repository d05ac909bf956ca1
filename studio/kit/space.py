"""A plain camera looking straight ahead, for scenes that are measured in metres: points, beams, faces, boxes."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen, QPolygonF

from studio.kit.colour import Shade, colour, mix

Place = tuple[float, float, float]
"""Metres to the right of the camera, above the ground or the water, and away from the camera."""
NEAREST = 2.0


@dataclass(frozen=True)
class Camera:
    """Where the eye is: the vanishing point in the frame, the focal length in pixels, the eye's height in metres."""

    x: float
    horizon: float
    focal: float
    eye: float

    def at(self, place: Place) -> QPointF:
        """Where a place is seen in the frame."""
        right, up, away = place
        size = self.size(away)
        return QPointF(self.x + right * size, self.horizon - (up - self.eye) * size)

    def size(self, away: float) -> float:
        """How many pixels a metre has at that distance."""
        return self.focal / max(NEAREST, away)


def haze(own: Shade, air: Shade, away: float, clear: float, reach: float) -> Shade:
    """A colour as seen through `away` metres of air: untouched up to `clear`, two thirds air at `clear + reach`."""
    return mix(own, air, 1 - math.exp(-max(0.0, away - clear) / reach))


def face(p: QPainter, camera: Camera, corners: Sequence[Place], shade: Shade | QBrush) -> QPolygonF:
    """Fill a flat face; gives its outline in the frame back."""
    outline = QPolygonF([camera.at(corner) for corner in corners])
    p.setPen(Qt.PenStyle.NoPen)
    p.setBrush(shade if isinstance(shade, QBrush) else QBrush(colour(shade)))
    p.drawPolygon(outline)
    return outline


def beam(
    p: QPainter, camera: Camera, start: Place, end: Place, thick: float, shade: Shade, rim: Shade | None = None
) -> None:
    """A straight member `thick` metres wide, tapering as it recedes; `rim` is a line of light along its upper left."""
    one, two = camera.at(start), camera.at(end)
    a, b = thick * camera.size(start[2]) / 2, thick * camera.size(end[2]) / 2
    long = math.hypot(two.x() - one.x(), two.y() - one.y()) or 1.0
    side = QPointF((two.y() - one.y()) / long, -(two.x() - one.x()) / long)
    if side.x() > 0.3 or (abs(side.x()) <= 0.3 and side.y() > 0):
        side = -side
    p.setPen(Qt.PenStyle.NoPen)
    p.setBrush(colour(shade))
    p.drawPolygon(QPolygonF([one + side * a, two + side * b, two - side * b, one - side * a]))
    if rim is not None:
        p.setPen(QPen(colour(rim), max(1.2, 0.22 * (a + b) / 2)))
        p.drawLine(one + side * a * 0.9, two + side * b * 0.9)
        p.setPen(Qt.PenStyle.NoPen)


def box(
    p: QPainter,
    camera: Camera,
    corner: Place,
    size: Place,
    front: Shade,
    side: Shade,
    top: Shade,
    turn: float = 0.0,
) -> None:
    """A box from its near left lower `corner`, `size` right, up and away, turned by `turn` radians about that corner.

    Only the faces that look at the camera are drawn; boxes one behind the other must be drawn farthest first.
    """
    x, y, z = corner
    cos, sin = math.cos(turn), math.sin(turn)

    def spot(right: float, up: float, away: float) -> Place:
        return (x + right * cos - away * sin, y + up, z + right * sin + away * cos)

    wide, tall, deep = size
    sides = (
        ((0, 0), (wide, 0), (sin, -cos), front),
        ((wide, 0), (wide, deep), (cos, sin), side),
        ((wide, deep), (0, deep), (-sin, cos), front),
        ((0, deep), (0, 0), (-cos, -sin), side),
    )
    if camera.eye > y + tall:
        face(p, camera, [spot(0, tall, 0), spot(wide, tall, 0), spot(wide, tall, deep), spot(0, tall, deep)], top)
    elif camera.eye < y:
        face(p, camera, [spot(0, 0, 0), spot(wide, 0, 0), spot(wide, 0, deep), spot(0, 0, deep)], side)
    for (r0, a0), (r1, a1), (out_x, out_z), shade in sides:
        from_x, _, from_z = spot((r0 + r1) / 2, 0, (a0 + a1) / 2)
        if out_x * from_x + out_z * from_z < 0:
            face(p, camera, [spot(r0, 0, a0), spot(r1, 0, a1), spot(r1, tall, a1), spot(r0, tall, a0)], shade)
