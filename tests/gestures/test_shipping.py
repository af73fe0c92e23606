"""Shipments at the real window: begun from a search, packed scan by scan, refused where it must be, taken back."""

from typing import Any

import pytest

from freezerapp.commands.command import perform
from freezerapp.commands.hold import PlaceHold
from freezerapp.commands.parties import SaveParty
from freezerapp.commands.ship_boxes import AddTransportBoxes
from freezerapp.commands.shipped import presets
from freezerapp.domain.parcel import Step
from freezerapp.domain.party import Party
from freezerapp.domain.scan_target import Tone
from freezerapp.domain.shipment import LineState
from freezerapp.domain.specimen import HoldKind
from freezerapp.ui import parcel_questions, questions
from freezerapp.ui.dialogs.new_shipment import NewShipmentDialog
from freezerapp.ui.dialogs.parcel_boxes import ParcelBoxesDialog
from freezerapp.ui.selection import Showing, View
from tests.at_the_bench import Person

LAB = Party(0, "Neuroimmunology Laboratory", "Dr A. Hall", "12 Example Road", "Brighton", "UK", "+44 1273 000000")


def do(person: Person, command: Any) -> Any:
    """Something done elsewhere: by another window, say."""
    bank: Any = person.program.dispatcher.bank
    done = perform(bank, command, 1)
    person.program.dispatcher.changed.emit(done.change)
    return done.result


def dialog_of(person: Person, kind: Any) -> Any:
    """The dialog of this kind that is open."""
    person.until(lambda: any(each.isVisible() for each in person.window.findChildren(kind)))
    return next(each for each in person.window.findChildren(kind) if each.isVisible())


def tubes_of(person: Person, count: int, query: str = "material:CSF status:stored hold:no") -> list[tuple[int, str]]:
    """So many tubes of a search: ids and barcodes."""
    bank: Any = person.program.dispatcher.bank
    with bank.reading() as reader:
        rows = questions.found_rows(reader, questions.ids(reader, query)[:count])
    assert len(rows) == count
    return [(row.id, row.barcode) for row in rows]


def parcel_of(person: Person) -> Any:
    """The shipment that is shown, as the bank has it."""
    bank: Any = person.program.dispatcher.bank
    key = person.window.selection.view.item
    assert key is not None
    with bank.reading() as reader:
        return parcel_questions.parcel(reader, key, person.window.now.storage)


def begin(person: Person, count: int = 4) -> list[tuple[int, str]]:
    """Begin a shipment through the window from a search, with one transport box."""
    do(person, SaveParty(LAB))
    tubes = tubes_of(person, count)
    person.window.search.show_list(" ".join(["material:CSF", "status:stored", "hold:no"]))
    person.until(lambda: person.window.selection.view.showing is Showing.LIST)
    person.until(lambda: len(person.window.found.model.ids) > 0)
    person.trigger("new shipment")
    dialog = dialog_of(person, NewShipmentDialog)
    assert len(dialog.tubes) == len(person.window.found.model.ids), "it begins with what was found"
    dialog._ways = (("", tuple(key for key, _ in tubes)), *dialog._ways[1:])
    dialog.recipient.setCurrentIndex(1)
    dialog.purpose.setText("Neurofilaments")
    person.press(dialog.do)
    person.until(lambda: person.window.selection.view.item is not None)
    person.until(lambda: person.window.shipment.now.parcel is not None)
    person.done()
    do(person, AddTransportBoxes(person.window.selection.view.item, presets().types["transport-box-9x9"]))
    person.until(lambda: len(person.window.shipment.now.parcel.boxes) == 1)
    person.until(lambda: person.window.now.container(person.window.shipment.now.parcel.boxes[0].box.container_id))
    return tubes


def pack(person: Person, barcode: str) -> None:
    """Scan a tube that is stored: it is proposed to take it out, and then it is packed."""
    person.scan(barcode)
    person.until(lambda: person.window.doing.telling.is_asking)
    person.scan("CMD-CONFIRM")
    person.until(lambda: any(row.code == barcode and row.line.state is LineState.PACKED for row in lines(person)))
    person.done()


def lines(person: Person) -> Any:
    parcel = person.window.shipment.now.parcel
    return parcel.lines if parcel is not None else ()


@pytest.fixture
def tones(person: Person) -> list[Tone]:
    """What the ear hears."""
    heard: list[Tone] = []
    person.window.workbench.scans.toned.connect(heard.append)
    return heard


def test_an_empty_bank_says_how_a_shipment_is_begun(person: Person) -> None:
    person.trigger("shipments")
    person.until(lambda: person.window.pages.currentWidget() is person.window.shipments)
    person.until(person.window.shipments.none.isVisible)
    assert not person.window.shipments.table.isVisible()


def test_a_search_becomes_a_shipment_and_undo_takes_it_back(person: Person) -> None:
    do(person, SaveParty(LAB))
    person.window.search.show_list("material:CSF status:stored hold:no")
    person.until(lambda: person.window.selection.view.showing is Showing.LIST)
    person.until(lambda: len(person.window.found.model.ids) > 0)
    person.trigger("new shipment")
    dialog = dialog_of(person, NewShipmentDialog)
    dialog.recipient.setCurrentIndex(1)
    person.press(dialog.do)
    person.until(lambda: person.window.shipment.now.parcel is not None)
    assert "Neuroimmunology Laboratory, Brighton" in person.window.shipment.head.about.text()
    person.until(lambda: person.window.now.open.get("shipments") == 1)
    assert person.window.work.index_of("shipments").data(257) == "1 draft"
    person.trigger("undo")
    person.until(lambda: person.window.selection.view == View(Showing.SHIPMENTS))


def test_each_scan_packs_its_tube_and_the_next_place_is_shown(person: Person, tones: list[Tone]) -> None:
    tubes = begin(person)
    page = person.window.shipment
    assert page.tubes.box.next is not None
    assert page.tubes.box.next.label == "A1"
    pack(person, tubes[0][1])
    assert tones[-1] is Tone.RIGHT
    person.until(lambda: page.tubes.box.next is not None and page.tubes.box.next.label == "A2")
    assert "Box 1, A1" in person.window.bar.text
    found = parcel_of(person)
    assert [row.line.state for row in found.lines].count(LineState.PACKED) == 1
    person.trigger("undo")
    person.until(lambda: all(row.line.state is LineState.WANTED for row in lines(person)))


def test_a_scanned_position_is_where_the_next_tube_goes(person: Person) -> None:
    tubes = begin(person)
    page = person.window.shipment
    person.scan("C5")
    person.until(lambda: page.tubes.box.next is not None and page.tubes.box.next.label == "C5")
    pack(person, tubes[2][1])
    line = next(row for row in parcel_of(person).lines if row.code == tubes[2][1])
    assert line.goes_to.endswith(" C5")
    person.until(lambda: page.tubes.box.next is not None and page.tubes.box.next.label == "A1")


def test_a_tube_of_another_request_is_refused_and_named(person: Person, tones: list[Tone]) -> None:
    begin(person)
    stranger = tubes_of(person, 1, "material:DNA status:stored hold:no")[0][1]
    person.scan(stranger)
    person.until(lambda: f"{stranger} is not on the list of SHP-" in person.window.bar.text)
    assert tones[-1] is Tone.WRONG


def test_a_held_tube_is_refused_and_its_line_asks_for_a_decision(person: Person, tones: list[Tone]) -> None:
    tubes = begin(person)
    do(person, PlaceHold((tubes[1][0],), HoldKind.QUARANTINE, "leaking"))
    page = person.window.shipment
    person.until(lambda: page.tubes.undecided.isVisible())
    assert page.tubes.undecided.text() == "1 needs a decision"
    person.scan(tubes[1][1])
    person.until(lambda: f"{tubes[1][1]} is on hold" in person.window.bar.text)
    assert tones[-1] is Tone.WRONG
    page.tubes.choose(tubes[1][0])
    assert "Overrule…" not in [deed.text for deed in page.tubes.deeds]
    person.press(page.tubes.button("Remove…"))
    from freezerapp.ui.dialogs.reason import ReasonDialog

    dialog = dialog_of(person, ReasonDialog)
    dialog.field.setCurrentText("leaking")
    person.press(dialog._do)
    person.until(lambda: not page.tubes.undecided.isVisible())
    assert not page.go_on.isEnabled()
    assert "still to be packed" in page.go_on.toolTip()


def test_a_tube_packed_already_is_said_and_not_packed_twice(person: Person, tones: list[Tone]) -> None:
    tubes = begin(person)
    pack(person, tubes[0][1])
    person.scan(tubes[0][1])
    person.until(lambda: "is packed already: Box 1, A1" in person.window.bar.text)
    assert tones[-1] is Tone.ATTENTION


def test_all_packed_packing_is_finished_and_reopened_with_a_reason(person: Person) -> None:
    tubes = begin(person, 2)
    page = person.window.shipment
    for _, barcode in tubes:
        pack(person, barcode)
    person.until(page.go_on.isEnabled)
    person.press(page.go_on)
    person.until(lambda: page.now.parcel is not None and page.now.parcel.shipment.step is Step.PACKED)
    assert "Reopen packing…" in page.menu_texts()


def test_boxes_are_added_and_removed_in_their_dialog(person: Person) -> None:
    begin(person)
    page = person.window.shipment
    page.tubes.box.add.click()
    dialog = dialog_of(person, ParcelBoxesDialog)
    dialog.count.setValue(2)
    person.press(dialog.add)
    person.until(lambda: dialog.list.count() == 3)
    dialog.list.setCurrentRow(2)
    person.press(dialog.remove)
    person.until(lambda: dialog.list.count() == 2)
    dialog.code.setText("no such box")
    person.press(dialog.whole)
    assert "no such box" in dialog.said.text()
    dialog.reject()


def test_the_number_of_a_shipment_scanned_opens_it(person: Person) -> None:
    begin(person)
    number = parcel_of(person).shipment.number
    person.window.selection.go(View(Showing.STORAGE))
    person.scan(number)
    person.until(lambda: person.window.pages.currentWidget() is person.window.shipment)
    person.until(lambda: person.window.shipment.head.title.text() == number)
