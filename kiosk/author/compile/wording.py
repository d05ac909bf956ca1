"""The bundle's own translations: `translations/<language>/LC_MESSAGES/content.po`, with the texts as msgid."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Final, NamedTuple, TypeAlias

from babel.messages.pofile import PoFileError, read_po

from kiosk.ground.errors import Problem
from kiosk.ground.words import quote
from kiosk.language.po import Entry, format_po, header, parse_po
from kiosk.yaml.parse import MAX_SCALAR, read_source
from kiosk.yaml.slips import CONFLICT
from kiosk.yaml.source import Source

Wording: TypeAlias = dict[str, str]

_STRING: Final = r'"(?:[^"\\]|\\[\\"abfnrtv])*"'
_LINE: Final = re.compile(rf"\s*(?:#.*|(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?)\s*{_STRING}|{_STRING})?\s*")
_ODD_ESCAPE: Final = re.compile(r'\\[^\\"abfnrtv]')
_MOST_PROBLEMS: Final = 300
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202d\u202e]")


class Message(NamedTuple):
    """A text of a catalog with its translation ("" where it has none) and its line, from 1."""

    text: str
    translation: str
    is_fuzzy: bool
    line: int

    @property
    def is_usable(self) -> bool:
        """Whether there is a translation that somebody stands for."""
        return bool(self.translation.strip()) and not self.is_fuzzy


@dataclass(frozen=True)
class Translations:
    """A catalog: its file with what is wrong in it, its messages by their text, what the booth shows of them.

    `gone` is how many messages the catalog only keeps because the bundle once had them (`#~`), `language` what its
    header names as its language, "" where nothing.
    """

    source: Source
    messages: dict[str, Message] = field(default_factory=dict)
    wording: Wording = field(default_factory=dict)
    gone: int = 0
    language: str = ""


def catalog_path(folder: Path, code: str) -> Path:
    """Return where the catalog for the language `code` stands in the bundle at `folder`."""
    return folder / "translations" / code / "LC_MESSAGES" / "content.po"


def read_translations(file: Path) -> Translations:
    """Return what a catalog holds; nothing of it where it is broken.

    Fuzzy and empty entries are no wording. A text with a context counts where the same text has none without.
    """
    source = read_source(file)
    if source.problems:
        return Translations(source)
    text = "\n".join(source.lines)
    entries, problems = parse_po(text, file)
    head = format_po(entry for entry in entries if not entry.source)
    if problems or _ODD_ESCAPE.search(text) or _refusal(head):
        _diagnose(source, entries, problems)
        entries = () if source.problems else entries
    messages = _messages(entries)
    gone = f"\n{text}".count("\n#~ msgid ")
    return Translations(source, messages, _shown(messages, source), gone, header(entries).get("language", ""))


def _messages(entries: Iterable[Entry]) -> dict[str, Message]:
    found: dict[str, Message] = {}
    for entry in entries:
        if not entry.source or entry.obsolete:
            continue
        read = Message(entry.source, entry.translations[0], "fuzzy" in entry.flags, entry.line)
        known = found.setdefault(read.text, read)
        if read.is_usable and not (entry.context and known.is_usable):
            found[read.text] = read
    return found


def _report_twins(entries: Iterable[Entry], source: Source) -> None:
    """Report each text that stands twice (in one context), as gettext's own programs do: which one counts is chance."""
    first: dict[tuple[str, str], Entry] = {}
    for entry in entries:
        if entry.source and not entry.obsolete and (known := first.setdefault(entry.key, entry)) is not entry:
            what = f"{quote(entry.source)} is in the catalog twice: first on line {known.line}, and here again"
            source.report(entry.line, 1, what, "Keep one of the two.", code="K506")


def _diagnose(source: Source, entries: Iterable[Entry], problems: Iterable[Problem]) -> None:
    """Report what is wrong with a catalog that may be broken, in the words of whoever has the best ones for it."""
    strange = ((number, line) for number, line in enumerate(source.lines, 1) if not _LINE.fullmatch(line))
    for number, line in islice(strange, _MOST_PROBLEMS):
        what, cure = CONFLICT[1:] if re.match(CONFLICT[0], line) else _STRANGE_LINE
        source.report(number, len(line) - len(line.lstrip()) + 1, what, cure, code="K506")
    _report_twins(entries, source)
    if source.problems:
        return
    if refusal := _refusal("\n".join(source.lines)):
        broken, what = refusal
        source.report(min(broken, len(source.lines)), min(broken, 1), what, _CURE, code="K506")
        return
    for problem in problems:
        source.report(problem.position.line, 1, problem.what, problem.cure, code="K506")


def _refusal(text: str) -> tuple[int, str] | None:
    """Return the line (0 for none) and the reason for which Babel, which other programs use, cannot read a catalog."""
    try:
        read_po(io.StringIO(text), ignore_obsolete=True, abort_invalid=True)
    except PoFileError as error:
        return error.lineno + 1, f"the catalog is broken here: {str(error).rpartition(' on ')[0]}"
    except (ValueError, LookupError, TypeError, AttributeError, IndexError) as error:  # over a header unlike any
        return 0, f"the catalog is broken: {error}"
    return None


def _shown(messages: dict[str, Message], source: Source) -> Wording:
    wording: Wording = {}
    for message in messages.values():
        if not message.is_usable:
            continue
        if len(message.translation) > MAX_SCALAR:
            what = f"this translation is longer than {MAX_SCALAR} characters"
            source.report(message.line, 1, what, "Shorten it.", code="K507")
        elif _CONTROL.search(message.translation):
            what = "this translation holds a control character"
            source.report(message.line, 1, what, "Take it out.", code="K507")
        else:
            wording[message.text] = message.translation.strip("\n")
    return wording


_STRANGE_LINE: Final = (
    "this line does not belong into a catalog",
    'A line reads `msgid "..."`, `msgstr "..."` or `"..."`; inside, write a quote as \\" and \\ as \\\\.',
)
_CURE: Final = "Each entry has one `msgid` and then one `msgstr`; a catalog editor such as Poedit can repair it."
