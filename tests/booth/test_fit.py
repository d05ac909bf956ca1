"""Texts that do not fit are found, with the line they were written on; texts that fit are left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.ground.errors import KioskError, Problem
from kiosk.workshop.fit import measure_apart
from tests.screens.sample import make_sample

LONG_WORD = "Donaudampfschifffahrtsgesellschaftskapitänswitwe"
LONG = " ".join(["Zulieferer und Hersteller von Teilen, Werkzeugen und Maschinen für den Fahrzeugbau am Fluss"] * 3)


def catalog(**translations: str) -> str:
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n"Language: de\\n"\n'
    return head + "".join(f'\nmsgid "{source}"\nmsgstr "{text}"\n' for source, text in translations.items())


def make(folder: Path, translations: dict[str, str], title: str = "Cars", number: int = 500) -> Path:
    """Make a bundle of one sector in English and German, and return its folder."""
    if not (folder / "assets").is_dir():
        make_sample(folder)
    (folder / "content.yaml").write_text(
        f"""\
kiosk: 1
title: Booth
languages: [en, de]
attract:
  - image: assets/dawn.jpg
    alt: A morning
    seconds: 9
    line: Look around
    opens: home
sectors:
  - id: cars
    title: {title}
    summary: All about cars.
    colour: "#37C2B2"
    cover:
      image: assets/noon.jpg
      alt: A noon
    number: built
    blocks:
      - stat:
          id: built
          value: {number}
          label: Built
      - text: |
          ## How it began

          A first paragraph.
""",
        encoding="utf-8",
    )
    file = folder / "translations" / "de" / "LC_MESSAGES" / "content.po"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(catalog(**translations), encoding="utf-8")
    return folder


def places(problems: list[Problem], folder: Path) -> list[tuple[str, str, int]]:
    return [(p.code, p.position.file.relative_to(folder).as_posix(), p.position.line) for p in problems]


def test_what_fits_is_left_alone(tmp_path):
    assert measure_apart(make(tmp_path, {"Cars": "Fahrzeuge"})) == []


def test_a_far_too_long_german_title_is_found_in_its_catalog(tmp_path):
    problems = measure_apart(make(tmp_path, {"Booth": "Stand", "Cars": LONG}))
    assert places(problems, tmp_path)[0] == ("K760", "translations/de/LC_MESSAGES/content.po", 10)
    (found,) = [problem for problem in problems if problem.code == "K760"]
    assert "(in de, page home" in found.what
    assert "1920x1080 and 1080x1920" in found.what
    assert "Shorten it by about" in found.cure
    assert found.source_line == f'msgstr "{LONG}"'
    assert found.severity == "warning"


def test_a_long_word_is_found_where_it_is_broken(tmp_path):
    problems = measure_apart(make(tmp_path, {}, title=LONG_WORD), languages=("en",), sizes=((1080, 1920),))
    assert ("K763", "content.yaml", 12) in places(problems, tmp_path)
    assert all("1080x1920" in problem.what and "1920x1080" not in problem.what for problem in problems)


def test_a_bundle_that_cannot_be_shown_is_said_not_to_be_measurable(tmp_path):
    (tmp_path / "content.yaml").write_text("kiosk: 1\n", encoding="utf-8")
    with pytest.raises(KioskError, match="could not be measured"):
        measure_apart(tmp_path)
