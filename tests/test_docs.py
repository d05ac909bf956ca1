"""What docs/ tells exhibitors can be done: every command line in it runs, every link leads somewhere."""

from __future__ import annotations

import os
import re
import shlex
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from kiosk.cli import main

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.glob("*.md"))
LARGEST_PICTURE = 100 * 1024
SECONDS_AT_MOST = 240
# One page tells as much as thirty, and that texts fit is tried in tests/booth/test_fit.py.
QUICKLY = {"shots": ["--pages", "home", "--sizes", "640x360"], "check": ["--no-fit"]}
WINDOWS = ("run", "preview")
SHOWN = r"preview\.(shown|same)|attract\.started"


def commands(page: str) -> list[str]:
    """Return the lines that somebody types who follows a page."""
    text = (DOCS / page).read_text(encoding="utf-8")
    return "".join(re.findall(r"```sh\n(.*?)```", text, re.DOTALL)).splitlines()


@pytest.fixture
def typed(tmp_path):
    """Types a command line in a folder of its own, as on a machine of its own, and returns what it said."""
    environment = dict(os.environ)
    for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        environment[name] = str(tmp_path / name.lower())
    program = str(Path(sys.executable).with_name("kiosk"))

    def run(line: str) -> str:
        words = shlex.split(line)
        assert words[0] == "kiosk"
        command = [program, *words[1:], *QUICKLY.get(words[1], [])]
        if words[1] in WINDOWS:
            return show(command, tmp_path, environment)
        done = subprocess.run(
            command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=SECONDS_AT_MOST, check=False
        )
        said = done.stdout + done.stderr
        assert done.returncode == 0, f"{line} ended with {done.returncode}\n{said}"
        assert "Traceback" not in said
        return said

    return run


def show(command: list[str], folder: Path, environment: dict[str, str]) -> str:
    """Open a window, wait until a page is on it, and close it."""
    with subprocess.Popen(command, cwd=folder, env=environment, stderr=subprocess.PIPE, text=True) as booth:
        guard = threading.Timer(60, booth.kill)
        guard.start()
        said = ""
        for line in booth.stderr:
            said += line
            if re.search(SHOWN, line):
                break
        booth.send_signal(signal.SIGTERM)
        said += booth.stderr.read()
        guard.cancel()
    assert booth.returncode == 0, said
    assert "Traceback" not in said
    return said


def test_the_tutorial_is_followed_word_by_word(typed, tmp_path):
    for line in commands("tutorial.md"):
        if line.startswith("kiosk check"):
            edit(tmp_path / "my-booth" / "content.yaml")
        said = typed(line)
        if line.startswith("kiosk check"):
            assert "not translated" in said
        elif line.startswith("kiosk translate status"):
            assert "97.2 %" in said
    assert (tmp_path / "pictures" / "index.html").is_file()
    assert (tmp_path / "show.kiosk").is_file()


def edit(content: Path) -> None:
    """Do what the tutorial says about the words, and each time after that something else."""
    old, new = re.findall(r"```yaml\n(summary: .*?)```", (DOCS / "tutorial.md").read_text(encoding="utf-8"), re.DOTALL)
    text = content.read_text(encoding="utf-8")
    if text.count(old) != 1:
        old, new = new, new.replace("ships", "boats")
    assert text.count(old) == 1
    content.write_text(text.replace(old, new), encoding="utf-8")


def test_the_page_on_translation_is_followed_word_by_word(typed, tmp_path):
    typed("kiosk new my-booth --languages en,de")
    for line in commands("translation.md"):
        typed(line)
    assert (tmp_path / "content.pot").is_file()
    assert (tmp_path / "pseudo.po").is_file()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page):
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    for place in set(re.findall(r"\]\((?!https?:|#)([^)#]+)", text)):
        assert (page.parent / place).exists(), place


@pytest.mark.parametrize("command", sorted(set(re.findall(r"`(kiosk [a-z]+)", "".join(p.read_text() for p in PAGES)))))
def test_every_command_that_is_named_exists(command, capsys):
    assert main([*command.split()[1:], "--help"]) == 0


@pytest.mark.parametrize("picture", sorted((DOCS / "pictures").glob("*.webp")), ids=lambda picture: picture.name)
def test_a_picture_is_small_and_shown(picture):
    assert picture.stat().st_size < LARGEST_PICTURE
    assert f"](pictures/{picture.name})" in (DOCS / "tutorial.md").read_text(encoding="utf-8")
