"""What staff see: every step of the desk as a table, and properties over any sequence of steps."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.staff.panel import (
    CHECK_SECONDS,
    PAD_SECONDS,
    PANEL_SECONDS,
    Called,
    Check,
    Clean,
    Demo,
    LetIn,
    Mode,
    Panel,
    Shut,
    Tick,
    Touched,
    demo_minutes_left,
    due,
    seconds_left,
    step,
)

NOW = 1000.0
PAD = Panel(Mode.PAD, NOW + PAD_SECONDS)
PANEL = Panel(Mode.PANEL, NOW + PANEL_SECONDS)
CLEANING = Panel(Mode.CLEANING, NOW + 30)
CHECK = Panel(Mode.CHECK, NOW + CHECK_SECONDS)
EVENTS = [Called(), Touched(), LetIn(), Shut(), Clean(30), Demo(5), Demo(0), Check(), Tick()]


@pytest.mark.parametrize(
    ("panel", "event", "mode", "seconds"),
    [
        (Panel(), Called(), Mode.PAD, PAD_SECONDS),
        (Panel(), Touched(), Mode.CLOSED, math.inf),
        (Panel(), LetIn(), Mode.CLOSED, math.inf),
        (Panel(), Clean(30), Mode.CLOSED, math.inf),
        (Panel(), Demo(5), Mode.CLOSED, math.inf),
        (Panel(), Check(), Mode.CLOSED, math.inf),
        (PAD, Called(), Mode.PAD, PAD_SECONDS),
        (PAD, LetIn(), Mode.PANEL, PANEL_SECONDS),
        (PAD, Shut(), Mode.CLOSED, math.inf),
        (PAD, Clean(30), Mode.PAD, PAD_SECONDS),
        (PAD, Check(), Mode.PAD, PAD_SECONDS),
        (PANEL, Shut(), Mode.CLOSED, math.inf),
        (PANEL, Clean(60), Mode.CLEANING, 60),
        (PANEL, Demo(15), Mode.CLOSED, math.inf),
        (PANEL, Demo(0), Mode.PANEL, PANEL_SECONDS),
        (PANEL, Check(), Mode.CHECK, CHECK_SECONDS),
        (CHECK, Shut(), Mode.PANEL, PANEL_SECONDS),
        (CLEANING, Shut(), Mode.CLEANING, 30),
        (CLEANING, Touched(), Mode.CLEANING, 30),
        (CLEANING, Called(), Mode.CLEANING, 30),
    ],
    ids=str,
)
def test_a_step(panel, event, mode, seconds):
    after = step(panel, event, NOW)
    assert (after.mode, after.until) == (mode, NOW + seconds)


@pytest.mark.parametrize("panel", [PAD, PANEL, CLEANING, CHECK], ids=lambda panel: panel.mode.value)
def test_it_closes_by_itself(panel):
    assert step(panel, Tick(), panel.until - 0.01).mode is panel.mode
    assert step(panel, Tick(), panel.until).mode is Mode.CLOSED


def test_a_touch_keeps_the_panel_open():
    late = NOW + PANEL_SECONDS - 1
    assert step(PANEL, Touched(), late).until == late + PANEL_SECONDS


def test_a_demo_ends_by_itself_and_by_hand():
    demo = step(PANEL, Demo(5), NOW)
    assert demo_minutes_left(demo, NOW) == 5
    assert demo_minutes_left(demo, NOW + 240.1) == 1
    assert demo_minutes_left(step(demo, Tick(), NOW + 300), NOW + 300) == 0
    opened = step(step(demo, Called(), NOW + 10), LetIn(), NOW + 11)
    assert demo_minutes_left(step(opened, Demo(0), NOW + 12), NOW + 12) == 0


def test_the_countdown_and_when_it_shows_another_number():
    assert seconds_left(PAD, NOW) == PAD_SECONDS
    assert due(PAD, NOW) == NOW + 1
    assert seconds_left(Panel(), NOW) == 0
    assert due(Panel(), NOW) is None
    assert due(Panel(demo_until=NOW + 60), NOW) == NOW + 60


@given(st.lists(st.tuples(st.sampled_from(EVENTS), st.floats(0, 200)), max_size=40))
def test_whatever_happens_it_closes_and_nobody_gets_in_without_a_pin(events):
    panel, now, pad_since, let_in = Panel(), NOW, False, False
    for event, seconds in events:
        now += seconds
        before = panel
        panel = step(step(panel, Tick(), now), event, now)
        pad_since |= before.mode is Mode.PAD
        let_in |= isinstance(event, LetIn) and pad_since
        if panel.mode in (Mode.PANEL, Mode.CLEANING, Mode.CHECK):
            assert let_in
        assert panel.covers == (panel.until < math.inf)
        assert due(panel, now) is None or due(panel, now) >= now - 1
    assert step(panel, Tick(), now + CHECK_SECONDS + PANEL_SECONDS).mode is Mode.CLOSED
