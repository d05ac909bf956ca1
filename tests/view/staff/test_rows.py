"""The desk's lists: rows that stay the same things stay where they are, others are made anew."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QObject

from kiosk.settings.offering import Choice
from kiosk.view.staff.rows import LanguageRow, OfferRow, RowList

ENGLISH = Choice("en", "English", first=True, offered=True)
ARABIC = Choice("ar", "العربية", first=False, offered=True)


def test_a_row_changes_where_it_is(qapp: QObject) -> None:
    owner, seen = QObject(), list[str]()
    rows = RowList(LanguageRow, lambda choice: choice.code, owner)
    rows.modelReset.connect(lambda: seen.append("new"))
    rows.dataChanged.connect(lambda: seen.append("changed"))
    rows.show([ENGLISH, ARABIC])
    before = rows.tile(1)
    rows.show([ENGLISH, ARABIC])
    assert rows.tile(1) is before
    rows.show([ENGLISH, replace(ARABIC, offered=False)])
    after = rows.tile(1)
    assert isinstance(before, LanguageRow)
    assert isinstance(after, LanguageRow)
    assert (before.offered, after.offered) == (True, False)
    rows.show([ARABIC])
    assert rows.count == 1
    assert seen == ["new", "changed", "new"]


def test_what_is_offered_never_becomes_something_else_under_a_finger(qapp: QObject) -> None:
    owner, seen = QObject(), list[str]()
    rows = RowList(OfferRow, lambda offer: offer, owner)
    rows.dataChanged.connect(lambda: seen.append("changed"))
    for number in (1, 2):
        rows.show([(number, "The same title")])
        row = rows.tile(0)
        assert isinstance(row, OfferRow)
        assert row.number == number
    assert not seen
