"""Cards in columns: the same places as when all are laid, and only those near the screen at hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject
from PySide6.QtTest import QAbstractItemModelTester

from kiosk.view.app import AppView
from kiosk.view.attract import CallTile
from kiosk.view.bento import ABOVE_ROLE, COLUMN_ROLE, ROW_ROLE, TALL_ROLE, Bento, Columns
from kiosk.view.tiles import KEPT_ROWS, KIND_ROLE, Tile, TileList

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
heights = st.lists(st.floats(1, 500), max_size=60)


def laid(tall: list[float], count: int, gap: float) -> list[tuple[int, float]]:
    """Return column and place of each card, every one put under the shortest column."""
    ends, places = [0.0] * count, []
    for height in tall:
        column = ends.index(min(ends))
        places.append((column, ends[column]))
        ends[column] = ends[column] + height + gap
    return places


@given(heights, st.integers(1, 4), st.floats(0, 20), st.lists(st.floats(0, 9000), max_size=4))
def test_laying_by_and_by_gives_the_same_places(tall, count, gap, stops):
    columns = Columns(count, gap)
    for stop in sorted(stops):
        columns.lay(tall, stop)
    columns.lift(len(tall) // 2)
    columns.lay(tall, float("inf"))
    assert list(zip(columns.columns, columns.tops, strict=True)) == laid(tall, count, gap)
    assert columns.tops == sorted(columns.tops)


@given(heights, st.integers(1, 4), st.floats(0, 5000), st.floats(1, 2000))
def test_every_card_on_the_screen_is_among_those_at_hand(tall, count, top, height):
    columns = Columns(count, 8)
    columns.lay(tall, top + height)
    near = columns.between(top, top + height, max(tall, default=0))
    for row, (_, above) in enumerate(laid(tall, count, 8)):
        if above < top + height and above + tall[row] > top:
            assert row in near


@pytest.fixture
def make(qapp: QObject, view: AppView) -> Callable[[int], TileList]:
    """A function that makes a list of so many cards, every third one a chart."""

    def fill(count: int) -> TileList:
        model = TileList(view)
        model.fill(
            range(count),
            lambda _: CallTile(view.speaker, view.speaker.language, view.theme.family("Latn")),
            lambda row: "chart" if row % 3 == 0 else "stat",
        )
        return model

    return fill


def rows(bento: Bento) -> list[int]:
    return [bento.data(bento.index(at), ROW_ROLE) for at in range(bento.rowCount())]


def test_only_what_is_near_is_made(make: Callable[[int], TileList]) -> None:
    """Scrolled through ten thousand cards and back, with Qt's own tester: places right, objects few."""
    tiles = make(10_000)
    bento = Bento(tiles, tiles)
    tester = QAbstractItemModelTester(bento, FATAL)
    assert bento.rowCount() == 0
    bento.fit(3, 300, 10)
    for top in [*range(0, 40_000, 900), 500_000, 499_000, 0]:
        bento.look(top - 1000, top + 2000)
        bento.settle()
        for row in rows(bento):
            bento.measure(row, 100 + row % 7 * 30)
        bento.settle()
        assert 0 < bento.rowCount() < 150
        assert rows(bento) == list(range(rows(bento)[0], rows(bento)[-1] + 1))
        for at in range(bento.rowCount()):
            assert isinstance(bento.data(bento.index(at)), Tile)
    assert len(tiles.findChildren(CallTile)) < KEPT_ROWS * 4  # some of them about to go
    assert tester is not None


def test_places_follow_what_was_measured(make: Callable[[int], TileList]) -> None:
    bento = Bento(make(9))
    bento.fit(2, 200, 10)
    bento.look(0, 10_000)
    bento.settle()
    tall = [100.0, 50, 80, 120, 60, 70, 90, 40, 30]
    for row, height in enumerate(tall):
        bento.measure(row, height)
    bento.settle()
    at = [bento.index(row) for row in range(9)]
    places = [(bento.data(index, COLUMN_ROLE), bento.data(index, ABOVE_ROLE)) for index in at]
    assert places == laid(tall, 2, 10)
    assert [bento.data(index, TALL_ROLE) for index in at] == tall
    assert [bento.data(index, KIND_ROLE) for index in at[:3]] == ["chart", "stat", "stat"]
    assert bento.bottom == max(above + height + 10 for (_, above), height in zip(places, tall, strict=True))
    bento.measure(99, 5)
    assert bento.data(bento.index(9), ROW_ROLE) is None


def test_nothing_is_left_of_who_looked_before(make: Callable[[int], TileList]) -> None:
    """How far down somebody was, and how high cards were, decided which cards the next one's page was made with."""
    fresh, used = Bento(make(60)), Bento(make(60))
    tester = QAbstractItemModelTester(used, FATAL)
    used.fit(3, 300, 10)
    used.look(2000, 4000)
    used.settle()
    for row in rows(used):
        used.measure(row, 40)
    used.settle()
    used.forget()
    assert (used.rowCount(), used.bottom) == (0, 0)
    used.look(0, 1000)
    used.settle()
    assert used.rowCount() == 0, "nobody has said how wide it is"
    for bento in (fresh, used):
        bento.fit(2, 200, 10)
        bento.look(0, 1000)
        bento.settle()
    assert rows(used) == rows(fresh)
    assert used.bottom == fresh.bottom
    assert tester is not None


def test_the_next_visit_begins_with_fresh_cards_but_not_under_a_visitor(view: AppView) -> None:
    for attract in (True, False):
        view.set_visit(False, 0)
        view.statistics.cards.fit(2, 200, 10)
        view.statistics.cards.look(0, 500)
        view.statistics.cards.settle()
        assert view.statistics.cards.rowCount() > 0
        view.set_visit(True, 0)
        view.forget()
        view.set_visit(attract, 0)
        view.clear()
        assert (view.statistics.cards.rowCount() == 0) is attract
