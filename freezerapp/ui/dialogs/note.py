"""The note of a shipment, to be changed at any time: also when it has left."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from freezerapp.ui.dialogs.form import add_main_button

LINES = 5


class NoteDialog(QDialog):
    """``text`` holds the note when it was accepted, None for none; lines are joined: elsewhere it is one line."""

    def __init__(self, number: str, note: str, about: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._before = note
        self.setWindowTitle(self.tr("Note on {number}").format(number=number))
        self.setMinimumWidth(460)
        said = QLabel(about)
        said.setProperty("look", "muted")
        said.setWordWrap(True)
        self.field = QPlainTextEdit(note)
        self.field.setTabChangesFocus(True)
        self.field.setAccessibleName(self.tr("Note"))
        self.field.setFixedHeight(LINES * self.field.fontMetrics().lineSpacing() + 14)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.do = add_main_button(self.buttons, self.tr("Save"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(self.field)
        layout.addWidget(said)
        layout.addWidget(self.buttons)
        self.field.textChanged.connect(self._check)
        self.field.setFocus()
        self._check()

    @property
    def text(self) -> str | None:
        """What was said."""
        lines = (line.strip() for line in self.field.toPlainText().splitlines())
        return " ".join(line for line in lines if line) or None

    def _check(self) -> None:
        self.do.setEnabled((self.text or "") != self._before)
