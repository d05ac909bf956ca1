"""`python -m tests`: every test, in two halves side by side, and how much of the plain subjects they reach.

What is told of the second half comes when the first has ended. Both end with pytest's own exit code, the worse counts.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
BEFORE_A_SCREEN: Final = ("screens", "booth")
"""The first half; the second is everything else, so that nothing is left out."""

COVER: Final = ("--cov", "--cov-branch", "--cov-report=")


def main() -> int:
    """Run both halves; return the exit code."""
    first = [f"tests/{name}" for name in BEFORE_A_SCREEN]
    second = ["tests", *(f"--ignore={folder}" for folder in first)]
    with tempfile.TemporaryDirectory(prefix="kiosk-tests-") as folder:
        parts = [str(Path(folder, name)) for name in ("first", "second")]
        with Path(folder, "said").open("wb") as said:
            beside = subprocess.Popen(_pytest(second), env=_covering(parts[1]), stdout=said, stderr=said, cwd=ROOT)
            try:
                worst = subprocess.run(_pytest(first), env=_covering(parts[0]), cwd=ROOT, check=False).returncode
                worst = max(worst, beside.wait())
            finally:
                beside.kill()
        sys.stdout.write(Path(folder, "said").read_text("utf-8", "replace"))
        subprocess.run([sys.executable, "-m", "coverage", "combine", "-q", *parts], cwd=ROOT, check=True)
    return worst


def _pytest(words: list[str]) -> list[str]:
    return [sys.executable, "-m", "pytest", *COVER, *words]


def _covering(file: str) -> dict[str, str]:
    return {**os.environ, "COVERAGE_FILE": file}


if __name__ == "__main__":
    sys.exit(main())
