from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import jsonschema
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kiosk.author import new, placeholder
from kiosk.author.compile.compile import compile_folder
from kiosk.author.compile.wording import catalog_path
from kiosk.author.format.models import Block
from kiosk.author.format.schema import schema_text
from kiosk.author.new import TEMPLATE, known_languages, new_bundle
from kiosk.author.translation.catalogs import update_catalogs
from kiosk.author.translation.coverage import translation_status
from kiosk.cli import main
from kiosk.ground.errors import KioskError
from kiosk.yaml.shape import shapes


@pytest.fixture(scope="session")
def painted(tmp_path_factory) -> Path:
    """The pictures and the film, painted once."""
    folder = tmp_path_factory.mktemp("painted")
    placeholder.paint_film(folder / "waves.webm", folder / "waves.jpg", "dusk")
    for name, paint, palette, seed in new._PICTURES:
        paint(folder / name, palette, seed)
    return folder


@pytest.fixture(autouse=True)
def _copied(painted, monkeypatch):
    def copy(*paths: Path) -> None:
        for path in paths:
            shutil.copyfile(painted / path.name, path)

    monkeypatch.setattr(new, "paint_film", lambda film, poster, _palette: copy(film, poster))
    pictures = [(name, lambda path, *_: copy(path), *rest) for name, _, *rest in new._PICTURES]
    monkeypatch.setattr(new, "_PICTURES", pictures)


@pytest.mark.parametrize(
    "languages", [("en", "de"), ("ar", "en"), ("zh_Hans",), ("fr", "es", "ar"), ("de", "zh-hans"), known_languages()]
)
def test_a_new_bundle_has_no_problems(tmp_path, languages):
    codes = new_bundle(tmp_path / "booth", languages=languages)
    compiled = compile_folder(tmp_path / "booth")
    assert compiled.problems == ()
    assert tuple(language.code for language in compiled.bundle.languages) == codes
    assert all(language.percent == 100 for language in translation_status(tmp_path / "booth").languages)
    assert update_catalogs(tmp_path / "booth") == []
    assert set(compiled.bundle.title) == {"", *codes[1:]}


def test_it_has_every_block_once_and_notes_on_them(tmp_path):
    new_bundle(tmp_path)
    text = (tmp_path / "content.yaml").read_text()
    for number, kind in enumerate(shapes(Block), 1):
        assert len(re.findall(rf"^ {{6}}- {kind}:", text, re.MULTILINE)) == 1, kind
        assert re.search(rf"^ +# {number}\. ", text, re.MULTILINE)


def test_an_editor_finds_the_schema(tmp_path):
    new_bundle(tmp_path)
    text = (tmp_path / "content.yaml").read_text()
    modeline = re.match(r"# yaml-language-server: \$schema=(\S+)\n", text)
    assert (tmp_path / modeline[1]).read_text() == schema_text() + "\n"
    settings = json.loads((tmp_path / ".vscode" / "settings.json").read_text())
    assert settings["yaml.schemas"] == {f"./{modeline[1]}": "content.yaml"}
    assert (tmp_path / ".editorconfig").is_file()
    jsonschema.validate(yaml.load(text, yaml.CSafeLoader), json.loads(schema_text()))


def test_a_title_of_ones_own_stands_in_every_language(tmp_path):
    new_bundle(tmp_path, "Rebe: #1", ("de", "ar"))
    assert 'title: "Rebe: #1"\n' in (tmp_path / "content.yaml").read_text()
    compiled = compile_folder(tmp_path)
    assert compiled.problems == ()
    assert compiled.bundle.title == {"": "Rebe: #1"}


def test_a_language_that_is_not_known_is_left_to_translate(tmp_path):
    new_bundle(tmp_path, languages=("ja", "it", "fr"))
    assert "title: Our booth\n" in (tmp_path / "content.yaml").read_text()
    italian, french = translation_status(tmp_path).languages
    assert (italian.translated, italian.missing) == (0, italian.texts)
    assert french.percent == 100
    assert all(
        problem.severity == "warning" and "/it/" in str(problem.position)
        for problem in compile_folder(tmp_path).problems
    )
    assert (tmp_path / "assets" / "waves.ja.vtt").is_file()
    assert 'msgstr ""' in catalog_path(tmp_path, "it").read_text()


TITLES = st.text(st.characters(codec="utf-8"), min_size=1, max_size=30)


@given(TITLES)
def test_any_title_is_read_as_it_is_or_refused(title):
    try:
        new._check_title(title)
    except KioskError:
        return
    content = "".join(new._said((TEMPLATE / "content.yaml").read_text(), {"Our booth": title}, ("en",), ["en"]))
    assert yaml.load(content, yaml.CBaseLoader)["title"] == title


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--languages", "xx"], "is no language that is known here"),
        (["--languages", "en,en"], "`en` is named twice"),
        (["--languages", "en,en_XA"], "is made up by the computer"),
        (["--languages", ","], "from 1 to 60 languages"),
        (["--title", "two\nlines"], "the title will not do"),
        (["--title", "x" * 300], "the title will not do"),
    ],
)
def test_what_makes_no_bundle_makes_no_folder(tmp_path, capsys, words, said):
    assert main(["new", str(tmp_path / "booth"), *words]) == 1
    assert said in capsys.readouterr().err
    assert not (tmp_path / "booth").exists()


def test_a_folder_that_holds_something_is_left_alone(tmp_path, capsys):
    (tmp_path / "letter.txt").write_text("Dear all")
    assert main(["new", str(tmp_path)]) == 1
    assert "is not empty. Write the name of a new folder" in capsys.readouterr().err
    assert main(["new", str(tmp_path / "letter.txt")]) == 1
    assert "is a file" in capsys.readouterr().err
    assert main(["new", str(tmp_path / "letter.txt" / "booth")]) == 1
    assert "cannot be written" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_the_command_says_how_to_go_on(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["new", "my booth", "--title", "Rivertown", "--languages", "ja,it"]) == 0
    said = capsys.readouterr().out
    assert "kiosk check 'my booth'" in said
    assert "write them in ja" in said
    assert "Not translated yet: it" in said
    assert sorted(path.name for path in Path("my booth").iterdir()) == [
        ".editorconfig",
        ".vscode",
        "README.md",
        "assets",
        "content.schema.json",
        "content.yaml",
        "translations",
    ]


def test_the_template_is_translated():
    assert update_catalogs(TEMPLATE) == []
    status = translation_status(TEMPLATE)
    assert {status.source, *(language.code for language in status.languages)} == set(known_languages())
    assert all(language.percent == 100 for language in status.languages)


def test_the_same_picture_is_painted_again(tmp_path):
    for paint in (placeholder.paint_hills, placeholder.paint_circles):
        for name in ("a.jpg", "b.jpg"):
            paint(tmp_path / name, "sea", 3)
        assert (tmp_path / "a.jpg").read_bytes() == (tmp_path / "b.jpg").read_bytes()
