"""History shows gestures, and takes any of them back that nothing was built upon."""

from PySide6.QtCore import Qt

from freezerapp.ui.selection import Showing, View
from freezerapp.ui.widgets.box_picture import CellState
from tests.at_the_bench import Person


def test_a_gesture_of_an_earlier_sitting_is_taken_back_from_history(person: Person) -> None:
    view = person.show(person.boxes()[0])
    tube, to = person.tubes()[0], person.free()[0]
    cell = (tube.row, tube.column)
    before = person.where(tube.barcode).split(" (")[0]
    person.click(cell)
    person.drag(cell, person.onto_cell(to))
    person.until(lambda: person.cell(to, view).state is CellState.STORED)
    person.window.doing._sitting.forget()  # as after a restart
    person.window.selection.go(View(Showing.HISTORY))
    person.window.pages.history.show_by(1)
    operations = person.window.pages.history.operations
    person.until(lambda: operations.rowCount() > 0)
    assert operations.item(0, 1).text() == "Moved"  # type: ignore[union-attr]
    operations.setCurrentCell(0, 0)
    person.key(Qt.Key.Key_Return)
    assert person.window.bar.text.startswith("Take back: Moved")
    person.confirm()
    person.until(lambda: person.window.bar.text.startswith("Taken back. By hand: move 1 tube"))
    assert person.where(tube.barcode).split(" (")[0] == before
    person.until(lambda: operations.item(1, 4) is not None and operations.item(1, 4).text() == "taken back")  # type: ignore[union-attr]
    operations.setCurrentCell(1, 0)
    assert not person.window.pages.history.back.isEnabled(), "nothing is taken back twice"


def test_what_can_not_be_taken_back_says_so_before(person: Person) -> None:
    from freezerapp.ui.dialogs.reason import ReasonDialog

    person.show(person.boxes()[0])
    tube = person.tubes()[0]
    person.click((tube.row, tube.column))
    person.trigger("destroy")
    assert "No undo brings them back" in person.window.bar.text
    person.confirm()
    dialog = person.window.findChild(ReasonDialog)
    assert dialog is not None
    dialog.field.setCurrentText("Broken")
    dialog.accept()
    person.until(lambda: person.where(tube.barcode) == "nowhere (destroyed)")
    person.done()
    assert not person.window.doing.can_undo
