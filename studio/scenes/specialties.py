"""A hotpot under lanterns, the night city behind: the specialties' cover and film."""

from __future__ import annotations

import math
from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QLinearGradient, QPainter, QPainterPath, QPen

from studio.kit import (
    LAMP,
    WIDTH,
    Bridge,
    Film,
    Ridge,
    Shade,
    Still,
    bank_rect,
    blend,
    cable_car,
    city,
    colour,
    draw_ridge,
    glitter,
    glow,
    lanterns,
    layer,
    mist,
    mix,
    person,
    ridge,
    sky,
    stars,
    stilt_house,
    streak,
    suspension_bridge,
    traffic,
    twinkle,
    water,
    wave,
)
from studio.kit.feast import POT_X, boards, broth, far_dishes, floating, grid, near_things, pot
from studio.kit.table import hung, lantern_light, paper_lantern, pepper_string, plume

FAR = ridge(21, [(0, 760), (700, 560), (1400, 800), (2150, 640), (2900, 520), (3840, 720)], 60)
MIDDLE = ridge(22, [(0, 700), (600, 800), (1300, 1010), (1900, 1075), (2500, 1010), (3200, 820), (3840, 700)], 40)
BRIDGE = Bridge(1560, 2330, 985, 120, 210, 300)
SHORE_LEFT = ridge(23, [(0, 1040), (700, 1090), (1250, 1200), (1500, 1300), (3840, 1500)], 14)
SHORE_RIGHT = ridge(24, [(0, 1500), (2300, 1300), (2650, 1180), (3200, 1080), (3840, 1010)], 14)
LANTERNS = ((2010, 470, 232, 0.0), (1130, 330, 128, 0.3), (2790, 360, 150, 0.6), (3240, 250, 96, 0.1),
            (690, 220, 88, 0.8), (1560, 190, 66, 0.45), (2440, 180, 74, 0.9))  # fmt: skip
_spots: dict[str, list[tuple[float, float, float]]] = {"dark": [], "hung": []}


def back(p: QPainter) -> None:
    """The evening: sky, hills, the city on both banks, the bridge between them."""
    sky(p, [(0, "#080E26"), (0.35, "#182352"), (0.62, "#383C78"), (0.84, "#7A5684"), (1, "#C47E7C")], 1090)
    glow(p, 1960, 1060, 1300, "#FF9A78", 0.3, squash=0.36)
    draw_ridge(p, FAR, "#343C74", "#80608C", fade=480, relief=0.4, light="#FFC0A0", sun_x=1960, seed=3)
    dark = city(p, 31, MIDDLE.y, 200, 3700, widths=(44, 80), heights=(60, 250), body="#4A4C84", light="#FFB890",
                sun_x=1960, lit=0.42, floor=13, haze="#80608C")  # fmt: skip
    draw_ridge(p, MIDDLE, "#403F74", "#5E5284", fade=300, relief=0.3, sun_x=1960, seed=5, light="#FFC0A0")
    water(p, bank_rect(1075, 1500), [(0, "#D08E84"), (0.3, "#6A527E"), (1, "#22234E")])
    suspension_bridge(p, BRIDGE, "#2A2A54", foot=1090, thick=18)
    for row, (low, high, tall, floor, body) in enumerate((
        (60, 110, (160, 430), 17, "#34356A"), (80, 140, (120, 420), 21, "#20224C"),
    )):  # fmt: skip
        lift = 70 - row * 60
        left, right = Ridge(SHORE_LEFT.crest - lift), Ridge(SHORE_RIGHT.crest - lift)
        dark += city(p, 41 + row, left.y, -60, 1190 - row * 120,
                     widths=(low, high), heights=tall, body=body, light="#FF9A6A", sun_x=1960, lit=0.45,
                     floor=floor, haze="#4E4478")  # fmt: skip
        dark += city(p, 51 + row, right.y, 2700 + row * 160, 3900,
                     widths=(low, high), heights=tall, body=body, light="#FF9A6A", sun_x=1960, lit=0.45,
                     floor=floor, haze="#4E4478")  # fmt: skip
    draw_ridge(p, SHORE_LEFT, "#2A2850", "#1A1838", fade=240)
    draw_ridge(p, SHORE_RIGHT, "#2A2850", "#1A1838", fade=240)
    hung_ = []
    for seed, x, ground, width, storeys in (
        (62, 3350, 1130, 330, 6),
        (61, 3040, 1180, 350, 5),
        (63, 2740, 1190, 260, 3),
        (66, 520, 1120, 300, 5),
        (64, 800, 1180, 330, 4),
        (65, 1120, 1190, 240, 3),
    ):
        hung_ += stilt_house(p, seed, x, ground, width, storeys, "#5A2C24", storey=52, stilts=30)
    for start, end in ((-20, 1330), (2520, 3900)):
        quay = QLinearGradient(0, 1166, 0, 1262)
        blend(quay, [(0, "#7A4A44"), (0.1, "#3A2540"), (1, "#15142E")])
        p.fillRect(QRectF(start, 1168, end - start, 120), QBrush(quay))
        at = start + 30.0
        while at < end:
            glow(p, at, 1172, 70, LAMP, 0.5, squash=0.5)
            at += 130
    _spots["dark"], _spots["hung"] = dark[:70], hung_


def frame(p: QPainter) -> None:
    """The pavilion one sits in: posts, a beam with brackets, a carved panel under it."""
    wood, dark = "#2A120E", "#120709"
    for x, wide in ((170, 210), (3670, 210)):
        side = 1 if x < 1920 else -1
        round_ = QLinearGradient(x - wide / 2, 0, x + wide / 2, 0)
        shades: tuple[Shade, ...] = (dark, "#1C0C0C", mix(wood, "#B8442A", 0.3), mix(wood, "#FF9A5A", 0.5), wood)
        stops: list[tuple[float, Shade]] = list(zip((0, 0.35, 0.75, 0.94, 1), shades, strict=True))
        blend(round_, stops if side > 0 else [(1 - place, shade) for place, shade in reversed(stops)])
        p.fillRect(QRectF(x - wide / 2, 0, wide, 1400), QBrush(round_))
    p.fillRect(QRectF(0, 0, WIDTH, 74), colour(dark))
    beam = QLinearGradient(0, 74, 0, 128)
    blend(beam, [(0, "#1C0C0A"), (0.8, "#4A2014"), (1, "#7A3A1E")])
    p.fillRect(QRectF(0, 74, WIDTH, 54), QBrush(beam))
    p.setPen(QPen(colour("#1E0D0C"), 13, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.MiterJoin))
    p.setBrush(Qt.BrushStyle.NoBrush)
    lattice = QPainterPath()
    at = 275.0
    while at < 3520:
        lattice.addRect(QRectF(at + 18, 128, 68, 62))
        lattice.addRect(QRectF(at + 36, 128, 32, 40))
        lattice.moveTo(at + 86, 158)
        lattice.lineTo(at + 127, 158)
        at += 109.0
    lattice.moveTo(275, 198)
    lattice.lineTo(3565, 198)
    p.drawPath(lattice)
    p.setPen(QPen(colour("#8A4424", 0.7), 3))
    p.drawLine(QPointF(275, 204), QPointF(3565, 204))
    p.setPen(Qt.PenStyle.NoPen)
    for x, side in ((275, 1), (3565, -1)):
        bracket = QPainterPath(QPointF(x, 198))
        bracket.lineTo(x + side * 250, 198)
        bracket.cubicTo(x + side * 200, 240, x + side * 150, 226, x + side * 120, 268)
        bracket.cubicTo(x + side * 90, 320, x + side * 40, 300, x, 420)
        bracket.closeSubpath()
        p.fillPath(bracket, colour("#1E0D0C"))
        p.strokePath(bracket, QPen(colour("#8A4424", 0.45), 4))
    p.fillRect(QRectF(0, 0, 66, 1400), colour("#0E0709"))
    p.fillRect(QRectF(3774, 0, 66, 1400), colour("#0E0709"))
    rail = QLinearGradient(0, 1192, 0, 1222)
    blend(rail, [(0, "#8A4A2C"), (0.25, "#3A1A14"), (1, "#160A0A")])
    p.fillRect(QRectF(275, 1194, 3290, 26), QBrush(rail))
    for post in range(57):
        p.fillRect(QRectF(295 + post * 58, 1220, 14, 60), colour("#1A0C0C"))


def paint(painter: QPainter, phase: float) -> None:
    layer(painter, "back", back)
    stars(painter, 5, 420, 60, phase)
    glitter(painter, 6, 1960, 1084, 1260, (200, 420), "#FFD8A8", phase, count=90, strength=0.6, size=0.55)
    for x in (1340, 1460, 2440, 2560, 2330):
        streak(painter, x, 1120, 130, 26, LAMP, phase, seed=int(x))
    traffic(painter, BRIDGE.deck_y, 1240, 2650, phase, cars=16, size=3.2, lift=7)
    twinkle(painter, _spots["dark"], LAMP, phase, seed=3)
    painter.setPen(QPen(colour("#2A2A50", 0.9), 3))
    painter.drawLine(QPointF(200, 560), QPointF(3640, 690))
    painter.setPen(Qt.PenStyle.NoPen)
    cabin = 200 + 3440 * ((phase + 0.3) % 1)
    cable_car(
        painter, cabin, 560 + (cabin - 200) * 130 / 3440, 62, "#B83A2A", swing=1.5 * math.sin(math.tau * 3 * phase)
    )
    mist(painter, 4, QRectF(-200, 820, 4240, 420), "#C89AB0", 0.24, phase)
    lanterns(painter, _spots["hung"], phase, seed=8)
    for x, facing, coat, carries in (
        (2566, 1, "#C63A26", "umbrella"),
        (2890, -1, "#3A6A9A", "bag"),
        (2916, 1, "#D8B070", None),
        (3210, 1, "#8A3A5A", None),
        (1296, -1, "#3A7A9A", "bag"),
        (960, 1, "#C63A26", None),
        (985, -1, "#C8A060", None),
        (660, 1, "#4A6A9A", "parasol"),
    ):
        person(painter, x, 1190, 50, "#140F22", coat=coat, carries=carries, facing=facing)
    layer(painter, "frame", frame)
    for number, (x, y, size, offset) in enumerate(reversed(LANTERNS)):
        swing = 1.6 * math.sin(math.tau * (phase + offset)) + 0.5 * math.sin(math.tau * (2 * phase + offset))
        beat = 0.9 + 0.1 * wave(phase, 2, offset)
        turn = math.radians(swing)
        drop = y - 100
        lantern_light(painter, x - math.sin(turn) * drop, 100 + math.cos(turn) * drop, size, beat)
        hung(painter, f"lantern{number}", x, 100, QRectF(-size * 1.3, 0, size * 2.6, drop + size * 2), swing,
             partial(paper_lantern, drop=drop, size=size))  # fmt: skip
    for number, (x, height, size, dark) in enumerate(
        (
            (330, 800, 150, 0.05),
            (500, 540, 120, 0.2),
            (3480, 840, 150, 0.05),
            (3665, 640, 140, 0.2),
            (160, 600, 140, 0.2),
        )
    ):
        swing = 1.1 * math.sin(math.tau * (phase + 0.17 * number))
        hung(painter, f"peppers{number}", x, 120, QRectF(-240, 0, 480, height + 60), swing,
             partial(pepper_string, seed=400 + number, x=0, y=0, height=height, size=size, dark=dark))  # fmt: skip
    layer(painter, "table", partial(boards, lamps=[(x, y, size) for x, y, size, _ in LANTERNS]))
    layer(painter, "far", far_dishes)
    layer(painter, "pot", pot)
    layer(painter, "broth", broth)
    floating(painter, phase)
    layer(painter, "grid", grid)
    glow(painter, POT_X, 1780, 760, "#FF5A1A", 0.16 + 0.06 * wave(phase, 3) + 0.04 * wave(phase, 5, 0.3), squash=0.3)
    glow(painter, POT_X + 40, 1330, 760, "#FF8A4A", 0.34, squash=0.5)
    plume(painter, 11, QRectF(1190, 230, 1500, 1210), "#FFEEDD", 1.0, phase)
    plume(painter, 12, QRectF(1380, 480, 1230, 990), "#FFE2C8", 0.95, (phase + 0.37) % 1)
    plume(painter, 14, QRectF(1560, 700, 800, 760), "#FFF2E4", 0.7, (phase + 0.71) % 1)
    layer(painter, "near", near_things)
    plume(painter, 13, QRectF(2440, 1500, 240, 350), "#FFE4CC", 0.3, phase)


OUTPUTS = (Still("specialties/cover.jpg"), Film("specialties/hotpot.webm", 8))
