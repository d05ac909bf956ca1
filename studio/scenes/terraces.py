"""Flooded rice terraces at first light, a gallery picture."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QLinearGradient, QPainter, QPainterPath, QPen

from studio.kit import (
    HEIGHT,
    VERMILION,
    WIDTH,
    Still,
    birds,
    blend,
    clouds,
    colour,
    draw_ridge,
    eaves,
    glow,
    layer,
    mist,
    mix,
    noise_line,
    person,
    rays,
    ridge,
    rng,
    sky,
    steam,
    sun,
    tree,
    trees,
)
from studio.scenes.landscapes import buffalo

SUN_X, SUN_Y = 2040, 600
FARTHEST = ridge(
    91, [(-240, 700), (600, 560), (1300, 720), (2000, 760), (2700, 640), (3300, 520), (4080, 640)], 80, 420
)
FAR = ridge(92, [(-240, 800), (500, 860), (1200, 820), (1800, 900), (2500, 930), (3100, 780), (4080, 700)], 80, 360)
HILL = ridge(
    93,
    [
        (-240, 690),
        (420, 760),
        (900, 940),
        (1400, 1160),
        (1750, 1250),
        (2150, 1230),
        (2600, 1080),
        (3100, 900),
        (3600, 800),
        (4080, 720),
    ],
    30,
    300,
)
STEPS = 30


def _lines() -> list[list[QPointF]]:
    """The edges of the terraces from the hill's crest to the near edge; they bend around two noses of land."""
    count = len(range(-200, WIDTH + 220, 20))
    spur, bunch = noise_line(count + 60, 44, 3, 94), noise_line(count + 60, 30, 2, 98)
    lines: list[list[QPointF]] = []
    for step in range(STEPS + 1):
        share = step / STEPS
        line = []
        for number, x in enumerate(range(-200, WIDTH + 220, 20)):
            top = HILL.y(x) + 26
            at = number + 26 * (1 - share)
            low, part = int(at), at - int(at)
            bend = spur[low] * (1 - part) + spur[low + 1] * part
            pack = bunch[low] * (1 - part) + bunch[low + 1] * part
            deep = share ** (1.5 + 0.75 * pack)
            y = top + (HEIGHT + 330 - top) * deep - 520 * bend * share * (1 - 0.45 * share)
            line.append(QPointF(x, max(y, lines[-1][number].y() + 3) if lines else y))
        lines.append(line)
    return lines


LINES = _lines()


def edge_y(step: int, x: float) -> float:
    """The y of terrace edge `step` at `x`."""
    return LINES[step][max(0, min(len(LINES[step]) - 1, round((x + 200) / 20)))].y()


def _distance(p: QPainter) -> None:
    sky(p, [(0, "#33536E"), (0.3, "#7C8FA0"), (0.55, "#DDB8A0"), (0.75, "#FFD6A0"), (1, "#FFE7BC")], 1050)
    clouds(p, 91, QRectF(-100, 40, 4000, 420), colour("#FFD2B0", 0.5), 0.46, 7)
    clouds(p, 92, QRectF(-100, 330, 4000, 260), colour("#FFEFD0", 0.5), 0.42, 10)
    sun(p, SUN_X, SUN_Y, 78, "#FFFCEC", "#FFC070")
    draw_ridge(
        p,
        FARTHEST,
        "#9DA7A6",
        "#F3D6B0",
        fade=420,
        rim="#FFF0CC",
        sun_x=SUN_X,
        relief=0.24,
        light="#FFE6BE",
        dark="#5F7A80",
        seed=2,
        grain=90,
    )


def _far(p: QPainter) -> None:
    draw_ridge(
        p,
        FAR,
        "#5C8580",
        "#DAD0AE",
        fade=460,
        rim="#FFE6B0",
        sun_x=SUN_X,
        relief=0.34,
        light="#FFE0A8",
        dark="#2C5654",
        seed=3,
        grain=110,
    )
    trees(p, 1, FAR, -200, 4000, 130, (14, 32), "#5C8580", sink=10)


def _terraces(p: QPainter) -> None:
    draw_ridge(p, HILL, "#2C6150", "#1B4A3C", fade=500, rim="#FFE0A0", sun_x=SUN_X)
    dice = rng(95)
    for step in range(STEPS):
        share = step / STEPS
        band = QPainterPath(LINES[step][0])
        for point in LINES[step][1:]:
            band.lineTo(point)
        for point in reversed(LINES[step + 1]):
            band.lineTo(point)
        band.closeSubpath()
        near = share**0.8
        shine = QLinearGradient(0, 0, WIDTH, 0)
        at = SUN_X / WIDTH
        if step % 6 in (3, 4):
            green, pale = mix("#8FA672", "#2C5F45", near), mix("#DCCB86", "#6A9158", near)
            blend(shine, [(0, mix(green, "#123A30", 0.3)), (at, pale), (1, green)])
        else:
            gold, sky_blue = mix("#FFE9BC", "#F6BE84", near), mix("#A9BCB8", "#2B4C60", near)
            blend(
                shine,
                [
                    (0, mix(sky_blue, "#16303C", 0.35 * near)),
                    (0.3, sky_blue),
                    (at, gold),
                    (0.84, mix(gold, sky_blue, 0.6)),
                    (1, sky_blue),
                ],
            )
        p.fillPath(band, QBrush(shine))
        _pools(p, step, band, dice)
        p.save()
        p.setClipPath(band)
        for _ in range(30):
            x, y = float(dice.normal(SUN_X, 700)), edge_y(step, SUN_X) + float(dice.uniform(0, 1)) * 120 * (0.2 + share)
            long = (20 + 120 * share) * float(dice.uniform(0.3, 1))
            p.fillRect(QRectF(x, y, long, 1.5 + 3 * share), colour("#FFF3D4", 0.5 if step % 6 not in (3, 4) else 0.15))
        p.restore()
        wall = 4 + 20 * share**1.2
        line = QPainterPath(LINES[step + 1][0])
        for point in LINES[step + 1][1:]:
            line.lineTo(point)
        p.strokePath(line.translated(0, -wall * 0.4), QPen(mix("#3A6A50", "#0B2720", near), wall))
        p.strokePath(line.translated(0, -wall * 0.88), QPen(mix("#E9DC9C", "#5A8A58", near), max(2.0, wall * 0.14)))
        for _ in range(46):
            x = float(dice.uniform(0, WIDTH))
            y = edge_y(step + 1, x) - wall * 0.8
            tuft = float(dice.uniform(0.4, 1)) * (5 + 22 * share)
            p.setPen(QPen(mix("#4E8560", "#0E3328", near), 1.5 + 2.5 * share))
            for blade in (-0.5, -0.15, 0.3):
                p.drawLine(QPointF(x, y + 4), QPointF(x + blade * tuft, y - tuft))
            p.setPen(Qt.PenStyle.NoPen)


def _pools(p: QPainter, step: int, band: QPainterPath, dice: np.random.Generator) -> None:
    """Cross bunds that part one terrace into pools, some brighter, some planted."""
    share = step / STEPS
    p.save()
    p.setClipPath(band)
    x = -200.0
    while x < WIDTH:
        long = float(dice.uniform(160, 420)) * (0.5 + 1.1 * share)
        low, high = edge_y(step, x), edge_y(step + 1, x)
        tint, power = ("#FFF0CC", 0.26) if dice.uniform() < 0.5 else ("#123A3C", 0.2)
        pool = QPainterPath(QPointF(x, -100))
        pool.lineTo(x + long, -100)
        pool.lineTo(x + long, HEIGHT + 400)
        pool.lineTo(x, HEIGHT + 400)
        if dice.uniform() < 0.55:
            p.fillPath(pool, colour(tint, power * float(dice.uniform(0.4, 1))))
        lean = float(dice.uniform(-0.5, 0.5)) * (high - low)
        bund = QPainterPath(QPointF(x + lean, low - 4))
        bund.quadTo(x, (low + high) / 2, x - lean * 0.3, high + 4)
        p.strokePath(bund, QPen(mix("#4E7A58", "#123A2C", share**0.8), 3 + 9 * share))
        p.strokePath(
            bund.translated(-1.5 - 3 * share, 0), QPen(mix("#E9DC9C", "#5A8A58", share**0.8), 1.2 + 1.5 * share)
        )
        x += long
    p.restore()


def _village(p: QPainter) -> None:
    """The village on the left slope, among trees, and people at work."""
    places = ((470, 6), (590, 7), (720, 7), (420, 8), (560, 9), (700, 9), (850, 9), (640, 10))
    for number, (x, step) in enumerate(places):
        y, size = edge_y(step, x) + 6, 104 + 7 * step
        for side in (-1, 1):
            tree(
                p,
                number + side * 40,
                x + side * size * 0.62,
                y - 6,
                size * (0.6 + number % 3 * 0.14),
                mix("#2F6350", "#1B4A3C", number / 8),
            )
        body = QRectF(x - size * 0.42, y - size * 0.6, size * 0.84, size * 0.6)
        wood = QLinearGradient(body.left(), 0, body.right(), 0)
        blend(wood, [(0, "#43352E"), (1, "#C0915E")])
        p.fillRect(body, QBrush(wood))
        for pane in range(4):
            warm = colour("#FFD490", 0.95 if pane % 2 else 0.5)
            p.fillRect(
                QRectF(body.left() + size * (0.08 + 0.19 * pane), y - size * 0.42, size * 0.1, size * 0.16), warm
            )
        p.fillRect(QRectF(body.left(), y - size * 0.2, body.width(), size * 0.03), "#2A211D")
        eaves(p, x, y - size * 0.54, size * 1.16, size * 0.42, "#26302E", "#E8B878")
    for x, step, tall, coat, facing in (
        (2240, 14, 84, VERMILION, 1),
        (2320, 14, 80, "#E9DFC0", -1),
        (2700, 19, 124, "#35607A", -1),
        (1620, 12, 62, "#D9C08A", 1),
    ):
        y = edge_y(step, x) - 4
        person(p, x, y, tall, "#1A2A26", coat=coat, step=0.12, facing=facing)
        hat = QPainterPath(QPointF(x - tall * 0.18, y - tall * 0.92))
        hat.lineTo(x, y - tall * 1.08)
        hat.lineTo(x + tall * 0.18, y - tall * 0.92)
        p.fillPath(hat, colour("#EBD49A"))
    buffalo(p, 2560, edge_y(19, 2560) - 4, 190, "#16302A")
    for x, step, tall in (
        (3080, 6, 120),
        (3150, 6, 90),
        (3420, 9, 150),
        (2900, 4, 70),
        (130, 8, 150),
        (3720, 13, 240),
        (3620, 13, 180),
        (1150, 5, 70),
        (1190, 5, 56),
    ):
        tree(p, x, x, edge_y(step, x) + 6, tall, mix("#2F6350", "#0E3328", step / 13))


def paint(painter: QPainter, phase: float) -> None:
    """The whole picture."""
    layer(painter, "distance", _distance)
    rays(painter, SUN_X, SUN_Y, 1500, "#FFE0B0", phase, seed=8, count=11)
    mist(painter, 91, QRectF(-300, 620, 4440, 330), "#FFE9C8", 0.95, phase)
    layer(painter, "far", _far)
    mist(painter, 92, QRectF(-300, 760, 4440, 340), "#FFECCB", 0.95, phase + 0.3)
    birds(painter, 4, 1500, 470, 30, 8, "#3A5260", phase)
    layer(painter, "terraces", _terraces)
    glow(painter, SUN_X, 1350, 1300, "#FFE0A4", 0.35, squash=0.4)
    layer(painter, "village", _village)
    steam(painter, 4, 590, edge_y(7, 590) - 110, 50, 300, phase, strength=0.12)
    mist(painter, 93, QRectF(900, 1020, 2100, 330), "#FFEFD2", 0.95, phase + 0.4)
    mist(painter, 94, QRectF(2500, 900, 2000, 260), "#FBE8C6", 0.4, phase + 0.1)


OUTPUTS = (Still("landscapes/terraces.jpg", 0.25),)
