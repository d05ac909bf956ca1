from __future__ import annotations

import pytest
from PIL import Image

from tests.author.lint.looking import only, places
from tests.author.making import HERE

COVER = "cover: {image: assets/cover.png, alt: Cover}"


def cover(booth, size=(1920, 1080), name="big.jpg", alt="A red car", **options):
    """Write a cover, and return the place of its path."""
    Image.new("RGB", size).save(booth.folder / "assets" / name, **options)
    return booth.spoil(COVER, f"cover: {{image: {HERE}assets/{name}, alt: {alt}}}")


@pytest.mark.parametrize(
    ("size", "code"),
    [
        ((1920, 1080), ""),
        ((1080, 1920), ""),
        ((1600, 900), ""),
        ((1599, 900), "K460"),
        ((3840, 2160), ""),
        ((3841, 2160), "K461"),
        ((5000, 100), "K461"),
    ],
)
def test_covers_fit_a_screen(booth, size, code):
    at = cover(booth, size)
    found = [problem for problem in only(booth, "K460", "K461") if places([problem]) == [("content.yaml", *at)]]
    assert {problem.code for problem in found} == ({code, "K460"} if min(size) < 900 and code else {code} - {""})


@pytest.mark.parametrize(
    ("place", "size", "enough"),
    [
        ("- {image: §assets/new.png, alt: One, caption: First}", (800, 600), True),
        ("- {image: §assets/new.png, alt: One, caption: First}", (700, 600), False),
    ],
)
def test_a_gallery_needs_less(booth, place, size, enough):
    Image.new("RGB", size).save(booth.folder / "assets/new.png")
    at = booth.spoil("- {image: assets/home.jpg, alt: One, caption: First}", place)
    assert (("content.yaml", *at) in places(only(booth, "K460"))) is not enough


def test_a_picture_used_twice_is_one_finding(booth):
    found = [problem for problem in only(booth, "K460") if "64 x 36" in problem.what]
    assert len(found) == 1


def test_vectors_are_never_too_small(booth):
    assert not [problem for problem in only(booth, "K460") if "40 x 20" in problem.what]


def test_turned_pictures_are_told(booth):
    exif = Image.Exif()
    exif[0x0112] = 6
    at = cover(booth, exif=exif)
    assert places(only(booth, "K463")) == [("content.yaml", *at)]


def test_animations_are_told(booth):
    frames = [Image.new("RGB", (1920, 1080), (shade, 0, 0)) for shade in (0, 255)]
    at = cover(booth, name="moving.webp", save_all=True, append_images=frames)
    assert places(only(booth, "K462")) == [("content.yaml", *at)]


@pytest.mark.parametrize(
    ("alt", "wrong"),
    [
        ("big.jpg", True),
        ("Big", True),
        ("IMG_1234", True),
        ("DSC01234.JPG", True),
        ('"..."', True),
        ("A big red car", False),
        ("Image 1 of the harbour", False),
    ],
)
def test_an_alternative_text_tells_what_one_sees(booth, alt, wrong):
    line, _ = cover(booth, alt=alt)
    assert ([problem for problem in only(booth, "K464") if problem.position.line == line] != []) is wrong


def test_different_pictures_are_told_with_different_words(booth):
    line, _ = cover(booth, alt="One")
    [problem] = only(booth, "K465")
    assert f"line {line}" in problem.what
    assert problem.source_line.strip() == "- {image: assets/home.jpg, alt: One, caption: First}"
