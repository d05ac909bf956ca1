"""What was meant by a number, a date or a unit that a bundle writes in another way."""

from __future__ import annotations

import pytest

from kiosk.yaml.quantities import date_cure, near_unit, number_cure


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("\u0665\u0660\u0660", "500."),
        ("3/4", "0.75."),
        ("0x1F", "31."),
        ("5:30", "330."),
        ("1,000", "without separators: 1000."),
        ("1.234.567,5", "without separators: 1234567.5."),
        ("3,5", "after a point: 3.5."),
        ("30.3%", "write 0.303"),
        ("1.2 Mio.", "Write it out: 1200000."),
        ("over 500", "Write 500 alone; `at_least: true`"),
        ("12 km2", "`unit: square-kilometer`"),
        ("about 12 km", "belong into `label`"),
        ("500 €", "belong into `label`"),
        ("many", "Write digits only"),
    ],
)
def test_a_number_is_said_plainly(text: str, words: str) -> None:
    assert words in number_cure(text)


@pytest.mark.parametrize(
    ("text", "cure"),
    [
        ("Q1 2024", "Write 2024-Q1."),
        ("2024 q3", "Write 2024-Q3."),
        ("April 2024", "Write 2024-04."),
        ("20 Apr 2024", "Write 2024-04-20."),
        ("20.4.2024", "Write 2024-04-20."),
        ("2024/4/20", "Write 2024-04-20."),
        ("4/2024", "Write 2024-04."),
    ],
)
def test_a_date_is_said_plainly(text: str, cure: str) -> None:
    assert date_cure(text) == cure


@pytest.mark.parametrize("text", ["4/5/2024", "soon", "20 x 2024", "1.2.3.2024", "4", "", "99999999999/4"])
def test_what_may_be_several_dates_or_none_is_asked_for_anew(text: str) -> None:
    assert date_cure(text) == "Write 2024, 2024-Q1, 2024-04 or 2024-04-20."


def test_a_day_that_there_is_not_is_told() -> None:
    assert date_cure("31.4.2024").startswith("There is no such day.")


@pytest.mark.parametrize(
    ("text", "unit"), [("km²", "square-kilometer"), ("Kilometre", "kilometer"), ("kilogramm", "kilogram"), ("cars", "")]
)
def test_a_unit_is_known_by_its_other_names(text: str, unit: str) -> None:
    assert near_unit(text) == unit
