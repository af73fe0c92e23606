"""Back and forward by key: the tube in the inspector is always the one that is chosen."""

from PySide6.QtCore import Qt

from freezerapp.ui.selection import Showing, View
from tests.at_the_bench import ALT, Person


def agree(person: Person) -> bool:
    card = person.window.inspector.card
    return card is not None and card.id == person.window.selection.specimen


def test_back_in_a_list_that_marks_another_tube_the_inspector_goes_with_it(person: Person) -> None:
    person.show(next(box for box in person.boxes() if (box.code or "").startswith("PL1")))
    tube = person.tubes()[0]
    person.click((tube.row, tube.column))
    person.window.selection.go(View(Showing.LIST, query="material:CEL"))
    model = person.window.pages.found.model
    person.until(lambda: model.rowCount() and model.row(0) is not None)
    person.show(person.boxes()[1])
    other = person.tubes()[3]
    person.click((other.row, other.column))
    person.until(lambda: agree(person))
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Left):
        person.window.box.view.setFocus()
        person.key(key, ALT)
        person.done()
        person.until(lambda: agree(person))
