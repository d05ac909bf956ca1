"""The chart controls on a window: nothing cut off, nothing overlapping, and marks as large as the values say."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRectF
from PySide6.QtGui import QColor, QFont, QImage
from PySide6.QtQml import QQmlComponent, QQmlExpression, qmlContext
from PySide6.QtQuick import QQuickItem, QQuickView
from pytestqt.qtbot import QtBot

from kiosk.booth.exhibit import ENGLISH
from kiosk.bundle.model import Theme
from kiosk.view.theme import ThemeView

QML = Path(__file__).parents[2] / "kiosk" / "qml"
HUE = QColor("#37C2B2")
SIZES = {"small": 16, "body": 21, "lead": 28, "title": 37, "headline": 50, "display": 66, "number": 96}
SCRIPTS = {"zh_Hans": ["Noto Sans CJK SC"], "ar": ["Noto Sans Arabic"]}
TOKENS = {**ThemeView(Theme(), ENGLISH).tokens(), "unit": 4.0}
Show = Callable[..., QQuickItem]

QUARTERS = {
    "en": ["First quarter of 2023", "First quarter of 2024"],
    "de": ["Erstes Vierteljahr des Geschäftsjahres 2023", "Erstes Vierteljahr des Geschäftsjahres 2024"],
    "ar": ["الربع الأول من عام 2023", "الربع الأول من عام 2024"],
    "zh_Hans": ["2023年第一季度长安汽车海外销量", "2024年第一季度长安汽车海外销量"],
}
NAMES = {
    "en": ["New-energy vehicles built, 2022 to 2023", "Changan's overseas sales, first quarters of 2023 and 2024"],
    "de": ["Gebaute Elektro- und Hybridfahrzeuge", "Auslandsverkäufe von Changan, erste Vierteljahre"],
    "ar": ["مركبات الطاقة الجديدة المصنوعة", "مبيعات تشانغان في الخارج، الربع الأول"],
    "zh_Hans": ["2022至2023年新能源汽车产量", "长安汽车海外销量，2023与2024年第一季度"],
}


def data(labels: list[str], values: list[float], texts: list[str] | None = None, **more: object) -> dict[str, object]:
    """Return a chart's properties; the last point is the strong one."""
    strong = [int(at == len(values) - 1) for at in range(len(values))]
    written = texts or [f"{value:,.0f}" if math.isfinite(value) else "?" for value in values]
    return {"labels": labels, "values": values, "texts": written, "strong": strong, "hue": HUE, **more}


def charts(code: str) -> dict[str, tuple[str, dict[str, object]]]:
    """Return every kind of chart with the facts of the demo, worded in the language `code`."""
    quarters, names = QUARTERS[code], NAMES[code]
    return {
        "bars": ("ChartBars", data(["2022", "2023"], [384000, 500000], ["384,000", "500,000+"])),
        "long bars": ("ChartBars", data(quarters, [60500, 108900])),
        "comparison": ("ChartBars", data(quarters, [60500, 108900], horizontal=True)),
        "lines": ("ChartLines", data([*quarters, *quarters], [100, 130.3, 100, 180], names=names)),
        "line": ("ChartLines", data([str(year) for year in range(2018, 2023)], [10, 30, 25, 60, 72])),
        "share": ("ChartShare", data(quarters, [76.8, 23.2], ["76.8%", "23.2%"], total=100)),
        "parts": ("ChartShare", data([*quarters, *names], [10, 20, 30, 25], total=100)),
        "one of many": ("ChartPictogram", data([names[0]], [9], total=20)),
        "dots": ("ChartPictogram", data([names[0]], [9], total=20, symbol="dot")),
        "all": ("ChartPictogram", data([names[1]], [6], total=6)),
        "several": ("ChartPictogram", data([*names, *quarters], [1, 1, 1, 6], total=9)),
    }


KINDS = list(charts("en"))
ODD = {
    "empty": data([], []),
    "single": data(["Alone"], [7]),
    "zeros": data(["a", "b"], [0, 0]),
    "negative": data(["a", "b", "c"], [-5, 8, -2]),
    "only negative": data(["a", "b"], [-5, -2]),
    "huge": data(["a", "b"], [1e300, 3]),
    "tiny": data(["a", "b"], [1e-12, 3e-12]),
    "not numbers": data(["a", "b"], [math.nan, math.inf]),
    "fewer words than values": {**data([], [1, 2, 3]), "texts": ["1"], "strong": []},
    "more names than values": data(["a"], [1], names=["x", "y", "z"]),
    "many": data([f"Label {at}" for at in range(40)], [float(at) for at in range(40)]),
}


@pytest.fixture(scope="module")
def view(qapp: QObject) -> Iterator[QQuickView]:
    """A window for charts, with the theme's singleton beside it."""
    window = QQuickView()
    window.engine().addImportPath(str(QML))
    window.resize(880, 640)
    window.setColor(QColor("#0E1420"))
    window.show()
    yield window
    window.close()
    window.deleteLater()


@pytest.fixture
def show(view: QQuickView) -> Iterator[Show]:
    """A function that shows one chart alone: `show(kind, width, properties, scale, code)`."""
    made: list[QQuickItem] = []
    theme = view.engine().singletonInstance("Kiosk.Theme", "Theme")

    def build(kind: str, width: int, given: dict[str, object], scale: float = 1, code: str = "en") -> QQuickItem:
        for name, value in TOKENS.items():
            theme.setProperty(name, value)
        for name, size in SIZES.items():
            font = QFont()
            font.setFamilies([*SCRIPTS.get(code, []), "Noto Sans"])
            font.setPixelSize(round(size * scale))
            font.setBold(size > SIZES["lead"])
            theme.setProperty(name, font)
        theme.setProperty("mirrored", code == "ar")
        component = QQmlComponent(view.engine())
        component.loadFromModule("Kiosk.Charts", kind)
        assert not component.errors(), component.errorString()
        chart = component.createWithInitialProperties({"width": float(width), **given})
        assert isinstance(chart, QQuickItem)
        chart.setParent(view)
        chart.setParentItem(view.contentItem())
        chart.setHeight(chart.implicitHeight())
        made.append(chart)
        view.grabWindow()
        chart.setHeight(chart.implicitHeight())
        return chart

    yield build
    for chart in made:
        chart.setParentItem(None)
        chart.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    theme.setProperty("mirrored", False)


def walk(item: QQuickItem) -> Iterator[QQuickItem]:
    """Yield `item` and everything visible in it."""
    if item.isVisible() and item.opacity() > 0:
        yield item
        for child in item.childItems():
            yield from walk(child)


def alignment(item: QQuickItem) -> int:
    """Return how the text of `item` stands: 1 left, 2 right, 4 in the middle."""
    # PySide cannot convert the alignment itself.
    result = QQmlExpression(qmlContext(item), item, "effectiveHorizontalAlignment | 0").evaluate()
    return int(result[0] if isinstance(result, tuple) else result)


def written(chart: QQuickItem) -> list[tuple[str, QRectF]]:
    """Return every text of `chart` with the place that its glyphs take within it, without the leading."""
    found = []
    for item in walk(chart):
        if text := item.property("text"):
            assert not item.property("truncated"), text
            width, content = item.width(), item.property("contentWidth")
            assert content <= width * 1.01 + 1, f"{text!r} is {content} wide in {width}"
            align = alignment(item)
            left = width - content if align == 2 else (width - content) / 2 if align == 4 else 0
            height = item.property("contentHeight")
            leading = max(0, height / item.property("lineCount") - item.property("font").pixelSize() * 1.2) / 2
            place = QRectF(left, leading, content, height - 2 * leading)
            found.append((str(text), chart.mapRectFromItem(item, place)))
    return found


def amount(image: QImage, area: QRectF) -> int:
    """Return how many pixels of `area` have the full hue."""
    rows = range(max(0, int(area.top())), min(image.height(), int(area.bottom())))
    columns = range(max(0, int(area.left())), min(image.width(), int(area.right())))
    return sum(image.pixelColor(column, row) == HUE for row in rows for column in columns)


@pytest.mark.parametrize(("width", "scale"), [(420, 1.0), (860, 1.0), (1800, 1.0), (860, 2.0), (420, 2.0)])
@pytest.mark.parametrize("code", list(QUARTERS))
@pytest.mark.parametrize("name", KINDS)
def test_words_hold(show: Show, name: str, code: str, width: int, scale: float) -> None:
    """Every text is whole, within the chart, and clear of every other."""
    kind, given = charts(code)[name]
    chart = show(kind, width, given, scale, code)
    texts = written(chart)
    bounds = QRectF(0, 0, width, chart.implicitHeight()).adjusted(-width / 100, -1, width / 100, 1)
    for text, place in texts:
        assert bounds.contains(place), f"{text!r} at {place} leaves {bounds}"
    for (one, first), (other, second) in combinations(texts, 2):
        shared = first.intersected(second)
        assert min(shared.width(), shared.height()) <= 2, f"{one!r} and {other!r} overlap by {shared}"
    strong = [text for text, mark in zip(given["texts"], given["strong"], strict=True) if mark]
    values = {text for text, place in texts}
    assert set(strong) - {"1"} <= values


@pytest.mark.parametrize("kind", ["ChartBars", "ChartLines", "ChartShare", "ChartPictogram"])
@pytest.mark.parametrize("name", list(ODD))
def test_odd_values_are_drawn(show: Show, kind: str, name: str) -> None:
    """Values that no exhibitor means to write draw a smaller chart, never a warning or an endless size."""
    chart = show(kind, 860, ODD[name])
    assert math.isfinite(chart.implicitHeight())
    assert (chart.implicitHeight() == 0) == (name == "empty")
    written(chart)


@pytest.mark.parametrize("lying", [False, True])
def test_bars_are_as_long_as_their_values(show: Show, view: QQuickView, qtbot: QtBot, lying: bool) -> None:
    """Three bars of 4, 2 and 1 show hue in that proportion."""
    given = {**data(["a", "b", "c"], [400, 200, 100]), "strong": [1, 1, 1], "horizontal": lying}
    chart = show("ChartBars", 600, given)
    high, wide = chart.implicitHeight(), chart.width()
    down, right = (high / 3, 0) if lying else (0, wide / 3)
    thirds = [QRectF(right * at, down * at, right or wide, down or high) for at in range(3)]
    qtbot.waitUntil(lambda: amount(view.grabWindow(), thirds[2]) > 0)
    first, second, third = (amount(view.grabWindow(), area) for area in thirds)
    assert first / second == pytest.approx(2, rel=0.03)
    assert second / third == pytest.approx(2, rel=0.03)


def test_bars_grow(show: Show, view: QQuickView, qtbot: QtBot) -> None:
    """Half grown is half as long."""
    chart = show("ChartBars", 600, {**data(["a"], [400]), "strong": [1]})
    area = QRectF(0, 0, 600, chart.implicitHeight())
    qtbot.waitUntil(lambda: amount(view.grabWindow(), area) > 0)
    whole = amount(view.grabWindow(), area)
    chart.setProperty("grown", 0.5)
    qtbot.waitUntil(lambda: amount(view.grabWindow(), area) == pytest.approx(whole / 2, rel=0.03))


def test_a_ring_shows_the_strong_part(show: Show, view: QQuickView, qtbot: QtBot) -> None:
    """A quarter of the ring has a quarter of the hue that the whole has."""
    found = []
    for values, strong in (([75, 25], [1, 1]), ([75, 25], [0, 1])):
        chart = show("ChartShare", 860, {**data(["a", "b"], values), "strong": strong, "total": 100})
        area = QRectF(0, 0, 300, chart.implicitHeight())
        qtbot.waitUntil(lambda area=area: amount(view.grabWindow(), area) > 0)
        found.append(amount(view.grabWindow(), area))
        chart.setVisible(False)
    assert found[1] / found[0] == pytest.approx(0.25, abs=0.02)


def test_a_ring_made_beside_a_page_has_all_its_parts(view: QQuickView, qtbot: QtBot) -> None:
    """A page that is loaded while another one is shown makes the parts of its ring from the last to the first."""
    component = QQmlComponent(view.engine())
    component.setData(
        b"""
        import QtQuick
        import Kiosk.Charts

        Loader {
            asynchronous: true
            width: 860
            sourceComponent: ChartShare {
                hue: "#37C2B2"; labels: ["a", "b"]; strong: [0, 1]; texts: ["75", "25"]; total: 100; values: [75, 25]
            }
        }
        """,
        "",
    )
    loader = component.create()
    assert isinstance(loader, QQuickItem), component.errorString()
    loader.setParent(view)
    loader.setParentItem(view.contentItem())
    qtbot.waitUntil(lambda: len(loader.childItems()) == 1)
    qtbot.waitUntil(lambda: amount(view.grabWindow(), QRectF(0, 0, 300, 300)) > 0)
    loader.deleteLater()


def test_a_line_ends_where_its_value_says(show: Show, view: QQuickView, qtbot: QtBot) -> None:
    """The hue reaches from the first point at the bottom to the last at the top."""
    chart = show("ChartLines", 860, {**data(["a", "b"], [0, 10])})
    left, span, above, plot = (chart.property(name) for name in ("leftRoom", "span", "above", "plot"))
    for share in (0.25, 0.75):
        near = QRectF(left + span * share - 3, above + plot * (1 - share) - 3, 6, 6)
        qtbot.waitUntil(lambda near=near: amount(view.grabWindow(), near) > 8)


@pytest.mark.parametrize("symbol", ["person", "dot"])
@pytest.mark.parametrize(
    ("values", "strong", "total", "counted"),
    [([9], [1], 20, 9), ([6], [1], 6, 6), ([1, 1, 1, 1], [0, 0, 0, 1], 4, 4), ([230000], [1], 1000000, 23)],
)
def test_a_pictogram_counts(
    show: Show, values: list[float], strong: list[int], total: float, counted: int, symbol: str
) -> None:
    """As many people or dots are filled as the values say, of a hundred where the whole is larger."""
    given = {**data(["a"] * len(values), values), "strong": strong, "total": total, "symbol": symbol}
    marks = [item for item in walk(show("ChartPictogram", 860, given)) if item.property("filled") is not None]
    assert len(marks) == min(100, total)
    assert sum(bool(item.property("filled")) for item in marks) == counted
    for one, other in combinations(marks, 2):
        assert not one.mapRectToScene(one.boundingRect()).intersects(other.mapRectToScene(other.boundingRect()))


def test_a_chart_keeps_its_direction(show: Show) -> None:
    """In Arabic the first bar is still the left one."""
    chart = show("ChartBars", 860, data(["a", "b"], [1, 2]), code="ar")
    places = dict(written(chart))
    assert places["a"].left() < places["b"].left()
