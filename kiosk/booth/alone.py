"""One booth a screen: a second start is refused."""

from __future__ import annotations

import fcntl
import os
import re
import tempfile
from pathlib import Path

from kiosk.ground.errors import KioskError
from kiosk.ground.exits import Exit


class AlreadyRunningError(KioskError):
    """A booth runs on this screen already."""

    exit = Exit.ALREADY_RUNNING


def stand_alone() -> int | None:
    """Hold the screen for this process and return what holds it; raise AlreadyRunningError where another one does."""
    screen = re.sub(r"[^\w.-]", "_", os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY") or "screen")
    folder = os.environ.get("XDG_RUNTIME_DIR") or os.path.join(tempfile.gettempdir(), f"kiosk-{os.getuid()}")
    try:
        Path(folder).mkdir(mode=0o700, parents=True, exist_ok=True)
        fd = os.open(os.path.join(folder, f"kiosk{screen}.lock"), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError:
        return None  # no place for a lock: better two booths than none
    try:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        os.close(fd)
        cure = "Use that one, or end it first; `--windowed` opens a window beside it."
        raise AlreadyRunningError("a booth runs on this screen already", cure) from error
    return fd
