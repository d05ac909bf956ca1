"""The pages that a bundle has, in the order in which one would walk through them."""

from __future__ import annotations

from kiosk.bundle.contents import film_ids
from kiosk.bundle.model import Bundle
from kiosk.visit.route import HOME, Page, Place


def places_of(bundle: Bundle) -> list[Place]:
    """Return every page of `bundle`: home, the sectors, the statistics, the films together and each alone."""
    sectors = [Place(Page.SECTOR, sector.id) for sector in bundle.sectors]
    films = [Place(Page.FILM, film) for film in film_ids(bundle)]
    return [HOME, *sectors, Place(Page.STATISTICS), Place(Page.VIDEOS), *films]
