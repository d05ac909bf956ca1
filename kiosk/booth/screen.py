"""Finds out whether there is a screen, and makes a virtual one where none is needed to be seen."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from kiosk.ground.errors import ScreenError

_kept: list[Any] = []
"""What C code calls, which Python alone would let go."""

NO_SCREEN_CURE = "Start it on a machine with a screen, or use `kiosk shots`, which needs none."


def require_screen() -> None:
    """Raise `ScreenError` where no screen can be reached; Qt itself would end the process without a word to mend it."""
    if os.environ.get("QT_QPA_PLATFORM", "xcb") not in ("xcb", "wayland") or os.environ.get("WAYLAND_DISPLAY"):
        return
    display = os.environ.get("DISPLAY", "")
    if not display:
        raise ScreenError("There is no screen to show the booth on", NO_SCREEN_CURE)
    local = re.fullmatch(r"(?:unix)?:(\d+)(?:\.\d+)?", display)
    if local and not _answers(int(local[1])):
        raise ScreenError(f"The screen DISPLAY={display} does not answer", NO_SCREEN_CURE)


def _answers(number: int) -> bool:
    path = f"/tmp/.X11-unix/X{number}"
    with contextlib.suppress(OSError), open("/proc/net/unix", encoding="utf-8", errors="replace") as table:
        if any(line.rstrip().endswith((f" {path}", f" @{path}")) for line in table):
            return True
    import socket  # the table does not know a server in another container

    for address in (path, "\0" + path):
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
            probe.settimeout(2.0)
            try:
                probe.connect(address)
            except OSError:
                continue
            return True
    return False


@contextmanager
def end_in_a_line(before_end: Callable[[], None]) -> Iterator[None]:
    """Where Qt finds no way to a screen it aborts the process: let it end with a line that helps, and exit code 1."""
    said: list[str] = []

    def note(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        said.append(text)
        if kind is not QtMsgType.QtFatalMsg:
            return
        display = os.environ.get("DISPLAY", "")
        error = ScreenError(f"The screen DISPLAY={display} does not answer", NO_SCREEN_CURE)
        if not any("could not connect to display" in line for line in said):
            what = f"Qt cannot open a window here: {said[0].splitlines()[0].rstrip('.')}"
            error = ScreenError(what, "packaging/bootstrap.sh installs the system libraries that it needs.")
        print(f"kiosk: {error}", file=sys.stderr, flush=True)
        before_end()
        os._exit(1)

    before = qInstallMessageHandler(note)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
        for line in said:
            print(line, file=sys.stderr)


def watch_screen(lost: Callable[[], None]) -> None:
    """Call `lost` when the X server goes while something is drawn, on whichever thread notices it.

    `lost` must not return: Xlib ends the process then, with code 1 and nothing in the log. What is noticed by Qt's own
    loop ends that loop instead.
    """
    import ctypes

    with contextlib.suppress(OSError):
        library = ctypes.CDLL("libX11.so.6", mode=os.RTLD_LAZY | os.RTLD_NOLOAD)
        handler = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p)(lambda _display: lost())
        _kept.append(handler)
        library.XSetIOErrorHandler(handler)


@contextmanager
def virtual_screen(width: int, height: int) -> Iterator[bool]:
    """Let Qt draw on a virtual screen of `width` x `height` pixels; without Xvfb, off screen (yields False then).

    Off screen Qt draws in software: no shaders, and charts lose some of their lines. The virtual screen goes by itself
    when the program that draws on it ends: Qt's application outlives this call, and must not lose its screen.
    """
    xvfb = shutil.which("Xvfb")
    before = {name: os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    if xvfb is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        try:
            yield False
        finally:
            _restore(before)
        return
    reader, writer = os.pipe()
    import subprocess

    server = subprocess.Popen(
        [xvfb, "-displayfd", str(writer), "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp", "-terminate"],
        pass_fds=(writer,),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    try:
        with os.fdopen(reader) as answer:
            number = answer.readline().strip()
        if not number:
            raise ScreenError("Xvfb did not start", "Run `Xvfb :99` by hand to see why.")
        os.environ.pop("WAYLAND_DISPLAY", None)
        os.environ.update(DISPLAY=f":{number}", QT_QPA_PLATFORM="xcb")
        yield True
    except BaseException:
        server.terminate()
        raise
    finally:
        _restore(before)


def _restore(environment: dict[str, str | None]) -> None:
    for name, value in environment.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value
