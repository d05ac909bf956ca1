from __future__ import annotations

from kiosk.author.lint import memory
from kiosk.author.media.media import Facts
from tests.author.lint.looking import look, only


def test_memory_is_told(booth):
    assert 200e6 < look(booth).memory_bytes < 600e6
    assert only(booth, "K480") == []


def test_larger_pictures_and_films_need_more(booth, monkeypatch):
    small = look(booth).memory_bytes
    monkeypatch.setattr("kiosk.author.compile.files.read_film", lambda _path: Facts(3840, 2160, 8.0))
    with_film = look(booth).memory_bytes
    monkeypatch.setattr("kiosk.author.compile.files.read_picture", lambda _path: Facts(6000, 4000))
    assert small + 100e6 < with_film < look(booth).memory_bytes - 100e6


def test_too_much_is_a_warning(booth, monkeypatch):
    monkeypatch.setattr(memory, "MOST_BYTES", 1_000_000)
    [problem] = only(booth, "K480")
    assert "GB" in problem.what


def test_nothing_is_told_of_a_bundle_that_cannot_be_shown(booth):
    booth.spoil("kiosk: 1\n", "kiosk: 1\nnonsense: 1\n")
    assert look(booth).memory_bytes == 0
