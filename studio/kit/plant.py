"""A factory in true perspective: a camera, bare car bodies, robot arms, sparks."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPainterPath, QPen, QPolygonF

from studio.kit.colour import WARM, Floats, Shade, blend, colour, ease, mix, rng
from studio.kit.light import PLUS, glow

Point = tuple[float, float, float]
"""Metres: right, up, away."""


@dataclass(frozen=True)
class Eye:
    """A level camera: where it stands, where its vanishing point lies in the frame, how the air thickens."""

    x: float
    y: float
    vanish_x: float
    vanish_y: float
    focal: float
    haze: Shade
    thick: float = 24.0

    def at(self, x: float, y: float, z: float) -> QPointF:
        """Where a point lies in the frame."""
        scale = self.focal / max(z, 0.4)
        return QPointF(self.vanish_x + (x - self.x) * scale, self.vanish_y - (y - self.y) * scale)

    def size(self, metres: float, z: float) -> float:
        """A length in frame pixels."""
        return metres * self.focal / max(z, 0.4)

    def seen(self, own: Shade, z: float) -> QColor:
        """A colour through the air."""
        return mix(own, self.haze, (1 - math.exp(-max(0.0, z - 7) / self.thick)) * 0.97)

    def quad(self, *corners: Point) -> QPolygonF:
        """A flat shape."""
        return QPolygonF([self.at(*corner) for corner in corners])


STATIONS: tuple[tuple[float, float, float, float, float], ...] = (
    # along the body, half width, belt, top, half width of the roof
    (0.00, 0.70, 0.50, 0.56, 0.60), (0.10, 0.84, 0.58, 0.66, 0.72), (0.35, 0.91, 0.66, 0.74, 0.76),
    (0.75, 0.93, 0.72, 0.81, 0.78), (1.15, 0.93, 0.78, 0.88, 0.78), (1.45, 0.92, 0.82, 1.02, 0.74),
    (1.75, 0.92, 0.84, 1.17, 0.69), (2.05, 0.92, 0.85, 1.29, 0.64), (2.35, 0.92, 0.86, 1.35, 0.62),
    (2.75, 0.92, 0.86, 1.38, 0.62), (3.15, 0.92, 0.87, 1.36, 0.61), (3.55, 0.92, 0.88, 1.29, 0.60),
    (3.95, 0.91, 0.89, 1.16, 0.60), (4.25, 0.89, 0.88, 1.02, 0.62), (4.50, 0.82, 0.80, 0.92, 0.62),
)  # fmt: skip
LONG = 4.5


def _smooth(points: Floats, times: int) -> Floats:
    """A Catmull-Rom curve through the points, `times` pieces between each two."""
    padded = np.concatenate([points[:1], points, points[-1:]])
    share = (np.arange(times) / times)[:, None, None]
    pieces = [
        0.5 * ((2 * b) + (c - a) * share + (2 * a - 5 * b + 4 * c - d) * share**2 + (3 * b - a - 3 * c + d) * share**3)
        for a, b, c, d in zip(padded, padded[1:], padded[2:], padded[3:], strict=False)
    ]
    return np.concatenate([*pieces, points[-1:]])


@cache
def _mesh(fine: int) -> tuple[Floats, Floats, list[list[str]]]:
    rings = np.zeros((len(STATIONS), 13, 3))
    for number, (z, half, belt, top, roof) in enumerate(STATIONS):
        side = [(half * 0.96, 0.06), (half, 0.3), (half * 0.995, belt * 0.72), (half * 0.96, belt),
                (roof, top - 0.05), (roof * 0.82, top)]  # fmt: skip
        ring = [*side, (0.0, top + 0.025), *[(-x, y) for x, y in reversed(side)]]
        for place, (x, y) in enumerate(ring):
            rings[number, place] = (x, y, z)
    rings = _smooth(rings, fine)
    rings = _smooth(rings.transpose(1, 0, 2), fine).transpose(1, 0, 2)
    first, second = rings[1:, :-1] - rings[:-1, 1:], rings[1:, 1:] - rings[:-1, :-1]
    normal = np.cross(first, second)
    normal /= np.linalg.norm(normal, axis=2, keepdims=True) + 1e-9
    kinds = []
    for small in range((len(STATIONS) - 1) * fine):
        number, row = small // fine, []
        for place in range(12 * fine):
            part = min(place // fine, 11 - place // fine)
            glass = part == 3 and 5 <= number <= 11 and number not in (8,)
            front = part in (4, 5) and 4 <= number <= 6
            row.append("open" if glass or front else "skin")
        kinds.append(row)
    return rings, normal, kinds


def car_body(painter: QPainter, eye: Eye, x: float, lift: float, z: float, paint: Shade, *, warm: float = 0.0) -> None:
    """A bare body, nose towards us, its nose at depth `z`; `warm` adds the light of a weld."""
    fine = 3 if z < 15 else 2
    rings, normals, kinds = _mesh(fine)
    if z + LONG < 1.6 or eye.at(x + 1, 0, z + LONG).x() < -60:
        return
    near = np.maximum(rings[..., 2] + z, 0.7)
    scale = eye.focal / near
    sx = eye.vanish_x + (rings[..., 0] + x - eye.x) * scale
    sy = eye.vanish_y - (rings[..., 1] + lift - eye.y) * scale
    light = np.array([-0.45, 0.82, -0.35])
    facing = np.abs(normals @ (light / np.linalg.norm(light)))
    outline = min(2.2, max(1.0, eye.size(0.006, z)))
    seen_side = eye.x > x
    across = 12 * fine
    order = sorted(
        range(across), key=lambda place: (0 if (place * 2 < across) != seen_side else 1, min(place, across - 1 - place))
    )
    far_shade = eye.seen(paint, z + 2)
    for number in range(len(rings) - 2, -1, -1):
        depth = z + float(rings[number, 0, 2])
        if depth < 0.9:
            continue
        for place in order:
            corners = [(number, place), (number, place + 1), (number + 1, place + 1), (number + 1, place)]
            polygon = QPolygonF([QPointF(sx[c], sy[c]) for c in corners])
            if kinds[number][place] == "open":
                tint = mix(eye.seen("#0A1A1E", depth), far_shade, 0.1)
            else:
                bright = float(facing[number, place])
                tint = mix(mix(paint, "#05141A", 0.72), mix(paint, "#F2FFFB", 0.55), bright**1.35)
                if warm:
                    tint = mix(tint, "#FFB070", warm * (0.12 + 0.3 * bright))
                tint = eye.seen(tint, depth)
            if depth < 7.4:
                tint = mix(tint, "#08131B", ease((7.4 - depth) / 3.4) * 0.84)
            painter.setPen(QPen(tint, outline))
            painter.setBrush(tint)
            painter.drawPolygon(polygon)
    painter.setPen(Qt.PenStyle.NoPen)
    if z > 1.0:
        _nose(painter, eye, x, lift, z, paint, warm)
    if z < 6:
        _edges(painter, sx, sy, rings[:, 0, 2] + z, fine, ease((6 - z) / 3))
    side = 0.935 if seen_side else -0.935
    for middle in (0.86, 3.62):
        if z + middle < 1.2:
            continue
        ring_ = [eye.at(x + side, lift + max(0.04, 0.02 + math.sin(turn) * 0.36), z + middle + math.cos(turn) * 0.37)
                 for turn in np.linspace(0, math.pi, 15)]  # fmt: skip
        painter.setBrush(eye.seen("#08161A", z + middle))
        painter.drawPolygon(QPolygonF(ring_))
    if z > 1.0:
        painter.setPen(QPen(_near(eye, "#1A3238", z + 1), max(1.2, eye.size(0.012, z + 2))))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for at in (1.5, 2.58, 3.3):
            painter.drawPolyline(
                QPolygonF([eye.at(x + side, lift + 0.12, z + at), eye.at(x + side, lift + 0.84, z + at)])
            )
        painter.drawPolyline(
            QPolygonF([eye.at(x + side, lift + 0.12, z + 1.5), eye.at(x + side, lift + 0.12, z + 3.3)])
        )
        painter.setPen(QPen(_near(eye, "#D8F4EE", z + 1), max(1.0, eye.size(0.008, z + 2))))
        painter.drawPolyline(QPolygonF([eye.at(x + side * 0.995, lift + 0.66, z + at) for at in (0.5, 1.5, 2.6, 4.2)]))
        painter.setPen(Qt.PenStyle.NoPen)


def _edges(painter: QPainter, sx: Floats, sy: Floats, depth: Floats, fine: int, strength: float) -> None:
    """The light that runs along a near, dark body's edges."""
    seen = [number for number in range(len(depth)) if depth[number] > 1.3]
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for ring_, shade, wide, power in ((4 * fine + fine // 2, "#FFC890", 5.0, 0.75), (3 * fine, "#9FF0E2", 3.0, 0.5),
                                      (8 * fine, "#9FF0E2", 3.0, 0.3)):  # fmt: skip
        for soft, share in ((wide * 4, 0.16), (wide, power)):
            painter.setPen(QPen(colour(shade, share * strength), soft, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap,
                                Qt.PenJoinStyle.RoundJoin))  # fmt: skip
            painter.drawPolyline(QPolygonF([QPointF(sx[number, ring_], sy[number, ring_]) for number in seen]))
    painter.setPen(Qt.PenStyle.NoPen)


def _nose(painter: QPainter, eye: Eye, x: float, lift: float, z: float, paint: Shade, warm: float) -> None:
    face = mix(paint, "#05141A", 0.42)
    if warm:
        face = mix(face, "#FFB070", warm * 0.18)
    top, bottom = eye.at(x, lift + 0.56, z), eye.at(x, lift, z)
    fade = QLinearGradient(top, bottom)
    blend(fade, [(0, _near(eye, mix(face, "#E8FFF8", 0.35), z)), (1, _near(eye, mix(face, "#05141A", 0.6), z))])
    painter.setBrush(QBrush(fade))
    painter.drawPolygon(eye.quad((x - 0.66, lift + 0.05, z), (x - 0.7, lift + 0.42, z), (x - 0.6, lift + 0.56, z),
                                 (x, lift + 0.585, z), (x + 0.6, lift + 0.56, z), (x + 0.7, lift + 0.42, z),
                                 (x + 0.66, lift + 0.05, z)))  # fmt: skip
    painter.setBrush(_near(eye, "#0A1A1E", z))
    painter.drawPolygon(eye.quad((x - 0.46, lift + 0.1, z), (x - 0.5, lift + 0.27, z), (x + 0.5, lift + 0.27, z),
                                 (x + 0.46, lift + 0.1, z)))  # fmt: skip
    for way in (-1, 1):
        painter.drawPolygon(eye.quad((x + way * 0.66, lift + 0.36, z), (x + way * 0.66, lift + 0.47, z),
                                     (x + way * 0.36, lift + 0.44, z), (x + way * 0.4, lift + 0.38, z)))  # fmt: skip
    painter.setPen(QPen(_near(eye, "#D8F4EE", z), max(1.0, eye.size(0.012, z))))
    painter.drawPolyline(eye.quad((x - 0.6, lift + 0.56, z), (x, lift + 0.585, z), (x + 0.6, lift + 0.56, z)))
    painter.setPen(QPen(_near(eye, "#1A3238", z), max(1.0, eye.size(0.01, z))))
    painter.drawLine(eye.at(x - 0.5, lift + 0.34, z), eye.at(x + 0.5, lift + 0.34, z))
    painter.setPen(Qt.PenStyle.NoPen)


def _near(eye: Eye, own: Shade, z: float) -> QColor:
    """A colour through the air, dark when it has come close."""
    return mix(eye.seen(own, z), "#08131B", ease((7.4 - z) / 3.4) * 0.84)


def _limb(painter: QPainter, start: QPointF, end: QPointF, first: float, last: float, shade: QColor) -> None:
    along = end - start
    length = math.hypot(along.x(), along.y()) or 1.0
    across = QPointF(-along.y() / length, along.x() / length)
    if across.x() > 0:
        across = -across
    tint = QLinearGradient(start + across * first, start - across * first)
    blend(tint, [(0, mix(shade, "#FFF2E0", 0.42)), (0.3, shade), (1, mix(shade, "#061014", 0.62))], 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(tint))
    painter.drawPolygon(QPolygonF([start + across * first, end + across * last, end - across * last,
                                   start - across * first]))  # fmt: skip


def _joint(painter: QPainter, at: QPointF, radius: float, shade: QColor, cap: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(mix(shade, "#061014", 0.45))
    painter.drawEllipse(at, radius, radius)
    painter.setBrush(mix(shade, "#FFF2E0", 0.1))
    painter.drawEllipse(at + QPointF(-radius * 0.08, -radius * 0.08), radius * 0.82, radius * 0.82)
    painter.setBrush(cap)
    painter.drawEllipse(at, radius * 0.48, radius * 0.48)
    painter.setBrush(mix(cap, "#000000", 0.5))
    painter.drawEllipse(at, radius * 0.2, radius * 0.2)


UPPER, LOWER = 1.28, 1.22


def robot(
    painter: QPainter, eye: Eye, x: float, z: float, tip: Point, *, body: Shade, accent: Shade, hot: float
) -> None:
    """A six-axis arm on a plinth at (x, z), its tool reaching for `tip`; `hot` 0..1 lights its tool."""
    shoulder = (x, 1.02, z)
    inward = 1 if tip[0] > x else -1
    wrist = (tip[0] - inward * 0.2, tip[1] + 0.3, tip[2])
    dx, dz = wrist[0] - shoulder[0], wrist[2] - shoulder[2]
    flat, rise = math.hypot(dx, dz) or 0.01, wrist[1] - shoulder[1]
    far = min(math.hypot(flat, rise), UPPER + LOWER - 0.02)
    bend = math.acos(max(-1.0, min(1.0, (UPPER**2 + far**2 - LOWER**2) / (2 * UPPER * far))))
    angle = math.atan2(rise, flat) + bend
    out, up = math.cos(angle) * UPPER, math.sin(angle) * UPPER
    elbow = (shoulder[0] + dx / flat * out, shoulder[1] + up, shoulder[2] + dz / flat * out)
    steel, dark = eye.seen(body, z), eye.seen("#16262C", z)
    cap, metal = eye.seen(accent, z), eye.seen("#3A4E54", z)
    unit = eye.size(1, z)
    s, e, w, t = eye.at(*shoulder), eye.at(*elbow), eye.at(*wrist), eye.at(*tip)
    base = eye.at(x, 0, z)
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("#020608", 0.35 * math.exp(-(z - 7) / 30)))
    painter.drawEllipse(base + QPointF(unit * 0.1, unit * 0.03), unit * 0.62, unit * 0.15)
    plinth = QLinearGradient(base.x() - unit * 0.4, 0, base.x() + unit * 0.4, 0)
    blend(plinth, [(0, mix(dark, eye.haze, 0.25)), (0.35, dark), (1, mix(dark, "#000000", 0.4))], 2)
    painter.setBrush(QBrush(plinth))
    painter.drawRoundedRect(QRectF(base.x() - unit * 0.4, base.y() - unit * 0.34, unit * 0.8, unit * 0.38), unit * 0.04,
                            unit * 0.04)  # fmt: skip
    painter.setBrush(cap)
    painter.drawRect(QRectF(base.x() - unit * 0.4, base.y() - unit * 0.3, unit * 0.8, unit * 0.035))
    waist = QPainterPath(base + QPointF(-unit * 0.34, -unit * 0.34))
    waist.lineTo(base.x() - unit * 0.2, base.y() - unit * 0.78)
    waist.lineTo(s.x() - unit * 0.16, s.y())
    waist.lineTo(s.x() + unit * 0.16, s.y())
    waist.lineTo(base.x() + unit * 0.24, base.y() - unit * 0.7)
    waist.lineTo(base.x() + unit * 0.34, base.y() - unit * 0.34)
    waist.closeSubpath()
    round_ = QLinearGradient(base.x() - unit * 0.3, 0, base.x() + unit * 0.3, 0)
    blend(round_, [(0, mix(steel, "#FFF2E0", 0.3)), (0.4, steel), (1, mix(steel, "#061014", 0.65))], 2)
    painter.fillPath(waist, QBrush(round_))
    hose = QPainterPath(s + QPointF(0, -unit * 0.1))
    away = -inward * unit * 0.34
    hose.cubicTo(
        s + QPointF(away * 1.2, -unit * 0.5), e + QPointF(away * 1.2, -unit * 0.1), e + QPointF(0, -unit * 0.2)
    )
    hose.cubicTo(e + QPointF(-away * 0.4, -unit * 0.34), w + QPointF(away * 0.3, -unit * 0.36), w)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(dark, unit * 0.055, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawPath(hose)
    _limb(painter, s, e, unit * 0.19, unit * 0.135, steel)
    _joint(painter, s, unit * 0.25, steel, cap)
    _limb(painter, e, w, unit * 0.15, unit * 0.085, steel)
    middle = e + (w - e) * 0.45
    _limb(painter, middle, middle + (w - e) * 0.06, unit * 0.13, unit * 0.13, cap)
    _joint(painter, e, unit * 0.19, steel, cap)
    _joint(painter, w, unit * 0.105, metal, cap)
    _limb(painter, w, t, unit * 0.06, unit * 0.03, metal)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(mix(metal, "#FFE0B0", hot))
    painter.drawEllipse(t, unit * 0.035, unit * 0.035)
    painter.restore()


def sparks(
    painter: QPainter,
    eye: Eye,
    seed: int,
    tip: Point,
    phase: float,
    weld: tuple[tuple[float, float], ...],
    *,
    count: int,
) -> None:
    """Sparks thrown from `tip`, each born only while the weld burns (`weld`: spans of the loop); seamless."""
    dice = rng(seed, 211)
    scale = eye.size(1, tip[2])
    start = eye.at(*tip)
    painter.save()
    painter.setCompositionMode(PLUS)
    veil = math.exp(-max(0.0, tip[2] - 7) / 26)
    for _ in range(count):
        times, offset = int(dice.integers(7, 14)), dice.uniform()
        turn, fast = dice.uniform(-math.pi, 0.25), abs(dice.normal()) * 2.0 + 0.5
        life = (phase * times + offset) % 1.0
        born = (phase - life / times) % 1.0
        size = dice.uniform(0.5, 1.3)
        if not any(a <= born <= b or a <= born - 1 <= b for a, b in weld):
            continue
        age = life * 8 / times
        vx, vy = math.cos(turn) * fast, math.sin(turn) * fast * 1.05

        def at(t: float, vx: float = vx, vy: float = vy) -> QPointF:
            drop = tip[1] * scale
            y = (vy * t + 4.9 * t * t) * scale
            if y > drop:
                y = drop - (y - drop) * 0.28
            return start + QPointF(vx * t * scale * (1 - 0.2 * t), y)

        fade = (1 - life) ** 0.7 * veil
        hot = mix("#FFF4D8", "#FF6A1A", min(1.0, life * 1.5))
        path = [at(max(0.0, age - back)) for back in (0.05, 0.025, 0.0)]
        for wide, power in ((0.028, 0.22), (0.011, 0.95)):
            painter.setPen(QPen(colour(hot, power * fade), max(1.2, wide * scale * size), Qt.PenStyle.SolidLine,
                                Qt.PenCapStyle.RoundCap))  # fmt: skip
            painter.drawPolyline(QPolygonF(path))
    painter.restore()


def weld_light(painter: QPainter, eye: Eye, tip: Point, power: float) -> None:
    """The white heart of a weld and the light it throws on the floor."""
    at, scale = eye.at(*tip), eye.size(1, tip[2])
    veil = math.exp(-max(0.0, tip[2] - 7) / 30) * power
    glow(painter, at.x(), at.y(), scale * 2.3, "#FFA050", 0.42 * veil)
    glow(painter, at.x(), at.y(), scale * 0.55, "#FFD8A0", 0.7 * veil, mode=PLUS)
    glow(painter, at.x(), at.y(), scale * 0.22, WARM, veil, mode=PLUS)
    floor = eye.at(tip[0], 0, tip[2])
    glow(painter, floor.x(), floor.y(), scale * 2.2, "#FF9A50", 0.3 * veil, squash=0.22)
