"""Pictures and a film to begin a bundle with, made by the computer: layers of hills, circles that overlap, waves.

The same call always paints the same picture.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Final

import av
from PIL import Image, ImageColor, ImageDraw, ImageFilter, ImageOps

SIZE: Final = (1920, 1080)
FILM_SIZE: Final = (1280, 720)
FILM_SECONDS: Final = 6
_FRAMES_PER_SECOND: Final = 25
_TWICE: Final = 2  # painted twice as large and scaled down, so that edges are smooth


@dataclass(frozen=True)
class Palette:
    """The colours of a picture: the sky from its top to its foot, the light in it, the nearest layer."""

    top: str
    foot: str
    light: str
    near: str


PALETTES: Final = {
    "dusk": Palette("#132a4a", "#f0a06a", "#ffe3b0", "#0c1626"),
    "sea": Palette("#0d2f3f", "#5fc6b8", "#e8fff4", "#08202b"),
    "plum": Palette("#2a1840", "#e07a8b", "#ffd9c9", "#170d26"),
    "amber": Palette("#43210f", "#f2bd5c", "#fff3c9", "#25110a"),
}


def paint_hills(path: Path, palette: str, seed: int) -> None:
    """Paint hills behind hills under a low sun, and save them as a JPEG."""
    colours, chance = PALETTES[palette], Random(seed)
    picture = _sky(colours, SIZE)
    _sun(picture, colours, (chance.uniform(0.25, 0.75), chance.uniform(0.42, 0.55)), 0.075)
    layers = 6
    for layer in range(layers):
        share = (layer + 1) / layers
        mask = _blank(SIZE)
        ImageDraw.Draw(mask).polygon(_ridge(SIZE, 0.5 + 0.42 * share, 0.10, chance), fill=255)
        _lay(picture, mask, _between(colours.foot, colours.near, share**0.8))
    _save(picture, path)


def paint_circles(path: Path, palette: str, seed: int) -> None:
    """Paint circles that overlap, and save them as a JPEG."""
    colours, chance = PALETTES[palette], Random(seed)
    picture = _sky(colours, SIZE)
    width, height = SIZE
    for index in range(9):
        mask = _blank(SIZE)
        radius = height * chance.uniform(0.12, 0.42) * _TWICE
        x = width * chance.uniform(0.05, 0.95) * _TWICE
        y = height * chance.uniform(0.1, 0.95) * _TWICE
        ImageDraw.Draw(mask).ellipse((x - radius, y - radius, x + radius, y + radius), fill=92)
        _lay(picture, mask, _between(colours.light, colours.near, index / 8))
    _save(picture, path)


def paint_film(path: Path, poster: Path, palette: str) -> None:
    """Paint waves that roll on for ever, as a WebM (VP9) whose end meets its beginning, and its first frame."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libvpx-vp9", rate=_FRAMES_PER_SECOND)
        stream.width, stream.height, stream.pix_fmt = *FILM_SIZE, "yuv420p"
        stream.bit_rate = 1_500_000
        stream.options = {"deadline": "realtime", "cpu-used": "8", "row-mt": "1"}
        for number, frame in enumerate(_waves(PALETTES[palette])):
            if number == 0:
                _save(frame.resize(SIZE), poster)
            made: av.VideoFrame = av.VideoFrame.from_image(frame)  # type: ignore[no-untyped-call]
            container.mux(stream.encode(made))
        container.mux(stream.encode())


def _waves(colours: Palette) -> Iterator[Image.Image]:
    width, height = FILM_SIZE
    ground = _sky(colours, FILM_SIZE)
    _sun(ground, colours, (0.68, 0.34), 0.08)
    layers = []
    for layer in range(5):
        share = (layer + 1) / 5
        mask = _blank((width * 2, height))
        periods = (2, 4, 2, 6, 2)[layer]  # even: a shift by one width meets itself
        points = [
            (x, height * _TWICE * (0.42 + 0.45 * share + 0.035 * math.sin(x * periods * math.tau / mask.width + layer)))
            for x in range(0, mask.width + 16, 16)
        ]
        ImageDraw.Draw(mask).polygon([(0, mask.height), *points, (mask.width, mask.height)], fill=255)
        layers.append((mask.reduce(_TWICE), _between(colours.foot, colours.near, share), (1, 1, 1, 1, 2)[layer]))
    frames = FILM_SECONDS * _FRAMES_PER_SECOND
    for number in range(frames):
        frame = ground.copy()
        for mask, colour, speed in layers:
            left = round(width * number * speed / frames) % width
            frame.paste(colour, (0, 0), mask.crop((left, 0, left + width, height)))
        yield frame


def _sky(colours: Palette, size: tuple[int, int]) -> Image.Image:
    gradient = Image.linear_gradient("L").resize(size, Image.Resampling.BICUBIC)
    middle = _hex(_between(colours.top, colours.foot, 0.55))
    sky = ImageOps.colorize(gradient, colours.top, colours.foot, middle)
    return Image.blend(sky, _grain(size), 0.025)


@cache
def _grain(size: tuple[int, int]) -> Image.Image:
    """Return a little noise, without which a gradient shows its steps."""
    width, height = size
    return Image.frombytes("L", size, Random(1).randbytes(width * height)).convert("RGB")


def _sun(picture: Image.Image, colours: Palette, at: tuple[float, float], radius: float) -> None:
    width, height = picture.size
    x, y, reach = width * at[0] * _TWICE, height * at[1] * _TWICE, width * radius * _TWICE
    disc = _blank(picture.size)
    ImageDraw.Draw(disc).ellipse((x - reach, y - reach, x + reach, y + reach), fill=235)
    glow = disc.reduce(8).filter(ImageFilter.GaussianBlur(width / 40)).resize(picture.size)
    picture.paste(_between(colours.light, colours.foot, 0.3), (0, 0), glow.point(lambda level: level // 2))
    _lay(picture, disc, _between(colours.light, colours.light, 0))


def _ridge(size: tuple[int, int], level: float, rough: float, chance: Random) -> list[tuple[float, float]]:
    width, height = size[0] * _TWICE, size[1] * _TWICE
    waves = [(chance.uniform(0.6, 1.2) * 2**n, chance.uniform(0, math.tau), rough / 1.9**n) for n in range(5)]
    points = []
    for x in range(0, width + 8, 8):
        lift = sum(height_ * math.sin(speed * math.tau * x / width + start) for speed, start, height_ in waves)
        points.append((float(x), height * (level + lift * 0.6)))
    return [(0.0, float(height)), *points, (float(width), float(height))]


def _blank(size: tuple[int, int]) -> Image.Image:
    return Image.new("L", (size[0] * _TWICE, size[1] * _TWICE))


def _lay(picture: Image.Image, mask: Image.Image, colour: tuple[int, int, int]) -> None:
    picture.paste(colour, (0, 0), mask.reduce(_TWICE))


def _between(first: str, second: str, share: float) -> tuple[int, int, int]:
    start, end = ImageColor.getrgb(first)[:3], ImageColor.getrgb(second)[:3]
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(start, end, strict=True))
    return red, green, blue


def _hex(colour: tuple[int, int, int]) -> str:
    return "#" + bytes(colour).hex()


def _save(picture: Image.Image, path: Path) -> None:
    picture.save(path, "JPEG", quality=86, optimize=True, progressive=True)
