"""What became of a tube, said from its menu: used up, missing, found, on hold, released; refused, and undone."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPushButton

from freezerapp.domain.specimen import HoldKind
from freezerapp.ui.dialogs.reason import ReasonDialog
from freezerapp.ui.widgets.box_picture import Cell, CellState
from tests.at_the_bench import LEFT, Person
from tests.gestures.menus import ask_menu, choose_from


@pytest.fixture
def at_box(person: Person) -> Person:
    person.show(person.boxes()[0])
    return person


def first(person: Person) -> tuple[str, Cell]:
    """The first tube of the box: its barcode and its position."""
    tube = person.tubes()[0]
    return tube.barcode, (tube.row, tube.column)


def mark(person: Person, cell: Cell, text: str) -> None:
    """Choose from the menu of a position, by mouse."""
    person.click(cell)
    ask_menu(person.window.box.view, person.at(cell))
    choose_from(person, text)


def type_into(field: QComboBox, text: str) -> None:
    edit = field.lineEdit()
    assert edit is not None
    QTest.keyClicks(edit, text)


def answer(person: Person, reason: str, hold: HoldKind | None = None) -> None:
    """Say why, and which kind of hold, in the dialog that is open."""
    dialogs = [each for each in person.window.findChildren(ReasonDialog) if each.isVisible()]
    assert len(dialogs) == 1
    dialog = dialogs[0]
    if hold is not None:
        dialog.kinds.setCurrentIndex(dialog.kinds.findData(hold))
    type_into(dialog.field, reason)
    do = next(each for each in dialog.findChildren(QPushButton) if each.text() == "Do it")
    QTest.mouseClick(do, LEFT)
    person.until(lambda: not person.window.findChildren(ReasonDialog))


def undo(person: Person) -> None:
    person.done()
    person.trigger("undo")
    person.done()


def test_a_missing_tube_keeps_its_place_with_a_question_mark(at_box: Person) -> None:
    barcode, cell = first(at_box)
    label = at_box.cell(cell).label
    mark(at_box, cell, "Mark missing")
    at_box.until(lambda: at_box.cell(cell).state is CellState.MISSING)
    assert at_box.where(barcode).startswith(f"{label} in ")
    assert at_box.where(barcode).endswith("(missing, kept)")
    undo(at_box)
    at_box.until(lambda: at_box.cell(cell).state is CellState.STORED)
    assert at_box.where(barcode).endswith("(stored, declared)")


def test_a_missing_tube_is_found_where_it_belongs(at_box: Person) -> None:
    barcode, cell = first(at_box)
    mark(at_box, cell, "Mark missing")
    at_box.until(lambda: at_box.cell(cell).state is CellState.MISSING)
    mark(at_box, cell, "Mark found")
    at_box.until(lambda: at_box.cell(cell).state is CellState.STORED)
    assert at_box.where(barcode).endswith("(stored, declared)")
    undo(at_box)
    at_box.until(lambda: at_box.cell(cell).state is CellState.MISSING)


def test_found_is_offered_for_missing_tubes_alone(at_box: Person) -> None:
    _, cell = first(at_box)
    at_box.choose([cell])
    offered = at_box.window.actions_table
    assert not offered["found"].isEnabled()
    assert offered["missing"].isEnabled()


def test_a_missing_tube_can_not_be_missing_twice_nor_used_up(at_box: Person) -> None:
    barcode, cell = first(at_box)
    mark(at_box, cell, "Mark missing")
    at_box.until(lambda: at_box.cell(cell).state is CellState.MISSING)
    at_box.done()
    at_box.choose([cell])
    offered = at_box.window.actions_table
    at_box.until(offered["found"].isEnabled)
    assert not offered["missing"].isEnabled()
    assert not offered["used up"].isEnabled()
    assert at_box.where(barcode).endswith("(missing, kept)")
    undo(at_box)
    at_box.until(lambda: at_box.cell(cell).state is CellState.STORED)


def test_release_is_offered_for_tubes_on_hold_alone(at_box: Person) -> None:
    free = next(tube for tube in at_box.tubes() if not tube.holds)
    at_box.choose([(free.row, free.column)])
    assert not at_box.window.actions_table["release"].isEnabled()


def test_a_used_up_tube_frees_its_place_and_comes_back_by_undo(at_box: Person) -> None:
    barcode, cell = first(at_box)
    mark(at_box, cell, "Mark used up")
    at_box.until(lambda: at_box.cell(cell).state is CellState.EMPTY)
    assert at_box.where(barcode) == "nowhere (used up)"
    undo(at_box)
    at_box.until(lambda: at_box.cell(cell).state is CellState.STORED)
    assert at_box.where(barcode).endswith("(stored, declared)")
    at_box.trigger("redo")
    at_box.until(lambda: at_box.cell(cell).state is CellState.EMPTY)


def test_the_undo_of_used_up_is_refused_where_another_tube_stands_by_now(at_box: Person) -> None:
    barcode, cell = first(at_box)
    other = at_box.tubes()[1]
    mark(at_box, cell, "Mark used up")
    at_box.until(lambda: at_box.cell(cell).state is CellState.EMPTY)
    used = at_box.window.doing
    at_box.done()
    operation = last_operation(at_box)
    at_box.click((other.row, other.column))
    at_box.drag((other.row, other.column), at_box.onto_cell(cell))
    at_box.until(lambda: at_box.cell(cell).state is CellState.STORED)
    at_box.done()
    used.take_back(operation)
    at_box.until(lambda: other.barcode in at_box.window.bar.text)
    assert at_box.where(barcode) == "nowhere (used up)"


def last_operation(person: Person) -> int:
    from freezerapp.storage.rows.operations import operations_page

    bank = person.program.dispatcher.bank
    assert bank is not None
    with bank.reading() as reader:
        return operations_page(reader, None, 1)[0].id


def test_several_chosen_tubes_are_marked_at_once_and_undone_at_once(at_box: Person) -> None:
    cells = [(tube.row, tube.column) for tube in at_box.tubes()[:3]]
    at_box.choose(cells)
    at_box.trigger("missing")
    at_box.until(lambda: all(at_box.cell(cell).state is CellState.MISSING for cell in cells))
    assert "3 tubes" in at_box.window.bar.text
    undo(at_box)
    at_box.until(lambda: all(at_box.cell(cell).state is CellState.STORED for cell in cells))


def test_of_several_none_is_marked_where_one_can_not_be(at_box: Person) -> None:
    cells = [(tube.row, tube.column) for tube in at_box.tubes()[:2]]
    mark(at_box, cells[0], "Mark missing")
    at_box.until(lambda: at_box.cell(cells[0]).state is CellState.MISSING)
    at_box.done()
    at_box.choose(cells)
    at_box.trigger("used up")
    at_box.until(lambda: "can't become" in at_box.window.bar.text)
    assert at_box.cell(cells[1]).state is CellState.STORED


def test_a_hold_needs_a_kind_and_a_reason_and_shows_at_the_tube(at_box: Person) -> None:
    barcode, cell = first(at_box)
    mark(at_box, cell, "Put on hold")
    answer(at_box, "Result in doubt", HoldKind.QUARANTINE)
    at_box.until(lambda: at_box.cell(cell).hold)
    at_box.until(lambda: (card := at_box.window.inspector.card) is not None and bool(card.holds))
    card = at_box.window.inspector.card
    assert card is not None
    assert [(hold.kind, hold.reason) for hold in card.holds] == [(HoldKind.QUARANTINE, "Result in doubt")]
    assert at_box.where(barcode).partition("(")[2].startswith("stored")
    undo(at_box)
    at_box.until(lambda: not at_box.cell(cell).hold)


def test_given_up_the_dialog_holds_nothing(at_box: Person) -> None:
    _, cell = first(at_box)
    mark(at_box, cell, "Put on hold")
    dialog = at_box.window.findChild(ReasonDialog)
    assert dialog is not None
    do = next(each for each in dialog.findChildren(QPushButton) if each.text() == "Do it")
    assert not do.isEnabled()
    dialog.reject()
    at_box.done()
    assert not at_box.cell(cell).hold
    assert not at_box.window.doing.can_undo


def test_a_hold_is_released_with_a_reason_and_comes_back_by_undo(at_box: Person) -> None:
    _, cell = first(at_box)
    mark(at_box, cell, "Put on hold")
    answer(at_box, "Result in doubt", HoldKind.QUARANTINE)
    at_box.until(lambda: at_box.cell(cell).hold)
    at_box.done()
    mark(at_box, cell, "Release hold")
    answer(at_box, "Checked, all is well", HoldKind.QUARANTINE)
    at_box.until(lambda: not at_box.cell(cell).hold)
    undo(at_box)
    at_box.until(lambda: at_box.cell(cell).hold)


def test_there_is_nothing_to_release_of_another_kind(at_box: Person) -> None:
    barcode, cell = first(at_box)
    mark(at_box, cell, "Put on hold")
    answer(at_box, "Result in doubt", HoldKind.QUARANTINE)
    at_box.until(lambda: at_box.cell(cell).hold)
    at_box.done()
    mark(at_box, cell, "Release hold")
    answer(at_box, "By mistake", HoldKind.IDENTITY)
    at_box.until(lambda: barcode in at_box.window.bar.text)
    at_box.done()
    assert at_box.cell(cell).hold


def test_a_consent_hold_is_released_by_the_manager_alone(at_box: Person) -> None:
    _, cell = first(at_box)
    at_box.trigger("operator")
    choose_from(at_box, "Operator 02")
    mark(at_box, cell, "Put on hold")
    answer(at_box, "Consent withdrawn", HoldKind.CONSENT)
    at_box.until(lambda: at_box.cell(cell).hold)
    at_box.done()
    mark(at_box, cell, "Release hold")
    answer(at_box, "Consent given again", HoldKind.CONSENT)
    at_box.until(lambda: "Operator 02" in at_box.window.bar.text and "may not" in at_box.window.bar.text)
    assert at_box.cell(cell).hold
    undo(at_box)
    assert at_box.cell(cell).hold, "nor by undoing it"
    at_box.trigger("operator")
    choose_from(at_box, "Operator 01")
    mark(at_box, cell, "Release hold")
    answer(at_box, "Consent given again", HoldKind.CONSENT)
    at_box.until(lambda: not at_box.cell(cell).hold)
