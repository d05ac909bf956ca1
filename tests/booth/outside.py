"""The booth from outside: a program on a virtual screen that is touched through the X server and seen by its pixels."""

from __future__ import annotations

import json
import os
import select
import signal
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from Xlib import XK, X
from Xlib.display import Display
from Xlib.error import BadWindow, ConnectionClosedError
from Xlib.ext import damage, randr, xtest
from Xlib.protocol import rq
from Xlib.protocol.event import ClientMessage

Pixels = NDArray[np.uint32]
Place = tuple[int, int, int, int]
"""Left, top, width and height, in pixels."""

ROOT: Final = Path(__file__).resolve().parents[2]
PATIENCE: Final = 60.0
"""Seconds until a wait gives up; a machine may be busy, and nothing here is that slow unless it is broken."""
LOOK_AGAIN: Final = 0.05
SHADE: Final = 12
"""How much of 255 a colour may differ by before one sees it."""
SIZE: Final = (1280, 720)
NETWORKS: Final = ("tcp", "tcp6", "udp", "udp6")
HARMLESS: Final = (
    "PulseAudioService: pa_context_connect() failed",  # as in pyproject.toml: no sound server
    "No audio device detected",
)


def unlike(one: Pixels, other: Pixels) -> float:
    """Return which part of the pixels differs, 0 to 1."""
    return float(np.count_nonzero(one != other) / one.size)


def seen_unlike(one: Pixels, other: Pixels) -> int:
    """Return in how many pixels one can see a difference: the edge of a letter may be a shade darker."""
    channels = [np.abs((one >> at & 0xFF).astype(int) - (other >> at & 0xFF).astype(int)) for at in (0, 8, 16)]
    return int(np.count_nonzero(np.max(channels, axis=0) > SHADE))


def is_blank(picture: Pixels) -> bool:
    """Say whether nearly all of a picture has one colour."""
    _, counts = np.unique(picture, return_counts=True)
    return bool(counts.max() > 0.95 * picture.size)


def covered(picture: Pixels, place: Place) -> bool:
    """Say whether something is drawn in each quarter of a place on a screen that is black of itself."""
    x, y, width, height = place
    halves = np.array_split(picture[y : y + height, x : x + width], 2)
    quarters = [quarter for half in halves for quarter in np.array_split(half, 2, axis=1)]
    return all(np.count_nonzero(quarter) > quarter.size / 2 for quarter in quarters)


class _SetMonitor(rq.Request):
    """RRSetMonitor of the RandR extension 1.5, which the library of the X protocol does not get packed."""

    _request = rq.Struct(
        rq.Card8("opcode"),
        rq.Opcode(43),
        rq.RequestLength(),
        rq.Window("window"),
        rq.Card32("name"),
        rq.Bool("primary"),
        rq.Bool("automatic"),
        rq.LengthOf("outputs", 2),
        rq.Int16("x"),
        rq.Int16("y"),
        rq.Card16("width"),
        rq.Card16("height"),
        rq.Card32("width_mm"),
        rq.Card32("height_mm"),
        rq.List("outputs", rq.Card32Obj),
    )


class Screen:
    """A virtual screen of its own: what is on it, and a finger and a keyboard before it."""

    def __init__(self, folder: Path, size: tuple[int, int] = SIZE) -> None:
        reader, writer = os.pipe()
        width, height = size
        self._server = subprocess.Popen(
            [
                *("Xvfb", "-displayfd", str(writer), "-screen", "0", f"{width}x{height}x24"),
                *("-nolisten", "tcp", "-noreset", "-nocursor", "-fbdir", str(folder)),
            ],
            pass_fds=[writer],
            stdin=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(writer)
        with os.fdopen(reader) as answer:
            number = answer.readline().strip()
        assert number, "Xvfb did not start"
        self.name = f":{number}"
        self._pixels = map_pixels(folder / "Xvfb_screen0")
        self._display = Display(self.name)
        self.root = self._display.screen().root
        self._display.damage_query_version()
        self._damage = self.root.damage_create(damage.DamageReportNonEmpty)
        self._drawn = self._display.extension_event.DamageNotify
        self._monitors: tuple[Place, ...] = ()

    def close(self) -> None:
        """Take the screen away."""
        with suppress(ConnectionClosedError):
            self._display.close()
        self._server.terminate()
        self._server.wait()

    def crash(self) -> None:
        """Let the server end without a word to those who draw on it."""
        self._server.kill()
        self._server.wait()

    def set_monitors(self, *places: Place) -> None:
        """Divide the screen into monitors, the first of which is the primary one; without any it is one again.

        Each is named by its place: of one that changes under its name, X tells nobody on a virtual screen.
        """
        outputs = self.root.xrandr_get_screen_resources().outputs
        stay = set(places) & set(self._monitors)
        if places[:1] != self._monitors[:1]:  # the first one has the screen's output, which only one can have
            stay -= {*places[:1], *self._monitors[:1]}
        for gone in set(self._monitors) - stay:
            self.root.xrandr_delete_monitor(self._name(gone))
        for place in places:
            if place not in stay:
                x, y, width, height = place
                _SetMonitor(
                    display=self._display.display,
                    opcode=self._display.display.get_extension_major(randr.extname),
                    window=self.root,
                    name=self._name(place),
                    primary=place == places[0],
                    automatic=False,
                    x=x,
                    y=y,
                    width=width,
                    height=height,
                    width_mm=width // 4,
                    height_mm=height // 4,
                    outputs=outputs if place == places[0] else [],
                )
        self._monitors = places
        self._display.sync()

    def _name(self, place: Place) -> int:
        return int(self._display.intern_atom("-".join(map(str, place))))

    # Looking.

    def look(self) -> Pixels:
        """Return what is on the screen, 0xRRGGBB each."""
        return np.bitwise_and(self._pixels, np.uint32(0xFFFFFF))

    def drawn(self, seconds: float) -> bool:
        """Wait until something is drawn anywhere, at most `seconds`; say whether something was."""
        until = time.monotonic() + seconds
        while True:
            seen = False
            while self._display.pending_events():
                seen |= self._display.next_event().type == self._drawn
            if seen:
                self._display.damage_subtract(self._damage, X.NONE, X.NONE)
                self._display.sync()
                return True
            left = until - time.monotonic()
            if left <= 0:
                return False
            select.select([self._display.fileno()], [], [], left)

    def wait(self, what: Callable[[Pixels], bool]) -> Pixels:
        """Wait until `what` holds of the picture, and return the picture."""
        until = time.monotonic() + PATIENCE
        while not what(picture := self.look()):
            assert time.monotonic() < until, "the picture did not become what it should be"
            self.drawn(LOOK_AGAIN)
        return picture

    def settled(self, quiet_seconds: float = 0.6, part: tuple[slice, slice] | None = None) -> Pixels:
        """Wait until nothing has changed for `quiet_seconds`, in `part` if given, and return the whole picture."""
        until = time.monotonic() + PATIENCE
        before, since = self.look(), time.monotonic()
        while time.monotonic() < since + quiet_seconds:
            assert time.monotonic() < until, "the picture does not come to rest"
            if self.drawn(LOOK_AGAIN):
                after = self.look()
                if not np.array_equal(before[part or ...], after[part or ...]):
                    since = time.monotonic()
                before = after
        return before

    def windows(self) -> list[Any]:
        """Return the top-level windows that can be seen."""
        return [window for window in self.root.query_tree().children if _can_be_seen(window)]

    def only_window(self) -> Place:
        """Return where the one window is that can be seen."""
        (window,) = self.windows()
        found = window.get_geometry()
        return found.x, found.y, found.width, found.height

    # Touching.

    def press(self, place: tuple[int, int], button: int = 1) -> None:
        """Press at a place."""
        xtest.fake_input(self._display, X.MotionNotify, x=place[0], y=place[1])
        xtest.fake_input(self._display, X.ButtonPress, button)
        self._display.sync()

    def move(self, place: tuple[int, int]) -> None:
        """Move to a place."""
        xtest.fake_input(self._display, X.MotionNotify, x=place[0], y=place[1])
        self._display.sync()

    def release(self, button: int = 1) -> None:
        """Let go."""
        xtest.fake_input(self._display, X.ButtonRelease, button)
        self._display.sync()

    def tap(self, place: tuple[int, int], button: int = 1) -> None:
        """Press at a place and let go."""
        self.press(place, button)
        self.release(button)

    def keys(self, chord: str) -> None:
        """Press keys together, by their X names or codes (`Alt_L+F4`, `<172>`), and let them go."""
        self._chord([self._code(name) for name in chord.split("+")])
        self._display.sync()

    def every_key(self, held: str = "", but: Collection[str] = ()) -> None:
        """Press every key of the keyboard but some, one after the other, while `held` is held down."""
        left_out = {self._code(name) for name in (*but, *([held] if held else []))}
        for code in range(8, 256):
            if code not in left_out:
                self._chord([self._code(held), code] if held else [code])
        self._display.sync()

    @contextmanager
    def held(self, name: str) -> Iterator[None]:
        """Hold a key down meanwhile."""
        xtest.fake_input(self._display, X.KeyPress, self._code(name))
        yield
        xtest.fake_input(self._display, X.KeyRelease, self._code(name))
        self._display.sync()

    def _code(self, name: str) -> int:
        code = int(name[1:-1]) if name[0] == "<" else self._display.keysym_to_keycode(XK.string_to_keysym(name))
        assert code, name
        return code

    def _chord(self, codes: list[int]) -> None:
        for code in codes:
            xtest.fake_input(self._display, X.KeyPress, code)
        for code in reversed(codes):
            xtest.fake_input(self._display, X.KeyRelease, code)

    def drag(self, *places: tuple[int, int], button: int = 1) -> None:
        """Press at the first place, move to the others, and let go at the last one."""
        self.press(places[0], button)
        for (x, y), (to_x, to_y) in pairwise(places):
            for part in range(1, 9):
                self.move((x + (to_x - x) * part // 8, y + (to_y - y) * part // 8))
        self.release(button)

    def ask_to_close(self) -> None:
        """Ask the window to close, as a window manager does for Alt+F4."""
        (window,) = self.windows()
        atom = self._display.intern_atom
        data = (32, [atom("WM_DELETE_WINDOW"), X.CurrentTime, 0, 0, 0])
        window.send_event(ClientMessage(window=window, client_type=atom("WM_PROTOCOLS"), data=data))
        self._display.sync()


def _can_be_seen(window: Any) -> bool:
    """Return whether a window is mapped; one that has gone meanwhile is not: drivers open and close some unseen."""
    try:
        return bool(window.get_attributes().map_state)
    except BadWindow:
        return False


def map_pixels(buffer: Path) -> Pixels:
    """Return the live pixels of a frame buffer in XWD format, height x width."""
    header = struct.unpack(">20I", buffer.read_bytes()[:80])
    size, width, height, bits, line, colours = (header[field] for field in (0, 4, 5, 11, 12, 19))
    assert bits == 32, bits
    pixels = np.memmap(buffer, np.uint32, "r", size + 12 * colours, (height, line // 4))
    return pixels[:, :width]


class Program:
    """A running `kiosk run`: what it logs as JSON, and how it ends."""

    def __init__(self, arguments: list[str], environment: Mapping[str, str]) -> None:
        self.events: list[dict[str, Any]] = []
        self.noise: list[str] = []
        self._news = threading.Condition()
        self._over = False
        self.process = subprocess.Popen(
            [sys.executable, "-m", "kiosk", "run", "--log-format", "json", *arguments],
            cwd=ROOT,
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stderr is not None
        with self.process.stderr as lines:
            for line in lines:
                self._take(line.strip())
        with self._news:
            self._over = True
            self._news.notify_all()

    def _take(self, line: str) -> None:
        with self._news:
            if line.startswith("{"):
                self.events.append(json.loads(line))
            elif not line.endswith(HARMLESS):
                self.noise.append(line)
            self._news.notify_all()

    def names(self) -> list[str]:
        """Return the names of what has happened, in order."""
        return [event["event"] for event in self.events]

    def wait_for(self, *names: str, after: int = 0) -> dict[str, Any]:
        """Return the first event of these names that is not among the first `after` ones, once it has happened."""
        event = self.comes(*names, after=after)
        assert event is not None, f"{names} did not come, but {self.names()[after:]} and {self.noise}"
        return event

    def comes(self, *names: str, after: int = 0, seconds: float = PATIENCE) -> dict[str, Any] | None:
        """Return that event if it happens within `seconds`."""

        def found() -> dict[str, Any] | None:
            return next((event for event in self.events[after:] if event["event"] in names), None)

        with self._news:
            self._news.wait_for(lambda: found() or self._over, seconds)
            return found()

    def at_work(self) -> set[str]:
        """Return the processes that it has started and that are not over, by their command lines."""
        session = str(self.process.pid)
        found = set()
        for folder in Path("/proc").iterdir():
            if folder.name.isdigit() and folder.name != session:
                try:
                    fields = (folder / "stat").read_text().rpartition(")")[2].split()
                    if fields[3] == session:
                        found.add((folder / "cmdline").read_bytes().replace(b"\0", b" ").decode())
                except OSError:
                    continue
        return found

    def connections(self) -> list[str]:
        """Return its network connections and open ports, a line each."""
        own = Path("/proc", str(self.process.pid))
        sockets = set(self._sockets())
        lines = [line for kind in NETWORKS for line in (own / "net" / kind).read_text().splitlines()[1:]]
        return [line for line in lines if line.split()[9] in sockets]

    def _sockets(self) -> Iterator[str]:
        for entry in Path("/proc", str(self.process.pid), "fd").iterdir():
            try:
                target = os.readlink(entry)
            except OSError:
                continue
            if target.startswith("socket:["):
                yield target[8:-1]

    def follow(self, name: str, act: Callable[..., None], *given: Any) -> dict[str, Any]:
        """Do `act`, and return the event `name` that follows."""
        before = len(self.events)
        act(*given)
        return self.wait_for(name, after=before)

    def stop(self, by: signal.Signals = signal.SIGTERM) -> float:
        """End it with a signal; return the seconds that took. It must end well."""
        begun = time.monotonic()
        self.process.send_signal(by)
        assert self.ended() == 0, self.noise
        return time.monotonic() - begun

    def ended(self) -> int:
        """Wait until it has ended; return its exit code."""
        code = self.process.wait(PATIENCE)
        self._reader.join(PATIENCE)
        return code

    def kill(self) -> None:
        """End it at once, if it still runs."""
        if self.process.poll() is None:
            self.process.kill()
        self.ended()

    def check_quiet(self) -> None:
        """Fail if Qt or QML warned of something, or an exception was logged."""
        told = self.noise + [str(event) for event in self.events if event["level"] != "info"]
        assert not told, "\n".join(told)


@contextmanager
def run(screen: Screen, *arguments: str | Path, **variables: str) -> Iterator[Program]:
    """Start `kiosk run` on `screen`, as the first one of its account: that others were killed is not remembered."""
    with TemporaryDirectory(prefix="kiosk-state-") as state:
        own = {"DISPLAY": screen.name, "XDG_STATE_HOME": state}
        program = Program([str(word) for word in arguments], {**os.environ, **own, **variables})
        try:
            yield program
        finally:
            program.kill()
