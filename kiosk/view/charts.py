"""A chart's values, words and sentence, ready for the chart controls."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QColor

from kiosk.bundle.model import Chart, Point
from kiosk.language import formats
from kiosk.view.qt import Property, QmlElement, Signal
from kiosk.view.speaker import Speaker
from kiosk.view.tiles import HuedTile

QML_IMPORT_NAME = "Kiosk.View"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ChartView(HuedTile):
    """A chart. Lists run over the points, series by series: two series of three points make six entries."""

    said = Signal()

    def __init__(self, speaker: Speaker, chart: Chart, colour: QColor, footnote: Callable[[], str]) -> None:
        super().__init__(speaker, colour)
        self.chart = chart
        self._footnote = footnote

    @property
    def _points(self) -> list[Point]:
        return [point for series in self.chart.series for point in series.points]

    def _usually_marked(self) -> list[Point]:
        if self.chart.shape == "share":
            return sorted(self._points, key=lambda point: point.value, reverse=True)[:1]
        return [point for series in self.chart.series for point in series.points[-1:]]

    def _text(self, point: Point) -> str:
        return self.speaker.amount(point.value, self.chart.style, self.chart.unit, at_least=point.at_least)

    def _label(self, point: Point) -> str:
        text = self.speaker.say(point.label)
        return formats.year(float(text), self.speaker.code) if text.isascii() and text.isdigit() else text

    @Property(str, constant=True)
    def shape(self) -> str:
        """`bar`, `line`, `share`, `comparison` or `pictogram`."""
        return self.chart.shape

    @Property(str, notify=said)
    def title(self) -> str:
        """What the chart shows."""
        return self.speaker.say(self.chart.title)

    @Property("QStringList", notify=said)
    def names(self) -> list[str]:
        """The names of the series."""
        return [self.speaker.say(series.name) for series in self.chart.series]

    @Property("QStringList", notify=said)
    def labels(self) -> list[str]:
        """The name of every point."""
        return [self._label(point) for point in self._points]

    @Property("QStringList", notify=said)
    def texts(self) -> list[str]:
        """The value of every point, written in the current language."""
        return [self._text(point) for point in self._points]

    @Property("QVariantList", constant=True)
    def values(self) -> list[float]:
        """The value of every point."""
        return [point.value for point in self._points]

    @Property("QVariantList", constant=True)
    def strong(self) -> list[int]:
        """1 for every point in full colour, else 0; the last ones, of a ring the largest, where none is marked."""
        marked = [point for point in self._points if point.highlight] or self._usually_marked()
        ids = {id(point) for point in marked}
        return [int(id(point) in ids) for point in self._points]

    @Property(float, constant=True)
    def total(self) -> float:
        """The whole of which the points are parts."""
        return self.chart.total or sum(point.value for point in self._points)

    @Property(str, constant=True)
    def symbol(self) -> str:
        """What a pictogram is made of: `person` or `dot`."""
        return self.chart.symbol

    @Property(str, notify=said)
    def sentence(self) -> str:
        """The chart in words."""
        written = self.speaker.say(self.chart.sentence)
        if written:
            return written
        pair = self.speaker.words.pgettext("one point of a chart", "{label}: {value}")
        lines: list[str] = []
        for series in self.chart.series:
            points = [pair.format(label=self._label(point), value=self._text(point)) for point in series.points]
            name, line = self.speaker.say(series.name), formats.listing(points, self.speaker.code)
            lines.append(f"{name} \N{EN DASH} {line}" if name else line)
        return "\n".join(lines)

    @Property(str, notify=said)
    def footnote(self) -> str:
        """Date, source and note on one line."""
        return self._footnote()
