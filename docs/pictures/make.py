"""Take the pictures of docs/ again: a new bundle, its shots, scaled down. `python docs/pictures/make.py [SHOTS]`.

SHOTS is a folder that `kiosk shots` has already written for a new bundle in English and German, in both sizes.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

HERE = Path(__file__).resolve().parent
KIOSK = Path(sys.executable).with_name("kiosk")
SIZES = ("1920x1080", "1080x1920")
WIDE, TALL = (960, 540), (360, 640)
PICTURES = {
    "attract": ("1920x1080/en/attract-1", WIDE),
    "home": ("1920x1080/en/home", WIDE),
    "home-german": ("1920x1080/de/home", WIDE),
    "sector": ("1920x1080/en/sector-products", WIDE),
    "sector-tall": ("1080x1920/en/sector-products", TALL),
}


def main(shots: Path) -> None:
    """Write each picture as WebP."""
    for name, (source, size) in PICTURES.items():
        with Image.open(shots / f"{source}.png") as picture:
            picture.convert("RGB").resize(size, Image.Resampling.LANCZOS).save(
                HERE / f"{name}.webp", quality=80, method=6
            )


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(Path(sys.argv[1]))
        sys.exit()
    with tempfile.TemporaryDirectory() as folder:
        booth, pictures = Path(folder, "booth"), Path(folder, "shots")
        subprocess.run([KIOSK, "new", booth, "--title", "Rivertown"], check=True)
        subprocess.run([KIOSK, "shots", booth, "--sizes", ",".join(SIZES), "--out", pictures], check=True)
        main(pictures)
