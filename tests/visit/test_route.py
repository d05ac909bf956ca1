from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.visit.route import (
    HOME,
    Back,
    Home,
    Open,
    Page,
    Place,
    Replace,
    Reset,
    Route,
    RouteEvent,
    next_route,
    place_named,
    surviving_route,
)

CARS = Place(Page.SECTOR, "automotive")
STUDY = Place(Page.SECTOR, "study")
NUMBERS = Place(Page.STATISTICS)
FILMS = Place(Page.VIDEOS)
LINE = Place(Page.FILM, "line")
DOCK = Place(Page.FILM, "dock")

PLACES = st.sampled_from([HOME, CARS, STUDY, NUMBERS, Place(Page.STATISTICS, "study"), FILMS, LINE, DOCK])
EVENTS = st.one_of(st.builds(Open, PLACES), st.builds(Replace, PLACES), st.sampled_from([Back(), Home(), Reset()]))


def trail(*places: Place) -> Route:
    return Route((HOME, *places))


@pytest.mark.parametrize(
    ("before", "event", "after"),
    [
        (trail(), Open(CARS), trail(CARS)),
        (trail(), Open(HOME), trail()),
        (trail(), Open(LINE), trail(LINE)),
        (trail(), Replace(CARS), trail(CARS)),
        (trail(), Back(), trail()),
        (trail(), Home(), trail()),
        (trail(), Reset(), trail()),
        (trail(CARS), Open(CARS), trail(CARS)),
        (trail(CARS), Open(STUDY), trail(STUDY)),
        (trail(CARS), Open(NUMBERS), trail(NUMBERS)),
        (trail(CARS), Open(HOME), trail()),
        (trail(CARS), Open(LINE), trail(CARS, LINE)),
        (trail(CARS), Replace(STUDY), trail(STUDY)),
        (trail(CARS), Replace(CARS), trail(CARS)),
        (trail(CARS), Replace(LINE), trail(CARS, LINE)),
        (trail(CARS), Back(), trail()),
        (trail(CARS, LINE), Open(DOCK), trail(CARS, DOCK)),
        (trail(CARS, LINE), Replace(DOCK), trail(CARS, DOCK)),
        (trail(CARS, LINE), Open(CARS), trail(CARS)),
        (trail(CARS, LINE), Open(FILMS), trail(FILMS)),
        (trail(CARS, LINE), Back(), trail(CARS)),
        (trail(CARS, LINE), Home(), trail()),
        (trail(CARS, LINE), Reset(), trail()),
    ],
)
def test_transitions(before: Route, event: RouteEvent, after: Route) -> None:
    assert next_route(before, event) == after


@given(st.lists(EVENTS))
def test_every_trail_starts_at_home_and_has_three_places_at_most(events: list[RouteEvent]) -> None:
    route = Route()
    for event in events:
        before, route = route, next_route(route, event)
        assert route.stack[0] == HOME
        assert route.depth <= 2
        assert len(set(route.stack)) == len(route.stack)
        assert route.can_go_back == (route.place != HOME)
        if isinstance(event, Open | Replace):
            assert route.place == event.place
            assert (event.place != before.place) or route is before
        assert next_route(route, Home()) == next_route(route, Reset()) == Route()


@given(st.lists(EVENTS))
def test_going_back_twice_always_leads_home(events: list[RouteEvent]) -> None:
    route = Route()
    for event in (*events, Back(), Back()):
        route = next_route(route, event)
    assert route == Route()


@pytest.mark.parametrize(
    ("name", "place"),
    [("home", HOME), ("statistics", NUMBERS), ("videos", FILMS), ("line", LINE), ("automotive", CARS)],
)
def test_a_place_has_a_name(name: str, place: Place) -> None:
    assert place_named(name, {"line"}) == place


@pytest.mark.parametrize(("place", "text"), [(HOME, "home"), (CARS, "sector/automotive"), (LINE, "film/line")])
def test_a_place_is_logged_as_a_path(place: Place, text: str) -> None:
    assert str(place) == text


@pytest.mark.parametrize(
    ("before", "after", "kept"),
    [
        ([HOME, CARS, STUDY, LINE], [HOME, STUDY, CARS, LINE], trail(CARS, LINE)),
        (
            [HOME, CARS, STUDY, LINE],
            [HOME, Place(Page.SECTOR, "cars"), STUDY, LINE],
            trail(Place(Page.SECTOR, "cars"), LINE),
        ),
        ([HOME, CARS, STUDY, LINE], [HOME, STUDY, LINE], trail()),
        ([HOME, CARS, STUDY, LINE], [HOME, CARS, STUDY], trail(CARS)),
        ([HOME, CARS, LINE], [HOME, CARS, DOCK], trail(CARS, DOCK)),
        ([], [], trail()),
    ],
    ids=["order", "new id", "gone", "film gone", "film's new id", "nothing"],
)
def test_a_trail_outlives_a_change_of_what_there_is(before: list[Place], after: list[Place], kept: Route) -> None:
    assert surviving_route(trail(CARS, LINE), before, after) == kept
