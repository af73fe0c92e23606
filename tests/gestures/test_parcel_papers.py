"""Papers and files of parcels at the real window: seen, saved, announced, answered with a receipt, the blind key."""

import csv
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog

from freezerapp.commands.make_bank import AddOperator
from freezerapp.commands.ship_arrive import Arrival, ReceiveParcel, RecordArrivals
from freezerapp.commands.ship_send import Dispatch
from freezerapp.domain.access import Role
from freezerapp.domain.manifest import Manifest
from freezerapp.domain.parcel import Direction, Outcome, Profile, Step
from freezerapp.exchange.manifests import write_manifest
from freezerapp.proving import Verdict, hold_against, look
from freezerapp.storage.parcels import lines_of, shipment_of, viewing
from freezerapp.storage.rows.history import history_page
from freezerapp.storage.rows.manifests import shipment_by, stored_manifests
from freezerapp.storage.rows.shipments import parties
from freezerapp.ui import questions
from freezerapp.ui.dialogs.address_book import AddressBookDialog
from freezerapp.ui.dialogs.announce_parcel import AnnounceDialog
from freezerapp.ui.dialogs.parcel_papers import ParcelPapersDialog
from freezerapp.ui.dialogs.reason import ReasonDialog
from freezerapp.ui.parcel_papers import Kind
from tests.at_the_bench import Person
from tests.gestures.parcels_made import issued, packed
from tests.gestures.test_shipping import dialog_of, do
from tests.manifests import a_manifest


def papers(person: Person, shipment: int) -> Any:
    """The dialog of papers, with its first page drawn."""
    person.window.pages.shipping.desk().papers(shipment)
    dialog = dialog_of(person, ParcelPapersDialog)
    person.until(lambda: dialog.page is not None)
    return dialog


def versions(person: Person, number: str) -> list[int]:
    bank: Any = person.program.dispatcher.bank
    with bank.reading() as reader:
        return [each.version for each in stored_manifests(reader, number)]


def choose(person: Person, path: Path) -> None:
    """Name a file in the dialog of files that is open."""
    dialog = dialog_of(person, QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.close()


def save(person: Person, dialog: Any, path: Path) -> None:
    person.press(dialog.save)
    choose(person, path)
    person.until(lambda: path.name in dialog.bar.text)


def shipped(person: Person, key: int) -> Any:
    bank: Any = person.program.dispatcher.bank
    with bank.reading() as reader:
        return shipment_of(viewing(reader), key)


def take_key(person: Person, dialog: Any, path: Path) -> None:
    """Ask for the blind key, say why, and name a file."""
    person.press(dialog.key)
    asked = dialog_of(person, ReasonDialog)
    assert not asked._do.isEnabled()
    asked.field.setCurrentText("unblinding, agreed on 3 November")
    person.press(asked._do)
    choose(person, path)


def test_pages_are_seen_and_turned_in_another_language_and_kind(person: Person) -> None:
    dialog = papers(person, packed(person, 40, query="material:BFF status:stored hold:no"))
    assert dialog.page.pages > 1
    assert not dialog.back.isEnabled()
    person.press(dialog.on)
    person.until(lambda: dialog.page.number == 1)
    assert dialog.said.text() == f"Page 2 of {dialog.page.pages}"
    assert dialog.back.isEnabled()
    first = dialog.page
    dialog.tongue.setCurrentIndex(1)
    person.until(lambda: dialog.page.wanted.tongue is dialog.wanted.tongue)
    assert (dialog.page.number, dialog.page.pdf == first.pdf) == (0, False)
    for at in range(dialog.kind.count()):
        dialog.kind.setCurrentIndex(at)
        person.until(lambda: dialog.page.wanted == dialog.wanted)
        assert not dialog.bar.text
        assert dialog.page.picture.width > 0
    assert Kind.INVOICE not in [dialog.kind.itemData(at) for at in range(dialog.kind.count())]


def test_a_draft_is_shown_and_not_saved(person: Person) -> None:
    dialog = papers(person, packed(person, finished=False))
    assert "A draft" in dialog.state.text()
    assert not dialog.save.isEnabled()
    assert not dialog.print.isEnabled()
    assert "Finish packing first" in dialog.save.toolTip()


def test_saving_issues_one_version_and_every_form_of_it_is_proved(person: Person, tmp_path: Path) -> None:
    shipment = packed(person)
    dialog = papers(person, shipment)
    number = dialog._shown.manifest.number
    assert versions(person, number) == []
    assert "issues version 1" in dialog.state.text()
    for form in ("pdf", "json", "csv", "xlsx"):
        path = tmp_path / f"m.{form}"
        save(person, dialog, path)
        content = path.read_bytes()
        bank: Any = person.program.dispatcher.bank
        proof = hold_against(look(content, path.name), content, bank)
        assert proof.verdict is Verdict.PROVED, (form, proof.findings)
    assert versions(person, number) == [1]
    assert "Version 1, as it was issued" in dialog.state.text()
    dialog.reject()
    do(person, Dispatch(shipment))
    dialog = papers(person, shipment)
    assert "released" in dialog.state.text()
    save(person, dialog, tmp_path / "m2.json")
    save(person, dialog, tmp_path / "m3.json")
    assert versions(person, number) == [1, 2]
    assert (tmp_path / "m2.json").read_bytes() == (tmp_path / "m3.json").read_bytes()
    assert "released" in dialog.versions.text()


def test_the_blind_key_is_taken_out_for_a_reason_and_that_is_recorded(person: Person, tmp_path: Path) -> None:
    shipment = packed(person, profile=Profile.BLIND)
    dialog = papers(person, shipment)
    path = tmp_path / "key.csv"
    take_key(person, dialog, path)
    person.until(lambda: "may not do this" in person.window.bar.text)
    assert not path.exists()
    person.window.doing.choose_operator(do(person, AddOperator("Eve", role=Role.MANAGER)))
    person.done()
    take_key(person, dialog, path)
    person.until(path.exists)
    person.done()
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == ["blind code", "barcode"]
    assert len({blind for blind, _ in rows[1:]}) == len(rows[1:]) == 3
    bank: Any = person.program.dispatcher.bank
    with bank.reading() as reader:
        kinds = [(each.kind, each.reason) for each in history_page(reader)]
    assert ("export blind key", "unblinding, agreed on 3 November") in kinds


def test_an_address_is_added_changed_and_retired_and_one_is_this_banks_own(person: Person) -> None:
    person.trigger("address book")
    dialog = dialog_of(person, AddressBookDialog)

    def kept(name: str) -> Any:
        bank: Any = person.program.dispatcher.bank
        with bank.reading() as reader:
            return next((each for each in parties(reader) if each.organisation == name), None)

    before = dialog.list.count()
    person.press(dialog.new)
    assert not dialog.save.isEnabled()
    dialog.organisation.setText("New Lab")
    dialog.phone.setText("+44 1")
    person.press(dialog.save)
    person.until(lambda: dialog.list.count() == before + 1)
    assert kept("New Lab").phone == "+44 1"
    assert dialog.list.currentItem().text() == "New Lab"
    dialog.street.setPlainText("1 Example Road\nFloor 2")
    dialog.active.setChecked(False)
    person.press(dialog.save)
    person.until(lambda: "(no more)" in dialog.list.currentItem().text())
    assert (kept("New Lab").street, kept("New Lab").active) == ("1 Example Road\nFloor 2", 0)
    assert dialog.list.count() == before + 1
    person.press(dialog.new)
    dialog.organisation.setText("Our Bank")
    dialog.own.setChecked(True)
    person.press(dialog.save)
    person.until(lambda: dialog.list.currentItem() and "Our Bank (this bank)" in dialog.list.currentItem().text())
    assert kept("Our Bank").own == 1
    dialog.seek.setText("new")
    hidden = [dialog.list.isRowHidden(row) for row in range(dialog.list.count())]
    assert hidden.count(False) >= 1
    assert True in hidden


def test_a_parcel_of_another_bank_is_announced_and_its_material_mapped(person: Person, tmp_path: Path) -> None:
    path = tmp_path / "parcel.json"
    manifest = foreign()
    write_manifest(path, manifest)
    person.trigger("announce parcel")
    choose(person, path)
    dialog = dialog_of(person, AnnounceDialog)
    assert not dialog.do.isEnabled()
    field = dialog.fields["XFLUID"]
    field.setCurrentIndex(field.findData("CSF"))
    person.press(dialog.do)
    person.until(lambda: manifest.number in person.window.bar.text)
    bank: Any = person.program.dispatcher.bank
    with bank.reading() as reader:
        key = shipment_by(reader, manifest.number)
        assert key is not None
        ledger = viewing(reader)
        tubes = [line.specimen_id for line in lines_of(ledger, key) if line.specimen_id is not None]
        materials = {row.material for row in questions.found_rows(reader, tubes)}
    assert shipped(person, key).direction is Direction.IN
    assert (len(tubes), materials) == (3, {"CSF"})
    do(person, ReceiveParcel(key, -70, 4000, 1, None))
    do(person, RecordArrivals(key, tuple(Arrival(each.tube, Outcome.RECEIVED, None) for each in manifest.items)))
    person.window.pages.shipping.desk().save_receipt(key, manifest.number)
    answer = tmp_path / "receipt.json"
    choose(person, answer)
    person.until(answer.exists)
    proof = look(answer.read_bytes(), answer.name)
    assert (proof.is_receipt, proof.verdict, proof.tubes) == (True, Verdict.ALONE, 3)
    person.trigger("announce parcel")
    choose(person, answer)
    person.until(lambda: "can" in person.window.bar.text or "receipt" in person.window.bar.text.lower())
    assert shipped(person, key).step is Step.RECEIVED


def test_a_receipt_that_came_back_is_taken_in(person: Person, tmp_path: Path) -> None:
    from freezerapp.domain.manifest import fingerprint
    from freezerapp.domain.receipt import Receipt, ReceiptLine
    from freezerapp.exchange.receipts import write_receipt

    shipment = packed(person)
    issued(person, shipment)
    do(person, Dispatch(shipment))
    manifest = issued(person, shipment)
    first, *others = (item.tube for item in manifest.items)
    lines = (ReceiptLine(first, Outcome.MISSING, ""), *(ReceiptLine(each, Outcome.RECEIVED, "") for each in others))
    receipt = Receipt(
        manifest.number, manifest.version, fingerprint(manifest), "2026-11-25T10:00+00:00", "B. Person", "Lab", -65,
        3000, True, lines, "",
    )  # fmt: skip
    path = tmp_path / "receipt.json"
    write_receipt(path, receipt)
    person.trigger("announce parcel")
    choose(person, path)
    person.until(lambda: "is taken in" in person.window.bar.text)
    assert shipped(person, shipment).step is Step.RECEIVED
    bank: Any = person.program.dispatcher.bank
    with bank.reading() as reader:
        outcomes = [line.outcome for line in lines_of(viewing(reader), shipment)]
    assert sorted(outcomes) == sorted([Outcome.MISSING, Outcome.RECEIVED, Outcome.RECEIVED])


def foreign() -> Manifest:
    """What another bank sends, of a material that nobody here knows."""
    said = a_manifest(3)
    items = (each._replace(material="XFLUID", material_name="Strange fluid") for each in said.items)
    return said._replace(items=tuple(items))
