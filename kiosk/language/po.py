"""gettext's .po files, read with positions and written the same way every time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import msgspec

from kiosk.ground.errors import Position, Problem

_STATEMENT: Final = re.compile(r'(msgctxt|msgid_plural|msgid|msgstr(?:\[(\d)\])?)?\s*"((?:[^"\\]|\\.)*)"\s*')
_PREVIOUS: Final = re.compile(r"\s*\|\s*(msgctxt|msgid|\")")
_MARKS: Final = (":", ".", ",", " ", "|")
_MOST_PROBLEMS: Final = 300
_ESCAPE: Final = re.compile(r"\\(.)")
_ESCAPED: Final = {"n": "\n", "t": "\t", "r": "\r"}


class Entry(msgspec.Struct, frozen=True):
    """One message of a catalog. `translations` has a text per plural form, one where there is no `plural`.

    `context` is what tells two equal sources apart, `places` are the source files, `notes` are for translators,
    `comments` are theirs; `previous` is the source that a fuzzy translation was made for; `line` counts from 1.
    """

    source: str
    translations: tuple[str, ...] = ("",)
    plural: str = ""
    context: str = ""
    places: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    flags: frozenset[str] = frozenset()
    obsolete: bool = False
    line: int = 0
    previous: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What must be unique in a catalog: the context and the source."""
        return self.context, self.source

    @property
    def complete(self) -> bool:
        """Whether there is a translation that somebody stands for."""
        return all(self.translations) and "fuzzy" not in self.flags and not self.obsolete


@dataclass
class _Draft:
    """An entry while its lines are read; `texts` by keyword, `current` is the keyword that a further line continues."""

    line: int = 0
    current: str = ""
    obsolete: bool = False
    texts: dict[str, str] = field(default_factory=dict)
    remarks: dict[str, list[str]] = field(default_factory=dict)

    @property
    def forms(self) -> list[str]:
        """The keywords of the translations, in their order."""
        return sorted(key for key in self.texts if key.startswith("msgstr"))

    def remark(self, text: str) -> None:
        """Read what stands after the # of a comment."""
        if _PREVIOUS.match(text):  # Babel writes `#| msgid` as `# | msgid`
            text = text.lstrip()
        mark = text[:1] if text[:1] in _MARKS else " "
        self.remarks.setdefault(mark, []).append(text.removeprefix(mark).strip())

    def state(self, number: int, keyword: str, text: str, obsolete: bool) -> None:
        """Read a text after a keyword, or one that continues the text of a keyword."""
        self.line = self.line or number
        self.obsolete = obsolete
        self.current = keyword
        self.texts[keyword] = self.texts.get(keyword, "") + text

    def entry(self) -> Entry:
        """Return what has been read."""
        remarks = self.remarks.get
        return Entry(
            source=self.texts["msgid"],
            translations=tuple(self.texts[form] for form in self.forms) or ("",),
            plural=self.texts.get("msgid_plural", ""),
            context=self.texts.get("msgctxt", ""),
            places=tuple(" ".join(remarks(":", ())).split()),
            notes=tuple(remarks(".", ())),
            comments=tuple(remarks(" ", ())),
            flags=frozenset(filter(None, map(str.strip, ",".join(remarks(",", ())).split(",")))),
            obsolete=self.obsolete,
            line=self.line,
            previous=_previous(remarks("|", ())),
        )


def parse_po(text: str, file: Path) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """Return the entries of a .po file, its header (with an empty source) included, and everything wrong with it.

    A message that is there twice is among the entries twice. A file with hundreds of mistakes is read no further.
    """
    reader = _Reader(file, text.removeprefix("\ufeff").split("\n"))
    return tuple(reader.entries), tuple(reader.problems)


class _Reader:
    """Reads a file line by line; `draft` is the entry whose lines are being read."""

    def __init__(self, file: Path, lines: list[str]) -> None:
        self.file, self.lines = file, lines
        self.entries: list[Entry] = []
        self.problems: list[Problem] = []
        self.keys: set[tuple[str, str, bool]] = set()
        self.draft = _Draft()
        for number, line in enumerate(lines, 1):
            if len(self.problems) >= _MOST_PROBLEMS:
                break
            self._read(number, line.removeprefix("#~").strip(), line.startswith("#~"))
        self._finish()

    def _read(self, number: int, line: str, obsolete: bool) -> None:
        if not line:
            self._finish()
        elif line.startswith("#") or (obsolete and line.startswith("|")):
            if self.draft.texts:
                self._finish()
            self.draft.remark(line.removeprefix("#"))
        elif found := _STATEMENT.fullmatch(line):
            self._state(number, found, obsolete)
        else:
            cure = 'Each line is a comment or a keyword with a text in double quotes, such as msgid "Home".'
            self._report(number, "this is not the .po format", cure)

    def _state(self, number: int, found: re.Match[str], obsolete: bool) -> None:
        if found[1] in ("msgctxt", "msgid") and "msgid" in self.draft.texts:  # no empty line between two messages
            self._finish()
        keyword = found[1] or self.draft.current
        if not keyword or found[1] in self.draft.texts:
            self._report(number, "a text that belongs to no message", "Begin with `msgid`.")
        else:
            self.draft.state(number, keyword, _unescaped(found[3]), obsolete)

    def _finish(self) -> None:
        draft, self.draft = self.draft, _Draft()
        if "msgid" in draft.texts:
            if not self.problems and not draft.forms:
                self._report(draft.line, "a message without `msgstr`", "Write its `msgstr`.")
            self._add(draft.entry())
        elif draft.texts:
            self._report(draft.line, "a message without `msgid`", "Write its `msgid`.")

    def _add(self, entry: Entry) -> None:
        key = (*entry.key, entry.obsolete)
        if key in self.keys:
            self._report(entry.line, "this message is here twice", "Delete one of the two.")
        self.keys.add(key)
        self.entries.append(entry)

    def _report(self, line: int, what: str, cure: str) -> None:
        self.problems.append(Problem(Position(self.file, line, 1), what, cure, self.lines[line - 1].rstrip("\r")))


def format_po(entries: Iterable[Entry]) -> str:
    """Return the text of a .po file; nothing in it depends on the day or on a library's version."""
    return "\n\n".join("\n".join(_lines(entry)) for entry in entries) + "\n"


def header(entries: Iterable[Entry]) -> dict[str, str]:
    """Return the fields of a catalog's header, their names in lower case."""
    text = next((entry.translations[0] for entry in entries if not entry.source and not entry.context), "")
    fields = (line.partition(":") for line in text.splitlines())
    return {name.strip().lower(): value.strip() for name, _, value in fields}


def _lines(entry: Entry) -> Iterator[str]:
    yield from (f"# {comment}".rstrip() for comment in entry.comments)
    yield from (f"#. {note}" for note in entry.notes)
    yield from (f"#: {place}" for place in entry.places)
    if entry.flags:
        yield f"#, {', '.join(sorted(entry.flags))}"
    dead = "#~ " if entry.obsolete else ""
    if entry.previous and not entry.obsolete:
        yield from _quoted("#| msgid", entry.previous, "#| ")
    for keyword, text in _statements(entry):
        yield from _quoted(f"{dead}{keyword}", text, dead)


def _statements(entry: Entry) -> Iterator[tuple[str, str]]:
    if entry.context:
        yield "msgctxt", entry.context
    yield "msgid", entry.source
    if not entry.plural:
        yield from (("msgstr", translation) for translation in entry.translations)
        return
    yield "msgid_plural", entry.plural
    yield from ((f"msgstr[{index}]", translation) for index, translation in enumerate(entry.translations))


def _previous(lines: Iterable[str]) -> str:
    keyword, text = "", ""
    for line in lines:
        if found := _STATEMENT.fullmatch(line):
            keyword = found[1] or keyword
            text += _unescaped(found[3]) if keyword == "msgid" else ""
    return text


def _quoted(keyword: str, text: str, dead: str) -> Iterator[str]:
    parts = re.findall(r"[^\n]*\n|[^\n]+", text)
    if len(parts) < 2:
        yield f'{keyword} "{_escaped(text)}"'
        return
    yield f'{keyword} ""'
    yield from (f'{dead}"{_escaped(part)}"' for part in parts)


def _escaped(text: str) -> str:
    text = text.replace("\\", "\\\\").replace('"', '\\"')
    return text.replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r")


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda found: _ESCAPED.get(found[1], found[1]), text) if "\\" in text else text
