"""`python -m tests`: every test, in three parts side by side, and how much of the plain subjects they reach.

Tests that run the program as one of its own mostly wait, so that three parts fill two processors. In their part
nothing is traced. What two of the parts say comes when all have ended, with pytest's own exit code, the worst counts.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
PROGRAMS: Final = ("tests/booth", "tests/reliability", "tests/test_docs.py", "tests/test_wheel.py")
WINDOWS: Final = ("tests/screens",)
COVER: Final = ("--cov", "--cov-branch", "--cov-report=")


def main() -> int:
    """Run all parts; return the exit code."""
    rest = ["tests", *(f"--ignore={folder}" for folder in (*PROGRAMS, *WINDOWS))]
    with tempfile.TemporaryDirectory(prefix="kiosk-tests-") as name:
        folder = Path(name)
        parts = [_start(PROGRAMS, folder / "programs"), _start((*WINDOWS, *COVER), folder / "windows")]
        try:
            told = subprocess.run(_pytest((*rest, *COVER)), env=_covering(folder / "rest"), cwd=ROOT, check=False)
            worst = max(told.returncode, *(part.wait() for part in parts))
        finally:
            for part in parts:
                part.kill()
        for part in ("programs", "windows"):
            sys.stdout.write((folder / f"said-by-{part}").read_text("utf-8", "replace"))
        traced = [str(folder / part) for part in ("windows", "rest")]
        subprocess.run([sys.executable, "-m", "coverage", "combine", "-q", *traced], cwd=ROOT, check=True)
    return worst


def _start(words: tuple[str, ...], place: Path) -> subprocess.Popen[bytes]:
    """Start a part beside the others; what it says goes to a file beside `place`, what it reaches to `place`.

    No name may begin with that of `place` and a dot: coverage clears such files away.
    """
    with place.with_name(f"said-by-{place.name}").open("wb") as said:
        return subprocess.Popen(_pytest(words), env=_covering(place), stdout=said, stderr=said, cwd=ROOT)


def _pytest(words: tuple[str, ...]) -> list[str]:
    return [sys.executable, "-m", "pytest", *words]


def _covering(file: Path) -> dict[str, str]:
    return {**os.environ, "COVERAGE_FILE": str(file)}


if __name__ == "__main__":
    sys.exit(main())
