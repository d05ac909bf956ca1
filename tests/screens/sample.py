"""A small bundle with every kind of block in three languages, made in a second, for tests that open a booth."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import av
from PIL import Image, ImageDraw

from kiosk.language.pseudo import pseudo_text

LANGUAGES = ("en", "ar", "zh_Hans")
PICTURES = {"dawn": "#c8503c", "noon": "#3c8cc8", "dusk": "#a05ac8", "leaf": "#50a050"}
FILM_SECONDS = 6
FILM_RATE = 10

ARABIC = {
    "Sample booth": "جناح تجريبي",
    "Cars": "السيارات",
    "Hills": "التلال",
    "Spices": "التوابل",
    "Numbers and charts": "أرقام ورسوم",
    "Films to see": "أفلام للمشاهدة",
    "Touch me": "المسني",
    "On the line": "على خط الإنتاج",
    "Over the hills": "فوق التلال",
    "In the market": "في السوق",
}
CHINESE = {
    "Sample booth": "示例展台",
    "Cars": "汽车",
    "Hills": "山岭",
    "Spices": "香料",
    "Numbers and charts": "数字与图表",
    "Films to see": "影片",
    "Touch me": "触摸我",
    "On the line": "生产线上",
    "Over the hills": "山岭之上",
    "In the market": "市场里",
}
HAN = "重庆的山水之间有许多值得细看的事物每一件都有自己的来历"


def text(english: str) -> dict[str, str]:
    """Return `english` in the three languages: by the tables above, else in letters of the right script and length."""
    return {
        "en": english,
        "ar": ARABIC.get(english, pseudo_text(english, "ar_XB")),
        "zh_Hans": CHINESE.get(english) or "\n".join(chinese(line) for line in english.split("\n")),
    }


def chinese(line: str) -> str:
    """Return Chinese words of about the length of `line`, with the same mark before them."""
    mark = line[: len(line) - len(line.lstrip("-# "))]
    return mark + (HAN * 9)[: max(2, len(line) // 3)] if line else ""


def picture(name: str, alt: str) -> dict[str, Any]:
    return {"image": f"assets/{name}.jpg", "alt": text(alt)}


def film(name: str, title: str) -> dict[str, Any]:
    return {
        "video": {
            "id": name,
            "src": "assets/film.webm",
            "poster": "assets/dusk.jpg",
            "alt": text("What the film shows"),
            "title": text(title),
            "summary": text("A film of six seconds, with captions."),
            "captions": {code: f"assets/film.{code}.vtt" for code in LANGUAGES},
        }
    }


def chart(kind: str, points: Iterable[tuple[str, float]], **more: Any) -> dict[str, Any]:
    return {
        "chart": {
            "kind": kind,
            "title": text(f"How it went, as {kind}"),
            "points": [{"label": text(label), "value": value} for label, value in points],
            "source": text("The office of numbers, yearbook"),
            **more,
        }
    }


def content() -> dict[str, Any]:
    """Return what `content.yaml` says."""
    years = [("Year 2021", 120_000.0), ("Year 2022", 384_000.0), ("Year 2023", 500_000.0)]
    cars: list[dict[str, Any]] = [
        {
            "stat": {
                "id": "built",
                "value": 500_000,
                "at_least": True,
                "label": text("New-energy cars built in a year"),
                "as_of": 2023,
                "change": 0.303,
                "derived": True,
                "source": text("News report"),
            }
        },
        {
            "text": text(
                "## How it began\n\nA first paragraph of running words about the cars.\n\n- one thing\n- another"
            )
        },
        film("line", "On the line"),
        chart("bar", years, as_of=2023),
        chart("line", years),
        {"quote": {"text": text("It is well said"), "who": text("Somebody"), "role": text("Head of something")}},
        {"gallery": [{**picture(name, f"Picture {name}"), "caption": text("What it shows")} for name in PICTURES]},
        {"link": {"url": "https://example.org/cars", "label": text("Read on about cars")}},
    ]
    hills = [
        {"stat": {"id": "area", "value": 82_402, "unit": "square-kilometer", "label": text("Area of the hills")}},
        film("over", "Over the hills"),
        chart("share", [("Green land", 64.0), ("The rest", 36.0)], total=100),
        chart("pictogram", [("Visitors who come again", 9.0)], total=20),
        {"quote": {"text": text("It is green"), "who": text("Somebody else"), "paraphrase": True}},
    ]
    spices = [
        {"stat": {"id": "share", "value": 0.768, "style": "percent", "label": text("Part of the peppers")}},
        chart("comparison", [("Here", 108_900.0), ("Elsewhere", 60_500.0)]),
        film("market", "In the market"),
        {
            "contact": {
                "name": text("Office of the market"),
                "role": text("Questions and visits"),
                "telephone": "+44 20 7946 0100",
                "email": "market@example.com",
                "address": text("Hall of the spices, gate B"),
                "web": "https://example.com/market",
            }
        },
    ]
    more = [film(f"more-{number}", f"Another film, number {number}") for number in range(1, 8)]
    return {
        "kiosk": 1,
        "title": text("Sample booth"),
        "summary": text("Three sectors to test the booth with."),
        "call": text("Touch me"),
        "languages": list(LANGUAGES),
        "picture": picture("dawn", "A morning over the town"),
        "theme": {"mode": "dark", "accent": "#E5432D"},
        "attract": [
            {**picture("leaf", "A leaf"), "seconds": 30, "line": text("Look around"), "opens": "home"},
            {**picture("noon", "A noon"), "seconds": 30, "line": text("Look at the numbers"), "opens": "statistics"},
            {
                "video": "assets/film.webm",
                "poster": "assets/dusk.jpg",
                "alt": text("A moving thing"),
                "seconds": 30,
                "line": text("Look at the film"),
                "opens": "over",
            },
        ],
        "sectors": [
            sector("cars", "Cars", "#37C2B2", 2, "built", "noon", cars),
            sector("hills", "Hills", "#7BC043", 1, "area", "leaf", hills),
            sector("spices", "Spices", "#E3B04B", 1, "share", "dawn", spices),
        ],
        "statistics": {"title": text("Numbers and charts"), "summary": text("All of them at once.")},
        "videos": {"title": text("Films to see"), "summary": text("Each is short."), "blocks": more},
    }


def sector(
    name: str, title: str, colour: str, weight: int, number: str, cover: str, blocks: list[dict[str, Any]]
) -> dict[str, Any]:
    return {
        "id": name,
        "title": text(title),
        "summary": text(f"What there is to know about {title.lower()}."),
        "colour": colour,
        "weight": weight,
        "number": number,
        "cover": picture(cover, f"The picture of {title.lower()}"),
        "blocks": blocks,
    }


def draw_picture(file: Path, colour: str) -> None:
    """Draw a bright picture that one knows by its colour."""
    image = Image.new("RGB", (640, 360), colour)
    ImageDraw.Draw(image).ellipse((220, 80, 420, 280), fill="#f0e0b0")
    image.save(file, quality=90)


def draw_film(file: Path) -> None:
    """Draw a film whose every frame differs from the one before, and none of which is dark."""
    with av.open(str(file), "w") as container:
        stream = container.add_stream("libvpx-vp9", rate=FILM_RATE, options={"deadline": "realtime", "cpu-used": "8"})
        stream.width, stream.height, stream.pix_fmt = 320, 180, "yuv420p"
        for number in range(FILM_SECONDS * FILM_RATE):
            image = Image.new("RGB", (320, 180), "#50b0a0")
            at = 4 + number * 250 // (FILM_SECONDS * FILM_RATE)
            ImageDraw.Draw(image).rectangle((at, 20, at + 50, 160), fill="#f0d040")
            frame = av.VideoFrame.from_image(image)
            frame.pts = number
            container.mux(stream.encode(frame))
        container.mux(stream.encode())


CAPTIONS = {"en": "Hello from the film", "ar": "مرحبا من الفيلم", "zh_Hans": "影片向你问好"}


def make_sample(folder: Path) -> Path:
    """Write the bundle into `folder`."""
    assets = folder / "assets"
    assets.mkdir(parents=True)
    for name, colour in PICTURES.items():
        draw_picture(assets / f"{name}.jpg", colour)
    draw_film(assets / "film.webm")
    for code, caption in CAPTIONS.items():
        (assets / f"film.{code}.vtt").write_text(f"WEBVTT\n\n00:00.000 --> 00:06.000\n{caption}\n", "utf-8")
    (assets / "broken.webm").write_bytes(b"\x1aE\xdf\xa3 this is no film" * 99)
    (folder / "content.yaml").write_text(json.dumps(content(), ensure_ascii=False, indent=1), "utf-8")
    return folder
