from __future__ import annotations

import os
import signal

import pytest
from PIL import Image

from kiosk.author.compile.recompile import Recompiler
from kiosk.bundle.index import read_bundle
from tests.author.making import Booth


def test_it_says_what_a_check_in_one_go_says_before_and_after_each_save(booth: Booth) -> None:
    with Recompiler(booth.folder) as recompiler:
        for old, new in (("", ""), ("summary: All about cars", "sumary: All about cars"), ("Touch me", "Touch it")):
            if old:
                booth.spoil(old, new)
            report = recompiler.compile()
            assert report.problems == booth.compile().problems
            assert (report.index is None) == (new.startswith("sumary"))
        report = recompiler.compile()
        assert report.index is not None
        assert read_bundle(report.index.content).call[""] == "Touch it"


def test_a_picture_that_is_exchanged_is_read_anew(booth: Booth) -> None:
    with Recompiler(booth.folder) as recompiler:
        for width in (64, 96):
            Image.new("RGB", (width, 36), (20, 30, 40)).save(booth.folder / "assets" / "home.jpg")
            index = recompiler.compile().index
            assert index is not None
            assert read_bundle(index.content).picture.width == width
        booth.put("assets/home.jpg", b"this is no picture")
        assert recompiler.compile().index is None


@pytest.mark.parametrize(
    ("ill", "reason"),
    [(signal.SIGSTOP, "took too long"), (signal.SIGALRM, "took too long"), (signal.SIGKILL, "failed")],
)
def test_a_worker_that_hangs_or_dies_is_a_problem_and_the_next_one_works(
    booth: Booth, ill: signal.Signals, reason: str
) -> None:
    with Recompiler(booth.folder) as recompiler:
        assert recompiler.compile().index is not None
        first = recompiler.pid
        assert first is not None
        recompiler.wall_seconds = 1.0
        os.kill(first, ill)
        report = recompiler.compile()
        recompiler.wall_seconds = 60.0
        if report.index is None:  # else it was seen to be dead before it was asked, and replaced
            assert reason in report.problems[0].what
        assert recompiler.compile().index is not None
        assert recompiler.pid != first
    assert recompiler.pid is None
