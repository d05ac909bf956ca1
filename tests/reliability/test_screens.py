"""Ten changes of the screen; how soon it is covered is judged where nothing else runs."""

from __future__ import annotations

from pathlib import Path

from tests.reliability import screens


def test_the_screen_is_covered_after_every_change(tmp_path: Path) -> None:
    covered, soon = screens.change(tmp_path, 10, 1)
    print(covered, soon, sep="\n")
    assert covered.passed, str(covered)
