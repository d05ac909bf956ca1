"""A kind of block is known in every place that tells kinds apart. Each failure says what to do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kiosk.author.compile.compile import compile_bundle
from kiosk.author.compile.passages import passages_of
from kiosk.author.format.fields import Mark
from kiosk.author.format.models import Block, Named
from kiosk.author.new import TEMPLATE
from kiosk.bundle import index
from kiosk.bundle.contents import blocks_of, kind_at
from kiosk.bundle.index import KINDS, read_bundle, write_bundle
from kiosk.yaml.parse import Scalar
from kiosk.yaml.shape import shapes

ROOT = Path(__file__).resolve().parents[2]
CHOOSER = ROOT / "kiosk" / "qml" / "Kiosk" / "Blocks" / "BlockChooser.qml"


def test_what_can_be_written_can_be_shown():
    assert set(shapes(Block)) == set(KINDS), "name it in `Block` of `author.format.models` and of `bundle.model`"


def test_every_kind_has_a_delegate():
    choices = re.findall(r'roleValue: "(\w+)"', CHOOSER.read_text(encoding="utf-8"))
    assert sorted(choices) == sorted(KINDS), f"give it a DelegateChoice in {CHOOSER.name}"


@pytest.mark.parametrize("folder", [ROOT, TEMPLATE], ids=["demo", "template"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_can_be_looked_at(folder, kind):
    content = (folder / "content.yaml").read_text(encoding="utf-8")
    assert re.search(rf"^ +- {kind}:", content, re.MULTILINE), f"write a `{kind}` into {folder / 'content.yaml'}"


@pytest.mark.parametrize("kind", KINDS)
def test_what_has_an_id_of_its_own_keeps_it(kind):
    model = shapes(Block)[kind].model
    assert model is None or issubclass(model, Named) == ("id" in model.model_fields), "derive it from `Named`"


def test_an_index_names_its_kinds(booth, monkeypatch):
    bundle = compile_bundle(booth.folder)
    monkeypatch.setattr(index, "KINDS", KINDS[::-1])
    data = write_bundle(bundle)
    monkeypatch.undo()
    blocks = blocks_of(read_bundle(data), 0)
    tags = [block.__struct_config__.tag for block in blocks]
    assert [kind_at(blocks, row) for row in range(len(blocks))] == tags


def test_an_index_with_a_kind_that_is_not_known_is_none(booth, monkeypatch):
    monkeypatch.setattr(index, "KINDS", (*KINDS, "hologram"))
    data = write_bundle(compile_bundle(booth.folder))
    monkeypatch.undo()
    with pytest.raises(ValueError, match="not in tuple"):
        read_bundle(data)


@pytest.mark.parametrize(
    ("mark", "lines", "passages"),
    [
        ("markdown", ["text: |", "  # A", "", "  - B"], [("A", 2, "heading"), ("B", 4, "bullet")]),
        ("markdown", ["text: >", "  A"], [("A", 2, "body")]),
        ("markdown", ["text: A"], [("A", 1, "body")]),
        ("said", ["text: |", "  # A", "", "  - B"], [("# A\n\n- B", 2, None)]),
        ("said", ["text: A"], [("A", 1, None)]),
    ],
)
def test_the_mark_of_a_field_says_whether_it_is_markdown(mark: Mark, lines, passages):
    written = "\n".join(line.strip() for line in lines[1:]) or lines[0].removeprefix("text: ")
    found = passages_of(mark, Scalar(written, 1, 7), lines)
    assert [(passage.text, passage.line, passage.style) for passage in found] == passages
