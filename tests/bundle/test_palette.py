from __future__ import annotations

import re

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.bundle import model
from kiosk.bundle.palette import Contrast, contrast_ratio, derive_palette, readable_on
from kiosk.store.load import load_bundle
from tests.author.making import CONTENT, Booth

COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)
THEMES = st.builds(
    model.Theme,
    mode=st.sampled_from(["dark", "paper"]),
    accent=COLOURS,
    ground=st.just("") | COLOURS,
    surface=st.just("") | COLOURS,
    text=st.just("") | COLOURS,
    quiet=st.just("") | COLOURS,
)
CONTRASTS = st.sampled_from(["normal", "high"])


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#000000", 21.0),
        ("#777777", "#777777", 1.0),
        ("#767676", "#ffffff", 4.54),  # the well-known lightest grey for text on white
        ("#f00", "#ffffff", 4.0),
        ("#0000FF", "#ffffff", 8.59),
    ],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert contrast_ratio(one, other) == pytest.approx(ratio, abs=0.005)


@given(COLOURS, COLOURS, st.floats(1, 4.5))
def test_every_colour_can_be_made_readable(colour: str, ground: str, ratio: float) -> None:
    assert contrast_ratio(readable_on(colour, ground, ratio), ground) >= ratio


@given(COLOURS, COLOURS)
def test_a_readable_colour_is_left_alone(colour: str, ground: str) -> None:
    if contrast_ratio(colour, ground) >= 3:
        assert readable_on(colour, ground, 3) == colour


@given(COLOURS, COLOURS)
def test_where_nothing_is_enough_the_best_is_taken(colour: str, ground: str) -> None:
    best = max(contrast_ratio(extreme, ground) for extreme in ("#000000", "#ffffff"))
    assert contrast_ratio(readable_on(colour, ground, 22), ground) == best


def test_a_colour_keeps_its_hue() -> None:
    assert readable_on("#0000ff", "#000000", 4.5) == "#5e5eff"


@given(THEMES, CONTRASTS)
def test_every_theme_can_be_read(theme: model.Theme, contrast: Contrast) -> None:
    palette = derive_palette(theme, contrast)
    ratio = 4.5 if contrast == "normal" else 7.0
    for ground in (palette.ground, palette.surface, palette.raised):
        assert contrast_ratio(palette.text, ground) >= ratio
        assert contrast_ratio(palette.quiet, ground) >= ratio
        assert contrast_ratio(palette.accent, ground) >= 3
        assert contrast_ratio(palette.focus, ground) >= 3
        assert contrast == "normal" or contrast_ratio(palette.line, ground) >= 3
    assert contrast_ratio(palette.accent_text, palette.accent) >= 4.5


@given(THEMES, CONTRASTS)
def test_colours_are_written_in_full(theme: model.Theme, contrast: Contrast) -> None:
    for name, colour in msgspec.structs.asdict(derive_palette(theme, contrast)).items():
        assert re.fullmatch(r"#[0-9a-f]{6}", colour), name


def test_a_good_theme_is_left_as_it_is() -> None:
    theme = model.Theme(
        mode="dark", accent="#e5432d", ground="#0e1420", surface="#182234", text="#f4f1ea", quiet="#a9b4c6"
    )
    palette = derive_palette(theme)
    assert (palette.ground, palette.surface, palette.text, palette.quiet, palette.accent) == (
        "#0e1420", "#182234", "#f4f1ea", "#a9b4c6", "#e5432d",
    )  # fmt: skip


@given(THEMES)
def test_high_contrast_keeps_only_the_mode_and_the_accent(theme: model.Theme) -> None:
    plain = model.Theme(mode=theme.mode, accent=theme.accent)
    assert derive_palette(theme, "high") == derive_palette(plain, "high")


@pytest.mark.parametrize(
    ("theme", "shown"),
    [
        ("", ("#0e1420", "#182234", "#f4f1ea", "#a9b4c6")),
        ("theme: {mode: paper}", ("#f6f2ea", "#ffffff", "#1b2230", "#5b6472")),
        ('theme: {ground: "#4a0000"}', ("#4a0000", "#540e0e", "#f4f1ea", "#c1a9a4")),
        ('theme: {mode: paper, ground: "#ABC"}', ("#aabbcc", "#a1b2c3", "#1b2230", "#353d48")),
        ('theme: {surface: "#300000"}', ("#0e1420", "#300000", "#f4f1ea", "#a9b4c6")),
        ('theme: {text: "#ffe000"}', ("#0e1420", "#182234", "#ffe000", "#b7a30a")),
        ('theme: {ground: "#fff"}', ("#ffffff", "#f1f2f3", "#1b2230", "#5f646e")),
    ],
)
def test_what_is_left_out_goes_with_what_is_written(booth: Booth, theme: str, shown: tuple[str, ...]) -> None:
    """In a bundle as it is loaded: the ground, what lies on it, the text, and the text of second rank."""
    start, end = CONTENT.index("theme:"), CONTENT.index("attract:")
    booth.write(f"{CONTENT[:start]}{theme}\n{CONTENT[end:]}")
    palette = derive_palette(load_bundle(booth.folder).theme)
    assert (palette.ground, palette.surface, palette.text, palette.quiet) == shown
