"""`python -m bench.make_bundle 1000 FOLDER`: a bundle of so many tiles, in two languages, with small shared media."""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

import av
from PIL import Image, ImageDraw

TILES_A_SECTOR: Final = 35
PICTURES: Final = ("#b0503c", "#3c78b0", "#7850a0", "#509060", "#b08c3c", "#3c9890")
FILM_SECONDS: Final = 4
KINDS: Final = ("stat", "chart", "text", "stat", "video", "quote", "stat", "gallery", "chart", "text")
"""What a sector's tiles are, in turn."""

ENGLISH: Final = (
    "river bridge engine valley market harvest school harbour winter garden silk paper copper glass mountain light "
    "station village museum orchard workshop tower canal forest festival letter bread island salt clay signal mirror"
)
GERMAN: Final = (
    "Fluss Brücke Motor Tal Markt Ernte Schule Hafen Winter Garten Seide Papier Kupfer Glas Berg Licht Bahnhof Dorf "
    "Museum Obstgarten Werkstatt Turm Kanal Wald Festival Brief Brot Insel Salz Ton Zeichen Spiegel"
)


class Writer:
    """Makes up texts, always the same for the same number of tiles, and keeps their translations."""

    def __init__(self) -> None:
        self.translations: dict[str, str] = {}
        self.words = list(zip(ENGLISH.split(), GERMAN.split(), strict=True))
        self.chance = random.Random(1)

    def text(self, words: int) -> str:
        """Return a text of so many words, with a number that makes it one of a kind."""
        chosen = self.chance.choices(self.words, k=words)
        number = len(self.translations) + 1
        english = f"{' '.join(word for word, _ in chosen).capitalize()} {number}"
        self.translations[english] = f"{' '.join(word for _, word in chosen)} {number}"
        return english

    def picture(self) -> dict[str, Any]:
        """Return one of the pictures, with a description of its own."""
        return {"image": f"assets/{self.chance.randrange(len(PICTURES))}.jpg", "alt": self.text(5)}

    def block(self, kind: str, name: str) -> dict[str, Any]:
        """Return one tile."""
        match kind:
            case "stat":
                stat = {"id": name, "value": self.chance.randrange(1000, 900_000), "label": self.text(4)}
                return {"stat": stat | {"as_of": 2023, "source": "The office of numbers"}}
            case "chart":
                points = [{"label": str(year), "value": self.chance.randrange(9, 999)} for year in range(2020, 2024)]
                shape = self.chance.choice(("bar", "line", "comparison"))
                return {"chart": {"kind": shape, "title": self.text(4), "points": points}}
            case "video":
                film = {"id": name, "src": "assets/film.webm", "poster": "assets/0.jpg", "alt": self.text(5)}
                return {"video": film | {"title": self.text(3), "summary": self.text(9)}}
            case "text":
                return {"text": f"## {self.text(3)}\n\n{self.text(30)}"}
            case "quote":
                return {"quote": {"text": self.text(12), "who": "A visitor"}}
            case _:
                return {"gallery": [self.picture() | {"caption": self.text(4)} for _ in range(3)]}

    def content(self, tiles: int) -> dict[str, Any]:
        """Return what `content.yaml` says."""
        sectors = []
        for first in range(0, tiles, TILES_A_SECTOR):
            numbers = range(first, min(first + TILES_A_SECTOR, tiles))
            blocks = [self.block(KINDS[at % len(KINDS)], f"tile-{at}") for at in numbers]
            colour = PICTURES[len(sectors) % len(PICTURES)]
            about = {"id": f"sector-{len(sectors)}", "title": self.text(2), "summary": self.text(10)}
            about |= {"colour": colour, "number": next(iter(_stats(blocks)), "")}
            sectors.append({k: v for k, v in about.items() if v} | {"cover": self.picture(), "blocks": blocks})
        return {
            "kiosk": 1,
            "title": self.text(3),
            "summary": self.text(10),
            "call": self.text(3),
            "languages": ["en", "de"],
            "attract": [self.picture() | {"line": self.text(4), "opens": "sector-0"} for _ in range(3)],
            "sectors": sectors,
        }


def _stats(blocks: Iterable[dict[str, Any]]) -> Iterator[str]:
    yield from (block["stat"]["id"] for block in blocks if "stat" in block)


def make_bundle(folder: Path, tiles: int) -> Path:
    """Write a bundle of `tiles` tiles into `folder` and return it."""
    (folder / "assets").mkdir(parents=True, exist_ok=True)
    for number, colour in enumerate(PICTURES):
        image = Image.new("RGB", (960, 540), colour)
        ImageDraw.Draw(image).ellipse((330, 120, 630, 420), fill="#f0e0b0")
        image.save(folder / "assets" / f"{number}.jpg", quality=85)
    _draw_film(folder / "assets" / "film.webm")
    writer = Writer()
    lines = _yaml(writer.content(tiles), "")
    (folder / "content.yaml").write_text("\n".join(lines) + "\n", "utf-8")
    catalog = folder / "translations" / "de" / "LC_MESSAGES" / "content.po"
    catalog.parent.mkdir(parents=True, exist_ok=True)
    header = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n'
    fixed = {"The office of numbers": "Das Amt für Zahlen", "A visitor": "Ein Gast"}
    entries = [
        f"msgid {json.dumps(text, ensure_ascii=False)}\nmsgstr {json.dumps(translated, ensure_ascii=False)}\n"
        for text, translated in (fixed | writer.translations).items()
    ]
    catalog.write_text("\n".join([header, *entries]), "utf-8")
    return folder


def _yaml(value: Any, indent: str) -> Iterator[str]:
    """Yield the lines of `value` as one would write them by hand: block style, texts in quotes."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if isinstance(inner, dict | list):
                yield f"{indent}{key}:"
                yield from _yaml(inner, indent + "  ")
            else:
                yield f"{indent}{key}: {json.dumps(inner)}"
    else:
        for inner in value:
            first, *rest = _yaml(inner, indent + "  ") if isinstance(inner, dict | list) else [json.dumps(inner)]
            yield f"{indent}- {first.strip()}"
            yield from rest


def _draw_film(file: Path) -> None:
    with av.open(str(file), "w") as container:
        stream = container.add_stream("libvpx-vp9", rate=10, options={"deadline": "realtime", "cpu-used": "8"})
        stream.width, stream.height, stream.pix_fmt = 320, 180, "yuv420p"
        for number in range(FILM_SECONDS * 10):
            image = Image.new("RGB", (320, 180), "#50b0a0")
            ImageDraw.Draw(image).rectangle((4 + number * 6, 20, 54 + number * 6, 160), fill="#f0d040")
            frame = av.VideoFrame.from_image(image)
            frame.pts = number
            container.mux(stream.encode(frame))
        container.mux(stream.encode())


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m bench.make_bundle", description=__doc__)
    parser.add_argument("tiles", type=int)
    parser.add_argument("folder", type=Path)
    asked = parser.parse_args()
    make_bundle(asked.folder, asked.tiles)
