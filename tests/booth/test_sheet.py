"""The sheet holds every picture and finding; two runs over the same bundle are the same, a change is marked."""

from __future__ import annotations

import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.booth.test_fit import LONG, make

PAGES = "attract,home,sector"


def shoot(folder: Path, out: Path, *more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kiosk", "shots", str(folder), "--out", str(out), "--pages", PAGES]
    return subprocess.run(
        [*command, "--sizes", "960x540", *more], capture_output=True, text=True, timeout=120, check=False
    )


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, str, str]:
    """The folder of three runs (the last after a change) and what the second and third one said, and the last sheet."""
    place = tmp_path_factory.mktemp("shots")
    bundle = make(place / "bundle", {"Booth": "Stand"})
    assert shoot(bundle, place / "first").returncode == 0
    second = shoot(bundle, place / "second", "--compare", str(place / "first"))
    make(bundle, {"Booth": "Stand", "Cars": LONG})
    third = shoot(bundle, place / "third", "--compare", str(place / "second"))
    assert third.returncode == 0, third.stderr
    return place, second.stdout, third.stdout, (place / "third" / "index.html").read_text(encoding="utf-8")


class Page(HTMLParser):
    """Gathers what the sheet is made of."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def test_two_runs_over_the_same_bundle_are_the_same(runs):
    place, second, _, _ = runs
    taken = len(list((place / "second").glob("*/*/*.png")))
    assert taken >= 6
    assert f"0 changed, 0 new, 0 gone, {taken} same" in second


def test_a_change_is_marked_where_it_is(runs):
    _, _, third, html = runs
    assert re.search(r"[1-9]\d* changed, 0 new, 0 gone, [1-9]\d* same", third)
    page = Page(html)
    changed = [button for button in page.all("button") if button.get("data-box")]
    assert changed
    assert all("Deutsch" in str(button["data-what"]) for button in changed)


def test_the_sheet_needs_nothing_but_itself(runs):
    page = Page(runs[3])
    sources = [attributes["src"] for _, attributes in page.tags if attributes.get("src")]
    assert sources
    assert all(str(source).startswith("data:image/webp;base64,") for source in sources)
    assert not page.all("link")
    assert not re.search(r"https?://", runs[3])


def test_every_picture_has_words_and_a_button(runs):
    page = Page(runs[3])
    shots = [button for button in page.all("button") if button.get("class") == "shot"]
    pictures = [image for image in page.all("img") if image.get("id") != "picture"]
    assert len(shots) == len(pictures)
    assert all(image["alt"] for image in pictures)
    assert {heading.get("lang") for heading in page.all("th")} >= {"en", "de"}


def test_findings_stand_beside_their_page(runs):
    html = runs[3]
    section = html.partition('data-page="sector-cars"')[2].partition("</section>")[0]
    assert "K76" in section
    assert "Zulieferer" in section


@pytest.mark.parametrize(
    ("compare", "out", "expected"),
    [("empty", "new", "There are no pictures to compare with"), ("second", "second", "would be written over")],
)
def test_what_cannot_be_compared_is_refused(runs, compare: str, out: str, expected: str):
    place = runs[0]
    (place / "empty").mkdir(exist_ok=True)
    done = shoot(place / "bundle", place / out, "--compare", str(place / compare))
    assert done.returncode == 1
    assert expected in done.stderr
