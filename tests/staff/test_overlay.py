"""What staff see: every step of the desk as a table, and properties over any sequence of steps."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.staff.overlay import (
    SECONDS,
    Called,
    Check,
    Clean,
    Demo,
    LetIn,
    Mode,
    Overlay,
    Shut,
    Tick,
    Touched,
    demo_minutes_left,
    due,
    seconds_left,
    step,
)

NOW = 1000.0
PAD = Overlay(Mode.PAD, NOW + SECONDS[Mode.PAD])
PANEL = Overlay(Mode.PANEL, NOW + SECONDS[Mode.PANEL])
CLEANING = Overlay(Mode.CLEANING, NOW + 30)
CHECK = Overlay(Mode.CHECK, NOW + SECONDS[Mode.CHECK])
EVENTS = [Called(), Touched(), LetIn(), Shut(), Clean(30), Demo(5), Demo(0), Check(), Tick()]


@pytest.mark.parametrize(
    ("overlay", "event", "mode", "seconds"),
    [
        (Overlay(), Called(), Mode.PAD, SECONDS[Mode.PAD]),
        (Overlay(), Touched(), Mode.CLOSED, math.inf),
        (Overlay(), LetIn(), Mode.CLOSED, math.inf),
        (Overlay(), Clean(30), Mode.CLOSED, math.inf),
        (Overlay(), Demo(5), Mode.CLOSED, math.inf),
        (Overlay(), Check(), Mode.CLOSED, math.inf),
        (PAD, Called(), Mode.PAD, SECONDS[Mode.PAD]),
        (PAD, LetIn(), Mode.PANEL, SECONDS[Mode.PANEL]),
        (PAD, Shut(), Mode.CLOSED, math.inf),
        (PAD, Clean(30), Mode.PAD, SECONDS[Mode.PAD]),
        (PAD, Check(), Mode.PAD, SECONDS[Mode.PAD]),
        (PANEL, Shut(), Mode.CLOSED, math.inf),
        (PANEL, Clean(60), Mode.CLEANING, 60),
        (PANEL, Demo(15), Mode.CLOSED, math.inf),
        (PANEL, Demo(0), Mode.PANEL, SECONDS[Mode.PANEL]),
        (PANEL, Check(), Mode.CHECK, SECONDS[Mode.CHECK]),
        (CHECK, Shut(), Mode.PANEL, SECONDS[Mode.PANEL]),
        (CLEANING, Shut(), Mode.CLEANING, 30),
        (CLEANING, Touched(), Mode.CLEANING, 30),
        (CLEANING, Called(), Mode.CLEANING, 30),
    ],
    ids=str,
)
def test_a_step(overlay, event, mode, seconds):
    after = step(overlay, event, NOW)
    assert (after.mode, after.until) == (mode, NOW + seconds)


@pytest.mark.parametrize("overlay", [PAD, PANEL, CLEANING, CHECK], ids=lambda overlay: overlay.mode.value)
def test_it_closes_by_itself(overlay):
    assert step(overlay, Tick(), overlay.until - 0.01).mode is overlay.mode
    assert step(overlay, Tick(), overlay.until).mode is Mode.CLOSED


def test_a_touch_keeps_the_panel_open():
    late = NOW + SECONDS[Mode.PANEL] - 1
    assert step(PANEL, Touched(), late).until == late + SECONDS[Mode.PANEL]


def test_a_demo_ends_by_itself_and_by_hand():
    demo = step(PANEL, Demo(5), NOW)
    assert demo_minutes_left(demo, NOW) == 5
    assert demo_minutes_left(demo, NOW + 240.1) == 1
    assert demo_minutes_left(step(demo, Tick(), NOW + 300), NOW + 300) == 0
    opened = step(step(demo, Called(), NOW + 10), LetIn(), NOW + 11)
    assert demo_minutes_left(step(opened, Demo(0), NOW + 12), NOW + 12) == 0


def test_the_countdown_and_when_it_shows_another_number():
    assert seconds_left(PAD, NOW) == SECONDS[Mode.PAD]
    assert due(PAD, NOW) == NOW + 1
    assert seconds_left(Overlay(), NOW) == 0
    assert due(Overlay(), NOW) is None
    assert due(Overlay(demo_until=NOW + 60), NOW) == NOW + 60


@given(st.lists(st.tuples(st.sampled_from(EVENTS), st.floats(0, 200)), max_size=40))
def test_whatever_happens_it_closes_and_nobody_gets_in_without_a_pin(events):
    overlay, now, pad_since, let_in = Overlay(), NOW, False, False
    for event, seconds in events:
        now += seconds
        before = overlay
        overlay = step(step(overlay, Tick(), now), event, now)
        pad_since |= before.mode is Mode.PAD
        let_in |= isinstance(event, LetIn) and pad_since
        if overlay.mode in (Mode.PANEL, Mode.CLEANING, Mode.CHECK):
            assert let_in
        assert overlay.covers == (overlay.until < math.inf)
        assert due(overlay, now) is None or due(overlay, now) >= now - 1
    assert step(overlay, Tick(), now + SECONDS[Mode.CHECK] + SECONDS[Mode.PANEL]).mode is Mode.CLOSED
