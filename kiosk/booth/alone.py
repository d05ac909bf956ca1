"""One booth a screen: a second start is refused."""

from __future__ import annotations

import os
import re
import tempfile
from pathlib import Path

from kiosk.ground.errors import KioskError
from kiosk.ground.exits import Exit
from kiosk.ground.files import hold


class AlreadyRunningError(KioskError):
    """A booth runs on this screen already."""

    exit = Exit.ALREADY_RUNNING


def stand_alone() -> int | None:
    """Hold the screen for this process and return what holds it; raise AlreadyRunningError where another one does."""
    screen = re.sub(r"[^\w.-]", "_", os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY") or "screen")
    folder = os.environ.get("XDG_RUNTIME_DIR") or os.path.join(tempfile.gettempdir(), f"kiosk-{os.getuid()}")
    try:
        Path(folder).mkdir(mode=0o700, parents=True, exist_ok=True)
        return hold(Path(folder, f"kiosk{screen}.lock"), mode=0o600)
    except BlockingIOError as error:
        cure = "Use that one, or end it first; `--windowed` opens a window beside it."
        raise AlreadyRunningError("a booth runs on this screen already", cure) from error
    except OSError:
        return None  # no place for a lock: better two booths than none
