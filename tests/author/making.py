"""A small bundle that is in order, and what makes its media, for every test to spoil in its own way."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import av

from kiosk.author.compile.compile import Compiled, compile_folder

CONTENT = """\
kiosk: 1
title: Test booth
summary: A booth to test with
call: Touch me
languages: [en, de, ar]
picture: {image: assets/home.jpg, alt: Home}
theme:
  mode: dark
  accent: "#E5432D"
  logo: {image: assets/logo.svg, alt: Emblem}
  fonts: {Arab: Noto Sans Arabic}
attract:
  - video: assets/film.webm
    poster: assets/home.jpg
    alt: A film
    seconds: 8
    line: First line
    opens: cars
  - image: assets/home.jpg
    alt: A picture
    line: Second line
    opens: statistics
sectors:
  - id: cars
    title: Cars
    summary: All about cars
    colour: "#37C2B2"
    weight: 2
    number: built
    cover: {image: assets/cover.png, alt: Cover}
    blocks:
      - stat:
          id: built
          value: 500000
          at_least: true
          label: Cars built
          as_of: 2023
          change: 0.303
          source: Somebody
      - chart:
          kind: bar
          title: Cars per year
          points:
            - {label: 2022, value: 384000, derived: true}
            - {label: 2023, value: 500000, highlight: true}
      - text: |
          ## A heading

          A *paragraph* of words.

          - a bullet
      - video:
          id: line
          src: assets/film.webm
          poster: assets/home.jpg
          alt: The line
          title: On the line
          captions: {en: assets/film.en.vtt}
      - quote: {text: Well said, who: Someone, role: Somewhere}
      - gallery:
          - {image: assets/home.jpg, alt: One, caption: First}
      - link: {url: "https://example.org/", label: Read on}
statistics:
  title: Numbers
  blocks:
    - stat: {id: area, value: 82402, unit: square-kilometer, label: Area}
videos:
  title: Films
"""

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="4" height="4"/></svg>\n'
VTT = "WEBVTT\n\n00:00.000 --> 00:00.500\nHello\n"
HERE = "§"


@dataclass
class Booth:
    """A bundle's folder and the text of its `content.yaml`."""

    folder: Path
    text: str = CONTENT

    @property
    def file(self) -> Path:
        return self.folder / "content.yaml"

    def write(self, text: str | bytes) -> None:
        self.file.write_bytes(text if isinstance(text, bytes) else text.encode())

    def spoil(self, old: str, new: str) -> tuple[int, int]:
        """Put `new` for the one `old`, and return the line and column that `§` marked in it."""
        assert self.text.count(old) == 1, f"{old!r} must stand once in the bundle"
        text = self.text.replace(old, new)
        before, mark, _ = text.partition(HERE)
        self.write(text.replace(HERE, ""))
        return (before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1) if mark else (0, 0)

    def put(self, name: str, data: bytes | str) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return path

    def compile(self) -> Compiled:
        return compile_folder(self.folder)


def write_film(
    path: Path, size: tuple[int, int] = (64, 36), seconds: int = 1, codec: str = "libvpx-vp9", sound: bool = False
) -> Path:
    with av.open(str(path), "w") as container:
        stream = container.add_stream(codec, rate=4)
        stream.width, stream.height, stream.pix_fmt = *size, "yuv420p"
        voice = container.add_stream("libopus", rate=48_000) if sound else None
        for number in range(seconds * 4):
            frame = av.VideoFrame(*size, "yuv420p")
            for plane in frame.planes:
                plane.update(bytes(plane.buffer_size))
            frame.pts = number
            container.mux(stream.encode(frame))
        container.mux(stream.encode())
        if voice is not None:
            silence = av.AudioFrame("s16", "stereo", 960)
            silence.rate, silence.pts = 48_000, 0
            for plane in silence.planes:
                plane.update(bytes(plane.buffer_size))
            container.mux(voice.encode(silence))
            container.mux(voice.encode())
    return path
