"""`kiosk check` as it is typed: what it prints, where, and how it ends."""

from __future__ import annotations

import io
import json
import os
import pty
import subprocess
import sys

import pytest
from rich.console import Console

from kiosk import cli
from kiosk.commands.progress import Progress, count_files
from kiosk.ground.errors import KioskError, Position, Problem
from kiosk.workshop import fit
from tests.author.conftest import booth, film, original  # noqa: F401


@pytest.fixture
def shown(booth, monkeypatch, tmp_path):  # noqa: F811
    """A bundle that can be shown, with one file too many, and what is asked about its texts."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    booth.put("assets/raw.jpg", "x")
    return booth


def told(words, capsys):
    code = cli.main(["check", *words, "--format", "json"])
    return code, json.loads(capsys.readouterr().out)


def test_warnings_end_with_0_and_strictly_with_1(shown, capsys):
    words = [str(shown.folder), "--no-fit"]
    code, answer = told(words, capsys)
    assert (code, answer["errors"]) == (0, 0)
    assert "K423" in {problem["code"] for problem in answer["problems"]}
    assert {language["does_not_fit"] for language in answer["languages"]} == {None}
    assert cli.main(["check", *words, "--strict"]) == 1
    assert "unused" not in capsys.readouterr().err
    silent = "".join(
        f"  - {{silence: {code}, reason: R}}\n" for code in sorted({p["code"] for p in answer["problems"]})
    )
    shown.write(shown.text + "checks:\n" + silent)
    code, answer = told([*words, "--strict"], capsys)
    assert (code, answer["problems"]) == (0, [])
    assert {silenced["reason"] for silenced in answer["silenced"]} == {"R"}


def test_pages_are_laid_out_only_without_errors_and_where_wanted(shown, capsys, monkeypatch):
    laid_out = []
    misfit = Problem(Position(shown.file, 2, 8), "the text is cut off", "Shorten it.", "", "warning", "K760", "de")

    def measure(folder):
        laid_out.append(folder)
        return [misfit]

    monkeypatch.setattr(fit, "measure_apart", measure)
    _, answer = told([str(shown.folder), "--no-fit"], capsys)
    assert laid_out == []
    _, answer = told([str(shown.folder)], capsys)
    assert laid_out == [shown.folder]
    assert "K760" in {problem["code"] for problem in answer["problems"]}
    assert {row["code"]: row["does_not_fit"] for row in answer["languages"]} == {"en": 0, "de": 1, "ar": 0}
    shown.spoil("opens: cars", "opens: crs")
    assert told([str(shown.folder)], capsys)[0] == 1
    assert len(laid_out) == 1


def test_texts_that_cannot_be_measured_are_a_warning(shown, capsys, monkeypatch):
    def fail(_folder):
        raise KioskError("the texts could not be measured", "Look at them.")

    monkeypatch.setattr(fit, "measure_apart", fail)
    code, answer = told([str(shown.folder)], capsys)
    assert code == 0
    assert ("K701", "Look at them.") in {(problem["code"], problem["cure"]) for problem in answer["problems"]}


def in_a_terminal(words, **environment):
    """Return what `kiosk check` writes where both its streams are a terminal."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "kiosk", "check", *words]
    with subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, env={**os.environ, "TERM": "xterm", **environment}
    ) as process:
        os.close(theirs)
        said = bytearray()
        while True:
            try:
                data = os.read(ours, 65_536)
            except OSError:  # what a pseudo-terminal answers once its other end is closed
                break
            if not data:
                break
            said += data
        os.close(ours)
    assert process.returncode == 0
    return said.decode()


def test_a_terminal_gets_colours_unless_they_are_unwanted(shown):
    words = [str(shown.folder), "--no-fit"]
    coloured = in_a_terminal(words)
    assert "\x1b[1;33mwarning[K423]: \x1b[0m" in coloured
    plain = in_a_terminal(words, NO_COLOR="1")
    assert "warning[K423]: " in plain
    assert "\x1b[1;33m" not in plain


def test_a_file_gets_no_colours_and_lines_to_grep(shown, capsys, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert cli.main(["check", str(shown.folder), "--no-fit"]) == 0
    said = capsys.readouterr()
    assert "\x1b" not in said.out + said.err
    assert f"{shown.folder / 'assets/raw.jpg'}: warning[K423]: this file is not used\n" in said.out
    assert "|de Deutsch " in said.out
    assert said.err == ""


@pytest.mark.parametrize("words", [["check"], ["translate", "status"], ["check", "--nonsense"]], ids=" ".join)
def test_a_file_gets_no_codes_whatever_the_environment_asks_for(shown, words):
    """The check lays out every page, for which the bar does not wait."""
    asked = {"FORCE_COLOR": "1", "CLICOLOR_FORCE": "1", "TTY_COMPATIBLE": "1", "TTY_INTERACTIVE": "1", "TERM": "xterm"}
    command = [sys.executable, "-m", "kiosk", *words, str(shown.folder)]
    done = subprocess.run(command, env={**os.environ, **asked}, capture_output=True, check=False)
    assert done.returncode == (2 if "--nonsense" in words else 0)
    assert done.stdout or done.stderr
    assert b"\x1b" not in done.stdout + done.stderr


def bar(is_terminal: bool, seconds: list[float]) -> tuple[io.StringIO, Progress]:
    out = io.StringIO()
    console = Console(file=out, force_terminal=is_terminal, width=100)
    return out, Progress(console, 3, lambda: seconds[0])


def test_a_bar_appears_when_patience_ends_and_leaves_no_trace():
    seconds = [0.0]
    out, progress = bar(True, seconds)
    with progress:
        progress.tick("assets/a.jpg")
        seconds[0] = 0.9
        progress.tick("")
        assert out.getvalue() == ""
        seconds[0] = 1.1
        progress.tick("")
        progress.bar.refresh()
        assert "assets/a.jpg" in out.getvalue()
        progress.begin("Laying out every page")
        progress.bar.refresh()
        assert "Laying out every page" in out.getvalue()
    assert out.getvalue().endswith("\x1b[2K")


def test_a_quick_check_shows_no_bar_and_a_file_gets_none():
    out, progress = bar(True, [0.0])
    with progress:
        progress.tick("assets/a.jpg")
    assert out.getvalue() == ""
    out, progress = bar(False, [0.0])
    with progress:
        progress.begin("Laying out every page")
    assert out.getvalue().strip() == ""


def test_files_are_counted(shown):
    assert count_files(shown.folder) == 6
    assert count_files(shown.folder / "nowhere") == 0
