"""SVG pictures, read for what they would do: nothing from outside, nothing that runs, nothing that explodes."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final, NamedTuple
from xml.parsers import expat

from kiosk.ground.errors import KioskError

MAX_BYTES: Final = 4 * 1024 * 1024
MAX_ELEMENTS: Final = 30_000
MAX_DRAWN: Final = 60_000
MAX_DEPTH: Final = 100
FILTERED: Final = 600
"""What an element with a filter counts for: each blurs a whole screen."""

_REFUSED: Final = re.compile(
    "script|foreignobject|iframe|audio|video|image|feimage|handler|listener|embed|object", re.IGNORECASE
)
_LENGTH: Final = re.compile(r"\s*([0-9]*\.?[0-9]+(?:[eE][-+]?[0-9]{1,2})?)\s*(px|pt|mm|cm|in|pc)?\s*")
_UNITS: Final = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
_OUTSIDE: Final = re.compile(r"url\(\s*['\"]?(?!\s*['\"]?#)|@import|javascript:", re.IGNORECASE)


class SvgError(KioskError):
    """An SVG picture cannot be shown safely, or not at all."""


class Drawing(NamedTuple):
    """An SVG picture: its width and height in pixels (0 where it names none), and whether letters are drawn in it."""

    width: int
    height: int
    has_text: bool


def read_svg(path: Path) -> Drawing:
    """Return what is known of the picture; raise SvgError where it is not safe."""
    with path.open("rb") as stream:
        data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise SvgError(
            f"the SVG is larger than {MAX_BYTES // 1024 // 1024} MiB", "Simplify it, or save it as PNG.", "K418"
        )
    reader = _Reader()
    try:
        reader.parser.Parse(data, True)
    except expat.ExpatError as error:
        reason = expat.ErrorString(error.code)
        raise SvgError(
            f"the SVG is broken on its line {error.lineno}: {reason}", "Save it again as plain SVG.", "K419"
        ) from error
    except (ValueError, LookupError) as error:
        what = "the SVG is not written in a known encoding"
        raise SvgError(what, "Save it again as plain SVG in UTF-8.", "K419") from error
    reader.check_drawn()
    return Drawing(*reader.size, reader.has_text)


class _Reader:
    """Follows the parser through the picture; `owns` and `uses` say for each id what it holds and what it repeats."""

    def __init__(self) -> None:
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._open
        self.parser.EndElementHandler = self._close
        self.parser.CharacterDataHandler = self._text
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.EntityDeclHandler = self._entity
        self.parser.ProcessingInstructionHandler = self._instruction
        self.size = (0, 0)
        self.has_text = False
        self.names: list[str] = []
        self.ids: list[str] = []
        self.elements = 0
        self.owns: dict[str, int] = {}
        self.uses: dict[str, list[str]] = {}

    def check_drawn(self) -> None:
        """Count the elements that are drawn once every `use` is followed; raise SvgError for too many or a circle."""
        counted: dict[str, int] = {}
        busy: set[str] = set()

        def drawn(name: str) -> int:
            if name in counted:
                return counted[name]
            if name in busy or len(busy) > MAX_DEPTH:
                what = "a `use` of the SVG repeats itself without end"
                raise SvgError(what, "Save it again as plain SVG.", "K418")
            busy.add(name)
            total = self.owns.get(name, 0) + sum(drawn(used) for used in self.uses.get(name, ()))
            busy.discard(name)
            counted[name] = total
            return total

        if drawn("") > MAX_DRAWN:
            what = f"the SVG draws more than {MAX_DRAWN} elements (one with a filter counts for {FILTERED})"
            raise SvgError(what, "Simplify it, or save it as PNG.", "K418")

    def _open(self, qualified: str, attributes: dict[str, str]) -> None:
        name = qualified.rpartition(" ")[2]
        self._check_element(name)
        if not self.names:
            self.size = _size(attributes)
        self.names.append(name)
        self.ids.append(attributes.get("id", ""))
        self.has_text = self.has_text or name == "text"
        holders = {"", *self.ids}
        filtered = "filter" in attributes or "filter:" in attributes.get("style", "").replace(" ", "")
        for holder in holders:
            self.owns[holder] = self.owns.get(holder, 0) + (FILTERED if filtered else 1)
        for key, value in attributes.items():
            self._attribute(name, key.rpartition(" ")[2].lower(), value, holders)

    def _check_element(self, name: str) -> None:
        if not self.names and name != "svg":
            self._refuse(f"the file is XML, but not an SVG picture: it begins with `{name[:40]}`", "K419")
        self.elements += 1
        if self.elements > MAX_ELEMENTS:
            self._refuse(f"the SVG has more than {MAX_ELEMENTS} elements", "K418")
        if len(self.names) >= MAX_DEPTH:
            self._refuse(f"the SVG is nested more than {MAX_DEPTH} levels deep", "K418")
        if _REFUSED.fullmatch(name):
            self._refuse(f"the SVG holds a `{name[:40]}`")

    def _attribute(self, element: str, key: str, value: str, holders: set[str]) -> None:
        if key.startswith("on"):
            self._refuse(f"the SVG holds a script (`{key[:40]}`)")
        target = value.strip()
        leads_out = element != "a" and not target.startswith("#") if key == "href" else _OUTSIDE.search(value)
        if leads_out:
            self._refuse("the SVG refers to another file or address")
        if key == "href" and element == "use":
            for holder in holders:
                self.uses.setdefault(holder, []).append(target[1:])

    def _close(self, _name: str) -> None:
        self.names.pop()
        self.ids.pop()

    def _text(self, text: str) -> None:
        if self.names and self.names[-1] == "style" and _OUTSIDE.search(text):
            self._refuse("a style of the SVG refers to another file or address")

    def _doctype(self, _name: str, system: str | None, _public: str | None, has_subset: int) -> None:
        if has_subset or (system and not re.match(r"https?://www\.w3\.org/", system)):
            self._refuse("the SVG has a DOCTYPE with declarations of its own")

    def _entity(self, *_declaration: object) -> None:
        self._refuse("the SVG declares an entity")

    def _instruction(self, target: str, _data: str) -> None:
        if target == "xml-stylesheet":
            self._refuse("the SVG refers to a style sheet outside it")

    def _refuse(self, what: str, code: str = "K417") -> None:
        cure = "Save it as plain SVG: only shapes, no scripts, pictures, links or declarations."
        raise SvgError(f"{what} (on its line {self.parser.CurrentLineNumber})", cure, code)


def _size(attributes: dict[str, str]) -> tuple[int, int]:
    width, height = _pixels(attributes.get("width", "")), _pixels(attributes.get("height", ""))
    if not (width and height):
        width, height = _view_box(attributes.get("viewBox", ""))
    if not (0 <= width < 1e6 and 0 <= height < 1e6):
        what = "the SVG's width or height makes no sense"
        raise SvgError(what, "Give it a `width` and `height` in pixels.", "K419")
    return round(width), round(height)


def _view_box(text: str) -> tuple[float, float]:
    try:
        _, _, width, height = (float(part) for part in re.split(r"[\s,]+", text.strip()))
    except ValueError:
        return 0.0, 0.0
    return width, height


def _pixels(text: str) -> float:
    found = _LENGTH.fullmatch(text)
    return float(found[1]) * _UNITS[found[2] or ""] if found else 0.0
