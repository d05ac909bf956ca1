"""Changing `booth.yaml` in place: the value is there, everything else stays, and no comment is ever lost."""

# ruff: noqa: E501 - one row of a table, one line

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.ground.errors import KioskError
from kiosk.settings.editing import edit, written
from kiosk.settings.keys import flat
from kiosk.settings.reading import check_bytes
from kiosk.settings.settings import USUAL

FILE = Path("booth.yaml")

EDITS = [
    # name, before, changes, after
    ("a value", "booth: 1\nsticks: any  # all\n", {"sticks": "never"}, "booth: 1\nsticks: never  # all\n"),
    ("in a section", "booth: 1\nsound:\n  volume: 40 # low\n", {"sound.volume": 50}, "booth: 1\nsound:\n  volume: 50 # low\n"),
    ("in braces", "booth: 1\nsound: {volume: 40, cap: 60}\n", {"sound.volume": 50}, "booth: 1\nsound: {volume: 50, cap: 60}\n"),
    ("a new section", "booth: 1\n", {"sound.cap": 60}, "booth: 1\nsound:\n  cap: 60\n"),
    ("a new key", "booth: 1\nsound:\n  volume: 40 # low\n# end\n", {"sound.cap": 60}, "booth: 1\nsound:\n  volume: 40 # low\n  cap: 60\n# end\n"),
    ("its indentation", "booth: 1\nsound:\n    volume: 40\nsticks: any\n", {"sound.cap": 60}, "booth: 1\nsound:\n    volume: 40\n    cap: 60\nsticks: any\n"),
    ("a new key in braces", "booth: 1\nsound: {volume: 40} # x\n", {"sound.cap": 60}, "booth: 1\nsound: {volume: 40, cap: 60} # x\n"),
    ("empty braces", "booth: 1\nsound: {}\n", {"sound.cap": 60}, "booth: 1\nsound: {cap: 60}\n"),
    ("an empty section", "booth: 1\nsound: # soon\nsticks: any\n", {"sound.cap": 60}, "booth: 1\nsound: # soon\n  cap: 60\nsticks: any\n"),
    ("null for a section", "booth: 1\nsound: ~\n", {"sound.cap": 60}, "booth: 1\nsound: {cap: 60}\n"),
    ("no end of line", "booth: 1", {"sticks": "any"}, "booth: 1\nsticks: any\n"),
    ("an end of line like the others", "booth: 1\r\n", {"sound.cap": 60}, "booth: 1\r\nsound:\r\n  cap: 60\r\n"),
    ("a mark of UTF-8", "\ufeffbooth: 1\nname: é\n", {"name": "Hall 3"}, '\ufeffbooth: 1\nname: "Hall 3"\n'),
    ("all in braces", "{booth: 1}\n", {"sound.cap": 60, "sticks": "any"}, "{booth: 1, sound: {cap: 60}, sticks: any}\n"),
    ("indented as a whole", " booth: 1\n", {"sound.cap": 60}, " booth: 1\n sound:\n   cap: 60\n"),
    ("the end of the document", "booth: 1\n...\n", {"sticks": "any"}, "booth: 1\nsticks: any\n...\n"),
    ("nothing but words", "# nothing yet\n", {"sticks": "any"}, "# nothing yet\nbooth: 1\nsticks: any\n"),
    ("nothing", "", {"sticks": "any"}, "booth: 1\nsticks: any\n"),
    ("a list", "booth: 1\nlanguages:\n  offered:\n    # first\n    - de # German\n    - en\n  default: de\n", {"languages.offered": ["ar", "en"]}, "booth: 1\nlanguages:\n  offered: [ar, en] # first\n  # German\n  default: de\n"),
    ("a list at its key's column", "booth: 1\nhours:\n  mon:\n  - 09:00-12:00\n  tue: closed\n", {"hours.mon": "closed"}, "booth: 1\nhours:\n  mon: closed\n  tue: closed\n"),
    ("a list over lines", "booth: 1\nlanguages: {offered: [de, # x\n  en], default: de}\n", {"languages.offered": ["ar"]}, "booth: 1\nlanguages: {offered: [ar] # x\n            , default: de}\n"),
    ("a text over lines", "booth: 1\nname: > # long\n  Hall # 3\n\n  left\nsticks: any\n", {"name": "Hall"}, "booth: 1\nname: Hall # long\nsticks: any\n"),
    ("a value that is not there", "booth: 1\npin:\n  hash:\n  scrambled: true\n", {"pin.hash": "x"}, "booth: 1\npin:\n  hash: x\n  scrambled: true\n"),
    ("behind one that is not there", "{booth: 1, languages: {offered: }}", {"languages.staff": "de"}, "{booth: 1, languages: {offered:  , staff: de}}"),
    ("out", "booth: 1\nsticks: any\nname: x\n", {"sticks": None}, "booth: 1\nname: x\n"),
    ("out, with a word", "booth: 1\nsticks: any # why\nname: x\n", {"sticks": None}, "booth: 1\n# why\nname: x\n"),
    ("out of a section", "booth: 1\nsound:\n  volume: 40\n  cap: 50\n", {"sound.volume": None}, "booth: 1\nsound:\n  cap: 50\n"),
    ("the last of a section", "booth: 1\nsound: # s\n  # v\n  volume: 40\nname: x\n", {"sound.volume": None}, "booth: 1\n# s\n# v\nname: x\n"),
    ("a section", "booth: 1\nhours: {mon: closed, tue: closed}\n", {"hours": None}, "booth: 1\n"),
    ("the first in braces", "booth: 1\nsound: {volume: 40, cap: 50}\n", {"sound.volume": None}, "booth: 1\nsound: { cap: 50}\n"),
    ("the last in braces", "booth: 1\nsound: {volume: 40, # v\n  cap: 50}\n", {"sound.cap": None}, "booth: 1\nsound: {volume: 40 # v\n  }\n"),
    ("what is not there", "booth: 1\n", {"sound.cap": None, "sticks": None}, "booth: 1\n"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "changes", "after"), [row[1:] for row in EDITS], ids=[row[0] for row in EDITS])
def test_one_place_changes(before: str, changes: dict[str, object], after: str) -> None:
    assert edit(before, changes) == after


@pytest.mark.parametrize(
    ("value", "text"),
    [
        *((True, "true"), (40, "40"), (600.0, "600"), (33.5, "33.5"), (1_000_000, "1000000"), (["de", "ar"], "[de, ar]")),
        *(("no", '"no"'), ("closed", "closed"), ("09:00-12:00", '"09:00-12:00"'), ("", '""'), ('a "b"\n', '"a \\"b\\"\\n"')),
    ],
)  # fmt: skip
def test_values_are_written_so_that_they_are_read_as_they_were(value: object, text: str) -> None:
    assert written(value) == text


@pytest.mark.parametrize(
    "text", ["booth: [", "sound: 5\n", "sound: [a]\n", "? [a]\n: b\n", "x: " + "[" * 40 + "]" * 40 + "\n", "{? a}"]
)
def test_what_cannot_be_read_is_not_changed(text: str) -> None:
    with pytest.raises(KioskError, match="cannot be changed"):
        edit(text, {"sound.cap": 60})


# Any file, any changes: the file says what it should, and every comment is still there.

CHANGES = {
    "name": st.sampled_from(["Hall 3, left", "yes", "Halle # 3", 'say "x"', "大厅", "a: b"]),
    "languages.default": st.sampled_from(["de", "en"]),
    "languages.offered": st.lists(st.sampled_from(["de", "en", "ar"]), max_size=3, unique=True).map(lambda c: ["de", "en", *c]),
    "idle.seconds": st.integers(5, 3600) | st.just(33.5),
    "screen.rotation": st.sampled_from([0, 90, 180, 270]),
    "sound.volume": st.integers(0, 100),
    "sound.cap": st.integers(0, 100),
    "hours.mon": st.sampled_from(["closed", ["09:00-12:00", "13:00-18:00"], ["09:00-18:00"]]),
    "pin.scrambled": st.booleans(),
    "sticks": st.sampled_from(["never", "packed", "any"]),
    "counts.enabled": st.booleans(),
}  # fmt: skip
SECTIONS: dict[str, Any] = {
    "languages": {"default": "de", "offered": ["de", "en", "fr"]},
    "sound": {"volume": "40", "cap": "'90'"},
    "hours": {"mon": ["09:00-12:00", "13:00-18:00"], "tue": "closed"},
    "pin": {"scrambled": "true"},
    "idle": {"seconds": "30"},
}
SINGLE = {"sticks": "any", "name": "|\n  Hall\n\n  left", "counts": "{}"}


@st.composite
def texts(draw: st.DrawFn) -> str:
    """A file of settings as a hand may have written it: mappings and lists in either style, words anywhere."""
    newline = draw(st.sampled_from(["\n", "\n", "\r\n"]))
    number = iter(range(1000))

    def word() -> str:
        return f" # c{next(number)}" if draw(st.booleans()) else ""

    def line_of_words(indent: int) -> list[str]:
        return [f"{' ' * indent}# c{next(number)} it's: [x" for _ in range(draw(st.integers(0, 1)))]

    def listed(value: object, indent: int) -> list[str]:
        """The lines behind `key:`."""
        if isinstance(value, str):
            return [f" {value}{word()}"]
        assert isinstance(value, list)
        if draw(st.booleans()):
            return [f"{word()}", *(f"{' ' * indent}- {item}{word()}" for item in value)]
        if draw(st.booleans()):
            return [f" [{', '.join(value)}]{word()}"]
        return [f" [{word()}", *(f"{' ' * indent} {item},{word()}" for item in value), f"{' ' * indent} ]{word()}"]

    lines = [*line_of_words(0), f"booth: 1{word()}"]
    for name in draw(st.lists(st.sampled_from([*SECTIONS, *SINGLE]), unique=True)):
        lines += line_of_words(0)
        if name in SINGLE:
            lines += f"{name}: {SINGLE[name]}{'' if name == 'name' else word()}".split("\n")
            continue
        keys = SECTIONS[name]
        if draw(st.booleans()):
            inner = ", ".join(f"{k}: {v if isinstance(v, str) else '[' + ', '.join(v) + ']'}" for k, v in keys.items())
            comma = draw(st.sampled_from(["", ","]))
            lines.append(f"{name}: {{{inner}{comma}}}{word()}")
            continue
        lines.append(f"{name}:{word()}")
        indent = draw(st.sampled_from([1, 2, 4]))
        for key, value in keys.items():
            lines += line_of_words(indent)
            first, *rest = listed(value, indent + draw(st.sampled_from([0, 2])))
            lines += [f"{' ' * indent}{key}:{first}", *rest]
    lines += line_of_words(0)
    return newline.join(lines) + draw(st.sampled_from(["", newline]))


@st.composite
def changes(draw: st.DrawFn) -> list[dict[str, object]]:
    """Some changes, one after the other; None takes a setting out."""
    names = draw(st.lists(st.sampled_from(list(CHANGES)), min_size=1, max_size=6))
    return [{name: draw(CHANGES[name] | st.none())} for name in names]


@settings(max_examples=120)
@given(text=texts(), series=changes())
def test_after_any_changes_the_file_says_what_it_should_and_keeps_every_comment(
    text: str, series: list[dict[str, object]]
) -> None:
    before, problems = check_bytes(text.encode(), FILE)
    assert before is not None, problems
    usual, expected = flat(USUAL), flat(before)
    words = Counter(re.findall(r"# c\d+", text))
    for change in series:
        text = edit(text, change)
        after, problems = check_bytes(text.encode(), FILE)
        assert after is not None, (problems, text)
        ((name, value),) = change.items()
        now = flat(after)
        expected |= {name: usual[name] if value is None else value}
        for key, wanted in expected.items():
            if not key.startswith("hours."):
                assert now[key] == wanted, (key, text)
        if name == "hours.mon" and value is not None:
            assert now[name] == (value if isinstance(value, str) else ", ".join(value))
        assert Counter(re.findall(r"# c\d+", text)) == words, text
        assert ("\r\n" in text) <= (text.count("\n") == text.count("\r\n"))
