"""A bundle as fast as it can be had: from its index where that is fresh, else compiled in a process of its own.

The booth's own process never imports the parser, the schema or a decoder.
"""

from __future__ import annotations

from pathlib import Path

from kiosk.bundle.apart import Report, Tick, compile_apart, problems_of
from kiosk.bundle.findings import in_order
from kiosk.bundle.model import Bundle
from kiosk.bundle.silence import sort_out
from kiosk.bundle.stamp import index_path, pack, read_index, write_index
from kiosk.bundle.store.store import read_compiled
from kiosk.ground.errors import BundleError, Problem


def load_bundle(folder: Path) -> Bundle:
    """Return the bundle in `folder`; raise BundleError with every problem where it cannot be shown."""
    installed = read_compiled(folder)
    if installed is not None:
        return installed
    index = index_path(folder)
    bundle = read_index(index, folder)
    if bundle is not None:
        return bundle
    report = compile_apart(folder)
    if report.bundle is None or report.stamp is None:
        raise BundleError(problems_of(report))
    write_index(index, pack(report.stamp, report.bundle))
    return report.bundle


def check_bundle(folder: Path) -> tuple[Problem, ...]:
    """Return every problem of the bundle in `folder`, with the warnings that it does not silence, by file and line."""
    report = check_closely(folder)
    return in_order(sort_out(folder, problems_of(report), report.silences).left)


def check_closely(folder: Path, tick: Tick = lambda _file: None) -> Report:
    """Return everything that a check finds out about the bundle in `folder`: problems, coverage, memory.

    Silenced warnings are among the problems.
    """
    report = compile_apart(folder, "--lint", tick=tick)
    if report.bundle is not None and report.stamp is not None:
        write_index(index_path(folder), pack(report.stamp, report.bundle))
    return report
