"""What a picture or a film really is, told from its bytes and not from its name, and whether it can be shown.

Pillow and PyAV are imported only here and only when a file of their kind is met; this runs while a bundle is compiled,
best in a process of its own (`worker.py`), and never in a running booth.
"""

from __future__ import annotations

import re
import struct
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Final

from kiosk.author.media.svg import read_svg
from kiosk.author.media.wholeness import is_cut_short
from kiosk.ground.errors import KioskError

MAX_PIXELS: Final = 40_000_000
MAX_SIDE: Final = 16_384
MAX_PICTURE_BYTES: Final = 64 * 1024 * 1024
MAX_FILM_PIXELS: Final = 4096 * 2304
LONG_FILM_SECONDS: Final = 150

_SAVE_FILM: Final = "Save it again as WebM (VP9) or MP4 (H.264)."
_ORIENTATION: Final = 0x0112
_PICTURES: Final = {"PNG": "PNG", "JPEG": "JPEG", "WebP": "WEBP"}
_FILMS: Final = {"WebM": "matroska", "MP4": "mp4", "Ogg": "ogg"}


class MediaError(KioskError):
    """A file is not what it is used as, or cannot be shown."""


@dataclass(frozen=True, slots=True)
class Encoding:
    """How a film is stored: names as FFmpeg has them, bits per colour, the whole file's size."""

    codec: str
    pixel_format: str
    bits: int
    is_interlaced: bool
    frames_per_second: float
    size_bytes: int


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known about a picture or a film; sizes in pixels, 0 where a vector has none.

    `is_turned`: a picture that a camera stored lying on its side; `is_moving`: one of several frames;
    `has_text`: a drawing with letters that are not turned into shapes.
    """

    width: int = 0
    height: int = 0
    seconds: float = 0.0
    has_sound: bool = False
    is_turned: bool = False
    is_moving: bool = False
    has_text: bool = False
    encoding: Encoding | None = field(default=None, compare=False)


def what_is(head: bytes) -> str:
    """Return what a file is by the first bytes of it, in words; an empty text where they tell nothing."""
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    tables = ((head, _MAGIC), (text, _TEXTS))
    return next((name for data, table in tables for begin, name in table if re.match(begin, data, re.DOTALL)), "")


def read_picture(path: Path) -> Facts:
    """Return the size of a picture; raise MediaError where it is none, is too large or is damaged."""
    return _known(path, _read_picture)


def read_film(path: Path) -> Facts:
    """Return size, length and sound of a film after decoding its first frame; raise MediaError where it cannot be."""
    return _known(path, _read_film)


def _known(path: Path, read: Callable[[Path], Facts]) -> Facts:
    """Read a file once as long as its path, its size and its time of change are the same."""
    try:
        stat = path.stat()
    except OSError:
        return read(path)
    found = _found(path, stat.st_size, stat.st_mtime_ns, read)
    if isinstance(found, MediaError):
        raise MediaError(found.what, found.cure, found.code)
    return found


@cache
def _found(path: Path, _bytes: int, _changed: int, read: Callable[[Path], Facts]) -> Facts | MediaError:
    try:
        return read(path)
    except MediaError as error:
        return error


def _read_picture(path: Path) -> Facts:
    kind = what_is(_head(path))
    if path.stat().st_size > MAX_PICTURE_BYTES:
        what = f"the picture is larger than {MAX_PICTURE_BYTES // 1024 // 1024} MiB"
        raise MediaError(what, "Save it smaller.", "K413")
    if kind in ("SVG", "XML"):
        return _read_drawing(path)
    if kind not in _PICTURES:
        raise _refusal(kind, "a picture", "PNG, JPEG, WebP or SVG", "K409")
    if path.suffix.lower() in (".svg", ".svgz"):
        raise MediaError(f"the file is a {kind} picture under another name", "Let its name end in what it is.", "K411")
    return _decode_picture(path, _PICTURES[kind])


def _read_drawing(path: Path) -> Facts:
    if path.suffix.lower() != ".svg":
        what = "the file is an SVG picture under another name"
        raise MediaError(what, "Give it a name that ends in `.svg`.", "K411")
    drawing = read_svg(path)
    _check_size(drawing.width, drawing.height)
    return Facts(drawing.width, drawing.height, has_text=drawing.has_text)


def _read_film(path: Path) -> Facts:
    kind = what_is(_head(path))
    if kind not in _FILMS:
        raise _refusal(kind, "a film", "WebM or MP4", "K410")
    if is_cut_short(path):
        what = "the film is cut short: its file ends before the film does"
        raise MediaError(what, "Copy the whole file again.", "K415")
    import av

    av.logging.set_level(None)
    try:
        options = {"protocol_whitelist": "file"}
        with av.open(str(path), format=_FILMS[kind], options=options, metadata_errors="ignore") as container:
            return _decode_film(container, path.stat().st_size)
    except (av.FFmpegError, ValueError, OSError, MemoryError, EOFError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise MediaError(f"the film cannot be decoded: {reason}", _SAVE_FILM, "K415") from error


def _decode_film(container: Any, size_bytes: int) -> Facts:
    stream = _picture_stream(container)
    stream.thread_count = 1
    seconds = _seconds(container, stream)
    frame = next(iter(container.decode(stream)), None)
    if frame is None:
        raise MediaError("no frame of the film can be decoded", _SAVE_FILM, "K415")
    encoding = _encoding(stream, frame, size_bytes)
    seconds = seconds or _last_moment(container, stream)
    return Facts(frame.width, frame.height, seconds, bool(container.streams.audio), encoding=encoding)


def _picture_stream(container: Any) -> Any:
    if not container.streams.video:
        raise MediaError("the file holds sound but no picture", "Save it as a film: WebM or MP4.", "K410")
    stream = container.streams.video[0]
    if stream.codec_context is None:
        raise MediaError("the film's picture is coded in a way that is not known here", _SAVE_FILM, "K415")
    width, height = stream.codec_context.width, stream.codec_context.height
    if width * height > MAX_FILM_PIXELS:
        what = f"the film has {width} x {height} pixels"
        raise MediaError(what, "Save it with 3840 x 2160 pixels at most.", "K416")
    return stream


def _encoding(stream: Any, frame: Any, size_bytes: int) -> Encoding:
    rate = stream.average_rate or stream.guessed_rate
    return Encoding(
        codec=stream.codec_context.codec.canonical_name,
        pixel_format=frame.format.name,
        bits=max((component.bits for component in frame.format.components), default=8),
        is_interlaced=bool(frame.interlaced_frame),
        frames_per_second=float(rate or 0),
        size_bytes=size_bytes,
    )


def _decode_picture(path: Path, plugin: str) -> Facts:
    with _pillow() as image_module, image_module.open(path, formats=[plugin]) as image:
        width, height = image.size
        _check_size(width, height)
        if plugin == "JPEG":
            image.draft("RGB", (width // 8, height // 8))
        image.load()
        turned, moving = _is_turned(image), bool(getattr(image, "is_animated", False))
    return Facts(width, height, is_turned=turned, is_moving=moving)


def _is_turned(image: Any) -> bool:
    """Whether the camera noted that the picture must be turned before it is shown, which the booth does not do."""
    try:
        return image.getexif().get(_ORIENTATION, 1) not in (0, 1)
    except (OSError, ValueError, SyntaxError, KeyError, TypeError, AttributeError, IndexError, struct.error):
        return False  # a damaged note is no damage to the picture


@contextmanager
def _pillow() -> Iterator[Any]:
    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            Image.MAX_IMAGE_PIXELS = None
            yield Image
        except (OSError, ValueError, SyntaxError, EOFError, IndexError, MemoryError, OverflowError) as error:
            cure = "Save it again from the program it came from."
            raise MediaError("the picture is damaged", cure, "K414") from error


def _check_size(width: int, height: int) -> None:
    if width * height > MAX_PIXELS or max(width, height) > MAX_SIDE:
        raise MediaError(
            f"the picture has {width} x {height} pixels",
            f"Scale it down, to {MAX_PIXELS // 1_000_000} million pixels and {MAX_SIDE} on a side at most.",
            "K413",
        )


def _seconds(container: Any, stream: Any) -> float:
    if stream.duration and stream.time_base:
        return float(stream.duration * stream.time_base)
    return float(container.duration / 1_000_000) if container.duration else 0.0


def _last_moment(container: Any, stream: Any) -> float:
    """Return where the last packet ends: films recorded live do not say how long they are."""
    end = 0.0
    container.seek(0)
    for packet in container.demux(stream):
        if packet.pts is not None:
            end = max(end, float((packet.pts + (packet.duration or 0)) * packet.time_base))
    return end


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            head = stream.read(1024)
    except OSError as error:
        raise MediaError(f"the file cannot be read: {error.strerror}", "Check its permissions.", "K407") from error
    if not head:
        raise MediaError("the file is empty", "Put the real file in its place.", "K408")
    if head.startswith(b"version https://git-lfs"):
        raise MediaError("the file is only a Git LFS pointer", "Fetch the real one with `git lfs pull`.", "K408")
    return head


def _refusal(kind: str, wanted: str, formats: str, code: str) -> MediaError:
    article = "" if not kind or kind.startswith(("a ", "an ")) else "an " if kind[0] in "MSX" else "a "
    found = f"the file is {article}{kind}, not {wanted}" if kind else f"the file is not {wanted}"
    return MediaError(f"{found} the booth can show", f"Use {formats}.", code)


_MAGIC: Final = (
    (rb"\x89PNG\r\n\x1a\n", "PNG"),
    (rb"\xff\xd8\xff", "JPEG"),
    (rb"GIF8", "a GIF picture"),
    (rb"BM", "a BMP picture"),
    (rb"II\*\x00|MM\x00\*", "a TIFF picture"),
    (rb"8BPS", "a Photoshop picture"),
    (rb"\x1a\x45\xdf\xa3", "WebM"),
    (rb"OggS", "Ogg"),
    (rb"FLV", "a Flash film"),
    (rb"\x30\x26\xb2\x75", "a Windows Media film"),
    (rb"\x00\x00\x01\xba", "an MPEG film"),
    (rb"\x47\x40", "an MPEG transport stream"),
    (rb"ID3|fLaC|RIFF.{4}WAVE", "a sound"),
    (rb"%PDF", "a PDF document"),
    (rb"PK\x03\x04", "a ZIP archive"),
    (rb"\x1f\x8b", "a compressed file"),
    (rb"\x7fELF|MZ", "a program"),
    (rb"#!", "a script"),
    (rb"wOF", "a font"),
    (rb"RIFF.{4}WEBP", "WebP"),
    (rb"RIFF.{4}AVI ", "an AVI film"),
    (rb".{4}ftypavif", "an AVIF picture"),
    (rb".{4}ftyp(heic|mif1)", "an HEIC picture"),
    (rb".{4}(ftyp|moov|mdat|wide)", "MP4"),
)
_TEXTS: Final = (
    (rb"#extm3u|\[playlist\]|ffconcat|<mpd|<smil", "a playlist"),
    (rb"<!doctype html|<html|<script", "a web page"),
    (rb"webvtt", "captions (WebVTT)"),
    (rb"import qt|pragma ", "a QML program"),
    (rb".*<svg", "SVG"),
    (rb"<\?xml", "XML"),
)
"""How a text begins, without the spaces before it and in small letters."""
