"""`kiosk shots` needs no screen: it brings its own."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from tests.booth.outside import PATIENCE, ROOT

SIZES = [(640, 360), (360, 640)]
LANGUAGES = ["en", "ar"]
PAGES = ["home", "statistics"]


def shots(sample: Path, out: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "QT_QPA_PLATFORM")}
    return subprocess.run(
        [sys.executable, "-m", "kiosk", "shots", str(sample), "--out", str(out), *arguments],
        capture_output=True,
        check=False,
        cwd=ROOT,
        env=environment,
        text=True,
        timeout=2 * PATIENCE,
    )


@pytest.fixture(scope="module")
def taken(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the pictures of two pages in two languages and two sizes."""
    out = tmp_path_factory.mktemp("shots") / "new"
    sizes = ",".join(f"{width}x{height}" for width, height in SIZES)
    done = shots(sample, out, "--sizes", sizes, "--languages", ",".join(LANGUAGES), "--pages", ",".join(PAGES))
    assert (done.returncode, done.stderr) == (0, "")
    assert str(out) in done.stdout
    return out


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_a_picture_of_every_page(taken: Path, size: tuple[int, int], language: str, page: str) -> None:
    with Image.open(taken / f"{size[0]}x{size[1]}" / language / f"{page}.png") as image:
        assert image.size == size
        colours = image.convert("RGB").getcolors(size[0] * size[1])
    assert len(colours) > 100


def test_languages_look_different(taken: Path) -> None:
    en, ar = (Image.open(taken / "640x360" / code / "home.png").convert("RGB") for code in LANGUAGES)
    assert en.tobytes() != ar.tobytes()


def test_one_page_shows_them_all(taken: Path) -> None:
    """The contact sheet has at least one picture for each that was taken, and says which is which."""
    sheet = (taken / "index.html").read_text("utf-8")
    assert sheet.count("<img") >= len(list(taken.rglob("*.png")))
    assert all(word in sheet for word in (*PAGES, *LANGUAGES, "640x360", "360x640", "Sample booth"))


def test_a_page_that_is_not_there_is_a_line(sample: Path, tmp_path: Path) -> None:
    done = shots(sample, tmp_path, "--pages", "nowhere")
    assert done.returncode == 1
    assert re.fullmatch(r"kiosk: There is no page nowhere\. There are: .*\n", done.stderr)
