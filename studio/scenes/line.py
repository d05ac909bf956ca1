"""The assembly line: bare bodies step forward between rows of welding arms."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QLinearGradient, QPainter, QPainterPath, QPen

from studio.kit import (
    HEIGHT,
    TEAL,
    WIDTH,
    Film,
    blend,
    colour,
    ease,
    glow,
    layer,
    mist,
    mix,
    person,
    rng,
    wave,
)
from studio.kit.plant import Eye, Point, car_body, robot, sparks, weld_light

HAZE = "#7FB4B0"
EYE = Eye(3.2, 3.2, 2640, 830, 2600, HAZE, 19)
STEP, FIRST, LIFT = 6.4, 8.2, 0.62
WELD = ((-0.06, 0.06), (0.37, 0.655))
LINES = ((-9.6, 14.6, 6), (0.0, FIRST, 8), (10.4, 14.6, 6))
ORANGE = "#E8742A"


def moved(phase: float) -> float:
    """How many places the line has stepped on: two in a loop, at rest while the arms weld."""
    return ease((phase - 0.09) / 0.25) + ease((phase - 0.68) / 0.23)


def leaning(phase: float) -> float:
    """How far the arms lean in, 0 to 1."""
    rest = (phase + 0.5) % 1.0 - 0.5
    first = ease((rest + 0.1) / 0.05) * (1 - ease((rest - 0.055) / 0.04))
    second = ease((phase - 0.32) / 0.05) * (1 - ease((phase - 0.65) / 0.04))
    return max(first, second)


def burning(phase: float) -> float:
    """1 while the welds burn."""
    return 1.0 if any(a <= phase <= b or a <= phase - 1 <= b for a, b in WELD) else 0.0


def hall(p: QPainter) -> None:
    """Walls, roof, floor: frames behind frames into the light."""
    air = QLinearGradient(0, 0, 0, HEIGHT)
    blend(air, [(0, "#2C5458"), (0.39, HAZE), (1, "#2A4A4E")])
    p.fillRect(QRectF(0, 0, WIDTH, HEIGHT), QBrush(air))
    glow(p, EYE.vanish_x, EYE.vanish_y - 60, 1500, "#D8F4E8", 0.22, squash=0.6)
    left, right, roof = -15.0, 17.0, 9.6
    floor = QLinearGradient(0, EYE.vanish_y, 0, HEIGHT)
    blend(floor, [(0, HAZE), (0.12, "#6FA3A0"), (0.4, "#2E5056"), (0.75, "#142A32"), (1, "#0A161E")])
    p.fillRect(QRectF(0, EYE.vanish_y + 26, WIDTH, HEIGHT), QBrush(floor))
    for lane, wide, shade, power in (
        (-4.6, 0.1, "#E8D070", 0.5),
        (4.6, 0.1, "#E8D070", 0.5),
        (6.2, 0.1, "#E8D070", 0.5),
        (-6.0, 0.1, "#E8D070", 0.5),
    ):
        stripe = QLinearGradient(0, EYE.vanish_y, 0, HEIGHT)
        blend(
            stripe, [(0, colour(HAZE, 0)), (0.2, colour(shade, power)), (1, colour(mix(shade, "#0A161E", 0.5), power))]
        )
        p.setBrush(QBrush(stripe))
        p.drawPolygon(EYE.quad((lane, 0, 3), (lane + wide, 0, 3), (lane + wide, 0, 90), (lane, 0, 90)))
    dice = rng(7)
    for _ in range(260):
        z = 4 + 50 * dice.uniform() ** 2
        at = EYE.at(dice.uniform(-16, 18), 0, z)
        p.setPen(QPen(colour("#D8F4EE" if dice.uniform() < 0.5 else "#06141A", 0.05), 2 + 20 / z))
        long = EYE.size(dice.uniform(0.5, 2.5), z)
        p.drawLine(at, at + QPointF(long, 0))
    p.setPen(Qt.PenStyle.NoPen)
    p.setBrush(EYE.seen("#4A7A7C", 60))
    p.drawPolygon(EYE.quad((left, 0, 82), (left, roof, 82), (right, roof, 82), (right, 0, 82)))
    for bay in range(7):
        x = left + 1.2 + bay * 4.4
        p.setBrush(mix(HAZE, "#E8FFF6", 0.55))
        p.drawPolygon(EYE.quad((x, 5.6, 82), (x, 8.8, 82), (x + 3.2, 8.8, 82), (x + 3.2, 5.6, 82)))
    p.setBrush(mix(HAZE, "#F2FFF8", 0.4))
    p.drawPolygon(EYE.quad((3.4, 0, 82), (3.4, 4.6, 82), (7.6, 4.6, 82), (7.6, 0, 82)))
    depth = 76.0
    while depth > 3:
        steel = EYE.seen("#0E2026", depth * 0.8)
        far = depth + 6
        # the left wall between two frames: cladding below, a band of windows above
        p.setBrush(EYE.seen("#1C3A40", depth * 0.85))
        p.drawPolygon(EYE.quad((left, 0, depth), (left, roof, depth), (left, roof, far), (left, 0, far)))
        p.drawPolygon(EYE.quad((right, 0, depth), (right, roof, depth), (right, roof, far), (right, 0, far)))
        p.setBrush(EYE.seen("#10242A", depth * 0.8))
        p.drawPolygon(EYE.quad((left, roof, depth), (right, roof, depth), (right, roof, far), (left, roof, far)))
        for pane in range(4):
            start = depth + 0.5 + pane * 1.3
            window = EYE.quad(
                (left, 5.2, start), (left, 8.7, start), (left, 8.7, start + 1.05), (left, 5.2, start + 1.05)
            )
            shine = QLinearGradient(0, window.boundingRect().top(), 0, window.boundingRect().bottom())
            blend(shine, [(0, EYE.seen("#E8FFF6", depth * 0.4)), (1, EYE.seen("#9FE0D4", depth * 0.5))])
            p.setBrush(QBrush(shine))
            p.drawPolygon(window)
            p.setBrush(EYE.seen("#1C3A40", depth * 0.85))
            p.drawPolygon(EYE.quad((left, 6.9, start), (left, 7.05, start), (left, 7.05, start + 1.05),
                                   (left, 6.9, start + 1.05)))  # fmt: skip
        for light_x in (-6.0, 1.4, 8.6):
            p.setBrush(EYE.seen("#E8FFF8", depth * 0.5))
            p.drawPolygon(EYE.quad((light_x, 7.6, depth + 2), (light_x + 0.35, 7.6, depth + 2),
                                   (light_x + 0.35, 7.6, depth + 4.6), (light_x, 7.6, depth + 4.6)))  # fmt: skip
        for side in (left, right):
            column = 0.55 if side < 0 else -0.55
            p.setBrush(mix(steel, "#DDF6F0", 0.12) if side < 0 else steel)
            p.drawPolygon(EYE.quad((side, 0, depth), (side, roof, depth), (side + column, roof, depth),
                                   (side + column, 0, depth)))  # fmt: skip
        pen = QPen(steel, max(1.6, EYE.size(0.16, depth)))
        p.setPen(pen)
        p.drawLine(EYE.at(left, 8.1, depth), EYE.at(right, 8.1, depth))
        p.drawLine(EYE.at(left, roof - 0.1, depth), EYE.at(right, roof - 0.1, depth))
        p.setPen(QPen(steel, max(1.2, EYE.size(0.09, depth))))
        for brace in range(20):
            x, low, high = left + 1.6 * brace, *((8.1, roof - 0.1) if brace % 2 == 0 else (roof - 0.1, 8.1))
            p.drawLine(EYE.at(x, low, depth), EYE.at(x + 1.6, high, depth))
        p.setPen(Qt.PenStyle.NoPen)
        depth -= 6
    for pipe_x, pipe_y, wide in ((-3.2, 7.3, 0.5), (4.9, 7.0, 0.36)):
        start, end = 6.0, 80.0
        for piece in range(24):
            a = start * (end / start) ** (piece / 24)
            b = start * (end / start) ** ((piece + 1) / 24)
            p.setBrush(EYE.seen("#2A4A50", a))
            p.drawPolygon(EYE.quad((pipe_x, pipe_y, a), (pipe_x + wide, pipe_y, a), (pipe_x + wide, pipe_y, b),
                                   (pipe_x, pipe_y, b)))  # fmt: skip
            p.setBrush(EYE.seen("#16323A", a))
            p.drawPolygon(EYE.quad((pipe_x, pipe_y, a), (pipe_x, pipe_y + wide, a), (pipe_x, pipe_y + wide, b),
                                   (pipe_x, pipe_y, b)))  # fmt: skip
    dusk = QLinearGradient(0, 0, 0, 760)
    blend(dusk, [(0, colour("#071419", 0.72)), (0.5, colour("#071419", 0.34)), (1, colour("#071419", 0))])
    p.fillRect(QRectF(0, 0, WIDTH, 760), QBrush(dusk))
    for z in (11.0, 17.0, 23.0, 29.0, 35.0, 41.0, 47.0):
        for pane in range(4):
            a = z + 0.4 + pane * 1.3
            p.setBrush(colour("#D8FFF2", 0.13 * math.exp(-(z - 11) / 30)))
            p.drawPolygon(EYE.quad((-8.4, 0, a), (-3.4, 0, a - 0.8), (-3.4, 0, a + 0.2), (-8.4, 0, a + 1.0)))
            p.drawPolygon(EYE.quad((3.0, 0, a - 1.6), (7.4, 0, a - 2.3), (7.4, 0, a - 1.4), (3.0, 0, a - 0.7)))
    for x, _, _ in LINES:
        shine = QLinearGradient(0, EYE.vanish_y + 60, 0, HEIGHT)
        blend(shine, [(0, colour(TEAL, 0)), (0.3, colour(TEAL, 0.22)), (1, colour(TEAL, 0.1))])
        side = 1 if x < EYE.x else -1
        p.setBrush(QBrush(shine))
        p.drawPolygon(EYE.quad((x + side * 1.05, 0, 2.2), (x + side * 1.3, 0, 2.2), (x + side * 1.3, 0, 80),
                               (x + side * 1.05, 0, 80)))  # fmt: skip
        bed(p, x)


def bed(p: QPainter, x: float) -> None:
    """The conveyor: a low dark bed with a line of teal light along each edge."""
    high = 0.42
    edges = [2.2 * (80 / 2.2) ** (piece / 40) for piece in range(41)]
    for a, b in reversed(list(itertools.pairwise(edges))):
        p.setBrush(EYE.seen("#1A3238", a))
        p.drawPolygon(EYE.quad((x - 1.05, high, a), (x + 1.05, high, a), (x + 1.05, high, b), (x - 1.05, high, b)))
        side = x + 1.05 if x < EYE.x else x - 1.05
        p.setBrush(EYE.seen("#0C1B22", a))
        p.drawPolygon(EYE.quad((side, 0, a), (side, high, a), (side, high, b), (side, 0, b)))
        p.setBrush(EYE.seen("#56E8D4", a * 0.7))
        p.drawPolygon(EYE.quad((side, high - 0.12, a), (side, high - 0.06, a), (side, high - 0.06, b),
                               (side, high - 0.12, b)))  # fmt: skip
        p.setBrush(EYE.seen("#4A6A70", a))
        for rail in (-0.62, 0.54):
            p.drawPolygon(EYE.quad((x + rail, high + 0.02, a), (x + rail + 0.1, high + 0.02, a),
                                   (x + rail + 0.1, high + 0.02, b), (x + rail, high + 0.02, b)))  # fmt: skip


def shafts(p: QPainter, phase: float) -> None:
    """Daylight falling in from the high windows."""
    p.save()
    p.setCompositionMode(QPainter.CompositionMode.CompositionMode_Screen)
    for number, z in enumerate((11.0, 17.0, 23.0, 29.0, 35.0)):
        a, b = EYE.at(-15, 8.7, z), EYE.at(-15, 5.4, z + 5)
        foot_a, foot_b = EYE.at(-3.5, 0, z), EYE.at(-6.5, 0, z + 5)
        beam = QPainterPath(a)
        beam.lineTo(b)
        beam.lineTo(foot_b)
        beam.lineTo(foot_a)
        beam.closeSubpath()
        power = 0.15 + 0.04 * wave(phase, 1, number * 0.23)
        fall = QLinearGradient(a, foot_a)
        blend(fall, [(0, colour("#D8FFF2", power)), (1, colour("#D8FFF2", 0))])
        p.fillPath(beam, QBrush(fall))
    p.restore()


def worker(p: QPainter, x: float, z: float, *, step: float = 0.0, facing: int = 1, coat: str = "#2A6A74",
           carries: str | None = None) -> None:  # fmt: skip
    """Somebody in a helmet."""
    foot, tall = EYE.at(x, 0, z), EYE.size(1.74, z)
    p.setBrush(colour("#02080A", 0.35))
    p.drawEllipse(foot, tall * 0.2, tall * 0.035)
    person(p, foot.x(), foot.y(), tall, EYE.seen("#10202A", z), coat=EYE.seen(coat, z), step=step, facing=facing,
           carries=carries)  # fmt: skip
    head = foot + QPointF(facing * 0.015 * tall, -0.945 * tall)
    p.setBrush(EYE.seen("#F2C94A", z))
    p.drawChord(QRectF(head.x() - tall * 0.072, head.y() - tall * 0.06, tall * 0.144, tall * 0.12), 0, 180 * 16)
    p.drawRect(
        QRectF(head.x() - tall * (0.07 if facing > 0 else 0.1), head.y() - tall * 0.008, tall * 0.17, tall * 0.016)
    )
    vest = QRectF(foot.x() - tall * 0.085, foot.y() - tall * 0.62, tall * 0.17, tall * 0.035)
    p.setBrush(EYE.seen("#E8F4A0", z))
    p.drawRect(vest)


def console(p: QPainter, x: float, z: float, phase: float) -> None:
    """A control desk with a lit screen."""
    foot, unit = EYE.at(x, 0, z), EYE.size(1, z)
    p.setBrush(EYE.seen("#12242A", z))
    p.drawRect(QRectF(foot.x() - unit * 0.07, foot.y() - unit * 1.0, unit * 0.14, unit))
    p.drawRoundedRect(QRectF(foot.x() - unit * 0.42, foot.y() - unit * 1.5, unit * 0.84, unit * 0.56), 8, 8)
    screen = QRectF(foot.x() - unit * 0.37, foot.y() - unit * 1.46, unit * 0.74, unit * 0.46)
    p.setBrush(EYE.seen("#1A6A68", z))
    p.drawRect(screen)
    p.setBrush(EYE.seen("#8FFFEA", z))
    for bar in range(7):
        high = screen.height() * (0.25 + 0.5 * wave(phase, 1 + bar % 3, bar * 0.17))
        p.drawRect(QRectF(screen.left() + screen.width() * (0.08 + bar * 0.125), screen.bottom() - high - 4,
                          screen.width() * 0.07, high))  # fmt: skip
    glow(p, foot.x(), screen.center().y(), unit * 1.1, TEAL, 0.4)


def shuttle(p: QPainter, z: float) -> None:
    """A driverless cart with a battery pack, following its lane."""
    x, wide, long = 5.45, 0.62, 2.1
    shade, pack, trim = EYE.seen("#12242C", z), EYE.seen("#5A767C", z), EYE.seen("#C8DCD8", z)
    p.setBrush(colour("#02080A", 0.4 * math.exp(-(z - 7) / 30)))
    p.drawPolygon(EYE.quad((x - wide - 0.12, 0, z), (x + wide + 0.12, 0, z), (x + wide + 0.12, 0, z + long + 0.2),
                           (x - wide - 0.12, 0, z + long + 0.2)))  # fmt: skip
    p.setBrush(mix(shade, "#000000", 0.3))
    p.drawPolygon(
        EYE.quad((x - wide, 0.08, z), (x - wide, 0.3, z), (x - wide, 0.3, z + long), (x - wide, 0.08, z + long))
    )
    p.setBrush(shade)
    p.drawPolygon(EYE.quad((x - wide, 0.08, z), (x + wide, 0.08, z), (x + wide, 0.3, z), (x - wide, 0.3, z)))
    p.setBrush(EYE.seen("#1E363E", z))
    p.drawPolygon(
        EYE.quad((x - wide, 0.3, z), (x + wide, 0.3, z), (x + wide, 0.3, z + long), (x - wide, 0.3, z + long))
    )
    a, b = z + 0.14, z + long - 0.14
    p.setBrush(mix(pack, "#05141A", 0.5))
    p.drawPolygon(EYE.quad((x - 0.52, 0.32, a), (x - 0.52, 0.5, a), (x - 0.52, 0.5, b), (x - 0.52, 0.32, b)))
    p.setBrush(mix(pack, "#05141A", 0.25))
    p.drawPolygon(EYE.quad((x - 0.52, 0.32, a), (x + 0.52, 0.32, a), (x + 0.52, 0.5, a), (x - 0.52, 0.5, a)))
    p.setBrush(pack)
    p.drawPolygon(EYE.quad((x - 0.52, 0.5, a), (x + 0.52, 0.5, a), (x + 0.52, 0.5, b), (x - 0.52, 0.5, b)))
    for row in range(5):
        for way in (-1, 1):
            start = a + 0.1 + row * (b - a - 0.1) / 5
            p.setBrush(mix(pack, trim, 0.5))
            p.drawPolygon(
                EYE.quad(
                    (x + way * 0.06, 0.5, start),
                    (x + way * 0.46, 0.5, start),
                    (x + way * 0.46, 0.5, start + 0.26),
                    (x + way * 0.06, 0.5, start + 0.26),
                )
            )
    p.setBrush(EYE.seen("#7AFFE8", z * 0.6))
    p.drawPolygon(EYE.quad((x - wide, 0.17, z), (x + wide, 0.17, z), (x + wide, 0.21, z), (x - wide, 0.21, z)))
    at = EYE.at(x, 0.1, z)
    glow(p, at.x(), at.y(), EYE.size(1.3, z), TEAL, 0.5 * math.exp(-(z - 7) / 25), squash=0.3)


def tip_of(line_x: float, side: int, z: float, seam: float, phase: float, lean: float, dice: float) -> Point:
    """Where an arm's tool is: on the body's seam while it leans in, else drawn back and up."""
    slide = 0.22 * math.sin(math.tau * (2 * phase + dice))
    on = (line_x + side * 0.7, LIFT + 1.12 - 0.3 * (dice > 0.5), z + seam + slide)
    off = (line_x + side * 1.75, 2.35, z + seam - 0.2)
    return tuple(o + (n - o) * lean for o, n in zip(off, on, strict=True))  # type: ignore[return-value]


def paint(painter: QPainter, phase: float) -> None:
    layer(painter, "hall", hall)
    shafts(painter, phase)
    shift, heat = moved(phase), burning(phase)
    things: list[tuple[float, Callable[[], None]]] = []
    lights: list[tuple[float, Callable[[], None]]] = []
    for number, (line_x, first, count) in enumerate(LINES):
        lean = leaning((phase + (0.5 if number != 1 else 0)) % 1.0) if number != 1 else leaning(phase)
        hot = burning((phase + 0.5) % 1.0) if number != 1 else heat
        onward = moved((phase + 0.5) % 1.0) if number != 1 else shift
        spans = WELD if number == 1 else tuple((a + 0.5, b + 0.5) for a, b in WELD)
        for place in range(-1, count):
            rest = first + place * STEP
            z = rest - (onward % 1) * STEP
            flick = hot * (0.92 + 0.08 * math.sin(math.tau * (phase * 17 + place * 0.31)))
            things.append((z + 2.2, partial(car_body, painter, EYE, line_x, LIFT, z, "#7E9EA2", warm=flick)))
            if place < 0:
                continue
            for side, seat in itertools.product((-1, 1), (0, 1)):
                seam, luck = (1.3, 3.4)[seat], float(rng(number, place, side + 1, seat).uniform())
                at = rest + seam
                tip = tip_of(line_x, side, rest, seam, phase, lean, luck)
                before = 0.6 if (side > 0) == (line_x > EYE.x) else -0.6
                arm = partial(robot, painter, EYE, line_x + side * 2.35, at, tip, body=ORANGE, accent=TEAL, hot=hot)
                things.append((at + before, arm))
                if luck >= 0.78:
                    continue
                if hot and place < 5:
                    flare = flick * (0.85 + 0.15 * math.sin(math.tau * (phase * 23 + luck)))
                    lights.append((at, partial(weld_light, painter, EYE, tip, flare)))
                if place < 3:
                    source = tip_of(line_x, side, rest, seam, phase, 1.0, luck)
                    shower = partial(sparks, painter, EYE, place * 9 + side + 40, source, phase, spans)
                    lights.append((at, partial(shower, count=(90, 60, 30)[place])))
    things += [
        (17.0, partial(worker, painter, 7.35, 17.0, facing=-1)),
        (16.9, partial(console, painter, 6.8, 16.9, phase)),
        (25.0, partial(worker, painter, 6.9, 25.0, coat="#C8602A", carries="case")),
        (21.0, partial(worker, painter, -5.2, 21.0)),
        (21.1, partial(worker, painter, -5.9, 21.1, facing=-1, coat="#C8602A")),
        (34.0, partial(worker, painter, 3.6, 34.0, coat="#C8602A")),
    ]
    for cart in range(4):
        z = 64 - ((phase + cart + 0.2) % 4) * 15.5
        if z > 2:
            things.append((z, partial(shuttle, painter, z)))
    for _, draw in sorted(things, key=lambda thing: -thing[0]):
        draw()
    mist(painter, 6, QRectF(-200, 620, 4240, 520), "#C8EAE2", 0.3, phase)
    for _, draw in sorted(lights, key=lambda light: -light[0]):
        draw()


OUTPUTS = (Film("automotive/line.webm", 8, crf=39),)
