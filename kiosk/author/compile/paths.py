"""Paths as a bundle writes them: inside its folder, with `/`, in the letters the file really has."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Final, NamedTuple

from kiosk.ground.errors import KioskError
from kiosk.ground.words import nearest, quote

_ADDRESS: Final = re.compile(r"//|[A-Za-z][A-Za-z0-9+.-]+:")
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

_OF_FOLDER: Final = "Write the path of a file in it."


class PathError(KioskError):
    """A path leads nowhere, or out of the bundle."""


def resolve(folder: Path, written: str) -> Path:
    """Return the file that `written` names in the bundle at `folder`; raise PathError where it may not be used."""
    for rule in _RULES:
        if rule.is_broken_by(written):
            raise PathError(f"{quote(written, rule.shown)} {rule.what}", rule.cure(written), rule.code)
    path = _follow(folder, written)
    _check_link(folder, path, written)
    if path.is_dir():
        raise PathError(f"{quote(written)} is a folder", _OF_FOLDER, "K406")
    if not path.is_file():
        cure = "Put a file there, not a device, a pipe or a broken link."
        raise PathError(f"{quote(written)} is not an ordinary file", cure, "K406")
    return path


def _follow(folder: Path, written: str) -> Path:
    """Return the path that leads there part by part, each in the very letters that it really has."""
    parts, path = written.split("/"), folder
    for number, part in enumerate(parts):
        names = _names(path)
        if number and not path.is_dir():
            raise PathError(f"{quote(written)} leads through a file that is no folder", _INSIDE, "K401")
        if part not in names:
            raise _missing(folder, parts, number, names)
        path = path / part
    return path


def _check_link(folder: Path, path: Path, written: str) -> None:
    try:
        real = path.resolve(strict=path.is_symlink())
    except (OSError, RuntimeError) as error:
        raise PathError(f"{quote(written)} is a link that leads nowhere", "Copy the file itself.", "K406") from error
    if not real.is_relative_to(folder.resolve()):
        cure = "Copy the file itself into the bundle."
        raise PathError(f"{quote(written)} is a link that leaves the bundle", cure, "K403")


def forget_names() -> None:
    """Forget what the folders hold, before another bundle is read."""
    _names.cache_clear()


def _put_inside(_written: str) -> str:
    return _INSIDE


def _plainly(written: str) -> str:
    return "/".join(part for part in written.strip().split("/") if part not in ("", "."))


class _Rule(NamedTuple):
    """What a path may not look like, what that is called, what to do, and how many letters of the path are shown."""

    is_broken_by: Callable[[str], object]
    code: str
    what: str
    cure: Callable[[str], str] = _put_inside
    shown: int = 40


_RULES: Final = (
    _Rule(lambda written: len(written) > _LONGEST or not written.isprintable(), "K405", "is no path"),
    _Rule(
        _MARKDOWN.fullmatch,
        "K405",
        "is a link of Markdown",
        lambda written: "Write only the path: " + quote(_MARKDOWN.sub(r"\1", written)) + ".",
        80,
    ),
    _Rule(_DRIVE.match, "K403", "leads out of the bundle"),
    _Rule(
        re.compile(r".*\\").match,
        "K405",
        "is written with backslashes",
        lambda written: f"Write {quote(written.replace(chr(92), '/'))}.",
    ),
    _Rule(
        _ADDRESS.match,
        "K404",
        "is an address, not a file of the bundle",
        lambda _: f"The booth works offline. {_INSIDE}",
    ),
    _Rule(re.compile("[/~]").match, "K403", "leads out of the bundle"),
    _Rule(
        lambda written: ".." in written.split("/"),
        "K403",
        "leads out of the bundle, or could",
        lambda _: f"Write it without `..`. {_INSIDE}",
    ),
    _Rule(re.compile(".*/$").match, "K406", "is a folder", lambda _: _OF_FOLDER),
    _Rule(
        lambda written: not written or _plainly(written) != written,
        "K405",
        "is not written plainly",
        lambda written: f"Write {quote(_plainly(written))}.",
    ),
)


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

    for name in sorted(names):
        if _nfc(name) == _nfc(part):
            what = f"the name {quote(part)} looks like that of the file, and is spelt in other code points"
            cure = "Rename the file: type its name anew, best without accents, and write the same name here."
            return PathError(what, cure, "K402")
        if _nfc(name).casefold() == _nfc(part).casefold():
            what = f"{quote(written)} is not there, but {quote('/'.join([*parts[:number], name]))} is"
            cure = f"Did you mean {instead(name)}? Capital and small letters are not the same."
            return PathError(what, cure, "K402")
    what = f"the file {quote(written, 80)} is not there"
    if number < len(parts) - 1:
        what += f" (the bundle has no folder {quote('/'.join(parts[: number + 1]))})"
    stems = {Path(name).stem: name for name in _alike(part, names)}
    if near := stems.get(nearest(Path(part).stem, stems)):
        return PathError(what, f"Did you mean {instead(near)}?", "K401")
    elsewhere = _elsewhere(folder, parts[-1])
    cure = f"Did you mean {quote(elsewhere, 80)}?" if elsewhere else "Put the file there, or write another path."
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


def _nfc(name: str) -> str:
    return unicodedata.normalize("NFC", name)
