"""Tubes taken out to the bench and put back, by mouse alone and by keys alone; undone, redone, and refused."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from freezerapp.ui.widgets.box_picture import CellState
from tests.at_the_bench import CTRL, NONE, SHIFT, Person


@pytest.fixture
def at_box(person: Person) -> Person:
    person.show(person.boxes()[0])
    return person


def test_tubes_are_taken_out_by_the_menu_and_their_places_stay_reserved(at_box: Person) -> None:
    one, other = at_box.tubes()[:2]
    at_box.choose([(one.row, one.column), (other.row, other.column)])
    view = at_box.window.box.view
    place = at_box.at((one.row, one.column))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, view.viewport().mapToGlobal(place))
    QApplication.sendEvent(view.viewport(), event)
    menu = at_box.menu()
    take = next(each for each in menu.actions() if each.objectName() == "take out")
    take.trigger()
    menu.close()
    at_box.until(lambda: len(at_box.window.strip.things.things) == 2)
    at_box.until(lambda: at_box.cell((one.row, one.column)).state is CellState.ON_BENCH)
    assert "2 tubes" in at_box.window.bar.text
    assert "2 tubes, out 0 min" in at_box.window.strip.pill.text()
    assert at_box.where(one.barcode).endswith("(on the bench, kept)")
    assert at_box.window.actions_table["undo"].text().replace("&", "") == "Undo taking out of 2 tubes"


def test_undo_says_what_the_hand_must_do_and_redo_does_it_again(at_box: Person) -> None:
    tube = at_box.tubes()[0]
    at_box.choose([(tube.row, tube.column)])
    box = at_box.window.box.work.container
    assert box is not None
    label = at_box.cell((tube.row, tube.column)).label
    at_box.key(Qt.Key.Key_T, CTRL)
    at_box.until(lambda: at_box.window.strip.things.things)
    at_box.confirm()  # the bar's Undo
    at_box.until(lambda: not at_box.window.strip.things.things)
    assert at_box.window.bar.text == f"Undone: taking out of 1 tube. By hand: put back 1 tube: {label} in {box.code}."
    assert at_box.where(tube.barcode) == f"{label} in {box.code} (stored, declared)"
    assert at_box.window.actions_table["redo"].text().replace("&", "") == "Redo taking out of 1 tube"
    at_box.trigger("redo")
    at_box.until(lambda: at_box.window.strip.things.things)
    assert "By hand: take out 1 tube" in at_box.window.bar.text


def test_tubes_are_dragged_to_the_strip_and_put_back_by_its_button(at_box: Person) -> None:
    tube = at_box.tubes()[3]
    cell = (tube.row, tube.column)
    at_box.click(cell)
    at_box.drag(cell, at_box.onto(at_box.window.strip))
    at_box.until(lambda: at_box.window.strip.things.things)
    at_box.press(at_box.window.strip.put_back)
    assert at_box.window.strip.said.text() == "Scan each to confirm"
    at_box.press(at_box.window.strip.put_back)  # without scanning
    at_box.until(lambda: not at_box.window.strip.things.things)
    at_box.until(lambda: at_box.cell(cell).declared)
    assert at_box.where(tube.barcode).endswith("(stored, declared)")


def test_each_scan_puts_its_tube_back_and_the_place_is_known_by_it(at_box: Person) -> None:
    one, other = at_box.tubes()[:2]
    at_box.choose([(one.row, one.column), (other.row, other.column)])
    at_box.trigger("take out")
    at_box.until(lambda: len(at_box.window.strip.things.things) == 2)
    at_box.press(at_box.window.strip.put_back)
    at_box.scan(other.barcode)
    at_box.until(lambda: len(at_box.window.strip.things.things) == 1)
    assert at_box.where(other.barcode).endswith("(stored, scanned)")
    at_box.scan(one.barcode, gap_ms=19)
    at_box.until(lambda: not at_box.window.strip.things.things)
    assert at_box.where(one.barcode).endswith("(stored, scanned)")
    at_box.until(lambda: not at_box.cell((one.row, one.column)).declared)
    assert at_box.window.strip.stop.isHidden(), "with nothing in hand the task is over"


def test_the_keyboard_alone_takes_out_and_puts_back(at_box: Person) -> None:
    at_box.window.box.view.setFocus()
    at_box.key(Qt.Key.Key_Home, CTRL)
    at_box.key(Qt.Key.Key_Right, SHIFT)
    taken = {(each.row, each.column) for each in at_box.tubes()} & at_box.window.box.view.selection
    assert taken
    at_box.key(Qt.Key.Key_T, CTRL)
    at_box.until(lambda: len(at_box.window.strip.things.things) == len(taken))
    at_box.done()
    at_box.key(Qt.Key.Key_T, CTRL | SHIFT)
    at_box.until(lambda: not at_box.window.strip.things.things)


def test_what_is_chosen_can_be_put_back_even_if_its_box_is_read_last(
    at_box: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each pane asks on its own: the box may still show what the hand holds when all else is known."""
    feed, late = at_box.window.box.feed, []
    tube = at_box.tubes()[0]
    at_box.click((tube.row, tube.column))
    monkeypatch.setattr(feed, "ask", lambda: late.append(1))
    at_box.trigger("take out")
    at_box.until(lambda: at_box.window.strip.things.things)
    at_box.done()
    assert late
    monkeypatch.undo()
    feed.ask()
    at_box.trigger("put back")
    at_box.until(lambda: not at_box.window.strip.things.things)


def test_a_tube_on_consent_hold_is_taken_out_only_with_a_reason(at_box: Person) -> None:
    from PySide6.QtWidgets import QDialog

    from freezerapp.domain.specimen import HoldKind
    from freezerapp.ui.dialogs.reason import ReasonDialog

    tube = at_box.tubes()[0]
    at_box.click((tube.row, tube.column))
    at_box.trigger("hold")
    dialog = at_box.window.findChild(ReasonDialog)
    assert dialog is not None
    dialog.kinds.setCurrentIndex(dialog.kinds.findData(HoldKind.CONSENT))
    dialog.field.setCurrentText("Consent withdrawn")
    dialog.accept()
    at_box.until(lambda: at_box.cell((tube.row, tube.column)).hold)
    at_box.trigger("take out")
    at_box.done()
    assert tube.barcode in at_box.window.bar.text
    assert not at_box.window.strip.things.things
    at_box.confirm()  # Do it with a reason…
    again = [
        each for each in at_box.window.findChildren(QDialog) if isinstance(each, ReasonDialog) and each.isVisible()
    ]
    again[-1].field.setCurrentText("To be destroyed")
    again[-1].accept()
    at_box.until(lambda: at_box.window.strip.things.things)


def test_nothing_is_taken_out_of_a_free_position(at_box: Person) -> None:
    at_box.click(at_box.free()[0], NONE)
    assert not at_box.window.actions_table["take out"].isEnabled()


def test_what_was_done_can_be_undone_after_the_language_was_changed(at_box: Person) -> None:
    tube = at_box.tubes()[0]
    at_box.choose([(tube.row, tube.column)])
    at_box.trigger("take out")
    at_box.until(lambda: at_box.window.strip.things.things)
    at_box.done()
    at_box.window.language_chosen.emit("fr")
    at_box.window = at_box.program.window
    at_box.until(lambda: at_box.window.now.storage is not None and at_box.window.strip.things.things)
    assert at_box.window.actions_table["undo"].isEnabled()
    at_box.trigger("undo")
    at_box.until(lambda: not at_box.window.strip.things.things)
    assert at_box.where(tube.barcode).endswith("(stored, declared)")
