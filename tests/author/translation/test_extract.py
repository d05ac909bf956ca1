from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.extract import extract
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

from kiosk.author.translation.catalogs import template_text
from kiosk.author.translation.extract import MOST_PLACES, extract_texts, read_content
from kiosk.ground.errors import BundleError


@pytest.mark.parametrize(
    ("text", "lines", "notes"),
    [
        ("Test booth", (2,), ("booth, title", "The name of the booth.")),
        ("Touch me", (4,), ("booth, call to action", "The attract loop's call to action.")),
        ("Emblem", (10,), ("booth, alternative text of the logo", "What the picture shows,")),
        ("Second line", (21,), ("attract loop, line of item 2", "The line of text over it; under 50 characters")),
        ("Cars", (25,), ("sector cars, title", "Its title; under 40 characters reads best.")),
        ("All about cars", (26,), ("sector cars, summary", "A sentence about it; under 140 characters")),
        ("Cover", (30,), ("sector cars, alternative text of the cover", "What the picture shows,")),
        ("Cars built", (36,), ("sector cars, label of a stat", "What was counted.")),
        ("Cars per year", (42,), ("sector cars, title of a chart", "What the chart shows.")),
        ("A heading", (47,), ("sector cars, heading of a text",)),
        ("A paragraph of words.", (49,), ("sector cars, paragraph of a text",)),
        ("a bullet", (51,), ("sector cars, bullet of a text",)),
        ("On the line", (57,), ("sector cars, title of a film", "Its title.")),
        ("Well said", (59,), ("sector cars, text of a quote", "The words.")),
        ("Someone", (59,), ("sector cars, name of the speaker of a quote", "Who said it.")),
        ("First", (61,), ("sector cars, caption of a gallery item", "The line under it.")),
        ("Read on", (62,), ("sector cars, label of a link", "What waits there.")),
        ("Numbers", (64,), ("page of statistics, title", "Its title.")),
        ("Area", (66,), ("page of statistics, label of a stat", "What was counted.")),
    ],
)
def test_a_text_comes_with_its_lines_and_where_it_stands(booth, text, lines, notes):
    found = {text.text: text for text in extract_texts(booth.folder)}[text]
    assert found.lines == lines
    assert len(found.notes) == len(notes)
    assert all(said.startswith(begin) for said, begin in zip(found.notes, notes, strict=True))


def test_what_holds_no_words_is_not_translated(booth):
    texts = {text.text for text in extract_texts(booth.folder)}
    assert not texts & {"2022", "assets/home.jpg", "#E5432D", "cars", "https://example.org/"}


def test_a_text_that_stands_often_is_one_text(booth):
    quote = "\n      - quote: {text: Well said, who: Someone, role: Somewhere}"
    booth.spoil(quote, "".join(f"\n      - link: {{url: 'https://example.org/{n}', label: Home}}" for n in range(9)))
    booth.text = booth.file.read_text()
    booth.spoil("title: Numbers", "title: Home")
    (found,) = (text for text in extract_texts(booth.folder) if text.text == "Home")
    assert len(found.lines) == 11  # the picture's alternative text among them
    assert [note for note in found.notes if ", " in note][:3] == [
        "booth, alternative text of the picture",
        "sector cars, label of a link",
        "page of statistics, title",
    ]


def test_the_places_of_a_text_are_told_only_so_far(booth):
    booth.text = booth.text.replace("title: Numbers", "title: Home").replace("title: Films", "title: Home")
    booth.text = (
        booth.text.replace("Read on", "Home").replace("First line", "Home").replace("title: Cars\n", "title: Home\n")
    )
    booth.spoil("call: Touch me", "call: Home")
    (found,) = (text for text in extract_texts(booth.folder) if text.text == "Home")
    assert found.notes[MOST_PLACES] == "and in 3 more places"


def test_what_a_map_says_need_not_be_translated(booth):
    booth.spoil("title: Test booth", "title: {en: Test booth, de: A, ar: B}")
    assert "Test booth" not in [text.text for text in extract_texts(booth.folder)]
    booth.spoil("title: Test booth", "title: {en: Test booth, de: A}")
    assert "Test booth" in [text.text for text in extract_texts(booth.folder)]
    assert "Test booth" not in [text.text for text in extract_texts(booth.folder, "de")]
    assert "Test booth" in [text.text for text in extract_texts(booth.folder, "ar")]


def test_a_warning_is_no_obstacle(booth):
    booth.spoil("title: Test booth", "title: Hall #3")
    assert extract_texts(booth.folder)[0].text == "Hall"


@pytest.mark.parametrize("text", ["a: [", "- a\n", "# nothing"])
def test_what_is_no_bundle_has_no_texts(booth, text):
    booth.write(text)
    with pytest.raises(BundleError):
        extract_texts(booth.folder)


def test_babel_finds_the_same_by_its_own_command(booth):
    (booth.folder / "babel.cfg").write_text("[kiosk: content.yaml]\n")
    command = [
        Path(sys.executable).with_name("pybabel"),
        "-q",
        "extract",
        "--no-location",
        "-F",
        "babel.cfg",
        "-o",
        "babel.pot",
        ".",
    ]
    subprocess.run(command, cwd=booth.folder, check=True)
    theirs = read_po(io.BytesIO((booth.folder / "babel.pot").read_bytes()))
    ours = read_po(io.StringIO(template_text(booth.folder)))
    assert [m.id for m in theirs] == [m.id for m in ours]
    for message in filter(lambda message: message.id, ours):
        assert theirs[message.id].auto_comments == message.auto_comments


def test_babel_finds_nothing_in_other_yaml():
    assert list(extract("kiosk", io.BytesIO(b"services: {web: {title: A title}}"))) == []


@given(st.binary(max_size=60) | st.text(max_size=60).map(lambda text: f"kiosk: 1\n{text}".encode()))
def test_babel_gets_texts_or_a_plain_error(data):
    try:
        found = list(read_content(io.BytesIO(data), {}, (), {}))
    except BundleError:
        return
    assert all(line > 0 and text for line, _, text, _ in found)
