"""One file that holds a bundle: a ZIP archive in its plainest form, the same bytes for the same content.

Every entry is stored as it is, without compression, dates, modes or comments of its own, one after the other: the
manifest, then the files in the manifest's order. So there is exactly one way in which a bundle can be packed, and the
reader takes nothing else: each header must be, byte for byte, the one that the writer would have written. Overlaps,
gaps, lying sizes, links, doubled names and bombs are no cases to be found then; they differ, and that is enough. What
else is checked below only finds better words for what is wrong.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import struct
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple

from kiosk.ground.errors import BundleError
from kiosk.ground.words import quote
from kiosk.store.manifest import (
    MAX_FILES,
    MAX_MANIFEST_BYTES,
    MAX_TOTAL_BYTES,
    Listed,
    Manifest,
    check_sizes,
    read_manifest,
    write_manifest,
)
from kiosk.store.names import MANIFEST, MAX_NAME_BYTES, check_names, refusal
from kiosk.store.plainfile import open_plain

_LOCAL: Final = struct.Struct("<4sHHHHHIIIHH")
_CENTRAL: Final = struct.Struct("<4sHHHHHHIIIHHHHHII")
_END: Final = struct.Struct("<4sHHHHIIH")
_MODE: Final = 0o100644 << 16
_UNIX: Final = (3 << 8) | 20
_NEW_YEAR_1980: Final = (0, 33)
_NAME_IS_UTF8: Final = 0x800
_CHUNK: Final = 1024 * 1024
_PACK: Final = "Pack the folder with `kiosk pack` instead of a ZIP program."
_COPY: Final = "Copy the archive again from where it came, or pack it again."
_NOTHING: Final[Mapping[str, Path]] = {}

Tick = Callable[[str], None]
"""Called with the name of each file before it is read."""


class _Header(NamedTuple):
    """What the list at the end of a ZIP file says of an entry, as far as it tells why an entry is none of ours."""

    flags: int
    method: int
    packed: int
    mode: int
    offset: int


@dataclass(frozen=True)
class _Entry:
    name: str
    size: int
    crc: int
    offset: int

    @property
    def data(self) -> int:
        """Where the content begins."""
        return self.offset + _LOCAL.size + len(self.name.encode())

    @property
    def end(self) -> int:
        return self.data + self.size


def write_archive(manifest: Manifest, folder: Path, stream: BinaryIO, added: Mapping[str, Path] = _NOTHING) -> None:
    """Write the files that `manifest` lists to `stream`; raise BundleError where one differs from what it says.

    They lie in `folder`, or in the folder that `added` gives for their path.
    """
    listing = write_manifest(manifest)
    entries = [_Entry(MANIFEST, len(listing), zlib.crc32(listing), 0)]
    stream.write(_local(entries[0]))
    stream.write(listing)
    for listed in manifest.files:
        root = added.get(listed.path, folder)
        with open_plain(root, listed.path, root / listed.path) as source:
            entries.append(_write_file(stream, source, listed, entries[-1].end, root))
    central = b"".join(_central(entry) for entry in entries)
    stream.write(central)
    stream.write(_END.pack(b"PK\5\6", 0, 0, len(entries), len(entries), len(central), entries[-1].end, 0))


def read_archive(file: Path, into: Path, tick: Tick = lambda _name: None) -> Manifest:
    """Unpack `file` into the empty folder `into` and return its manifest; raise BundleError at the first violation."""
    try:
        with open_plain(file.parent, file.name, file, links=True) as stream:
            entries = _read_entries(stream, file)
            manifest = _read_listing(stream, entries, file)
            for listed, entry in zip(manifest.files, entries[1:], strict=True):
                tick(listed.path)
                stream.seek(entry.data)
                _unpack(stream, listed, entry, into, file)
            return manifest
    except EOFError as error:
        raise refusal(file, "K801", "it was cut short while it was read", _COPY) from error


def read_archive_manifest(file: Path) -> Manifest:
    """Return the manifest of an archive whose headers are all in order; raise BundleError where they are not."""
    with open_plain(file.parent, file.name, file, links=True) as stream:
        return _read_listing(stream, _read_entries(stream, file), file)


def _read_entries(stream: BinaryIO, file: Path) -> list[_Entry]:
    count, start, length = _read_end(stream, file)
    stream.seek(start)
    listing = _take(stream, length)
    entries: list[_Entry] = []
    at = offset = 0
    while at < length:
        entry = _read_central(listing, at, offset, file)
        offset = entry.end
        at += _CENTRAL.size + len(entry.name.encode())
        entries.append(entry)
    if len(entries) != count or offset != start:
        raise refusal(file, "K802", "its entries are not the ones that its end counts", _PACK)
    if entries[0].name != MANIFEST or entries[0].size > MAX_MANIFEST_BYTES:
        raise refusal(file, "K807", f"it does not begin with `{MANIFEST}`", _PACK)
    check_names([entry.name for entry in entries[1:]], file)
    check_sizes([entry.size for entry in entries[1:]], file)
    _check_locals(stream, entries, file)
    return entries


def _read_end(stream: BinaryIO, file: Path) -> tuple[int, int, int]:
    """Return how many entries there are, where their list begins, and how many bytes it has."""
    size = os.fstat(stream.fileno()).st_size
    if size > MAX_TOTAL_BYTES + 64 * 1024**2:
        raise refusal(file, "K806", "it is larger than 4 GiB", "Save films and pictures smaller.")
    if size < _END.size:
        raise _no_archive(stream, file)
    stream.seek(size - _END.size)
    magic, disk, start_disk, here, count, length, start, comment = _END.unpack(_take(stream, _END.size))
    if magic != b"PK\5\6":
        raise _no_archive(stream, file)
    if (disk, start_disk, here, comment) != (0, 0, count, 0) or start + length + _END.size != size:
        what = "its end says something else than the file: parts are missing, or something was added"
        raise refusal(file, "K801", what, _COPY)
    if not 1 <= count <= MAX_FILES + 1 or length > count * (_CENTRAL.size + MAX_NAME_BYTES):
        raise refusal(file, "K806", f"it has {count:,} entries, or their list is too long", "Leave some files out.")
    return count, start, length


def _read_central(listing: bytes, at: int, offset: int, file: Path) -> _Entry:
    if len(listing) - at < _CENTRAL.size or listing[at : at + 4] != b"PK\1\2" or offset > MAX_TOTAL_BYTES:
        raise refusal(file, "K802", "the list of its entries is broken", _PACK)
    _, _, _, flags, method, _, _, crc, packed, size, name_length, _, _, _, _, mode, place = _CENTRAL.unpack_from(
        listing, at
    )
    end = at + _CENTRAL.size + name_length
    try:
        name = listing[at + _CENTRAL.size : end].decode("utf-8")
    except UnicodeDecodeError as error:
        raise refusal(file, "K803", "it holds a name that is not written in UTF-8", _PACK) from error
    entry = _Entry(name, size, crc, offset)
    if listing[at:end] != _central(entry):
        raise _why(_Header(flags, method, packed, mode, place), entry, file)
    return entry


def _why(header: _Header, entry: _Entry, file: Path) -> BundleError:
    """Return why a header is not the one that we would have written, in the words that help most."""
    name = quote(entry.name, 80)
    if header.mode >> 28 not in (0, 0o10) or header.mode & 0x10 or entry.name.endswith("/"):
        what = f"{name} is no ordinary file, but a folder, a link or a device"
        return refusal(file, "K805", what, "Copy the file itself into the bundle, and pack it again.")
    reasons = {
        "is encrypted": header.flags & 0x2041,
        "is compressed": header.method or header.packed != entry.size,
        "does not lie where the entry before it ends": header.offset != entry.offset,
        "was not put there by `kiosk pack`": True,
    }
    why = next(words for words, is_so in reasons.items() if is_so)
    return refusal(file, "K802", f"{name} {why}", _PACK)


def _check_locals(stream: BinaryIO, entries: Sequence[_Entry], file: Path) -> None:
    for entry in entries:
        stream.seek(entry.offset)
        wanted = _local(entry)
        if _take(stream, len(wanted)) != wanted:
            what = f"{quote(entry.name, 80)} is described in two different ways"
            raise refusal(file, "K802", what, _PACK)


def _read_listing(stream: BinaryIO, entries: Sequence[_Entry], file: Path) -> Manifest:
    first = entries[0]
    stream.seek(first.data)
    data = _take(stream, first.size)
    if zlib.crc32(data) != first.crc:
        raise refusal(file, "K808", f"`{MANIFEST}` in it is damaged", _COPY)
    manifest = read_manifest(data, file)
    listed = {(entry.path, entry.size) for entry in manifest.files}
    packed = {(entry.name, entry.size) for entry in entries[1:]}
    for name, _ in sorted(listed ^ packed):
        what = f"the manifest and the archive do not agree about {quote(name, 80)}"
        raise refusal(file, "K807", what, _PACK)
    if [entry.path for entry in manifest.files] != [entry.name for entry in entries[1:]]:
        raise refusal(file, "K807", "its files are in another order than its manifest", _PACK)
    return manifest


def _unpack(stream: BinaryIO, listed: Listed, entry: _Entry, into: Path, file: Path) -> None:
    target = into / listed.path
    target.parent.mkdir(parents=True, exist_ok=True)
    digest, crc = hashlib.sha256(), 0
    with open(target, "xb") as out:
        for chunk in _chunks(stream, entry.size):
            crc = zlib.crc32(chunk, crc)
            digest.update(chunk)
            out.write(chunk)
    if crc != entry.crc or digest.hexdigest() != listed.sha256:
        raise refusal(file, "K808", f"{quote(listed.path, 80)} in it is damaged", _COPY)


def _write_file(stream: BinaryIO, source: BinaryIO, listed: Listed, offset: int, folder: Path) -> _Entry:
    """Write a file and what stands before it, which needs its checksum: it is read twice."""
    crc, digest = 0, hashlib.sha256()
    with contextlib.suppress(EOFError):
        for chunk in _chunks(source, listed.size):
            crc = zlib.crc32(chunk, crc)
        entry = _Entry(listed.path, listed.size, crc, offset)
        stream.write(_local(entry))
        source.seek(0)
        for chunk in _chunks(source, listed.size):
            digest.update(chunk)
            stream.write(chunk)
        if not source.read(1) and digest.hexdigest() == listed.sha256:
            return entry
    raise refusal(folder / listed.path, "K810", "the file changed while it was copied", "Wait until it is saved.")


def _chunks(stream: BinaryIO, size: int) -> Iterator[bytes]:
    """Yield the next `size` bytes in pieces; raise EOFError where there are fewer."""
    for at in range(0, size, _CHUNK):
        yield _take(stream, min(size - at, _CHUNK))


def _take(stream: BinaryIO, length: int) -> bytes:
    data = stream.read(length)
    if len(data) != length:
        raise EOFError
    return data


def _no_archive(stream: BinaryIO, file: Path) -> BundleError:
    stream.seek(0)
    begins_well = stream.read(4) == b"PK\3\4"
    what = "it was cut short, or something was added to its end" if begins_well else "it is no archive of a bundle"
    return refusal(file, "K801", what, _COPY if begins_well else "Write a file that `kiosk pack` made, or a folder.")


def _flags(name: str) -> int:
    return 0 if name.isascii() else _NAME_IS_UTF8


def _local(entry: _Entry) -> bytes:
    name = entry.name.encode()
    head = (b"PK\3\4", 20, _flags(entry.name), 0, *_NEW_YEAR_1980, entry.crc, entry.size, entry.size, len(name), 0)
    return _LOCAL.pack(*head) + name


def _central(entry: _Entry) -> bytes:
    name = entry.name.encode()
    return (
        _CENTRAL.pack(
            *(b"PK\1\2", _UNIX, 20, _flags(entry.name), 0, *_NEW_YEAR_1980, entry.crc, entry.size, entry.size),
            *(len(name), 0, 0, 0, 0, _MODE, entry.offset),
        )
        + name
    )
