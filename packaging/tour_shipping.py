"""Shipments in the tour: all of them, one at each step of its way, and the dialogs that fill one in."""

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QDialog, QWidget
from tour_walk import TourStuck, until

from freezerapp.domain.parcel import Step
from freezerapp.ui.dialogs.new_shipment import NewShipmentDialog
from freezerapp.ui.dialogs.transport import TransportDialog
from freezerapp.ui.main_window import MainWindow
from freezerapp.ui.selection import Showing, View

TRANSPORT, HAND_OVER = 2, 3
"""Numbers of steps in the line."""


def screens(window: MainWindow) -> Iterator[str]:
    """The pages of shipments."""
    window.selection.go(View(Showing.SHIPMENTS))
    until(lambda: bool(window.shipments.model.rows))
    yield "shipments"
    page = window.shipment
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


def dialogs(window: MainWindow, opened: Callable[[], QWidget]) -> Iterator[tuple[str, QDialog]]:
    """The dialogs of shipments."""
    window.actions_table["new shipment"].trigger()
    dialog = opened()
    assert isinstance(dialog, NewShipmentDialog)
    until(lambda: dialog.source.is_ready)
    yield "shipment-new", dialog
    dialog.reject()
    show(window, Step.DRAFT)
    parcel = window.shipment.now.parcel
    assert parcel is not None
    for name, part in (("shipment-request", 0), ("shipment-transport", 1), ("shipment-customs", 2)):
        window.shipping.describe(parcel, part)
        details = opened()
        assert isinstance(details, TransportDialog)
        yield f"{name}-form", details
        details.reject()
    for name, do in (
        ("shipment-packages", window.shipping.packages),
        ("shipment-boxes", window.shipping.boxes),
        ("shipment-arrival", window.shipping.receiving.receive),
    ):
        do(parcel)
        asked = opened()
        assert isinstance(asked, QDialog)
        yield name, asked
        asked.reject()


def show(window: MainWindow, step: Step) -> None:
    """Show the newest shipment that is at this step."""
    window.selection.go(View(Showing.SHIPMENTS))
    until(lambda: bool(window.shipments.model.rows))
    found = next((row.id for row in window.shipments.model.rows if row.step is step), None)
    if found is None:
        raise TourStuck(f"no shipment is {step}")
    window.selection.go(View(Showing.SHIPMENT, item=found))
    until(lambda: window.shipment.now.parcel is not None and window.shipment.now.parcel.shipment.id == found)
