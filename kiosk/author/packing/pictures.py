"""Pictures of an installed bundle, brought to the size of a screen: large ones scaled down, vectors drawn.

What is small enough stays as it is. Pillow is imported only here and in `media`; this runs in the install worker.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeVar, cast

from msgspec.structs import replace
from PIL import Image

from kiosk.author.media.media import what_is
from kiosk.bundle.model import Bundle, Picture, Theme, Value
from kiosk.ground.errors import BundleError
from kiosk.ground.words import quote
from kiosk.store.names import OWN_FOLDER, refusal

SIDE: Final = 3840
LOGO_SIDE: Final = 1024
QUALITY: Final = 90
_PLUGINS: Final = {"PNG": "PNG", "JPEG": "JPEG", "WebP": "WEBP"}

T = TypeVar("T")
Tick = Callable[[str], None]


@dataclass(frozen=True)
class Drawing:
    """A vector picture to be drawn as PNG, its longer side `side` pixels."""

    svg: str
    png: str
    side: int


Draw = Callable[[Sequence[Drawing]], None]
"""Draws vector pictures; raises BundleError for one that cannot be drawn."""


@dataclass(frozen=True)
class _Made:
    path: str
    width: int
    height: int


def bring_to_size(folder: Path, bundle: Bundle, draw: Draw, tick: Tick) -> Bundle:
    """Return `bundle` with pictures that fit a screen, which are put into the folder's `.kiosk/pictures`."""
    out = folder / OWN_FOLDER / "pictures"
    out.mkdir()
    logos = dict.fromkeys(_paths(bundle.theme), LOGO_SIDE)
    sides = {**logos, **dict.fromkeys(_paths(replace(bundle, theme=Theme())), SIDE)}
    drawn = _drawn(folder, out, sides, draw)
    made: dict[str, _Made] = {}
    for number, (path, side) in enumerate(sides.items()):
        tick(path)
        source = Path(drawn[path].png) if path in drawn else folder / path
        fitted = _fit(source, out / f"{number:05}", side, folder, path, always=path in drawn)
        if fitted is not None:
            made[path] = fitted
    for drawing in drawn.values():
        Path(drawing.png).unlink()
    return _with_pictures(bundle, lambda picture: _fitted(picture, made, drawn))


def _paths(part: Value) -> list[str]:
    """Return the file of each picture in a part of a bundle."""
    paths: list[str] = []

    def note(picture: Picture) -> Picture:
        paths.extend(picture.src.values())
        return picture

    _with_pictures(part, note)
    return paths


def _drawn(folder: Path, out: Path, sides: Mapping[str, int], draw: Draw) -> dict[str, Drawing]:
    """Draw the vector pictures among the files of `sides`, and return them."""
    vectors = [path for path in sides if Path(path).suffix.lower() == ".svg"]
    drawings = [
        Drawing(str(folder / path), str(out / f"{number:05}.png"), sides[path]) for number, path in enumerate(vectors)
    ]
    if drawings:
        draw(drawings)
    return dict(zip(vectors, drawings, strict=True))


def _with_pictures(part: T, change: Callable[[Picture], Picture]) -> T:
    """Return a part of a bundle with each picture in it exchanged for what `change` makes of it."""
    new: object = part
    if isinstance(part, Picture):
        new = change(part)
    elif isinstance(part, Value):
        names = part.__struct_fields__
        new = replace(part, **{name: _with_pictures(getattr(part, name), change) for name in names})
    elif isinstance(part, tuple):
        new = tuple(_with_pictures(inner, change) for inner in part)
    return cast("T", new)


def _fitted(picture: Picture, made: Mapping[str, _Made], drawn: Mapping[str, Drawing]) -> Picture:
    first = picture.src.get("", "")
    if first in made and (first not in drawn or not picture.height):
        picture = replace(picture, width=made[first].width, height=made[first].height)
    return replace(picture, src={code: made[path].path if path in made else path for code, path in picture.src.items()})


def _fit(source: Path, target: Path, side: int, folder: Path, written: str, *, always: bool) -> _Made | None:
    try:
        with open(source, "rb") as stream:
            plugin = _PLUGINS[what_is(stream.read(1024))]
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            Image.MAX_IMAGE_PIXELS = None
            with Image.open(source, formats=[plugin]) as image:
                if max(image.size) <= side and not always:
                    return None
                image.thumbnail((side, side), Image.Resampling.LANCZOS)
                return _save(image, target, folder)
    except (OSError, ValueError, SyntaxError, EOFError, KeyError, IndexError, MemoryError, OverflowError) as error:
        if isinstance(error, OSError) and error.errno is not None:
            raise
        raise not_drawn(folder / written) from error


def _save(image: Any, target: Path, folder: Path) -> _Made:
    is_clear = image.mode in ("RGBA", "LA", "PA", "RGBa", "La") or "transparency" in image.info
    image = image.convert("RGBA" if is_clear else "RGB")
    if is_clear and image.getextrema()[3][0] == 255:
        image, is_clear = image.convert("RGB"), False
    path = target.with_suffix(".webp" if is_clear else ".jpg")
    if is_clear:
        image.save(path, "WEBP", quality=QUALITY, method=4)
    else:
        image.save(path, "JPEG", quality=QUALITY, subsampling=0, optimize=True)
    return _Made(path.relative_to(folder).as_posix(), *image.size)


def not_drawn(path: Path, why: str = "cannot be drawn") -> BundleError:
    """Return the error for a picture that cannot be made ready for a screen."""
    what = f"the picture {quote(path.name, 80)} {why}"
    return refusal(path, "K815", what, "Save it again, simpler, or as PNG.")
