"""Choosing positions: clicks, blocks, frames and keys choose what a hand would expect."""

from freezerapp.ui.widgets.box_choice import BoxChoice, How
from freezerapp.ui.widgets.box_geometry import Turn
from freezerapp.ui.widgets.box_headings import Heading, Kind
from freezerapp.ui.widgets.box_picture import BoxPicture, Cell, CellPicture, CellState

TUBES = {(0, 0), (0, 1), (0, 2), (1, 0), (2, 2)}
ABSENT = {(1, 1)}


def a_box(key: int = 1, tubes: set[Cell] = TUBES) -> BoxPicture:
    cells = {
        (row, column): CellPicture(f"{row}{column}", CellState.STORED if (row, column) in tubes else CellState.EMPTY)
        for row in range(3)
        for column in range(3)
        if (row, column) not in ABSENT
    }
    return BoxPicture(key, 3, 3, cells)


def a_choice(quarters: int = 0) -> BoxChoice:
    choice = BoxChoice()
    choice.show(a_box(), Turn(3, 3, quarters))
    return choice


def test_a_block_chooses_its_tubes_and_an_empty_block_its_positions() -> None:
    choice = a_choice()
    assert choice.block((0, 0), (1, 2)) == {(0, 0), (0, 1), (0, 2), (1, 0)}
    assert choice.block((1, 2), (1, 2)) == {(1, 2)}
    assert choice.block((1, 1), (1, 1)) == set()


def test_shift_chooses_from_where_the_choice_began() -> None:
    choice = a_choice()
    choice.click((0, 0), How.REPLACE)
    choice.click((0, 2), How.EXTEND)
    assert choice.cells == {(0, 0), (0, 1), (0, 2)}
    choice.click((0, 1), How.EXTEND)
    assert choice.cells == {(0, 0), (0, 1)}
    choice.click((2, 2), How.TOGGLE)
    assert choice.cells == {(0, 0), (0, 1), (2, 2)}
    choice.click((2, 2), How.TOGGLE)
    assert choice.cells == {(0, 0), (0, 1)}


def test_steps_pass_over_absent_positions_and_stop_at_the_edge() -> None:
    choice = a_choice()
    assert choice.step(0, 1, (1, 0)) == (1, 2)
    assert choice.step(0, -1, (1, 0)) == (1, 0)
    assert choice.step(1, 0, (0, 1)) == (2, 1)
    assert choice.step(1, 0, None) == (0, 0)


def test_steps_go_as_seen_when_the_view_is_turned() -> None:
    choice = a_choice(quarters=1)  # column 0 is the top row now, row 0 the rightmost column
    assert choice.step(0, -1, (0, 0)) == (1, 0)
    assert choice.step(1, 0, (0, 0)) == (0, 1)
    assert choice.first() == (2, 0)


def test_a_frame_that_adds_keeps_what_was_chosen() -> None:
    choice = a_choice()
    choice.click((2, 2), How.REPLACE)
    choice.start_frame(How.TOGGLE)
    choice.frame([(0, 0), (0, 1)])
    choice.frame([(0, 0)])
    assert choice.cells == {(2, 2), (0, 0)}
    choice.start_frame(How.REPLACE)
    choice.frame([(0, 1)])
    assert choice.cells == {(0, 1)}


def test_a_heading_chooses_its_line_and_ctrl_takes_it_away_again() -> None:
    choice = a_choice()
    first, second = Heading(Kind.ROW, 0), Heading(Kind.ROW, 1)
    row = {(0, 0), (0, 1), (0, 2)}
    choice.line(first, How.REPLACE)
    assert choice.cells == row
    choice.line(second, How.TOGGLE)
    assert choice.cells == {*row, (1, 0)}
    choice.line(first, How.TOGGLE)
    assert choice.cells == {(1, 0)}


def test_shift_on_a_heading_chooses_all_lines_from_the_last_one_clicked() -> None:
    choice = a_choice()
    choice.line(Heading(Kind.ROW, 1), How.REPLACE)
    choice.line(Heading(Kind.ROW, 2), How.EXTEND)
    assert choice.cells == {(1, 0), (2, 2)}
    choice.line(Heading(Kind.ROW, 0), How.EXTEND)
    assert choice.cells == {(0, 0), (0, 1), (0, 2), (1, 0)}, "from the second row, which was clicked"
    choice.line(Heading(Kind.COLUMN, 2), How.EXTEND)
    assert choice.cells == {(0, 2), (2, 2)}, "a column begins anew"


def test_ctrl_and_shift_on_a_heading_keep_what_was_chosen() -> None:
    choice = a_choice()
    choice.line(Heading(Kind.COLUMN, 0), How.REPLACE)
    choice.line(Heading(Kind.COLUMN, 2), How.TOGGLE)
    choice.line(Heading(Kind.COLUMN, 1), How.ADD)
    assert choice.cells == TUBES


def test_the_corner_chooses_every_tube() -> None:
    choice = a_choice()
    choice.line(Heading(Kind.CORNER), How.REPLACE)
    assert choice.cells == TUBES


def test_a_heading_is_forgotten_when_the_view_is_turned() -> None:
    choice = a_choice()
    choice.line(Heading(Kind.ROW, 0), How.REPLACE)
    choice.show(a_box(), Turn(3, 3, 2))
    choice.line(Heading(Kind.ROW, 0), How.EXTEND)
    assert choice.cells == {(2, 2)}, "the lowest row is shown first now; nothing is left to reach from"


def test_all_and_inverted_are_tubes_only() -> None:
    choice = a_choice()
    choice.choose_all()
    assert choice.cells == TUBES
    choice.choose([(0, 0), (1, 2), (9, 9)])
    assert choice.cells == {(0, 0), (1, 2)}
    choice.invert()
    assert choice.cells == TUBES - {(0, 0)}


def test_the_same_box_keeps_the_choice_and_another_box_starts_anew() -> None:
    choice = a_choice()
    choice.click((0, 0), How.REPLACE)
    choice.show(a_box(tubes=set()), Turn(3, 3))
    assert choice.cells == {(0, 0)}
    choice.show(a_box(key=2), Turn(3, 3))
    assert choice.cells == set()
    assert choice.cursor is None
