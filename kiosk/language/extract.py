"""Collect the program's own words and bring its catalogs up to date: `python -m kiosk.language.extract [--check]`.

Words are `qsTr("...")` and `qsTr("...", "note")` in QML, and `_`, `gettext`, `pgettext`, `ngettext` (methods too) in
Python. A comment `//: ...` or `#: ...` above them is a note for translators.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from msgspec.structs import replace

from kiosk.ground.errors import Position, Problem
from kiosk.language.catalogs import lint_catalog, translations_folder
from kiosk.language.locales import babel_locale
from kiosk.language.po import Entry, format_po, parse_po

LANGUAGES: Final = ("zh_Hans", "es", "de", "fr", "ar")

_QML_WORDS: Final = {"qsTr": {1: (1,), 2: (1, (2, "c")), 3: (1, (2, "c"))}}
_PYTHON_WORDS: Final = {"_": None, "gettext": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
_METHODS: Final[Mapping[str, tuple[str, Mapping[str, Any]]]] = {
    ".qml": ("javascript", _QML_WORDS),
    ".py": ("python", _PYTHON_WORDS),
}


def extract(root: Path) -> tuple[Entry, ...]:
    """Return every message in the QML and Python files under `root/kiosk`, in the order of files and lines."""
    files = (path for path in sorted((root / "kiosk").rglob("*")) if path.suffix in _METHODS and path.is_file())
    found: dict[tuple[str, str], Entry] = {}
    for entry in (entry for path in files for entry in _messages(path, path.relative_to(root).as_posix())):
        found[entry.key] = _merged(found[entry.key], entry) if entry.key in found else entry
    return tuple(found.values())


def _messages(path: Path, place: str) -> Iterator[Entry]:
    from babel.messages.extract import extract_from_file

    method, words = _METHODS[path.suffix]
    for line, message, notes, context in extract_from_file(
        method, path, keywords=words, comment_tags=(":",), strip_comment_tags=True
    ):
        source, plural = message if isinstance(message, tuple) else (message, "")
        forms = ("", "") if plural else ("",)
        yield Entry(source, forms, plural, context or "", (place,), tuple(note.strip() for note in notes), line=line)


def update(entries: Iterable[Entry], old: Iterable[Entry], language: str) -> tuple[Entry, ...]:
    """Return the catalog of `language` with `entries`, translated as in `old`; what is gone is kept as obsolete."""
    from babel.messages.plurals import get_plural

    known = {entry.key: entry for entry in sorted(old, key=lambda entry: not entry.obsolete) if entry.source}
    plural_forms = get_plural(babel_locale(language))
    current = tuple(_translated(entry, known.pop(entry.key, None), plural_forms.num_plurals) for entry in entries)
    gone = (
        replace(entry, obsolete=True, places=(), notes=())
        for entry in sorted(known.values(), key=lambda entry: entry.key)
        if any(entry.translations)
    )
    return (header_entry(language, str(plural_forms)), *current, *gone)


def catalogs(root: Path, folder: Path, languages: Iterable[str] = LANGUAGES) -> Mapping[Path, str]:
    """Return what each catalog file, the template included, should hold."""
    entries = extract(root)
    files = {folder / "kiosk.pot": format_po((header_entry(), *entries))}
    for language in languages:
        path = folder / language / "LC_MESSAGES" / "kiosk.po"
        old = parse_po(path.read_text("utf-8"), path)[0] if path.is_file() else ()
        files[path] = format_po(update(entries, old, language))
    return files


def check(files: Mapping[Path, str]) -> list[Problem]:
    """Return what is not up to date, not translated or wrong in the catalogs."""
    problems = []
    for path, text in files.items():
        if not path.is_file() or path.read_text("utf-8") != text:
            cure = "Run `python -m kiosk.language.extract`."
            problems.append(Problem(Position(path), "the catalog is not up to date", cure))
        elif path.suffix == ".po":
            problems += lint_catalog(path)
    return problems


def header_entry(language: str = "", plural_forms: str = "", project: str = "kiosk") -> Entry:
    """Return the header of a new catalog, or of a template where no language is given."""
    fields = {
        "Project-Id-Version": project,
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": plural_forms,
    }
    return Entry("", ("".join(f"{name}: {value}\n" for name, value in fields.items() if value),))


def main(arguments: list[str], root: Path | None = None) -> int:
    """Write the catalogs, or with `--check` only say what is wrong with them; return the exit status."""
    if arguments not in ([], ["--check"]):
        print("usage: python -m kiosk.language.extract [--check]", file=sys.stderr)
        return 2
    root = root or translations_folder().parent
    files = catalogs(root, root / "translations")
    if arguments:
        problems = check(files)
        for problem in problems:
            print(problem, file=sys.stderr)
        return 1 if problems else 0
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return 0


def _merged(first: Entry, second: Entry) -> Entry:
    return replace(
        first,
        plural=first.plural or second.plural,
        translations=max(first.translations, second.translations, key=len),
        places=tuple(dict.fromkeys(first.places + second.places)),
        notes=tuple(dict.fromkeys(first.notes + second.notes)),
    )


def _translated(entry: Entry, old: Entry | None, forms: int) -> Entry:
    forms = forms if entry.plural else 1
    if old is None:
        return replace(entry, translations=("",) * forms)
    translations = (*old.translations, *("",) * forms)[:forms]
    changed = bool(old.plural) != bool(entry.plural) and any(translations)
    flags = old.flags | {"fuzzy"} if changed else old.flags
    return replace(entry, translations=translations, comments=old.comments, flags=flags)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
