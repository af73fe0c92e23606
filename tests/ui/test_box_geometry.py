"""Where positions are: turning a box changes what is seen, never what is stored, and every position fits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF

from freezerapp.ui.theme import load_theme
from freezerapp.ui.widgets.box_geometry import Grid, Turn, disc_for, pitch_for
from freezerapp.ui.widgets.box_picture import BoxPicture

turns = st.builds(Turn, st.integers(1, 16), st.integers(1, 24), st.integers(0, 3))


@given(turns)
def test_turning_there_and_back_leads_to_the_same_position(turn: Turn) -> None:
    seen = set()
    for row in range(turn.rows):
        for column in range(turn.columns):
            shown = turn.shown((row, column))
            assert 0 <= shown[0] < turn.shown_rows
            assert 0 <= shown[1] < turn.shown_columns
            assert turn.stored(shown) == (row, column)
            seen.add(shown)
    assert len(seen) == turn.rows * turn.columns


@pytest.mark.parametrize(
    ("quarters", "corner"),
    [(0, (0, 0)), (1, (0, 8)), (2, (8, 8)), (3, (8, 0))],
    ids=["0", "90", "180", "270"],
)
def test_a1_goes_round_clockwise(quarters: int, corner: tuple[int, int]) -> None:
    assert Turn(9, 9, quarters).shown((0, 0)) == corner


def test_headings_turn_with_the_box() -> None:
    picture = BoxPicture(1, 2, 3, {}, ("A", "B"), ("1", "2", "3"))
    assert Turn(2, 3, 0).headings(picture) == (("A", "B"), ("1", "2", "3"))
    assert Turn(2, 3, 1).headings(picture) == (("1", "2", "3"), ("B", "A"))
    assert Turn(2, 3, 2).headings(picture) == (("B", "A"), ("3", "2", "1"))
    assert Turn(2, 3, 3).headings(picture) == (("3", "2", "1"), ("A", "B"))


@given(turns, st.floats(20, 120), st.floats(-300, 300), st.floats(-300, 300))
def test_the_middle_of_a_position_is_that_position(turn: Turn, pitch: float, left: float, top: float) -> None:
    grid = Grid(turn, pitch, pitch * 0.84, left, top)
    cell = (turn.rows - 1, turn.columns // 2)
    assert grid.at(grid.rect(cell).center()) == cell
    assert grid.at(QPointF(left - 1, top - 1)) is None
    assert grid.box.contains(grid.rect(cell))


def test_a_frame_takes_the_discs_it_touches_and_no_corner_between_them() -> None:
    grid = Grid(Turn(9, 9), 60, 50, 0, 0)
    middle = grid.rect((2, 3)).center()
    assert set(grid.within(QRectF(middle, middle))) == {(2, 3)}
    gap = grid.rect((2, 3)).topLeft()
    assert set(grid.within(QRectF(gap.x() - 3, gap.y() - 3, 6, 6))) == set()
    whole = set(grid.within(QRectF(-500, -500, 5000, 5000)))
    assert len(whole) == 81


@given(turns, st.integers(50, 2500), st.integers(50, 2500), st.sampled_from([1.0, 1.25, 1.5, 1.75, 2.0]))
def test_tubes_are_never_under_24_px_nor_cut_off(turn: Turn, width: int, height: int, ratio: float) -> None:
    theme = load_theme("light")
    pitch = pitch_for(theme, turn, width, height, ratio)
    disc = disc_for(theme, pitch, ratio)
    assert 24 <= disc < pitch
    assert abs(pitch * ratio - round(pitch * ratio)) < 1e-6, "edges on whole device pixels"
    grid = Grid(turn, pitch, disc, 0, 0)
    if disc > 26:
        assert grid.width <= width
        assert grid.height <= height
