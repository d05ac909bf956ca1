from __future__ import annotations

import sys

import pytest

from kiosk.ground.processes import Ended, run_and_listen


def run(code: str, seconds: float = 30.0) -> tuple[Ended, list[str]]:
    heard: list[str] = []
    ended = run_and_listen([sys.executable, "-c", code], seconds, heard.append)
    return ended, [line for line in heard if line]


def test_lines_are_heard_while_a_process_works():
    ended, heard = run("import sys; print('a', file=sys.stderr); print('b' * 200_000); print('c', file=sys.stderr)")
    assert heard == ["a", "c"]
    assert (ended.code, ended.printed, ended.said) == (0, b"b" * 200_000 + b"\n", b"a\nc\n")


def test_time_passes_where_nothing_is_said():
    beats: list[str] = []
    code = "import sys, time; time.sleep(0.3)"
    run_and_listen([sys.executable, "-c", code], 30, beats.append)
    assert beats.count("") >= 2


@pytest.mark.parametrize(
    "code", ["import time; time.sleep(60)", "import os, time; os.close(1); os.close(2); time.sleep(60)"]
)
def test_a_process_that_takes_too_long_is_ended(code):
    ended, _ = run(f"import sys; print('reads 1 a', file=sys.stderr, flush=True); {code}", 1.0)
    assert ended.code is None
    assert ended.said == b"reads 1 a\n"


def test_of_what_is_said_the_end_is_kept():
    ended, _ = run("import sys; sys.stderr.write('x' * 3_000_000 + 'end')")
    assert len(ended.said) <= 1024 * 1024
    assert ended.said.endswith(b"end")


def test_a_signal_is_told():
    ended, _ = run("import os; os.kill(os.getpid(), 14)")
    assert ended.code == -14
