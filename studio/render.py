"""Render scenes into assets/: `python studio/render.py [SCENE...] [--stills] [--films] [--look DIR]`."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
import time
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QRadialGradient

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from studio.kit import HEIGHT, WIDTH, Film, Paint, Still, forget  # noqa: E402

FRAMES_A_SECOND = 25
SAMPLES_A_SECOND = 48_000
STILL_WIDTH, FILM_WIDTH, POSTER_QUALITY, STILL_QUALITY = 2880, 1920, 88, 86
_grain: dict[tuple[int, int], NDArray[np.int16]] = {}


def frame(paint: Paint, phase: float, width: int) -> QImage:
    """One finished frame, `width` pixels wide."""
    image = QImage(width, width * HEIGHT // WIDTH, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.black)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    painter.scale(width / WIDTH, width / WIDTH)
    painter.setPen(Qt.PenStyle.NoPen)
    paint(painter, phase % 1.0)
    painter.end()
    return finished(image)


def finished(image: QImage) -> QImage:
    """The look all pictures share: light that blooms, corners that rest, a grain that hides banding."""
    width, height = image.width(), image.height()
    small = image.scaled(
        480, 270, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    ).convertToFormat(QImage.Format.Format_RGB32)
    pixels = _pixels(small)[..., :3].astype(np.float32) / 255
    bright = pixels * np.clip((pixels.max(axis=2, keepdims=True) - 0.6) / 0.4, 0, 1)
    bloom = _blurred(bright, 4) * 0.32 + _blurred(bright, 18) * 0.22
    shine = np.zeros((270, 480, 4), np.uint8)
    shine[..., :3] = np.clip(bloom * 255, 0, 255)
    shine[..., 3] = 255
    light = QImage(shine.tobytes(), 480, 270, 480 * 4, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Screen)
    painter.drawImage(image.rect(), light)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    corners = QRadialGradient(width / 2, height * 0.46, width * 0.64)
    for stop, alpha in ((0.0, 0.0), (0.6, 0.0), (0.8, 0.1), (1.0, 0.34)):
        corners.setColorAt(stop, QColor.fromRgbF(0.02, 0.03, 0.06, alpha))
    painter.fillRect(image.rect(), corners)
    painter.end()
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    grain = _grain.get((width, height))
    if grain is None:
        dice = np.random.default_rng(5)
        noise = dice.normal(0, 1.5 if width <= FILM_WIDTH else 1.9, (height, width, 1))
        grain = _grain[(width, height)] = np.round(noise).astype(np.int16)
    sum_ = _pixels(image)[..., :3].astype(np.int16) + grain
    out = np.full((height, width, 4), 255, np.uint8)
    out[..., :3] = np.clip(sum_, 0, 255)
    return QImage(out.tobytes(), width, height, width * 4, QImage.Format.Format_RGB32).copy()


def _pixels(image: QImage) -> NDArray[np.uint8]:
    flat = np.frombuffer(image.constBits(), np.uint8)
    return flat.reshape(image.height(), image.bytesPerLine() // 4, 4)[:, : image.width()]


def _blurred(pixels: NDArray[np.float32], radius: int) -> NDArray[np.float32]:
    for _ in range(2):
        for axis in (0, 1):
            padding = [(0, 0)] * 3
            padding[axis] = (radius + 1, radius)
            total = np.cumsum(np.pad(pixels, padding, mode="edge"), axis=axis)
            window = 2 * radius + 1
            after = np.take(total, range(window, total.shape[axis]), axis=axis)
            before = np.take(total, range(total.shape[axis] - window), axis=axis)
            pixels = ((after - before) / window).astype(np.float32)
    return pixels


def save_jpeg(image: QImage, path: Path, quality: int) -> None:
    """Write a JPEG, its folder made if need be."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not image.save(str(path), quality=quality):
        raise OSError(f"cannot write {path}")


def save_film(film: Film, paint: Paint, path: Path) -> None:
    """Encode the loop and its poster, which is its first frame."""
    path.parent.mkdir(parents=True, exist_ok=True)
    count = round(film.seconds * FRAMES_A_SECOND)
    with av.open(str(path), "w", format="webm") as container:
        stream = container.add_stream("libvpx-vp9", rate=FRAMES_A_SECOND)
        stream.width, stream.height, stream.pix_fmt = FILM_WIDTH, FILM_WIDTH * HEIGHT // WIDTH, "yuv420p"
        stream.codec_context.gop_size = count
        stream.codec_context.color_range, stream.codec_context.colorspace = 1, 1
        stream.options = {
            "crf": str(film.crf), "b": "0", "deadline": "good", "cpu-used": "4", "row-mt": "1", "threads": "2",
            "tile-columns": "2", "auto-alt-ref": "1", "lag-in-frames": "25",
        }  # fmt: skip
        voice = container.add_stream("libopus", rate=SAMPLES_A_SECOND) if film.sound else None
        if voice is not None:
            voice.layout, voice.bit_rate = "stereo", 64_000
        for number in range(count):
            image = frame(paint, number / count, FILM_WIDTH)
            if number == 0:
                save_jpeg(image, path.with_suffix(".jpg"), POSTER_QUALITY)
            rgb = np.ascontiguousarray(_pixels(image)[..., 2::-1])
            picture = av.VideoFrame.from_ndarray(rgb, "rgb24").reformat(
                format="yuv420p", src_colorspace="ITU709", dst_colorspace="ITU709", dst_color_range="MPEG"
            )
            picture.pts, picture.time_base = number, Fraction(1, FRAMES_A_SECOND)
            container.mux(stream.encode(picture))
        container.mux(stream.encode(None))
        if voice is not None and film.sound is not None:
            samples = np.ascontiguousarray(film.sound(film.seconds).astype(np.float32))
            for start in range(0, len(samples) - 959, 960):
                piece = av.AudioFrame.from_ndarray(samples[start : start + 960].reshape(1, -1), "flt", "stereo")
                piece.sample_rate, piece.pts, piece.time_base = SAMPLES_A_SECOND, start, Fraction(1, SAMPLES_A_SECOND)
                container.mux(voice.encode(piece))
            container.mux(voice.encode(None))


def scene_names() -> list[str]:
    """Every scene there is."""
    return sorted(file.stem for file in (ROOT / "studio" / "scenes").glob("*.py") if file.stem != "__init__")


def render(name: str, *, stills: bool, films: bool, look: Path | None) -> None:
    """Render one scene's outputs; with `look`, only small trial pictures into that folder."""
    scene = importlib.import_module(f"studio.scenes.{name}")
    for output in scene.OUTPUTS:
        forget()
        paint: Paint = output.paint or scene.paint
        target, began = ROOT / "assets" / output.path, time.monotonic()
        match output:
            case Still() if look is not None and stills:
                save_jpeg(frame(paint, output.phase, FILM_WIDTH), look / f"{name}-{target.stem}.jpg", 90)
            case Film() if look is not None and films:
                for phase in (0.0, 0.33, 0.66):
                    began = time.monotonic()
                    save_jpeg(frame(paint, phase, 1280), look / f"{name}-{target.stem}-{phase:.2f}.jpg", 90)
            case Still() if look is None and stills:
                save_jpeg(frame(paint, output.phase, STILL_WIDTH), target, STILL_QUALITY)
            case Film() if look is None and films:
                save_film(output, paint, target)
            case _:
                continue
        size = target.stat().st_size / 1000 if look is None else 0
        print(f"{output.path}: {time.monotonic() - began:.1f} s, {size:.0f} kB", flush=True)


def main() -> None:
    """Read the command line and render."""
    parser = argparse.ArgumentParser(description="Render the demo's pictures and films into assets/.")
    parser.add_argument("scenes", nargs="*", metavar="SCENE", help="scenes to render (default: all)")
    parser.add_argument("--stills", action="store_true", help="only the stills")
    parser.add_argument("--films", action="store_true", help="only the films")
    parser.add_argument("--look", type=Path, metavar="DIR", help="write small trial pictures there instead")
    chosen = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QGuiApplication([])
    both = chosen.stills == chosen.films
    for name in chosen.scenes or scene_names():
        render(name, stills=chosen.stills or both, films=chosen.films or both, look=chosen.look)
    del app


if __name__ == "__main__":
    main()
