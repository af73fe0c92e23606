"""Scans at the real window: a tube is shown in its box, a position takes it, a box is filled, a stranger registered."""

import pytest
from PySide6.QtCore import Qt

from freezerapp.ui.dialogs.register_tubes import RegisterDialog
from freezerapp.ui.selection import Showing, View
from freezerapp.ui.widgets.box_picture import CellState
from tests.at_the_bench import CTRL, Person


@pytest.fixture
def at_box(person: Person) -> Person:
    person.show(person.boxes()[0])
    return person


def take_out(person: Person, count: int) -> list[str]:
    """Take the first tubes of the shown box out; gives their barcodes."""
    tubes = person.tubes()[:count]
    person.choose([(tube.row, tube.column) for tube in tubes])
    person.trigger("take out")
    person.until(lambda: len(person.window.strip.things.things) == count)
    person.done()
    return [tube.barcode for tube in tubes]


@pytest.mark.parametrize("gap_ms", [1, 8, 20])
def test_a_scan_shows_its_tube_in_its_box_whatever_has_the_focus(at_box: Person, gap_ms: int) -> None:
    tube = at_box.tubes()[5]
    at_box.window.selection.go(View(Showing.STORAGE))
    at_box.window.search.edit.setFocus()
    at_box.scan(tube.barcode, gap_ms)
    at_box.until(lambda: at_box.window.selection.specimen == tube.id)
    at_box.until(lambda: at_box.window.pages.currentWidget() is at_box.window.box)
    assert at_box.window.search.edit.text() == "", "it never ends up as text"


def test_a_box_is_opened_by_its_code(at_box: Person) -> None:
    other = at_box.boxes()[1]
    at_box.scan(other.code or "")
    at_box.until(lambda: at_box.window.selection.view.container == other.id)


def test_a_tube_then_a_position_puts_the_tube_there_and_the_place_is_known(at_box: Person) -> None:
    barcode = take_out(at_box, 1)[0]
    label = at_box.cell(at_box.free()[0]).label
    at_box.scan(barcode)
    at_box.until(lambda: at_box.window.workbench.scans.target.in_hand is not None)
    at_box.scan(label)
    at_box.until(lambda: not at_box.window.strip.things.things)
    assert at_box.where(barcode).endswith("(stored, scanned)")
    assert at_box.where(barcode).startswith(label + " ")


def test_a_position_that_is_taken_is_refused_and_the_tube_stays_in_hand(at_box: Person) -> None:
    barcode = take_out(at_box, 1)[0]
    other = at_box.tubes()[3]
    label = at_box.cell((other.row, other.column)).label
    at_box.scan(barcode)
    at_box.until(lambda: at_box.window.workbench.scans.target.in_hand is not None)
    at_box.scan(label)
    at_box.until(lambda: other.barcode in at_box.window.bar.text)
    assert at_box.where(barcode).endswith("(on the bench, kept)")


def test_commands_by_code_put_back_and_undo(at_box: Person) -> None:
    barcode = take_out(at_box, 1)[0]
    at_box.scan(barcode)
    at_box.until(lambda: at_box.window.workbench.scans.target.in_hand is not None)
    at_box.scan("CMD-PUT-BACK")
    at_box.until(lambda: not at_box.window.strip.things.things)
    assert at_box.where(barcode).endswith("(stored, scanned)")
    at_box.done()
    at_box.scan("CMD-UNDO")
    at_box.until(lambda: at_box.window.strip.things.things)


def test_confirm_by_code_answers_what_the_bar_asks(at_box: Person) -> None:
    at_box.trigger("take out container")
    at_box.scan("CMD-CONFIRM")
    at_box.until(lambda: at_box.window.strip.things.things)


def test_a_scan_never_presses_the_button_that_has_the_focus(at_box: Person) -> None:
    at_box.trigger("take out container")  # its button has the focus now, and Enter would press it
    at_box.scan(at_box.tubes()[2].barcode)
    at_box.done()
    assert not at_box.window.doing.can_undo
    assert not at_box.window.strip.things.things


def test_a_box_is_filled_by_scanning_with_undo_for_each_scan(at_box: Person) -> None:
    barcodes = take_out(at_box, 3)
    at_box.click(at_box.free()[0])
    labels = []
    at_box.trigger("fill")
    fill = at_box.window.fill
    assert fill.isVisible()
    for barcode in barcodes:
        labels.append(fill.next.text())
        at_box.scan(barcode)
        at_box.until(lambda barcode=barcode: barcode in fill.last.text() and labels[-1] in fill.last.text())
        at_box.until(lambda: fill.undo.isEnabled())
    assert [at_box.where(barcode).split(" ")[0] for barcode in barcodes] == labels
    assert all("(stored, scanned)" in at_box.where(barcode) for barcode in barcodes)
    at_box.press(fill.undo)
    at_box.done()
    at_box.until(lambda: fill.next.text() == labels[-1])
    assert at_box.where(barcodes[-1]).endswith("(on the bench, kept)")
    at_box.scan(barcodes[-1])
    at_box.until(lambda: "(stored, scanned)" in at_box.where(barcodes[-1]))
    at_box.press(fill.stop)
    assert fill.isHidden()


def test_scans_that_come_fast_go_to_one_position_each(at_box: Person) -> None:
    barcodes = take_out(at_box, 4)
    at_box.trigger("fill")
    for barcode in barcodes:
        at_box.scan(barcode, gap_ms=2)
    at_box.until(lambda: not at_box.window.strip.things.things)
    places = [at_box.where(barcode) for barcode in barcodes]
    assert len(set(places)) == 4
    assert all("(stored, scanned)" in place for place in places)


def test_a_tube_that_stands_elsewhere_is_moved_only_when_that_is_confirmed(at_box: Person) -> None:
    box = at_box.boxes()[1]
    at_box.show(box)
    stranger = at_box.tubes()[0]
    before = at_box.where(stranger.barcode)
    first = at_box.box_like(box)
    at_box.show(first)
    at_box.trigger("fill")
    at_box.scan(stranger.barcode)
    at_box.until(lambda: "Move it to" in at_box.window.bar.text)
    assert at_box.where(stranger.barcode) == before
    at_box.confirm()
    at_box.until(lambda: f" in {first.code} " in at_box.where(stranger.barcode))


def test_an_unknown_tube_is_registered_on_the_way_and_the_next_shares_its_facts(at_box: Person) -> None:
    at_box.trigger("fill")
    fill = at_box.window.fill
    material = at_box.tubes()[0].material
    first = fill.next.text()
    at_box.scan("NEW-0001")
    at_box.until(lambda: at_box.window.findChild(RegisterDialog) is not None)
    dialog = at_box.window.findChild(RegisterDialog)
    assert dialog is not None
    dialog.material.setCurrentIndex(dialog.material.findData(material))
    dialog.participant.setText("MC-FR06-001")
    dialog.visit.setText("V01")
    dialog.amount.setText("200 µL")
    dialog._on_accepted()
    at_box.until(lambda: "NEW-0001" in fill.last.text())
    assert at_box.where("NEW-0001").startswith(f"{first} in ")
    at_box.scan("NEW-0002")
    at_box.until(lambda: "NEW-0002" in fill.last.text())
    assert "(stored, scanned)" in at_box.where("NEW-0002")
    at_box.until(lambda: fill.undo.isEnabled())
    at_box.press(fill.undo)
    at_box.until(lambda: fill.next.text() != "" and "Taken back" in fill.said.text())


def test_an_unknown_scan_names_codes_like_it_and_offers_to_register(at_box: Person) -> None:
    tube = at_box.tubes()[0]
    wrong = tube.barcode.replace("0", "O", 1)
    at_box.scan(wrong)
    at_box.until(lambda: tube.barcode in at_box.window.bar.text)
    assert wrong in at_box.window.bar.text
    at_box.confirm()  # Register it…
    dialog = at_box.window.findChild(RegisterDialog)
    assert dialog is not None
    assert dialog.codes == (wrong,)
    dialog.reject()


def test_tubes_are_registered_in_a_batch_into_the_next_free_positions(at_box: Person) -> None:
    free = at_box.free()
    material = at_box.tubes()[0].material
    at_box.window.box.view.setFocus()
    at_box.click(free[0])
    at_box.key(Qt.Key.Key_R, CTRL)
    dialog = at_box.window.findChild(RegisterDialog)
    assert dialog is not None
    dialog.code_field.setPlainText("B-0001\nB-0002\n")
    dialog.material.setCurrentIndex(dialog.material.findData(material))
    dialog.amount.setText("not an amount")
    dialog._on_accepted()
    assert dialog.why.text(), "what can't be read is said in the dialog"
    dialog.amount.setText("0.2 mL")
    dialog._on_accepted()
    at_box.until(lambda: at_box.cell(free[0]).state is CellState.STORED)
    assert at_box.where("B-0001").startswith(at_box.cell(free[0]).label + " ")
    at_box.trigger("undo")
    at_box.until(lambda: at_box.cell(free[0]).state is CellState.EMPTY)


def test_a_double_scan_counts_once(at_box: Person) -> None:
    barcodes = take_out(at_box, 1)
    at_box.trigger("fill")
    at_box.scan(barcodes[0])
    Person.clock -= 1_950  # the scanner fires again at once
    at_box.scan(barcodes[0])
    at_box.until(lambda: not at_box.window.strip.things.things)
    assert "was just placed" not in at_box.window.fill.said.text()


def test_tubes_to_be_registered_are_scanned_one_after_the_other_into_the_dialog(at_box: Person) -> None:
    at_box.scan("LOT-0001")
    at_box.until(lambda: "LOT-0001" in at_box.window.bar.text)
    at_box.confirm()
    at_box.until(lambda: any(each.isVisible() for each in at_box.window.findChildren(RegisterDialog)))
    dialog = next(each for each in at_box.window.findChildren(RegisterDialog) if each.isVisible())
    for code in ("LOT-0002", "LOT-0003"):
        at_box.scan(code)
        at_box.until(lambda code=code: code in dialog.code_field.toPlainText())
    assert dialog.isVisible(), "the end key of a scan presses nothing"
    assert dialog.code_field.toPlainText().split() == ["LOT-0001", "LOT-0002", "LOT-0003"]
    dialog.reject()
