"""The address book: who parcels go to and come from, and this bank's own address."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from freezerapp.domain.party import Party
from freezerapp.ui.dialogs.form import add_line

if TYPE_CHECKING:
    from collections.abc import Sequence

SIZE = (860, 600)
NEW = Party(0, "")


class AddressBookDialog(QDialog):
    """``saved`` carries a Party to be kept; the list follows when it is told the parties anew."""

    saved = Signal(object)

    def __init__(self, parties: "Sequence[Party]", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Address book"))
        self._shown = NEW
        self._waiting: str | None = None
        self.seek = QLineEdit()
        self.seek.setPlaceholderText(self.tr("Find an organisation"))
        self.seek.setAccessibleName(self.tr("Find an organisation"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Organisations"))
        self.new = QPushButton(self.tr("&New address"))
        self.new.setAutoDefault(False)
        self.organisation, self.person = QLineEdit(), QLineEdit()
        self.street = QPlainTextEdit()
        self.street.setTabChangesFocus(True)
        self.street.setFixedHeight(58)
        self.town, self.country = QLineEdit(), QLineEdit()
        self.phone, self.email, self.tax_number = QLineEdit(), QLineEdit(), QLineEdit()
        self.responsible, self.responsible_phone = QLineEdit(), QLineEdit()
        self.own = QCheckBox(self.tr("This is the address of this &bank"))
        self.active = QCheckBox(self.tr("Parcels still go &there"))
        self.said = QLabel()
        self.said.setProperty("look", "muted")
        self.said.setWordWrap(True)
        self.save = QPushButton(self.tr("&Save"))
        self.save.setProperty("look", "primary")
        self.close_button = QPushButton(self.tr("Close"))
        self.close_button.setAutoDefault(False)
        self._lay_out()
        self.seek.textChanged.connect(self._filter)
        self.list.currentItemChanged.connect(self._on_item)
        self.new.clicked.connect(self._on_new)
        self.save.clicked.connect(self._on_save)
        self.close_button.clicked.connect(self.reject)
        self.organisation.textChanged.connect(self._check)
        self.show_parties(parties)

    def show_parties(self, parties: "Sequence[Party]") -> None:
        """These are in the book; what was just saved stays chosen."""
        wanted = self._waiting or self._shown.organisation
        self._waiting = None
        self.list.blockSignals(True)
        self.list.clear()
        for party in parties:
            text = party.organisation if party.active else self.tr("{name} (no more)").format(name=party.organisation)
            item = QListWidgetItem(self.tr("{name} (this bank)").format(name=text) if party.own else text)
            item.setData(Qt.ItemDataRole.UserRole, party)
            self.list.addItem(item)
        self.list.blockSignals(False)
        self._filter()
        rows = range(self.list.count())
        at = next((row for row in rows if self._party(row).organisation == wanted), 0)
        if self.list.count():
            self.list.setCurrentRow(at)
            self._show(self._party(at))
        else:
            self._on_new()

    @property
    def party(self) -> Party:
        """What the fields say."""

        def text(field: QLineEdit) -> str | None:
            return field.text().strip() or None

        return Party(
            self._shown.id,
            self.organisation.text().strip(),
            text(self.person),
            self.street.toPlainText().strip() or None,
            text(self.town),
            text(self.country),
            text(self.phone),
            text(self.email),
            text(self.tax_number),
            text(self.responsible),
            text(self.responsible_phone),
            int(self.own.isChecked()),
            int(self.active.isChecked()),
        )

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        for part in (self.seek, self.list, self.new):
            left.addWidget(part)
        form = QFormLayout()
        form.setVerticalSpacing(8)
        for label, field in (
            (self.tr("&Organisation"), self.organisation),
            (self.tr("&Person or desk"), self.person),
            (self.tr("St&reet"), self.street),
            (self.tr("To&wn, postcode"), self.town),
            (self.tr("Co&untry"), self.country),
            (self.tr("Telep&hone"), self.phone),
            (self.tr("E-&mail"), self.email),
            (self.tr("EOR&I or VAT number"), self.tax_number),
            (self.tr("Responsib&le, 24 h"), self.responsible),
            (self.tr("Their telephone, 24 h"), self.responsible_phone),
        ):
            add_line(form, label, field)
        form.addRow("", self.own)
        form.addRow("", self.active)
        right = QVBoxLayout()
        right.setSpacing(10)
        right.addLayout(form)
        right.addWidget(self.said)
        right.addStretch(1)
        below = QHBoxLayout()
        below.addStretch(1)
        below.addWidget(self.close_button)
        below.addWidget(self.save)
        right.addLayout(below)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(18)
        layout.addLayout(left, 2)
        layout.addLayout(right, 3)
        self.resize(*SIZE)

    def _party(self, row: int) -> Party:
        party: Party = self.list.item(row).data(Qt.ItemDataRole.UserRole)
        return Party(*party)

    def _show(self, party: Party) -> None:
        self._shown = party
        for field, text in (
            (self.organisation, party.organisation),
            (self.person, party.person),
            (self.town, party.town),
            (self.country, party.country),
            (self.phone, party.phone),
            (self.email, party.email),
            (self.tax_number, party.tax_number),
            (self.responsible, party.responsible),
            (self.responsible_phone, party.responsible_phone),
        ):
            field.setText(text or "")
        self.street.setPlainText(party.street or "")
        self.own.setChecked(bool(party.own))
        self.active.setChecked(bool(party.active))
        self.said.setText("" if party.id else self.tr("A new address. Manifests print both telephones."))
        self._check()

    def _check(self) -> None:
        self.save.setEnabled(bool(self.organisation.text().strip()))

    def _filter(self) -> None:
        wanted = self.seek.text().strip().casefold()
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setHidden(wanted not in item.text().casefold())

    def _on_item(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._show(self._party(self.list.row(item)))

    def _on_new(self) -> None:
        self.list.setCurrentRow(-1)
        self._show(NEW)
        self.organisation.setFocus()

    def _on_save(self) -> None:
        self._waiting = self.party.organisation
        self.saved.emit(self.party)
