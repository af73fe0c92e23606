"""Shipments at the real window: begun from a search, packed scan by scan, refused where it must be, taken back."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from freezerapp.commands.check_out import TakeOut
from freezerapp.commands.command import perform
from freezerapp.commands.hold import PlaceHold
from freezerapp.commands.issue_manifest import IssueManifest
from freezerapp.commands.parties import SaveParty
from freezerapp.commands.ship import EditShipment
from freezerapp.commands.ship_arrive import ExpectParcel
from freezerapp.commands.ship_boxes import AddTransportBoxes
from freezerapp.commands.ship_send import Dispatch
from freezerapp.commands.shipped import presets
from freezerapp.domain.parcel import Outcome, Profile, Step
from freezerapp.domain.party import Party
from freezerapp.domain.scan_target import Tone
from freezerapp.domain.shipment import LineState
from freezerapp.domain.specimen import HoldKind
from freezerapp.ui import parcel_questions, questions
from freezerapp.ui.dialogs.arrival import ArrivalDialog
from freezerapp.ui.dialogs.hand_over import HandOverDialog
from freezerapp.ui.dialogs.new_shipment import NewShipmentDialog
from freezerapp.ui.dialogs.packages import PackagesDialog
from freezerapp.ui.dialogs.parcel_boxes import ParcelBoxesDialog
from freezerapp.ui.dialogs.reason import ReasonDialog
from freezerapp.ui.dialogs.substitute import SubstituteDialog
from freezerapp.ui.dialogs.transport import TransportDialog
from freezerapp.ui.dialogs.words_asked import WordsDialog
from freezerapp.ui.models.parcel_lines import Column
from freezerapp.ui.selection import Showing, View
from tests.at_the_bench import Person
from tests.gestures.conftest import People
from tests.gestures.test_operators import BADGE, give_badge

LAB = Party(0, "Wanting Laboratory", "Dr A. Hall", "12 Example Road", "Brighton", "UK", "+44 1273 000000")

BANK = Party(0, "Our bank", phone="+33 1", responsible="Dr A", responsible_phone="+33 6", own=1)


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


def choose_lab(dialog: NewShipmentDialog) -> None:
    """The recipient is the laboratory of these tests."""
    dialog.recipient.setCurrentIndex(dialog.recipient.findText(LAB.organisation, Qt.MatchFlag.MatchStartsWith))


def tubes_of(person: Person, count: int, query: str = "material:CSF status:stored hold:no") -> list[tuple[int, str]]:
    """So many tubes of a search that nothing else wants: ids and barcodes."""
    bank: Any = person.program.dispatcher.bank
    with bank.reading() as reader:
        ids = questions.ids(reader, query)
    free = parcel_questions.judged(bank, ids, None).tubes[:count]
    with bank.reading() as reader:
        rows = questions.found_rows(reader, free)
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
    """Begin a shipment through the window with a pasted list of codes, and one transport box."""
    do(person, SaveParty(LAB))
    tubes = tubes_of(person, count)
    person.trigger("new shipment")
    dialog = dialog_of(person, NewShipmentDialog)
    dialog.source.way.setCurrentIndex(dialog.source.way.findText("A list of codes"))
    dialog.source.codes.field.setPlainText("\n".join(barcode for _, barcode in tubes))
    person.until(lambda: dialog.do.isEnabled() and len(dialog.tubes) == count)
    choose_lab(dialog)
    dialog.purpose.setText("Neurofilaments")
    person.press(dialog.do)
    person.until(lambda: person.window.selection.view.item is not None)
    person.until(lambda: person.window.pages.shipment.now.parcel is not None)
    person.done()
    do(person, AddTransportBoxes(person.window.selection.view.item, presets().types["transport-box-9x9"]))
    person.until(lambda: len(person.window.pages.shipment.now.parcel.boxes) == 1)
    person.until(lambda: person.window.now.container(person.window.pages.shipment.now.parcel.boxes[0].box.container_id))
    return tubes


def pack(person: Person, barcode: str) -> None:
    """Scan a tube that is stored: it is proposed to take it out, and then it is packed."""
    person.scan(barcode)
    person.until(lambda: person.window.doing.telling.is_asking)
    person.scan("CMD-CONFIRM")
    person.until(lambda: any(row.code == barcode and row.line.state is LineState.PACKED for row in lines(person)))
    person.done()


def lines(person: Person) -> Any:
    parcel = person.window.pages.shipment.now.parcel
    return parcel.lines if parcel is not None else ()


@pytest.fixture
def tones(person: Person) -> list[Tone]:
    """What the ear hears."""
    heard: list[Tone] = []
    person.window.workbench.scans.toned.connect(heard.append)
    return heard


def test_an_empty_bank_says_how_a_shipment_is_begun(person: Person, tmp_path: Path) -> None:
    from freezerapp.commands.make_bank import make_bank

    make_bank(tmp_path / "empty.freezer", "Empty", "Operator").close()
    person.window.open_bank(tmp_path / "empty.freezer")
    person.until(lambda: person.window.now.facts is not None and person.window.now.facts.name == "Empty")
    person.trigger("shipments")
    person.until(lambda: person.window.pages.currentWidget() is person.window.pages.shipments)
    person.until(person.window.pages.shipments.none.isVisible)
    assert not person.window.pages.shipments.table.isVisible()


def test_a_search_becomes_a_shipment_and_undo_takes_it_back(person: Person) -> None:
    do(person, SaveParty(LAB))
    person.window.search.show_list("material:CSF status:stored hold:no")
    person.until(lambda: person.window.selection.view.showing is Showing.LIST)
    person.until(lambda: len(person.window.pages.found.model.ids) > 0)
    before = person.window.now.open.get("shipments", 0)
    person.trigger("new shipment")
    dialog = dialog_of(person, NewShipmentDialog)
    choose_lab(dialog)
    person.until(dialog.do.isEnabled)
    assert 0 < len(dialog.tubes) <= len(person.window.pages.found.model.ids), (
        "it begins with what was found and is free"
    )
    person.press(dialog.do)
    person.until(lambda: person.window.pages.shipment.now.parcel is not None)
    assert "Wanting Laboratory, Brighton" in person.window.pages.shipment.head.about.text()
    person.until(lambda: person.window.now.open.get("shipments") == before + 1)
    person.until(lambda: person.window.work.index_of("shipments").data(257).startswith(f"{before + 1} draft"))
    person.trigger("undo")
    person.until(lambda: person.window.selection.view == View(Showing.SHIPMENTS))


def test_each_scan_packs_its_tube_and_the_next_place_is_shown(person: Person, tones: list[Tone]) -> None:
    tubes = begin(person)
    page = person.window.pages.shipment
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
    page = person.window.pages.shipment
    person.scan("C5")
    person.until(lambda: page.tubes.box.next is not None and page.tubes.box.next.label == "C5")
    pack(person, tubes[2][1])
    line = next(row for row in parcel_of(person).lines if row.code == tubes[2][1])
    assert line.goes_to.endswith(" C5")
    person.until(lambda: page.tubes.box.next is not None and page.tubes.box.next.label == "A1")


def test_who_scans_faster_than_the_page_is_drawn_packs_each_tube_where_it_was_meant(person: Person) -> None:
    first, second, third = begin(person, 3)
    do(person, TakeOut((first[0], second[0], third[0])))
    for code in ("C5", first[1], second[1], "D2", third[1]):
        person.scan(code)
    person.until(lambda: [row.line.state for row in lines(person)].count(LineState.PACKED) == 3)
    places = {row.code: row.goes_to.rpartition(" ")[2] for row in parcel_of(person).lines}
    assert places == {first[1]: "C5", second[1]: "A1", third[1]: "D2"}


def test_a_tube_of_another_request_is_refused_and_named(person: Person, tones: list[Tone]) -> None:
    begin(person)
    stranger = tubes_of(person, 1, "material:DNA status:stored hold:no")[0][1]
    person.scan(stranger)
    person.until(lambda: f"{stranger} is not on the list of SHP-" in person.window.bar.text)
    assert tones[-1] is Tone.WRONG


def test_a_held_tube_is_refused_and_its_line_asks_for_a_decision(person: Person, tones: list[Tone]) -> None:
    tubes = begin(person)
    do(person, PlaceHold((tubes[1][0],), HoldKind.QUARANTINE, "leaking"))
    page = person.window.pages.shipment
    person.until(lambda: page.tubes.undecided.isVisible())
    assert page.tubes.undecided.text() == "1 needs a decision"
    person.scan(tubes[1][1])
    person.until(lambda: f"{tubes[1][1]} is on hold" in person.window.bar.text)
    assert tones[-1] is Tone.WRONG
    page.tubes.choose(tubes[1][0])
    assert "Overrule…" not in [deed.text for deed in page.tubes.deeds]
    person.press(page.tubes.button("Remove…"))
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
    page = person.window.pages.shipment
    for _, barcode in tubes:
        pack(person, barcode)
    person.until(page.go_on.isEnabled)
    person.press(page.go_on)
    person.until(lambda: page.now.parcel is not None and page.now.parcel.shipment.step is Step.PACKED)
    assert "Reopen packing…" in page.menu_texts()


def test_boxes_are_added_and_removed_in_their_dialog(person: Person) -> None:
    begin(person)
    page = person.window.pages.shipment
    assert not page.tubes.box.add.isVisible(), "only a shipment without a box offers one beside its tubes"
    next(
        deed for deed in person.window.pages.shipping.more_deeds(page.now.parcel) if deed and deed.text == "Boxes…"
    ).do()
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
    person.until(lambda: person.window.pages.currentWidget() is person.window.pages.shipment)
    person.until(lambda: person.window.pages.shipment.head.title.text() == number)


def fill_in(person: Person) -> None:
    """Say through the dialogs how it travels: transport, then one package with everything in it."""
    page = person.window.pages.shipment
    page.steps.button(2).click()
    person.until(page.transport.isVisible)
    page.transport.transport.change.click()
    dialog = dialog_of(person, TransportDialog)
    assert dialog.choices["classification"].currentData() is None, "no class is proposed"
    for name, value in (("classification", "UN3373"), ("refrigerant", "dry ice")):
        dialog.choices[name].setCurrentIndex(dialog.choices[name].findData(value))
    dialog.fields["keep_to"].setText("−60")
    dialog.choices["study_id"].setCurrentIndex(1)
    study = dialog.choices["study_id"].currentData()
    assert study is not None
    dialog.fields["carrier"].setText("Cold Courier")
    dialog.fields["planned_on"].setText("32 May")
    person.press(dialog.do)
    assert dialog.why.isVisible(), "what can't be read is said in the dialog"
    dialog.fields["planned_on"].setText("2026-12-03")
    person.press(dialog.do)
    person.until(lambda: page.now.parcel.shipment.carrier == "Cold Courier")
    assert page.now.parcel.shipment.study_id == study
    person.done()
    page.transport.packages.change.click()
    packages = dialog_of(person, PackagesDialog)
    packages.gross.setValue(16)
    packages.ice.setValue(12.5)
    person.press(packages.do)
    person.until(lambda: len(page.now.parcel.packages) == 1)
    person.done()


def packed(person: Person, count: int = 2) -> list[tuple[int, str]]:
    """A shipment packed, described and finished through the window."""
    if not any(party.own for party in parties(person)):
        do(person, SaveParty(BANK))
    tubes = begin(person, count)
    for _, barcode in tubes:
        pack(person, barcode)
    fill_in(person)
    page = person.window.pages.shipment
    person.until(page.go_on.isEnabled)
    person.press(page.go_on)
    person.until(lambda: page.now.parcel.shipment.step is Step.PACKED)
    person.done()
    return tubes


def parties(person: Person) -> Any:
    bank: Any = person.program.dispatcher.bank
    with bank.reading() as reader:
        return parcel_questions.parties(reader)


def dispatched(person: Person, count: int = 2) -> list[tuple[int, str]]:
    """A shipment handed over through the window."""
    tubes = packed(person, count)
    page = person.window.pages.shipment
    person.press(page.go_on)
    dialog = dialog_of(person, HandOverDialog)
    person.press(dialog.do)
    person.until(lambda: page.now.parcel.shipment.step is Step.DISPATCHED)
    person.done()
    return tubes


def test_a_request_goes_from_codes_to_a_closed_receipt(person: Person, tones: list[Tone]) -> None:
    tubes = dispatched(person, 3)
    page = person.window.pages.shipment
    assert not person.window.doing.can_undo, "nothing takes a hand-over back"
    assert person.where(tubes[0][1]).endswith("(shipped, scanned)")
    person.press(page.go_on)
    dialog = dialog_of(person, ArrivalDialog)
    dialog.degrees.setText("cold")
    person.press(dialog.do)
    assert dialog.why.isVisible()
    dialog.degrees.setText("−70.5")
    dialog.ice.setText("4")
    dialog.intact.setCurrentIndex(dialog.intact.findData(True))
    person.press(dialog.do)
    person.until(lambda: page.now.parcel.shipment.step is Step.RECEIVED)
    assert page.now.parcel.shipment.arrival_temperature == -705
    person.done()
    person.scan(tubes[0][1])
    person.until(lambda: [row.line.outcome for row in lines(person)].count(Outcome.RECEIVED) == 1)
    assert tones[-1] is Tone.RIGHT
    person.done()
    person.scan(tubes[0][1])
    person.until(lambda: "was looked at already" in person.window.bar.text)
    person.scan("STRANGE-1")
    person.until(lambda: person.window.doing.telling.is_asking)
    person.scan("CMD-CONFIRM")
    person.until(lambda: any(row.line.outcome is Outcome.EXTRA for row in lines(person)))
    person.done()
    page.tubes.choose(tubes[1][0])
    person.press(page.tubes.button("Thawed…"))
    note = dialog_of(person, WordsDialog)
    note.field.setCurrentText("soft")
    person.press(note.do)
    person.until(lambda: any(row.line.outcome is Outcome.THAWED for row in lines(person)))
    person.done()
    assert not page.go_on.isEnabled()
    next(
        deed for deed in person.window.pages.shipping.more_deeds(page.now.parcel) if deed and "missing" in deed.text
    ).do()
    person.confirm()
    person.until(lambda: any(row.line.outcome is Outcome.MISSING for row in lines(person)))
    person.done()
    page.tubes.table.selectAll()
    person.press(page.tubes.button("Settle…"))
    how = dialog_of(person, WordsDialog)
    how.field.setCurrentText("agreed with the laboratory")
    person.press(how.do)
    person.until(page.go_on.isEnabled)
    person.press(page.go_on)
    person.confirm()
    person.until(lambda: page.now.parcel.shipment.step is Step.CLOSED)


def test_what_is_missing_before_a_hand_over_is_told_by_its_button(person: Person) -> None:
    tubes = begin(person, 1)
    pack(person, tubes[0][1])
    page = person.window.pages.shipment
    person.until(page.go_on.isEnabled)
    person.press(page.go_on)
    person.until(lambda: page.now.parcel.shipment.step is Step.PACKED)
    person.until(lambda: not page.go_on.isEnabled())
    assert "Classification, chosen by a person" in page.go_on.toolTip()
    assert "Packages" in page.go_on.toolTip()


def test_the_second_person_is_another_by_badge_or_list(people: People, bank_file: Path) -> None:
    give_badge(bank_file, "Operator 03")
    person = people()
    packed(person, 1)
    page, window = person.window.pages.shipment, person.window
    do(person, EditShipment(page.now.parcel.shipment.id, (("two_persons", 1),)))
    person.until(lambda: page.now.parcel.shipment.two_persons)
    assert window.now.facts is not None
    names = {name: key for key, name, _ in window.now.facts.operators}
    window.doing.choose_operator(names["Operator 03"])
    person.press(page.go_on)
    dialog = dialog_of(person, HandOverDialog)
    assert not dialog.do.isEnabled()
    person.scan(BADGE)
    person.until(lambda: "the second person must be somebody else" in dialog.said.text())
    assert not dialog.do.isEnabled()
    person.scan("NOBODY-1")
    person.until(lambda: "nobody's badge" in dialog.said.text())
    dialog.reject()
    person.until(lambda: not any(each.isVisible() for each in window.findChildren(HandOverDialog)))
    window.doing.choose_operator(names["Operator 02"])
    person.press(page.go_on)
    dialog = dialog_of(person, HandOverDialog)
    person.scan(BADGE)
    person.until(dialog.do.isEnabled)
    person.press(dialog.do)
    person.until(lambda: page.now.parcel.shipment.step is Step.DISPATCHED)
    assert page.now.parcel.shipment.confirmed_by == names["Operator 03"]


def test_a_hand_over_made_by_mistake_is_corrected_on_record(person: Person) -> None:
    tubes = dispatched(person, 1)
    page, facts = person.window.pages.shipment, person.window.now.facts
    assert facts is not None
    person.window.doing.choose_operator(next(key for key, _, role in facts.operators if role == "administrator"))
    next(
        deed for deed in person.window.pages.shipping.more_deeds(page.now.parcel) if deed and "Correct" in deed.text
    ).do()
    dialog = dialog_of(person, ReasonDialog)
    dialog.field.setCurrentText("the carrier did not come")
    person.press(dialog._do)
    person.until(lambda: page.now.parcel.shipment.step is Step.PACKED)
    assert "(in a shipment" in person.where(tubes[0][1])


def test_a_tube_is_replaced_by_another_aliquot(person: Person) -> None:
    tubes = begin(person, 2)
    page = person.window.pages.shipment
    for key, _ in tubes:
        page.tubes.choose(key)
        person.press(page.tubes.button("Replace…"))
        dialog = dialog_of(person, SubstituteDialog)
        person.until(lambda dialog=dialog: dialog.chosen is not None or dialog.none.isVisible())
        if dialog.chosen is None:
            dialog.reject()
            continue
        other = dialog.chosen.tube.barcode
        dialog.why.setCurrentText("too little left")
        person.press(dialog.do)
        person.until(lambda other=other: any(row.code == other for row in lines(person)))
        person.until(lambda: any(row.line.state is LineState.REPLACED for row in lines(person)))
        return
    pytest.skip("none of these tubes has a sister")


def test_the_file_of_a_logger_is_kept_and_its_warm_hours_are_told(person: Person, tmp_path: Path) -> None:
    dispatched(person, 1)
    page = person.window.pages.shipment
    file = tmp_path / "logger.csv"
    rows = [f"2026-12-03 {hour:02}:00:00,{-72.0 if hour != 5 else -55.5}" for hour in range(10)]
    file.write_text("Time,Temperature (°C)\n" + "\n".join(rows) + "\n", encoding="utf-8")
    person.window.pages.shipping.receiving.take_logger(page.now.parcel, file)
    person.until(lambda: page.now.parcel.shipment.logger_readings is not None)
    person.until(lambda: "above −60 °C for" in " ".join(fact.value for fact in page.tubes.arrival.table.facts))
    assert page.now.parcel.logger_name == "logger.csv"


def test_a_shipment_is_given_up_and_its_tubes_are_on_the_bench(person: Person) -> None:
    tubes = begin(person, 1)
    pack(person, tubes[0][1])
    page = person.window.pages.shipment
    next(
        deed for deed in person.window.pages.shipping.more_deeds(page.now.parcel) if deed and "Cancel" in deed.text
    ).do()
    dialog = dialog_of(person, ReasonDialog)
    dialog.field.setCurrentText("no longer wanted")
    person.press(dialog._do)
    person.until(lambda: page.now.parcel.shipment.step is Step.CANCELLED)
    assert "(on the bench" in person.where(tubes[0][1])
    state = page.tubes.lines.index(0, Column.STATE)
    assert state.data() == "Not sent", "nothing is to be done with it any more"
    assert not page.tubes.packed.isVisible()
    person.trigger("undo")
    person.until(lambda: page.now.parcel.shipment.step is Step.DRAFT)
    assert page.tubes.packed.isVisible()


@pytest.mark.parametrize("profile", [Profile.CODED, Profile.BLIND])
def test_what_a_shipment_still_wants_is_fetched_by_a_pick_list_of_its_own(person: Person, profile: Profile) -> None:
    wanted = begin(person, 3)
    do(person, EditShipment(parcel_of(person).shipment.id, (("profile", profile),)))
    deeds = person.window.pages.shipping.more_deeds(parcel_of(person))
    next(each for each in deeds if each is not None and "Pick list" in each.text).do()
    person.until(lambda: person.window.selection.view.showing is Showing.PICK)
    person.until(lambda: person.window.pages.pick.page is not None)
    page = person.window.pages.pick.page
    assert page is not None
    assert {row.barcode for row in page.rows} == {barcode for _, barcode in wanted}
    assert (page.said.seed is not None) is (profile is Profile.BLIND), "only then is its order a blind one"


def test_a_parcel_from_elsewhere_is_received_scan_by_scan_and_its_tube_is_at_hand(
    person: Person, tones: list[Tone]
) -> None:
    tubes = packed(person, 2)
    page = person.window.pages.shipment
    issued = do(person, IssueManifest(page.now.parcel.shipment.id))
    do(person, Dispatch(page.now.parcel.shipment.id))
    back = issued._replace(number="RETURN-1", bank_uuid="another bank", items=issued.items[:1])
    returned = do(person, ExpectParcel(back))
    person.window.selection.go(View(Showing.SHIPMENT, item=returned))
    person.until(lambda: page.now.parcel is not None and page.now.parcel.shipment.id == returned)
    assert not page.preview.isVisible(), "its manifest is another bank's"
    person.scan(tubes[0][1])
    person.until(lambda: any(row.line.outcome is Outcome.RECEIVED for row in lines(person)))
    assert tones[-1] is Tone.RIGHT
    assert "(on the bench" in person.where(tubes[0][1]) or person.where(tubes[0][1]).startswith("nowhere (on the bench")
    person.until(lambda: len(person.window.strip.things.things) == 1)
    person.scan(tubes[1][1])
    person.until(lambda: person.window.doing.telling.is_asking)
    assert f"{tubes[1][1]} is not on the list of RETURN-1" in person.window.bar.text
    assert "Save the receipt…" in page.menu_texts()
