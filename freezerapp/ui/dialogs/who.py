"""Asks who begins to work here, where the name is not known in the bank yet."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from freezerapp.ui.dialogs.form import add_main_button


class WhoDialog(QDialog):
    """``name`` holds the answer when it was accepted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Who works here?"))
        self.setMinimumWidth(380)
        label = QLabel(self.tr("&Your name"))
        self.field = QLineEdit()
        self.field.setAccessibleName(self.tr("Your name"))
        label.setBuddy(self.field)
        about = QLabel(self.tr("It signs for what is done from now on, and can't be changed later."))
        about.setProperty("look", "muted")
        about.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._do = add_main_button(buttons, self.tr("Begin to work"))
        self._do.setEnabled(False)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.field.textChanged.connect(lambda text: self._do.setEnabled(bool(text.strip())))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        for part in (label, self.field, about, buttons):
            layout.addWidget(part)

    @property
    def name(self) -> str:
        """What was written."""
        return self.field.text().strip()
