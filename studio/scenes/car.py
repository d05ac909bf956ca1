"""An electric car on the bridge at dusk, the lit mountain city behind: the automotive sector's picture."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QImage,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
    QRadialGradient,
    QTransform,
)

from studio.kit import (
    HEIGHT,
    WARM,
    WIDTH,
    Bridge,
    Still,
    birds,
    blend,
    colour,
    glitter,
    glow,
    kept_image,
    layer,
    mist,
    mix,
    person,
    rng,
    suspension_bridge,
    traffic,
)
from studio.kit.car import (
    FRONT_AXLE,
    REAR_AXLE,
    TRACK,
    WHEEL,
    Light,
    Stand,
    draw_body,
    draw_mirrors,
    finished,
    sheet,
)
from studio.kit.space import Camera, Place, beam, face
from studio.scenes import bridge

EYE = Camera(2150, 1290, 4200, 1.05)
VIEW = (EYE.x, EYE.horizon, EYE.focal, EYE.eye)
STAND = Stand(0.3, 9.2, math.radians(38))
LIGHT = Light("#0B3446", "#58AFA8", "#FFD2A0", "#0A151A", "#D9321C", "#EFFFFB")
FINE, SCALE = 1.0, 1.0


def road(along: float, across: float, up: float) -> Place:
    """A place on the bridge's road: metres along it (the car drives towards minus), across away from us, up."""
    cos, sin = math.cos(STAND.turn), math.sin(STAND.turn)
    return (STAND.right + along * cos - across * sin, up, STAND.away + along * sin + across * cos)


def _upstream(p: QPainter) -> None:
    suspension_bridge(p, Bridge(900, 1560, 1236, 110, 200, 330), "#2A5860", foot=1320, thick=13)


def _deck(p: QPainter) -> None:
    """The road, wet after rain, its lines, the kerb and the walk beside it."""
    surface = QLinearGradient(0, 1310, 0, HEIGHT)
    blend(surface, [(0, "#54888A"), (0.12, "#2F565C"), (0.4, "#14292F"), (1, "#070F14")])
    face(
        p,
        EYE,
        [
            road(-9.5, -9, 0),
            road(-9.5, 4.6, 0),
            road(150, 4.6, 0),
            road(150, -30, 0),
            (40, 0, 12),
            (3, 0, 2.4),
            (-3, 0, 2.4),
        ],
        QBrush(surface),
    )
    p.fillRect(QRectF(0, EYE.at((0, 0, 4.9)).y(), WIDTH, HEIGHT), colour("#070F14"))
    dice = rng(151)
    for _ in range(900):
        x, away = float(dice.uniform(-9, 14)), float(dice.uniform(4, 26))
        at, size = EYE.at((x, 0, away)), EYE.size(away)
        if at.y() < _edge_y(at.x()):
            continue
        p.fillRect(
            QRectF(at.x(), at.y(), size * float(dice.uniform(0.05, 0.5)), max(1.0, size * 0.006)),
            colour("#A8DCD0", float(dice.uniform(0.01, 0.07))),
        )
    for across, wide in ((-2.1, 0.14), (1.9, 0.14)):
        along = -14.0
        while along < 120:
            if across > 0 or along % 9 < 4.5:
                corners = [
                    road(along, across, 0),
                    road(along + 4.5, across, 0),
                    road(along + 4.5, across + wide, 0),
                    road(along, across + wide, 0),
                ]
                if all(corner[2] > 2.5 for corner in corners):
                    face(p, EYE, corners, colour("#D8E4D8", 0.5))
            along += 4.5
    for base, top, shade in ((0.0, 0.22, "#3A6468"), (0.22, 0.24, "#A9CFC4")):
        face(p, EYE, [road(-9.5, 3.4, base), road(150, 3.4, base), road(150, 3.4, top), road(-9.5, 3.4, top)], shade)
    face(p, EYE, [road(-9.5, 3.4, 0.24), road(150, 3.4, 0.24), road(150, 4.6, 0.24), road(-9.5, 4.6, 0.24)], "#2E5358")


def _edge_y(x: float) -> float:
    a, b = EYE.at(road(-9.4, 4.6, 0)), EYE.at(road(60, 4.6, 0))
    return a.y() + (b.y() - a.y()) * (x - a.x()) / (b.x() - a.x())


def _railing(p: QPainter) -> None:
    along = 90.0
    while along > -9.4:
        far = min(1.0, max(0.0, along / 60))
        own = mix("#14343C", "#5E9896", far)
        rim = colour("#FFD9A8", 0.55)
        following = max(-9.4, along - 1.5)
        for height, thick in ((0.5, 0.025), (0.7, 0.025), (0.9, 0.025), (1.14, 0.07)):
            beam(
                p, EYE, road(along, 4.5, height), road(following, 4.5, height), thick, own, rim if height > 1 else None
            )
        beam(p, EYE, road(along, 4.5, 0.2), road(along, 4.5, 1.14), 0.055, own)
        along = following
    for number in range(20):
        foot = -3 + number * 5.2
        if foot > 6:
            beam(
                p,
                EYE,
                road(foot, 4.9, 0.3),
                road(74, 4.9, 62 - (20 - number) * 1.2),
                0.055,
                colour(mix("#1E464E", "#6FA8A2", min(1, foot / 70)), 0.9),
                colour("#FFD9A8", 0.3),
            )


def _walkers(p: QPainter) -> None:
    """Two people at the railing who look at the city."""
    for along, coat, carries in ((11.15, "#C58B4A", "umbrella"), (11.75, "#20424C", None)):
        place = road(along, 4.2, 0.24)
        foot = EYE.at(place)
        person(
            p,
            foot.x(),
            foot.y(),
            EYE.size(place[2]) * 1.7,
            "#0E2228",
            coat=mix(coat, "#10262E", 0.25),
            carries=carries,
            facing=-1,
        )


def _trails(p: QPainter) -> None:
    """Light drawn by the traffic of the other lanes while the shutter was open, and its gleam on the wet road."""
    p.save()
    p.setCompositionMode(QPainter.CompositionMode.CompositionMode_Screen)
    dice = rng(152)
    for across, height, shade, count in ((2.7, 0.62, "#FF5A38", 9), (1.2 + 1.4, 0.74, "#FF8A5A", 5)):
        for _ in range(count):
            up, off = height + float(dice.normal()) * 0.09, across + float(dice.normal()) * 0.22
            path = QPainterPath()
            for step in range(50):
                along = -9 + 130 * (step / 49) ** 2
                at = EYE.at(road(along, off, up + 0.01 * math.sin(along * 0.8 + off * 9)))
                path.lineTo(at) if step else path.moveTo(at)
            strong = float(dice.uniform(0.25, 0.8))
            for thick, share in ((16, 0.1), (5, 0.5), (2, 1)):
                p.strokePath(path, QPen(colour(shade, strong * share), thick))
    for strip in range(16):
        across = 3.3 - strip * 0.26
        power = 0.15 * math.sin(math.pi * (1 - strip / 16) ** 1.6)
        corners = [road(-9, across, 0), road(90, across, 0), road(90, across - 0.26, 0), road(-9, across - 0.26, 0)]
        face(p, EYE, corners, colour("#FF6A40", power))
    p.restore()


def _disc(p: QPainter, axle: float, y: float, radius: float, flip: float = 1.0) -> QTransform:
    """The transform that lays a unit circle where a wheel stands."""
    corners = []
    for dx, dh in ((-1, -1), (1, -1), (1, 1), (-1, 1)):
        x, h, away = STAND.place(np.array(axle + dx * radius), np.array(flip * (WHEEL + dh * radius)), np.array(y))
        corners.append(EYE.at((float(x), float(h), float(away))))
    square = QPolygonF([QPointF(-1, 1), QPointF(1, 1), QPointF(1, -1), QPointF(-1, -1)])
    return QTransform.quadToQuad(square, QPolygonF(corners))  # type: ignore[return-value]


def _wheel(p: QPainter, axle: float, side: int) -> None:
    """Tyre, rim with ten turbine blades, brake disc and hub; the far ones only dark."""
    outer, inner = side * (TRACK + 0.105), side * (TRACK - 0.13)
    p.save()
    p.setTransform(_disc(p, axle, inner, WHEEL), True)
    p.setBrush(colour("#030608"))
    p.drawEllipse(QPointF(0, 0), 1, 1)
    p.restore()
    for step in range(12):
        p.save()
        p.setTransform(_disc(p, axle, inner + (outer - inner) * step / 11, WHEEL * (1 - 0.02 * (step / 11) ** 6)), True)
        p.setBrush(mix("#04080A", "#131C20", step / 11))
        p.drawEllipse(QPointF(0, 0), 1, 1)
        p.restore()
    if side < 0:
        return
    p.save()
    p.setTransform(_disc(p, axle, outer, WHEEL), True)
    rubber = QRadialGradient(0, 0, 1)
    blend(rubber, [(0, "#0A1013"), (0.8, "#141D21"), (0.9, "#20292D"), (0.97, "#121A1E"), (1, "#06090B")])
    p.setBrush(QBrush(rubber))
    p.drawEllipse(QPointF(0, 0), 1, 1)
    p.setPen(QPen(colour("#FFD9B0", 0.35), 0.012))
    p.drawArc(QRectF(-0.93, -0.93, 1.86, 1.86), 80 * 16, 110 * 16)
    p.setPen(Qt.PenStyle.NoPen)
    p.setBrush(colour("#05090B"))
    p.drawEllipse(QPointF(0, 0), 0.79, 0.79)
    disc = QRadialGradient(0, 0, 0.58)
    blend(disc, [(0, "#2A3235"), (0.5, "#4A5457"), (0.9, "#39443F"), (1, "#10171A")])
    p.setBrush(QBrush(disc))
    p.drawEllipse(QPointF(0, 0), 0.56, 0.56)
    p.setBrush(colour("#B5361F"))
    p.drawPie(QRectF(-0.6, -0.6, 1.2, 1.2), 150 * 16, 56 * 16)
    p.setBrush(colour("#05090B"))
    p.drawEllipse(QPointF(0, 0), 0.36, 0.36)
    for number in range(10):
        p.save()
        p.rotate(36 * number + (7 if axle > 2 else 0))
        blade = QPainterPath(QPointF(-0.05, 0.12))
        blade.cubicTo(-0.1, 0.4, -0.13, 0.6, -0.03, 0.785)
        blade.lineTo(0.14, 0.765)
        blade.cubicTo(0.02, 0.58, 0.03, 0.36, 0.055, 0.12)
        blade.closeSubpath()
        turn = math.radians(36 * number + 90)
        bright = 0.5 + 0.5 * math.cos(turn + 2.2)
        tint = QLinearGradient(-0.1, 0, 0.14, 0)
        metal = mix("#3A484C", "#E8D8C0", bright * 0.75)
        blend(
            tint,
            [
                (0, mix(metal, "#000000", 0.55)),
                (0.35, metal),
                (0.6, mix(metal, WARM, 0.25)),
                (1, mix(metal, "#000000", 0.35)),
            ],
        )
        p.fillPath(blade, QBrush(tint))
        p.restore()
    ring = QPen(QBrush(colour("#C9C4B4")), 0.028)
    p.setBrush(Qt.BrushStyle.NoBrush)
    p.setPen(QPen(colour("#20292C"), 0.07))
    p.drawEllipse(QPointF(0, 0), 0.79, 0.79)
    p.setPen(ring)
    p.drawArc(QRectF(-0.8, -0.8, 1.6, 1.6), 40 * 16, 190 * 16)
    p.setPen(QPen(colour("#5A686A"), 0.02))
    p.drawEllipse(QPointF(0, 0), 0.8, 0.8)
    p.setPen(Qt.PenStyle.NoPen)
    p.setBrush(colour("#1A2326"))
    p.drawEllipse(QPointF(0, 0), 0.15, 0.15)
    p.setBrush(colour("#8A9894"))
    p.drawEllipse(QPointF(0, 0), 0.1, 0.1)
    p.setBrush(colour("#20292C"))
    p.drawEllipse(QPointF(0, 0), 0.075, 0.075)
    p.restore()


def _spot(x: float, h: float, y: float) -> QPointF:
    a, b, c = STAND.place(np.array(x), np.array(h), np.array(y))
    return EYE.at((float(a), float(b), float(c)))


def _body() -> QImage:
    page = sheet(900, 900, 2940, 1100, SCALE)
    draw_body(page, VIEW, STAND, LIGHT, fine=FINE)
    draw_mirrors(page, VIEW, STAND, LIGHT)
    return finished(page)


def _reflection() -> QImage:
    page = sheet(900, 1400, 2940, 760, 0.4)
    draw_body(page, VIEW, STAND, LIGHT, flip=-1.0, fine=0.45 * FINE)
    image = finished(page)
    size = image.size()
    mode, smooth = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    return image.scaled(size.width() // 3, size.height() // 14, mode, smooth).scaled(size, mode, smooth)


def _car(p: QPainter) -> None:
    reflection = kept_image("reflection", _reflection)
    p.setOpacity(0.75)
    p.drawImage(QRectF(900, 1400, 2940, 760), reflection)
    p.setOpacity(1)
    fade = QLinearGradient(0, 1700, 0, 2160)
    blend(fade, [(0, colour("#0A161B", 0)), (0.35, colour("#0A161B", 0.3)), (1, colour("#070F14", 0.9))])
    p.fillRect(QRectF(0, 1700, WIDTH, 460), QBrush(fade))
    for grow, alpha in ((0.34, 0.12), (0.24, 0.16), (0.14, 0.22), (0.05, 0.35), (-0.05, 0.55)):
        corners = [
            (-grow + 0.1, 0.5 + grow),
            (0.3, 0.9 + grow),
            (4.6, 0.9 + grow),
            (4.86 + grow, 0.6),
            (4.86 + grow, -0.9),
            (0.1 - grow, -0.9),
        ]
        shade = QPolygonF([_spot(x, 0, y) for x, y in corners])
        p.setBrush(colour("#02060A", alpha))
        path = QPainterPath()
        path.addPolygon(shade)
        p.drawPath(path)
    for axle in (REAR_AXLE, FRONT_AXLE):
        _wheel(p, axle, -1)
    for axle in (FRONT_AXLE, REAR_AXLE):
        for layer_ in range(14):
            arch = QPainterPath()
            for step in range(48):
                angle = math.pi * 2 * step / 48
                at = _spot(
                    axle + 0.415 * math.cos(angle),
                    max(0.17, WHEEL + 0.415 * math.sin(angle)),
                    0.3 + (0.6 if axle < 2 else 0.63) * layer_ / 13,
                )
                arch.lineTo(at) if step else arch.moveTo(at)
            p.fillPath(arch, colour("#02050A"))
    under = QPolygonF([_spot(0.25, 0.19, 0.6), _spot(4.5, 0.2, 0.7), _spot(4.5, 0.32, 0.7), _spot(0.25, 0.3, 0.6)])
    p.setBrush(colour("#02050A"))
    p.drawPolygon(under)
    for axle in (REAR_AXLE, FRONT_AXLE):
        _wheel(p, axle, 1)
    p.drawImage(QRectF(900, 900, 2940, 1100), kept_image("body", _body))
    _shine(p)


def _shine(p: QPainter) -> None:
    """The light bar's glow and its path on the wet road."""
    for number in range(25):
        y = 0.86 - 1.6 * number / 24
        x = 0.75 * (1 - (1 - min(1.0, abs(y) / 0.925) ** 2.7) ** (1 / 2.7))
        at = _spot(x, 0.585, y)
        glow(p, at.x(), at.y(), 120, "#C8FFF4", 0.16)
    for y in (0.74, -0.66):
        at = _spot(0.28, 0.55, y)
        glow(p, at.x(), at.y(), 360, "#D8FFF6", 0.36)
        glow(p, at.x(), at.y(), 900, "#9AE8DC", 0.14, squash=0.25)
    at = _spot(-2.6, 0, 0.1)
    glow(p, at.x(), at.y(), 1100, "#CFF6EA", 0.3, squash=0.16)
    at = _spot(-0.4, 0, 0.3)
    glow(p, at.x(), at.y() + 40, 420, "#E8FFF8", 0.34, squash=0.3)


def paint(painter: QPainter, phase: float) -> None:
    """The hero picture."""
    painter.save()
    painter.translate(0, -400)
    painter.scale(1.4, 1.4)
    layer(painter, "distance", bridge.distance)
    painter.restore()
    birds(painter, 7, 1500, 620, 26, 7, "#1E4A54", phase)
    mist(painter, 1, QRectF(-300, 1090, 4440, 280), "#F6E2BC", 0.6, phase, drift=160)
    glitter(painter, 5, bridge.SUN_X * 1.4, 1306, 1600, (70, 160), "#FFE8BE", phase, count=150, strength=0.85)
    layer(painter, "upstream", _upstream)
    traffic(painter, Bridge(900, 1560, 1236, 110, 200, 330).deck_y, 600, 1880, phase, cars=26, size=3, lift=5)
    layer(painter, "deck", _deck)
    layer(painter, "railing", _railing)
    layer(painter, "trails", _trails)
    layer(painter, "walkers", _walkers)
    layer(painter, "car", _car)


OUTPUTS = (Still("automotive/cover.jpg"),)
