"""`python -m bench.scale`: what 10, 100, 1,000 and 10,000 tiles cost, beside the demo."""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from bench.make_bundle import make_bundle
from bench.measure import Plan, measure
from bench.processes import machine
from bench.programs import booth
from bench.screen import Server, virtual_screen
from kiosk.bundle.stamp import index_path

ROOT: Final = Path(__file__).resolve().parent.parent
README: Final = ROOT / "bench" / "README.md"
BEGIN: Final = "<!-- scale: written by `python -m bench.scale --write` -->"
END: Final = "<!-- end of scale -->"
SIZES: Final = (10, 100, 1_000, 10_000)
SIZE: Final = (1920, 1080)
NO_PLAN: Final = Plan(0, 0, 0.0)


@dataclass
class Row:
    """What a bundle costs: seconds, MiB, and milliseconds of each start."""

    name: str
    tiles: int
    check_seconds: float = 0.0
    install_seconds: float = 0.0
    index_mb: float = 0.0
    content_ms: list[float] = field(default_factory=list)
    pss_mb: list[float] = field(default_factory=list)


def main() -> int:
    """Measure, print the table and write it where that was asked for."""
    asked = _arguments()
    if shutil.which("Xvfb") is None:
        print("bench: Xvfb is missing; install it: apt-get install xvfb", file=sys.stderr)
        return 1
    os.chdir(ROOT)
    with tempfile.TemporaryDirectory(prefix="bench-") as name, virtual_screen(*SIZE) as server:
        home = Path(name)
        os.environ["XDG_CACHE_HOME"] = str(home / "cache")
        folders = {tiles: make_bundle(home / str(tiles), tiles) for tiles in asked.tiles}
        rows = [_check("the demo", 41, ROOT), *(_check(f"{n:,} tiles", n, folder) for n, folder in folders.items())]
        for row, folder in zip(rows, [ROOT, *folders.values()], strict=True):
            _install(row, folder, home)
        for turn in range(asked.starts + 1):
            for row in rows:
                _start(row, server, home, counts=turn > 0)
    text = _table(rows)
    print(text)
    if asked.write:
        old = README.read_text("utf-8")
        before, _, rest = old.partition(BEGIN)
        README.write_text(f"{before}{BEGIN}\n\n{text}\n\n{END}{rest.partition(END)[2]}", "utf-8")
    return 0


def _check(name: str, tiles: int, folder: Path) -> Row:
    """Check a bundle three times, without rendering; the fastest counts."""
    row = Row(name, tiles)
    row.check_seconds = min(_seconds("check", str(folder), "--no-fit") for _ in range(3))
    row.index_mb = index_path(folder).stat().st_size / 1e6
    print(f"{name}: checked in {row.check_seconds:.2f} s", flush=True)
    return row


def _install(row: Row, folder: Path, home: Path) -> None:
    """Install a bundle into a store of its own."""
    os.environ["XDG_DATA_HOME"] = str(_store(row, home))
    row.install_seconds = _seconds("install", str(folder))
    print(f"{row.name}: installed in {row.install_seconds:.2f} s", flush=True)


def _start(row: Row, server: Server, home: Path, counts: bool) -> None:
    """Start the booth once on what is installed; note when its first picture was there and what it needed then."""
    os.environ["XDG_DATA_HOME"] = str(_store(row, home))
    sample = measure(booth(), server, home, NO_PLAN)
    if counts:
        row.content_ms.append(sample.content_ms)
        row.pss_mb.append(sample.start_pss_mb)
        print(f"{row.name}: first content {sample.content_ms:.0f} ms, {sample.start_pss_mb:.0f} MiB", flush=True)


def _store(row: Row, home: Path) -> Path:
    return home / f"store-{row.tiles}"


def _seconds(*arguments: str) -> float:
    began = time.perf_counter()
    ended = subprocess.run([sys.executable, "-m", "kiosk", *arguments], capture_output=True, check=False)
    if ended.returncode not in (0, 1):  # a bundle of so many tiles is not without findings
        raise RuntimeError(ended.stderr.decode("utf-8", "replace"))
    return time.perf_counter() - began


def _table(rows: list[Row]) -> str:
    demo = rows[0]
    start, memory = statistics.median(demo.content_ms), statistics.median(demo.pss_mb)
    least = min(row.check_seconds for row in rows)
    lines = [
        "| | check | tiles a second | past the start | install | index | first content | against the demo "
        "| memory (PSS) | over the demo |",
        "|---|---|---|---|---|---|---|---|---|---|",
    ]
    for row in rows:
        content, pss = statistics.median(row.content_ms), statistics.median(row.pss_mb)
        past = f"{row.tiles / (row.check_seconds - least):,.0f}" if row.check_seconds > 2 * least else "-"
        lines.append(
            f"| {row.name} | {row.check_seconds:.2f} s | {row.tiles / row.check_seconds:,.0f} | {past} "
            f"| {row.install_seconds:.2f} s | {row.index_mb:.2f} MB "
            f"| {content:.0f} ms | {content / start:.2f} x | {pss:.0f} MiB | {pss - memory:+.0f} MiB |"
        )
    here = machine()
    lines += [
        "",
        f"{time.strftime('%Y-%m-%d')}; {here.cores} cores, {here.processor}, {here.memory_gib} GiB, {here.system}, "
        f"Python {here.python}; medians of {len(demo.content_ms)} starts. "
        f"Other programs kept {os.getloadavg()[0]:.1f} cores busy at the end.",
    ]
    return "\n".join(lines)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.scale", description=__doc__)
    parser.add_argument("--tiles", type=int, nargs="+", default=list(SIZES), help="default: 10 100 1000 10000")
    parser.add_argument("--starts", type=int, default=5, help="starts of each that count (default: 5)")
    parser.add_argument("--write", action="store_true", help="write the table into bench/README.md")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
