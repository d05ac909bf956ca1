"""Names that files may have in an archive and in the store: inside it, and the same file on every system."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Final

from kiosk.ground.errors import BundleError, Position, Problem
from kiosk.ground.words import quote

MAX_PART_BYTES: Final = 255
MAX_NAME_BYTES: Final = 512
MAX_PARTS: Final = 16
OWN_FOLDER: Final = ".kiosk"
"""What the store adds to an installed bundle lies in this folder; no file of a bundle may."""

MANIFEST: Final = "manifest.json"
FONTS: Final = "fonts"
FONT_SUFFIXES: Final = (".otf", ".ttf")

_NO_SYSTEM_TAKES: Final = frozenset('\\:*?"<>|')
_RESERVED: Final = frozenset(
    ["con", "prn", "aux", "nul", "conin$", "conout$", "clock$"]
    + [f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"]
)
_CURE: Final = "Rename the file with letters, digits, `-` and `_`, and pack again."


def refusal(file: Path, code: str, what: str, cure: str) -> BundleError:
    """Return the error that `file` as a whole is refused with."""
    return BundleError((Problem(Position(file), what, cure, code=code),))


def check_names(names: Iterable[str], file: Path) -> None:
    """Raise BundleError, about `file`, at the first name that may not be used or that stands for another one, too."""
    files: dict[str, str] = {}
    folders: dict[str, str] = {}
    for name in names:
        if wrong := what_is_wrong(name):
            raise refusal(file, "K803", f"the name {quote(name, 80)} {wrong}", _CURE)
        if twin := _twin(name, files, folders):
            what = f"{quote(name, 80)} and {quote(twin, 80)} are one name on some systems"
            raise refusal(file, "K804", what, "Rename one of the two.")
        files[_folded(name)] = name


def _twin(name: str, files: Mapping[str, str], folders: dict[str, str]) -> str | None:
    """Return a name that is this one, or a folder of it, on some systems; `folders` gets the folders of `name`."""
    if twin := files.get(_folded(name)) or folders.get(_folded(name)):
        return twin
    parts = name.split("/")
    for folder in ("/".join(parts[:count]) for count in range(1, len(parts))):
        known = folders.setdefault(_folded(folder), folder)
        if twin := files.get(_folded(folder)) or (known if known != folder else None):
            return twin
    return None


def what_is_wrong(name: str) -> str:
    """Return why a path may not be used, as the end of a sentence; an empty text where it may."""
    parts = name.split("/")
    return next((words.format(_held(name)) for words, is_wrong in _WRONG.items() if is_wrong(name, parts)), "")


_WRONG: Final[dict[str, Callable[[str, list[str]], bool]]] = {
    "is empty": lambda name, _parts: not name,
    "is too long": lambda name, parts: _bytes(name) > MAX_NAME_BYTES or max(map(_bytes, parts)) > MAX_PART_BYTES,
    "holds characters that cannot be seen": lambda name, _parts: not name.isprintable(),
    "leads out of the bundle": lambda name, parts: name.startswith("/") or ".." in parts,
    f"lies more than {MAX_PARTS} folders deep": lambda _name, parts: len(parts) > MAX_PARTS,
    "is not written plainly": lambda _name, parts: "" in parts or "." in parts,
    "holds `{}`, which some systems do not take": lambda name, _parts: bool(_held(name)),
    "begins or ends with a space, or ends with a dot": lambda _name, parts: any(map(_is_trimmed, parts)),
    "is the name of a device on some systems": lambda _name, parts: any(map(_is_reserved, parts)),
    "is kept for the program itself": lambda name, parts: _folded(parts[0]) == OWN_FOLDER or _folded(name) == MANIFEST,
}
"""What may be wrong with a name and its parts; the first that is so is said."""


def _bytes(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


def _held(name: str) -> str:
    return min(_NO_SYSTEM_TAKES.intersection(name), default="")


def _is_trimmed(part: str) -> bool:
    """Whether some systems would leave out an end of `part`."""
    return part != part.strip() or part.endswith(".")


def _is_reserved(part: str) -> bool:
    return part.partition(".")[0].strip().casefold() in _RESERVED


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
