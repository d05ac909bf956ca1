"""Where the visitor is: a short trail of places, and the events that change it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from enum import StrEnum
from typing import TypeAlias, assert_never

import msgspec


class Page(StrEnum):
    """The kinds of page there are."""

    HOME = "home"
    SECTOR = "sector"
    STATISTICS = "statistics"
    VIDEOS = "videos"
    FILM = "film"


class Place(msgspec.Struct, frozen=True):
    """One page: `id` names the sector or the film; the statistics may carry the sector they are narrowed to."""

    page: Page
    id: str = ""

    def __str__(self) -> str:
        """Return the place as a path: `sector/automotive`."""
        return f"{self.page}/{self.id}" if self.id else str(self.page)


HOME = Place(Page.HOME)


class Route(msgspec.Struct, frozen=True):
    """The trail from home to where the visitor is; it starts at home and is never longer than three."""

    stack: tuple[Place, ...] = (HOME,)

    @property
    def place(self) -> Place:
        """Where the visitor is."""
        return self.stack[-1]

    @property
    def depth(self) -> int:
        """0 at home, 2 at most."""
        return len(self.stack) - 1

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place to go back to."""
        return len(self.stack) > 1


class Open(msgspec.Struct, frozen=True):
    """Go to a place."""

    place: Place


class Replace(msgspec.Struct, frozen=True):
    """Go sideways, to a neighbour of the place where one is: the trail keeps its length."""

    place: Place


class Back(msgspec.Struct, frozen=True):
    """Go back one place."""


class Home(msgspec.Struct, frozen=True):
    """Go home."""


class Reset(msgspec.Struct, frozen=True):
    """The visit has ended: the next visitor starts at home."""


RouteEvent: TypeAlias = Open | Replace | Back | Home | Reset


def place_named(name: str, films: Collection[str]) -> Place:
    """Return the place that an attract item's `opens` names; `films` are the ids of the bundle's films."""
    if name in (Page.HOME, Page.STATISTICS, Page.VIDEOS):
        return Place(Page(name))
    return Place(Page.FILM if name in films else Page.SECTOR, name)


def next_route(route: Route, event: RouteEvent) -> Route:
    """Return the trail after `event`; the same trail where nothing changes.

    A place lies on a level (home 0; a sector, the statistics, the videos 1; a film 2) and opening it keeps what
    lies above it, so no trail is longer than three and going back always goes up.
    """
    match event:
        case Open(place):
            return _opened(route, place)
        case Replace(place):
            if _level(place) == _level(route.place):
                return _opened(Route(route.stack[:-1]), place) if route.place != place else route
            return _opened(route, place)
        case Back():
            return Route(route.stack[:-1]) if route.can_go_back else route
        case Home() | Reset():
            return Route() if route.can_go_back else route
        case _:
            assert_never(event)


def is_back(before: Route, after: Route) -> bool:
    """Whether the way from `before` to `after` led back to a place where one was."""
    return len(after.stack) < len(before.stack) and before.stack[: len(after.stack)] == after.stack


def surviving_route(route: Route, before: Sequence[Place], after: Sequence[Place]) -> Route:
    """Return the trail after the content's places have changed from `before` to `after`.

    Where a place has gone but none else of its kind came or went, it only has a new id; else the trail ends above it.
    """
    kept: list[Place] = []
    for place in route.stack:
        old = [other for other in before if other.page is place.page]
        new = [other for other in after if other.page is place.page]
        if place not in new:
            if place not in old or len(old) != len(new):
                break
            place = new[old.index(place)]
        kept.append(place)
    return Route(tuple(kept)) if kept else Route()


def _opened(route: Route, place: Place) -> Route:
    if place == route.place:
        return route
    above = tuple(kept for kept in route.stack if _level(kept) < _level(place))
    return Route((*above, place))


def _level(place: Place) -> int:
    match place.page:
        case Page.HOME:
            return 0
        case Page.SECTOR | Page.STATISTICS | Page.VIDEOS:
            return 1
        case Page.FILM:
            return 2
        case _:
            assert_never(place.page)
