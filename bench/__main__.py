"""`python -m bench`: the booth, a bare window and a browser, in turn, on one virtual screen."""

from __future__ import annotations

import argparse
import dataclasses
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from importlib.metadata import version
from pathlib import Path

from bench import processes, programs, report
from bench.measure import MeasureError, Plan, Sample, measure
from bench.screen import Server, virtual_screen

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Measure, print the table, and write what was asked for; 1 if a program could not be measured."""
    asked = _arguments()
    if shutil.which("Xvfb") is None:
        print("bench: Xvfb is missing; install it: apt-get install xvfb", file=sys.stderr)
        return 1
    os.chdir(ROOT)
    with tempfile.TemporaryDirectory(prefix="bench-") as name, virtual_screen(*asked.size) as server:
        run = _Run(asked, Path(name), server)
        faults = run.take()
        text = run.describe()
    print(f"\n{text}")
    if asked.write and not faults:
        report.write_readme(text)
        print(f"written to {report.README.relative_to(ROOT)}")
    for fault in faults:
        print(f"bench: {fault}", file=sys.stderr)
    return 1 if faults else 0


class _Run:
    """Starts the programs in turn and keeps what they showed."""

    def __init__(self, asked: argparse.Namespace, home: Path, server: Server) -> None:
        self._asked = asked
        self._home = home
        self._server = server
        self._plan = Plan(asked.taps, asked.switches, asked.idle_seconds)
        # The bundle is compiled by the first start of the booth, not here: its caches are the bench's own.
        os.environ["XDG_CACHE_HOME"] = str(home / "cache")
        self._first_start_ms = self._try(programs.booth(asked.bundle)).content_ms
        browser = programs.browser(asked.bundle, home, *asked.size)
        if browser is None:
            _say("no Chromium here, so it is left out; install it: apt-get install chromium")
        window = programs.bare_window(asked.bundle, home)
        self.programs = [program for program in (programs.booth(asked.bundle), window, browser) if program]
        self._samples: dict[str, list[Sample]] = {program.name: [] for program in self.programs}

    def _try(self, program: programs.Program, plan: Plan | None = None) -> Sample:
        return measure(program, self._server, self._home, plan or Plan(0, 0, 0.0), self._asked.shots)

    def take(self) -> list[str]:
        """Measure every program as often as was asked, after one start that does not count; return what went wrong."""
        faults = []
        lines = self._asked.json.open("w", encoding="utf-8") if self._asked.json else None
        for program in self.programs:
            self._try(program)
        for turn in range(1, self._asked.starts + 1):
            for program in self.programs:
                try:
                    sample = self._try(program, self._plan)
                except MeasureError as error:
                    faults.append(f"start {turn}: {error}")
                    continue
                self._samples[program.name].append(sample)
                _say(
                    f"{turn}/{self._asked.starts} {program.name:8} content {sample.content_ms:5.0f} ms, "
                    f"tap {report.median(sample.taps_ms) or 0:3.0f} ms, language "
                    f"{report.median(sample.switch_settled_ms) or 0:3.0f} ms, {sample.pss_mb:3.0f} MiB, "
                    f"home {100 * sample.still_cpu:.1f} %, attract {100 * (sample.attract_cpu or 0):.0f} %"
                )
                if lines:
                    print(json.dumps(dataclasses.asdict(sample)), file=lines, flush=True)
        if lines:
            lines.close()
        return faults

    def describe(self) -> str:
        """Return the tables and what they hold for."""
        run = report.Circumstances(
            machine=processes.machine(),
            date=time.strftime("%Y-%m-%d"),
            commit=_output("git", "rev-parse", "--short", "HEAD"),
            size=self._asked.size,
            versions={"Python": processes.machine().python, "Qt": version("PySide6_Essentials")},
            first_start_ms=self._first_start_ms,
        )
        return f"{report.tables(self._samples, self.programs)}\n\n{report.circumstances(run, self._samples)}"


def _output(*command: str) -> str:
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return "unknown"


def _say(text: str) -> None:
    print(text, flush=True)


def _folder(text: str) -> Path:
    return Path(text).resolve()


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    return int(width), int(height)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("bundle", nargs="?", type=_folder, default=ROOT, help="default: the demo")
    parser.add_argument("--starts", type=int, default=7, help="starts of each program (default: 7)")
    parser.add_argument("--taps", type=int, default=15, help="taps on tiles in each start (default: 15)")
    parser.add_argument("--switches", type=int, default=5, help="languages tapped in each start (default: 5)")
    parser.add_argument("--idle-seconds", type=float, default=15.0, help="how long idle CPU is taken (default: 15)")
    parser.add_argument("--size", type=_size, default=(1920, 1080), help="of the screen (default: 1920x1080)")
    parser.add_argument("--json", type=Path, help="write one JSON line a start to this file")
    parser.add_argument("--shots", type=Path, help="leave pictures of what was measured in this folder")
    parser.add_argument("--write", action="store_true", help="write the table into bench/README.md")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
