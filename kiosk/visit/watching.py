"""How much of a film is watched: what it moves on by is seen, a leap to another place in it is not."""

from __future__ import annotations

from typing import Final

import msgspec

LONGEST_STEP_MS: Final = 1500
"""What a film moves on by at once and was still seen."""


class Watching(msgspec.Struct, frozen=True):
    """The share that was seen, 1 for all of it or more, and where the film stands, in milliseconds."""

    share: float = 0.0
    at_ms: int = 0


def moved(watching: Watching, at_ms: int, length_ms: int) -> Watching:
    """Return what was watched once a film of `length_ms` (0 where that is not known yet) stands at `at_ms`."""
    step = at_ms - watching.at_ms
    seen = step / length_ms if length_ms > 0 and 0 < step <= LONGEST_STEP_MS else 0.0
    return Watching(min(1.0, watching.share + seen), at_ms)
