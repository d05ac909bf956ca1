"""Prepares a bundle in a folder of the store, in a process with limits, and prints what came of it.

`python -m kiosk.author.packing.prepare SOURCE FOLDER`: SOURCE is an archive or a folder, FOLDER is empty. Whatever is
hostile in a bundle meets this process first, and no other but the one that draws its vector pictures (`raster`).
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Final

import msgspec
from msgspec.structs import replace

from kiosk.author.compile.compile import CONTENT, compile_folder
from kiosk.author.packing.fonts import check_fonts
from kiosk.author.packing.gather import copy_files, manifest_of, used_files
from kiosk.author.packing.pictures import Drawing, bring_to_size, not_drawn
from kiosk.bundle.model import Bundle
from kiosk.ground.errors import BundleError, Problem
from kiosk.ground.files import seal
from kiosk.ground.messages import encode
from kiosk.ground.processes import die_with_parent, limit_files, limit_memory, say_what_is_read, worker_command
from kiosk.store.archive import read_archive, read_archive_manifest
from kiosk.store.install import Outcome, refuse_system_error
from kiosk.store.installed import SUMS, sum_up
from kiosk.store.manifest import MAX_FILE_BYTES, Manifest, write_manifest
from kiosk.store.names import MANIFEST, refusal
from kiosk.store.store import OWN, write_compiled

MEMORY_BYTES: Final = 3 * 1024 * 1024 * 1024
SECONDS_PER_FILE: Final = 60
SPARE_BYTES: Final = 16 * 1024 * 1024


def main(source: Path, folder: Path) -> None:
    """Prepare the bundle at `source` in `folder`, and print the `Outcome` as JSON."""
    die_with_parent()
    limit_memory(MEMORY_BYTES)
    limit_files(MAX_FILE_BYTES)
    try:
        outcome = prepare(source, folder)
    except BundleError as error:
        outcome = Outcome(problems=tuple(_in_source(problem, folder, source) for problem in error.problems))
    except OSError as error:
        outcome = Outcome(problems=refuse_system_error(error, source, folder).problems)
    sys.stdout.buffer.write(encode(outcome))


def prepare(source: Path, folder: Path) -> Outcome:
    """Fill `folder` with the bundle at `source` and what a booth needs of it; raise BundleError where it is refused."""
    _tick(source.name)
    bundle, manifest = _unpack(source, folder) if source.is_file() else _copy(source, folder)
    (folder / MANIFEST).write_bytes(write_manifest(manifest))
    check_fonts(folder)
    (folder / OWN).mkdir()
    bundle = bring_to_size(folder, bundle, _draw, _tick)
    _tick(source.name)
    write_compiled(folder, bundle)
    (folder / OWN / SUMS).write_bytes(msgspec.json.encode(sum_up(folder)))
    signal.alarm(0)  # a slow disk is no reason to give up
    seal(folder)
    return Outcome(fingerprint=manifest.fingerprint)


def _unpack(archive: Path, folder: Path) -> tuple[Bundle, Manifest]:
    _check_space(folder, read_archive_manifest(archive).size)
    manifest = read_archive(archive, folder, _tick)
    bundle = _compile(folder)
    extra = {file.path for file in manifest.files} - set(used_files(folder))
    if extra:
        what = f"it holds files that its `{CONTENT}` does not use, such as `{min(extra)}`"
        raise refusal(archive, "K807", what, "Pack the bundle again with `kiosk pack`.")
    return bundle, manifest


def _copy(source: Path, folder: Path) -> tuple[Bundle, Manifest]:
    try:
        names = used_files(source)
        _check_space(folder, sum(os.stat(source / name).st_size for name in names if (source / name).exists()))
        files = copy_files(source, names, folder, _tick)
        bundle = _compile(folder)
    except BundleError:
        _compile(source)  # which knows the lines and what lies nearby
        raise
    return bundle, manifest_of(bundle, files)


def _compile(folder: Path) -> Bundle:
    compiled = compile_folder(folder, lambda file, _line: _tick(file))
    if compiled.bundle is None:
        raise BundleError(compiled.problems)
    return compiled.bundle


def _check_space(folder: Path, needed: int) -> None:
    free = shutil.disk_usage(folder).free
    wanted = 2 * needed + SPARE_BYTES
    if free < wanted:
        what = f"the disk of the store has {free // 1024**2} MiB free, and this bundle needs {wanted // 1024**2}"
        raise refusal(folder.parents[1], "K811", what, "Free some space, or remove a bundle with `kiosk remove`.")


def _draw(drawings: Sequence[Drawing]) -> None:
    signal.alarm(0)  # the process that draws has an alarm of its own
    wanted = msgspec.json.encode([asdict(drawing) for drawing in drawings])
    done = subprocess.run(worker_command("kiosk.author.packing.raster"), input=wanted, capture_output=True, check=False)
    missing = [drawing for drawing in drawings if not Path(drawing.png).is_file()]
    if done.returncode or missing:
        why = "takes too long to draw" if done.returncode == -signal.SIGALRM else "cannot be drawn"
        raise not_drawn(Path((missing or drawings)[0].svg), why)


def _in_source(problem: Problem, folder: Path, source: Path) -> Problem:
    """Return a problem of the copy in `folder` as one of what was copied."""
    at = problem.position
    if not at.file.is_relative_to(folder):
        return problem
    return replace(problem, position=replace(at, file=source / at.file.relative_to(folder)))


def _tick(file: str) -> None:
    say_what_is_read(file, 0, SECONDS_PER_FILE)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
