from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kiosk.booth.app
import kiosk.store.find
import kiosk.workshop.shots
from kiosk import cli
from kiosk.ground.errors import KioskError, ScreenError
from kiosk.ground.options import RunOptions, ShotsOptions

ROOT = Path(kiosk.__file__).resolve().parents[1]


@pytest.fixture
def asked(monkeypatch):
    """Everything that the command line asked the booth for."""
    options: list[RunOptions | ShotsOptions] = []

    def note(wanted):
        options.append(wanted)
        return 0

    monkeypatch.setattr(kiosk.booth.app, "run_booth", note)
    monkeypatch.setattr(kiosk.workshop.shots, "take_shots", note)
    return options


def slowly(words: list[str]) -> int:
    """Run a command line through Typer, whatever it is."""
    from kiosk.commands.line import run_commands

    return run_commands(words)


@pytest.mark.parametrize(
    ("words", "options"),
    [
        ([], {"bundle": ROOT}),
        (["booth"], {"bundle": Path("booth")}),
        (["--windowed"], {"bundle": ROOT, "windowed": True}),
        (["--size", "1080x1920"], {"bundle": ROOT, "size": (1080, 1920)}),
        (["--size=1080X1920", "b"], {"bundle": Path("b"), "size": (1080, 1920)}),
        (["--language", "ar", "--display", "1"], {"bundle": ROOT, "language": "ar", "display": 1}),
        (["--idle-seconds", "2.5"], {"bundle": ROOT, "idle_seconds": 2.5}),
        (
            ["--log-format", "json", "--log-file", "a.log"],
            {"bundle": ROOT, "log_format": "json", "log_file": Path("a.log")},
        ),
        (["--language=de", "--language=fr"], {"bundle": ROOT, "language": "fr"}),
        (["--booth", "b.yaml"], {"bundle": ROOT, "booth": Path("b.yaml")}),
    ],
)
def test_run_asks_for_the_same_by_both_ways(asked, words, options):
    assert cli.main(["run", *words]) == 0
    assert slowly(["run", *words]) == 0
    wanted = RunOptions(**options, chosen=options["bundle"] != ROOT)
    assert asked == [wanted] * 2
    assert cli.quick_run(["run", *words]) == wanted


WORDS = [
    "run",
    "booth",
    "--windowed",
    "--size",
    "--size=2x2",
    "3x4",
    "--language",
    "de",
    "--display",
    "1",
    "--display=-1",
    "--log-file",
    "--idle-seconds",
    "0",
    "5",
    "nan",
    "--log-format",
    "json",
    "--log-format=xml",
    "--help",
    "--nonsense",
    "--",
    "-h",
    "",
    "--size=",
]


@given(st.lists(st.sampled_from(WORDS), max_size=6))
def test_the_quick_way_never_differs_from_typer(words):
    options = cli.quick_run(["run", *words])
    if options is None:
        return
    asked: list[RunOptions] = []

    def note(wanted: RunOptions) -> int:
        asked.append(wanted)
        return 0

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kiosk.booth.app, "run_booth", note)
        assert slowly(["run", *words]) == 0
    assert asked == [options]


@pytest.mark.parametrize(
    "words",
    [
        ["run", "--size", "big"],
        ["run", "--size", "0x5"],
        ["run", "--size", "5x99999"],
        ["run", "--size", "٣x٣"],
        ["run", "--display", "first"],
        ["run", "--idle-seconds", "0"],
        ["run", "--idle-seconds", "soon"],
        ["run", "--log-format", "xml"],
        ["run", "--nonsense"],
        ["run", "a", "b"],
        ["run", "pyproject.toml"],
        ["check", "no-such-folder"],
        ["check", "--format", "xml"],
        ["shots"],
        ["shots", "--out", "x", "--sizes", "big"],
        ["dance"],
    ],
    ids=" ".join,
)
def test_what_makes_no_sense_ends_with_2(asked, words, capsys, monkeypatch):
    monkeypatch.chdir(ROOT)
    assert cli.main(words) == 2
    assert asked == []
    said = capsys.readouterr().err
    assert "Usage: kiosk" in said
    assert "Traceback" not in said


def test_shots_asks_for_pictures(asked):
    assert cli.main(["shots", "--out", "out"]) == 0
    words = [
        "shots",
        str(ROOT / "content.yaml"),
        "--out",
        "out",
        "--languages",
        "en, ar",
        "--sizes",
        "10x20,30x40",
        "--pages=home",
    ]
    assert cli.main(words) == 0
    assert asked == [
        ShotsOptions(bundle=ROOT, out=Path("out")),
        ShotsOptions(ROOT, Path("out"), ("en", "ar"), ((10, 20), (30, 40)), ("home",)),
    ]


def test_an_error_is_one_line_and_1(monkeypatch, capsys):
    def fail(*_options):
        raise ScreenError("there is no screen", "Plug one in.")

    monkeypatch.setattr(kiosk.booth.app, "run_booth", fail)
    assert cli.main(["run"]) == 1
    assert capsys.readouterr().err == "kiosk: there is no screen. Plug one in.\n"


def test_an_error_of_the_pictures_is_one_line_and_1(monkeypatch, capsys):
    def fail(*_options):
        raise KioskError("the folder cannot be written")

    monkeypatch.setattr(kiosk.workshop.shots, "take_shots", fail)
    assert cli.main(["shots", "--out", "x"]) == 1
    assert capsys.readouterr().err == "kiosk: the folder cannot be written\n"


def test_help_names_every_command(capsys):
    assert cli.main([]) in (0, 2)
    assert cli.main(["--help"]) == 0
    said = capsys.readouterr().out
    for word in ("run", "check", "shots", "schema", "--version"):
        assert word in said
    assert "..." not in said.replace("[ARGS]...", "")
    assert cli.main(["--version"]) == 0
    assert capsys.readouterr().out == f"kiosk {kiosk.__version__}\n"


def test_schema_is_json(capsys):
    assert cli.main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out)["title"] == "Kiosk bundle, version 1"


@pytest.fixture
def bundle(tmp_path):
    (tmp_path / "content.yaml").write_text("kiosk: 1\ntitel: Booth\n")
    return tmp_path


def test_check_tells_every_problem(bundle, capsys):
    assert cli.main(["check", str(bundle)]) == 1
    said = capsys.readouterr().out
    assert f"{bundle / 'content.yaml'}:2:1: error[K202]: `titel` is no key" in said
    assert " 2 | titel: Booth\n   | ^\n   = Did you mean `title`?" in said
    assert cli.main(["check", str(bundle / "content.yaml"), "--format", "json"]) == 1
    answer = json.loads(capsys.readouterr().out)
    assert answer["errors"] == len(answer["problems"]) == 4
    assert {problem["line"] for problem in answer["problems"]} == {1, 2}
    assert cli.main(["check", str(bundle), "--format=github"]) == 1
    assert "::error file=" in capsys.readouterr().out


def test_a_wrong_format_is_asked_back_about(bundle, capsys):
    assert cli.main(["check", str(bundle), "--format", "githup"]) == 2
    assert "Did you mean `github`?" in capsys.readouterr().err


def test_check_of_a_folder_without_a_bundle(tmp_path, capsys):
    assert cli.main(["check", str(tmp_path)]) == 1
    assert "holds no `content.yaml`" in capsys.readouterr().out


def test_the_demo_lies_beside_the_package_or_in_it(monkeypatch, tmp_path):
    assert kiosk.store.find.find_bundle(None) == ROOT
    demo = tmp_path / "kiosk" / "demo"
    demo.mkdir(parents=True)
    (demo / "content.yaml").touch()
    monkeypatch.setattr(kiosk.store.find, "__file__", str(tmp_path / "kiosk" / "store" / "find.py"))
    assert kiosk.store.find.find_bundle(None) == demo


def test_python_dash_m_is_the_same_command(bundle):
    for encoding in ("utf-8", "ascii"):
        done = subprocess.run(
            [sys.executable, "-m", "kiosk", "check", str(bundle)],
            capture_output=True,
            check=False,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": encoding},
        )
        assert done.returncode == 1
        assert b"titel" in done.stdout
        assert done.stderr == b""


def test_an_ordinary_run_imports_little():
    heavy = ("typer", "click", "yaml", "pydantic", "babel", "jinja2", "PySide6", "asyncio", "json")
    code = f"""
import sys
from kiosk import cli
assert cli.quick_run(["run", "--windowed", "--size", "10x20", "."])
print([name for name in {heavy!r} if name in sys.modules])
"""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    assert done.stdout.strip() == "[]"
