"""Mistakes in the files of a bundle: pictures, films, captions and catalogs that are not what they should be."""

# ruff: noqa: E501 - one row of a table, one line

from __future__ import annotations

import io
import os
import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PIL import Image

Spoil = Callable[[Path], None]
VTT, PO = "assets/waves.en.vtt", "translations/de/LC_MESSAGES/content.po"
LOGO = "logo: {image:"
HOME, FILM = "image: assets/home.jpg", "- video: assets/waves.webm"


class FileSeed(NamedTuple):
    """Do `spoil` to `file`: it is to be told where `at` says: a line in `content.yaml`, or one of the file itself."""

    name: str
    file: str
    spoil: Spoil
    at: str | int
    words: tuple[str, ...]


def _bytes(data: bytes | str) -> Spoil:
    return lambda path: _write(path, data if isinstance(data, bytes) else data.encode())


def _write(path: Path, data: bytes) -> None:
    path.write_bytes(data)


def _half(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _replaced(old: str, new: str, encoding: str = "utf-8") -> Spoil:
    def spoil(path: Path) -> None:
        text = path.read_text("utf-8")
        assert old in text
        path.write_bytes(text.replace(old, new, 1).encode(encoding))

    return spoil


def _encoded(encoding: str) -> Spoil:
    return lambda path: _write(path, path.read_text("utf-8").encode(encoding))


def _picture(kind: str, size: tuple[int, int] = (64, 36)) -> bytes:
    out = io.BytesIO()
    Image.effect_noise(size, 50).convert("RGB").save(out, kind)
    return out.getvalue()


def _huge_png() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


def _link(target: str) -> Spoil:
    def spoil(path: Path) -> None:
        path.unlink()
        path.symlink_to(target)

    return spoil


def _gone(path: Path) -> None:
    path.unlink()


def _pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _renamed(name: str) -> Spoil:
    return lambda path: (path.rename(path.with_name(name)), None)[1]


def _moved(name: str) -> Spoil:
    """Move a catalog to `name`, from the bundle's folder."""

    def spoil(path: Path) -> None:
        target = path.parents[3] / name
        target.parent.mkdir(parents=True, exist_ok=True)
        path.rename(target)

    return spoil


def _svg(body: str, head: str = "") -> Spoil:
    return _bytes(f'{head}<svg xmlns="http://www.w3.org/2000/svg" width="64" height="36">{body}</svg>\n')


HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 400
MP3 = b"ID3\x04\0\0\0\0\0\x0f" + b"\0" * 15 + b"\xff\xfb\x90\x00" + b"\0" * 4000
POINTER = b"version https://git-lfs.github.com/spec/v1\noid sha256:" + b"a" * 64 + b"\nsize 1099152\n"
ENTITIES = (
    '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>'
)
HERO = 'msgid "Our booth"\nmsgstr "Unser Stand"'

# fmt: off
PICTURES = [
    FileSeed("SVG renamed", "assets/home.jpg", _svg("<rect/>"), HOME, ("svg", "name")),
    FileSeed("picture renamed to SVG", "assets/logo.svg", _bytes(_picture("PNG")), LOGO, ("png", "name")),
    FileSeed("GIF renamed", "assets/home.jpg", _bytes(_picture("GIF")), HOME, ("gif", "jpeg")),
    FileSeed("BMP renamed", "assets/home.jpg", _bytes(_picture("BMP")), HOME, ("jpeg",)),
    FileSeed("TIFF renamed", "assets/home.jpg", _bytes(_picture("TIFF")), HOME, ("jpeg",)),
    FileSeed("HEIC renamed", "assets/home.jpg", _bytes(HEIC), HOME, ("heic", "jpeg")),
    FileSeed("PDF renamed", "assets/home.jpg", _bytes(b"%PDF-1.7\n" + b"x" * 400), HOME, ("pdf", "jpeg")),
    FileSeed("web page saved as a picture", "assets/home.jpg", _bytes("<!DOCTYPE html><title>404</title>"), HOME, ("web page", "jpeg")),
    FileSeed("words as a picture", "assets/home.jpg", _bytes("This will be a picture"), HOME, ("jpeg",)),
    FileSeed("picture empty", "assets/home.jpg", _bytes(b""), HOME, ("empty", "real file")),
    FileSeed("picture not fetched", "assets/home.jpg", _bytes(POINTER), HOME, ("git lfs",)),
    FileSeed("picture cut short", "assets/home.jpg", _half, HOME, ("damaged",)),
    FileSeed("picture of zeros", "assets/home.jpg", _bytes(b"\0" * 4000), HOME, ("jpeg",)),
    FileSeed("PNG cut short", "assets/home.jpg", lambda path: _write(path, _picture("PNG")[:900]), HOME, ("damaged",)),
    FileSeed("picture of 3,600 million pixels", "assets/home.jpg", _bytes(_huge_png()), HOME, ("60000",)),
    FileSeed("picture gone", "assets/home.jpg", _gone, HOME, ("not there",)),
    FileSeed("picture in capitals", "assets/home.jpg", _renamed("Home.JPG"), HOME, ("assets/Home.JPG",)),
    FileSeed("picture of another ending", "assets/home.jpg", _renamed("home.jpeg"), HOME, ("assets/home.jpeg",)),
    FileSeed("link out", "assets/home.jpg", _link("/etc/hostname"), HOME, ("copy",)),
    FileSeed("link to nowhere", "assets/home.jpg", _link("nowhere.jpg"), HOME, ("leads nowhere",)),
    FileSeed("pipe", "assets/home.jpg", _pipe, HOME, ("pipe",)),
    FileSeed("folder", "assets/home.jpg", _folder, HOME, ("folder",)),
    FileSeed("SVG with a script", "assets/logo.svg", _svg("<script>alert(1)</script>"), LOGO, ("script",)),
    FileSeed("SVG with a picture from the web", "assets/logo.svg", _svg('<image href="https://example.org/a.png"/>'), LOGO, ("image",)),
    FileSeed("SVG of blurs", "assets/logo.svg", _svg('<rect filter="url(#f)"/>' * 200), LOGO, ("filter", "png")),
    FileSeed("SVG with letters", "assets/logo.svg", _svg("<text>Our logo</text>"), LOGO, ("paths",)),
    FileSeed("SVG of entities", "assets/logo.svg", _svg("<text>&c;</text>", ENTITIES), LOGO, ("plain svg",)),
    FileSeed("SVG not closed", "assets/logo.svg", _bytes('<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><rect>'), LOGO, ("svg",)),
]

FILMS = [
    FileSeed("film cut short", "assets/waves.webm", _half, FILM, ("cut short", "copy")),
    FileSeed("film of its first bytes", "assets/waves.webm", lambda path: _write(path, path.read_bytes()[:400]), FILM, ("webm",)),
    FileSeed("film empty", "assets/waves.webm", _bytes(b""), FILM, ("empty", "real file")),
    FileSeed("film not fetched", "assets/waves.webm", _bytes(POINTER), FILM, ("git lfs",)),
    FileSeed("sound as a film", "assets/waves.webm", _bytes(MP3), FILM, ("webm", "mp4")),
    FileSeed("picture as a film", "assets/waves.webm", _bytes(_picture("JPEG")), FILM, ("jpeg", "webm")),
    FileSeed("web page as a film", "assets/waves.webm", _bytes("<!DOCTYPE html><title>404</title>"), FILM, ("web page", "webm")),
    FileSeed("playlist as a film", "assets/waves.webm", _bytes("#EXTM3U\nhttps://example.org/a.ts\n"), FILM, ("playlist",)),
    FileSeed("words as a film", "assets/waves.webm", _bytes("This will be a film"), FILM, ("webm",)),
    FileSeed("film gone", "assets/waves.webm", _gone, FILM, ("not there",)),
    FileSeed("film as a pipe", "assets/waves.webm", _pipe, FILM, ("pipe",)),
]

CAPTIONS = [
    FileSeed("captions empty", VTT, _bytes(b""), 0, ("captions",)),
    FileSeed("captions without their first line", VTT, _replaced("WEBVTT\n\n", ""), 1, ("WEBVTT",)),
    FileSeed("captions of another kind", VTT, _bytes("1\n00:00:00,500 --> 00:00:03,000\nWaves\n"), 1, ("WEBVTT",)),
    FileSeed("first line in small letters", VTT, _replaced("WEBVTT", "webvtt"), 1, ("WEBVTT",)),
    FileSeed("comma in a time", VTT, _replaced("00:00:03.000", "00:00:03,000"), 3, ("point",)),
    FileSeed("time without milliseconds", VTT, _replaced("00:00:03.000", "00:00:03"), 3, ("00:",)),
    FileSeed("short arrow", VTT, _replaced("-->", "->"), 3, ("-->",)),
    FileSeed("times swapped", VTT, _replaced("00:00:00.500 --> 00:00:03.000", "00:00:03.000 --> 00:00:00.500"), 3, ("end",)),
    FileSeed("minute of 75 seconds", VTT, _replaced("00:00:03.000", "00:00:75.000"), 3, ("times", "00:00:04.000")),
    FileSeed("caption without words", VTT, _replaced("Waves roll towards the shore.\n", ""), 3, ("text",)),
    FileSeed("captions in UTF-16", VTT, _encoded("utf-16"), 1, ("utf-8",)),
    FileSeed("captions in Latin-1", VTT, _replaced("Waves", "Wäves", "latin-1"), 4, ("utf-8",)),
    FileSeed("captions gone", VTT, _gone, "en: assets/waves.en.vtt", ("not there",)),
    FileSeed("captions that overlap", VTT, _replaced("00:00:03.200", "00:00:02.000"), 6, ("begins",)),
    FileSeed("merge conflict in captions", VTT, _replaced("Waves roll", "<<<<<<< HEAD\nWaves roll"), 4, ("merge",)),
]

CATALOGS = [
    FileSeed("quote in a translation", PO, _replaced('"Unser Stand"', '"Unser "Stand"'), 14, ('\\"',)),
    FileSeed("translation not closed", PO, _replaced('"Unser Stand"', '"Unser Stand'), 14, ("quote",)),
    FileSeed("curly quotes in a catalog", PO, _replaced('"Unser Stand"', "„Unser Stand“"), 14, ("quote",)),
    FileSeed("keyword misspelt", PO, _replaced('msgstr "Unser Stand"', 'msgst "Unser Stand"'), 14, ("msgstr",)),
    FileSeed("translation without its keyword", PO, _replaced('msgstr "Unser Stand"', ""), 0, ("msgstr",)),
    FileSeed("catalog in UTF-16", PO, _encoded("utf-16"), 1, ("utf-8",)),
    FileSeed("catalog in Latin-1", PO, _replaced("Unser Stand", "Unser Stånd", "latin-1"), 14, ("utf-8",)),
    FileSeed("catalog cut short", PO, _replaced('msgstr "Unser Stand"', 'msgstr "Uns'), 14, ("quote",)),
    FileSeed("merge conflict in a catalog", PO, _replaced('msgstr "Unser', '<<<<<<< HEAD\nmsgstr "Unser'), 14, ("merge",)),
    FileSeed("entry twice", PO, _replaced(HERO, f'{HERO}\n\nmsgid "Our booth"\nmsgstr "Unser Messestand"'), 16, ("twice", "one of the two")),
    FileSeed("uncertain translation", PO, _replaced(HERO, f"#, fuzzy\n{HERO}"), 13, ("fuzzy",)),
    FileSeed("placeholder lost", PO, _replaced(HERO, 'msgid "Our booth"\nmsgstr "Unser {stand}"'), 14, ("placeholders", "take them out")),
    FileSeed("translation of no words", PO, _replaced('msgstr "Unser Stand"', 'msgstr ""'), 14, ("write its translation",)),
    FileSeed("turned letters in a translation", PO, _replaced("Unser Stand", "Unser \u202eStand"), 13, ("take it out",)),
    FileSeed("unknown escape", PO, _replaced("Unser Stand", "Unser \\qStand"), 14, ("\\",)),
    FileSeed("program code in a catalog", PO, _replaced(HERO, '<?php echo "hello"; ?>'), 13, ("msgid",)),
    FileSeed("source translated", PO, _replaced(HERO, 'msgid "Unser Stand"\nmsgstr "Unser Stand"'), 13, ("letter by letter", "`our booth`")),
    FileSeed("catalog of another language", PO, _replaced('"Language: de', '"Language: fr'), 5, ("right catalog",)),
    FileSeed("tags in a translation", PO, _replaced('"Unser Stand"', '"<b>Unser</b> Stand"'), 13, ("`<b>`",)),
    FileSeed("catalog in a folder of capitals", PO, _moved("translations/DE/LC_MESSAGES/content.po"), "languages: [en, de]", ("translations/DE", "rename")),
    FileSeed("catalog beside its folders", PO, _moved("translations/de.po"), "languages: [en, de]", ("translations/de.po", "rename")),
    FileSeed("catalog gone", PO, _gone, "languages: [en, de]", ("translate update",)),
]

FILE_SEEDS = [*PICTURES, *FILMS, *CAPTIONS, *CATALOGS]
