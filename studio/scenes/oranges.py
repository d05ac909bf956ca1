"""Orange terraces over the gorge: a still for the specialties' gallery."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QLinearGradient, QPainter, QPainterPath, QPen, QPolygonF

from studio.kit import (
    HEIGHT,
    WIDTH,
    Ridge,
    Still,
    birds,
    blend,
    clouds,
    colour,
    draw_ridge,
    glitter,
    glow,
    layer,
    mist,
    mix,
    person,
    ridge,
    rng,
    sampan,
    sky,
    stilt_house,
    sun,
    wake,
    water,
)
from studio.kit.table import leaflet, orange, shadow, turned

SUN_X, SUN_Y = 2380.0, 650.0
FAR = ridge(401, [(0, 520), (700, 430), (1500, 700), (2300, 760), (3000, 520), (3840, 400)], 70)
MIDDLE = ridge(402, [(0, 560), (900, 640), (1700, 960), (2300, 1010), (2900, 760), (3840, 560)], 50)
SLOPE = ridge(403, [(0, 700), (800, 800), (1600, 1160), (2050, 1420), (3840, 2300)], 26)
RIGHT = ridge(404, [(0, 2500), (2500, 1900), (2860, 1420), (3120, 1130), (3400, 960), (3840, 800)], 34)
BASKET_X, BASKET_Y = 2240.0, 1640.0
STEPS = 9


def step_(number: int) -> Ridge:
    """The crest of one terrace of the left slope, the highest first."""
    share = number / STEPS
    return ridge(420 + number, [(-100, 830 + 120 * number), (700, 900 + 122 * number), (1300, 1080 + 116 * number),
                                (1560 + 50 * number, 1330 + 84 * number), (1760 + 60 * number, 1640 + 90 * number),
                                (3840, 2600)], 10 + 8 * share, 300)  # fmt: skip


def orange_tree(p: QPainter, seed: int, x: float, y: float, tall: float, leaf: str, light: str, fruit: float) -> None:
    """A round tree, lit from the right, full of oranges."""
    dice = rng(seed, 431)
    p.save()
    p.setPen(Qt.PenStyle.NoPen)
    p.setBrush(colour("#060C08", 0.3))
    p.drawEllipse(QPointF(x - tall * 0.2, y), tall * 0.55, tall * 0.09)
    p.setPen(QPen(mix(leaf, "#1A1008", 0.6), tall * 0.07, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    p.drawLine(QPointF(x, y), QPointF(x, y - tall * 0.4))
    p.setPen(Qt.PenStyle.NoPen)
    for number in range(26):
        turn, far = dice.uniform(0, math.tau), math.sqrt(dice.uniform())
        at = QPointF(x + math.cos(turn) * far * tall * 0.36, y - tall * 0.6 + math.sin(turn) * far * tall * 0.3)
        lit = max(0.0, min(1.0, (math.cos(turn) * 0.5 - math.sin(turn) * 0.7) * far * 0.6 + number / 26 * 0.45))
        p.setBrush(mix(mix(leaf, "#04100A", 0.35), light, lit * 0.75))
        size = tall * dice.uniform(0.09, 0.17)
        p.drawEllipse(at, size, size * 0.86)
    for _ in range(int(fruit * 16)):
        turn, far = dice.uniform(0, math.tau), math.sqrt(dice.uniform()) * 0.98
        at = QPointF(x + math.cos(turn) * far * tall * 0.4, y - tall * 0.57 + math.sin(turn) * far * tall * 0.33)
        dot = tall * dice.uniform(0.028, 0.04)
        p.setBrush(colour("#A8460E"))
        p.drawEllipse(at, dot, dot)
        p.setBrush(mix("#F5922A", light, 0.25))
        p.drawEllipse(at + QPointF(dot * 0.18, -dot * 0.18), dot * 0.78, dot * 0.78)
    p.restore()


def back(p: QPainter) -> None:
    """Low sun in the gorge, hills behind hills, the river below."""
    sky(p, [(0, "#4A6690"), (0.3, "#9AA0AC"), (0.5, "#F0BE86"), (0.66, "#FFE4B0")], 1300)
    clouds(p, 7, QRectF(-100, 60, 4040, 420), "#FFE8CC", 0.5, 6)
    sun(p, SUN_X, SUN_Y, 88, "#FFF8E0", "#FFB45A")
    draw_ridge(p, FAR, "#9AA2B4", "#EFCDA4", fade=520, rim="#FFF0CC", sun_x=SUN_X, relief=0.45, seed=3, light="#FFE0B0")
    draw_ridge(
        p, MIDDLE, "#6A7A8A", "#D8B48C", fade=520, rim="#FFE6B8", sun_x=SUN_X, relief=0.5, seed=5, light="#FFD8A0"
    )
    river = QPainterPath(QPointF(2380, 1056))
    river.cubicTo(2700, 1080, 2640, 1130, 2380, 1190)
    river.cubicTo(1960, 1290, 1700, 1460, 1800, 1900)
    river.lineTo(3200, 1900)
    river.cubicTo(2900, 1560, 3260, 1300, 3120, 1180)
    river.cubicTo(3000, 1080, 2660, 1050, 2380, 1056)
    water(p, river, [(0, "#FFE2B0"), (0.3, "#C8B49A"), (1, "#3E5C68")], 3)
    draw_ridge(
        p,
        RIGHT,
        "#4E6660",
        "#7A7A62",
        fade=760,
        rim="#FFE0A8",
        sun_x=SUN_X,
        relief=0.55,
        seed=7,
        light="#FFD090",
        dark="#0E2420",
    )
    for row in range(11):
        for number in range(15):
            x = 2700 + number * (84 + row * 5) + rng(row, number).uniform(-16, 16)
            y = RIGHT.y(x) + 50 + row * 84
            bank = 3180 - row * 46
            if bank < x < WIDTH + 40 and abs(x - 3420) + abs(y - 1180) > 190:
                tone = mix("#4A665A", "#1E3A2C", row / 11).name()
                orange_tree(p, 900 + row * 20 + number, x, y, 60 + row * 9, tone, "#E8C880", 0.6)
    stilt_house(p, 11, 3420, 1210, 230, 3, "#6A4030", storey=42, stilts=20)


def slope(p: QPainter) -> None:
    """The near terraces, one below the other, each with its wall, its trees and its people."""
    for number in range(STEPS):
        share = number / (STEPS - 1)
        crest = step_(number)
        grass, deep = mix("#A8AC6E", "#2E4A2A", share**0.8), mix("#5E7258", "#0C1C16", share**0.7)
        p.setBrush(Qt.BrushStyle.NoBrush)
        draw_ridge(p, crest, grass, deep, fade=120 + 30 * share, rim="#FFF0B8", sun_x=SUN_X)
        end = 1500 + number * 60
        wall_ = QPainterPath(QPointF(-60, crest.y(0) + 26))
        earth = QPainterPath(QPointF(-60, crest.y(-60) + 2))
        x = -60.0
        while x < end + 40:
            earth.lineTo(x, crest.y(x) + 2)
            x += 30
        while x > -60:
            earth.lineTo(x, crest.y(x) + (30 + 12 * share) * min(1.0, max(0.0, (end + 40 - x) / 500)))
            x -= 30
        p.fillPath(earth, mix("#D8C48C", "#8A5E2E", share**0.7))
        x = -60.0
        while x < end:
            wall_.lineTo(x, crest.y(x) + 26 + 10 * share)
            x += 30
        while x > -60:
            wall_.lineTo(x, crest.y(x) + 62 + 34 * share)
            x -= 30
        p.fillPath(wall_, mix("#8A8468", "#141E1A", share**0.6))
        dice = rng(441, number)
        for _ in range(90):
            x = dice.uniform(-40, end)
            y = crest.y(x) + 34 + dice.uniform(0, 22 + 28 * share)
            p.setPen(QPen(colour("#F2E0B0" if dice.uniform() < 0.5 else "#0A100C", 0.16), 4))
            p.drawLine(QPointF(x, y), QPointF(x + dice.uniform(12, 30), y))
        p.setPen(Qt.PenStyle.NoPen)
        tall = 108 + 120 * share
        x, count = -40 + dice.uniform(0, 80), 0
        while x < end - 40:
            leaf = mix("#5E7A52", "#17301F", share**0.8).name()
            light = mix("#F2DC98", "#B8B45A", share).name()
            busy = (number in (2, 3) and 1080 < x < 1330) or (number in (4, 5) and 1280 < x < 1580)
            if busy:
                x += 60
                continue
            orange_tree(p, 500 + number * 40 + count, x, crest.y(x) + 12, tall * dice.uniform(0.85, 1.15), leaf, light,
                        1.0 + share)  # fmt: skip
            x += tall * dice.uniform(0.9, 1.35)
            count += 1
        if number == 2:
            _picker(p, 1180, crest.y(1180) + 14, 96)
        if number == 4:
            _porter(p, 1430, crest.y(1430) + 14, 122)


def _picker(p: QPainter, x: float, y: float, tall: float) -> None:
    p.setPen(QPen(colour("#3A2A1C"), 5))
    for side in (-16, 16):
        p.drawLine(QPointF(x + 60 + side, y), QPointF(x + 60 + side * 0.5, y - tall * 1.25))
    for rung in range(6):
        p.drawLine(QPointF(x + 46, y - 16 - rung * 18), QPointF(x + 74, y - 16 - rung * 18))
    p.setPen(Qt.PenStyle.NoPen)
    person(p, x + 60, y - tall * 0.4, tall, "#2A2018", coat="#C8432A")
    person(p, x - 26, y, tall, "#2A2018", coat="#3A6A8A", carries="parasol")


def _porter(p: QPainter, x: float, y: float, tall: float) -> None:
    person(p, x, y, tall, "#241A14", coat="#2E5A7A", step=0.15)
    pole = QPainterPath(QPointF(x - tall * 0.75, y - tall * 0.72))
    pole.quadTo(x, y - tall * 0.94, x + tall * 0.75, y - tall * 0.72)
    p.strokePath(pole, QPen(colour("#8A6232"), 7))
    for side in (-1, 1):
        at = QPointF(x + side * tall * 0.7, y - tall * 0.24)
        p.setPen(QPen(colour("#4A3420"), 3))
        p.drawLine(QPointF(at.x(), y - tall * 0.73), at + QPointF(-22, 0))
        p.drawLine(QPointF(at.x(), y - tall * 0.73), at + QPointF(22, 0))
        p.setPen(Qt.PenStyle.NoPen)
        for dot in (-16, 0, 16):
            p.setBrush(colour("#F59A2E"))
            p.drawEllipse(at + QPointF(dot, -6), 12, 12)
        p.setBrush(colour("#8A5E2E"))
        p.drawPolygon(
            QPolygonF([at + QPointF(-30, 0), at + QPointF(30, 0), at + QPointF(20, 30), at + QPointF(-20, 30)])
        )


def near(p: QPainter) -> None:
    """The wall in front with the basket on it, and a branch over it all."""
    ledge = QPainterPath(QPointF(-40, 1990))
    ledge.cubicTo(700, 1960, 1100, 1930, 1700, 1916)
    ledge.cubicTo(2500, 1896, 3200, 1880, 3900, 1840)
    ledge.lineTo(3900, 2200)
    ledge.lineTo(-40, 2200)
    ledge.closeSubpath()
    stone = QLinearGradient(0, 1860, 0, HEIGHT)
    blend(stone, [(0, "#8A7A5A"), (0.25, "#4A4638"), (1, "#141A18")])
    p.fillPath(ledge, QBrush(stone))
    p.save()
    p.setClipPath(ledge)
    dice = rng(451)
    for row in range(4):
        x = -60 - row * 50.0
        while x < WIDTH:
            wide = dice.uniform(180, 380)
            y = 1985 - x * 0.036 + row * 78
            block = QRectF(x, y, wide - 12, 68)
            p.setBrush(colour("#FFE0A8" if dice.uniform() < 0.4 else "#060A0A", dice.uniform(0.05, 0.2)))
            p.drawRoundedRect(block, 16, 16)
            p.setBrush(colour("#FFE8B8", 0.16 / (row + 1)))
            p.drawRoundedRect(QRectF(x + 8, y, wide - 30, 6), 3, 3)
            x += wide
    calm = QLinearGradient(0, 0, 2000, 0)
    blend(calm, [(0, colour("#060C0C", 0.7)), (1, colour("#060C0C", 0))])
    p.fillRect(QRectF(0, 1800, 2000, 400), QBrush(calm))
    p.restore()
    for _ in range(160):
        x = dice.uniform(0, WIDTH)
        foot = 1986 - x * 0.037 + 14
        p.setPen(QPen(mix("#5A6A34", "#14241A", dice.uniform(0, 1)), dice.uniform(4, 8), Qt.PenStyle.SolidLine,
                      Qt.PenCapStyle.RoundCap))  # fmt: skip
        blade = QPainterPath(QPointF(x, foot))
        blade.quadTo(x + dice.uniform(-8, 8), foot - 30, x + dice.uniform(-40, 40), foot - dice.uniform(30, 90))
        p.setBrush(Qt.BrushStyle.NoBrush)
        p.drawPath(blade)
    p.setPen(Qt.PenStyle.NoPen)
    basket(p)
    for number, (x, y, size) in enumerate(((1650, 1936, 92), (2840, 1908, 100), (3010, 1944, 88))):
        shadow(p, x - 46, y + size * 0.86, size * 1.35, 0.24, 0.8)
        orange(p, 470 + number, x, y, size, sun=(0.4, -0.62), leaf=number != 2, light="#FFF0B0")
    branch(p)


def basket(p: QPainter) -> None:
    """A woven basket, heaped."""
    x, y, wide, squash, tall = BASKET_X, BASKET_Y, 430.0, 0.27, 300.0
    shadow(p, x - 60, y + tall + 60, 560, 0.2, 0.9)
    profile = [(wide, 0.0), (wide * 0.97, tall * 0.35), (wide * 0.86, tall * 0.8), (wide * 0.8, tall)]
    p.setBrush(colour("#2A180C"))
    p.drawEllipse(QPointF(x, y), wide, wide * squash)
    heap = []
    for ring_, (count, reach, lift) in enumerate(((11, 0.86, 10), (9, 0.62, 92), (6, 0.36, 170), (2, 0.12, 232))):
        for number in range(count):
            turn = math.tau * (number + 0.5 * (ring_ % 2)) / count
            heap.append((math.sin(turn) + lift * 0.002, x + math.cos(turn) * wide * reach,
                         y - lift + math.sin(turn) * wide * reach * squash * 0.9))  # fmt: skip
    for number, (_, ox, oy) in enumerate(sorted(heap)):
        away = (x - ox) / wide
        tone = mix("#F58A1E", "#B8480E", max(0.0, 0.35 * away + 0.1 * (number % 3)))
        orange(p, 480 + number, ox, oy - 26, 98, sun=(0.5, -0.62), leaf=number % 4 == 1, light="#FFF0B0", dimples=70,
               shade=tone)  # fmt: skip
    shape = turned(x, y, profile, squash)
    front = QPainterPath(QPointF(x - wide - 20, y))
    front.arcTo(QRectF(x - wide, y - wide * squash, 2 * wide, 2 * wide * squash), 180, 180)
    front.lineTo(x + wide + 20, y + 900)
    front.lineTo(x - wide - 20, y + 900)
    front.closeSubpath()
    body = shape.intersected(front)
    fill = QLinearGradient(x - wide, 0, x + wide, 0)
    blend(fill, [(0, "#1E1008"), (0.4, "#4A2C14"), (0.8, "#7A4E24"), (1, "#4A2C14")])
    p.fillPath(body, QBrush(fill))
    p.save()
    p.setClipPath(body)
    for row in range(11):
        drop = (row + 0.5) / 11
        reach = wide * (1 - 0.2 * drop**1.4)
        for column in range(25):
            turn = math.pi * (column + 0.5 * (row % 2)) / 25
            at = QPointF(x - math.cos(turn) * reach, y + drop * tall + math.sin(turn) * reach * squash)
            half = 25 * math.sin(turn) + 3
            lit = 0.5 - 0.5 * math.cos(turn)
            p.setBrush(mix("#3E2410", "#FFDC90", 0.16 + 0.72 * lit * (0.7 + 0.3 * math.sin(turn))))
            p.drawRoundedRect(QRectF(at.x() - half, at.y() - 13, half * 2, 22), 11, 11)
            p.setBrush(colour("#1E0E06", 0.4))
            p.drawRoundedRect(QRectF(at.x() - half, at.y() + 3, half * 2, 7), 3, 3)
    under = QLinearGradient(0, y + 40, 0, y + tall + 120)
    blend(under, [(0, colour("#120A06", 0)), (1, colour("#120A06", 0.75))])
    p.fillPath(body, QBrush(under))
    p.restore()
    for wide_, cane in ((36, "#4A2C14"), (24, "#D8A458"), (8, "#FFE2A0")):
        rim = QPainterPath(QPointF(x - wide, y))
        rim.arcTo(QRectF(x - wide, y - wide * squash, 2 * wide, 2 * wide * squash), 180, 180)
        p.strokePath(rim.translated(0, -6 if wide_ == 8 else 0), QPen(colour(cane, 0.7 if wide_ == 8 else 1), wide_,
                     Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))  # fmt: skip


def branch(p: QPainter) -> None:
    """A branch of the nearest tree reaching in from the right."""
    dice = rng(461)
    wood = QPainterPath(QPointF(3900, 120))
    wood.cubicTo(3500, 150, 3200, 330, 2860, 300)
    twigs = [wood]
    for share, x, y in ((0.25, 3300, 560), (0.5, 3060, 120), (0.7, 2960, 520), (0.12, 3640, 520)):
        twig = QPainterPath(wood.pointAtPercent(share))
        at = wood.pointAtPercent(share)
        twig.quadTo((at.x() + x) / 2 + 40, (at.y() + y) / 2 - 30, x, y)
        twigs.append(twig)
    for number, twig in enumerate(twigs):
        p.strokePath(
            twig, QPen(colour("#2A1C14"), 30 if number == 0 else 13, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        )
    places = [
        (twig.pointAtPercent(float(dice.uniform(0.15, 1))), number)
        for number, twig in enumerate(twigs)
        for _ in range(24)
    ]
    for at, _ in places:
        tone = mix("#123020", "#7A9A3E", dice.uniform(0, 0.75))
        leaflet(
            p,
            at.x() + dice.normal() * 20,
            at.y() + dice.normal() * 20,
            dice.uniform(110, 190),
            dice.uniform(0, 360),
            tone,
        )
    for number, (x, y, size) in enumerate(((3300, 640, 112), (2960, 600, 104), (3080, 430, 92), (3640, 600, 118),
                                           (3480, 390, 100), (2850, 370, 84))):  # fmt: skip
        orange(p, 490 + number, x, y, size, sun=(-0.6, 0.1), leaf=True, light="#FFF0B0", shade="#EE7E1A")
    for at, _ in places[::5]:
        leaflet(
            p,
            at.x() + dice.normal() * 40,
            at.y() + 30 + dice.normal() * 30,
            dice.uniform(100, 160),
            dice.uniform(90, 270),
            mix("#1A3E26", "#A8B84E", dice.uniform(0, 0.8)),
        )


def paint(painter: QPainter, phase: float) -> None:
    layer(painter, "back", back)
    glitter(painter, 5, 2600, 1090, 1600, (170, 330), "#FFF0C8", phase, count=150, strength=0.7, size=0.6)
    wake(painter, 2760, 1400, 300, 44, "#FFF0C8", phase)
    sampan(painter, 2760, 1400, 170, "#24282A", phase=phase)
    mist(painter, 4, QRectF(-200, 700, 4240, 420), "#FFE6C4", 0.7, phase)
    birds(painter, 4, 1700, 420, 24, 7, "#4A5260", phase)
    layer(painter, "slope", slope)
    mist(painter, 6, QRectF(-300, 900, 2600, 520), "#FFE2B8", 0.34, phase)
    glow(painter, SUN_X, SUN_Y, 1900, "#FFC878", 0.36)
    layer(painter, "near", near)


OUTPUTS = (Still("specialties/oranges.jpg", 0.4),)
