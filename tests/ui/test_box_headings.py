"""Headings lead to the row or column they name, whichever way the box is turned."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF

from freezerapp.domain.box import Lines
from freezerapp.ui.widgets.box_geometry import Grid, Turn
from freezerapp.ui.widgets.box_headings import Heading, Kind, heading_at, nearest
from tests.painted_box import ROWS, a_box

PICTURE = a_box(3, 5)


def grid(quarters: int) -> Grid:
    return Grid(Turn(3, 5, quarters), 40, 34, 50, 30)


@pytest.mark.parametrize("quarters", range(4))
@pytest.mark.parametrize("kind", [Kind.ROW, Kind.COLUMN])
def test_a_heading_chooses_the_line_whose_name_it_wears(quarters: int, kind: Kind) -> None:
    here = grid(quarters)
    names = here.turn.headings(PICTURE)[0 if kind is Kind.ROW else 1]
    for index, name in enumerate(names):
        start, level = 10.0, index * 40 + 20.0
        point = QPointF(start, 34 + level) if kind is Kind.ROW else QPointF(54 + level, start)
        heading = heading_at(here, PICTURE, point)
        assert heading == Heading(kind, index)
        labels = {PICTURE.cells[cell].label for cell in heading.cells(here.turn)}
        assert all(name in (label[0], label[1:]) for label in labels)
        assert len(labels) == (5 if name in ROWS else 3)
        stored = (Lines.ROWS, ROWS.index(name)) if name in ROWS else (Lines.COLUMNS, int(name) - 1)
        assert heading.stored(here.turn) == stored


def test_beside_the_headings_and_in_a_box_without_them_there_is_none() -> None:
    here = grid(0)
    bare = a_box(3, 5)
    bare = type(bare)(1, 3, 5, bare.cells)
    assert heading_at(here, PICTURE, QPointF(10, 10)) == Heading(Kind.CORNER)
    assert Heading(Kind.CORNER).stored(here.turn) is None
    assert heading_at(here, PICTURE, QPointF(10, 400)) is None
    assert heading_at(here, PICTURE, QPointF(100, 100)) is None
    assert heading_at(here, bare, QPointF(10, 60)) is None
    assert heading_at(here, bare, QPointF(10, 10)) is None


@given(st.floats(-500, 900), st.floats(-500, 900), st.integers(0, 3))
def test_however_far_the_mouse_strays_a_line_is_level_with_it(x: float, y: float, quarters: int) -> None:
    here = grid(quarters)
    row, column = nearest(here, Kind.ROW, QPointF(x, y)).index, nearest(here, Kind.COLUMN, QPointF(x, y)).index
    assert 0 <= row < here.turn.shown_rows
    assert 0 <= column < here.turn.shown_columns
    cell = here.at(QPointF(x, y))
    if cell is not None:
        assert here.turn.shown(cell) == (row, column)
