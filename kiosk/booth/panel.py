"""What the staff's panel tells, and what it does: languages, sound and light, content, restart."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from kiosk.booth.booth import loudness
from kiosk.booth.content import Content
from kiosk.booth.logs import faults, log
from kiosk.booth.opening import Opening, last_check
from kiosk.booth.recovery import open_ledger
from kiosk.booth.sticks import Sticks
from kiosk.bundle.store.store import is_installed
from kiosk.ground.errors import KioskError
from kiosk.ground.exits import Exit
from kiosk.language.locales import apart
from kiosk.staff.brightness import read_brightness, set_brightness
from kiosk.staff.lives import ended_badly
from kiosk.staff.offering import toggled
from kiosk.staff.settings import COUNTING, FIRST_LANGUAGE, OFFERED_LANGUAGES, VOLUME

if TYPE_CHECKING:
    from kiosk.booth.booth import Booth
    from kiosk.booth.counting import Counting
    from kiosk.staff.summary import Summary


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
        self._sticks.progressed.connect(lambda part: self._view.measure(progress=round(part * 100)))
        self._sticks.refused.connect(self._note_refused)
        self._sticks.loaded.connect(self._note_loaded)
        self._end = end
        self._counting = counting
        counting.told.connect(self._say_today, Qt.ConnectionType.QueuedConnection)
        booth.desk.opened.connect(self.fill)
        booth.desk.acted.connect(self._act)

    def fill(self) -> None:
        """Tell everything that the panel shows."""
        self._view.tell(news=[])
        self._tell_languages()
        self._tell_content()
        self._tell_offers()
        self._tell_light()
        self._tell_today()
        brightness = read_brightness()
        self._view.measure(
            volume=round(100 * loudness(self._booth.settings)), brightness=-1 if brightness is None else brightness
        )

    def say(self, news: str) -> None:
        """Say what came of something."""
        self._view.tell(news=[news])

    def _act(self, act: str, value: str) -> None:
        try:
            self._do(act, value)
        except KioskError as error:
            log("staff.act_failed", act=act, why=error.what)
            self.say(str(error))

    def _do(self, act: str, value: str) -> None:
        match act:
            case "first":
                self._booth.change(FIRST_LANGUAGE, value)
                self._booth.speak_staff()
                self.fill()
            case "offer":
                self._offer(value)
            case "volume":
                self._booth.change(VOLUME, int(value))
                self._view.measure(volume=round(100 * loudness(self._booth.settings)))
            case "brightness":
                set_brightness(int(value))
                self._view.measure(brightness=read_brightness() or 0)
            case "load":
                row, _, when = value.partition(":")
                offers = self._sticks.offers
                if int(row) < len(offers) and self._sticks.load(offers[int(row)], when == "now"):
                    self._view.measure(progress=0)
            case "count":
                self._booth.change(COUNTING, value == "on")
                self._tell_today()
            case "checked":
                self._opening.remember(value)
                self._tell_light()
            case "return":
                self._view.measure(progress=0)
                self.content.go_back("staff asked for it")
            case "restart":
                self._end(Exit.RESTART)
            case "leave":
                self._end(Exit.OK)

    # Languages.

    def _tell_languages(self) -> None:
        languages = self._booth.whole.languages
        self._view.tell(
            codes=[language.code for language in languages],
            names=[language.name for language in languages],
            offered=self._offered(),
            first=[self._booth.default.code],
        )

    def _offered(self) -> list[str]:
        return [language.code for language in self._booth.bundle.languages]

    def _offer(self, code: str) -> None:
        """Offer a language, or no longer; the one that the booth begins with stays offered."""
        chosen = self._offered()
        if code in chosen and code == self._booth.default.code:
            self.say(self.gettext("The booth begins with this language: choose another one to begin with first."))
            return
        known = [language.code for language in self._booth.whole.languages]
        said = self._booth.settings.languages.offered
        self._booth.change(OFFERED_LANGUAGES, tuple(toggled(code, [*dict.fromkeys([*said, *chosen])], known)))
        self._tell_languages()

    # Content.

    def _tell_content(self) -> None:
        from kiosk.bundle.store.installed import installed

        bundle, folder = self._booth.whole, self._booth.folder
        facts = [bundle.title.get(self._booth.staff_code) or bundle.title.get("", "")]
        known = {one.folder: one for one in installed()} if is_installed(folder) else {}
        one = known.get(folder)
        if one is not None:
            facts.append(self.gettext("Fingerprint {fingerprint}").format(fingerprint=one.short))
            facts.append(self.gettext("Shown since {time}").format(time=apart(one.local_since)))
        else:
            path = apart(str(folder.absolute()))
            facts.append(self.gettext("Not installed: shown from {folder}").format(folder=path))
        previous = any(other.role == "previous" for other in known.values())
        self._view.tell(content=facts)
        self._view.measure(can_return=int(self.content.can_go_back or (previous and not self._booth.chosen)))

    def _tell_offers(self) -> None:
        shown, now = self._booth.folder.name, self.gettext("is shown now")
        offers = []
        for offer in self._sticks.offers:
            size = f", {offer.size / 1_000_000:.0f} MB" if offer.size else ""
            known = f", {now}" if offer.fingerprint == shown else ""
            offers.append(f"{offer.title}  ({Path(offer.path).name[:40]}{size}{known})")
        self._view.tell(offers=offers)

    def _note_refused(self, why: str) -> None:
        self._view.measure(progress=-1)
        self.say(why[:400])

    def _note_loaded(self, now: bool) -> None:
        self._view.measure(progress=-1)
        self.say(self.gettext("It is on the booth.") if now else self.gettext("It is shown when nobody is there."))
        self.content.take(now)

    def _note_failed(self, why: str) -> None:
        self._rest()
        self.say(why)

    def _rest(self) -> None:
        """Let content be loaded again, unless some is just now."""
        if not self._sticks.busy:
            self._view.measure(progress=-1)

    def _note_returned(self, title: str) -> None:
        self._rest()
        self.say(self.gettext("“{title}” is shown again.").format(title=title))

    # The day.

    def _tell_today(self) -> None:
        """Say what today's counts are, in a few lines, once they have been read."""
        counting = self._booth.settings.counts.enabled
        self._view.measure(counting=int(counting))
        if not counting:
            self._view.tell(today=[self.gettext("Counting is off.")])
            return
        self._counting.ask()

    def _say_today(self, found: Summary) -> None:
        from kiosk.language.formats import duration, percent
        from kiosk.staff.summary import language_name
        from kiosk.staff.titles import titles_of

        code = self._booth.staff_code
        lines = [self.gettext("Visits: {count}").format(count=found.visits)]
        if found.busiest:
            hour, count = found.busiest[1], found.hours[found.busiest]
            said = self.ngettext(
                "Busiest hour: {hour}:00, {count} visit", "Busiest hour: {hour}:00, {count} visits", count
            )
            lines.append(said.format(hour=hour, count=count))
        if found.lengths:
            lines.append(self.gettext("Length on average: {time}").format(time=duration(found.mean_seconds, code)))
        if found.languages:
            names = ", ".join(f"{language_name(code)} {count}" for code, count in found.languages.most_common(4))
            lines.append(self.gettext("Languages: {names}").format(names=names))
        titles = titles_of(self._booth.whole, code)
        pages = [(name, count) for name, count in found.pages.most_common(4) if name != "home"]
        if pages:
            names = ", ".join(f"{titles.page(name)} {count}" for name, count in pages)
            lines.append(self.gettext("Most opened: {names}").format(names=names))
        if found.films:
            films = [(titles.film(film), percent(round(share, 2), code)) for film, (_, share) in found.films.items()]
            names = ", ".join(f"{name} {share}" for name, share in films[:2])
            lines.append(self.gettext("Films, and how much of them was watched: {names}").format(names=names))
        self._view.tell(today=lines)

    # The traffic light.

    def _tell_light(self) -> None:
        reasons, level = [], 0
        for event, count in sorted(faults.items()):
            level = max(level, 2 if event == "exception" else 1)
            reasons.append(self._reason(event).format(count=count))
        ends = ended_badly(open_ledger().record)
        if ends:
            level = max(level, 1)
            said = self.gettext("Crashes of the program since the machine was started: {count}. The log tells more.")
            reasons.append(said.format(count=ends))
        if os.environ.get("NOTIFY_SOCKET") is None:
            level = max(level, 1)
            page = apart("docs/\N{WORD JOINER}operation.md")  # a line would break after the slash
            reasons.append(
                self.gettext("Nothing starts this program again if it should end: see {page}.").format(page=page)
            )
        last = last_check()
        if last is None:
            reasons.append(self.gettext("There has been no opening check yet."))
            level = max(level, 1)
        else:
            words = (
                self.gettext("all was well"),
                self.gettext("something to look at"),
                self.gettext("something was wrong"),
            )
            result = words[min(2, max(0, last.level))]
            reasons.append(self.gettext("Opening check {time}: {result}.").format(time=last.time, result=result))
            level = max(level, last.level)
        self._view.tell(reasons=reasons)
        self._view.measure(level=level)

    def _reason(self, event: str) -> str:
        known = {
            "exception": self.gettext("Mistakes of the program since the start: {count}. The log tells more."),
            "media.failed": self.gettext("Films that could not be played: {count}."),
            "settings.problem": self.gettext("Mistakes in the settings: {count}. See `kiosk settings check`."),
            "bundle.problem": self.gettext("Mistakes in the content: {count}. See `kiosk check`."),
            "content.unsound": self.gettext("Content that caused mistakes and was taken back: {count}."),
            "graphics.software": self.gettext(
                "The graphics card is left alone, since nothing was drawn with it: films may be slow."
            ),
        }
        return known.get(event, self.gettext("Warnings since the start: {count}. The log tells more."))

    def gettext(self, text: str) -> str:
        """Return `text` in the language of the panel."""
        return self._booth.staff_words.gettext(text)

    def ngettext(self, one: str, many: str, n: int) -> str:
        """Return `one` or `many` in the language of the panel, as it is said of `n` things."""
        return self._booth.staff_words.ngettext(one, many, n)
