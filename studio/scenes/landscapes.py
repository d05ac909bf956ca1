"""Karst peaks in the morning mist, a river bend with a boat, terraces."""

from __future__ import annotations

import math
from functools import partial

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QLinearGradient, QPainter, QPainterPath, QPen

from studio.kit import (
    HEIGHT,
    VERMILION,
    WARM,
    WIDTH,
    Film,
    Ridge,
    Still,
    birds,
    blend,
    clouds,
    colour,
    draw_ridge,
    eaves,
    forest,
    glitter,
    glow,
    karst,
    layer,
    mirrored,
    mist,
    mix,
    noise_line,
    person,
    rays,
    ridge,
    ripples,
    rng,
    sampan,
    sky,
    steam,
    sun,
    tree,
    trees,
    wake,
    water,
)

SUN_X, SUN_Y = 2180, 610
GOLDEN = "#FFE9B8"

PEAKS_4 = karst(
    51,
    1180,
    [
        (180, 420, 420),
        (620, 330, 360),
        (980, 470, 380),
        (1420, 300, 330),
        (1790, 250, 300),
        (2560, 300, 330),
        (2900, 440, 380),
        (3320, 380, 420),
        (3700, 520, 420),
    ],
    16,
)
PEAKS_3 = karst(
    52,
    1230,
    [
        (-40, 640, 520),
        (430, 560, 420),
        (840, 360, 380),
        (1240, 620, 400),
        (1600, 330, 320),
        (2720, 420, 360),
        (3080, 660, 430),
        (3520, 560, 460),
        (3900, 480, 460),
    ],
    20,
)
PEAKS_2 = karst(
    53,
    1300,
    [
        (120, 800, 620),
        (640, 560, 460),
        (1010, 780, 430),
        (1360, 330, 330),
        (2940, 420, 380),
        (3340, 870, 540),
        (3820, 640, 560),
    ],
    24,
)
HILL_L = ridge(54, [(-240, 1130), (200, 1190), (560, 1290), (900, 1370), (1200, 1420), (4080, 1600)], 24, 220)
HILL_R = ridge(55, [(-240, 2500), (2500, 1480), (2720, 1390), (3000, 1330), (3400, 1290), (4080, 1200)], 24, 220)
NEAR_L = ridge(
    56, [(-240, 1560), (200, 1640), (560, 1790), (860, 1960), (1060, 2120), (1160, 2260), (4080, 2600)], 24, 200
)
BOAT = (1990.0, 1650.0)


def river() -> QPainterPath:
    """The bend: from the far plain, round to the left, then wide towards us."""
    path = QPainterPath(QPointF(2330, 1302))
    path.cubicTo(2000, 1318, 1560, 1330, 1290, 1392)
    path.cubicTo(980, 1470, 1180, 1560, 1240, 1640)
    path.cubicTo(1330, 1760, 1000, 1900, 620, 2180)
    path.lineTo(2700, 2180)
    path.cubicTo(2640, 1960, 2920, 1830, 2740, 1700)
    path.cubicTo(2560, 1570, 1960, 1520, 1900, 1450)
    path.cubicTo(1850, 1390, 2120, 1330, 2420, 1306)
    path.closeSubpath()
    return path


def far_peaks(p: QPainter) -> None:
    """The two palest rows of peaks."""
    draw_ridge(
        p,
        PEAKS_4,
        "#8DBDAA",
        "#E6E9CF",
        fade=560,
        rim="#FFF3CF",
        sun_x=SUN_X,
        relief=0.22,
        light=GOLDEN,
        dark="#4E8C7C",
        seed=3,
        grain=70,
    )


def middle_peaks(p: QPainter) -> None:
    """The third row."""
    draw_ridge(
        p,
        PEAKS_3,
        "#53947F",
        "#D3E2C9",
        fade=680,
        rim="#FFEFC4",
        sun_x=SUN_X,
        relief=0.34,
        light=GOLDEN,
        dark="#215748",
        seed=4,
        grain=90,
    )


def near_peaks(p: QPainter) -> None:
    """The nearest row, wooded."""
    draw_ridge(
        p,
        PEAKS_2,
        "#256552",
        "#A9CBB2",
        fade=900,
        rim="#F8E7B4",
        sun_x=SUN_X,
        relief=0.5,
        light="#E9DFA0",
        dark="#0C3429",
        seed=5,
        grain=110,
    )
    for seed, start, end in ((31, -100, 1500), (32, 2780, 4000)):
        trees(p, seed, PEAKS_2, start, end, 170, (16, 44), "#2B6F5B", sink=14)
    forest(
        p,
        33,
        lambda x: max(1150.0, PEAKS_2.y(x) + 90),
        -100,
        1560,
        rows=5,
        drop=26,
        height=(30, 50),
        spacing=20,
        top="#62A088",
        bottom="#A0C9B0",
    )
    forest(
        p,
        34,
        lambda x: max(1150.0, PEAKS_2.y(x) + 90),
        2800,
        4000,
        rows=5,
        drop=26,
        height=(30, 50),
        spacing=20,
        top="#62A088",
        bottom="#A0C9B0",
    )


def _sky(p: QPainter) -> None:
    sky(p, [(0, "#3F8276"), (0.3, "#7DB5A0"), (0.55, "#C4DDC0"), (0.8, "#F6EBC8"), (1, "#FFF1D0")], 1250)
    clouds(p, 51, QRectF(-100, 60, 4000, 460), colour("#F4F3DC", 0.4), 0.42, 8)
    sun(p, SUN_X, SUN_Y, 86, "#FFFDF0", "#FFE3A0", 0.9)


def _plain(p: QPainter) -> None:
    """The valley floor with fields and the river."""
    floor = QLinearGradient(0, 1230, 0, HEIGHT)
    blend(floor, [(0, colour("#E3ECD2", 0)), (0.1, "#C2DABA"), (0.18, "#86B994"), (0.42, "#3F8467"), (1, "#123A30")])
    p.fillRect(QRectF(0, 1230, WIDTH, HEIGHT - 1230), QBrush(floor))
    dice = rng(61)
    for _ in range(70):
        deep = float(dice.uniform()) ** 1.3
        x, y = float(dice.uniform(-100, WIDTH)), 1290 + deep * 420
        field = QPainterPath(QPointF(x, y))
        long, tall = 120 + 520 * deep, 10 + 60 * deep
        field.quadTo(x + long * 0.4, y - tall * 0.5, x + long, y + tall * 0.1)
        field.quadTo(x + long * 0.7, y + tall, x + long * 0.1, y + tall * 0.8)
        field.closeSubpath()
        tint = mix(mix("#BFD9A8", "#3E7F5C", deep), "#E8D98C", float(dice.uniform(0, 0.35)))
        p.fillPath(field, colour(tint, 0.5))
    for x, y, size in ((1500, 1376, 44), (1560, 1380, 36), (1452, 1384, 34), (2640, 1420, 52), (2716, 1428, 40)):
        p.fillRect(QRectF(x - size * 0.4, y - size * 0.5, size * 0.8, size * 0.5), mix("#F2EBD8", "#6FA088", 0.35))
        eaves(p, x, y - size * 0.45, size * 1.1, size * 0.45, "#2F5E50", None)
    trees(p, 62, Ridge(np.full_like(PEAKS_2.crest, 1392.0)), 1380, 1640, 16, (26, 46), "#4F8F72")
    trees(p, 63, Ridge(np.full_like(PEAKS_2.crest, 1436.0)), 2560, 2860, 16, (30, 56), "#2F6E58")


def _silhouette(p: QPainter, path: QPainterPath, shade: str) -> None:
    p.fillPath(path, colour(shade))


def _river(p: QPainter) -> None:
    path = river()
    water(p, path, [(0, "#FFF3D2"), (0.14, "#E3EBCF"), (0.4, "#9CCBB4"), (0.7, "#4E9482"), (1, "#1B4C44")], 63)
    p.save()
    p.setClipPath(path)
    for shape, shade, strength in ((PEAKS_4, "#8DBDAA", 0.07), (PEAKS_3, "#4A8C78", 0.07), (PEAKS_2, "#1F5C4B", 0.13)):
        for shift in (-36, -18, 0, 18, 36):  # drawn several times, so that the edges tremble
            still = shape.path(1400).translated(shift, shift * 0.8)
            mirrored(p, 1306, partial(_silhouette, path=still, shade=shade), strength)
    glow(p, SUN_X - 40, 1500, 620, "#FFF6D8", 0.6, squash=0.55)
    p.restore()
    p.save()
    p.setBrush(Qt.BrushStyle.NoBrush)
    p.strokePath(path, QPen(colour("#DDEBC9", 0.35), 5))
    p.restore()


def _hills(p: QPainter) -> None:
    """Wooded feet of the peaks on both sides."""
    left = QPainterPath(QPointF(-240, HILL_L.y(-240)))
    for x in range(-240, 1181, 8):
        left.lineTo(x, HILL_L.y(x))
    left.cubicTo(1060, 1480, 1130, 1560, 1180, 1640)
    left.cubicTo(1230, 1750, 900, 1890, 500, 2180)
    left.lineTo(-240, 2180)
    left.closeSubpath()
    draw_ridge(
        p,
        HILL_L,
        "#3F8067",
        "#1A4A3C",
        fade=700,
        relief=0.16,
        light="#CFE0A0",
        dark="#0C3429",
        sun_x=SUN_X,
        seed=6,
        grain=130,
        path=left,
    )
    forest(p, 64, HILL_L.y, -200, 900, rows=5, drop=54, height=(34, 78), spacing=30, top="#35745D", bottom="#1E5142")
    _terraces(p)


def _terraces(p: QPainter) -> None:
    """Flooded paddies stepping down on the right, each a mirror of the sky."""
    steps = 17
    lines: list[list[tuple[float, float]]] = []
    swell = noise_line(200, 34, 3, 67)
    for step in range(steps + 1):
        share = (step / steps) ** 1.25
        line: list[tuple[float, float]] = []
        for number, x in enumerate(range(2380, 4000, 20)):
            nose = 2800 - 110 * math.sin(share * 3.1) + 30 * share
            inland = (x - nose) / 1200
            y = 1350 + 860 * share - 170 * max(0.0, inland) * (1 - share * 0.35)
            y += (40 * swell[number + step * 3] + 26 * math.sin(x / 300 + step * 0.35)) * (0.35 + share)
            y += (60 + 190 * share) * math.exp(-max(0.0, x - nose) / 170)
            line.append((float(x), float(y)))
        lines.append(line)
    clip = QPainterPath(QPointF(2800, 1395))
    clip.cubicTo(2900, 1360, 3300, 1290, 4000, 1200)
    clip.lineTo(4000, 2180)
    clip.lineTo(2700, 2180)
    clip.cubicTo(2640, 1960, 2980, 1830, 2820, 1700)
    clip.cubicTo(2700, 1600, 2640, 1480, 2800, 1395)
    p.fillPath(clip, colour("#235C4A"))
    p.save()
    p.setClipPath(clip)
    dice = rng(66)
    for step in range(steps):
        share = step / steps
        upper, lower = lines[step], lines[step + 1]
        band = QPainterPath(QPointF(*upper[0]))
        for point in upper[1:]:
            band.lineTo(*point)
        for point in reversed(lower):
            band.lineTo(*point)
        band.closeSubpath()
        top = min(y for _, y in upper)
        mirror = QLinearGradient(2600, top, 3900, top + 200)
        wet = step % 4 not in (1, 3) or step > 12
        if wet:
            blend(
                mirror,
                [
                    (0, mix("#C6DDBA", "#5FA088", share)),
                    (0.35, mix("#E6EAC8", "#7FB79C", share)),
                    (1, mix("#74AC95", "#245C4D", share)),
                ],
            )
        else:
            blend(mirror, [(0, mix("#BFD67F", "#5E9A58", share)), (1, mix("#6FA862", "#2C6A48", share))])
        p.fillPath(band, QBrush(mirror))
        wall = 7 + 26 * share
        edge = QPainterPath(QPointF(*lower[0]))
        for point in lower[1:]:
            edge.lineTo(*point)
        p.strokePath(edge.translated(0, -wall * 0.35), QPen(mix("#2F6E52", "#0E352A", share), wall))
        p.strokePath(edge.translated(0, -wall * 0.8), QPen(mix("#DDE8A8", "#6FA06A", share), max(2.0, wall * 0.16)))
        for _ in range(26):
            at = lower[int(dice.integers(len(lower)))]
            tuft = float(dice.uniform(0.5, 1)) * (10 + 30 * share)
            p.setPen(QPen(mix("#3F8560", "#12402F", share), 2 + 2 * share))
            for blade in (-0.5, 0, 0.5):
                p.drawLine(QPointF(at[0], at[1] - wall * 0.5), QPointF(at[0] + blade * tuft, at[1] - wall * 0.5 - tuft))
            p.setPen(Qt.PenStyle.NoPen)
    p.restore()
    for x, y, tall in (
        (2790, 1690, 70),
        (2820, 1760, 96),
        (2790, 1850, 84),
        (2760, 1930, 120),
        (2730, 2030, 110),
        (2720, 2120, 140),
        (2765, 1640, 60),
        (2750, 1560, 56),
    ):
        tree(p, x + int(y), x, y, tall, "#174537")
    for x, y, tall, coat, facing in (
        (3080, 1640, 66, VERMILION, 1),
        (3146, 1632, 62, "#E9DFC0", -1),
        (3420, 1806, 88, "#2C5A7A", -1),
    ):
        _farmer(p, x, y, tall, coat, facing)
    buffalo(p, 3560, 1800, 150, "#12302A")
    for x, y, size in ((3560, 1330, 130), (3680, 1318, 104), (3450, 1346, 96)):
        p.fillRect(QRectF(x - size * 0.44, y - size * 0.55, size * 0.88, size * 0.55), mix("#E9D9B8", "#2F6E58", 0.3))
        p.fillRect(QRectF(x - size * 0.12, y - size * 0.34, size * 0.24, size * 0.34), "#FFD08A")
        p.fillRect(QRectF(x - size * 0.44, y - size * 0.06, size * 0.88, size * 0.06), "#2A4A3C")
        eaves(p, x, y - size * 0.5, size * 1.2, size * 0.46, "#1B4236", None)
    for x, y, tall in ((3380, 1350, 90), (3770, 1322, 130), (3620, 1330, 70), (3860, 1310, 150), (3310, 1360, 60)):
        tree(p, x, x, y, tall, "#1B4A3C")


def _farmer(p: QPainter, x: float, y: float, tall: float, coat: str, facing: int) -> None:
    person(p, x, y, tall, "#132E28", coat=coat, step=0.12, facing=facing)
    hat = QPainterPath(QPointF(x - tall * 0.17, y - tall * 0.92))
    hat.lineTo(x, y - tall * 1.08)
    hat.lineTo(x + tall * 0.17, y - tall * 0.92)
    p.fillPath(hat, colour("#E8CF94"))


def buffalo(p: QPainter, x: float, y: float, size: float, shade: str) -> None:
    """A water buffalo, `size` long, feet at (x, y), facing left."""
    p.save()
    p.translate(x, y)
    p.scale(size, size)
    body = QPainterPath(QPointF(-0.36, -0.42))
    body.cubicTo(-0.2, -0.56, 0.3, -0.52, 0.4, -0.44)
    body.cubicTo(0.48, -0.36, 0.44, -0.18, 0.38, -0.17)
    body.lineTo(-0.28, -0.17)
    body.cubicTo(-0.38, -0.2, -0.4, -0.34, -0.36, -0.42)
    head = QPainterPath(QPointF(-0.3, -0.44))
    head.cubicTo(-0.42, -0.5, -0.52, -0.4, -0.6, -0.22)
    head.cubicTo(-0.56, -0.16, -0.46, -0.2, -0.34, -0.28)
    p.fillPath(body, colour(shade))
    p.fillPath(head, colour(shade))
    p.setPen(QPen(colour(shade), 0.075))
    for leg in (-0.24, -0.14, 0.24, 0.34):
        p.drawLine(QPointF(leg, -0.2), QPointF(leg, 0))
    p.setPen(QPen(mix(shade, WARM, 0.25), 0.028))
    p.setBrush(Qt.BrushStyle.NoBrush)
    horn = QPainterPath(QPointF(-0.44, -0.44))
    horn.quadTo(-0.4, -0.6, -0.22, -0.56)
    p.drawPath(horn)
    p.setPen(QPen(colour(shade), 0.02))
    p.drawLine(QPointF(0.42, -0.4), QPointF(0.47, -0.14))
    p.restore()


def _near(p: QPainter) -> None:
    """The dark bank at the lower left, with bamboo: calm, a headline lies over it."""
    draw_ridge(
        p,
        NEAR_L,
        "#164236",
        "#071A16",
        fade=560,
        relief=0.2,
        rim="#5C9C7C",
        light="#4E8C6C",
        dark="#041410",
        sun_x=SUN_X,
        seed=8,
        grain=220,
    )
    trees(p, 71, NEAR_L, -150, 960, 40, (60, 130), "#123A30")
    for seed, x, tall in ((1, -20, 900), (2, 120, 780), (3, 260, 620), (4, 20, 700)):
        tree(p, seed, x, NEAR_L.y(x) + 60, tall, "#0E3228", "bamboo")


def paint(painter: QPainter, phase: float) -> None:
    """One frame of the river bend."""
    layer(painter, "sky", _sky)
    rays(painter, SUN_X, SUN_Y, 1500, "#FFF0C8", phase, seed=4, count=11)
    layer(painter, "far", far_peaks)
    mist(painter, 51, QRectF(-300, 900, 4440, 380), "#FFF6DD", 0.95, phase, drift=240)
    layer(painter, "middle", middle_peaks)
    mist(painter, 52, QRectF(-300, 960, 4440, 380), "#F3F3DA", 0.9, phase, drift=-280)
    birds(painter, 5, 1560 + 90 * math.sin(2 * math.pi * phase), 520, 30, 8, "#2E6656", phase)
    layer(painter, "near-peaks", near_peaks)
    layer(painter, "plain", _plain)
    layer(painter, "river", _river)
    mist(painter, 53, QRectF(-300, 1110, 4440, 330), "#F2F5E0", 0.9, phase, drift=320)
    painter.save()
    painter.setClipPath(river())
    ripples(painter, 54, 1330, 2160, "#F3F3D8", phase, count=240, strength=0.32, start=600, end=2800)
    glitter(painter, 55, SUN_X - 180, 1420, 2150, (120, 420), "#FFF8E0", phase, count=260, strength=0.9)
    wake(painter, BOAT[0] - 60, BOAT[1] + 4, 640, 120, "#F6F8E4", phase, strength=0.75)
    mirrored(painter, BOAT[1] + 8, lambda p: sampan(p, *BOAT, 330, "#15332C", phase=phase), 0.3)
    painter.restore()
    sampan(painter, *BOAT, 330, "#15332C", phase=phase)
    layer(painter, "hills", _hills)
    steam(painter, 3, 3690, 1262, 40, 240, phase, strength=0.1, puffs=12)
    mist(painter, 56, QRectF(-500, 1330, 2300, 330), "#E3F0DC", 0.6, phase, drift=300)
    mist(painter, 57, QRectF(2500, 1230, 1900, 260), "#EFF4DE", 0.55, phase, drift=-140)
    layer(painter, "near", _near)
    mist(painter, 58, QRectF(-500, 1760, 2600, 380), "#7FB59E", 0.28, phase, drift=200)


def brook(seconds: float) -> np.ndarray:
    """Water lapping, a breath of wind, two far birds."""
    count = round(seconds * 48_000)
    time = np.arange(count) / 48_000
    hertz = np.fft.rfftfreq(count, 1 / 48_000)
    out = np.zeros((count, 2))
    for side in range(2):
        noise = np.fft.rfft(rng(95, side).normal(size=count))
        lap = np.fft.irfft(noise * np.exp(-(((hertz - 620) / 420) ** 2)), count)
        wind = np.fft.irfft(noise * np.exp(-hertz / 120), count)
        swell = 0.55 + 0.45 * np.sin(2 * np.pi * (3 * time / seconds + 0.3 * side)) ** 2
        out[:, side] = lap / np.abs(lap).max() * 0.07 * swell + wind / np.abs(wind).max() * 0.05
    for start, pitch, pan in (
        (1.1, 2900, 0.3),
        (1.42, 3300, 0.3),
        (4.7, 2500, 0.75),
        (4.95, 2750, 0.75),
        (5.2, 2500, 0.75),
    ):
        since = (time - start) % seconds
        chirp = (
            0.012
            * np.sin(2 * np.pi * (pitch * since + 900 * since**2))
            * np.exp(-since * 16)
            * np.clip(since * 90, 0, 1)
        )
        out += np.stack([chirp * (1 - pan), chirp * pan], axis=1)
    return out.astype(np.float32)


OUTPUTS = (Still("landscapes/cover.jpg"), Film("landscapes/river.webm", 8, sound=brook, crf=24))
