"""Content from a stick: what is offered, taken over beside what is shown, and shown when nobody is there.

Everything that touches a stick happens in threads that wait for processes: a dead stick must not stop the picture.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.booth.logs import log
from kiosk.errors import BundleError, KioskError
from kiosk.staff import sticks as on_sticks
from kiosk.staff.sticks import Offer

if TYPE_CHECKING:
    from kiosk.booth.booth import Booth

LOOK_MS: Final = 1000
MOUNTS: Final = Path("/proc/self/mountinfo")
_STEPS: Final = 3
"""How often a file is named while it is taken over, about."""


class Sticks(QObject):
    """The sticks in this machine, and what becomes of their content.

    `changed` comes when `offers` has; `progressed` with a part from 0 to 1; `loaded` with whether to show at once.
    """

    changed = Signal()
    progressed = Signal(float)
    loaded = Signal(bool)
    refused = Signal(str)
    _seen = Signal(object)

    def __init__(self, booth: Booth, draw: list[str]) -> None:
        super().__init__(booth.engine)
        self.offers: tuple[Offer, ...] = ()
        self.busy = False
        self._booth = booth
        self._draw = draw
        self._mounts = b""
        self._places: dict[Path, tuple[Offer, ...]] = {}
        self._asked: set[str] = set()
        self._looking = False
        self._seen.connect(self._take)
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()
        self._look()

    def load(self, offer: Offer, now: bool) -> None:
        """Take the content of a stick over; it is shown `now`, or as soon as nobody is there."""
        if self.busy:
            return
        self.busy = True
        self._run(lambda: self._install(offer, now))

    def _install(self, offer: Offer, now: bool) -> None:
        from kiosk.bundle.store.install import install

        steps = 0

        def tick(_file: str) -> None:
            nonlocal steps
            steps += 1
            self.progressed.emit(min(0.99, steps / (_STEPS * max(1, offer.files) + 2)))

        log("install.started", source=offer.path)
        try:
            done = install(Path(offer.path), self._draw, tick)
        except (BundleError, KioskError) as error:
            log("install.refused", source=offer.path, why=error.what)
            self.busy = False
            self.refused.emit(str(error))
            return
        log("install.ended", title=done.title, fingerprint=done.short)
        self.busy = False
        self.loaded.emit(now)

    # Looking.

    def _look(self) -> None:
        """See whether a stick came or went; what is on a new one is found out beside."""
        policy = self._booth.settings.sticks
        extra = os.environ.get("KIOSK_STICKS", "")
        try:
            data = MOUNTS.read_bytes()
        except OSError:
            return
        if self._looking or (data == self._mounts and not extra):
            return
        self._mounts = data
        mounts = on_sticks.read_mounts(data.decode("utf-8", "replace"))
        places = on_sticks.sticks(mounts, extra) if policy != "never" else ()
        new = [place for place in places if place not in self._places]
        gone = [place for place in self._places if place not in places]
        for place in gone:
            log("stick.gone", place=place.name)
            del self._places[place]
        if gone:
            self._tell()
        if new or policy != "never":
            self._looking = True
            self._run(lambda: self._find(new, policy, mounts))

    def _find(self, new: list[Path], policy: str, mounts: tuple[on_sticks.Mount, ...]) -> None:
        for device in on_sticks.unmounted(mounts):
            if device not in self._asked:
                self._asked.add(device)
                on_sticks.mount_by_udisks(device)
        self._seen.emit({place: on_sticks.look(place, policy) for place in new})

    def _take(self, found: dict[Path, tuple[Offer, ...]]) -> None:
        self._looking = False
        for place, offers in found.items():
            self._places[place] = offers
            log("stick.found", place=place.name, offers=len(offers))
        if found:
            self._tell()

    def _tell(self) -> None:
        self.offers = tuple(offer for offers in self._places.values() for offer in offers)
        self.changed.emit()

    @staticmethod
    def _run(work: Callable[[], None]) -> None:
        Thread(target=work, name="stick", daemon=True).start()
