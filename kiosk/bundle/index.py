"""The bundle as bytes, and back: what an index on the disk holds."""

from __future__ import annotations

import msgspec

from kiosk.bundle.model import Bundle


def write_bundle(bundle: Bundle) -> bytes:
    """Return `bundle` as bytes."""
    return msgspec.json.encode(bundle)


def read_bundle(data: bytes | memoryview) -> Bundle:
    """Return the bundle that `data` holds; raise ValueError where it is damaged."""
    return msgspec.json.decode(data, type=Bundle)
