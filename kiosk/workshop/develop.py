"""What becomes of a picture once it is taken: a file, two sizes for the sheet, and what changed since before."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal, TypeAlias

from PIL import Image, ImageChops, UnidentifiedImageError

from kiosk.ground.errors import KioskError

Change: TypeAlias = Literal["", "same", "changed", "new", "gone"]
Box: TypeAlias = tuple[float, float, float, float]

LARGE_SIDE: Final = 1920
SMALL_SIDE: Final = 400
WEBP_QUALITY: Final = 60
THRESHOLD: Final = 24
"""Of 255: how far a channel of a pixel may be from what it was, which rounding on another machine can cause."""


@dataclass(frozen=True)
class Taken:
    """A picture as it was taken: `pixels` in RGB rows of `stride` bytes, `file` below the folder of the sheet."""

    file: Path
    stop: str
    part: int
    language: str
    size: tuple[int, int]
    pixels: bytes = field(repr=False)
    stride: int


@dataclass(frozen=True)
class Shot:
    """A picture for the sheet: WebP in two sizes, and against the earlier one, `before`, what changed.

    `box` holds the left, top, right and bottom of what changed, as parts of the picture, and `share` how much of it.
    """

    file: Path
    stop: str
    part: int
    language: str
    size: tuple[int, int]
    small: bytes = field(repr=False)
    large: bytes = field(repr=False)
    change: Change = ""
    box: Box = (0.0, 0.0, 0.0, 0.0)
    share: float = 0.0
    before: bytes = field(default=b"", repr=False)


def develop(taken: Taken, folder: Path, old: Path | None) -> Shot:
    """Write the picture into `folder`, and return it beside what it was in the folder `old`, where there is one."""
    image = Image.frombuffer("RGB", taken.size, taken.pixels, "raw", "RGB", taken.stride, 1)
    path = folder / taken.file
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        image.save(path, "PNG", compress_level=1, compress_type=3)  # runs of equal pixels: quick, and small enough
    except OSError as error:
        raise KioskError(
            f"The picture {path} cannot be written: {error.strerror or error}", "Make room for it."
        ) from error
    small, large = _webp(image, SMALL_SIDE), _webp(image, LARGE_SIDE)
    where = (taken.file, taken.stop, taken.part, taken.language, taken.size)
    if old is None:
        return Shot(*where, small, large)
    before = open_picture(old / taken.file)
    if before is None:
        return Shot(*where, small, large, "new")
    box, share = difference(before, image)
    if box is None:
        return Shot(*where, small, large, "same")
    return Shot(*where, small, large, "changed", box, share, _webp(before, LARGE_SIDE))


def lost(file: Path, old: Path) -> Shot | None:
    """Return the picture `file` of the folder `old`, which nothing stands for any more."""
    image = open_picture(old / file)
    if image is None or len(file.parts) != 3:
        return None
    stop, _, part = file.stem.rpartition("-part")
    named = (stop, int(part)) if stop and part.isdecimal() else (file.stem, 1)
    small, large = _webp(image, SMALL_SIDE), _webp(image, LARGE_SIDE)
    return Shot(file, *named, file.parts[1], image.size, small, b"", "gone", before=large)


def open_picture(path: Path) -> Image.Image | None:
    """Return the picture at `path`, or None where there is none."""
    try:
        with Image.open(path, formats=["PNG"]) as image:
            return image.convert("RGB")
    except (OSError, UnidentifiedImageError, Image.DecompressionBombError):
        return None


def difference(before: Image.Image, after: Image.Image) -> tuple[Box | None, float]:
    """Return the box around what differs, as parts of the picture, and how large a part of all pixels does.

    The box is None where nothing differs by more than rounding does.
    """
    if before.size != after.size:
        return (0.0, 0.0, 1.0, 1.0), 1.0
    if before.tobytes() == after.tobytes():
        return None, 0.0
    red, green, blue = ImageChops.difference(before, after).split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue).point([0] * THRESHOLD + [255] * (256 - THRESHOLD))
    box = most.getbbox()
    if box is None:
        return None, 0.0
    wide, high = after.size
    share = most.histogram()[255] / (wide * high)
    return (box[0] / wide, box[1] / high, box[2] / wide, box[3] / high), share


def _webp(image: Image.Image, side: int) -> bytes:
    longest = max(image.size)
    if longest >= 2 * side:
        image = image.reduce(longest // side)
    elif longest > side:
        image = image.resize((image.width * side // longest, image.height * side // longest))
    stream = io.BytesIO()
    image.save(stream, "WEBP", quality=WEBP_QUALITY, method=2)
    return stream.getvalue()
