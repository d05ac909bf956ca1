"""A broadcast tower on a ridge over the gorge, its signal spreading into the azure dusk."""

from __future__ import annotations

import itertools
import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QLinearGradient, QPainter, QPainterPath, QPen

from studio.kit import (
    AZURE,
    HEIGHT,
    VERMILION,
    WARM,
    Film,
    Spot,
    Still,
    bank_rect,
    bank_reflection,
    blend,
    clouds,
    colour,
    draw_ridge,
    ease,
    forest,
    glitter,
    glow,
    headland,
    lamp,
    layer,
    mist,
    mix,
    person,
    ridge,
    rings,
    ripples,
    rng,
    sky,
    stars,
    streak,
    terraced_city,
    tree,
    trees,
    twinkle,
    water,
    wave,
)

MAST_X, MAST_FOOT, MAST_TOP = 2240.0, 1370.0, 330.0
HEART = (MAST_X, 560.0)
SUN_X = 1640

FARTHEST = ridge(
    31,
    [
        (-240, 820),
        (500, 700),
        (1000, 880),
        (1500, 1010),
        (1750, 1040),
        (2100, 960),
        (2700, 760),
        (3200, 640),
        (4080, 800),
    ],
    90,
    420,
)
FAR = ridge(
    32,
    [
        (-240, 640),
        (420, 740),
        (900, 960),
        (1380, 1150),
        (1700, 1230),
        (2000, 1170),
        (2500, 980),
        (3100, 830),
        (3600, 640),
        (4080, 560),
    ],
    80,
    360,
)
LEFT = ridge(
    33, [(-240, 830), (240, 940), (640, 1090), (1020, 1230), (1330, 1330), (1420, 1360), (4080, 1500)], 30, 260
)
RIGHT = ridge(
    36, [(-240, 1500), (1820, 1390), (2050, 1290), (2500, 1160), (3000, 1010), (3500, 900), (4080, 780)], 50, 300
)
PEAK = ridge(
    34,
    [
        (-240, 2500),
        (1080, 2230),
        (1330, 1960),
        (1560, 1790),
        (1780, 1570),
        (2000, 1412),
        (2080, 1384),
        (2660, 1384),
        (2760, 1420),
        (3050, 1600),
        (3300, 1660),
        (3620, 1800),
        (4080, 1860),
    ],
    16,
    240,
)
NEAR = ridge(
    35,
    [(-240, 1800), (300, 1880), (800, 2010), (1500, 2110), (2200, 2140), (2900, 2090), (3500, 1980), (4080, 1860)],
    30,
    260,
)
_dark: list[Spot] = []


def _distance(p: QPainter) -> None:
    sky(
        p,
        [(0, "#0B1730"), (0.25, "#15325F"), (0.5, "#2C62A2"), (0.7, "#74A6D4"), (0.84, "#E2CFC4"), (1, "#FFC891")],
        1180,
    )
    clouds(p, 14, QRectF(-100, 200, 4000, 520), colour("#8FC0EC", 0.26), 0.42, 8)
    clouds(p, 15, QRectF(-100, 560, 4000, 330), colour("#FFE0C0", 0.34), 0.4, 11)
    glow(p, SUN_X, 1010, 1300, "#FFB27A", 0.7, squash=0.42)
    draw_ridge(
        p,
        FARTHEST,
        "#6D99C2",
        "#F0CFB4",
        fade=520,
        rim="#F6E3CC",
        sun_x=SUN_X,
        relief=0.2,
        light="#D6E6F2",
        dark="#3F6C99",
        seed=2,
        grain=90,
    )
    draw_ridge(
        p,
        FAR,
        "#3A6698",
        "#CDBFC6",
        fade=680,
        rim="#CFE3F2",
        sun_x=SUN_X,
        relief=0.24,
        light="#9CC6EA",
        dark="#1D406C",
        seed=3,
        grain=120,
    )


def _shore(x: float) -> float:
    at = float(np.interp(x, [-240, 240, 620, 980, 1240, 1440], [1990, 1780, 1620, 1500, 1420, 1366]))
    return at + 11 * math.sin(x / 71) + 8 * math.sin(x / 29 + 1)


def _valley(p: QPainter) -> None:
    _dark.clear()
    water(
        p,
        bank_rect(1350, HEIGHT + 10),
        [(0, "#FFCFA0"), (0.09, "#C3BFCB"), (0.3, "#5C8CBC"), (0.6, "#234E84"), (1, "#0B1830")],
        12,
    )
    glow(p, SUN_X, 1380, 620, "#FFE0B8", 0.6, squash=0.2)
    bank = headland(RIGHT, 1830, 4080, [(4080, 2160), (2100, 2160), (1950, 1700), (1900, 1480), (1830, 1420)])
    draw_ridge(
        p,
        RIGHT,
        "#2A5488",
        "#1C3C6A",
        fade=760,
        rim="#9CC8F0",
        sun_x=SUN_X,
        relief=0.24,
        light="#6FA6DC",
        dark="#0F2648",
        seed=6,
        grain=110,
        path=bank,
    )
    forest(p, 41, RIGHT.y, 1850, 4080, rows=1, height=(22, 60), spacing=30, top="#24497A", bottom="#24497A")
    forest(
        p,
        42,
        lambda x: RIGHT.y(x) + 70 + (x - 1850) * 0.05,
        2050,
        4080,
        rows=7,
        drop=46,
        height=(26, 50),
        spacing=30,
        top="#274D80",
        bottom="#1C3C6A",
    )
    dice = rng(8)
    for _ in range(9):
        x = float(dice.uniform(2750, 3750))
        y = RIGHT.y(x) + float(dice.uniform(90, 420))
        for _ in range(int(dice.integers(3, 8))):
            at = x + float(dice.normal()) * 42, y + float(dice.normal()) * 14
            lamp(p, at[0], at[1] - 5, 3.4, "#FFCF8E", 0.75)
    bank = QPainterPath(QPointF(-240, LEFT.y(-240)))
    for x in range(-240, 1441, 8):
        bank.lineTo(x, min(LEFT.y(x), _shore(x)))
    for x in range(1440, -241, -8):
        bank.lineTo(x, _shore(x))
    draw_ridge(
        p,
        LEFT,
        "#1F4272",
        "#12294C",
        fade=800,
        relief=0.2,
        light="#6FA6DC",
        dark="#0A1B36",
        sun_x=SUN_X,
        seed=7,
        path=bank,
    )
    bank_reflection(p, _shore, -240, 1430, "#10254A", seed=4, long=(70, 380))
    _dark.extend(terraced_city(p, 60, LEFT.y, _shore, -220, 1400, near="#122040", far="#7C9EC4", light="#CFE6FF",
                               sun_x=SUN_X, rows=6, tall=360, lit=0.36, green="#0F2242"))  # fmt: skip


def _half(y: float) -> float:
    """Half the mast's width at `y`: an Eiffel-like curve."""
    share = (y - MAST_TOP) / (MAST_FOOT - MAST_TOP)
    return float(5 + 14 * share + 150 * max(0.0, share - 0.2) ** 2.3)


def _mast(p: QPainter) -> None:
    """The lattice tower with its platforms, pods and aerials."""
    steel, shine = mix("#16284C", "#4DA3FF", 0.08), colour("#BFE0FF", 0.75)
    levels = [MAST_FOOT + 24 - (MAST_FOOT + 24 - 640) * (1 - (1 - k / 26) ** 1.25) for k in range(27)]
    for low, high in itertools.pairwise(levels):
        wide, slim = _half(low), _half(high)
        p.setPen(QPen(steel, 3.2 + wide * 0.03))
        p.drawLine(QPointF(MAST_X - wide, low), QPointF(MAST_X + slim, high))
        p.drawLine(QPointF(MAST_X + wide, low), QPointF(MAST_X - slim, high))
        p.drawLine(QPointF(MAST_X - slim, high), QPointF(MAST_X + slim, high))
    for side in (-1, 0, 1):
        leg = QPainterPath(QPointF(MAST_X + side * _half(MAST_FOOT + 30), MAST_FOOT + 30))
        for y in range(int(MAST_FOOT), 560, -10):
            leg.lineTo(MAST_X + side * _half(y), y)
        p.strokePath(leg, QPen(steel, 13 if side else 5))
        if side < 0:
            p.strokePath(leg.translated(-3, 0), QPen(shine, 2.5))
    for y, wide, tall in ((1010, 86, 34), (742, 66, 60), (640, 44, 26)):
        pod = QPainterPath(QPointF(MAST_X - wide, y - tall * 0.2))
        pod.quadTo(MAST_X - wide, y + tall * 0.5, MAST_X - wide * 0.5, y + tall)
        pod.lineTo(MAST_X + wide * 0.5, y + tall)
        pod.quadTo(MAST_X + wide, y + tall * 0.5, MAST_X + wide, y - tall * 0.2)
        pod.quadTo(MAST_X, y - tall * 0.6, MAST_X - wide, y - tall * 0.2)
        tint = QLinearGradient(MAST_X - wide, 0, MAST_X + wide, 0)
        blend(tint, [(0, "#8FC0EE"), (0.3, "#355E96"), (1, "#101E3C")])
        p.fillPath(pod, QBrush(tint))
        for pane in range(-5, 6):
            at = MAST_X + pane * wide * 0.165
            p.fillRect(QRectF(at - wide * 0.06, y + tall * 0.08, wide * 0.12, tall * 0.3), colour("#FFE3B0", 0.95))
    p.fillRect(QRectF(MAST_X - 11, 470, 22, 180), steel)
    for y in range(480, 640, 26):
        for side in (-1, 1):
            p.fillRect(QRectF(MAST_X + side * 24 - 5, y, 10, 18), mix(steel, WARM, 0.25))
            p.fillRect(QRectF(MAST_X - 24, y + 7, 48, 3), steel)
    p.fillRect(QRectF(MAST_X - 5, MAST_TOP, 10, 160), steel)
    for y in (352, 392, 432):
        p.fillRect(QRectF(MAST_X - 20, y, 40, 4), steel)


def _dish(p: QPainter, x: float, y: float, size: float, turn: float, shade: str = "#C6DDF0") -> None:
    """A small satellite dish on its post, looking up along `turn` degrees."""
    p.save()
    p.setPen(QPen(colour("#0C1730"), size * 0.12))
    p.drawLine(QPointF(x, y), QPointF(x, y - size * 0.8))
    p.drawLine(QPointF(x - size * 0.3, y), QPointF(x, y - size * 0.5))
    p.drawLine(QPointF(x + size * 0.3, y), QPointF(x, y - size * 0.5))
    p.translate(x, y - size * 0.9)
    p.rotate(turn)
    p.setPen(Qt.PenStyle.NoPen)
    back = QPainterPath(QPointF(-size, -size * 0.2))
    back.quadTo(0, size * 0.8, size, -size * 0.2)
    back.closeSubpath()
    tint = QLinearGradient(-size, 0, size, 0)
    blend(tint, [(0, shade), (0.5, mix(shade, "#1A3158", 0.55)), (1, "#0E1C3A")])
    p.fillPath(back, QBrush(tint))
    p.setBrush(mix(shade, "#5C8CC0", 0.5))
    p.drawEllipse(QPointF(0, -size * 0.2), size, size * 0.2)
    p.setPen(QPen(colour("#0C1730"), size * 0.05))
    p.drawLine(QPointF(-size * 0.8, -size * 0.2), QPointF(0, -size * 0.75))
    p.drawLine(QPointF(size * 0.8, -size * 0.2), QPointF(0, -size * 0.75))
    p.setPen(Qt.PenStyle.NoPen)
    p.setBrush(colour(WARM))
    p.drawEllipse(QPointF(0, -size * 0.76), size * 0.08, size * 0.08)
    p.restore()


def _station(p: QPainter) -> None:
    """The ridge with the station's house, dishes, stairs and two engineers."""
    draw_ridge(
        p,
        PEAK,
        "#1A3360",
        "#08101F",
        fade=700,
        rim="#8FC4F5",
        sun_x=1900,
        relief=0.3,
        light="#3F74B4",
        dark="#050B18",
        seed=5,
        grain=190,
    )
    forest(
        p,
        51,
        lambda x: PEAK.y(x) + 40,
        1150,
        4000,
        rows=8,
        drop=78,
        height=(60, 120),
        spacing=58,
        top="#1B3A69",
        bottom="#081225",
        kinds=("broad", "broad", "pine"),
    )
    forest(
        p,
        52,
        PEAK.y,
        1180,
        1980,
        rows=1,
        height=(46, 100),
        spacing=34,
        top="#173058",
        bottom="#173058",
        kinds=("broad", "pine"),
    )
    forest(
        p,
        53,
        PEAK.y,
        2790,
        4000,
        rows=1,
        height=(60, 140),
        spacing=44,
        top="#142A4E",
        bottom="#142A4E",
        kinds=("broad", "pine"),
    )
    hut = QRectF(2400, 1296, 250, 96)
    wall = QLinearGradient(hut.left(), 0, hut.right(), 0)
    blend(wall, [(0, "#5C86B4"), (0.4, "#22406C"), (1, "#12233F")])
    p.fillRect(hut, QBrush(wall))
    p.fillRect(QRectF(2388, 1284, 274, 14), colour("#0E1C38"))
    for pane in range(6):
        p.fillRect(QRectF(2416 + pane * 38, 1320, 24, 34), colour("#FFD694" if pane != 3 else "#29456E"))
    glow(p, 2510, 1350, 260, "#FFC98A", 0.4)
    for x, size, turn in (
        (2350, 26, -34),
        (2450, 20, -28),
        (2560, 28, -38),
        (2750, 84, -30),
        (2900, 34, 24),
        (2070, 32, -42),
        (1985, 22, -30),
    ):
        ground = 1290.0 if 2400 < x < 2640 else PEAK.y(x) + 8
        _dish(p, x, ground, size, turn)
    person(p, 2190, PEAK.y(2190) + 6, 62, "#0A1428", coat=VERMILION, step=0.0, facing=-1)
    person(p, 2154, PEAK.y(2154) + 6, 60, "#0A1428", coat="#20365C", step=0.1)
    p.setPen(QPen(colour("#0A1428"), 4))
    for x in range(2030, 2230, 22):
        p.drawLine(QPointF(x, PEAK.y(x) + 8), QPointF(x, PEAK.y(x) - 26))
        p.drawLine(QPointF(x, PEAK.y(x) - 24), QPointF(x + 22, PEAK.y(x + 22) - 24))
    p.setPen(Qt.PenStyle.NoPen)


def _near(p: QPainter) -> None:
    draw_ridge(p, NEAR, "#0D1A33", "#060C18", fade=420, rim="#2C4E80", sun_x=2300)
    trees(p, 21, NEAR, -150, 4000, 80, (50, 130), "#0A1428")
    trees(p, 22, NEAR, 3000, 4000, 10, (180, 320), "#081022", "pine", 30)
    trees(p, 23, NEAR, -150, 700, 7, (150, 250), "#081022", "pine", 30)
    for x, y, tall in ((3560, 2180, 420), (3790, 2200, 520)):
        tree(p, x, x, y, tall, "#060C1A", "pine")


def _links(painter: QPainter, phase: float) -> None:
    """Arcs from the mast to roofs and ridges, with packets of light running along them."""
    ends = ((480, 1010), (940, 1190), (1330, 1300), (330, 700), (3500, 690), (3080, 830), (1480, 1010), (3760, 860))
    for number, (x, y) in enumerate(ends):
        arc = QPainterPath(QPointF(*HEART))
        arc.quadTo((HEART[0] + x) / 2, min(HEART[1], y) - 120 - 40 * (number % 3), x, y)
        painter.strokePath(arc, QPen(colour("#BFE0FF", 0.17), 2.6))
        for packet in range(2):
            share = (phase + packet / 2 + number * 0.137) % 1.0
            fade = math.sin(math.pi * share)
            for tail in range(7):
                at = arc.pointAtPercent(max(0.0, share - tail * 0.008))
                glow(painter, at.x(), at.y(), 22 - tail * 2.4, "#DDF0FF", 0.75 * fade * (1 - tail / 8))
        power = 0.35 + 0.65 * max(0.0, math.sin(2 * math.pi * (phase * 2 + number * 0.274))) ** 3
        lamp(painter, x, y, 7, AZURE, power)


def paint(painter: QPainter, phase: float) -> None:
    """One frame of the signal over the gorge."""
    layer(painter, "distance", _distance)
    stars(painter, 3, 620, 90, phase)
    mist(painter, 21, QRectF(-300, 940, 4440, 330), "#F6D8BE", 0.75, phase, drift=150)
    glow(painter, *HEART, 1350, AZURE, 0.34 + 0.06 * wave(phase, 2))
    rings(painter, *HEART, 1750, "#BFE2FF", phase, count=4, strength=0.6, width=6)
    layer(painter, "valley", _valley)
    twinkle(painter, _dark[::2], "#FFD9A0", phase, seed=5)
    ripples(painter, 22, 1400, 2100, "#D6E8F5", phase, count=130, strength=0.2, end=2200)
    glitter(painter, 23, SUN_X, 1366, 2000, (90, 380), "#FFE8CC", phase, count=230, strength=0.75)
    for x in range(80, 1400, 130):
        streak(painter, x, _shore(x) + 6, 130, 14, "#FFCB8A", phase, seed=x)
    mist(painter, 24, QRectF(-300, 1200, 3000, 300), "#C6DBEA", 0.55, phase, drift=-170)
    _links(painter, phase)
    layer(painter, "mast", _mast)
    layer(painter, "station", _station)
    for y in (1010, 742, 470, MAST_TOP):
        beat = ease(max(0.0, math.sin(2 * math.pi * (phase * 3 + (0 if y in (1010, 470) else 0.5)))))
        for side in (-1, 1) if y > 700 else (0,):
            lamp(painter, MAST_X + side * (88 if y > 1000 else 66), y, 8, VERMILION, 0.25 + 0.75 * beat)
    lamp(painter, *HEART, 15, "#DDF0FF", 0.85 + 0.15 * wave(phase, 2))
    mist(painter, 25, QRectF(1100, 1560, 3200, 420), "#7FA8D0", 0.42, phase, drift=190)
    layer(painter, "near", _near)
    mist(painter, 26, QRectF(-500, 1720, 3400, 420), "#3A5C8C", 0.4, phase, drift=220)


def hum(seconds: float) -> np.ndarray:
    """Wind over the ridge and a soft pulse as each ring leaves the mast."""
    count = round(seconds * 48_000)
    time = np.arange(count) / 48_000
    out = np.zeros((count, 2))
    for side in range(2):
        spectrum = np.fft.rfft(rng(91, side).normal(size=count))
        hertz = np.fft.rfftfreq(count, 1 / 48_000)
        wind = np.fft.irfft(
            spectrum * np.exp(-(((hertz - 260) / 240) ** 2)) + spectrum * np.exp(-hertz / 70) * 0.5, count
        )
        out[:, side] = wind / np.abs(wind).max() * (0.06 + 0.025 * np.sin(2 * np.pi * (time / seconds + side * 0.2)))
    for ring in range(5):
        since = (time - ring * seconds / 5) % seconds
        tone = sum(np.sin(2 * np.pi * f * since) / n for n, f in enumerate((440, 659.25, 987.77), 1))
        pulse = 0.035 * tone * np.exp(-since * 3.2) * np.clip(since * 60, 0, 1)
        pan = 0.5 + 0.3 * math.sin(ring * 2.4)
        out += np.stack([pulse * (1 - pan), pulse * pan], axis=1)
    return out.astype(np.float32)


OUTPUTS = (Still("communication/cover.jpg", 0.0), Film("communication/signals.webm", 8, sound=hum, crf=27))
