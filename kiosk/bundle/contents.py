"""What a bundle that is shown holds, told without reading its blocks: it comes from an index."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias, overload

from kiosk.bundle.index import KINDS, StoredBlocks, StoredSectors
from kiosk.bundle.model import Block, Bundle, Sector

Row: TypeAlias = tuple[Block, Sector | None]
"""A block and the sector that it belongs to, if it belongs to one."""

_OWN = -1


class Rows(Sequence[Row]):
    """Blocks picked out of a whole bundle, each read when it is asked for.

    `own` are the blocks of the page itself; `places` has a sector's row, or -1 for the page, and the block's row there.
    """

    def __init__(self, bundle: Bundle, own: Sequence[Block], places: Sequence[tuple[int, int]]) -> None:
        self.bundle = bundle
        self.own = own
        self.places = places

    def __len__(self) -> int:
        return len(self.places)

    @overload
    def __getitem__(self, at: int) -> Row: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[Row, ...]: ...

    def __getitem__(self, at: int | slice) -> Row | tuple[Row, ...]:
        if isinstance(at, slice):
            return tuple(self[row] for row in range(len(self))[at])
        owner, row = self.places[at]
        if owner == _OWN:
            return self.own[row], None
        sector = self.bundle.sectors[owner]
        return sector.blocks[row], sector

    def kind(self, at: int) -> str:
        """Return the kind of the block `at`."""
        owner, row = self.places[at]
        return kind_at(self.own if owner == _OWN else blocks_of(self.bundle, owner), row)

    def sectors(self) -> list[int]:
        """Return the rows of the sectors that any of the blocks belongs to, in order."""
        return list(dict.fromkeys(owner for owner, _ in self.places if owner != _OWN))

    def of_sector(self, row: int) -> Rows:
        """Return the blocks of one sector alone."""
        return Rows(self.bundle, self.own, [place for place in self.places if place[0] == row])


def all_films(bundle: Bundle) -> Rows:
    """Return every film with the sector that it belongs to: the videos page's own first."""
    own = bundle.videos.blocks
    return Rows(bundle, own, [*_places(_OWN, own, ("video",)), *_in_sectors(bundle, ("video",))])


def all_numbers(bundle: Bundle) -> Rows:
    """Return every stat and chart with the sector that it belongs to: the statistics page's own blocks first."""
    own = bundle.statistics.blocks
    return Rows(bundle, own, [*_places(_OWN, own, KINDS), *_in_sectors(bundle, ("stat", "chart"))])


def film_ids(bundle: Bundle) -> Sequence[str]:
    """Return the id of every film, in the order of `all_films`."""
    return _sectors(bundle).films


def sector_row(bundle: Bundle, sector_id: str) -> int | None:
    """Return the row of the sector `sector_id`, or None where there is none."""
    ids = _sectors(bundle).ids
    return ids.index(sector_id) if sector_id in ids else None


def blocks_of(bundle: Bundle, row: int) -> Sequence[Block]:
    """Return the blocks of the sector `row`."""
    return _sectors(bundle).blocks(row)


def kind_at(blocks: Sequence[Block], row: int) -> str:
    """Return the kind of the block `row`, one of `KINDS`."""
    return KINDS[_kinds(blocks)[row]]


def _places(owner: int, blocks: Sequence[Block], wanted: Iterable[str]) -> list[tuple[int, int]]:
    """Return the places of the blocks of the kinds `wanted`."""
    numbers = {KINDS.index(kind) for kind in wanted}
    return [(owner, row) for row, kind in enumerate(_kinds(blocks)) if kind in numbers]


def _in_sectors(bundle: Bundle, wanted: Iterable[str]) -> list[tuple[int, int]]:
    return [place for row in range(len(bundle.sectors)) for place in _places(row, blocks_of(bundle, row), wanted)]


def _sectors(bundle: Bundle) -> StoredSectors:
    assert isinstance(bundle.sectors, StoredSectors)
    return bundle.sectors


def _kinds(blocks: Sequence[Block]) -> bytes:
    assert isinstance(blocks, StoredBlocks)
    return blocks.kinds
