"""The hotpot's table: boards, dishes, the brass pot with its nine squares, what floats in it."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QLinearGradient, QPainter, QPainterPath, QPen, QPolygonF, QRadialGradient

from studio.kit.colour import WIDTH, blend, colour, mix, rng
from studio.kit.light import PLUS, glow
from studio.kit.table import bubble, chilli, leaflet, orange, shadow, turned, vessel

POT_X, POT_Y, POT_R, SQUASH = 1920.0, 1402.0, 610.0, 0.335
BROTH_R, BROTH_Y = 560.0, POT_Y + 20
EDGE = 1262.0


def boards(p: QPainter, lamps: Sequence[tuple[float, float, float]]) -> None:
    """The dark boards of the table, its far edge, the light that `lamps` (x, y, size) lay on it."""
    top = QPainterPath(QPointF(-20, EDGE))
    top.lineTo(WIDTH + 20, EDGE)
    top.lineTo(WIDTH + 20, 2180)
    top.lineTo(-20, 2180)
    top.closeSubpath()
    fall = QLinearGradient(0, EDGE, 0, 2160)
    blend(fall, [(0, "#6A3420"), (0.12, "#4A2218"), (0.5, "#2C1412"), (1, "#170B0C")])
    p.fillPath(top, QBrush(fall))
    p.save()
    p.setClipPath(top)
    dice = rng(71)
    eye = QPointF(1920, 520)

    def ray(x: float, y: float) -> QPointF:
        far = (y - eye.y()) / (2160 - eye.y())
        return QPointF(eye.x() + (x - eye.x()) * far, y)

    edges = [-4400.0]
    while edges[-1] < 8200:
        edges.append(edges[-1] + float(dice.uniform(460, 640)))
    for left, right in itertools.pairwise(edges):
        board = QPolygonF([ray(left, EDGE), ray(right, EDGE), ray(right, 2200), ray(left, 2200)])
        p.setPen(Qt.PenStyle.NoPen)
        p.setBrush(colour("#8A4A2A" if dice.uniform() < 0.5 else "#000000", float(dice.uniform(0.02, 0.15))))
        p.drawPolygon(board)
        for _ in range(26):
            start, bow = dice.uniform(left, right), dice.uniform(-26, 26)
            y0, y1 = EDGE, 2200.0
            if dice.uniform() < 0.6:
                y0 = EDGE + dice.uniform(0, 700)
                y1 = y0 + dice.uniform(80, 500)
            grain = QPainterPath(ray(start, y0))
            grain.quadTo(ray(start + bow, (y0 + y1) / 2), ray(start + bow * 0.3, y1))
            tone = "#C8794A" if dice.uniform() < 0.45 else "#060203"
            p.strokePath(grain, QPen(colour(tone, dice.uniform(0.05, 0.2)), dice.uniform(1.5, 4.5)))
        p.setPen(QPen(colour("#060203", 0.8), 5))
        p.drawLine(ray(left, EDGE), ray(left, 2200))
        p.setPen(QPen(colour("#B8683A", 0.28), 2.5))
        p.drawLine(ray(left + 9, EDGE), ray(left + 9, 2200))
    glow(p, 1990, 1330, 1750, "#FF8A4A", 0.5, squash=0.2)
    for x, y, size in lamps:
        p.save()
        p.setClipPath(top)
        p.translate(1920 + (x - 1920) * 1.12, EDGE + 150 + (500 - y) * 0.5)
        p.scale(1, 4.2)
        glow(p, 0, 0, size * 0.95, "#FF7A3A", 0.3)
        p.restore()
    glow(p, 1920, 1800, 1250, "#FF5A2A", 0.3, squash=0.34)
    p.restore()
    line = QLinearGradient(0, 0, WIDTH, 0)
    blend(line, [(0, "#5A2A1C"), (0.52, "#FFB070"), (1, "#5A2A1C")])
    p.fillRect(QRectF(-20, EDGE - 4, WIDTH + 40, 7), QBrush(line))
    corner = QRadialGradient(300, 2160, 1500)
    blend(corner, [(0, colour("#0A0508", 0.75)), (1, colour("#0A0508", 0))])
    p.fillPath(top, QBrush(corner))


def dish(p: QPainter, x: float, y: float, radius: float, body: str, inside: str = "#2A1812") -> None:
    """A shallow dish with a foot."""
    shadow(p, x + radius * 0.05, y + radius * 0.38, radius * 1.25, 0.32)
    vessel(
        p, x, y, [(radius, 0), (radius * 0.86, radius * 0.2), (radius * 0.5, radius * 0.36)], 0.3, body, inside=inside
    )


def bowl(p: QPainter, x: float, y: float, radius: float, body: str, inside: str, *, deep: float = 0.75) -> None:
    """A rice bowl."""
    shadow(p, x + radius * 0.08, y + radius * deep, radius * 1.2, 0.34)
    vessel(p, x, y, [(radius, 0), (radius * 0.93, radius * deep * 0.45), (radius * 0.52, radius * deep * 0.9),
                     (radius * 0.48, radius * deep)], 0.32, body, inside=inside)  # fmt: skip


def far_dishes(p: QPainter) -> None:
    """What stands behind the pot: lotus root, greens, a teapot, the oranges."""
    dish(p, 1130, 1372, 170, "#6E8AA0", "#3A4A58")
    for x, y in ((1040, 1352), (1120, 1362), (1205, 1352), (1085, 1336), (1170, 1336)):
        p.setBrush(colour("#C8A888"))
        p.drawEllipse(QPointF(x, y + 5), 56, 24)
        p.setBrush(colour("#F2DCC0"))
        p.drawEllipse(QPointF(x, y), 56, 24)
        p.setBrush(colour("#8A6248"))
        for hole in range(7):
            turn = math.tau * hole / 7
            p.drawEllipse(QPointF(x + math.cos(turn) * 33, y + math.sin(turn) * 13.5), 9, 4.4)
        p.drawEllipse(QPointF(x, y), 7, 3.4)
    dish(p, 720, 1410, 150, "#8A3A2A", "#2A1410")
    dice = rng(81)
    for number in range(90):
        deep = number / 90
        leaflet(
            p,
            720 + dice.normal() * 52,
            1384 + 34 * deep - abs(dice.normal()) * 10,
            dice.uniform(44, 84),
            dice.uniform(-95, 95),
            mix("#1E4A30", "#8AB85A", 0.15 + 0.75 * deep * float(dice.uniform(0.3, 1))),
        )
    # the bowl of oranges, right of the pot
    x, y = 2930, 1432
    shadow(p, x + 20, y + 216, 330, 0.3)
    vessel(p, x, y, [(262, 0), (238, 90), (128, 186), (118, 214)], 0.3, "#3E6A8A", inside="#16222E")
    heap = [(2800, 1392, 92), (3062, 1390, 94), (2930, 1376, 98), (2860, 1300, 94), (3002, 1298, 92), (2932, 1220, 90),
            (2740, 1418, 70), (3122, 1420, 70)]  # fmt: skip
    for number, (ox, oy, size) in enumerate(heap[6:] + heap[:6]):
        orange(p, 200 + number, ox, oy, size, sun=(-0.55, -0.6), leaf=number in (4, 6, 7))
    p.save()
    p.setClipRect(QRectF(x - 300, y + 4, 600, 400))
    vessel(p, x, y, [(262, 0), (238, 90), (128, 186), (118, 214)], 0.3, "#3E6A8A", inside="#16222E")
    p.restore()
    front = QPainterPath(QPointF(x - 262, y))
    front.arcTo(QRectF(x - 262, y - 79, 524, 158), 180, 180)
    p.save()
    p.setClipRect(QRectF(x - 300, y, 600, 400))
    for number, (ox, oy, size) in enumerate(heap[:3]):
        p.save()
        inner = QPainterPath()
        inner.addEllipse(QPointF(x, y), 246, 74)
        p.setClipPath(inner, Qt.ClipOperation.IntersectClip)
        orange(p, 206 + number - 4, ox, oy, size, sun=(-0.55, -0.6))
        p.restore()
    p.restore()
    p.strokePath(front, QPen(colour("#A8C8D8", 0.8), 7))
    for petal in range(9):
        turn = math.pi * (0.14 + 0.72 * petal / 8)
        at = QPointF(x - math.cos(turn) * 222, y + 74 + math.sin(turn) * 56)
        p.setBrush(colour("#CFE4EA", 0.5))
        p.drawEllipse(at, 9, 13)


def pot(p: QPainter) -> None:
    """The brass pot and the coals it stands on."""
    shadow(p, POT_X + 10, 1880, 640, 0.26, 0.95)
    vessel(p, POT_X, 1690, [(380, 0), (400, 60), (430, 172)], 0.3, "#2A1A18", light="#FF7A3A", inside="#000000")
    glow(p, POT_X, 1836, 620, "#FF4A1A", 0.5, squash=0.24)
    for slot in range(9):
        turn = math.pi * (0.1 + 0.8 * slot / 8)
        at = QPointF(POT_X - math.cos(turn) * 396, 1724 + math.sin(turn) * 112)
        half = 12 + 14 * math.sin(turn)
        hole = QPainterPath()
        hole.addRoundedRect(QRectF(at.x() - half, at.y(), half * 2, 58), half, half)
        fire = QLinearGradient(0, at.y(), 0, at.y() + 58)
        blend(fire, [(0, "#5A0E06"), (0.5, "#FF5A1A"), (1, "#FFD080")])
        p.fillPath(hole, QBrush(fire))
    profile = [(POT_R, 0), (596, 40), (560, 150), (430, 262), (392, 300)]
    vessel(p, POT_X, POT_Y, profile, SQUASH, "#A85E2A", light="#FFE0A0", cool="#5A6AA8", inside="#3A120A", wall=0.05)
    p.save()
    p.setClipPath(turned(POT_X, POT_Y, profile, SQUASH))
    glow(p, POT_X, 1770, 560, "#FF6A1E", 0.75, squash=0.34, mode=PLUS)
    glow(p, POT_X - 300, 1560, 330, "#FFD890", 0.5, squash=0.6)
    glow(p, POT_X + 470, 1520, 200, "#FFA858", 0.4, squash=0.8)
    p.restore()
    dice = rng(91)
    for _ in range(620):
        turn, down = math.pi * dice.uniform(0.04, 0.96), dice.uniform(0.3, 0.96)
        reach = 590 - 170 * down**2.2
        at = QPointF(POT_X - math.cos(turn) * reach, POT_Y + 30 + 205 * down + math.sin(turn) * reach * SQUASH * 0.98)
        wide = 13 * math.sin(turn) + 3
        p.setBrush(colour("#3A1408", 0.16))
        p.drawEllipse(at, wide, 10)
        p.setBrush(colour("#FFD090", 0.13 * (1.2 - down)))
        p.drawEllipse(at + QPointF(2, 5), wide * 0.8, 5)
    for drop, wide, tone in ((34, 5, "#FFD890"), (84, 5, "#FFD890")):
        band = QPainterPath(QPointF(POT_X - POT_R + drop * 0.2, POT_Y + drop))
        band.arcTo(QRectF(POT_X - POT_R + drop * 0.2, POT_Y + drop - 200, 2 * (POT_R - drop * 0.2), 400), 180, 180)
        p.strokePath(band, QPen(colour(tone, 0.5), wide))
    for mark in range(31):
        turn = math.pi * (0.03 + 0.94 * mark / 30)
        at = QPointF(POT_X - math.cos(turn) * 600, POT_Y + 59 + math.sin(turn) * 200)
        w = 15 * math.sin(turn) + 2
        p.setPen(QPen(colour("#FFD890", 0.6), 4))
        p.setBrush(Qt.BrushStyle.NoBrush)
        curl = QPainterPath(at + QPointF(-w, 12))
        curl.lineTo(at + QPointF(-w, -12))
        curl.lineTo(at + QPointF(w, -12))
        curl.lineTo(at + QPointF(w, 6))
        curl.lineTo(at + QPointF(-w * 0.3, 6))
        curl.lineTo(at + QPointF(-w * 0.3, -3))
        p.drawPath(curl)
    p.setPen(Qt.PenStyle.NoPen)
    for side in (-1, 1):
        x = POT_X + side * 618
        ring = QRectF(x - 62, POT_Y + 74, 124, 172)
        metal = QLinearGradient(ring.left(), 0, ring.right(), 0)
        blend(metal, [(0, "#8A7060"), (0.25, "#F0B068"), (0.6, "#8A4A1E"), (1, "#2A100A")])
        p.setBrush(Qt.BrushStyle.NoBrush)
        p.setPen(QPen(colour("#1E0A08"), 40))
        p.drawEllipse(ring)
        p.setPen(QPen(QBrush(metal), 30))
        p.drawEllipse(ring)
        p.setPen(QPen(colour("#FFE0A8", 0.7), 6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        p.drawArc(ring.adjusted(6, 6, -6, -6), 110 * 16, 90 * 16)
        p.setPen(Qt.PenStyle.NoPen)
        boss = QRadialGradient(x - 16, POT_Y + 60, 66)
        blend(boss, [(0, "#FFE0A0"), (0.4, "#C07A38"), (1, "#3A160C")])
        p.setBrush(QBrush(boss))
        p.drawEllipse(QPointF(x, POT_Y + 76), 50, 46)
        p.setBrush(Qt.BrushStyle.NoBrush)
        p.setPen(QPen(colour("#3A160C", 0.6), 5))
        p.drawEllipse(QPointF(x, POT_Y + 76), 32, 29)
        p.setPen(Qt.PenStyle.NoPen)


def place(u: float, v: float) -> QPointF:
    """A point of the broth: u to the right, v towards us, both -1..1."""
    return QPointF(POT_X + u * BROTH_R, BROTH_Y + v * BROTH_R * SQUASH)


def _surface() -> QPainterPath:
    surface = QPainterPath()
    surface.addEllipse(QPointF(POT_X, BROTH_Y), BROTH_R, BROTH_R * SQUASH)
    return surface


def broth(p: QPainter) -> None:
    """The red oil on top: darker at the wall, glowing in the middle, pooled in drops."""
    p.setClipPath(_surface())
    p.save()
    p.translate(POT_X + 60, BROTH_Y - 20)
    p.scale(1, SQUASH)
    deep = QRadialGradient(0, 0, BROTH_R * 1.1)
    blend(deep, [(0, "#FF7A32"), (0.25, "#EE4A1C"), (0.6, "#C02412"), (0.9, "#7A100C"), (1, "#4A0808")])
    p.setBrush(QBrush(deep))
    p.drawEllipse(QPointF(-60, 60), BROTH_R, BROTH_R)
    p.restore()
    dice = rng(95)
    for _ in range(420):
        turn, far = dice.uniform(0, math.tau), math.sqrt(dice.uniform()) * 0.97
        at = place(math.cos(turn) * far, math.sin(turn) * far)
        size = dice.uniform(4, 26) * (1 if dice.uniform() < 0.8 else 1.7)
        p.setBrush(colour("#FFB05A" if dice.uniform() < 0.6 else "#8A0E0A", dice.uniform(0.12, 0.34)))
        p.drawEllipse(at, size, size * SQUASH)
        p.setBrush(colour("#FFF0C8", 0.5))
        p.drawEllipse(at + QPointF(-size * 0.4, -size * SQUASH * 0.4), size * 0.2, size * 0.09)
    glow(p, 2010, BROTH_Y - 60, 330, "#FFE8B0", 0.55, squash=0.26)


def floating(p: QPainter, phase: float) -> None:
    """Chillies, Sichuan pepper, spring onion and bubbles, each rocking at its own pace."""
    p.save()
    p.setClipPath(_surface())
    dice = rng(97)
    for _ in range(130):
        turn, far, offset = dice.uniform(0, math.tau), math.sqrt(dice.uniform()) * 0.95, dice.uniform()
        at = place(math.cos(turn) * far, math.sin(turn) * far)
        at += QPointF(math.sin(math.tau * (phase + offset)) * 5, math.cos(math.tau * (phase + offset)) * 2.5)
        size = dice.uniform(7, 12)
        p.setBrush(colour("#3A0A0A"))
        p.drawEllipse(at + QPointF(1, 4), size, size * 0.55)
        p.setBrush(colour("#7A1E1A" if dice.uniform() < 0.7 else "#4E5A22"))
        p.drawEllipse(at, size, size * 0.62)
        p.setBrush(colour("#FFB890", 0.5))
        p.drawEllipse(at + QPointF(-size * 0.3, -size * 0.2), size * 0.26, size * 0.16)
    for number in range(46):
        turn, far, offset = dice.uniform(0, math.tau), math.sqrt(dice.uniform()) * 0.85, dice.uniform()
        at = place(math.cos(turn) * far, math.sin(turn) * far)
        bob = math.sin(math.tau * (phase + offset))
        spin = dice.uniform(0, 360) + bob * 5
        if number % 5 == 4:
            p.setBrush(Qt.BrushStyle.NoBrush)
            p.setPen(QPen(colour("#7AB04A"), 7))
            p.drawEllipse(at + QPointF(bob * 6, bob * 2), 19, 9)
            p.setPen(QPen(colour("#D8F0A0", 0.8), 2.5))
            p.drawArc(QRectF(at.x() + bob * 6 - 20, at.y() + bob * 2 - 10, 40, 20), 60 * 16, 90 * 16)
            p.setPen(Qt.PenStyle.NoPen)
            continue
        red = ("#C41810", "#E8321C", "#A8120E", "#D8241A")[number % 4]
        long = dice.uniform(105, 175)
        chilli(p, at.x() + bob * 7, at.y() + bob * 3 + 7, long, spin, "#3A0606", bend=0.25, thick=0.24, stem=None,
               light="#3A0606", squash=SQUASH * 1.25)  # fmt: skip
        chilli(
            p,
            at.x() + bob * 7,
            at.y() + bob * 3,
            long,
            spin,
            red,
            bend=0.25,
            thick=0.24,
            stem="#7A9A42",
            light="#FFD0A0",
            squash=SQUASH * 1.25,
        )
    for _ in range(96):
        cell_u, cell_v = int(dice.integers(-1, 2)) * 0.62, int(dice.integers(-1, 2)) * 0.62
        u, v = cell_u + dice.normal() * 0.13, cell_v + dice.normal() * 0.13
        life = (phase * int(dice.integers(2, 5)) + dice.uniform()) % 1.0
        if u * u + v * v < 0.9:
            at = place(u, v)
            bubble(p, at.x(), at.y(), dice.uniform(9, 26), life, "#FFB878", SQUASH)
    p.restore()


def grid(p: QPainter) -> None:
    """The nine-square grid that the city's hotpots have, so that everything finds its own corner."""
    tall = 26.0
    for cut in (-0.35, 0.35):
        reach = math.sqrt(1 - cut * cut)
        for along in (True, False):
            a = place(-reach, cut) if along else place(cut, -reach)
            b = place(reach, cut) if along else place(cut, reach)
            p.setPen(Qt.PenStyle.NoPen)
            if along:
                p.fillRect(QRectF(a.x(), a.y() - tall * 0.6, b.x() - a.x(), tall), colour("#7A3A1C"))
                p.fillRect(QRectF(a.x(), a.y() - tall * 0.6, b.x() - a.x(), 9), colour("#FFC98A"))
            else:
                lean = 5 * (1 if cut < 0 else -1)
                p.setBrush(colour("#6A2C16"))
                p.drawPolygon(QPolygonF([a + QPointF(-8 + lean, -tall * 0.6), a + QPointF(8 + lean, -tall * 0.6),
                                         b + QPointF(10, tall * 0.2), b + QPointF(-10, tall * 0.2)]))  # fmt: skip
                p.setBrush(colour("#FFC98A"))
                p.drawPolygon(QPolygonF([a + QPointF(-5 + lean, -tall * 0.6), a + QPointF(5 + lean, -tall * 0.6),
                                         b + QPointF(7, -tall * 0.6), b + QPointF(-7, -tall * 0.6)]))  # fmt: skip


def near_things(p: QPainter) -> None:
    """In front: a bowl of sesame oil with chopsticks, a cup of tea, chillies and Sichuan pepper spilled on the wood."""
    bowl(p, 1210, 1800, 176, "#2E4A66", "#5A3416")
    oil = QPainterPath()
    oil.addEllipse(QPointF(1210, 1806), 150, 46)
    shine = QRadialGradient(1250, 1795, 150)
    blend(shine, [(0, "#FFC860"), (0.5, "#B8741E"), (1, "#6A3A10")])
    p.fillPath(oil, QBrush(shine))
    dice = rng(111)
    for _ in range(38):
        turn, far = dice.uniform(0, math.tau), math.sqrt(dice.uniform()) * 0.8
        p.setBrush(colour(("#F4E4C0", "#6AA04A", "#B82A18")[int(dice.integers(3))], 0.9))
        p.drawEllipse(QPointF(1210 + math.cos(turn) * far * 150, 1806 + math.sin(turn) * far * 46), 7, 4)
    for x0, y0, x1, y1 in ((560, 1868, 1330, 1716), (576, 1900, 1352, 1736)):
        shade_ = QLinearGradient(x0, y0, x1, y1)
        blend(shade_, [(0, "#3A100C"), (0.5, "#7A2418"), (0.82, "#C84A30"), (1, "#E88A50")])
        stick = QPolygonF([QPointF(x0, y0 - 13), QPointF(x1, y1 - 5), QPointF(x1, y1 + 5), QPointF(x0, y0 + 13)])
        p.setBrush(QBrush(shade_))
        p.drawPolygon(stick)
        p.setPen(QPen(colour("#FFC890", 0.5), 3))
        p.drawLine(QPointF(x0 + 90, y0 - 26), QPointF(x1, y1 - 4))
        p.setPen(Qt.PenStyle.NoPen)
    bowl(p, 2560, 1836, 118, "#D8CDB8", "#2A1A10", deep=0.95)
    tea = QRadialGradient(2580, 1834, 110)
    blend(tea, [(0, "#E8A850"), (1, "#7A3E14")])
    p.setBrush(QBrush(tea))
    p.drawEllipse(QPointF(2560, 1842), 98, 29)
    for number in range(30):
        x, y = 2820 + dice.normal() * 250, 1886 + dice.normal() * 88
        if 2400 < x < 2720 and y < 1980:
            continue
        angle = dice.uniform(0, 360)
        long = dice.uniform(150, 230)
        chilli(p, x + 8, y + 16, long, angle, "#0A0405", bend=0.3, thick=0.2, stem=None, light="#0A0405", squash=0.5)
        red = ("#B51E12", "#D83A20", "#8E120E")[number % 3]
        chilli(p, x, y, long, angle, red, bend=0.3, thick=0.2, squash=0.5)
    for _ in range(90):
        x, y = 2480 + dice.normal() * 360, 1990 + dice.normal() * 50
        p.setBrush(colour("#050203", 0.6))
        p.drawEllipse(QPointF(x + 3, y + 6), 12, 6)
        p.setBrush(colour("#6A2A20" if dice.uniform() < 0.7 else "#5A5A2A"))
        p.drawEllipse(QPointF(x, y), 11, 8)
        p.setBrush(colour("#FFB890", 0.4))
        p.drawEllipse(QPointF(x - 3, y - 3), 3.5, 2.5)
    orange(p, 301, 3180, 1810, 118, sun=(-0.6, -0.55), leaf=True)
    orange(p, 302, 3400, 1880, 124, sun=(-0.62, -0.5))
