"""What can only be seen over the whole bundle: languages, ids and where they lead, files and what is in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from kiosk.author.compile.markdown import NAMES, Style, read_markdown
from kiosk.author.compile.paths import resolve
from kiosk.author.compile.wording import Translations
from kiosk.author.format.fields import has_words
from kiosk.author.format.models import Chart, Content, Film, Sector, Stat
from kiosk.author.format.rules import check_rules
from kiosk.author.media.media import LONG_FILM_SECONDS, Facts, read_film, read_picture
from kiosk.bundle.captions import MAX_BYTES as MAX_CAPTIONS_BYTES
from kiosk.bundle.captions import Cue, parse_captions
from kiosk.ground.errors import KioskError, LanguageError, Problem
from kiosk.ground.words import did_you_mean, listed, nearest, quote
from kiosk.language.locales import Language, canonical_code, describe_language, usual_code
from kiosk.yaml.parse import Mapping, Node, Scalar, Sequence, read_source
from kiosk.yaml.readers import LANGUAGE_KEY
from kiosk.yaml.shape import Place, walk
from kiosk.yaml.slips import CONFLICT
from kiosk.yaml.source import Source

Tick = Callable[[str, int], None]
"""Called with a file, as written, and the line that names it (0 where none does), before the file is opened.

With an empty name nothing more is opened."""

_Read = dict[tuple[str, str], tuple[str, str, str, str] | None]
"""For each file and use: what is wrong with it, the cure, severity and code."""

_MOST_LISTED: Final = 12
_NO_CAPTIONS: Final = frozenset([".jpg", ".jpeg", ".png", ".webp", ".svg", ".webm", ".mp4", ".mov", ".mkv", ".m4v"])
_BETWEEN_CODES: Final = re.compile(r"\s*[\s;/|,\uff0c\u3001\u060c]\s*")
PAGES: Final = ("home", "statistics", "videos")


@dataclass
class Checked:
    """What the checks found out: the languages, each file's facts, every file that was read, problems elsewhere.

    `places` is everything written, `captions` and `catalogs` (by path and by language) the texts read on the way.
    """

    languages: list[Language] = field(default_factory=list)
    facts: dict[str, Facts] = field(default_factory=dict)
    files: set[Path] = field(default_factory=set)
    elsewhere: list[Problem] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    captions: dict[str, tuple[Source, tuple[Cue, ...]]] = field(default_factory=dict)
    catalogs: dict[str, Translations] = field(default_factory=dict)


def check(folder: Path, root: Mapping, source: Source, tick: Tick) -> Checked:
    """Report everything about the whole to `source`, and return what was found out on the way."""
    checked = Checked()
    before = len(source.problems)
    checked.languages = _check_languages(root.entries.get("languages"), source)
    whole = len(source.problems) == before
    codes = (
        [language.code for language in checked.languages] if whole else []
    )  # the missing one may be the misspelt one
    strangers: dict[str, list[Scalar]] = {}
    places = checked.places = list(walk(Content, root))
    read: _Read = {}
    for place in places:
        check_rules(place, source)
        mark = place.shape.mark
        if has_words(mark) or mark in ("image", "film", "captions"):
            _check_map(place, codes, source, strangers, whole=mark != "captions")
        if mark in ("image", "film", "captions"):
            for scalar in _scalars(place.node):
                _check_file(folder, scalar, mark, checked, source, tick, read)
        if mark == "markdown":
            _check_prose(place.node, source)
    for keys in strangers.values():
        kind, what, cure = _unknown_language(keys[0].text, codes)
        what += f" (and so in {len(keys) - 1} more places)" if len(keys) > 1 else ""
        source.report(keys[0].line, keys[0].column, what, cure, code=kind)
    _check_ids(places, source, set(_every_id(root)))
    return checked


def _check_languages(node: Node | None, source: Source) -> list[Language]:
    found: dict[str, Language] = {}
    items = node.items if isinstance(node, Sequence) else []
    for item in items:
        if not isinstance(item, Scalar) or item.broken or item.is_blank:
            continue
        try:
            language = describe_language(item.text)
        except LanguageError as error:
            parts = [canonical_code(part) for part in _BETWEEN_CODES.split(item.text.strip())]
            several = len(parts) > 1 and all(LANGUAGE_KEY.fullmatch(part) for part in parts)
            cure = f"Put a comma between them: `[{', '.join(parts)}]`." if several else error.cure
            source.report(item.line, item.column, error.what, cure, code="K501")
            continue
        if usual_code(item.text) != language.code:
            what = f"{quote(item.text)} is another code for `{usual_code(item.text)}`"
            source.report(item.line, item.column, what, f"Write `{usual_code(item.text)}`.", code="K501")
            continue
        if language.code in found:
            what = f"{quote(item.text)} is in the list twice"
            source.report(item.line, item.column, what, "Keep one of the two.", code="K502")
        found.setdefault(language.code, language)
    first = next(iter(found), "")
    is_first = bool(items) and isinstance(items[0], Scalar) and canonical_code(items[0].text) == first
    return list(found.values()) if is_first else []  # without the first, everything would seem to lack it


def _check_map(place: Place, codes: list[str], source: Source, strangers: dict[str, list[Scalar]], whole: bool) -> None:
    node, name = place.node, place.key.text
    if not isinstance(node, Mapping) or not codes or not node.entries:
        return
    seen: set[str] = set()
    for key in node.keys.values():
        code = canonical_code(key.text)
        if code in seen:
            what = f"`{name}` says {quote(code)} twice"
            source.report(key.line, key.column, what, "Keep one of the two.", code="K502")
        elif code not in codes:
            strangers.setdefault(code, []).append(key)
        seen.add(code)
    if whole and codes[0] not in seen and any(code in seen for code in codes):
        first = next(iter(node.keys.values()))
        what = f"`{name}` says nothing in `{codes[0]}`, the first of the bundle's languages"
        source.report(first.line, first.column, what, f"Add `{codes[0]}:` to it.", code="K504")


def _unknown_language(text: str, codes: list[str]) -> tuple[str, str, str]:
    otherwise = f"The languages here are {listed(codes, 'and')}. A text with braces in it needs quotes."
    try:
        if not LANGUAGE_KEY.fullmatch(text):
            raise LanguageError("")
        describe_language(text)
    except LanguageError:
        return "K501", f"{quote(text)} is no language", did_you_mean(text, codes, otherwise)
    near = usual_code(text) if usual_code(text) in codes else nearest(text, codes)
    advice = f"Did you mean `{near}`? Else add" if near else "Add"
    what = f"{quote(text)} is not among the bundle's languages"
    return "K503", what, f"{advice} `{canonical_code(text)}` to `languages`, or take this out."


def _scalars(node: Node) -> list[Scalar]:
    nodes = list(node.entries.values()) if isinstance(node, Mapping) else [node]
    return [node for node in nodes if isinstance(node, Scalar) and not node.broken and not node.is_blank and node.text]


def _check_file(
    folder: Path,
    scalar: Scalar,
    mark: str,
    checked: Checked,
    source: Source,
    tick: Tick,
    read: _Read,
) -> None:
    written = scalar.text.strip("\n")
    if (written, mark) not in read:
        tick(written, scalar.line)
        try:
            path = resolve(folder, written)
            checked.files.add(path)
            read[written, mark] = _read_file(path, written, mark, checked)
        except KioskError as error:
            what = error.what if "`" in error.what else f"{quote(written, 80)}: {error.what}"
            read[written, mark] = (what, error.cure, "error", error.code)
        except OSError as error:
            what = f"{quote(written, 80)} cannot be read: {error.strerror}"
            read[written, mark] = (what, "Check its permissions.", "error", "K407")
    wrong = read[written, mark]
    if wrong:
        source.report(scalar.line, scalar.column, *wrong)


def _read_file(path: Path, written: str, mark: str, checked: Checked) -> tuple[str, str, str, str] | None:
    """Read a file for what it is used as; return a warning about it, or None."""
    if mark == "image":
        checked.facts[written] = read_picture(path)
    elif mark == "film":
        checked.facts[written] = facts = read_film(path)
        if facts.seconds > LONG_FILM_SECONDS:
            what = f"the film is {facts.seconds:.0f} seconds long, and few visitors watch more than two minutes"
            return what, "Consider a shorter one.", "warning", "K412"
    else:
        if path.suffix.lower() in _NO_CAPTIONS:
            what = f"{quote(written, 80)} is used as captions, and is none"
            return what, "Captions are WebVTT files, whose names end in `.vtt`.", "error", "K420"
        captions = read_source(path, MAX_CAPTIONS_BYTES)
        if not captions.problems:
            for number, line in enumerate(captions.lines, 1):
                if re.match(CONFLICT[0], line):
                    captions.report(number, 1, *CONFLICT[1:], code="K420")
                    break
            cues, mistakes = parse_captions("\n".join(captions.lines))
            checked.captions[written] = captions, cues
            for mistake in mistakes:
                captions.report(mistake.line, 1, mistake.what, mistake.cure, code=mistake.code)
        checked.elsewhere.extend(captions.problems)
    return None


def _check_prose(node: Node, source: Source) -> None:
    """Every language's version of a running text has the same pieces, so that they can stand in for one another."""
    first: list[Style] | None = None
    for scalar in _scalars(node):
        styles = [piece.style for piece in read_markdown(scalar.text)]
        if not styles and scalar.text.strip():
            what = "no words are left of this text"
            source.report(scalar.line, scalar.column, what, "Write some words.", code="K229")
        elif first is not None and styles != first:
            what = f"this version of the text has {_count(styles)}, the first one has {_count(first)}"
            cure = "Write the same headings, paragraphs, items and tables in each language."
            source.report(scalar.line, scalar.column, what, cure, code="K505")
        first = first or styles


def _count(styles: list[Style]) -> str:
    parts = [f"{styles.count(style)} {name}(s)" for style, name in NAMES.items() if style in styles]
    return ", ".join(parts) or "nothing"


def _every_id(node: Node) -> Iterator[str]:
    """Yield everything that is written as an `id`, also where it is in the wrong place."""
    if isinstance(node, Mapping):
        written = node.entries.get("id")
        if isinstance(written, Scalar):
            yield written.text
    for inner in (
        [] if isinstance(node, Scalar) else node.items if isinstance(node, Sequence) else node.entries.values()
    ):
        yield from _every_id(inner)


def _check_ids(places: list[Place], source: Source, written: set[str]) -> None:
    first: dict[str, Scalar] = {}
    kinds: dict[str, type] = {}
    for place in places:
        if place.shape.model not in (Sector, Film, Stat, Chart) and place.shape.mark not in ("sector", "block"):
            continue
        if place.shape.model is not None:
            scalar = place.node.entries.get("id") if isinstance(place.node, Mapping) else None
            if isinstance(scalar, Scalar):
                kinds.setdefault(scalar.text, place.shape.model)
            continue
        scalar = place.node
        if not isinstance(scalar, Scalar) or not scalar.text:
            continue
        if scalar.text in first:
            what = f"the id {quote(scalar.text)} is used twice: first on line {first[scalar.text].line}, and here again"
            source.report(scalar.line, scalar.column, what, "Give one of the two another id.", code="K301")
        elif scalar.text in PAGES:
            what = f"the id {quote(scalar.text)} is the name of a page"
            source.report(scalar.line, scalar.column, what, "Choose another id.", code="K302")
        first.setdefault(scalar.text, scalar)
    # A key or a block that is not known may hold what is missing, and that has been told.
    strange = any(problem.code in ("K202", "K203") for problem in source.problems)
    empty = {} if strange else _empty_pages(places)
    opened = [name for name, kind in kinds.items() if kind in (Sector, Film)]
    targets = [*(page for page in PAGES if page not in empty), *opened]
    stats = [name for name, kind in kinds.items() if kind is Stat]
    titles = _titles(places)
    for place in places:
        scalar = place.node
        if place.shape.mark not in ("opens", "stat") or not isinstance(scalar, Scalar) or scalar.is_blank:
            continue
        if place.shape.mark == "opens" and scalar.text in empty:
            what = f"`{place.key.text}` leads to {quote(scalar.text)}, and the bundle holds no {empty[scalar.text]}"
            source.report(scalar.line, scalar.column, what, "Write `home` or the id of a sector.", code="K303")
        elif scalar.text in first or scalar.text not in written:
            _check_reference(place, targets if place.shape.mark == "opens" else stats, first, titles, source)


def _empty_pages(places: list[Place]) -> dict[str, str]:
    """Return the pages that have nothing to show, each with what is missing on it."""
    models = {place.shape.model for place in places}
    empty = {}
    if models.isdisjoint({Stat, Chart}):
        empty["statistics"] = "number"
    if Film not in models:
        empty["videos"] = "film"
    return empty


def _titles(places: list[Place]) -> dict[str, str]:
    """Return the ids of sectors and films by their titles, which people write in their place."""
    titles: dict[str, str] = {}
    for place in places:
        if place.shape.model in (Sector, Film) and isinstance(place.node, Mapping):
            name = place.node.entries.get("id")
            title = place.node.entries.get("title")
            if isinstance(name, Scalar) and title is not None:
                titles.update((scalar.text.strip().casefold(), name.text) for scalar in _scalars(title))
    return titles


def _check_reference(
    place: Place, known: list[str], ids: dict[str, Scalar], titles: dict[str, str], source: Source
) -> None:
    scalar = place.node
    if not isinstance(scalar, Scalar) or scalar.broken or scalar.text in known:
        return
    if place.shape.mark == "opens":
        wanted = "the id of a sector or a film, `statistics`, `videos` or `home`"
    else:
        wanted = "the id of a stat"
    code, what = "K304", f"`{place.key.text}` leads to {quote(scalar.text)}, which is not {wanted}"
    if scalar.text not in ids:
        code, what = "K303", f"`{place.key.text}` leads to {quote(scalar.text)}, which does not exist"
    cure = f"Write {wanted}"
    if known:
        cure += f": {listed(known)}" if len(known) <= _MOST_LISTED else f", for example {quote(known[-1])}"
    meant = titles.get(scalar.text.strip().casefold(), scalar.text)
    source.report(scalar.line, scalar.column, what, did_you_mean(meant, known, f"{cure}."), code=code)
