"""Draws SVG pictures as PNG: `python -m kiosk.author.packing.raster`, with a list of them as its input.

The alarm ends the process where one takes too long; the limits on memory come from the process that starts it. Nothing
imports this, so that Qt stays out of the plain subjects.
"""

from __future__ import annotations

import json
import os
import signal
import sys

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SECONDS_PER_PICTURE = 20


def main() -> int:
    """Draw what standard input lists (`svg`, `png`, and `side` in pixels, the longer one); return 0 for all of them."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QGuiApplication(sys.argv[:1])
    is_done = all(_draw(**drawing) for drawing in json.load(sys.stdin))
    del app
    return 0 if is_done else 1


def _draw(svg: str, png: str, side: int) -> bool:
    """Draw one picture, its longer side `side` pixels; return False where it cannot be."""
    signal.alarm(SECONDS_PER_PICTURE)
    renderer = QSvgRenderer(svg)
    size = renderer.defaultSize()
    if not renderer.isValid() or size.isEmpty():
        return False
    size = size.scaled(QSize(side, side), Qt.AspectRatioMode.KeepAspectRatio)
    image = QImage(size.expandedTo(QSize(1, 1)), QImage.Format.Format_ARGB32_Premultiplied)
    if image.isNull():
        return False
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter, QRectF(image.rect()))
    painter.end()
    half = f"{png}.part"
    if not image.save(half, "PNG", 80):  # type: ignore[call-overload]
        return False
    os.replace(half, png)  # so that what is there is whole
    return True


if __name__ == "__main__":
    sys.exit(main())
