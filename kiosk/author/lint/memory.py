"""The memory that a booth needs for a bundle: its largest pages and films on a 4K screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from kiosk.author.lint.subject import Subject
from kiosk.bundle import model
from kiosk.ground.errors import Problem
from kiosk.yaml.parse import Scalar

MOST_BYTES: Final = 1_500_000_000
SCREEN_PIXELS: Final = 3840 * 2160
PROGRAM_BYTES: Final = 280_000_000
"""The program with its first page and no picture: measured by `bench`, less the demo's pictures."""

_BYTES_A_PIXEL: Final = 4
_FILM_BYTES_A_PIXEL: Final = 1.5
_FILM_FRAMES: Final = 16
"""What a decoder keeps of a film with several threads, and what waits to be shown."""

_TILES_ALIVE: Final = 12
"""Pictures of a list that are on the screen or close to it; the rest is not loaded."""

_BYTES_A_TILE: Final = 3_000
"""What a block costs before anybody has seen it."""


def check_memory(subject: Subject) -> list[Problem]:
    """Return a warning where the booth will need more memory than a small machine has to spare."""
    needed = memory_bytes(subject)
    if needed <= MOST_BYTES:
        return []
    findings = subject.findings()
    at = Scalar("", subject.root.line, subject.root.column)
    what = f"the booth will need about {needed / 1e9:.1f} GB of memory for this bundle"
    findings.warn(at, "K480", what, "Scale down its largest pictures and films, or give the booth's machine 8 GB.")
    return findings.problems


def memory_bytes(subject: Subject) -> int:
    """Return about how many bytes the booth will need; 0 where the bundle cannot be shown."""
    bundle = subject.bundle
    if bundle is None:
        return 0
    pictures, films = [0], [0]
    for facts in subject.checked.files.facts.values():
        (films if facts.seconds else pictures).append(facts.width * facts.height)
    pages = [0, *(sum(sorted(_shown(page), reverse=True)[:_TILES_ALIVE]) for page in _pages(bundle))]
    blocks = sum(len(sector.blocks) for sector in bundle.sectors)
    return round(
        PROGRAM_BYTES
        + (max(pages) + min(max(pictures), SCREEN_PIXELS)) * _BYTES_A_PIXEL * 2  # decoded, and on the graphics card
        + max(pictures) * _BYTES_A_PIXEL  # decoded whole before it is scaled
        + max(films) * _FILM_BYTES_A_PIXEL * _FILM_FRAMES
        + (blocks + len(bundle.sectors)) * _BYTES_A_TILE
    )


def _shown(page: tuple[tuple[model.Picture, int], ...]) -> Iterator[int]:
    """Yield the pixels of each picture of a page as it is shown: never more than it has, or its place."""
    for picture, pixels in page:
        yield min(picture.width * picture.height or pixels, pixels)


def _pages(bundle: model.Bundle) -> Iterator[tuple[tuple[model.Picture, int], ...]]:
    """Yield the pictures of each page with the pixels of their places."""
    background = ((bundle.picture, SCREEN_PIXELS),) if bundle.picture else ()
    tile = SCREEN_PIXELS // max(1, min(len(bundle.sectors), 6))
    yield *background, *((sector.cover, tile) for sector in bundle.sectors)
    for sector in bundle.sectors:
        yield (sector.cover, SCREEN_PIXELS), *_of_blocks(sector.blocks)
    for page in (bundle.statistics, bundle.videos):
        own = ((page.picture, SCREEN_PIXELS),) if page.picture else ()
        yield *own, *_of_blocks(page.blocks)


def _of_blocks(blocks: Sequence[model.Block]) -> Iterator[tuple[model.Picture, int]]:
    for block in blocks:
        if isinstance(block, model.Film):
            yield block.poster, SCREEN_PIXELS // 2
        elif isinstance(block, model.Gallery):
            yield from ((item.picture, SCREEN_PIXELS // 3) for item in block.items)
