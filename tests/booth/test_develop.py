"""What changed between two pictures is found and boxed; what rounding does is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from kiosk.workshop.develop import THRESHOLD, Taken, develop, difference, lost

SIZE = (200, 100)


def plain(grey: int = 40) -> Image.Image:
    return Image.new("RGB", SIZE, (grey, grey, grey))


def with_box(box: tuple[int, int, int, int]) -> Image.Image:
    image = plain()
    ImageDraw.Draw(image).rectangle((box[0], box[1], box[2] - 1, box[3] - 1), fill=(200, 40, 40))
    return image


@pytest.mark.parametrize(
    ("after", "box", "share"),
    [
        (plain(), None, 0.0),
        (plain(40 + THRESHOLD - 1), None, 0.0),
        (with_box((20, 10, 60, 30)), (0.1, 0.1, 0.3, 0.3), 0.04),
        (plain(40 + THRESHOLD), (0.0, 0.0, 1.0, 1.0), 1.0),
        (Image.new("RGB", (100, 200)), (0.0, 0.0, 1.0, 1.0), 1.0),
    ],
    ids=["the same", "rounding", "a box", "all of it", "another size"],
)
def test_difference(after: Image.Image, box: tuple[float, ...] | None, share: float):
    assert difference(plain(), after) == (box, share)


def taken(image: Image.Image) -> Taken:
    pixels = b"".join(row + bytes(8) for row in rows(image))
    return Taken(Path("200x100/en/home.png"), "home", 1, "en", image.size, pixels, image.width * 3 + 8)


def rows(image: Image.Image) -> list[bytes]:
    data, wide = image.tobytes(), image.width * 3
    return [data[at : at + wide] for at in range(0, len(data), wide)]


def test_a_picture_is_written_as_it_was_taken_and_compared_with_the_one_before(tmp_path: Path):
    first, second, third = (tmp_path / name for name in ("first", "second", "third"))
    image = with_box((20, 10, 60, 30))
    assert develop(taken(image), first, None).change == ""
    assert Image.open(first / "200x100/en/home.png").tobytes() == image.tobytes()
    assert develop(taken(image), second, first).change == "same"
    assert develop(taken(image), third, tmp_path / "nothing").change == "new"
    changed = develop(taken(plain()), third, first)
    assert (changed.change, changed.box) == ("changed", (0.1, 0.1, 0.3, 0.3))
    assert changed.before


@pytest.mark.parametrize(
    ("name", "stop", "part"), [("home", "home", 1), ("sector-a-part2", "sector-a", 2), ("a-part", "a-part", 1)]
)
def test_a_picture_that_is_gone_is_shown_as_it_was(tmp_path: Path, name: str, stop: str, part: int):
    file = Path(f"200x100/en/{name}.png")
    (tmp_path / file).parent.mkdir(parents=True)
    plain().save(tmp_path / file)
    shot = lost(file, tmp_path)
    assert shot is not None
    assert (shot.stop, shot.part, shot.language, shot.change, shot.large) == (stop, part, "en", "gone", b"")
    assert shot.before


def test_what_is_no_picture_is_not_compared(tmp_path: Path):
    (tmp_path / "broken.png").write_bytes(b"\x89PNG nothing")
    assert lost(Path("broken.png"), tmp_path) is None
