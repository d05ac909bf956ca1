"""The pair of Python and Qt that runs here holds its references, and the pair that does not is refused."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QObject

from kiosk.ground.errors import KioskError
from kiosk.ground.interpreter import refuse_bad_pair

ROUNDS = 5000


def test_a_null_from_qt_costs_no_reference_of_none():
    parentless = QObject()
    before = sys.getrefcount(None)
    for _ in range(ROUNDS):
        parentless.parent()
    assert abs(sys.getrefcount(None) - before) < ROUNDS // 10, (
        "None is losing references: this PySide6 kills the process"
    )


@pytest.mark.parametrize("pair", [((3, 11), "6.12.0"), ((3, 11), "6.13"), ((3, 11), "7.0.1")])
def test_a_bad_pair_is_refused_in_one_line(pair):
    with pytest.raises(KioskError, match=r"PySide6 [\d.]+ on Python 3.11 crashes") as refused:
        refuse_bad_pair(*pair)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("pair", [((3, 11), "6.11.3"), ((3, 12), "6.12.0"), ((3, 14), "6.12.1"), (None, None)])
def test_a_good_pair_passes(pair):
    refuse_bad_pair(*pair)
