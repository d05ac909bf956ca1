"""Each function of each `tst_*.qml` is a test: Qt Quick Test runs all in one process, and its report is read here."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

HERE = Path(__file__).parent
FUNCTION = re.compile(r"^ +function (test_\w+)\(", re.MULTILINE)
TESTS = [
    f"{path.stem.removeprefix('tst_')}::{name}"
    for path in sorted(HERE.glob("tst_*.qml"))
    for name in FUNCTION.findall(path.read_text(encoding="utf-8"))
    if not name.endswith("_data")
]
AT_MOST_S = 60

Report = dict[str, str]


def words(case: ElementTree.Element) -> str:
    """Return what a row of a table has against its control: failures and warnings."""
    said = [word.strip() for part in case for word in (part.get("message"), part.text) if word]
    return "\n".join([case.attrib["name"], *said, ""]) if said else ""


@pytest.fixture(scope="session")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """What each function says, in all its rows; and as "stderr" what was said outside of them."""
    file = tmp_path_factory.mktemp("qml") / "report.xml"
    command = [sys.executable, "-m", "tests.qml", "-o", f"{file},junitxml"]
    done = subprocess.run(command, cwd=HERE.parents[1], capture_output=True, text=True, timeout=AT_MOST_S, check=False)
    assert done.returncode >= 0, f"it crashed, with signal {-done.returncode}:\n{done.stderr}"
    said = {"stderr": done.stderr}
    for case in ElementTree.parse(file).iter("testcase"):
        name = case.attrib["name"].partition("(")[0]
        said[name] = said.get(name, "") + words(case)
    return said


@pytest.mark.parametrize("name", TESTS)
def test_control(report: Report, name: str) -> None:
    if report.get(name, "It did not run"):
        pytest.fail(report.get(name, "It did not run"), pytrace=False)


def test_all_is_quiet_outside_of_the_tests(report: Report) -> None:
    assert {name: said for name, said in report.items() if said and name not in TESTS} == {}
