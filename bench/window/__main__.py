"""The bare window: `python -m bench.window WORDS.json`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine

app = QGuiApplication(sys.argv[:1])
engine = QQmlApplicationEngine()
engine.setInitialProperties(json.loads(Path(sys.argv[1]).read_text()))
engine.load(str(Path(__file__).with_name("Main.qml")))
sys.exit(app.exec())
