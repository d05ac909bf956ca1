"""What the README shows can be done."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from kiosk.cli import main

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_example_is_a_bundle(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    example = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)[0]
    (tmp_path / "content.yaml").write_text(example, encoding="utf-8")
    for written in set(re.findall(r"assets/[\w./]+", example)):
        path = tmp_path / written
        path.parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / "assets" / "attract" / f"gorge{path.suffix}", path)
    assert main(["check", str(tmp_path)]) == 0, capsys.readouterr().out


@pytest.mark.parametrize("place", sorted(set(re.findall(r"\]\(([\w./]+)\)", README))))
def test_a_link_leads_somewhere(place: str) -> None:
    assert (ROOT / place).exists()


@pytest.mark.parametrize("target", sorted(set(re.findall(r"^ +make (\w+)", README, re.MULTILINE))))
def test_a_target_exists(target: str) -> None:
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
