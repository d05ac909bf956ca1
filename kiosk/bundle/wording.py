"""The bundle's own translations: `translations/<language>/LC_MESSAGES/content.po`, with the texts as msgid."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Final, TypeAlias

from kiosk.bundle.parse import MAX_SCALAR, read_source
from kiosk.bundle.source import Source

Wording: TypeAlias = dict[str, str]

_STRING: Final = r'"(?:[^"\\]|\\.)*"'
_LINE: Final = re.compile(rf"\s*(?:#.*|(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?)\s*{_STRING}|{_STRING})?\s*")
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202d\u202e]")


def catalog_path(folder: Path, code: str) -> Path:
    """Return where the catalog for the language `code` stands in the bundle at `folder`."""
    return folder / "translations" / code / "LC_MESSAGES" / "content.po"


def read_wording(file: Path) -> tuple[Wording, Source]:
    """Return the translations in a catalog by their source text, and its source with what is wrong in it.

    Fuzzy and empty entries are left out. A text with a context counts where the same text has none without.
    """
    source = read_source(file)
    if source.problems:
        return {}, source
    for number, line in enumerate(source.lines, 1):
        if not _LINE.fullmatch(line):
            cure = 'A line reads `msgid "..."`, `msgstr "..."` or `"..."`; write a quote inside as \\".'
            source.report(
                number,
                len(line) - len(line.lstrip()) + 1,
                "this line does not belong into a catalog",
                cure,
                code="K506",
            )
    if source.problems:
        return {}, source
    return _read(source), source


def _read(source: Source) -> Wording:
    from babel.messages.pofile import PoFileError, read_po

    try:
        catalog = read_po(io.StringIO("\n".join(source.lines)), ignore_obsolete=True, abort_invalid=True)
    except PoFileError as error:
        line = min(error.lineno + 1, len(source.lines))
        source.report(line, 1, f"the catalog is broken here: {_reason(error)}", _CURE, code="K506")
        return {}
    except (ValueError, LookupError, TypeError, AttributeError, IndexError) as error:
        source.report(0, 0, f"the catalog is broken: {error}", _CURE, code="K506")
        return {}
    wording: Wording = {}
    for message in catalog:
        if not message.id or message.fuzzy or not isinstance(message.id, str) or not isinstance(message.string, str):
            continue
        if not message.string.strip():
            continue
        line = message.lineno or 0
        if len(message.string) > MAX_SCALAR:
            what = f"this translation is longer than {MAX_SCALAR} characters"
            source.report(line, 1, what, "Shorten it.", code="K507")
        elif _CONTROL.search(message.string):
            what = "this translation holds a control character"
            source.report(line, 1, what, "Take it out.", code="K507")
        elif not message.context or message.id not in wording:
            wording[message.id] = message.string.strip("\n")
    return wording


def _reason(error: Exception) -> str:
    return str(error).rpartition(" on ")[0]


_CURE: Final = "Each entry has one `msgid` and then one `msgstr`; a catalog editor such as Poedit can repair it."
