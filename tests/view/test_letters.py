"""Every letter of the content stands in some portion, in every shape, and no portion is large."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.store.load import load_bundle
from kiosk.view.letters import MOST_NEW, MOST_TEXTS, portions, texts
from tests.screens.sample import make_sample

WORDS = st.lists(st.text(st.sampled_from("abcdeلمعالم مدينة \n\u200f"), max_size=30), max_size=40)


@given(WORDS)
def test_letters_that_stand_alone_are_there_once(said: list[str]) -> None:
    found = "".join("".join(portions(said, "Hans")).split())
    assert sorted(found) == sorted({c for text in said for c in text if c.isprintable() and c.strip()})


@given(WORDS)
def test_letters_that_join_are_there_with_their_neighbours(said: list[str]) -> None:
    def shapes(text: str) -> set[str]:
        return {f" {word} "[at : at + 3] for word in text.split() if word.isprintable() for at in range(len(word))}

    wanted = set[str]().union(*map(shapes, said))
    assert set[str]().union(*map(shapes, portions(said, "Arab"))) == wanted


@given(WORDS)
def test_a_portion_of_letters_is_small(said: list[str]) -> None:
    assert all(len(portion.split()) <= MOST_NEW for portion in portions(said, "Latn"))


def test_much_that_brings_nothing_new_is_read_in_parts() -> None:
    """Ten thousand blocks with the same letters must not stop the picture."""
    found = list(portions(["same"] * (3 * MOST_TEXTS), "Latn"))
    assert found == ["s a m e", "", ""]


SAID = [
    ("en", "Sample booth"),
    ("en", "What there is to know about"),
    ("en", "How it went, as"),
    ("ar", "\N{ARABIC LETTER ALEF}"),
]


@pytest.mark.parametrize(("code", "said"), SAID)
def test_all_that_the_content_says_is_found(tmp_path: Path, code: str, said: str) -> None:
    assert any(said in text for text in texts(load_bundle(make_sample(tmp_path / "booth")), code))
