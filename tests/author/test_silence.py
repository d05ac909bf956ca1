from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.author.silence import sort_out
from kiosk.author.verdict import judge
from kiosk.ground.errors import Position, Problem
from kiosk.store.compilation import Report, Silence
from tests.author.making import CONTENT

FOLDER = Path("booth")
FILE = FOLDER / "content.yaml"


def entry(code: str = "K412", at: str = "", **more) -> Silence:
    return Silence(code, "On purpose", at, str(FILE), 90, 5, **more)


def warning(line: int = 12, column: int = 5, file: Path = FILE, **more) -> Problem:
    return Problem(
        Position(file, line, column), **{"what": "long", "cure": "Cut.", "severity": "warning", "code": "K412"} | more
    )


@pytest.mark.parametrize(
    ("silence", "problem", "is_silenced"),
    [
        (entry(), warning(), True),
        (entry("K423"), warning(), False),
        (entry(), warning(severity="error"), False),
        (entry(at="cars", first=(10, 5), end=(20, 3)), warning(), True),
        (entry(at="cars", first=(10, 5), end=(20, 3)), warning(20, 3), False),
        (entry(at="cars", first=(10, 5), end=(20, 3)), warning(10, 4), False),
        (entry(at="cars", first=(10, 5), end=(20, 3)), warning(file=FOLDER / "assets/a.vtt"), False),
        (entry(at="assets/a.webm"), warning(file=FOLDER / "assets/a.webm"), True),
        (entry(at="assets/old"), warning(file=FOLDER / "assets/old/deep/a.webm"), True),
        (entry(at="assets/old"), warning(file=FOLDER / "assets/older.webm"), False),
        (entry(at="assets/a.webm"), warning(source_line="src: 'assets/a.webm'", column=6), True),
        (entry(at="assets/a.web"), warning(source_line="src: assets/a.webm", column=6), False),
        (entry(at="assets/a.webm"), warning(what="`assets/a.webm` is long"), True),
        (entry(at="de"), warning(file=FOLDER / "translations/de/LC_MESSAGES/content.po"), True),
        (entry(at="de"), warning(file=FOLDER / "translations/de_AT/LC_MESSAGES/content.po"), False),
        (entry(at="de"), warning(language="de"), True),
        (entry(at="de"), warning(language="fr"), False),
        (entry(at="de"), warning(what="`Read on` is not translated into `de`"), True),
        (entry(at="de"), warning(what="`Read on` is not translated into `de` and `fr`"), False),
    ],
)  # fmt: skip
def test_an_entry_silences_what_it_names(silence, problem, is_silenced):
    left, silenced = sort_out(FOLDER, [problem], [silence])
    assert silenced == ([(problem, silence)] if is_silenced else [])
    assert (problem in left) is not is_silenced


def test_an_entry_without_effect_is_a_warning():
    idle = entry(at="cars", source_line="  - silence: K412")
    ((problem,), _) = sort_out(FOLDER, [], [idle])
    assert (problem.code, problem.severity, problem.source_line) == ("K232", "warning", idle.source_line)
    assert problem.position == Position(FILE, 90, 5)
    assert "K412 at `cars`" in problem.what
    assert sort_out(FOLDER, [], [idle], {"K412"}) == ([], [])
    assert sort_out(FOLDER, [warning(severity="error")], [idle]) == ([warning(severity="error")], [])


def write(booth, *entries: str) -> None:
    booth.write(CONTENT + "checks:\n" + "".join(f"  - {{{words}}}\n" for words in entries))


@pytest.mark.parametrize(
    ("words", "code", "cure"),
    [
        ("reason: R", "K201", "silence"),
        ("silence: K423", "K201", "why"),
        ("silence: K423, reason: ", "K204", ""),
        ("silence: k423, reason: R", "K230", "Did you mean `K423`?"),
        ("silence: K4230, reason: R", "K230", "Did you mean `K42"),
        ("silence: unused, reason: R", "K230", "Copy it"),
        ("silence: K401, reason: R", "K231", "Mend"),
        ("silence: [K423], reason: R", "K209", ""),
        ("silence: K423, reason: R, where: x", "K202", "`silence`, `reason` and `at`"),
    ],
)
def test_an_entry_that_makes_no_sense_is_an_error_in_its_place(booth, words, code, cure):
    write(booth, words)
    problems = [problem for problem in booth.compile().problems if problem.severity == "error"]
    assert [(problem.code, problem.position.line) for problem in problems] == [(code, CONTENT.count("\n") + 2)]
    assert cure in problems[0].cure


@pytest.mark.parametrize(
    ("at", "is_silenced"),
    [("", True), ("assets/raw.jpg", True), ("assets", True), ("assets/other.jpg", False), ("cars", False)],
)
def test_what_a_bundle_silences_is_told_with_its_reason(booth, at, is_silenced):
    booth.put("assets/raw.jpg", "x")
    write(booth, "silence: K423, reason: The source of another" + (f", at: {at}" if at else ""))
    compiled = booth.compile()
    assert compiled.bundle is not None
    report = Report(compiled.problems, silences=compiled.silences)
    verdict = judge(booth.folder, report)
    assert ["K423"] * is_silenced == [problem.code for problem, _ in verdict.silenced]
    assert all(silence.reason == "The source of another" for _, silence in verdict.silenced)
    assert ("K232" in {problem.code for problem in verdict.problems}) is not is_silenced


@pytest.mark.parametrize(
    ("id", "first", "after"),
    [
        ("cars", "  - id: cars", "statistics:"),
        ("line", "          id: line", "      - quote"),
        ("area", "    - stat: {id: area", "videos:"),
    ],
)
def test_an_id_reaches_to_where_the_next_part_begins(booth, id, first, after):
    write(booth, f"silence: K412, reason: R, at: {id}")
    (silence,) = booth.compile().silences
    lines = booth.file.read_text().split("\n")
    assert lines[silence.first[0] - 1].startswith(first)
    assert lines[silence.end[0] - 1].startswith(after)
    assert silence.at == id


@pytest.mark.parametrize("empty", ["[]", "{}"])
def test_what_holds_nothing_has_no_part_to_silence(booth, empty):
    write(booth, f"silence: K412, reason: R, at: nowhere}}\nnothing: {empty}\nmore: {{of: it")
    (silence,) = booth.compile().silences
    assert (silence.first, silence.end) == ((0, 0), (0, 0))


def test_what_is_silenced_changes_nothing_else(booth):
    before = booth.compile().bundle
    write(booth, "silence: K423, reason: R")
    assert booth.compile().bundle == before
