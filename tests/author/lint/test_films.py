from __future__ import annotations

import dataclasses

import pytest

from kiosk.author.media import media
from kiosk.author.media.media import Encoding, Facts
from tests.author.lint.looking import look, only, places
from tests.author.making import HERE, write_film

CAPTIONS = "captions: {en: assets/film.en.vtt}"
PLAIN = Encoding("vp9", "yuv420p", 8, False, 25.0, 1_000_000)


@pytest.fixture
def encoded(booth, monkeypatch):
    """Let every film of the bundle be stored in a certain way."""

    def encode(seconds: float = 10.0, size: tuple[int, int] = (1920, 1080), **changes: object) -> None:
        facts = Facts(*size, seconds, encoding=dataclasses.replace(PLAIN, **changes))
        monkeypatch.setattr("kiosk.author.compile.files.read_film", lambda _path: facts)

    return encode


def test_a_film_with_sound_needs_captions(booth):
    write_film(booth.folder / "assets/loud.webm", sound=True)
    at = booth.spoil("src: assets/film.webm", f"src: {HERE}assets/loud.webm")
    assert only(booth, "K450") == []
    booth.text = booth.file.read_text()
    booth.spoil(f"          {CAPTIONS}\n", "")
    [problem] = only(booth, "K450", "K451")
    assert (problem.code, problem.position.line, problem.position.column) == ("K450", *at)


def test_a_silent_film_needs_none(booth):
    booth.spoil(f"          {CAPTIONS}\n", "")
    assert only(booth, "K450", "K451") == []
    assert look(booth).coverage[0].films == 0


def test_captions_are_in_every_language(booth):
    at = booth.spoil("captions: {en", f"{HERE}captions: {{en")
    [problem] = only(booth, "K451")
    assert places([problem]) == [("content.yaml", *at)]
    assert "`de` and `ar`" in problem.what
    assert [(language.films, language.captions) for language in look(booth).coverage] == [(1, 1), (1, 0), (1, 0)]
    booth.spoil(CAPTIONS, "captions: {en: assets/film.en.vtt, de: assets/film.en.vtt, ar: assets/film.en.vtt}")
    assert only(booth, "K451") == []


@pytest.mark.parametrize(
    ("changes", "code", "word"),
    [
        ({"size_bytes": 30_000_000}, "K452", "24 Mbit/s"),
        ({"size_bytes": 210 * 1024 * 1024, "seconds": 120.0}, "K452", "220 MB"),
        ({"size": (3840, 2160), "frames_per_second": 30.0}, "K453", "3840 x 2160"),
        ({"frames_per_second": 90.0}, "K453", "90 pictures"),
        ({"codec": "av1"}, "K454", "graphics cards"),
        ({"codec": "prores"}, "K454", "editing"),
        ({"codec": "cinepak"}, "K454", "rare"),
        ({"bits": 10, "pixel_format": "yuv420p10le"}, "K455", "10 bits"),
        ({"pixel_format": "yuv444p"}, "K455", "yuv444p"),
        ({"is_interlaced": True}, "K456", "interlaced"),
    ],
)
def test_films_that_do_not_play_everywhere(booth, encoded, changes, code, word):
    at = booth.spoil("  - video: assets/film.webm", f"  - video: {HERE}assets/film.webm")
    encoded(**changes)
    [problem] = only(booth, "K452", "K453", "K454", "K455", "K456")
    assert problem.code == code
    assert word in problem.what
    assert places([problem]) == [("content.yaml", *at)]


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"codec": "h264", "frames_per_second": 60.0, "size_bytes": 20_000_000},
        {"seconds": 1.0, "size_bytes": 9_000_000},
        {"pixel_format": "nv12"},
    ],
)
def test_ordinary_films_are_let_alone(booth, encoded, changes):
    encoded(**changes)
    assert only(booth, "K452", "K453", "K454", "K455", "K456") == []


def test_a_real_film_tells_how_it_is_stored(tmp_path):
    facts = media.read_film(write_film(tmp_path / "a.mp4", codec="libx264"))
    assert facts.encoding is not None
    assert (facts.encoding.codec, facts.encoding.bits, facts.encoding.pixel_format) == ("h264", 8, "yuv420p")
    assert facts.encoding.frames_per_second == 4
    assert facts.encoding.size_bytes == (tmp_path / "a.mp4").stat().st_size


def test_a_poster_has_the_shape_of_its_film(booth):
    assert only(booth, "K457") == []
    at = booth.spoil(
        "poster: assets/home.jpg\n          alt: The line", f"poster: {HERE}assets/cover.png\n          alt: The line"
    )
    assert places(only(booth, "K457")) == [("content.yaml", *at)]


def test_a_film_in_an_unknown_coding_is_refused(tmp_path):
    path = write_film(tmp_path / "a.mkv", codec="ffv1")
    path.write_bytes(path.read_bytes().replace(b"V_FFV1", b"V_ZZZZ"))
    with pytest.raises(media.MediaError, match="not known here"):
        media.read_film(path)
