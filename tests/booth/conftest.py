"""Screens and bundles for booths that run as programs of their own."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any

import pytest

from tests.booth.outside import Program, Screen, run
from tests.screens.sample import content, make_sample

Start = Callable[..., Program]


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bundle whose loop is one picture, so that what a tap opens does not depend on the time."""

    def one_item(said: dict[str, Any]) -> None:
        del said["attract"][1:]

    return make_bundle(tmp_path_factory.mktemp("sample") / "booth", one_item)


def make_bundle(folder: Path, change: Callable[[dict[str, Any]], None]) -> Path:
    """Write the sample bundle with a change in what `content.yaml` says, and return its folder."""
    make_sample(folder)
    said = content()
    change(said)
    (folder / "content.yaml").write_text(json.dumps(said, ensure_ascii=False, indent=1), "utf-8")
    return folder


@pytest.fixture(scope="module")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    """A virtual screen for the booths of a module, one after the other."""
    with closing(Screen(tmp_path_factory.mktemp("screen"))) as screen:
        yield screen


@pytest.fixture
def start(screen: Screen) -> Iterator[Start]:
    """A function that starts a booth on the screen, and returns it once it shows something."""
    with ExitStack() as running:

        def start_one(*arguments: str | Path, shown: str = "attract.started", **variables: str) -> Program:
            program = running.enter_context(run(screen, *arguments, **variables))
            if shown:
                program.wait_for(shown)
            return program

        yield start_one
