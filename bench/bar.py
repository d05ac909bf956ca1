"""Finds what can be tapped in the bar along the bottom, from its picture alone."""

from __future__ import annotations

from typing import Final

import numpy as np

from bench.screen import Box, Pixels

EDGE: Final = 10
"""Rows at the bar's upper edge that hold lines and no words."""

INK: Final = 120
"""Red, green and blue together differ from the bar's ground by this much or more where something is written."""

WORD_GAP: Final = 14
GROUP_GAP: Final = 150
"""Gaps in pixels between two words, and between two groups of words, are wider than these."""


def find_groups(picture: Pixels, bar: Box) -> list[list[Box]]:
    """Return the words of a bar from left to right, in groups that stand apart."""
    rows = np.ascontiguousarray(picture[EDGE:]).view(np.uint8).reshape(picture.shape[0] - EDGE, -1, 4)[..., :3]
    ground = np.median(rows.reshape(-1, 3), axis=0)
    written = (np.abs(rows - ground).sum(axis=2) > INK).any(axis=0)
    columns = np.flatnonzero(written)
    groups: list[list[Box]] = []
    last = -GROUP_GAP
    for run in np.split(columns, np.flatnonzero(np.diff(columns) > WORD_GAP) + 1) if columns.size else []:
        first, end = int(run[0]), int(run[-1]) + 1
        if first - last > GROUP_GAP or not groups:
            groups.append([])
        groups[-1].append(Box(bar.left + first, bar.top, end - first, bar.height))
        last = end
    return groups
