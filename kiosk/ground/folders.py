"""Where an account keeps what is this program's: the XDG Base Directory Specification, which ignores relative paths."""

from __future__ import annotations

import os
from pathlib import Path


def config_folder() -> Path:
    """Return where settings are kept."""
    return _folder("XDG_CONFIG_HOME", "~/.config")


def data_folder() -> Path:
    """Return where content and counts are kept."""
    return _folder("XDG_DATA_HOME", "~/.local/share")


def state_folder() -> Path:
    """Return where the log is kept, and what is remembered from one start to the next."""
    return _folder("XDG_STATE_HOME", "~/.local/state")


def cache_folder() -> Path:
    """Return where what can be made again is kept."""
    return _folder("XDG_CACHE_HOME", "~/.cache")


def _folder(variable: str, usual: str) -> Path:
    home = os.environ.get(variable, "")
    return Path(home if os.path.isabs(home) else os.path.expanduser(usual)) / "kiosk"
