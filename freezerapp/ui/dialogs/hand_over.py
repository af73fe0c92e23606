"""Hands a parcel over: says what leaves and that nothing takes it back, and asks the second person where two sign."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from freezerapp.domain.specimen import Known
from freezerapp.ui import said_of_transport, said_of_work
from freezerapp.ui.dialogs.form import add_line, add_main_button, grow
from freezerapp.ui.look import Look
from freezerapp.ui.scan_field import fill_by_scans
from freezerapp.ui.widgets.facts_table import Fact, FactsTable

if TYPE_CHECKING:
    from freezerapp.storage.rows.shipments import Parcel

WHOLE_MS = 120
"""A badge is looked up when nothing was typed for so long."""


class HandOverDialog(QDialog):
    """``second`` and ``known`` hold who confirmed and how that is known; ``badge_wanted`` carries a code to look up.

    Who works here is not offered as the second person; the rules refuse them all the same.
    """

    badge_wanted = Signal(str)

    def __init__(
        self,
        look: Look,
        parcel: "Parcel",
        first: str,
        others: Sequence[tuple[int, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._two = bool(parcel.shipment.two_persons)
        self._scanned: int | None = None
        self.setWindowTitle(self.tr("Hand over {number}").format(number=parcel.shipment.number))
        self.setMinimumWidth(500)
        self.facts = FactsTable(look)
        self.facts.show_facts(self._facts(parcel, first))
        warning = QLabel(
            self.tr(
                "The tubes leave their positions. No undo brings them back, and earlier steps can't be undone any more;"
                " a mistake is put right by a recorded correction."
            )
        )
        warning.setProperty("look", "warning")
        warning.setWordWrap(True)
        self.who = QComboBox()
        self.who.addItem(self.tr("Not chosen yet"), None)
        for key, name in others:
            self.who.addItem(name, key)
        self.badge = QLineEdit()
        self.badge.setPlaceholderText(self.tr("Scan the badge of the second person"))
        fill_by_scans(self.badge)
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.said.hide()
        form = QFormLayout()
        form.setVerticalSpacing(10)
        if self._two:
            add_line(form, self.tr("&Badge"), self.badge)
            add_line(form, self.tr("or &choose"), self.who)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.do = add_main_button(self.buttons, self.tr("Dispatch"))
        self.do.setAutoDefault(False)
        self.do.setDefault(False)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(14)
        layout.addWidget(self.facts)
        layout.addLayout(form)
        layout.addWidget(self.said)
        layout.addWidget(warning)
        layout.addWidget(self.buttons)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(WHOLE_MS)
        self._soon.timeout.connect(self._on_whole)
        self.badge.textChanged.connect(lambda _text: self._soon.start())
        self.who.currentIndexChanged.connect(self._on_who)
        self._check()
        # Enter alone must not send anything away.
        first_field = self.badge if self._two else self.buttons.button(QDialogButtonBox.StandardButton.Cancel)
        first_field.setFocus()

    @property
    def second(self) -> int | None:
        """Who confirms, by id; None where one person hands over."""
        chosen = self.who.currentData()
        return int(chosen) if self._two and chosen is not None else None

    @property
    def known(self) -> Known:
        """Whether the second person's badge was scanned."""
        return Known.SCANNED if self.second is not None and self.second == self._scanned else Known.DECLARED

    def confirmed(self, operator: int, name: str) -> None:
        """The badge is this person's."""
        self._scanned = operator
        at = self.who.findData(operator)
        if at < 0:
            self.who.addItem(name, operator)
            at = self.who.count() - 1
        self.who.setCurrentIndex(at)
        self.say(self.tr("{name} confirms.").format(name=name))

    def say(self, text: str, *, warning: bool = False) -> None:
        """Say something of the badge."""
        self.said.setProperty("look", "warning" if warning else "muted")
        self.said.style().unpolish(self.said)
        self.said.style().polish(self.said)
        self.said.setText(text)
        self.said.show()
        grow(self)

    def _facts(self, parcel: "Parcel", first: str) -> tuple[Fact, ...]:
        shipment, recipient = parcel.shipment, parcel.recipient
        tubes = sum(row.line.state.value == "packed" for row in parcel.lines)
        boxes = self.tr("%Ln box(es)", "", len(parcel.boxes))
        packages = self.tr("%Ln package(s)", "", len(parcel.packages))
        gross = sum(package.gross_g or 0 for package in parcel.packages)
        ice = sum(package.ice_g or 0 for package in parcel.packages)
        masses = [self.tr("{mass} gross").format(mass=said_of_transport.mass(gross))]
        if ice:
            masses.append(self.tr("{mass} of dry ice").format(mass=said_of_transport.mass(ice)))
        whom = ", ".join(part for part in (recipient.organisation, recipient.town) if part) if recipient else ""
        carrier = ", ".join(part for part in (shipment.carrier, shipment.waybill) if part)
        return (
            Fact(self.tr("What leaves"), ", ".join((said_of_work.tubes(tubes), boxes, packages))),
            Fact(self.tr("Masses"), ", ".join(masses)),
            Fact(self.tr("Recipient"), whom),
            Fact(self.tr("Carrier"), carrier),
            Fact(self.tr("Handed over by"), first),
        )

    def _on_whole(self) -> None:
        if self.badge.text().strip():
            self.badge_wanted.emit(self.badge.text().strip())

    def _on_who(self) -> None:
        if self.second != self._scanned:
            self.said.hide()
        self._check()

    def _check(self) -> None:
        self.do.setEnabled(not self._two or self.second is not None)
