"""Asks how a parcel arrived as a whole: temperature, dry ice left, whether its seal was intact."""

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from freezerapp.domain.parcel import Refrigerant
from freezerapp.ui import said_of_transport
from freezerapp.ui.dialogs.form import add_line, add_main_button, grow

if TYPE_CHECKING:
    from freezerapp.storage.rows.shipments import Parcel

TENTHS = 10


class ArrivalDialog(QDialog):
    """``temperature`` (tenths of °C), ``ice_left`` (g), ``seal`` and ``note`` hold the answers; None: not known."""

    def __init__(self, parcel: "Parcel", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        shipment = parcel.shipment
        self.setWindowTitle(self.tr("{number} has arrived").format(number=shipment.number))
        self.setMinimumWidth(440)
        about = QLabel(self.tr("How the parcel arrived as a whole; each tube is scanned afterwards."))
        about.setProperty("look", "muted")
        about.setWordWrap(True)
        self.degrees, self.ice, self.said = QLineEdit(), QLineEdit(), QLineEdit()
        self.degrees.setPlaceholderText(self.tr("not measured, or −71"))
        self.ice.setPlaceholderText(self.tr("not weighed, or 4.5"))
        self.intact = QComboBox()
        for text, answer in (
            (self.tr("Not known"), None),
            (self.tr("Yes"), True),
            (self.tr("No"), False),
        ):
            self.intact.addItem(text, answer)
        self.why = QLabel()
        self.why.setProperty("look", "warning")
        self.why.setWordWrap(True)
        self.why.hide()
        form = QFormLayout()
        form.setVerticalSpacing(10)
        add_line(form, self.tr("&Temperature, °C"), self.degrees)
        if shipment.refrigerant in (None, Refrigerant.DRY_ICE):
            add_line(form, self.tr("&Dry ice left, kg"), self.ice)
        seal = self.tr("&Seal {seal} intact").format(seal=shipment.seal) if shipment.seal else self.tr("&Seal intact")
        add_line(form, seal, self.intact)
        add_line(form, self.tr("&Note"), self.said)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.do = add_main_button(self.buttons, self.tr("Receive"))
        self.buttons.accepted.connect(self._on_accepted)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(about)
        layout.addLayout(form)
        layout.addWidget(self.why)
        layout.addWidget(self.buttons)
        self.degrees.setFocus()

    @property
    def temperature(self) -> int | None:
        """In tenths of °C. Raises ValueError for what is no number."""
        return _number(self.degrees.text(), TENTHS)

    @property
    def ice_left(self) -> int | None:
        """In g. Raises ValueError for what is no number."""
        return _number(self.ice.text(), said_of_transport.GRAMS)

    @property
    def seal(self) -> bool | None:
        """Whether the seal was intact."""
        answer = self.intact.currentData()
        return None if answer is None else bool(answer)

    @property
    def note(self) -> str | None:
        """What else there is to say."""
        return self.said.text().strip() or None

    def _on_accepted(self) -> None:
        for field, times in ((self.degrees, TENTHS), (self.ice, said_of_transport.GRAMS)):
            try:
                _number(field.text(), times)
            except ValueError:
                self.why.setText(self.tr("“{text}” is no number.").format(text=field.text().strip()))
                self.why.show()
                field.setFocus()
                grow(self)
                return
        self.accept()


def _number(text: str, times: int) -> int | None:
    plain = text.strip().replace("−", "-").replace(QLocale().decimalPoint(), ".").replace(",", ".")
    if not plain:
        return None
    try:
        return round(Decimal(plain) * times)
    except InvalidOperation as error:
        raise ValueError(text) from error
