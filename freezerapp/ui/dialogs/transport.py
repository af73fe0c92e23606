"""The details of a shipment: what it is for and what its papers tell, how it travels, and what customs want to know."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from freezerapp.domain.bench_date import read_date
from freezerapp.domain.parcel import Classification, Profile, Refrigerant, Step
from freezerapp.domain.problems import Problem
from freezerapp.ui import messages, said_of_parcel, said_of_transport, words
from freezerapp.ui.amounts import read_amount
from freezerapp.ui.dialogs.form import add_line, add_main_button, grow
from freezerapp.ui.said_of_parcel import profile_words

if TYPE_CHECKING:
    from freezerapp.domain.party import Party
    from freezerapp.domain.shipment import Shipment

TEXTS = (
    *("purpose", "request", "agreement", "carrier", "service", "account", "waybill", "seal", "logger", "note"),
    *("customs_goods", "customs_value", "customs_currency", "customs_origin", "customs_code", "incoterm"),
    *("export_reason", "permits"),
)
DATES = ("agreement_on", "planned_on", "expected_on")
NUMBERS = ("keep_from", "keep_to", "transit_limit_h")
SETTLED = frozenset({"profile", "together", "needed", "refrigerant"})
"""What is settled with packing: changed only after packing was reopened."""


class _NotANumber(Exception):
    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


class TransportDialog(QDialog):
    """``details`` holds what was changed when it was accepted."""

    def __init__(
        self,
        shipment: "Shipment",
        parties: "Sequence[Party]",
        studies: "Sequence[tuple[int, str]]",
        part: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._shipment = shipment
        self.setWindowTitle(self.tr("Details of {number}").format(number=shipment.number))
        self.setMinimumWidth(640)
        self.fields: dict[str, QLineEdit] = {name: QLineEdit() for name in (*TEXTS, *DATES, *NUMBERS, "needed")}
        self.choices: dict[str, QComboBox] = self._choices(parties)
        self.choices["study_id"] = QComboBox()
        self.choices["study_id"].addItem(self.tr("None"), None)
        for key, name in studies:
            self.choices["study_id"].addItem(name, key)
        self.ticks = {
            "together": QCheckBox(self.tr("Keep one participant’s tubes to&gether (blind order)")),
            "two_persons": QCheckBox(self.tr("&Two persons hand over: another operator confirms")),
            "overpack": QCheckBox(self.tr("The packages stand in an over&pack")),
        }
        self.explained = QLabel()
        self.explained.setProperty("look", "secondary")
        self.explained.setWordWrap(True)
        self.why = QLabel()
        self.why.setProperty("look", "warning")
        self.why.setWordWrap(True)
        self.why.hide()
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self._request(), self.tr("Request"))
        self.tabs.addTab(self._transport(), self.tr("Transport"))
        self.tabs.addTab(self._customs(), self.tr("Customs"))
        self.tabs.setCurrentIndex(part)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.do = add_main_button(self.buttons, self.tr("Save"))
        self.buttons.accepted.connect(self._on_accepted)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(self.tabs)
        layout.addWidget(self.why)
        layout.addWidget(self.buttons)
        self._fill()
        self.choices["profile"].currentIndexChanged.connect(self._explain)
        self._explain()

    @property
    def details(self) -> tuple[tuple[str, Any], ...]:
        """What is different from before. Raises a Problem for a date or amount that can't be read."""
        return tuple((name, value) for name, value in self._said().items() if value != getattr(self._shipment, name))

    def _choices(self, parties: "Sequence[Party]") -> dict[str, QComboBox]:
        made = {
            name: QComboBox()
            for name in ("recipient_id", "sender_id", "notify_id", "kind", "profile", "classification", "refrigerant")
        }
        none = self.tr("Not chosen yet")
        for name in ("recipient_id", "sender_id", "notify_id"):
            made[name].addItem(self.tr("Nobody") if name == "notify_id" else none, None)
            for party in parties:
                if party.active or party.id == getattr(self._shipment, name):
                    whom = ", ".join(part for part in (party.organisation, party.person, party.town) if part)
                    made[name].addItem(whom, party.id)
        for word, text in said_of_transport.kinds().items():
            made["kind"].addItem(text, word)
        for each in Profile:
            made["profile"].addItem(profile_words(each)[0], each.value)
        made["classification"].addItem(none, None)
        for classification in Classification:
            said = said_of_parcel.word("classification", classification)
            made["classification"].addItem(said, classification.value)
        made["refrigerant"].addItem(none, None)
        for refrigerant in Refrigerant:
            said = words.sentence_case(said_of_parcel.word("refrigerant", refrigerant))
            made["refrigerant"].addItem(said, refrigerant.value)
        return made

    def _request(self) -> QWidget:
        page, form = _page()
        self.fields["agreement_on"].setPlaceholderText(self.tr("2026-03-14"))
        self.fields["needed"].setPlaceholderText(self.tr("any amount, or 200 µL"))
        self.fields["agreement_on"].setFixedWidth(110)
        self.fields["agreement_on"].setAccessibleName(self.tr("Date of the agreement"))
        add_line(form, self.tr("&Recipient"), self.choices["recipient_id"])
        add_line(form, self.tr("S&ender"), self.choices["sender_id"])
        add_line(form, self.tr("Also te&ll"), self.choices["notify_id"])
        add_line(form, self.tr("&Kind"), self.choices["kind"])
        add_line(form, self.tr("P&urpose"), self.fields["purpose"])
        add_line(form, self.tr("&Study"), self.choices["study_id"])
        add_line(form, self.tr("Re&quest"), self.fields["request"])
        add_line(
            form,
            self.tr("&Agreement"),
            self.fields["agreement"],
            _beside(self.fields["agreement"], self.fields["agreement_on"]),
        )
        add_line(form, self.tr("At least in each tu&be"), self.fields["needed"])
        add_line(form, self.tr("Papers &disclose"), self.choices["profile"])
        form.addRow("", self.explained)
        form.addRow("", self.ticks["together"])
        form.addRow("", self.ticks["two_persons"])
        add_line(form, self.tr("&Note"), self.fields["note"])
        return page

    def _transport(self) -> QWidget:
        page, form = _page()
        for name in ("planned_on", "expected_on"):
            self.fields[name].setPlaceholderText(self.tr("2026-03-14T09:30"))
        answer = QLabel(self.tr("The class is chosen by the person who answers for it; the program proposes none."))
        answer.setProperty("look", "secondary")
        answer.setWordWrap(True)
        self.fields["keep_to"].setAccessibleName(self.tr("To, °C"))
        add_line(form, self.tr("&Classification"), self.choices["classification"])
        form.addRow("", answer)
        add_line(form, self.tr("&Kept cold by"), self.choices["refrigerant"])
        add_line(
            form,
            self.tr("&From, to (°C)"),
            self.fields["keep_from"],
            _beside(self.fields["keep_from"], self.fields["keep_to"]),
        )
        add_line(form, self.tr("Ca&rrier"), self.fields["carrier"])
        add_line(form, self.tr("Ser&vice"), self.fields["service"])
        add_line(form, self.tr("&Account"), self.fields["account"])
        add_line(form, self.tr("Air &waybill"), self.fields["waybill"])
        add_line(form, self.tr("S&eal"), self.fields["seal"])
        add_line(form, self.tr("&Logger"), self.fields["logger"])
        add_line(form, self.tr("Plan&ned"), self.fields["planned_on"])
        add_line(form, self.tr("E&xpected"), self.fields["expected_on"])
        add_line(form, self.tr("&Hours in transit, at most"), self.fields["transit_limit_h"])
        form.addRow("", self.ticks["overpack"])
        return page

    def _customs(self) -> QWidget:
        page, form = _page()
        for text, name in (
            (self.tr("&Goods"), "customs_goods"),
            (self.tr("&Value"), "customs_value"),
            (self.tr("C&urrency"), "customs_currency"),
            (self.tr("&Origin"), "customs_origin"),
            (self.tr("&Tariff code"), "customs_code"),
            (self.tr("&Incoterm"), "incoterm"),
            (self.tr("&Reason for export"), "export_reason"),
            (self.tr("&Permits"), "permits"),
        ):
            add_line(form, text, self.fields[name])
        return page

    def _fill(self) -> None:
        said = self._shipment
        for name in (*TEXTS, *DATES, *NUMBERS):
            value = getattr(said, name)
            self.fields[name].setText(
                "" if value is None else str(value).replace("-", "−") if name in NUMBERS else value
            )
        self.fields["needed"].setText(words.amount(said.needed, said.needed_unit))
        for name, choice in self.choices.items():
            value = getattr(said, name)
            choice.setCurrentIndex(max(0, choice.findData(str(value) if isinstance(value, str) else value)))
        for name, tick in self.ticks.items():
            tick.setChecked(bool(getattr(said, name)))
        if said.step is not Step.DRAFT:
            parts: Mapping[str, QWidget] = {**self.fields, **self.choices, **self.ticks}
            for name in SETTLED:
                parts[name].setEnabled(False)
                parts[name].setToolTip(self.tr("Settled with packing: reopen packing to change it."))

    def _said(self) -> dict[str, Any]:
        found: dict[str, Any] = {name: self.fields[name].text().strip() or None for name in TEXTS}
        for name in DATES:
            text = self.fields[name].text().strip()
            found[name] = read_date(text) if text else None
        for name in NUMBERS:
            found[name] = _number(self.fields[name].text())
        text = self.fields["needed"].text().strip()
        if text != words.amount(self._shipment.needed, self._shipment.needed_unit):
            amount = read_amount(text) if text else None
            found["needed"] = amount.value if amount is not None else None
            found["needed_unit"] = amount.unit if amount is not None else None
        for name in ("recipient_id", "sender_id", "notify_id", "kind", "study_id"):
            found[name] = self.choices[name].currentData()
        found["profile"] = Profile(self.choices["profile"].currentData())
        chosen = self.choices["classification"].currentData()
        found["classification"] = Classification(chosen) if chosen else None
        cold = self.choices["refrigerant"].currentData()
        found["refrigerant"] = Refrigerant(cold) if cold else None
        return found | {name: int(tick.isChecked()) for name, tick in self.ticks.items()}

    def _explain(self) -> None:
        profile = Profile(self.choices["profile"].currentData())
        self.explained.setText(profile_words(profile)[1])
        if self._shipment.step is Step.DRAFT:
            self.ticks["together"].setEnabled(profile is Profile.BLIND)
        grow(self)

    def _on_accepted(self) -> None:
        """What can't be read is said here, before anything is done."""
        try:
            _ = self.details
        except Problem as problem:
            self._say(messages.sentence(problem))
        except _NotANumber as error:
            self._say(self.tr("“{text}” is no whole number.").format(text=error.text))
        else:
            self.accept()

    def _say(self, text: str) -> None:
        self.why.setText(text)
        self.why.show()
        grow(self)


def _page() -> tuple[QWidget, QFormLayout]:
    page = QWidget()
    form = QFormLayout(page)
    form.setContentsMargins(0, 14, 0, 4)
    form.setVerticalSpacing(8)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
    return page, form


def _beside(*fields: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for number, field in enumerate(fields):
        row.addWidget(field, 0 if number else 1)
    return row


def _number(text: str) -> int | None:
    plain = text.strip().replace("−", "-").removesuffix("°C").strip()
    if not plain:
        return None
    value, fine = QLocale().toInt(plain)
    if not fine:
        raise _NotANumber(text.strip())
    return int(value)
