"""Printed commands scanned at the real window: taken out, put back, placed, undone, on to the next box; or why not."""

import itertools

import pytest

from freezerapp.domain.scan_target import Order
from freezerapp.ui.selection import Showing, View
from freezerapp.ui.widgets.box_picture import CellState
from tests.at_the_bench import Person


@pytest.fixture
def at_box(person: Person) -> Person:
    person.show(person.boxes()[0])
    return person


def take_in_hand(person: Person, barcode: str) -> None:
    """Scan a tube: it counts as in hand from then on."""
    person.scan(barcode)
    target = person.window.workbench.scans.target
    person.until(lambda: target.in_hand is not None and target.in_hand.code == barcode)


def next_box(person: Person) -> int | None:
    """Scan on to the next box; gives its id."""
    before = person.window.selection.view.container
    person.scan(Order.NEXT_BOX)
    person.until(lambda: person.window.selection.view.container != before)
    return person.window.selection.view.container


def test_a_tube_then_take_out_brings_it_to_the_bench(at_box: Person) -> None:
    tube = at_box.tubes()[4]
    take_in_hand(at_box, tube.barcode)
    at_box.scan(Order.TAKE_OUT)
    at_box.until(lambda: at_box.window.strip.things.things)
    at_box.until(lambda: at_box.cell((tube.row, tube.column)).state is CellState.ON_BENCH)
    assert at_box.where(tube.barcode).endswith("(on the bench, kept)")


def test_what_is_taken_out_is_still_in_hand_and_put_back_by_the_next_command(at_box: Person) -> None:
    tube = at_box.tubes()[4]
    take_in_hand(at_box, tube.barcode)
    at_box.scan(Order.TAKE_OUT)
    at_box.until(lambda: at_box.window.strip.things.things)
    at_box.scan(Order.PUT_BACK)
    at_box.until(lambda: not at_box.window.strip.things.things)
    assert at_box.where(tube.barcode).endswith("(stored, scanned)")
    at_box.scan(Order.TAKE_OUT)
    at_box.done()
    assert not at_box.window.strip.things.things, "put back, it has left the hand"


def test_take_out_without_a_tube_says_so_and_does_nothing(at_box: Person) -> None:
    at_box.scan(Order.TAKE_OUT)
    at_box.until(lambda: at_box.window.bar.text)
    assert not at_box.window.doing.can_undo
    assert not at_box.window.strip.things.things


def test_a_chosen_tube_is_no_tube_in_hand(at_box: Person) -> None:
    tube = at_box.tubes()[0]
    at_box.click((tube.row, tube.column))
    at_box.scan(Order.TAKE_OUT)
    at_box.until(lambda: at_box.window.bar.text)
    assert at_box.where(tube.barcode).partition("(")[2].startswith("stored"), "only what was scanned is acted on"


def test_put_back_of_a_tube_that_stands_in_its_place_is_refused(at_box: Person) -> None:
    tube = at_box.tubes()[0]
    before = at_box.where(tube.barcode)
    take_in_hand(at_box, tube.barcode)
    at_box.scan(Order.PUT_BACK)
    at_box.until(lambda: tube.barcode in at_box.window.bar.text)
    at_box.done()
    assert not at_box.window.doing.can_undo
    assert at_box.where(tube.barcode) == before


def test_confirm_places_the_tube_in_hand_at_the_cursor(at_box: Person) -> None:
    tube, to = at_box.tubes()[0], at_box.free()[2]
    label = at_box.cell(to).label
    take_in_hand(at_box, tube.barcode)
    at_box.click(to)
    at_box.scan(Order.CONFIRM)
    at_box.until(lambda: at_box.where(tube.barcode).startswith(f"{label} in "))
    assert at_box.where(tube.barcode).endswith("(stored, scanned)")


def test_confirm_onto_a_taken_position_is_refused_and_the_tube_stays_in_hand(at_box: Person) -> None:
    one, other = at_box.tubes()[:2]
    before = at_box.where(one.barcode)
    take_in_hand(at_box, one.barcode)
    at_box.click((other.row, other.column))
    at_box.scan(Order.CONFIRM)
    at_box.until(lambda: other.barcode in at_box.window.bar.text)
    at_box.done()
    assert at_box.where(one.barcode) == before
    target = at_box.window.workbench.scans.target
    at_box.until(lambda: target.in_hand is not None and target.in_hand.code == one.barcode)


def test_confirm_with_nothing_asked_and_nothing_in_hand_does_nothing(at_box: Person) -> None:
    at_box.scan(Order.CONFIRM)
    at_box.until(lambda: at_box.window.bar.text)
    assert not at_box.window.doing.can_undo


def test_undo_takes_back_the_last_step_and_with_none_left_says_so(at_box: Person) -> None:
    tube = at_box.tubes()[0]
    at_box.click((tube.row, tube.column))
    at_box.trigger("take out")
    at_box.until(lambda: at_box.window.strip.things.things)
    at_box.done()
    at_box.scan(Order.UNDO)
    at_box.until(lambda: not at_box.window.strip.things.things)
    at_box.done()
    assert at_box.where(tube.barcode).endswith("(stored, declared)")
    at_box.scan(Order.UNDO)
    at_box.done()
    assert at_box.where(tube.barcode).endswith("(stored, declared)")
    assert not at_box.window.doing.can_undo


def test_undo_leaves_no_tube_in_hand_that_the_next_command_could_act_on(at_box: Person) -> None:
    tube = at_box.tubes()[0]
    take_in_hand(at_box, tube.barcode)
    at_box.scan(Order.UNDO)
    at_box.scan(Order.TAKE_OUT)
    at_box.done()
    assert not at_box.window.strip.things.things


def test_next_box_walks_through_all_boxes_and_comes_round(at_box: Person) -> None:
    storage = at_box.window.now.storage
    assert storage is not None
    boxes = [row.id for row in storage.containers.values() if row.holds == "specimens" and row.status == "in place"]
    seen = []
    for _ in boxes:
        seen.append(next_box(at_box))
    assert sorted(each for each in seen if each is not None) == sorted(boxes)
    assert seen[-1] == at_box.boxes()[0].id


def test_next_box_begins_with_the_first_where_no_box_is_shown(at_box: Person) -> None:
    at_box.window.selection.go(View(Showing.STORAGE))
    at_box.scan(Order.NEXT_BOX)
    at_box.until(lambda: at_box.window.pages.currentWidget() is at_box.window.box)


def test_a_tube_stays_in_hand_on_the_way_to_the_next_box_and_is_placed_there(at_box: Person) -> None:
    storage = at_box.window.now.storage
    assert storage is not None
    walk = [row for row in storage.containers.values() if row.holds == "specimens" and row.status == "in place"]
    here, then = next(
        (one, other)
        for one, other in itertools.pairwise(walk)
        if (one.code or "")[:3] == (other.code or "")[:3] and one.tubes and other.free
    )
    at_box.show(here)
    tube = at_box.tubes()[0]
    take_in_hand(at_box, tube.barcode)
    at_box.scan(Order.NEXT_BOX)
    at_box.until(lambda: at_box.window.box.box is not None and at_box.window.box.box.container_id == then.id)
    label = at_box.cell(at_box.free()[0]).label
    at_box.scan(label)
    at_box.until(lambda: at_box.where(tube.barcode) == f"{label} in {then.code} (stored, scanned)")


def test_a_command_that_nobody_knows_is_refused(at_box: Person) -> None:
    at_box.scan("CMD-DESTROY")
    at_box.until(lambda: "CMD-DESTROY" in at_box.window.bar.text)
    assert not at_box.window.doing.can_undo


def test_commands_wait_while_a_dialog_is_open(at_box: Person) -> None:
    tube = at_box.tubes()[0]
    take_in_hand(at_box, tube.barcode)
    at_box.trigger("hold")
    at_box.scan(Order.TAKE_OUT)
    at_box.until(lambda: "dialog" in at_box.window.bar.text)
    assert not at_box.window.strip.things.things
    from freezerapp.ui.dialogs.reason import ReasonDialog

    dialog = at_box.window.findChild(ReasonDialog)
    assert dialog is not None
    assert dialog.reason == "", "no scan becomes a reason"
    dialog.reject()
