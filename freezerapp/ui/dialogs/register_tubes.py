"""Registers one tube or a batch of them: their codes, and the facts they share."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from freezerapp.domain.barcode import check_code, clean_code, code_key
from freezerapp.domain.bench_date import read_date
from freezerapp.domain.filling import Shared
from freezerapp.domain.problems import Problem
from freezerapp.domain.quantity import parse_amount
from freezerapp.ui import messages, words
from freezerapp.ui.dialogs.form import add_line, add_main_button
from freezerapp.ui.scan_field import fill_by_scans

if TYPE_CHECKING:
    from freezerapp.storage.rows.storage import ContainerRow
    from freezerapp.storage.rows.words import MaterialRow


class RegisterDialog(QDialog):
    """``codes``, ``shared``, ``into_box`` and ``keeps`` hold the answers when it was accepted."""

    def __init__(
        self,
        materials: "Mapping[str, MaterialRow]",
        box: "ContainerRow | None",
        codes: tuple[str, ...] = (),
        near: tuple[str, ...] = (),
        shared: Shared | None = None,
        parent: QWidget | None = None,
        *,
        filling: bool = False,
        facts_only: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._facts_only = facts_only
        self.setWindowTitle(self.tr("Facts of the batch") if facts_only else self.tr("Register tubes"))
        self.setMinimumWidth(480)
        self.code_field = QPlainTextEdit("\n".join(codes))
        self.code_field.setTabChangesFocus(True)
        self.code_field.setFixedHeight(34 if len(codes) == 1 else 96)
        fill_by_scans(self.code_field)
        self.code_field.setPlaceholderText(self.tr("One code per line; scan them one after the other"))
        self.material = QComboBox()
        for code in materials:
            self.material.addItem(words.sentence_case(words.word("Material", code)), code)
        self.participant, self.visit, self.study = QLineEdit(), QLineEdit(), QLineEdit()
        self.collected, self.amount, self.parent_code = QLineEdit(), QLineEdit(), QLineEdit()
        self.collected.setPlaceholderText(self.tr("2024-03-14"))
        self.amount.setPlaceholderText(self.tr("200 µL"))
        self.box = QCheckBox()
        self.box.setVisible(box is not None and not filling)
        if box is not None:
            self.box.setText(self.tr("Into the next free positions of {box}").format(box=box.code or box.name))
            self.box.setChecked(True)
        self.keep = QCheckBox(self.tr("The next unknown tubes have the same facts"))
        self.keep.setVisible(filling and not facts_only)
        self.keep.setChecked(filling)
        warning = QLabel(self.tr("Codes like it are registered: {codes}").format(codes=", ".join(near)))
        warning.setProperty("look", "warning")
        warning.setWordWrap(True)
        warning.setVisible(bool(near))
        self.why = QLabel()
        self.why.setProperty("look", "warning")
        self.why.setWordWrap(True)
        form = QFormLayout()
        form.setVerticalSpacing(10)
        rows: list[tuple[str, QWidget]] = [
            (self.tr("&Codes"), self.code_field),
            (self.tr("&Material"), self.material),
            (self.tr("&Participant"), self.participant),
            (self.tr("&Visit"), self.visit),
            (self.tr("C&ollected"), self.collected),
            (self.tr("&Amount"), self.amount),
            (self.tr("Made &from"), self.parent_code),
        ]
        for text, field in rows[1 if facts_only else 0 :]:
            add_line(form, text, field)
        form.addRow("", self.box)
        form.addRow("", self.keep)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        text = self.tr("Use these") if facts_only else self.tr("Register")
        self.do = add_main_button(self.buttons, text)
        self.buttons.accepted.connect(self._on_accepted)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(warning)
        layout.addLayout(form)
        layout.addWidget(self.why)
        layout.addWidget(self.buttons)
        if shared is not None:
            self._fill(shared)
        self.code_field.textChanged.connect(self._check)
        self._check()
        (self.material if codes or facts_only else self.code_field).setFocus()

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes, each once, cleaned of what a scanner puts around them."""
        found: dict[str, str] = {}
        for line in self.code_field.toPlainText().splitlines():
            text = clean_code(line).text
            if text:
                found.setdefault(code_key(text), text)
        return tuple(found.values())

    @property
    def shared(self) -> Shared:
        """The facts they share. Raises BadAmount, NotADate, AmbiguousDate for what can't be read."""
        amount = None
        if self.amount.text().strip():
            comma = QLocale().decimalPoint() == ","
            amount = parse_amount(self.amount.text().strip(), "µL", comma)
        collected = self.collected.text().strip()
        return Shared(
            str(self.material.currentData()),
            self.participant.text().strip() or None,
            self.visit.text().strip() or None,
            read_date(collected) if collected else None,
            amount.value if amount is not None else None,
            amount.unit if amount is not None else None,
            self.parent_code.text().strip() or None,
        )

    @property
    def into_box(self) -> bool:
        """Whether they go into the box that is shown."""
        return self.box.isChecked() and not self.box.isHidden()

    @property
    def keeps(self) -> bool:
        """Whether these facts hold for the unknown tubes to come."""
        return self._facts_only or self.keep.isChecked()

    def offer(self, values: Mapping[str, tuple[str, ...]]) -> None:
        """Participants and visits of the bank, to choose from."""
        for name, field in (("participant", self.participant), ("visit", self.visit)):
            completer = QCompleter(list(values.get(name, ())), self)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            field.setCompleter(completer)

    def _fill(self, shared: Shared) -> None:
        self.material.setCurrentIndex(max(0, self.material.findData(shared.material)))
        self.participant.setText(shared.participant or "")
        self.visit.setText(shared.visit or "")
        self.collected.setText(shared.collected or "")
        self.amount.setText(words.amount(shared.amount, shared.unit))
        self.parent_code.setText(shared.parent or "")

    def _check(self) -> None:
        self.do.setEnabled(self._facts_only or bool(self.codes))

    def _on_accepted(self) -> None:
        """What can't be read is said here, before anything is done."""
        try:
            for code in self.codes:
                check_code(code)
            _ = self.shared
        except Problem as problem:
            self.why.setText(messages.sentence(problem))
            return
        self.accept()
