"""The bundle as bytes, and back: what an index on the disk holds.

A start reads the head: everything but the sectors and blocks, and of those how many there are, their ids, their kinds.
Each sector and block is a piece of its own behind it and is read when it is first asked for, so that ten thousand
cost a start no more than ten. In bytes: `MAGIC`, the sum of all that follows, then the length of the head, the head
(MessagePack), where each piece begins (32 bits, little-endian, one more at the end), and the pieces: sectors, the
sectors' blocks, those of the statistics, those of the videos.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from itertools import accumulate, chain
from typing import Final, Generic, TypeVar, get_args, overload

import msgspec
from msgspec.structs import replace

from kiosk.bundle.model import Block, Bundle, Film, Sector

MAGIC: Final = b"kiosk\x00\x00\x03"
KINDS: Final = tuple(str(kind.__struct_config__.tag) for kind in get_args(Block))
"""The kinds of blocks in memory; an index names its own, so that their order may change."""

_START: Final = struct.Struct("<II")
_PLACE: Final = struct.Struct("<II")
_STEP: Final = 4
_SUMMED: Final = len(MAGIC) + 4
T = TypeVar("T")


class _Head(msgspec.Struct, frozen=True):
    """`firsts`: which block is the first of each sector, of the statistics, of the videos, and how many there are.

    `kinds` has a number per block: its place in `names`.
    """

    bundle: Bundle
    sectors: tuple[str, ...]
    films: tuple[str, ...]
    firsts: tuple[int, ...]
    names: tuple[str, ...]
    kinds: bytes


class Stored(Sequence[T], Generic[T]):
    """Values that are read whenever they are asked for; equal to any sequence of equal values."""

    def __init__(self, index: _Index, first: int, count: int) -> None:
        self._index = index
        self._first = first
        self._count = count

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, at: int) -> T: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[T, ...]: ...

    def __getitem__(self, at: int | slice) -> T | tuple[T, ...]:
        rows = range(self._count)[at]
        return tuple(self._read(row) for row in rows) if isinstance(rows, range) else self._read(rows)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence):
            return NotImplemented
        return len(self) == len(other) and all(mine == theirs for mine, theirs in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]

    def _read(self, row: int) -> T:
        raise NotImplementedError


class StoredBlocks(Stored[Block]):
    """The blocks of a page. `kinds` has a number per block: its place in `KINDS`."""

    @property
    def kinds(self) -> bytes:
        """The kind of each block, without reading one."""
        return self._index.kinds[self._first : self._first + self._count]

    def _read(self, row: int) -> Block:
        return self._index.block(self._first + row)


class StoredSectors(Stored[Sector]):
    """The sectors."""

    @property
    def ids(self) -> tuple[str, ...]:
        """The id of each sector, without reading one."""
        return self._index.sectors

    @property
    def films(self) -> tuple[str, ...]:
        """The id of each film of the bundle: those of the videos page first, then those of the sectors."""
        return self._index.films

    def blocks(self, row: int) -> StoredBlocks:
        """Return the blocks of the sector `row`, without reading the sector."""
        return self._index.blocks(row)

    def _read(self, row: int) -> Sector:
        return self._index.sector(row)


class _Index:
    """An index in memory: where each piece is, and what is known of it without reading it."""

    def __init__(self, data: bytes | memoryview, head: _Head, table: int) -> None:
        self.sectors = head.sectors
        self.films = head.films
        self.kinds = head.kinds.translate(_numbers(head.names))
        self._firsts = head.firsts
        self._data = memoryview(data)
        self._table = table
        self._pieces = table + _STEP * (len(head.sectors) + len(head.kinds) + 1)
        self._sector = msgspec.msgpack.Decoder(Sector)
        self._block: msgspec.msgpack.Decoder[Block] = msgspec.msgpack.Decoder(Block)

    def whole(self, bundle: Bundle) -> Bundle:
        """Return `bundle`, which is the head's, with its sectors and blocks."""
        count = len(self.sectors)
        return replace(
            bundle,
            sectors=StoredSectors(self, 0, count),
            statistics=replace(bundle.statistics, blocks=self.blocks(count)),
            videos=replace(bundle.videos, blocks=self.blocks(count + 1)),
        )

    def blocks(self, owner: int) -> StoredBlocks:
        """Return the blocks of the sector `owner`; after the last sector come the statistics and the videos."""
        return StoredBlocks(self, self._firsts[owner], self._firsts[owner + 1] - self._firsts[owner])

    def sector(self, row: int) -> Sector:
        """Return a sector."""
        return replace(self._sector.decode(self._piece(row)), blocks=self.blocks(row))

    def block(self, row: int) -> Block:
        """Return a block, counted over the whole bundle."""
        return self._block.decode(self._piece(len(self.sectors) + row))

    def _piece(self, row: int) -> memoryview:
        begin, end = _PLACE.unpack_from(self._data, self._table + _STEP * row)
        return self._data[self._pieces + begin : self._pieces + end]


def stored(bundle: Bundle) -> Bundle:
    """Return `bundle` as one that comes from an index."""
    return read_bundle(write_bundle(bundle))


def write_bundle(bundle: Bundle) -> bytes:
    """Return `bundle` as bytes; the same bytes for the same bundle."""
    pages = (bundle.statistics, bundle.videos)
    owners = [*(sector.blocks for sector in bundle.sectors), *(page.blocks for page in pages)]
    blocks = list(chain(*owners))
    films = chain(owners[-1], *owners[:-2])
    encode = msgspec.msgpack.Encoder().encode
    pieces = [*(encode(replace(sector, blocks=())) for sector in bundle.sectors), *map(encode, blocks)]
    statistics, videos = (replace(page, blocks=()) for page in pages)
    head = encode(
        _Head(
            bundle=replace(bundle, sectors=(), statistics=statistics, videos=videos),
            sectors=tuple(sector.id for sector in bundle.sectors),
            films=tuple(block.id for block in films if isinstance(block, Film)),
            firsts=tuple(accumulate(map(len, owners), initial=0)),
            names=KINDS,
            kinds=bytes(KINDS.index(block.__struct_config__.tag) for block in blocks),
        )
    )
    places = list(accumulate(map(len, pieces), initial=0))
    rest = b"".join([struct.pack("<I", len(head)), head, struct.pack(f"<{len(places)}I", *places), *pieces])
    return MAGIC + struct.pack("<I", zlib.crc32(rest)) + rest


def read_bundle(data: bytes | memoryview) -> Bundle:
    """Return the bundle that `data` holds; raise ValueError where it is damaged.

    The sum over all bytes is compared now, so that no piece can turn out damaged while a visitor looks at it. `data`
    is kept as long as the bundle is.
    """
    view = memoryview(data)
    if bytes(view[: len(MAGIC)]) != MAGIC or len(view) < len(MAGIC) + _START.size:
        raise ValueError("this is no index")
    summed, length = _START.unpack_from(view, len(MAGIC))
    if zlib.crc32(view[_SUMMED:]) != summed:
        raise ValueError("this index is damaged")
    begin = len(MAGIC) + _START.size
    head = msgspec.msgpack.decode(view[begin : begin + length], type=_Head)
    return _Index(view, head, begin + length).whole(head.bundle)


def _numbers(names: tuple[str, ...]) -> bytes:
    """Return the table from places in `names` to places in `KINDS`; raise ValueError for a kind that is not known."""
    return bytes(KINDS.index(name) for name in names).ljust(256, b"\xff")
