from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from msgspec.structs import replace

from kiosk.visit.visit import (
    Effect,
    KeyPressed,
    Leave,
    PageChanged,
    Phase,
    PlayingChanged,
    Pressed,
    Released,
    Rules,
    Stay,
    Step,
    Ticked,
    Visit,
    VisitInput,
    idle_limit_seconds,
    next_deadline,
    seconds_left,
    step,
)

RULES = Rules()
ENTERED = (Effect.VISIT_STARTED, Effect.ATTRACT_TAPPED)


def after(*inputs: tuple[float, VisitInput], visit: Visit | None = None) -> Step:
    """Return the last step of these inputs."""
    last = Step(visit or Visit())
    for now, happened in inputs:
        last = step(last.visit, happened, now, RULES)
    return last


ENTRY: tuple[tuple[float, VisitInput], ...] = ((0.0, Pressed()), (0.1, Released()))  # active, idle from 0.1
ACTIVE = after(*ENTRY).visit
WARNING = after((61.0, Ticked()), visit=ACTIVE).visit  # warned at 61
HELD = after((0.0, Pressed())).visit


@pytest.mark.parametrize(
    ("visit", "now", "happened", "phase", "swallow", "effects"),
    [
        # the attract loop
        (Visit(), 0.0, Pressed(), Phase.ATTRACT, True, ()),
        (Visit(), 0.0, Released(), Phase.ATTRACT, True, ()),
        (Visit(), 0.0, KeyPressed(), Phase.ACTIVE, True, ENTERED),
        (Visit(), 0.0, KeyPressed(repeated=True), Phase.ATTRACT, True, ()),
        (Visit(), 0.0, Ticked(), Phase.ATTRACT, False, ()),
        (Visit(), 0.0, PlayingChanged(True), Phase.ATTRACT, False, ()),
        (Visit(), 0.0, PageChanged(9), Phase.ATTRACT, False, ()),
        (Visit(), 0.0, Stay(), Phase.ATTRACT, False, ()),
        (Visit(), 0.0, Leave(), Phase.ATTRACT, False, ()),
        # a finger is down on it
        (HELD, 0.1, Released(), Phase.ACTIVE, True, ENTERED),
        (HELD, 0.1, Released(7), Phase.ATTRACT, True, ()),
        (HELD, 0.1, Pressed(7), Phase.ATTRACT, True, ()),
        (HELD, 0.1, KeyPressed(), Phase.ACTIVE, True, ENTERED),
        (HELD, 1.9, Ticked(), Phase.ATTRACT, False, ()),
        (HELD, 2.0, Ticked(), Phase.ACTIVE, False, ENTERED),  # its release was lost
        # just entered
        (ACTIVE, 0.39, Pressed(), Phase.ACTIVE, True, ()),
        (ACTIVE, 0.39, Pressed(7), Phase.ACTIVE, True, ()),
        (ACTIVE, 0.39, KeyPressed(), Phase.ACTIVE, True, ()),
        (ACTIVE, 0.41, Pressed(), Phase.ACTIVE, False, ()),
        (ACTIVE, 0.41, KeyPressed(), Phase.ACTIVE, False, ()),
        (ACTIVE, 0.41, KeyPressed(repeated=True), Phase.ACTIVE, False, ()),
        # a visit
        (ACTIVE, 9.0, Released(), Phase.ACTIVE, False, ()),
        (ACTIVE, 9.0, PlayingChanged(True), Phase.ACTIVE, False, ()),
        (ACTIVE, 9.0, PageChanged(100), Phase.ACTIVE, False, ()),
        (ACTIVE, 9.0, Stay(), Phase.ACTIVE, False, ()),
        (ACTIVE, 9.0, Leave(), Phase.ATTRACT, False, (Effect.VISIT_ENDED,)),
        (ACTIVE, 60.0, Ticked(), Phase.ACTIVE, False, ()),
        (ACTIVE, 60.1, Ticked(), Phase.WARNING, False, (Effect.WARNING_STARTED,)),
        (ACTIVE, 9999.0, Ticked(), Phase.WARNING, False, (Effect.WARNING_STARTED,)),  # the machine slept
        (ACTIVE, 9999.0, Pressed(), Phase.ACTIVE, False, ()),  # in time, since nothing was shown yet
        # the warning
        (WARNING, 62.0, Pressed(), Phase.ACTIVE, True, (Effect.WARNING_ENDED,)),
        (WARNING, 62.0, Released(7), Phase.WARNING, False, ()),
        (WARNING, 62.0, KeyPressed(), Phase.ACTIVE, True, (Effect.WARNING_ENDED,)),
        (WARNING, 62.0, KeyPressed(repeated=True), Phase.WARNING, True, ()),
        (WARNING, 62.0, Stay(), Phase.ACTIVE, False, (Effect.WARNING_ENDED,)),
        (WARNING, 62.0, Leave(), Phase.ATTRACT, False, (Effect.WARNING_ENDED, Effect.VISIT_ENDED)),
        (WARNING, 62.0, PlayingChanged(True), Phase.WARNING, False, ()),
        (WARNING, 62.0, PageChanged(100), Phase.WARNING, False, ()),
        (WARNING, 80.9, Ticked(), Phase.WARNING, False, ()),
        (WARNING, 81.0, Ticked(), Phase.ATTRACT, False, (Effect.WARNING_ENDED, Effect.VISIT_ENDED)),
        (WARNING, 99.0, Pressed(), Phase.ACTIVE, True, (Effect.WARNING_ENDED,)),  # in time, as it still stands there
    ],
)
def test_transitions(
    visit: Visit, now: float, happened: VisitInput, phase: Phase, swallow: bool, effects: tuple[Effect, ...]
) -> None:
    found = step(visit, happened, now, RULES)
    assert (found.visit.phase, found.swallow, found.effects) == (phase, swallow, effects)


def swallowed(inputs: Iterable[tuple[float, VisitInput]], visit: Visit) -> list[bool]:
    found = []
    for now, happened in inputs:
        last = step(visit, happened, now, RULES)
        visit = last.visit
        found.append(last.swallow)
    return found


@pytest.mark.parametrize(
    ("visit", "inputs", "expected"),
    [
        pytest.param(
            Visit(),
            [(0, Pressed(1)), (0.1, Pressed(2)), (0.2, Released(1)), (0.6, Pressed(3)), (0.7, Released(2))],
            [True, True, True, True, True],
            id="a second finger keeps the others out",
        ),
        pytest.param(
            Visit(),
            [(0, Pressed(1)), (0.1, Pressed(2)), (0.2, Released(1)), (0.3, Released(2)), (0.55, Pressed(3))],
            [True, True, True, True, True],
            id="the last finger counts",
        ),
        pytest.param(
            ACTIVE,
            [(0.2, Pressed(1)), (0.3, Released(1)), (0.35, Pressed(1)), (0.42, Pressed(2)), (0.5, Released(1))],
            [True, True, True, False, True],
            id="impatient taps do not lengthen it",
        ),
        pytest.param(
            ACTIVE,
            [(0.3, Pressed(1)), (30.0, Released(1)), (30.1, Pressed(1)), (30.2, Released(1))],
            [True, True, False, False],
            id="a release follows its press, however late",
        ),
        pytest.param(
            WARNING,
            [(62, Pressed(1)), (62.1, Released(1)), (62.3, Pressed(1)), (62.4, Released(1)), (62.5, Pressed(1))],
            [True, True, True, True, False],
            id="a press on the warning, and a double tap",
        ),
        pytest.param(
            WARNING,
            [(62, Pressed(1)), (63.9, Pressed(2)), (64.1, Pressed(3)), (64.2, Released(3))],
            [True, True, False, False],
            id="a lost release on the warning",
        ),
        pytest.param(
            WARNING,
            [(62, Pressed(1)), (62.5, Pressed(1))],
            [True, False],
            id="the same finger comes down again: its release was lost",
        ),
        pytest.param(
            Visit(),
            [(0, KeyPressed()), (0.6, KeyPressed(True)), (0.7, KeyPressed()), (1.3, KeyPressed(True))],
            [True, True, False, False],
            id="a key that is held on",
        ),
    ],
)
def test_what_is_kept_from_the_page(visit: Visit, inputs: list[tuple[float, VisitInput]], expected: list[bool]) -> None:
    assert swallowed(inputs, visit) == expected


@pytest.mark.parametrize(("words", "seconds"), [(0, 60.0), (100, 85.0), (480, 180.0), (10_000, 180.0)])
def test_more_to_read_gives_more_time(words: int, seconds: float) -> None:
    assert idle_limit_seconds(words, RULES) == seconds
    visit = after((1.0, PageChanged(words)), visit=ACTIVE).visit
    assert next_deadline(visit, 1.0, RULES) == pytest.approx(0.1 + seconds)


def test_the_longest_time_out_is_never_shorter_than_the_usual_one() -> None:
    assert idle_limit_seconds(0, replace(RULES, idle_seconds=300)) == 300


def test_a_film_holds_the_time_out_back_and_its_end_starts_it_anew() -> None:
    watching = after((1.0, PlayingChanged(True)), visit=ACTIVE).visit
    assert after((500.0, Ticked()), visit=watching).effects == ()
    ended = after((500.0, PlayingChanged(False)), (559.0, Ticked()), visit=watching)
    assert ended.effects == ()
    assert after((560.0, Ticked()), visit=ended.visit).effects == (Effect.WARNING_STARTED,)


def test_a_film_that_never_ends_does_not_keep_a_visit_alive() -> None:
    looping = after((1.0, PlayingChanged(True)), visit=ACTIVE).visit
    assert next_deadline(looping, 1.0, RULES) == pytest.approx(900.1)
    assert after((901.0, Ticked()), visit=looping).effects == (Effect.WARNING_STARTED,)
    flapping = ACTIVE
    for second in range(1, 903, 2):
        turns = ((float(second), PlayingChanged(True)), (second + 1.0, PlayingChanged(False)))
        flapping = after(*turns, (second + 1.0, Ticked()), visit=flapping).visit
    assert flapping.phase is Phase.WARNING


def test_the_next_visitor_finds_nothing_of_the_last() -> None:
    busy = after((1.0, PageChanged(400)), (2.0, PlayingChanged(True)), visit=ACTIVE).visit
    assert after((3.0, Leave()), visit=busy).visit == Visit(clock=3.0)


def test_a_finger_held_over_the_end_does_not_start_the_next_visit() -> None:
    held = after((62.0, Pressed(1)), (62.1, Leave()), visit=WARNING).visit
    assert next_deadline(held, 62.1, RULES) is None
    assert after((99.0, Ticked()), visit=held).effects == ()
    released = after((99.0, Released(1)), visit=held)
    assert (released.effects, released.swallow) == ((), True)


def test_time_never_runs_backwards() -> None:
    visit = after((50.0, Pressed()), (50.1, Released()), (10.0, Ticked()), visit=ACTIVE).visit
    assert next_deadline(visit, 10.0, RULES) == pytest.approx(110.1)
    assert seconds_left(after((10.0, Ticked()), visit=WARNING).visit, 10.0, RULES) == 20


@pytest.mark.parametrize(
    ("now", "left", "due"),
    [(61.0, 20, 62.0), (61.4, 20, 62.0), (62.0, 19, 63.0), (80.0, 1, 81.0), (80.9999, 0, 81.0), (99.0, 0, 81.0)],
)
def test_the_countdown(now: float, left: int, due: float) -> None:
    assert seconds_left(WARNING, now, RULES) == left
    assert next_deadline(WARNING, now, RULES) == due


def test_there_is_no_countdown_without_a_warning() -> None:
    assert seconds_left(ACTIVE, 1.0, RULES) == 0


def test_in_the_attract_loop_only_a_finger_is_waited_for() -> None:
    assert next_deadline(Visit(), 0.0, RULES) is None
    assert next_deadline(HELD, 0.5, RULES) == 2.0


def test_lost_releases_do_not_pile_up() -> None:
    visit = Visit()
    for finger in range(1000):
        visit = step(visit, Pressed(finger), 0.0, RULES).visit
    assert len(visit.fingers) <= 16


class Booth(RuleBasedStateMachine):
    """A visitor who does anything at any time, releases that get lost, and a booth that ticks when it is due."""

    def __init__(self) -> None:
        super().__init__()
        self.visit = Visit()
        self.now = 0.0
        self.down: dict[int, bool] = {}
        self.warned_at: float | None = None
        self.touched_at = 0.0
        self.woken_at: float | None = None

    def happen(self, happened: VisitInput) -> Step:
        before = self.visit.phase
        found = step(self.visit, happened, self.now, RULES)
        self.visit = found.visit
        if isinstance(happened, Pressed | KeyPressed) and before is not Phase.ACTIVE:
            assert found.swallow
        if Effect.WARNING_STARTED in found.effects:
            assert before is Phase.ACTIVE
            self.warned_at = self.now
        if Effect.VISIT_ENDED in found.effects and not isinstance(happened, Leave):
            assert self.warned_at is not None
            assert self.now - self.warned_at > RULES.warning_seconds - 0.001
        if Effect.WARNING_ENDED in found.effects:
            assert before is Phase.WARNING
            self.warned_at = None
        assert (Effect.VISIT_STARTED in found.effects) == (before is Phase.ATTRACT is not found.visit.phase)
        assert (Effect.VISIT_ENDED in found.effects) == (found.visit.phase is Phase.ATTRACT is not before)
        if before is not Phase.ACTIVE and found.visit.phase is Phase.ACTIVE:
            self.woken_at = self.now
        return found

    @rule(seconds=st.one_of(st.sampled_from([0.0, 0.1, 0.3, 1.0, 20.0, 60.0, 1000.0]), st.floats(0, 100)))
    def wait(self, seconds: float) -> None:
        until = self.now + seconds
        for _ in range(1000):
            due = next_deadline(self.visit, self.now, RULES)
            if due is None or due > until:
                break
            self.now = max(self.now, due)
            self.happen(Ticked())
        else:
            pytest.fail("the booth is woken without end")
        self.now = until

    @rule(finger=st.integers(0, 3))
    def press(self, finger: int) -> None:
        self.touched_at = self.now
        self.down[finger] = self.happen(Pressed(finger)).swallow
        longest = RULES.lost_release_seconds + RULES.swallow_seconds
        if self.down[finger] and self.visit.phase is Phase.ACTIVE:
            assert self.woken_at is not None
            late_releases = max(self.woken_at, self.visit.swallow_until)
            assert self.now <= late_releases + longest

    @precondition(lambda self: self.down)
    @rule(data=st.data())
    def release(self, data: st.DataObject) -> None:
        finger = data.draw(st.sampled_from(sorted(self.down)))
        in_attract = self.visit.phase is Phase.ATTRACT
        press_was_swallowed = self.down.pop(finger)
        assert self.happen(Released(finger)).swallow == (press_was_swallowed or in_attract)

    @precondition(lambda self: self.down)
    @rule(data=st.data())
    def lose_the_release(self, data: st.DataObject) -> None:
        self.down.pop(data.draw(st.sampled_from(sorted(self.down))))

    @rule(repeated=st.booleans())
    def type(self, repeated: bool) -> None:
        self.happen(KeyPressed(repeated))

    @rule(playing=st.booleans())
    def play(self, playing: bool) -> None:
        self.happen(PlayingChanged(playing))

    @rule(words=st.integers(-1, 2000))
    def turn(self, words: int) -> None:
        self.happen(PageChanged(words))

    @rule()
    def stay(self) -> None:
        self.happen(Stay())

    @rule()
    def leave(self) -> None:
        self.happen(Leave())

    @invariant()
    def something_is_due_while_somebody_may_be_there(self) -> None:
        due = next_deadline(self.visit, self.now, RULES)
        assert (due is not None) or self.visit.phase is Phase.ATTRACT

    @invariant()
    def the_countdown_is_shown_only_in_the_warning(self) -> None:
        left = seconds_left(self.visit, self.now, RULES)
        assert 0 <= left <= 20
        assert left == 0 or self.visit.phase is Phase.WARNING

    def teardown(self) -> None:
        """Whatever happened, an hour later nobody is there any more."""
        self.wait(3600.0)
        assert self.visit.phase is Phase.ATTRACT


Booth.TestCase.settings = settings(max_examples=50, stateful_step_count=40, deadline=None)
TestBooth = Booth.TestCase
