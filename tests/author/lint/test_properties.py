"""Whatever stands in a bundle, a closer look answers with problems at places that exist, never with an exception."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.author.compile.compile import compile_folder
from tests.author.lint.looking import catalog, entry

MODEST = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
VALUES = (
    "x", "[]", "{}", "[x]", "{en: x}", "{de: x}", "{en: }", "~", '""', "1", "-1", "'#fff'", '"#12345"', "|", "[en, en]",
    "[ar, en_XA]", "assets/home.jpg", "{en: assets/film.webm}", "{en: {en: x}}", "[[x]]", "'\U0001f600'", "%1 {a} 1997",
)  # fmt: skip
CATALOG = catalog(entry("Test booth", "Teststand"), entry("Cars", "", "#, fuzzy\n"), entry("Of 1997", "{a} 1979"))


@pytest.fixture(scope="module")
def folder(original: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = Path(shutil.copytree(original, tmp_path_factory.mktemp("closer") / "booth"))
    (folder / "translations/de/LC_MESSAGES").mkdir(parents=True)
    return folder


def answer(folder: Path) -> None:
    compiled = compile_folder(folder, lint=True)
    for problem in compiled.problems:
        assert problem.what
        assert problem.cure
        if problem.position.line:
            lines = re.split(r"\r\n|\r|\n", problem.position.file.read_text("utf-8-sig", "replace"))
            assert problem.position.line <= len(lines)
    for language in compiled.coverage:
        assert language.texts == language.translated + language.missing + language.fuzzy
        assert min(language.translated, language.missing, language.fuzzy, language.obsolete) >= 0


@MODEST
@given(data=st.data())
def test_values_of_another_kind_are_answered(original, folder, data):
    lines = (original / "content.yaml").read_text().split("\n")
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(lines) - 1))
        value = data.draw(st.sampled_from(VALUES)).replace("\\", "")
        lines[at] = re.sub(r"(: )[^,}]+", lambda found, value=value: found[1] + value, lines[at], count=1)
    (folder / "content.yaml").write_text("\n".join(lines))
    (folder / "translations/de/LC_MESSAGES/content.po").write_text(CATALOG)
    answer(folder)


@MODEST
@given(data=st.data())
def test_spoiled_catalogs_and_captions_are_answered(original, folder, data):
    shutil.copy(original / "content.yaml", folder)
    for name, text in {
        "translations/de/LC_MESSAGES/content.po": CATALOG,
        "assets/film.en.vtt": "WEBVTT\n\n00:00.000 --> 00:00.500\nHello\n\n00:00.300 --> 00:09.000\nagain\n",
    }.items():
        lines = text.split("\n")
        for _ in range(data.draw(st.integers(0, 3))):
            at = data.draw(st.integers(0, len(lines) - 1))
            lines[at : at + 1] = data.draw(
                st.sampled_from(([], [""], [lines[at]] * 2, ["#, fuzzy"], ['"x"'], ["\u2028"]))
            )
        (folder / name).write_text("\n".join(lines))
    answer(folder)
