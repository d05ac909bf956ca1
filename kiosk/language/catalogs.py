"""Translations: gettext catalogs as Python asks them, and as the bytes that Qt's translator loads."""

from __future__ import annotations

import gettext
import re
import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from kiosk.ground.errors import LanguageError, Position, Problem
from kiosk.language.locales import canonical_code, fallback_codes, is_pseudo
from kiosk.language.po import Entry, header, parse_po
from kiosk.language.pseudo import pseudo_text

SOURCE: Final = "en"
"""The language that the program's words are written in."""

_PLACEHOLDER: Final = re.compile(r"%L?[0-9]{1,2}|%L?n|%(?:\([a-z_]+\))?[sd]|\{[A-Za-z0-9_]*\}")
_PLURAL_FORMS: Final = re.compile(r"\s*nplurals\s*=\s*(\d)\s*;\s*plural\s*=\s*([^;]+);?\s*")
_GERMANIC: Final = "nplurals=2; plural=(n != 1);"

_QM_MAGIC: Final = bytes.fromhex("3cb86418caef9c95cd211cbf60a1bddd")


@dataclass(frozen=True)
class Catalog:
    """The translations into one language; `plural_forms` is gettext's header line."""

    code: str
    entries: tuple[Entry, ...] = ()
    plural_forms: str = _GERMANIC

    @cached_property
    def usable(self) -> dict[tuple[str, str], Entry]:
        """The entries by context and source whose translation is finished and keeps the source's placeholders."""
        return {entry.key: entry for entry in self.entries if entry.source and entry.complete and not _differs(entry)}

    def get(self, source: str, context: str = "") -> str:
        """Return the translation of `source`, or "" where there is none."""
        entry = self.usable.get((context, source))
        return entry.translations[0] if entry else ""


@dataclass(frozen=True)
class Interface:
    """The words that Python itself says, in one language; what is not translated is said as it is written."""

    catalog: Catalog

    @cached_property
    def _form(self) -> Callable[[int], int]:
        return _plural_rule(self.catalog.plural_forms)[1]

    def gettext(self, text: str) -> str:
        """Return `text` translated."""
        return self.catalog.get(text) or text

    def pgettext(self, note: str, text: str) -> str:
        """Return `text` translated as it is meant by `note`."""
        return self.catalog.get(text, note) or text

    def ngettext(self, one: str, many: str, n: int) -> str:
        """Return `one` or `many` translated as it is said of `n` things."""
        entry = self.catalog.usable.get(("", one))
        form = self._form(n)
        if entry is None or form >= len(entry.translations):
            return one if n == 1 else many
        return entry.translations[form]


def translations_folder() -> Path:
    """Return the folder of the program's own catalogs: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "translations"
    return inside if inside.is_dir() else package.parent / "translations"


def interface_catalog(code: str, folder: Path | None = None) -> Catalog:
    """Return the program's own words in a language: empty where there are none, made up for a pseudo-language."""
    folder = folder or translations_folder()
    if is_pseudo(code):
        return _made_up(code, folder)
    if canonical_code(code) == SOURCE:
        return Catalog(code)
    paths = (folder / known / "LC_MESSAGES" / "kiosk.po" for known in _nearest(code))
    found = next((path for path in paths if path.is_file()), None)
    return read_catalog(found, code) if found else Catalog(code)


def _made_up(code: str, folder: Path) -> Catalog:
    templates = (folder / "kiosk.pot", *sorted(folder.glob("*/LC_MESSAGES/kiosk.po")))  # any has the sources
    template = next((path for path in templates if path.is_file()), None)
    return pseudo_catalog(read_catalog(template, code)) if template else Catalog(code)


def read_catalog(path: Path, code: str) -> Catalog:
    """Return the catalog in a .po file; raise LanguageError where it is none. Wrong lines in it are left out."""
    entries, _ = parse_po(_read(path), path)
    plural_forms = header(entries).get("plural-forms", _GERMANIC)
    return Catalog(code, entries, plural_forms)


def pseudo_catalog(template: Catalog) -> Catalog:
    """Return every message of `template` in the pseudo-language that is its code."""
    entries = tuple(
        Entry(
            source=entry.source,
            plural=entry.plural,
            context=entry.context,
            translations=tuple(pseudo_text(text, template.code) for text in (entry.source, entry.plural) if text),
        )
        for entry in template.entries
        if entry.source and not entry.obsolete
    )
    return Catalog(template.code, entries)


def lint_catalog(path: Path) -> list[Problem]:
    """Return everything that is wrong with a .po file or not finished in it, by line."""
    try:
        text = _read(path)
    except LanguageError as error:
        return [Problem(Position(path), error.what, error.cure)]
    entries, problems = parse_po(text, path)
    plural_forms = header(entries).get("plural-forms", "")
    forms, lines = _plural_rule(plural_forms)[0], text.split("\n")
    found = [
        Problem(Position(path, entry.line, 1), what, cure, lines[entry.line - 1].rstrip("\r"))
        for entry in entries
        if entry.source and not entry.obsolete
        for what, cure in _mistakes(entry, forms if plural_forms else 0)
    ]
    return sorted([*problems, *found], key=lambda problem: problem.position)


def qm_bytes(catalog: Catalog) -> bytes:
    """Return the usable messages in the format of Qt's .qm files, for `QTranslator.load`.

    Messages carry no class name, so they answer in every file; counted messages are left out, as Python says them.
    """
    messages = bytearray()
    offsets: list[tuple[int, int]] = []
    for entry in catalog.usable.values():
        if entry.plural:
            continue
        source, note = entry.source.encode(), entry.context.encode()
        offsets.append((_elf_hash(source + note), len(messages)))
        translation = entry.translations[0].encode("utf-16-be", "surrogatepass")
        for tag, text in ((3, translation), (8, note), (6, source)):
            messages += struct.pack(">BI", tag, len(text)) + text
        messages.append(1)
    index = b"".join(struct.pack(">II", *pair) for pair in sorted(offsets))
    blocks = ((0xA7, catalog.code.encode()), (0x42, index), (0x69, bytes(messages)))
    return _QM_MAGIC + b"".join(struct.pack(">BI", tag, len(block)) + block for tag, block in blocks)


def _nearest(code: str) -> Iterator[str]:
    yield canonical_code(code)
    yield from fallback_codes(code)  # asks Babel, which a language with words of its own need not wait for


def _elf_hash(text: bytes) -> int:
    value = 0
    for byte in text:
        value = (value << 4) + byte
        high = value & 0xF0000000
        value ^= high >> 24
        value &= ~high & 0xFFFFFFFF
    return value or 1


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except OSError as error:
        raise LanguageError(f"{path} cannot be read: {error.strerror}", "Check that the file is there.") from error
    except UnicodeDecodeError as error:
        raise LanguageError(f"{path} is not written in UTF-8", "Save it as UTF-8.") from error


def _plural_rule(plural_forms: str) -> tuple[int, Callable[[int], int]]:
    """Return how many forms there are and which one is for n; gettext's own reader refuses what is no formula."""
    found = _PLURAL_FORMS.fullmatch(plural_forms)
    try:
        if found:
            return int(found[1]), gettext.c2py(found[2])
    except ValueError:
        pass
    return 2, lambda n: int(n != 1)


def _differs(entry: Entry) -> bool:
    """Whether a translation has other placeholders than its source.

    Of several plural forms the last must say the number; one for a single thing, or for two, need not.
    """
    wanted = set(_PLACEHOLDER.findall(entry.plural or entry.source))
    allowed = wanted | set(_PLACEHOLDER.findall(entry.source))
    found = [set(_PLACEHOLDER.findall(translation)) for translation in entry.translations]
    return found[-1] != wanted if not entry.plural else not wanted <= found[-1] or any(kept - allowed for kept in found)


def _mistakes(entry: Entry, forms: int) -> Iterator[tuple[str, str]]:
    if "fuzzy" in entry.flags:
        yield f"the translation of {entry.source!r} is marked as uncertain", "Check it and delete `fuzzy`."
    if not all(entry.translations):
        yield f"{entry.source!r} is not translated", "Write its translation after `msgstr`."
    elif _differs(entry):
        names = ", ".join(f"`{name}`" for name in sorted(set(_PLACEHOLDER.findall(entry.source + entry.plural))))
        yield (
            f"the translation of {entry.source!r} has other placeholders than its source",
            f"Use exactly {names}." if names else "The source has none: take them out.",
        )
    if entry.plural and len(entry.translations) != forms:
        yield (
            f"{entry.source!r} has {len(entry.translations)} plural forms where the language has {forms}",
            "Write one `msgstr[...]` for each form of `Plural-Forms` in the header.",
        )
