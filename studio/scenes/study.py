"""A campus on a steep hillside in a violet evening: zigzag stairs, students, a library with tall lit windows."""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QLinearGradient, QPainter, QPainterPath, QPen, QPolygonF

from studio.kit import (
    HEIGHT,
    LAMP,
    WARM,
    WIDTH,
    Film,
    Shade,
    Spot,
    Still,
    birds,
    blend,
    city,
    clouds,
    colour,
    draw_ridge,
    ease,
    eaves,
    forest,
    glow,
    lamp,
    layer,
    mist,
    mix,
    person,
    ridge,
    rng,
    sky,
    stars,
    tree,
    twinkle,
    water,
    wave,
)

GLOW_X = 760
AIR = "#B79BD6"
DOOR = (2330.0, 872.0)
CORNERS = (
    (1440.0, 2250.0),
    (2700.0, 1890.0),
    (1720.0, 1590.0),
    (2640.0, 1330.0),
    (1930.0, 1120.0),
    (2560.0, 950.0),
    DOOR,
)
COATS = ("#C9505A", "#E0A24A", "#5C8FC4", "#E9E2D4", "#7E6BC0", "#4E9A86", "#D98A9A", "#3F4C78", "#B7C4D8", "#A9624A")

FARTHEST = ridge(
    81, [(-240, 620), (300, 560), (800, 780), (1300, 880), (1800, 720), (2400, 560), (3000, 640), (4080, 500)], 90, 460
)
FAR = ridge(
    82,
    [(-240, 900), (300, 820), (700, 980), (1100, 1090), (1500, 1000), (2000, 860), (2800, 700), (4080, 600)],
    80,
    380,
)
VALLEY = ridge(
    83, [(-240, 1120), (300, 1180), (700, 1130), (1100, 1190), (1500, 1120), (2000, 1000), (4080, 900)], 40, 300
)
BACK = ridge(
    84,
    [
        (-240, 2400),
        (1100, 1900),
        (1380, 1290),
        (1640, 920),
        (2000, 700),
        (2400, 640),
        (2900, 600),
        (3400, 480),
        (4080, 380),
    ],
    40,
    320,
)
HILL = ridge(
    85,
    [
        (-240, 1960),
        (300, 1900),
        (760, 1760),
        (1120, 1540),
        (1420, 1270),
        (1700, 1030),
        (1900, 900),
        (2060, 872),
        (2760, 872),
        (3000, 830),
        (3500, 700),
        (4080, 620),
    ],
    14,
    240,
)
NEAR = ridge(86, [(-240, 1860), (300, 1960), (760, 2070), (1100, 2180), (1500, 2300), (4080, 2400)], 26, 220)
_dark: list[Spot] = []
_panes: list[QRectF] = []


@dataclass(frozen=True)
class Walker:
    """Somebody on one flight: where in the loop they start, which way, and what they wear."""

    flight: int
    offset: float
    way: int
    coat: str
    carries: str | None
    side: float
    tall: float


def tall(y: float) -> float:
    """How tall a person is in the frame whose feet are at `y`."""
    return 62 + (y - 870) * 0.094


def _walkers() -> list[Walker]:
    dice, found = rng(87), []
    for flight in range(len(CORNERS) - 1):
        for number in range((5, 5, 6, 5, 4, 2)[flight]):
            way = 1 if dice.uniform() < 0.6 else -1
            offset = (number + float(dice.uniform(0, 0.7))) / 5.5 + flight * 0.37
            coat, carries = str(dice.choice(COATS)), str(dice.choice(["bag", "bag", "case", "none"]))
            kept = None if carries == "none" else carries
            found.append(
                Walker(flight, offset, way, coat, kept, 0.3 if way > 0 else 0.72, float(dice.uniform(0.92, 1.05)))
            )
            if dice.uniform() < 0.4:
                mate = str(dice.choice(COATS))
                found.append(Walker(flight, offset + 0.05, way, mate, "bag", 0.42 if way > 0 else 0.6, 0.98))
    return found


WALKERS = _walkers()


def _sky_and_valley(p: QPainter) -> None:
    _dark.clear()
    sky(
        p,
        [(0, "#15123A"), (0.25, "#33246E"), (0.5, "#6B4BA6"), (0.72, "#B688CC"), (0.88, "#F0AEB8"), (1, "#FFCFAE")],
        1080,
    )
    clouds(p, 41, QRectF(-100, 140, 4000, 560), colour("#D9A8E6", 0.34), 0.45, 8)
    clouds(p, 42, QRectF(-100, 560, 4000, 320), colour("#FFD0C4", 0.45), 0.42, 11)
    glow(p, GLOW_X, 960, 1500, "#FFB49A", 0.7, squash=0.42)
    draw_ridge(
        p,
        FARTHEST,
        "#9A7CBE",
        "#E8B4C4",
        fade=520,
        rim="#FFDCD0",
        sun_x=GLOW_X,
        relief=0.26,
        light="#F6CBD8",
        dark="#6A52A0",
        seed=3,
        grain=90,
    )
    draw_ridge(
        p,
        FAR,
        "#74589F",
        "#DDA6C2",
        fade=460,
        rim="#F6C2C8",
        sun_x=GLOW_X,
        relief=0.3,
        light="#E9B0CC",
        dark="#483880",
        seed=4,
        grain=110,
    )
    draw_ridge(p, VALLEY, "#6B5296", "#B98ABF", fade=300, relief=0.2, light="#E0A8CC", dark="#443476", seed=6)
    for seed, line, high, body, floor in (
        (41, lambda x: VALLEY.y(x) + 40, 190, "#7A60A6", 9),
        (42, lambda x: 1270.0, 210, "#66508F", 10),
        (43, lambda x: 1330.0, 170, "#57447F", 10),
    ):
        _dark.extend(
            city(
                p,
                seed,
                line,
                -60,
                1640,
                widths=(24, 52),
                heights=(40, high),
                body=body,
                light="#FFC0B4",
                sun_x=GLOW_X,
                lit=0.5,
                floor=floor,
                haze="#C79AC8",
                lamp_shade="#FFCF92",
            )
        )
    river = QPainterPath(QPointF(-40, 1340))
    river.cubicTo(400, 1300, 900, 1300, 1700, 1350)
    river.lineTo(1700, 1520)
    river.cubicTo(1200, 1560, 600, 1640, -40, 1700)
    river.closeSubpath()
    water(p, river, [(0, "#FFCDB8"), (0.3, "#D69CC0"), (0.7, "#8A66AE"), (1, "#4A3A80")], 7)
    glow(p, GLOW_X, 1380, 620, "#FFE0C8", 0.55, squash=0.14)
    _far_bridge(p)
    bank = ridge(88, [(-240, 1640), (300, 1610), (800, 1560), (1300, 1500), (1700, 1480), (4080, 1400)], 10, 200)
    draw_ridge(p, bank, "#3E3068", "#251D48", fade=300)
    _dark.extend(
        city(
            p,
            44,
            lambda x: bank.y(x) + 60,
            -60,
            1300,
            widths=(34, 66),
            heights=(50, 190),
            body="#46366F",
            light="#E0A0B8",
            sun_x=GLOW_X,
            lit=0.5,
            floor=13,
            gap=0.5,
            lamp_shade="#FFCF92",
        )
    )
    skirt = ridge(89, [(-240, 1690), (300, 1668), (800, 1618), (1300, 1550), (1700, 1520), (4080, 1400)], 10, 160)
    draw_ridge(p, skirt, "#2E2455", "#1B1538", fade=240)
    forest(p, 90, skirt.y, -60, 1400, rows=2, drop=40, height=(40, 80), spacing=44, top="#2E2456", bottom="#221A44")


def _far_bridge(p: QPainter) -> None:
    """A small bridge over the river, far below, strung with lights."""
    p.setPen(QPen(colour("#4A3A78"), 7))
    p.drawLine(QPointF(180, 1560), QPointF(960, 1338))
    for share in (0.3, 0.68):
        x, y, size = 180 + 780 * share, 1560 - 222 * share, 120 - 60 * share
        p.setPen(QPen(colour("#4A3A78"), 6 - 2 * share))
        p.drawLine(QPointF(x, y + size * 0.3), QPointF(x, y - size))
        p.setPen(QPen(colour("#5A4888"), 1.6))
        for reach in range(-6, 7):
            if reach:
                p.drawLine(QPointF(x, y - size), QPointF(x + reach * size * 0.2, y - reach * size * 0.2 * 0.285))
    p.setPen(Qt.PenStyle.NoPen)
    for number in range(22):
        share = number / 21
        lamp(p, 180 + 780 * share, 1552 - 222 * share, 3.2 - 1.6 * share, LAMP, 0.8)


def _hillside(p: QPainter) -> None:
    """The hill behind the campus, the hill it stands on, terraces, halls and the library."""
    _panes.clear()
    draw_ridge(
        p,
        BACK,
        "#4C3A80",
        "#3A2C66",
        fade=700,
        rim="#C79AD8",
        sun_x=1100,
        relief=0.3,
        light="#A98AD0",
        dark="#241B4A",
        seed=8,
        grain=160,
    )
    _pagoda(p, 3260, 590)
    forest(
        p,
        91,
        BACK.y,
        1500,
        4000,
        rows=4,
        drop=62,
        height=(60, 120),
        spacing=56,
        top="#4A3A7C",
        bottom="#33275E",
        kinds=("broad", "broad", "pine"),
    )
    draw_ridge(
        p,
        HILL,
        "#4A3A7A",
        "#150F2E",
        fade=1350,
        rim="#C8A0DA",
        sun_x=1400,
        relief=0.34,
        light="#9A7AC4",
        dark="#120C2A",
        seed=9,
        grain=200,
    )
    _woods(p)
    _library(p)
    for level in range(len(CORNERS) - 2, 0, -1):
        _terrace(p, level)
    for flight in range(len(CORNERS) - 2, -1, -1):
        _flight(p, flight)


def _woods(p: QPainter) -> None:
    """Trees all over the slope, darker the nearer they are."""
    dice, y = rng(100), 900.0
    while y < HEIGHT + 60:
        near, x = (y - 900) / 1260, max(0.0, HILL_EDGE(y)) - 20
        while x < 3900:
            at = y + float(dice.uniform(-40, 40))
            shade = mix(
                mix("#46367A", "#110C26", near**0.8), "#7A5CA8", float(dice.uniform(0, 0.14)) * (1 - near * 0.6)
            )
            high = (70 + 90 * near) * float(dice.uniform(0.6, 1.2))
            if at > HILL.y(x) + 10:
                tree(p, int(dice.integers(9999)), x, at, high, shade, "pine" if dice.uniform() < 0.2 else "broad")
            x += (46 + 40 * near) * float(dice.uniform(0.5, 1.5))
        y += 44 + 30 * near


def _pagoda(p: QPainter, x: float, ground: float) -> None:
    wide, y = 190.0, ground
    for level in range(5):
        body = mix("#5A4688", "#3A2C66", level / 6)
        p.fillRect(QRectF(x - wide * 0.36, y - 66, wide * 0.72, 70), body)
        for pane in (-0.22, 0.0, 0.22):
            p.fillRect(QRectF(x + pane * wide - 8, y - 50, 16, 36), colour("#FFCB86", 0.85))
        eaves(p, x, y - 62, wide, 34, "#33275C", "#B98AA8")
        y, wide = y - 80, wide * 0.87
    p.fillRect(QRectF(x - 3, y - 50, 6, 60), colour("#33275C"))


HALLS = {
    5: ((3080, 330, 150, 4), (3560, 470, 200, 5)),
    4: ((1690, 150, 84, 3),),
    3: ((3130, 420, 210, 5), (3640, 440, 270, 6)),
    2: ((1330, 290, 150, 3),),
    1: ((3330, 560, 330, 6), (3860, 380, 270, 5)),
}
"""Teaching halls on the terrace at a corner: middle, width, height, storeys."""


def _hall(p: QPainter, seed: int, x: float, ground: float, wide: float, high: float, storeys: int) -> None:
    """One hall: storeys of windows, some lit, some with somebody in them, and a curved roof."""
    dice = rng(92, seed)
    near = (ground - 870) / 900
    wall = mix("#7A62A8", "#3E2F66", min(1.0, near + 0.1))
    face = QLinearGradient(x - wide / 2, 0, x + wide / 2, 0)
    blend(face, [(0, mix(wall, "#F0B4C8", 0.34)), (0.3, wall), (1, mix(wall, "#0E0A22", 0.4))])
    p.fillRect(QRectF(x - wide / 2, ground - high, wide, high + 40), QBrush(face))
    storey = high / storeys
    bays = max(4, round(wide / (storey * 0.95)))
    for floor in range(storeys):
        y = ground - high + floor * storey
        p.fillRect(QRectF(x - wide / 2, y + storey * 0.88, wide, storey * 0.07), mix(wall, "#F0B4C8", 0.2))
        p.fillRect(QRectF(x - wide / 2, y + storey * 0.95, wide, storey * 0.09), mix(wall, "#0E0A22", 0.4))
        for bay in range(bays):
            pane = QRectF(x - wide / 2 + wide * (bay + 0.2) / bays, y + storey * 0.28, wide * 0.6 / bays, storey * 0.5)
            if dice.uniform() < 0.5:
                lit = mix("#FFC476", "#FFE9C0", float(dice.uniform()))
                p.fillRect(pane, colour(lit, float(dice.uniform(0.6, 1))))
                if dice.uniform() < 0.25:
                    p.fillRect(
                        QRectF(
                            pane.left() + pane.width() * 0.3,
                            pane.top() + pane.height() * 0.4,
                            pane.width() * 0.25,
                            pane.height() * 0.6,
                        ),
                        colour("#3A2438", 0.8),
                    )
            else:
                p.fillRect(pane, colour("#171032", 0.75))
                if 0 < floor < storeys - 1:
                    _panes.append(QRectF(pane.left(), pane.top(), pane.width(), pane.height()))
            p.fillRect(QRectF(pane.center().x() - 1.5, pane.top(), 3, pane.height()), mix(wall, "#0E0A22", 0.4))
    eaves(p, x, ground - high + 6, wide * 1.1, high * 0.26, mix("#2E2352", "#1A1334", near), "#D9A0B4")


def _library(p: QPainter) -> None:
    """The library on its plaza: two roofs, eleven tall windows, shelves and readers behind them."""
    x, ground, wide, high = DOOR[0], DOOR[1] + 4, 1060.0, 300.0
    glow(p, x, ground - 150, 1000, "#FFB46A", 0.5, squash=0.7)
    p.fillRect(QRectF(x - 330, ground - high - 190, 660, 200), mix("#6A4F86", "#2A1F4C", 0.2))
    for light in range(9):
        at = x - 300 + light * 68
        p.fillRect(QRectF(at, ground - high - 132, 52, 96), colour("#FFC77C", 0.9))
        p.fillRect(QRectF(at + 24, ground - high - 132, 4, 96), colour("#5A3F5C"))
        p.fillRect(QRectF(at, ground - high - 92, 52, 4), colour("#5A3F5C"))
    eaves(p, x, ground - high - 150, 860, 128, "#1E1640", "#F0B080")
    p.fillRect(QRectF(x - 6, ground - high - 330, 12, 60), colour("#1E1640"))
    walls = QLinearGradient(x - wide / 2, 0, x + wide / 2, 0)
    blend(walls, [(0, "#A07AAE"), (0.2, "#7A5A90"), (0.8, "#6A4C80"), (1, "#3E2C5A")])
    p.fillRect(QRectF(x - wide / 2, ground - high, wide, high), QBrush(walls))
    dice = rng(93)
    for bay in range(11):
        at = x - wide / 2 + 34 + bay * 91.5
        pane = QRectF(at, ground - high + 62, 64, high - 80)
        shine = QLinearGradient(0, pane.top(), 0, pane.bottom())
        blend(shine, [(0, "#FFDFA0"), (0.5, "#FFC875"), (1, "#FFB45C")])
        arch = QPainterPath(QPointF(pane.left(), pane.bottom()))
        arch.lineTo(pane.left(), pane.top() + 26)
        arch.quadTo(pane.left(), pane.top() - 6, pane.center().x(), pane.top() - 6)
        arch.quadTo(pane.right(), pane.top() - 6, pane.right(), pane.top() + 26)
        arch.lineTo(pane.right(), pane.bottom())
        p.fillPath(arch, QBrush(shine))
        if bay == 5:
            p.fillRect(QRectF(pane.left(), pane.bottom() - 110, 64, 128), colour("#FFF0CC"))
        else:
            for shelf in range(4):
                y = pane.bottom() - 26 - shelf * 34
                if dice.uniform() < 0.7:
                    book = pane.left() + 5
                    while book < pane.right() - 8:
                        thick = float(dice.uniform(3, 7))
                        p.fillRect(
                            QRectF(book, y - float(dice.uniform(14, 22)), thick, 22),
                            colour(str(dice.choice(["#8A4A3A", "#6A4A6A", "#9A6A3A", "#5A4A72"])), 0.55),
                        )
                        book += thick + 1
                p.fillRect(QRectF(pane.left(), y + 2, 64, 3), colour("#7A4A3A", 0.5))
            if dice.uniform() < 0.6:
                person(p, pane.left() + float(dice.uniform(18, 46)), pane.bottom() + 6, 74, "#4A2A36", coat="#5A3444")
        p.fillRect(QRectF(pane.center().x() - 1.5, pane.top() - 4, 3, pane.height()), colour("#6A4258"))
        p.fillRect(QRectF(pane.left(), pane.top() + 66, 64, 3), colour("#6A4258"))
    for post in range(12):
        at = x - wide / 2 + 10 + post * 91.5 + 6
        shade = QLinearGradient(at - 9, 0, at + 9, 0)
        blend(shade, [(0, "#C89AB4"), (1, "#4A3560")])
        p.fillRect(QRectF(at - 9, ground - high + 30, 18, high - 30), QBrush(shade))
    eaves(p, x, ground - high + 44, 1250, 120, "#231A46", "#FFC088")
    plaza = QLinearGradient(0, ground - 10, 0, ground + 46)
    blend(plaza, [(0, "#FFD9A4"), (0.4, "#B98AA0"), (1, "#5A4280")])
    path = QPainterPath(QPointF(x - 640, ground - 6))
    path.lineTo(x + 560, ground - 6)
    path.lineTo(x + 640, ground + 40)
    path.lineTo(x - 700, ground + 40)
    p.fillPath(path, QBrush(plaza))
    p.fillRect(QRectF(x - 700, ground + 38, 1340, 30), colour("#4A3672"))
    for at, size in ((x - 600, 150), (x - 660, 110), (x + 590, 160), (x + 650, 120), (x + 540, 100)):
        tree(p, int(at), at, ground + 20, size, "#2A2050")
    for at, coat, facing, carries in (
        (x - 420, "#C9505A", 1, "bag"),
        (x - 388, "#E9E2D4", -1, None),
        (x + 300, "#5C8FC4", -1, "bag"),
        (x - 180, "#3F4C78", 1, None),
        (x + 420, "#E0A24A", 1, "bag"),
    ):
        person(p, at, ground + 22, 62, "#1E1638", coat=mix(coat, "#2A1E48", 0.3), facing=facing, carries=carries)


def _terrace(p: QPainter, level: int) -> None:
    """The planted ledge at a corner of the stairs: wall, hedge, trees, lamps."""
    x, y = CORNERS[level]
    near, size = (y - 870) / 1020, tall(y)
    left, right = (x - size * 1.6, 3920.0) if level % 2 else (HILL_EDGE(y), x + size * 1.6)
    for number, hall in enumerate(HALLS[level]):
        _hall(p, level * 10 + number, hall[0], y + size * 0.1, *hall[1:])
    wall = QLinearGradient(0, y, 0, y + size * 1.1)
    top = mix("#8A6CB0", "#4A3870", near)
    blend(wall, [(0, mix(top, "#FFC89A", 0.16)), (0.2, top), (1, mix(top, "#120C2A", 0.6))])
    p.fillRect(QRectF(left, y + size * 0.12, right - left, size * 0.62), QBrush(wall))
    p.fillRect(QRectF(left, y + size * 0.06, right - left, size * 0.08), mix(top, "#FFD9B8", 0.4))
    dice = rng(94, level)
    brick = mix(top, "#120C2A", 0.4)
    for _ in range(int((right - left) / 26)):
        bx, by = float(dice.uniform(left, right - 30)), y + size * float(dice.uniform(0.2, 0.7))
        p.fillRect(QRectF(bx, by, size * 0.22, size * 0.05), colour(brick, 0.5))
    leaf = mix("#3A2C64", "#120C28", near)
    ends = (x + size * 1.8, right) if level % 2 else (left, x - size * 1.8)
    for _ in range(int((ends[1] - ends[0]) / (size * 0.3))):
        at = float(dice.uniform(*ends))
        if any(abs(at - hall[0]) < hall[1] / 2 + size * 0.3 for hall in HALLS[level]):
            continue
        tree(
            p,
            int(dice.integers(9999)),
            at,
            y + size * 0.14,
            size * float(dice.uniform(0.5, 1.7)) * (1 if abs(at - x) > size * 3 else 0.5),
            mix(leaf, "#7A5AA0", float(dice.uniform(0, 0.16))),
        )
    for _ in range(int((right - left) / (size * 0.3))):
        at = float(dice.uniform(left, right))
        p.setBrush(mix(leaf, "#6A4C90", float(dice.uniform(0, 0.2))))
        p.drawEllipse(QPointF(at, y + size * 0.78), size * 0.2, size * 0.15)


def HILL_EDGE(y: float) -> float:  # noqa: N802
    """Where the hillside meets the open air at a height."""
    return next((float(x) for x in range(-240, 2100, 20) if HILL.y(x) < y - 20), 2100.0)


def _flight(p: QPainter, flight: int) -> None:
    """One flight of steps: side wall, treads that catch the light, balustrade and lamps."""
    (x0, y0), (x1, y1) = CORNERS[flight], CORNERS[flight + 1]
    count = max(9, round((y0 - y1) / tall((y0 + y1) / 2) * 11))
    near = ((y0 + y1) / 2 - 870) / 1100
    stone = mix("#A98AC8", "#5A4684", near)
    wall = QPolygonF()
    front: list[tuple[float, float, float]] = []
    for step in range(count + 1):
        share = step / count
        x, y = x0 + (x1 - x0) * share, y0 + (y1 - y0) * share
        front.append((x, y, tall(y)))
    for (x, y, size), (nx, _, _) in itertools.pairwise(front):
        wall << QPointF(x, y + size * 0.1) << QPointF(nx, y + size * 0.1)
    base = max(y0, y1) + tall(y0) * 0.5
    wall << QPointF(x1, base) << QPointF(x0, base)
    shade = QLinearGradient(0, y1, 0, base)
    blend(shade, [(0, mix(stone, "#1A1236", 0.35)), (1, mix(stone, "#0E0922", 0.8))])
    p.setBrush(QBrush(shade))
    p.drawPolygon(wall)
    _masonry(p, flight, wall, stone)
    for (x, y, size), (nx, ny, _) in itertools.pairwise(front):
        deep, lean = size * 0.5, size * 0.16
        tread = QPolygonF(
            [
                QPointF(x, y + size * 0.1),
                QPointF(nx, y + size * 0.1),
                QPointF(nx + lean, y + size * 0.1 - deep),
                QPointF(x + lean, y + size * 0.1 - deep),
            ]
        )
        lit = 0.5 + 0.5 * math.sin((x + 200) / 170)
        p.setBrush(mix(mix(stone, "#F6D2C0", 0.34), "#FFC890", 0.3 * lit))
        p.drawPolygon(tread)
        riser = QPolygonF(
            [
                QPointF(nx, y + size * 0.1),
                QPointF(nx, ny + size * 0.1),
                QPointF(nx + lean, ny + size * 0.1 - deep),
                QPointF(nx + lean, y + size * 0.1 - deep),
            ]
        )
        p.setBrush(mix(stone, "#1A1236", 0.42))
        p.drawPolygon(riser)
        p.setPen(QPen(mix(stone, "#1A1236", 0.5), max(1.0, size * 0.012)))
        p.drawLine(QPointF(x, y + size * 0.1), QPointF(nx, y + size * 0.1))
        p.setPen(Qt.PenStyle.NoPen)
    for lamp_number in (0.2, 0.5, 0.8):
        x, y = x0 + (x1 - x0) * lamp_number, y0 + (y1 - y0) * lamp_number
        size = tall(y)
        at = QPointF(x + size * 0.16, y - size * 0.42)
        p.setPen(QPen(mix("#8A6CB0", "#3A2C60", near), size * 0.04))
        p.drawLine(at, QPointF(at.x(), at.y() - size * 1.15))
        p.setPen(Qt.PenStyle.NoPen)
        glow(p, at.x(), at.y() + size * 0.1, size * 1.7, "#FFB870", 0.5, squash=0.45)
        lamp(p, at.x(), at.y() - size * 1.2, size * 0.09, LAMP, 0.95)


def _masonry(p: QPainter, flight: int, wall: QPolygonF, stone: Shade) -> None:
    """Courses of stone, ivy and shrubs on the wall under a flight."""
    (x0, y0), (x1, y1) = CORNERS[flight], CORNERS[flight + 1]
    dice, size = rng(84, flight), tall((y0 + y1) / 2)
    low, high = min(x0, x1), max(x0, x1)
    path = QPainterPath()
    path.addPolygon(wall)
    p.save()
    p.setClipPath(path)
    for _ in range(int((high - low) * (y0 - y1) / 2600)):
        x, y = float(dice.uniform(low, high)), float(dice.uniform(y1, y0 + size * 0.5))
        p.fillRect(
            QRectF(x, y // 14 * 14, size * float(dice.uniform(0.15, 0.4)), 3),
            mix(stone, "#0E0922", float(dice.uniform(0.25, 0.7))),
        )
    for number in range(int((high - low) / (size * 0.32))):
        x = low + (number + float(dice.uniform())) * size * 0.32
        share = (x - x0) / (x1 - x0)
        top = y0 + (y1 - y0) * share + size * 0.14
        hang = size * float(dice.uniform(0.1, 0.75)) * (1.0 if dice.uniform() < 0.6 else 0.3)
        tint = mix(mix("#5A4A86", "#241B44", (y0 - 870) / 1200), "#0E0922", float(dice.uniform(0, 0.45)))
        p.setBrush(tint)
        drop = 0.0
        while drop < hang:
            blob = size * 0.1 * (1 - 0.6 * drop / hang)
            p.drawEllipse(QPointF(x + float(dice.normal()) * blob * 0.7, top + drop), blob * 1.2, blob)
            drop += size * 0.06
    p.restore()
    base = max(y0, y1) + size * 0.5
    for number in range(int((high - low) / (size * 0.5))):
        x = low + (number + float(dice.uniform())) * size * 0.5
        share = (x - x0) / (x1 - x0)
        if y0 + (y1 - y0) * share > base - size * 1.3:
            continue
        tint = mix("#3A2C66", "#120C28", (base - 870) / 1200)
        tree(
            p,
            int(dice.integers(9999)),
            x,
            base,
            size * float(dice.uniform(0.4, 1.1)),
            mix(tint, "#8A6AB0", float(dice.uniform(0, 0.16))),
        )


def _rail(p: QPainter, flight: int) -> None:
    """The balustrade in front of a flight, over the feet of those who walk."""
    (x0, y0), (x1, y1) = CORNERS[flight], CORNERS[flight + 1]
    near = ((y0 + y1) / 2 - 870) / 1100
    shade = mix("#4A3872", "#1A1338", near)
    count = max(8, round(abs(x1 - x0) / tall((y0 + y1) / 2) * 3))
    for height, thick in ((0.42, 0.05), (0.24, 0.02)):
        p.setPen(QPen(shade, tall((y0 + y1) / 2) * thick))
        p.drawLine(QPointF(x0, y0 + tall(y0) * (0.12 - height)), QPointF(x1, y1 + tall(y1) * (0.12 - height)))
    for post in range(count + 1):
        share = post / count
        x, y = x0 + (x1 - x0) * share, y0 + (y1 - y0) * share
        p.setPen(QPen(shade, tall(y) * (0.05 if post % 4 == 0 else 0.016)))
        p.drawLine(QPointF(x, y + tall(y) * 0.14), QPointF(x, y - tall(y) * (0.36 if post % 4 == 0 else 0.3)))
    p.setPen(QPen(colour("#E0B4D0", 0.5), 2.4))
    p.drawLine(QPointF(x0, y0 - tall(y0) * 0.325), QPointF(x1, y1 - tall(y1) * 0.325))
    p.setPen(Qt.PenStyle.NoPen)


def _pavilion(p: QPainter, level: int) -> None:
    """The small house at a corner of the stairs: one goes in at one flight and comes out at the next."""
    x, y = CORNERS[level]
    size, near = tall(y), (y - 870) / 1020
    wide, high = size * 1.9, size * 1.55
    body = mix("#6A4E90", "#33265A", near)
    side = 1 if level % 2 else -1
    x += side * size * 0.35
    shade = QLinearGradient(x - wide / 2, 0, x + wide / 2, 0)
    blend(shade, [(0, mix(body, "#F0B8C8", 0.22)), (0.4, body), (1, mix(body, "#0E0922", 0.4))])
    p.fillRect(QRectF(x - wide / 2, y - high, wide, high + size * 0.16), QBrush(shade))
    shine = QLinearGradient(0, y - high, 0, y)
    blend(shine, [(0, "#FFE2A8"), (1, "#FFB45C")])
    window = QRectF(x - wide * 0.3, y - high * 0.8, wide * 0.6, high * 0.44)
    p.fillRect(window, QBrush(shine))
    p.setPen(QPen(mix(body, "#0E0922", 0.4), size * 0.035))
    for line in (0.2, 0.4, 0.6, 0.8):
        p.drawLine(
            QPointF(window.left() + window.width() * line, window.top()),
            QPointF(window.left() + window.width() * line, window.bottom()),
        )
    p.drawLine(QPointF(window.left(), window.center().y()), QPointF(window.right(), window.center().y()))
    p.setPen(Qt.PenStyle.NoPen)
    p.fillRect(QRectF(x - wide * 0.52, y + size * 0.02, wide * 1.04, size * 0.16), mix(body, "#FFD0B0", 0.25))
    glow(p, x, y - high * 0.6, size * 2.2, "#FFB870", 0.3)
    eaves(p, x, y - high * 0.94, wide * 1.4, size * 0.62, mix("#231A46", "#150E2E", near), "#F0B088")


def _walk(p: QPainter, walker: Walker, phase: float) -> None:
    (x0, y0), (x1, y1) = CORNERS[walker.flight], CORNERS[walker.flight + 1]
    share = (phase * walker.way + walker.offset) % 1.0
    x, y = x0 + (x1 - x0) * share, y0 + (y1 - y0) * share
    size = tall(y)
    lean = walker.side * 0.5
    x, y = x + size * 0.16 * walker.side, y + size * 0.1 - size * lean
    near = (y - 870) / 1200
    shown = min(1.0, 14 * (1 - share)) if walker.flight == len(CORNERS) - 2 else 1.0
    facing = (1 if x1 > x0 else -1) * walker.way
    dark = mix("#3A2B5C", "#1A1230", near)
    p.setOpacity(0.35 * shown)
    p.setBrush(colour("#120C26"))
    p.drawEllipse(QPointF(x, y), size * 0.2, size * 0.04)
    p.setOpacity(shown)
    person(
        p,
        x,
        y,
        size * walker.tall,
        dark,
        coat=mix(walker.coat, "#2A1E48", 0.28),
        carries=walker.carries,
        step=(phase * 7 + walker.offset * 5) % 1,
        facing=facing,
    )
    p.setOpacity(1)


def _seated(p: QPainter, x: float, y: float, size: float, coat: Shade, facing: int = 1) -> None:
    """Somebody sitting on a step with a book."""
    p.save()
    p.translate(x, y)
    p.scale(facing * size, size)
    pen = (Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    p.setPen(QPen(colour("#1E1638"), 0.085, *pen))
    p.drawPolyline(QPolygonF([QPointF(0, -0.06), QPointF(0.2, -0.1), QPointF(0.24, 0.12)]))
    p.setPen(QPen(colour(coat), 0.15, *pen))
    p.drawLine(QPointF(0, -0.1), QPointF(0.04, -0.36))
    p.setPen(QPen(mix(coat, "#000000", 0.25), 0.05, *pen))
    p.drawPolyline(QPolygonF([QPointF(0.05, -0.36), QPointF(0.12, -0.2), QPointF(0.22, -0.24)]))
    p.setPen(Qt.PenStyle.NoPen)
    p.setBrush(colour("#1E1638"))
    p.drawEllipse(QPointF(0.09, -0.52), 0.066, 0.078)
    p.setBrush(colour(WARM))
    p.drawPolygon(QPolygonF([QPointF(0.17, -0.27), QPointF(0.28, -0.34), QPointF(0.31, -0.24), QPointF(0.2, -0.2)]))
    p.restore()


def _foreground(p: QPainter) -> None:
    """Dark foliage below left and right, a lookout with two friends above the valley."""
    draw_ridge(p, NEAR, "#1E1740", "#0B0819", fade=420, rim="#5A4488", sun_x=500)
    forest(p, 95, NEAR.y, -100, 1420, rows=3, drop=60, height=(70, 150), spacing=70, top="#191236", bottom="#0D091E")
    slope = ridge(96, [(-240, 2500), (2700, 2260), (2950, 2120), (3300, 2010), (3700, 1900), (4080, 1820)], 20, 200)
    draw_ridge(p, slope, "#1A1338", "#0A0717", fade=400, rim="#5A4080", sun_x=2900)
    forest(p, 97, slope.y, 2760, 4000, rows=3, drop=70, height=(90, 190), spacing=90, top="#171034", bottom="#0C081C")


def paint(painter: QPainter, phase: float) -> None:
    """One frame of the campus."""
    layer(painter, "valley", _sky_and_valley)
    stars(painter, 3, 620, 60, phase)
    mist(painter, 1, QRectF(-400, 1020, 2600, 300), "#F2C0D2", 0.7, phase, drift=160)
    twinkle(painter, _dark[::6], "#FFCF92", phase, seed=4)
    birds(painter, 6, 1180, 560, 24, 9, "#3A2C6A", phase)
    mist(painter, 2, QRectF(-500, 1300, 2500, 300), "#C79AD0", 0.5, phase, drift=-180)
    layer(painter, "hill", _hillside)
    _light_up(painter, phase)
    for flight in range(len(CORNERS) - 2, -1, -1):
        for walker in WALKERS:
            if walker.flight == flight and walker.side > 0.5:
                _walk(painter, walker, phase)
        for walker in WALKERS:
            if walker.flight == flight and walker.side <= 0.5:
                _walk(painter, walker, phase)
        layer(painter, f"rail-{flight}", partial(_rail_and_house, flight=flight))
    layer(painter, "front", _foreground)
    mist(painter, 3, QRectF(-500, 1560, 2700, 420), "#6A4F9A", 0.35, phase, drift=200)
    _leaves(painter, phase)


def _rail_and_house(p: QPainter, flight: int) -> None:
    _rail(p, flight)
    if flight + 1 < len(CORNERS) - 1:
        _pavilion(p, flight + 1)


def _light_up(painter: QPainter, phase: float) -> None:
    """Windows of the halls that go on and off."""
    dice = rng(98)
    for pane in _panes[::3]:
        strength = ease((wave(phase, 1, float(dice.uniform())) - 0.4) * 4)
        if strength > 0.02:
            painter.fillRect(pane, colour("#FFCB80", 0.92 * strength))


def _leaves(painter: QPainter, phase: float) -> None:
    """Ginkgo leaves on the wind, near and far."""
    dice = rng(99)
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    for _ in range(34):
        start, line, size, turns = (
            dice.uniform(),
            dice.uniform(-300, 1700),
            dice.uniform(9, 24),
            int(dice.integers(1, 4)),
        )
        life = (phase + start) % 1.0
        x = -200 + life * (WIDTH + 400)
        y = line + life * 700 + math.sin(2 * math.pi * (life * 2 + start)) * 70
        painter.save()
        painter.translate(x, y)
        painter.rotate(360 * turns * life + 90 * start)
        painter.scale(size, size * (0.35 + 0.65 * abs(math.sin(2 * math.pi * (life * turns + start)))))
        painter.setBrush(mix("#F2C14E", "#E98A6A", float(dice.uniform())))
        leaf = QPainterPath(QPointF(0, 0.9))
        leaf.quadTo(-0.9, 0.3, -0.8, -0.3)
        leaf.quadTo(-0.4, -0.7, 0, -0.42)
        leaf.quadTo(0.4, -0.7, 0.8, -0.3)
        leaf.quadTo(0.9, 0.3, 0, 0.9)
        painter.setOpacity(0.85 * math.sin(math.pi * life) ** 0.4)
        painter.drawPath(leaf)
        painter.restore()
    painter.restore()


def closer(painter: QPainter, phase: float) -> None:
    """The film's framing: nearer to the stairs."""
    painter.save()
    painter.translate(-620, -430)
    painter.scale(1.22, 1.22)
    paint(painter, phase)
    painter.restore()


OUTPUTS = (Still("study/cover.jpg", 0.2), Film("study/stairs.webm", 8, paint=closer, crf=33))
