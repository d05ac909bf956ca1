"""How much of a bundle is said in each of its languages: texts by their catalogs and maps, films by their captions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from kiosk.author.format.models import Content, Film
from kiosk.author.translation.catalogs import read_catalog
from kiosk.author.translation.extract import all_words, passages_in, read_root, text_in, written_codes
from kiosk.language.locales import canonical_code, describe_language
from kiosk.yaml.parse import Mapping, Node, Scalar
from kiosk.yaml.shape import walk
from kiosk.yaml.source import Source


@dataclass(frozen=True, slots=True)
class Coverage:
    """How far the translation into one language is; a text that stands several times counts once."""

    code: str
    name: str
    texts: int
    translated: int
    fuzzy: int
    captions: int

    @property
    def missing(self) -> int:
        """How many texts have no translation at all."""
        return self.texts - self.translated - self.fuzzy

    @property
    def percent(self) -> float:
        """What share of the texts is translated, rounded down: 100 means all."""
        return self.translated * 1000 // self.texts / 10 if self.texts else 100.0


@dataclass(frozen=True, slots=True)
class Captioned:
    """A film with captions, its line in `content.yaml` and the languages that it has them in."""

    name: str
    line: int
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Status:
    """The coverage of a bundle: its first language, the others, and its films with captions."""

    source: str
    languages: tuple[Coverage, ...]
    films: tuple[Captioned, ...]

    def below(self, percent: float) -> tuple[Coverage, ...]:
        """Return the languages with less than `percent` of the texts translated."""
        return tuple(language for language in self.languages if language.percent < percent)

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of all languages, the first one first."""
        return self.source, *(language.code for language in self.languages)

    def without_captions(self) -> list[tuple[Captioned, tuple[str, ...]]]:
        """Return the films that lack captions, each with the languages that it has none in."""
        lacking = [(film, tuple(code for code in self.codes if code not in film.codes)) for film in self.films]
        return [(film, codes) for film, codes in lacking if codes]

    def as_json(self) -> dict[str, Any]:
        """Return the same for programs."""
        return {
            "source": self.source,
            "languages": [
                {**asdict(language), "missing": language.missing, "percent": language.percent}
                for language in self.languages
            ],
            "films": [
                {"id": film.name, "line": film.line, "captions": {code: code in film.codes for code in self.codes}}
                for film in self.films
            ],
        }


def translation_status(folder: Path) -> Status:
    """Return the coverage of the bundle in `folder`; raise BundleError where a file of it cannot be read."""
    root, source = read_root(folder)
    codes = written_codes(root)
    films = tuple(_films(root))
    coverage = tuple(_coverage(folder, root, source, codes[0], code, films) for code in codes[1:])
    return Status(codes[0] if codes else "", coverage, films)


def _coverage(
    folder: Path, root: Mapping, source: Source, first: str, code: str, films: tuple[Captioned, ...]
) -> Coverage:
    entries = read_catalog(folder, code)
    done = {entry.source for entry in entries if entry.complete and entry.translations[0].strip()}
    doubtful = {entry.source for entry in entries if "fuzzy" in entry.flags and any(entry.translations)} - done
    texts, beside = _texts(root, source, first, code)
    return Coverage(
        code=code,
        name=describe_language(code).name,
        texts=len(texts),
        translated=len(texts & (done | beside)),
        fuzzy=len(texts & doubtful - beside),
        captions=sum(code in film.codes for film in films),
    )


def _texts(root: Mapping, source: Source, first: str, code: str) -> tuple[set[str], set[str]]:
    """Return the texts of a bundle, and those that are said in `code` where they are written."""
    texts: set[str] = set()
    beside: set[str] = set()
    for words in all_words(root):
        scalar = text_in(words.node, first) or text_in(words.node, "")
        passages = {passage.text for passage in passages_in(words, scalar, source)}
        texts |= passages
        if isinstance(words.node, Mapping) and text_in(words.node, code) is not None:
            beside |= passages
    return texts, beside


def _films(root: Mapping) -> Iterator[Captioned]:
    """Yield the films with captions; whether one without any needs them is for its sound to say, in `kiosk check`."""
    for place in walk(Content, root):
        entries = place.node.entries if place.shape.model is Film and isinstance(place.node, Mapping) else {}
        captions = entries.get("captions")
        if isinstance(captions, Mapping) and captions.entries:
            name = _text(entries.get("id")) or _text(entries.get("src"))
            yield Captioned(name, place.key.line, tuple(map(canonical_code, captions.entries)))


def _text(node: Node | None) -> str:
    return node.text if isinstance(node, Scalar) else ""
