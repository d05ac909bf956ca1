"""A virtual screen, seen and touched from outside: pixels from its frame buffer, taps through XTEST.

Nothing polls: the X server says when something was drawn (DAMAGE), and only then are pixels compared, in the server's
own memory. So the cores belong to the program that is measured, and a repaint that changes no pixel counts as nothing.
"""

from __future__ import annotations

import os
import select
import struct
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from Xlib import X
from Xlib.display import Display
from Xlib.ext import damage, xtest

Pixels = NDArray[np.uint32]

FLAT: Final = 0.95
"""A picture of which one colour covers this much is blank."""


@dataclass(frozen=True)
class Box:
    """A part of the screen, in pixels."""

    left: int
    top: int
    width: int
    height: int

    @property
    def centre(self) -> tuple[int, int]:
        return self.left + self.width // 2, self.top + self.height // 2


def changed(before: Pixels, after: Pixels) -> float:
    """Return which part of the pixels differs, 0 to 1."""
    return float(np.count_nonzero(before != after) / before.size)


def is_blank(picture: Pixels) -> bool:
    """Whether there is nothing on a picture: almost all of it has one colour."""
    _, counts = np.unique(picture, return_counts=True)
    return bool(counts.max() > FLAT * picture.size)


@dataclass(frozen=True)
class Server:
    """An X server: its DISPLAY, its process, and the file that its frame buffer is mapped to."""

    display: str
    pid: int
    buffer: Path


@contextmanager
def virtual_screen(width: int, height: int) -> Iterator[Server]:
    """Run Xvfb with one screen of `width` x `height` pixels and no pointer to be seen."""
    reader, writer = os.pipe()
    with tempfile.TemporaryDirectory(prefix="bench-screen-") as folder:
        server = subprocess.Popen(
            [
                *("Xvfb", "-displayfd", str(writer), "-screen", "0", f"{width}x{height}x24"),
                *("-nolisten", "tcp", "-noreset", "-nocursor", "-fbdir", folder),
            ],
            pass_fds=(writer,),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(writer)
        try:
            with os.fdopen(reader) as answer:
                number = answer.readline().strip()
            if not number:
                raise OSError("Xvfb did not start; run `Xvfb :99` by hand to see why")
            yield Server(f":{number}", server.pid, Path(folder) / "Xvfb_screen0")
        finally:
            server.terminate()
            server.wait()


def map_pixels(buffer: Path) -> Pixels:
    """Return the live pixels of a frame buffer in XWD format, height x width, 0xRRGGBB each."""
    header = struct.unpack(">20I", buffer.read_bytes()[:80])
    size, width, height, bits, line, colours = (header[field] for field in (0, 4, 5, 11, 12, 19))
    if bits != 32:
        raise OSError(f"the virtual screen has {bits} bits a pixel instead of 32")
    pixels = np.memmap(buffer, np.uint32, "r", size + 12 * colours, (height, line // 4))
    return pixels[:, :width]


class Screen:
    """The pixels of a virtual screen and one finger on it. Times are those of `time.perf_counter`."""

    def __init__(self, server: Server) -> None:
        self._pixels = map_pixels(server.buffer)
        self._display = Display(server.display)
        root = self._display.screen().root
        size = root.get_geometry()
        self.whole = Box(0, 0, size.width, size.height)
        self._display.damage_query_version()
        self._damage: Any = root.damage_create(damage.DamageReportNonEmpty)
        self._event: int = self._display.extension_event.DamageNotify
        self.park()

    def __enter__(self) -> Screen:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._display.close()

    def look(self, box: Box | None = None) -> Pixels:
        """Return the pixels of `box`; without one, every second pixel of the whole screen."""
        if box is None:
            return np.array(self._pixels[::2, ::2])
        return np.array(self._pixels[box.top : box.top + box.height, box.left : box.left + box.width])

    def save(self, file: Path) -> None:
        """Write what is on the screen to a PNG file."""
        file.parent.mkdir(parents=True, exist_ok=True)
        rows = np.array(self._pixels).view(np.uint8).reshape(self.whole.height, self.whole.width, 4)
        Image.fromarray(np.ascontiguousarray(rows[..., 2::-1])).save(file)

    def drawn(self, seconds: float) -> bool:
        """Wait until something is drawn anywhere, at most `seconds`; return whether something was."""
        until = time.perf_counter() + seconds
        while True:
            seen = False
            while self._display.pending_events():
                seen |= self._display.next_event().type == self._event
            if seen:
                self._display.damage_subtract(self._damage, X.NONE, X.NONE)
                self._display.sync()
                return True
            left = until - time.perf_counter()
            if left <= 0:
                return False
            select.select([self._display.fileno()], [], [], left)

    def rest(self, quiet_seconds: float, limit_seconds: float, box: Box | None = None) -> tuple[Pixels, float]:
        """Wait until the picture stays the same for `quiet_seconds`; return it and the time of its last change."""
        picture, last = self.look(box), time.perf_counter()
        end = last + limit_seconds
        while (now := time.perf_counter()) < min(end, last + quiet_seconds):
            if self.drawn(min(end, last + quiet_seconds) - now):
                after = self.look(box)
                if changed(picture, after):
                    picture, last = after, time.perf_counter()
        return picture, last

    def first_change(self, before: Pixels, limit_seconds: float, box: Box | None = None) -> float | None:
        """Wait until a pixel of `box` differs from `before`; return when it was seen, or None."""
        end = time.perf_counter() + limit_seconds
        while (now := time.perf_counter()) < end:
            if self.drawn(end - now) and changed(before, self.look(box)):
                return time.perf_counter()
        return None

    def move(self, x: int, y: int) -> None:
        """Bring the pointer to a place."""
        xtest.fake_input(self._display, X.MotionNotify, x=x, y=y)
        self._display.sync()

    def park(self) -> None:
        """Bring the pointer to where it is in nobody's way."""
        self.move(self.whole.width - 2, self.whole.height // 2)

    def press(self) -> float:
        """Press where the pointer is; return the time just before."""
        while self.drawn(0):
            pass
        before = time.perf_counter()
        xtest.fake_input(self._display, X.ButtonPress, 1)
        self._display.flush()
        return before

    def release(self) -> float:
        """Let go; return the time just before."""
        before = time.perf_counter()
        xtest.fake_input(self._display, X.ButtonRelease, 1)
        self._display.flush()
        return before
