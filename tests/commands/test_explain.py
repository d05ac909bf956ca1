from __future__ import annotations

import pytest

from kiosk import cli
from kiosk.author.codes import CODES
from kiosk.commands.explain import explained


@pytest.mark.parametrize("written", ["K412", "k412", "[K412]"])
def test_a_code_is_explained(written, capsys):
    assert cli.main(["explain", written]) == 0
    said = capsys.readouterr().out
    assert said.startswith("K412 (warning): A long film\n\n")
    assert "What to do: " in said
    assert "- {silence: K412, reason: ...}" in said


def test_an_error_has_no_word_on_silencing(capsys):
    assert cli.main(["explain", "K202"]) == 0
    assert "silence" not in capsys.readouterr().out


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.code)
def test_an_explanation_fits_a_terminal(code):
    assert max(len(line) for line in explained(code).splitlines()) <= 120


def test_what_is_no_code_is_asked_back_about(capsys):
    assert cli.main(["explain", "K4122"]) == 2
    assert "Did you mean `K4" in capsys.readouterr().err
