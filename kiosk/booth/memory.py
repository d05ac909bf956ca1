"""Keeps what films, pictures and visits leave behind from staying with the process."""

from __future__ import annotations

import ctypes
import gc

from PySide6.QtQml import QJSEngine

# glibc's numbers (malloc.h). A film's frames are large and come and go on many threads: beyond this size each block is
# given back to the system at once, and a few arenas serve all threads. Fixed thresholds, since glibc raises its own
# to the largest block it has seen, after which nothing is given back for weeks.
_M_TRIM_THRESHOLD = -1
_M_MMAP_THRESHOLD = -3
_M_ARENA_MAX = -8
LARGE_BYTES = 128 * 1024
ARENAS = 2


def give_back_memory() -> None:
    """Let the allocator return freed memory to the system, now and from now on; elsewhere than on glibc do nothing."""
    libc = _libc()
    if libc is None:
        return
    for option, value in ((_M_MMAP_THRESHOLD, LARGE_BYTES), (_M_TRIM_THRESHOLD, LARGE_BYTES), (_M_ARENA_MAX, ARENAS)):
        libc.mallopt(option, value)
    libc.malloc_trim(0)


def clear_up(engine: QJSEngine) -> None:
    """Drop what QML and Python no longer need, and return it: a few milliseconds, for when nobody looks.

    QML alone would let megabytes of what its bindings leave behind come together before it looks for it.
    """
    engine.collectGarbage()
    gc.collect()
    libc = _libc()
    if libc is not None:
        libc.malloc_trim(0)


def _libc() -> ctypes.CDLL | None:
    libc = ctypes.CDLL(None)
    return libc if hasattr(libc, "mallopt") and hasattr(libc, "malloc_trim") else None
