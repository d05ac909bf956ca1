"""The hidden gesture: what opens the pad, and that play does not."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.settings.settings import Corner, WayIn
from kiosk.staff.way_in import CORNER, MOUSE, STILL, Down, Move, Tick, Touch, Up, Watch, due, in_corner, watch

SIZE = (16 / 9, 1.0)
HOLD = WayIn()
TAPS = WayIn(gesture="taps")
MIDDLE = (0.9, 0.5)

Timed = tuple[float, Touch]


def opens(way: WayIn, touches: list[Timed], seen: Watch | None = None) -> list[float]:
    """Return when the pad opens; ticks come when they are due."""
    seen, found = seen or Watch(), []
    for now, touch in touches:
        at = due(seen, way)
        if at is not None and at < now:
            seen, opened = watch(seen, Tick(), at, way, SIZE)
            found += [at] * opened
        seen, opened = watch(seen, touch, now, way, SIZE)
        found += [now] * opened
    at = due(seen, way)
    if at is not None:
        seen, opened = watch(seen, Tick(), at, way, SIZE)
        found += [at] * opened
    return found


def two(at: float = 0.0, later: float = 0.2) -> list[Timed]:
    return [(at, Down(1, *MIDDLE)), (at + later, Down(2, 1.2, 0.5))]


def taps(count: int = 5, every: float = 0.4, place: tuple[float, float] = (0.05, 0.05), finger: int = 1) -> list[Timed]:
    pairs = [[(n * every, Down(finger, *place)), (n * every + 0.1, Up(finger))] for n in range(count)]
    return [each for pair in pairs for each in pair]


@pytest.mark.parametrize(
    ("touches", "at"),
    [
        (two(), [3.2]),
        (two(later=1.0), [4.0]),
        ([*two(), (1.0, Move(1, MIDDLE[0] + STILL * 0.9, 0.5)), (2.0, Move(2, 1.2, 0.5 - STILL * 0.9))], [3.2]),
        ([*two(), (1.0, Down(3, 0.1, 0.1)), (1.1, Up(3)), (1.3, Up(2)), *two(2.0)], [5.2]),
        ([*two(), (1.0, Up(1)), (1.3, Down(1, *MIDDLE))], []),  # the second one was there too long
        ([*two(), (1.0, Up(9)), (1.1, Move(9, 0, 0))], [3.2]),  # nobody's
        ([(0.0, Down(7, 0.1, 0.9)), *two(11.0)], [14.2]),  # something leans on the screen
        ([(0.0, Down(7, 0.1, 0.9)), *two(5.0)], []),
        ([(0.0, Down(1, *MIDDLE)), *two(20.0)], [23.2]),  # its release was lost
        ([*two(), (4.0, Down(3, 0.1, 0.1)), (5.0, Up(3))], [3.2]),  # once
        (two(later=1.1), []),
        ([*two(), (3.1, Up(2))], []),
        ([*two(), (2.0, Move(1, MIDDLE[0] + STILL * 1.1, 0.5)), (2.1, Move(1, *MIDDLE))], []),
        ([*two(), (2.0, Down(3, 0.1, 0.1)), (2.2, Up(3))], []),
        ([(0.0, Down(1, *MIDDLE)), (0.1, Move(1, 0.1, 0.5)), (0.2, Down(2, 1.2, 0.5))], []),
        ([(0.0, Down(1, *MIDDLE)), (0.1, Down(MOUSE, 1.2, 0.5))], []),
        ([(0.0, Down(MOUSE, *MIDDLE)), (9.0, Up(MOUSE))], []),
        (taps(9), []),
    ],
)
def test_hold(touches: list[Timed], at: list[float]) -> None:
    assert opens(HOLD, touches) == pytest.approx(at)


@pytest.mark.parametrize(
    ("touches", "at"),
    [
        (taps(), [1.7]),
        (taps(finger=MOUSE), [1.7]),
        ([(-1.0, Down(1, *MIDDLE)), (-0.9, Up(1)), *taps()], [1.7]),
        ([(-20.0, Down(7, *MIDDLE)), *taps()], [1.7]),  # something leans on the screen
        (taps(10), [1.7, 3.7]),
        ([(-1.0, Up(7)), *taps()], [1.7]),
        (taps(4), []),
        (taps(every=0.8), []),  # too slowly
        (taps(30, place=(CORNER * 1.1, 0.05)), []),
        (taps(30, place=(SIZE[0] - 0.05, 0.05)), []),
        ([*taps(4), (1.5, Down(1, *MIDDLE)), (1.55, Up(1)), (1.6, Down(1, 0.05, 0.05)), (1.7, Up(1))], []),
        ([(n / 10, Down(n, 0.05, 0.05)) for n in range(9)], []),
        ([(0.0, Down(n, 0.05, 0.05)) for n in range(9)] + [(0.1, Up(n)) for n in range(9)], []),  # a palm
        ([*taps(4), (1.6, Down(1, 0.05, 0.05)), (2.5, Up(1))], []),  # a long press
        ([*taps(4), (1.6, Down(1, 0.05, 0.05)), (1.65, Move(1, 0.5, 0.5)), (1.7, Up(1))], []),  # a swipe out of it
        ([*taps(4), (1.6, Down(1, 0.05, 0.05)), (1.65, Move(1, 0.06, 0.05)), (1.7, Up(1))], [1.7]),
        (two(), []),
    ],
)
def test_taps(touches: list[Timed], at: list[float]) -> None:
    assert opens(TAPS, touches) == pytest.approx(at)


def test_what_is_set_is_what_opens() -> None:
    assert opens(WayIn(seconds=5), two()) == pytest.approx([5.2])
    assert opens(WayIn(gesture="taps", taps=3), taps(3)) == pytest.approx([0.9])


@pytest.mark.parametrize("corner", ["top-left", "top-right", "bottom-left", "bottom-right"])
def test_each_corner(corner: Corner) -> None:
    way = WayIn(gesture="taps", corner=corner)
    places = {(x, y): (0.01 + x * (SIZE[0] - 0.02), 0.01 + y * 0.98) for x in (0, 1) for y in (0, 1)}
    inside = [at for at, place in places.items() if in_corner(*place, way, SIZE)]
    assert inside == [(int(corner.endswith("right")), int(corner.startswith("bottom")))]
    assert not in_corner(*MIDDLE, way, SIZE)


# Play. A step is a finger, what it does, where, and after how long.

x_places, y_places = st.floats(0, SIZE[0]), st.floats(0, SIZE[1])
acts = st.sampled_from([Down, Move, Up])


def played(steps: list[tuple[int, Any, float, float, float]]) -> list[Timed]:
    now, found = 0.0, []
    for finger, act, x, y, later in steps:
        now += later
        found.append((now, Up(finger) if act is Up else act(finger, x, y)))
    return found


def steps(fingers: st.SearchStrategy[int], most_later: float = 20.0) -> st.SearchStrategy[list[Any]]:
    return st.lists(st.tuples(fingers, acts, x_places, y_places, st.floats(0, most_later)), max_size=40)


@given(steps(st.just(1)))
def test_one_finger_never_opens_hold(play: list[Any]) -> None:
    assert opens(HOLD, played(play)) == []


@given(steps(st.integers(-1, 9), most_later=0.5))
def test_hands_that_do_not_rest_never_open_hold(play: list[Any]) -> None:
    """Each time before three seconds are over, everything is lifted."""
    now, found, lifted = 0.0, [], 0.0
    for at, touch in played(play):
        now = at
        if now - lifted > 2.5:
            found += [(now, Up(finger)) for finger in range(-1, 10)]
            lifted = now
        found.append((now, touch))
    found += [(now, Up(finger)) for finger in range(-1, 10)]
    assert opens(HOLD, found) == []


@given(steps(st.integers(-1, 9), most_later=0.5))
def test_play_outside_the_corner_never_opens_taps(play: list[Any]) -> None:
    outside = [(finger, act, max(x, CORNER), y, later) for finger, act, x, y, later in play]
    assert opens(TAPS, played(outside)) == []


@given(steps(st.integers(-1, 9)), st.sampled_from([HOLD, TAPS]))
def test_whatever_was_played_staff_come_in(play: list[Any], way: WayIn) -> None:
    """Once everybody has let go, or eleven seconds later if a release was lost."""
    seen, now = Watch(), 0.0
    for now, touch in played(play):
        seen, _ = watch(seen, touch, now, way, SIZE)
    gesture = two(now + 11) if way is HOLD else [(now + 11 + at, touch) for at, touch in taps()]
    assert opens(way, gesture, seen)[-1:] == [pytest.approx(now + 11 + (3.2 if way is HOLD else 1.7))]


def test_time_alone_opens_nothing() -> None:
    assert [due(Watch(taps=(1.0,)), TAPS), due(Watch(), HOLD)] == [None, None]
    for way in (HOLD, TAPS):
        assert watch(Watch(taps=(1.0,)), Tick(), 9.0, way, SIZE) == (Watch(taps=(1.0,)), False)
