from __future__ import annotations

import os
from pathlib import Path

import msgspec
import pytest

from kiosk.ground.errors import Position, Problem
from kiosk.ground.messages import decode, encode
from kiosk.store.compilation import Report

PROBLEM = Problem(
    Position(Path("booth/content.yaml"), 7, 3), "it is wrong", "Mend it.", "a: b", "warning", "K650", "ar"
)


@pytest.mark.parametrize("value", [Report((PROBLEM,)), [PROBLEM], PROBLEM, Problem(Position(Path()), "", "")])
def test_what_travels_arrives_whole(value):
    assert decode(encode(value), type(value) if not isinstance(value, list) else list[Problem]) == value


def test_a_name_that_is_no_text_arrives_readable():
    position = Position(Path(os.fsdecode(b"Geb\xe4ude.jpg")))
    assert decode(encode(position), Position).file.name == "Geb\\udce4ude.jpg"


def test_only_values_and_paths_travel():
    with pytest.raises(NotImplementedError):
        encode([object()])


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"file": 3}'])
def test_what_is_no_such_value_is_refused(data):
    with pytest.raises(msgspec.DecodeError):
        decode(data, Position)
