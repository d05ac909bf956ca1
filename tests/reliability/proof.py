"""What the proofs about the store share: two bundles, a store with the old one, and the question what it shows now."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from kiosk.ground.errors import KioskError
from kiosk.store.installed import installed, verify
from kiosk.store.store import current_folder
from tests.author.making import CONTENT, VTT, write_film

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Outcome:
    """The result of a proof, printed on one line; `seed` is 0 where nothing is drawn by chance."""

    name: str
    value: str
    goal: str
    passed: bool
    seed: int = 0

    def __str__(self) -> str:
        return f"{self.name}: {self.value}, goal {self.goal}, seed {self.seed}{'' if self.passed else '  FAILED'}"


def make_bundles(folder: Path) -> tuple[Path, Path]:
    """Return two small bundles without vector pictures, `old` and `new`."""
    old = folder / "old"
    (old / "assets").mkdir(parents=True)
    Image.new("RGB", (64, 36), (20, 30, 40)).save(old / "assets" / "home.jpg")
    Image.new("RGB", (48, 36), (20, 30, 40)).save(old / "assets" / "cover.png")
    write_film(old / "assets" / "film.webm")
    (old / "assets" / "film.en.vtt").write_text(VTT)
    text = CONTENT.replace("  logo: {image: assets/logo.svg, alt: Emblem}\n", "")
    (old / "content.yaml").write_text(text)
    shutil.copytree(old, folder / "new")
    (folder / "new" / "content.yaml").write_text(text.replace("Touch me", "Touch us"))
    return old, folder / "new"


def make_three(folder: Path) -> list[Path]:
    """Return three small bundles: with two, a lost switch could not be told from the next one."""
    old, new = make_bundles(folder)
    shutil.copytree(old, folder / "third")
    content = folder / "third" / "content.yaml"
    content.write_text(content.read_text().replace("Touch me", "Touch it"))
    return [new, folder / "third", old]


def fingerprint_of(bundle: Path, folder: Path) -> str:
    """Return the fingerprint of a bundle, by installing it into a store of its own."""
    run_install(bundle, folder / bundle.name)
    return shown(folder / bundle.name)


def environment(store: Path) -> dict[str, str]:
    return {**os.environ, "KIOSK_STORE": str(store), "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}


def run_install(source: Path, store: Path, *before: str) -> subprocess.CompletedProcess[str]:
    """Run `kiosk install` in a process of its own, behind the words `before` (a tracer and its options)."""
    words = [*before, sys.executable, "-m", "kiosk", "install", str(source)]
    return subprocess.run(words, env=environment(store), capture_output=True, text=True, check=False, cwd=ROOT)


def shown(store: Path) -> str:
    """Return the fingerprint that the store shows after reading every byte of what it keeps; "torn: why" else."""
    before = os.environ.get("KIOSK_STORE")
    os.environ["KIOSK_STORE"] = str(store)
    try:
        kept = [one for one in installed() if one.role]
        for one in kept:
            verify(one.folder)
        folder = current_folder()
        if not kept or folder is None or folder != kept[0].folder:
            return "torn: nothing is shown"
        return kept[0].fingerprint
    except (KioskError, OSError) as error:
        return f"torn: {error}"
    finally:
        if before is None:
            del os.environ["KIOSK_STORE"]
        else:
            os.environ["KIOSK_STORE"] = before


def is_one_line(done: subprocess.CompletedProcess[str]) -> bool:
    """Whether a command ended with 1 and one plain line."""
    return done.returncode == 1 and done.stderr.count("\n") == 1 and "Traceback" not in done.stderr
