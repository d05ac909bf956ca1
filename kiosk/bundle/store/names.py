"""Names that files may have in an archive and in the store: inside it, and the same file on every system."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
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
        wrong = what_is_wrong(name)
        if wrong:
            raise refusal(file, "K803", f"the name {quote(name, 80)} {wrong}", _CURE)
        parts = name.split("/")
        above = ["/".join(parts[:count]) for count in range(1, len(parts))]
        twin = files.get(_folded(name)) or folders.get(_folded(name))
        for folder in above:
            twin = twin or files.get(_folded(folder))
            known = folders.setdefault(_folded(folder), folder)
            twin = twin or (known if known != folder else None)
        if twin is not None:
            what = f"{quote(name, 80)} and {quote(twin, 80)} are one name on some systems"
            raise refusal(file, "K804", what, "Rename one of the two.")
        files[_folded(name)] = name


def what_is_wrong(name: str) -> str:
    """Return why a path may not be used, as the end of a sentence; an empty text where it may."""
    parts = name.split("/")
    encoded = name.encode("utf-8", "surrogatepass")
    if not name:
        return "is empty"
    if len(encoded) > MAX_NAME_BYTES or any(
        len(part.encode("utf-8", "surrogatepass")) > MAX_PART_BYTES for part in parts
    ):
        return "is too long"
    if not name.isprintable():
        return "holds characters that cannot be seen"
    if name.startswith("/") or ".." in parts:
        return "leads out of the bundle"
    if len(parts) > MAX_PARTS:
        return f"lies more than {MAX_PARTS} folders deep"
    if "" in parts or "." in parts:
        return "is not written plainly"
    held = sorted(_NO_SYSTEM_TAKES.intersection(name))
    if held:
        return f"holds `{held[0]}`, which some systems do not take"
    if any(part != part.strip() or part.endswith(".") for part in parts):
        return "begins or ends with a space, or ends with a dot"
    if any(_is_reserved(part) for part in parts):
        return "is the name of a device on some systems"
    if _folded(parts[0]) == OWN_FOLDER or _folded(name) == MANIFEST:
        return "is kept for the program itself"
    return ""


def _is_reserved(part: str) -> bool:
    return part.partition(".")[0].strip().casefold() in _RESERVED


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
