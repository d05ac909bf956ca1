"""Paths as a bundle writes them: inside its folder, with `/`, in the letters the file really has."""

from __future__ import annotations

import os
import re
import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import Final

from kiosk.ground.errors import KioskError
from kiosk.ground.words import nearest, quote

_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")
_DRIVE: Final = re.compile(r"[A-Za-z]:")
_MARKDOWN: Final = re.compile(r"!?\[.*\]\((.+)\)")
_LONGEST: Final = 1024
_MOST_FOLDERS: Final = 200
_KINDS: Final = (
    frozenset([".jpg", ".jpeg", ".png", ".webp", ".svg"]),
    frozenset([".webm", ".mkv", ".mp4", ".mov", ".m4v", ".ogv"]),
    frozenset([".vtt"]),
)
_INSIDE: Final = "Put the file into the bundle's folder and write its path from there, for example `assets/home.jpg`."


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
    if not real.is_relative_to(folder.resolve()):
        raise PathError(
            f"{quote(written)} is a link that leaves the bundle", "Copy the file itself into the bundle.", "K403"
        )
    if path.is_dir():
        raise PathError(f"{quote(written)} is a folder", "Write the path of a file in it.", "K406")
    if not path.is_file():
        raise PathError(
            f"{quote(written)} is not an ordinary file",
            "Put a file there, not a device, a pipe or a broken link.",
            "K406",
        )
    return path


def forget_names() -> None:
    """Forget what the folders hold, before another bundle is read."""
    _names.cache_clear()


def _check_text(written: str) -> None:
    if len(written) > _LONGEST or any(not c.isprintable() for c in written):
        raise PathError(f"{quote(written)} is no path", _INSIDE, "K405")
    linked = _MARKDOWN.fullmatch(written)
    if linked:
        cure = f"Write only the path: {quote(linked[1])}."
        raise PathError(f"{quote(written, 80)} is a link of Markdown", cure, "K405")
    if _DRIVE.match(written):
        raise PathError(f"{quote(written)} leads out of the bundle", _INSIDE, "K403")
    if "\\" in written:
        raise PathError(
            f"{quote(written)} is written with backslashes",
            f"Write {quote(written.replace(chr(92), '/'))}.",
            "K405",
        )
    if written.startswith("//") or _SCHEME.match(written):
        raise PathError(
            f"{quote(written)} is an address, not a file of the bundle", "The booth works offline. " + _INSIDE, "K404"
        )
    if written.startswith(("/", "~")):
        raise PathError(f"{quote(written)} leads out of the bundle", _INSIDE, "K403")
    parts = written.split("/")
    if ".." in parts:
        what = f"{quote(written)} leads out of the bundle, or could"
        raise PathError(what, "Write it without `..`. " + _INSIDE, "K403")
    if parts[-1] == "" and len(parts) > 1:
        raise PathError(f"{quote(written)} is a folder", "Write the path of a file in it.", "K406")
    if "" in parts or "." in parts or written != written.strip():
        plain = "/".join(part for part in written.strip().split("/") if part not in ("", "."))
        raise PathError(f"{quote(written)} is not written plainly", f"Write {quote(plain)}.", "K405")


@lru_cache(maxsize=4096)
def _names(folder: Path) -> frozenset[str]:
    try:
        return frozenset(os.listdir(folder))
    except OSError:
        return frozenset()


def _missing(folder: Path, parts: list[str], number: int, names: frozenset[str]) -> PathError:
    """Return what is to be said where the part of this number is not among the names of its folder."""
    written, part = "/".join(parts), parts[number]

    def instead(name: str) -> str:
        return quote("/".join([*parts[:number], name, *parts[number + 1 :]]), 80)

    wanted = _folded(part)
    for name in sorted(names):
        if _folded(name) == wanted:
            what = f"{quote(written)} is not there, but {quote('/'.join([*parts[:number], name]))} is"
            if unicodedata.normalize("NFC", name) == unicodedata.normalize("NFC", part):
                what = f"the name {quote(part)} looks like that of the file, and is spelt in other code points"
                cure = "Rename the file: type its name anew, best without accents, and write the same name here."
                return PathError(what, cure, "K402")
            cure = f"Did you mean {instead(name)}? Capital and small letters are not the same."
            return PathError(what, cure, "K402")
    what = f"the file {quote(written, 80)} is not there"
    if number < len(parts) - 1:
        what += f" (the bundle has no folder {quote('/'.join(parts[: number + 1]))})"
    stems = {Path(name).stem: name for name in _alike(part, names)}
    near = stems.get(nearest(Path(part).stem, stems))
    if near:
        return PathError(what, f"Did you mean {instead(near)}?", "K401")
    elsewhere = _elsewhere(folder, parts[-1])
    cure = f"Did you mean {quote(elsewhere, 80)}?" if elsewhere else "Put the file there, or write another path."
    return PathError(what, cure, "K401")


def _elsewhere(folder: Path, name: str) -> str:
    """Return the path of a file of this name in another folder of the bundle, or an empty text."""
    for number, (inner, folders, files) in enumerate(os.walk(folder)):
        if number >= _MOST_FOLDERS:
            break
        folders[:] = sorted(one for one in folders if not one.startswith("."))
        if name in files:
            return (Path(inner) / name).relative_to(folder).as_posix()
    return ""


def _alike(part: str, names: frozenset[str]) -> list[str]:
    """Return the names that end in the same kind of suffix: a picture is not meant where a film is written."""
    kind = next((kind for kind in _KINDS if Path(part).suffix.lower() in kind), None)
    return sorted(name for name in names if kind is None or Path(name).suffix.lower() in kind)


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
