"""Two windows on one bank: each shows what the other does, and a gesture on an old picture is refused."""

import time

import pytest

from freezerapp.ui.widgets.box_picture import CellState
from tests.at_the_bench import Person
from tests.gestures.conftest import People


@pytest.fixture
def two(people: People) -> tuple[Person, Person]:
    one, other = people(), people()
    box = one.boxes()[0]
    one.show(box)
    other.show(box)
    return one, other


def test_a_second_window_shows_a_change_within_two_seconds(two: tuple[Person, Person]) -> None:
    one, other = two
    tube, to = one.tubes()[0], one.free()[0]
    cell = (tube.row, tube.column)
    one.click(cell)
    one.drag(cell, one.onto_cell(to))
    one.until(lambda: one.window.doing.can_undo)
    started = time.monotonic()
    other.until(lambda: other.cell(to).state is CellState.STORED)
    assert time.monotonic() - started < 2.0
    assert other.cell(cell).state is CellState.EMPTY


def test_a_gesture_on_an_old_picture_is_refused_and_shows_what_changed(two: tuple[Person, Person]) -> None:
    one, other = two
    tube, free = one.tubes()[0], one.free()
    cell = (tube.row, tube.column)
    other.program.dispatcher._timer.stop()  # the other window does not look for the moment
    one.click(cell)
    one.drag(cell, one.onto_cell(free[0]))
    one.until(lambda: one.window.doing.can_undo)
    other.click(cell)
    other.drag(cell, other.onto_cell(free[1]))
    other.until(lambda: tube.barcode in other.window.bar.text)
    assert "was changed since by" in other.window.bar.text
    assert "Nothing was done" in other.window.bar.text
    other.until(lambda: other.cell(free[0]).state is CellState.STORED)
    assert other.cell(free[1]).state is CellState.EMPTY
    assert not other.window.doing.can_undo


def test_a_position_taken_meanwhile_is_refused_by_the_bank(two: tuple[Person, Person]) -> None:
    one, other = two
    first, second = one.tubes()[:2]
    to = one.free()[0]
    other.program.dispatcher._timer.stop()
    one.click((first.row, first.column))
    one.drag((first.row, first.column), one.onto_cell(to))
    one.until(lambda: one.window.doing.can_undo)
    other.click((second.row, second.column))
    other.drag((second.row, second.column), other.onto_cell(to))
    other.until(lambda: first.barcode in other.window.bar.text)
    assert other.where(second.barcode).startswith(other.cell((second.row, second.column)).label + " ")
    other.until(lambda: other.cell(to).state is CellState.STORED)


def test_undo_of_what_the_other_changed_since_is_refused(two: tuple[Person, Person]) -> None:
    one, other = two
    tube, free = one.tubes()[0], one.free()
    cell = (tube.row, tube.column)
    one.click(cell)
    one.drag(cell, one.onto_cell(free[0]))
    one.until(lambda: one.window.doing.can_undo)
    other.until(lambda: other.cell(free[0]).state is CellState.STORED)
    other.click(free[0])
    other.drag(free[0], other.onto_cell(free[1]))
    other.until(lambda: other.window.doing.can_undo)
    one.trigger("undo")
    one.until(lambda: "can't be taken back" in one.window.bar.text)
    assert one.where(tube.barcode).startswith(one.cell(free[1]).label + " ")
