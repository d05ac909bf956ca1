"""A bundle's folder into one archive: only what the bundle uses, the same bytes for the same content."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from pathlib import Path

from kiosk.author.packing.gather import manifest_of, used_files
from kiosk.author.packing.subset import subset_fonts
from kiosk.ground.errors import BundleError
from kiosk.ground.files import replacing
from kiosk.store.archive import read_archive_manifest, write_archive
from kiosk.store.load import check_closely, load_bundle
from kiosk.store.manifest import Listed, Manifest, check_sizes
from kiosk.store.names import check_names, refusal
from kiosk.store.plainfile import open_plain


def pack(folder: Path, out: Path, added: Mapping[str, Path] | None = None, fonts: Path | None = None) -> Manifest:
    """Write the bundle in `folder` to the archive `out` and return its manifest.

    `added` names files, by their path in the archive, that lie in other folders; `fonts` is an empty folder where the
    glyphs that the bundle needs are put, to be packed with it. Raises BundleError where `kiosk check`
    finds errors, a name or size does not fit an archive, or `out` cannot be written; `out` is then as before.
    """
    errors = tuple(problem for problem in check_closely(folder).problems if problem.severity == "error")
    if errors:
        raise BundleError(errors)
    try:
        made = subset_fonts(load_bundle(folder), folder, fonts) if fonts is not None else {}
        return _pack(folder, out, {**(added or {}), **made})
    except OSError as error:
        what = f"it cannot be read or written: {error.strerror}"
        raise refusal(_about(error, out), "K811", what, "Check its permissions and the space on its disk.") from error


def _about(error: OSError, out: Path) -> Path:
    """Return the file that an error is about: `out` also for the one beside it."""
    named = Path(os.fsdecode(error.filename)) if error.filename else out
    return out if named.name.startswith(f".{out.name}.") else named


def _pack(folder: Path, out: Path, added: dict[str, Path]) -> Manifest:
    bundle = load_bundle(folder)
    names = sorted({*used_files(folder), *added})
    check_names(names, folder)
    listed = [_list(added.get(name, folder), name) for name in names]
    check_sizes([file.size for file in listed], folder)
    manifest = manifest_of(bundle, listed)
    with replacing(out, mode=0o644) as stream:
        write_archive(manifest, folder, stream, added)
        stream.flush()
        read_archive_manifest(Path(stream.name))
    return manifest


def _list(root: Path, name: str) -> Listed:
    with open_plain(root, name, root / name) as stream:
        size = os.fstat(stream.fileno()).st_size
        return Listed(name, size, hashlib.file_digest(stream, "sha256").hexdigest())
