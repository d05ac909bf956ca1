"""A reading room at night: lamps on long tables, books to the ceiling, the city in the great window."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QLinearGradient, QPainter, QPainterPath, QPen

from studio.kit import (
    LAMP,
    WARM,
    Shade,
    Still,
    bank_rect,
    blend,
    city,
    clouds,
    colour,
    draw_ridge,
    glow,
    lamp,
    layer,
    mix,
    person,
    ridge,
    rng,
    sky,
    streak,
    water,
)
from studio.kit.space import Camera, Place, beam, box, face

EYE = Camera(1980, 1240, 2050, 2.3)
HALF, CEILING, END, NEAR = 7.6, 9.4, 17.6, 3.2
"""Half the room's width, its height, how far the window is, where the picture begins, in metres."""
WOOD, DARK = "#5A3A34", "#140E1E"
SPINES = ("#7A3B3A", "#8A5A3A", "#4A4C78", "#5C4A7E", "#3F5E66", "#93744A", "#6A3F5E", "#8C8478", "#39406A", "#54683F")

HILLS = ridge(
    121, [(-240, 900), (1200, 860), (1700, 980), (2000, 1030), (2300, 920), (2700, 840), (4080, 800)], 50, 300
)
NEARER = ridge(
    122, [(-240, 1000), (1300, 1010), (1800, 1110), (2050, 1140), (2300, 1080), (2700, 960), (4080, 900)], 30, 260
)


def _outside(p: QPainter) -> None:
    """The night city that the window shows."""
    sky(p, [(0, "#120F34"), (0.35, "#2A2064"), (0.62, "#5E459E"), (0.84, "#A98AD8"), (1, "#E8B4C8")], 1130)
    clouds(p, 51, QRectF(900, 640, 2200, 320), colour("#D0A8E6", 0.4), 0.46, 8)
    glow(p, 2010, 1060, 520, "#FFB9A8", 0.6, squash=0.5)
    draw_ridge(
        p,
        HILLS,
        "#6A54A4",
        "#B08AC6",
        fade=260,
        rim="#E0B8DC",
        sun_x=2010,
        relief=0.25,
        light="#C8A4DC",
        dark="#3A2C74",
        seed=3,
        grain=80,
    )
    draw_ridge(p, NEARER, "#4A3A82", "#7A5CA6", fade=220, relief=0.2, light="#A080C8", dark="#2A2058", seed=4, grain=90)
    for seed, start, end, high, body in (
        (51, 1300, 2700, 150, "#5E4A94"),
        (52, 1300, 1900, 300, "#45366F"),
        (53, 2140, 2700, 330, "#45366F"),
    ):
        city(
            p,
            seed,
            lambda x: 1216.0,
            start,
            end,
            widths=(24, 50),
            heights=(60, high),
            body=body,
            light="#E8A8C0",
            sun_x=2010,
            lit=0.55,
            floor=11,
            haze="#7A60A8",
            lamp_shade="#FFCB86",
        )
    water(p, bank_rect(1214, 1500), [(0, "#E0AECB"), (0.3, "#7A5CA8"), (1, "#2A1F56")], 3)
    glow(p, 2010, 1226, 240, "#FFE0CC", 0.7, squash=0.12)
    p.setPen(QPen(colour("#2E2458"), 9))
    p.drawLine(QPointF(1300, 1196), QPointF(2700, 1172))
    for x in (1760, 2230):
        y = 1196 - (x - 1300) * 24 / 1400
        p.setPen(QPen(colour("#2E2458"), 9))
        p.drawLine(QPointF(x, y + 30), QPointF(x, y - 140))
        p.setPen(QPen(colour("#5A4690"), 2))
        for reach in range(-9, 10):
            if reach:
                p.drawLine(QPointF(x, y - 136), QPointF(x + reach * 23, y - reach * 0.4))
    for number in range(44):
        lamp(p, 1320 + number * 31, 1190 - number * 0.53, 3, LAMP, 0.8)
    for number in range(26):
        x = 1340 + number * 51
        streak(p, x, 1222, 90, 9, "#FFC98A", 0.3, seed=number)


def _arch(left: float, right: float, low: float, high: float, away: float) -> QPainterPath:
    """A round-headed opening in the end wall."""
    radius = (right - left) / 2
    path = QPainterPath(EYE.at((left, low, away)))
    path.lineTo(EYE.at((left, high - radius, away)))
    for step in range(25):
        angle = math.pi - math.pi * step / 24
        path.lineTo(
            EYE.at(((left + right) / 2 + radius * math.cos(angle), high - radius + radius * math.sin(angle), away))
        )
    path.lineTo(EYE.at((right, low, away)))
    path.closeSubpath()
    return path


BAYS = ((-6.1, -3.7, 6.5), (-2.9, 2.9, 8.5), (3.7, 6.1, 6.5))


def _end_wall(p: QPainter) -> None:
    wall = QLinearGradient(0, EYE.at((0, CEILING, END)).y(), 0, EYE.at((0, 0, END)).y())
    blend(wall, [(0, "#2A2046"), (0.5, "#463456"), (1, "#7A5250")])
    face(p, EYE, [(-HALF, 0, END), (HALF, 0, END), (HALF, CEILING, END), (-HALF, CEILING, END)], QBrush(wall))
    for left, right, high in BAYS:
        opening = _arch(left, right, 0.9, high, END)
        p.save()
        p.setClipPath(opening)
        p.translate(1980, 1214)
        p.scale(1.36, 1.36)
        p.translate(-1990, -1196)
        layer(p, "outside", _outside, rect=QRectF(1200, 300, 1600, 1200))
        p.restore()
        p.setBrush(Qt.BrushStyle.NoBrush)
        p.setPen(QPen(colour("#7A5648"), 16))
        p.drawPath(_arch(left, right, 0.9, high, END))
        p.setPen(QPen(colour("#E8B078", 0.5), 4))
        p.drawPath(_arch(left - 0.12, right + 0.12, 0.8, high + 0.12, END))
        count = 6 if right - left > 4 else 3
        p.setPen(QPen(colour("#2E1E36"), 7))
        radius = (right - left) / 2
        for bar in range(1, count):
            x = left + (right - left) * bar / count
            top = high - radius + math.sqrt(max(0.0, radius**2 - (x - (left + right) / 2) ** 2))
            p.drawLine(EYE.at((x, 0.9, END)), EYE.at((x, top, END)))
        p.setPen(QPen(colour("#38243A"), 5))
        level = 2.0
        while level < high - 0.5:
            reach = radius if level < high - radius else math.sqrt(max(0.0, radius**2 - (level - high + radius) ** 2))
            middle = (left + right) / 2
            p.drawLine(EYE.at((middle - reach, level, END)), EYE.at((middle + reach, level, END)))
            level += 1.15
        p.setPen(Qt.PenStyle.NoPen)


def _room(p: QPainter) -> None:
    floor = QLinearGradient(0, EYE.at((0, 0, END)).y(), 0, 2160)
    blend(floor, [(0, "#9A6A5A"), (0.16, "#5A3C40"), (0.5, "#2E1F2C"), (1, "#120C18")])
    face(p, EYE, [(-HALF, 0, NEAR), (-HALF, 0, END), (HALF, 0, END), (HALF, 0, NEAR)], QBrush(floor))
    for row in range(40):
        x = -HALF + HALF * 2 * row / 40
        beam(p, EYE, (x, 0, 4), (x, 0, END), 0.02, colour("#0E0812", 0.5))
    shine = QLinearGradient(0, EYE.at((0, 0, END)).y(), 0, EYE.at((0, 0, 5.5)).y())
    blend(shine, [(0, colour("#CBA4F0", 0.6)), (0.4, colour("#A98BE0", 0.26)), (1, colour("#A98BE0", 0))])
    for left, right, _ in BAYS:
        for pane in range(6):
            a, b = left + (right - left) * (pane + 0.06) / 6, left + (right - left) * (pane + 0.94) / 6
            face(p, EYE, [(a, 0, END), (b, 0, END), (b * 1.15, 0, 5.5), (a * 1.15, 0, 5.5)], QBrush(shine))
    for x, z in ((-3.6, 13.0), (3.6, 13.0), (-3.6, 9.0), (3.6, 9.0)):
        at = EYE.at((x, 0, z))
        glow(p, at.x(), at.y(), EYE.size(z) * 3.6, "#FFA858", 0.3, squash=0.22)
    roof = QLinearGradient(0, 0, 0, EYE.at((0, CEILING, END)).y())
    blend(roof, [(0, "#0C0816"), (0.6, "#1E1630"), (1, "#3A2844")])
    face(
        p,
        EYE,
        [(-HALF, CEILING, NEAR), (HALF, CEILING, NEAR), (HALF, CEILING, END), (-HALF, CEILING, END)],
        QBrush(roof),
    )
    for z in (16.5, 14.2, 12.0, 10.0, 8.2, 6.6):
        beam(
            p,
            EYE,
            (-HALF, CEILING - 0.2, z),
            (HALF, CEILING - 0.2, z),
            0.42,
            mix("#4A3040", "#120C1A", (16.5 - z) / 12),
        )
    for x in (-5, -2.5, 0, 2.5, 5):
        beam(p, EYE, (x, CEILING - 0.1, 4), (x, CEILING - 0.1, END), 0.16, "#241828")
    _end_wall(p)
    for side in (-1, 1):
        _shelves(p, side)


def _shelves(p: QPainter, side: int) -> None:
    """Two storeys of books along a wall, a gallery between them with its railing."""
    x = side * HALF
    wall = QLinearGradient(EYE.at((x, 0, END)).x(), 0, EYE.at((x, 0, 5)).x(), 0)
    blend(wall, [(0, "#6A4440"), (0.4, "#38242C"), (1, "#120B16")])
    face(p, EYE, [(x, 0, NEAR), (x, 0, END), (x, CEILING, END), (x, CEILING, NEAR)], QBrush(wall))
    dice = rng(124, side)
    z = END - 0.5
    while z > 4:
        bay = 1.55
        for level in range(17):
            base = 0.35 + level * 0.48 + (0.55 if level >= 8 else 0)
            if base > CEILING - 0.9:
                break
            at = z - 0.1
            while at > z - bay + 0.12:
                thick, tall = float(dice.uniform(0.035, 0.085)), float(dice.uniform(0.26, 0.4))
                if dice.uniform() < 0.93:
                    near = 1 - at / END
                    lamplight = math.exp(-(((base - 1.4) / 2.2) ** 2)) * 0.34 + 0.16 * (1 - near)
                    shade = mix(mix(str(dice.choice(SPINES)), DARK, 0.18 + 0.42 * near), "#FFB870", lamplight)
                    face(
                        p,
                        EYE,
                        [(x, base, at), (x, base + tall, at), (x, base + tall, at - thick), (x, base, at - thick)],
                        shade,
                    )
                at -= thick + 0.006
            beam(
                p,
                EYE,
                (x, base - 0.03, z),
                (x, base - 0.03, z - bay),
                0.05,
                mix("#8A5A44", DARK, 0.3 + 0.6 * (1 - z / END)),
            )
        beam(p, EYE, (x, 0, z), (x, CEILING - 0.6, z), 0.14, mix("#8A5A44", DARK, 0.25 + 0.65 * (1 - z / END)))
        z -= bay
    out = x - side * 1.2
    face(p, EYE, [(x, 4.2, 4), (x, 4.2, END), (out, 4.2, END), (out, 4.2, 4)], "#1A101C")
    edge = QLinearGradient(EYE.at((out, 4, END)).x(), 0, EYE.at((out, 4, 5)).x(), 0)
    blend(edge, [(0, "#A87454"), (0.4, "#5A3A34"), (1, "#1C1218")])
    face(p, EYE, [(out, 4.1, 4), (out, 4.1, END), (out, 4.38, END), (out, 4.38, 4)], QBrush(edge))
    for height in (4.75, 5.25):
        beam(p, EYE, (out, height, 4), (out, height, END), 0.05, "#2A1A22")
    z = END - 0.3
    while z > 4:
        beam(p, EYE, (out, 4.38, z), (out, 5.25, z), 0.035, mix("#6A4438", DARK, 1 - z / END))
        z -= 0.3
    for z, coat in ((13.5, "#7E6BC0"), (10.4, "#C9505A")):
        if (side > 0) == (z < 12):
            foot = EYE.at((out + side * 0.4, 4.38, z))
            person(p, foot.x(), foot.y(), EYE.size(z) * 1.7, "#20141E", coat=mix(coat, DARK, 0.4), facing=-side)


def _reader(p: QPainter, x: float, z: float, coat: Shade, back: bool, lean: float = 0.0) -> None:
    """Somebody at a table, seen from behind or from the front, head bent over a book."""
    size = EYE.size(z)
    seat = EYE.at((x, 0.45, z))
    p.save()
    p.translate(seat)
    p.scale(size, size)
    near = 1 - z / END
    cloth = mix(coat, DARK, 0.2 + 0.35 * near if back else 0.1)
    p.setBrush(cloth)
    torso = QPainterPath(QPointF(-0.22, 0.06))
    torso.cubicTo(-0.26, -0.2, -0.27, -0.46, -0.13, -0.54)
    torso.quadTo(0, -0.6, 0.13, -0.54)
    torso.cubicTo(0.27, -0.46, 0.26, -0.2, 0.22, 0.06)
    torso.closeSubpath()
    p.drawPath(torso)
    p.setBrush(mix("#241822", "#000000", 0.1) if back else mix("#B98468", DARK, 0.25))
    p.drawEllipse(QPointF(lean * 0.1, -0.68), 0.105, 0.125)
    p.setBrush(colour("#1A1018"))
    if not back:
        hair = QPainterPath()
        hair.addEllipse(QPointF(lean * 0.1, -0.73), 0.115, 0.1)
        p.drawPath(hair)
    rim = QPen(colour("#FFC070", 0.75), 0.018)
    p.setPen(rim)
    p.setBrush(Qt.BrushStyle.NoBrush)
    side = -1 if x > 0 else 1
    curve = QPainterPath(QPointF(side * 0.13, -0.545))
    curve.cubicTo(side * 0.265, -0.46, side * 0.26, -0.2, side * 0.22, 0.0)
    p.drawPath(curve)
    p.drawArc(QRectF(lean * 0.1 - 0.1, -0.8, 0.2, 0.24), (-70 if side > 0 else 110) * 16, 140 * 16)
    p.setPen(Qt.PenStyle.NoPen)
    if back:
        chair = mix(WOOD, DARK, 0.35 + 0.4 * near)
        p.setBrush(chair)
        for slat in (-0.2, -0.07, 0.06, 0.18):
            p.drawRect(QRectF(slat - 0.012, -0.36, 0.03, 0.4))
        p.drawRoundedRect(QRectF(-0.25, -0.42, 0.5, 0.08), 0.03, 0.03)
        p.drawRect(QRectF(-0.25, -0.4, 0.04, 0.88))
        p.drawRect(QRectF(0.21, -0.4, 0.04, 0.88))
        p.drawRect(QRectF(-0.25, 0.04, 0.5, 0.06))
    p.restore()


def _lamp(p: QPainter, place: Place) -> None:
    """A brass lamp with a gold-green shade, and the light it lays on the table."""
    z = place[2]
    size, at = EYE.size(z), EYE.at(place)
    glow(p, at.x(), at.y() + size * 0.02, size * 0.85, "#FFB85E", 0.62, squash=0.34)
    p.setPen(QPen(colour("#C08A48"), max(1.5, size * 0.022)))
    p.drawLine(at, QPointF(at.x(), at.y() - size * 0.36))
    p.setPen(Qt.PenStyle.NoPen)
    p.setBrush(colour("#8A5E34"))
    p.drawEllipse(at, size * 0.09, size * 0.028)
    shade = QPainterPath(QPointF(at.x() - size * 0.2, at.y() - size * 0.32))
    shade.cubicTo(
        at.x() - size * 0.17,
        at.y() - size * 0.48,
        at.x() + size * 0.17,
        at.y() - size * 0.48,
        at.x() + size * 0.2,
        at.y() - size * 0.32,
    )
    shade.closeSubpath()
    green = QLinearGradient(0, at.y() - size * 0.46, 0, at.y() - size * 0.32)
    blend(green, [(0, "#3E7A5A"), (0.7, "#9CC878"), (1, "#FFF0B8")])
    p.fillPath(shade, QBrush(green))
    glow(p, at.x(), at.y() - size * 0.3, size * 0.55, "#FFCB78", 0.75)


def _table(p: QPainter, left: float, z: float, readers: tuple[tuple[float, str, bool, float], ...]) -> None:
    """A long table across: those beyond it first, then its top with lamps and books, then those before it."""
    wide, deep, high = 4.1, 1.15, 0.76
    for x, coat, back, lean in readers:
        if not back:
            _reader(p, left + x, z + deep + 0.35, coat, False, lean)
    near = 1 - z / END
    wood = mix("#A8704A", DARK, 0.15 + 0.35 * near)
    for leg in (left + 0.15, left + wide - 0.15):
        for at in (z + deep - 0.1, z + 0.1):
            beam(p, EYE, (leg, 0, at), (leg, high, at), 0.09, mix(wood, DARK, 0.6))
    top = QLinearGradient(0, EYE.at((0, high, z + deep)).y(), 0, EYE.at((0, high, z)).y())
    blend(top, [(0, mix(wood, "#FFC080", 0.3)), (1, wood)])
    face(
        p,
        EYE,
        [(left, high, z), (left + wide, high, z), (left + wide, high, z + deep), (left, high, z + deep)],
        QBrush(top),
    )
    face(
        p,
        EYE,
        [(left, high, z), (left + wide, high, z), (left + wide, high - 0.09, z), (left, high - 0.09, z)],
        mix(wood, DARK, 0.45),
    )
    dice = rng(125, int(z * 10), int(left * 10))
    for x, _, back, _ in readers:
        at = z + (0.2 if back else deep - 0.45)
        page = mix(WARM, "#FFB870", 0.25)
        for half in (-1, 1):
            face(
                p,
                EYE,
                [
                    (left + x, high + 0.01, at),
                    (left + x + half * 0.17, high + 0.03, at),
                    (left + x + half * 0.17, high + 0.03, at + 0.25),
                    (left + x, high + 0.01, at + 0.25),
                ],
                mix(page, "#C89A78", 0.0 if half > 0 else 0.2),
            )
    for x in (0.75, 2.05, 3.35):
        _lamp(p, (left + x, high, z + deep * 0.5))
    for x in (1.4, 2.7):
        for level in range(int(dice.integers(2, 5))):
            box(
                p,
                EYE,
                (left + x + float(dice.uniform(-0.04, 0.04)), high + level * 0.05, z + 0.62),
                (0.26, 0.045, 0.2),
                mix(str(dice.choice(SPINES)), "#FFB870", 0.2),
                DARK,
                mix(str(dice.choice(SPINES)), "#FFC98A", 0.35),
            )
    for x, coat, back, lean in readers:
        if back:
            _reader(p, left + x, z - 0.3, coat, True, lean)


def _chandelier(p: QPainter, z: float) -> None:
    size, at = EYE.size(z), EYE.at((0, 6.5, z))
    p.setPen(QPen(colour("#2A1A22"), max(2.0, size * 0.03)))
    p.drawLine(QPointF(at.x(), EYE.at((0, CEILING, z)).y()), at)
    p.setBrush(Qt.BrushStyle.NoBrush)
    p.setPen(QPen(colour("#6A4630"), size * 0.06))
    p.drawEllipse(at, size * 1.2, size * 0.22)
    p.setPen(Qt.PenStyle.NoPen)
    for number in range(10):
        angle = 2 * math.pi * number / 10
        lamp(p, at.x() + math.cos(angle) * size * 1.2, at.y() + math.sin(angle) * size * 0.22, size * 0.07, LAMP, 0.75)


def _tables(p: QPainter) -> None:
    coats = ("#C9505A", "#5C8FC4", "#E0A24A", "#7E6BC0", "#E9E2D4", "#4E9A86", "#D98A9A", "#3F4C78")
    dice = rng(126)
    for z in (14.6, 12.2, 9.9, 7.7):
        if z in (12.2, 7.7):
            _chandelier(p, z)
        for left in (-5.6, 1.5):
            readers = []
            for x in (0.5, 1.35, 2.2, 3.05, 3.7):
                roll = dice.uniform()
                if roll < 0.36:
                    readers.append((x, str(dice.choice(coats)), False, float(dice.uniform(-0.5, 0.5))))
                elif roll < 0.62 and (left > 0 or z > 8):
                    readers.append((x, str(dice.choice(coats)), True, float(dice.uniform(-0.5, 0.5))))
            _table(p, left, z, tuple(readers))
    foot = EYE.at((0.3, 0, 11.6))
    person(p, foot.x(), foot.y(), EYE.size(11.6) * 1.7, "#1E141E", coat="#6A54A8", carries="bag", step=0.2)
    glow(p, 1980, 1330, 1500, "#FFAA60", 0.12, squash=0.5)


def _shade(p: QPainter) -> None:
    """The dark of the near room: the eye goes to the window."""
    for start, end, deep in (((1150, 0), (0, 0), 0.42), ((2800, 0), (3840, 0), 0.3), ((0, 1560), (0, 2160), 0.5)):
        dark = QLinearGradient(QPointF(*start), QPointF(*end))
        blend(dark, [(0, colour("#0B0716", 0)), (1, colour("#0B0716", deep))])
        p.fillRect(QRectF(0, 0, 3840, 2160), QBrush(dark))


def paint(painter: QPainter, phase: float) -> None:
    """The reading room."""
    layer(painter, "room", _room)
    layer(painter, "tables", _tables)
    layer(painter, "shade", _shade)
    del phase


OUTPUTS = (Still("study/library.jpg"),)
