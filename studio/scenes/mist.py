"""A sea of clouds with a pavilion on its peak: a quiet gallery picture."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QBrush, QLinearGradient, QPainter

from studio.kit import (
    VERMILION,
    Still,
    birds,
    blend,
    clouds,
    colour,
    draw_ridge,
    eaves,
    glow,
    karst,
    lamp,
    layer,
    mist,
    mix,
    person,
    rays,
    sky,
    sun,
    tree,
    trees,
)

SUN_X, SUN_Y = 1500, 700
ROWS = (
    karst(71, 1180, [(300, 360, 420), (760, 240, 330), (2500, 280, 360), (2980, 430, 420), (3500, 330, 400)], 14),
    karst(
        72,
        1370,
        [(60, 640, 480), (520, 420, 380), (1080, 250, 300), (2820, 420, 360), (3280, 660, 440), (3760, 520, 460)],
        18,
    ),
    karst(73, 1640, [(-80, 820, 560), (460, 620, 400), (3060, 560, 380), (3620, 900, 560)], 22),
)
PEAK = karst(74, 2350, [(2260, 1560, 760), (2600, 1000, 460), (1900, 760, 460)], 26)
NEAR = karst(75, 2330, [(3560, 760, 760), (4000, 900, 700), (120, 420, 900)], 26)


def _back(p: QPainter) -> None:
    sky(p, [(0, "#2C5F68"), (0.3, "#5F988F"), (0.55, "#BFD6BC"), (0.76, "#F9E6BC"), (1, "#FFE0A8")], 1300)
    clouds(p, 71, QRectF(-100, 80, 4000, 520), colour("#FFF2D4", 0.4), 0.44, 8)
    sun(p, SUN_X, SUN_Y, 130, "#FFFCEE", "#FFD890")


def _row(number: int) -> Callable[[QPainter], None]:
    crest, foot = (("#9BC0AC", "#F3E8C4"), ("#5E9A88", "#E3E3C2"), ("#31705F", "#BFD3B4"))[number]

    def draw(p: QPainter) -> None:
        draw_ridge(p, ROWS[number], crest, foot, fade=560 + 160 * number, rim="#FFF0C8", sun_x=SUN_X,
                   relief=0.2 + 0.1 * number, light="#FFE9B4", dark="#1D5547", seed=number + 3,
                   grain=80 + 20 * number)  # fmt: skip
        if number:
            base = float(ROWS[number].crest.max()) - 150
            for x in range(-200, 4000, 18):
                if ROWS[number].y(x) < base:
                    tree(p, x, x, ROWS[number].y(x) + 14, 14 + (10 + 14 * number) * (x * 7 % 10) / 10, crest)

    return draw


def _peak(p: QPainter) -> None:
    """The steep rock with the red pavilion that climbs its face, storey over storey."""
    draw_ridge(
        p,
        PEAK,
        "#1A4F42",
        "#8FB79E",
        fade=1250,
        rim="#FFE6A8",
        sun_x=SUN_X,
        relief=0.5,
        light="#F0DE9E",
        dark="#06231B",
        seed=9,
        grain=120,
    )
    trees(p, 76, PEAK, 1750, 2840, 150, (30, 74), "#174A3D", sink=18)
    top = PEAK.y(2262)
    eaves(p, 2262, top - 60, 190, 62, "#12302A", "#F0C078")
    p.fillRect(QRectF(2206, top - 66, 112, 80), mix("#FFC978", "#7A2A1C", 0.4))
    for post in range(5):
        p.fillRect(QRectF(2204 + post * 27.5, top - 66, 6, 80), "#5A1C14")
    p.fillRect(QRectF(2196, top - 16, 132, 5), "#5A1C14")
    eaves(p, 2262, top - 62, 190, 62, "#12302A", "#F0C078")
    for seed, x, tall in ((5, 2086, 190), (6, 2430, 180), (8, 2530, 130), (3, 2150, 110)):
        tree(p, seed, x, PEAK.y(x) + 24, tall, "#103A30", "pine")
    _pavilion(p, 2262, top + 850)


def _pavilion(p: QPainter, x: float, foot: float) -> None:
    """Nine storeys leaning on the rock, with galleries, lamps and visitors."""
    glow(p, x, foot - 380, 620, "#FFB870", 0.3)
    for level in range(9):
        wide, tall = 360 - 22 * level, 94 - 3.5 * level
        wall = QRectF(x - wide * 0.4, foot - tall, wide * 0.8, tall)
        shine = QLinearGradient(0, wall.top(), 0, wall.bottom())
        blend(shine, [(0, mix("#B5402A", "#FFC978", 0.45)), (0.6, "#A93A26"), (1, "#5A1C14")])
        p.fillRect(wall, QBrush(shine))
        bays = 7 - level // 3
        for bay in range(bays):
            cell = wall.width() / bays
            pane = QRectF(wall.left() + cell * (bay + 0.24), wall.top() + tall * 0.36, cell * 0.52, tall * 0.36)
            p.fillRect(pane, colour("#FFDFA0", 0.95 if (bay * 3 + level * 5) % 4 else 0.35))
            p.fillRect(QRectF(wall.left() + cell * bay - 2, wall.top(), 4, tall), "#4A130C")
        p.fillRect(QRectF(x - wide * 0.43, foot - tall * 0.2, wide * 0.86, 4), "#E8B878")
        eaves(p, x, wall.top() + 14, wide * 1.12, 46, "#12302A", "#F0C078")
        for side in (-1, 1):
            lamp(p, x + side * wide * 0.46, wall.top() + 30, 5, "#FF8A4A", 0.7)
        foot -= tall
    base = foot + sum(94 - 3.5 * level for level in range(9))
    p.fillRect(QRectF(x - 230, base - 4, 460, 22), "#1B4A3E")
    for at, coat, carries in (
        (-200, "#EBDDBA", None),
        (-176, VERMILION, "umbrella"),
        (168, "#35607A", "bag"),
        (196, "#C99A5A", None),
    ):
        person(p, x + at, base, 46, "#0E2A24", coat=coat, step=0.1, carries=carries, facing=1 if at < 0 else -1)


def _near(p: QPainter) -> None:
    draw_ridge(
        p,
        NEAR,
        "#103A30",
        "#2C6454",
        fade=900,
        rim="#D9CD90",
        sun_x=SUN_X,
        relief=0.34,
        light="#9FBE8C",
        dark="#041A14",
        seed=11,
        grain=160,
    )
    trees(p, 77, NEAR, 3100, 4000, 60, (60, 120), "#0E332A", sink=18)
    trees(p, 78, NEAR, -200, 640, 40, (60, 120), "#0E332A", sink=18)
    for seed, x, tall in ((2, 3480, 420), (12, 3640, 330), (5, 240, 260)):
        tree(p, seed, x, NEAR.y(x) + 20, tall, "#0A271F", "pine")


def paint(painter: QPainter, phase: float) -> None:
    """The whole picture."""
    layer(painter, "back", _back)
    rays(painter, SUN_X, SUN_Y, 1700, "#FFF0C4", phase, seed=3, count=11)
    for number in range(3):
        layer(painter, f"row-{number}", _row(number))
        top = (960, 1130, 1330)[number]
        mist(
            painter,
            71 + number,
            QRectF(-400, top, 4640, 430),
            ("#FFF3D6", "#F9F1D8", "#EFF0DA")[number],
            1.0,
            phase + number * 0.3,
        )
        mist(painter, 171 + number, QRectF(-400, top + 80, 4640, 300), "#FFF8E4", 0.8, phase + number * 0.2, ragged=0.3)
    birds(painter, 9, 2900, 640, 40, 7, "#21584A", phase)
    layer(painter, "peak", _peak)
    mist(painter, 75, QRectF(-400, 1500, 4640, 560), "#F2F1DC", 1.0, phase + 0.2)
    mist(painter, 76, QRectF(-400, 1640, 4640, 460), "#E3EBD6", 0.9, phase + 0.6, ragged=0.4)
    layer(painter, "near", _near)
    mist(painter, 77, QRectF(-600, 1740, 5000, 640), "#8DB8A6", 0.9, phase + 0.1)


OUTPUTS = (Still("landscapes/mist.jpg", 0.3),)
