"""A place of the wrong temperature is refused; who says why may do it all the same, and the reason is kept."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPushButton

from freezerapp.storage.rows.storage import ContainerRow
from freezerapp.ui.dialogs.reason import ReasonDialog
from freezerapp.ui.widgets.box_picture import Cell, CellState
from freezerapp.ui.widgets.box_view import BoxView
from tests.at_the_bench import LEFT, Person

WHY = "Nitrogen tank failed"


def box_of(person: Person, material: str) -> ContainerRow:
    return next(row for row in person.boxes() if (row.code or "").startswith(material) and row.free)


@pytest.fixture
def warm(person: Person) -> BoxView:
    """A box of cells, that must stay in nitrogen, and beside it a box of plasma at −80 °C."""
    person.show(box_of(person, "CEL"))
    return person.show_beside(box_of(person, "PL1"))


def drop_there(person: Person, view: BoxView) -> tuple[str, Cell, Cell]:
    """Drag the first tube to the first free position beside; gives its barcode, where from and where to."""
    tube, to = person.tubes()[0], person.free(view)[0]
    cell = (tube.row, tube.column)
    person.click(cell)
    person.drag(cell, person.onto_cell(to, view))
    person.until(lambda: "LN2" in person.window.bar.text or "nitrogen" in person.window.bar.text)
    person.done()
    return tube.barcode, cell, to


def type_into(field: QComboBox, text: str) -> None:
    edit = field.lineEdit()
    assert edit is not None
    QTest.keyClicks(edit, text)


def asked(person: Person) -> ReasonDialog:
    dialogs = [each for each in person.window.findChildren(ReasonDialog) if each.isVisible()]
    assert len(dialogs) == 1
    return dialogs[0]


def button(dialog: ReasonDialog, text: str) -> QPushButton:
    return next(each for each in dialog.findChildren(QPushButton) if each.text().replace("&", "") == text)


def reason_kept(person: Person, barcode: str) -> str | None:
    """What history says of why the last thing was done with a tube."""
    from freezerapp.storage.rows.found import by_code
    from freezerapp.ui.questions import tube

    bank = person.program.dispatcher.bank
    assert bank is not None
    with bank.reading() as reader:
        found = by_code(reader, barcode)
        assert found is not None
        return tube(reader, found.id).history[0].reason


def test_cells_are_not_put_into_a_warm_box(person: Person, warm: BoxView) -> None:
    barcode, cell, to = drop_there(person, warm)
    assert person.where(barcode).startswith(person.cell(cell).label + " in CEL")
    assert person.cell(to, warm).state is CellState.EMPTY
    assert not person.window.doing.can_undo


def test_with_a_reason_they_are_and_the_reason_stands_in_history(person: Person, warm: BoxView) -> None:
    barcode, _, to = drop_there(person, warm)
    label = person.cell(to, warm).label
    person.confirm()  # Do it with a reason…
    dialog = asked(person)
    type_into(dialog.field, WHY)
    QTest.mouseClick(button(dialog, "Do it"), LEFT)
    person.until(lambda: person.where(barcode).startswith(f"{label} in PL1"))
    person.until(lambda: person.cell(to, warm).state is CellState.STORED)
    assert reason_kept(person, barcode) == WHY


def test_it_is_undone_like_anything_else(person: Person, warm: BoxView) -> None:
    barcode, cell, to = drop_there(person, warm)
    person.confirm()
    dialog = asked(person)
    dialog.field.setCurrentText(WHY)
    QTest.mouseClick(button(dialog, "Do it"), LEFT)
    person.until(lambda: person.cell(to, warm).state is CellState.STORED)
    person.done()
    person.trigger("undo")
    person.until(lambda: person.cell(cell).state is CellState.STORED)
    person.until(lambda: person.cell(to, warm).state is CellState.EMPTY)
    assert " in CEL" in person.where(barcode)


def test_redo_of_it_keeps_the_reason_and_asks_nothing_more(person: Person, warm: BoxView) -> None:
    barcode, cell, to = drop_there(person, warm)
    person.confirm()
    dialog = asked(person)
    dialog.field.setCurrentText(WHY)
    dialog.accept()
    person.until(lambda: person.window.doing.can_undo)
    person.done()
    person.trigger("undo")
    person.until(lambda: person.cell(cell).state is CellState.STORED)
    person.done()
    person.trigger("redo")
    person.until(lambda: person.cell(to, warm).state is CellState.STORED)
    assert " in PL1" in person.where(barcode)


def test_without_a_reason_there_is_no_doing_it(person: Person, warm: BoxView) -> None:
    barcode, _, _ = drop_there(person, warm)
    person.confirm()
    dialog = asked(person)
    assert not button(dialog, "Do it").isEnabled()
    type_into(dialog.field, "   ")
    assert not button(dialog, "Do it").isEnabled(), "spaces are no reason"
    QTest.keyClick(dialog.field, Qt.Key.Key_Escape)
    person.until(lambda: not person.window.findChildren(ReasonDialog))
    person.done()
    assert " in CEL" in person.where(barcode)
    assert not person.window.doing.can_undo


def test_frozen_plasma_may_go_into_nitrogen_vapour_without_a_word(person: Person) -> None:
    person.show(box_of(person, "PL1"))
    view = person.show_beside(box_of(person, "CEL"))
    tube, to = person.tubes()[0], person.free(view)[0]
    person.click((tube.row, tube.column))
    person.drag((tube.row, tube.column), person.onto_cell(to, view))
    person.until(lambda: person.cell(to, view).state is CellState.STORED)
    assert " in CEL" in person.where(tube.barcode)
