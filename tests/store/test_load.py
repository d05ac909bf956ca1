from __future__ import annotations

import base64
import gc
import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kiosk.author.compile import worker
from kiosk.author.compile.compile import compile_bundle, compile_folder
from kiosk.bundle import stamp
from kiosk.bundle.index import read_bundle
from kiosk.bundle.stamp import Index, index_path, make_stamp, pack, read_index
from kiosk.ground import program
from kiosk.ground.errors import BundleError
from kiosk.ground.files import keep_file
from kiosk.store import load
from kiosk.store.load import check_closely, load_bundle
from tests.author.making import CONTENT

HEAVY = (
    *("yaml", "pydantic", "pydantic_core", "av", "PIL", "babel", "jinja2", "typer", "subprocess"),
    "kiosk.author.compile.compile",
)


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache"


def apart(code: str, root: str = str(Path(load.__file__).parents[2])) -> str:
    """Run `code` in a process of its own, with the program in `root`, and return what it printed."""
    environment = {**os.environ, "PYTHONPATH": root}
    return subprocess.run(
        [sys.executable, "-P", "-c", code], capture_output=True, text=True, check=True, env=environment
    ).stdout


def test_loading_gives_what_compiling_gives(booth):
    assert load_bundle(booth.folder) == compile_bundle(booth.folder)
    assert index_path(booth.folder).is_file()
    assert load_bundle(booth.folder) == compile_bundle(booth.folder)


def test_a_fresh_index_is_read_without_anything_heavy(booth):
    load_bundle(booth.folder)
    code = f"""
import sys
from pathlib import Path
from kiosk.store.load import load_bundle
load_bundle(Path({str(booth.folder)!r}))
print([name for name in {HEAVY!r} if name in sys.modules])
"""
    assert apart(code).strip() == "[]"


def test_a_stale_index_leaves_nothing_heavy_behind(booth):
    code = f"""
import sys
from pathlib import Path
from kiosk.store.load import load_bundle
load_bundle(Path({str(booth.folder)!r}))
print([name for name in {HEAVY!r} if name in sys.modules])
"""
    assert apart(code).strip() == "['subprocess']"


@pytest.fixture
def loaded(booth, monkeypatch):
    """A bundle with a fresh index, where compiling again would fail the test."""
    load_bundle(booth.folder)

    def never(_folder):
        raise AssertionError("the index was not used")

    monkeypatch.setattr(load, "compile_apart", never)
    return booth


def test_the_index_is_used(loaded):
    assert load_bundle(loaded.folder).title == {"": "Test booth"}


@pytest.mark.parametrize(
    "change",
    [
        "content",
        "same size",
        "medium",
        "medium gone",
        "new catalog",
        "version",
        "format",
        "damaged",
        "cut",
        "other folder",
    ],
)
def test_the_index_is_not_used_once_something_changed(loaded, change, monkeypatch):
    index = index_path(loaded.folder)
    match change:
        case "content":
            loaded.write(CONTENT + "# more\n")
        case "same size":
            loaded.write(CONTENT.replace("Test booth", "Best tooth"))
            os.utime(loaded.file, ns=(1, 1))
        case "medium":
            loaded.put("assets/home.jpg", "x")
        case "medium gone":
            (loaded.folder / "assets/home.jpg").unlink()
        case "new catalog":
            loaded.put("translations/de/LC_MESSAGES/content.po", "")
        case "version":
            monkeypatch.setattr(stamp, "__version__", "99")
        case "format":
            monkeypatch.setattr(stamp, "FORMAT", 99)
        case "damaged":
            index.write_bytes(b"\xff" + index.read_bytes())
        case "cut":
            index.write_bytes(index.read_bytes()[:-10])
        case _:
            index.write_bytes(index.read_bytes().replace(b"/booth", b"/tooth"))
    assert read_index(index, loaded.folder) is None
    with pytest.raises(AssertionError, match="not used"):
        load_bundle(loaded.folder)


def test_an_index_of_another_shape_is_ignored(booth):
    index = index_path(booth.folder)
    stamp = make_stamp(booth.folder, [booth.file])
    for content in (b'{"title": 3}', b"[" * 100_000):
        keep_file(index, pack(Index(stamp, content)))
        assert read_index(index, booth.folder) is None


def test_a_cache_that_cannot_be_written_costs_only_time(booth, cache):
    cache.write_text("a file where a folder belongs")
    assert load_bundle(booth.folder).title == {"": "Test booth"}
    assert not keep_file(cache / "kiosk" / "x.json", b"")


def test_the_cache_is_where_the_desktop_says(monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    assert index_path(tmp_path).parent == tmp_path / ".cache" / "kiosk"
    monkeypatch.delenv("XDG_CACHE_HOME")
    assert index_path(tmp_path).parent == tmp_path / ".cache" / "kiosk"
    assert index_path(tmp_path / "a").name != index_path(tmp_path / "b").name


@pytest.fixture
def program_copy(tmp_path):
    """A copy of the program's modules, and of nothing else."""
    package = Path(load.__file__).parents[1]
    copy = tmp_path / "program" / "kiosk"
    shutil.copytree(package, copy, ignore=lambda at, names: [n for n in names if n.endswith((".qml", ".pyc"))])
    return copy


@pytest.mark.parametrize("module", ["yaml/readers.py", "language/locales.py", "bundle/load.py"])
def test_another_program_makes_its_index_anew(booth, program_copy, module):
    code = f"""
import os, sys
from pathlib import Path
from kiosk.store.load import load_bundle
from kiosk.bundle.stamp import index_path, read_index
folder = Path({str(booth.folder)!r})
print(read_index(index_path(folder), folder) is not None)
load_bundle(folder)
"""
    root = str(program_copy.parent)
    assert [apart(code, root).strip() for _ in range(2)] == ["False", "True"]
    with (program_copy / module).open("a") as stream:
        stream.write("# changed\n")
    assert [apart(code, root).strip() for _ in range(2)] == ["False", "True"]


def test_modules_that_cannot_be_listed_are_no_obstacle(monkeypatch):
    monkeypatch.setattr(program, "_PACKAGE", "/nowhere/at/all")
    assert program.program_mark.__wrapped__() == 0


def test_problems_come_back_whole(booth):
    line, column = booth.spoil("opens: cars", "opens: §crs")
    with pytest.raises(BundleError) as caught:
        load_bundle(booth.folder)
    (problem,) = caught.value.problems
    assert (problem.position.file, problem.position.line, problem.position.column) == (booth.file, line, column)
    assert problem == compile_folder(booth.folder).problems[0]
    assert not index_path(booth.folder).exists()


def test_checking_tells_warnings_too(booth):
    assert {problem.severity for problem in check_closely(booth.folder).problems} == {"warning"}
    assert index_path(booth.folder).exists()
    booth.spoil("opens: cars", "opens: crs")
    assert "error" in {problem.severity for problem in check_closely(booth.folder).problems}


def test_a_file_whose_name_is_no_text_is_told_like_any_other(booth):
    (booth.folder / "assets" / os.fsdecode(b"Geb\xe4ude.jpg")).write_bytes(b"")
    assert [told.code for told in check_closely(booth.folder).problems if "Geb" in str(told.position.file)] == ["K423"]
    assert load_bundle(booth.folder)


def test_nothing_in_a_bundle_is_run(booth, monkeypatch):
    for name in ("yaml", "pydantic", "msgspec", "kiosk", "sitecustomize"):
        (booth.folder / f"{name}.py").write_text(f"open({str(booth.folder / 'ran')!r}, 'w')")
    monkeypatch.chdir(booth.folder)
    load_bundle(Path())
    assert not (booth.folder / "ran").exists()


@pytest.mark.parametrize(
    ("script", "word"),
    [
        (
            "import os, sys; print('reads 7 assets/bad.jpg', file=sys.stderr, flush=True); os.abort()",
            "`assets/bad.jpg` failed",
        ),
        (
            "import os, sys; print('reads 7 a b.jpg', file=sys.stderr, flush=True); os.kill(os.getpid(), 14)",
            "`a b.jpg` took too long",
        ),
        (
            "import sys; print('reads 7 a.jpg\\nreads 0 ', file=sys.stderr, flush=True); raise SystemExit(3)",
            "reading the bundle failed",
        ),
        ("print('{')", "reading the bundle failed"),
        ("raise SystemExit(3)", "reading the bundle failed"),
        ("import time; time.sleep(60)", "reading the bundle took too long"),
    ],
)
def test_a_worker_that_dies_becomes_a_problem(booth, tmp_path, monkeypatch, script, word):
    fake = tmp_path / "python"
    fake.write_text(f'#!/bin/sh\nexec "{sys.executable}" -c "{script}"\n')
    fake.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(fake))
    monkeypatch.setattr("kiosk.store.compilation.WALL_SECONDS", 1.0)
    with pytest.raises(BundleError) as caught:
        load_bundle(booth.folder)
    (problem,) = caught.value.problems
    assert word in problem.what
    assert problem.position.line == (7 if ".jpg`" in word else 0)


def test_the_worker_prints_its_report(booth, capfdbinary, monkeypatch):
    limits = []
    monkeypatch.setattr(resource, "setrlimit", lambda *limit: limits.append(limit))
    monkeypatch.setattr(signal, "alarm", limits.append)
    monkeypatch.setattr(gc, "disable", lambda: limits.append("garbage"))
    worker.main(booth.folder)
    sys.stdout.flush()
    out, err = capfdbinary.readouterr()
    report = json.loads(out)
    assert read_bundle(base64.b64decode(report["index"]["content"])).title == {"": "Test booth"}
    assert b"reads " in err
    assert worker.SECONDS_PER_FILE in limits


def test_ten_thousand_tiles_load_soon(booth):
    stats = "".join(f"      - stat: {{value: {n}, label: Number {n}, source: Somebody}}\n" for n in range(10_000))
    booth.write(CONTENT.replace("      - quote:", stats + "      - quote:"))
    assert len(load_bundle(booth.folder).sectors[0].blocks) == 10_007
    began = time.process_time()
    load_bundle(booth.folder)
    assert time.process_time() - began < 0.5
