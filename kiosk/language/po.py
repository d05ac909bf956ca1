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

    def entry(self) -> Entry:
        """Return what has been read."""
        forms = sorted(key for key in self.texts if key.startswith("msgstr"))
        remarks = self.remarks.get
        return Entry(
            source=self.texts["msgid"],
            translations=tuple(self.texts[form] for form in forms) or ("",),
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

    A file with hundreds of mistakes is none, and is read no further.
    """
    entries: dict[tuple[str, str, bool], Entry] = {}
    problems: list[Problem] = []
    lines = text.removeprefix("\ufeff").split("\n")
    draft = _Draft()

    def report(line: int, what: str, cure: str) -> None:
        problems.append(Problem(Position(file, line, 1), what, cure, lines[line - 1].rstrip("\r")))

    def finish() -> None:
        nonlocal draft
        if "msgid" in draft.texts:
            entry = draft.entry()
            if not problems and not any(keyword.startswith("msgstr") for keyword in draft.texts):
                report(draft.line, "a message without `msgstr`", "Write its `msgstr`.")
            if entries.setdefault((*entry.key, entry.obsolete), entry) is not entry:
                report(draft.line, "this message is here twice", "Delete one of the two.")
        elif draft.texts:
            report(draft.line, "a message without `msgid`", "Write its `msgid`.")
        draft = _Draft()

    for number, line in enumerate(lines, 1):
        if len(problems) >= _MOST_PROBLEMS:
            break
        obsolete = line.startswith("#~")
        rest = line.removeprefix("#~").strip() if obsolete else line.strip()
        if not rest:
            finish()
        elif rest.startswith("#") or (obsolete and rest.startswith("|")):
            if draft.texts:
                finish()
            remark = rest.removeprefix("#")
            if "|" in remark and _PREVIOUS.match(remark):  # Babel writes `#| msgid` as `# | msgid`
                remark = remark.lstrip()
            mark = remark[:1] if remark[:1] in _MARKS else " "
            draft.remarks.setdefault(mark, []).append(remark.removeprefix(mark).strip())
        elif found := _STATEMENT.fullmatch(rest):
            keyword = found[1] or draft.current
            if found[1] in ("msgctxt", "msgid") and "msgid" in draft.texts:  # no empty line between two messages
                finish()
            if not keyword or (found[1] and found[1] in draft.texts):
                report(number, "a text that belongs to no message", "Begin with `msgid`.")
                continue
            draft.line = draft.line or number
            draft.obsolete = obsolete
            draft.current = keyword
            draft.texts[keyword] = draft.texts.get(keyword, "") + _unescaped(found[3])
        else:
            cure = 'Each line is a comment or a keyword with a text in double quotes, such as msgid "Home".'
            report(number, "this is not the .po format", cure)
    finish()
    return tuple(entries.values()), tuple(problems)


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
    if entry.context:
        yield from _quoted(f"{dead}msgctxt", entry.context, dead)
    yield from _quoted(f"{dead}msgid", entry.source, dead)
    if entry.plural:
        yield from _quoted(f"{dead}msgid_plural", entry.plural, dead)
    for index, translation in enumerate(entry.translations):
        yield from _quoted(f"{dead}msgstr[{index}]" if entry.plural else f"{dead}msgstr", translation, dead)


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
