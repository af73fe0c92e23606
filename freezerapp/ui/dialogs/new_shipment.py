"""Begins a shipment: with which tubes, for whom, what for, and what its papers may tell; or adds tubes to one."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from freezerapp.domain.parcel import Profile
from freezerapp.domain.problems import Problem
from freezerapp.ui import messages
from freezerapp.ui.dialogs.form import add_line, add_main_button, grow
from freezerapp.ui.dialogs.tubes_from import TubesFrom, Way
from freezerapp.ui.dispatcher import Dispatcher
from freezerapp.ui.look import Look
from freezerapp.ui.said_of_parcel import ParcelWords, profile_words

if TYPE_CHECKING:
    from freezerapp.domain.party import Party
    from freezerapp.storage.rows.shipments import ShipmentRow


class NewShipmentDialog(QDialog):
    """``tubes`` and ``details`` hold the answers when it was accepted."""

    def __init__(
        self,
        look: Look,
        dispatcher: Dispatcher,
        parties: "Sequence[Party]",
        ways: Sequence[Way],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("New shipment"))
        self.setMinimumWidth(500)
        self.source = TubesFrom(look, dispatcher, ways, none=True)
        self.recipient = QComboBox()
        self.recipient.addItem(self.tr("Chosen later"), None)
        for party in parties:
            if party.active and not party.own:
                whom = ", ".join(part for part in (party.organisation, party.person, party.town) if part)
                self.recipient.addItem(whom, party.id)
        self.purpose, self.request, self.amount = QLineEdit(), QLineEdit(), QLineEdit()
        self.amount.setPlaceholderText(self.tr("200 µL"))
        self.profile = QComboBox()
        for each in Profile:
            self.profile.addItem(profile_words(each)[0], each)
        self.explained = QLabel()
        self.explained.setProperty("look", "secondary")
        self.explained.setWordWrap(True)
        self.why = QLabel()
        self.why.setProperty("look", "warning")
        self.why.setWordWrap(True)
        form = QFormLayout()
        form.setVerticalSpacing(10)
        add_line(form, self.tr("Begin &with"), self.source.way, self.source)
        for text, field in (
            (self.tr("&Recipient"), self.recipient),
            (self.tr("&Purpose"), self.purpose),
            (self.tr("Re&quest"), self.request),
            (self.tr("&At least in each tube"), self.amount),
            (self.tr("Papers &tell"), self.profile),
        ):
            add_line(form, text, field)
        form.addRow("", self.explained)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.do = add_main_button(self.buttons, self.tr("Begin"))
        self.buttons.accepted.connect(self._on_accepted)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(form)
        layout.addWidget(self.why)
        layout.addWidget(self.buttons)
        self.why.hide()
        self.profile.currentIndexChanged.connect(self._explain)
        self.source.changed.connect(self._on_source)
        self._explain()
        self._on_source()
        self.recipient.setFocus()

    @property
    def tubes(self) -> tuple[int, ...]:
        """The tubes it begins with, by id."""
        return self.source.tubes

    @property
    def details(self) -> tuple[tuple[str, Any], ...]:
        """What was filled in. Raises BadAmount for an amount that can't be read."""
        found: dict[str, Any] = {"profile": Profile(self.profile.currentData())}
        if self.recipient.currentData() is not None:
            found["recipient_id"] = int(self.recipient.currentData())
        for name, field in (("purpose", self.purpose), ("request", self.request)):
            if field.text().strip():
                found[name] = field.text().strip()
        if self.amount.text().strip():
            from freezerapp.ui.amounts import read_amount

            amount = read_amount(self.amount.text())
            found["needed"], found["needed_unit"] = amount.value, amount.unit
        return tuple(found.items())

    def _on_source(self) -> None:
        self.do.setEnabled(self.source.is_ready)
        grow(self)

    def _explain(self) -> None:
        self.explained.setText(profile_words(Profile(self.profile.currentData()))[1])
        grow(self)

    def _on_accepted(self) -> None:
        try:
            _ = self.details
        except Problem as problem:
            self.why.setText(messages.sentence(problem))
            self.why.show()
            grow(self)
            return
        self.accept()


class AddToShipmentDialog(QDialog):
    """``shipment`` and ``tubes`` hold the answers when it was accepted."""

    def __init__(
        self,
        look: Look,
        dispatcher: Dispatcher,
        drafts: "Sequence[ShipmentRow]",
        ways: Sequence[Way],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Add to shipment"))
        self.setMinimumWidth(500)
        self.which = QComboBox()
        self.source = TubesFrom(look, dispatcher, ways, drafts[0].id if len(drafts) == 1 else None)
        for row in drafts:
            said = ", ".join(part for part in (row.number, row.other, ParcelWords().tubes(row.tubes)) if part)
            self.which.addItem(said, row.id)
        form = QFormLayout()
        form.setVerticalSpacing(10)
        add_line(form, self.tr("&Shipment"), self.which)
        add_line(form, self.tr("&Tubes"), self.source.way, self.source)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.do = add_main_button(self.buttons, self.tr("Add"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(form)
        layout.addWidget(self.buttons)
        self.source.changed.connect(self._on_source)
        self._on_source()
        (self.which if ways else self.source.codes.field).setFocus()

    @property
    def shipment(self) -> int:
        """The shipment that was chosen, by id."""
        return int(self.which.currentData())

    @property
    def tubes(self) -> tuple[int, ...]:
        """The tubes to add, by id."""
        return self.source.tubes

    def _on_source(self) -> None:
        self.do.setEnabled(self.source.is_ready and bool(self.source.tubes))
        grow(self)
