from __future__ import annotations

import os
import shutil
import struct
import zlib
from pathlib import Path

import av
import pytest
from PIL import Image

from kiosk.author.media import media
from kiosk.author.media.media import Facts, MediaError, read_film, read_picture, what_is
from kiosk.ground.errors import KioskError
from tests.author.making import SVG, write_film

SVG_HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '


def png(width: int, height: int) -> bytes:
    """Return a PNG that claims a size and holds nothing."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (b"RIFF\0\0\0\0WEBP", "WebP"),
        (b"RIFF\0\0\0\0AVI ", "an AVI film"),
        (b"RIFF\0\0\0\0????", ""),
        (b"\0\0\0\x20ftypisom", "MP4"),
        (b"\0\0\0\x20ftypavif", "an AVIF picture"),
        (b"\0\0\0\x08wide", "MP4"),
        (b"\x1a\x45\xdf\xa3", "WebM"),
        (b"OggS", "Ogg"),
        (b"GIF89a", "a GIF picture"),
        (b"#EXTM3U\n", "a playlist"),
        (b"\xef\xbb\xbf  #extm3u", "a playlist"),
        (b"<!DOCTYPE html>", "a web page"),
        (b"import QtQuick", "a QML program"),
        (b"#!/bin/sh", "a script"),
        (b"\x7fELF", "a program"),
        (b"PK\x03\x04", "a ZIP archive"),
        (b"%PDF-1.7", "a PDF document"),
        (b"WEBVTT", "captions (WebVTT)"),
        (b"<svg>", "SVG"),
        (b"<?xml version='1.0'?><svg>", "SVG"),
        (b"<?xml version='1.0'?><a>", "XML"),
        (b"hello", ""),
    ],
)
def test_a_file_is_known_by_its_bytes(head, kind):
    assert what_is(head) == kind


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.webp", "png.jpg"])
def test_pictures_tell_their_size(tmp_path, name):
    kind = "PNG" if "png" in name else None
    Image.new("RGB", (33, 21)).save(tmp_path / name, format=kind)
    assert read_picture(tmp_path / name) == Facts(33, 21)


@pytest.mark.parametrize(
    ("name", "data", "word"),
    [
        ("empty.png", b"", "empty"),
        ("a.png", b"hello", "not a picture"),
        ("a.png", png(8000, 8000), "8000 x 8000"),
        ("a.png", png(20_000, 1), "20000 x 1"),
        ("a.png", png(2_000_000_000, 2_000_000_000), "pixels"),
        ("a.png", png(10, 10), "damaged"),
        ("a.png", b"\x89PNG\r\n\x1a\n", "damaged"),
        ("a.jpg", b"\xff\xd8\xff\xe0", "damaged"),
        ("a.gif", b"GIF89a", "a GIF picture"),
        ("a.jpg", b"version https://git-lfs.github.com/spec/v1\noid", "Git LFS"),
        ("a.jpg", b"#EXTM3U\nhttp://example.org/a.mp4", "a playlist"),
        ("a.jpg", SVG.encode(), "another name"),
        ("a.jpg", b"<html>", "a web page"),
        ("a.svg", b"<html>", "a web page"),
        ("a.svg", b"<?xml version='1.0'?><html/>", "not an SVG"),
    ],
)
def test_what_is_no_picture_is_refused(tmp_path, name, data, word):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(KioskError, match=word):
        read_picture(tmp_path / name)


def test_a_picture_that_breaks_off_is_damaged(tmp_path):
    for name in ("a.jpg", "a.png", "a.webp"):
        Image.effect_noise((200, 200), 50).convert("RGB").save(tmp_path / name)
        data = (tmp_path / name).read_bytes()
        (tmp_path / name).write_bytes(data[: len(data) // 2])
        with pytest.raises(MediaError, match="damaged"):
            read_picture(tmp_path / name)


def test_a_png_under_the_name_of_a_vector_is_refused(tmp_path):
    Image.new("RGB", (3, 3)).save(tmp_path / "a.svg", format="PNG")
    with pytest.raises(MediaError, match="another name"):
        read_picture(tmp_path / "a.svg")


def test_a_huge_file_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(media, "MAX_PICTURE_BYTES", 10)
    Image.new("RGB", (3, 3)).save(tmp_path / "a.png")
    with pytest.raises(MediaError, match="larger"):
        read_picture(tmp_path / "a.png")


def test_a_file_without_permission_is_refused(tmp_path, monkeypatch):
    def refuse(*_args, **_more):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(MediaError, match="Permission denied"):
        read_film(tmp_path / "a.webm")


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="40" height="20"', (40, 20)),
        ('width="1in" height="10mm"', (96, 38)),
        ('viewBox="0 0 300 150"', (300, 150)),
        ('width="100%" height="100%" viewBox="0,0,30,15"', (30, 15)),
        ('viewBox="a b c d"', (0, 0)),
        ('viewBox="0 0 1"', (0, 0)),
        ("", (0, 0)),
    ],
)
def test_vectors_tell_their_size_where_they_have_one(tmp_path, attributes, size):
    (tmp_path / "a.svg").write_text(f"{SVG_HEAD}{attributes}><path d='M0 0'/></svg>")
    facts = read_picture(tmp_path / "a.svg")
    assert (facts.width, facts.height) == size


def nested_uses(levels: int) -> str:
    groups = "".join(
        f'<g id="g{number}">' + f'<use href="#g{number - 1}"/>' * 10 + "</g>" for number in range(1, levels)
    )
    return f'<g id="g0"><rect/></g>{groups}<use href="#g{levels - 1}"/>'


@pytest.mark.parametrize(
    ("inside", "word"),
    [
        ("<script>alert(1)</script>", "script"),
        ("<foreignObject/>", "foreignObject"),
        ('<rect onload="alert(1)"/>', "script"),
        ('<image href="a.png"/>', "image"),
        ('<use href="other.svg#a"/>', "another file"),
        ('<use xlink:href="http://example.org/a.svg#a"/>', "another file"),
        ('<rect style="fill: url(http://example.org/a)"/>', "another file"),
        ("<rect fill=\"url('file:///etc/passwd')\"/>", "another file"),
        ("<style>@import 'a.css';</style>", "style"),
        ("<style>rect { fill: url(a.png) }</style>", "style"),
        (nested_uses(8), "elements"),
        ('<g id="a"><use href="#a"/></g>', "without end"),
        ('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>', "without end"),
        ("<g>" * 120 + "</g>" * 120, "levels deep"),
        ("<rect/>" * 30_001, "elements"),
        ("<g>", "broken on its line 1"),
        ('<rect width="1" width="2"/>', "broken"),
        ("&unknown;", "broken"),
    ],
)
def test_an_unsafe_vector_is_refused(tmp_path, inside, word):
    (tmp_path / "a.svg").write_text(f'{SVG_HEAD} width="4" height="4">{inside}</svg>')
    with pytest.raises(KioskError, match=word):
        read_picture(tmp_path / "a.svg")


@pytest.mark.parametrize(
    ("before", "word"),
    [
        ('<!DOCTYPE svg [<!ENTITY a "b">]>', "DOCTYPE"),
        ('<!DOCTYPE svg SYSTEM "file:///etc/passwd">', "DOCTYPE"),
        ('<?xml-stylesheet href="a.css"?>', "style sheet"),
        ('<?xml version="1.0" encoding="no-such"?>', "encoding"),
    ],
)
def test_a_declaration_before_a_vector_is_refused(tmp_path, before, word):
    (tmp_path / "a.svg").write_text(f"{before}{SVG}")
    with pytest.raises(KioskError, match=word):
        read_picture(tmp_path / "a.svg")


@pytest.mark.parametrize(
    "inside",
    [
        '<a href="https://example.org"><rect/></a>',
        '<rect fill="url(#gradient)"/>',
        "<rect fill=\"url('#gradient')\"/>",
        '<g id="a"><rect/></g><use href="#a"/><use href="#a"/>',
        "<style>rect { fill: red }</style>",
        "<?comment words?>",
    ],
)
def test_an_ordinary_vector_is_accepted(tmp_path, inside):
    public = '"-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"'
    text = f'<!DOCTYPE svg PUBLIC {public}>{SVG_HEAD} width="4" height="4">{inside}</svg>'
    (tmp_path / "a.svg").write_text(text)
    assert read_picture(tmp_path / "a.svg") == Facts(4, 4)


def test_a_vector_may_not_be_too_large(tmp_path):
    (tmp_path / "a.svg").write_text(SVG + " " * (4 * 1024 * 1024))
    with pytest.raises(KioskError, match="4 MiB"):
        read_picture(tmp_path / "a.svg")
    (tmp_path / "b.svg").write_text(SVG.replace('"40"', '"90000"'))
    with pytest.raises(KioskError, match="pixels"):
        read_picture(tmp_path / "b.svg")
    (tmp_path / "c.svg").write_text(SVG.replace('"40"', '"4e60"'))
    with pytest.raises(KioskError, match="no sense"):
        read_picture(tmp_path / "c.svg")


def test_films_tell_size_length_and_sound(tmp_path, film):
    assert read_film(film) == Facts(64, 36, 1.0, False)
    loud = read_film(write_film(tmp_path / "loud.webm", seconds=2, sound=True))
    assert loud.has_sound
    assert loud.seconds == pytest.approx(2, abs=0.1)


def test_a_film_recorded_live_has_the_length_of_its_frames(tmp_path):
    path = tmp_path / "live.webm"
    with av.open(str(path), "w", options={"live": "1"}) as container:
        stream = container.add_stream("libvpx-vp9", rate=4)
        stream.width, stream.height, stream.pix_fmt = 64, 36, "yuv420p"
        for number in range(8):
            frame = av.VideoFrame(64, 36, "yuv420p")
            frame.pts = number
            container.mux(stream.encode(frame))
        container.mux(stream.encode())
    assert read_film(path).seconds == pytest.approx(2, abs=0.3)


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "empty"),
        (b"hello", "not a film"),
        (b"\x1a\x45\xdf\xa3" + os.urandom(500), "decoded"),
        (b"\x1a\x45\xdf\xa3\x01\xb9" + b"\xde" * 500, "decoded"),  # a header of 52 petabytes
        (b"OggS" + bytes(500), "decoded"),
        (b"\0\0\0\x20ftypisom" + bytes(500), "decoded"),
        (b"#EXTM3U\n/etc/passwd", "a playlist"),
        (b"ffconcat version 1.0\nfile a", "a playlist"),
        (b"GIF89a", "a GIF picture"),
    ],
)
def test_what_is_no_film_is_refused(tmp_path, data, word):
    (tmp_path / "a.webm").write_bytes(data)
    with pytest.raises(MediaError, match=word):
        read_film(tmp_path / "a.webm")


def test_sound_alone_is_no_film(tmp_path):
    path = tmp_path / "a.webm"
    with av.open(str(path), "w") as container:
        voice = container.add_stream("libopus", rate=48_000)
        silence = av.AudioFrame("s16", "stereo", 960)
        silence.rate, silence.pts = 48_000, 0
        container.mux(voice.encode(silence))
        container.mux(voice.encode())
    with pytest.raises(MediaError, match="no picture"):
        read_film(path)


@pytest.mark.parametrize("suffix", ["webm", "mp4"])
def test_a_film_that_was_not_copied_to_its_end_is_told(tmp_path, suffix):
    whole = write_film(tmp_path / f"whole.{suffix}", seconds=3, codec="libvpx-vp9")
    assert read_film(whole).seconds > 2
    cut = tmp_path / f"cut.{suffix}"
    for part in (0.4, 0.7, 0.95):
        cut.write_bytes(whole.read_bytes()[: int(whole.stat().st_size * part)])
        with pytest.raises(MediaError, match=r"cut short|opened|damaged|decoded"):
            read_film(cut)


def test_a_film_may_not_be_too_large_or_without_frames(tmp_path, film, monkeypatch):
    data = film.read_bytes()
    head, length, rest = data.partition(b"\x18\x53\x80\x67\x01")
    data = head + length + b"\xff" * 7 + rest[7:]  # the length was not known when the file was written
    (tmp_path / "cut.webm").write_bytes(data[: data.index(b"\x1f\x43\xb6\x75")])
    with pytest.raises(MediaError, match="decoded"):
        read_film(tmp_path / "cut.webm")
    monkeypatch.setattr(media, "MAX_FILM_PIXELS", 100)
    with pytest.raises(MediaError, match="64 x 36 pixels"):
        read_film(Path(shutil.copy(film, tmp_path)))  # what is known of the first one does not count
