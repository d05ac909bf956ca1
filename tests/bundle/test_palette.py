from __future__ import annotations

import re

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.bundle import model
from kiosk.bundle.palette import Contrast, Mode, contrast_ratio, derive_palette, readable_on

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
MODES = st.sampled_from([None, "dark", "paper"])
ROUNDING = 0.001


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


@given(THEMES, CONTRASTS, MODES)
def test_every_theme_can_be_read(theme: model.Theme, contrast: Contrast, mode: Mode | None) -> None:
    palette = derive_palette(theme, contrast, mode)
    ratio = 4.5 if contrast == "normal" else 7.0
    for ground in (palette.ground, palette.surface, palette.raised):
        assert contrast_ratio(palette.text, ground) >= ratio
        assert contrast_ratio(palette.quiet, ground) >= ratio
        assert contrast_ratio(palette.accent, ground) >= 3
        assert contrast_ratio(palette.focus, ground) >= 3
        assert contrast == "normal" or contrast_ratio(palette.line, ground) >= 3
    assert contrast_ratio(palette.on_accent, palette.accent) >= 4.5


@given(THEMES, CONTRASTS, COLOURS)
def test_text_can_be_read_on_any_picture_under_the_scrim(theme: model.Theme, contrast: Contrast, picture: str) -> None:
    palette = derive_palette(theme, contrast)
    opacity = int(palette.scrim[1:3], 16) / 255
    under = [int(picture[at : at + 2], 16) for at in (1, 3, 5)]
    over = [int(palette.scrim[at : at + 2], 16) for at in (3, 5, 7)]
    seen = "#" + "".join(f"{round(a + (b - a) * opacity):02x}" for a, b in zip(under, over, strict=True))
    assert contrast_ratio(palette.text, seen) >= (4.5 if contrast == "normal" else 7.0) - 0.1


@given(THEMES, CONTRASTS, MODES)
def test_colours_are_written_in_full(theme: model.Theme, contrast: Contrast, mode: Mode | None) -> None:
    for name, colour in msgspec.structs.asdict(derive_palette(theme, contrast, mode)).items():
        assert re.fullmatch(r"#[0-9a-f]{8}" if name == "scrim" else r"#[0-9a-f]{6}", colour), name


def test_a_good_theme_is_left_as_it_is() -> None:
    theme = model.Theme(
        mode="dark", accent="#e5432d", ground="#0e1420", surface="#182234", text="#f4f1ea", quiet="#a9b4c6"
    )
    palette = derive_palette(theme)
    assert (palette.ground, palette.surface, palette.text, palette.quiet, palette.accent) == (
        "#0e1420", "#182234", "#f4f1ea", "#a9b4c6", "#e5432d",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("contrast", "mode", "ground"),
    [
        ("normal", None, "#102030"),
        ("normal", "dark", "#102030"),
        ("normal", "paper", "#f6f2ea"),
        ("high", None, "#000000"),
        ("high", "paper", "#ffffff"),
    ],
)
def test_the_themes_own_ground_is_for_its_own_mode(contrast: Contrast, mode: Mode | None, ground: str) -> None:
    assert derive_palette(model.Theme(mode="dark", ground="#102030"), contrast, mode).ground == ground


def test_a_surface_is_made_for_a_ground_of_ones_own() -> None:
    palette = derive_palette(model.Theme(ground="#300000"))
    assert palette.surface.startswith("#3")
