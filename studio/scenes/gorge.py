"""The river gorge at dusk, a mountain city on both banks: the hero picture."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QLinearGradient, QPainter, QPainterPath, QPen

from studio.kit import (
    HEIGHT,
    VERMILION,
    WIDTH,
    Bridge,
    Film,
    Spot,
    Still,
    bank_rect,
    bank_reflection,
    birds,
    blend,
    cable_car,
    city,
    clouds,
    colour,
    draw_ridge,
    eaves,
    glitter,
    glow,
    lamp,
    lanterns,
    layer,
    mist,
    mix,
    person,
    ridge,
    ripples,
    sampan,
    sky,
    stilt_house,
    streak,
    sun,
    suspension_bridge,
    terraced_city,
    traffic,
    tree,
    trees,
    twinkle,
    wake,
    water,
)

SUN_X, SUN_Y = 2080, 888
LIGHT = "#FFA765"

FARTHEST = ridge(
    11,
    [
        (-240, 690),
        (500, 560),
        (1150, 700),
        (1700, 880),
        (2080, 930),
        (2500, 860),
        (3000, 600),
        (3400, 520),
        (4080, 640),
    ],
    90,
    500,
)
FAR = ridge(
    12,
    [
        (-240, 640),
        (420, 640),
        (1000, 800),
        (1560, 960),
        (2000, 1050),
        (2450, 980),
        (2900, 800),
        (3500, 700),
        (4080, 560),
    ],
    90,
    420,
)
MIDDLE = ridge(
    13,
    [
        (-240, 560),
        (300, 640),
        (900, 830),
        (1450, 1080),
        (1900, 1200),
        (2300, 1190),
        (2700, 1000),
        (3200, 780),
        (3700, 640),
        (4080, 600),
    ],
    80,
    360,
)
LEFT = ridge(
    14, [(-240, 800), (300, 900), (800, 1060), (1300, 1230), (1660, 1330), (1780, 1372), (4080, 1500)], 36, 260
)
RIGHT = ridge(
    15, [(-240, 1500), (2320, 1400), (2480, 1330), (2800, 1190), (3200, 1000), (3600, 860), (4080, 800)], 40, 260
)
NEAR_LEFT = ridge(
    16,
    [(-240, 1240), (260, 1330), (700, 1500), (1080, 1720), (1340, 1930), (1500, 2080), (1600, 2200), (4080, 2400)],
    34,
    220,
)
NEAR_RIGHT = ridge(
    17, [(-240, 2400), (2560, 2200), (2700, 1990), (2900, 1760), (3160, 1600), (3500, 1420), (4080, 1240)], 40, 220
)
BRIDGE = Bridge(1480, 2680, 1160, 220, 300, 520)
FERRY = (1960.0, 1690.0)
_dark: list[Spot] = []
_hung: list[Spot] = []


def _far_land(p: QPainter) -> None:
    sky(
        p,
        [(0, "#1A2747"), (0.22, "#3D4670"), (0.42, "#8D7291"), (0.6, "#E39A80"), (0.74, "#FFC98C"), (1, "#FFE0AE")],
        1250,
    )
    clouds(p, 3, QRectF(-100, 120, 4000, 560), colour("#FFB48A", 0.42), 0.44, 7)
    clouds(p, 8, QRectF(-100, 520, 4000, 300), colour("#FFE0B4", 0.5), 0.4, 10)
    sun(p, SUN_X, SUN_Y, 74, "#FFF6DC", "#FF9448")
    draw_ridge(
        p,
        FARTHEST,
        "#B08A9A",
        "#F3BE94",
        fade=480,
        rim="#FFE2B4",
        sun_x=SUN_X,
        relief=0.32,
        light="#FFD9AC",
        dark="#7C6488",
        seed=3,
        grain=90,
    )
    draw_ridge(
        p,
        FAR,
        "#84698A",
        "#E7A988",
        fade=560,
        rim="#FFC890",
        sun_x=SUN_X,
        relief=0.34,
        light=LIGHT,
        dark="#4A3F66",
        seed=4,
        grain=110,
    )


def _middle_land(p: QPainter) -> None:
    draw_ridge(
        p,
        MIDDLE,
        "#584E76",
        "#D89A86",
        fade=800,
        rim=LIGHT,
        sun_x=SUN_X,
        relief=0.4,
        light=LIGHT,
        dark="#2C2C4E",
        seed=5,
        grain=130,
    )
    for start, end, seed in ((1180, 1960, 21), (2180, 2820, 22)):
        city(p, seed, lambda x: max(MIDDLE.y(x), 1130) + 150, start, end, widths=(26, 52), heights=(60, 230),
             body="#7A6280", light=LIGHT, sun_x=SUN_X, lit=0.3, floor=11, haze="#DFA289")  # fmt: skip
    water(p, bank_rect(1366, HEIGHT + 10), [(0, "#FFCF98"), (0.12, "#E3A17F"), (0.4, "#73648A"), (1, "#17223C")], 4)
    glow(p, SUN_X, 1420, 700, "#FFD9A0", 0.65, squash=0.16)


def _shore_left(x: float) -> float:
    return _between([(-240, 2140), (400, 1880), (900, 1690), (1180, 1560), (1500, 1455), (1790, 1386)], x)


def _shore_right(x: float) -> float:
    return _between([(2360, 1392), (2560, 1480), (2860, 1590), (3100, 1725), (3500, 1915), (4080, 2140)], x)


def _between(points: list[tuple[int, int]], x: float) -> float:
    at = float(np.interp(x, [x for x, _ in points], [y for _, y in points]))
    return at + 13 * math.sin(x / 71) + 9 * math.sin(x / 29 + 1)


def _bank_path(side: int) -> QPainterPath:
    shape, shore, start, end = (LEFT, _shore_left, -240, 1792) if side < 0 else (RIGHT, _shore_right, 2358, 4080)
    path = QPainterPath(QPointF(start, shape.y(start)))
    for x in range(start, end + 1, 6):
        path.lineTo(x, min(shape.y(x), shore(x)))
    for x in range(end, start - 1, -6):
        path.lineTo(x, shore(x))
    path.closeSubpath()
    return path


def _banks(p: QPainter) -> None:
    _dark.clear()
    for shape, side, seed in ((LEFT, -1, 6), (RIGHT, 1, 7)):
        draw_ridge(p, shape, "#4A4468", "#1B2138", fade=900, sun_x=SUN_X, path=_bank_path(side))
        shore, start, end = (_shore_left, -230, 1730) if side < 0 else (_shore_right, 2390, 4070)
        bank_reflection(p, shore, start - 10, end + 26, "#1D1C38", seed=seed, long=(50, 260))
        _dark.extend(
            terraced_city(
                p, 200 + 200 * side, shape.y, shore, start, end, near="#181E42", far="#AC8698", light=LIGHT,
                sun_x=SUN_X, near_end="left" if side < 0 else "right", rows=7, tall=360, lit=0.34, green="#1B1F3A",
            )
        )  # fmt: skip


def _bridge(p: QPainter) -> None:
    suspension_bridge(p, BRIDGE, "#2A2640", foot=1430, thick=24)


def _foreground(p: QPainter) -> None:
    _hung.clear()
    draw_ridge(
        p,
        NEAR_LEFT,
        "#1B2138",
        "#0A0F1B",
        fade=620,
        relief=0.2,
        rim="#5A4A66",
        light="#39456B",
        dark="#05080F",
        sun_x=SUN_X,
        seed=8,
        grain=240,
    )
    trees(p, 5, NEAR_LEFT, -100, 1330, 46, (60, 150), "#111829")
    trees(p, 6, NEAR_LEFT, -100, 900, 9, (150, 260), "#0E1422", "pine", 20)
    for x, y in ((600, 1600), (668, 1668), (830, 1712)):
        lamp(p, x, y, 5, "#FFC98A", 0.55)
    p.fillRect(QRectF(700, 1640, 74, 46), colour("#141726"))
    eaves(p, 737, 1644, 120, 40, "#0B0F1C", "#4A3A3A")
    for pane in (712, 744):
        p.fillRect(QRectF(pane, 1656, 18, 20), colour("#FFC46B", 0.9))
    draw_ridge(
        p,
        NEAR_RIGHT,
        "#1D2036",
        "#0A0D18",
        fade=700,
        relief=0.3,
        light="#A8604A",
        dark="#05080F",
        sun_x=SUN_X,
        seed=9,
        grain=200,
    )
    trees(p, 7, NEAR_RIGHT, 2700, 4000, 30, (60, 140), "#12182A")
    glow(p, 3420, 1640, 900, "#FF9A4A", 0.34)
    for seed, x, ground, wide, storeys in (
        (1, 3640, 1480, 460, 3), (5, 3240, 1640, 340, 3), (2, 3760, 1640, 520, 3), (3, 3420, 1790, 620, 3),
        (6, 3030, 1880, 330, 3), (7, 3860, 1830, 420, 4), (4, 3330, 2010, 760, 3),
    ):  # fmt: skip
        _hung.extend(stilt_house(p, seed, x, ground, wide, storeys, "#43262A", storey=56, stilts=60))
    for x, y, tall in ((2830, 1990, 170), (3120, 1740, 110), (3560, 1500, 120), (2700, 2090, 130), (3790, 2020, 190)):
        tree(p, int(x), x, y, tall, "#0B0F1D")
    _promenade(p)


def _promenade(p: QPainter) -> None:
    """A riverside terrace below the houses, with a railing, lamps and evening walkers."""
    floor = QLinearGradient(0, 2010, 0, 2160)
    blend(floor, [(0, "#4A2E2C"), (0.3, "#1C1622"), (1, "#090C16")])
    path = QPainterPath(QPointF(2690, 2180))
    path.quadTo(2730, 2060, 2830, 2030)
    path.lineTo(4000, 2010)
    path.lineTo(4000, 2180)
    p.fillPath(path, QBrush(floor))
    shine = QLinearGradient(0, 1930, 0, 2090)
    blend(shine, [(0, colour("#FF9A4A", 0.05)), (0.7, colour("#F0A060", 0.42)), (1, colour("#FF9A4A", 0))])
    p.fillRect(QRectF(2830, 1930, 1100, 160), QBrush(shine))
    walkers = (
        (2900, VERMILION, "umbrella", 0.0, -1), (2958, "#2B3350", None, 0.0, -1), (3130, "#6E8FB8", "bag", 0.15, 1),
        (3420, "#2B2436", None, 0.2, -1), (3470, "#C88A5A", "case", 0.3, -1), (3700, "#3A4A5A", None, 0.0, 1),
    )  # fmt: skip
    for x, coat, carries, step, facing in walkers:
        person(
            p,
            x,
            2082,
            112 + x % 7 * 2,
            "#2A1D22",
            coat=mix(coat, "#0A0C16", 0.15),
            carries=carries,
            step=step,
            facing=facing,
        )
    p.setPen(QPen(colour("#0A0D18"), 6))
    p.drawLine(QPointF(2800, 2052), QPointF(4000, 2036))
    p.drawLine(QPointF(2800, 2080), QPointF(4000, 2066))
    for x in range(2800, 3900, 36):
        p.drawLine(QPointF(x, 2052 - (x - 2800) * 0.0133), QPointF(x, 2112))
    for x in (2850, 3260, 3600):
        p.setPen(QPen(colour("#0A0D18"), 8))
        p.drawLine(QPointF(x, 2110), QPointF(x, 1900))
        lamp(p, x, 1892, 11, "#FFD08A", 0.9)


def _cable(x: float) -> float:
    """The cable car's rope."""
    share = (x + 200) / (WIDTH + 400)
    return 400 + 300 * share + 340 * share * (1 - share)


def paint(painter: QPainter, phase: float) -> None:
    """One frame of the gorge."""
    layer(painter, "far", _far_land)
    birds(painter, 2, 2480 + 70 * math.sin(2 * math.pi * phase), 470, 24, 7, "#4A3A54", phase)
    mist(painter, 1, QRectF(-300, 760, 4440, 420), "#FFDDB8", 0.8, phase, drift=140)
    layer(painter, "middle", _middle_land)
    glitter(painter, 5, SUN_X, 1376, 2120, (90, 330), "#FFE0AE", phase, count=340, strength=0.95)
    ripples(painter, 6, 1390, 2160, "#FFC79A", phase, count=150, strength=0.16)
    mist(painter, 2, QRectF(-300, 1120, 4440, 330), "#F6C4A2", 0.75, phase, drift=200)
    layer(painter, "bridge", _bridge)
    traffic(painter, BRIDGE.deck_y, 1000, 3160, phase, cars=22, size=4, lift=8, steps=2)
    layer(painter, "banks", _banks)
    twinkle(painter, _dark[::3], "#FFC98A", phase, seed=3)
    for x in range(260, 1760, 148):
        streak(painter, x, _shore_left(x) + 8, 130, 16, "#FFB870", phase, seed=x)
    for x in range(2420, 3100, 148):
        streak(painter, x, _shore_right(x) + 8, 130, 16, "#FFB870", phase, seed=x)
    wake(painter, FERRY[0], FERRY[1], 560, 110, "#FFE3BE", phase, strength=0.55)
    sampan(painter, FERRY[0], FERRY[1], 190, "#171B2C", phase=phase)
    mist(painter, 3, QRectF(-500, 1240, 2600, 420), "#D9A79A", 0.5, phase, drift=180)
    mist(painter, 4, QRectF(2100, 1180, 2300, 380), "#D9A79A", 0.42, phase, drift=-160)
    _ropeway(painter, phase)
    layer(painter, "foreground", _foreground)
    lanterns(painter, _hung, phase, shade=VERMILION)
    mist(painter, 9, QRectF(-500, 1500, 3000, 560), "#6B6486", 0.4, phase, drift=220)


def _ropeway(painter: QPainter, phase: float) -> None:
    for lift in (0.0, 16.0):
        rope = QPainterPath(QPointF(-100, _cable(-100) - lift))
        for x in range(-60, WIDTH + 120, 40):
            rope.lineTo(x, _cable(x) - lift)
        painter.strokePath(rope, QPen(colour("#1A1C30", 0.9), 4.5 - lift * 0.12))
    for cabin in range(3):
        at = -400 + ((cabin + phase + 0.17) % 3) * 1600
        cable_car(painter, at, _cable(at), 170, "#C2412D", swing=math.sin(2 * math.pi * (phase + cabin * 0.3)) * 1.4)


OUTPUTS = (Still("home.jpg"), Film("attract/gorge.webm", 10, crf=26))
