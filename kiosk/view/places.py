"""The pages that a bundle has, in the order in which one would walk through them."""

from __future__ import annotations

from kiosk.bundle.contents import all_numbers, film_ids
from kiosk.bundle.model import Bundle
from kiosk.visit.route import HOME, Page, Place


def places_of(bundle: Bundle) -> list[Place]:
    """Return every page of `bundle`: home, the sectors, the statistics, the films together and each alone.

    A bundle without numbers has no statistics, one without films no page of them.
    """
    sectors = [Place(Page.SECTOR, sector.id) for sector in bundle.sectors]
    films = [Place(Page.FILM, film) for film in film_ids(bundle)]
    statistics = [Place(Page.STATISTICS)] if all_numbers(bundle) else []
    return [HOME, *sectors, *statistics, *([Place(Page.VIDEOS)] if films else []), *films]
