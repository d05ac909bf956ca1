"""Archives as nobody should write them: ZIP files in which every field of every header can be set."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.author.packing.gather import used_files
from kiosk.store.archive import write_archive
from kiosk.store.manifest import Listed, Manifest, hash_file, make_manifest, write_manifest

LOCAL = ("magic", "needs", "flags", "method", "time", "date", "crc", "packed", "size", "names", "extras")
CENTRAL = (
    *("magic", "made", "needs", "flags", "method", "time", "date", "crc", "packed", "size"),
    *("names", "extras", "comments", "disk", "kind", "mode", "offset"),
)
END = ("magic", "disk", "start_disk", "here", "count", "length", "start", "comment")


@dataclass
class Part:
    """An entry: `local` and `central` replace fields of its headers, `data` is what lies between them."""

    name: str | bytes
    data: bytes
    both: dict[str, int] = field(default_factory=dict)
    local: dict[str, int] = field(default_factory=dict)
    central: dict[str, int] = field(default_factory=dict)
    local_name: bytes | None = None
    extra: bytes = b""
    gap: bytes = b""

    @property
    def raw(self) -> bytes:
        return self.name if isinstance(self.name, bytes) else self.name.encode()


def forge(parts: list[Part], *, prefix: bytes = b"", suffix: bytes = b"", end: dict[str, int] | None = None) -> bytes:
    """Return the archive; without any replaced field it is what `kiosk pack` writes."""
    body, central = bytearray(prefix), b""
    for part in parts:
        body += part.gap
        name = part.raw
        common: dict[str, int] = {
            "needs": 20,
            "flags": 0 if name.isascii() else 0x800,
            "method": 0,
            "time": 0,
            "date": 33,
            "crc": zlib.crc32(part.data),
            "packed": len(part.data),
            "size": len(part.data),
            "names": len(name),
            "extras": len(part.extra),
            **part.both,
        }
        written = part.local_name or name
        local = {"magic": 0x04034B50, **common, "names": len(written), **part.local}
        own = {"made": 788, "comments": 0, "disk": 0, "kind": 0, "mode": 0o100644 << 16, "offset": len(body)}
        listed = {"magic": 0x02014B50, **common, **own, **part.central}
        central += struct.pack("<IHHHHHHIIIHHHHHII", *(listed[key] for key in CENTRAL)) + name + part.extra
        body += struct.pack("<IHHHHHIIIHH", *(local[key] for key in LOCAL)) + written + part.extra + part.data
    here = len(parts)
    last = {"magic": 0x06054B50, "disk": 0, "start_disk": 0, "here": here, "count": here}
    last |= {"length": len(central), "start": len(body), "comment": 0, **(end or {})}
    return bytes(body) + central + struct.pack("<IHHHHIIH", *(last[key] for key in END)) + suffix


def listed(folder: Path) -> list[Listed]:
    """Return what a manifest says about the files that the bundle in `folder` uses."""
    return [Listed(name, (folder / name).stat().st_size, hash_file(folder / name)) for name in used_files(folder)]


def manifest_of(folder: Path) -> Manifest:
    return make_manifest("Test booth", ["en", "de", "ar"], listed(folder))


def pack_plainly(folder: Path, out: Path) -> Manifest:
    """Pack a folder that is known to be in order."""
    manifest = manifest_of(folder)
    with out.open("wb") as stream:
        write_archive(manifest, folder, stream)
    return manifest


def parts_of(contents: dict[str, bytes], title: str = "Test booth") -> list[Part]:
    """Return the entries of an archive whose manifest agrees with its files, whatever their names are."""
    import hashlib

    files = [Listed(name, len(data), hashlib.sha256(data).hexdigest()) for name, data in contents.items()]
    manifest = make_manifest(title, ["en"], files)
    ordered = [Part(file.path, contents[file.path]) for file in manifest.files]
    return [Part("manifest.json", write_manifest(manifest)), *ordered]
