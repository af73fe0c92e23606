"""Rows and columns chosen by their headings, every second one by their menus, all tubes and all others by keys."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from freezerapp.ui.widgets.box_picture import Cell, CellState
from freezerapp.ui.widgets.box_view import BoxView
from tests.at_the_bench import CTRL, LEFT, NONE, SHIFT, Person
from tests.gestures.menus import ask_menu, choose_from, dress, line


@pytest.fixture
def at_box(person: Person) -> Person:
    person.show(person.boxes()[0])
    return person


def row_heading(view: BoxView, row: int) -> QPoint:
    """The middle of a row's heading, seen at the left."""
    assert view._floor.grid is not None
    return QPoint(round(view._floor.grid.left) - 12, view.cell_rect(row, 0).center().y())


def column_heading(view: BoxView, column: int) -> QPoint:
    """The middle of a column's heading, seen above."""
    assert view._floor.grid is not None
    return QPoint(view.cell_rect(0, column).center().x(), round(view._floor.grid.top) - 10)


def tubes_at(person: Person) -> set[Cell]:
    return {(tube.row, tube.column) for tube in person.tubes()}


def test_a_click_on_a_rows_heading_chooses_its_tubes(at_box: Person) -> None:
    view = at_box.window.box.view
    QTest.mouseClick(view.viewport(), LEFT, NONE, row_heading(view, 2))
    assert view.selection == {cell for cell in tubes_at(at_box) if cell[0] == 2}


def test_a_columns_heading_with_ctrl_is_chosen_with_the_row(at_box: Person) -> None:
    view, tubes = at_box.window.box.view, tubes_at(at_box)
    QTest.mouseClick(view.viewport(), LEFT, NONE, row_heading(view, 1))
    QTest.mouseClick(view.viewport(), LEFT, CTRL, column_heading(view, 3))
    assert view.selection == {cell for cell in tubes if cell[0] == 1 or cell[1] == 3}


def test_a_row_chosen_by_its_heading_is_taken_out_as_a_whole(at_box: Person) -> None:
    view = at_box.window.box.view
    QTest.mouseClick(view.viewport(), LEFT, NONE, row_heading(view, 0))
    row = sorted(view.selection)
    at_box.key(Qt.Key.Key_T, CTRL)
    at_box.until(lambda: len(at_box.window.strip.things.things) == len(row))
    at_box.until(lambda: all(at_box.cell(cell).state is CellState.ON_BENCH for cell in row))


@pytest.mark.parametrize(
    ("text", "rows"),
    [("Choose this row", {3}), ("Choose odd rows", {0, 2, 4, 6, 8}), ("Choose even rows", {1, 3, 5, 7, 9})],
)
def test_the_menu_of_a_rows_heading(at_box: Person, text: str, rows: set[int]) -> None:
    view, tubes = at_box.window.box.view, tubes_at(at_box)
    ask_menu(view, row_heading(view, 3))
    choose_from(at_box, text)
    assert view.selection == {cell for cell in tubes if cell[0] in rows}


@pytest.mark.parametrize(
    ("text", "columns"),
    [("Choose this column", {4}), ("Choose odd columns", {0, 2, 4, 6, 8}), ("Choose even columns", {1, 3, 5, 7, 9})],
)
def test_the_menu_of_a_columns_heading(at_box: Person, text: str, columns: set[int]) -> None:
    view, tubes = at_box.window.box.view, tubes_at(at_box)
    ask_menu(view, column_heading(view, 4))
    choose_from(at_box, text)
    assert view.selection == {cell for cell in tubes if cell[1] in columns}


def test_in_a_turned_box_the_heading_at_the_left_is_that_of_a_column(at_box: Person) -> None:
    dress(at_box, "Turn the view", "90°")
    view, tubes = at_box.window.box.view, tubes_at(at_box)
    ask_menu(view, QPoint(row_heading(view, 0).x(), view.cell_rect(0, 2).center().y()))
    choose_from(at_box, "Choose this column")
    assert view.selection == {cell for cell in tubes if cell[1] == 2}


def test_the_box_beside_has_the_same_menus(at_box: Person) -> None:
    box = at_box.window.box.work.container
    assert box is not None
    view = at_box.show_beside(at_box.box_like(box))
    rows = at_box.window.second.feed.rows
    assert rows is not None
    ask_menu(view, row_heading(view, 1))
    choose_from(at_box, "Choose even rows")
    assert view.selection == {(tube.row, tube.column) for tube in rows.tubes if tube.row % 2}
    assert at_box.window.box.view.selection == frozenset(), "nothing is chosen in the other box"


def test_ctrl_a_chooses_all_tubes_and_no_free_position(at_box: Person) -> None:
    at_box.window.box.view.setFocus()
    at_box.key(Qt.Key.Key_A, CTRL)
    assert at_box.window.box.view.selection == tubes_at(at_box)


def test_ctrl_i_chooses_all_tubes_that_were_not_chosen(at_box: Person) -> None:
    view, tubes = at_box.window.box.view, sorted(tubes_at(at_box))
    at_box.choose(tubes[:3])
    at_box.key(Qt.Key.Key_I, CTRL)
    assert view.selection == set(tubes[3:])
    at_box.key(Qt.Key.Key_I, CTRL)
    assert view.selection == set(tubes[:3])


def test_shift_and_arrows_choose_a_block(at_box: Person) -> None:
    view = at_box.window.box.view
    at_box.click((1, 1))
    at_box.key(Qt.Key.Key_Right, SHIFT)
    at_box.key(Qt.Key.Key_Down, SHIFT)
    block = {(row, column) for row in (1, 2) for column in (1, 2)}
    assert view.selection == (block & tubes_at(at_box) or block)


def test_the_menu_of_a_tube_offers_only_what_can_be_done_with_it(at_box: Person) -> None:
    tube = at_box.tubes()[0]
    cell = (tube.row, tube.column)
    at_box.click(cell)
    view = at_box.window.box.view
    ask_menu(view, at_box.at(cell))
    menu = at_box.menu()
    names = {each.objectName() for each in menu.actions()}
    assert "take out" in names
    assert "put back" not in names, "it stands in its place"
    assert line(menu, "Mark missing").isEnabled()
    menu.close()
