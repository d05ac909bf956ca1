from __future__ import annotations

import json
from pathlib import Path

import pytest

from kiosk.author.report import as_github, as_json, as_text, rows
from kiosk.author.verdict import MOST_PROBLEMS, Verdict, judge
from kiosk.ground.errors import Position, Problem
from kiosk.store.compilation import Coverage, Report, Silence

FOLDER = Path("booth")
FILE = FOLDER / "content.yaml"
GERMAN = Coverage("de", "Deutsch", 10, 7, missing=2, fuzzy=1, films=3, captions=2)


def problem(**more) -> Problem:
    return Problem(
        **{
            "position": Position(FILE, 12, 5),
            "what": "wrong",
            "cure": "Mend it.",
            "source_line": "a:  bcd",
            "code": "K203",
        }
        | more
    )


def warning(**more) -> Problem:
    return problem(**{"severity": "warning", "code": "K412"} | more)


def text_of(*problems: Problem) -> str:
    return as_text(Verdict(FOLDER, problems))


def test_a_problem_shows_its_code_line_and_place():
    assert text_of(problem()) == (
        "Errors (1)\n"
        "\n"
        "booth/content.yaml:12:5: error[K203]: wrong\n"
        " 12 | a:  bcd\n"
        "    |     ^\n"
        "    = Mend it.\n"
        "\n"
        "1 error in `booth`: the booth cannot show this bundle yet."
    )


def test_errors_stand_before_warnings_under_headings_of_their_own():
    lines = text_of(warning(), problem(), warning()).splitlines()
    heads = [line for line in lines if line.startswith(("Errors", "Warnings", "booth/"))]
    place = "booth/content.yaml:12:5: "
    assert heads == [
        "Errors (1)",
        f"{place}error[K203]: wrong",
        "Warnings (2)",
        f"{place}warning[K412]: wrong",
        f"{place}warning[K412]: wrong",
    ]


def test_wide_letters_and_controls_keep_the_place():
    text = text_of(problem(source_line="重庆\x1b[b", position=Position(FILE, 1, 4)))
    assert " 1 | 重庆 [b\n   |      ^" in text


def test_a_file_as_a_whole_has_no_line():
    text = text_of(*[warning(position=Position(FILE), source_line="")] * 2)
    assert "\nbooth/content.yaml: warning[K412]: wrong\n  = Mend it.\n\n" in text
    assert text.endswith("2 warnings in `booth`: the booth can show this bundle.")


def test_nothing_wrong():
    assert text_of() == "No problems in `booth`."


def test_what_can_be_shown_says_how_much_memory_it_needs():
    assert as_text(Verdict(FOLDER, (), memory_bytes=312_400_000)).endswith("\nIt will need about 312 MB of memory.")
    assert "memory" not in as_text(Verdict(FOLDER, (problem(),), memory_bytes=312_400_000))


def test_both_are_counted_and_what_is_silenced_too():
    verdict = Verdict(FOLDER, (problem(), warning()), ((warning(), SILENCE),))
    assert as_text(verdict).endswith(
        "1 error and 1 warning in `booth`: the booth cannot show this bundle yet.\n"
        "1 warning silenced by `checks` in content.yaml."
    )


SILENCE = Silence("K412", "On purpose", "", str(FILE), 90, 5)


def test_the_same_for_programs():
    verdict = judge(FOLDER, Report((problem(), warning()), coverage=(GERMAN,), silences=(SILENCE,), memory_bytes=7))
    answer = json.loads(as_json(verdict))
    told = {
        "file": "booth/content.yaml",
        "line": 12,
        "column": 5,
        "severity": "error",
        "code": "K203",
        "language": "",
        "what": "wrong",
        "cure": "Mend it.",
        "source_line": "a:  bcd",
    }
    silenced = {**told, "severity": "warning", "code": "K412", "reason": "On purpose", "silenced_on_line": 90}
    assert answer == {
        "bundle": "booth",
        "errors": 1,
        "warnings": 0,
        "problems": [told],
        "silenced": [silenced],
        "languages": [
            {
                "code": "de",
                "name": "Deutsch",
                "texts": 10,
                "translated": 7,
                "missing": 2,
                "uncertain": 1,
                "obsolete": 0,
                "no_font": 0,
                "does_not_fit": None,
                "films": 3,
                "captions": 2,
            }
        ],
        "memory_bytes": 7,
    }


@pytest.mark.parametrize(
    ("told", "command"),
    [
        (problem(), "::error file=booth/content.yaml,line=12,col=5,title=K203::wrong. Mend it."),
        (warning(position=Position(FILE)), "::warning file=booth/content.yaml,title=K412::wrong. Mend it."),
        (
            problem(what="50% of a\nline, and: more", position=Position(FOLDER / "a,b:c.yaml", 1, 2)),
            "::error file=booth/a%2Cb%3Ac.yaml,line=1,col=2,title=K203::50%25 of a%0Aline, and: more. Mend it.",
        ),
    ],
)
def test_the_same_beside_the_lines_on_github(told, command):
    assert as_github(Verdict(FOLDER, (told,))) == command


def test_github_gets_paths_from_where_the_check_is_run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    inside = as_github(Verdict(FOLDER, (problem(position=Position(tmp_path / "a" / "content.yaml")),)))
    outside = as_github(Verdict(FOLDER, (problem(position=Position(Path("/elsewhere/content.yaml"))),)))
    assert "file=a/content.yaml," in inside
    assert "file=/elsewhere/content.yaml," in outside


def test_a_language_is_a_row_of_what_was_counted():
    undrawn = warning(code="K650", language="de")
    misfits = [warning(code="K760", language="de"), warning(code="K763", language="de"), warning(code="K760")]
    report = Report((undrawn,), coverage=(GERMAN, Coverage("en", "English", 10, 10)))
    heading, table = rows(judge(FOLDER, report).languages)
    assert len(heading) == len(table[0])
    assert table == [
        ("de Deutsch", "10", "7", "2", "1", "1", "-", "2 of 3"),
        ("en English", "10", "10", "0", "0", "0", "-", "-"),
    ]
    _, table = rows(judge(FOLDER, report, misfits).languages)
    assert [row[6] for row in table] == ["2", "0"]


def test_of_very_many_only_the_first_are_told():
    many = [problem(position=Position(FILE, line)) for line in range(1, MOST_PROBLEMS + 3)]
    verdict = judge(FOLDER, Report((*many, *[warning()] * 2)))
    assert (verdict.errors, verdict.warnings) == (MOST_PROBLEMS + 1, 1)
    assert "2 more errors" in as_text(verdict)
