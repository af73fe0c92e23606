"""Asks for a new code of a tube, scanned from a pre-printed label or the next number, or of several; and why."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from freezerapp.domain.barcode import clean_code
from freezerapp.ui.dialogs.form import add_line, add_main_button
from freezerapp.ui.scan_field import fill_by_scans


class NewCodeDialog(QDialog):
    """``code`` is None where the next number shall be taken, as for several tubes; ``reason`` says why."""

    def __init__(self, barcode: str, count: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("New code"))
        self.setMinimumWidth(460)
        self._count = count
        one = self.tr("{barcode} is kept as a replaced code: who scans it still finds the tube.")
        many = self.tr("The codes of %Ln tube(s) are kept as replaced: who scans one still finds its tube.", "", count)
        about = QLabel(many if count > 1 else one.format(barcode=barcode))
        about.setWordWrap(True)
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Scan a pre-printed label, or leave it empty"))
        fill_by_scans(self.field)
        self.why = QComboBox()
        self.why.setEditable(True)
        self.why.addItems(
            [
                self.tr("Label lost"),
                self.tr("Label can't be read"),
                self.tr("Pre-printed label put on"),
                self.tr("Code was given twice outside"),
            ]
        )
        self.why.setCurrentIndex(-1)
        edit = self.why.lineEdit()
        if edit is not None:
            edit.setPlaceholderText(self.tr("Why?"))
        form = QFormLayout()
        form.setVerticalSpacing(10)
        add_line(form, self.tr("&Code"), self.field)
        add_line(form, self.tr("&Reason"), self.why)
        form.setRowVisible(self.field, count == 1)
        self.note = QLabel()
        self.note.setProperty("look", "muted")
        self.note.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.do = add_main_button(buttons, self.tr("Give the code"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(about)
        layout.addLayout(form)
        layout.addWidget(self.note)
        layout.addWidget(buttons)
        self.field.textChanged.connect(self._check)
        self.why.currentTextChanged.connect(self._check)
        self._check()

    @property
    def code(self) -> str | None:
        """The code, cleaned of what a scanner puts around it."""
        return clean_code(self.field.text()).text or None

    @property
    def reason(self) -> str:
        """Why, in the words of the user."""
        return self.why.currentText().strip()

    def _check(self) -> None:
        self.do.setEnabled(bool(self.reason))
        if self._count > 1:
            self.note.setText(self.tr("Each gets the next free number; their labels can be printed at once."))
        elif self.code:
            self.note.setText(self.tr("The label carries {code} from now on.").format(code=self.code))
        else:
            self.note.setText(self.tr("The next free number is taken; its label can be printed at once."))
