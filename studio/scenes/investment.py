"""A river harbour in golden dusk: gantry cranes over a ship, containers on the quay, another ship leaving."""

from __future__ import annotations

import math
from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QLinearGradient, QPainter, QPainterPath, QPen

from studio.kit import (
    HEIGHT,
    LAMP,
    VERMILION,
    WARM,
    Film,
    Shade,
    Spot,
    Still,
    bank_rect,
    bank_reflection,
    birds,
    blend,
    city,
    clouds,
    colour,
    draw_ridge,
    ease,
    glitter,
    glow,
    lamp,
    layer,
    mist,
    mix,
    person,
    ridge,
    ripples,
    rng,
    sky,
    streak,
    sun,
    terraced_city,
    trees,
    twinkle,
    water,
    wave,
)
from studio.kit.space import Camera, Place, beam, box, face, haze

EYE = Camera(1720, 1290, 2600, 21)
SUN_X, SUN_Y = 1330, 1030
AIR, LIGHT = "#EDB47C", "#FFC46E"
QUAY, EDGE = 4.0, 14.5
"""The quay's height above the water and how far to the right its edge runs."""
RAIL, GAUGE, REACH, BOOM, APEX, BACK = 18.0, 26.0, 48.0, 40.0, 62.0, 16.0
MAIN, ROW = 112.0, (600.0, 430.0, 310.0, 226.0, 163.0, 112.0)
RAISED = (430.0, 226.0)
PAINTS = ("#8A4636", "#B08440", "#44607A", "#3F6A68", "#8B8680", "#55664E", "#6A3644", "#B4A68C", "#A2573A", "#38465E")
STEEL = "#35283A"

FARTHEST = ridge(
    61,
    [(-240, 760), (300, 700), (800, 860), (1330, 1080), (1900, 1000), (2500, 760), (3100, 640), (4080, 800)],
    80,
    460,
)
FAR = ridge(
    62,
    [
        (-240, 700),
        (350, 840),
        (800, 1000),
        (1200, 1180),
        (1500, 1215),
        (1900, 1120),
        (2600, 960),
        (3400, 820),
        (4080, 760),
    ],
    70,
    380,
)
LEFT = ridge(63, [(-240, 800), (200, 900), (600, 1080), (900, 1200), (1060, 1262), (4080, 1400)], 34, 260)
_dark: list[Spot] = []


def _shore(x: float) -> float:
    return float(1302 + 110 * max(0.0, (1080 - x) / 1300) ** 1.25 + 4 * math.sin(x / 67))


def _far(p: QPainter) -> None:
    _dark.clear()
    sky(
        p,
        [(0, "#243056"), (0.24, "#5A5474"), (0.46, "#A87C74"), (0.66, "#E3A463"), (0.84, "#F9C878"), (1, "#FFE0A0")],
        1290,
    )
    clouds(p, 21, QRectF(-100, 60, 4000, 620), colour("#FFC384", 0.5), 0.46, 7)
    clouds(p, 22, QRectF(-100, 520, 4000, 380), colour("#FFE6B4", 0.55), 0.42, 10)
    sun(p, SUN_X, SUN_Y, 82, "#FFF8DC", "#FFA63C")
    draw_ridge(
        p,
        FARTHEST,
        "#C29A8C",
        "#F6CE94",
        fade=560,
        rim="#FFE6B0",
        sun_x=SUN_X,
        relief=0.3,
        light="#FFE0AC",
        dark="#8C6C74",
        seed=3,
        grain=90,
    )
    draw_ridge(
        p,
        FAR,
        "#977470",
        "#EFBC86",
        fade=520,
        rim="#FFD696",
        sun_x=SUN_X,
        relief=0.34,
        light="#FFCF8A",
        dark="#5A4A5C",
        seed=4,
        grain=110,
    )
    for seed, start, end, tall, body in ((31, 1480, 2500, 190, "#B08A78"), (32, 1700, 3900, 330, "#8C6C68")):
        _dark.extend(
            city(
                p,
                seed,
                lambda x: 1300.0,
                start,
                end,
                widths=(30, 64),
                heights=(60, tall),
                body=body,
                light=LIGHT,
                sun_x=SUN_X,
                lit=0.26,
                floor=12,
                haze="#EDB980",
            )
        )
    _backland(p)
    water(p, bank_rect(1300, HEIGHT + 10), [(0, "#FFDF9E"), (0.1, "#E8AC68"), (0.34, "#8A6C66"), (1, "#151C30")], 6)
    glow(p, SUN_X, 1340, 620, "#FFE2A2", 0.6, squash=0.14)
    draw_ridge(
        p,
        LEFT,
        "#6E5660",
        "#4A3C4C",
        fade=420,
        sun_x=SUN_X,
        relief=0.3,
        light=LIGHT,
        dark="#2A2638",
        seed=5,
        path=_bank(),
    )
    bank_reflection(p, _shore, -240, 1080, "#3A2E44", seed=2, long=(40, 220))
    _dark.extend(
        terraced_city(
            p,
            300,
            LEFT.y,
            _shore,
            -240,
            1050,
            near="#4A3A4C",
            far="#B98A72",
            light=LIGHT,
            sun_x=SUN_X,
            rows=5,
            tall=300,
            floor=13,
            green="#2B2838",
            lit=0.3,
        )
    )


def _backland(p: QPainter) -> None:
    """Warehouses, tanks and trees behind the yard, and a near hill with towers, all in haze."""
    hill = ridge(
        64, [(-240, 1420), (1900, 1330), (2200, 1282), (2800, 1240), (3300, 1120), (3700, 1040), (4080, 1000)], 24, 240
    )
    draw_ridge(p, hill, "#8A6A66", "#D9A478", fade=340, sun_x=SUN_X, relief=0.25, light=LIGHT, dark="#4A3A48", seed=7)
    _dark.extend(
        city(
            p,
            35,
            lambda x: hill.y(x) + 60,
            2700,
            4000,
            widths=(44, 86),
            heights=(90, 330),
            body="#7A5E60",
            light=LIGHT,
            sun_x=SUN_X,
            lit=0.34,
            floor=14,
            gap=0.25,
            haze="#DDA87A",
        )
    )
    skirt = ridge(66, [(-240, 1420), (1950, 1330), (2300, 1278), (2900, 1262), (3500, 1216), (4080, 1180)], 12, 200)
    draw_ridge(p, skirt, "#846462", "#B98C70", fade=200, sun_x=SUN_X)
    trees(p, 67, skirt, 2150, 3900, 120, (26, 58), "#7C5E5E")
    dice, x = rng(65), 2100.0
    while x < 3900:
        wide, tall = float(dice.uniform(120, 260)), float(dice.uniform(30, 52))
        body = mix("#A07A66", "#6A5054", (x - 2100) / 1800)
        p.fillRect(QRectF(x, 1304 - tall, wide, tall + 8), body)
        teeth = max(2, int(wide / 50))
        for tooth in range(teeth):
            a = x + wide * tooth / teeth
            roof = QPainterPath(QPointF(a, 1304 - tall))
            roof.lineTo(a, 1304 - tall - 16)
            roof.lineTo(a + wide / teeth, 1304 - tall)
            p.fillPath(roof, mix(body, LIGHT, 0.3))
            p.fillRect(
                QRectF(a + 12, 1304 - tall * 0.62, wide / teeth - 24, 9),
                colour("#FFD890", float(dice.uniform(0.1, 0.9))),
            )
        x += wide + float(dice.uniform(-10, 90))


def _bank() -> QPainterPath:
    path = QPainterPath(QPointF(-240, LEFT.y(-240)))
    for x in range(-240, 1081, 8):
        path.lineTo(x, min(LEFT.y(x), _shore(x)))
    for x in range(1080, -241, -8):
        path.lineTo(x, _shore(x))
    return path


def _air(own: Shade, away: float) -> Shade:
    return haze(own, AIR, away, 90, 330)


def _container(p: QPainter, corner: Place, paint: Shade, *, turn: float = 0.0, long: float = 12.2) -> None:
    """One box, its doors towards us, with corrugated sides when it is near."""
    x, y, z = corner
    own = _air(mix(paint, "#4A3A44", 0.3), z)
    front, side, top = mix(own, "#191628", 0.5), mix(own, LIGHT, 0.24), mix(own, "#E8A878", 0.24)
    box(p, EYE, corner, (2.44, 2.6, long), front, side if x > 0 else mix(own, "#1A1830", 0.25), top, turn)
    size = EYE.size(z)
    if turn or size < 9:
        return
    a, b = EYE.at((x, y + 2.6, z)), EYE.at((x + 2.44, y, z))
    frame = QRectF(a, b)
    p.setPen(QPen(mix(front, "#000000", 0.35), max(1.0, size * 0.07)))
    p.setBrush(Qt.BrushStyle.NoBrush)
    p.drawRect(frame)
    p.drawLine(QPointF(frame.center().x(), frame.top()), QPointF(frame.center().x(), frame.bottom()))
    if size > 20:
        p.setPen(QPen(mix(front, WARM, 0.25), size * 0.04))
        for share in (0.16, 0.38, 0.62, 0.84):
            bar = frame.left() + frame.width() * share
            p.drawLine(QPointF(bar, frame.top() + size * 0.15), QPointF(bar, frame.bottom() - size * 0.1))
            p.drawLine(
                QPointF(bar - size * 0.08, frame.bottom() - size * 0.9),
                QPointF(bar + size * 0.16, frame.bottom() - size * 0.9),
            )
        p.setPen(QPen(mix(side, "#000000", 0.3), max(1.0, size * 0.03)))
        rib = 0.6
        while rib < long and x > 0:
            p.drawLine(EYE.at((x, y + 0.25, z + rib)), EYE.at((x, y + 2.4, z + rib)))
            rib += 0.6
    p.setPen(Qt.PenStyle.NoPen)


def _stack(
    p: QPainter, seed: int, left: float, away: float, columns: int, heights: tuple[int, int], base: float
) -> None:
    """A block of columns side by side; drawn from its outer column towards the middle of the picture."""
    dice = rng(seed, 3)
    counts = [int(dice.integers(heights[0], heights[1] + 1)) for _ in range(columns)]
    order = range(columns - 1, -1, -1) if left > 0 else range(columns)
    for column in order:
        for level in range(counts[column]):
            paint = PAINTS[int(dice.integers(len(PAINTS)))]
            _container(p, (left + column * 2.6, base + level * 2.62, away), paint)


def _ground(p: QPainter) -> None:
    """The quay: paving, its wall above the water, rails, bollards and puddles of light."""
    near, far = 24.0, 6000.0
    paving = QLinearGradient(0, EYE.at((0, QUAY, far)).y(), 0, HEIGHT)
    blend(paving, [(0, "#B98A68"), (0.04, "#96705F"), (0.12, "#6E5654"), (0.4, "#4A3E48"), (1, "#191A28")])
    face(p, EYE, [(EDGE, QUAY, near), (260, QUAY, near), (9000, QUAY, far), (EDGE, QUAY, far)], QBrush(paving))
    wall = QLinearGradient(0, EYE.at((0, 0, far)).y(), 0, HEIGHT)
    blend(wall, [(0, "#C08C64"), (0.2, "#6A4E4C"), (1, "#120F1A")])
    face(p, EYE, [(EDGE, QUAY, near), (EDGE, QUAY, far), (EDGE, -0.2, far), (EDGE, -0.2, near)], QBrush(wall))
    face(
        p,
        EYE,
        [(EDGE, QUAY, near), (EDGE + 0.9, QUAY, near), (EDGE + 0.9, QUAY, far), (EDGE, QUAY, far)],
        QBrush(colour("#E8B060", 0.4)),
    )
    for rail in (RAIL - 0.6, RAIL + 0.6, RAIL + GAUGE - 0.6, RAIL + GAUGE + 0.6):
        beam(p, EYE, (rail, QUAY, near), (rail, QUAY, far), 0.14, "#FFCF90" if rail < 20 else "#7A5A50")
    for lane in (24.5, 29.5, 34.5, 39.5):
        dash = 30.0
        while dash < 260:
            beam(p, EYE, (lane, QUAY, dash), (lane, QUAY, dash + 3), 0.16, colour("#E8C48C", 0.4))
            dash += 8
    for number in range(16):
        away = 34 + number * 14.0
        foot, size = EYE.at((EDGE + 1.2, QUAY, away)), EYE.size(away)
        p.setBrush(colour(_air("#15131E", away)))
        p.drawRoundedRect(
            QRectF(foot.x() - size * 0.3, foot.y() - size * 0.7, size * 0.6, size * 0.7), size * 0.2, size * 0.2
        )
        p.drawRoundedRect(
            QRectF(foot.x() - size * 0.45, foot.y() - size * 0.85, size * 0.9, size * 0.3), size * 0.15, size * 0.15
        )
        fender = EYE.at((EDGE, QUAY - 2, away + 7))
        p.drawEllipse(fender, size * 0.3, size * 0.9)


def _crane(p: QPainter, away: float) -> None:
    """A ship-to-shore gantry seen along the quay, the far frame first."""
    steel, deep = _air(STEEL, away), 17.0
    rim = colour(_air("#FFC878", away), 0.85)
    up = away in RAISED
    inner = (away + 5.5, away + 11.5)
    hinge: Place = (EDGE - 0.5, QUAY + BOOM, 0)

    def tip(reach: float, lift: float = 0.0) -> tuple[float, float]:
        angle = math.radians(76 if up else 0)
        return hinge[0] - reach * math.cos(angle) - lift * math.sin(angle), hinge[1] + reach * math.sin(
            angle
        ) + lift * math.cos(angle)

    for z, shade in ((away + deep, mix(steel, AIR, 0.14)), (away, steel)):
        for x in (RAIL, RAIL + GAUGE):
            beam(p, EYE, (x, QUAY, z), (x, QUAY + BOOM + 1, z), 1.5, shade, rim)
            box(p, EYE, (x - 1.6, QUAY, z - 2.2), (3.2, 1.5, 4.4), mix(shade, "#000000", 0.3), shade, shade)
        beam(p, EYE, (RAIL, QUAY + 14, z), (RAIL + GAUGE, QUAY + 14, z), 1.5, shade, rim)
        beam(p, EYE, (RAIL, QUAY + 14.5, z), (RAIL + GAUGE, QUAY + BOOM - 1, z), 0.7, shade)
        beam(p, EYE, (RAIL, QUAY + BOOM, z), (RAIL + 4, QUAY + APEX, away + deep / 2), 1.2, shade, rim)
        beam(p, EYE, (RAIL + GAUGE, QUAY + BOOM, z), (RAIL + 4.5, QUAY + APEX, away + deep / 2), 0.6, shade)
    for x, height in ((RAIL, 14.0), (RAIL + GAUGE, 14.0), (RAIL, BOOM + 1), (RAIL + GAUGE, BOOM + 1)):
        beam(p, EYE, (x, QUAY + height, away), (x, QUAY + height, away + deep), 1.3, mix(steel, "#000000", 0.2), rim)
    for z in reversed(inner):
        back = (RAIL + GAUGE + BACK, QUAY + BOOM, z)
        beam(p, EYE, (hinge[0], hinge[1], z), back, 2.0, steel, rim)
        end = tip(REACH)
        beam(p, EYE, (hinge[0], hinge[1], z), (end[0], end[1], z), 1.7, steel, rim)
        top: Place = (RAIL + 4, QUAY + APEX, away + deep / 2)
        for reach in (REACH * 0.5, REACH * 0.94):
            spot = tip(reach, 0.8)
            if up:
                beam(p, EYE, top, ((top[0] + spot[0]) / 2 + 3, (top[1] + spot[1]) / 2 - 6, z), 0.28, steel)
                beam(p, EYE, ((top[0] + spot[0]) / 2 + 3, (top[1] + spot[1]) / 2 - 6, z), (*spot, z), 0.28, steel)
            else:
                beam(p, EYE, top, (*spot, z), 0.34, steel)
        beam(p, EYE, top, (back[0] - 2, back[1] + 0.8, z), 0.4, steel)
    for number in range(13):
        one = tip(REACH * number / 12)
        beam(p, EYE, (*one, inner[0]), (*one, inner[1]), 0.5, steel)
    house = mix(steel, "#B8703C", 0.25)
    box(p, EYE, (RAIL + GAUGE - 9, QUAY + BOOM + 1, away + 4), (15, 5.5, 9), house, mix(house, LIGHT, 0.25), house)
    size = EYE.size(away)
    if size > 11:
        _details(p, away, steel)
    for reach in (0.1, 0.36, 0.62, 0.88):
        at = EYE.at((*tip(REACH * reach, -1.2), inner[0]))
        lamp(p, at.x(), at.y(), max(2.2, size * 0.22), LAMP, 0.7)
    for x in (RAIL + 3, RAIL + GAUGE - 4):
        at = EYE.at((x, QUAY + BOOM - 1.4, away))
        lamp(p, at.x(), at.y(), max(2.2, size * 0.22), LAMP, 0.6)
        if size > 15:
            ground = EYE.at((x, QUAY, away))
            glow(p, ground.x(), ground.y(), size * 11, LAMP, 0.34, squash=0.28)


def _details(p: QPainter, away: float, steel: Shade) -> None:
    """Zigzag stairs up a leg, a hand-rail along the girder, lit windows in the machine house."""
    leg, height, side = RAIL + GAUGE, QUAY + 1.0, 0
    while height < QUAY + BOOM - 4:
        left, right = (leg + 1, leg + 5) if side % 2 == 0 else (leg + 5, leg + 1)
        beam(p, EYE, (left, height, away - 0.5), (right, height + 3.2, away - 0.5), 0.24, steel)
        beam(p, EYE, (left, height + 1, away - 0.5), (right, height + 4.2, away - 0.5), 0.09, steel)
        beam(p, EYE, (leg + 0.5, height, away - 0.5), (leg + 5.5, height, away - 0.5), 0.2, steel)
        height, side = height + 3.2, side + 1
    for window in range(5):
        spot = EYE.at((leg - 8 + window * 2.7, QUAY + BOOM + 5.2, away + 4))
        size = EYE.size(away)
        p.fillRect(QRectF(spot.x(), spot.y(), size * 1.5, size * 1.5), colour("#FFD48A", 0.9 if window != 2 else 0.3))
    if away in RAISED:
        return
    for lift in (2.2, 2.8):
        beam(
            p,
            EYE,
            (EDGE - REACH, QUAY + BOOM + lift - 0.8, away + 5.5),
            (leg - 9, QUAY + BOOM + lift - 0.8, away + 5.5),
            0.08,
            steel,
        )
    post = EDGE - REACH
    while post < leg - 9:
        beam(p, EYE, (post, QUAY + BOOM + 0.8, away + 5.5), (post, QUAY + BOOM + 2, away + 5.5), 0.08, steel)
        post += 2.4


def _trolley(p: QPainter, away: float, phase: float, paint: Shade) -> None:
    """Trolley, cabin, ropes and a container: from behind the stacks on the quay into the ship, and back empty."""
    quay, hold, high, low = 32.0, 3.5, QUAY + BOOM - 8, QUAY + 1.0
    legs = (
        (0.0, 0.2, quay, quay, low, high),
        (0.2, 0.42, quay, hold, high, high),
        (0.42, 0.6, hold, hold, high, 8.0),
        (0.6, 0.72, hold, hold, 8.0, high),
        (0.72, 0.88, hold, quay, high, high),
        (0.88, 1.0, quay, quay, high, low),
    )
    x = y = 0.0
    for start, end, x0, x1, y0, y1 in legs:
        if start <= phase <= end:
            share = ease((phase - start) / (end - start))
            x, y = x0 + (x1 - x0) * share, y0 + (y1 - y0) * share
    z, top = away + 3, QUAY + BOOM - 1
    steel = _air("#1E1824", away)
    for rope in (0.5, 12.5):
        beam(p, EYE, (x - 0.8, top, z + rope), (x - 0.8, y + 0.5, z + rope), 0.1, steel)
        beam(p, EYE, (x + 0.8, top, z + rope), (x + 0.8, y + 0.5, z + rope), 0.1, steel)
    if phase < 0.6:
        _container(p, (x - 1.22, y - 2.7, z), paint)
    box(p, EYE, (x - 1.3, y, z), (2.6, 0.5, 12.2), mix(steel, VERMILION, 0.45), steel, mix(steel, LIGHT, 0.4))
    box(p, EYE, (x - 2.4, top, z), (4.8, 1.2, 11), steel, mix(steel, LIGHT, 0.2), steel)
    box(p, EYE, (x + 2.6, top - 3.4, z), (2.4, 2.9, 3), steel, mix(steel, LIGHT, 0.3), steel)
    glass = QRectF(EYE.at((x + 2.8, top - 0.9, z)), EYE.at((x + 4.8, top - 2.5, z)))
    p.fillRect(glass, colour("#FFDB96"))
    p.fillRect(
        QRectF(glass.center().x() - 2, glass.center().y() - 1, glass.width() * 0.32, glass.height() * 0.6),
        colour("#2A1A18"),
    )


def _moored(p: QPainter) -> None:
    """The ship under the cranes, her stern towards us."""
    left, right, stern, bow, deck = -8.0, 12.6, 96.0, 236.0, 5.4
    hull = "#3E2630"
    face(
        p, EYE, [(left, deck, stern), (right, deck, stern), (right, deck, bow), (left, deck, bow)], _air("#5A4644", 150)
    )
    face(
        p,
        EYE,
        [(left, deck + 0.9, stern), (left, deck + 0.9, bow), (left + 5, 0, bow), (left + 2.4, 0, stern)],
        _air(mix(hull, LIGHT, 0.2), 130),
    )
    for row in range(8, 0, -1):
        away = stern + 12 + row * 13.2
        _stack(p, 40 + row, left + 1.2, away, 7, (3, 5), deck)


def _stern(p: QPainter) -> None:
    """Her near end: deckhouse, wheelhouse, hull, with the first stacks behind it."""
    left, right, stern, deck = -8.0, 12.6, 96.0, 5.4
    _stack(p, 58, left + 1.2, stern + 12.2, 7, (3, 4), deck)
    walls, lit = mix("#CBB6A0", "#3A2E40", 0.56), mix("#FFDFB0", "#A87C66", 0.2)
    for level, inset in ((0, 3.0), (1, 4.2), (2, 4.8), (3, 3.4), (4, 6.4)):
        base = deck + level * 2.8
        box(
            p,
            EYE,
            (left + inset, base, stern + 2),
            (right - left - inset * 2, 2.8, 9),
            walls,
            lit,
            mix(lit, walls, 0.5),
        )
        a, b = EYE.at((left + inset, base + 2.8, stern + 2)), EYE.at((right - inset, base, stern + 2))
        warm = QLinearGradient(a.x(), 0, b.x(), 0)
        blend(warm, [(0, colour("#FFC070", 0.5)), (0.35, colour("#FFC070", 0.08)), (1, colour("#141020", 0.35))])
        p.fillRect(QRectF(a, b), QBrush(warm))
        p.fillRect(QRectF(a.x(), a.y(), b.x() - a.x(), (b.y() - a.y()) * 0.22), colour("#1A1424", 0.35))
        count = 5 if level < 3 else 8 - level
        for window in range(count):
            x = left + inset + 0.9 + window * (right - left - inset * 2 - 1.6) / count
            spot = EYE.at((x, base + 2.05, stern + 2))
            size = EYE.size(stern + 2)
            strong = 0.95 if (window * 7 + level * 3) % 5 else 0.15
            wide = 1.6 if level == 3 else 0.8
            p.fillRect(QRectF(spot.x(), spot.y(), size * wide, size * 0.95), colour("#FFD58C", strong))
        beam(
            p,
            EYE,
            (left + inset - 0.8, base + 2.9, stern + 1.5),
            (right - inset + 0.8, base + 2.9, stern + 1.5),
            0.24,
            mix(walls, WARM, 0.4),
        )
    box(p, EYE, (0.6, deck + 14, stern + 5), (3.4, 3.6, 3), mix("#7A3428", "#2A1A24", 0.3), "#C8704A", "#3A2428")
    beam(p, EYE, (2.3, deck + 14, stern + 3), (2.3, deck + 22, stern + 3), 0.26, "#2A2230")
    beam(p, EYE, (0.3, deck + 19, stern + 3), (4.3, deck + 19, stern + 3), 0.18, "#2A2230")
    one, two = EYE.at((left, deck + 0.9, stern)), EYE.at((right, 0, stern))
    shape = QPainterPath(one)
    shape.lineTo(two.x(), one.y())
    shape.quadTo(two.x() + 4, (one.y() + two.y()) / 2, two.x() - 70, two.y())
    shape.lineTo(one.x() + 70, two.y())
    shape.quadTo(one.x() - 4, (one.y() + two.y()) / 2, one.x(), one.y())
    paint = QLinearGradient(0, one.y(), 0, two.y())
    blend(paint, [(0, "#4C2C34"), (0.66, "#2C1C28"), (0.67, "#6A2A24"), (1, "#38181C")])
    p.fillPath(shape, QBrush(paint))
    p.setPen(QPen(colour("#FFC878", 0.7), 4))
    p.drawLine(one, QPointF(two.x(), one.y()))
    p.setPen(Qt.PenStyle.NoPen)
    rail = stern + 0.3
    for height in (1.5, 2.0):
        beam(p, EYE, (left, deck + height, rail), (right, deck + height, rail), 0.08, "#2A2230")
    for post in range(15):
        x = left + post * (right - left) / 14
        beam(p, EYE, (x, deck + 0.9, rail), (x, deck + 2.0, rail), 0.08, "#2A2230")
    for x, way in ((left + 1.6, -1), (right - 1.6, 1)):
        at, size = EYE.at((x, deck + 4.4, stern + 2)), EYE.size(stern + 2)
        p.setBrush(mix("#D8642E", "#3A2028", 0.3 if way < 0 else 0.5))
        p.drawRoundedRect(
            QRectF(at.x() - size * 1.2, at.y() - size * 0.7, size * 2.4, size * 1.3), size * 0.6, size * 0.6
        )
        p.fillRect(QRectF(at.x() - size * 0.5, at.y() - size * 0.45, size, size * 0.25), colour("#241820"))
    for x, coat in ((-5.2, "#C8703A"), (8.6, "#3A4A66")):
        foot = EYE.at((x, deck + 0.9, stern + 1))
        person(p, foot.x(), foot.y(), EYE.size(stern) * 1.75, "#221820", coat=coat)
    for x0, x1 in ((right - 0.4, EDGE + 1.2), (right - 1.4, EDGE + 1.2)):
        a, b = EYE.at((x0, deck + 0.6, stern)), EYE.at((x1, QUAY + 0.6, 76 if x0 > 12 else 62))
        line = QPainterPath(a)
        line.quadTo((a.x() + b.x()) / 2, (a.y() + b.y()) / 2 + 40, b.x(), b.y())
        p.strokePath(line, QPen(colour("#241A20"), 4))
    dice = rng(91)
    for bar in range(46):
        y, fade = two.y() + 2 + bar * 6, (1 - bar / 46) ** 1.3
        inset = 60 - bar * 0.6 + float(dice.normal()) * (4 + bar * 0.7)
        tint = mix("#4A1C1E", "#150E1C", min(1.0, bar / 12))
        end = two.x() - 60 + bar * 0.6 + float(dice.normal()) * (4 + bar * 0.7)
        p.fillRect(QRectF(one.x() + inset, y, end - one.x() - inset, 5.4), colour(tint, 0.85 * fade))


def _leaving(p: QPainter) -> None:
    """The ship that leaves towards the sun: hull, stacks, deckhouse aft."""
    x, z, turn, long, wide, deck = -62.0, 262.0, 0.86, 104.0, 15.0, 3.6
    cos, sin = math.cos(turn), math.sin(turn)

    def spot(right: float, up: float, ahead: float) -> Place:
        return (x + right * cos - ahead * sin, up, z + right * sin + ahead * cos)

    dark, lit = _air("#2C2032", 150), _air("#5A3A3C", 150)
    face(
        p,
        EYE,
        [
            spot(wide, 0, 0),
            spot(wide, deck, 0),
            spot(wide, deck, long * 0.86),
            spot(wide * 0.5, deck + 2.4, long),
            spot(wide * 0.5, 0, long * 0.97),
            spot(wide, 0, long * 0.84),
        ],
        dark,
    )
    face(p, EYE, [spot(0, 0, 0), spot(wide, 0, 0), spot(wide, deck, 0), spot(0, deck, 0)], lit)
    face(
        p,
        EYE,
        [
            spot(0, deck, 0),
            spot(wide, deck, 0),
            spot(wide, deck, long * 0.86),
            spot(wide / 2, deck + 2, long),
            spot(0, deck, long * 0.86),
        ],
        _air("#6A4E48", 170),
    )
    dice = rng(77)
    for row in range(5, -1, -1):
        counts = [int(dice.integers(2, 4)) for _ in range(5)]
        for column in range(5):
            for level in range(counts[column]):
                place = spot(1.0 + column * 2.6, deck + level * 2.62, 15 + row * 12.6)
                paint = PAINTS[int(dice.integers(len(PAINTS)))]
                own = _air(paint, 190)
                box(
                    p,
                    EYE,
                    place,
                    (2.44, 2.6, 12.2),
                    mix(own, LIGHT, 0.12),
                    mix(own, "#241C30", 0.46),
                    mix(own, "#FFD9A0", 0.4),
                    turn,
                )
    walls = _air("#B8A294", 170)
    for level in range(4):
        inset = 1 + level * 0.7
        box(
            p,
            EYE,
            spot(inset, deck + level * 2.7, 3),
            (wide - inset * 2, 2.7, 8),
            mix(walls, "#3A2A38", 0.3),
            mix(walls, "#241C30", 0.5),
            mix(walls, LIGHT, 0.4),
            turn,
        )
        for window in range(5 - level // 2):
            a = spot(inset + 1.2 + window * 2.4, deck + level * 2.7 + 1.9, 2.9)
            at = EYE.at(a)
            p.fillRect(QRectF(at.x(), at.y(), 10, 8), colour("#FFDFA0", 0.95))
        for window in range(3):
            at = EYE.at(spot(wide - inset + 0.1, deck + level * 2.7 + 1.9, 4 + window * 2.4))
            p.fillRect(QRectF(at.x() - 6, at.y(), 9, 8), colour("#FFD58C", 0.9))
    beam(p, EYE, spot(wide / 2, deck + 10.8, 6), spot(wide / 2, deck + 19, 6), 0.5, dark)
    beam(p, EYE, spot(wide / 2, deck + 2, long * 0.95), spot(wide / 2, deck + 10, long * 0.95), 0.4, dark)
    foot = EYE.at(spot(wide, 0, long * 0.4))
    shade = QLinearGradient(0, foot.y() - 12, 0, foot.y() + 70)
    blend(shade, [(0, colour("#241A2C", 0.6)), (1, colour("#241A2C", 0))])
    water_line = [
        EYE.at(spot(0, 0, 0)),
        EYE.at(spot(wide, 0, 0)),
        EYE.at(spot(wide, 0, long * 0.84)),
        EYE.at(spot(wide / 2, 0, long * 0.97)),
    ]
    path = QPainterPath(water_line[0])
    for corner in water_line[1:]:
        path.lineTo(corner)
    for corner in reversed(water_line):
        path.lineTo(corner + QPointF(-6, 66))
    p.fillPath(path, QBrush(shade))


def _yard(p: QPainter) -> None:
    """Stacks under and behind the cranes, far to near, with the cranes standing among them."""
    for number in range(11, -1, -1):
        away = 126 + number * 40.0
        _stack(p, 70 + number, 50, away, 16, (2, 5), QUAY)
        _stack(p, 90 + number, 50, away - 14, 16, (1, 5), QUAY)


def _near(p: QPainter) -> None:
    """The nearest stacks at the right, the dockers, a tractor waiting with its lights on."""
    for away in (96.0, 82.6):
        _stack(p, int(away), 49, away, 5, (3, 5), QUAY)
    _stack(p, 8, 30.6, 83, 5, (1, 2), QUAY)
    _stack(p, 11, 33.5, 69.5, 6, (2, 4), QUAY)
    _stack(p, 14, 34.5, 56, 6, (2, 3), QUAY)
    for x, away, coat, facing in ((20.6, 60, "#E08A2E", 1), (22.0, 60.5, "#D8A23A", -1), (26.5, 84, "#E08A2E", -1)):
        foot, size = EYE.at((x, QUAY, away)), EYE.size(away)
        shadow = QPainterPath(foot)
        shadow.lineTo(foot + QPointF(size * 2.6, size * 0.5))
        shadow.lineTo(foot + QPointF(size * 2.6, size * 0.34))
        p.fillPath(shadow, colour("#0A0810", 0.5))
        person(p, foot.x(), foot.y(), size * 1.8, "#1A141E", coat=coat, facing=facing)
        p.setPen(Qt.PenStyle.NoPen)
        p.setBrush(colour("#F0C050"))
        p.drawChord(QRectF(foot.x() - size * 0.15, foot.y() - size * 1.86, size * 0.3, size * 0.3), 0, 180 * 16)
        p.fillRect(QRectF(foot.x() - size * 0.16, foot.y() - size * 1.2, size * 0.32, size * 0.07), colour("#FFF0C0"))


def _dusk(p: QPainter) -> None:
    """The shade that lies over what is near."""
    shade = QLinearGradient(2300, 1480, 2700, 2200)
    blend(shade, [(0, colour("#141226", 0)), (1, colour("#0C0E1C", 0.5))])
    p.fillRect(QRectF(0, 1400, 3840, 760), QBrush(shade))


def paint(painter: QPainter, phase: float) -> None:
    """One frame of the harbour."""
    layer(painter, "far", _far)
    birds(painter, 4, 1080, 700, 22, 8, "#5A4450", phase)
    mist(painter, 1, QRectF(-300, 1080, 4440, 300), "#FFDDA6", 0.75, phase, drift=160)
    twinkle(painter, _dark[::5], "#FFD08A", phase, seed=3)
    glitter(painter, 5, SUN_X, 1316, 2140, (80, 300), "#FFE4A8", phase, count=330, strength=0.95)
    ripples(painter, 6, 1330, 2160, "#FFCB84", phase, count=170, strength=0.16, end=2200)
    for x in range(60, 1040, 140):
        streak(painter, x, _shore(x) + 6, 120, 14, "#FFB860", phase, seed=x)
    _wake(painter, phase)
    painter.save()
    painter.translate(0, math.sin(2 * math.pi * phase) * 1.6)
    layer(painter, "leaving", _leaving)
    painter.restore()
    layer(painter, "ground", _ground)
    layer(painter, "moored", _moored)
    layer(painter, "yard", _yard)
    for away in ROW[:-1]:
        layer(painter, f"crane-{away}", partial(_crane, away=away))
        if away == 163.0:
            _trolley(painter, away, (phase + 0.45) % 1, PAINTS[2])
    mist(painter, 2, QRectF(1000, 1150, 3100, 300), "#F6C88C", 0.4, phase, drift=-160)
    drives = [((phase + offset) % 1, lane) for offset, lane in ((0.12, 25.2), (0.62, 25.2))]
    for at, lane in drives:
        if 28 + 230 * at > MAIN:
            _truck(painter, at, lane)
    _trolley(painter, MAIN, phase, "#B5472F")
    layer(painter, "crane", lambda p: _crane(p, MAIN))
    layer(painter, "stern", _stern)
    layer(painter, "near", _near)
    for at, lane in drives:
        if 28 + 230 * at <= MAIN:
            _truck(painter, at, lane)
    layer(painter, "dusk", _dusk)
    _lights(painter, phase)


def _truck(painter: QPainter, phase: float, lane: float) -> None:
    """A yard tractor with its box, driving away along the quay and into the haze."""
    away = 28 + 230 * phase
    painter.save()
    painter.setOpacity(1 - ease((phase - 0.8) * 5))
    size = EYE.size(away)
    foot = EYE.at((lane + 1.2, QUAY, away))
    glow(painter, foot.x(), EYE.at((lane, QUAY, away + 24)).y(), size * 6, "#FFE3B0", 0.2, squash=0.35)
    box(painter, EYE, (lane, QUAY + 0.3, away + 12.6), (2.5, 2.6, 2.2), "#2A2028", "#B0703A", "#7A4A34")
    for wheel in (1.0, 2.4, 10.0):
        hub = EYE.at((lane + 0.1, QUAY + 0.5, away + wheel))
        painter.setBrush(colour("#120E16"))
        painter.drawEllipse(hub, size * 0.3, size * 0.5)
    box(painter, EYE, (lane + 0.3, QUAY + 0.5, away + 0.3), (1.9, 0.5, 12), "#15111A", "#2A2026", "#15111A")
    for side in (0.1, 1.6):
        a, b = EYE.at((lane + side, QUAY + 1.0, away + 1)), EYE.at((lane + side + 0.75, QUAY, away + 1))
        painter.setBrush(colour("#0E0B12"))
        painter.drawRoundedRect(QRectF(a, b), size * 0.15, size * 0.15)
    _container(painter, (lane, QUAY + 1.1, away), "#A2573A")
    for side in (0.25, 2.2):
        tail = EYE.at((lane + side, QUAY + 0.9, away))
        lamp(painter, tail.x(), tail.y(), size * 0.16, VERMILION, 1)
    painter.restore()


def _wake(painter: QPainter, phase: float) -> None:
    """The white water behind the leaving ship: it widens towards us, with crests running down it."""
    cos, sin = math.cos(0.86), math.sin(0.86)
    painter.save()
    for side in (-1, 1):
        for line in range(4):
            path = QPainterPath()
            for step in range(60):
                back = step * 2.4
                spread = side * (4 + line * 2.2 + back * (0.05 + 0.075 * line)) + 0.5 * math.sin(
                    2 * math.pi * (step / 9 - phase * 4 + line * 0.3)
                ) * (0.3 + back / 50)
                right = 7.5 + spread
                at = EYE.at((-62 + right * cos + back * sin, 0, max(60.0, 262 + right * sin - back * cos)))
                path.lineTo(at) if step else path.moveTo(at)
            a, b = path.pointAtPercent(0), path.pointAtPercent(1)
            fade = QLinearGradient(a, b)
            blend(fade, [(0, colour("#FFF0C8", 0.85 - 0.15 * line)), (1, colour("#FFE0A8", 0))])
            painter.strokePath(path, QPen(QBrush(fade), 5.5 - line * 0.8))
    painter.restore()


def _lights(painter: QPainter, phase: float) -> None:
    """Warning lights at booms and masts, blinking in turn."""
    for number, away in enumerate(ROW):
        blink = ease(wave(phase, 4, number * 0.17) * 2.4 - 1.2)
        size = max(2.6, EYE.size(away) * 0.22)
        ends = [(RAIL + 4, QUAY + APEX + 1, away + 8)]
        if away not in RAISED:
            ends.append((EDGE - 0.5 - REACH, QUAY + BOOM, away + 6))
        for place in ends:
            at = EYE.at(place)
            lamp(painter, at.x(), at.y(), size, VERMILION, 0.25 + 0.75 * blink)
    mast = EYE.at((2.3, 27.6, 99))
    lamp(painter, mast.x(), mast.y(), 6, WARM, 0.4 + 0.6 * wave(phase, 2, 0.1))


def closer(painter: QPainter, phase: float) -> None:
    """The film's framing: a step nearer to the crane and the ship."""
    painter.save()
    painter.translate(-330, -290)
    painter.scale(1.14, 1.14)
    paint(painter, (phase + 0.4) % 1)
    painter.restore()


OUTPUTS = (Still("investment/cover.jpg", 0.46), Film("investment/harbour.webm", 8, paint=closer, crf=33))
