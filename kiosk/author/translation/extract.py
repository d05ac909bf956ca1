"""The texts of a bundle that are to be translated, each with its lines and with notes for whoever translates it.

`read_content` is what Babel calls under the name `kiosk`, so that `pybabel extract` reads a bundle as well; its
`babel.cfg` is one line: `[kiosk: content.yaml]`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from kiosk.author.compile.compile import CONTENT
from kiosk.author.compile.markdown import NAMES
from kiosk.author.compile.passages import Passage, passages_of
from kiosk.author.format.fields import has_words
from kiosk.author.format.models import IF_EMPTY, AttractItem, Block, Content, Picture, Sector, Theme
from kiosk.ground.errors import BundleError
from kiosk.language.locales import canonical_code
from kiosk.yaml.base import Written
from kiosk.yaml.parse import Mapping, Node, Scalar, Sequence, parse_yaml, read_source, source_of
from kiosk.yaml.shape import Shape, shapes
from kiosk.yaml.source import Source

MOST_PLACES: Final = 4
"""How many of the places of one text are told to translators in words."""

_KEYS: Final = {"alt": "alternative text", "call": "call to action", "who": "name of the speaker"}
_PAGES: Final = {"statistics": "page of statistics", "videos": "page of films"}


@dataclass(frozen=True, slots=True)
class Extracted:
    """A text to translate, its lines in `content.yaml`, and notes: where it stands, what it is for, how long it is."""

    text: str
    lines: tuple[int, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """One place of the tree that holds words: `owner` is the page they are on, `part` what of it they belong to."""

    node: Node
    key: str
    mark: str | None
    owner: str
    part: str
    description: str


def read_root(folder: Path) -> tuple[Mapping, Source]:
    """Return the tree of a bundle's `content.yaml` and its source; raise BundleError where it is no YAML."""
    return _root(read_source(folder / CONTENT))


def written_codes(root: Mapping) -> list[str]:
    """Return the codes that stand in `languages`, without judging them."""
    node = root.entries.get("languages")
    items = node.items if isinstance(node, Sequence) else []
    return [canonical_code(item.text) for item in items if isinstance(item, Scalar) and item.text]


def id_of(node: Node) -> str:
    """Return the `id` that is written at a place, or an empty text."""
    found = node.entries.get("id") if isinstance(node, Mapping) else None
    return found.text if isinstance(found, Scalar) else ""


def extract_texts(folder: Path, code: str = "") -> list[Extracted]:
    """Return what is to be translated into `code`, or into any of the bundle's languages where it is empty.

    What a map already says in a language need not be translated. Raise BundleError where the file is no YAML.
    """
    return _collected(*read_root(folder), code)


def read_content(
    file: BinaryIO, keywords: object, comment_tags: object, options: object
) -> Iterator[tuple[int, str | None, str, list[str]]]:
    """Yield line, no function, text and notes, as Babel asks its extractors to; another YAML file has no texts."""
    root, source = _root(source_of(file.read(), Path(CONTENT)))
    if "kiosk" not in root.entries:
        return
    places = [
        (line, text.text, text.notes if line == text.lines[0] else ())
        for text in _collected(root, source)
        for line in text.lines
    ]
    yield from ((line, None, text, list(notes)) for line, text, notes in sorted(places, key=lambda place: place[0]))


def all_words(root: Mapping) -> Iterator[Words]:
    """Yield every place of the bundle that holds words, in the order written."""
    yield from _walk(Content, root, "booth", "")


def text_in(node: Node, code: str) -> Scalar | None:
    """Return what a place says in `code`; a plain text is in no language and stands under the empty code."""
    if isinstance(node, Mapping):
        found = next((text for key, text in node.entries.items() if canonical_code(key) == code), None)
    else:
        found = None if code else node
    return found if isinstance(found, Scalar) and not found.is_blank else None


def passages_in(words: Words, scalar: Scalar | None, source: Source) -> list[Passage]:
    """Return what of the text `scalar` at a place is translated, each passage in one go."""
    found = passages_of(words.mark, scalar, source.lines) if scalar is not None else ()
    return [passage for passage in found if passage.has_letters]


def _root(source: Source) -> tuple[Mapping, Source]:
    root = parse_yaml(source, IF_EMPTY) if source.lines else None
    errors = [problem for problem in source.problems if problem.severity == "error"]
    if not isinstance(root, Mapping) or errors:
        if not errors:
            source.report(0, 0, "the file must hold keys and values", "Begin it with `kiosk: 1`.", code="K208")
        raise BundleError(tuple(errors or source.problems))
    return root, source


def _collected(root: Mapping, source: Source, wanted: str = "") -> list[Extracted]:
    """Put the places of each text together, in the order in which texts are met first."""
    codes = written_codes(root)
    lines: dict[str, list[int]] = defaultdict(list)
    places: dict[str, dict[str, None]] = defaultdict(dict)
    descriptions: dict[str, dict[str, None]] = defaultdict(dict)
    for words in all_words(root):
        for passage in passages_in(words, _source_text(words.node, codes, wanted), source):
            lines[passage.text].append(passage.line)
            places[passage.text][f"{words.owner}, {_name(words, passage)}"] = None
            if passage.style is None:
                descriptions[passage.text][words.description] = None
    return [Extracted(text, tuple(lines[text]), (*_few(list(places[text])), *descriptions[text])) for text in lines]


def _few(places: list[str]) -> list[str]:
    more = len(places) - MOST_PLACES
    return [*places[:MOST_PLACES], *([f"and in {more} more place{'s' if more > 1 else ''}"] if more > 0 else [])]


def _name(words: Words, passage: Passage) -> str:
    """Return in words what a passage is: `title of a film`."""
    if passage.style is not None:
        return f"{NAMES[passage.style]} of {words.part or 'a text'}"
    name = _KEYS.get(words.key, words.key)
    return f"{name} of {words.part}" if words.part else name


def _source_text(node: Node, codes: list[str], wanted: str) -> Scalar | None:
    if isinstance(node, Mapping):
        needed = [wanted] if wanted else codes
        says_all = all(text_in(node, code) is not None for code in needed)
        return None if says_all or not codes else text_in(node, codes[0])
    return text_in(node, "")


def _walk(model: type[Written], node: Node, owner: str, part: str) -> Iterator[Words]:
    known = shapes(model)
    for key, value in node.entries.items() if isinstance(node, Mapping) else ():
        shape = known.get(key, Shape())
        if has_words(shape.mark):
            yield Words(value, key, shape.mark, owner, part, model.model_fields[key].description or "")
        elif shape.model is not None:
            for number, item in enumerate(shape.items(value), 1):
                yield from _walk(shape.model, item, *_place(shape.model, key, item, number, owner, part))


def _place(model: type[Written], key: str, node: Node, number: int, owner: str, part: str) -> tuple[str, str]:
    """Return what the texts of a model inside another are told to belong to."""
    if model is Sector:
        return f"sector {id_of(node) or number}", ""
    if model is AttractItem:
        return "attract loop", f"item {number}"
    if model in (Block, Theme):
        return owner, part
    if owner == "booth" and key in _PAGES:
        return _PAGES[key], ""
    inner = _part(model, key)
    return owner, f"{inner} in {part}" if part else inner


def _part(model: type[Written], key: str) -> str:
    """Return how translators read of a model: `the cover`, and for all but pictures its own name, `a gallery item`."""
    if model is Picture:
        return f"the {key}"
    name = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", model.__name__).lower()
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"
