"""The wheel stands alone: where the source tree cannot be imported, it checks, shows and describes its demo."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SECONDS_AT_MOST = 180
SOURCES = (".py", ".qml", ".html", ".css", ".js")


def run(*command: str | Path, folder: Path) -> str:
    """Run a command in a folder, without a screen and without this repository on the path; return what it printed."""
    hidden = ("PYTHONPATH", "DISPLAY", "QT_QPA_PLATFORM", "COVERAGE_PROCESS_START")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    command = tuple(map(str, command))
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=SECONDS_AT_MOST
    )
    assert done.returncode == 0, f"{' '.join(command)} ended with {done.returncode}\n{done.stdout}{done.stderr}"
    assert "Traceback" not in done.stderr, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the repository."""
    target = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", target, folder=ROOT)
    return next(target.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of an environment that holds the wheel, and sees this one's libraries but not its `.pth` files."""
    home = tmp_path_factory.mktemp("elsewhere")
    run(sys.executable, "-m", "venv", "--without-pip", home / "env", folder=home)
    programs = home / "env" / "bin"
    site = run(programs / "python", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", folder=home).strip()
    Path(site, "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    pip = [sys.executable, "-m", "pip", "--python", programs / "python", "--disable-pip-version-check"]
    run(*pip, "install", "--quiet", "--no-deps", "--no-index", "--ignore-installed", wheel, folder=home)
    return programs


def test_the_wheel_carries_qml_catalogs_and_the_demo(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    wanted = {path.relative_to(ROOT).as_posix() for path in (ROOT / "kiosk").rglob("*") if path.suffix in SOURCES}
    wanted |= {path.relative_to(ROOT).as_posix() for path in (ROOT / "kiosk" / "qml").rglob("qmldir")}
    wanted |= {
        f"kiosk/demo/{path.relative_to(ROOT).as_posix()}" for path in (ROOT / "assets").rglob("*") if path.is_file()
    }
    for catalog in (ROOT / "translations").rglob("*.po"):
        home = "kiosk" if catalog.name == "kiosk.po" else "kiosk/demo"
        wanted.add(f"{home}/{catalog.relative_to(ROOT).as_posix()}")
    wanted |= {f"kiosk/{path.relative_to(ROOT).as_posix()}" for path in (ROOT / "translations").glob("kiosk.pot")}
    template = [path for path in (ROOT / "kiosk" / "template").rglob("*") if path.is_file()]
    wanted |= {path.relative_to(ROOT).as_posix() for path in template}
    assert "kiosk/demo/content.yaml" in names
    assert not wanted - names
    assert not [name for name in names if name.endswith((".pyc", ".qmlc")) or name.startswith(("tests", "studio"))]


def test_it_does_not_see_the_source_tree(installed, tmp_path):
    place = run(installed / "python", "-c", "import kiosk; print(kiosk.__file__)", folder=tmp_path)
    assert Path(place.strip()).is_relative_to(installed.parent)


def test_check_accepts_the_demo(installed, tmp_path):
    run(installed / "kiosk", "check", "--no-fit", folder=tmp_path)


def test_schema_is_printed(installed, tmp_path):
    assert '"$schema"' in run(installed / "kiosk", "schema", folder=tmp_path)


def test_a_new_bundle_is_made_and_translated(installed, tmp_path):
    run(installed / "kiosk", "new", "booth", "--languages", "ar,en,it", folder=tmp_path)
    assert ".editorconfig" in {path.name for path in (tmp_path / "booth").iterdir()}
    (tmp_path / "booth" / "babel.cfg").write_text("[kiosk: content.yaml]\n", encoding="utf-8")
    babel = [installed / "python", "-m", "babel.messages.frontend", "-q", "extract"]
    run(*babel, "-F", "babel.cfg", "-o", "content.pot", ".", folder=tmp_path / "booth")
    assert "جناحنا" in (tmp_path / "booth" / "content.pot").read_text(encoding="utf-8")


def test_the_demo_is_shown_without_a_screen(installed, tmp_path):
    choice = ["--pages", "home", "--languages", "en", "--sizes", "640x360"]
    run(installed / "kiosk", "shots", *choice, "--out", tmp_path / "shots", folder=tmp_path)
    assert list((tmp_path / "shots").rglob("*.png"))
    assert (tmp_path / "shots" / "index.html").is_file()
