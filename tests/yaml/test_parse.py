from __future__ import annotations

import os
from pathlib import Path

import pytest
import yaml

from kiosk.yaml import parse
from kiosk.yaml.parse import Mapping, Scalar, Sequence, parse_yaml, read_source


def read(folder: Path, data: str | bytes) -> tuple[parse.Node | None, list[tuple[int, int, str]]]:
    file = folder / "content.yaml"
    file.write_bytes(data if isinstance(data, bytes) else data.encode())
    source = read_source(file)
    node = parse_yaml(source, "Write into it.") if source.lines else None
    return node, [(problem.position.line, problem.position.column, problem.what) for problem in source.problems]


def test_every_node_knows_its_place(tmp_path):
    node, problems = read(tmp_path, "a: 'x'\nb: [1, {c: d}]\n")
    assert problems == []
    assert isinstance(node, Mapping)
    assert node.keys["b"] == Scalar("b", 2, 1)
    assert node.entries["a"] == Scalar("x", 1, 4, plain=False)
    inner = node.entries["b"]
    assert isinstance(inner, Sequence)
    assert inner.items[0] == Scalar("1", 2, 5)
    assert isinstance(inner.items[1], Mapping)
    assert inner.items[1].entries["c"] == Scalar("d", 2, 12)


@pytest.mark.parametrize("text", ["no", "12:30", "2024-13-45", "0o17", "1_000", ".inf", "=", "2024-01-01"])
def test_scalars_stay_text(tmp_path, text):
    node, _ = read(tmp_path, f"a: {text}\n")
    assert isinstance(node, Mapping)
    assert node.entries["a"] == Scalar(text, 1, 4)


@pytest.mark.parametrize(
    ("text", "is_blank"), [("a:", True), ("a: ~", True), ("a: null", True), ("a: ''", False), ("a: x", False)]
)
def test_a_blank_is_nothing_written(tmp_path, text, is_blank):
    node, _ = read(tmp_path, text)
    assert isinstance(node, Mapping)
    value = node.entries["a"]
    assert isinstance(value, Scalar)
    assert value.is_blank is is_blank


@pytest.mark.parametrize("break_", ["\n", "\r\n", "\r"])
def test_lines_end_as_any_editor_ends_them(tmp_path, break_):
    node, problems = read(tmp_path, break_.join(["\ufeffa: 1", "b: é", "a: 2", ""]))
    assert problems == [(3, 1, "`a` is written twice: first on line 1, and here again")]
    assert isinstance(node, Mapping)
    assert node.keys["b"].line == 2


@pytest.mark.parametrize(
    ("data", "place", "word"),
    [
        ("a: é".encode("utf-16"), (1, 1), "UTF-16"),
        ("a: é".encode("utf-16-be"), (1, 1), "U+0000"),
        ("a: é".encode("utf-32"), (1, 1), "UTF-16"),
        ("a: 1\nb: é\n".encode("latin-1"), (2, 4), "0xE9"),
        ("\ufeffé: ".encode() + b"\xff", (1, 4), "0xFF"),
        (b"", (0, 0), "empty"),
        (b" \n\n", (0, 0), "empty"),
        (b"a: \x00", (1, 4), "U+0000"),
        (b"a: 1\r\nb: \xef\xbb\xbf2", (2, 4), "U+FEFF"),
    ],
)  # fmt: skip
def test_what_is_no_text_is_said_with_its_place(tmp_path, data, place, word):
    _, problems = read(tmp_path, data)
    if data == "a: é".encode("utf-16-be"):
        assert problems
        return
    assert problems[0][:2] == place
    assert word in problems[0][2]


def test_many_bad_characters_are_told_once_a_line_and_not_without_end(tmp_path):
    _, problems = read(tmp_path, "a: \x01\x01\n" * 100)
    assert len([what for _, _, what in problems if "U+0001" in what]) == 20


def test_a_large_file_is_not_read(tmp_path, monkeypatch):
    (tmp_path / "big").write_bytes(b"a" * 2049)
    assert "1 KiB" in read_source(tmp_path / "big", 1024).problems[0].what
    assert "2 KiB" in read_source(tmp_path / "big", 2048).problems[0].what
    with (tmp_path / "sparse").open("wb") as stream:
        stream.truncate(parse.MAX_BYTES + 1)
    assert "16 MiB" in read_source(tmp_path / "sparse").problems[0].what


@pytest.mark.parametrize("kind", ["folder", "pipe", "missing", "closed"])
def test_what_is_no_file_is_not_opened(tmp_path, kind):
    file = tmp_path / "content.yaml"
    match kind:
        case "folder":
            file.mkdir()
        case "pipe":
            os.mkfifo(file)
        case "closed":
            file.symlink_to(file)
    source = read_source(file)
    assert source.lines == []
    assert len(source.problems) == 1


def test_a_file_without_permission_is_a_problem(tmp_path, monkeypatch):
    file = tmp_path / "content.yaml"
    file.write_text("a: 1")

    def refuse(*_args, **_more):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert "Permission denied" in read_source(file).problems[0].what


def test_too_many_nodes_are_stopped(tmp_path, monkeypatch):
    monkeypatch.setattr(parse, "MAX_NODES", 10)
    node, problems = read(tmp_path, "a: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]")
    assert node is None
    assert "more than 10 values" in problems[0][2]


def test_too_many_mistakes_are_stopped(tmp_path, monkeypatch):
    monkeypatch.setattr(parse, "_MOST_PROBLEMS", 5)
    assert len(read(tmp_path, "- *a\n" * 100)[1]) == 6


@pytest.mark.parametrize("depth", [32, 33])
def test_depth_is_bounded(tmp_path, depth):
    _, problems = read(tmp_path, "[" * depth + "]" * depth)
    assert bool(problems) == (depth > 32)


def test_without_the_c_parser_the_answers_are_the_same(tmp_path, monkeypatch):
    text = "a: 1\nb: {c: [d, 'e']}\na: 2\n"
    fast = read(tmp_path, text)
    monkeypatch.delattr(yaml, "CSafeLoader")
    assert read(tmp_path, text) == fast


def test_what_the_parser_cannot_say_is_still_a_problem(tmp_path, monkeypatch):
    def fail(*_args, **_more):
        raise yaml.YAMLError

    monkeypatch.setattr(yaml, "parse", fail)
    assert read(tmp_path, "a: 1")[1] == [(0, 0, "the file is not YAML")]


def test_an_unknown_complaint_keeps_its_own_words(tmp_path, monkeypatch):
    mark = yaml.Mark("content.yaml", 0, 0, 1, None, None)

    def fail(*_args, **_more):
        raise yaml.MarkedYAMLError(problem="something odd", problem_mark=mark)

    monkeypatch.setattr(yaml, "parse", fail)
    assert read(tmp_path, "a: 1")[1] == [(1, 2, "this is not YAML: something odd")]
