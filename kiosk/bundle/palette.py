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
GRAPHIC_RATIO: Final = 3.0
_STEPS: Final = 100


class Palette(msgspec.Struct, frozen=True, rename="camel"):
    """The colours of the screen as `#rrggbb`, each a token of QML's `Theme` (`accent_text` as `accentText`).

    `text` and `quiet` can be read on `ground`, `surface` and `raised`; `accent`, `line` (in high contrast) and
    `focus` can be made out on them; `accent_text` can be read on `accent`.
    """

    ground: str
    surface: str
    raised: str
    line: str
    text: str
    quiet: str
    accent: str
    accent_text: str
    focus: str


class _Colours(msgspec.Struct, frozen=True):
    ground: str
    surface: str
    text: str
    quiet: str


class _Ratios(msgspec.Struct, frozen=True):
    text: float
    graphic: float
    line: float


_COLOURS: Final[dict[tuple[Mode, Contrast], _Colours]] = {
    ("dark", "normal"): _Colours("#0e1420", "#182234", "#f4f1ea", "#a9b4c6"),
    ("paper", "normal"): _Colours("#f6f2ea", "#ffffff", "#1b2230", "#5b6472"),
    ("dark", "high"): _Colours("#000000", "#10151d", "#ffffff", "#dfe5ee"),
    ("paper", "high"): _Colours("#ffffff", "#f4f4f4", "#000000", "#2a2f38"),
}
_RATIOS: Final[dict[Contrast, _Ratios]] = {
    "normal": _Ratios(text=TEXT_RATIO, graphic=GRAPHIC_RATIO, line=1.0),
    "high": _Ratios(text=7.0, graphic=TEXT_RATIO, line=GRAPHIC_RATIO),
}


def derive_palette(theme: model.Theme, contrast: Contrast = "normal") -> Palette:
    """Return the palette of `theme`; high contrast keeps only its mode and its accent."""
    ratios = _RATIOS[contrast]
    colours = _COLOURS[theme.mode, contrast]
    if contrast == "normal":
        colours = _written_or_derived(theme, colours)
    ground = _full(colours.ground)
    text = readable_on(colours.text, ground, ratios.text)

    def carries_text(colour: str) -> bool:
        return contrast_ratio(text, colour) >= ratios.text

    surface = _toward(colours.surface, ground, carries_text)
    raised = _toward(_mixed(surface, text, 0.07), surface, carries_text)
    grounds = (ground, surface, raised)
    accent = _readable_on_all(theme.accent, grounds, ratios.graphic, text)
    return Palette(
        ground=ground,
        surface=surface,
        raised=raised,
        line=_readable_on_all(_mixed(ground, text, 0.18), grounds, ratios.line, text),
        text=text,
        quiet=_readable_on_all(colours.quiet, grounds, ratios.text, text),
        accent=accent,
        accent_text=_best_on(accent, (text, ground, "#ffffff", "#000000"), ratios.text),
        focus=text,
    )


def _written_or_derived(theme: model.Theme, usual: _Colours) -> _Colours:
    """Return the colours that are written, what goes with these for the others, and the usual where none is."""
    ground = theme.ground or usual.ground
    text = readable_on(theme.text or _usual_text(theme.mode, ground), ground, TEXT_RATIO)
    surface = _mixed(ground, text, 0.06) if theme.ground else usual.surface
    quiet = _mixed(text, ground, 0.3) if theme.ground or theme.text else usual.quiet
    return _Colours(ground, theme.surface or surface, text, theme.quiet or quiet)


def _usual_text(mode: Mode, ground: str) -> str:
    """Return the text of `mode`, or of the other one where only that can be read on `ground`."""
    other: Mode = "paper" if mode == "dark" else "dark"
    return _best_on(ground, (_COLOURS[mode, "normal"].text, _COLOURS[other, "normal"].text), TEXT_RATIO)


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
        candidate = _hex(colorsys.hls_to_rgb(hue, shifted, saturation)) if step else _full(colour)
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


def _full(colour: str) -> str:
    return _hex(_rgb(colour))


def _hex(colour: _Rgb) -> str:
    return "#" + "".join(f"{round(min(1.0, max(0.0, part)) * 255):02x}" for part in colour)
