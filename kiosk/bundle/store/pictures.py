"""Pictures of an installed bundle, brought to the size of a screen: large ones scaled down, vectors drawn.

What is small enough stays as it is. Pillow is imported only here and in `media`; this runs in the install worker.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import msgspec

from kiosk.bundle.media.media import what_is
from kiosk.bundle.model import Bundle
from kiosk.bundle.store.names import OWN_FOLDER, refusal
from kiosk.ground.errors import BundleError
from kiosk.ground.words import quote

SIDE: Final = 3840
LOGO_SIDE: Final = 1024
QUALITY: Final = 90
_PICTURE: Final = {"src", "alt", "width", "height"}
_PLUGINS: Final = {"PNG": "PNG", "JPEG": "JPEG", "WebP": "WEBP"}

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
    plain: dict[str, Any] = msgspec.to_builtins(bundle)
    sides = {path: LOGO_SIDE for picture in _pictures(plain["theme"]) for path in picture["src"].values()}
    others = [part for name, part in plain.items() if name != "theme"]
    sides.update({path: SIDE for picture in _pictures(others) for path in picture["src"].values()})
    out = folder / OWN_FOLDER / "pictures"
    out.mkdir()
    vectors = [path for path in sides if Path(path).suffix.lower() == ".svg"]
    drawings = [
        Drawing(str(folder / path), str(out / f"{number:05}.png"), sides[path]) for number, path in enumerate(vectors)
    ]
    if drawings:
        draw(drawings)
    drawn = dict(zip(vectors, drawings, strict=True))
    made: dict[str, _Made] = {}
    for number, (path, side) in enumerate(sides.items()):
        tick(path)
        source = Path(drawn[path].png) if path in drawn else folder / path
        fitted = _fit(source, out / f"{number:05}", side, folder, path, always=path in drawn)
        if fitted is not None:
            made[path] = fitted
    for drawing in drawings:
        Path(drawing.png).unlink()
    for picture in _pictures(plain):
        _replace(picture, made, drawn)
    return msgspec.convert(plain, Bundle)


def _pictures(part: object) -> Iterator[dict[str, Any]]:
    if isinstance(part, dict):
        if part.keys() == _PICTURE:
            yield part
        else:
            for inner in part.values():
                yield from _pictures(inner)
    elif isinstance(part, list | tuple):
        for inner in part:
            yield from _pictures(inner)


def _replace(picture: dict[str, Any], made: dict[str, _Made], drawn: dict[str, Drawing]) -> None:
    first = picture["src"].get("", "")
    if first in made and (first not in drawn or not picture["height"]):
        picture["width"], picture["height"] = made[first].width, made[first].height
    picture["src"] = {code: made[path].path if path in made else path for code, path in picture["src"].items()}


def _fit(source: Path, target: Path, side: int, folder: Path, written: str, *, always: bool) -> _Made | None:
    from PIL import Image

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
