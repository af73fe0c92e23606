"""Shipments in the tour: all of them, one at each step of its way, and the dialogs that fill one in."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

from PySide6.QtWidgets import QDialog, QWidget
from tour_walk import TourStuck, until

from freezerapp.commands.issuing import manifest_of
from freezerapp.domain.parcel import Step
from freezerapp.domain.shipment import SamePersonTwice
from freezerapp.exchange.manifests import write_manifest
from freezerapp.storage.rows.manifests import stored_manifests
from freezerapp.storage.rows.shipments import Parcel
from freezerapp.ui import messages
from freezerapp.ui.dialogs.announce_parcel import AnnounceDialog
from freezerapp.ui.dialogs.hand_over import HandOverDialog
from freezerapp.ui.dialogs.new_shipment import NewShipmentDialog
from freezerapp.ui.dialogs.parcel_papers import ParcelPapersDialog
from freezerapp.ui.dialogs.transport import TransportDialog
from freezerapp.ui.dialogs.verify_manifest import VerifyManifestDialog
from freezerapp.ui.main_window import MainWindow
from freezerapp.ui.parcel_papers import Kind
from freezerapp.ui.selection import Showing, View

TRANSPORT, HAND_OVER = 2, 3
"""Numbers of steps in the line."""


def screens(window: MainWindow) -> Iterator[str]:
    """The pages of shipments."""
    window.selection.go(View(Showing.SHIPMENTS))
    until(lambda: bool(window.pages.shipments.model.rows))
    yield "shipments"
    page = window.pages.shipment
    show(window, Step.DRAFT)
    yield "shipment-draft"
    page.tubes.table.selectRow(next((n for n, row in enumerate(page.tubes.lines.rows) if row.doubts), 0))
    yield "shipment-decide"
    page.steps.button(TRANSPORT).click()
    yield "shipment-transport"
    page.steps.button(HAND_OVER).click()
    yield "shipment-hand-over"
    show(window, Step.DISPATCHED)
    yield "shipment-dispatched"
    show(window, Step.RECEIVED)
    page.tubes.table.selectRow(0)
    yield "shipment-received"
    show(window, Step.CLOSED)
    yield "shipment-closed"


def dialogs(window: MainWindow, opened: Callable[[], QWidget], own: Path) -> Iterator[tuple[str, QDialog]]:
    """The dialogs of shipments; ``own`` is a folder for the files that they read."""
    window.actions_table["new shipment"].trigger()
    dialog = opened()
    assert isinstance(dialog, NewShipmentDialog)
    until(lambda: dialog.source.is_ready)
    yield "shipment-new", dialog
    dialog.reject()
    show(window, Step.DRAFT)
    parcel = window.pages.shipment.now.parcel
    assert parcel is not None
    for name, part in (("shipment-request", 0), ("shipment-transport", 1), ("shipment-customs", 2)):
        window.pages.shipping.describe(parcel, part)
        details = opened()
        assert isinstance(details, TransportDialog)
        yield f"{name}-form", details
        details.reject()
    for name, do in (
        ("shipment-packages", window.pages.shipping.packages),
        ("shipment-boxes", window.pages.shipping.boxes),
        ("shipment-note", window.pages.shipping.note),
        ("shipment-arrival", window.pages.shipping.receiving.receive),
    ):
        do(parcel)
        asked = opened()
        assert isinstance(asked, QDialog)
        yield name, asked
        asked.reject()
    yield from _two_persons(window, opened, parcel)
    yield from _papers(window, opened)
    yield from _files(window, opened, own)


def _two_persons(window: MainWindow, opened: Callable[[], QWidget], parcel: Parcel) -> Iterator[tuple[str, QDialog]]:
    """A hand-over that another operator confirms: before a badge was scanned, after it, and by one's own badge."""
    by_two = parcel._replace(shipment=parcel.shipment._replace(two_persons=1))
    window.pages.shipping.handing_over.dispatch(by_two)
    dialog = opened()
    assert isinstance(dialog, HandOverDialog)
    yield "shipment-two-persons", dialog
    dialog.confirmed(dialog.who.itemData(1), dialog.who.itemText(1))
    yield "shipment-two-persons-confirmed", dialog
    dialog.who.setCurrentIndex(0)
    dialog.say(messages.sentence(SamePersonTwice(window.doing.operator_name)), warning=True)
    yield "shipment-two-persons-refused", dialog
    dialog.reject()


def _papers(window: MainWindow, opened: Callable[[], QWidget]) -> Iterator[tuple[str, QDialog]]:
    show(window, Step.DISPATCHED)
    sent = window.pages.shipment.now.parcel
    assert sent is not None
    window.pages.shipping.desk().papers(sent.shipment.id)
    papers = opened()
    assert isinstance(papers, ParcelPapersDialog)
    until(lambda: papers.page is not None)
    yield "papers", papers
    papers.kind.setCurrentIndex(papers.kind.findData(Kind.BOX_MAPS))
    until(lambda: papers.page is not None and papers.page.wanted.kind is Kind.BOX_MAPS)
    yield "papers-box-maps", papers
    papers.reject()
    window.actions_table["address book"].trigger()
    book = opened()
    assert isinstance(book, QDialog)
    yield "address-book", book
    book.reject()


def _files(window: MainWindow, opened: Callable[[], QWidget], own: Path) -> Iterator[tuple[str, QDialog]]:
    """A manifest of this bank, one that was changed on the way, and one of a bank elsewhere."""
    bank = window._dispatcher.bank
    sent = window.pages.shipment.now.parcel
    assert bank is not None
    assert sent is not None
    with bank.reading() as reader:
        manifest = manifest_of(stored_manifests(reader, sent.shipment.number)[-1])
    changed = manifest.items[0]._replace(amount="9", material="XCSF")
    elsewhere = manifest._replace(number="KL-77", bank="Klinik", bank_uuid=str(uuid4()), items=(changed,))
    whole, altered, foreign, forged = (own / f"{name}.json" for name in ("whole", "altered", "KL-77", "forged"))
    write_manifest(whole, manifest)
    text = whole.read_text(encoding="utf-8")
    altered.write_text(text.replace(manifest.items[0].tube, manifest.items[0].tube[:-1] + "X"), encoding="utf-8")
    write_manifest(foreign, elsewhere)
    forged.write_text(_forged(foreign), encoding="utf-8")
    window.actions_table["verify manifest"].trigger()
    verify = opened()
    assert isinstance(verify, VerifyManifestDialog)
    for name, file in (("verify-whole", whole), ("verify-changed", altered)):
        verify.chosen.emit(file)
        until(lambda: verify.proof is not None and verify.choose.isEnabled())
        yield name, verify
        verify.proof = None
    verify.reject()
    for name, file in (("announce", foreign), ("announce-forged", forged)):
        window.pages.shipping.desk().read(file)
        announce = opened()
        assert isinstance(announce, AnnounceDialog)
        yield name, announce
        announce.reject()


def _forged(file: Path) -> str:
    """A manifest with a signature that somebody else's key did not make."""
    said = json.loads(file.read_text(encoding="utf-8"))
    said["signature"] = {"algorithm": "Ed25519", "key": "5a" * 32, "value": "a5" * 64}
    return json.dumps(said)


def show(window: MainWindow, step: Step) -> None:
    """Show the newest shipment that is at this step."""
    window.selection.go(View(Showing.SHIPMENTS))
    until(lambda: bool(window.pages.shipments.model.rows))
    found = next((row.id for row in window.pages.shipments.model.rows if row.step is step), None)
    if found is None:
        raise TourStuck(f"no shipment is {step}")
    window.selection.go(View(Showing.SHIPMENT, item=found))
    until(
        lambda: window.pages.shipment.now.parcel is not None and window.pages.shipment.now.parcel.shipment.id == found
    )
