"""Static layers kept as images, and arrays turned into images."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from studio.kit.colour import HEIGHT, WIDTH, Floats, Shade

_kept: dict[tuple[str, float], QImage] = {}
FRAME = QRectF(0, 0, WIDTH, HEIGHT)


def forget() -> None:
    """Drop every kept layer (the renderer calls it between scenes and sizes)."""
    _kept.clear()


def layer(
    painter: QPainter,
    name: str,
    draw: Callable[[QPainter], None],
    *,
    rect: QRectF = FRAME,
    dx: float = 0.0,
    dy: float = 0.0,
    opacity: float = 1.0,
    mode: QPainter.CompositionMode = QPainter.CompositionMode.CompositionMode_SourceOver,
) -> None:
    """Draw once, keep as an image, show it every frame; `name` must be unique in the scene.

    `draw` paints in the frame's own coordinates; only what lies in `rect` is kept. `dx`, `dy` shift the kept image.
    """
    scale = painter.worldTransform().m11()
    image = _kept.get((name, scale))
    if image is None:
        image = QImage(
            round(rect.width() * scale), round(rect.height() * scale), QImage.Format.Format_ARGB32_Premultiplied
        )
        image.fill(Qt.GlobalColor.transparent)
        inner = QPainter(image)
        inner.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        inner.scale(scale, scale)
        inner.translate(-rect.x(), -rect.y())
        inner.setPen(Qt.PenStyle.NoPen)
        draw(inner)
        inner.end()
        _kept[(name, scale)] = image
    painter.save()
    painter.setOpacity(painter.opacity() * opacity)
    painter.setCompositionMode(mode)
    painter.drawImage(rect.translated(dx, dy), image)
    painter.restore()


def kept_image(name: str, make: Callable[[], QImage]) -> QImage:
    """An image made once per scene and size (a texture)."""
    image = _kept.get((name, 0.0))
    if image is None:
        image = _kept[(name, 0.0)] = make()
    return image


def tinted(alpha: Floats, shade: Shade) -> QImage:
    """An image of one colour whose opacity is the (height, width) array of 0..1."""
    tint = QColor(shade)
    pixels = np.empty((*alpha.shape, 4), np.uint8)
    opacity = np.clip(alpha, 0, 1) * tint.alphaF() * 255
    # a little noise in the rounding keeps very soft mist from showing bands
    opacity = np.clip(opacity + np.random.default_rng(1).uniform(0, 1, alpha.shape) * (opacity > 0), 0, 255)
    whole = np.floor(opacity)
    for channel, part in enumerate((tint.blueF(), tint.greenF(), tint.redF())):
        pixels[..., channel] = whole * part
    pixels[..., 3] = whole
    height, width = alpha.shape
    return QImage(pixels.tobytes(), width, height, width * 4, QImage.Format.Format_ARGB32_Premultiplied).copy()
