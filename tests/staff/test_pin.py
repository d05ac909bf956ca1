"""The PIN: which are taken, what wrong tries cost, and that no kill, restart, clock or disk makes them cheaper."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from hypothesis import given
from hypothesis import strategies as st

from kiosk.ground.errors import KioskError
from kiosk.staff import pin
from kiosk.staff.pin import Outcome, PinGuard, hash_pin, refuse_weak, wait_seconds
from tests.reliability.pins import DAY, GOOD, WRONG, Machine, longest_day


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path / "state" / "pin.json")


def fail_until(machine: Machine, wrong: int) -> None:
    """Make so many wrong tries, as soon as each is allowed."""
    for _ in range(wrong):
        machine.wait(machine.guard().seconds_left())
        assert machine.guard().check(WRONG) is Outcome.WRONG


@pytest.mark.parametrize("taken", ["480261", "019283", "73519042", "123457", "482048", "120593847162"])
def test_a_pin_without_a_pattern_is_taken(taken: str) -> None:
    refuse_weak(taken)


@pytest.mark.parametrize(
    "refused",
    [
        *("", "12345", "1234567890123", "12345a", "١٢٣٤٥٦", "123 456", "²34567"),
        *("000000", "123456", "654321", "890123", "024680", "112233", "333222111", "99999999"),
        *("121212", "474774", "480480", "123321", "48000084", "159753", "147258369"),
    ],
)
def test_a_pin_that_everybody_tries_is_refused(refused: str) -> None:
    with pytest.raises(KioskError) as told:
        refuse_weak(refused)
    assert len(refused) < 5 or refused not in str(told.value)


def test_the_hash_is_argon2_and_never_twice_the_same() -> None:
    first, second = hash_pin(GOOD), hash_pin(GOOD)
    assert first.startswith("$argon2id$")
    assert first != second
    assert GOOD not in first


def test_the_right_pin_lets_in_and_forgets_wrong_tries(machine: Machine) -> None:
    fail_until(machine, 6)
    machine.wait(machine.guard().seconds_left())
    assert machine.guard().check(GOOD) is Outcome.RIGHT
    assert machine.guard().seconds_left() == 0
    assert machine.guard().check(WRONG) is Outcome.WRONG
    assert machine.guard().seconds_left() == pytest.approx(pin.MOMENT)


def test_a_few_slips_cost_little(machine: Machine) -> None:
    fail_until(machine, 4)
    assert machine.now < 5
    assert machine.guard().seconds_left() <= 2


@given(st.integers(0, 10_000))
def test_the_wait_grows_and_nobody_is_locked_out(wrong: int) -> None:
    assert wait_seconds(wrong) <= wait_seconds(wrong + 1) <= 3600


def test_no_more_than_35_tries_fit_into_a_day(machine: Machine) -> None:
    """A robot that tries as soon as it may."""
    fail_until(machine, 100)
    assert 24 <= longest_day(machine.looked_at) <= 35
    assert max(machine.looked_at) > 3 * DAY


def test_too_early_nothing_is_looked_at(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    fail_until(machine, 8)
    left = machine.guard().seconds_left()
    monkeypatch.setattr(PinGuard, "_fits", lambda *_: pytest.fail("looked at"))
    for _ in range(20):
        assert machine.guard().check(GOOD) is Outcome.WAIT
    assert machine.guard().seconds_left() == left


def test_a_try_is_on_the_disk_before_it_is_looked_at(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[bytes] = []
    monkeypatch.setattr(PinGuard, "_fits", lambda *_: seen.append(machine.file.read_bytes()))
    machine.guard().check(GOOD)
    assert b'"wrong":1' in seen[0]


def test_another_start_of_the_machine_counts_the_wait_from_there(machine: Machine) -> None:
    fail_until(machine, 9)
    machine.wait(500)
    assert machine.guard().seconds_left() == pytest.approx(400)
    machine.start_again()
    assert machine.guard().seconds_left() == pytest.approx(900, abs=1)
    machine.wait(300)
    assert machine.guard().seconds_left() == pytest.approx(600, abs=1)


def test_a_moment_that_no_try_could_have_set_is_not_believed(machine: Machine) -> None:
    """Where the name of the start is the same by accident, or nothing, the wait counts from the start too."""
    fail_until(machine, 9)
    machine.started = machine.now
    assert machine.guard().seconds_left() == pytest.approx(900)


def test_another_pin_begins_without_wrong_tries(machine: Machine) -> None:
    """The way back for those who have lost theirs."""
    fail_until(machine, 12)
    assert machine.guard().check(WRONG) is Outcome.WAIT
    other = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(WRONG)
    assert machine.guard(other).seconds_left() == 0
    assert machine.guard(other).check(WRONG) is Outcome.RIGHT


def test_without_a_pin_nothing_fits(machine: Machine) -> None:
    assert machine.guard("").check("") is Outcome.UNSET
    assert machine.guard("").seconds_left() == 0
    assert not machine.file.exists()


def test_a_hash_that_is_none_is_said(machine: Machine) -> None:
    with pytest.raises(KioskError, match="kiosk pin"):
        machine.guard("$argon2id$v=19$m=8,t=1,p=1$x$x").check(GOOD)


DAMAGED = ["", "{}", "[]", "null", "\x00" * 90, '{"wrong":-5,"until":0,"boot":"","about":""}', "[" * 100_000]


@pytest.mark.parametrize("text", DAMAGED)
def test_a_damaged_file_is_the_longest_wait(machine: Machine, text: str) -> None:
    machine.file.parent.mkdir()
    machine.file.write_text(text)
    assert machine.guard().check(GOOD) is Outcome.WAIT
    assert machine.damages == 1
    assert machine.guard().seconds_left() == pytest.approx(3600)
    machine.wait(3601)
    assert machine.guard().check(GOOD) is Outcome.RIGHT


def test_the_wait_for_a_damaged_file_begins_when_it_is_seen(machine: Machine) -> None:
    machine.wait(9999)
    machine.file.parent.mkdir()
    machine.file.write_text("{")
    assert machine.guard().seconds_left() == pytest.approx(3600)
    machine.wait(3601)
    assert machine.guard().seconds_left() == 0


def test_what_cannot_be_written_down_is_not_tried(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PinGuard, "_fits", lambda *_: pytest.fail("looked at"))

    def refuse(fd: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(KioskError, match="No space left"):
        machine.guard().check(GOOD)


def test_a_file_in_the_place_of_the_folder_is_said(machine: Machine) -> None:
    """And where a folder lies in the file's place, nothing is tried either."""
    machine.file.mkdir(parents=True)
    assert machine.guard().seconds_left() == 0
    with pytest.raises(KioskError, match=r"pin\.json"):
        machine.guard().check(GOOD)
    other = Machine(machine.file.parent / "file" / "pin.json")
    other.file.parent.touch()
    with pytest.raises(KioskError, match=r"pin\.json"):
        other.guard().check(GOOD)


def test_who_knows_the_pin_comes_in_though_the_disk_is_full_by_then(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    fits = PinGuard._fits

    def fill(self: PinGuard, typed: str) -> bool:
        machine.file.parent.chmod(stat.S_IRUSR | stat.S_IXUSR)
        monkeypatch.setattr(os, "rename", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device")))
        return fits(self, typed)

    monkeypatch.setattr(PinGuard, "_fits", fill)
    assert machine.guard().check(GOOD) is Outcome.RIGHT


def test_neither_words_nor_files_tell_a_pin(machine: Machine) -> None:
    one = machine.guard()
    one.check(WRONG)
    machine.wait(1)
    one.check(GOOD)
    told = repr(one) + repr(vars(one)) + "".join(file.read_text() for file in machine.file.parent.iterdir())
    assert GOOD not in told
    assert WRONG not in told
