"""A gate for intents: a double tap or a second finger never does a thing twice."""

from __future__ import annotations

import math

import msgspec

SHUT_SECONDS = 0.3


class Gate(msgspec.Struct, frozen=True):
    """When the last intent was let through, in monotonic seconds."""

    passed_at: float = -math.inf


def admit(gate: Gate, now: float, shut_seconds: float = SHUT_SECONDS) -> tuple[Gate, bool]:
    """Say whether an intent at `now` may pass; one that may shuts the gate for `shut_seconds`.

    A clock that runs backwards opens the gate rather than shutting it for good.
    """
    if 0 <= now - gate.passed_at < shut_seconds:
        return gate, False
    return Gate(now), True
