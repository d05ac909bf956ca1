from __future__ import annotations

import os
import unicodedata

import pytest

from kiosk.author.compile.paths import PathError, forget_names, resolve


@pytest.fixture
def folder(tmp_path):
    forget_names()
    (tmp_path / "bundle" / "assets").mkdir(parents=True)
    (tmp_path / "bundle" / "assets" / "home.jpg").write_text("x")
    (tmp_path / "secret.jpg").write_text("x")
    return tmp_path / "bundle"


def test_a_file_inside_is_found(folder):
    assert resolve(folder, "assets/home.jpg") == folder / "assets/home.jpg"


def test_names_that_only_look_odd_are_fine(folder):
    for name in ("a b.jpg", "50%.jpg", "#1.jpg", "重庆.jpg", "..jpg", "a:b.jpg"):
        (folder / name).write_text("x")
    forget_names()
    for name in ("a b.jpg", "50%.jpg", "#1.jpg", "重庆.jpg", "..jpg"):
        assert resolve(folder, name) == folder / name


@pytest.mark.parametrize("target", ["../../secret.jpg", "/etc/hostname", ".."])
def test_a_link_that_leaves_the_bundle_is_refused(folder, target):
    (folder / "assets" / "link.jpg").symlink_to(target)
    (folder / "out").symlink_to("..")
    with pytest.raises(PathError, match=r"leaves the bundle|folder"):
        resolve(folder, "assets/link.jpg")
    with pytest.raises(PathError, match="leaves the bundle"):
        resolve(folder, "out/secret.jpg")


def test_a_link_inside_the_bundle_is_fine(folder):
    (folder / "link.jpg").symlink_to("assets/home.jpg")
    assert resolve(folder, "link.jpg") == folder / "link.jpg"


@pytest.mark.parametrize("target", ["nowhere", "odd", "odd/further"])
def test_a_link_that_leads_nowhere_is_refused(folder, target):
    (folder / "odd").symlink_to(target)
    with pytest.raises(PathError, match="leads nowhere"):
        resolve(folder, "odd")


def test_a_pipe_is_refused(folder):
    os.mkfifo(folder / "odd")
    with pytest.raises(PathError, match="ordinary file"):
        resolve(folder, "odd")


def test_two_ways_to_write_a_letter_are_told_apart_kindly(folder):
    (folder / unicodedata.normalize("NFD", "é.jpg")).write_text("x")
    with pytest.raises(PathError, match="looks like that of the file") as caught:
        resolve(folder, unicodedata.normalize("NFC", "é.jpg"))
    assert "Rename the file" in caught.value.cure


def test_a_suggestion_is_of_the_same_kind(folder):
    (folder / "assets" / "line.webm").write_text("x")
    (folder / "assets" / "lines.jpg").write_text("x")
    with pytest.raises(PathError) as caught:
        resolve(folder, "assets/line.jpg")
    assert caught.value.cure == "Did you mean `assets/lines.jpg`?"


def test_a_folder_that_cannot_be_listed_holds_nothing(folder):
    with pytest.raises(PathError, match="not there"):
        resolve(folder / "none", "a.jpg")
