"""Installing: verified, compiled and brought to screen size beside what is shown; refused without a trace."""

from __future__ import annotations

import errno
import json
import os
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import Image

from kiosk import cli
from kiosk.author.compile.compile import compile_folder
from kiosk.author.packing import prepare as install_worker
from kiosk.author.packing.gather import used_files
from kiosk.author.packing.pack import pack
from kiosk.author.packing.pictures import LOGO_SIDE, Drawing, bring_to_size
from kiosk.ground.errors import BundleError, Position, Problem
from kiosk.ground.messages import decode
from kiosk.store import install as install_module
from kiosk.store import store as store_module
from kiosk.store.install import Outcome, install, refuse_system_error
from kiosk.store.installed import installed, verify
from kiosk.store.load import load_bundle
from kiosk.store.store import current_folder, store_root
from tests.author.making import SVG, Booth
from tests.store.forging import pack_plainly


@pytest.fixture(autouse=True)
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KIOSK_STORE", str(tmp_path / "store"))
    return store_root()


def refused(source: Path) -> BundleError:
    before = (installed(), current_folder())
    with pytest.raises(BundleError) as caught:
        install(source)
    assert (installed(), current_folder()) == before
    if store_root().is_dir():
        assert list((store_root() / "incoming").iterdir()) == []
    return caught.value


def test_an_archive_and_its_folder_are_the_same_bundle(booth: Booth, tmp_path):
    booth.put("LICENSE", "Free\n")
    manifest = pack(booth.folder, tmp_path / "show.kiosk")
    one = install(tmp_path / "show.kiosk")
    assert (one.fingerprint, one.role, one.title) == (manifest.fingerprint, "current", "Test booth")
    assert install(booth.folder) == one
    assert verify(one.folder) == manifest
    shutil.rmtree(booth.folder)
    assert load_bundle(one.folder).title[""] == "Test booth"


def test_the_index_says_the_same_with_pictures_of_screen_size(booth: Booth):
    compiled = booth.compile().bundle
    assert compiled is not None
    assert compiled.theme.logo is not None
    bundle = load_bundle(install(booth.folder).folder)
    assert bundle.theme.logo is not None
    logo = bundle.theme.logo.src[""]
    assert logo.startswith(".kiosk/pictures/")
    folder = current_folder()
    assert folder is not None
    with Image.open(folder / logo) as image:
        assert image.size == (LOGO_SIDE, LOGO_SIDE // 2)
        assert image.mode == "RGBA"
    assert (bundle.theme.logo.width, bundle.theme.logo.height) == (40, 20)
    assert bundle.sectors == compiled.sectors
    assert bundle.attract == compiled.attract


def test_large_pictures_are_made_smaller(booth: Booth):
    clear = Image.new("RGBA", (4000, 2000), (0, 0, 0, 0))
    clear.save(booth.folder / "assets" / "cover.png")
    Image.new("RGB", (2000, 6000), (9, 9, 9)).save(booth.folder / "assets" / "home.jpg")
    bundle = load_bundle(install(booth.folder).folder)
    folder = current_folder()
    assert folder is not None
    cover, home = bundle.sectors[0].cover, bundle.attract[1].picture
    assert (cover.width, cover.height) == (3840, 1920)
    assert (home.width, home.height) == (1280, 3840)
    with Image.open(folder / cover.src[""]) as image:
        assert (image.format, image.size) == ("WEBP", (3840, 1920))
        assert image.getextrema()[3] == (0, 0)
    with Image.open(folder / home.src[""]) as image:
        assert (image.format, image.size) == ("JPEG", (1280, 3840))
    verify(folder)


def test_a_picture_that_hides_nothing_becomes_jpeg(booth: Booth):
    Image.new("RGBA", (4000, 100), (1, 2, 3, 255)).save(booth.folder / "assets" / "cover.png")
    bundle = load_bundle(install(booth.folder).folder)
    assert bundle.sectors[0].cover.src[""].endswith(".jpg")


def test_mistakes_are_told_where_they_were_made(booth: Booth):
    line, column = booth.spoil("assets/cover.png", "§assets/covr.png")
    (problem,) = refused(booth.folder).problems
    assert (problem.position.file, problem.position.line, problem.position.column) == (booth.file, line, column)
    assert "Did you mean `assets/cover.png`?" in problem.cure


def test_mistakes_in_an_archive_are_told_in_its_content(booth: Booth, tmp_path):
    line, column = booth.spoil("opens: cars", "opens: §bikes")
    pack_plainly(booth.folder, tmp_path / "show.kiosk")
    (problem,) = refused(tmp_path / "show.kiosk").problems
    where = problem.position
    assert (where.file, where.line, where.column) == (tmp_path / "show.kiosk" / "content.yaml", line, column)


def test_a_damaged_archive_leaves_what_is_shown(booth: Booth, tmp_path):
    install(booth.folder)
    booth.spoil("Touch me", "Touch us")
    pack_plainly(booth.folder, tmp_path / "show.kiosk")
    data = (tmp_path / "show.kiosk").read_bytes()
    (tmp_path / "show.kiosk").write_bytes(data[:3000] + bytes([data[3000] ^ 1]) + data[3001:])
    assert refused(tmp_path / "show.kiosk").problems[0].code == "K808"


def test_what_a_bundle_does_not_use_does_not_come_along(booth: Booth, tmp_path):
    booth.put("assets/unused.jpg", b"x")
    booth.put("program.py", "print()")
    folder = install(booth.folder).folder
    assert not (folder / "assets" / "unused.jpg").exists()
    assert not (folder / "program.py").exists()
    files = {**{name: (folder / name).read_bytes() for name in names_of(folder)}, "program.py": b"print()"}
    from tests.store.forging import forge, parts_of

    (tmp_path / "show.kiosk").write_bytes(forge(parts_of(files)))
    assert refused(tmp_path / "show.kiosk").problems[0].code == "K807"


def names_of(folder: Path) -> list[str]:
    return [file.path for file in verify(folder).files]


@pytest.mark.parametrize("name", ["nothing.kiosk", "no/such/folder"])
def test_nothing_is_there(tmp_path, name):
    assert refused(tmp_path / name).problems[0].code == "K801"


def test_a_pipe_is_no_bundle(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert refused(tmp_path / "pipe").problems[0].code == "K805"


def test_a_pipe_in_a_folder_is_told_with_its_line(booth: Booth):
    (booth.folder / "assets" / "cover.png").unlink()
    os.mkfifo(booth.folder / "assets" / "cover.png")
    (problem,) = refused(booth.folder).problems
    assert problem.position.line == booth.text[: booth.text.index("assets/cover.png")].count("\n") + 1


@pytest.fixture
def draws(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Let the process that draws vector pictures do something else."""

    def instead(program: str) -> None:
        (tmp_path / "sitecustomize.py").write_text(
            f"import os, signal, sys\nif 'kiosk.author.packing.raster' in sys.orig_argv:\n {program}\n os._exit(0)\n"
        )
        monkeypatch.setenv("PYTHONPATH", str(tmp_path))

    return instead


@pytest.mark.parametrize(
    ("program", "why"),
    [
        ("os._exit(1)", "cannot be drawn"),
        ("os.kill(os.getpid(), signal.SIGALRM)", "takes too long"),
        ("os.kill(os.getpid(), signal.SIGKILL)", "cannot be drawn"),
        ("print('done')", "cannot be drawn"),
    ],
)
def test_a_picture_that_cannot_be_drawn_is_named(booth: Booth, draws, program, why):
    draws(program)
    with pytest.raises(BundleError, match=why) as caught:
        install(booth.folder)
    (problem,) = caught.value.problems
    assert (problem.code, problem.position.file) == ("K815", booth.folder / "assets" / "logo.svg")
    assert list((store_root() / "incoming").iterdir()) == []


def test_a_worker_that_dies_is_told_with_what_it_read(booth: Booth, draws):
    draws("os.kill(os.getppid(), signal.SIGKILL)")
    with pytest.raises(BundleError, match=r"making `.*` ready failed") as caught:
        install(booth.folder)
    assert caught.value.problems[0].code == "K815"
    assert list((store_root() / "incoming").iterdir()) == []


def test_a_damaged_installation_is_mended_by_installing_again(booth: Booth):
    folder = install(booth.folder).folder
    os.chmod(folder / "assets" / "home.jpg", 0o644)
    (folder / "assets" / "home.jpg").write_bytes(b"broken")
    with pytest.raises(BundleError):
        verify(folder)
    install(booth.folder)
    verify(folder)


def test_a_damaged_record_is_mended_by_installing_again(booth: Booth):
    install(booth.folder)
    (store_root() / "state.json").write_text("{")
    assert install(booth.folder).role == "current"


@pytest.mark.usefixtures("inside")
def test_space_is_looked_at_first(booth: Booth, tmp_path, monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: shutil._ntuple_diskusage(10, 10, 1024))
    (tmp_path / "new").mkdir(parents=True)
    with pytest.raises(BundleError, match="MiB free") as caught:
        install_worker.prepare(booth.folder, tmp_path / "new")
    assert caught.value.problems[0].code == "K811"
    assert list((tmp_path / "new").iterdir()) == []


def test_pictures_are_drawn_in_a_process_of_their_own(booth: Booth, tmp_path):
    asked: list[Drawing] = []

    def draw(drawings: object) -> None:
        asked.extend(drawings)
        Image.new("RGBA", (1024, 512), (0, 0, 0, 0)).save(asked[0].png)

    compiled = compile_folder(booth.folder).bundle
    assert compiled is not None
    (booth.folder / ".kiosk").mkdir()
    bring_to_size(booth.folder, compiled, draw, lambda _name: None)
    assert [(Path(one.svg).name, one.side) for one in asked] == [("logo.svg", LOGO_SIDE)]
    assert [path.suffix for path in (booth.folder / ".kiosk" / "pictures").iterdir()] == [".webp"]


def test_the_commands(booth: Booth, tmp_path, capsys):
    show = tmp_path / "show.kiosk"
    assert cli.main(["pack", str(booth.folder), "-o", str(show)]) == 0
    assert "Test booth" in capsys.readouterr().out
    assert cli.main(["installed"]) == 0
    assert "demo" in capsys.readouterr().out
    assert cli.main(["install", str(show)]) == 0
    assert cli.main(["install", str(booth.file)]) == 0
    booth.spoil("Touch me", "Touch us")
    assert cli.main(["install", str(booth.folder)]) == 0
    capsys.readouterr()
    assert cli.main(["installed", "--format", "json", "--verify"]) == 0
    now, before = json.loads(capsys.readouterr().out)
    assert (now["role"], before["role"]) == ("current", "previous")
    assert cli.main(["rollback"]) == 0
    capsys.readouterr()
    assert cli.main(["installed"]) == 0
    heading, first, second = capsys.readouterr().out.splitlines()
    assert heading.split() == ["FINGERPRINT", "STATE", "SINCE", "SIZE", "NEEDS", "TITLE"]
    assert first.startswith(f"{before['fingerprint'][:12]}  shown")
    assert second.startswith(f"{now['fingerprint'][:12]}  before")
    assert cli.main(["remove", before["fingerprint"][:12]]) == 1
    assert capsys.readouterr().err.endswith("[K814]\n")
    assert cli.main(["remove", now["fingerprint"][:12]]) == 0
    assert cli.main(["remove", before["fingerprint"], "--force"]) == 0
    assert "demo" in capsys.readouterr().out
    assert cli.main(["rollback"]) == 1
    assert capsys.readouterr().err == "kiosk: there is no bundle to go back to. Look with `kiosk installed`. [K813]\n"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["install", "nothing.kiosk"], 1),
        (["install"], 2),
        (["pack", "nowhere", "-o", "x"], 2),
        (["pack", ".", "-o", "no/such/folder/x"], 2),
        (["pack", "."], 2),
        (["remove"], 2),
        (["remove", "00000000"], 1),
        (["installed", "--format", "xml"], 2),
    ],
)
def test_each_ends_with_its_code_and_no_traceback(words, code, capsys):
    assert cli.main(words) == code
    said = capsys.readouterr().err
    assert "Traceback" not in said
    if code == 1:
        assert said.count("\n") == 1


def test_the_worker_tells_a_problem_of_the_copy_as_one_of_the_source(booth: Booth, tmp_path, monkeypatch, capfdbinary):
    def make(_source: Path, folder: Path) -> None:
        raise BundleError((replace(problem, position=Position(folder / "content.yaml", 7, 3)),))

    problem = Problem(Position(booth.file, 7, 3), "it is wrong", "Mend it.", "line", "warning", "K650", "zh_Hans")
    for name in ("die_with_parent", "limit_files", "limit_memory"):
        monkeypatch.setattr(install_worker, name, lambda *_words: None)
    monkeypatch.setattr(install_worker, "prepare", make)
    install_worker.main(booth.folder, tmp_path)
    sys.stdout.flush()
    assert decode(capfdbinary.readouterr().out, Outcome) == Outcome(problems=(problem,))


def test_a_vector_without_a_size_gets_one(booth: Booth):
    booth.put("assets/logo.svg", SVG.replace(' width="40" height="20"', ' viewBox="0 0 30 10"', 1))
    bundle = load_bundle(install(booth.folder).folder)
    assert bundle.theme.logo is not None
    assert bundle.theme.logo.width == 3 * bundle.theme.logo.height


@pytest.fixture
def inside(monkeypatch: pytest.MonkeyPatch) -> None:
    """The worker's work in this process, without its alarms."""

    def make(source: Path, folder: Path, _lock: int, _tick: object) -> str:
        return install_worker.prepare(source, folder).fingerprint

    monkeypatch.setattr(install_worker, "_tick", lambda _file: None)
    monkeypatch.setattr(install_module, "_prepare", make)


@pytest.mark.usefixtures("inside")
def test_the_worker_makes_the_same_of_an_archive_and_a_folder(booth: Booth, tmp_path):
    manifest = pack_plainly(booth.folder, tmp_path / "show.kiosk")
    one = install(tmp_path / "show.kiosk")
    assert one.fingerprint == manifest.fingerprint
    assert install(booth.folder) == one


@pytest.mark.usefixtures("inside")
@pytest.mark.parametrize("is_packed", [True, False])
def test_the_worker_refuses_mistakes(booth: Booth, tmp_path, is_packed):
    booth.spoil("opens: cars", "opens: bikes")
    pack_plainly(booth.folder, tmp_path / "show.kiosk")
    (problem,) = refused(tmp_path / "show.kiosk" if is_packed else booth.folder).problems
    assert problem.code.startswith("K3")


@pytest.mark.usefixtures("inside")
def test_the_worker_refuses_what_changed_while_it_was_copied(booth: Booth, monkeypatch):
    def change(name: str) -> None:
        if name == "assets/home.jpg":
            os.utime(booth.folder / "content.yaml", ns=(1, 1))

    monkeypatch.setattr(install_worker, "_tick", change)
    booth.put("LICENSE", "Free\n")
    order = used_files(booth.folder)
    monkeypatch.setattr(install_worker, "used_files", lambda _folder: sorted(order, reverse=True))
    assert refused(booth.folder).problems[0].code == "K810"


@pytest.mark.parametrize(
    ("error", "code", "about"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "K811", "store"),
        (OSError(errno.EDQUOT, "Disk quota exceeded"), "K811", "store"),
        (OSError(errno.EFBIG, "File too large"), "K811", "store"),
        (OSError(errno.EIO, "Input/output error", "stick/a.jpg"), "K810", "stick/a.jpg"),
        (OSError(errno.ENOENT, "No such file", "stick"), "K810", "stick"),
        (OSError(errno.EROFS, "Read-only file system", "store/bundles"), "K811", "store/bundles"),
        (OSError(errno.EIO, "Input/output error"), "K811", "store"),
        (OSError(), "K811", "store"),
    ],
)
def test_the_operating_system_is_put_into_words(error, code, about):
    (problem,) = refuse_system_error(error, Path("stick"), Path("store")).problems
    assert (problem.code, problem.position.file) == (code, Path(about))
    assert "None" not in problem.what


def test_a_store_that_cannot_be_written_is_told(booth: Booth, tmp_path, monkeypatch):
    (tmp_path / "file").touch()
    monkeypatch.setenv("KIOSK_STORE", str(tmp_path / "file" / "store"))
    with pytest.raises(BundleError) as caught:
        install(booth.folder)
    assert caught.value.problems[0].code == "K811"


@pytest.mark.parametrize(
    ("zone", "since", "seen"),
    [
        ("UTC", "2026-06-30T22:15:42Z", "2026-06-30 22:15"),
        ("<+08>-8", "2026-06-30T22:15:42Z", "2026-07-01 06:15"),
        ("<-03>3", "2026-06-30T22:15:42Z", "2026-06-30 19:15"),
        ("UTC", "2026-06-31", "2026-06-31"),  # written by hand, and no day
        ("UTC", "", ""),
    ],
)
def test_since_when_is_told_by_the_clock_on_the_wall(booth: Booth, monkeypatch, zone: str, since: str, seen: str):
    monkeypatch.setattr(store_module, "_now", lambda: since)
    install(booth.folder)
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        assert [one.local_since for one in installed()] == [seen]
    finally:
        monkeypatch.undo()
        time.tzset()
