"""The river gorge at dusk, a mountain city on both banks: the hero picture."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QLinearGradient, QPainter, QPainterPath, QPen

from studio.kit import (
    HEIGHT,
    VERMILION,
    WIDTH,
    Air,
    Bridge,
    Film,
    Spot,
    Still,
    bank_rect,
    birds,
    blend,
    cable_car,
    city,
    clouds,
    colour,
    draw_ridge,
    glitter,
    glow,
    headland,
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
    tower,
    traffic,
    tree,
    trees,
    twinkle,
    wake,
    water,
)

SUN_X, SUN_Y = 2080, 860
AIR = Air(near="#0F1626", far="#E9B296")
LIGHT = "#FFA765"

FARTHEST = ridge(11, [(-240, 690), (500, 560), (1150, 700), (1700, 880), (2080, 930), (2500, 860), (3000, 600), (3400, 520), (4080, 640)], 90, 500)
FAR = ridge(12, [(-240, 640), (420, 640), (1000, 800), (1560, 960), (2000, 1050), (2450, 980), (2900, 800), (3500, 700), (4080, 560)], 90, 420)
MIDDLE = ridge(13, [(-240, 560), (300, 640), (900, 830), (1450, 1080), (1900, 1200), (2300, 1190), (2700, 1000), (3200, 780), (3700, 640), (4080, 600)], 80, 360)
LEFT = ridge(14, [(-240, 800), (300, 900), (800, 1060), (1300, 1230), (1660, 1330), (1780, 1372), (4080, 1500)], 36, 260)
RIGHT = ridge(15, [(-240, 1500), (2320, 1400), (2480, 1330), (2800, 1190), (3200, 1000), (3600, 860), (4080, 800)], 40, 260)
NEAR_LEFT = ridge(16, [(-240, 1240), (260, 1330), (700, 1500), (1080, 1720), (1340, 1930), (1500, 2080), (1600, 2200), (4080, 2400)], 34, 220)
NEAR_RIGHT = ridge(17, [(-240, 2400), (2560, 2200), (2700, 1990), (2900, 1760), (3160, 1600), (3500, 1420), (4080, 1240)], 40, 220)
SHORE_LEFT = [(1700, 1392), (1420, 1420), (1500, 1470), (1180, 1560), (900, 1700), (400, 1900), (-240, 2160)]
SHORE_RIGHT = [(2480, 1410), (2700, 1440), (2560, 1500), (2860, 1590), (3100, 1740), (3500, 1930), (4080, 2160)]
BRIDGE = Bridge(1480, 2680, 1160, 220, 300, 520)
FERRY = (1960.0, 1690.0)
_dark: list[Spot] = []
_hung: list[Spot] = []


def _far_land(p: QPainter) -> None:
    sky(p, [(0, "#1A2747"), (0.22, "#3D4670"), (0.42, "#8D7291"), (0.6, "#E39A80"), (0.74, "#FFC98C"), (1, "#FFE0AE")], 1250)
    clouds(p, 3, QRectF(-100, 120, 4000, 560), colour("#FFB48A", 0.42), 0.44, 7)
    clouds(p, 8, QRectF(-100, 520, 4000, 300), colour("#FFE0B4", 0.5), 0.4, 10)
    sun(p, SUN_X, SUN_Y, 74, "#FFF6DC", "#FF9448")
    draw_ridge(p, FARTHEST, "#B08A9A", "#F3BE94", fade=480, rim="#FFE2B4", sun_x=SUN_X, relief=0.32, light="#FFD9AC", dark="#7C6488", seed=3, grain=90)
    draw_ridge(p, FAR, "#84698A", "#E7A988", fade=560, rim="#FFC890", sun_x=SUN_X, relief=0.34, light=LIGHT, dark="#4A3F66", seed=4, grain=110)


def _middle_land(p: QPainter) -> None:
    draw_ridge(p, MIDDLE, "#584E76", "#D89A86", fade=800, rim=LIGHT, sun_x=SUN_X, relief=0.4, light=LIGHT, dark="#2C2C4E", seed=5, grain=130)
    for start, end, seed in ((1180, 1960, 21), (2180, 2820, 22)):
        city(p, seed, lambda x: max(MIDDLE.y(x), 1130) + 150, start, end, widths=(26, 52), heights=(60, 230), body="#7A6280",
             light=LIGHT, sun_x=SUN_X, lit=0.3, floor=11, haze="#DFA289")  # fmt: skip
    water(p, bank_rect(1366, HEIGHT + 10), [(0, "#FFCF98"), (0.12, "#E3A17F"), (0.4, "#73648A"), (1, "#17223C")], 4)
    glow(p, SUN_X, 1420, 700, "#FFD9A0", 0.65, squash=0.16)


def _terraces(p: QPainter, seed: int, side: int) -> None:
    """Rows of towers stepping down one bank to the river."""
    shape, shore = (LEFT, _shore_left) if side < 0 else (RIGHT, _shore_right)
    rows = 6
    for row in range(rows):
        share = row / (rows - 1)
        depth = 0.62 - 0.5 * share

        def ground(x: float, share: float = share) -> float:
            return shape.y(x) * (1 - share) + shore(x) * share - 14 * share + 6

        tall = 330 - 170 * share
        start, end = (-160, 1690 - 80 * row) if side < 0 else (2420 + 80 * row, 4000)
        mid = (start + end) / 2
        body = AIR.at(depth, "#1E2540")
        for part in range(2):
            a, b = (start, mid) if part == 0 else (mid, end)
            outer = (part == 0) == (side < 0)
            scale = 1.25 if outer else 0.74
            _dark.extend(
                city(p, seed + row * 7 + part, ground, a, b, widths=(44 * scale, 92 * scale), heights=(70 * scale, tall * scale),
                     body=body, light=LIGHT, sun_x=SUN_X, lit=0.34 + 0.1 * share, floor=13.5 * scale, gap=0.12,
                     haze=mix(AIR.at(depth + 0.12, "#4A4262"), "#E0A080", 0.25 * depth))  # fmt: skip
            )


def _shore_left(x: float) -> float:
    points = [(-240, 2140), (400, 1880), (900, 1690), (1180, 1550), (1500, 1450), (1780, 1390)]
    return _between(points, x)


def _shore_right(x: float) -> float:
    points = [(2380, 1405), (2560, 1480), (2860, 1580), (3100, 1725), (3500, 1915), (4080, 2140)]
    return _between(points, x)


def _between(points: list[tuple[int, int]], x: float) -> float:
    for (x0, y0), (x1, y1) in zip(points, points[1:], strict=False):
        if x <= x1:
            return y0 + (y1 - y0) * max(0.0, (x - x0) / (x1 - x0))
    return points[-1][1]


def _banks(p: QPainter) -> None:
    _dark.clear()
    left = headland(LEFT, -240, 1790, SHORE_LEFT)
    right = headland(RIGHT, 2360, 4080, list(reversed(SHORE_RIGHT)) and SHORE_RIGHT)
    for shape, path, seed in ((LEFT, left, 6), (RIGHT, _right_path(), 7)):
        draw_ridge(p, shape, "#4A4468", "#1B2138", fade=900, sun_x=SUN_X, relief=0.4, light=LIGHT, dark="#151A30", seed=seed, grain=120, path=path)
    del right
    _terraces(p, 100, -1)
    _terraces(p, 300, 1)
    for x in range(200, 1760, 74):
        lamp(p, x, _shore_left(x) - 6, 5, "#FFC98A", 0.8)
    for x in range(2420, 3700, 74):
        lamp(p, x, _shore_right(x) - 6, 5, "#FFC98A", 0.8)


def _right_path() -> QPainterPath:
    path = QPainterPath(QPointF(2360, RIGHT.y(2360)))
    x = 2360.0
    while x <= 4080:
        path.lineTo(x, RIGHT.y(x))
        x += 6
    path.lineTo(4080, 2160)
    for x, y in reversed(SHORE_RIGHT):
        path.lineTo(x, y)
    path.closeSubpath()
    return path


def _bridge(p: QPainter) -> None:
    suspension_bridge(p, BRIDGE, "#2A2640", foot=1440, thick=24)


def _foreground(p: QPainter) -> None:
    _hung.clear()
    draw_ridge(p, NEAR_LEFT, "#1B2138", "#0A0F1B", fade=620, relief=0.22, light="#8A5A5A", dark="#05080F", sun_x=SUN_X, seed=8, grain=240)
    trees(p, 5, NEAR_LEFT, -100, 1330, 46, (60, 150), "#111829")
    trees(p, 6, NEAR_LEFT, -100, 900, 9, (150, 260), "#0E1422", "pine", 20)
    draw_ridge(p, NEAR_RIGHT, "#1D2036", "#0A0D18", fade=700, relief=0.3, light="#A8604A", dark="#05080F", sun_x=SUN_X, seed=9, grain=200)
    trees(p, 7, NEAR_RIGHT, 2700, 4000, 30, (60, 140), "#12182A")
    for seed, x, ground, wide, storeys in ((1, 3660, 1560, 400, 5), (2, 3300, 1730, 380, 5), (3, 3000, 1890, 300, 4), (4, 3560, 1880, 420, 4)):
        _hung.extend(stilt_house(p, seed, x, ground, wide, storeys, "#4A2A26", storey=52, stilts=70))
    for x, tall in ((2800, 150), (3160, 130), (3780, 190), (2920, 100)):
        tree(p, int(x), x, NEAR_RIGHT.y(x) + 130, tall, "#0C1120")
    _stairs(p)


def _stairs(p: QPainter) -> None:
    """The long stairs at the lower right, with people on them."""
    p.setPen(Qt.PenStyle.NoPen)
    for step in range(26):
        x, y = 2960 + step * 26, 2170 - step * 12
        p.setBrush(mix("#2A2436", "#6A4236", step / 40))
        p.drawRect(QRectF(x, y, 120, 14))
    for x in (2980, 3240, 3500):
        y = 2160 - (x - 2960) * 12 / 26
        p.setPen(QPen(colour("#0A0D18"), 5))
        p.drawLine(QPointF(x, y), QPointF(x, y - 110))
        lamp(p, x, y - 114, 8, "#FFD08A", 0.9)
        p.setPen(Qt.PenStyle.NoPen)


def _cable(x: float) -> float:
    """The cable car's rope."""
    share = (x + 200) / (WIDTH + 400)
    return 470 + 330 * share + 190 * 4 * share * (1 - share) * 0.55


def paint(painter: QPainter, phase: float) -> None:
    """One frame of the gorge."""
    layer(painter, "far", _far_land)
    birds(painter, 2, 2500 + 0 * phase, 560, 26, 7, "#4A3A54", phase)
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
    for number, (start, coat) in enumerate(((3110.0, VERMILION), (3380.0, "#5B86B8"))):
        person(painter, start, 2160 - (start - 2960) * 12 / 26, 92, "#0C101C", coat=coat, step=0.12, carries="umbrella" if number == 0 else "bag")
    mist(painter, 9, QRectF(-500, 1500, 3000, 560), "#6B6486", 0.4, phase, drift=220)


def _ropeway(painter: QPainter, phase: float) -> None:
    for lift in (0.0, 16.0):
        rope = QPainterPath(QPointF(-100, _cable(-100) - lift))
        for x in range(-60, WIDTH + 120, 40):
            rope.lineTo(x, _cable(x) - lift)
        painter.strokePath(rope, QPen(colour("#1A1C30", 0.9), 4.5 - lift * 0.12))
    for cabin in range(3):
        x = -400 + ((cabin + phase + 0.62) % 3) * 1600
        cable_car(painter, x, _cable(x), 170, "#C2412D", swing=math.sin(2 * math.pi * (phase + cabin * 0.3)) * 1.4)


OUTPUTS = (Still("home.jpg"), Film("attract/gorge.webm", 10))
__all__ = ["OUTPUTS", "paint", "tower", "QLinearGradient", "blend"]
