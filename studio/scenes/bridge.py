"""A double-deck bridge at dusk: cars above, a monorail below, the lit mountain city behind."""

from __future__ import annotations

import itertools
import math

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath

from studio.kit import (
    HEIGHT,
    LAMP,
    VERMILION,
    Film,
    Shade,
    Spot,
    bank_rect,
    bank_reflection,
    birds,
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
    stars,
    streak,
    sun,
    terraced_city,
    twinkle,
    water,
    wave,
)
from studio.kit.space import Camera, Place, beam, box, face, haze

EYE = Camera(2150, 1170, 2400, 47)
AIR, LIGHT, SUN_X = "#7FB8AE", "#FFC890", 1210
START, TURN = (33.0, 25.0), 0.44
UPPER, LOWER, HALF, TIP = 34.0, 24.5, 13.0, 96.0
PYLONS = (140.0, 450.0)
FAR_END, NEAR_END, BAY = 640.0, -6.0, 12.0
STEEL = "#1F4650"
CAR_PAINTS = ("#C9D2D6", "#2A3A44", "#8E2F2A", "#E9E4DA", "#35606E", "#B08A4A", "#14181E")

FARTHEST = ridge(
    141, [(-240, 620), (400, 560), (900, 800), (1250, 980), (1700, 900), (2300, 700), (3000, 560), (4080, 640)], 90, 460
)
FAR = ridge(
    142,
    [(-240, 760), (300, 760), (800, 980), (1220, 1120), (1700, 1040), (2500, 860), (3200, 700), (4080, 660)],
    80,
    380,
)
LEFT = ridge(143, [(-240, 780), (250, 860), (640, 1010), (960, 1140), (1120, 1190), (4080, 1300)], 30, 260)
RIGHT = ridge(
    144, [(-240, 1400), (1340, 1196), (1700, 1130), (2200, 1020), (2800, 900), (3400, 760), (4080, 680)], 40, 300
)
_dark: list[Spot] = []


def on(along: float, across: float, up: float) -> Place:
    """A place on the bridge: metres along it from its near end, across to the right, above the water."""
    cos, sin = math.cos(TURN), math.sin(TURN)
    return (START[0] - sin * along + cos * across, up, START[1] + cos * along + sin * across)


def _air(own: Shade, along: float) -> Shade:
    return haze(own, AIR, along, 90, 620)


def _left_shore(x: float) -> float:
    return float(1216 + 120 * max(0.0, (1130 - x) / 1370) ** 1.3 + 4 * math.sin(x / 61))


def _right_shore(x: float) -> float:
    return float(1216 + 130 * max(0.0, (x - 1320) / 2700) ** 1.2 + 4 * math.sin(x / 71))


def distance(p: QPainter) -> None:
    """Sky, ridges, both banks and the river."""
    _dark.clear()
    sky(
        p,
        [(0, "#071C2C"), (0.22, "#0E3F50"), (0.46, "#2B8084"), (0.68, "#84BDAA"), (0.84, "#F2DDB0"), (1, "#FFC794")],
        1190,
    )
    clouds(p, 61, QRectF(-100, 100, 4000, 560), colour("#9AD8CC", 0.34), 0.45, 8)
    clouds(p, 62, QRectF(-100, 560, 4000, 340), colour("#FFE6BE", 0.5), 0.42, 11)
    sun(p, SUN_X, 948, 70, "#FFF8E0", "#FFB468", 0.95)
    draw_ridge(
        p,
        FARTHEST,
        "#6FA8A6",
        "#E8D2AC",
        fade=540,
        rim="#FFE9C4",
        sun_x=SUN_X,
        relief=0.28,
        light="#E8E0BC",
        dark="#37777E",
        seed=3,
        grain=90,
    )
    draw_ridge(
        p,
        FAR,
        "#417F86",
        "#C9C6A8",
        fade=520,
        rim="#F6DCAE",
        sun_x=SUN_X,
        relief=0.3,
        light="#C8D4B0",
        dark="#1E5560",
        seed=4,
        grain=110,
    )
    for seed, start, end, high, body in ((61, 900, 1700, 150, "#5F9492"), (62, 1450, 2700, 250, "#4E8488")):
        _dark.extend(
            city(
                p,
                seed,
                lambda x: 1214.0,
                start,
                end,
                widths=(26, 54),
                heights=(50, high),
                body=body,
                light=LIGHT,
                sun_x=SUN_X,
                lit=0.4,
                floor=10,
                haze="#B4C2A4",
            )
        )
    water(
        p,
        bank_rect(1212, HEIGHT + 10),
        [(0, "#F6D8A6"), (0.08, "#A9C0A4"), (0.3, "#2F7478"), (0.62, "#134450"), (1, "#07202C")],
        8,
    )
    glow(p, SUN_X, 1250, 560, "#FFE6B8", 0.6, squash=0.14)
    for shape, shore, start, end, near, seed in (
        (LEFT, _left_shore, -240, 1130, "left", 400),
        (RIGHT, _right_shore, 1330, 4080, "right", 500),
    ):
        path = QPainterPath(QPointF(start, shape.y(start)))
        for x in range(start, end + 1, 8):
            path.lineTo(x, min(shape.y(x), shore(x)))
        for x in range(end, start - 1, -8):
            path.lineTo(x, shore(x))
        draw_ridge(
            p,
            shape,
            "#2F6670",
            "#143C48",
            fade=520,
            sun_x=SUN_X,
            relief=0.3,
            light=LIGHT,
            dark="#0B2C38",
            seed=seed,
            path=path,
        )
        bank_reflection(p, shore, start, end, "#0C3440", seed=seed, long=(70, 330))
        _dark.extend(
            terraced_city(
                p,
                seed,
                shape.y,
                shore,
                start,
                end,
                near="#1B4350",
                far="#6E9C96",
                light=LIGHT,
                sun_x=SUN_X,
                near_end=near,
                rows=6,
                tall=330,
                floor=13,
                green="#0F3038",
                lit=0.44,
            )
        )


def _girder(p: QPainter, across: float, shade: Shade, rim: Shade | None) -> None:
    """One side's truss between the decks."""
    along = FAR_END
    while along > NEAR_END:
        own, edge = _air(shade, along), None if rim is None else colour(_air(rim, along), 0.6)
        low, high, following = LOWER, UPPER - 1.2, max(NEAR_END, along - BAY)
        if on(following, across, low)[2] < 4:
            break
        for height, thick in ((low, 0.9), (high, 0.8)):
            beam(p, EYE, on(along, across, height), on(following, across, height), thick, own, edge)
        beam(p, EYE, on(along, across, low), on(along, across, high), 0.5, own, edge)
        middle = (along + following) / 2
        beam(p, EYE, on(along, across, low), on(middle, across, high), 0.42, own, edge)
        beam(p, EYE, on(middle, across, high), on(following, across, low), 0.42, own, edge)
        along -= BAY


def _strip(
    p: QPainter, across: tuple[float, float], up: float, shade: Shade, far: float = FAR_END, near: float = NEAR_END
) -> None:
    """A flat strip along the bridge, in pieces that fade with distance."""
    along = far
    while along > near:
        step = max(3.0, along * 0.12)
        following = max(near, along - step)
        corners = [
            on(along, across[0], up),
            on(following, across[0], up),
            on(following, across[1], up),
            on(along, across[1], up),
        ]
        face(p, EYE, corners, _air(shade, (along + following) / 2))
        along = following


def _pylon_half(p: QPainter, along: float, side: int) -> None:
    own, rim = _air(STEEL, along), colour(_air("#FFD9A0", along), 0.8)
    knee, thick = UPPER + 24, 3.4
    points = [
        on(along, side * 17, -0.5),
        on(along, side * (HALF + 2.6), UPPER),
        on(along, side * 10.5, knee),
        on(along, side * 3.4, TIP),
    ]
    for lower, upper in itertools.pairwise(points):
        beam(p, EYE, lower, upper, thick, own, rim)
        thick -= 0.5
    if side > 0:
        beam(p, EYE, on(along, -HALF - 3, LOWER - 3), on(along, HALF + 3, LOWER - 3), 2.6, own, rim)
        beam(p, EYE, on(along, -10.4, knee), on(along, 10.4, knee), 2.2, own, rim)
        beam(p, EYE, on(along, -5.2, TIP - 12), on(along, 5.2, TIP - 12), 1.6, own, rim)
        beam(p, EYE, on(along, -3.4, TIP), on(along, 3.4, TIP), 2.0, own, rim)
    base = EYE.at(on(along, side * 17, 0))
    size = EYE.size(on(along, 0, 0)[2])
    p.setBrush(mix(own, "#06181F", 0.4))
    p.drawRoundedRect(QRectF(base.x() - size * 4, base.y() - size * 3, size * 8, size * 3.4), size, size)


def _stays(p: QPainter, along: float, side: int) -> None:
    """The fan of cables from a pylon to one edge of the deck."""
    for number in range(1, 17):
        for way in (-1, 1):
            foot = along + way * (10 + number * 8.4)
            if foot < NEAR_END or on(foot, side * HALF, 0)[2] < 4:
                continue
            top = on(along, side * 3.8, TIP - 2 - (16 - number) * 1.5)
            own = _air("#8FC0B4" if side < 0 else "#5E9894", (along + foot) / 2)
            beam(p, EYE, top, on(foot, side * (HALF - 0.4), UPPER + 0.6), 0.18, colour(own, 0.8))


def _below(p: QPainter) -> None:
    """What lies behind the train: far pylon legs, the lower deck, the far truss."""
    for along in reversed(PYLONS):
        _pylon_half(p, along, 1)
        _stays(p, along, 1)
    _strip(p, (-HALF + 1, HALF - 1), LOWER - 0.8, "#15343C")
    for across in (-6.5, -5.1, 4.6, 6.0):
        _strip(p, (across, across + 0.5), LOWER - 0.6, "#4A7C7C")
    _girder(p, HALF - 1, mix(STEEL, "#081820", 0.3), None)
    along = FAR_END
    while along > NEAR_END + 8:
        at = EYE.at(on(along, 3, UPPER - 2))
        size = EYE.size(on(along, 3, 0)[2])
        glow(p, at.x(), at.y(), size * 5, "#7FE8D8", 0.35, squash=0.5)
        p.fillRect(QRectF(at.x() - size * 0.9, at.y() - size * 0.08, size * 1.8, size * 0.16), colour("#CFFFF4", 0.8))
        along -= BAY


def _above(p: QPainter) -> None:
    """The near truss and the road on top, its kerbs, lines and lamp posts."""
    along = FAR_END
    while along > NEAR_END:
        following = max(NEAR_END, along - max(3.0, along * 0.12))
        own = _air(STEEL, along)
        a, b = -HALF + 1, -HALF
        face(
            p,
            EYE,
            [on(along, a, LOWER - 2.2), on(following, a, LOWER - 2.2), on(following, a, LOWER), on(along, a, LOWER)],
            own,
        )
        face(
            p,
            EYE,
            [on(along, b, UPPER - 1.6), on(following, b, UPPER - 1.6), on(following, b, UPPER), on(along, b, UPPER)],
            mix(own, LIGHT, 0.1),
        )
        along = following
    _girder(p, -HALF + 1, STEEL, "#FFD9A0")
    _strip(p, (-HALF, HALF), UPPER, "#22373E")
    _strip(p, (-HALF, -HALF + 2.0), UPPER + 0.05, "#4A6C6C")
    _strip(p, (HALF - 2.0, HALF), UPPER + 0.05, "#4A6C6C")
    _strip(p, (-0.35, 0.35), UPPER + 0.05, "#C9B48A")
    for lane in (-7.3, -3.8, 3.8, 7.3):
        along = 300.0
        while along > NEAR_END + 2:
            _strip(p, (lane - 0.09, lane + 0.09), UPPER + 0.04, "#C4CFC2", along, along - 4)
            along -= 10
    along = FAR_END
    while along > NEAR_END + 14:
        foot, top = on(along, 0, UPPER), on(along, 0, UPPER + 9)
        beam(p, EYE, foot, top, 0.22, _air("#122A32", along))
        for side in (-1, 1):
            end = on(along, side * 2.6, UPPER + 9.3)
            beam(p, EYE, top, end, 0.16, _air("#122A32", along))
            at, size = EYE.at(end), EYE.size(end[2])
            ground = EYE.at(on(along, side * 4, UPPER))
            glow(p, ground.x(), ground.y(), size * 7, "#FFC07A", 0.3, squash=0.22)
            lamp(p, at.x(), at.y(), max(1.8, size * 0.26), LAMP, 0.85)
        along -= 24
    _edge(p, HALF)


def _edge(p: QPainter, across: float) -> None:
    """The railing along one edge of the road."""
    along = 300.0
    while along > NEAR_END + 1:
        following = max(NEAR_END + 1, along - 3)
        own = _air("#2E5A60", along)
        for height in (0.5, 0.85, 1.2):
            beam(
                p,
                EYE,
                on(along, across, UPPER + height),
                on(following, across, UPPER + height),
                0.09 if height < 1 else 0.14,
                own,
            )
        beam(p, EYE, on(along, across, UPPER), on(along, across, UPPER + 1.2), 0.12, own)
        along = following


def _front(p: QPainter) -> None:
    """What stands before the cars: near railing, walkers, near pylon legs and cables."""
    _edge(p, -HALF + 2.0)
    for along, coat, carries, facing in (
        (34, VERMILION, "umbrella", -1),
        (35.4, "#33566A", None, -1),
        (58, "#D8B26A", "bag", 1),
        (86, "#4A6A8A", None, -1),
        (24.0, "#E4DCCB", "bag", 1),
    ):
        foot = EYE.at(on(along, -HALF + 1, UPPER))
        person(
            p,
            foot.x(),
            foot.y(),
            EYE.size(on(along, -HALF, 0)[2]) * 1.75,
            "#14262E",
            coat=mix(coat, "#14262E", 0.2),
            carries=carries,
            facing=facing,
        )
    _edge(p, -HALF + 0.1)
    for along in reversed(PYLONS):
        _pylon_half(p, along, -1)
        _stays(p, along, -1)


def _train(p: QPainter, head: float) -> None:
    """A monorail of four cars coming towards us, lit inside, heads at the windows."""
    long, across, wide = 13.5, -7.2, 3.0
    for number in range(3, -1, -1):
        along = head + number * (long + 0.7)
        if along > FAR_END or along < NEAR_END:
            continue
        own = _air("#D9E4DE", along)
        place = on(along, across, LOWER + 0.4)
        box(
            p,
            EYE,
            place,
            (wide, 3.5, long),
            mix(own, "#20444A", 0.35),
            mix(own, "#1C3C44", 0.5),
            mix(own, "#123038", 0.5),
            TURN,
        )
        for y0, y1, shade in ((0.2, 0.9, _air("#37C2B2", along)), (1.35, 2.75, _air("#FFE0A4", along))):
            if shade == _air("#37C2B2", along):
                face(
                    p,
                    EYE,
                    [
                        on(along, across - 0.03, LOWER + 0.4 + y0),
                        on(along + long, across - 0.03, LOWER + 0.4 + y0),
                        on(along + long, across - 0.03, LOWER + 0.4 + y1),
                        on(along, across - 0.03, LOWER + 0.4 + y1),
                    ],
                    shade,
                )
                continue
            for pane in range(6):
                a, b = along + 0.5 + pane * 2.15, along + 0.5 + pane * 2.15 + 1.75
                face(
                    p,
                    EYE,
                    [
                        on(a, across - 0.03, LOWER + 0.4 + y0),
                        on(b, across - 0.03, LOWER + 0.4 + y0),
                        on(b, across - 0.03, LOWER + 0.4 + y1),
                        on(a, across - 0.03, LOWER + 0.4 + y1),
                    ],
                    shade,
                )
                if (pane * 5 + number * 3) % 4:
                    at, size = EYE.at(on((a + b) / 2, across, LOWER + 0.4 + 1.75)), EYE.size(on(a, across, 0)[2])
                    p.setBrush(colour("#3A3430", 0.85))
                    p.drawEllipse(at, size * 0.2, size * 0.26)
                    p.drawEllipse(at + QPointF(0, size * 0.5), size * 0.34, size * 0.34)
        if number == 0:
            low, high = LOWER + 0.4, LOWER + 3.6
            face(
                p,
                EYE,
                [
                    on(along - 0.02, across + 0.25, low + 1.4),
                    on(along - 0.02, across + wide - 0.25, low + 1.4),
                    on(along - 0.02, across + wide - 0.35, high - 0.3),
                    on(along - 0.02, across + 0.35, high - 0.3),
                ],
                "#0E2A32",
            )
            for side in (0.5, wide - 0.5):
                at, size = EYE.at(on(along, across + side, low + 0.8)), EYE.size(on(along, 0, 0)[2])
                lamp(p, at.x(), at.y(), size * 0.26, "#E8FFF8", 1)
    at = EYE.at(on(head + 28, across, LOWER + 2))
    glow(p, at.x(), at.y(), EYE.size(on(head + 28, 0, 0)[2]) * 20, "#FFD890", 0.22, squash=0.4)


def _car(p: QPainter, along: float, lane: float, way: int, paint: Shade, glow_power: float) -> None:
    """A car of 4.6 metres; `way` 1 comes towards us with headlights, -1 goes away with tail lights."""
    if along < NEAR_END + 1 or along > FAR_END:
        return
    size = EYE.size(on(along, lane, 0)[2])
    shade, light = ("#FFF3D6", 1.0) if way > 0 else (VERMILION, 1.0)
    ahead = EYE.at(on(along - 5 if way > 0 else along - 3, lane, UPPER))
    if size > 6:
        own = _air(mix(paint, "#14262E", 0.4), along)
        corner = on(along, lane - 0.9, UPPER + 0.25)
        box(
            p,
            EYE,
            corner,
            (1.8, 0.62, 4.5),
            mix(own, "#081A20", 0.35),
            mix(own, "#0A1C22", 0.25),
            mix(own, "#9AD0C4", 0.3),
            TURN,
        )
        glass, low, high = _air("#12303A", along), UPPER + 0.87, UPPER + 1.42
        a, b, c, d = (along + part for part in ((1.2, 2.0, 3.6, 4.4) if way > 0 else (0.1, 0.9, 2.5, 3.3)))
        left, right, inset = lane - 0.84, lane + 0.84, 0.17
        face(
            p,
            EYE,
            [on(a, left, low), on(b, left + inset, high), on(c, left + inset, high), on(d, left, low)],
            mix(glass, "#9AD0C4", 0.08),
        )
        face(
            p,
            EYE,
            [on(a, left, low), on(b, left + inset, high), on(b, right - inset, high), on(a, right, low)],
            mix(glass, "#9AD0C4", 0.3),
        )
        face(
            p,
            EYE,
            [
                on(b, left + inset, high),
                on(c, left + inset, high),
                on(c, right - inset, high),
                on(b, right - inset, high),
            ],
            mix(own, "#9AD0C4", 0.42),
        )
        for wheel in (0.9, 3.5):
            hub = EYE.at(on(along + wheel, lane - 0.92, UPPER + 0.32))
            p.setBrush(colour("#06121A"))
            p.drawEllipse(hub, size * 0.24, size * 0.32)
    if way > 0:
        glow(p, ahead.x(), ahead.y(), size * 5.5, "#FFE9BE", 0.36, squash=0.25)
    else:
        glow(p, ahead.x(), ahead.y(), size * 3, VERMILION, 0.3, squash=0.25)
    for side in (-0.68, 0.68):
        at = EYE.at(on(along - 0.05, lane + side, UPPER + 0.68))
        lamp(p, at.x(), at.y(), max(1.7, size * (0.19 if way > 0 else 0.16)), shade, light * glow_power)


def _traffic(p: QPainter, phase: float) -> None:
    """Five gaps a loop in every lane; cars of the same place in the pattern look alike, so the stream has no seam."""
    cars: list[tuple[float, float, int, Shade]] = []
    gap, steps = 34.0, 6
    dice = rng(145)
    for lane, way in ((-9.1, 1), (-5.5, 1), (-2.1, 1), (2.1, -1), (5.5, -1), (9.1, -1)):
        shift = float(dice.uniform(0, gap))
        paints = [str(dice.choice(CAR_PAINTS)) for _ in range(steps)]
        jitter = [float(dice.uniform(-9, 9)) for _ in range(steps)]
        missing = int(dice.integers(0, steps))
        count = int((FAR_END - NEAR_END) / gap) + 2 * steps
        for number in range(-steps, count):
            kind = number % steps
            if kind == missing:
                continue
            along = NEAR_END + shift + number * gap + jitter[kind] - way * phase * steps * gap
            cars.append((along, lane, way, paints[kind]))
    for along, lane, way, paint in sorted(cars, key=lambda car: -on(car[0], car[1], 0)[2]):
        _car(p, along, lane, way, paint, 0.9)


def paint(painter: QPainter, phase: float) -> None:
    """One frame of the bridge."""
    layer(painter, "distance", distance)
    stars(painter, 5, 420, 36, phase)
    birds(painter, 7, 1560, 660, 22, 7, "#1E4A54", phase)
    mist(painter, 1, QRectF(-300, 1020, 4440, 260), "#F6E2BC", 0.6, phase, drift=160)
    twinkle(painter, _dark[::5], "#FFD08A", phase, seed=3)
    glitter(painter, 5, SUN_X, 1226, 2100, (70, 260), "#FFE8BE", phase, count=240, strength=0.85)
    ripples(painter, 6, 1240, 2160, "#9FE0D0", phase, count=150, strength=0.13)
    for x in range(60, 1080, 120):
        streak(painter, x, _left_shore(x) + 6, 150, 13, "#FFC47E", phase, seed=x)
    for x in range(1420, 2600, 130):
        streak(painter, x, _right_shore(x) + 6, 120, 13, "#FFC47E", phase, seed=x)
    layer(painter, "below", _below)
    for train in range(4):
        _train(painter, 58 + (train - phase) * 210)
    layer(painter, "above", _above)
    _traffic(painter, phase)
    layer(painter, "front", _front)
    mist(painter, 2, QRectF(-500, 1180, 2600, 300), "#A8CFC0", 0.32, phase, drift=-180)
    for number, along in enumerate(PYLONS):
        for side in (-1, 1):
            at = EYE.at(on(along, side * 3.4, TIP + 1.4))
            blink = ease(wave(phase, 4, 0.3 * number) * 2.4 - 1.2)
            lamp(painter, at.x(), at.y(), max(3.0, EYE.size(on(along, 0, 0)[2]) * 0.3), VERMILION, 0.25 + 0.75 * blink)


OUTPUTS = (Film("automotive/bridge.webm", 8, crf=33),)
