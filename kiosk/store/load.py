"""A bundle as fast as it can be had: from its index where that is fresh, else compiled in a process of its own.

The booth's own process never imports the parser, the schema or a decoder.
"""

from __future__ import annotations

from pathlib import Path

from kiosk.bundle.index import read_bundle
from kiosk.bundle.model import Bundle
from kiosk.bundle.stamp import index_path, pack, read_index
from kiosk.ground.errors import BundleError
from kiosk.ground.files import keep_file
from kiosk.store.compilation import Report, Tick, compile_apart
from kiosk.store.store import read_compiled


def load_bundle(folder: Path) -> Bundle:
    """Return the bundle in `folder`; raise BundleError with every problem where it cannot be shown."""
    return read_compiled(folder) or read_index(index_path(folder), folder) or _compiled(folder)


def _compiled(folder: Path) -> Bundle:
    report = _kept(folder, compile_apart(folder))
    if report.index is None:
        raise BundleError(report.problems)
    return read_bundle(report.index.content)


def check_closely(folder: Path, tick: Tick = lambda _file: None) -> Report:
    """Return everything that a check finds out about the bundle in `folder`: problems, coverage, memory.

    Silenced warnings are among the problems.
    """
    return _kept(folder, compile_apart(folder, "--lint", tick=tick))


def _kept(folder: Path, report: Report) -> Report:
    """Return `report` after its index, where it has one, is kept for the next start."""
    if report.index is not None:
        keep_file(index_path(folder), pack(report.index))
    return report
