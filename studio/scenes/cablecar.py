"""A cable car over the misty river between karst peaks, early in the morning."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QLinearGradient, QPainter, QPainterPath, QPen

from studio.kit import (
    HEIGHT,
    VERMILION,
    WIDTH,
    Film,
    birds,
    blend,
    cable_car,
    clouds,
    colour,
    draw_ridge,
    eaves,
    forest,
    glitter,
    glow,
    karst,
    layer,
    mist,
    mix,
    person,
    rays,
    ridge,
    ripples,
    rng,
    sampan,
    sky,
    sun,
    tree,
    trees,
    wake,
    water,
)

SUN_X, SUN_Y = 1500, 640
GOLDEN = "#FFE2A6"

BACK = karst(
    81,
    1290,
    [
        (120, 520, 420),
        (560, 380, 380),
        (960, 300, 330),
        (1900, 280, 330),
        (2250, 420, 340),
        (2640, 560, 420),
        (3080, 480, 400),
        (3560, 700, 480),
        (3900, 520, 400),
    ],
    16,
)
MIDDLE = karst(
    82,
    1420,
    [
        (-60, 860, 560),
        (420, 640, 420),
        (840, 420, 360),
        (2380, 480, 380),
        (2760, 760, 430),
        (3240, 620, 430),
        (3760, 980, 560),
    ],
    22,
)
FRONT = karst(
    83, 2260, [(230, 1830, 860), (640, 1090, 560), (2900, 1060, 560), (3420, 1890, 800), (3920, 1480, 760)], 26
)
NEAR = ridge(
    84,
    [(-240, 1700), (300, 1800), (800, 1990), (1300, 2130), (2300, 2150), (2900, 2020), (3400, 1900), (4080, 1780)],
    34,
    260,
)


def rope(x: float) -> float:
    """The rope's y, from the left peak's station down and up to the right one's."""
    share = (x - 230) / (3420 - 230)
    return 170 - 70 * share + 4 * 300 * share * (1 - share)


def river() -> QPainterPath:
    """The river far below, seen from the height of the cabin."""
    path = QPainterPath(QPointF(1640, 1330))
    path.cubicTo(1500, 1370, 1180, 1400, 1150, 1470)
    path.cubicTo(1110, 1570, 1500, 1610, 1460, 1720)
    path.cubicTo(1400, 1860, 1000, 1960, 820, 2180)
    path.lineTo(2600, 2180)
    path.cubicTo(2560, 1960, 2560, 1820, 2280, 1700)
    path.cubicTo(2050, 1600, 1500, 1560, 1520, 1480)
    path.cubicTo(1540, 1420, 1720, 1390, 1760, 1330)
    path.closeSubpath()
    return path


def _sky(p: QPainter) -> None:
    sky(p, [(0, "#2F6F72"), (0.28, "#6BA79B"), (0.52, "#C9DBBB"), (0.74, "#F8E3B4"), (1, "#FFD99A")], 1300)
    clouds(p, 81, QRectF(-100, 100, 4000, 560), colour("#FFF0CC", 0.42), 0.44, 8)
    sun(p, SUN_X, SUN_Y, 82, "#FFFBEA", "#FFD486")


def _back(p: QPainter) -> None:
    draw_ridge(
        p,
        BACK,
        "#8CB7A4",
        "#F2E2B8",
        fade=620,
        rim="#FFF0C4",
        sun_x=SUN_X,
        relief=0.2,
        light=GOLDEN,
        dark="#4E8C7C",
        seed=3,
        grain=70,
    )


def _middle(p: QPainter) -> None:
    draw_ridge(
        p,
        MIDDLE,
        "#4B8C7A",
        "#DDDFB8",
        fade=800,
        rim="#FFECB8",
        sun_x=SUN_X,
        relief=0.34,
        light=GOLDEN,
        dark="#205648",
        seed=4,
        grain=90,
    )
    trees(p, 41, MIDDLE, -200, 4000, 190, (14, 34), "#4B8C7A", sink=12)


def _floor(p: QPainter) -> None:
    floor = QLinearGradient(0, 1290, 0, HEIGHT)
    blend(floor, [(0, colour("#EDE3BC", 0)), (0.1, "#C6D3A8"), (0.3, "#6AA184"), (0.6, "#2D6B57"), (1, "#0E332B")])
    p.fillRect(QRectF(0, 1290, WIDTH, HEIGHT - 1290), QBrush(floor))
    path = river()
    water(p, path, [(0, "#FFF0C8"), (0.2, "#F3E3B8"), (0.5, "#9CC4AC"), (0.8, "#4B8C7F"), (1, "#1F5149")], 85)
    p.save()
    p.setClipPath(path)
    glow(p, SUN_X + 60, 1560, 700, "#FFF0C0", 0.75, squash=0.5)
    p.restore()
    p.strokePath(path, QPen(colour("#F0E8C0", 0.4), 5))
    dice = rng(86)
    for x0, y0, count in ((1750, 1530, 26), (1030, 1620, 16)):
        for number in range(count):
            x, y = x0 + float(dice.uniform(-150, 240)), y0 + float(dice.uniform(-34, 40))
            size = 26 + (y - 1480) * 0.1
            p.fillRect(
                QRectF(x - size * 0.4, y - size * 0.45, size * 0.8, size * 0.45),
                mix("#F4E6C4", "#6FA088", float(dice.uniform(0.1, 0.5))),
            )
            eaves(
                p,
                x,
                y - size * 0.4,
                size * 1.05,
                size * 0.4,
                mix("#2F5E50", "#7A4A38", float(dice.uniform(0, 0.6))),
                None,
            )
            if number % 3 == 0:
                tree(p, number, x + 30, y + 8, 44, "#3B7A62")
    forest(
        p,
        87,
        lambda x: 1560 + abs(x - 1900) * 0.02,
        2150,
        3100,
        rows=6,
        drop=42,
        height=(34, 60),
        spacing=36,
        top="#5C967C",
        bottom="#25604E",
    )
    forest(
        p,
        88,
        lambda x: 1560.0,
        -100,
        1000,
        rows=7,
        drop=48,
        height=(34, 70),
        spacing=36,
        top="#5C967C",
        bottom="#1E5243",
    )


def _front(p: QPainter) -> None:
    """The two nearest peaks with the stations on their heads."""
    draw_ridge(
        p,
        FRONT,
        "#1F5A4B",
        "#5F977F",
        fade=1300,
        rim="#FFE3A4",
        sun_x=SUN_X,
        relief=0.5,
        light="#EBDB9A",
        dark="#08291F",
        seed=6,
        grain=120,
    )
    trees(p, 42, FRONT, -200, 700, 130, (24, 60), "#1A5042", sink=16)
    trees(p, 43, FRONT, 2800, 4000, 160, (24, 60), "#1A5042", sink=16)
    forest(
        p,
        44,
        lambda x: max(1420.0, FRONT.y(x) + 60),
        -100,
        840,
        rows=8,
        drop=54,
        height=(40, 84),
        spacing=34,
        top="#2C6A57",
        bottom="#174A3C",
    )
    forest(
        p,
        45,
        lambda x: max(1420.0, FRONT.y(x) + 60),
        2760,
        4000,
        rows=8,
        drop=54,
        height=(40, 84),
        spacing=34,
        top="#2C6A57",
        bottom="#174A3C",
    )
    for x in (230, 3420):
        y = FRONT.y(x) + 14
        _station(p, x, y, 1 if x < 1000 else -1)


def _station(p: QPainter, x: float, y: float, way: int) -> None:
    """The hall on the peak's head and the dock the cabins glide into, propped on the cliff."""
    wood, roof, edge = "#14382F", "#123029", "#E8B468"
    dock, wide, top, base = x + way * 200, 230.0, y - 258, y + 140
    p.setPen(QPen(colour(wood), 9))
    for prop in range(4):
        at = dock + (prop - 1.5) * wide * 0.3
        p.drawLine(QPointF(at, base), QPointF(x + way * (90 + prop * 12), base + 190 + prop * 8))
    p.setPen(Qt.PenStyle.NoPen)
    wall = QLinearGradient(dock - wide / 2, 0, dock + wide / 2, 0)
    blend(
        wall,
        [
            (0, mix("#E9DDBE", "#2A5A4C", 0.3 if way < 0 else 0.6)),
            (1, mix("#E9DDBE", "#2A5A4C", 0.6 if way < 0 else 0.3)),
        ],
    )
    p.fillRect(QRectF(dock - wide / 2, top, wide, base - top), QBrush(wall))
    for level in range(4):
        for pane in range(4):
            lit = colour("#FFDC9A", 0.95 if (pane + level * 3) % 4 else 0.4)
            p.fillRect(QRectF(dock - wide * 0.43 + pane * wide * 0.225, top + 48 + level * 88, wide * 0.17, 54), lit)
        p.fillRect(QRectF(dock - wide * 0.54, top + 116 + level * 88, wide * 1.08, 9), colour(wood))
    hall = QRectF(x - 170 - way * 20, y - 120, 340, 134)
    p.fillRect(hall, mix("#E9DDBE", "#2A5A4C", 0.5))
    for pane in range(7):
        p.fillRect(QRectF(hall.left() + 18 + pane * 45, y - 92, 32, 56), colour("#FFDC9A", 0.95 if pane % 3 else 0.6))
    eaves(p, hall.center().x(), y - 116, 420, 86, roof, edge)
    eaves(p, hall.center().x(), y - 190, 250, 74, roof, edge)
    eaves(p, dock, top + 6, wide * 1.4, 84, roof, edge)
    rail = base - 8
    p.fillRect(QRectF(dock - wide * 0.62, rail, wide * 1.24, 12), colour(wood))
    p.fillRect(QRectF(dock - wide * 0.62, rail - 34, wide * 1.24, 5), colour(wood))
    for post in range(12):
        p.fillRect(QRectF(dock - wide * 0.62 + post * wide * 0.1125, rail - 34, 4, 40), colour(wood))
    person(p, dock + way * 124, rail, 56, "#10302A", coat=VERMILION, facing=way)
    person(p, dock - way * 40, rail, 52, "#10302A", coat="#EBDDBA", facing=way)


def _near(p: QPainter) -> None:
    draw_ridge(p, NEAR, "#123C32", "#051512", fade=420, rim="#4E8C70", sun_x=SUN_X)
    trees(p, 46, NEAR, -150, 4000, 90, (60, 140), "#0F352B")
    trees(p, 47, NEAR, 2900, 4000, 8, (200, 340), "#0C2B24", "pine", 30)
    tree(p, 9, 3700, 2190, 560, "#0A251F", "pine")


def _rope(p: QPainter) -> None:
    for lift in (0.0, 20.0):
        line = QPainterPath(QPointF(400, rope(400) - lift))
        for x in range(420, 3260, 20):
            line.lineTo(x, rope(x) - lift)
        p.strokePath(line, QPen(colour("#14332C", 0.92), 5.5 - lift * 0.1))


def paint(painter: QPainter, phase: float) -> None:
    """One frame of the crossing."""
    layer(painter, "sky", _sky)
    rays(painter, SUN_X, SUN_Y, 1600, "#FFE9B4", phase, seed=6, count=11)
    layer(painter, "back", _back)
    mist(painter, 81, QRectF(-300, 1000, 4440, 400), "#FFF1CE", 0.95, phase, drift=140)
    layer(painter, "middle", _middle)
    mist(painter, 82, QRectF(-300, 1090, 4440, 430), "#FBF0CF", 0.9, phase, drift=-170)
    layer(painter, "floor", _floor)
    painter.save()
    painter.setClipPath(river())
    ripples(painter, 83, 1360, 2160, "#FFF6DA", phase, count=200, strength=0.3, start=800, end=2500)
    glitter(painter, 84, SUN_X + 120, 1420, 2150, (140, 460), "#FFF6D8", phase, count=240, strength=0.9)
    wake(painter, 1930, 1822, 330, 70, "#FFF8E0", phase, strength=0.8)
    painter.restore()
    sampan(painter, 1960, 1820, 150, "#15332C", phase=phase)
    mist(painter, 85, QRectF(-200, 1300, 4200, 420), "#F6EFD2", 0.85, phase, drift=210)
    layer(painter, "rope", _rope)
    for cabin in range(3):
        x = -260 + ((cabin + phase + 0.69) % 3) * 1420
        if 230 < x < 3420:
            swing = math.sin(2 * math.pi * (phase + cabin * 0.3)) * 1.3
            cable_car(
                painter,
                x,
                rope(x),
                250 + 40 * math.sin(math.pi * (x - 230) / 3190),
                "#D2452C",
                swing=swing,
                inside="#FFE3AC",
            )
    layer(painter, "front", _front)
    birds(painter, 7, 2150, 990, 28, 6, "#2A5E50", phase)
    mist(painter, 86, QRectF(-700, 1300, 2300, 480), "#EFEBCB", 0.75, phase, drift=190)
    mist(painter, 87, QRectF(2250, 1280, 2400, 480), "#EFEBCB", 0.75, phase, drift=-190)
    layer(painter, "near", _near)
    mist(painter, 88, QRectF(-500, 1740, 3600, 420), "#A9CBB2", 0.4, phase, drift=220)


OUTPUTS = (Film("landscapes/cablecar.webm", 9, crf=26),)
