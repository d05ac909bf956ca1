"""Packing: the same bytes for the same content, only what is used, never a half file."""

from __future__ import annotations

import json
import os
import shutil
import zipfile
from pathlib import Path

import pytest

from kiosk.author.packing.gather import used_files
from kiosk.author.packing.pack import pack
from kiosk.ground.errors import BundleError
from kiosk.store.archive import read_archive, read_archive_manifest
from kiosk.store.manifest import hash_file, make_manifest, read_manifest, write_manifest
from tests.author.making import Booth
from tests.store.forging import listed, pack_plainly

USED = [
    *("LICENSE", "assets/cover.png", "assets/film.en.vtt", "assets/film.webm", "assets/home.jpg", "assets/logo.svg"),
    *("content.yaml", "translations/de/LC_MESSAGES/content.po"),
]


@pytest.fixture
def whole(booth: Booth) -> Booth:
    """A bundle with everything that belongs into an archive, and with what does not."""
    booth.put("LICENSE", "Free\n")
    booth.put("translations/de/LC_MESSAGES/content.po", 'msgid ""\nmsgstr ""\n\nmsgid "Cars"\nmsgstr "Autos"\n')
    booth.put("translations/fr/LC_MESSAGES/content.po", 'msgid ""\nmsgstr ""\n')
    booth.put("assets/unused.jpg", b"\xff\xd8\xff")
    booth.put("notes.txt", "not for visitors\n")
    booth.put(".git/config", "")
    return booth


def test_only_what_the_bundle_uses_goes_in(whole, tmp_path):
    manifest = pack(whole.folder, tmp_path / "show.kiosk")
    assert [file.path for file in manifest.files] == USED == used_files(whole.folder)
    assert manifest.title == "Test booth"
    assert manifest.languages == ("en", "de", "ar")
    assert manifest.size == sum((whole.folder / name).stat().st_size for name in USED)


def test_the_same_content_gives_the_same_bytes(whole, tmp_path, monkeypatch):
    copy = tmp_path / "other" / "place"
    old = os.umask(0o077)
    try:
        copy.mkdir(parents=True)
        for name in reversed(used_files(whole.folder)):  # another order in the folders, too
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(whole.folder / name, copy / name)
            os.utime(copy / name, (1, 1))
            os.chmod(copy / name, 0o700)
        monkeypatch.setenv("TZ", "Asia/Shanghai")
        pack(copy, tmp_path / "two.kiosk")
    finally:
        os.umask(old)
    pack(whole.folder, tmp_path / "one.kiosk")
    assert (tmp_path / "one.kiosk").read_bytes() == (tmp_path / "two.kiosk").read_bytes()
    assert (tmp_path / "two.kiosk").stat().st_mode & 0o777 == 0o644


def test_a_changed_word_gives_another_fingerprint(whole, tmp_path):
    one = pack(whole.folder, tmp_path / "one.kiosk")
    whole.spoil("Touch me", "Touch us")
    assert pack(whole.folder, tmp_path / "two.kiosk").fingerprint != one.fingerprint


def test_what_is_packed_comes_out_again(whole, tmp_path):
    out = tmp_path / "show.kiosk"
    manifest = pack(whole.folder, out)
    (tmp_path / "into").mkdir()
    read: list[str] = []
    assert read_archive(out, tmp_path / "into", read.append) == manifest == read_archive_manifest(out)
    assert read == USED
    assert {name: hash_file(tmp_path / "into" / name) for name in USED} == {f.path: f.sha256 for f in manifest.files}


def test_it_is_an_ordinary_zip_file(whole, tmp_path):
    pack(whole.folder, tmp_path / "show.kiosk")
    with zipfile.ZipFile(tmp_path / "show.kiosk") as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["manifest.json", *USED]
        manifest = json.loads(archive.read("manifest.json"))
    assert list(manifest) == ["format", "needs", "title", "languages", "files", "fingerprint"]


def test_names_in_every_script_are_kept(booth, tmp_path):
    booth.put("assets/封面 ü.png", (booth.folder / "assets/cover.png").read_bytes())
    booth.write(booth.text.replace("assets/cover.png", "assets/封面 ü.png"))
    pack(booth.folder, tmp_path / "show.kiosk")
    with zipfile.ZipFile(tmp_path / "show.kiosk") as archive:
        assert "assets/封面 ü.png" in archive.namelist()
    (tmp_path / "into").mkdir()
    read_archive(tmp_path / "show.kiosk", tmp_path / "into")


def test_what_check_refuses_is_not_packed(whole, tmp_path):
    out = tmp_path / "show.kiosk"
    out.write_text("before")
    line, column = whole.spoil("opens: cars", "opens: §bikes")
    with pytest.raises(BundleError) as caught:
        pack(whole.folder, out)
    (problem,) = caught.value.problems
    assert (problem.position.line, problem.position.column) == (line, column)
    assert out.read_text() == "before"


def test_a_name_that_other_systems_do_not_take_is_not_packed(booth, tmp_path):
    booth.put("assets/con.png", (booth.folder / "assets/cover.png").read_bytes())
    booth.write(booth.text.replace("assets/cover.png", "assets/con.png"))
    with pytest.raises(BundleError) as caught:
        pack(booth.folder, tmp_path / "show.kiosk")
    assert caught.value.problems[0].code == "K803"


@pytest.mark.parametrize("broken", ["fsync", "rename"])
def test_there_is_never_a_half_file(whole, tmp_path, monkeypatch, broken):
    def fail(*_words: object) -> None:
        raise OSError(28, "No space left on device")

    out = tmp_path / "out" / "show.kiosk"
    out.parent.mkdir()
    out.write_text("before")
    with monkeypatch.context() as patch:
        patch.setattr(os, broken, fail)
        with pytest.raises(BundleError) as caught:
            pack(whole.folder, out)
    (problem,) = caught.value.problems
    assert (problem.code, problem.position.file) == ("K811", out)
    assert [path.name for path in out.parent.iterdir()] == ["show.kiosk"]
    assert out.read_text() == "before"


def test_files_of_another_folder_can_be_added(whole, tmp_path):
    (tmp_path / "made" / "fonts").mkdir(parents=True)
    (tmp_path / "made" / "fonts" / "a.ttf").write_bytes(b"font")
    manifest = pack(whole.folder, tmp_path / "show.kiosk", {"fonts/a.ttf": tmp_path / "made"})
    assert "fonts/a.ttf" in [file.path for file in manifest.files]
    (tmp_path / "into").mkdir()
    read_archive(tmp_path / "show.kiosk", tmp_path / "into")
    assert (tmp_path / "into" / "fonts" / "a.ttf").read_bytes() == b"font"


def test_a_manifest_is_read_as_it_was_written(booth, tmp_path):
    manifest = make_manifest("Ein „Titel“ 重庆", ["en", "zh_Hans"], listed(booth.folder))
    assert read_manifest(write_manifest(manifest), Path("x")) == manifest
    assert make_manifest(manifest.title, manifest.languages, reversed(manifest.files)) == manifest
    assert pack_plainly(booth.folder, tmp_path / "x.kiosk").fingerprint != manifest.fingerprint
