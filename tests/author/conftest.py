"""The bundle that tests begin with: made once, copied for each."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PIL import Image

from tests.author.making import CONTENT, SVG, VTT, Booth, write_film


@pytest.fixture(scope="session")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_film(tmp_path_factory.mktemp("film") / "film.webm")


@pytest.fixture(scope="session")
def original(tmp_path_factory: pytest.TempPathFactory, film: Path) -> Path:
    folder = tmp_path_factory.mktemp("booth")
    assets = folder / "assets"
    assets.mkdir()
    Image.new("RGB", (64, 36), (20, 30, 40)).save(assets / "home.jpg")
    Image.new("RGB", (48, 36), (20, 30, 40)).save(assets / "cover.png")
    shutil.copy(film, assets / "film.webm")
    (assets / "logo.svg").write_text(SVG)
    (assets / "film.en.vtt").write_text(VTT)
    (folder / "content.yaml").write_text(CONTENT)
    return folder


@pytest.fixture
def booth(original: Path, tmp_path: Path) -> Booth:
    folder = tmp_path / "booth"
    shutil.copytree(original, folder)
    return Booth(folder)
