"""What the staff's panel tells, and what it does: languages, sound and light, content, restart."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, SignalInstance

from kiosk.booth.booth import loudness
from kiosk.booth.logs import log
from kiosk.booth.staff.opening import Opening, last_check
from kiosk.booth.staff.sticks import Sticks
from kiosk.booth.upkeep.content import Content
from kiosk.booth.upkeep.recovery import open_ledger
from kiosk.counts.summary import Summary, language_name
from kiosk.counts.titles import titles_of
from kiosk.ground.errors import KioskError
from kiosk.ground.events import Event
from kiosk.ground.exits import Exit
from kiosk.language.formats import duration, percent
from kiosk.language.locales import apart
from kiosk.machine.brightness import read_brightness, set_brightness
from kiosk.machine.light import Health, reasons
from kiosk.machine.lives import ended_badly
from kiosk.settings.offering import choices, toggled
from kiosk.settings.settings import COUNTING, FIRST_LANGUAGE, OFFERED_LANGUAGES, VOLUME
from kiosk.store.installed import installed
from kiosk.store.store import is_installed

if TYPE_CHECKING:
    from kiosk.booth.booth import Booth
    from kiosk.booth.upkeep.counting import Counting
    from kiosk.staff.sticks import Offer


class Panel(QObject):
    """Fills the panel when it opens, and does what is asked there. `end` ends the program with an exit code."""

    def __init__(self, booth: Booth, counting: Counting, end: Callable[[Exit], None]) -> None:
        super().__init__(booth.engine)
        self._booth = booth
        self._view = booth.desk_view
        self.content = Content(booth)
        self.content.swapped.connect(self._tell_content)
        self.content.failed.connect(self._note_failed)
        self.content.returned.connect(self._note_returned)
        self._opening = Opening(booth)
        self._sticks = Sticks(booth)
        self._sticks.changed.connect(self._tell_offers)
        self._sticks.progressed.connect(lambda part: self._view.show_progress(round(part * 100)))
        self._sticks.refused.connect(self._note_refused)
        self._sticks.loaded.connect(self._note_loaded)
        self._opening.ended.connect(self._tell_light)
        self._counting = counting
        counting.told.connect(self._say_today, Qt.ConnectionType.QueuedConnection)
        booth.desk.opened.connect(self.fill)
        view = self._view
        self._hear(view.firstLanguageWanted, "first", self._begin_with)
        self._hear(view.languageWanted, "language", self._offer)
        self._hear(view.volumeWanted, "volume", self._turn_volume)
        self._hear(view.brightnessWanted, "brightness", self._turn_brightness)
        self._hear(view.loadWanted, "load", self._load)
        self._hear(view.countingWanted, "count", self._count)
        self._hear(view.returnWanted, "return", self._go_back)
        self._hear(view.restartWanted, "restart", lambda: end(Exit.RESTART))
        self._hear(view.leaveWanted, "leave", lambda: end(Exit.OK))

    def fill(self) -> None:
        """Tell everything that the panel shows."""
        self._view.say("")
        self._tell_languages()
        self._tell_content()
        self._tell_offers()
        self._tell_light()
        self._tell_today()
        self._tell_dials()

    def _hear(self, wanted: SignalInstance, act: str, do: Callable[..., None]) -> None:
        """Do what staff want, or say why it cannot be done."""

        def heard(*given: object) -> None:
            self._view.touched.emit()
            log(Event.STAFF_ACT, act=act, given=given)
            try:
                do(*given)
            except KioskError as error:
                log(Event.STAFF_ACT_FAILED, act=act, why=error.what)
                self._view.say(str(error))

        wanted.connect(heard)

    # Sound and light.

    def _tell_dials(self) -> None:
        self._view.show_dials(round(100 * loudness(self._booth.config.settings)), read_brightness())

    def _turn_volume(self, by: int) -> None:
        self._booth.config.change(VOLUME, _percent(self._view.volume + by))
        self._tell_dials()

    def _turn_brightness(self, by: int) -> None:
        set_brightness(_percent(self._view.brightness + by))
        self._tell_dials()

    # Languages.

    def _tell_languages(self) -> None:
        booth = self._booth
        self._view.show_languages(choices(booth.exhibit.whole, booth.exhibit.bundle, booth.exhibit.default))

    def _begin_with(self, code: str) -> None:
        self._booth.config.change(FIRST_LANGUAGE, code)
        self._booth.speak_staff()
        self.fill()

    def _offer(self, code: str, wanted: bool) -> None:
        """Offer a language, or no longer; the one that the booth begins with stays offered."""
        if not wanted and code == self._booth.exhibit.default.code:
            self._view.say(self.gettext("The booth begins with this language: choose another one to begin with first."))
            return
        chosen = [language.code for language in self._booth.exhibit.bundle.languages]
        known = [language.code for language in self._booth.exhibit.whole.languages]
        before = [*dict.fromkeys([*self._booth.config.settings.languages.offered, *chosen])]
        if (code in before) != wanted:
            self._booth.config.change(OFFERED_LANGUAGES, tuple(toggled(code, before, known)))
        self._tell_languages()

    # Content.

    def _tell_content(self) -> None:
        bundle, folder = self._booth.exhibit.whole, self._booth.exhibit.folder
        known = {one.folder: one for one in installed()} if is_installed(folder) else {}
        one = known.get(folder)
        if one is not None:
            facts = [
                self.gettext("Fingerprint {fingerprint}").format(fingerprint=one.short),
                self.gettext("Shown since {time}").format(time=apart(one.local_since)),
            ]
        else:
            path = apart(str(folder.absolute()))
            facts = [self.gettext("Not installed: shown from {folder}").format(folder=path)]
        previous = any(other.role == "previous" for other in known.values()) and not self._booth.chosen
        title = bundle.title.get(self._booth.staff_code) or bundle.title.get("", "")
        self._view.show_content(title, facts, self.content.can_go_back or previous)

    def _tell_offers(self) -> None:
        self._view.show_offers([(number, self._describe(offer)) for number, offer in self._sticks.offers.items()])

    def _describe(self, offer: Offer) -> str:
        size = f", {offer.size / 1_000_000:.0f} MB" if offer.size else ""
        now = self.gettext("is shown now")
        known = f", {now}" if offer.fingerprint == self._booth.exhibit.folder.name else ""
        return f"{offer.title}  ({Path(offer.path).name[:40]}{size}{known})"

    def _load(self, number: int, now: bool) -> None:
        if self._sticks.load(number, now):
            self._view.show_progress(0)

    def _go_back(self) -> None:
        self._view.show_progress(0)
        self.content.go_back("staff asked for it")

    def _note_refused(self, why: str) -> None:
        self._view.show_progress()
        self._view.say(why[:400])

    def _note_loaded(self, now: bool) -> None:
        self._view.show_progress()
        said = self.gettext("It is on the booth.") if now else self.gettext("It is shown when nobody is there.")
        self._view.say(said)
        self.content.take(now)

    def _note_failed(self, why: str) -> None:
        self._rest()
        self._view.say(why)

    def _rest(self) -> None:
        """Let content be loaded again, unless some is just now."""
        if not self._sticks.busy:
            self._view.show_progress()

    def _note_returned(self, title: str) -> None:
        self._rest()
        self._view.say(self.gettext("“{title}” is shown again.").format(title=title))

    # The day.

    def _count(self, on: bool) -> None:
        self._booth.config.change(COUNTING, on)
        self._tell_today()

    def _tell_today(self) -> None:
        """Say what today's counts are, in a few lines, once they have been read."""
        if self._booth.config.settings.counts.enabled:
            self._counting.ask()
        else:
            self._view.show_today(False, [self.gettext("Counting is off.")])

    def _say_today(self, found: Summary) -> None:
        code, titles = self._booth.staff_code, titles_of(self._booth.exhibit.whole, self._booth.staff_code)
        length = duration(found.mean_seconds, code) if found.lengths else ""
        lists = {
            self.gettext("Languages: {names}"): _amounts(found.languages, language_name),
            self.gettext("Most opened: {names}"): _amounts(found.pages, titles.page),
            self.gettext("Films, and how much of them was watched: {names}"): ", ".join(
                f"{titles.film(film)} {percent(round(share, 2), code)}"
                for film, (_, share) in islice(found.films.items(), 2)
            ),
        }
        lines = [
            self.gettext("Visits: {count}").format(count=found.visits),
            self._busiest_hour(found),
            length and self.gettext("Length on average: {time}").format(time=length),
            *(names and words.format(names=names) for words, names in lists.items()),
        ]
        self._view.show_today(True, [line for line in lines if line])

    def _busiest_hour(self, found: Summary) -> str:
        if not found.busiest:
            return ""
        hour, count = found.busiest[1], found.hours[found.busiest]
        said = self.ngettext("Busiest hour: {hour}:00, {count} visit", "Busiest hour: {hour}:00, {count} visits", count)
        return said.format(hour=hour, count=count)

    # The traffic light.

    def _tell_light(self) -> None:
        crashes, supervised = ended_badly(open_ledger().record), "NOTIFY_SOCKET" in os.environ
        health = Health(self._booth.faults.counts, crashes, supervised, last_check())
        found = tuple(reasons(health, self._booth.staff_words))
        self._view.show_light(max(reason.light for reason in found), found)

    def gettext(self, text: str) -> str:
        """Return `text` in the language of the panel."""
        return self._booth.staff_words.gettext(text)

    def ngettext(self, one: str, many: str, n: int) -> str:
        """Return `one` or `many` in the language of the panel, as it is said of `n` things."""
        return self._booth.staff_words.ngettext(one, many, n)


def _percent(value: int) -> int:
    return max(0, min(100, value))


def _amounts(counts: Counter[str], name: Callable[[str], str]) -> str:
    """Return the most frequent of `counts`, as `name` calls them; everybody sees the home page."""
    return ", ".join(f"{name(key)} {count}" for key, count in counts.most_common(4) if key != "home")
