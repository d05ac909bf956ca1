"""What is found has a code that is explained."""

from __future__ import annotations

import re
from pathlib import Path

from kiosk.author import lint
from kiosk.author.codes import BY_CODE
from tests.author.lint.looking import look

MODULES = sorted(Path(lint.__file__).parent.glob("*.py"))
USED = sorted({code for path in MODULES for code in re.findall(r'"(K\d{3})"', path.read_text(encoding="utf-8"))})


def test_every_code_is_explained_as_a_warning():
    assert len(USED) > 20
    assert {code: BY_CODE[code].severity for code in USED} == dict.fromkeys(USED, "warning")


def test_a_bundle_with_errors_is_looked_at_too(booth):
    booth.spoil("title: Cars\n", "titel: Cars\n")
    problems = look(booth).problems
    assert {problem.severity for problem in problems} == {"error", "warning"}
    assert "K460" in {problem.code for problem in problems}


def test_every_finding_has_a_line_of_its_file(booth):
    for problem in look(booth).problems:
        if problem.position.line:
            lines = problem.position.file.read_text().splitlines()
            assert problem.source_line == lines[problem.position.line - 1]
