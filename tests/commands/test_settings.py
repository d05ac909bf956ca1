"""`kiosk settings` and `kiosk pin`: what they print, what they change, and how they end."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from kiosk import cli
from kiosk.settings.file import load_settings

PIN = "480261"


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The account's file, in homes of its own; nobody sits at a terminal."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path / "nowhere"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr("sys.stdin", io.StringIO())
    return tmp_path / "config" / "kiosk" / "booth.yaml"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "booth.yaml"
    path.write_text("booth: 1\nsound:\n  volume: 40  # quiet\nhours: {mon: closed}\n")
    return path


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def type_in(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    """Let somebody type lines at a terminal, where PINs are not shown."""
    monkeypatch.setattr("sys.stdin", Terminal("".join(f"{line}\n" for line in lines)))
    left = iter(lines)

    def typed(_question: str) -> str:
        line = next(left, None)
        if line is None:
            raise EOFError
        return line

    monkeypatch.setattr("getpass.getpass", typed)


def test_show_tells_every_value_and_where_it_stands(file, capsys):
    assert cli.main(["settings", "show", "--booth", str(file)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == str(file)
    assert [line.split() for line in lines if "sound." in line] == [
        ["sound.volume", "40", "line", "3"],
        ["sound.cap", "100", "usual"],
    ]
    assert [line.split() for line in lines if "hours." in line][:2] == [
        ["hours.mon", "closed", "line", "4"],
        ["hours.tue", "closed", "usual"],
    ]


def test_show_without_a_file_tells_what_is_usual(capsys):
    assert cli.main(["settings", "show"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("There is no booth.yaml")
    assert "line" not in said


def test_show_as_json(file, capsys):
    assert cli.main(["settings", "show", "--booth", str(file), "--format", "json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["file"], said["problems"]) == (str(file), [])
    assert said["settings"]["sound.volume"] == 40
    assert said["from"]["sound.volume"] == f"{file}:3"
    assert said["from"]["sound.cap"] is None


@pytest.mark.parametrize("format", ["text", "json"])
def test_show_of_a_file_with_mistakes_tells_what_holds(file, capsys, format):
    load_settings(file)
    file.write_text(file.read_text().replace("40", "loud"))
    assert cli.main(["settings", "show", "--booth", str(file), "--format", format]) == 1
    said = capsys.readouterr()
    if format == "json":
        answer = json.loads(said.out)
        assert answer["settings"]["sound.volume"] == 40
        assert answer["problems"][0]["line"] == 3
        return
    assert "sound.volume          40" in said.out
    assert f"{file}:3:11: error: `volume` must be a number" in said.err
    assert "what held before" in said.err


@pytest.mark.parametrize("words", [["sound.volume", "55"], ["sound.volume=55"], ["sound.volume=55", "hours="]])
def test_set_changes_the_file(file, capsys, words):
    assert cli.main(["settings", "set", "--booth", str(file), *words]) == 0
    assert capsys.readouterr().out.startswith(f"{file}: sound.volume is 55")
    assert "  volume: 55  # quiet\n" in file.read_text()
    assert ("hours" in file.read_text()) == ("hours=" not in words)


def test_set_without_a_file_makes_that_of_the_account(own, capsys):
    assert cli.main(["settings", "set", "languages.offered=de,en", "hours.sat=10:00-12:00,13:00-16:00"]) == 0
    assert capsys.readouterr().out.startswith(f"{own}: languages.offered is de, en, hours.sat is 10:00-12:00, 13:00")
    assert load_settings().settings.languages.offered == ("de", "en")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["sound.volume", "140"], 1, "must lie between 0 and 100, not at 140. Choose a value in between. [K217]"),
        (["languages.default=ar", "languages.offered=de"], 1, "[K905]"),
        (["sound.volume=a", "sound.cap=b"], 1, "nothing was changed"),
        (["sound.volum=1"], 2, "Did you mean `sound.volume`?"),
        (["pin.hash=1"], 2, "`kiosk pin`"),
        (["sound.volume=1", "sound.cap"], 2, "KEY=VALUE"),
        (["sound.volume"], 2, "KEY=VALUE"),
    ],
)  # fmt: skip
def test_set_refuses_what_makes_no_sense(file, capsys, words, code, said):
    before = file.read_text()
    assert cli.main(["settings", "set", "--booth", str(file), *words]) == code
    assert said in capsys.readouterr().err
    assert file.read_text() == before


def test_check_tells_mistakes_with_their_lines(file, capsys):
    file.write_text("booth: 1\nsound: {volume: loud}\nname: Hall #3\n")
    assert cli.main(["settings", "check", str(file)]) == 1
    said = capsys.readouterr().out
    assert f"{file}:2:17: error[K216]: `volume` must be a number" in said
    assert " 2 | sound: {volume: loud}\n   |                 ^\n" in said
    assert f"1 error in {file}: the booth cannot use it" in said
    assert "kiosk explain K216" in said


@pytest.mark.parametrize(
    ("text", "code", "last"),
    [
        ("booth: 1\n", 0, "No problems in `"),
        ("booth: 1\nname: Hall #3\n", 0, "1 warning in "),
        ("booth: 1\nsticks: no\ncounts: on\n", 1, "2 errors in "),
    ],
)
@pytest.mark.parametrize("format", ["text", "json", "github"])
def test_check_in_every_format(file, capsys, text, code, last, format):
    file.write_text(text)
    assert cli.main(["settings", "check", str(file), "--format", format]) == code
    said = capsys.readouterr().out
    if format == "json":
        answer = json.loads(said)
        assert (answer["file"], answer["errors"]) == (str(file), 2 * code)
        assert len(answer["problems"]) == answer["errors"] + answer["warnings"]
    else:
        assert last in said


def test_check_of_the_file_that_is_named_as_elsewhere(file, capsys):
    file.write_text("booth: 1\nname: Hall #3\n")
    assert cli.main(["settings", "check", "--booth", str(file)]) == 0
    assert "1 warning in " in capsys.readouterr().out


def test_check_of_what_is_not_there(tmp_path, capsys):
    assert cli.main(["settings", "check", str(tmp_path / "none.yaml")]) == 2
    assert "there is no file" in capsys.readouterr().err
    assert cli.main(["settings", "check"]) == 0
    assert "There is no booth.yaml" in capsys.readouterr().out
    assert cli.main(["settings", "check", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["file"] is None


def test_schema_is_json(capsys):
    assert cli.main(["settings", "schema"]) == 0
    assert json.loads(capsys.readouterr().out)["title"] == "The settings of a kiosk booth"


# The PIN.


def test_a_pin_is_asked_for_twice_and_only_its_hash_kept(own, monkeypatch, capsys):
    type_in(monkeypatch, PIN, PIN)
    assert cli.main(["pin"]) == 0
    assert capsys.readouterr().out == f"{own}: the PIN is set.\n"
    assert PIN not in own.read_text()
    assert PasswordHasher().verify(load_settings().settings.pin.hash, PIN)


def test_a_script_gives_the_pin(file, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{PIN}\n"))
    assert cli.main(["pin", "--stdin", "--booth", str(file)]) == 0
    assert PasswordHasher().verify(load_settings(file).settings.pin.hash, PIN)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["12345"], "6 to 12 digits"),
        (["123456"], "everybody tries first"),
        ([PIN, "480262"], "two different PINs"),
        ([], "nothing was typed"),
    ],
)
def test_a_pin_that_is_no_good_changes_nothing(own, monkeypatch, capsys, typed, said):
    type_in(monkeypatch, *typed)
    assert cli.main(["pin"]) == 1
    told = capsys.readouterr().err
    assert said in told
    assert not own.exists()


def test_without_a_terminal_nothing_is_asked(own, capsys):
    assert cli.main(["pin"]) == 1
    assert "--stdin" in capsys.readouterr().err
    assert cli.main(["pin", "--remove"]) == 1
    assert "--yes" in capsys.readouterr().err
    assert not own.exists()


@pytest.mark.parametrize("answer", ["y", "n", "--yes"])
def test_removing_is_asked_about(file, monkeypatch, capsys, answer):
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{PIN}\n"))
    assert cli.main(["pin", "--stdin", "--booth", str(file)]) == 0
    type_in(monkeypatch, answer)
    words = ["--yes"] if answer == "--yes" else []
    code = cli.main(["pin", "--remove", "--booth", str(file), *words])
    assert code == (answer == "n")
    assert bool(load_settings(file).settings.pin.hash) == (answer == "n")
    assert ("stays shut" in capsys.readouterr().out) == (answer != "n")


def test_the_pin_of_a_file_with_mistakes_stays(file, monkeypatch, capsys):
    file.write_text("booth: 1\nsticks: no\n")
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{PIN}\n"))
    assert cli.main(["pin", "--stdin", "--booth", str(file)]) == 1
    assert "Did you mean `never`?" in capsys.readouterr().err
    assert file.read_text() == "booth: 1\nsticks: no\n"
