"""What a visit leaves behind in the heap of QML, as the system counts it."""

from __future__ import annotations

from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlComponent, QQmlEngine

from kiosk.booth.memory import collect, drop_visit

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
