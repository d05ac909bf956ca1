"""Whatever stands in `content.yaml`, the answer is a bundle or its problems, soon, and never another exception."""

# ruff: noqa: E501 - one row of a table, one line

from __future__ import annotations

import shutil
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.author.compile.compile import compile_folder
from kiosk.author.compile.markdown import read_markdown
from kiosk.bundle.captions import parse_captions

PIECES = [
    "[", "]", "{", "}", ":", ": ", "- ", "\n", "\n  ", "\n    ", "\t", "'", '"', "#", "&a", "*a", "!!x", "|", ">", "%", "@",
    "?", "? ", "<<: ", "---", "...", "null", "~", "true", "yes", "1e9", "-1", "0x1", "2024-13-45", "12:30", ".inf", "..", "/",
    "\\", "\x00", "\x85", "\u2028", "\ufeff", "é", "重", "\U0001f600", "kiosk: 1", "en: x", "id: cars", "assets", "a" * 300,
]  # fmt: skip

MODEST = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def folder(original: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(original, tmp_path_factory.mktemp("property") / "booth"))


def answer(folder: Path, data: bytes) -> None:
    (folder / "content.yaml").write_bytes(data)
    began = time.process_time()
    compiled = compile_folder(folder)
    assert time.process_time() - began < 20  # a third of what the worker is given for a file
    assert (compiled.bundle is None) == any(problem.severity == "error" for problem in compiled.problems)
    lines = data.decode("utf-8-sig", "replace").count("\n") + data.count(b"\r") + 2
    assert all(0 <= problem.position.line <= lines for problem in compiled.problems)
    assert all(problem.what and problem.cure for problem in compiled.problems)


@MODEST
@given(data=st.data())
def test_a_spoiled_bundle_is_answered(original, folder, data):
    text = (original / "content.yaml").read_text()
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = start + data.draw(st.integers(0, 30))
        text = text[:start] + data.draw(st.sampled_from(PIECES)) + text[end:]
    answer(folder, text.encode("utf-8", "surrogatepass"))


@MODEST
@given(data=st.data())
def test_lines_moved_about_are_answered(original, folder, data):
    lines = (original / "content.yaml").read_text().split("\n")
    for _ in range(data.draw(st.integers(1, 3))):
        start, to = data.draw(st.integers(0, len(lines) - 1)), data.draw(st.integers(0, len(lines) - 1))
        match data.draw(st.sampled_from(["drop", "double", "move", "indent", "cut"])):
            case "drop":
                del lines[start]
            case "double":
                lines.insert(to, lines[start])
            case "move":
                lines.insert(to, lines.pop(start))
            case "indent":
                lines[start] = "  " + lines[start]
            case _:
                lines[start] = lines[start][: to % 20]
    answer(folder, "\n".join(lines).encode())


@MODEST
@given(
    st.one_of(st.binary(max_size=400), st.text(max_size=400).map(lambda text: text.encode("utf-8", "surrogatepass")))
)
def test_any_bytes_are_answered(folder, data):
    answer(folder, data)


@MODEST
@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_any_yaml_like_text_is_answered(folder, text):
    answer(folder, text.encode())


@given(st.text())
@settings(deadline=None)
def test_markdown_leaves_plain_pieces(text):
    for piece in read_markdown(text):
        assert piece.text == " ".join(piece.text.split())
        assert piece.text or piece.style == "cell"


@given(
    st.lists(
        st.sampled_from(["WEBVTT", "\n", "\n\n", "00:01.000", " --> ", "00:02.000", "text", "<b>", "NOTE", "\x00"])
    ).map("".join)
)
@settings(deadline=None)
def test_captions_are_cues_or_mistakes(text):
    cues, mistakes = parse_captions(text)
    assert cues or mistakes
    assert all(0 <= cue.start_seconds < cue.end_seconds for cue in cues)
    lines = text.count("\n") + 1
    assert all(1 <= mistake.line <= lines for mistake in mistakes)


@pytest.mark.parametrize(
    "text",
    ["*a " * 6_000, "_a " * 6_000, "[" * 19_000, "![a](" * 4_000, "<a" * 9_000, "`a " * 6_000, "**" * 9_000, "> " * 9_000, "- " * 9_000, "\\" * 19_000, "~~a " * 5_000, "(" * 10_000 + "[a](" + "b" * 9_000, "&#x" * 6_000],
    ids=lambda text: text[:5],
)  # fmt: skip
def test_markdown_takes_no_time(text):
    began = time.process_time()
    read_markdown(text)
    assert time.process_time() - began < 3  # half a second, and a machine may be busy


@pytest.mark.parametrize(
    "text",
    ["[" * 500_000, "{" * 500_000, "- " * 500_000, "? " * 500_000, "a: [1" + ",1" * 900_000, "a: &a [" + "*a," * 200_000, "[\n" * 500_000, '"' + "x" * 2_000_000, "a:\n" * 100_000, "&" * 900_000, "a: !" + "t" * 900_000],
    ids=lambda text: text[:5],
)  # fmt: skip
def test_a_bomb_is_stopped(folder, text):
    answer(folder, text.encode())
