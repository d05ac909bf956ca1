"""What a packed or installed bundle says about itself: every file with its size and hash, and one fingerprint."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import msgspec

from kiosk import __version__
from kiosk.store.names import check_names, refusal

FORMAT: Final = 1
NEEDS: Final = "0.1.0"
"""The oldest version of this program that can show what is packed today."""

MAX_FILES: Final = 65_000
MAX_FILE_BYTES: Final = 2 * 1024**3 - 1
MAX_TOTAL_BYTES: Final = 4 * 1024**3 - 64 * 1024**2
"""With these limits a ZIP file needs none of its extensions for large files, and none is read."""

MAX_MANIFEST_BYTES: Final = 16 * 1024**2
_CURE: Final = "Pack the bundle again with `kiosk pack`."
_SHA256: Final = re.compile(r"[0-9a-f]{64}")
_VERSION: Final = re.compile(r"\d{1,6}(\.\d{1,6}){0,3}", re.ASCII)


class Listed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A file of the bundle: its path with `/`, its size in bytes and the SHA-256 of its content."""

    path: str
    size: int
    sha256: str


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The list of a bundle's files, sorted by path, and what to call it.

    `needs` is the oldest version of this program that can show it; `fingerprint` the SHA-256 of all the rest.
    """

    format: int
    needs: str
    title: str
    languages: tuple[str, ...]
    files: tuple[Listed, ...]
    fingerprint: str = ""

    @property
    def size(self) -> int:
        """The bytes of all files."""
        return sum(file.size for file in self.files)


def make_manifest(title: str, languages: Iterable[str], files: Iterable[Listed]) -> Manifest:
    """Return the manifest of `files`, with its fingerprint."""
    ordered = tuple(sorted(files, key=lambda file: file.path.encode()))
    blank = Manifest(format=FORMAT, needs=NEEDS, title=title, languages=tuple(languages), files=ordered)
    return msgspec.structs.replace(blank, fingerprint=_fingerprint(blank))


def write_manifest(manifest: Manifest) -> bytes:
    """Return the one way in which `manifest` is written."""
    return msgspec.json.format(msgspec.json.encode(manifest), indent=1) + b"\n"


def read_manifest(data: bytes, file: Path) -> Manifest:
    """Return the manifest that `data` holds; raise BundleError, about `file`, where it is not in order."""
    try:
        manifest = msgspec.json.decode(data, type=Manifest)
        canonical = write_manifest(manifest) == data
    except (ValueError, RecursionError) as error:
        raise refusal(file, "K807", "its manifest cannot be read", _CURE) from error
    _check_version(manifest, file)
    paths = [listed.path for listed in manifest.files]
    mistakes = {
        "its manifest was changed after it was packed": not canonical or manifest.fingerprint != _fingerprint(manifest),
        "its manifest makes no sense": not _makes_sense(manifest),
        "its manifest names a file twice, or in disorder": sorted(set(paths), key=str.encode) != paths,
    }
    for what in (words for words, is_so in mistakes.items() if is_so):
        raise refusal(file, "K807", what, _CURE)
    check_names(paths, file)
    check_sizes([listed.size for listed in manifest.files], file)
    return manifest


def _makes_sense(manifest: Manifest) -> bool:
    return manifest.format == FORMAT and all(_SHA256.fullmatch(listed.sha256) for listed in manifest.files)


def _check_version(manifest: Manifest, file: Path) -> None:
    what = ""
    if manifest.format > FORMAT:
        what = f"it is packed in format {manifest.format}, and this program, {__version__}, knows format {FORMAT}"
    elif _newer(manifest.needs):
        what = f"it needs version {manifest.needs[:40]!r} of this program, and this is {__version__}"
    if what:
        raise refusal(file, "K809", what, "Update the program on this machine.")


def check_sizes(sizes: Iterable[int], file: Path) -> None:
    """Raise BundleError, about `file`, where there are more or larger files than a booth takes."""
    total = 0
    for count, size in enumerate(sizes, 1):
        total += size
        if count > MAX_FILES:
            raise refusal(file, "K806", f"it has more than {MAX_FILES:,} files", "Leave some out.")
        if not 0 <= size <= MAX_FILE_BYTES:
            raise refusal(file, "K806", "one of its files is larger than 2 GiB", "Save the film or picture smaller.")
        if total > MAX_TOTAL_BYTES:
            raise refusal(file, "K806", "its files are larger than 4 GiB together", "Save films and pictures smaller.")


def hash_file(path: Path) -> str:
    """Return the SHA-256 of a file's content."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _fingerprint(manifest: Manifest) -> str:
    blank = msgspec.structs.replace(manifest, fingerprint="")
    return hashlib.sha256(msgspec.json.encode(blank)).hexdigest()


def _newer(needs: str) -> bool:
    if not _VERSION.fullmatch(needs):
        return True
    own = _VERSION.match(__version__)
    return _numbers(needs) > _numbers(own[0] if own else "0")


def _numbers(version: str) -> tuple[int, ...]:
    numbers = [int(part) for part in version.split(".")]
    return tuple(numbers + [0] * (4 - len(numbers)))
