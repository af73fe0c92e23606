"""“Move to…” means the tubes that were chosen when it was asked, whatever happens while its dialog is open."""

import pytest

from freezerapp.ui.dialogs.move_to import MoveToDialog
from tests.at_the_bench import Person


@pytest.fixture
def at_box(person: Person) -> Person:
    person.show(person.boxes()[0])
    return person


def asked(person: Person) -> MoveToDialog:
    dialog = person.window.findChild(MoveToDialog)
    assert dialog is not None
    return dialog


def test_given_up_at_once_the_free_positions_are_read_for_nobody(at_box: Person) -> None:
    failed: list[object] = []
    at_box.program.dispatcher.failed.connect(failed.append)
    tube = at_box.tubes()[0]
    for _ in range(3):
        at_box.click((tube.row, tube.column))
        at_box.trigger("move to")
        asked(at_box).reject()
        at_box.until(lambda: at_box.window.findChild(MoveToDialog) is None)
        at_box.caught_up()
    assert failed == []


def test_a_tube_scanned_while_the_dialog_is_open_is_not_the_one_that_is_moved(at_box: Person) -> None:
    tube, out = at_box.tubes()[:2]
    at_box.click((out.row, out.column))
    at_box.trigger("take out")
    at_box.until(lambda: at_box.window.strip.things.things)
    at_box.done()
    box = at_box.window.box.work.container
    assert box is not None
    other = at_box.box_like(box)
    at_box.click((tube.row, tube.column))
    at_box.trigger("move to")
    dialog = asked(at_box)
    at_box.scan(out.barcode)
    at_box.until(lambda: at_box.window.selection.specimen == out.id)
    dialog.box.setText(other.code or "")
    at_box.until(lambda: dialog.do.isEnabled())
    dialog.accept()
    at_box.until(lambda: f" in {other.code} " in at_box.where(tube.barcode))
    assert at_box.where(out.barcode).endswith("(on the bench, kept)")
