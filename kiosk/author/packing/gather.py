"""The files that a bundle uses, and how they are copied out of a folder that may change, or mean harm."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, Final

from kiosk.author.compile.compile import CONTENT
from kiosk.author.compile.wording import catalog_path
from kiosk.author.format.models import IF_EMPTY, Content
from kiosk.bundle.model import Bundle
from kiosk.ground.errors import BundleError, LanguageError
from kiosk.language.locales import describe_language
from kiosk.store.manifest import Listed, Manifest, check_sizes, hash_file, make_manifest
from kiosk.store.names import FONT_SUFFIXES, FONTS, check_names, refusal, what_is_wrong
from kiosk.store.plainfile import open_plain
from kiosk.yaml.parse import Mapping, Node, Scalar, parse_yaml, read_source
from kiosk.yaml.shape import walk

_MEDIA: Final = ("image", "film", "captions")
_PAPERS: Final = ("license", "licence", "copying", "notice", "readme", "credits", "authors")
_CHUNK: Final = 1024 * 1024

Tick = Callable[[str], None]


def used_files(folder: Path) -> list[str]:
    """Return the paths of all files that the bundle in `folder` uses and that are there, with `/` and sorted.

    Beside what `content.yaml` names these are the translations into its languages, fonts of its own, and licences and
    readme files.
    """
    source = read_source(folder / CONTENT)
    root = parse_yaml(source, IF_EMPTY) if source.lines else None
    named = _named(folder, root) if isinstance(root, Mapping) else ()
    return sorted(name for name in {CONTENT, *named, *_papers_and_fonts(folder)} if _is_there(folder / name))


def _named(folder: Path, root: Mapping) -> Iterator[str]:
    """Yield the files that a content file names, and the catalogs of its languages."""
    for place in walk(Content, root):
        if place.shape.mark in _MEDIA:
            yield from (scalar.text.strip("\n") for scalar in _scalars(place.node))
        elif place.key.text == "languages" and place.owner is root:
            yield from _catalogs(folder, place.node)


def copy_files(folder: Path, names: Iterable[str], into: Path, tick: Tick = lambda _name: None) -> list[Listed]:
    """Copy files from one folder into an empty one and return what was copied.

    Raises BundleError for a file that is not ordinary, leaves the folder, is too large or changes meanwhile.
    """
    names = list(names)
    check_names(names, folder)
    copied: list[tuple[Listed, os.stat_result]] = []
    for name in names:
        tick(name)
        copied.append(_copy_file(folder, name, into / name))
        check_sizes([copied[-1][0].size], folder / name)
    check_sizes([listed.size for listed, _ in copied], folder)
    for listed, before in copied:
        with _open(folder, listed.path) as stream:
            now = os.fstat(stream.fileno())
        if _marks(now) != _marks(before) or hash_file(into / listed.path) != listed.sha256:
            raise _changed(folder, listed.path)
    return [listed for listed, _ in copied]


def manifest_of(bundle: Bundle, files: Iterable[Listed]) -> Manifest:
    """Return the manifest of a bundle that has these files."""
    return make_manifest(bundle.title.get("", ""), (language.code for language in bundle.languages), files)


def _copy_file(folder: Path, name: str, target: Path) -> tuple[Listed, os.stat_result]:
    target.parent.mkdir(parents=True, exist_ok=True)
    digest, size = hashlib.sha256(), 0
    with _open(folder, name) as stream, open(target, "xb") as out:
        before = os.fstat(stream.fileno())
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            if size > before.st_size:
                raise _changed(folder, name)
            digest.update(chunk)
            out.write(chunk)
    if size != before.st_size:
        raise _changed(folder, name)
    return Listed(name, size, digest.hexdigest()), before


def _open(folder: Path, name: str) -> BinaryIO:
    return open_plain(folder, name, folder / name)


def _changed(folder: Path, name: str) -> BundleError:
    what = "the file changed while it was copied"
    return refusal(folder / name, "K810", what, "Wait until the bundle is saved, and try again.")


def _marks(found: os.stat_result) -> tuple[int, int, int, int]:
    return found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


def _scalars(node: Node | None) -> list[Scalar]:
    nodes = list(node.entries.values()) if isinstance(node, Mapping) else [node]
    return [node for node in nodes if isinstance(node, Scalar) and not node.broken and node.text]


def _catalogs(folder: Path, node: Node) -> Iterator[str]:
    for item in getattr(node, "items", ()):
        with suppress(LanguageError, AttributeError):
            yield catalog_path(folder, describe_language(item.text).code).relative_to(folder).as_posix()


def _papers_and_fonts(folder: Path) -> list[str]:
    papers = [path.name for path in folder.glob("*") if path.name.lower().startswith(_PAPERS)]
    suffixes = (*FONT_SUFFIXES, ".txt")
    fonts = [f"{FONTS}/{path.name}" for path in (folder / FONTS).glob("*") if path.suffix in suffixes]
    return [name for name in (*papers, *fonts) if (folder / name).is_file() and not what_is_wrong(name)]


def _is_there(path: Path) -> bool:
    return os.path.lexists(path) and not os.path.isdir(path)  # unlike methods of Path, for every name that is written
