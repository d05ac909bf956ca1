"""What a visit leaves behind: in the heap of QML as the system counts it, in malloc's by its own count."""

from __future__ import annotations

import ctypes
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QUrl
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication
from PySide6.QtQml import QQmlComponent, QQmlEngine

from kiosk.booth.booth import QML_FOLDER
from kiosk.booth.upkeep.memory import collect, drop_visit

COMINGS = 4_000
SIZES = range(20, 60)
FONT_BYTES = 20_000
"""What a font takes at least: it holds the names of those that have the letters that it lacks."""
LATE = """import QtQml
import Kiosk.Shell
LateLoader {{
    file: "{page}"; name: "view"; wanted: false
    given: QtObject {{}}
}}
"""
WORDS = 5_000
LEAST_BYTES = WORDS * 32
"""QML keeps at least a slot of 32 bytes for each word that a type says."""


def heap_bytes() -> int:
    """Return how large the chunks are that QML's heap holds."""
    spans = [
        [int(end, 16) for end in line.split()[0].split("-")]
        for line in Path("/proc/self/maps").read_text().splitlines()
        if "JSGCHeap" in line and line.split()[1].startswith("rw")
    ]
    return sum(end - begin for begin, end in spans)


class MallocInfo(ctypes.Structure):
    """`struct mallinfo2` of malloc.h; the number at 7 is that of the bytes in use."""

    _fields_ = [("numbers", ctypes.c_size_t * 10)]


def used_bytes() -> int:
    """Return how much of malloc's heaps is in use."""
    ask = ctypes.CDLL(None).mallinfo2
    ask.restype = MallocInfo
    return int(ask().numbers[7])


@pytest.mark.parametrize("goes", [True, False])
def test_the_words_of_a_page_go_with_it(qapp: QGuiApplication, tmp_path: Path, goes: bool) -> None:
    """A collection alone leaves them, for whoever opens the page next; the end of a visit does only what is in use."""
    page = tmp_path / "Page.qml"
    said = ", ".join(f'"word {number}"' for number in range(WORDS))
    page.write_text(f"import QtQml\nQtObject {{ function said() {{ return [{said}]; }} }}\n")
    engine = QQmlEngine()
    component = QQmlComponent(engine, QUrl.fromLocalFile(str(page)))
    before = heap_bytes()
    made = component.create()
    assert made is not None, component.errorString()
    shiboken6.delete(component)
    if goes:
        shiboken6.delete(made)
    collect(engine)
    assert heap_bytes() > before + LEAST_BYTES
    drop_visit(engine)
    assert (heap_bytes() < before + LEAST_BYTES // 2) is goes
    shiboken6.delete(engine)


def test_a_page_that_comes_and_goes_leaves_nothing(qapp: QGuiApplication, tmp_path: Path) -> None:
    """A loader of Qt's keeps every object that it is handed, each in a slot of the heap."""
    (tmp_path / "Page.qml").write_text("import QtQuick\nItem { required property QtObject view }\n")
    (tmp_path / "Late.qml").write_text(LATE.format(page=QUrl.fromLocalFile(str(tmp_path / "Page.qml")).toString()))
    engine = QQmlEngine()
    engine.addImportPath(str(QML_FOLDER))
    component = QQmlComponent(engine, QUrl.fromLocalFile(str(tmp_path / "Late.qml")))
    late = component.create()
    assert late is not None, component.errorString()
    collect(engine)
    before = heap_bytes()
    for _ in range(COMINGS):
        late.setProperty("wanted", True)
        assert late.property("progress") == 1
        late.setProperty("wanted", False)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    collect(engine)
    assert heap_bytes() < before + COMINGS * 32
    del late, component  # before the engine: Python looks at what they were when it lets go of them
    shiboken6.delete(engine)


def test_fonts_go_with_the_visit(qapp: QGuiApplication) -> None:
    """Qt keeps every size of every font that was ever asked for."""
    engine = QQmlEngine()
    drop_visit(engine)
    for size in SIZES:
        QFontMetrics(QFont(qapp.font().family(), size)).horizontalAdvance("some 字")
    before = used_bytes()
    drop_visit(engine)
    assert used_bytes() < before - FONT_BYTES * len(SIZES)
    shiboken6.delete(engine)
