"""How a shipment travels: addresses, transport, request, packages and customs, each in a card to be filled in."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from freezerapp.domain.parcel import Direction, Step
from freezerapp.ui import said_of_transport
from freezerapp.ui.look import Look
from freezerapp.ui.panes.fact_card import FactCard
from freezerapp.ui.panes.parcel_checks import ParcelChecks

if TYPE_CHECKING:
    from freezerapp.storage.rows.shipments import Parcel

SIDE = 372


class ParcelTransport(QWidget):
    """``change_wanted`` carries which part of the details is to be filled in: 0 request, 1 transport, 2 customs;
    ``packages_wanted``: the packages are; ``note_wanted``: the note alone, where the rest is settled.
    """

    change_wanted = Signal(int)
    packages_wanted = Signal()
    note_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        edit = self.tr("Fill in…")
        self.addresses = FactCard(look, self.tr("Addresses"), edit)
        self.transport = FactCard(look, self.tr("Transport"), edit)
        self.request = FactCard(look, self.tr("Request"), edit)
        self.packages = FactCard(
            look, self.tr("Packages"), edit, self.tr("No package yet: kind, size, gross mass and net dry ice of each.")
        )
        self.customs = FactCard(look, self.tr("Customs"), edit, self.tr("Needed only where it crosses a border."))
        self.checks = ParcelChecks(look)
        self._open = True
        self.request.change_wanted.connect(self._on_request)
        for card, part in ((self.addresses, 0), (self.transport, 1), (self.customs, 2)):
            card.change_wanted.connect(lambda part=part: self.change_wanted.emit(part))
        self.packages.change_wanted.connect(self.packages_wanted)
        left, right = QVBoxLayout(), QVBoxLayout()
        columns: tuple[tuple[QVBoxLayout, tuple[QWidget, ...]], ...] = (
            (left, (self.transport, self.packages, self.addresses)),
            (right, (self.checks, self.request, self.customs)),
        )
        for column, parts in columns:
            column.setSpacing(14)
            for each in parts:
                column.addWidget(each)
            column.addStretch(1)
        side = QWidget()
        side.setFixedWidth(SIDE)
        side.setLayout(right)
        right.setContentsMargins(0, 0, 0, 0)
        page = QWidget()
        page.setObjectName("page")
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(18)
        row.addLayout(left, 1)
        row.addWidget(side)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)

    def show_parcel(self, parcel: "Parcel") -> None:
        """Show this shipment."""
        shipment = parcel.shipment
        open_ = shipment.direction is Direction.OUT and shipment.step in (Step.DRAFT, Step.PACKED)
        self.addresses.show_facts(said_of_transport.addresses(parcel), changeable=open_)
        self.transport.show_facts(said_of_transport.transport(shipment), changeable=open_)
        self._open = open_
        self.request.name_change(self.tr("Fill in…") if open_ else self.tr("Note…"))
        self.request.show_facts(said_of_transport.request(shipment), changeable=True)
        self.packages.show_facts(said_of_transport.packages(parcel), changeable=open_)
        self.customs.show_facts(said_of_transport.customs(shipment), changeable=open_)

    def _on_request(self) -> None:
        if self._open:
            self.change_wanted.emit(0)
        else:
            self.note_wanted.emit()
