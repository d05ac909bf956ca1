"""Keeps what films and pictures leave behind from staying with the process."""

from __future__ import annotations

import ctypes

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
    libc = ctypes.CDLL(None)
    if not hasattr(libc, "mallopt") or not hasattr(libc, "malloc_trim"):
        return
    for option, value in ((_M_MMAP_THRESHOLD, LARGE_BYTES), (_M_TRIM_THRESHOLD, LARGE_BYTES), (_M_ARENA_MAX, ARENAS)):
        libc.mallopt(option, value)
    libc.malloc_trim(0)
