"""What is known of a hand-over: who packed, released and confirmed, and every version of the manifest."""

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from freezerapp.domain.parcel import Step
from freezerapp.ui import said_of_arrival, words
from freezerapp.ui.look import Look
from freezerapp.ui.panes.fact_card import FactCard
from freezerapp.ui.panes.parcel_checks import ParcelChecks
from freezerapp.ui.widgets.facts_table import Fact

if TYPE_CHECKING:
    from freezerapp.storage.rows.shipments import Parcel

translate = QCoreApplication.translate
SIDE = 372


class ParcelHandOver(QWidget):
    """``checks`` says what is missing, in full."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.custody = FactCard(look, self.tr("Custody"), "")
        self.versions = FactCard(
            look,
            self.tr("Manifest"),
            "",
            self.tr("No manifest was issued yet. It is issued when its pages are saved or printed."),
        )
        self.note = QLabel(
            self.tr("Print the manifest, let the carrier sign it, then dispatch: from then on the tubes have left.")
        )
        self.note.setProperty("look", "muted")
        self.note.setWordWrap(True)
        self.arrival = FactCard(look, self.tr("Arrival"), "")
        self.checks = ParcelChecks(look)
        left = QVBoxLayout()
        left.setSpacing(14)
        for part in (self.custody, self.versions, self.note):
            left.addWidget(part)
        left.addStretch(1)
        side = QWidget()
        side.setFixedWidth(SIDE)
        right = QVBoxLayout(side)
        right.setContentsMargins(0, 0, 0, 0)
        right.addWidget(self.arrival)
        right.addWidget(self.checks)
        right.setSpacing(14)
        right.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(18)
        layout.addLayout(left, 1)
        layout.addWidget(side)
        layout.setAlignment(Qt.AlignmentFlag.AlignTop)

    def show_parcel(self, parcel: "Parcel") -> None:
        """Show this shipment."""
        self.custody.show_facts(_custody(parcel), changeable=False)
        self.versions.show_facts(_versions(parcel), changeable=False)
        self.note.setVisible(parcel.shipment.dispatched_at is None and parcel.shipment.step is Step.PACKED)
        arrived = said_of_arrival.arrival(parcel)
        self.arrival.show_facts(arrived, changeable=False)
        self.arrival.setVisible(bool(arrived))


def _custody(parcel: "Parcel") -> tuple[Fact, ...]:
    said, names = parcel.shipment, parcel.operators
    found = [Fact(translate("HandOver", "Begun by"), names.get(said.created_by or 0, "–"))]
    for label, who, when in (
        (translate("HandOver", "Packed by"), said.packed_by, said.packed_at),
        (translate("HandOver", "Handed over by"), said.dispatched_by, said.dispatched_at),
        (translate("HandOver", "Received by"), said.received_by, said.received_at),
    ):
        if who is not None and when is not None:
            moment = words.moment(when, words.local_offset(when))
            found.append(Fact(label, ", ".join((names.get(who, "–"), moment))))
    if said.confirmed_by is not None:
        found.insert(3, Fact(translate("HandOver", "Confirmed by"), names.get(said.confirmed_by, "–")))
    return tuple(found)


def _versions(parcel: "Parcel") -> tuple[Fact, ...]:
    return tuple(
        Fact(
            translate("HandOver", "Version {number}").format(number=each.version),
            ", ".join(
                part
                for part in (
                    words.moment(each.issued_at, words.local_offset(each.issued_at)),
                    _news(each.changes),
                )
                if part
            ),
            hint=each.fingerprint,
        )
        for each in reversed(parcel.manifests)
    )


def _news(changes: str) -> str:
    """What a version says otherwise than the one before; ``changes`` as it is kept."""
    from freezerapp.domain.manifest import Changed
    from freezerapp.ui.said_of_papers import PaperWords

    return PaperWords().news([Changed(*each) for each in json.loads(changes)])
