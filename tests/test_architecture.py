"""The house's rules, in words: a failure names the rule and says what to do instead."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import grimp
import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).resolve().parents[1]
PYTHON = sorted((ROOT / "kiosk").rglob("*.py"))
QML = sorted((ROOT / "kiosk" / "qml").rglob("*.qml"))
CONTROLS = ROOT / "kiosk" / "qml" / "Kiosk" / "Controls"
QML_LINES_AT_MOST = 200
PYTHON_LINES_AT_MOST = 400
MODULES = ("Theme", "Controls", "Charts", "Blocks", "Screens", "Staff", "Shell")  # each may import those before it
COMMENT_OR_STRING = re.compile(
    r"//[^\n]*|/\*.*?\*/|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`", re.DOTALL
)


@dataclass(frozen=True)
class Rule:
    """What may not be written, outside which places, what to do instead, and an example that the rule must catch."""

    name: str
    pattern: str
    cure: str
    example: str
    allowed: tuple[str, ...] = ()
    strings: bool = False  # look into string literals too


QML_RULES = (
    Rule(
        "content reaches the screen as plain text",
        r"\b(Text|Label|TextEdit|TextArea|TextInput|TextField|ToolTip)\s*\{",
        "use PlainText from Kiosk.Controls: Qt's own text crashes on, or fetches, what content may hold",
        "Text {",
        ("Controls/PlainText.qml",),
    ),
    Rule(
        "text has one format",
        r"\btextFormat\s*:",
        "leave the format to PlainText",
        "textFormat: x",
        ("Controls/PlainText.qml",),
    ),
    Rule("no untyped property", r"\bvar\b", "name the type", "property var x", ("Shell/LateLoader.qml",)),
    Rule(
        "colours come from Theme",
        r"\"#[0-9A-Fa-f]{3,8}\"|\bQt\.(rgba|hsla|hsva|color)\b|:\s*\"(white|black|red|green|blue|gr[ae]y)\"",
        "name the colour in Theme and use it from there",
        'color: "#ff0000"',
        ("Theme/",),
        strings=True,
    ),
    Rule(
        "type sizes come from Theme",
        r"\b(pixelSize|pointSize|letterSpacing|weight)\s*:\s*[\d.]+|\bfamily\s*:\s*\"",
        "use one of Theme's fonts, or name a new one there",
        "font.pixelSize: 12",
        ("Theme/",),
        strings=True,
    ),
    Rule(
        "durations come from Theme",
        r"\b(duration|interval|velocity|delay)\s*:\s*[\d.]+",
        "name the duration in Theme (…Ms), where calm motion can change it",
        "duration: 200",
        ("Theme/",),
    ),
    Rule(
        "Qt Quick Controls are styled in one place",
        r"^import QtQuick\.Controls",
        "put a control of our own into Kiosk.Controls, on QtQuick.Templates",
        "import QtQuick.Controls.Basic",
        ("Controls/",),
    ),
    Rule(
        "a visitor does not leave the booth",
        r"\b(FileDialog|FolderDialog|openUrlExternally|WebEngineView|WebView)\b",
        "links are shown as codes to scan",
        "Qt.openUrlExternally(url)",
    ),
)
PYTHON_RULES = (
    Rule(
        "QML sees only typed things",
        "setContextProperty",
        "give the root a required property",
        "x.setContextProperty(1)",
    ),
    Rule(
        "a visitor does not leave the booth",
        r"\b(QFileDialog|QDesktopServices|webbrowser)\b",
        "links are shown as codes to scan",
        "QDesktopServices.openUrl(url)",
    ),
    Rule(
        "Qt's translator is fed, never overridden",
        r"class \w+\(QTranslator\)",
        "load .qm bytes: a translate() in Python waits for the loader thread, which waits for it",
        "class Words(QTranslator):",
    ),
    Rule(
        "YAML is read as events",
        r"\byaml\.(safe_|full_|unsafe_)?(load|compose)(_all)?\b",
        "use kiosk.yaml.parse: the loaders crash on nested brackets and change values",
        "yaml.safe_load(text)",
    ),
    Rule(
        "foreign errors are translated where they are met",
        r"except\s*(Exception)?\s*:|except (Base)?Exception as",
        "name the errors that can come, and raise a KioskError",
        "except Exception:",
        ("booth/app.py",),
    ),
    Rule(
        "redirected output holds no escape codes",
        r"\bConsole\(",
        "use kiosk.commands.terminal.console: left to itself, Rich believes FORCE_COLOR rather than the stream",
        "Console(stderr=True)",
        ("commands/terminal.py",),
    ),
    Rule("tasks are not lost", r"\basyncSlot\b", "start the task in the booth's task group", "@asyncSlot()"),
    Rule(
        "Qt's decorators come typed",
        r"from PySide6\.QtCore import [^\n]*\b(Property|Slot)\b|from PySide6\.QtQml import [^\n]*\bQmlElement\b",
        "import them from kiosk.view.qt",
        "from PySide6.QtCore import Property",
        ("view/qt.py",),
    ),
)
# Spelled in parts, so that this file passes its own rule.
TREE_RULE = Rule(
    "the repository names no machine and no registry",
    r"/(home|root|Users)/\w|[A-Z]:\\Users|/(work/(main|shared)|opt/pypi)|pypi\." + r"org|pythonhosted\." + r"org"
    r"|registry\.npmjs|deb\.debian\." + r"org|--(extra-)?index-url",
    "use a place relative to the repository, and leave the registry to the machine's own settings",
    "see /home/" + "somebody/notes",
)


def code(text: str, *, strings: bool) -> str:
    """Return QML without comments, and without what string literals hold unless `strings` are wanted; lines stay."""

    def cut(match: re.Match[str]) -> str:
        found = match.group()
        if found.startswith(("//", "/*")):
            return re.sub(r"[^\n]", "", found)
        return found if strings else found[0] + re.sub(r"[^\n]", "", found[1:-1]) + found[-1]

    return COMMENT_OR_STRING.sub(cut, text)


def breaches(rule: Rule, text: str) -> list[tuple[int, str]]:
    """Return line number and line of each place where `text` breaks the rule."""
    lines = text.splitlines()
    starts = [text.count("\n", 0, match.start()) for match in re.finditer(rule.pattern, text, re.MULTILINE)]
    return [(number + 1, lines[number].strip()) for number in dict.fromkeys(starts)]


def told(rule: Rule, found: list[str]) -> str:
    return f"Rule: {rule.name}. Instead: {rule.cure}.\n" + "\n".join(found)


def place(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("rule", [*QML_RULES, *PYTHON_RULES, TREE_RULE], ids=lambda rule: rule.name)
def test_a_rule_catches_its_example(rule):
    assert breaches(rule, rule.example)


@pytest.mark.parametrize("rule", QML_RULES, ids=lambda rule: rule.name)
def test_qml(rule):
    found = [
        f"{place(path)}:{line}: {source}"
        for path in QML
        if not any(part in path.as_posix() for part in rule.allowed)
        for line, source in breaches(rule, code(path.read_text(encoding="utf-8"), strings=rule.strings))
    ]
    assert not found, told(rule, found)


@pytest.mark.parametrize("rule", PYTHON_RULES, ids=lambda rule: rule.name)
def test_python(rule):
    found = [
        f"{place(path)}:{line}: {source}"
        for path in PYTHON
        if not path.as_posix().endswith(rule.allowed or ("\0",))
        for line, source in breaches(rule, path.read_text(encoding="utf-8"))
    ]
    assert not found, told(rule, found)


def test_rooms_import_only_what_they_stand_on(capsys, monkeypatch):
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(sys, "path", [*sys.path])  # which it adds the folder to
    failed = lint_imports(config_filename="pyproject.toml", no_cache=True)
    assert not failed, capsys.readouterr().out


def circle(graph: grimp.ImportGraph, modules: set[str]) -> list[str]:
    """Return the modules of one circle of imports, late ones included; none where there is no circle."""
    for module in sorted(modules):
        for imported in sorted(graph.find_modules_directly_imported_by(module)):
            if chain := graph.find_shortest_chain(imported, module):
                return [module, *chain]
    return []


def test_no_module_imports_itself_by_a_detour():
    graph = grimp.build_graph("kiosk", exclude_type_checking_imports=True, cache_dir=None)
    found = circle(graph, graph.modules)
    assert not found, (
        f"Rule: modules import each other in one direction, also late. Circle: {' -> '.join(found)}. "
        "Instead: move what both need into a module that both import, or pass it in."
    )


def test_a_circle_is_found():
    graph = grimp.ImportGraph()
    for importer, imported in (("a", "b"), ("b", "c"), ("c", "b"), ("c", "d")):
        graph.add_import(importer=importer, imported=imported)
    assert circle(graph, graph.modules) == ["b", "c", "b"]


@pytest.mark.parametrize("path", QML, ids=place)
def test_qml_modules_import_only_those_before_them(path):
    module = path.parent.name
    text = path.read_text(encoding="utf-8")
    imported = re.findall(r"^import Kiosk\.(\w+)", text, re.MULTILINE)
    allowed = {*MODULES[: MODULES.index(module)], *(["View"] if module in MODULES[MODULES.index("Blocks") :] else [])}
    order = " <- ".join(MODULES)
    assert set(imported) <= allowed, (
        f"Rule: {order}, and only Blocks and those after it see Kiosk.View. Pass typed properties in."
    )


@pytest.mark.parametrize("path", QML, ids=place)
def test_qml_files_are_bound_and_short(path):
    text = path.read_text(encoding="utf-8")
    assert "pragma ComponentBehavior: Bound" in text, "Rule: ids are bound. Begin with: pragma ComponentBehavior: Bound"
    assert text.count("\n") <= QML_LINES_AT_MOST, (
        f"Rule: at most {QML_LINES_AT_MOST} lines. Take a part out as a component."
    )


@pytest.mark.parametrize("module", MODULES)
def test_a_qmldir_names_every_file_of_its_module(module):
    folder = ROOT / "kiosk" / "qml" / "Kiosk" / module
    named = re.findall(r"(\w+\.qml)$", (folder / "qmldir").read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(named) == sorted(path.name for path in folder.glob("*.qml"))


@pytest.mark.parametrize("path", sorted(CONTROLS.glob("*.qml")), ids=place)
def test_every_control_is_tried_by_itself(path):
    test = f"tests/qml/tst_{path.name}"
    assert (ROOT / test).exists(), f"Rule: what a control promises is tried alone. Write {test} as those beside it."


def test_the_plain_text_component_is_plain():
    text = (ROOT / "kiosk/qml/Kiosk/Controls/PlainText.qml").read_text(encoding="utf-8")
    assert "textFormat: Text.PlainText" in code(text, strings=False)


@pytest.mark.parametrize("path", PYTHON, ids=place)
def test_python_modules_are_small_and_say_their_subject(path):
    vague = {"utils", "util", "helpers", "common", "misc", "manager", "managers"}
    assert path.stem not in vague, "Rule: a module is named after its subject"
    assert path.read_text(encoding="utf-8").count("\n") <= PYTHON_LINES_AT_MOST, (
        "Rule: a module does one thing; split it"
    )


def test_packaging_is_no_package():
    assert not (ROOT / "packaging" / "__init__.py").exists(), "Rule: it would hide the library of that name from pytest"


def test_the_repository_names_no_machine_and_no_registry():
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listing.returncode:
        pytest.skip("not a git checkout")
    found = []
    for name in filter(None, listing.stdout.split("\0")):
        content = (ROOT / name).read_bytes() if (ROOT / name).is_file() else b""
        if b"\0" not in content[:1024]:
            text = content.decode("utf-8", errors="replace")
            found += [f"{name}:{line}: {source[:120]}" for line, source in breaches(TREE_RULE, text)]
    assert not found, told(TREE_RULE, found)


@pytest.mark.parametrize("name", ["Theme", "Icons"])
def test_every_token_is_used(name):
    """What nothing is drawn with goes: take the token out of the singleton, and out of what it is given."""
    texts = {path: code(path.read_text(encoding="utf-8"), strings=False) for path in QML}
    own = texts.pop(ROOT / "kiosk" / "qml" / "Kiosk" / "Theme" / f"{name}.qml")
    read = {token for text in texts.values() for token in re.findall(rf"\b{name}\.(\w+)", text)}
    declared = re.findall(r"^    (?:readonly )?property \w+ (\w+)|^    function (\w+)", own, re.MULTILINE)
    tokens = ["".join(names) for names in declared]
    assert tokens
    assert [token for token in tokens if token not in read and len(re.findall(rf"\b{token}\b", own)) < 2] == []
