"""Colours, sizes and fonts: from the bundle's theme, the screen's real size and the visitor's access modes."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QFont

from kiosk.bundle import model
from kiosk.bundle.palette import Palette, derive_palette, readable_on
from kiosk.language.fonts import families, line_height
from kiosk.view.qt import Property, QmlElement, Signal, Slot

QML_IMPORT_NAME = "Kiosk.View"
QML_IMPORT_MAJOR_VERSION = 1

# Heights of type in design millimetres, on a scale of about 1.33 from the running text. 5.7 mm of type has capitals of
# 4 mm: 23 arc minutes from 600 mm away (ISO 9241-3).
TYPE_MM = {
    "small": 4.5,
    "body": 5.7,
    "lead": 7.2,
    "title": 9.2,
    "headline": 12.4,
    "display": 17.0,
    "number": 25.0,
    "countdown": 50.0,
}
BOLD = frozenset({"title", "headline", "display", "number", "countdown"})
TIGHT = frozenset({"headline", "display", "number", "countdown"})
NUMERIC = frozenset({"number", "countdown"})

# A design millimetre is a real one, but never less than this part of the screen's short side: on a large wall the
# page grows with the screen, and people stand further away.
SHORT_SIDE_MM = 270.0

# The shade over pictures, as in Theme.qml.
SHADE = "#0a0f18"

# On a small screen type and spaces shrink below that, so that a page still holds; what is touched does not.
SMALL_SHORT_SIDE_MM = 205.0

USUAL_VIEWING_MM = 600.0
# Who stands further away cannot touch anything; and titles of narrow tiles would break in the middle of a word.
LARGEST_VIEWING = 1.6
LARGEST_TEXT_SCALE = 2.0
TITLES_PART = 0.5


@QmlElement
class ThemeView(QObject):
    """The tokens that every control is drawn with.

    `textScale` (1 to 2), `contrast` (`normal`, `high`), `calm` and `reach` are the visitor's; they end with the visit.
    """

    changed = Signal()

    def __init__(self, theme: model.Theme, script: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._script = script
        self._width, self._height, self._pixels_per_mm = 1920.0, 1080.0, 96 / 25.4
        self._rotation, self._viewing = 0, 1.0
        self._still = False
        self.reset()

    def reset(self) -> None:
        """Forget the visitor's access modes."""
        self._text_scale = 1.0
        self._contrast: str = "normal"
        self._calm = False
        self._reach = False
        self._palette = self._derive()
        self.changed.emit()

    def resize(self, width: float, height: float, pixels_per_mm: float) -> None:
        """Fit the sizes to a window of `width` x `height` pixels on a screen of `pixels_per_mm`."""
        size = (width, height, pixels_per_mm)
        if size != (self._width, self._height, self._pixels_per_mm):
            self._width, self._height, self._pixels_per_mm = size
            self.changed.emit()

    def turn(self, rotation: int, viewing_mm: float) -> None:
        """Turn the picture by `rotation` degrees clockwise, and fit the type to be read from `viewing_mm` away."""
        viewing = min(LARGEST_VIEWING, max(1.0, viewing_mm / USUAL_VIEWING_MM))
        if (rotation, viewing) != (self._rotation, self._viewing):
            self._rotation, self._viewing = rotation, viewing
            self.changed.emit()

    def speak(self, script: str) -> None:
        """Use the fonts of `script` (ISO 15924)."""
        if script != self._script:
            self._script = script
            self.changed.emit()

    def freeze(self, still: bool = True) -> None:
        """Stop all motion at its end, for pictures of the pages and while content is exchanged, or let it run again."""
        if still != self._still:
            self._still = still
            self.changed.emit()

    def resume(self, before: ThemeView) -> None:
        """Fit the screen and the visitor as `before` did, whose content goes."""
        self._width, self._height, self._pixels_per_mm = before._width, before._height, before._pixels_per_mm
        self._rotation, self._viewing = before._rotation, before._viewing
        self._text_scale, self._contrast = before._text_scale, before._contrast
        self._calm, self._reach = before._calm, before._reach
        self._palette = before._palette if self._theme == before._theme else self._derive()
        self.changed.emit()

    def family(self, script: str) -> str:
        """Return the first font family of `script`."""
        return families(script, self._theme.fonts)[0]

    def hue(self, colour: str) -> QColor:
        """Return a sector's colour, made readable on the ground."""
        return QColor(readable_on(colour, self._palette.ground, 4.5))

    def picture_hue(self, colour: str) -> QColor:
        """Return a sector's colour, made readable on the shade over a picture, which is dark in every mode."""
        return QColor(readable_on(colour, SHADE, 4.5))

    def font(self, style: str, script: str | None = None) -> QFont:
        """Return the font of a text style, in `script` or the current one."""
        font = QFont()
        font.setFamilies(list(families(script or self._script, self._theme.fonts)))
        whole = min(LARGEST_TEXT_SCALE, self._text_scale * self._viewing)
        scale = whole if style in ("small", "body", "lead") else 1 + (whole - 1) * TITLES_PART
        font.setPixelSize(max(8, round(TYPE_MM[style] * scale * self.unit)))
        if style in BOLD:
            font.setWeight(QFont.Weight.Bold)
        if style in TIGHT and self._script == "Latn":
            font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 98)
        if style in NUMERIC:
            font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def _derive(self) -> Palette:
        return derive_palette(self._theme, contrast="high" if self._contrast == "high" else "normal")

    @Property(float, notify=changed)
    def touchUnit(self) -> float:  # noqa: N802
        """Pixels in a design millimetre of what is touched."""
        return max(self._pixels_per_mm, min(self._width, self._height) / SHORT_SIDE_MM)

    @Property(float, notify=changed)
    def unit(self) -> float:
        """Pixels in a design millimetre of type and spaces."""
        return min(self.touchUnit, min(self._width, self._height) / SMALL_SHORT_SIDE_MM)

    @Property(int, notify=changed)
    def rotation(self) -> int:
        """How far the picture is turned clockwise: 0, 90, 180 or 270 degrees."""
        return self._rotation

    @Property(bool, notify=changed)
    def portrait(self) -> bool:
        """Whether the window is higher than wide."""
        return self._height > self._width

    @Property(float, notify=changed)
    def textScale(self) -> float:  # noqa: N802
        """How much larger than usual text is, 1 to 2."""
        return self._text_scale

    @Property(str, notify=changed)
    def contrast(self) -> str:
        """`normal` or `high`."""
        return self._contrast

    @Property(bool, notify=changed)
    def calm(self) -> bool:
        """Whether motion is cut to short fades."""
        return self._calm

    @Property(bool, notify=changed)
    def still(self) -> bool:
        """Whether nothing moves at all, for pictures."""
        return self._still

    @Property(bool, notify=changed)
    def reach(self) -> bool:
        """Whether all controls stay in the lower part of the screen."""
        return self._reach

    @Property(bool, constant=True)
    def dark(self) -> bool:
        """Whether light text stands on a dark ground."""
        return self._theme.mode == "dark"

    @Property(float, constant=True)
    def radiusMm(self) -> float:  # noqa: N802
        """The radius of corners, in millimetres."""
        return self._theme.radius_mm

    @Slot(float)
    def setTextScale(self, scale: float) -> None:  # noqa: N802
        """Make text `scale` times as large as usual."""
        self._text_scale = min(LARGEST_TEXT_SCALE, max(1.0, scale))
        self.changed.emit()

    @Slot(bool)
    def setHighContrast(self, high: bool) -> None:  # noqa: N802
        """Switch high contrast on or off."""
        self._contrast = "high" if high else "normal"
        self._palette = self._derive()
        self.changed.emit()

    @Slot(bool)
    def setCalm(self, calm: bool) -> None:  # noqa: N802
        """Switch calm motion on or off."""
        self._calm = calm
        self.changed.emit()

    @Slot(bool)
    def setReach(self, reach: bool) -> None:  # noqa: N802
        """Switch reach mode on or off."""
        self._reach = reach
        self.changed.emit()

    @Property(QColor, notify=changed)
    def ground(self) -> QColor:
        """The page's ground."""
        return QColor(self._palette.ground)

    @Property(QColor, notify=changed)
    def surface(self) -> QColor:
        """What lies on the ground."""
        return QColor(self._palette.surface)

    @Property(QColor, notify=changed)
    def raised(self) -> QColor:
        """What lies on a surface, and pressed things."""
        return QColor(self._palette.raised)

    @Property(QColor, notify=changed)
    def line(self) -> QColor:
        """Hairlines."""
        return QColor(self._palette.line)

    @Property(QColor, notify=changed)
    def text(self) -> QColor:
        """Running text."""
        return QColor(self._palette.text)

    @Property(QColor, notify=changed)
    def quiet(self) -> QColor:
        """Text of second rank."""
        return QColor(self._palette.quiet)

    @Property(QColor, notify=changed)
    def accent(self) -> QColor:
        """The bundle's one accent."""
        return QColor(self._palette.accent)

    @Property(QColor, notify=changed)
    def accentText(self) -> QColor:  # noqa: N802
        """Text on the accent."""
        return QColor(self._palette.accent_text)

    @Property(QColor, notify=changed)
    def focus(self) -> QColor:
        """The ring round what the keyboard has chosen."""
        return QColor(self._palette.focus)

    @Property(float, notify=changed)
    def lineHeight(self) -> float:  # noqa: N802
        """The line height of running text, as a multiple of the type's size."""
        return line_height(self._script)

    @Property(QFont, notify=changed)
    def small(self) -> QFont:
        """Sources, dates, captions of pictures."""
        return self.font("small")

    @Property(QFont, notify=changed)
    def body(self) -> QFont:
        """Running text."""
        return self.font("body")

    @Property(QFont, notify=changed)
    def lead(self) -> QFont:
        """Summaries, labels of numbers."""
        return self.font("lead")

    @Property(QFont, notify=changed)
    def title(self) -> QFont:
        """Titles of tiles and blocks."""
        return self.font("title")

    @Property(QFont, notify=changed)
    def headline(self) -> QFont:
        """Titles of pages."""
        return self.font("headline")

    @Property(QFont, notify=changed)
    def display(self) -> QFont:
        """The booth's title."""
        return self.font("display")

    @Property(QFont, notify=changed)
    def number(self) -> QFont:
        """Big numbers."""
        return self.font("number")

    @Property(QFont, notify=changed)
    def countdown(self) -> QFont:
        """The seconds of "Still there?", to be read from two metres."""
        return self.font("countdown")
