"""A text on the screen is found where it was written."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.author.translation.origin import Origins
from kiosk.ground.errors import Position

CONTENT = """\
kiosk: 1
title: {en: Wines, de: Weine}
summary: From the valley
languages: [en, de]
sectors:
  - id: red
    title: Red
    summary: From the valley
    blocks:
      - text: |
          ## How it began

          Long ago.
      - quote: {text: It is good, who: Somebody}
  - id: white
    title: White
    summary: From the valley
statistics:
  title: Numbers
"""
CATALOG = 'msgid ""\nmsgstr ""\n\nmsgid "How it began"\nmsgstr "Wie es begann"\n\nmsgid "White"\nmsgstr ""\n"Weiß"\n'


@pytest.fixture
def origins(tmp_path: Path) -> Origins:
    (tmp_path / "content.yaml").write_text(CONTENT, encoding="utf-8")
    file = tmp_path / "translations/de/LC_MESSAGES/content.po"
    file.parent.mkdir(parents=True)
    file.write_text(CATALOG, encoding="utf-8")
    return Origins(tmp_path)


@pytest.mark.parametrize(
    ("text", "code", "sector", "expected"),
    [
        ("Wines", "en", "", ("content.yaml", 2, "title")),
        ("Weine", "de", "", ("content.yaml", 2, "title")),
        ("From the valley", "en", "", ("content.yaml", 3, "summary")),
        ("From the valley", "en", "red", ("content.yaml", 8, "summary")),
        ("From the valley", "de", "white", ("content.yaml", 17, "summary")),
        ("How it began", "en", "red", ("content.yaml", 11, "text")),
        ("Long ago.", "en", "red", ("content.yaml", 13, "text")),
        ("Wie es begann", "de", "red", ("content.po", 5, "text")),
        ("Weiß", "de", "", ("content.po", 8, "title")),
        ("“It is good”", "en", "red", ("content.yaml", 14, "text")),
        ("nowhere at all", "en", "", None),
    ],
)
def test_where(origins: Origins, text: str, code: str, sector: str, expected: tuple[str, int, str] | None):
    found = origins.find(text, code, sector)
    assert (found and (found.position.file.name, found.position.line, found.key)) == expected


def test_what_stands_beside_it_tells_where_a_number_was_written(origins: Origins):
    found = origins.find("500K", "en", "", ("500K", "White"))
    assert found is not None
    assert found.sector == "white"


@pytest.mark.parametrize(("line", "sector"), [(2, ""), (6, "red"), (14, "red"), (15, "white"), (17, "white"), (18, "")])
def test_which_sector_a_line_belongs_to(origins: Origins, line: int, sector: str):
    assert origins.sector_at(line) == sector


@pytest.mark.parametrize(
    ("file", "line", "page"),
    [
        ("content.yaml", 2, "home"),
        ("content.yaml", 11, "sector-red"),
        ("content.yaml", 19, "statistics"),
        ("content.yaml", 0, ""),
        ("translations/de/LC_MESSAGES/content.po", 5, "sector-red"),
        ("translations/de/LC_MESSAGES/content.po", 9, "sector-white"),
        ("translations/de/LC_MESSAGES/content.po", 1, ""),
        ("assets/film.vtt", 3, ""),
    ],
)
def test_which_page_a_line_is_about(origins: Origins, tmp_path: Path, file: str, line: int, page: str):
    assert origins.page_at(Position(tmp_path / file, line, 1)) == page


def test_a_bundle_without_a_file_has_no_texts(tmp_path):
    assert Origins(tmp_path).find("Wines", "en") is None
