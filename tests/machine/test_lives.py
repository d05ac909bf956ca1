"""What a start shows after those before it: tables, and a record that survives any damage."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.machine.lives import (
    CRASHES,
    WITHIN_SECONDS,
    Ledger,
    Life,
    Record,
    Verdict,
    crashes,
    decide,
    ended_badly,
    wants_software,
)

NOW = 5000.0


def lives(*facts):
    return Record("b", tuple(Life(NOW - ago, content, painted, ended) for ago, content, painted, ended in facts))


CRASHED = [(ago, "new", True, False) for ago in (30, 20, 10)]


@pytest.mark.parametrize(
    ("record", "can_return", "verdict"),
    [
        (Record(), True, Verdict.SHOW),
        (lives(*CRASHED), True, Verdict.RETURN),
        (lives(*CRASHED), False, Verdict.SAFE),
        (lives(*CRASHED[1:]), True, Verdict.SHOW),
        (lives((90_000, "new", True, False), *CRASHED[1:]), True, Verdict.RETURN),
        (lives((500, "new", True, False), (250, "new", True, False), *CRASHED[2:]), True, Verdict.RETURN),
        (lives((500, "new", True, False), (400, "new", True, False), *CRASHED[2:]), True, Verdict.SHOW),
        (lives((500, "new", True, False), (400, "new", True, False), (320, "new", True, False)), True, Verdict.SHOW),
        (lives(*CRASHED[:2], (10, "new", True, True)), True, Verdict.SHOW),
        (lives(*CRASHED, (5, "new", True, True)), False, Verdict.SHOW),
        (lives(*CRASHED, (8, "new", True, True), (5, "new", False, False)), False, Verdict.SHOW),
        (lives(*CRASHED[:2], (10, "old", True, False)), True, Verdict.SHOW),
        (lives((40, "old", True, False), *CRASHED), True, Verdict.RETURN),
        (lives(*[(-5, "new", True, False)] * 3), True, Verdict.SHOW),
    ],
    ids=str,
)
def test_three_crashes_in_five_minutes(record, can_return, verdict):
    assert decide(record, "new", can_return, NOW) is verdict


@pytest.mark.parametrize(
    ("record", "software"),
    [
        (Record(), False),
        (lives((20, "a", False, False)), False),
        (lives((20, "a", False, False), (10, "a", False, False)), True),
        (lives((20, "a", True, False), (10, "a", False, False)), False),
        (lives((20, "a", False, True), (10, "a", False, False)), False),
        (lives((20, "a", False, False), (400, "a", False, False)), False),
    ],
    ids=str,
)
def test_two_starts_without_a_picture_leave_the_graphics_card_alone(record, software):
    assert wants_software(record, NOW) is software


def test_ends_that_nobody_asked_for_are_counted():
    assert ended_badly(Record()) == 0
    assert ended_badly(lives((30, "a", True, False))) == 0  # this one lives
    assert ended_badly(lives((90, "a", True, False), (60, "a", True, True), (30, "a", True, False))) == 1


class Clock:
    now = 100.0

    def __call__(self):
        return self.now


def test_the_record_of_a_life(tmp_path):
    clock, file = Clock(), tmp_path / "state" / "lives.json"
    for _ in range(CRASHES):
        ledger = Ledger(file, clock, lambda: "boot")
        assert ledger.verdict("new", True) is Verdict.SHOW
        ledger.begin("new")
        clock.now += 5
        ledger.painted()
    ledger = Ledger(file, clock, lambda: "boot")
    assert crashes(ledger.record, "new", clock.now) == CRASHES
    assert ledger.verdict("new", True) is Verdict.RETURN
    ledger.condemn("new")
    assert Ledger(file, clock, lambda: "boot").record.bad == ("new",)
    assert Ledger(file, clock, lambda: "another boot").verdict("new", True) is Verdict.SHOW
    assert Ledger(file, clock, lambda: "another boot").record.bad == ("new",)
    clock.now += WITHIN_SECONDS
    assert Ledger(file, clock, lambda: "boot").verdict("new", True) is Verdict.SHOW


def test_a_life_that_ends_as_asked_is_no_crash(tmp_path):
    ledger = Ledger(tmp_path / "lives.json", Clock(), lambda: "boot")
    ledger.ended()  # before it began: nothing to note
    for _ in range(5):
        ledger.begin("a")
        ledger.ended()
    assert ledger.verdict("a", True) is Verdict.SHOW
    assert not ledger.software


def test_content_proves_itself(tmp_path):
    ledger = Ledger(tmp_path / "lives.json", Clock(), lambda: "boot")
    ledger.begin("old")
    ledger.exchange("new")
    assert ledger.record.lives[-1].content == "new"
    assert ledger.on_trial("new")
    assert not ledger.on_trial("")
    ledger.praise("new")
    assert not ledger.on_trial("new")
    ledger.condemn("new")
    assert (ledger.record.good, ledger.record.bad) == ((), ("new",))
    ledger.praise("new")
    assert (ledger.record.good, ledger.record.bad) == (("new",), ())


@given(st.binary(max_size=200))
def test_a_damaged_record_stands_for_a_first_start(tmp_path_factory, data):
    file = tmp_path_factory.mktemp("lives") / "lives.json"
    file.write_bytes(data)
    assert Ledger(file, Clock(), lambda: "boot").verdict("a", True) is Verdict.SHOW


def test_a_disk_that_is_full_is_no_reason_not_to_start(tmp_path):
    file = tmp_path / "file" / "lives.json"
    (tmp_path / "file").write_text("in the way")
    ledger = Ledger(file, Clock(), lambda: "boot")
    ledger.begin("a")
    assert ledger.record.lives[-1].content == "a"
