"""Content from a stick: what is offered, taken over beside what is shown, and shown when nobody is there.

Everything that touches a stick happens in threads that wait for processes: a dead stick must not stop the picture.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from itertools import count
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from kiosk.booth.logs import log
from kiosk.ground.errors import BundleError, KioskError
from kiosk.ground.events import Event
from kiosk.staff import sticks as on_sticks
from kiosk.staff.sticks import Mount, Offer
from kiosk.store.install import install

if TYPE_CHECKING:
    from kiosk.booth.booth import Booth

MOUNTS: Final = Path("/proc/self/mountinfo")
MOST_TRIES: Final = 5
"""How often udisks2 is asked to mount a stick: it may hear of one later than the booth does."""
_STEPS: Final = 3
"""How often a file is named while it is taken over, about."""


class Sticks(QObject):
    """The sticks in this machine, and what becomes of their content.

    Each of the `offers` has a number that no other one has or had. `changed` comes when they have changed; `progressed`
    with a part from 0 to 1; `loaded` with whether to show at once.
    """

    changed = Signal()
    progressed = Signal(float)
    loaded = Signal(bool)
    refused = Signal(str)
    _seen = Signal(object, object, object)

    def __init__(self, booth: Booth) -> None:
        super().__init__(booth.engine)
        self.offers: dict[int, Offer] = {}
        self._numbers = count(1)
        self.busy = False
        self._booth = booth
        self._policy = booth.config.settings.sticks
        self._data = b""
        self._mounts: tuple[Mount, ...] = ()
        self._places: dict[Path, dict[int, Offer]] = {}
        self._tries: dict[str, int] = {}
        self._looking = False
        self._seen.connect(self._take)
        booth.looks.timeout.connect(self._look)
        self._look()

    def load(self, number: int, now: bool) -> bool:
        """Take what a stick offers over, shown `now` or as soon as nobody is there; return whether that begins.

        An offer whose stick has gone meanwhile is none.
        """
        offer = self.offers.get(number)
        if offer is None or self.busy or self._booth.config.settings.sticks == "never":
            return False
        self.busy = True
        self._run(lambda: self._install(offer, now))
        return True

    def _install(self, offer: Offer, now: bool) -> None:
        steps = 0

        def tick(_file: str) -> None:
            nonlocal steps
            steps += 1
            self.progressed.emit(min(0.99, steps / (_STEPS * max(1, offer.files) + 2)))

        log(Event.INSTALL_STARTED, source=offer.path)
        try:
            done = install(Path(offer.path), tick)
        except (BundleError, KioskError) as error:
            log(Event.INSTALL_REFUSED, source=offer.path, why=error.what)
            self.busy = False
            self.refused.emit(str(error))
            return
        log(Event.INSTALL_ENDED, title=done.title, fingerprint=done.short)
        self.busy = False
        self.loaded.emit(now)

    # Looking.

    def _look(self) -> None:
        """See whether a stick came or went; what is on a new one is found out beside."""
        if self._looking or not self._read_mounts() or (policy := self._follow_policy()) == "never":
            return
        places = on_sticks.sticks(self._mounts, os.environ.get("KIOSK_STICKS", ""))
        self._forget(place for place in [*self._places] if place not in places)
        new = [place for place in places if place not in self._places]
        devices = self._to_mount()
        if new or devices:
            self._looking = True
            self._run(lambda: self._find(new, devices, policy))

    def _read_mounts(self) -> bool:
        try:
            data = MOUNTS.read_bytes()
        except OSError:
            return False
        if data != self._data:
            self._data, self._mounts = data, on_sticks.read_mounts(data.decode("utf-8", "replace"))
        return True

    def _follow_policy(self) -> str:
        """Return what may come in; what a changed policy lets in is found out anew."""
        policy = self._booth.config.settings.sticks
        if policy != self._policy:
            self._policy = policy
            self._places.clear()
            self._tell()
        return policy

    def _forget(self, gone: Iterable[Path]) -> None:
        for place in gone:
            log(Event.STICK_GONE, place=place.name)
            del self._places[place]
            self._tell()

    def _to_mount(self) -> list[str]:
        """Return the devices that nobody has mounted; one that somebody unmounts stays so until it is pulled."""
        waiting = on_sticks.unmounted(self._mounts)
        present = {*waiting, *(mount.source for mount in self._mounts)}
        self._tries = {device: tries for device, tries in self._tries.items() if device in present}
        return [device for device in waiting if self._tries.get(device, 0) < MOST_TRIES]

    def _find(self, new: list[Path], devices: list[str], policy: str) -> None:
        mounted: list[str] = []
        found: dict[Path, tuple[Offer, ...]] = {}
        try:
            mounted = [device for device in devices if on_sticks.mount_by_udisks(device)]
            found = {place: on_sticks.look(place, policy) for place in new}
        finally:
            self._seen.emit(devices, mounted, found)

    def _take(self, asked: list[str], mounted: list[str], found: dict[Path, tuple[Offer, ...]]) -> None:
        self._looking = False
        for device in asked:
            self._tries[device] = MOST_TRIES if device in mounted else self._tries.get(device, 0) + 1
        for place, offers in found.items():
            self._places[place] = {next(self._numbers): offer for offer in offers}
            log(Event.STICK_FOUND, place=place.name, offers=len(offers))
        if found:
            self._tell()

    def _tell(self) -> None:
        self.offers = {number: offer for offers in self._places.values() for number, offer in offers.items()}
        self.changed.emit()

    @staticmethod
    def _run(work: Callable[[], None]) -> None:
        Thread(target=work, name="stick", daemon=True).start()
