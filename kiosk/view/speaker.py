"""The one place where a language is chosen and content becomes words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, QObject, QUrl

from kiosk.bundle.model import Bundle, Language, Said, Stat, StatStyle, say
from kiosk.language import formats
from kiosk.language.locales import apart, describe_language, is_pseudo, runs_apart
from kiosk.language.pseudo import pseudo_text
from kiosk.view.qt import Signal

if TYPE_CHECKING:
    from kiosk.language.catalogs import Interface

LEFT_TO_RIGHT_MARK: Final = "\N{LEFT-TO-RIGHT MARK}"
RIGHT_TO_LEFT_MARK: Final = "\N{RIGHT-TO-LEFT MARK}"


class Speaker(QObject):
    """Says texts, paths and numbers of `bundle` in the current language.

    `versions` names files, by path, that are no longer what they were when this process first saw them; `address` says
    where the file of a path is. `changed` comes after the language has changed, when everything that is said must be
    said anew.
    """

    changed = Signal()

    def __init__(self, bundle: Bundle, folder: Path, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.bundle = bundle
        self.folder = folder
        self.language = language
        self.versions: Mapping[str, str] = {}
        self.address: Callable[[str], QUrl] = lambda path: QUrl.fromLocalFile(str(folder / path))
        self._interfaces: dict[str, Interface] = {}

    @property
    def code(self) -> str:
        """The current language's code, as the bundle writes it."""
        return self.language.code

    @property
    def words(self) -> Interface:
        """The program's own words in the current language."""
        if self.code not in self._interfaces:
            from kiosk.language.catalogs import Interface, interface_catalog

            self._interfaces[self.code] = Interface(interface_catalog(self.code))
        return self._interfaces[self.code]

    @property
    def quotation_marks(self) -> tuple[str, str]:
        """The language's opening and closing quotation marks."""
        opening, _, closing = QLocale(self.language.tag).quoteString(" ").partition(" ")
        # French sets a space before its closing mark, which CLDR does not say.
        french = self.language.tag.startswith("fr") and closing == "»"
        return opening, "\N{NARROW NO-BREAK SPACE}»" if french else closing

    def choose(self, language: Language) -> None:
        """Speak `language` from now on and tell everybody."""
        if language != self.language:
            self.language = language
            self.changed.emit()

    def say(self, said: Said) -> str:
        """Return what `said` says in the current language."""
        return pseudo_text(say(said, ""), self.code) if is_pseudo(self.code) else say(said, self.code)

    def url(self, said: Said) -> QUrl:
        """Return the file that `said` names in the current language, or an empty address."""
        path = say(said, self.code)
        return self.address(path) if path else QUrl()

    def picture_url(self, said: Said) -> QUrl:
        """Return the address of a picture; another one where its file has changed (`versions`, by path)."""
        url = self.url(said)
        version = self.versions.get(say(said, self.code), "")
        if version:
            url.setFragment(version)
        return url

    def stat(self, value: float, style: StatStyle, unit: str) -> str:
        """Return `value` written as `style` and `unit` ask for, in the current language."""
        return formats.stat_text(value, style, unit, self.code)

    def short_number(self, stat: Stat) -> str:
        """Return a stat's number as short as the language has it (500,000 is 500K, 50万), with `+` for "at least"."""
        style: StatStyle = "compact" if stat.style == "number" and abs(stat.value) >= 10_000 else stat.style
        return self.amount(stat.value, style, stat.unit, at_least=stat.at_least)

    def amount(self, value: float, style: StatStyle, unit: str, *, at_least: bool) -> str:
        """Return a number as `stat` does; one that is more than that has a plus, right behind its digits."""
        text, digits = self.stat(value, style, unit), self.stat(value, style, "")
        if not at_least:
            return text
        return text.replace(digits, self._more_than(digits), 1) if digits in text else self._more_than(text)

    def close(self, words: str, mark: str) -> str:
        """Return `words` with a closing mark, also where they run the other way than the language around them."""
        if not mark or not runs_apart(words, self.language.direction):
            return words + mark
        return (RIGHT_TO_LEFT_MARK if self.language.direction == "rtl" else LEFT_TO_RIGHT_MARK) + apart(words) + mark

    def _more_than(self, text: str) -> str:
        return self.directed(self.words.pgettext("short for: more than this number", "{number}+").format(number=text))

    def directed(self, digits: str) -> str:
        """Return digits with marks so that they run as the language does: they have no direction of their own."""
        return RIGHT_TO_LEFT_MARK + digits if self.language.direction == "rtl" else digits

    def join(self, *parts: str) -> str:
        """Return the parts that are not empty on one line, divided by a middle dot."""
        return " · ".join(part for part in parts if part)


def find_language(bundle: Bundle, code: str | None) -> Language:
    """Return the bundle's language `code`, any known language (pseudo-locales too), or the bundle's first for `None`.

    Raises `LanguageError` for a code that names no language.
    """
    if code is None:
        return bundle.languages[0]
    wanted = code.replace("-", "_")
    for language in bundle.languages:
        if language.code.lower() == wanted.lower():
            return language
    known = describe_language(code)
    return Language(code=known.code, tag=known.tag, name=known.name, direction=known.direction, script=known.script)
