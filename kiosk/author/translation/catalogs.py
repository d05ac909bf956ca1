"""The bundle's catalogs: the template that translators begin with, and each language's catalog brought up to date.

Catalogs are written by `kiosk.language.po`: long lines are not wrapped and nothing depends on the day, so that the same
texts make the same bytes whatever program has saved the file in between.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from babel.messages.plurals import get_plural
from msgspec.structs import replace

from kiosk.author.compile.wording import catalog_path
from kiosk.author.translation.extract import Extracted, extract_texts, read_root, written_codes
from kiosk.ground.errors import BundleError, KioskError, Problem
from kiosk.ground.files import replace_file
from kiosk.language.extract import header_entry
from kiosk.language.locales import babel_locale, canonical_code, describe_language
from kiosk.language.po import Entry, format_po, parse_po
from kiosk.language.pseudo import pseudo_text
from kiosk.yaml.parse import read_source

MOST_COMPARED: Final = 200_000
"""How many texts are compared to find what a new one was before: a bundle of thousands must not take hours."""

_REMARK: Final = "The words of a content bundle: each msgid is a text of its content.yaml."
_SIMILAR: Final = 0.6  # of gettext's msgmerge and of Babel


def template_text(folder: Path) -> str:
    """Return the template (`content.pot`): every text that some language of the bundle has to translate."""
    return _written(header_entry(project="content"), template_entries(extract_texts(folder)))


def pseudo_text_of(folder: Path, code: str) -> str:
    """Return a catalog in which every text is translated into the pseudo-language `code`."""
    describe_language(code)
    entries = [
        replace(entry, translations=(pseudo_text(entry.source, code),))
        for entry in template_entries(extract_texts(folder))
    ]
    return _written(header_entry(canonical_code(code), project="content"), entries)


def updated_catalogs(folder: Path) -> dict[Path, str]:
    """Return what each language's catalog should hold, by its file.

    Raise BundleError with every mistake where a catalog cannot be read: nothing of it may be lost.
    """
    files: dict[Path, str] = {}
    problems: list[Problem] = []
    for code in written_codes(read_root(folder)[0])[1:]:
        path = catalog_path(folder, code)
        try:
            old = read_catalog(folder, code)
            files[path] = updated(template_entries(extract_texts(folder, code)), old, code)
        except BundleError as error:
            problems += error.problems
    if problems:
        raise BundleError(tuple(sorted(problems, key=lambda problem: problem.position)))
    return files


def update_catalogs(folder: Path) -> list[Path]:
    """Write the catalogs that are not up to date, and return them."""
    changed = []
    for path, text in updated_catalogs(folder).items():
        if not path.is_file() or path.read_bytes() != text.encode():
            write_whole(path, text)
            changed.append(path)
    return changed


def read_catalog(folder: Path, code: str) -> tuple[Entry, ...]:
    """Return the entries of a language's catalog, none where there is no file; raise BundleError where it is broken."""
    path = catalog_path(folder, code)
    if not path.exists():
        return ()
    if not path.resolve().is_relative_to(folder.resolve()):
        raise KioskError(f"{path} is a link that leaves the bundle", "Copy the file itself into the bundle.")
    source = read_source(path)
    if source.problems:
        raise BundleError(tuple(source.problems))
    entries, problems = parse_po("\n".join(source.lines), path)
    if problems:
        raise BundleError(problems)
    return entries


def updated(template: Iterable[Entry], old: Iterable[Entry], code: str) -> str:
    """Return the text of a catalog with the entries of `template`, translated as in `old`.

    What is gone is kept as obsolete. A text that is new but like one that had a translation gets that one, marked as
    fuzzy and with the text it was made for.
    """
    wanted = list(template)
    head = next((entry for entry in old if entry.key == ("", "")), _new_header(code))
    known = _by_source(old)
    used = {entry.source for entry in wanted}
    left = {source: entry for source, entry in known.items() if source not in used and _is_worth_keeping(entry)}
    search = _Search(left, known)
    current = [_translated(entry, known.get(entry.source), search) for entry in wanted]
    gone = [replace(left[source], obsolete=True, places=(), notes=()) for source in sorted(left)]
    return _written(head, [*current, *gone])


def _is_worth_keeping(entry: Entry) -> bool:
    return any(entry.translations) or bool(entry.comments)


def write_whole(path: Path, text: str) -> None:
    """Write a file so that it holds the old text or the new one, whatever happens; raise KioskError where it cannot."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, text.encode())
    except OSError as error:
        raise KioskError(f"{path} cannot be written: {error.strerror}", "Check its permissions.") from error


class _Search:
    """Looks for what a new text was before: among those that are gone, then among all."""

    def __init__(self, gone: dict[str, Entry], known: dict[str, Entry]) -> None:
        translated = {source: entry for source, entry in known.items() if any(entry.translations)}
        self.choices = [{s: e for s, e in gone.items() if s in translated}, translated]
        self.compared = 0

    def nearest(self, text: str) -> Entry | None:
        """Return the entry whose source is most like `text`, if any is like it."""
        for entries in self.choices:
            self.compared += len(entries)
            if self.compared > MOST_COMPARED:
                return None
            if found := difflib.get_close_matches(text, list(entries), n=1, cutoff=_SIMILAR):
                return entries[found[0]]
        return None


def _by_source(old: Iterable[Entry]) -> dict[str, Entry]:
    """Return the best entry of each text: one in use before an obsolete one, one with a translation before one without.

    A context tells a translation program where a text stands; the bundle has one translation for each text.
    """
    ordered = sorted(old, key=lambda entry: (any(entry.translations), not entry.obsolete, not entry.context))
    return {entry.source: entry for entry in ordered if entry.source}


def _translated(entry: Entry, old: Entry | None, search: _Search) -> Entry:
    if old is not None:
        flags = frozenset(flag for flag in old.flags if not flag.endswith("-format"))
        previous = old.previous if "fuzzy" in flags else ""
    elif (old := search.nearest(entry.source)) is not None:
        flags, previous = frozenset({"fuzzy"}), old.source
    else:
        return entry
    return replace(entry, translations=old.translations[:1], comments=old.comments, flags=flags, previous=previous)


def template_entries(texts: Iterable[Extracted]) -> Iterator[Entry]:
    """Yield the texts as entries of a template: their notes say where they stand, so that no edit moves a line."""
    return (Entry(text.text, notes=text.notes) for text in texts)


def _new_header(code: str) -> Entry:
    return header_entry(code, str(get_plural(babel_locale(code))), "content")


def _written(head: Entry, entries: Iterable[Entry]) -> str:
    return format_po([replace(head, comments=head.comments or (_REMARK,)), *entries])
