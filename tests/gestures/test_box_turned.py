"""The view of a box turned by its menu and by keys: what is seen turns, where tubes stand does not."""

import pytest
from PySide6.QtCore import QPoint, Qt

from freezerapp.ui.widgets.box_picture import Cell
from tests.at_the_bench import CTRL, SHIFT, Person
from tests.gestures.menus import dress

TURNS = [90, 180, 270]


@pytest.fixture
def at_box(person: Person) -> Person:
    person.show(person.boxes()[0])
    return person


def middles(person: Person) -> dict[Cell, QPoint]:
    picture = person.window.box.view.picture
    assert picture is not None
    return {cell: person.at(cell) for cell in picture.cells}


def last(person: Person) -> Cell:
    """The position that is farthest from the first one, as stored."""
    picture = person.window.box.view.picture
    assert picture is not None
    return picture.rows - 1, picture.columns - 1


@pytest.mark.parametrize("degrees", TURNS)
def test_turning_moves_what_is_seen_and_nothing_that_is_stored(at_box: Person, degrees: int) -> None:
    standing = {tube.barcode: at_box.where(tube.barcode) for tube in at_box.tubes()[:5]}
    rows = [(tube.id, tube.row, tube.column) for tube in at_box.tubes()]
    dress(at_box, "Turn the view", f"{degrees}°")
    assert at_box.window.box.view.rotation == degrees
    after = middles(at_box)
    row, column = last(at_box)
    corners = {0: (0, 0), 90: (row, 0), 180: (row, column), 270: (0, column)}
    left, top = min(at.x() for at in after.values()), min(at.y() for at in after.values())
    assert after[corners[degrees]] == QPoint(left, top), "the corner that is seen at the top left"
    assert [(tube.id, tube.row, tube.column) for tube in at_box.tubes()] == rows
    assert {barcode: at_box.where(barcode) for barcode in standing} == standing
    assert not at_box.window.doing.can_undo


@pytest.mark.parametrize(
    ("degrees", "key"),
    [(90, Qt.Key.Key_Left), (180, Qt.Key.Key_Up), (270, Qt.Key.Key_Right)],
)
def test_arrow_keys_go_where_the_eye_says(at_box: Person, degrees: int, key: Qt.Key) -> None:
    dress(at_box, "Turn the view", f"{degrees}°")
    view = at_box.window.box.view
    view.setFocus()
    at_box.click((0, 0))
    before = at_box.at((0, 0))
    at_box.key(key)
    assert view.cursor_cell == (1, 0), "the next row, as stored"
    step = at_box.at((1, 0)) - before
    along = {Qt.Key.Key_Left: step.x() < 0, Qt.Key.Key_Up: step.y() < 0, Qt.Key.Key_Right: step.x() > 0}
    assert along[key], "and as seen, the way the arrow points"


def test_each_press_of_the_key_turns_by_a_quarter_and_four_come_round(at_box: Person) -> None:
    view, before = at_box.window.box.view, middles(at_box)
    view.setFocus()
    seen = []
    for _ in range(4):
        at_box.key(Qt.Key.Key_R, CTRL | SHIFT)
        seen.append(view.rotation)
    assert seen == [90, 180, 270, 0]
    assert middles(at_box) == before
    menu = at_box.window.box.options.menu()
    assert menu is not None


@pytest.mark.parametrize("degrees", TURNS)
def test_a_tube_is_dragged_in_a_turned_box_to_the_position_that_was_pointed_at(at_box: Person, degrees: int) -> None:
    dress(at_box, "Turn the view", f"{degrees}°")
    tube, to = at_box.tubes()[0], at_box.free()[0]
    label = at_box.cell(to).label
    at_box.click((tube.row, tube.column))
    at_box.drag((tube.row, tube.column), at_box.onto_cell(to))
    at_box.until(lambda: at_box.window.doing.can_undo)
    assert at_box.where(tube.barcode).startswith(f"{label} in ")
    at_box.until(lambda: at_box.window.box.view.selection == {to})


def test_a_turned_box_keeps_what_was_chosen_and_its_inspector(at_box: Person) -> None:
    tubes = at_box.tubes()[:3]
    cells = {(tube.row, tube.column) for tube in tubes}
    at_box.choose([(tube.row, tube.column) for tube in tubes])
    dress(at_box, "Turn the view", "180°")
    assert at_box.window.box.view.selection == cells
    assert at_box.window.selection.specimen == tubes[-1].id


def test_the_menu_ticks_how_the_view_is_turned(at_box: Person) -> None:
    at_box.window.box.view.setFocus()
    at_box.key(Qt.Key.Key_R, CTRL | SHIFT)
    at_box.press(at_box.window.box.options)
    menu = at_box.menu()
    turn = next(each.menu() for each in menu.actions() if each.text().startswith("Turn"))
    assert [each.text() for each in turn.actions() if each.isChecked()] == ["90°"]  # type: ignore[attr-defined]
    menu.close()
