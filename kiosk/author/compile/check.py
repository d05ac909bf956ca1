"""What can only be seen over the whole bundle: its languages, what is said in each, and in one walk all else."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from kiosk.author.compile.files import USES, Files, Tick
from kiosk.author.compile.markdown import NAMES, Style, read_markdown
from kiosk.author.compile.references import check_references
from kiosk.author.compile.wording import Translations
from kiosk.author.format.models import Content
from kiosk.author.format.rules import check_rules
from kiosk.ground.errors import LanguageError
from kiosk.ground.words import did_you_mean, listed, nearest, quote
from kiosk.language.locales import Language, canonical_code, describe_language, usual_code
from kiosk.yaml.parse import Mapping, Node, Scalar, Sequence, texts_at
from kiosk.yaml.readers import LANGUAGE_KEY
from kiosk.yaml.shape import Place, walk
from kiosk.yaml.source import Source

_PER_LANGUAGE: Final = ("said", "markdown", *USES)
_BETWEEN_CODES: Final = re.compile(r"\s*[\s;/|,\uff0c\u3001\u060c]\s*")


@dataclass
class Checked:
    """What the checks found out: the languages, the files, everything written, the catalogs by their languages."""

    languages: list[Language]
    files: Files
    places: list[Place]
    catalogs: dict[str, Translations] = field(default_factory=dict)


def check(folder: Path, root: Mapping, source: Source, tick: Tick) -> Checked:
    """Report everything about the whole to `source`, and return what was found out on the way."""
    before = len(source.problems)
    languages = _check_languages(root.entries.get("languages"), source)
    is_whole = len(source.problems) == before  # else the one that is missing may be the misspelt one
    said = _Said([language.code for language in languages] if is_whole else [], source)
    checked = Checked(languages, Files(folder, tick), list(walk(Content, root)))
    for place in checked.places:
        check_rules(place, source)
        mark = place.shape.mark
        if mark in _PER_LANGUAGE:
            said.check(place)
        if mark in USES:
            for at in texts_at(place.node):
                checked.files.check(at, mark, source)
        if mark == "markdown":
            _check_prose(place.node, source)
    said.report_strangers()
    check_references(checked.places, root, source)
    return checked


def _check_languages(node: Node | None, source: Source) -> list[Language]:
    items = node.items if isinstance(node, Sequence) else []
    read = [(item, language) for item in items if (language := _language(item, source))]
    found: dict[str, Language] = {}
    for item, language in read:
        if language.code in found:
            source.error(item, "K502", f"{quote(language.code)} is in the list twice", "Keep one of the two.")
        found.setdefault(language.code, language)
    is_whole = bool(read) and read[0][0] is items[0]
    return list(found.values()) if is_whole else []  # without the first, everything would seem to lack it


def _language(item: Node, source: Source) -> Language | None:
    """Return the language that `item` names, or None where it is blank or reported."""
    if not isinstance(item, Scalar) or item.broken or item.is_blank:
        return None
    try:
        language = describe_language(item.text)
    except LanguageError as error:
        source.error(item, "K501", error.what, _comma_between(item.text) or error.cure)
        return None
    usual = usual_code(item.text)
    if usual == language.code:
        return language
    source.error(item, "K501", f"{quote(item.text)} is another code for `{usual}`", f"Write `{usual}`.")
    return None


def _comma_between(text: str) -> str:
    """Return what to do where `text` is several codes, else an empty text."""
    parts = [canonical_code(part) for part in _BETWEEN_CODES.split(text.strip())]
    are_several = len(parts) > 1 and all(map(LANGUAGE_KEY.fullmatch, parts))
    return f"Put a comma between them: `[{', '.join(parts)}]`." if are_several else ""


@dataclass
class _Said:
    """In which languages something is said; `codes` are those of the bundle, `strangers` keys that are none of them."""

    codes: list[str]
    source: Source
    strangers: dict[str, list[Scalar]] = field(default_factory=dict)

    def check(self, place: Place) -> None:
        """Report what a map by languages says twice, or not in the first language; captions need not be in that."""
        if not isinstance(place.node, Mapping) or not self.codes:
            return
        name, first, seen = place.key.text, self.codes[0], set[str]()
        for key in place.node.keys.values():
            self._check_key(name, key, seen)
        if place.shape.mark != "captions" and first not in seen and not seen.isdisjoint(self.codes):
            what = f"`{name}` says nothing in `{first}`, the first of the bundle's languages"
            self.source.error(next(iter(place.node.keys.values())), "K504", what, f"Add `{first}:` to it.")

    def _check_key(self, name: str, key: Scalar, seen: set[str]) -> None:
        code = canonical_code(key.text)
        if code in seen:
            self.source.error(key, "K502", f"`{name}` says {quote(code)} twice", "Keep one of the two.")
        elif code not in self.codes:
            self.strangers.setdefault(code, []).append(key)
        seen.add(code)

    def report_strangers(self) -> None:
        """Report each language that is not among the bundle's, once."""
        for first, *others in self.strangers.values():
            code, what, cure = _unknown_language(first.text, self.codes)
            so_in = f" (and so in {len(others)} more places)" if others else ""
            self.source.error(first, code, what + so_in, cure)


def _unknown_language(text: str, codes: list[str]) -> tuple[str, str, str]:
    if not _is_language(text):
        otherwise = f"The languages here are {listed(codes, 'and')}. A text with braces in it needs quotes."
        return "K501", f"{quote(text)} is no language", did_you_mean(text, codes, otherwise)
    near = usual_code(text) if usual_code(text) in codes else nearest(text, codes)
    advice = f"Did you mean `{near}`? Else add" if near else "Add"
    what = f"{quote(text)} is not among the bundle's languages"
    return "K503", what, f"{advice} `{canonical_code(text)}` to `languages`, or take this out."


def _is_language(text: str) -> bool:
    try:
        return bool(LANGUAGE_KEY.fullmatch(text) and describe_language(text))
    except LanguageError:
        return False


def _check_prose(node: Node, source: Source) -> None:
    """Every language's version of a running text has the same pieces, so that they can stand in for one another."""
    first: list[Style] = []
    for at in texts_at(node):
        styles = [piece.style for piece in read_markdown(at.text)]
        if not styles and at.text.strip():
            source.error(at, "K229", "no words are left of this text", "Write some words.")
        elif first and styles != first:
            what = f"this version of the text has {_count(styles)}, the first one has {_count(first)}"
            cure = "Write the same headings, paragraphs, items and tables in each language."
            source.error(at, "K505", what, cure)
        first = first or styles


def _count(styles: list[Style]) -> str:
    parts = [f"{styles.count(style)} {name}(s)" for style, name in NAMES.items() if style in styles]
    return ", ".join(parts) or "nothing"
