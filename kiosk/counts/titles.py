"""What the things that are counted are called: their titles in a bundle instead of their ids."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kiosk.bundle.contents import all_films, film_ids
from kiosk.bundle.model import Bundle, Film, say
from kiosk.visit.route import Page, Place, place_named


@dataclass(frozen=True)
class Titles:
    """Titles by place (`sector/cars`); what is not among them is called by its id."""

    places: Mapping[str, str] = field(default_factory=dict)
    films: frozenset[str] = frozenset()

    def page(self, place: str) -> str:
        """Return what a page is called."""
        return self.places.get(place) or place.rpartition("/")[2]

    def film(self, film_id: str) -> str:
        """Return what a film is called."""
        return self.page(str(Place(Page.FILM, film_id)))

    def opens(self, name: str) -> str:
        """Return what the page is called that an item of the attract loop opens."""
        return self.page(str(place_named(name, self.films)))


def titles_of(
    bundle: Bundle, language: str, home: str = "Home", numbers: str = "Numbers", films: str = "Films"
) -> Titles:
    """Return the titles of a bundle's pages in `language`; the others are for pages that have no title of their own."""
    found = {
        str(Page.HOME): home,
        str(Page.STATISTICS): say(bundle.statistics.title, language) or numbers,
        str(Page.VIDEOS): say(bundle.videos.title, language) or films,
    }
    for sector in bundle.sectors:
        found[str(Place(Page.SECTOR, sector.id))] = say(sector.title, language)
    for block, _ in all_films(bundle):
        if isinstance(block, Film):
            found[str(Place(Page.FILM, block.id))] = say(block.title, language)
    return Titles(found, frozenset(film_ids(bundle)))
