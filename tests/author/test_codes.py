"""Codes are stable, explained and used: the source, the table and the page say the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kiosk.author.codes import BY_CODE, CODES, FAMILIES
from kiosk.author.codes import page as pages
from kiosk.author.compile.compile import compile_folder
from tests.author.format import test_mistakes as mistakes

KIOSK = Path(pages.__file__).resolve().parents[2]
SOURCES = [path for path in sorted(KIOSK.rglob("*.py")) if path.parent.name != "codes"]
CODE = re.compile(r"[\"'`](K[1-9]\d\d)[\"'`]")
# Written in documentation or help, as examples.
EXAMPLES = {"K203"}


def used() -> dict[str, Path]:
    return {code: path for path in SOURCES for code in CODE.findall(path.read_text("utf-8"))}


def test_every_code_in_the_source_is_explained():
    unknown = {code: path.name for code, path in used().items() if code not in BY_CODE and code not in EXAMPLES}
    assert not unknown, "Rule: a code is explained in kiosk/author/codes"


def test_every_code_that_is_explained_is_used():
    assert not set(BY_CODE) - set(used()), "Rule: what nothing reports is not explained"


def test_codes_are_unique_and_in_their_families():
    assert len(CODES) == len(BY_CODE)
    for family in FAMILIES:
        for code in family.codes:
            assert re.fullmatch(rf"K{family.digit}\d\d", code.code)


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.code)
def test_an_explanation_is_whole(code):
    assert code.title[:1] == code.title[:1].upper()
    assert not code.title.endswith(".")
    assert len(code.title) <= 60
    assert code.cause.endswith((".", "?", "`", ")"))
    assert code.cure.endswith((".", "`"))


def test_the_page_explains_every_code_and_is_up_to_date(capsys):
    text = pages.PAGE.read_text("utf-8")
    for code in CODES:
        assert f"### {code.code}: {code.title}" in text
    assert pages.main(["--check"]) == 0, "run `make docs`"


def test_a_page_that_is_out_of_date_is_told_and_written_anew(tmp_path, capsys):
    page = tmp_path / "docs" / "checks.md"
    assert pages.main(["--check", "--out", str(page)]) == 1
    assert "make docs" in capsys.readouterr().err
    assert pages.main(["--out", str(page)]) == 0
    assert pages.main(["--check", "--out", str(page)]) == 0


ROWS = [*mistakes.STRUCTURE, *mistakes.VALUES, *mistakes.WHOLE, *mistakes.SYNTAX, *mistakes.FILES]


@pytest.mark.parametrize(("old", "new"), [pytest.param(*row[1:3], id=row[0]) for row in ROWS])
def test_no_problem_is_without_a_code(booth, old, new):
    booth.spoil(old, new)
    for problem in compile_folder(booth.folder, lint=True).problems:
        assert problem.code in BY_CODE, problem
        assert BY_CODE[problem.code].severity == problem.severity, problem


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("content.yaml", b"", "K104"),
        ("content.yaml", b"\xff\xfek\0", "K103"),
        ("content.yaml", b"kiosk: \xff", "K103"),
        ("content.yaml", b"- a\n", "K208"),
        ("assets/cover.png", b"", "K408"),
        ("assets/cover.png", b"version https://git-lfs.github.com/spec/v1\n", "K408"),
        ("assets/cover.png", b"%PDF-1.7", "K409"),
        ("assets/cover.png", b"\x89PNG\r\n\x1a\nrubbish", "K414"),
        ("assets/cover.png", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "K411"),
        ("assets/film.webm", b"GIF89a", "K410"),
        ("assets/film.webm", b"\x1a\x45\xdf\xa3rubbish", "K415"),
        ("assets/logo.svg", b"<svg><script/></svg>", "K417"),
        ("assets/logo.svg", b"<svg>" + b"<g>" * 200, "K418"),
        ("assets/logo.svg", b"<svg", "K419"),
        ("assets/film.en.vtt", b"1\n00:00:01,000 --> 00:00:02,000\nHello\n", "K420"),
        ("assets/film.en.vtt", b"WEBVTT\n\n00:04.000 --> 00:01.000\nHello\n", "K421"),
        ("assets/film.en.vtt", b"WEBVTT\n\n00:01.000 --> 00:04.000\n\n", "K422"),
        ("translations/de/LC_MESSAGES/content.po", b"what is this\n", "K506"),
        ("translations/de/LC_MESSAGES/content.po", 'msgid "a"\nmsgstr "b\u202ec"\n'.encode(), "K507"),
        ("assets/extra.jpg", b"x", "K423"),
    ],
)
def test_what_is_wrong_with_a_file_has_its_code(booth, name, data, code):
    booth.put(name, data)
    problems = compile_folder(booth.folder, lint=True).problems
    assert code in {problem.code for problem in problems}
    assert all(problem.code in BY_CODE for problem in problems)


KINDS = {
    "duplicate key": "K119",
    "unknown key": "K202",
    "unknown block": "K203",
    "missing title": "K201",
    "alias": "K116",
    "duplicate block id": "K301",
    "opens nothing": "K303",
    "number of a film": "K304",
    "missing file": "K401",
    "wrong case": "K402",
    "unknown language": "K501",
    "language missing in list": "K503",
}


@pytest.mark.parametrize("row", [row for row in ROWS if row[0] in KINDS], ids=lambda row: row[0])
def test_kinds_of_mistakes_are_told_apart(booth, row):
    booth.spoil(*row[1:3])
    assert {problem.code for problem in booth.compile().problems if problem.severity == "error"} == {KINDS[row[0]]}
