"""Switches the language of the running program in place: nothing is rebuilt, the visitor's place stays."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtQml import QQmlEngine

from kiosk.bundle.model import Language
from kiosk.view.app import AppView


class Translator:
    """Holds the catalogs that Qt speaks from. Languages of one booth are kept once they were used."""

    def __init__(self, app: QCoreApplication) -> None:
        self._app = app
        self._installed: QTranslator | None = None
        self._loaded: dict[str, tuple[QTranslator, bytes] | None] = {}  # Qt reads from the bytes: they stay alive

    def prepare(self, code: str) -> None:
        """Read the catalog of `code`, so that switching to it is quick."""
        if code not in self._loaded:
            from kiosk.language.catalogs import interface_catalog, qm_bytes

            catalog = interface_catalog(code)
            data = qm_bytes(catalog)
            translator = QTranslator(self._app)
            self._loaded[code] = (translator, data) if catalog.usable and translator.load(data) else None

    def install(self, language: Language) -> None:
        """Let Qt speak `language` from now on; what is on the screen follows with `speak`."""
        self.prepare(language.code)
        if self._installed is not None:
            self._app.removeTranslator(self._installed)
        loaded = self._loaded[language.code]
        self._installed = loaded[0] if loaded else None
        if self._installed is not None:
            self._app.installTranslator(self._installed)
            # A translator made in Python looks once, under Python's lock, whether Python overrides it. The thread that
            # loads QML asks for words while this one waits for it with that lock: it must have looked before.
            self._app.translate("", "")
        QLocale.setDefault(QLocale(language.tag))

    def close(self) -> None:
        """Let Qt speak English again, for the next booth of this process."""
        if self._installed is not None:
            self._app.removeTranslator(self._installed)
            self._installed = None

    def speak(self, language: Language, view: AppView, engine: QQmlEngine) -> None:
        """Say everything on the screen in `language`: catalog and locale, then QML's words, then the content's."""
        self.install(language)
        engine.retranslate()
        view.speak(language)
