"""Archives and folders that mean harm: each is refused as a whole, in one line, and nothing is written elsewhere."""

from __future__ import annotations

import hashlib
import io
import os
import socket
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.author.codes import BY_CODE
from kiosk.author.packing.gather import copy_files, used_files
from kiosk.ground.errors import BundleError
from kiosk.store import manifest as limits
from kiosk.store.archive import read_archive
from kiosk.store.manifest import Listed, make_manifest, write_manifest
from kiosk.store.names import what_is_wrong
from tests.author.making import Booth
from tests.store.forging import Part, forge, pack_plainly, parts_of

FILES = {"assets/a.jpg": b"picture", "assets/b.jpg": b"another", "content.yaml": b"kiosk: 1\n"}
NAMES = [
    *("../evil", "assets/../../evil", "/etc/evil", "//server/evil", "..", ".", "", "a//b", "./a", "assets/./a"),
    *("..\\evil", "assets\\a.jpg", "C:evil", "C:\\evil", "c:/evil", "a:b"),
    *("a\0.jpg", "a\nb", "a\x1b[2Jb", "a\x7fb", "a\u202egpj.exe", "a\u200bb", "\ufeffa"),
    *("CON", "con.txt", "assets/NUL", "aux.jpg", "COM1", "lpt9.log", "COM¹", "conin$", "nul .txt"),
    *("a.", "a ", " a", "assets./a", "assets /a", "a*b", "a?b", "a|b", 'a"b', "a<b"),
    *("x" * 256, "/".join(["a"] * 17), "é" * 128, "/".join(["x" * 200] * 3)),
    *(".kiosk/index", ".KIOSK/x", "manifest.json/x"[:13], "Manifest.json"),
]
TWINS = [
    ("assets/a.jpg", "assets/A.jpg"),
    ("assets/a.jpg", "Assets/b.jpg"),
    ("é.jpg", "e\u0301.jpg"),
    ("straße", "STRASSE"),
    ("ﬁlm", "film"),
    ("a", "a/b"),
    ("A/b", "a"),
    ("ı", "I\u0307"[:1] + "x"),
]


def part(index: int = 1, **changes: object) -> bytes:
    """An archive with one entry's fields replaced."""
    parts = parts_of(FILES)
    for name, value in changes.items():
        setattr(parts[index], name, value)
    return forge(parts)


def with_data(name: str, data: bytes) -> bytes:
    parts = parts_of(FILES)
    for one in parts:
        if one.name == name:
            one.data = data
    return forge(parts)


def zipped(**options: object) -> bytes:
    """What an ordinary ZIP program makes of the same files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", **options) as archive:
        for one in parts_of(FILES):
            archive.writestr(str(one.name), one.data)
    return out.getvalue()


def overlapping() -> bytes:
    parts = parts_of(FILES)
    parts[2].central = {"offset": 0}
    return forge(parts)


def doubled() -> bytes:
    parts = parts_of(FILES)
    return forge([*parts, parts[1]])


def with_zip64_end() -> bytes:
    whole = forge(parts_of(FILES))
    end = struct.unpack("<IHHHHIIH", whole[-22:])
    record = struct.pack("<IQHHIIQQQQ", 0x06064B50, 44, 45, 45, 0, 0, end[4], end[4], end[5], end[6])
    locator = struct.pack("<IIQI", 0x07064B50, 0, len(whole) - 22, 1)
    return whole[:-22] + record + locator + struct.pack("<IHHHHIIH", end[0], 0, 0, 0xFFFF, 0xFFFF, *[2**32 - 1] * 2, 0)


def bomb() -> bytes:
    """42 kB that say they are 40 MB."""
    parts = parts_of({**FILES, "assets/c.jpg": b"\0" * 40_000_000})
    one = next(part for part in parts if part.name == "assets/c.jpg")
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    size, crc = len(one.data), zlib.crc32(one.data)
    one.data = packer.compress(one.data) + packer.flush()
    one.both = {"method": 8, "crc": crc, "size": size}
    return forge(parts)


def renamed_manifest(change: Callable[[dict[str, object]], None]) -> bytes:
    import json

    parts = parts_of(FILES)
    value = json.loads(parts[0].data)
    change(value)
    parts[0].data = json.dumps(value, indent=1, ensure_ascii=False).encode() + b"\n"
    return forge(parts)


def sealed(**changes: object) -> bytes:
    """An archive whose manifest is changed and signed again."""
    import msgspec

    from kiosk.store.manifest import _fingerprint

    parts = parts_of(FILES)
    manifest = make_manifest("T", ["en"], [Listed(k, len(v), hashlib.sha256(v).hexdigest()) for k, v in FILES.items()])
    manifest = msgspec.structs.replace(manifest, **changes)
    manifest = msgspec.structs.replace(manifest, fingerprint=_fingerprint(manifest))
    parts[0].data = write_manifest(manifest)
    return forge(parts)


def without(name: str) -> bytes:
    return forge([one for one in parts_of(FILES) if one.name != name])


GOOD = forge(parts_of(FILES))
LINK = {"mode": 0o120777 << 16}
HOSTILE: dict[str, tuple[str, bytes]] = {
    "empty": ("K801", b""),
    "text": ("K801", b"kiosk: 1\n" * 10),
    "another archive": ("K801", b"\x1f\x8b" + b"x" * 100),
    "cut short": ("K801", GOOD[:-1]),
    "cut in half": ("K801", GOOD[: len(GOOD) // 2]),
    "byte behind": ("K801", GOOD + b"x"),
    "comment": ("K801", forge(parts_of(FILES), end={"comment": 3}, suffix=b"abc")),
    "prefixed": ("K801", b"#!/bin/sh\n" + GOOD),
    "prefixed, offsets mended": ("K802", forge(parts_of(FILES), prefix=b"#!/bin/sh\n")),
    "archive in front": ("K801", GOOD + GOOD),
    "two disks": ("K801", forge(parts_of(FILES), end={"disk": 1})),
    "lies about its count": ("K801", forge(parts_of(FILES), end={"count": 3})),
    "counts too few": ("K802", forge(parts_of(FILES), end={"count": 3, "here": 3})),
    "counts too many": ("K802", forge(parts_of(FILES), end={"count": 5, "here": 5})),
    "no entries": ("K806", forge([])),
    "list starts elsewhere": ("K801", forge(parts_of(FILES), end={"start": 0})),
    "zip64": ("K801", with_zip64_end()),
    "zip64 extra": ("K802", part(extra=struct.pack("<HHQ", 1, 8, 7))),
    "zip64 sizes": (
        "K802",
        part(both={"size": 2**32 - 1, "packed": 2**32 - 1}, extra=struct.pack("<HHQQ", 1, 16, 7, 7)),
    ),
    "unix extra": ("K802", part(extra=struct.pack("<HHI", 0x7875, 4, 0))),
    "deflated": ("K802", zipped(compression=zipfile.ZIP_DEFLATED)),
    "bzip2": ("K802", zipped(compression=zipfile.ZIP_BZIP2)),
    "dates of a program": ("K802", zipped()),
    "unknown compression": ("K802", part(both={"method": 99})),
    "bomb": ("K802", bomb()),
    "encrypted": ("K802", part(both={"flags": 1})),
    "strongly encrypted": ("K802", part(both={"flags": 0x41})),
    "headers encrypted": ("K802", part(both={"flags": 0x2000})),
    "sizes behind": ("K802", part(both={"flags": 8}, local={"size": 0, "packed": 0, "crc": 0})),
    "link": ("K805", part(central=LINK)),
    "folder by mode": ("K805", part(central={"mode": 0o040755 << 16})),
    "folder by name": ("K803", part(name="assets/a/")),
    "device": ("K805", part(central={"mode": 0o060644 << 16})),
    "pipe": ("K805", part(central={"mode": 0o010644 << 16})),
    "socket": ("K805", part(central={"mode": 0o140644 << 16})),
    "runs": ("K802", part(central={"mode": 0o100755 << 16})),
    "runs as root": ("K802", part(central={"mode": 0o104644 << 16})),
    "made by dos": ("K802", part(central={"made": 20})),
    "overlapping": ("K802", overlapping()),
    "gap": ("K802", part(gap=b"hidden")),
    "all in one place": ("K802", forge([Part(p.name, p.data, central={"offset": 0}) for p in parts_of(FILES)])),
    "smaller outside": ("K802", part(central={"size": 1})),
    "smaller inside": ("K802", part(local={"size": 1})),
    "packed larger": ("K802", part(central={"packed": 100})),
    "other checksum inside": ("K802", part(local={"crc": 1})),
    "other name inside": ("K802", part(local_name=b"assets/x.jpg")),
    "longer name inside": ("K802", part(local_name=b"../../../evil.jpg")),
    "name cut by length": ("K802", part(central={"names": 4})),
    "name not utf-8": ("K803", part(name=b"assets/\xff.jpg")),
    "utf-8 not said": ("K802", forge([*parts_of(FILES), Part("é", b"", both={"flags": 0})])),
    "comment of an entry": ("K802", part(central={"comments": 1})),
    "wrong checksum": ("K808", part(both={"crc": 1})),
    "wrong content": ("K808", with_data("assets/a.jpg", b"PICTURE")),
    "doubled": ("K804", doubled()),
    "no manifest": ("K807", without("manifest.json")),
    "manifest last": ("K807", forge([*parts_of(FILES)[1:], parts_of(FILES)[0]])),
    "file missing": ("K807", without("assets/a.jpg")),
    "file added": ("K807", forge([*parts_of(FILES), Part("extra", b"x")])),
    "other order": ("K807", forge([*parts_of(FILES)[:1], *parts_of(FILES)[:0:-1]])),
    "manifest no json": ("K807", with_data("manifest.json", b"{")),
    "manifest deep": ("K807", with_data("manifest.json", b"[" * 100_000)),
    "manifest spaced": ("K807", with_data("manifest.json", parts_of(FILES)[0].data + b" ")),
    "manifest with more": ("K807", renamed_manifest(lambda value: value.update(run="rm -rf /"))),
    "manifest of another title": ("K807", renamed_manifest(lambda value: value.update(title="Other"))),
    "manifest lies about itself": ("K807", renamed_manifest(lambda value: value.update(fingerprint="0" * 64))),
    "manifest not sorted": (
        "K807",
        sealed(files=tuple(reversed([Listed("a", 1, "0" * 64), Listed("b", 1, "0" * 64)]))),
    ),
    "manifest names twice": ("K807", sealed(files=(Listed("a", 1, "0" * 64), Listed("a", 1, "0" * 64)))),
    "hash is no hash": ("K807", sealed(files=(Listed("a", 1, "../../x"),))),
    "negative size": ("K806", sealed(files=(Listed("a", -1, "0" * 64),))),
    "huge size": ("K806", sealed(files=(Listed("a", 2**40, "0" * 64),))),
    "newer format": ("K809", sealed(format=2)),
    "newer program": ("K809", sealed(needs="99.0")),
    "nonsense version": ("K809", sealed(needs="1;x")),
    "old format": ("K807", sealed(format=0)),
    **{f"name {name[:30]!r}": ("K803", forge(parts_of({**FILES, name: b"evil"}))) for name in NAMES},
    **{f"{one} and {two}": ("K804", forge(parts_of({one: b"1", two: b"2"}))) for one, two in TWINS[:7]},
}
del HOSTILE["name 'Manifest.json'"], HOSTILE["name 'manifest.json'"]


@pytest.fixture
def place(tmp_path: Path) -> tuple[Path, Path]:
    """Where an archive lies and where it is unpacked, with neighbours that must stay as they are."""
    into = tmp_path / "store" / "incoming" / "new"
    into.mkdir(parents=True)
    (tmp_path / "store" / "evil").write_text("before")
    return tmp_path / "show.kiosk", into


def snapshot(folder: Path, but: Path) -> dict[str, bytes]:
    return {str(p): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file() and not p.is_relative_to(but)}


def refused(file: Path, into: Path) -> BundleError:
    before = snapshot(file.parent, into)
    with pytest.raises(BundleError) as caught:
        read_archive(file, into)
    assert snapshot(file.parent, into) == before
    (problem,) = caught.value.problems
    assert "\n" not in str(problem)
    assert str(problem).isprintable()
    assert problem.code in BY_CODE
    assert problem.cure.endswith((".", "`"))
    assert (problem.position.file, problem.position.line) == (file, 0)
    return caught.value


def test_what_is_forged_without_a_change_is_what_pack_writes(place):
    file, into = place
    file.write_bytes(GOOD)
    manifest = read_archive(file, into)
    assert {name: (into / name).read_bytes() for name in FILES} == FILES
    assert [listed.path for listed in manifest.files] == sorted(FILES)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_archive_is_refused_whole(place, name):
    code, data = HOSTILE[name]
    file, into = place
    file.write_bytes(data)
    assert refused(file, into).problems[0].code == code
    if code != "K808":  # a wrong hash is only found where the file was read
        assert list(into.iterdir()) == []


def test_there_are_many():
    assert len(HOSTILE) >= 100


@pytest.mark.parametrize("name", [name for name in NAMES if name not in ("manifest.json",)])
def test_such_names_are_refused_wherever_they_come_from(name):
    assert what_is_wrong(name)


@pytest.mark.parametrize(
    "name", ["assets/a.jpg", "a", "é/ü.webm", "重庆/封面.jpg", "a b.jpg", ".editorconfig", "conx", "a..b"]
)
def test_ordinary_names_are_not(name):
    assert what_is_wrong(name) == ""


@pytest.mark.parametrize(
    ("limit", "value"), [("MAX_FILES", 2), ("MAX_FILE_BYTES", 8), ("MAX_TOTAL_BYTES", 20)], ids=lambda v: str(v)
)
def test_too_much_is_refused(place, monkeypatch, limit, value):
    file, into = place
    file.write_bytes(GOOD)
    monkeypatch.setattr(limits, limit, value)
    assert refused(file, into).problems[0].code == "K806"


def test_too_many_entries_are_refused_before_they_are_read(place):
    file, into = place
    file.write_bytes(forge([Part(f"{number}", b"") for number in range(65_500)]))
    assert refused(file, into).problems[0].code == "K806"


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_changed_archive_is_refused(tmp_path_factory, data):
    """Bytes flipped, cut out, put in or doubled: no archive but the one that was packed is read."""
    at = data.draw(st.integers(0, len(GOOD) - 1))
    length = data.draw(st.integers(0, 40))
    new = data.draw(st.one_of(st.binary(max_size=40), st.just(GOOD[at : at + 30] * 2)))
    mutant = GOOD[:at] + new + GOOD[at + length :]
    folder = tmp_path_factory.mktemp("mutant")
    (folder / "into").mkdir()
    (folder / "show.kiosk").write_bytes(mutant)
    if mutant == GOOD:
        read_archive(folder / "show.kiosk", folder / "into")
        return
    refused(folder / "show.kiosk", folder / "into")


def test_every_single_byte_counts(tmp_path):
    file = tmp_path / "show.kiosk"
    for at in range(0, len(GOOD), 7):
        file.write_bytes(GOOD[:at] + bytes([GOOD[at] ^ 1]) + GOOD[at + 1 :])
        into = tmp_path / str(at)
        into.mkdir()
        with pytest.raises(BundleError):
            read_archive(file, into)


@pytest.mark.parametrize("kind", ["pipe", "folder", "holes"])
def test_what_is_no_file_is_no_archive(place, kind):
    file, into = place
    if kind == "pipe":
        os.mkfifo(file)
    elif kind == "folder":
        file.mkdir()
    else:
        with file.open("wb") as stream:
            stream.truncate(3 * 1024**3)
    with pytest.raises(BundleError) as caught:
        read_archive(file, into)
    assert caught.value.problems[0].code == "K805"


def link_out(path: Path) -> None:
    path.unlink()
    path.symlink_to("/etc/hostname")


def fifo(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def unix_socket(path: Path) -> None:
    path.unlink()
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(path))


def holes(path: Path) -> None:
    with path.open("wb") as stream:
        stream.truncate(1024**3)


def link_to_folder_outside(path: Path) -> None:
    outside = path.parents[2] / "outside"
    path.parent.rename(outside)
    path.parent.symlink_to(outside)


@pytest.mark.parametrize(
    "spoil", [link_out, fifo, unix_socket, holes, link_to_folder_outside], ids=lambda f: f.__name__
)
def test_a_hostile_folder_is_refused(booth: Booth, tmp_path, spoil):
    spoil(booth.folder / "assets" / "home.jpg")
    with pytest.raises(BundleError) as caught:
        copy_files(booth.folder, used_files(booth.folder), tmp_path / "copy")
    assert caught.value.problems[0].code == "K805"


def test_a_link_inside_is_copied_as_a_file(booth: Booth, tmp_path):
    path = booth.folder / "assets" / "home.jpg"
    path.rename(booth.folder / "assets" / "real.jpg")
    path.symlink_to("real.jpg")
    copy_files(booth.folder, used_files(booth.folder), tmp_path / "copy")
    copied = tmp_path / "copy" / "assets" / "home.jpg"
    assert not copied.is_symlink()
    assert copied.read_bytes() == path.read_bytes()


@pytest.mark.parametrize("when", ["longer", "shorter", "other", "touched"])
def test_a_file_that_changes_meanwhile_is_refused(booth: Booth, tmp_path, when):
    home = booth.folder / "assets" / "home.jpg"

    def change(name: str) -> None:
        if name != "content.yaml":
            return
        data = home.read_bytes()
        changed = {"longer": data + b"x", "shorter": data[:-1], "other": b"x" + data[1:], "touched": data}[when]
        home.write_bytes(changed)
        os.utime(home, ns=(1, 1))

    with pytest.raises(BundleError) as caught:
        copy_files(booth.folder, used_files(booth.folder), tmp_path / "copy", change)
    assert caught.value.problems[0].code == "K810"


def test_packing_a_changed_file_is_refused(booth: Booth, tmp_path):
    manifest = pack_plainly(booth.folder, tmp_path / "good.kiosk")
    from kiosk.store.archive import write_archive

    home = booth.folder / "assets" / "home.jpg"
    for data in (home.read_bytes() + b"x", home.read_bytes()[:-1], b""):
        home.write_bytes(data)
        with pytest.raises(BundleError) as caught:
            write_archive(manifest, booth.folder, io.BytesIO())
        assert caught.value.problems[0].code == "K810"
