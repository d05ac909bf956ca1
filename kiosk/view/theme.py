"""What everything is drawn with: from the bundle's theme, the screen's real size and the visitor's access modes."""

from __future__ import annotations

from typing import Final

import msgspec
from msgspec.structs import replace
from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QFont

from kiosk.bundle import model
from kiosk.bundle.palette import TEXT_RATIO, derive_palette, readable_on
from kiosk.language.fonts import families, line_height
from kiosk.view.qt import Signal


class Style(msgspec.Struct, frozen=True):
    """A text style: the height of its type in design millimetres, and how it is set."""

    mm: float
    bold: bool = False
    tight: bool = False
    numeric: bool = False


# On a scale of about 1.33 from the running text. 5.7 mm of type has capitals of 4 mm: 23 arc minutes from 600 mm away
# (ISO 9241-3).
STYLES: Final = {
    "small": Style(4.5),
    "body": Style(5.7),
    "strong": Style(5.7, bold=True),
    "lead": Style(7.2),
    "title": Style(9.2, bold=True),
    "headline": Style(12.4, bold=True, tight=True),
    "display": Style(17.0, bold=True, tight=True),
    "number": Style(25.0, bold=True, tight=True, numeric=True),
    "countdown": Style(50.0, bold=True, tight=True, numeric=True),
}

# A design millimetre is a real one, but never less than this part of the screen's short side: on a large wall the
# page grows with the screen, and people stand further away.
SHORT_SIDE_MM: Final = 270.0

# The shade over pictures, which is dark in every mode.
SHADE: Final = "#0a0f18"

# On a small screen type and spaces shrink below that, so that a page still holds; what is touched does not.
SMALL_SHORT_SIDE_MM: Final = 205.0

USUAL_VIEWING_MM: Final = 600.0
# Who stands further away cannot touch anything; and titles of narrow tiles would break in the middle of a word.
LARGEST_VIEWING: Final = 1.6
LARGEST_TEXT_SCALE: Final = 2.0
TITLES_PART: Final = 0.5


class Access(msgspec.Struct, frozen=True):
    """How a visitor has set the booth up; `text_scale` is how much larger than usual text is, 1 to 2."""

    text_scale: float = 1.0
    high_contrast: bool = False
    calm: bool = False


class Look(msgspec.Struct, frozen=True):
    """What the looks depend on beside the bundle's theme.

    `width` and `height` are pixels of the picture as it stands upright, `rotation` its degrees clockwise, `viewing`
    how much further away than usual people stand (1 to 1.6); `still` stops all motion at its end.
    """

    language: model.Language
    width: float = 1920.0
    height: float = 1080.0
    pixels_per_mm: float = 96 / 25.4
    rotation: int = 0
    viewing: float = 1.0
    still: bool = False
    access: Access = Access()

    @property
    def touch_unit(self) -> float:
        """Pixels in a design millimetre of what is touched."""
        return max(self.pixels_per_mm, min(self.width, self.height) / SHORT_SIDE_MM)

    @property
    def unit(self) -> float:
        """Pixels in a design millimetre of type and spaces."""
        return min(self.touch_unit, min(self.width, self.height) / SMALL_SHORT_SIDE_MM)

    @property
    def portrait(self) -> bool:
        """Whether the picture is higher than wide."""
        return self.height > self.width

    def scale(self, style: Style) -> float:
        """Return how much larger than usual type of `style` is, for titles by half as much as for running text."""
        whole = min(LARGEST_TEXT_SCALE, self.access.text_scale * self.viewing)
        return 1 + (whole - 1) * TITLES_PART if style.bold else whole


class ThemeView(QObject):
    """The tokens that everything is drawn with. The visitor's access modes end with the visit."""

    changed = Signal()

    def __init__(self, theme: model.Theme, language: model.Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._palette = derive_palette(theme)
        self.look = Look(language)

    def adapt(self, access: Access) -> None:
        """Follow the visitor's access modes."""
        self._show(replace(self.look, access=access))

    def resize(self, width: float, height: float, pixels_per_mm: float) -> None:
        """Fit the sizes to a window of `width` x `height` pixels on a screen of `pixels_per_mm`."""
        self._show(replace(self.look, width=width, height=height, pixels_per_mm=pixels_per_mm))

    def turn(self, rotation: int, viewing_mm: float) -> None:
        """Turn the picture by `rotation` degrees clockwise, and fit the type to be read from `viewing_mm` away."""
        viewing = min(LARGEST_VIEWING, max(1.0, viewing_mm / USUAL_VIEWING_MM))
        self._show(replace(self.look, rotation=rotation, viewing=viewing))

    def speak(self, language: model.Language) -> None:
        """Use the fonts and the direction of `language`."""
        self._show(replace(self.look, language=language))

    def freeze(self, still: bool = True) -> None:
        """Stop all motion at its end, for pictures of the pages and while content is exchanged, or let it run again."""
        self._show(replace(self.look, still=still))

    def resume(self, before: ThemeView) -> None:
        """Fit the screen and the visitor as `before` did, whose content goes."""
        self._show(replace(before.look, language=self.look.language, still=self.look.still))

    def _show(self, look: Look) -> None:
        before, self.look = self.look, look
        if look.access.high_contrast != before.access.high_contrast:
            self._palette = derive_palette(self._theme, "high" if look.access.high_contrast else "normal")
        if look != before:
            self.changed.emit()

    def family(self, script: str) -> str:
        """Return the first font family of `script`."""
        return families(script, self._theme.fonts)[0]

    @property
    def accent(self) -> QColor:
        """The bundle's one accent."""
        return QColor(self._palette.accent)

    def hue(self, colour: str) -> QColor:
        """Return a sector's colour, made readable on the ground."""
        return QColor(readable_on(colour, self._palette.ground, TEXT_RATIO))

    def picture_hue(self, colour: str) -> QColor:
        """Return a sector's colour, made readable on the shade over a picture."""
        return QColor(readable_on(colour, SHADE, TEXT_RATIO))

    def font(self, name: str, script: str | None = None) -> QFont:
        """Return the font of the text style `name`, in `script` or the current one."""
        style, script = STYLES[name], script or self.look.language.script
        font = QFont()
        font.setFamilies(list(families(script, self._theme.fonts)))
        font.setPixelSize(max(8, round(style.mm * self.look.scale(style) * self.look.unit)))
        if style.bold:
            font.setWeight(QFont.Weight.Bold)
        if style.tight and script == "Latn":
            font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 98)
        if style.numeric:
            font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def tokens(self) -> dict[str, object]:
        """Return by name what QML's `Theme` is given, in the order in which it is set.

        How high lines are comes last: words that fit themselves to their place are laid out wrongly where their font
        follows.
        """
        look = self.look
        return {
            "unit": look.unit,
            "touchUnit": look.touch_unit,
            "rotation": look.rotation,
            "portrait": look.portrait,
            "mirrored": look.language.direction == "rtl",
            "calm": look.access.calm,
            "still": look.still,
            "dark": self._theme.mode == "dark",
            "radiusMm": self._theme.radius_mm,
            "shade": QColor(SHADE),
            **{name: QColor(colour) for name, colour in msgspec.to_builtins(self._palette).items()},
            **{name: self.font(name) for name in STYLES},
            "lineHeight": line_height(look.language.script),
        }
