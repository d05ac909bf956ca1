"""How the program ends; docs/operation.md explains each to those who supervise it."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """Exit codes."""

    OK = 0
    PROBLEM = 1
    USAGE = 2
    ALREADY_RUNNING = 3
    SCREEN_LOST = 74
    RESTART = 75
