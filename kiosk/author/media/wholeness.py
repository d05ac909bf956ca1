"""Whether a film's file is all there: its first frame can be decoded long before its end has been copied."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO, Final

_EBML, _SEGMENT = 0x1A45DFA3, 0x18538067
_BOXES: Final = frozenset([b"ftyp", b"moov", b"mdat", b"free", b"skip", b"wide", b"uuid", b"moof", b"mfra", b"sidx"])
_MOST_BOXES: Final = 100_000


def is_cut_short(path: Path) -> bool:
    """Whether a WebM or MP4 file ends before the length that it says it has."""
    size = path.stat().st_size
    with path.open("rb") as stream:
        head = stream.read(8)
        stream.seek(0)
        return _matroska(stream, size) if head[:4] == _EBML.to_bytes(4) else _boxes(stream, size)


def _matroska(stream: BinaryIO, size: int) -> bool:
    at = 0
    for wanted in (_EBML, _SEGMENT):
        if at > size:
            return False  # no header is that long, and no disk goes that far
        stream.seek(at)
        head = stream.read(12)
        if len(head) < 12 or head[:4] != wanted.to_bytes(4):
            return False
        width = 9 - head[4].bit_length()
        length = int.from_bytes(head[4 : 4 + width]) & ((1 << 7 * width) - 1)
        if width > 8 or length == (1 << 7 * width) - 1:
            return False  # a length that was not known when the file was written
        at += 4 + width + length
    return at > size


def _boxes(stream: BinaryIO, size: int) -> bool:
    at = 0
    for _ in range(_MOST_BOXES):
        stream.seek(at)
        head = stream.read(16)
        if len(head) < 8 or head[4:8] not in _BOXES:
            return False
        length = int.from_bytes(head[:4])
        if length == 1:
            length = int.from_bytes(head[8:16])
        if length < 8:
            return False  # to the end of the file
        at += length
        if at >= size:
            break
    return at > size
