"""An electric car of our own design, modelled as a surface in metres and lit by its surroundings.

x runs from the nose (0) to the tail, h is the height above the road, y the half width. The surface is sampled far more
finely than the picture's pixels; each sample reflects sky, horizon and road, and the nearest one is seen.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage

from studio.kit.colour import Floats, Shade

LONG, WHEEL, FRONT_AXLE, REAR_AXLE, TRACK = 4.86, 0.362, 0.90, 3.86, 0.775
TOP = (
    (0, 0.685),
    (0.1, 0.722),
    (0.3, 0.762),
    (0.7, 0.815),
    (1.1, 0.87),
    (1.38, 0.915),
    (1.7, 1.075),
    (2.1, 1.27),
    (2.45, 1.385),
    (2.8, 1.43),
    (3.15, 1.42),
    (3.55, 1.345),
    (3.95, 1.225),
    (4.3, 1.11),
    (4.6, 1.04),
    (4.76, 1.0),
    (4.86, 0.92),
)
BELT = (
    (0, 0.64),
    (0.25, 0.68),
    (0.7, 0.745),
    (1.2, 0.83),
    (1.6, 0.875),
    (2.4, 0.905),
    (3.3, 0.945),
    (4.0, 0.98),
    (4.5, 0.965),
    (4.86, 0.86),
)
FLOOR = ((0, 0.25), (0.15, 0.19), (0.5, 0.175), (4.2, 0.185), (4.6, 0.25), (4.86, 0.42))
SIDE = (
    (0.75, 0.925),
    (1.2, 0.932),
    (2.2, 0.925),
    (3.0, 0.93),
    (3.7, 0.955),
    (4.1, 0.95),
    (4.45, 0.905),
    (4.7, 0.83),
    (4.86, 0.70),
)


@dataclass(frozen=True)
class Stand:
    """Where a car stands: its middle, metres right of and away from the camera, and how far its nose turns to us."""

    right: float
    away: float
    turn: float

    def place(self, x: Floats, h: Floats, y: Floats) -> tuple[Floats, Floats, Floats]:
        """Points of the car in the camera's space; y is positive on the side that looks at us."""
        ahead, cos, sin = LONG / 2 - x, math.cos(self.turn), math.sin(self.turn)
        return self.right - ahead * cos + y * sin, h, self.away - ahead * sin - y * cos


@dataclass(frozen=True)
class Light:
    """What the paint reflects: from straight up to the horizon, the horizon's own glow, the road; and the paint."""

    zenith: Shade
    sky: Shade
    horizon: Shade
    road: Shade
    paint: Shade
    bar: Shade


@dataclass
class Sheet:
    """A picture being made of samples: colour and distance of the nearest, `scale` pixels to one of the frame."""

    left: int
    top: int
    width: int
    height: int
    scale: float
    colour: NDArray[np.float32]
    depth: NDArray[np.float32]


def sheet(left: int, top: int, width: int, height: int, scale: float) -> Sheet:
    """An empty sheet over a part of the frame."""
    size = (round(height * scale), round(width * scale))
    return Sheet(left, top, width, height, scale, np.zeros((*size, 4), np.float32), np.full(size, 1e9, np.float32))


def _curve(points: Sequence[tuple[float, float]], x: Floats) -> Floats:
    """A smooth curve through the points (Catmull-Rom)."""
    px, py = np.array([p for p, _ in points]), np.array([p for _, p in points])
    slope = np.gradient(py, px)
    at = np.clip(np.searchsorted(px, x) - 1, 0, len(px) - 2)
    wide = px[at + 1] - px[at]
    t = np.clip((x - px[at]) / wide, 0, 1)
    return np.asarray(
        (2 * t**3 - 3 * t**2 + 1) * py[at]
        + (t**3 - 2 * t**2 + t) * wide * slope[at]
        + (3 * t**2 - 2 * t**3) * py[at + 1]
        + (t**3 - t**2) * wide * slope[at + 1]
    )


def _half_width(x: Floats) -> Floats:
    nose = 0.925 * (1 - np.clip(1 - x / 0.75, 0, 1) ** 2.7) ** (1 / 2.7)
    return np.where(x < 0.75, nose, _curve(SIDE, np.maximum(x, 0.75)))


def surface(x: Floats, v: Floats) -> tuple[Floats, Floats]:
    """Height and half width at x for v from 0 (sill) over 1 (shoulder) to 2 (middle of the roof)."""
    top, belt, low, wide = _curve(TOP, x), _curve(BELT, x), _curve(FLOOR, x), _half_width(x)
    rise = np.clip(v, 0, 1)
    h_low = low + (belt - low) * rise
    down = 1 - rise
    haunch = np.exp(-(((x - REAR_AXLE) / 0.62) ** 2)) + 0.8 * np.exp(-(((x - FRONT_AXLE) / 0.55) ** 2))
    waist = 0.021 * np.sin(np.pi * np.clip((down - 0.12) / 0.62, 0, 1)) ** 2 * (1 - 0.9 * haunch)
    crease = 0.012 * np.exp(-(((down - 0.14) / 0.05) ** 2))
    tuck = 0.075 * np.clip((down - 0.72) / 0.28, 0, 1) ** 1.8
    prow = 0.1 * np.clip(1 - x / 0.5, 0, 1) * down**2 * 0.6
    y_low = wide * (1 - waist - tuck - prow) + crease * (wide > 0.4)
    angle = np.clip(v - 1, 0, 1) * math.pi / 2
    cabin = np.clip((top - belt - 0.06) / 0.3, 0, 1)
    cabin = cabin * cabin * (3 - 2 * cabin)
    round_y, round_h = 0.62 - 0.2 * cabin, 0.9 - 0.12 * cabin
    h_up = belt + (top - belt) * np.sin(angle) ** round_h
    lean = (h_up - belt) * 0.42 * cabin + 0.035 * cabin * np.clip((v - 1) * 14, 0, 1)
    y_up = np.maximum(0, wide - lean) * np.cos(angle) ** round_y
    upper = v > 1
    return np.where(upper, h_up, h_low), np.where(upper, y_up, y_low)


def _rgb(shade: Shade) -> Floats:
    tint = QColor(shade)
    return np.array([tint.redF(), tint.greenF(), tint.blueF()]) ** 2.2


def _reflected(light: Light, up: Floats, azimuth: Floats) -> Floats:
    """The surroundings in a direction: `up` is the sine of its elevation, `azimuth` its angle (0 is to the right)."""
    zenith, sky, horizon, road = (_rgb(part) for part in (light.zenith, light.sky, light.horizon, light.road))
    high = np.clip(up, 0, 1)[..., None]
    out = sky + (zenith - sky) * np.clip(high * 1.5, 0, 1) ** 0.8
    warm = (0.55 + 0.6 * np.clip(np.cos(azimuth - math.radians(150)), 0, 1))[..., None]
    out = out + horizon * warm * np.exp(-high * 9) * 1.15
    lamps = np.exp(-(((up - 0.66) / 0.05) ** 2))[..., None] * _rgb("#FFE6C0") * 1.1
    out = out + lamps
    jag = 0.07 + 0.03 * np.sin(azimuth * 9) * np.sin(azimuth * 4.3)
    built = np.clip((jag - up) * 16, 0, 1)[..., None]
    out = out * (1 - 0.5 * built)
    ground = road * (1 + 3 * np.exp(np.clip(up, -1, 0)[..., None] * 6))
    mix = np.clip(up * 18 + 0.6, 0, 1)[..., None]
    mix = mix * mix * (3 - 2 * mix)
    return np.asarray(ground * (1 - mix) + out * mix)


def _shaded(light: Light, normal: Floats, view: Floats, base: Floats, shine: Floats, diffuse: Floats) -> Floats:
    facing = np.clip(-(normal * view).sum(-1), 0, 1)
    mirror = view + 2 * facing[..., None] * normal
    env = _reflected(light, mirror[..., 1], np.arctan2(mirror[..., 2], mirror[..., 0]))
    fresnel = (shine + (1 - shine) * (1 - facing) ** 4)[..., None]
    sky = _rgb(light.sky) * 0.6 + _rgb(light.zenith) * 0.4
    sky = sky * 0.45 + sky.mean() * 0.55
    soft = (
        sky * np.clip(0.35 + 0.65 * normal[..., 1], 0, 1)[..., None]
        + _rgb(light.horizon) * 0.9 * np.clip(0.35 - normal[..., 0] * 0.5, 0, 1)[..., None]
    )
    return np.asarray(base * soft * diffuse[..., None] * 2.3 + env * fresnel)


def splat(
    page: Sheet, view: tuple[float, float, float, float], points: tuple[Floats, Floats, Floats], rgb: Floats
) -> None:
    """Set the nearest samples into the sheet; `view` is the camera's x, horizon, focal length and eye height."""
    x0, horizon, focal, eye = view
    right, up, away = (part.ravel() for part in points)
    px = ((x0 + right / away * focal - page.left) * page.scale).astype(int)
    py = ((horizon - (up - eye) / away * focal - page.top) * page.scale).astype(int)
    high, wide = page.depth.shape
    inside = (px >= 0) & (px < wide) & (py >= 0) & (py < high) & (away > 0.5)
    spot, far, tint = (py * wide + px)[inside], away[inside].astype(np.float32), rgb.reshape(-1, 3)[inside]
    order = np.argsort(-far, kind="stable")
    spot, far, tint = spot[order], far[order], tint[order]
    nearest = np.full(high * wide, 1e9, np.float32)
    nearest[spot] = far
    index = np.zeros(high * wide, np.int64)
    index[spot] = np.arange(len(spot))
    better = nearest < page.depth.ravel()
    page.depth.ravel()[better] = nearest[better]
    page.colour.reshape(-1, 4)[better, :3] = tint[index[better]]
    page.colour.reshape(-1, 4)[better, 3] = 1


def _materials(
    x: Floats, h: Floats, y: Floats, v: Floats, light: Light
) -> tuple[Floats, Floats, Floats, Floats, NDArray[np.bool_]]:
    """Base colour, mirror share, diffuse share, own light, and what is cut away, for every sample."""
    base = np.broadcast_to(_rgb(light.paint), (*x.shape, 3)).copy()
    shine, diffuse, own = np.full(x.shape, 0.13), np.ones(x.shape), np.zeros((*x.shape, 3))
    top, belt = _curve(TOP, x), _curve(BELT, x)
    upper, lower = v > 1, v <= 1

    def put(where: NDArray[np.bool_], shade: Shade, mirror: float, soft: float) -> None:
        base[where], shine[where], diffuse[where] = _rgb(shade), mirror, soft

    screen = upper & (v > 1.44) & (x > 1.34 + 0.3 * (y / 0.75) ** 2) & (x < 4.42 - 0.12 * (y / 0.6) ** 2)
    put(screen, "#0A1418", 0.2, 0.5)
    roof_edge = screen & (np.abs(x - (2.32 + 0.05 * (y / 0.6) ** 2)) < 0.018)
    put(roof_edge, "#020405", 0.03, 0.2)
    rear = 4.28 - np.clip((h - belt) / 0.3, 0, 1) * 0.5
    front = 1.66 + np.clip((h - belt) / 0.4, 0, 1) * 0.62
    glass = upper & (h > belt + 0.016) & (v < 1.37) & (x > front - 0.06) & (x < rear) & (h < top - 0.06)
    put(glass, "#070F13", 0.17, 0.35)
    put(glass & (np.abs(x - 2.86 - (h - belt) * 0.12) < 0.03), "#020405", 0.05, 0.3)
    put(upper & (h > belt + 0.002) & (h <= belt + 0.016) & (x > 1.6) & (x < 4.3), "#9FB4B4", 0.5, 1.0)
    put(lower & (h < 0.265), "#0A1013", 0.08, 0.6)
    gaps = ((1.56, 0.05), (2.84, 0.03), (3.72, -0.1))
    for at, lean in gaps:
        line = lower & (np.abs(x - at - lean * (h - 0.6)) < 0.0055) & (h > 0.3)
        put(line, "#020405", 0.02, 0.1)
    put(lower & (np.abs(h - 0.3) < 0.0045) & (x > 1.58) & (x < 3.66), "#020405", 0.02, 0.1)
    for at in (2.56, 3.5):
        put(lower & (np.abs(x - at) < 0.12) & (np.abs(h - 0.79 - (at - 2.56) * 0.02) < 0.013), "#061014", 0.3, 0.4)
    hood = upper & (x < 1.5) & (np.abs(y - (0.62 + 0.1 * x)) < 0.005) & (x > 0.22)
    put(hood, "#020405", 0.02, 0.1)
    put(upper & (x < 0.7) & (np.abs(x - 0.2 - 0.14 * (y / 0.7) ** 2) < 0.005) & (y < 0.66), "#020405", 0.02, 0.1)
    bar_h = 0.575 + 0.045 * np.clip(x / 0.5, 0, 1)
    mask = lower & (x < 0.62) & (np.abs(h - bar_h + 0.012) < 0.05) & (x < 0.6 - np.abs(h - bar_h) * 2)
    put(mask, "#05090B", 0.14, 0.3)
    bar = lower & (x < 0.56) & (np.abs(h - bar_h - 0.008) < 0.0085)
    own[bar] = _rgb(light.bar) * 2.6
    lamp = lower & (y > 0.56) & (x < 0.5) & (np.abs(h - bar_h + 0.032) < 0.016) & (np.mod(y, 0.07) < 0.05) & (y < 0.86)
    own[lamp] = _rgb(light.bar) * 2.2
    intake = lower & (y < 0.6 - (0.36 - h) * 0.4) & (h > 0.255) & (h < 0.37) & (x < 0.4)
    put(intake, "#04080A", 0.05, 0.3)
    put(intake & (np.mod(h, 0.028) < 0.008), "#1A2428", 0.1, 0.6)
    side_vent = lower & (np.abs(y - 0.8 + (h - 0.4) * 0.25) < 0.022) & (h > 0.3) & (h < 0.49) & (x < 0.5)
    put(side_vent, "#05090B", 0.06, 0.3)
    tail = lower & (x > 4.5) & (np.abs(h - 0.9) < 0.02)
    own[tail] = _rgb("#FF3A24") * 2
    cut = np.zeros(x.shape, bool)
    for axle in (FRONT_AXLE, REAR_AXLE):
        reach = np.hypot(x - axle, h - WHEEL + 0.005)
        cut |= lower & (reach < 0.405) & (y > 0.5)
        lip = lower & (reach >= 0.405) & (reach < 0.425)
        base[lip] = base[lip] * 0.55
    return base, shine, diffuse, own, cut


def draw_body(
    page: Sheet,
    view: tuple[float, float, float, float],
    stand: Stand,
    light: Light,
    *,
    flip: float = 1.0,
    fine: float = 1.0,
) -> None:
    """The body, both halves; `flip` -1 is its picture in a wet road."""
    nose = 0.75 * np.linspace(0, 1, int(1500 * fine)) ** 2.2
    stations = np.concatenate([nose[:-1], np.linspace(0.75, LONG, int(3000 * fine))])
    across = np.concatenate(
        [
            np.linspace(0, 1, int(900 * fine), endpoint=False),
            1 + 0.12 * np.linspace(0, 1, int(420 * fine)) ** 1.6,
            2 - np.linspace(0.95, 0, int(1100 * fine)) ** 2.3,
        ]
    )
    for chunk in np.array_split(np.arange(len(stations)), 10):
        x, v = np.meshgrid(stations[chunk], across, indexing="ij")
        h, y = surface(x, v)
        step = 0.003
        hx, yx = surface(np.minimum(x + step, LONG), v)
        hx0, yx0 = surface(np.maximum(x - step, 0), v)
        run = np.minimum(x + step, LONG) - np.maximum(x - step, 0)
        hv, yv = surface(x, np.minimum(v + 0.004, 2))
        hv0, yv0 = surface(x, np.maximum(v - 0.004, 0))
        along = np.stack([np.ones_like(x), (hx - hx0) / run, (yx - yx0) / run], -1)
        round_ = np.stack([np.zeros_like(x), hv - hv0, yv - yv0], -1)
        normal = np.cross(along, round_)
        normal /= np.linalg.norm(normal, axis=-1, keepdims=True) + 1e-9
        base, shine, diffuse, own, cut = _materials(x, h, y, v, light)
        for side in (1.0, -1.0):
            points = stand.place(x, h, y * side)
            cos, sin = math.cos(stand.turn), math.sin(stand.turn)
            nx, nh, ny = normal[..., 0], normal[..., 1], normal[..., 2] * side
            world = np.stack([nx * cos + ny * sin, nh, nx * sin - ny * cos], -1)
            eye = np.stack([points[0], points[1] - view[3], points[2]], -1)
            eye /= np.linalg.norm(eye, axis=-1, keepdims=True)
            outward = np.where((world * eye).sum(-1) > 0, 0, 1)
            keep = (outward == 1) & ~cut
            if not keep.any():
                continue
            rgb = _shaded(light, world, eye, base, shine, diffuse) + own
            splat(page, view, (points[0][keep], points[1][keep] * flip, points[2][keep]), rgb[keep])


def draw_mirrors(
    page: Sheet, view: tuple[float, float, float, float], stand: Stand, light: Light, *, flip: float = 1.0
) -> None:
    """The two door mirrors: small drops on short arms."""
    around, over = np.meshgrid(
        np.linspace(0, 2 * math.pi, 700), np.linspace(0.001, math.pi - 0.001, 500), indexing="ij"
    )
    n = np.stack([np.sin(over) * np.cos(around), np.cos(over), np.sin(over) * np.sin(around)], -1)
    size = np.array([0.085, 0.062, 0.115])
    stretch = np.where(n[..., 0] < 0, 1.5, 0.75)
    cos, sin = math.cos(stand.turn), math.sin(stand.turn)
    for side in (1.0, -1.0):
        x = 1.86 + n[..., 0] * size[0] * stretch
        h, y = 1.005 + n[..., 1] * size[1], side * 1.0 + n[..., 2] * size[2]
        points = stand.place(x, h, y)
        normal = n / size
        normal /= np.linalg.norm(normal, axis=-1, keepdims=True)
        world = np.stack(
            [normal[..., 0] * cos + normal[..., 2] * sin, normal[..., 1], normal[..., 0] * sin - normal[..., 2] * cos],
            -1,
        )
        eye = np.stack([points[0], points[1] - view[3], points[2]], -1)
        eye /= np.linalg.norm(eye, axis=-1, keepdims=True)
        base = np.broadcast_to(_rgb(light.paint), (*x.shape, 3)).copy()
        dark = h < 0.985
        base[dark] = _rgb("#06090B")
        shine = np.where(dark, 0.06, 0.16)
        keep = (world * eye).sum(-1) < 0
        rgb = _shaded(light, world, eye, base, shine, np.ones(x.shape))
        splat(page, view, (points[0][keep], points[1][keep] * flip, points[2][keep]), rgb[keep])
        t, w = np.meshgrid(np.linspace(0, 1, 160), np.linspace(-0.03, 0.03, 60), indexing="ij")
        arm = stand.place(1.84 + w, 0.96 - 0.04 * (1 - t), side * (0.86 + 0.1 * t))
        splat(page, view, (arm[0], arm[1] * flip, arm[2]), np.broadcast_to(_rgb("#0A1013"), (*t.shape, 3)))


def finished(page: Sheet) -> QImage:
    """The sheet as an image, light mapped to what a screen can show."""
    rgb = np.clip(page.colour[..., :3], 0, None)
    shown = np.clip(rgb * (1 + rgb / 6) / (1 + rgb), 0, 1) ** (1 / 2.2)
    alpha = page.colour[..., 3:]
    out = np.empty((*page.depth.shape, 4), np.uint8)
    out[..., :3] = np.clip(shown[..., ::-1] * alpha * 255, 0, 255)
    out[..., 3] = alpha[..., 0] * 255
    high, wide = page.depth.shape
    return QImage(out.tobytes(), wide, high, wide * 4, QImage.Format.Format_ARGB32_Premultiplied).copy()
