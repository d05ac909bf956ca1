"""What lies on a table and hangs over it: vessels, chillies, oranges, paper lanterns, curling steam."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QImage, QLinearGradient, QPainter, QPainterPath, QPen, QPolygonF, QRadialGradient

from studio.kit.colour import LAMP, VERMILION, Floats, Shade, blend, colour, ease, mix, rng
from studio.kit.layers import kept_image, tinted
from studio.kit.light import glow

Profile = Sequence[tuple[float, float]]
"""(radius, drop below the rim) from the rim down."""


def turned(x: float, y: float, profile: Profile, squash: float) -> QPainterPath:
    """The outline of a thing turned on a lathe, its rim's middle at (x, y), seen from a little above."""
    path = QPainterPath(QPointF(x - profile[0][0], y))
    for (before, above), (radius, drop) in itertools.pairwise(profile):
        bend = QPointF(x - (before + radius) / 2 - (before - radius) * 0.2, y + (above + drop) / 2)
        path.quadTo(bend, QPointF(x - radius, y + drop))
    radius, drop = profile[-1]
    path.arcTo(QRectF(x - radius, y + drop - radius * squash, 2 * radius, 2 * radius * squash), 180, 180)
    for (before, above), (radius, drop) in itertools.pairwise(list(reversed(profile))):
        bend = QPointF(x + (before + radius) / 2 - (before - radius) * -0.2, y + (above + drop) / 2)
        path.quadTo(bend, QPointF(x + radius, y + drop))
    path.arcTo(QRectF(x - radius, y - radius * squash, 2 * radius, 2 * radius * squash), 0, 180)
    path.closeSubpath()
    return path


def vessel(
    painter: QPainter,
    x: float,
    y: float,
    profile: Profile,
    squash: float,
    body: Shade,
    *,
    light: Shade = "#FFB070",
    cool: Shade = "#4A5C96",
    inside: Shade = "#1A0E0C",
    wall: float = 0.06,
    shine: float = 0.3,
) -> None:
    """A bowl, cup or pot lit warm from above and cool from the sides; `wall` is the rim's thickness. Static."""
    radius = profile[0][0]
    reach = max(r for r, _ in profile)
    shape = turned(x, y, profile, squash)
    across = QLinearGradient(x - reach, 0, x + reach, 0)
    blend(across, [
        (0, mix(body, cool, 0.55)), (0.035, mix(body, "#000000", 0.5)), (0.16, mix(body, "#000000", 0.25)),
        (shine, mix(body, light, 0.5)), (0.46, body), (0.75, mix(body, "#000000", 0.4)),
        (0.95, mix(body, "#000000", 0.68)), (1, mix(body, light, 0.3)),
    ])  # fmt: skip
    painter.fillPath(shape, QBrush(across))
    deep = QLinearGradient(0, y, 0, y + profile[-1][1] + profile[-1][0] * squash)
    blend(deep, [(0, colour("#000000", 0)), (0.35, colour("#000000", 0.1)), (1, colour("#050306", 0.72))])
    painter.fillPath(shape, QBrush(deep))
    rim = QLinearGradient(x - radius, 0, x + radius, 0)
    blend(rim, [(0, mix(body, cool, 0.5)), (0.3, mix(body, light, 0.8)), (0.6, mix(body, light, 0.3)),
                (1, mix(body, light, 0.55))])  # fmt: skip
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(rim))
    painter.drawEllipse(QPointF(x, y), radius, radius * squash)
    inner = QLinearGradient(0, y - radius * squash, 0, y + radius * squash)
    blend(inner, [(0, mix(inside, "#000000", 0.3)), (1, mix(inside, light, 0.25))])
    painter.setBrush(QBrush(inner))
    painter.drawEllipse(QPointF(x, y), radius * (1 - wall), radius * squash * (1 - wall))


def shadow(painter: QPainter, x: float, y: float, reach: float, squash: float = 0.3, strength: float = 0.75) -> None:
    """A soft contact shadow."""
    gradient = QRadialGradient(0, 0, reach)
    for stop, share in ((0, 1.0), (0.55, 0.85), (0.8, 0.35), (1, 0.0)):
        gradient.setColorAt(stop, colour("#050206", strength * share))
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.translate(x, y)
    painter.scale(1, squash)
    painter.setBrush(QBrush(gradient))
    painter.drawEllipse(QPointF(0, 0), reach, reach)
    painter.restore()


def chilli(
    painter: QPainter,
    x: float,
    y: float,
    length: float,
    angle: float,
    shade: Shade,
    *,
    bend: float = 0.2,
    thick: float = 0.2,
    stem: Shade | None = "#6E5A26",
    light: Shade = "#FFB08A",
    squash: float = 1.0,
) -> None:
    """A chilli hanging from its stem at (x, y): `angle` in degrees (0 points down), `bend` bows it."""
    painter.save()
    painter.translate(x, y)
    painter.scale(1, squash)
    painter.rotate(angle)
    painter.setPen(Qt.PenStyle.NoPen)
    left, right, gleam = [], [], []
    for step in range(13):
        share = step / 12
        middle = bend * length * math.sin(share * 1.9)
        wide = length * thick * 0.5 * (0.62 + 0.9 * share - 1.5 * share**3.2) * min(1.0, 0.55 + share * 5)
        wide = max(wide, length * 0.004) * (1 + 0.06 * math.sin(share * 17 + length))
        down = share * length
        left.append(QPointF(middle - wide, down))
        right.append(QPointF(middle + wide, down))
        if 1 <= step <= 8:
            gleam.append(QPointF(middle - wide * 0.42, down))
    tint = QLinearGradient(-length * thick * 0.5, 0, length * thick * 0.6 + bend * length, 0)
    blend(tint, [(0, mix(shade, light, 0.22)), (0.35, shade), (1, mix(shade, "#1A0206", 0.62))], 3)
    painter.setBrush(QBrush(tint))
    painter.drawPolygon(QPolygonF([*left, *reversed(right)]))
    painter.setPen(QPen(colour(light, 0.5), length * thick * 0.1, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawPolyline(QPolygonF(gleam))
    if stem is not None:
        painter.setPen(QPen(colour(stem), length * 0.045, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        tail = QPainterPath(QPointF(0, 0))
        tail.quadTo(-length * 0.02, -length * 0.1, length * 0.05, -length * 0.17)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(tail)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(stem))
        painter.drawEllipse(QPointF(0, length * 0.01), length * thick * 0.34, length * 0.035)
    painter.restore()


REDS = ("#C22A17", "#A81D12", "#D93A20", "#8E140E", "#B5241A", "#E0492A")


def pepper_string(
    painter: QPainter,
    seed: int,
    x: float,
    y: float,
    height: float,
    size: float,
    *,
    reds: Sequence[str] = REDS,
    light: Shade = "#FFB08A",
    dark: float = 0.0,
) -> None:
    """A string of dried chillies hanging from (x, y), each `size` long; `dark` dims it into the distance."""
    dice = rng(seed, 101)
    painter.save()
    painter.setPen(QPen(mix("#B58A4A", "#120A0C", dark), max(2.0, size * 0.05)))
    painter.drawLine(QPointF(x, y), QPointF(x, y + height * 0.14))
    count = int(height / size * 15)
    for number in range(count):
        share = 1 - number / count
        place = y + height * 0.12 + (height * 0.88 - size * 0.9) * share
        full = 0.55 + 0.6 * math.sin(math.pi * min(1, share * 1.15 + 0.1)) ** 0.7
        side = dice.uniform(-1, 1)
        angle = side * 52 * full + dice.uniform(-9, 9)
        long = size * dice.uniform(0.75, 1.1) * (0.8 + 0.2 * full)
        red = mix(reds[int(dice.integers(len(reds)))], "#12060A", dark + 0.28 * abs(side))
        chilli(painter, x - math.sin(math.radians(angle)) * -size * 0.1, place + dice.uniform(-0.1, 0.1) * size,
               long, -angle, red, bend=-side * dice.uniform(0.05, 0.3), thick=dice.uniform(0.19, 0.26),
               stem=mix("#7A6A2E", "#120A0C", 0.2 + dark), light=mix(light, "#12060A", dark))  # fmt: skip
    painter.restore()


def orange(
    painter: QPainter,
    seed: int,
    x: float,
    y: float,
    radius: float,
    *,
    sun: tuple[float, float] = (-0.35, -0.45),
    shade: Shade = "#F58A1E",
    leaf: bool = False,
    light: Shade = "#FFE0A0",
    cool: Shade = "#5A2A4A",
    dimples: int = 90,
) -> None:
    """An orange at (x, y), lit from the direction `sun`, with a dimpled peel."""
    dice = rng(seed, 103)
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    round_ = QRadialGradient(x + sun[0] * radius * 0.55, y + sun[1] * radius * 0.55, radius * 1.55)
    blend(round_, [(0, mix(shade, light, 0.62)), (0.22, mix(shade, light, 0.22)), (0.5, shade),
                   (0.8, mix(shade, "#7A1E08", 0.72)), (1, mix("#4A1208", cool, 0.35))], 4)  # fmt: skip
    painter.setBrush(QBrush(round_))
    painter.drawEllipse(QPointF(x, y), radius, radius * 0.97)
    for _ in range(dimples):
        turn, far = dice.uniform(0, math.tau), math.sqrt(dice.uniform()) * 0.92
        flat = math.sqrt(1 - far * far)
        at = QPointF(x + math.cos(turn) * far * radius, y + math.sin(turn) * far * radius)
        dot = radius * 0.022
        painter.setBrush(colour("#7A2A04", 0.2))
        painter.drawEllipse(at, dot * (0.4 + 0.6 * flat), dot)
        painter.setBrush(colour(light, 0.22 * flat))
        painter.drawEllipse(at + QPointF(dot * 0.9, dot * 0.9), dot * 0.6 * flat, dot * 0.6)
    nub = QPointF(x + radius * dice.uniform(-0.25, 0.25), y - radius * dice.uniform(0.55, 0.78))
    painter.setBrush(colour("#4A5A1E"))
    painter.drawEllipse(nub, radius * 0.09, radius * 0.06)
    if leaf:
        for way in (-1, 1):
            if way < 0 and dice.uniform() < 0.4:
                continue
            leaflet(painter, nub.x(), nub.y(), radius * 0.95, way * dice.uniform(48, 82), "#3E7A34")
    painter.restore()


def leaflet(painter: QPainter, x: float, y: float, length: float, angle: float, shade: Shade) -> None:
    """A single pointed leaf growing from (x, y); `angle` 0 points up, 90 right."""
    painter.save()
    painter.translate(x, y)
    painter.rotate(angle)
    painter.setPen(Qt.PenStyle.NoPen)
    for side, tone in ((-1, mix(shade, "#E8F0A0", 0.22)), (1, mix(shade, "#04140C", 0.3))):
        half = QPainterPath(QPointF(0, 0))
        half.cubicTo(side * length * 0.24, -length * 0.2, side * length * 0.24, -length * 0.7, 0, -length)
        half.closeSubpath()
        painter.fillPath(half, tone)
    painter.restore()


def hung(
    painter: QPainter,
    name: str,
    x: float,
    y: float,
    box: QRectF,
    degrees: float,
    draw: Callable[[QPainter], None],
) -> None:
    """Something hanging from (x, y), drawn once about the origin within `box`, then turned by `degrees`."""
    scale = painter.worldTransform().m11()

    def make() -> QImage:
        image = QImage(round(box.width() * scale), round(box.height() * scale),
                       QImage.Format.Format_ARGB32_Premultiplied)  # fmt: skip
        image.fill(Qt.GlobalColor.transparent)
        inner = QPainter(image)
        inner.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        inner.scale(scale, scale)
        inner.translate(-box.x(), -box.y())
        inner.setPen(Qt.PenStyle.NoPen)
        draw(inner)
        inner.end()
        return image

    image = kept_image(f"{name}@{scale}", make)
    painter.save()
    painter.translate(x, y)
    painter.rotate(degrees)
    painter.drawImage(box, image)
    painter.restore()


def paper_lantern(painter: QPainter, drop: float, size: float, shade: Shade = VERMILION, power: float = 1.0) -> None:
    """A large ribbed paper lantern hanging `drop` below the origin, lit from within; `size` is its radius."""
    tall, y = size * 0.84, drop
    gold, dark = mix("#E0A848", "#2A0C06", 1 - power), colour("#2A0A08")
    painter.setPen(QPen(dark, size * 0.03))
    painter.drawLine(QPointF(0, 0), QPointF(0, y - tall))
    painter.setPen(Qt.PenStyle.NoPen)
    round_ = QRadialGradient(0, y + tall * 0.22, size * 1.12)
    blend(round_, [(0, mix(shade, "#FFF0C0", 0.86 * power)), (0.28, mix(shade, LAMP, 0.7 * power)),
                   (0.62, mix(shade, "#FF7A3A", 0.35 * power)), (0.88, mix(shade, "#5A0C08", 0.35)),
                   (1, mix(shade, "#3A0608", 0.62))])  # fmt: skip
    painter.setBrush(QBrush(round_))
    body = QPainterPath()
    body.addRoundedRect(QRectF(-size, y - tall, 2 * size, 2 * tall), size * 0.82, tall)
    painter.drawPath(body)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for rib in range(1, 8):
        reach = size * math.cos(math.pi * rib / 8)
        painter.setPen(QPen(colour("#6A0E08", 0.4), max(1.5, size * 0.018)))
        line = QPainterPath(QPointF(reach * 0.3, y - tall))
        line.cubicTo(reach * 1.16, y - tall * 0.62, reach * 1.16, y + tall * 0.62, reach * 0.3, y + tall)
        painter.drawPath(line)
    painter.setPen(Qt.PenStyle.NoPen)
    for end in (-1, 1):
        cap = QLinearGradient(-size * 0.4, 0, size * 0.4, 0)
        blend(cap, [(0, mix(gold, "#1A0806", 0.5)), (0.35, gold), (1, mix(gold, "#1A0806", 0.7))])
        painter.setBrush(QBrush(cap))
        painter.drawRoundedRect(QRectF(-size * 0.38, y + end * tall - size * 0.07, size * 0.76, size * 0.14), 6, 6)
        painter.drawRoundedRect(QRectF(-size * 0.28, y + end * (tall + size * 0.08) - size * 0.05, size * 0.56,
                                       size * 0.1), 4, 4)  # fmt: skip
    knot = y + tall + size * 0.2
    painter.setBrush(gold)
    painter.drawEllipse(QPointF(0, knot), size * 0.06, size * 0.06)
    for thread in range(-4, 5):
        painter.setPen(QPen(mix(shade, LAMP, 0.18 + 0.06 * (thread % 3)), size * 0.026))
        painter.drawLine(QPointF(thread * size * 0.012, knot), QPointF(thread * size * 0.03, knot + size * 0.62))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawRect(QRectF(-size * 0.07, knot + size * 0.06, size * 0.14, size * 0.05))


def _tile(seed: int, rough: float) -> Floats:
    """A square of smooth noise in about -1..1 that repeats in both directions."""
    size = 384
    across = np.fft.fftfreq(size) * size
    far = np.hypot(across[:, None], across[None, :])
    far[0, 0] = 1
    power = far**-rough * (far > 0.5) * np.exp(-((far / 60) ** 2))
    turn = rng(seed, 107).uniform(0, math.tau, (size, size))
    field = np.fft.ifft2(power * np.exp(1j * turn)).real
    return np.asarray(field / field.std() / 2)


_tiles: dict[int, tuple[Floats, Floats]] = {}


def plume(
    painter: QPainter, seed: int, rect: QRectF, shade: Shade, strength: float, phase: float, *, spread: float = 1.0
) -> None:
    """Steam that rises and curls through `rect` from the middle of its foot; seamless."""
    if seed not in _tiles:
        _tiles[seed] = (_tile(seed, 1.9), _tile(seed + 500, 1.55))
    slow, fine = _tiles[seed]
    size = len(slow)
    down = 300
    across = round(down * rect.width() / rect.height())
    up = np.linspace(1, 0, down)[:, None]
    side = np.linspace(-1, 1, across)[None, :]

    def at(field: Floats, u: Floats, v: Floats) -> Floats:
        return np.asarray(field[np.floor(v * size).astype(int) % size, np.floor(u * size).astype(int) % size])

    aspect = rect.width() / rect.height()
    u, v = side * aspect * 0.5 + 0 * up, 0 * side + up
    lean = at(slow, u * 0.5, phase - v * 0.6) * (0.25 + v) * 0.16
    curl = at(slow, u * 0.5 + 0.5, phase - v * 0.6 + 0.3) * 0.12
    wisps = 1 - np.abs(at(fine, u * 0.55 + lean, 2 * phase - v * 0.55 + curl)) * 1.25
    veil = 0.5 + 0.5 * at(slow, u * 0.7 - lean, phase - v * 0.5 + curl)
    sway = 0.16 * np.sin(math.tau * (v * 0.8 - phase)) * v + 0.06 * np.sin(math.tau * (v * 1.7 - 2 * phase)) * v
    width = spread * (0.26 + 0.5 * v**0.8)
    body = np.exp(-(((side - sway) / width) ** 2) * 1.6)
    gone = np.clip(v * 7, 0, 1) * np.clip(1 - v, 0, 1) ** 0.8 * np.clip((1 - np.abs(side)) * 5, 0, 1)
    alpha = np.clip(np.clip(wisps, 0, 1) ** 2.2 * 0.8 + np.clip(veil, 0, 1) * 0.35, 0, 1) * body * gone
    painter.drawImage(rect, tinted(alpha * strength, shade))


def bubble(painter: QPainter, x: float, y: float, size: float, life: float, shade: Shade, squash: float) -> None:
    """A bubble on a hot surface: it swells, shines and bursts into a ring."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if life > 0.72:
        gone = (life - 0.72) / 0.28
        painter.setPen(QPen(colour(shade, 0.55 * (1 - gone)), 5 * (1 - gone) + 1))
        painter.drawEllipse(QPointF(x, y), size * (1 + gone), size * (1 + gone) * squash)
        return
    swell = ease(life / 0.6) * size
    painter.setPen(QPen(colour(shade, 0.7), max(1.5, swell * 0.13)))
    painter.setBrush(colour(mix(shade, "#FF7A30", 0.6), 0.25))
    painter.drawEllipse(QPointF(x, y - swell * 0.2), swell, swell * (squash + 0.28))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("#FFF4D8", 0.9))
    painter.drawEllipse(QPointF(x - swell * 0.35, y - swell * 0.42), swell * 0.2, swell * 0.13)


def lantern_light(painter: QPainter, x: float, y: float, size: float, power: float) -> None:
    """The halo of a lantern at (x, y)."""
    glow(painter, x, y, size * 6.5, "#FF5A2A", 0.3 * power)
    glow(painter, x, y, size * 2.6, "#FFA050", 0.42 * power)
