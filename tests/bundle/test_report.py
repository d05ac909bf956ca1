from __future__ import annotations

import json
from pathlib import Path

from kiosk.bundle.report import as_json, as_text
from kiosk.errors import Position, Problem

FILE = Path("booth/content.yaml")


def problem(**more) -> Problem:
    return Problem(
        **{"position": Position(FILE, 12, 5), "what": "wrong", "cure": "Mend it.", "source_line": "a:  bcd"} | more
    )


def test_a_problem_shows_its_line_and_place():
    assert as_text(Path("booth"), [problem()]) == (
        "booth/content.yaml:12:5: error: wrong\n"
        " 12 | a:  bcd\n"
        "    |     ^\n"
        "    = Mend it.\n"
        "\n"
        "1 error in booth: the booth cannot show this bundle yet."
    )


def test_wide_letters_and_controls_keep_the_place():
    text = as_text(Path("booth"), [problem(source_line="重庆\x1b[b", position=Position(FILE, 1, 4))])
    assert " 1 | 重庆 [b\n   |      ^" in text


def test_a_file_as_a_whole_has_no_line():
    text = as_text(Path("booth"), [problem(position=Position(FILE), source_line="", severity="warning")] * 2)
    assert text.startswith("booth/content.yaml: warning: wrong\n  = Mend it.\n\n")
    assert text.endswith("2 warnings in booth: the booth can show this bundle.")


def test_nothing_wrong():
    assert as_text(Path("booth"), []) == "No problems in booth."


def test_both_are_counted():
    assert "1 error and 1 warning" in as_text(Path("b"), [problem(), problem(severity="warning")])


def test_the_same_for_programs():
    answer = json.loads(as_json(Path("booth"), [problem()]))
    assert (answer["bundle"], answer["errors"], answer["warnings"]) == ("booth", 1, 0)
    assert answer["problems"] == [
        {
            "file": "booth/content.yaml",
            "line": 12,
            "column": 5,
            "severity": "error",
            "what": "wrong",
            "cure": "Mend it.",
            "source_line": "a:  bcd",
        }
    ]
