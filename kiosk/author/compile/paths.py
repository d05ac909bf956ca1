"""Paths as a bundle writes them: inside its folder, with `/`, in the letters the file really has."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Final

from kiosk.ground.errors import KioskError
from kiosk.ground.words import nearest, quote

_MARKDOWN: Final = re.compile(r"!?\[.*\]\((.+)\)")
_LONGEST: Final = 1024
_MOST_FOLDERS: Final = 200
_KINDS: Final = (
    frozenset([".jpg", ".jpeg", ".png", ".webp", ".svg"]),
    frozenset([".webm", ".mkv", ".mp4", ".mov", ".m4v", ".ogv"]),
    frozenset([".vtt"]),
)
_INSIDE: Final = "Put the file into the bundle's folder and write its path from there, for example `assets/home.jpg`."
_A_FILE_IN_IT: Final = "Write the path of a file in it."
_NO_DEVICE: Final = "Put a file there, not a device, a pipe or a broken link."
_WRONG: Final = (
    (r"[A-Za-z]:", "leads out of the bundle", _INSIDE, "K403"),
    (r".*\\", "is written with backslashes", "Write {}.", "K405"),
    (
        r"//|[A-Za-z][A-Za-z0-9+.-]+:",
        "is an address, not a file of the bundle",
        f"The booth works offline. {_INSIDE}",
        "K404",
    ),
    (r"[/~]", "leads out of the bundle", _INSIDE, "K403"),
    (r"(.*/)?\.\.(/|$)", "leads out of the bundle, or could", f"Write it without `..`. {_INSIDE}", "K403"),
    (r".*/$", "is a folder", _A_FILE_IN_IT, "K406"),
    (r"(.*/)?\.?(/|$)| |.* $", "is not written plainly", "Write {}.", "K405"),
)
"""What a path may not be, what is wrong with one that is, its cure (with the path as it is meant) and code."""


class PathError(KioskError):
    """A path leads nowhere, or out of the bundle."""


def resolve(folder: Path, written: str) -> Path:
    """Return the file that `written` names in the bundle at `folder`; raise PathError where it may not be used."""
    _check_text(written)
    parts = written.split("/")
    path = folder
    for number, part in enumerate(parts):
        names = _names(path)
        if part not in names:
            raise _missing(folder, parts, number, names)
        path = path / part
        if number < len(parts) - 1 and not path.is_dir():
            raise PathError(f"{quote(written)} leads through a file that is no folder", _INSIDE, "K401")
    try:
        real = path.resolve(strict=path.is_symlink())
    except (OSError, RuntimeError) as error:
        raise PathError(f"{quote(written)} is a link that leads nowhere", "Copy the file itself.", "K406") from error
    outside = not real.is_relative_to(folder.resolve())
    for is_wrong, what, cure, code in (
        (outside, "is a link that leaves the bundle", "Copy the file itself into the bundle.", "K403"),
        (path.is_dir(), "is a folder", _A_FILE_IN_IT, "K406"),
        (not path.is_file(), "is not an ordinary file", _NO_DEVICE, "K406"),
    ):
        if is_wrong:
            raise PathError(f"{quote(written)} {what}", cure, code)
    return path


def forget_names() -> None:
    """Forget what the folders hold, before another bundle is read."""
    _names.cache_clear()


def _check_text(written: str) -> None:
    if len(written) > _LONGEST or not written.isprintable():
        raise PathError(f"{quote(written)} is no path", _INSIDE, "K405")
    if linked := _MARKDOWN.fullmatch(written):
        raise PathError(
            f"{quote(written, 80)} is a link of Markdown", f"Write only the path: {quote(linked[1])}.", "K405"
        )
    plain = "/".join(part for part in re.split(r"[\\/]", written.strip()) if part not in ("", "."))
    for wrong, what, cure, code in _WRONG:
        if re.match(wrong, written):
            raise PathError(f"{quote(written)} {what}", cure.format(quote(plain)), code)


@lru_cache(maxsize=4096)
def _names(folder: Path) -> frozenset[str]:
    try:
        return frozenset(os.listdir(folder))
    except OSError:
        return frozenset()


def _misspelt(parts: list[str], number: int, names: frozenset[str]) -> PathError | None:
    """Return what is to be said where the part of this number has the letters of a name, and is another."""
    part, above = parts[number], parts[:number]
    same = next((name for name in sorted(names) if _folded(name) == _folded(part)), None)
    if same is None:
        return None
    if unicodedata.normalize("NFC", same) == unicodedata.normalize("NFC", part):
        what = f"the name {quote(part)} looks like that of the file, and is spelt in other code points"
        cure = "Rename the file: type its name anew, best without accents, and write the same name here."
        return PathError(what, cure, "K402")
    what = f"{quote('/'.join(parts))} is not there, but {quote('/'.join([*above, same]))} is"
    meant = quote("/".join([*above, same, *parts[number + 1 :]]), 80)
    return PathError(what, f"Did you mean {meant}? Capital and small letters are not the same.", "K402")


def _missing(folder: Path, parts: list[str], number: int, names: frozenset[str]) -> PathError:
    """Return what is to be said where the part of this number is not among the names of its folder."""
    if misspelt := _misspelt(parts, number, names):
        return misspelt
    written, part, above = "/".join(parts), parts[number], parts[:number]
    what = f"the file {quote(written, 80)} is not there"
    if number < len(parts) - 1:
        what += f" (the bundle has no folder {quote('/'.join([*above, part]))})"
    stems = {Path(name).stem: name for name in _alike(part, names)}
    near = stems.get(nearest(Path(part).stem, stems))
    meant = "/".join([*above, near, *parts[number + 1 :]]) if near else _elsewhere(folder, parts[-1])
    cure = f"Did you mean {quote(meant, 80)}?" if meant else "Put the file there, or write another path."
    return PathError(what, cure, "K401")


def _elsewhere(folder: Path, name: str) -> str:
    """Return the path of a file of this name in another folder of the bundle, or an empty text."""
    for inner, files in walk_folders(folder):
        if name in files:
            return (inner / name).relative_to(folder).as_posix()
    return ""


def walk_folders(folder: Path) -> Iterator[tuple[Path, list[str]]]:
    """Yield the first folders of a bundle, itself included and hidden ones not, each with the names of its files."""
    for inner, folders, files in islice(os.walk(folder), _MOST_FOLDERS):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield Path(inner), sorted(files)


def _alike(part: str, names: frozenset[str]) -> list[str]:
    """Return the names that end in the same kind of suffix: a picture is not meant where a film is written."""
    kind = next((kind for kind in _KINDS if Path(part).suffix.lower() in kind), None)
    return sorted(name for name in names if kind is None or Path(name).suffix.lower() in kind)


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
