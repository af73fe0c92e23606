"""Tubes moved within a box and to another, dragged, carried by keys or named; refused, undone and done again."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from freezerapp.ui.dialogs.move_to import MoveToDialog
from freezerapp.ui.widgets.box_picture import CellState
from tests.at_the_bench import ALT, CTRL, Person


@pytest.fixture
def at_box(person: Person) -> Person:
    person.show(person.boxes()[0])
    return person


def test_a_tube_is_dragged_within_its_box_undone_and_done_again(at_box: Person) -> None:
    tube, to = at_box.tubes()[0], at_box.free()[0]
    cell = (tube.row, tube.column)
    label, code = at_box.cell(to).label, at_box.window.box.work.container
    assert code is not None
    at_box.click(cell)
    at_box.drag(cell, at_box.onto_cell(to))
    at_box.until(lambda: at_box.cell(to).state is CellState.STORED)
    assert at_box.cell(cell).state is CellState.EMPTY
    assert at_box.where(tube.barcode) == f"{label} in {code.code} (stored, declared)"
    assert at_box.window.bar.text == f"Moved 1 tube to {label} in {code.code}."
    assert at_box.window.box.view.selection == {to}, "what was moved stays chosen"
    at_box.trigger("undo")
    at_box.until(lambda: at_box.cell(cell).state is CellState.STORED)
    assert f"move 1 tube from {label}" in at_box.window.bar.text
    at_box.trigger("redo")
    at_box.until(lambda: at_box.cell(to).state is CellState.STORED)


def test_a_drop_on_a_taken_position_is_refused_and_names_it(at_box: Person) -> None:
    one, other = at_box.tubes()[:2]
    cell, taken = (one.row, one.column), (other.row, other.column)
    at_box.click(cell)
    at_box.drag(cell, at_box.onto_cell(taken))
    at_box.until(lambda: at_box.window.bar.text)
    assert at_box.cell(taken).label in at_box.window.bar.text
    assert other.barcode in at_box.window.bar.text
    assert not at_box.window.doing.can_undo
    assert at_box.where(one.barcode).startswith(at_box.cell(cell).label + " ")


def test_twelve_tubes_go_to_the_box_beside_and_keep_their_order(at_box: Person) -> None:
    box = at_box.window.box.work.container
    assert box is not None
    other = at_box.box_like(box, free=12)
    view = at_box.show_beside(other)
    tubes = at_box.tubes()[:12]
    at_box.choose([(tube.row, tube.column) for tube in tubes])
    first = at_box.free(view)[0]
    at_box.drag((tubes[0].row, tubes[0].column), at_box.onto_cell(first, view, CTRL))
    at_box.until(lambda: at_box.window.doing.can_undo)
    at_box.until(lambda: at_box.cell(first, view).state is CellState.STORED)
    assert at_box.window.bar.text == f"Moved 12 tubes to {other.code}"
    assert at_box.window.actions_table["undo"].text().replace("&", "") == "Undo move of 12 tubes"
    assert all(f" in {other.code} " in at_box.where(tube.barcode) for tube in tubes)
    at_box.until(lambda: at_box.cell((tubes[0].row, tubes[0].column)).state is CellState.EMPTY)
    at_box.trigger("undo")
    at_box.until(lambda: at_box.cell((tubes[0].row, tubes[0].column)).state is CellState.STORED)
    at_box.until(lambda: at_box.cell(first, view).state is CellState.EMPTY)


def test_a_group_that_meets_tubes_in_the_other_box_is_refused_whole(at_box: Person) -> None:
    box = at_box.window.box.work.container
    assert box is not None
    view = at_box.show_beside(at_box.box_like(box))
    rows = at_box.window.second.feed.rows
    assert rows is not None
    tubes = at_box.tubes()[:3]
    at_box.choose([(tube.row, tube.column) for tube in tubes])
    met = rows.tubes[0]
    at_box.drag((tubes[0].row, tubes[0].column), at_box.onto_cell((met.row, met.column), view))
    at_box.until(lambda: at_box.window.bar.text)
    assert not at_box.window.doing.can_undo
    assert at_box.cell((met.row, met.column), view).label in at_box.window.bar.text


def test_two_tubes_change_places_with_alt(at_box: Person) -> None:
    one, other = at_box.tubes()[:2]
    here, there = (one.row, one.column), (other.row, other.column)
    at_box.click(here)
    at_box.drag(here, at_box.onto_cell(there, held=ALT))
    at_box.until(lambda: at_box.window.doing.can_undo)
    assert at_box.where(one.barcode).startswith(at_box.cell(there).label + " ")
    assert at_box.where(other.barcode).startswith(at_box.cell(here).label + " ")
    at_box.trigger("undo")
    at_box.done()
    assert at_box.where(one.barcode).startswith(at_box.cell(here).label + " ")


def test_the_keyboard_alone_moves_a_tube_to_the_box_beside(at_box: Person) -> None:
    box = at_box.window.box.work.container
    assert box is not None
    other = at_box.box_like(box)
    view = at_box.show_beside(other)
    at_box.window.box.view.setFocus()
    at_box.key(Qt.Key.Key_Home, CTRL)
    tube = at_box.tubes()[0]
    at_box.key(Qt.Key.Key_Space)
    at_box.key(Qt.Key.Key_Tab)
    assert view.hasFocus()
    at_box.key(Qt.Key.Key_F)  # into the next free position
    at_box.key(Qt.Key.Key_Return)
    at_box.until(lambda: at_box.window.doing.can_undo)
    assert f" in {other.code} " in at_box.where(tube.barcode)


def test_escape_gives_up_what_the_keys_carry(at_box: Person) -> None:
    at_box.window.box.view.setFocus()
    at_box.key(Qt.Key.Key_Home, CTRL)
    tube = at_box.tubes()[0]
    before = at_box.where(tube.barcode)
    at_box.key(Qt.Key.Key_Space)
    at_box.key(Qt.Key.Key_Down)
    at_box.key(Qt.Key.Key_Escape)
    assert at_box.where(tube.barcode) == before
    assert not at_box.window.doing.can_undo


def test_move_to_takes_a_box_and_a_position_that_are_typed(at_box: Person) -> None:
    box = at_box.window.box.work.container
    assert box is not None
    other = at_box.box_like(box)
    tube = at_box.tubes()[0]
    at_box.click((tube.row, tube.column))
    at_box.trigger("move to")
    dialog = at_box.window.findChild(MoveToDialog)
    assert dialog is not None
    dialog.box.setText(other.code or "")
    at_box.until(lambda: dialog.do.isEnabled())
    free = dialog._positions.stringList()
    dialog.at.setText("A1")
    assert dialog.do.isEnabled() == ("A1" in free)
    dialog.at.setText("Z99")
    assert not dialog.do.isEnabled()
    dialog.at.setText(free[0])
    assert dialog.do.isEnabled()
    dialog.accept()
    at_box.until(lambda: at_box.window.doing.can_undo)
    assert at_box.where(tube.barcode) == f"{free[0]} in {other.code} (stored, typed)"


def test_tubes_held_over_a_box_in_the_tree_open_it_beside(at_box: Person) -> None:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent
    from PySide6.QtWidgets import QApplication

    from tests.at_the_bench import ALL, LEFT, NONE

    box = at_box.window.box.work.container
    assert box is not None
    other = at_box.box_like(box)
    tree = at_box.window.tree.tree
    index = at_box.window.tree.model.of(other.id)
    above = index.parent()
    while above.isValid():
        tree.setExpanded(above, True)
        above = above.parent()
    tree.scrollTo(index)
    point: QPoint = tree.visualRect(index).center()
    tube = at_box.tubes()[0]

    def hold(mime: QMimeData, _keys: Qt.KeyboardModifier) -> None:
        for kind in (QDragEnterEvent, QDragMoveEvent):
            QApplication.sendEvent(tree.viewport(), kind(point, ALL, mime, LEFT, NONE))
        at_box.until(lambda: at_box.window.selection.beside == other.id)

    at_box.click((tube.row, tube.column))
    at_box.drag((tube.row, tube.column), hold)
    assert at_box.window.second.isVisible()


def test_tubes_let_go_on_a_box_in_the_tree_fill_its_next_free_positions(at_box: Person) -> None:
    box = at_box.window.box.work.container
    assert box is not None
    other = at_box.box_like(box)
    tree = at_box.window.tree.tree
    index = at_box.window.tree.model.of(other.id)
    above = index.parent()
    while above.isValid():
        tree.setExpanded(above, True)
        above = above.parent()
    tree.scrollTo(index)
    tube = at_box.tubes()[0]
    at_box.click((tube.row, tube.column))
    at_box.drag((tube.row, tube.column), at_box.onto(tree.viewport(), tree.visualRect(index).center()))
    at_box.until(lambda: at_box.window.doing.can_undo)
    assert f" in {other.code} " in at_box.where(tube.barcode)


def test_what_is_in_hand_is_placed_in_the_next_free_positions(at_box: Person) -> None:
    tubes = at_box.tubes()[:2]
    at_box.choose([(tube.row, tube.column) for tube in tubes])
    at_box.trigger("take out")
    at_box.until(lambda: len(at_box.window.strip.things.things) == 2)
    free = at_box.free()[:2]
    labels = [at_box.cell(cell).label for cell in free]
    at_box.trigger("place")
    at_box.until(lambda: not at_box.window.strip.things.things)
    assert [at_box.where(tube.barcode).split(" ")[0] for tube in tubes] == labels
    at_box.until(lambda: at_box.cell((tubes[0].row, tubes[0].column)).state is CellState.EMPTY)


def test_a_tube_is_dragged_from_the_strip_to_a_free_position(at_box: Person) -> None:
    tube = at_box.tubes()[0]
    at_box.click((tube.row, tube.column))
    at_box.trigger("take out")
    at_box.until(lambda: at_box.window.strip.things.things)
    to = at_box.free()[1]
    things = at_box.window.strip.things
    at_box.drag_from(things, things.rect_of(0).center(), at_box.onto_cell(to))
    at_box.until(lambda: at_box.cell(to).state is CellState.STORED)
    assert at_box.where(tube.barcode).startswith(at_box.cell(to).label + " ")


def test_the_keyboard_carries_from_the_strip_into_the_box(at_box: Person) -> None:
    tube = at_box.tubes()[0]
    at_box.click((tube.row, tube.column))
    at_box.trigger("take out")
    at_box.until(lambda: at_box.window.strip.things.things)
    at_box.key(Qt.Key.Key_F7)
    assert at_box.window.strip.things.hasFocus()
    at_box.key(Qt.Key.Key_Space)
    assert at_box.window.box.view.hasFocus()
    at_box.key(Qt.Key.Key_F)
    at_box.key(Qt.Key.Key_Return)
    at_box.until(lambda: not at_box.window.strip.things.things)
    assert "(stored, declared)" in at_box.where(tube.barcode)


def test_a_double_undo_takes_back_two_steps_in_their_order(at_box: Person) -> None:
    tube, free = at_box.tubes()[0], at_box.free()
    cell = (tube.row, tube.column)
    at_box.click(cell)
    at_box.drag(cell, at_box.onto_cell(free[0]))
    at_box.until(lambda: at_box.cell(free[0]).state is CellState.STORED)
    at_box.click(free[0])
    at_box.drag(free[0], at_box.onto_cell(free[1]))
    at_box.until(lambda: at_box.cell(free[1]).state is CellState.STORED)
    at_box.window.doing.undo()
    at_box.window.doing.undo()
    at_box.until(lambda: at_box.cell(cell).state is CellState.STORED)
    QTest.qWait(20)
    assert not at_box.window.doing.can_undo
