"""The river gorge at dusk: the hero picture."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from studio.kit import (
    Bridge,
    Film,
    Still,
    bank_rect,
    cable_car,
    city,
    draw_ridge,
    glitter,
    lantern,
    layer,
    mist,
    person,
    ridge,
    sampan,
    sky,
    steam,
    stilt_house,
    sun,
    suspension_bridge,
    traffic,
    tree,
    wake,
    water,
)

FAR = ridge(1, [(0, 900), (900, 700), (1800, 1000), (2700, 640), (3840, 860)], 90)
NEAR = ridge(2, [(0, 900), (900, 1200), (1500, 1600), (2400, 1620), (3000, 1250), (3840, 880)], 60)
BRIDGE = Bridge(1300, 2700, 1150, 260, 330, 600)


def back(p: QPainter) -> None:
    sky(p, [(0, "#1B2A4A"), (0.3, "#6A6A8E"), (0.48, "#F0A878"), (0.6, "#FFD9A0")], 1600)
    sun(p, 2100, 860, 70, "#FFF3D0", "#FF9A52")
    draw_ridge(p, FAR, "#8E7F98", "#E8B38C", rim="#FFD8A8", sun_x=2100, relief=0.5, seed=3)
    water(p, bank_rect(1500, 2160), [(0, "#F0B484"), (1, "#243350")])
    draw_ridge(p, NEAR, "#2A3350", "#101624", relief=0.4, sun_x=2100, light="#FF9A52")
    city(p, 5, NEAR.y, 0, 1300, widths=(60, 130), heights=(120, 420), body="#2A3048", sun_x=2100, light="#FFB070")
    stilt_house(p, 3, 3200, 1500, 420, 5, "#5A3020")
    suspension_bridge(p, BRIDGE, "#20222E", foot=1560)


def paint(painter: QPainter, phase: float) -> None:
    layer(painter, "back", back)
    mist(painter, 4, QRectF(-200, 1000, 4240, 500), "#FFE0C0", 0.6, phase)
    glitter(painter, 6, 2100, 1510, 2160, (160, 500), "#FFE2B0", phase)
    traffic(painter, BRIDGE.deck_y, 700, 3300, phase)
    cable_car(painter, 1700, 700, 160, "#C63A26")
    wake(painter, 2100, 1800, 500, 80, "#FFE2B0", phase)
    sampan(painter, 2100, 1800, 260, "#141824", phase=phase)
    person(painter, 1000, 1900, 160, "#0E1420", carries="umbrella", coat="#C63A26", step=phase)
    person(painter, 1100, 1900, 160, "#0E1420", carries="bag", coat="#3A6A9A", step=phase, facing=-1)
    lantern(painter, 600, 1500, 60)
    steam(painter, 1, 600, 1900, 160, 400, phase)
    tree(painter, 1, 300, 1800, 300, "#0E1420")
    tree(painter, 2, 3500, 1800, 400, "#0E1420", "pine")
    tree(painter, 2, 2900, 1900, 400, "#0E1420", "bamboo")


OUTPUTS = (Still("home.jpg"), Film("attract/gorge.webm", 8))
