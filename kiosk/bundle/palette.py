"""The colours of the screen, worked out from a bundle's theme so that everything on them can be read (WCAG 2.2)."""

from __future__ import annotations

import colorsys
from collections.abc import Callable
from typing import Final, Literal, TypeAlias

import msgspec

from kiosk.bundle import model

Mode: TypeAlias = Literal["dark", "paper"]
Contrast: TypeAlias = Literal["normal", "high"]
_Rgb: TypeAlias = tuple[float, float, float]

TEXT_RATIO: Final = 4.5
HIGH_TEXT_RATIO: Final = 7.0
GRAPHIC_RATIO: Final = 3.0
_STEPS: Final = 100


class Palette(msgspec.Struct, frozen=True):
    """The colours of the screen as `#rrggbb`, the scrim between text and a picture as `#aarrggbb`.

    `text` and `quiet` can be read on `ground`, `surface` and `raised`; `accent`, `line` (in high contrast) and
    `focus` can be made out on them; `on_accent` can be read on `accent`; `text` can be read on any picture under
    `scrim`.
    """

    ground: str
    surface: str
    raised: str
    line: str
    text: str
    quiet: str
    accent: str
    on_accent: str
    scrim: str
    focus: str


class _Tokens(msgspec.Struct, frozen=True):
    ground: str
    surface: str
    text: str
    quiet: str


_NORMAL: Final[dict[Mode, _Tokens]] = {
    "dark": _Tokens("#0e1420", "#182234", "#f4f1ea", "#a9b4c6"),
    "paper": _Tokens("#f6f2ea", "#fffdf8", "#141a26", "#535e70"),
}
_HIGH: Final[dict[Mode, _Tokens]] = {
    "dark": _Tokens("#000000", "#10151d", "#ffffff", "#dfe5ee"),
    "paper": _Tokens("#ffffff", "#f4f4f4", "#000000", "#2a2f38"),
}


def derive_palette(theme: model.Theme, contrast: Contrast = "normal", mode: Mode | None = None) -> Palette:
    """Return the palette of `theme`; a `mode` other than the theme's own keeps only its accent."""
    own = contrast == "normal" and mode in (None, theme.mode)
    tokens = (_NORMAL if contrast == "normal" else _HIGH)[mode or theme.mode]
    ratio = TEXT_RATIO if contrast == "normal" else HIGH_TEXT_RATIO
    ground = _hex(_rgb((own and theme.ground) or tokens.ground))
    text = readable_on((own and theme.text) or tokens.text, ground, ratio)
    written = own and (theme.surface or (_mixed(ground, text, 0.06) if theme.ground else ""))
    surface = _toward(written or tokens.surface, ground, lambda colour: contrast_ratio(text, colour) >= ratio)
    raised = _toward(_mixed(surface, text, 0.07), surface, lambda colour: contrast_ratio(text, colour) >= ratio)
    grounds = (ground, surface, raised)
    graphic = GRAPHIC_RATIO if contrast == "normal" else TEXT_RATIO
    accent = _readable_on_all(theme.accent, grounds, graphic, text)
    line = _mixed(ground, text, 0.18)
    return Palette(
        ground=ground,
        surface=surface,
        raised=raised,
        line=line if contrast == "normal" else _readable_on_all(line, grounds, GRAPHIC_RATIO, text),
        text=text,
        quiet=_readable_on_all((own and theme.quiet) or tokens.quiet, grounds, ratio, text),
        accent=accent,
        on_accent=_best_on(accent, (text, ground, "#ffffff", "#000000"), ratio),
        scrim=_scrim(ground, text, ratio),
        focus=text,
    )


def contrast_ratio(one: str, other: str) -> float:
    """Return the WCAG contrast of two colours (`#rrggbb`), from 1 to 21."""
    lighter, darker = sorted((_luminance(_rgb(one)), _luminance(_rgb(other))), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def readable_on(colour: str, ground: str, ratio: float) -> str:
    """Return `colour`, made lighter or darker (its hue kept) by as little as gives `ratio` on `ground`.

    Where no lightness gives that much, which can be for a ratio above 4.58, it is black or white.
    """
    found = [_shifted_until(colour, ground, ratio, goal) for goal in (1.0, 0.0)]
    reached = [shift for shift in found if shift is not None]
    if reached:
        return min(reached)[1]
    return _best_on(ground, ("#ffffff", "#000000"), ratio)


def _shifted_until(colour: str, ground: str, ratio: float, goal: float) -> tuple[int, str] | None:
    hue, lightness, saturation = colorsys.rgb_to_hls(*_rgb(colour))
    for step in range(_STEPS + 1):
        shifted = lightness + (goal - lightness) * step / _STEPS
        candidate = _hex(colorsys.hls_to_rgb(hue, shifted, saturation)) if step else _hex(_rgb(colour))
        if contrast_ratio(candidate, ground) >= ratio:
            return step, candidate
    return None


def _readable_on_all(colour: str, grounds: tuple[str, ...], ratio: float, text: str) -> str:
    """Keep the hue while that is enough for every ground, then blend into `text`, which all of them carry."""
    for ground in grounds:
        colour = readable_on(colour, ground, ratio)
    return _toward(colour, text, lambda tried: all(contrast_ratio(tried, ground) >= ratio for ground in grounds))


def _best_on(ground: str, candidates: tuple[str, ...], ratio: float) -> str:
    enough = (candidate for candidate in candidates if contrast_ratio(candidate, ground) >= ratio)
    return next(enough, max(candidates, key=lambda candidate: contrast_ratio(candidate, ground)))


def _toward(colour: str, goal: str, holds: Callable[[str], bool]) -> str:
    """Return the first colour on the way from `colour` to `goal` for which `holds`, at the latest `goal`."""
    steps = (_mixed(colour, goal, step / _STEPS) for step in range(_STEPS))
    return next((tried for tried in steps if holds(tried)), goal)


def _scrim(ground: str, text: str, ratio: float) -> str:
    """Return `ground`, just opaque enough for `text` over the worst picture there can be under it.

    A little more than `ratio` is asked for, since whoever lays the scrim rounds each colour once more.
    """
    worst = "#ffffff" if _luminance(_rgb(text)) > _luminance(_rgb(ground)) else "#000000"
    steps = (step for step in range(256) if contrast_ratio(text, _mixed(worst, ground, step / 255)) >= ratio * 1.04)
    return f"#{next(steps, 255):02x}{ground[1:]}"


def _mixed(one: str, other: str, share: float) -> str:
    first, second = _rgb(one), _rgb(other)
    red, green, blue = (a + (b - a) * share for a, b in zip(first, second, strict=True))
    return _hex((red, green, blue))


def _luminance(colour: _Rgb) -> float:
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _rgb(colour: str) -> _Rgb:
    digits = colour.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    red, green, blue = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue


def _hex(colour: _Rgb) -> str:
    return "#" + "".join(f"{round(min(1.0, max(0.0, part)) * 255):02x}" for part in colour)
