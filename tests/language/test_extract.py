from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from kiosk.language import extract
from kiosk.language.po import Entry, format_po, parse_po

QML = """\
import QtQuick
Item {
    property url other: "x"
    //: on the bar
    readonly property string home: qsTr("Home")
    Text { text: qsTr("Page", "paper") + qsTr("%1 of %2").arg(1).arg(2) }
    Text { text: `${qsTr("Home")} ${i}`; visible: !/"/.test(home) }
}
"""
PYTHON = """\
def gettext(text: str) -> str: ...

def say(words: Interface, n: int) -> list[str]:
    #: counted
    pages = words.ngettext("one page", "{n} pages", n)
    return [words.gettext("Home"), _("Back"), words.pgettext("house", "Home"), pages, words.gettext(pages)]
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "kiosk/qml").mkdir(parents=True)
    (tmp_path / "kiosk/qml/Main.qml").write_text(QML, "utf-8")
    (tmp_path / "kiosk/app.py").write_text(PYTHON, "utf-8")
    (tmp_path / "kiosk/notes.txt").write_text('qsTr("No")', "utf-8")
    return tmp_path


def read(path: Path) -> dict[tuple[str, str], Entry]:
    entries, problems = parse_po(path.read_text("utf-8"), path)
    assert not problems
    return {entry.key: entry for entry in entries}


def test_words_are_found(root: Path) -> None:
    found = {entry.key: (entry.plural, entry.places, entry.notes) for entry in extract.extract(root)}
    assert found == {
        ("", "one page"): ("{n} pages", ("kiosk/app.py",), ("counted",)),
        ("", "Home"): ("", ("kiosk/app.py", "kiosk/qml/Main.qml"), ("on the bar",)),
        ("", "Back"): ("", ("kiosk/app.py",), ()),
        ("house", "Home"): ("", ("kiosk/app.py",), ()),
        ("paper", "Page"): ("", ("kiosk/qml/Main.qml",), ()),
        ("", "%1 of %2"): ("", ("kiosk/qml/Main.qml",), ()),
    }


def test_catalogs_are_written_and_stay_as_they_are(root: Path) -> None:
    assert extract.main([], root) == 0
    files = sorted(path.relative_to(root).as_posix() for path in (root / "translations").rglob("*.po*"))
    assert files == [
        *(f"translations/{code}/LC_MESSAGES/kiosk.po" for code in ("ar", "de", "es", "fr")),
        "translations/kiosk.pot",
        "translations/zh_Hans/LC_MESSAGES/kiosk.po",
    ]
    before = {name: (root / name).read_bytes() for name in files}
    assert extract.main([], root) == 0
    assert {name: (root / name).read_bytes() for name in files} == before


@pytest.mark.parametrize(("code", "forms"), [("zh_Hans", 1), ("de", 2), ("ar", 6)])
def test_counted_messages_have_the_forms_of_the_language(root: Path, code: str, forms: int) -> None:
    extract.main([], root)
    entries = read(root / f"translations/{code}/LC_MESSAGES/kiosk.po")
    assert len(entries["", "one page"].translations) == forms
    assert f"nplurals={forms};" in entries["", ""].translations[0]


def test_check_wants_everything_translated(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert extract.main(["--check"], root) == 1
    assert "kiosk.pot: error: the catalog is not up to date" in capsys.readouterr().err
    extract.main([], root)
    assert extract.main(["--check"], root) == 1
    assert "'Home' is not translated" in capsys.readouterr().err


def test_check_is_content_with_finished_catalogs(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    extract.main([], root)
    for path in (root / "translations").rglob("*.po"):
        entries = read(path).values()
        done = (
            replace(entry, translations=(entry.source + entry.plural,) * len(entry.translations)) for entry in entries
        )
        path.write_text(format_po(entry if not new.source else new for entry, new in zip(entries, done, strict=True)))
    assert extract.main(["--check"], root) == 0
    assert capsys.readouterr().err == ""


def test_translations_are_kept(root: Path) -> None:
    old = (
        Entry("Home", ("Start",), comments=("as on the bar",)),
        Entry("Gone", ("Fort",), places=("a.py",)),
        Entry("Never", ("",)),
        Entry("Back", ("Zurück",), obsolete=True),
        Entry("one page", ("Seite",)),
    )
    found = {entry.key: entry for entry in extract.update(extract.extract(root), old, "de")}
    assert found["", "Home"].translations == ("Start",)
    assert found["", "Home"].comments == ("as on the bar",)
    assert found["", "Back"].translations == ("Zurück",)
    assert not found["", "Back"].obsolete
    assert found["", "Gone"] == Entry("Gone", ("Fort",), obsolete=True)
    assert ("", "Never") not in found
    assert found["", "one page"].translations == ("Seite", "")
    assert "fuzzy" in found["", "one page"].flags  # it was not counted before


def test_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert extract.main(["--help"]) == 2
    assert "usage" in capsys.readouterr().err
