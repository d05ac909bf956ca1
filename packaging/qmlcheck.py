"""Check the QML: `python packaging/qmlcheck.py` lints and compares with the formatter, `--format` lets it write.

qmllint learns the Python types from one dump of all view models; dumped one by one, a property whose type lives in
another file is "not found". Warnings count as errors.
"""

from __future__ import annotations

import argparse
import ast
import difflib
import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import PySide6

ROOT = Path(__file__).resolve().parents[1]
QML = ROOT / "kiosk" / "qml"
TESTS = ROOT / "tests" / "qml"
VIEWS = ROOT / "kiosk" / "view"
TYPES = ROOT / "build" / "qmltypes"
QT = Path(PySide6.__file__).parent
FACADE = "qt.py"
FOREIGN = ("qt6core", "qt6gui", "qt6qml", "qt6quick")


def tool(name: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run one of Qt's tools as the wheel carries it, and return what it said."""
    place = next(path for path in (QT / name, QT / "Qt" / "libexec" / name) if path.exists())
    command = [str(place), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)


def must(result: subprocess.CompletedProcess[str]) -> None:
    """Stop with what the tool said when it failed."""
    if result.returncode:
        sys.exit(f"{' '.join(result.args)}\n{result.stdout}{result.stderr}")


def constants(source: Path) -> set[tuple[str, str]]:
    """Return class and name of each property that a Python file declares as constant."""
    tree = ast.parse(source.read_text(encoding="utf-8"))
    return {
        (owner.name, method.name)
        for owner in ast.walk(tree)
        if isinstance(owner, ast.ClassDef)
        for method in owner.body
        if isinstance(method, ast.FunctionDef)
        for call in method.decorator_list
        if isinstance(call, ast.Call) and any(keyword.arg == "constant" for keyword in call.keywords)
    }


def completed(dump: list[dict[str, Any]], constant: set[tuple[str, str]]) -> list[dict[str, Any]]:
    """Add to metaobjectdump's answer what it leaves out: objects with a base in another file, constant properties."""
    classes = {found["className"]: found for file in dump for found in file["classes"]}

    def is_object(name: str) -> bool:
        found = classes.get(name)
        return (
            name.startswith("Q")
            if found is None
            else any(is_object(base["name"]) for base in found.get("superClasses", ()))
        )

    for name, found in classes.items():
        found["object"] = is_object(name)
        for member in found.get("properties", ()):
            if (name, member["name"]) in constant:
                member["constant"] = True
    return dump


def describe_views(target: Path) -> None:
    """Write the QML module Kiosk.View, made of Python classes, as a `qmldir` and a `.qmltypes` file below `target`."""
    module = target / "Kiosk" / "View"
    module.mkdir(parents=True, exist_ok=True)
    metatypes = module / "metatypes.json"
    sources = [path for path in sorted(VIEWS.rglob("*.py")) if path.name not in (FACADE, "__init__.py")]
    dump = [
        sys.executable,
        str(QT / "scripts" / "metaobjectdump.py"),
        "--quiet",
        "-o",
        str(metatypes),
        *map(str, sources),
    ]
    must(subprocess.run(dump, capture_output=True, text=True, check=False))
    found = json.loads(metatypes.read_text(encoding="utf-8"))
    constant = set().union(*(constants(source) for source in sources))
    metatypes.write_text(json.dumps(completed(found, constant)), encoding="utf-8")
    foreign = ",".join(str(QT / "Qt" / "metatypes" / f"{name}_metatypes.json") for name in FOREIGN)
    must(
        tool(
            "qmltyperegistrar",
            *("--import-name", "Kiosk.View", "--major-version", "1", "--minor-version", "0"),
            *("--generate-qmltypes", module / "view.qmltypes", "--foreign-types", foreign),
            *("-o", module / "registrations.cpp", metatypes),
        )
    )
    (module / "qmldir").write_text("module Kiosk.View\ntypeinfo view.qmltypes\ndepends QtQuick\n", encoding="utf-8")


def qml_files() -> list[Path]:
    """Every QML file of the program."""
    return sorted(QML.rglob("*.qml"))


def lint(types: Path) -> list[str]:
    """Return what qmllint has against the program's QML and its tests."""
    describe_views(types)
    files = [*qml_files(), *TESTS.glob("*.qml")]
    result = tool("qmllint", "--ignore-settings", "-W", "0", "-I", QML, "-I", types, *files)
    return [(result.stdout + result.stderr).strip()] if result.returncode else []


def formatted(path: Path) -> str:
    """Return a QML file as the formatter writes it."""
    result = tool("qmlformat", "--ignore-settings", "--group-attributes-together", path)
    must(result)
    return result.stdout


def unformatted() -> list[tuple[Path, str]]:
    """Return each file that the formatter would change, with what it would write."""
    files = qml_files()
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        wanted = list(pool.map(formatted, files))
    return [(path, text) for path, text in zip(files, wanted, strict=True) if path.read_text(encoding="utf-8") != text]


def difference(path: Path, wanted: str) -> str:
    """Return what the formatter would change in a file, as a diff."""
    name = str(path.relative_to(ROOT))
    old = path.read_text(encoding="utf-8").splitlines(keepends=True)
    return "".join(difflib.unified_diff(old, wanted.splitlines(keepends=True), name, f"{name} (formatted)"))


def main() -> int:
    """Check or format; return the exit code."""
    parser = argparse.ArgumentParser(description="Check the program's QML")
    parser.add_argument("--format", action="store_true", help="write the files as the formatter wants them")
    if parser.parse_args().format:
        for path, text in unformatted():
            path.write_text(text, encoding="utf-8")
            print(f"formatted {path.relative_to(ROOT)}")
        return 0
    problems = lint(TYPES)
    if changed := unformatted():
        problems += [difference(path, text) for path, text in changed]
        problems.append(f"{len(changed)} QML files are not as the formatter writes them: make format")
    print("\n".join(problems) if problems else f"{len(qml_files())} QML files: no warnings, formatted")
    return bool(problems)


if __name__ == "__main__":
    sys.exit(main())
