from __future__ import annotations

import pytest

from tests.author.lint.looking import only, places

CODES = ("K470", "K471", "K472", "K473")


@pytest.mark.parametrize(
    ("cues", "found"),
    [
        ("00:00.000 --> 00:00.900\nHello there\n", []),
        ("00:00.000 --> 00:01.400\nHello\n", []),
        ("00:00.000 --> 00:03.000\nHello\n", [("K470", 3)]),
        ("00:00.000 --> 00:00.600\nOne\n\n00:00.600 --> 00:00.900\nTwo\n", []),
        ("00:00.000 --> 00:00.600\nOne\n\n00:00.500 --> 00:00.900\nTwo\n", [("K471", 6)]),
        ("a name\n00:00.000 --> 00:00.800\nOne\n\n00:00.100 --> 00:00.300\nTwo\n", [("K471", 7)]),
        (f"00:00.000 --> 00:01.000\n{'word ' * 16}\nand more\n", [("K472", 3)]),
        (f"00:00.000 --> 00:01.000\n{'word ' * 6}\n", [("K473", 3)]),
        ("00:00.000 --> 00:01.000\n重庆是一座山城\n", []),
        ("00:00.000 --> 00:01.000\n重庆是一座山城也是一座江城\n", [("K473", 3)]),
    ],
)
def test_captions_end_in_time_and_can_be_read(booth, cues, found):
    booth.put("assets/film.en.vtt", f"WEBVTT\n\n{cues}")
    problems = only(booth, *CODES)
    assert [(problem.code, problem.position.line) for problem in problems] == found
    assert {name for name, _, _ in places(problems)} <= {"film.en.vtt"}
