"""Chillies drying under the eaves of a farmhouse, the valley beyond: a still for the specialties' gallery."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QLinearGradient, QPainter, QPainterPath, QPen, QPolygonF, QRadialGradient

from studio.kit import (
    HEIGHT,
    WIDTH,
    Still,
    birds,
    blend,
    colour,
    draw_ridge,
    glow,
    layer,
    mist,
    mix,
    person,
    ridge,
    rng,
    sky,
    stilt_house,
    sun,
    tree,
    trees,
)
from studio.kit.table import chilli, pepper_string, shadow

SUN_X, SUN_Y, WALL, BENCH = 472.0, 800.0, 1235.0, 1560.0
FAR = ridge(311, [(0, 760), (420, 940), (900, 700), (1400, 620), (3840, 700)], 50)
MIDDLE = ridge(312, [(0, 900), (500, 1090), (1000, 960), (1500, 860), (3840, 900)], 40)
HILL = ridge(313, [(0, 1110), (400, 1220), (800, 1210), (1300, 1060), (3840, 1000)], 26)
NEAR = ridge(314, [(0, 1330), (500, 1400), (1000, 1330), (1500, 1290), (3840, 1300)], 18)
STRINGS = ((330, 620, 120), (610, 760, 130), (905, 660, 126), (1420, 1020, 176), (1700, 1130, 190), (1995, 1060, 184),
           (2290, 1150, 192), (2580, 1010, 180), (3360, 1080, 188), (3660, 960, 180))  # fmt: skip


def valley(p: QPainter) -> None:
    """Morning light over the terraces, seen past the corner of the house."""
    sky(p, [(0, "#6E86A8"), (0.35, "#B8B8B8"), (0.6, "#F4CF9A"), (1, "#FFE6BC")], 1150)
    sun(p, SUN_X, SUN_Y, 92, "#FFF6DC", "#FFB45A")
    draw_ridge(p, FAR, "#A8A6B4", "#F0CDA4", fade=420, rim="#FFF0CC", sun_x=SUN_X, relief=0.4, seed=2)
    draw_ridge(p, MIDDLE, "#84868E", "#E0B98E", fade=360, rim="#FFE8BC", sun_x=SUN_X, relief=0.4, seed=3)
    draw_ridge(p, HILL, "#5E6A5C", "#A8946A", fade=300, rim="#FFE0A8", sun_x=SUN_X, relief=0.3, seed=4, light="#FFD890")
    trees(p, 5, HILL, 0, 1200, 26, (40, 84), "#4A5A4C")
    stilt_house(p, 6, 330, 1236, 190, 2, "#6A4632", storey=40, stilts=16)
    for row in range(6):
        top = ridge(
            320 + row,
            [
                (0, 1290 + row * 44),
                (500, 1330 + row * 50),
                (900, 1300 + row * 52),
                (1500, 1250 + row * 50),
                (3840, 1300),
            ],
            8,
        )
        draw_ridge(
            p,
            top,
            mix("#A8A468", "#3A4A34", row / 6),
            mix("#6A7450", "#1E2A22", row / 6),
            fade=46,
            rim="#FFE6A8",
            sun_x=SUN_X,
        )
        trees(p, 40 + row, top, 0, 1250, 7, (46 + row * 8, 80 + row * 12), mix("#5A6A48", "#16221C", row / 6))
    person(p, 840, 1420, 128, "#2A2420", coat="#A83A24", carries="bag", facing=-1)
    person(p, 930, 1424, 122, "#2A2420", coat="#3A5A6A", carries="parasol")
    tree(p, 3, 120, 1640, 520, "#1A241E", "bamboo")


def wall(p: QPainter) -> None:
    """Rammed earth in raking light, with a window."""
    face = QLinearGradient(WALL, 0, WIDTH, 0)
    blend(face, [(0, "#D8A066"), (0.2, "#B87C4A"), (0.6, "#84522F"), (1, "#4E2C1C")])
    p.fillRect(QRectF(WALL, 0, WIDTH - WALL, HEIGHT), QBrush(face))
    dice = rng(331)
    for layer_ in range(11):
        y = 130 + layer_ * 150 + dice.uniform(-16, 16)
        seam = QPainterPath(QPointF(WALL, y))
        x = WALL
        while x < WIDTH:
            x += 60
            seam.lineTo(x, y + dice.normal() * 5)
        p.strokePath(seam, QPen(colour("#4A2412", 0.22), 7))
        p.strokePath(seam.translated(0, 8), QPen(colour("#FFD8A0", 0.12), 5))
    for _ in range(1500):
        x, y, turn = dice.uniform(WALL, WIDTH), dice.uniform(100, BENCH), dice.uniform(-0.5, 0.5)
        long = dice.uniform(10, 46)
        p.setPen(
            QPen(colour("#FFE0A8" if dice.uniform() < 0.5 else "#3A1A0C", dice.uniform(0.06, 0.24)), dice.uniform(2, 4))
        )
        p.drawLine(QPointF(x, y), QPointF(x + math.cos(turn) * long, y + math.sin(turn) * long))
    p.setPen(Qt.PenStyle.NoPen)
    for _ in range(60):
        x, y = dice.uniform(WALL, WIDTH), dice.uniform(100, BENCH)
        shadow(p, x, y, dice.uniform(60, 220), 0.5, 0.1)
    frame = QRectF(2800, 640, 400, 520)
    p.fillRect(frame.adjusted(-34, -34, 34, 44), colour("#2A1610"))
    p.fillRect(frame.adjusted(-34, 44 + 520, 60, 60), colour("#5A3420"))
    shine = QRadialGradient(frame.center() + QPointF(0, 120), 420)
    blend(shine, [(0, "#FFD890"), (0.5, "#E89A48"), (1, "#7A3A1A")])
    p.fillRect(frame, QBrush(shine))
    p.setBrush(colour("#4A2210", 0.85))
    p.drawEllipse(QPointF(3040, 962), 40, 50)
    p.drawEllipse(QPointF(3078, 926), 25, 23)
    body = QPainterPath(QPointF(2912, 1160))
    body.cubicTo(2916, 1060, 2990, 1046, 3018, 1030)
    body.lineTo(3020, 990)
    body.lineTo(3058, 990)
    body.lineTo(3060, 1030)
    body.cubicTo(3100, 1046, 3160, 1060, 3166, 1160)
    p.drawPath(body)
    p.setPen(QPen(colour("#2A1610"), 13))
    for bar in range(1, 4):
        p.drawLine(QPointF(frame.left() + bar * 100, frame.top()), QPointF(frame.left() + bar * 100, frame.bottom()))
    for bar in range(1, 5):
        p.drawLine(QPointF(frame.left(), frame.top() + bar * 104), QPointF(frame.right(), frame.top() + bar * 104))
    p.setPen(Qt.PenStyle.NoPen)
    post = QLinearGradient(WALL - 60, 0, WALL + 60, 0)
    blend(post, [(0, "#FFC27A"), (0.16, "#9A5A34"), (0.6, "#4A2416"), (1, "#24100C")])
    p.fillRect(QRectF(WALL - 60, 0, 120, BENCH + 20), QBrush(post))
    edge = QLinearGradient(WALL + 60, 0, WALL + 240, 0)
    blend(edge, [(0, colour("#1E0C08", 0.55)), (1, colour("#1E0C08", 0))])
    p.fillRect(QRectF(WALL + 60, 0, 180, BENCH), QBrush(edge))


def hanging(p: QPainter) -> None:
    """Shadows on the wall first, then the strings, a plait of corn, a plait of garlic, the pole and the eaves."""
    p.save()
    p.setClipRect(QRectF(WALL + 60, 0, WIDTH, BENCH))
    p.setOpacity(0.5)
    for number, (x, tall, size) in enumerate(STRINGS[3:]):
        p.save()
        p.translate(130, 64)
        pepper_string(p, 344 + number, x, 150, tall, size, reds=("#34140C",), light="#34140C", dark=0.2)
        p.restore()
    p.restore()
    for number, (x, tall, size) in enumerate(STRINGS):
        glowing = x < WALL
        reds = (
            ("#F2502A", "#E03A1E", "#FF7038", "#C82A18")
            if glowing
            else ("#D22E1A", "#B8200F", "#E84A26", "#A01810", "#C42C1C")
        )
        pepper_string(p, 341 + number, x, 150, tall, size, reds=reds, light="#FFE0A0" if glowing else "#FFC890")
    corn(p, 2810, 150, 420)
    garlic(p, 3130, 150, 430)
    bamboo = QLinearGradient(0, 118, 0, 166)
    blend(bamboo, [(0, "#E8C078"), (0.35, "#A87A40"), (1, "#3A2414")])
    p.fillRect(QRectF(120, 120, WIDTH, 44), QBrush(bamboo))
    for knot in range(11):
        p.fillRect(QRectF(330 + knot * 350, 116, 12, 52), colour("#4A2E18"))
    p.setBrush(colour("#D8B070"))
    p.drawEllipse(QPointF(120, 142), 12, 22)
    under = QLinearGradient(0, 0, 0, 104)
    blend(under, [(0, "#140A08"), (0.8, "#2A1610"), (1, "#7A4424")])
    p.fillRect(QRectF(0, 0, WIDTH, 62), QBrush(under))
    for tile in range(33):
        left = tile * 122 - 30.0
        p.setBrush(colour("#1E1210"))
        p.drawChord(QRectF(left, 22, 118, 84), 180 * 16, 180 * 16)
        p.setPen(QPen(colour("#B87A48", 0.8), 5))
        p.setBrush(Qt.BrushStyle.NoBrush)
        p.drawArc(QRectF(left + 4, 24, 110, 80), 190 * 16, 150 * 16)
        p.setPen(Qt.PenStyle.NoPen)


def corn(p: QPainter, x: float, y: float, tall: float) -> None:
    """Maize cobs tied by their husks."""
    dice = rng(351)
    p.setPen(QPen(colour("#A8884A"), 10))
    p.drawLine(QPointF(x, y), QPointF(x, y + tall * 0.5))
    p.setPen(Qt.PenStyle.NoPen)
    for number in range(15, -1, -1):
        way = -1 if number % 2 else 1
        p.save()
        p.translate(x + way * 8, y + 30 + number * tall * 0.05)
        p.rotate(-way * dice.uniform(16, 36))
        for husk in (-14, 0, 14):
            leaf = QPainterPath(QPointF(0, -30))
            leaf.quadTo(husk * 2.4, 0, husk, 74)
            leaf.quadTo(husk * 0.4, 20, 0, -30)
            p.fillPath(leaf, mix("#E0CC94", "#8A6A3A", dice.uniform(0, 0.6)))
        cob = QLinearGradient(-34, 0, 34, 0)
        blend(cob, [(0, "#FFE08A"), (0.4, "#F0A82E"), (1, "#8A4A12")])
        p.setBrush(QBrush(cob))
        p.drawRoundedRect(QRectF(-31, 30, 62, 170), 30, 44)
        for row in range(13):
            for column in range(4):
                p.setBrush(colour("#FFF0B0" if column < 2 else "#D8862A", 0.55))
                p.drawEllipse(QPointF(-22 + column * 14.6, 44 + row * 11.6), 5.6, 4.4)
        p.restore()


def garlic(p: QPainter, x: float, y: float, tall: float) -> None:
    """A plait of garlic."""
    dice = rng(352)
    p.setPen(QPen(colour("#B8A072"), 16))
    p.drawLine(QPointF(x, y), QPointF(x, y + tall * 0.3))
    p.setPen(Qt.PenStyle.NoPen)
    for number in range(15, -1, -1):
        at = QPointF(x + (-1 if number % 2 else 1) * dice.uniform(26, 44), y + 60 + number * tall * 0.055)
        bulb = QRadialGradient(at + QPointF(-14, -14), 66)
        blend(bulb, [(0, "#FFF8E8"), (0.5, "#E0CDB4"), (1, "#8A6458")])
        p.setBrush(QBrush(bulb))
        drop = QPainterPath(at + QPointF(0, -62))
        drop.cubicTo(at + QPointF(8, -30), at + QPointF(52, -28), at + QPointF(44, 14))
        drop.cubicTo(at + QPointF(36, 44), at + QPointF(-36, 44), at + QPointF(-44, 14))
        drop.cubicTo(at + QPointF(-52, -28), at + QPointF(-8, -30), at + QPointF(0, -62))
        p.drawPath(drop)
        p.setPen(QPen(colour("#A8786A", 0.5), 3))
        p.setBrush(Qt.BrushStyle.NoBrush)
        for rib in (-20, 4, 24):
            line = QPainterPath(at + QPointF(0, -46))
            line.quadTo(at + QPointF(rib * 1.5, -10), at + QPointF(rib * 0.9, 32))
            p.drawPath(line)
        p.setPen(Qt.PenStyle.NoPen)


def bench(p: QPainter) -> None:
    """The stone bench with its tray of chillies."""
    top = QLinearGradient(0, BENCH, 0, HEIGHT)
    blend(top, [(0, "#8A6650"), (0.1, "#5E4238"), (0.55, "#332420"), (1, "#1A1214")])
    p.fillRect(QRectF(0, BENCH, WIDTH, HEIGHT - BENCH), QBrush(top))
    p.fillRect(QRectF(0, BENCH - 3, WIDTH, 7), colour("#FFD090", 0.6))
    dice = rng(361)
    for _ in range(500):
        x, deep = dice.uniform(0, WIDTH), dice.uniform() ** 1.4
        y = BENCH + 8 + deep * (HEIGHT - BENCH)
        p.setPen(
            QPen(colour("#FFD8A8" if dice.uniform() < 0.45 else "#0A0606", dice.uniform(0.04, 0.14)), 2 + 5 * deep)
        )
        p.drawLine(QPointF(x, y), QPointF(x + dice.uniform(14, 120) * (0.4 + deep), y))
    p.setPen(Qt.PenStyle.NoPen)
    for x, slant in ((420, -140), (1500, -60), (2640, 60), (3500, 140)):
        p.setPen(QPen(colour("#0C0706", 0.55), 7))
        p.drawLine(QPointF(x, BENCH), QPointF(x + slant, HEIGHT))
        p.setPen(Qt.PenStyle.NoPen)
    glow(p, 300, BENCH + 40, 1500, "#FFB868", 0.4, squash=0.16)
    calm = QRadialGradient(200, 2200, 1500)
    blend(calm, [(0, colour("#0A0607", 0.75)), (1, colour("#0A0607", 0))])
    p.fillRect(QRectF(0, BENCH, WIDTH, 640), QBrush(calm))
    x, y, wide, squash = 2260.0, 1822.0, 860.0, 0.285
    shadow(p, x + 50, y + 66, wide * 1.14, squash, 0.85)
    rim = QLinearGradient(x - wide, 0, x + wide, 0)
    blend(rim, [(0, "#FFE0A0"), (0.3, "#D8A258"), (0.7, "#8A5A2C"), (1, "#4A2C18")])
    p.setBrush(colour("#3A2214"))
    p.drawEllipse(QPointF(x, y + 44), wide, wide * squash)
    p.setBrush(QBrush(rim))
    p.drawEllipse(QPointF(x, y + 30), wide, wide * squash)
    p.drawEllipse(QPointF(x, y), wide, wide * squash)
    p.setPen(QPen(colour("#3A2010", 0.4), 4))
    for stitch in range(120):
        turn = math.tau * stitch / 120
        at = QPointF(x + math.cos(turn) * wide, y + math.sin(turn) * wide * squash)
        p.drawLine(at, at + QPointF(-math.cos(turn) * 52 + 16, -math.sin(turn) * 16 + 4))
        if math.sin(turn) > 0:
            p.drawLine(at + QPointF(8, 2), at + QPointF(-6, 30))
    p.setPen(Qt.PenStyle.NoPen)
    inner = QRadialGradient(x, y, wide)
    blend(inner, [(0, "#A8783E"), (0.8, "#6E4822"), (1, "#3A2210")])
    p.setBrush(QBrush(inner))
    p.drawEllipse(QPointF(x, y + 6), wide - 56, (wide - 56) * squash)
    mound = QRadialGradient(x - 60, y - 70, wide)
    blend(mound, [(0, "#7A120C"), (0.8, "#3E0A0A"), (1, "#240608")])
    p.setBrush(QBrush(mound))
    p.drawEllipse(QPointF(x, y - 66), wide - 210, (wide - 210) * squash + 16)
    heap = []
    for _ in range(560):
        turn, far = dice.uniform(0, math.tau), math.sqrt(dice.uniform()) * 0.86
        heap.append((math.sin(turn) * far, math.cos(turn) * far))
    for v, u in sorted(heap):
        high = (1 - u * u - v * v) ** 1.2
        at = QPointF(x + u * (wide - 120), y - 2 + v * (wide - 120) * squash - high * 150)
        tone = ("#C4200F", "#E03A1C", "#A8140C", "#D42A16", "#F0542A", "#8E0E0A")[int(dice.integers(6))]
        tone_ = mix(mix(tone, "#FF7A3A", 0.05 + 0.35 * max(0.0, -u) * high), "#3A0808", 0.4 * max(0.0, u * 0.8 + 0.05))
        long, turn = dice.uniform(150, 225), 90 + dice.normal() * 48 + (180 if dice.uniform() < 0.5 else 0)
        at += QPointF(math.sin(math.radians(turn)), -math.cos(math.radians(turn)) * 0.5) * long * 0.5
        stem = mix("#8A9A42", "#3A2A16", float(dice.uniform(0, 0.6))) if dice.uniform() < 0.45 else None
        chilli(p, at.x() + 3, at.y() + 11, long, turn, "#240406", bend=0.2, thick=0.17, stem=None, light="#240406",
               squash=0.55)  # fmt: skip
        chilli(
            p,
            at.x(),
            at.y(),
            long,
            turn,
            tone_,
            bend=dice.uniform(-0.3, 0.3),
            thick=dice.uniform(0.15, 0.19),
            stem=stem,
            light="#FF8A52",
            squash=0.55,
        )
    for _ in range(9):
        cx, cy, angle = 1300 + dice.normal() * 90, 2010 + dice.normal() * 26, dice.uniform(0, 360)
        chilli(p, cx + 8, cy + 14, 170, angle, "#0A0506", bend=0.3, stem=None, light="#0A0506", squash=0.5)
        chilli(p, cx, cy, 170, angle, "#C8281A", bend=0.3, light="#FFD0A0", squash=0.5)


def cat(p: QPainter, x: float, y: float, size: float) -> None:
    """The cat, asleep in the sun; it faces left."""
    shadow(p, x + size * 0.05, y, size * 0.78, 0.22, 0.8)
    fur = QLinearGradient(x - size * 0.6, y - size * 0.5, x + size * 0.6, y)
    blend(fur, [(0, "#FFCB80"), (0.35, "#D88A3E"), (1, "#5A2E18")])
    body = QPainterPath(QPointF(x - size * 0.5, y))
    body.cubicTo(x - size * 0.56, y - size * 0.3, x - size * 0.2, y - size * 0.5, x + size * 0.12, y - size * 0.47)
    body.cubicTo(x + size * 0.5, y - size * 0.44, x + size * 0.66, y - size * 0.14, x + size * 0.52, y)
    body.closeSubpath()
    p.fillPath(body, QBrush(fur))
    p.save()
    p.setClipPath(body)
    for stripe in range(6):
        at = x - size * 0.06 + stripe * size * 0.11
        line = QPainterPath(QPointF(at, y - size * 0.52))
        line.quadTo(at + size * 0.07, y - size * 0.36, at + size * 0.02, y - size * 0.2)
        p.strokePath(line, QPen(colour("#7A3A16", 0.55), size * 0.035, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    p.restore()
    tail = QPainterPath(QPointF(x + size * 0.5, y - size * 0.06))
    tail.cubicTo(x + size * 0.3, y + size * 0.05, x - size * 0.1, y + size * 0.04, x - size * 0.24, y - size * 0.02)
    p.strokePath(tail, QPen(colour("#A85E2A"), size * 0.1, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    head = QPointF(x - size * 0.42, y - size * 0.15)
    p.setBrush(QBrush(fur))
    for ear in (-1, 1):
        p.drawPolygon(
            QPolygonF(
                [
                    head + QPointF(ear * size * 0.15, -size * 0.04),
                    head + QPointF(ear * size * 0.155, -size * 0.24),
                    head + QPointF(ear * size * 0.02, -size * 0.13),
                ]
            )
        )
    p.drawEllipse(head, size * 0.185, size * 0.155)
    p.setBrush(colour("#FFF0D8"))
    p.drawEllipse(head + QPointF(-size * 0.02, size * 0.07), size * 0.085, size * 0.055)
    p.setBrush(Qt.BrushStyle.NoBrush)
    p.setPen(QPen(colour("#4A2210"), size * 0.014, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    for eye in (-0.085, 0.055):
        p.drawArc(
            QRectF(head.x() + (eye - 0.035) * size, head.y() - size * 0.04, size * 0.07, size * 0.05),
            200 * 16,
            140 * 16,
        )
    p.setPen(Qt.PenStyle.NoPen)
    p.setBrush(colour("#B85A4A"))
    p.drawEllipse(head + QPointF(-size * 0.02, size * 0.04), size * 0.018, size * 0.013)


def paint(painter: QPainter, phase: float) -> None:
    layer(painter, "valley", valley)
    mist(painter, 8, QRectF(-300, 860, 1900, 330), "#FFEBCB", 0.8, phase)
    mist(painter, 9, QRectF(-300, 1080, 1900, 260), "#FFE6C0", 0.5, phase)
    birds(painter, 4, 860, 520, 22, 6, "#5A5658", phase)
    layer(painter, "wall", wall)
    layer(painter, "hanging", hanging)
    glow(painter, SUN_X, SUN_Y, 1700, "#FFB860", 0.4)
    layer(painter, "bench", bench)
    cat(painter, 960, 1690, 300)


OUTPUTS = (Still("specialties/peppers.jpg", 0.3),)
