from __future__ import annotations

import pytest

from kiosk.bundle.captions import Cue, parse_captions, read_captions
from kiosk.ground.errors import KioskError


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("WEBVTT\n\n00:01.000 --> 00:02.500\nHello\n", [Cue(1, 2.5, "Hello")]),
        ("\ufeffWEBVTT - title\r\n\r\n1\r\n01:00:00.000 --> 01:00:02.000\r\nOne\r\nTwo", [Cue(3600, 3602, "One\nTwo")]),
        (
            "WEBVTT\nKind: captions\n\n00:00.000 --> 00:01.000 align:start\n<v Ann>Hi <b>you</b> &amp; me",
            [Cue(0, 1, "Hi you & me")],
        ),
        ("WEBVTT\n\nNOTE words\nmore\n\nSTYLE\n::cue {}\n\n00:00.000 --> 00:01.000\nHi", [Cue(0, 1, "Hi")]),
        ("WEBVTT\n\n00:05.000 --> 00:06.000\nB\n\n00:01.000 --> 00:02.000\nA", [Cue(1, 2, "A"), Cue(5, 6, "B")]),
        ("WEBVTT\n\n00:00.000 --> 00:01.000\n<00:00.500>ab\x1bc", [Cue(0, 1, "abc")]),
    ],
)
def test_cues_are_read(tmp_path, text, cues):
    (tmp_path / "a.vtt").write_bytes(text.encode())
    assert list(read_captions(tmp_path / "a.vtt")) == cues


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        ("", 1, "WEBVTT"),
        ("1\n00:00:01,000 --> 00:00:02,000\nSubRip\n", 1, "WEBVTT"),
        ("WEBVTT\n\n00:01,000 --> 00:02,000\nHi", 3, "times"),
        ("WEBVTT\n\n00:01.000 -> 00:02.000\nHi", 3, "times"),
        ("WEBVTT\n\nname\n00:01.000 - 00:02.000\nHi", 4, "times"),
        ("WEBVTT\n\n00:99.000 --> 00:02.000\nHi", 3, "times"),
        ("WEBVTT\n\n00:02.000 --> 00:01.000\nHi", 3, "ends before"),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\n\nHi", 3, "no text"),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\nHi\n00:03.000 --> 00:04.000\nYou", 5, "inside another"),
        ("WEBVTT\n\njust words", 3, "times"),
        ("WEBVTT\n", 1, "no cue"),
    ],
)
def test_mistakes_have_a_line(text, line, word):
    _, mistakes = parse_captions(text)
    assert (mistakes[0].line, word in mistakes[0].what) == (line, True)


def test_a_cue_with_a_mistake_does_not_spoil_the_others(tmp_path):
    (tmp_path / "a.vtt").write_bytes(b"WEBVTT\n\nx\n\n00:00.000 --> 00:01.000\n\xff Hi")
    assert len(read_captions(tmp_path / "a.vtt")) == 1


def test_a_missing_file_is_an_error_of_ours(tmp_path):
    with pytest.raises(KioskError, match="cannot be read"):
        read_captions(tmp_path / "none.vtt")


def test_mistakes_in_captions_are_told_in_their_own_file(booth):
    file = booth.put("assets/film.en.vtt", "WEBVTT\n\n00:02.000 --> 00:01.000\nHi\n")
    problem = booth.compile().problems[0]
    assert (problem.position.file, problem.position.line) == (file, 3)
    assert problem.source_line == "00:02.000 --> 00:01.000"


def test_captions_that_are_no_text_are_told(booth):
    file = booth.put("assets/film.en.vtt", b"WEBVTT\n\n00:01.000 --> 00:02.000\n\xe9\n")
    problem = booth.compile().problems[0]
    assert (problem.position.file, problem.position.line) == (file, 4)
